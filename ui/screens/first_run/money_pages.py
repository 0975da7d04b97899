"""What each member has saved and still owes on the day the books begin."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from translations import N_, Words
from translations.reading import Unreadable, read_kip
from ui.models.entry_rows import CellWrong, EntryColumn, Problem, Texts
from ui.screens.first_run.draft import Draft
from ui.screens.first_run.people import NAME, NUMBER, kip_reader, read_kip_above, told
from ui.screens.first_run.people_pages import GridPage
from ui.screens.rules.naming import thing_name

_MONTHS_MAX = 36


class SavingsPage(GridPage):
    """One row for each member, with what she has saved until now."""

    name = N_("Their savings")
    teaching = N_(
        "What each member has saved until the day the books begin. A new group leaves it empty."
    )

    def __init__(self, words: Words) -> None:
        super().__init__(words, grows=False)
        self._names: dict[str, str] = {}
        self._two = False

    def show_draft(self, draft: Draft, today: date) -> None:
        """Every member with what was typed for her; voluntary savings where the rules have them."""
        words = self.words
        typed = {row[0]: row[1] for row in draft.savings}
        voluntary = {row[0]: row[1] for row in draft.voluntary}
        self._names = {row[NUMBER]: row[NAME] for row in draft.members}
        columns = [
            EntryColumn(words.say("Number"), fixed=True),
            EntryColumn(words.say("Name"), derived=lambda row: self._names.get(row[0], "")),
            self._amounts(words.say("Savings")),
        ]
        self._two = draft.rulebook is not None and draft.rulebook.voluntary.kept
        if self._two:
            columns.append(self._amounts(words.say("Voluntary savings")))
        rows = [
            (number, "", typed.get(number, ""), voluntary.get(number, ""))[: len(columns)]
            for number in self._names
        ]
        self.show_rows(tuple(columns), rows, (1,))
        self.grid.view.setCurrentIndex(self.grid.model.index(0, 2))

    def taken(self, draft: Draft) -> Draft:
        """The draft with these savings."""
        rows = self.grid.model.rows()
        voluntary = tuple((row[0], row[3]) for row in rows if row[3]) if self._two else ()
        return replace(
            draft,
            savings=tuple((row[0], row[2]) for row in rows if row[2]),
            voluntary=voluntary,
        )

    def add_up(self) -> None:
        """What all have saved together."""
        typed = [text for row in self.grid.model.rows() for text in row[2:]]
        total = self.words.money(_total(self.words, typed))
        self.below.setText(self.words.say("Savings together: {kip}", kip=total))

    def _amounts(self, title: str) -> EntryColumn:
        return EntryColumn(
            f"{title} ({self.words.unit})", read=kip_reader(self.words), figures=True
        )


class LoansPage(GridPage):
    """Loans that run already; each goes on by the rules of its kind."""

    name = N_("Running loans")
    teaching = N_(
        "Loans that are not yet paid back: the member's number, what is still owed, and the months"
        " left (1 where it is due at once). Nobody owes anything? Then go on."
    )

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._names: dict[str, str] = {}

    def show_draft(self, draft: Draft, today: date) -> None:
        """The loans as they were typed."""
        words = self.words
        self._names = {row[NUMBER]: row[NAME] for row in draft.members}
        loans = draft.rulebook.loans if draft.rulebook else None
        products = {p.key: thing_name(words, p) for p in loans.products} if loans else {}
        purposes = {p.code: thing_name(words, p) for p in loans.purposes} if loans else {}
        columns = (
            EntryColumn(words.say("Member's number"), read=self._known),
            EntryColumn(words.say("Name"), derived=lambda row: self._names.get(row[0], "")),
            self._choice(words.say("Kind of loan"), products),
            self._choice(words.say("What it is for"), purposes),
            EntryColumn(f"{words.say('Still owed')} ({words.unit})", read=self._owed, figures=True),
            EntryColumn(words.say("Months left"), read=self._months, figures=True),
        )
        rows = [(row[0], "", *row[1:]) for row in draft.loans]
        self.show_rows(columns, rows, (1,))

    def taken(self, draft: Draft) -> Draft:
        """The draft with these loans."""
        rows = tuple(
            (number, self._key(2, product), self._key(3, purpose), kip, months)
            for number, _, product, purpose, kip, months in self.grid.model.rows()
        )
        return replace(draft, loans=rows)

    def across(self, rows: Sequence[Texts]) -> Sequence[Problem]:
        """Every loan says of which kind it is and what for."""
        said = self.words.say("Choose one.")
        return [
            Problem(row, column, said)
            for row, texts in enumerate(rows)
            for column in (2, 3)
            if not texts[column]
        ]

    def add_up(self) -> None:
        """What all owe together."""
        rows = self.grid.model.rows()
        total = _total(self.words, [row[4] for row in rows])
        loans = self.words.say_many("{n} loan", "{n} loans", len(rows))
        self.below.setText(
            self.words.say(
                "{loans}, still owed together: {kip}", loans=loans, kip=self.words.money(total)
            )
        )

    def _choice(self, title: str, choices: dict[str, str]) -> EntryColumn:
        def read(text: str) -> str:
            if text and text not in choices and text not in choices.values():
                raise CellWrong(self.words.say("The rules do not have “{text}”.", text=text))
            return choices.get(text, text)

        return EntryColumn(title, read=read, choices=tuple(choices.items()))

    def _key(self, column: int, text: str) -> str:
        """The key behind a pasted name; the text itself where it is one."""
        choices = self.grid.model.column(column).choices
        return next((key for key, name in choices if name == text), text)

    def _known(self, text: str) -> str:
        if text not in self._names:
            raise CellWrong(self.words.say("No member has the number “{number}”.", number=text))
        return text

    def _owed(self, text: str) -> str:
        shown = kip_reader(self.words)(text)
        if not text or not read_kip_above(text, self.words):
            raise CellWrong(self.words.say("Type how much is still owed."))
        return shown

    def _months(self, text: str) -> str:
        shown = told(lambda t: self.words.number(read_kip(t)), self.words)(text)
        if not text or not 1 <= read_kip(text) <= _MONTHS_MAX:
            raise CellWrong(
                self.words.say("It can be from {least} to {most}.", least=1, most=_MONTHS_MAX)
            )
        return shown


def _total(words: Words, texts: Sequence[str]) -> int:
    """What the readable amounts come to."""
    total = 0
    for text in texts:
        try:
            total += read_kip_above(text, words)
        except Unreadable:
            continue
    return total
