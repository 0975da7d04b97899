"""What a member and the group settle when she leaves or has died, and the entries that it makes.

Savings and dividends go to the settlement, her loans are paid out of it as the rules say, and what
is left is paid to her or to her family, at once or later. It is a function of the day's facts: the
sheet that is shown first is the one that is written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ledger.rules import makers
from ledger.rules.accounts import (
    CASH,
    DIVIDENDS_PAYABLE,
    EXIT_DIVIDENDS,
    SAVINGS,
    SETTLEMENTS_PAYABLE,
    VOLUNTARY_SAVINGS,
)
from ledger.rules.closing import preview_close
from ledger.rules.closing_values import MemberYear, YearFacts
from ledger.rules.contributions import open_loans
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import FiscalYear, month_of
from ledger.rules.exit_values import Payee, SetOff, Settlement
from ledger.rules.kip import Kip, share_out
from ledger.rules.loan_values import Loan, LoanStage, Split
from ledger.rules.loans import loan_state, owed_on, split_repayment
from ledger.rules.member_life import LifeEvent, LifeKind, since_last
from ledger.rules.people import Member, MemberId, Status
from ledger.rules.people_rules import DeathLoan
from ledger.rules.posting import check_day
from ledger.rules.posting_findings import check_nothing_found
from ledger.rules.posting_members import member_of
from ledger.rules.refusals import Refusal
from ledger.rules.tally import Tally
from ledger.rules.transfers import Entry, Kind, Transfer


@dataclass
class AlreadySettled(Refusal):
    """The settlement of this member has been written before."""

    member: str
    day: date


@dataclass
class NoticeMissing(Refusal):
    """By the rules she gives notice first, so many months before she goes."""

    member: str
    months: int


@dataclass
class NoticeRunning(Refusal):
    """Her notice is running; `first` is the first day on which she may go."""

    member: str
    first: date


@dataclass
class StillGuarantor(Refusal):
    """She stands for these loans of others, and by the rules nobody goes who does."""

    member: str
    loans: tuple[str, ...]


@dataclass
class DebtsFirst(Refusal):
    """By the rules loans are not set off against savings, and she still owes (kip)."""

    member: str
    owed: Kip


@dataclass
class BeneficiariesMissing(Refusal):
    """Nobody is written down who is to be paid after the member's death."""

    member: str


@dataclass
class SettlementToCollect(Refusal):
    """Her loans are more than what she has; she goes when she has brought the rest (kip)."""

    member: str
    kip: Kip


@dataclass
class SettlementChanged(Refusal):
    """The book has changed since the settlement was shown; it is looked at once more."""


@dataclass
class SheetOnTable(Refusal):
    """A meeting or day sheet lies open; it is signed first, so that nothing of hers is missed."""

    day: date


# --- what is settled ----------------------------------------------------------------------


def settlement_of(
    facts: DayFacts, member: MemberId, events: Iterable[LifeEvent], *, dividend_now: Kip = 0
) -> Settlement:
    """The settlement of a member on the day of the facts; `events` are hers, the oldest first.

    `dividend_now` (kip) is her part of the year that runs, where the rules pay it at once. Raises
    what keeps her from going: AlreadySettled, NoticeMissing, NoticeRunning, StillGuarantor,
    DebtsFirst, or BeneficiariesMissing after a death.
    """
    her = member_of(facts, member)
    death = her.status is Status.DIED
    _check_goes(facts, her, tuple(events), death=death)
    settlement = Settlement(
        member=member,
        day=facts.day,
        savings=facts.savings.get(member, 0),
        voluntary=facts.voluntary.get(member, 0),
        dividend=facts.dividends.get(member, 0),
        dividend_now=dividend_now,
        death=death,
    )
    settlement = replace(settlement, loans=tuple(_set_off(facts, settlement)))
    if death:
        return replace(settlement, payees=_family(her, settlement.to_pay))
    payees = (Payee(her.name, settlement.to_pay),) if settlement.to_pay else ()
    return replace(settlement, payees=payees)


def _check_goes(
    facts: DayFacts, her: Member, events: tuple[LifeEvent, ...], *, death: bool
) -> None:
    settled = since_last(events, LifeKind.SETTLED)
    if settled is not None:
        raise AlreadySettled(member=her.told, day=settled.day)
    check_nothing_found(facts, her)
    if death:
        if not her.beneficiaries:
            raise BeneficiariesMissing(member=her.told)
        return
    rules = facts.rulebook.people
    _check_notice(facts, her, since_last(events, LifeKind.NOTICE))
    stands = stands_for(facts.loans.values(), her.id, facts.day)
    if stands and not rules.guarantor_may_leave:
        raise StillGuarantor(member=her.told, loans=tuple(loan.number for loan in stands))
    owed = sum(owed_on(loan, day=facts.day).kip for loan in _hers(facts, her.id))
    if owed and not rules.offset:
        raise DebtsFirst(member=her.told, owed=owed)


def _check_notice(facts: DayFacts, her: Member, notice: LifeEvent | None) -> None:
    months = facts.rulebook.people.notice_months
    if not months or her.status is Status.LEFT:
        return
    if notice is None:
        raise NoticeMissing(member=her.told, months=months)
    if notice.until is not None and facts.day < notice.until:
        raise NoticeRunning(member=her.told, first=notice.until)


def stands_for(loans: Iterable[Loan], member: MemberId, day: date) -> tuple[Loan, ...]:
    """The loans of others that are approved or running and for which she stands."""
    open_ = {LoanStage.APPROVED, LoanStage.PAID_OUT}
    return tuple(
        loan
        for loan in loans
        if member in loan.request.guarantors and loan_state(loan, day).stage in open_
    )


def _hers(facts: DayFacts, member: MemberId) -> tuple[Loan, ...]:
    return open_loans(facts.loans.values()).get(member, ())


def _set_off(facts: DayFacts, settlement: Settlement) -> Iterator[SetOff]:
    """What goes against each of her loans, the oldest first.

    One who leaves pays them whole. After a death they are paid as far as what she had reaches,
    or not at all where the rules hand them to the guarantors or to a fund.
    """
    death = settlement.death
    left = settlement.has
    if death and facts.rulebook.people.death_loan is not DeathLoan.OFFSET:
        left = 0
    for loan in _hers(facts, settlement.member):
        owed = owed_on(loan, day=facts.day)
        if not owed.kip:
            continue
        kip = min(left, owed.kip) if death else owed.kip
        split = owed if kip == owed.kip else _part(facts, loan, kip)
        yield SetOff(loan.id, loan.number, split, rest=owed.kip - kip)
        left -= kip


def _part(facts: DayFacts, loan: Loan, kip: Kip) -> Split:
    if not kip:
        return Split(fine=0, interest=0, principal=0)
    return split_repayment(loan, kip, day=facts.day, order=facts.rulebook.loans.order)


def _family(her: Member, kip: Kip) -> tuple[Payee, ...]:
    """What each of the family gets by her part; the kip that no part divides goes to the first."""
    if not kip:
        return ()
    shares = share_out(kip, [one.part for one in her.beneficiaries])
    return tuple(
        Payee(one.name, part + (shares.odd if place == 0 else 0), shares.odd if place == 0 else 0)
        for place, (one, part) in enumerate(zip(her.beneficiaries, shares.parts, strict=True))
    )


# --- her part of the running year -----------------------------------------------------------


def dividend_so_far(facts: YearFacts, member: MemberId, day: date) -> Kip:
    """What the running year has earned a member until a day (kip), by the year's own basis.

    As if the year were closed that day: months and days after it weigh nothing for anybody.
    Nothing where the profit so far does not carry the lines of the rules. Whether she is paid at
    once the rules of that day say, and not those of the year's end.
    """
    until = replace(facts, members=tuple(_until(m, facts.year, day) for m in facts.members))
    try:
        plan = preview_close(until, facts.rulebook.profit)
    except Refusal:
        return 0
    return sum(s.dividend + s.refund for s in plan.shares if s.member == member)


def _until(member: MemberYear, year: FiscalYear, day: date) -> MemberYear:
    begun = sum(1 for month in year.months if month <= month_of(day))
    standing = member.months[-1].closing if member.months else 0
    rest = (year.last - day).days * standing
    return replace(member, months=member.months[:begun], day_sum=member.day_sum - rest)


# --- what is written --------------------------------------------------------------------------


def settlement_entries(
    settlement: Settlement, facts: DayFacts, *, pay_now: bool, note: str = ""
) -> tuple[Entry, ...]:
    """The entries of a settlement: one for the whole of it, then one for each who is paid.

    Without `pay_now` what is to be paid stands as a debt of the group until it is. Raises
    SettlementToCollect where she would have to bring money and it does not come now, CashShort,
    and DayOutsideBooks.
    """
    check_day(facts)
    her = member_of(facts, settlement.member)
    if settlement.to_collect and not pay_now:
        raise SettlementToCollect(member=her.told, kip=settlement.to_collect)
    whole = tuple(_transfers(settlement, facts))
    paid = [(payee, _paid(her, payee)) for payee in settlement.payees if pay_now and payee.kip]
    tally = Tally(facts)
    for transfer in (*whole, *(transfer for _, transfer in paid)):
        tally.take(transfer, month=month_of(facts.day))
    entries = [Entry(facts.day, whole, note=note)] if whole else []
    entries += [Entry(facts.day, (transfer,), note=payee.name) for payee, transfer in paid]
    return tuple(entries)


def _transfers(settlement: Settlement, facts: DayFacts) -> Iterator[Transfer]:
    member, owed = settlement.member, SETTLEMENTS_PAYABLE
    parts = (
        (Kind.SETTLED_SAVINGS, SAVINGS, settlement.savings),
        (Kind.SETTLED_SAVINGS, VOLUNTARY_SAVINGS, settlement.voluntary),
        (Kind.SETTLED_DIVIDEND, DIVIDENDS_PAYABLE, settlement.dividend),
        (Kind.EXIT_DIVIDEND, EXIT_DIVIDENDS, settlement.dividend_now),
    )
    for kind, account, kip in parts:
        if kip > 0:
            yield Transfer(kind, account, owed, kip, member=member)
    if settlement.to_collect:
        kind = Kind.SETTLEMENT_COLLECTED
        yield Transfer(kind, CASH, owed, settlement.to_collect, member=member)
    for off in settlement.loans:
        yield from makers.repayment(facts.loans[off.loan], off.split, paid_from=owed)


def _paid(her: Member, payee: Payee) -> Transfer:
    kind = Kind.SETTLEMENT_PAID
    return Transfer(kind, SETTLEMENTS_PAYABLE, CASH, payee.kip, member=her.id)
