"""What the committee looks at before it lends, and where it looks when the box is off."""

from datetime import date

from ledger.book.papers import Papers
from ledger.rules.accounts import CASH
from ledger.rules.differences import Suspect
from ledger.rules.kip import Kip
from ledger.rules.transfers import MeetingId
from ledger.statements.difference import entry_suspects, sheet_suspects


class LendingPapers(Papers):
    """The part of the reading door that watches over lending and over the box."""

    def suspects(self, sheet: MeetingId, *, counted: Kip | None = None) -> tuple[Suspect, ...]:
        """Where to look when the closing count of a sheet in pencil is off.

        `counted` (kip) takes the place of the count on the sheet.
        """
        grid = self.meeting_sheet(sheet)
        facts = self.day_facts(grid.sheet.day, grid.sheet.day)
        notes = facts.rulebook.denominations
        return sheet_suspects(grid, facts.loans, notes, counted=counted)

    def day_suspects(self, day: date, *, counted: Kip) -> tuple[Suspect, ...]:
        """Where to look when the box holds `counted` kip at the end of a day that is ink."""
        difference = counted - self.balances(day).get(CASH, 0)
        return entry_suspects(difference, self.entries(day, day), self.rulebook(day).denominations)
