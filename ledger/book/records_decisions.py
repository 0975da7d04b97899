"""What the book knows of the minutes."""

from collections.abc import Sequence
from datetime import date

from ledger.book.change import Topic
from ledger.book.reading_decisions import (
    read_decisions,
    read_entries_of_sheet,
    read_month_states,
    read_stands,
)
from ledger.book.reading_rests import read_rests
from ledger.book.records import Records
from ledger.rules.decisions import Decision, next_number
from ledger.rules.months import MonthStates
from ledger.rules.transfers import MeetingId, PostedEntry
from ledger.statements.minutes import MinutesBook, minutes_of


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
        taken = {*known, *(missing.number for missing in self.minutes().missing)}
        return next_number(known[::-1], year=day.year, taken=taken)

    def minutes(self) -> MinutesBook:
        """The decisions with what rests on each, and the numbers that the minutes do not have."""
        return self._keep(
            Topic.ENTRIES,
            "minutes",
            lambda: minutes_of(self.decisions(), read_rests(self.shelf)),
        )

    def month_states(self) -> MonthStates:
        """Up to which months the book is closed and on hold."""
        return self._keep(Topic.YEAR, "months", lambda: read_month_states(self.shelf))

    def stands_on(self, sheet: MeetingId, *, harmless: Sequence[str]) -> int | None:
        """The first act after a sheet was signed that may stand on it: its number in the trail."""
        return read_stands(self.shelf, sheet, harmless)

    def entries_of_sheet(self, sheet: MeetingId) -> tuple[PostedEntry, ...]:
        """The entries that a signed sheet became, in their order."""
        return read_entries_of_sheet(self.shelf, sheet)
