"""Who is on the committee and who is a member: typed row by row, or pasted from a spreadsheet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from ledger.rules.people import Role, Sex
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Rulebook, SavingMode
from translations import N_, Words
from translations.naming import word
from translations.reading import read_kip
from ui.bringing.columns import guess
from ui.bringing.meaning import choice_of
from ui.bringing.people import typed_rows
from ui.bringing.tables import read_tables
from ui.messages import sentence
from ui.models.entry_rows import CellWrong, EntryColumn, Problem, Texts
from ui.screens.bringing.asking import ask_file
from ui.screens.entry_grid import EntryGrid
from ui.screens.first_run.draft import Draft
from ui.screens.first_run.page import Page
from ui.screens.first_run.people import (
    NAME,
    NUMBER,
    day_reader,
    doubled,
    kip_reader,
    needed,
    next_number,
    show_sex,
    show_yes,
    told,
    yes_no,
)
from ui.widgets.buttons import Button
from ui.widgets.labels import line_label


class GridPage(Page):
    """A page that is one table to type in."""

    def __init__(self, words: Words, *, grows: bool = True) -> None:
        super().__init__(words)
        self.grid = EntryGrid(words, grows=grows)
        self.below = line_label("heading")
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.below)
        self.grid.model.edited.connect(self._edited)
        self.setFocusProxy(self.grid)

    def is_right(self) -> bool:
        """Whether every cell can be taken."""
        return self.grid.is_right()

    def show_rows(
        self, columns: Sequence[EntryColumn], rows: Sequence[Texts], wide: tuple[int, ...]
    ) -> None:
        """Show the table; the names get the room that is left."""
        self.grid.model.show(columns, rows, self.across)
        self.grid.fit(wide)
        self.add_up()

    def across(self, rows: Sequence[Texts]) -> Sequence[Problem]:
        """What is wrong between the rows."""
        return ()

    def add_up(self) -> None:
        """Say below what all rows come to."""

    def complete(self) -> None:
        """Fill in what follows from what was typed."""

    def _edited(self) -> None:
        self.complete()
        self.add_up()
        self.edited.emit()


class CommitteePage(GridPage):
    """Post and name of each officer."""

    name = N_("The committee")
    teaching = N_("Whoever keeps the book and signs for it. Rows without a name are left out.")

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._needed = 0

    def show_draft(self, draft: Draft, today: date) -> None:
        """The posts that the rules name, ready for the names."""
        words = self.words
        roles = draft.rulebook.roles if draft.rulebook else ()
        self._needed = draft.rulebook.closing_signatures if draft.rulebook else 0
        rows = draft.officers or tuple((role.value, "") for role in roles)
        columns = (
            EntryColumn(
                words.say("Office"),
                read=self._post,
                choices=tuple((r.value, word(words, "role", r.value)) for r in Role),
            ),
            EntryColumn(words.say("Name")),
        )
        self.show_rows(columns, rows, (1,))

    def taken(self, draft: Draft) -> Draft:
        """The draft with this committee."""
        return replace(draft, officers=self.grid.model.rows())

    def across(self, rows: Sequence[Texts]) -> Sequence[Problem]:
        """As many officers as sign a closing."""
        named = sum(bool(row[1].strip()) for row in rows)
        nameless = [n for n, row in enumerate(rows) if not row[1].strip()]
        if named >= self._needed or not rows:
            return ()
        said = self.words.say(
            "{n} officers sign a closing; {given} have a name.",
            n=self.words.number(self._needed),
            given=self.words.number(named),
        )
        return (Problem(nameless[0] if nameless else len(rows) - 1, 1, said),)

    def is_right(self) -> bool:
        """Enough officers with a name and a post."""
        if not self.grid.model.rows():
            self.grid.setFocus()
        return bool(self.grid.model.rows()) and super().is_right()

    def _post(self, text: str) -> str:
        role = choice_of(text, "role", list(Role)) if text else None
        if role is None:
            raise CellWrong(self.words.say("Choose the office."))
        return word(self.words, "role", role)


class MembersPage(GridPage):
    """The register as it is when the books begin."""

    name = N_("The members")
    teaching = N_(
        "Type a row for each member, or copy rows from a spreadsheet and paste them here: number,"
        " name, woman or man, household, unit of the village, phone, joined on."
    )

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.from_file = Button(picture="folder")
        self._rulebook: Rulebook | None = None
        self._brought: tuple[tuple[str, str, str], ...] = ()
        row = QHBoxLayout()
        row.addWidget(self.from_file)
        row.addStretch(1)
        self.body.addLayout(row)
        self.from_file.clicked.connect(self._ask)

    def show_draft(self, draft: Draft, today: date) -> None:
        """The rows as they were typed."""
        self._rulebook = draft.rulebook
        self._brought = ()
        self.from_file.setText(self.words.say("Take them from a file"))
        self.show_rows(_member_columns(self.words, draft.rulebook), draft.members, (NAME,))

    def taken(self, draft: Draft) -> Draft:
        """The draft with these members, and with the savings that a file had of them."""
        savings = {number: kip for number, kip, _ in self._brought if kip}
        voluntary = {number: kip for number, _, kip in self._brought if kip}
        return replace(
            draft,
            members=self.grid.model.rows(),
            savings=_united(savings, draft.savings),
            voluntary=_united(voluntary, draft.voluntary),
        )

    def load(self, file: Path) -> None:
        """Fill the table from a spreadsheet; what cannot be taken is marked in its cells."""
        try:
            table = read_tables(file)[0]
            rows = typed_rows(table, guess(table))
        except Refusal as refusal:
            self.below.setText(sentence(self.words, refusal))
            return
        typed: list[Texts] = []
        for row, _, _ in rows:
            typed.append((row[NUMBER] or next_number(typed), *row[1:]))
        self._brought = tuple(
            (row[NUMBER], savings, other)
            for row, (_, savings, other) in zip(typed, rows, strict=True)
        )
        self.show_rows(_member_columns(self.words, self._rulebook), typed, (NAME,))
        self._edited()

    def _ask(self) -> None:
        file = ask_file(self, self.words)
        if file is not None:
            self.load(file)

    def across(self, rows: Sequence[Texts]) -> Sequence[Problem]:
        """Every number is given once."""
        return doubled(self.words, rows)

    def add_up(self) -> None:
        """How many there are."""
        count = len(self.grid.model.rows())
        self.below.setText(self.words.say_many("{n} member", "{n} members", count))

    def complete(self) -> None:
        """A row with a name but no number gets the next number."""
        rows = self.grid.model.rows()
        for row, texts in enumerate(rows):
            if texts[NAME] and not texts[NUMBER]:
                index = self.grid.model.index(row, NUMBER)
                self.grid.model.setData(index, next_number(rows))
                return


def _united(brought: Mapping[str, str], typed: Sequence[Texts]) -> tuple[Texts, ...]:
    """Amounts by member's number: those of the file, and over them what was typed by hand."""
    return tuple({**brought, **{row[0]: row[1] for row in typed}}.items())


def _member_columns(words: Words, rulebook: Rulebook | None) -> tuple[EntryColumn, ...]:
    mode = rulebook.saving.mode if rulebook else SavingMode.FREE
    welfare = rulebook is not None and bool(rulebook.welfare.contribution)
    chosen = welfare and rulebook is not None and not rulebook.welfare.everybody
    day, kip = day_reader(words), kip_reader(words)
    return (
        EntryColumn(words.say("Number"), read=lambda text: needed(text, words)),
        EntryColumn(words.say("Name"), read=lambda text: needed(text, words)),
        EntryColumn(
            words.say("Woman or man"),
            read=lambda text: show_sex(text, words),
            choices=tuple((sex.value, word(words, "sex", sex.value)) for sex in Sex),
        ),
        EntryColumn(words.say("Household")),
        EntryColumn(words.say("Village unit")),
        EntryColumn(words.say("Phone")),
        EntryColumn(words.say("Joined on"), read=day),
        EntryColumn(
            words.say("Promised a month"),
            read=kip,
            figures=True,
            hidden=mode is not SavingMode.PROMISE,
        ),
        EntryColumn(
            words.say("Shares a month"),
            read=told(lambda text: words.number(read_kip(text)), words),
            figures=True,
            hidden=mode is not SavingMode.SHARES,
        ),
        EntryColumn(
            words.say("In the welfare fund"),
            read=lambda text: show_yes(text, words) if text else "",
            choices=yes_no(words),
            hidden=not chosen,
        ),
    )
