"""A spreadsheet of the group's own comes in: chosen, looked through, put right, written whole."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ledger.book.change import Change, Topic
from ledger.rules.refusals import Refusal
from ui.bringing.columns import Guess, guess
from ui.bringing.fields import NAMES, Field
from ui.bringing.people import CellProblem
from ui.bringing.tables import Line, Table, read_tables
from ui.desk import Desk
from ui.messages import sentence
from ui.models.bringing import (
    SHOWN_MAX,
    Reading,
    letter,
    problem_columns,
    read,
    table_columns,
    with_columns,
    write,
)
from ui.models.rows import RowsModel
from ui.one_time import key_of
from ui.screens.bringing.asking import ask_file
from ui.screens.screen import Screen
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView


class BringInScreen(Screen):
    """`load` takes a file without asking; the button asks for one."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEMBERS, Topic.ENTRIES, Topic.RULES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.choose = Button(picture="folder")
        self.sheets, self.column, self.field = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.rows_table, self.problems = TableView(), TableView()
        self.lines: RowsModel[Line] = RowsModel()
        self.wrong: RowsModel[CellProblem] = RowsModel()
        self.verdict = WrapLabel()
        self.nothing = EmptyState("folder")
        self.back, self.write_all = Button(picture="left"), PrimaryButton("check")
        self._file = line_label("muted")
        self._names = (line_label(), line_label(), line_label())
        self._tables: tuple[Table, ...] = ()
        self._guess: Guess | None = None
        self._by_hand: dict[int, Field | None] = {}
        self._reading: Reading | None = None
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Bring in from a file"))
        self.choose.setText(words.say("Choose a file"))
        self.back.setText(words.say("Back to the members"))
        for label, text in zip(
            self._names,
            (words.say("Sheet of the file"), words.say("Column"), words.say("is")),
            strict=True,
        ):
            label.setText(text)
        self.sheets.setAccessibleName(words.say("Sheet of the file"))
        self.column.setAccessibleName(words.say("Column"))
        self.field.setAccessibleName(words.say("What the column is"))
        self.rows_table.setAccessibleName(words.say("The rows of the file"))
        self.problems.setAccessibleName(words.say("What must be put right in the file"))
        self.wrong.set_columns(problem_columns(words))
        self.field.offer(
            [(None, words.say("left out")), *((f, words.say(n)) for f, n in NAMES.items())]
        )
        self.nothing.say(
            words.say(
                "A list of members, or a table with a column for each month, from Excel (.xlsx) or "
                "CSV. Everything is shown first, and nothing is written before you say so."
            )
        )

    def refresh(self, change: Change | None = None) -> None:
        """Read the file anew against the book."""
        del change
        self._read()

    def load(self, file: Path) -> None:
        """Take a file and guess what it is."""
        try:
            self._tables = read_tables(file)
        except Refusal as refusal:
            self._tables = ()
            self.banner.say(sentence(self.words, refusal), Tone.BAD)
            self._read()
            return
        self.banner.clear()
        self._file.setText(file.name)
        self.sheets.offer([(place, table.name) for place, table in enumerate(self._tables)])
        self.sheets.show_value(0)
        self._take_sheet()

    # --- inside ----------------------------------------------------------------------------

    def _table(self) -> Table | None:
        place = self.sheets.value()
        return self._tables[place] if self._tables and place is not None else None

    def _take_sheet(self) -> None:
        table = self._table()
        self._guess = guess(table) if table else None
        self._by_hand = {}
        if table is not None:
            self.column.offer([(c, letter(c)) for c in range(table.width)])
            self.column.show_value(0)
        self._read()

    def _read(self) -> None:
        table, found = self._table(), self._guess
        for part in self._with_file:
            part.setVisible(table is not None)
        self.nothing.setVisible(table is None)
        if table is None or found is None:
            self._reading = None
            self.write_all.setVisible(False)
            return
        self._reading = read(
            self.book,
            self.desk.actor,
            self.words,
            table=table,
            guess=with_columns(found, self._by_hand),
            today=self.today(),
        )
        self._show(table, self._reading)

    def _show(self, table: Table, reading: Reading) -> None:
        words = self.words
        self.lines.set_columns(table_columns(words, table, reading.guess))
        self.lines.show(reading.guess.body(table)[:SHOWN_MAX])
        self.rows_table.stretch((table.width,))
        self.wrong.show(reading.problems)
        self.problems.setVisible(bool(reading.problems))
        self.problems.stretch((2,))
        self.verdict.setText(self._verdict(reading))
        self.write_all.setVisible(True)
        self.write_all.setEnabled(reading.ready)
        self.write_all.setText(self._act(reading))
        self._show_field()

    def _verdict(self, reading: Reading) -> str:
        words = self.words
        if reading.refusal is not None:
            return sentence(words, reading.refusal)
        if reading.problems:
            return words.say_many(
                "{n} cell must be put right in the file. Mend it there, save, and choose it again.",
                "{n} cells must be put right in the file. Mend them there, save, and choose it "
                "again.",
                len(reading.problems),
            )
        if reading.past is not None:
            return words.say(
                "{deposits} deposits in {days} months, {kip} altogether. The rules allow all of "
                "them.",
                deposits=words.number(reading.past.deposits),
                days=words.number(len(reading.past.records)),
                kip=words.money(reading.past.kip),
            )
        return words.say_many(
            "{n} member can be taken.", "{n} members can be taken.", len(reading.members)
        )

    def _act(self, reading: Reading) -> str:
        words = self.words
        if reading.past is not None:
            return words.say_many("Write {n} deposit", "Write {n} deposits", reading.past.deposits)
        return words.say_many("Enter {n} new member", "Enter {n} new members", len(reading.members))

    def _show_field(self) -> None:
        if self._reading is not None:
            self.field.show_value(self._reading.guess.fields.get(self.column.value()))

    def _set_field(self) -> None:
        if self._guess is not None and self.column.value() is not None:
            # A field that two columns were given belongs to the last of them.
            field = self.field.value()
            kept = {c: f for c, f in self._by_hand.items() if f is not field or f is None}
            self._by_hand = {**kept, self.column.value(): field}
            self._read()

    def _stand_on(self, index: QModelIndex) -> None:
        if index.isValid() and index.column() > 0:
            self.column.show_value(index.column() - 1)
            self._show_field()

    def _ask(self) -> None:
        file = ask_file(self, self.words)
        if file is not None:
            self.load(file)

    def _write(self) -> None:
        reading, today = self._reading, self.today()
        if reading is None or not reading.ready:
            return
        said = self._verdict(reading)
        once = key_of("bring", *map(repr, (self._table(), self._guess, self._by_hand)))
        if self.desk.do(lambda book, actor: write(book, actor, reading, today=today), once=once):
            self._tables, self._guess = (), None
            self._file.setText("")
            self._read()
            self.tell(f"{self.words.say('It is written.')} {said}")

    def _arrange(self) -> None:
        self.rows_table.setModel(self.lines)
        self.problems.setModel(self.wrong)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.choose)
        top.addWidget(self._file)
        top.addStretch(1)
        for label, box in zip(self._names, (self.sheets, self.column, self.field), strict=True):
            label.setBuddy(box)
            top.addWidget(label)
            top.addWidget(box)
        self.field.setMinimumContentsLength(14)
        below = QWidget()
        rows = QVBoxLayout(below)
        rows.setContentsMargins(0, 6, 0, 0)
        rows.addWidget(self.verdict)
        rows.addWidget(self.problems, 1)
        rows.addStretch(0)
        both = QSplitter()
        both.setOrientation(both.orientation().Vertical)
        both.addWidget(self.rows_table)
        both.addWidget(below)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        self._with_file = (*self._names, self.sheets, self.column, self.field, both)
        self.body.addLayout(top)
        self.body.addWidget(self.nothing, 1)
        self.body.addWidget(both, 1)
        self.acts.addWidget(self.back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.write_all)
        self.setFocusProxy(self.choose)

    def _listen(self) -> None:
        self.choose.clicked.connect(self._ask)
        self.back.clicked.connect(lambda: self.go.emit("members", None))
        self.sheets.chosen.connect(lambda _: self._take_sheet())
        self.column.chosen.connect(lambda _: self._show_field())
        self.field.chosen.connect(lambda _: self._set_field())
        self.rows_table.selectionModel().currentChanged.connect(
            lambda index, _: self._stand_on(index)
        )
        self.write_all.clicked.connect(self._write)
