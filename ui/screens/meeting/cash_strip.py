"""The cash of the meeting in one line, in sight at every step."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ledger.statements.meeting_sheet import MeetingSheet
from translations import N_, Words
from ui.look import COLOURS
from ui.widgets.icons import icon
from ui.widgets.labels import line_label
from ui.widgets.spoken import Spoken, restyle

_PARTS = {
    "before": N_("Before the meeting"),
    "received": N_("Came in"),
    "paid_out": N_("Went out"),
    "expected": N_("Should be in the box"),
    "counted": N_("Counted"),
    "difference": N_("Difference"),
}
_ARROWS = {"received": ("money_in", "good"), "paid_out": ("money_out", "bad")}


class CashStrip(QFrame, Spoken):
    """Before, in, out, what should be there, what was counted, and the difference."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._words = words
        self._grid: MeetingSheet | None = None
        self._names: dict[str, QLabel] = {}
        self._amounts: dict[str, QLabel] = {}
        self._sign = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(18)
        for part in _PARTS:
            row.addLayout(self._part(part), 1)
        self.speak(words)

    def show_cash(self, grid: MeetingSheet) -> None:
        """Show the cash of a sheet."""
        self._grid = grid
        self.speak(self._words)

    def text(self, part: str) -> str:
        """The amount of one part as it is shown."""
        return self._amounts[part].text()

    def speak(self, words: Words) -> None:
        """Write everything in these words."""
        self._words = words
        for part, name in _PARTS.items():
            self._names[part].setText(words.say(name))
            kip: int | None = None
            if self._grid is not None:
                kip = self._grid.cash_before if part == "before" else getattr(self._grid, part)
            self._amounts[part].setText("—" if kip is None else words.kip(kip))
        self._judge()

    def _judge(self) -> None:
        """A tick where box and book agree, a warning with a cross where they do not."""
        difference = None if self._grid is None else self._grid.difference
        name, tint = ("good", "good") if difference == 0 else ("bad", "bad")
        self._sign.setVisible(difference is not None)
        self._sign.setPixmap(icon(name, COLOURS[tint]).pixmap(QSize(22, 22)))
        label = self._amounts["difference"]
        label.setProperty("role", "strip" if not difference else "strip_bad")
        restyle(label)

    def _part(self, part: str) -> QVBoxLayout:
        name, amount = line_label("muted"), line_label("strip")
        self._names[part], self._amounts[part] = name, amount
        amount.setProperty("role", "strip_large" if part == "expected" else "strip")
        below = QHBoxLayout()
        below.setSpacing(5)
        if part in _ARROWS:
            picture, tint = _ARROWS[part]
            arrow = QLabel()
            arrow.setPixmap(icon(picture, COLOURS[tint]).pixmap(QSize(20, 20)))
            below.addWidget(arrow)
        if part == "difference":
            below.addWidget(self._sign)
        below.addWidget(amount)
        below.addStretch(1)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addLayout(below)
        return rows
