"""A loan is given up, or a guarantor takes it over: what is written, and when it may be."""

from dataclasses import dataclass, replace
from datetime import date

from ledger.rules import makers_loans
from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import check_fund
from ledger.rules.kip import Kip
from ledger.rules.loan_acts import principal_left, running
from ledger.rules.loan_events import PassedOn, TakenOver, WrittenOff
from ledger.rules.loan_values import Loan, LoanDecision, LoanRequest, LoanStage
from ledger.rules.loans import LoanNotRunning, owed_on
from ledger.rules.people import MemberId
from ledger.rules.posting import check_day
from ledger.rules.posting_loans import NotItsGuarantor, loss_fund
from ledger.rules.posting_members import member_in, member_of
from ledger.rules.refusals import AmountOutOfRange, NameMissing
from ledger.rules.transfers import Entry, LoanId


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What a write-off writes: the event of the loan, and the entry of the money (kip)."""

    event: WrittenOff
    entry: Entry


@dataclass(frozen=True, slots=True)
class HandedOn:
    """What passing a loan on writes: the new loan with its event, the old one's, and the entry."""

    new: Loan
    old_event: PassedOn
    entry: Entry


def write_off(loan: Loan, facts: DayFacts, *, decision: str) -> GivenUp:
    """All that is left of the principal is given up on the day of the facts.

    It is taken from the fund that the rules name, as far as that has free money, or is a cost of
    the year; a loan that was lent from a fund is that fund's own loss. Raises DayOutsideBooks,
    NameMissing, LoanNotRunning, FundLentOut.
    """
    kip = _left(loan, facts, decision)
    fund = loss_fund(loan, facts.rulebook)
    if fund is not None and fund != loan.request.product.fund:
        check_fund(facts, fund, kip)
    transfer = makers_loans.written_off(loan, kip, fund=fund)
    return GivenUp(
        event=WrittenOff(day=facts.day, decision=decision.strip(), kip=kip),
        entry=Entry(day=facts.day, transfers=(transfer,), decisions=(decision.strip(),)),
    )


def pass_on(
    loan: Loan,
    facts: DayFacts,
    *,
    guarantor: MemberId,
    decision: str,
    new: tuple[LoanId, str],
    months: int,
    approvers: tuple[str, ...] = (),
) -> HandedOn:
    """A guarantor takes over what is left of a loan, with its unpaid interest and fine.

    `new` is the id and the number of the loan that she then has; it runs `months` from the day of
    the facts, on the terms of the old one. Raises DayOutsideBooks, NameMissing, LoanNotRunning,
    MemberUnknown, NotItsGuarantor, MemberNotActive, AmountOutOfRange.
    """
    kip = _left(loan, facts, decision)
    _check_guarantor(loan, facts, guarantor)
    if not 1 <= months <= MONTHS_MOST:
        raise AmountOutOfRange(given=months, most=MONTHS_MOST)
    owed = owed_on(loan, day=facts.day)
    number = decision.strip()
    taken = TakenOver(
        day=facts.day, decision=number, loan=loan.id, interest=owed.interest, fine=owed.fine
    )
    hers = Loan(
        id=new[0],
        number=new[1],
        request=_request_of(loan, guarantor, kip, facts.day, months),
        decision=LoanDecision(
            day=facts.day, number=number, approved=True, kip=kip, approvers=approvers
        ),
        events=(taken,),
    )
    transfers = makers_loans.passed_on(loan, hers, kip)
    entry = Entry(day=facts.day, transfers=transfers, decisions=(number,))
    event = PassedOn(day=facts.day, decision=number, loan=hers.id)
    return HandedOn(new=hers, old_event=event, entry=entry)


def _check_guarantor(loan: Loan, facts: DayFacts, guarantor: MemberId) -> None:
    person = member_of(facts, guarantor)
    if guarantor not in loan.request.guarantors:
        raise NotItsGuarantor(loan=loan.number, member=person.told)
    member_in(facts, guarantor)


MONTHS_MOST = 120
"""The longest time, in months, that a loan may be given by its new borrower."""


def _request_of(loan: Loan, guarantor: MemberId, kip: Kip, day: date, months: int) -> LoanRequest:
    others = tuple(g for g in loan.request.guarantors if g != guarantor)
    return replace(
        loan.request, member=guarantor, day=day, kip=kip, months=months, guarantors=others
    )


def _left(loan: Loan, facts: DayFacts, decision: str) -> Kip:
    """What is left of the principal of a loan that runs, in kip, after the first checks."""
    check_day(facts)
    if not decision.strip():
        raise NameMissing(what="decision")
    running(loan, facts.day)
    kip = principal_left(loan, facts.day)
    if kip < 1:
        raise LoanNotRunning(number=loan.number, stage=LoanStage.REPAID)
    return kip
