"""The sums under the list of dividends."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.rules.kip import Kip
from ledger.statements.annual import DividendRow


@dataclass(frozen=True, slots=True)
class DividendTotals:
    """All members together, in kip; `members` is how many of them get anything."""

    savings: Kip = 0
    weight: int = 0
    dividend: Kip = 0
    refund: Kip = 0
    members: int = 0
    voluntary: Kip = 0

    @property
    def total(self) -> Kip:
        """What they get together."""
        return self.dividend + self.refund


def dividend_totals_of(rows: Iterable[DividendRow]) -> DividendTotals:
    """Add up the list."""
    rows = tuple(rows)
    return DividendTotals(
        savings=sum(row.savings for row in rows),
        weight=sum(row.weight for row in rows),
        dividend=sum(row.dividend for row in rows),
        refund=sum(row.refund for row in rows),
        members=sum(1 for row in rows if row.total),
        voluntary=sum(row.voluntary for row in rows),
    )
