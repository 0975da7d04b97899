"""The cash of the meeting in one line, in sight at every step.

The tabulator key or a click reaches it, and F1 asks what should be in the box and why; the mouse
on what was there before asks for the entries behind that.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ledger.rules.accounts import CASH
from ledger.statements.figure import accounts_figure, box_figure
from ledger.statements.meeting_sheet import MeetingSheet
from translations import N_, Words
from ui.look import COLOURS
from ui.widgets.icons import icon
from ui.widgets.labels import line_label
from ui.widgets.pointing import point
from ui.widgets.spoken import Spoken, restyle

_PARTS = {
    "before": N_("Before the meeting"),
    "received": N_("Came in"),
    "paid_out": N_("Went out"),
    "expected": N_("Should be in the box"),
    "counted": N_("Counted"),
    "difference": N_("Difference"),
}
_MAY_GO = ("before", "paid_out", "received")
"""What gives way, in this order, where large letters leave no room for everything."""
_SPACE = 18
_ARROWS = {"received": ("money_in", "good"), "paid_out": ("money_out", "bad")}


class CashStrip(QFrame, Spoken):
    """Before, in, out, what should be there, what was counted, and the difference."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setObjectName("cash_strip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._grid: MeetingSheet | None = None
        self._names: dict[str, QLabel] = {}
        self._amounts: dict[str, QLabel] = {}
        self._sign = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(_SPACE)
        self._boxes = {part: self._part(part) for part in _PARTS}
        for box in self._boxes.values():
            row.addWidget(box, 1)
        self.speak(words)

    def show_cash(self, grid: MeetingSheet) -> None:
        """Show the cash of a sheet."""
        self._grid = grid
        self.speak(self._words)
        day = grid.sheet.day
        point(self, box_figure(grid.sheet.id, day))
        point(self._boxes["before"], accounts_figure(day, CASH))

    def shown(self) -> list[str]:
        """The parts for which there is room now."""
        return [part for part, box in self._boxes.items() if not box.isHidden()]

    def minimumSizeHint(self) -> QSize:
        """Wide enough for what must always be in sight."""
        always = [part for part in _PARTS if part not in _MAY_GO]
        return QSize(self._need(always), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many parts as there is room for."""
        super().resizeEvent(event)
        self._choose()

    def text(self, part: str) -> str:
        """The amount of one part as it is shown."""
        return self._amounts[part].text()

    def box(self, part: str) -> QWidget:
        """What shows one part."""
        return self._boxes[part]

    def speak(self, words: Words) -> None:
        """Write everything in these words."""
        self._words = words
        for part, name in _PARTS.items():
            self._names[part].setText(words.say(name))
            kip: int | None = None
            if self._grid is not None:
                kip = self._grid.cash_before if part == "before" else getattr(self._grid, part)
            self._amounts[part].setText("—" if kip is None else words.kip(kip))
        self.setAccessibleName(
            " · ".join(f"{words.say(name)} {self.text(part)}" for part, name in _PARTS.items())
        )
        self._judge()
        self._choose()

    def _need(self, parts: Sequence[str]) -> int:
        """How wide the strip must be for these parts, in pixels."""
        edges = self.contentsMargins().left() + self.contentsMargins().right() + 2 * 14
        widths = [self._boxes[part].sizeHint().width() for part in parts]
        return edges + sum(widths) + _SPACE * (len(widths) - 1)

    def _choose(self) -> None:
        left = list(_PARTS)
        for part in _MAY_GO:
            if self._need(left) > self.width():
                left.remove(part)
        for part, box in self._boxes.items():
            box.setVisible(part in left)

    def _judge(self) -> None:
        """A tick where box and book agree, a warning with a cross where they do not."""
        difference = None if self._grid is None else self._grid.difference
        name, tint = ("good", "good") if difference == 0 else ("bad", "bad")
        self._sign.setVisible(difference is not None)
        self._sign.setPixmap(icon(name, COLOURS[tint]).pixmap(QSize(22, 22)))
        label = self._amounts["difference"]
        label.setProperty("role", "strip" if not difference else "strip_bad")
        restyle(label)

    def _part(self, part: str) -> QWidget:
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
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addLayout(below)
        return box
