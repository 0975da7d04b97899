"""The part of the pen that writes what the group borrowed and what its banks' books showed."""

from collections.abc import Sequence

from ledger.book.change import Topic
from ledger.book.pen_base import PenBase
from ledger.book.plain import number_of, text_of
from ledger.book.schema import BankStatementRow, BankTickRow, BorrowingRow, GroupLoanRow
from ledger.rules.borrowing import Borrowing, is_lent
from ledger.rules.reconciliation import Reconciliation


class FundsPen(PenBase):
    """Writes borrowings and comparisons with the bank; funds are accounts of a rulebook."""

    def agree_borrowing(self, borrowing: Borrowing) -> None:
        """Write what was agreed with a lender or another group; its money is a line of a day."""
        account, other = borrowing.account, borrowing.lender
        day, kip, decision = number_of(borrowing.day), borrowing.kip, borrowing.decision
        terms, event = text_of(borrowing.terms), self.stroke.event
        self.stroke.write(
            GroupLoanRow(account, other, day, kip, terms, decision, event)
            if is_lent(borrowing)
            else BorrowingRow(account, other, day, kip, terms, decision, event)
        )
        self._touch(Topic.FUNDS)

    def compare_bank(self, found: Reconciliation, *, reason: str) -> None:
        """Write what a bank's book showed, and tick the entries that stood in it."""
        (last,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM bank_statement")
        self.stroke.write(
            BankStatementRow(
                id=last + 1,
                bank=found.bank,
                day=number_of(found.day),
                kip=found.kip,
                difference=found.difference,
                reason=reason,
                event=self.stroke.event,
            )
        )
        self._tick(last + 1, found.bank, found.ticked)
        self._touch(Topic.FUNDS)

    def _tick(self, statement: int, bank: int, entries: Sequence[int]) -> None:
        for entry in entries:
            row = BankTickRow(bank=bank, entry=entry, statement=statement, event=self.stroke.event)
            self.stroke.write(row)
