"""The plan of a closing: everything it will write, as one value that can be read out first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ledger.rules.accounts import Account
from ledger.rules.days import FiscalYear, Month
from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId, Officer
from ledger.rules.rulebook import AllocationLine, Rulebook
from ledger.rules.transfers import Entry


class SavingsMonth(NamedTuple):
    """One member's savings in one month of the year, in kip.

    `late` is the part of `deposits` that came after the rules' cut-off day. A named tuple, for a
    closing makes twelve of each member, and a tuple is made in a third of the time.
    """

    opening: Kip
    deposits: Kip
    withdrawals: Kip
    late: Kip = 0

    @property
    def closing(self) -> Kip:
        """What stood at the end of the month."""
        return self.opening + self.deposits - self.withdrawals


@dataclass(frozen=True, slots=True)
class InterestDue:
    """Interest on savings that can still be credited in a year: the months, to whom, how much.

    `members` is how many would get something, `kip` what it comes to as the book stands.
    """

    first: Month
    last: Month
    members: int
    kip: Kip


@dataclass(frozen=True, slots=True)
class MemberYear:
    """What the closing needs of one member for one year.

    `months` has one value for each month of the year, in order. `day_sum` is the sum over the
    days of the year of her balance at the end of that day. `interest_paid` is the loan interest
    she paid in the year; `overdue` what she owes beyond its day at the end of the year (kip).
    `settled`: she went in this year, and by the rules has no part in its closing any more.
    `voluntary` is what she then has in voluntary savings, whether they weigh in `months` or not.
    """

    member: Member
    months: tuple[SavingsMonth, ...]
    day_sum: int
    interest_paid: Kip = 0
    overdue: Kip = 0
    settled: bool = False
    voluntary: Kip = 0


@dataclass(frozen=True, slots=True)
class OfficerYear:
    """One officer, and how many of the year's meetings she was at."""

    officer: Officer
    attended: int = 0


@dataclass(frozen=True, slots=True)
class YearFacts:
    """Everything a closing is reckoned from; nothing is looked up while it is planned.

    `balances` are the accounts on the year's last day, before closing; while the earlier year
    `earlier_open` is not closed, with what was earned before this year as one result, and not as
    income. `opening_balances` are the accounts on the eve of its first day. `unsigned` are the
    days of meetings of the year that are still in pencil; `today` is the day on which the plan is
    made. `interest_due` is interest on savings of a year that is over which nobody has credited
    yet.
    """

    year: FiscalYear
    today: date
    rulebook: Rulebook
    balances: Mapping[Account, Kip]
    opening_balances: Mapping[Account, Kip]
    members: tuple[MemberYear, ...]
    officers: tuple[OfficerYear, ...] = ()
    unsigned: tuple[date, ...] = ()
    already_closed: bool = False
    earlier_open: int | None = None
    interest_due: InterestDue | None = None


@dataclass(frozen=True, slots=True)
class MemberShare:
    """What one member gets: the weight of her savings and the dividend and refund, in kip."""

    member: MemberId
    weight: int
    dividend: Kip
    refund: Kip = 0
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class PersonShare:
    """What one officer or adviser gets out of a pool, in kip."""

    officer: Officer
    kip: Kip


@dataclass(frozen=True, slots=True)
class LineShare:
    """One line of the allocation with its amount in kip.

    `handed_out` is what reached persons; `odd` the rest that rounding left, which went to the
    remainder fund: `kip == handed_out + odd` for lines that go to persons.
    """

    line: AllocationLine
    kip: Kip
    handed_out: Kip = 0
    odd: Kip = 0
    persons: tuple[PersonShare, ...] = ()

    @property
    def reached(self) -> Kip:
        """What came to the line's own destination: everything but the odd rest."""
        return self.kip - self.odd


@dataclass(frozen=True, slots=True)
class ClosingPlan:
    """What closing the year will do: shown to everybody first, written only when two agree.

    `profit` is income less costs (kip, below zero for a loss). What the lines reach and `odd` add
    up to the profit to the kip. `odd` holds every rest of rounding, and whatever no line claims;
    it goes to `remainder_fund`, or is carried forward where that is None. After a loss there are
    no lines, `odd` is the loss, and `remainder_fund` the fund that bears it. `entries` is what
    will be written, dated the last day of the year.
    """

    year: FiscalYear
    income: Mapping[Account, Kip]
    expenses: Mapping[Account, Kip]
    profit: Kip
    lines: tuple[LineShare, ...]
    shares: tuple[MemberShare, ...]
    odd: Kip
    remainder_fund: Account | None
    entries: tuple[Entry, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClosedYear:
    """A year that is closed for good: the plan as it was carried out, and who signed it."""

    year: FiscalYear
    plan: ClosingPlan
    signed_by: tuple[str, ...]
