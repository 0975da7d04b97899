"""The statements about the group's own money: gifts, network, banks and borrowings."""

from collections.abc import Collection
from datetime import date, timedelta

from ledger.book.facts import Facts
from ledger.book.plain import number_of
from ledger.book.reading_decisions import decisions_named
from ledger.book.reading_entries import entries_touching, entries_where
from ledger.rules.accounts import Named, loans_of, named_kind
from ledger.rules.days import FiscalYear
from ledger.rules.transfers import Entry
from ledger.statements.banks import BankRow, bank_rows_of
from ledger.statements.borrowings import BorrowingRow, borrowing_rows_of
from ledger.statements.fund_loans import FundLoansRow, fund_loan_rows_of
from ledger.statements.gifts import GiftRow, gifts_of
from ledger.statements.later_findings import (
    FINDING_KINDS,
    LaterFindingRow,
    later_findings_of,
)
from ledger.statements.network import NetworkRow, network_rows_of

_GIFTS = (
    "e.day BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM transfer AS x"
    " WHERE x.entry = e.number AND x.kind IN ('fund_gift', 'seed_money'))"
)


_LATER = (
    "e.day BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM transfer AS x WHERE x.entry = e.number"
    f" AND x.kind IN ({', '.join(repr(kind.value) for kind in FINDING_KINDS)}))"
)


class FundPapers(Facts):
    """The part of the reading door that answers about the group's own money."""

    def gift_rows(self, year: FiscalYear) -> tuple[GiftRow, ...]:
        """What was given to the group in one of its years."""
        bounds = (number_of(year.first), number_of(year.last))
        return gifts_of(entries_where(self.shelf, _GIFTS, bounds))

    def later_findings(self, year: FiscalYear) -> tuple[LaterFindingRow, ...]:
        """What was found out in one of the group's years about years closed before."""
        bounds = (number_of(year.first), number_of(year.last))
        return later_findings_of(
            entries_where(self.shelf, _LATER, bounds),
            members=self._members(),
            decisions=decisions_named(self.shelf, year.first, year.last),
            last_month=self.rulebook(year.last).fiscal_year_end,
        )

    def network_rows(
        self, year: FiscalYear, planned: Collection[Entry] = ()
    ) -> tuple[NetworkRow, ...]:
        """What the group owes and has paid to its network in one of its years.

        `planned` are the entries of a closing that is only proposed.
        """
        rulebook = self.rulebook(year.last)
        bodies = [a.account for a in rulebook.accounts if named_kind(a.account) is Named.NETWORK]
        if not bodies:
            return ()
        return network_rows_of(
            entries_touching(self.shelf, bodies, year.first, year.last),
            rulebook=rulebook,
            opening=self.balances(year.first - timedelta(days=1)),
            planned=planned,
        )

    def fund_loan_rows(self, year: FiscalYear) -> tuple[FundLoansRow, ...]:
        """What the group's funds lent to members in one of its years."""
        rulebook = self.rulebook(year.last)
        funds = [a.account for a in rulebook.accounts if named_kind(a.account) is Named.FUND]
        if not funds:
            return ()
        return fund_loan_rows_of(
            entries_touching(self.shelf, list(map(loans_of, funds)), year.first, year.last),
            rulebook=rulebook,
            opening=self.balances(year.first - timedelta(days=1)),
        )

    def bank_rows(self, day: date) -> tuple[BankRow, ...]:
        """The group's banks on a day, and how long ago each was compared."""
        return bank_rows_of(
            self.rulebook(day),
            balances=self.balances(day),
            statements=self.bank_statements(),
            day=day,
        )

    def borrowing_rows(self, day: date) -> tuple[BorrowingRow, ...]:
        """What the group has borrowed, as it stands at the end of a day."""
        return borrowing_rows_of(self.borrowings().values(), day)

    def group_loan_rows(self, day: date) -> tuple[BorrowingRow, ...]:
        """What the group has lent to other groups, as it stands at the end of a day."""
        return borrowing_rows_of(self.borrowings().values(), day, lent=True)
