"""The rows of a day file about funds, network, banks and lenders, each as its line."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias

from ledger.rules.accounts import Account
from ledger.rules.kip import Kip
from ledger.rules.lines import (
    FundGift,
    FundSpent,
    Line,
    PayablePaid,
    Received,
    SeedMoney,
    Spent,
)
from ledger.rules.lines_funds import (
    BankFee,
    Borrowed,
    FundMoved,
    GroupLent,
    GroupPaid,
    LenderPaid,
    NetworkDue,
)
from ui.commands.day_file import Row


class Cells(Protocol):
    """What these rows ask of the reader of a day."""

    def kip(self, row: Row, column: str = "amount") -> Kip:
        """The amount in a column."""

    def account(self, row: Row, column: str = "account") -> Account:
        """The account that a column names."""


def _bank(cells: Cells, row: Row) -> Account | None:
    return cells.account(row, "bank") if row["bank"] else None


FundReader: TypeAlias = Callable[[Cells, Row], Line]

FUND_READERS: Mapping[str, FundReader] = {
    "expense": lambda r, row: Spent(r.account(row), r.kip(row), row["note"], _bank(r, row)),
    "income": lambda r, row: Received(r.account(row), r.kip(row), row["note"], _bank(r, row)),
    "fund_spent": lambda r, row: FundSpent(
        r.account(row), r.kip(row), row["note"], decision=row["decision"], bank=_bank(r, row)
    ),
    "fund_gift": lambda r, row: FundGift(
        r.account(row), r.kip(row), row["note"], row["giver"], _bank(r, row)
    ),
    "seed_money": lambda r, row: SeedMoney(r.kip(row), row["note"], row["giver"], _bank(r, row)),
    "payable_paid": lambda r, row: PayablePaid(
        r.account(row), r.kip(row), row["note"], row["receipt"], _bank(r, row)
    ),
    "fund_moved": lambda r, row: FundMoved(
        r.account(row), r.account(row, "to"), r.kip(row), row["decision"], row["note"]
    ),
    "bank_fee": lambda r, row: BankFee(r.account(row), r.kip(row), row["note"]),
    "network_due": lambda r, row: NetworkDue(r.account(row), r.kip(row), row["note"]),
    "borrowed": lambda r, row: Borrowed(r.account(row), r.kip(row), _bank(r, row)),
    "lender_paid": lambda r, row: LenderPaid(
        r.account(row), r.kip(row), row["receipt"], _bank(r, row)
    ),
    "group_lent": lambda r, row: GroupLent(r.account(row), r.kip(row), _bank(r, row)),
    "group_paid": lambda r, row: GroupPaid(r.account(row), r.kip(row), _bank(r, row)),
}
"""Each row by the word in its column `what`."""
