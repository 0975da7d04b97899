"""The group's own rules as one value with a first day; nothing in the program replaces it.

Every figure here is decided by the group, written in its minutes and entered with the number of
that resolution. An older rulebook stays readable for ever; the one of a day is the newest whose
`valid_from` is not after it. Ranges and sources: domain.md, section 8.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.accounts import Account
from ledger.rules.kip import BasisPoints, Kip, Rounding
from ledger.rules.people import Role


@dataclass(frozen=True, slots=True)
class NamedAccount:
    """One of the group's own funds, banks, network bodies, or kinds of income and cost.

    `key` is a word of the catalogue for the usual ones ("welfare", "reserve"), so that a Thai
    paper shows them in Thai; otherwise `name` is printed as the group wrote it.
    """

    account: Account
    name: str
    key: str = ""


# --- saving -------------------------------------------------------------------------------


class SavingMode(StrEnum):
    """How much a member saves each month."""

    FREE = "free"  # any amount from the minimum
    PROMISE = "promise"  # the amount she has promised
    SHARES = "shares"  # a number of shares of one value


class MissedMonth(StrEnum):
    """What a month without a deposit means."""

    ALLOWED = "allowed"
    FINED = "fined"
    CARRIED = "carried"  # next month both months are due


class WithdrawalRule(StrEnum):
    """When a member may take savings out."""

    NEVER = "never"
    AT_EXIT = "at_exit"
    ANY_TIME = "any_time"


@dataclass(frozen=True, slots=True)
class SavingRules:
    """What and how a member saves. Amounts in kip; `interest` in basis points a month."""

    mode: SavingMode = SavingMode.FREE
    minimum: Kip = 0
    maximum: Kip | None = None
    share_value: Kip = 0
    shares_min: int = 1
    shares_max: int = 20
    missed: MissedMonth = MissedMonth.ALLOWED
    missed_fine: Kip = 0
    entry_fee: Kip = 0
    passbook_fee: Kip = 0
    withdrawal: WithdrawalRule = WithdrawalRule.AT_EXIT
    balance_kept: Kip = 0
    interest: BasisPoints = 0


@dataclass(frozen=True, slots=True)
class WelfareRules:
    """What welfare members give each month (kip), and into which fund.

    `everybody` is set where each member is in the welfare fund from her first day.
    """

    contribution: Kip = 0
    fund: Account | None = None
    everybody: bool = False
    waiting_days: int = 180


# --- loans --------------------------------------------------------------------------------


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
    products of which one person may hold `at_once` together. `fee` is kip at pay-out. A fine
    begins after `grace_days`.
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
    loan_class: str = "ordinary"
    at_once: int = 1
    fee: Kip = 0
    late: LateFine = LateFine.NONE
    late_points: BasisPoints = 0
    late_kip: Kip = 0
    grace_days: int = 0
    rounding: Rounding = Rounding.NEAREST


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a loan is for, and the product such a loan usually is. `key` as in NamedAccount."""

    code: str
    name: str
    product: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class LoanRules:
    """The loans that the group gives. `cash_kept` is the least cash (kip) left after a pay-out."""

    products: tuple[LoanProduct, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    order: tuple[Purse, ...] = (Purse.FINE, Purse.INTEREST, Purse.PRINCIPAL)
    approvals: int = 2
    cash_kept: Kip = 0


# --- the year's profit --------------------------------------------------------------------


class LineKind(StrEnum):
    """How the size of one line of the allocation is found."""

    PERCENT = "percent"  # basis points of the profit
    FIXED = "fixed"  # kip
    DIVIDEND_RATE = "dividend_rate"  # basis points a year on the weighted savings
    REFUND_RATE = "refund_rate"  # basis points of the interest that borrowers paid in the year
    REST = "rest"  # whatever the other lines leave


class Base(StrEnum):
    """Of what a percentage is taken."""

    GROSS = "gross"  # of the whole profit
    REMAINING = "remaining"  # of what the earlier lines have left


class Destination(StrEnum):
    """Where one line of the allocation goes."""

    FUND = "fund"
    DIVIDEND = "dividend"
    REFUND = "refund"  # to borrowers, by the interest they paid
    COMMITTEE = "committee"
    ADVISERS = "advisers"
    NETWORK = "network"
    CARRY_FORWARD = "carry_forward"


class PoolSplit(StrEnum):
    """How the committee's or advisers' pool is shared among them."""

    EQUAL = "equal"
    WEIGHT = "weight"
    ATTENDANCE = "attendance"


@dataclass(frozen=True, slots=True)
class AllocationLine:
    """One line of the sharing-out. `amount` is basis points or kip, as `kind` says.

    `account` is the fund or network body where `to` asks for one.
    """

    name: str
    kind: LineKind
    to: Destination
    amount: int = 0
    account: Account | None = None
    base: Base = Base.GROSS
    split: PoolSplit = PoolSplit.EQUAL
    key: str = ""


class DividendBasis(StrEnum):
    """What a member's savings weigh when dividends are shared (domain.md, section 3.4)."""

    CLOSING = "closing"
    MONTH_END = "month_end"
    NEXT_MONTH = "next_month"
    MINIMUM = "minimum"
    DAILY = "daily"


class DividendPayment(StrEnum):
    """How a dividend reaches the member."""

    ASK = "ask"
    CASH = "cash"
    SAVINGS = "savings"
    OFFSET = "offset"  # against overdue debt first


class LossRule(StrEnum):
    """What happens with a loss: there is never a dividend."""

    RESERVE = "reserve"
    CARRY_FORWARD = "carry_forward"


@dataclass(frozen=True, slots=True)
class ProfitRules:
    """How the year's profit is shared.

    `cut_off_day`: under the next-month basis a deposit up to this day of the month counts from
    the start of its own month. Dividends go `rounding` to whole `unit` kip; what is left over goes
    to `remainder_fund`. `loss_fund` bears a loss where `loss` says reserve.
    """

    lines: tuple[AllocationLine, ...] = ()
    basis: DividendBasis = DividendBasis.MONTH_END
    cut_off_day: int = 0
    unit: Kip = 1_000
    rounding: Rounding = Rounding.DOWN
    remainder_fund: Account | None = None
    exclude_defaulters: bool = False
    payment: DividendPayment = DividendPayment.ASK
    loss: LossRule = LossRule.RESERVE
    loss_fund: Account | None = None


# --- the whole ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of one group from one day on.

    `fiscal_year_end` is the last month (1 to 12) of the group's year; `deposit_day` the day of the
    month on which it meets. `denominations` are the notes and coins it counts, in units, largest
    last. `closing_signatures` is how many different officers sign a closing.
    """

    valid_from: date
    resolution: str
    title: str = ""
    source: str = ""
    fiscal_year_end: int = 12
    deposit_day: int = 5
    denominations: tuple[Kip, ...] = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
    accounts: tuple[NamedAccount, ...] = ()
    saving: SavingRules = SavingRules()
    welfare: WelfareRules = WelfareRules()
    loans: LoanRules = LoanRules()
    profit: ProfitRules = ProfitRules()
    roles: tuple[Role, ...] = (Role.PRESIDENT, Role.ACCOUNTANT, Role.TREASURER, Role.AUDITOR)
    closing_signatures: int = 2

    def product(self, key: str) -> LoanProduct | None:
        """The loan product of that key, if the group has it."""
        return next((p for p in self.loans.products if p.key == key), None)

    def named(self, account: Account) -> NamedAccount | None:
        """The group's own account of that number, if it has it."""
        return next((a for a in self.accounts if a.account == account), None)


@dataclass(frozen=True, slots=True)
class Group:
    """Who the group is. `decimals` is 0 for kip and 2 for baht; `points` prints 1.000 for 1,000."""

    name: str
    village: str = ""
    zone: str = ""
    district: str = ""
    province: str = ""
    founded: date | None = None
    currency: str = "LAK"
    decimals: int = 0
    points: bool = False
    books_begin: date | None = None
    practice: bool = False


def rulebook_of(rulebooks: tuple[Rulebook, ...], day: date) -> Rulebook:
    """The rulebook in force on a day: the newest that has begun; the first before that.

    Raises ValueError where there is none at all.
    """
    if not rulebooks:
        raise ValueError("a group without rules")
    begun = [r for r in rulebooks if r.valid_from <= day]
    return max(begun, key=lambda r: r.valid_from) if begun else rulebooks[0]
