"""The rows of a day file about what was found out later of a closed year."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias

from ledger.rules.accounts import Account
from ledger.rules.kip import Kip
from ledger.rules.lines import Line
from ledger.rules.lines_findings import FindingPaidIn, FindingPaidOut, LaterFinding
from ledger.rules.people import MemberId
from ui.commands.day_file import Row


class Cells(Protocol):
    """What these rows ask of the reader of a day."""

    def kip(self, row: Row, column: str = "amount") -> Kip:
        """The amount in a column."""

    def number(self, row: Row, column: str, default: int = 0) -> int:
        """The whole number in a column."""

    def account(self, row: Row, column: str = "account") -> Account:
        """The account that a column names."""

    def member(self, row: Row) -> MemberId:
        """The member whose number the row gives."""


def _found(cells: Cells, row: Row, *, more: bool) -> Line:
    return LaterFinding(
        cells.number(row, "year"),
        cells.kip(row),
        more,
        row["decision"],
        fund=cells.account(row) if row["account"] else None,
        member=cells.member(row) if row["member"] else None,
        bank=_bank(cells, row),
        note=row["note"],
    )


def _bank(cells: Cells, row: Row) -> Account | None:
    return cells.account(row, "bank") if row["bank"] else None


FindingReader: TypeAlias = Callable[[Cells, Row], Line]

FINDING_READERS: Mapping[str, FindingReader] = {
    "finding_more": lambda r, row: _found(r, row, more=True),
    "finding_less": lambda r, row: _found(r, row, more=False),
    "finding_paid_in": lambda r, row: FindingPaidIn(r.member(row), r.kip(row), _bank(r, row)),
    "finding_paid_out": lambda r, row: FindingPaidOut(r.member(row), r.kip(row), _bank(r, row)),
}
"""Each row by the word in its column `what`."""
