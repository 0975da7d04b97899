"""The cash box, note by note: how many of each, what they come to, and all of them together."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import CashCount
from translations import Words
from ui.widgets.kip_edit import CountEdit
from ui.widgets.labels import line_label
from ui.widgets.spoken import Spoken

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CashCounter(QWidget, Spoken):
    """One line for each note, the largest first. `counted` carries the new CashCount."""

    counted = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._notes: dict[Kip, CountEdit] = {}
        self._faces: dict[Kip, QLabel] = {}
        self._sums: dict[Kip, QLabel] = {}
        self._heads = tuple(line_label("muted") for _ in range(3))
        self._rule = QFrame()
        self._rule.setFrameShape(QFrame.Shape.HLine)
        self._total_name = line_label("heading")
        self._total = line_label("heading")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(2, 1)
        for column, head in enumerate(self._heads):
            head.setAlignment(_RIGHT)
            self._grid.addWidget(head, 0, column)

    def show_count(self, denominations: Sequence[Kip], count: CashCount) -> None:
        """Show how many there are of each note; emits nothing."""
        found = dict(count.notes)
        wanted = tuple(sorted({*denominations, *found}, reverse=True))
        if wanted != tuple(self._notes):
            self._build(wanted)
        for note, line in self._notes.items():
            line.show_value(found.get(note))
        self._write()

    def count(self) -> CashCount:
        """What was counted, each note once."""
        pairs = ((note, line.value() or 0) for note, line in self._notes.items())
        return CashCount(notes=tuple((note, number) for note, number in pairs if number))

    def is_right(self) -> bool:
        """Whether every line can be read; otherwise the cursor goes to the first that cannot."""
        wrong = [line for line in self._notes.values() if not line.is_right()]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def line(self, note: Kip) -> CountEdit:
        """The line of one note. KeyError for a note that is not counted here."""
        return self._notes[note]

    def speak(self, words: Words) -> None:
        """Name the notes in these words."""
        self._words = words
        for head, text in zip(
            self._heads,
            (words.say("Banknote"), words.say("How many"), words.say("Amount")),
            strict=True,
        ):
            head.setText(text)
        self._total_name.setText(words.say("Counted"))
        self._write()

    def _build(self, notes: Sequence[Kip]) -> None:
        for old in (*self._notes.values(), *self._faces.values(), *self._sums.values()):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._notes = {note: CountEdit(self._words) for note in notes}
        self._faces = {note: line_label() for note in notes}
        self._sums = {note: line_label() for note in notes}
        for row, note in enumerate(notes, start=1):
            self._notes[note].committed.connect(self._changed)
            self._faces[note].setAlignment(_RIGHT)
            self._sums[note].setAlignment(_RIGHT)
            self._faces[note].setBuddy(self._notes[note])
            self._grid.addWidget(self._faces[note], row, 0)
            self._grid.addWidget(self._notes[note], row, 1)
            self._grid.addWidget(self._sums[note], row, 2)
        for before, after in pairwise(notes):
            QWidget.setTabOrder(self._notes[before], self._notes[after])
        self._close(len(notes) + 1)
        if notes:
            self.setFocusProxy(self._notes[notes[0]])

    def _close(self, row: int) -> None:
        self._grid.addWidget(self._rule, row, 0, 1, 3)
        self._grid.addWidget(self._total_name, row + 1, 0, 1, 2)
        self._total.setAlignment(_RIGHT)
        self._grid.addWidget(self._total, row + 1, 2)

    def _changed(self) -> None:
        self._write()
        self.counted.emit(self.count())

    def _write(self) -> None:
        words = self._words
        for note, line in self._notes.items():
            self._faces[note].setText(words.kip(note))
            line.setAccessibleName(words.say("Notes of {kip}", kip=words.money(note)))
            self._sums[note].setText(words.kip(note * (line.value() or 0)))
        self._total.setText(words.money(self.count().total))
