"""What a group decides about saving: how much, what a missed month means, and what may go out.

A group keeps compulsory savings, which all its dividend is shared by, and, where it wishes,
voluntary savings beside them, with rules of their own.
"""

from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.accounts import SAVINGS, VOLUNTARY_SAVINGS, Account
from ledger.rules.kip import BasisPoints, Kip


class SavingsProduct(StrEnum):
    """Which of a member's savings."""

    COMPULSORY = "compulsory"
    VOLUNTARY = "voluntary"

    @property
    def account(self) -> Account:
        """Where they stand."""
        return SAVINGS if self is SavingsProduct.COMPULSORY else VOLUNTARY_SAVINGS


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
    NOTICE = "notice"  # so long after she has said so


class NoticeUnit(StrEnum):
    """What the time of notice is counted in."""

    DAYS = "days"
    MONTHS = "months"


class InterestBasis(StrEnum):
    """Which balances earn interest on savings."""

    MONTH_END = "month_end"  # what stands at each month's end
    DAILY = "daily"  # what stands at the end of each day


class InterestPeriod(StrEnum):
    """How often interest on savings is reckoned and credited."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class SavingRules:
    """What and how a member saves. Amounts in kip; `interest` in basis points a month.

    `notice` counts for a withdrawal with notice only. `months_ahead` is for how many months to
    come a member may save beforehand. The last three hold for the interest on both kinds of
    savings: `interest_unit` is the kip it is rounded down to.
    """

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
    notice: int = 1
    notice_unit: NoticeUnit = NoticeUnit.MONTHS
    months_ahead: int = 0
    interest_basis: InterestBasis = InterestBasis.MONTH_END
    interest_period: InterestPeriod = InterestPeriod.YEAR
    interest_unit: Kip = 1


@dataclass(frozen=True, slots=True)
class VoluntaryRules:
    """The savings beside the compulsory ones, where the group has them (`kept`).

    Amounts in kip for one deposit; `interest` in basis points a month. `dividend` lets them weigh
    in the dividend, `ceiling` in how much a member may borrow.
    """

    kept: bool = False
    minimum: Kip = 0
    maximum: Kip | None = None
    withdrawal: WithdrawalRule = WithdrawalRule.ANY_TIME
    balance_kept: Kip = 0
    notice: int = 1
    notice_unit: NoticeUnit = NoticeUnit.MONTHS
    interest: BasisPoints = 0
    dividend: bool = False
    ceiling: bool = False


ANY_AMOUNT = SavingRules()
NO_VOLUNTARY = VoluntaryRules()
