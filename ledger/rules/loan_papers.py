"""Of which loans which papers can be made: a reminder needs something overdue, and so on."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.loan_events import Rescheduled
from ledger.rules.loan_values import Loan, LoanStage, LoanState
from ledger.rules.loans import loan_state
from ledger.rules.paper_texts import LoanText
from ledger.rules.refusals import Refusal


@dataclass
class NoLoanAgreed(Refusal):
    """The committee has not agreed to the loan, so that there is nothing to sign."""

    number: str


@dataclass
class NothingOverdue(Refusal):
    """Nothing of the loan is overdue on that day."""

    number: str
    day: date


@dataclass
class NobodyOverdue(Refusal):
    """Nothing of any loan is overdue on that day."""

    day: date


@dataclass
class NothingLeftOfLoan(Refusal):
    """Nothing is owed on the loan on that day, or its money was not handed over."""

    number: str
    day: date


@dataclass
class LoanNotRepaid(Refusal):
    """The loan is not repaid whole on that day; so much (kip) ends it."""

    number: str
    day: date
    kip: Kip


@dataclass
class NobodyStandsForLoan(Refusal):
    """The loan has no guarantors who could sign a letter."""

    number: str


@dataclass
class NoNewDays(Refusal):
    """The loan has its first due days still: there is nothing to add to its contract."""

    number: str
    day: date


def renewals(loan: Loan, day: date) -> tuple[Rescheduled, ...]:
    """The decisions on new due days up to the end of a day, the oldest first."""
    found = [e for e in loan.events if isinstance(e, Rescheduled) and e.day <= day]
    return tuple(sorted(found, key=lambda event: event.day))


def agreed_to(loan: Loan) -> bool:
    """Whether the committee has agreed to the loan."""
    return loan.decision is not None and loan.decision.approved


def check_paper(which: LoanText, loan: Loan, day: date) -> LoanState:
    """Where the loan stands on a day on which such a paper of it can be made.

    Raises the refusals of this file.
    """
    state = loan_state(loan, day)
    refusal = _refusal(which, loan, state)
    if refusal is not None:
        raise refusal
    return state


def _refusal(which: LoanText, loan: Loan, state: LoanState) -> Refusal | None:
    if which is LoanText.REMINDER and not state.overdue:
        return NothingOverdue(number=loan.number, day=state.day)
    if which is LoanText.SETTLEMENT and state.stage is not LoanStage.PAID_OUT:
        return NothingLeftOfLoan(number=loan.number, day=state.day)
    if which is LoanText.DISCHARGE and state.stage is not LoanStage.REPAID:
        return LoanNotRepaid(number=loan.number, day=state.day, kip=state.settlement)
    return _nothing_to_sign(which, loan, state.day)


def _nothing_to_sign(which: LoanText, loan: Loan, day: date) -> Refusal | None:
    if which in {LoanText.CONTRACT, LoanText.GUARANTEE} and not agreed_to(loan):
        return NoLoanAgreed(number=loan.number)
    if which is LoanText.GUARANTEE and not loan.request.guarantors:
        return NobodyStandsForLoan(number=loan.number)
    if which is LoanText.ADDENDUM and not renewals(loan, day):
        return NoNewDays(number=loan.number, day=day)
    return None
