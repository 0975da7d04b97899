"""One line of the sharing-out: its name, its percentage as figures and as a slider, its kip."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLayoutItem, QSlider, QVBoxLayout, QWidget

from ledger.rules.kip import WHOLE, BasisPoints
from ledger.rules.rulebook import AllocationLine, LineKind, Rulebook
from ledger.statements.figure import Figure
from translations import Words
from ui.models.closing import line_name, line_place, line_size
from ui.widgets.kip_edit import PercentEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.pointing import point

_STEP = 100


class Slider(QSlider):
    """A percentage to pull at; one key is one percent. The wheel turns the page and never this."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, WHOLE)
        self.setSingleStep(_STEP)
        self.setPageStep(5 * _STEP)
        self.setMinimumWidth(120)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class LineRow(QObject):
    """The parts of one line in the grid. `tried` comes when the user has set another percentage."""

    tried = Signal()

    def __init__(self, line: AllocationLine, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.name = WrapLabel()
        self.place = WrapLabel(role="muted")
        self.size = line_label()
        self.percent = PercentEdit(words, empty=False)
        self.percent.setMinimumWidth(96)
        self.slider = Slider()
        self.kip = line_label()
        self.kip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.kip.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.can_change = line.kind is LineKind.PERCENT
        self.percent.committed.connect(self._typed)
        self.slider.valueChanged.connect(self._pulled)

    def put(self, grid: QGridLayout, row: int) -> None:
        """Lay the parts into a row of the grid, in the order in which Tab walks them."""
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(self.name)
        named.addWidget(self.place)
        grid.addLayout(named, row, 0)
        if self.can_change:
            grid.addWidget(self.percent, row, 1)
            grid.addWidget(self.slider, row, 2)
        else:
            grid.addWidget(self.size, row, 1, 1, 2)
        grid.addWidget(self.kip, row, 3)

    def say(self, rulebook: Rulebook, words: Words, *, kip: str, changeable: bool) -> None:
        """Name the line and say what it comes to, as it is to be written."""
        name = line_name(words, self.line)
        self.name.setText(name)
        place = line_place(words, rulebook, self.line)
        self.place.setText(place)
        # A fund's line is usually called after the fund.
        self.place.setVisible(self.line.account is not None and place != name)
        self.size.setText(line_size(words, self.line))
        self.kip.setText(kip)
        self.percent.speak(words)
        for part in (self.percent, self.slider):
            part.setAccessibleName(words.say("Percentage: {name}", name=name))
            part.setEnabled(changeable)

    def point(self, figure: Figure | None) -> None:
        """Say where its kip come from; nothing where they are only what the line would ask."""
        point(self.kip, figure)

    def points(self) -> BasisPoints:
        """The basis points that stand here; the rules' own number where it is no percentage."""
        value = self.percent.value() if self.can_change else None
        return self.line.amount if value is None else value

    def show_points(self, points: BasisPoints) -> None:
        """Set field and slider from the program; emits nothing."""
        self.percent.show_value(points)
        self._slide(points)

    def _slide(self, points: BasisPoints) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(min(points, WHOLE))
        self.slider.blockSignals(False)

    def _typed(self, points: BasisPoints | None) -> None:
        if points is not None:
            self._slide(points)
            self.tried.emit()

    def _pulled(self, points: int) -> None:
        # Pulled by the mouse it stops at whole percents; the figures hold what is finer.
        whole = round(points / _STEP) * _STEP
        self.percent.show_value(whole)
        self._slide(whole)
        self.tried.emit()


def clear_away(item: QLayoutItem) -> None:
    """Take what stands at one place of a layout off the screen."""
    inner = item.layout()
    while inner is not None and (part := inner.takeAt(0)) is not None:
        clear_away(part)
    if (old := item.widget()) is not None:
        old.hide()
        old.deleteLater()
