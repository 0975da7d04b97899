"""When a further part of a loan may be handed over, and the paper that has to be there before."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.day_facts import DayFacts
from ledger.rules.loan_events import Contract, Rescheduled
from ledger.rules.loan_moves import paid_out_of
from ledger.rules.loan_values import Loan, LoanStage
from ledger.rules.loans import LoanNotRunning, loan_state
from ledger.rules.refusals import Refusal


@dataclass
class ContractMissing(Refusal):
    """The rules ask for a contract, and none is written down for this loan by that day."""

    number: str


@dataclass
class PartTooLate(Refusal):
    """New due days were set for this loan on a day that is not before this one."""

    number: str
    day: date


def check_contract_there(loan: Loan, facts: DayFacts) -> None:
    """Refuse to hand over money without the contract that the rules ask for: ContractMissing."""
    if not facts.rulebook.loans.contract:
        return
    if not any(isinstance(e, Contract) and e.day <= facts.day for e in loan.events):
        raise ContractMissing(number=loan.number)


def check_further_part(loan: Loan, day: date) -> None:
    """Refuse a part of a loan that is over, or whose new due days were set without it.

    Raises LoanNotRunning, PartTooLate.
    """
    state = loan_state(loan, max(day, *(move.day for move in loan.moves)))
    if state.stage is not LoanStage.PAID_OUT:
        raise LoanNotRunning(number=loan.number, stage=state.stage)
    set_on = [event.day for event in loan.events if isinstance(event, Rescheduled)]
    if set_on and max(set_on) >= day:
        raise PartTooLate(number=loan.number, day=max(set_on))


def is_first_part(loan: Loan) -> bool:
    """Whether nothing of the loan is handed over yet; the fee belongs to the first part."""
    return paid_out_of(loan.moves) == 0
