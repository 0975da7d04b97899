"""The notes of the cash box, one line for each kind, counted from the largest down."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import CashCount
from translations import Words
from ui.widgets.kip_edit import CountEdit
from ui.widgets.labels import line_label
from ui.widgets.spoken import Spoken

_STEPS = {
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}


class NoteEdit(CountEdit):
    """How many notes of one kind; Enter and the arrows go on: `stepped` says where."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what was typed before the cursor goes on."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif self.is_right():
            self.stepped.emit(step)


class NotesCount(QFrame, Spoken):
    """A line for each kind of note: what it is, how many, what they come to.

    `counted` carries the CashCount after the user has changed one line; `troubled` the sentence
    for a number that cannot be read.
    """

    counted = Signal(object)
    troubled = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._words = words
        self._heads = [line_label("muted") for _ in range(3)]
        self._edits: dict[Kip, NoteEdit] = {}
        self._labels: list[QLabel] = []
        self._amounts: dict[Kip, QLabel] = {}
        self._sum_name, self._sum = line_label("heading"), line_label("money")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(18, 8, 18, 8)
        self._grid.setHorizontalSpacing(22)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(2, 170)
        self._notes: tuple[Kip, ...] = ()
        self._line: QFrame | None = None

    def show_count(self, notes: Sequence[Kip], count: CashCount | None) -> None:
        """Show a count, with a line for each of the group's notes and any other."""
        counted = dict(count.notes) if count else {}
        wanted = tuple(sorted({*notes, *counted}, reverse=True))
        if wanted != self._notes:
            self._build(wanted)
        for note, edit in self._edits.items():
            if not edit.hasFocus() or edit.value() != counted.get(note):
                edit.show_value(counted.get(note))
        self.speak(self._words)

    def count(self) -> CashCount:
        """What stands in the lines now."""
        return CashCount(
            tuple((note, edit.value() or 0) for note, edit in self._edits.items() if edit.value())
        )

    def edit(self, note: Kip) -> NoteEdit:
        """The line of one kind of note."""
        return self._edits[note]

    def start(self) -> None:
        """Put the cursor on the largest note."""
        if self._notes:
            self._edits[self._notes[0]].setFocus()

    def speak(self, words: Words) -> None:
        """Write everything in these words."""
        self._words = words
        for head, text in zip(
            self._heads, (words.say("Note"), words.say("How many"), words.unit), strict=True
        ):
            head.setText(text)
        for note, label in zip(self._notes, self._labels, strict=True):
            label.setText(words.kip(note))
            self._edits[note].setAccessibleName(
                words.say("How many notes of {kip}", kip=words.kip(note))
            )
            part = CashCount(((note, self._edits[note].value() or 0),)).total
            self._amounts[note].setText(words.kip(part) if part else "")
        self._sum_name.setText(words.say("In the box"))
        self._sum.setText(words.money(self.count().total))

    def _build(self, notes: tuple[Kip, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in (*self._heads, self._sum_name, self._sum):
                widget.hide()
                widget.deleteLater()
        self._notes, self._edits, self._labels, self._amounts = notes, {}, [], {}
        right = Qt.AlignmentFlag.AlignRight
        for column, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, column, right)
        for row, note in enumerate(notes, start=1):
            self._labels.append(line_label())
            self._amounts[note] = line_label()
            self._edits[note] = self._edit(row - 1)
            self._grid.addWidget(self._labels[-1], row, 0, right | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(self._edits[note], row, 1)
            self._grid.addWidget(self._amounts[note], row, 2, right | Qt.AlignmentFlag.AlignVCenter)
        last = len(notes) + 1
        self._grid.addWidget(self._sum_name, last, 0, 1, 2, right | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._sum, last, 2, right)

    def _edit(self, place: int) -> NoteEdit:
        edit = NoteEdit(self._words)
        edit.setMinimumWidth(120)
        edit.setMaximumWidth(160)
        edit.committed.connect(self._changed)
        edit.troubled.connect(lambda said, _: self.troubled.emit(said))
        edit.stepped.connect(lambda step: self._go(place + step))
        return edit

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._notes):
            self._edits[self._notes[place]].setFocus()
        elif place > 0:
            self.focusNextChild()

    def _changed(self) -> None:
        self.speak(self._words)
        self.counted.emit(self.count())
