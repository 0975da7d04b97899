"""The group's own rules about the year's profit: its lines, and how members' shares are weighed."""

from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.accounts import Account
from ledger.rules.kip import Kip, Rounding


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
    """What a member's savings weigh when dividends are shared."""

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


NOTHING_SHARED = ProfitRules()
"""A group that has not yet said how it shares."""
