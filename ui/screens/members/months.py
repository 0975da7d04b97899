"""The strip of a member's year: each month with its mark, so that a missed one is seen at once."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ledger.statements.saving_months import MonthMark, MonthState
from translations import Words
from translations.naming import word
from ui.look import COLOURS
from ui.widgets.buttons import Button, Look
from ui.widgets.icons import icon
from ui.widgets.labels import line_label

_PICTURES: dict[MonthState, tuple[str, str]] = {
    MonthState.PAID: ("check", COLOURS["good"]),
    MonthState.PARTLY: ("warn", COLOURS["warn"]),
    MonthState.MISSED: ("close", COLOURS["bad"]),
    MonthState.NO_MEETING: ("calendar", COLOURS["muted"]),
    MonthState.OPEN: ("edit", COLOURS["accent"]),
    MonthState.AHEAD: ("right", COLOURS["good"]),
}
"""No two have the same shape: colour alone says nothing."""
_ACROSS = 6


class MonthStrip(QFrame):
    """Twelve months in two rows; resting the mouse on one says what was saved for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.heading = line_label("heading")
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self.save = Button(Look.LINK, "money_in")
        self._cells: list[QWidget] = []
        self._said: list[str] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(8)
        rows.addWidget(self.heading)
        rows.addLayout(self._grid)
        rows.addWidget(self.save, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_months(self, words: Words, heading: str, marks: Sequence[MonthMark]) -> None:
        """Show these months and no others."""
        self.heading.setText(heading)
        self.save.setText(words.say("Savings for a month…"))
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        self._said = [mark_sentence(words, mark) for mark in marks]
        for place, mark in enumerate(marks):
            cell = _cell(mark, self._said[place])
            self._cells.append(cell)
            self._grid.addWidget(cell, place // _ACROSS, place % _ACROSS)
        self.setAccessibleName(f"{heading}: {'; '.join(self._said)}")

    def said(self) -> list[str]:
        """What is said of each month."""
        return self._said


def mark_sentence(words: Words, mark: MonthMark) -> str:
    """One month in words, with its amounts."""
    return words.say(
        "{month}: {state}, {saved} of {due}",
        month=words.month(mark.month),
        state=word(words, "month_state", mark.state.value),
        saved=words.money(mark.saved),
        due=words.money(mark.due),
    )


def _cell(mark: MonthMark, sentence: str) -> QWidget:
    cell = QWidget()
    rows = QVBoxLayout(cell)
    rows.setContentsMargins(0, 2, 0, 2)
    rows.setSpacing(2)
    name, picture = line_label("muted"), QLabel()
    name.setText(f"{mark.month.number:02d}")
    name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    if mark.state in _PICTURES:
        picture.setPixmap(icon(*_PICTURES[mark.state]).pixmap(QSize(20, 20)))
    picture.setFixedHeight(22)
    picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    rows.addWidget(name)
    rows.addWidget(picture)
    cell.setToolTip(sentence)
    return cell
