"""The group's own rules about its welfare fund: what each member gives, and what it pays for.

The table of benefits is data: an event, what is paid for it, and up to where. Nothing here knows
any event by name; a birth and a flood are two rows of the table.
"""

from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.accounts import Account
from ledger.rules.kip import WHOLE, BasisPoints, Kip


class ContributionUnit(StrEnum):
    """For how long one contribution counts."""

    MONTH = "month"
    YEAR = "year"
    DAY = "day"


class BenefitUnit(StrEnum):
    """What a benefit is paid for: each event, or each day, night, week, month or year of it."""

    EVENT = "event"
    DAY = "day"
    NIGHT = "night"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class LadderBy(StrEnum):
    """By what the amount of a benefit goes up in steps."""

    NOTHING = "nothing"
    AGE = "age"
    WELFARE_YEARS = "welfare_years"
    SAVING_YEARS = "saving_years"


class BenefitTo(StrEnum):
    """Whose a benefit is."""

    MEMBER = "member"
    CHILD = "child"
    HEIRS = "heirs"


@dataclass(frozen=True, slots=True)
class BenefitStep:
    """From so many whole years on, one unit of the benefit is so much (kip)."""

    years: int
    kip: Kip


@dataclass(frozen=True, slots=True)
class Benefit:
    """One row of the table: what the fund pays when something happens.

    `code` names the row within the table; `key` is a word of the catalogue for the usual events,
    otherwise `name` is printed. `kip` is paid for each `unit`, or what the `steps` of the ladder
    say. `units_most`, `event_most` (kip) and `year_most` (kip) are its limits; zero is none.
    `waiting_days` is longer than the fund's own, or zero. `age_least` is in whole years. A claim
    needs so many `confirmations` by different officers, and words of evidence where `evidence`.
    """

    code: str
    name: str
    key: str = ""
    unit: BenefitUnit = BenefitUnit.EVENT
    kip: Kip = 0
    units_most: int = 0
    event_most: Kip = 0
    year_most: Kip = 0
    waiting_days: int = 0
    age_least: int = 0
    ladder: LadderBy = LadderBy.NOTHING
    steps: tuple[BenefitStep, ...] = ()
    confirmations: int = 1
    evidence: bool = True
    to: BenefitTo = BenefitTo.MEMBER

    @property
    def is_pension(self) -> bool:
        """Whether it is paid month after month to whoever is old enough."""
        return self.unit is BenefitUnit.MONTH and self.age_least > 0


@dataclass(frozen=True, slots=True)
class WelfareRules:
    """What welfare members give (kip for each `per`), into which fund, and what it pays for.

    `everybody` is set where each member is in the welfare fund from her first day. `entry_fee`
    (kip) is the first thing that she gives; nothing is ever given back. The year of contributions
    and limits begins with month `year_begins` (1 to 12). `apart`: the fund's money lies apart in
    the box, or in the account `bank`, and the group's loans and costs never touch it. `costs_most`
    is how much of the fund may go into its own costs in one year.
    """

    contribution: Kip = 0
    fund: Account | None = None
    everybody: bool = False
    waiting_days: int = 180
    per: ContributionUnit = ContributionUnit.MONTH
    entry_fee: Kip = 0
    year_begins: int = 1
    apart: bool = False
    bank: Account | None = None
    costs_most: BasisPoints = WHOLE
    benefits: tuple[Benefit, ...] = ()

    def benefit(self, code: str) -> Benefit | None:
        """The row of the table with that code, if there is one."""
        return next((b for b in self.benefits if b.code == code), None)


NO_WELFARE = WelfareRules()
"""A group without a welfare fund."""
