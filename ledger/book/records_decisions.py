"""What the book knows of the minutes."""

from datetime import date

from ledger.book.change import Topic
from ledger.book.reading_decisions import read_decisions
from ledger.book.records import Records
from ledger.rules.decisions import Decision, next_number


class Minutes(Records):
    """The part of the reading door that hands out what was decided."""

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision in the order in which they were written down."""
        return self._keep(Topic.MINUTES, "decisions", lambda: read_decisions(self.shelf))

    def decision(self, number: str) -> Decision:
        """One decision. Raises KeyError where the minutes have none of that number."""
        return {d.number: d for d in self.decisions()}[number]

    def next_decision(self, day: date) -> str:
        """The number that a decision of a day would have, in the group's own way of numbering."""
        known = [d.number for d in self.decisions()]
        return next_number(known[::-1], year=day.year, taken=set(known))
