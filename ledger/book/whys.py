"""Any figure is asked where it comes from, and the book answers with its entries and its rule."""

from datetime import date, timedelta

from ledger.book.papers import Papers
from ledger.book.plain import number_of
from ledger.book.reading_entries import entries_touching, entries_where
from ledger.rules.closing import preview_close
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.days import FIRST_DAY, fiscal_year
from ledger.rules.loans import loan_state
from ledger.rules.transfers import PostedEntry
from ledger.statements.figure import Asked, Figure
from ledger.statements.why import (
    Why,
    why_accounts,
    why_dividend,
    why_entry,
    why_hers,
    why_loan,
    why_moves,
    why_profit,
)


class Whys(Papers):
    """The part of the reading door that explains."""

    def why(self, figure: Figure) -> Why:
        """Where a figure comes from. Raises KeyError for a loan or member that is not there."""
        match figure.asked:
            case Asked.ACCOUNTS:
                return self._why_accounts(figure)
            case Asked.SAVINGS | Asked.OWED | Asked.HERS:
                hers = self._hers(figure, figure.since or FIRST_DAY)
                return why_hers(figure, hers, self.rulebook(figure.day))
            case Asked.ENTRY if figure.entry is not None:
                return why_entry(figure, self.entry(figure.entry), self.rulebook(figure.day))
            case Asked.PROFIT:
                facts = self.year_facts(figure.year, figure.day)
                return why_profit(figure, facts.balances, facts.rulebook)
            case Asked.DIVIDEND:
                return self._why_dividend(figure)
            case _:
                return self._why_loan(figure)

    def _why_accounts(self, figure: Figure) -> Why:
        first = figure.since or self._year_begin(figure.day)
        before = self.balances(first - timedelta(days=1))
        return why_accounts(
            figure,
            entries_touching(self.shelf, figure.accounts, first, figure.day),
            before=sum(before.get(account, 0) for account in figure.accounts),
            rulebook=self.rulebook(figure.day),
        )

    def _of_loan(self, figure: Figure) -> tuple[PostedEntry, ...]:
        """The entries of the loan that is asked about, up to the day."""
        of_loan = (
            "e.day <= ? AND EXISTS (SELECT 1 FROM transfer AS x"
            " WHERE x.entry = e.number AND x.loan = ?)"
        )
        return entries_where(self.shelf, of_loan, (number_of(figure.day), figure.loan))

    def _why_loan(self, figure: Figure) -> Why:
        if figure.loan is None:
            raise KeyError(figure.loan)
        loan, entries = self.loan(figure.loan), self._of_loan(figure)
        if figure.asked is Asked.MOVES:
            return why_moves(figure, entries, self.rulebook(figure.day))
        return why_loan(
            figure,
            entries,
            loan=loan,
            state=loan_state(loan, figure.day),
            rulebook=self.rulebook(figure.day),
        )

    def _why_dividend(self, figure: Figure) -> Why:
        year = self.year(figure.year)
        hers = self._hers(figure, year.first, until=year.last)
        return why_dividend(figure, hers, self._plan(figure), self.rulebook(year.last))

    def _plan(self, figure: Figure) -> ClosingPlan:
        closed = self.closed_year(figure.year)
        if closed is not None:
            return closed.plan
        facts = self.year_facts(figure.year, figure.day)
        return preview_close(facts, facts.rulebook.profit)

    def _hers(
        self, figure: Figure, first: date, *, until: date | None = None
    ) -> tuple[PostedEntry, ...]:
        """The entries that moved money on a member's savings between two days."""
        moved = (
            "e.day BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM transfer AS x"
            " WHERE x.entry = e.number AND x.member = ?)"
        )
        bounds = (number_of(first), number_of(until or figure.day))
        return entries_where(self.shelf, moved, (*bounds, figure.member))

    def _year_begin(self, day: date) -> date:
        last_month = self.rulebook(day).fiscal_year_end
        year = fiscal_year(day, last_month=last_month, books_begin=self.books_begin)
        return year.first
