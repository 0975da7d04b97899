"""The group's own rules about loans: which it gives, at what interest, until when, how much."""

from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.accounts import Account
from ledger.rules.kip import BasisPoints, Kip, Rounding


class InterestMethod(StrEnum):
    """On what the interest of a loan is reckoned."""

    OUTSTANDING = "outstanding"  # on what is still owed
    FLAT = "flat"  # on the whole principal, every month
    SEASON = "season"  # one percentage for the whole loan


class MonthCount(StrEnum):
    """How the months of a loan are counted."""

    STARTED = "started"  # every month that has begun, from pay-out day to pay-out day
    CALENDAR = "calendar"  # by the name of the month: lent in January, paid in March is two
    DAYS = "days"  # by the day, with 365 days to the year


class ScheduleKind(StrEnum):
    """When a loan is to be paid back."""

    BULLET = "bullet"  # everything at the end
    INTEREST_MONTHLY = "interest_monthly"  # interest each month, the principal at the end
    INSTALMENTS = "instalments"  # the same amount each month, interest within it
    PRINCIPAL_PARTS = "principal_parts"  # an equal part of the principal, and the month's interest
    FREE = "free"  # as she can, until the last day


class CeilingKind(StrEnum):
    """What limits the size of a loan."""

    NONE = "none"
    SAVINGS_TIMES = "savings_times"
    ABSOLUTE = "absolute"
    STEPS = "steps"  # by which loan of hers it is: first, second, …


class Purse(StrEnum):
    """The three things a repayment can pay, which the rules put in an order."""

    FINE = "fine"
    INTEREST = "interest"
    PRINCIPAL = "principal"


class LateFine(StrEnum):
    """What being late costs."""

    NONE = "none"
    PERCENT = "percent"  # basis points a month on what is overdue
    FIXED = "fixed"  # kip for each month begun


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that one loan may be.

    `times` counts hundredths (300 = three times her savings), reckoned on her savings
    `months_earlier` months before the day; with `lowest_of_months` on the smallest balance since.
    `kip` is the absolute limit, `steps` the limits for her first, second … and every later loan.
    """

    kind: CeilingKind = CeilingKind.NONE
    times: int = 300
    months_earlier: int = 0
    lowest_of_months: bool = False
    kip: Kip = 0
    steps: tuple[Kip, ...] = ()


@dataclass(frozen=True, slots=True)
class LoanProduct:
    """One kind of loan that the group gives.

    `rate` is in basis points a month, or of the whole season where the method is SEASON. The loan
    runs `months`, or until the next `season_end` (month, day) after pay-out. `loan_class` groups
    products of which one person may hold `at_once` together. A guarantor stands for at most
    `guarantee_times` hundredths of her savings (zero: no such limit). `fee` is kip at pay-out. A
    fine begins after `grace_days`. Where `fund` names one of the group's funds, the money is lent
    from it and all that borrowers pay for it goes back there, and not to the year's income.
    """

    key: str
    name: str
    rate: BasisPoints
    method: InterestMethod = InterestMethod.OUTSTANDING
    count: MonthCount = MonthCount.STARTED
    schedule: ScheduleKind = ScheduleKind.BULLET
    months: int = 12
    season_end: tuple[int, int] | None = None
    ceiling: Ceiling = Ceiling()
    waiting_months: int = 0
    guarantors: int = 0
    guarantees_max: int = 99
    guarantee_times: int = 0
    loan_class: str = "ordinary"
    at_once: int = 1
    fee: Kip = 0
    late: LateFine = LateFine.NONE
    late_points: BasisPoints = 0
    late_kip: Kip = 0
    grace_days: int = 0
    rounding: Rounding = Rounding.NEAREST
    fund: Account | None = None


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a loan is for, and the product such a loan usually is. `key` as in NamedAccount."""

    code: str
    name: str
    product: str
    key: str = ""


USUAL_PRIORITY = ("illness", "emergency", "agriculture", "trade", "other")
"""Whose need comes first where a group has not said so itself."""


@dataclass(frozen=True, slots=True)
class LoanRules:
    """The loans that the group gives. `cash_kept` is the least cash (kip) left after a pay-out.

    `priority` are purposes by code or key, those first that are served first when cash is short;
    what it does not name comes where "other" stands.
    With `contract` no money is handed over before the loan's paper is written down. A loan may get
    new due days `reschedules` times (None: as often as the committee decides). What is written off
    is taken from `write_off_fund`, or is a cost of the year where none is named. Only with
    `lend_welfare` may loans be lent from the welfare fund.
    `moneylender` is what a moneylender takes in the village, in basis points a month; 0: not said.
    """

    products: tuple[LoanProduct, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    priority: tuple[str, ...] = USUAL_PRIORITY
    order: tuple[Purse, ...] = (Purse.FINE, Purse.INTEREST, Purse.PRINCIPAL)
    approvals: int = 2
    cash_kept: Kip = 0
    contract: bool = False
    reschedules: int | None = None
    write_off_fund: Account | None = None
    lend_welfare: bool = False
    moneylender: BasisPoints = 0


NO_LOANS = LoanRules()
"""A group that lends nothing."""
