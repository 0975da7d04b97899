"""The part of the reading door about borrowings and the banks' own books."""

from collections.abc import Mapping

from ledger.book.change import Topic
from ledger.book.reading_funds import read_borrowings, read_open_lines, read_statements
from ledger.book.records_decisions import Minutes
from ledger.rules.accounts import Account
from ledger.rules.borrowing import Borrowing
from ledger.rules.reconciliation import BankStatement, OpenLines


class FundRecords(Minutes):
    """What the group has borrowed, and how far its banks were compared."""

    def borrowings(self) -> Mapping[Account, Borrowing]:
        """What the group ever agreed to borrow, or to lend to another group, by its account."""
        return self._keep(Topic.ENTRIES, "borrowings", lambda: read_borrowings(self.shelf))

    def open_lines(self, bank: Account) -> OpenLines:
        """The lines of a bank that its own book has not shown yet."""
        return read_open_lines(self.shelf, bank)

    def bank_statements(self) -> tuple[BankStatement, ...]:
        """Every comparison with a bank's book, the oldest first."""
        return self._keep(Topic.FUNDS, "statements", lambda: read_statements(self.shelf))
