"""Any figure is asked where it comes from, and the book answers with its entries and its rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ledger.book import parts
from ledger.book.earnings_book import EarningsBook
from ledger.book.papers import Papers
from ledger.book.plain import number_of
from ledger.book.reading_entries import entries_touching, entries_where
from ledger.book.welfare_book import WelfareBook
from ledger.rules.accounts import SAVINGS, VOLUNTARY_SAVINGS, Account
from ledger.rules.closing import preview_close
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.days import FIRST_DAY, fiscal_year, month_of
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import Column
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import LoanId, MeetingId, PostedEntry
from ledger.rules.welfare_dues import welfare_year
from ledger.statements.figure import HER_LOANS, Asked, Figure
from ledger.statements.loan_schedule import due_rows

if TYPE_CHECKING:
    from ledger.statements.why import Why


class Whys(WelfareBook, EarningsBook, Papers):
    """The part of the reading door that explains."""

    def why(self, figure: Figure) -> Why:
        """Where a figure comes from. Raises KeyError for a loan or member that is not there."""
        why = self._why(figure)
        if not figure.nameless:
            return why
        # The entries would tell who it is.
        step = parts.why.Step(parts.why.StepName.SAVED, why.kip)
        return replace(why, moved=(), steps=why.steps or (step,))

    def _why(self, figure: Figure) -> Why:
        match figure.asked:
            case Asked.ACCOUNTS:
                return self._why_accounts(figure)
            case Asked.SAVINGS | Asked.OWED | Asked.HERS:
                hers = self._hers(figure, figure.since or FIRST_DAY)
                return parts.why.why_hers(figure, hers, self.rulebook(figure.day))
            case Asked.ENTRY if figure.entry is not None:
                return parts.why.why_entry(
                    figure, self.entry(figure.entry), self.rulebook(figure.day)
                )
            case Asked.PROFIT | Asked.DIVIDEND | Asked.REFUND | Asked.SHARE | Asked.LINE:
                return self._why_shared(figure)
            case (
                Asked.CELL
                | Asked.BOX
                | Asked.LENDER
                | Asked.SPARED
                | Asked.WELFARE_DUE
                | Asked.PENSION
            ):
                return self._why_of_hers(figure)
            case _:
                return self._why_loan(figure)

    def _why_cell(self, figure: Figure) -> Why:
        """A cell or a sum of a meeting's sheet, or the cash that it leaves."""
        sheet = figure.sheet or MeetingId(0)
        grid, rulebook = self.meeting_sheet(sheet), self.rulebook(figure.day)
        if figure.asked is Asked.BOX:
            return parts.why_sheet.why_box(figure, grid, rulebook)
        entries: tuple[PostedEntry, ...] = ()
        if grid.sheet.signed:
            entries = self.entries_of_sheet(sheet)
        elif figure.member is not None:
            figure = replace(figure, accounts=_accounts(figure.column, rulebook))
            entries = self._hers(figure, FIRST_DAY)
        return parts.why_sheet.why_cell(figure, grid, entries, rulebook)

    def _why_accounts(self, figure: Figure) -> Why:
        first = figure.since or self._year_begin(figure.day)
        before = self.balances(first - timedelta(days=1))
        return parts.why.why_accounts(
            figure,
            entries_touching(self.shelf, figure.accounts, first, figure.day),
            before=sum(before.get(account, 0) for account in figure.accounts),
            rulebook=self.rulebook(figure.day),
        )

    def _of_loans(self, figure: Figure, loans: Sequence[LoanId]) -> tuple[PostedEntry, ...]:
        """The entries of some loans, up to the day of the figure."""
        marks = ", ".join("?" * len(loans))
        of_loans = (
            "e.day <= ? AND EXISTS (SELECT 1 FROM transfer AS x"
            f" WHERE x.entry = e.number AND x.loan IN ({marks}))"
        )
        return entries_where(self.shelf, of_loans, (number_of(figure.day), *loans))

    def _why_loan(self, figure: Figure) -> Why:
        if figure.asked is Asked.LATE:
            states = [loan_state(loan, figure.day) for loan in self.loans()]
            return parts.why_reckoned.why_late(figure, states, self.rulebook(figure.day))
        if figure.asked is Asked.AT_STAKE:
            loans = [self.loan(loan) for loan in figure.loans]
            entries = self._of_loans(figure, figure.loans)
            return parts.why_reckoned.why_at_stake(
                figure, loans, entries, self.rulebook(figure.day)
            )
        if figure.loan is None:
            raise KeyError(figure.loan)
        loan, entries = self.loan(figure.loan), self._of_loans(figure, (figure.loan,))
        if figure.asked is Asked.MOVES:
            return parts.why.why_moves(figure, entries, self.rulebook(figure.day))
        if figure.due is not None:
            rows, rulebook = due_rows(loan, figure.day), self.rulebook(figure.day)
            return parts.why_reckoned.why_due(figure, rows, entries, loan=loan, rulebook=rulebook)
        return parts.why.why_loan(
            figure,
            entries,
            loan=loan,
            state=loan_state(loan, figure.day),
            rulebook=self.rulebook(figure.day),
        )

    def _why_shared(self, figure: Figure) -> Why:
        """The year's profit, or a member's part of it."""
        if figure.asked is Asked.PROFIT:
            facts = self.year_facts(figure.year, figure.day)
            return parts.why.why_profit(figure, facts.balances, facts.rulebook)
        year, plan = self.year(figure.year), self._plan(figure)
        rulebook = figure.rules or self.rulebook(year.last)
        if figure.asked is Asked.LINE:
            return parts.why_reckoned.why_line(figure, plan, rulebook)
        hers = self._hers(figure, year.first, until=year.last)
        tell = (
            parts.why.why_dividend
            if figure.asked is Asked.DIVIDEND
            else parts.why_reckoned.why_share
        )
        return tell(figure, hers, plan, rulebook)

    def _why_of_hers(self, figure: Figure) -> Why:
        """What is reckoned for one member, or stands on a sheet."""
        if figure.asked in {Asked.CELL, Asked.BOX}:
            return self._why_cell(figure)
        rulebook, day = self.rulebook(figure.day), figure.day
        if figure.asked is Asked.WELFARE_DUE:
            facts = self.day_facts(day, day)
            entries = self._hers(figure, welfare_year(rulebook.welfare, day).first)
            return parts.why_reckoned.why_welfare_due(figure, facts, entries)
        entries = self._hers(figure, figure.since or FIRST_DAY)
        if figure.asked is Asked.PENSION:
            paid = self._hers(figure, FIRST_DAY)
            # What is still to be typed keeps no pension from being explained.
            pensions = self.pensions(month_of(figure.since or day), day, evidence="-")
            return parts.why_reckoned.why_pension(figure, pensions, paid, rulebook)
        return parts.why_reckoned.why_lender(figure, self.earnings(day).rows, entries, rulebook)

    def _plan(self, figure: Figure) -> ClosingPlan:
        if figure.rules is not None:
            facts = self.year_under(figure.rules, figure.year, figure.day)
            return preview_close(facts, figure.rules.profit)
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


def _accounts(column: Column | None, rulebook: Rulebook) -> tuple[Account, ...]:
    """Where a member's money of a column stands."""
    match column:
        case Column.SAVINGS:
            return (SAVINGS,)
        case Column.VOLUNTARY:
            return (VOLUNTARY_SAVINGS,)
        case Column.WELFARE if rulebook.welfare.fund is not None:
            return (rulebook.welfare.fund,)
        case Column.INTEREST | Column.PRINCIPAL | Column.FINE:
            return HER_LOANS
        case _:
            return ()
