"""What comes next and what is still to be done, each with the button that goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from translations import Words
from ui.look import COLOURS
from ui.models.home_tasks import PICTURES, Task, Unfinished, task_act, task_sentence
from ui.widgets.buttons import Button
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel, line_label

_WORRIES = frozenset({Unfinished.OVERDUE})


class TaskList(QFrame):
    """`wanted` carries the task whose button was pressed."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.buttons: list[Button] = []
        self._heading = line_label("heading")
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(10)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside.setStyleSheet("background: transparent")
        room.setWidget(self._inside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 8, 12)
        rows.setSpacing(10)
        rows.addWidget(self._heading)
        room.setMinimumHeight(120)
        rows.addWidget(room, 1)

    def show_tasks(self, words: Words, tasks: Sequence[Task]) -> None:
        """Show what is to be done, the most pressing first."""
        self._clear()
        self._heading.setText(words.say("Still to be done"))
        for task in tasks:
            self._rows.addWidget(self._row(words, task))
        if not tasks:
            done = words.say("Nothing is left undone.")
            self._rows.addLayout(_line("good", COLOURS["good"], WrapLabel(done)))
        self._rows.addStretch(1)

    def said(self) -> list[str]:
        """The sentences that stand here."""
        return [label.text() for label in self._inside.findChildren(WrapLabel) if label.isEnabled()]

    def _row(self, words: Words, task: Task) -> QWidget:
        worry = task.kind in _WORRIES
        text = WrapLabel(task_sentence(words, task), "bad" if worry else "")
        button = Button(picture="right")
        button.setText(task_act(words, task))
        button.setAccessibleDescription(text.text())
        button.clicked.connect(lambda: self.wanted.emit(task))
        self.buttons.append(button)
        row = QWidget()
        rows = QVBoxLayout(row)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        colour = COLOURS["bad" if worry else "accent"]
        rows.addLayout(_line(PICTURES[task.kind], colour, text))
        rows.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _clear(self) -> None:
        self.buttons = []
        for child in self._inside.findChildren(QWidget):
            child.setEnabled(False)
            child.hide()
            child.deleteLater()
        while self._rows.takeAt(0) is not None:
            pass


def _line(picture: str, colour: str, text: QLabel) -> QHBoxLayout:
    drawing = QLabel()
    drawing.setPixmap(icon(picture, colour).pixmap(QSize(24, 24)))
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return row
