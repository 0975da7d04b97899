"""What the group owes, or other groups owe it, when the books begin: each with its terms."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from ledger.rules.borrowing import MONTHS_MAX
from ledger.rules.loan_rules import ScheduleKind
from ledger.rules.opening_debts import Owing
from translations import N_, Words
from translations.naming import word
from translations.reading import Unreadable, normalise, read_kip, read_percent
from ui.bringing.meaning import choice_of
from ui.models.entry_rows import CellWrong, EntryColumn, Problem, Texts
from ui.screens.first_run.debts import (
    LENDER,
    METHOD,
    METHODS,
    OWED,
    SCHEDULE,
    owing_of,
)
from ui.screens.first_run.draft import Draft
from ui.screens.first_run.people import day_reader, kip_reader, needed, read_kip_above, told
from ui.screens.first_run.people_pages import GridPage


class DebtsPage(GridPage):
    """One row for each borrowing; it goes on by its own terms."""

    name = N_("The group's debts")
    teaching = N_(
        "What the group itself has borrowed and not yet paid back: from the district fund, a bank,"
        " another group. “Interest until” is the day up to which interest is paid; the months are"
        " those that are left from that day on. What was lent to another group"
        " stands here too: choose “They owe us” in its row. Most groups have neither: then go on."
    )

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.grid.wrap()

    def show_draft(self, draft: Draft, today: date) -> None:
        """The debts as they were typed."""
        words = self.words
        self.show_rows(
            (
                EntryColumn(words.say("With whom"), read=lambda text: needed(text, words)),
                EntryColumn(words.say("Still owed"), read=self._owed, figures=True),
                EntryColumn(words.say("A month"), read=self._must(self._rate), figures=True),
                self._choice("interest_method", words.say("Interest"), METHODS),
                self._choice("schedule_kind", words.say("Paid back"), list(ScheduleKind)),
                EntryColumn(words.say("Interest until"), read=self._must(day_reader(words))),
                EntryColumn(words.say("Months"), read=self._must(self._months), figures=True),
                EntryColumn(words.say("Decision"), read=self._must(normalise)),
                self._choice("owing", words.say("Who owes"), list(Owing)),
            ),
            draft.debts,
            (LENDER, METHOD, SCHEDULE),
        )

    def taken(self, draft: Draft) -> Draft:
        """The draft with these debts."""
        return replace(draft, debts=self.grid.model.rows())

    def across(self, rows: Sequence[Texts]) -> Sequence[Problem]:
        """Every debt says how it is reckoned and paid back."""
        said = self.words.say("Choose one.")
        return [
            Problem(row, column, said)
            for row, texts in enumerate(rows)
            for column in (METHOD, SCHEDULE)
            if not texts[column]
        ]

    def add_up(self) -> None:
        """What the group owes altogether, and what is owed to it."""
        owed = lent = 0
        for row in self.grid.model.rows():
            try:
                kip = read_kip_above(row[OWED], self.words)
            except Unreadable:
                continue
            owed, lent = (owed, lent + kip) if owing_of(row) is Owing.LENT else (owed + kip, lent)
        said = self.words.say("The group owes altogether: {kip}", kip=self.words.money(owed))
        if lent:
            other = self.words.say("Lent to other groups: {kip}", kip=self.words.money(lent))
            said = f"{said} · {other}"
        self.below.setText(said)

    def _choice(self, topic: str, title: str, values: Sequence[str]) -> EntryColumn:
        def read(text: str) -> str:
            found = choice_of(text, topic, values) if text else None
            if text and found is None:
                raise CellWrong(self.words.say("Choose one."))
            return word(self.words, topic, found) if found else ""

        shown = tuple((str(value), word(self.words, topic, value)) for value in values)
        return EntryColumn(title, read=read, choices=shown)

    def _must(self, read: Callable[[str], str]) -> Callable[[str], str]:
        def show(text: str) -> str:
            if not text.strip():
                raise CellWrong(self.words.say("This is needed."))
            return read(text)

        return show

    def _owed(self, text: str) -> str:
        shown = kip_reader(self.words)(text)
        if not text or not read_kip_above(text, self.words):
            raise CellWrong(self.words.say("Type how much is still owed."))
        return shown

    def _rate(self, text: str) -> str:
        return told(lambda typed: self.words.percent(read_percent(typed)), self.words)(text)

    def _months(self, text: str) -> str:
        shown = told(lambda typed: self.words.number(read_kip(typed)), self.words)(text)
        if not 1 <= read_kip(text) <= MONTHS_MAX:
            raise CellWrong(
                self.words.say("It can be from {least} to {most}.", least=1, most=MONTHS_MAX)
            )
        return shown
