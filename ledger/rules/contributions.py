"""What a member brings to the table each month, and what she owes.

Every limit of a month looks at the whole month: what she has already saved for it counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month, month_of
from ledger.rules.kip import KIP_MAX, Kip
from ledger.rules.lines import Fee
from ledger.rules.loan_history import first_out
from ledger.rules.loan_values import Loan, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import Due
from ledger.rules.missed_months import carried_months, missed_fines, monthly_due, was_away
from ledger.rules.people import Member, MemberId, Status
from ledger.rules.refusals import AmountOutOfRange, Refusal
from ledger.rules.rulebook import Rulebook, SavingMode, VoluntaryRules
from ledger.rules.welfare_dues import welfare_standing


@dataclass
class DepositBelowMinimum(Refusal):
    """With this deposit the month would hold less than the rules ask for (kip)."""

    minimum: Kip
    saved: Kip
    given: Kip


@dataclass
class DepositAboveMaximum(Refusal):
    """With this deposit the month would hold more than the rules let one member save (kip).

    `since` is the first day of the rules that set the cap; `month` the month it was meant for.
    """

    maximum: Kip
    saved: Kip
    given: Kip
    month: Month | None = None
    since: date | None = None


@dataclass
class VoluntaryNotKept(Refusal):
    """The group's rules have no voluntary savings."""


@dataclass
class VoluntaryOutOfRange(Refusal):
    """One deposit of voluntary savings is between two amounts (kip); `most` where there is one."""

    least: Kip
    most: Kip | None
    given: Kip


@dataclass
class DepositNotPromised(Refusal):
    """With this deposit the month would not hold the amount that she has promised (kip)."""

    promise: Kip
    saved: Kip
    given: Kip


@dataclass
class PromiseMissing(Refusal):
    """The group saves by promise, and this member has not made hers yet."""

    member: str


@dataclass
class NotWholeShares(Refusal):
    """The deposit is not a whole number of shares of this value (kip)."""

    share_value: Kip
    given: Kip


@dataclass
class DepositSharesOutOfRange(Refusal):
    """With this deposit (kip) the month would hold too few or too many shares."""

    least: int
    most: int
    share_value: Kip
    saved: Kip
    given: Kip


GONE = frozenset({Status.LEFT, Status.DIED})
"""Those who save no more; their savings may be taken out at exit, their loans still be paid."""


def check_amount(kip: Kip) -> None:
    """Refuse an amount that no act can have: zero, below zero, or beyond `KIP_MAX` kip."""
    if not 0 < kip <= KIP_MAX:
        raise AmountOutOfRange(given=kip, most=KIP_MAX)


def check_deposit(
    rulebook: Rulebook,
    member: Member,
    kip: Kip,
    *,
    saved_this_month: Kip,
    month: Month | None = None,
) -> None:
    """Refuse a deposit of `kip` that the saving rules do not allow for its month.

    The rulebook is that of the `month` it is for. `saved_this_month` is what she has saved for it
    before, in kip. Raises
    AmountOutOfRange, DepositAboveMaximum, DepositBelowMinimum, DepositNotPromised, PromiseMissing,
    NotWholeShares or DepositSharesOutOfRange.
    """
    check_amount(kip)
    saving = rulebook.saving
    if saving.maximum is not None and saved_this_month + kip > saving.maximum:
        raise DepositAboveMaximum(
            maximum=saving.maximum,
            saved=saved_this_month,
            given=kip,
            month=month,
            since=None if month is None else rulebook.valid_from,
        )
    if saving.mode is SavingMode.SHARES:
        _check_shares(rulebook, kip, saved=saved_this_month)
    elif saving.mode is SavingMode.PROMISE:
        _check_promise(member, kip, saved=saved_this_month)
    elif saved_this_month + kip < saving.minimum:
        raise DepositBelowMinimum(minimum=saving.minimum, saved=saved_this_month, given=kip)


def _check_promise(member: Member, kip: Kip, *, saved: Kip) -> None:
    if not member.promise:
        raise PromiseMissing(member=member.told)
    if saved + kip != member.promise:
        raise DepositNotPromised(promise=member.promise, saved=saved, given=kip)


def _check_shares(rulebook: Rulebook, kip: Kip, *, saved: Kip) -> None:
    saving = rulebook.saving
    value, least, most = saving.share_value, saving.shares_min, saving.shares_max
    if kip % value:
        raise NotWholeShares(share_value=value, given=kip)
    if not least * value <= saved + kip <= most * value:
        raise DepositSharesOutOfRange(
            least=least, most=most, share_value=value, saved=saved, given=kip
        )


def check_voluntary(rules: VoluntaryRules, kip: Kip) -> None:
    """Refuse a deposit of voluntary savings (kip) that the rules do not allow.

    Raises AmountOutOfRange, VoluntaryNotKept or VoluntaryOutOfRange.
    """
    check_amount(kip)
    if not rules.kept:
        raise VoluntaryNotKept
    if kip < rules.minimum or (rules.maximum is not None and kip > rules.maximum):
        raise VoluntaryOutOfRange(least=rules.minimum, most=rules.maximum, given=kip)


def open_loans(loans: Iterable[Loan]) -> Mapping[MemberId, tuple[Loan, ...]]:
    """Each borrower's loans that are paid out and not paid back, the oldest first.

    A loan is as old as its first pay-out that stands: one that was taken back never was.
    """
    hers: defaultdict[MemberId, list[Loan]] = defaultdict(list)
    for loan in loans:
        if loan.moves:
            hers[loan.request.member].append(loan)
    return {
        m: tuple(sorted(own, key=lambda o: (first_out(o.moves), o.id))) for m, own in hers.items()
    }


def due_of(facts: DayFacts, member: Member) -> Due:
    """What a member has to pay on the day, column by column, in kip."""
    hers = [loan for loan in facts.loans.values() if loan.request.member == member.id]
    return due_with(facts, member, open_loans(hers).get(member.id, ()))


def due_with(facts: DayFacts, member: Member, loans: tuple[Loan, ...]) -> Due:
    """As `due_of`, where her open loans have been looked up already."""
    states = [s for s in (loan_state(o, facts.day) for o in loans) if s.stage is LoanStage.PAID_OUT]
    active = saves_now(facts, member)
    late = sum(s.fine_due for s in states)
    return Due(
        member=member.id,
        savings=_savings_due(facts, member) if active else 0,
        welfare=welfare_standing(facts, member).due if active else 0,
        interest=sum(s.interest_asked for s in states),
        principal=sum(s.principal_due for s in states),
        fine=late + (missed_fines(facts, member) if active else 0),
        fee=sum(kip for _, kip in fees_due(facts, member)) if active else 0,
    )


def saves_now(facts: DayFacts, member: Member) -> bool:
    """Whether she is to save in the month of the day; not while she is on leave.

    A leave without days lasts until the register says otherwise.
    """
    if member.status is Status.ON_LEAVE and member.id not in facts.away:
        return False
    return member.status not in GONE and not was_away(facts, member, month_of(facts.day))


def fees_due(facts: DayFacts, member: Member) -> tuple[tuple[Fee, Kip], ...]:
    """The entry fee and the passbook fee (kip) where she has not paid them yet.

    Who joined before the books began has paid them on paper; who comes back pays by the rules.
    """
    if free_of_fees(facts.rulebook, member):
        return ()
    saving = facts.rulebook.saving
    fees: tuple[tuple[Fee, Kip], ...]
    fees = ((Fee.ENTRY, saving.entry_fee), (Fee.PASSBOOK, saving.passbook_fee))
    if member.joined < facts.books_begin:
        back = member.id in facts.rejoined and facts.rulebook.people.fee_again
        fees = fees[:1] if back else ()
    paid = facts.fees_paid.get(member.id, frozenset())
    return tuple((fee, kip) for fee, kip in fees if kip and fee not in paid)


def free_of_fees(rulebook: Rulebook, member: Member) -> bool:
    """Whether she pays neither entry fee nor passbook: by her own facts, or as a pupil."""
    return member.fee_free or (member.pupil and rulebook.people.pupils_free)


def _savings_due(facts: DayFacts, member: Member) -> Kip:
    saved = facts.saved.get(member.id, {}).get(month_of(facts.day), 0)
    due = max(monthly_due(facts.rulebook, member) - saved, 0)
    return due + sum(kip for _, kip in carried_months(facts, member))
