"""Checks what is paid out and paid back on loans, and says what is to be written."""

from dataclasses import dataclass

from ledger.rules import makers, makers_loans
from ledger.rules.accounts import CASH, DIVIDENDS_PAYABLE, Account
from ledger.rules.contributions import check_amount
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import LAST_DAY
from ledger.rules.kip import Kip
from ledger.rules.lines import DividendTaken, DividendWay, LoanPaidOut, Repaid, RepaidAs
from ledger.rules.lines_loans import GuarantorPaid, LoanRecovered
from ledger.rules.loan_decisions import check_pay_out
from ledger.rules.loan_moves import written_off_of
from ledger.rules.loan_parts import is_first_part
from ledger.rules.loan_values import Loan, LoanStage, Split
from ledger.rules.loans import LoanNotRunning, loan_state, owed_on, split_repayment
from ledger.rules.posting_members import member_in, member_of
from ledger.rules.refusals import AmountOutOfRange, Refusal
from ledger.rules.rulebook import Purse, Rulebook
from ledger.rules.transfers import LoanId, Transfer
from ledger.rules.waiting_list import check_turn, waiting_of


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


@dataclass
class NotItsGuarantor(Refusal):
    """She does not stand for this loan."""

    loan: str
    member: str


@dataclass
class NotWrittenOff(Refusal):
    """Nothing of this loan was written off by that day."""

    number: str


@dataclass
class MoreThanLost(Refusal):
    """More would come back (kip) than is still lost of the loan."""

    number: str
    given: Kip
    most: Kip


def loan_of(facts: DayFacts, loan: LoanId | None) -> Loan:
    """The open loan of that id; LoanUnknown where there is none."""
    found = None if loan is None else facts.loans.get(loan)
    if found is None:
        raise LoanUnknown(loan=loan)
    return found


def pay_out(line: LoanPaidOut, facts: DayFacts) -> tuple[Transfer, ...]:
    """An approved loan, or a part of it, is handed over; the fee comes back with the first part."""
    loan = loan_of(facts, line.loan)
    member_in(facts, loan.request.member)
    kip = check_pay_out(loan, facts, line.kip)
    check_turn(loan, waiting_of(facts))
    fee = loan.request.product.fee if is_first_part(loan) else 0
    paid = makers.pay_out(loan, kip)
    return (paid, makers.loan_fee(loan, fee)) if fee else (paid,)


def guarantor_paid(line: GuarantorPaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """A guarantor pays on the loan she stands for, in the order of the rules."""
    loan = loan_of(facts, line.loan)
    person = member_of(facts, line.guarantor)
    if line.guarantor not in loan.request.guarantors:
        raise NotItsGuarantor(loan=loan.number, member=person.told)
    return repaid(Repaid(line.loan, line.kip), facts)


def recovered(line: LoanRecovered, facts: DayFacts) -> tuple[Transfer, ...]:
    """Something comes back of a loan that was written off; never more than was lost."""
    loan = loan_of(facts, line.loan)
    check_amount(line.kip)
    lost, _ = written_off_of(loan.moves, facts.day)
    if lost <= 0:
        raise NotWrittenOff(number=loan.number)
    _, back = written_off_of(loan.moves, LAST_DAY)
    if line.kip > lost - back:
        raise MoreThanLost(number=loan.number, given=line.kip, most=lost - back)
    fund = loss_fund(loan, facts.rulebook)
    return (makers_loans.recovered(loan, line.kip, fund=fund),)


def loss_fund(loan: Loan, rulebook: Rulebook) -> Account | None:
    """The fund that bears the loss of a loan: the one it was lent from, or the rules' own.

    Nothing where the loss is a cost of the year, and what comes back of it an income.
    """
    return loan.request.product.fund or rulebook.loans.write_off_fund


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
        raise LoanOfAnother(loan=loan.number, member=member.told)
    order = facts.rulebook.loans.order
    split = split_repayment(loan, line.kip, day=facts.day, order=order)
    return makers.repayment(loan, split, paid_from=DIVIDENDS_PAYABLE)
