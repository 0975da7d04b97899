"""What the book says about savings beside their sums: notices given, and interest credited."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from ledger.book.facts import Facts
from ledger.book.plain import day_of, number_of
from ledger.book.reading_saving import interest_plan, interest_posted, notices_of, savings_moved
from ledger.book.sums import member_sums
from ledger.rules.closing_values import InterestDue, YearFacts
from ledger.rules.kip import Kip
from ledger.rules.months import MonthState
from ledger.rules.people import MemberId
from ledger.rules.saving_notices import Notice
from ledger.rules.savings_interest import (
    InterestFacts,
    InterestPlan,
    InterestPosted,
    Span,
    plan_interest,
    spans_due,
    still_due,
)

_UNSIGNED = (
    "SELECT s.day FROM sheet AS s LEFT JOIN sheet_signed AS g ON g.sheet = s.id"
    " WHERE g.sheet IS NULL AND s.day BETWEEN ? AND ? ORDER BY s.day"
)


class SavingRecords(Facts):
    """The part of the reading door that answers about savings."""

    def voluntary(self, day: date | None = None) -> Mapping[MemberId, Kip]:
        """What each member has in voluntary savings, in kip; who has nothing is missing."""
        sums = member_sums(self.shelf, day).items()
        return {member: had.voluntary for member, had in sums if had.voluntary}

    def notices(self) -> Mapping[MemberId, tuple[Notice, ...]]:
        """Each member's notices of withdrawal with what was taken out on them."""
        return notices_of(self.shelf)

    def interest_posted(self) -> tuple[InterestPosted, ...]:
        """The interest on savings that stands in the book, by its months."""
        return interest_posted(self.shelf)

    def interest_plan(self, span: Span) -> InterestPlan:
        """The reckoning of interest that was credited. Raises KeyError where it was not."""
        return interest_plan(self.shelf, span)

    def interest_due(self, today: date) -> tuple[Span, ...]:
        """The months for which interest on savings is still to be credited, the oldest first."""
        begin = self.books_begin
        if begin is None:
            return ()
        closed = [year.year.last for year in self.closed_years()]
        return spans_due(
            self.rulebooks,
            first_day=max(closed) + timedelta(days=1) if closed else begin,
            books_begin=begin,
            posted=[posted.span for posted in self.interest_posted()],
            today=today,
        )

    def interest_facts(self, span: Span) -> InterestFacts:
        """What the interest of some months is reckoned from."""
        bounds = (number_of(span.first.first), number_of(span.last.last))
        return InterestFacts(
            span=span,
            rulebooks=self.rulebooks,
            members={member.id: member for member in self.members()},
            saved=savings_moved(self.shelf, span),
            unsigned=tuple(day_of(day) for (day,) in self.shelf.rows(_UNSIGNED, bounds)),
        )

    def year_facts(self, number: int, today: date) -> YearFacts:
        """What closing the year `number` is reckoned from, with the interest it would lose."""
        facts = super().year_facts(number, today)
        if facts.already_closed or today <= facts.year.last:
            return facts
        return replace(facts, interest_due=self._not_credited(facts.year.last, today))

    def _not_credited(self, last: date, today: date) -> InterestDue | None:
        """The interest of months up to a day, as far as they can still be written."""
        months = self.month_states()
        spans = [
            span
            for span in self.interest_due(today)
            if span.last.last <= last and months.of(span.last) is not MonthState.CLOSED
        ]
        # Sheets in pencil keep the year open by themselves, and are named before the interest.
        facts = (replace(self.interest_facts(span), unsigned=()) for span in spans)
        return still_due([plan_interest(one) for one in facts])
