"""What the book knows of one claim to a welfare benefit: event, reckoning, decision, pay-out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.days import month_of
from ledger.rules.kip import Kip, divide
from ledger.rules.people import MemberId
from ledger.rules.transfers import ClaimId
from ledger.rules.welfare_rules import Benefit, BenefitUnit


class ClaimStage(StrEnum):
    """How far a claim has come."""

    ASKED = "asked"
    REFUSED = "refused"
    APPROVED = "approved"
    PAID = "paid"


class ReckonStep(StrEnum):
    """What one line of the reckoning did."""

    UNITS = "units"  # so many times the amount of one
    UNITS_MOST = "units_most"  # only so many of them are counted
    EVENT_MOST = "event_most"  # one event is never more
    YEAR_MOST = "year_most"  # one year is never more, with what was used before


@dataclass(frozen=True, slots=True)
class ReckonRow:
    """One line of the reckoning, in kip: `kip` is the amount of one unit, or the limit.

    `used` is what the year's limit had been used for before; `total` is what is left after the
    line.
    """

    step: ReckonStep
    total: Kip
    units: int = 0
    kip: Kip = 0
    used: Kip = 0


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a claim comes to (kip), line by line."""

    rows: tuple[ReckonRow, ...]
    kip: Kip


@dataclass(frozen=True, slots=True)
class ClaimRequest:
    """What is asked for. `benefit` is a copy of the table's row on the day of the claim.

    `first` and `last` are the days of the event, `units` how many events, days, nights, weeks,
    months or years of it are asked for.
    """

    member: MemberId
    day: date
    benefit: Benefit
    first: date
    last: date
    units: int
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ClaimDecision:
    """What was decided on a claim, under which number, and which officers confirmed it."""

    day: date
    number: str
    approved: bool
    confirmers: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim as the book has it."""

    id: ClaimId
    number: str
    request: ClaimRequest
    reckoning: Reckoning
    decision: ClaimDecision | None = None
    paid: date | None = None

    @property
    def stage(self) -> ClaimStage:
        """How far it has come."""
        if self.paid is not None:
            return ClaimStage.PAID
        if self.decision is None:
            return ClaimStage.ASKED
        return ClaimStage.APPROVED if self.decision.approved else ClaimStage.REFUSED

    @property
    def kip(self) -> Kip:
        """What it comes to, in kip."""
        return self.reckoning.kip


def units_between(unit: BenefitUnit, first: date, last: date) -> int:
    """How many units lie between two days: nights less than days, months and years as begun.

    Weeks are whole weeks; an event is always one.
    """
    days = (last - first).days
    return {
        BenefitUnit.EVENT: 1,
        BenefitUnit.DAY: days + 1,
        BenefitUnit.NIGHT: days,
        BenefitUnit.WEEK: divide(days + 1, 1, 7),
        BenefitUnit.MONTH: month_of(last) - month_of(first) + 1,
        BenefitUnit.YEAR: last.year - first.year + 1,
    }[unit]
