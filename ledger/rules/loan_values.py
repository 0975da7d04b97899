"""What the book knows of one loan: its terms, its decision, and what has been paid on it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.kip import Kip
from ledger.rules.loan_events import LoanEvent
from ledger.rules.people import MemberId
from ledger.rules.rulebook import LoanProduct
from ledger.rules.transfers import LoanId


class LoanStage(StrEnum):
    """How far a loan has come."""

    REQUESTED = "requested"
    REFUSED = "refused"
    APPROVED = "approved"
    PAID_OUT = "paid_out"
    REPAID = "repaid"
    WRITTEN_OFF = "written_off"  # lost, and not got back whole
    PASSED_ON = "passed_on"  # another owes it now, under a number of its own


class MoveKind(StrEnum):
    """What one movement on a loan was."""

    # Looked up for every movement: the word's own hash is many times quicker.
    __hash__ = str.__hash__

    PAY_OUT = "pay_out"
    PRINCIPAL = "principal"
    INTEREST = "interest"
    FINE = "fine"
    WRITTEN_OFF = "written_off"
    RECOVERED = "recovered"
    PASSED_ON = "passed_on"


@dataclass(frozen=True, slots=True)
class LoanMove:
    """One amount (kip) that was paid out or paid in on a loan, on one day, in the book's order.

    A counter-entry appears as the same kind with an amount below zero.
    """

    day: date
    kind: MoveKind
    kip: Kip


@dataclass(frozen=True, slots=True)
class LoanRequest:
    """What a member asks for. `product` is a copy of the group's terms on the day of the request.

    `months` is how long she wants it, at most the product's months.
    """

    member: MemberId
    day: date
    kip: Kip
    purpose: str
    product: LoanProduct
    months: int
    guarantors: tuple[MemberId, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class LoanDecision:
    """What the committee decided, under which number; who agreed and who did not (by name)."""

    day: date
    number: str
    approved: bool
    kip: Kip
    approvers: tuple[str, ...] = ()
    reason: str = ""
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loan:
    """One loan as the book has it: request, decision, its movements, and what else was decided.

    `events` stand in the book's order: a contract, a new schedule, a pause of interest and so on.
    """

    id: LoanId
    number: str
    request: LoanRequest
    decision: LoanDecision | None = None
    moves: tuple[LoanMove, ...] = ()
    events: tuple[LoanEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One day on which something is to be paid: principal and interest in kip."""

    due: date
    principal: Kip
    interest: Kip


@dataclass(frozen=True, slots=True)
class LoanState:
    """Where a loan stands on one day, in kip.

    `interest_due` and `fine_due` are reckoned up to that day and not yet paid; `principal_due` is
    the part of the principal whose day has come, and `interest_asked` that of the interest: all of
    it, but where everything is paid at the end, or on days that were agreed anew, only on them.
    `overdue` is principal and interest whose day is past by more than the grace days,
    `overdue_since` the first such day. `settlement` is what ends the loan on that day: principal,
    interest and fine. `written_off` is what was lost of the principal, `recovered` what came back
    of that later.
    """

    stage: LoanStage
    day: date
    principal: Kip
    interest_due: Kip
    interest_asked: Kip
    fine_due: Kip
    principal_due: Kip
    overdue: Kip
    overdue_since: date | None
    interest_paid: Kip
    fine_paid: Kip
    last_due: date | None
    written_off: Kip = 0
    recovered: Kip = 0

    @property
    def settlement(self) -> Kip:
        """What ends the loan on that day, in kip."""
        return self.principal + self.interest_due + self.fine_due


@dataclass(frozen=True, slots=True)
class Split:
    """How one repayment is divided, in kip, by the order of the rules."""

    fine: Kip
    interest: Kip
    principal: Kip

    @property
    def kip(self) -> Kip:
        """The whole repayment."""
        return self.fine + self.interest + self.principal
