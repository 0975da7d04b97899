"""The settlement of a member who has left or died: what she had, what is set off, who is paid."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.loan_values import Split
from ledger.rules.people import MemberId
from ledger.rules.transfers import LoanId


@dataclass(frozen=True, slots=True)
class Payee:
    """Who is paid, and how much (kip); `odd` is the part of it that no percentage could divide."""

    name: str
    kip: Kip
    odd: Kip = 0


@dataclass(frozen=True, slots=True)
class SetOff:
    """What is set off against one of her loans; `rest` (kip) is what stays owed on it."""

    loan: LoanId
    number: str
    split: Split
    rest: Kip = 0


@dataclass(frozen=True, slots=True)
class Settlement:
    """Everything between a member and the group on the day on which she goes, in kip.

    `dividend` is what she has not fetched of earlier years, `dividend_now` her part of the year
    that runs. `to_pay` and `to_collect` cannot both be above zero.
    """

    member: MemberId
    day: date
    savings: Kip
    voluntary: Kip = 0
    dividend: Kip = 0
    dividend_now: Kip = 0
    loans: tuple[SetOff, ...] = ()
    payees: tuple[Payee, ...] = ()
    death: bool = False

    @property
    def has(self) -> Kip:
        """What is hers, in kip."""
        return self.savings + self.voluntary + self.dividend + self.dividend_now

    @property
    def set_off(self) -> Kip:
        """What her loans take of it, in kip."""
        return sum(loan.split.kip for loan in self.loans)

    @property
    def to_pay(self) -> Kip:
        """What the group pays her, or her family, in kip."""
        return max(self.has - self.set_off, 0)

    @property
    def to_collect(self) -> Kip:
        """What she brings so that everything is paid, in kip."""
        return max(self.set_off - self.has, 0)
