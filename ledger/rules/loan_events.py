"""What the committee decides about a loan after its money is handed over, apart from money itself.

Each is written down once, under a day and the number of the decision, and is never changed: where
a loan stands is reckoned from them and from what has moved.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from ledger.rules.kip import Kip
from ledger.rules.transfers import LoanId


@dataclass(frozen=True, slots=True)
class Contract:
    """The paper of the loan: its number, who signed it and who was there to see it."""

    day: date
    number: str
    signers: tuple[str, ...]
    witnesses: tuple[str, ...] = ()
    decision: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A part of the principal (kip) and the day on which it is to be paid back."""

    due: date
    kip: Kip


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """From this day on what is left of the principal is to be paid back on other days.

    The parts of `plan` add up to the principal that was out at the end of the day.
    """

    day: date
    decision: str
    plan: tuple[PlannedPart, ...]


@dataclass(frozen=True, slots=True)
class InterestPaused:
    """From the day `first` to the day `last`, both counted, no interest is charged."""

    day: date
    decision: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Waived:
    """So much of the interest and of the fine (kip) is not asked for any more."""

    day: date
    decision: str
    interest: Kip = 0
    fine: Kip = 0


@dataclass(frozen=True, slots=True)
class WrittenOff:
    """The group has given up what was left of the principal (kip); an entry says from where."""

    day: date
    decision: str
    kip: Kip


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A guarantor owes the rest from now on, as the loan `loan` of her own."""

    day: date
    decision: str
    loan: LoanId


@dataclass(frozen=True, slots=True)
class TakenOver:
    """This loan is what was left of the loan `loan`, with its unpaid interest and fine (kip)."""

    day: date
    decision: str
    loan: LoanId
    interest: Kip = 0
    fine: Kip = 0


LoanEvent: TypeAlias = (
    Contract | Rescheduled | InterestPaused | Waived | WrittenOff | PassedOn | TakenOver
)

EVENT_KINDS: dict[str, type[LoanEvent]] = {
    "contract": Contract,
    "reschedule": Rescheduled,
    "pause": InterestPaused,
    "waiver": Waived,
    "write_off": WrittenOff,
    "passed_on": PassedOn,
    "taken_over": TakenOver,
}
"""Under which word the book keeps each."""
