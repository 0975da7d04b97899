"""The options of one paper's own: ticks, and choices among a few."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from translations import Words
from ui.papers.questions import Ask, Question
from ui.papers.wish import Wish
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field

_ACROSS = 2
Offered = list[tuple[Any, str]]


def fill(box: ChoiceBox, offered: Offered) -> None:
    """Offer answers in a box; the first is chosen where nothing that is offered was."""
    box.offer(offered)
    if box.value() is None and offered:
        box.show_value(offered[0][0])


class Options(QWidget):
    """Made anew for each paper; `changed` comes when the user has chosen anything else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[str, QCheckBox] = {}
        self.boxes: dict[str, ChoiceBox] = {}
        self._fields: dict[str, Field] = {}
        # Choices stand two side by side, so that the list of papers keeps its room.
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        for column in range(_ACROSS):
            self._rows.setColumnStretch(column, 1)

    def ask(self, questions: Sequence[Question], words: Words) -> None:
        """Make the parts for these questions instead of those that were there."""
        for old in (*self.ticks.values(), *self._fields.values()):
            old.hide()
            self._rows.removeWidget(old)
            old.deleteLater()
        self.ticks, self.boxes, self._fields = {}, {}, {}
        place = 0
        for number, question in enumerate(questions):
            # The last choice of an odd number has the row to itself, and room for all it says.
            alone = number + 1 == len(questions) and place % _ACROSS == 0
            wide = question.ask is Ask.TICK or alone
            place += place % _ACROSS if wide else 0
            row, column = divmod(place, _ACROSS)
            part = self._part(question, words)
            self._rows.addWidget(part, row, column, 1, _ACROSS if wide else 1)
            place += _ACROSS if wide else 1
        self.setVisible(bool(questions))

    def name(self, question: Question, words: Words, offered: Offered) -> None:
        """Give the part of a question its words."""
        if question.ask is Ask.TICK:
            self.ticks[question.code].setText(question.title(words))
        else:
            self._fields[question.code].name(question.title(words))
            fill(self.boxes[question.code], offered)

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The options as a Wish takes them."""
        ticked = [(code, "") for code, tick in self.ticks.items() if tick.isChecked()]
        return (*ticked, *((code, str(box.value())) for code, box in self.boxes.items()))

    def show_wish(self, wish: Wish) -> None:
        """Choose from the program; emits nothing."""
        for code, tick in self.ticks.items():
            was = tick.blockSignals(True)
            tick.setChecked(wish.ticked(code))
            tick.blockSignals(was)
        for code, box in self.boxes.items():
            if wish.chosen(code):
                box.show_value(wish.chosen(code))

    def _part(self, question: Question, words: Words) -> QWidget:
        if question.ask is Ask.TICK:
            tick = self.ticks[question.code] = QCheckBox()
            tick.toggled.connect(lambda _: self.changed.emit())
            return tick
        box = self.boxes[question.code] = ChoiceBox()
        box.chosen.connect(lambda _: self.changed.emit())
        field = self._fields[question.code] = Field(words, box)
        return field
