"""Checks what is paid out and paid back on loans, and says what is to be written."""

from dataclasses import dataclass

from ledger.rules import makers
from ledger.rules.accounts import CASH, DIVIDENDS_PAYABLE
from ledger.rules.contributions import check_amount
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines import DividendTaken, DividendWay, LoanPaidOut, Repaid, RepaidAs
from ledger.rules.loan_decisions import check_pay_out
from ledger.rules.loan_values import Loan, LoanStage, Split
from ledger.rules.loans import LoanNotRunning, loan_state, owed_on, split_repayment
from ledger.rules.posting_members import member_in, member_of
from ledger.rules.refusals import AmountOutOfRange, Refusal
from ledger.rules.rulebook import Purse
from ledger.rules.transfers import LoanId, Transfer


@dataclass
class LoanUnknown(Refusal):
    """No loan of that number is open, or none was named."""

    loan: LoanId | None


@dataclass
class LoanOfAnother(Refusal):
    """The loan is another member's."""

    loan: str
    member: str


@dataclass
class PartAboveDue(Refusal):
    """Of one part of a repayment (fine, interest or principal) not so much is owed (kip)."""

    loan: str
    part: Purse
    owed: Kip
    given: Kip


@dataclass
class DividendShort(Refusal):
    """The group does not owe her so much of a dividend (kip)."""

    owed: Kip
    given: Kip


def loan_of(facts: DayFacts, loan: LoanId | None) -> Loan:
    """The open loan of that id; LoanUnknown where there is none."""
    found = None if loan is None else facts.loans.get(loan)
    if found is None:
        raise LoanUnknown(loan=loan)
    return found


def pay_out(line: LoanPaidOut, facts: DayFacts) -> tuple[Transfer, ...]:
    """An approved loan is handed over whole; the product's fee comes back at once."""
    loan = loan_of(facts, line.loan)
    member_in(facts, loan.request.member)
    check_pay_out(loan, facts)
    assert loan.decision is not None  # What is not decided is not approved.
    fee = loan.request.product.fee
    paid = makers.pay_out(loan, loan.decision.kip)
    return (paid, makers.loan_fee(loan, fee)) if fee else (paid,)


def repaid(line: Repaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """A repayment, divided in the order of the rules."""
    loan = loan_of(facts, line.loan)
    order = facts.rulebook.loans.order
    return makers.repayment(loan, split_repayment(loan, line.kip, day=facts.day, order=order))


def repaid_as(line: RepaidAs, facts: DayFacts) -> tuple[Transfer, ...]:
    """A repayment whose parts were agreed at the table; none above what is owed of it."""
    loan = loan_of(facts, line.loan)
    split = Split(fine=line.fine, interest=line.interest, principal=line.principal)
    check_amount(split.kip)
    most = owed_on(loan, day=facts.day)
    if not most.kip:
        _check_running(loan, facts)
    for part in Purse:
        given: Kip = getattr(split, part.value)
        owed: Kip = getattr(most, part.value)
        if given < 0:
            raise AmountOutOfRange(given=given, most=owed)
        if given > owed:
            raise PartAboveDue(loan=loan.number, part=part, owed=owed, given=given)
    return makers.repayment(loan, split, paid_from=CASH)


def _check_running(loan: Loan, facts: DayFacts) -> None:
    stage = loan_state(loan, facts.day).stage
    if stage is not LoanStage.PAID_OUT:
        raise LoanNotRunning(number=loan.number, stage=stage)


def dividend(line: DividendTaken, facts: DayFacts) -> tuple[Transfer, ...]:
    """A dividend, or part of it: in cash, left with her savings, or against her own loan."""
    check_amount(line.kip)
    member = member_of(facts, line.member)
    owed = facts.dividends.get(member.id, 0)
    if line.kip > owed:
        raise DividendShort(owed=owed, given=line.kip)
    if line.way is DividendWay.CASH:
        return (makers.dividend_paid(member.id, line.kip),)
    if line.way is DividendWay.SAVINGS:
        member_in(facts, member.id)
        return (makers.dividend_saved(member.id, line.kip),)
    loan = loan_of(facts, line.loan)
    if loan.request.member != member.id:
        raise LoanOfAnother(loan=loan.number, member=member.name)
    order = facts.rulebook.loans.order
    split = split_repayment(loan, line.kip, day=facts.day, order=order)
    return makers.repayment(loan, split, paid_from=DIVIDENDS_PAYABLE)
