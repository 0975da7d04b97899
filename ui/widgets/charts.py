"""Two simple pictures of figures by month: lines and bars, readable in black and white as well.

The drawing library is heavy. It is loaded by `draw`, when the page has been seen; until then, and
for whoever cannot see the picture, the figures stand beside it as words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import COLOURS
from ui.widgets.labels import line_label

_LEGEND = QSize(34, 16)
_STEPS = (1, 2, 5)
_TICKS = 4
_BEYOND = 60
"""The numbers at the marks may reach so many pixels beyond the axis before they are left out."""
_EVERY = 3
"""At most every third month has its name under it, so that the eye counts in quarters."""
_SIDES, _APART = 110, 14
"""Pixels beside the picture itself, and between two names under it."""


class Drawn(StrEnum):
    """How a row of figures is drawn."""

    LINES = "lines"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures with its name. The second of a chart is dashed, or hatched."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The marks at the left of a chart: `step` apart, so `many` above nothing, told in `unit`s."""

    step: int
    many: int
    unit: int

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Each mark with the number that is written at it."""
        return tuple((k * self.step, k * self.step // self.unit) for k in range(self.many + 1))


def scale_of(most: int, *, one: int) -> Scale:
    """Round marks from nothing to `most` or above, told in millions or thousands where they can be.

    `one` is how many smallest units make one unit of the currency.
    """
    steps = (k * 10**power * one for power in count() for k in _STEPS)
    step = next(step for step in steps if step * _TICKS >= most)
    unit = next(size * one for size in (1_000_000, 1_000, 1) if step % (size * one) == 0)
    return Scale(step, many=max(-(-most // step), 1), unit=unit)


_PENS = ("accent", "bad")
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
_FILLS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern)
_SYMBOLS = ("o", "s")


def _pen(place: int) -> QPen:
    pen = QPen(QColor(COLOURS[_PENS[place]]), 2.5)
    pen.setStyle(_DASHES[place])
    pen.setCosmetic(True)
    return pen


def _outline(place: int) -> QPen:
    pen = QPen(QColor(COLOURS[_PENS[place]]), 1.5)
    pen.setCosmetic(True)
    return pen


def _brush(place: int) -> QBrush:
    return QBrush(QColor(COLOURS[_PENS[place]]), _FILLS[place])


def _filling(place: int) -> QColor:
    """The knots of the second line are hollow."""
    return QColor(COLOURS[_PENS[place] if place == 0 else "surface"])


class _Sample(QWidget):
    """How one row of figures is drawn, beside its name."""

    def __init__(self, drawn: Drawn, place: int) -> None:
        super().__init__()
        self._drawn, self._place = drawn, place
        self.setFixedSize(_LEGEND)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a piece of the line, or a small bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_pen(self._place))
        if self._drawn is Drawn.LINES:
            middle = self.height() // 2
            painter.drawLine(0, middle, self.width(), middle)
            painter.setPen(_outline(self._place))
            painter.setBrush(_filling(self._place))
            knot = QRect(self.width() // 2 - 4, middle - 4, 8, 8)
            (painter.drawEllipse, painter.drawRect)[self._place](knot)
        else:
            painter.setPen(_outline(self._place))
            painter.setBrush(_brush(self._place))
            painter.drawRect(6, 1, 20, self.height() - 3)


class Chart(QFrame):
    """A heading, the names of the rows, and the picture. It is looked at and not touched."""

    def __init__(self, drawn: Drawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._drawn = drawn
        self._heading = line_label("heading")
        self._unit = line_label("muted")
        self._legend = QHBoxLayout()
        self._legend.setSpacing(8)
        self._room = QVBoxLayout()
        # Until the picture is made its room stays free, and the heading at the top.
        self._room.addStretch(1)
        self._plot: Any = None
        self._ticks: tuple[str, ...] = ()
        self._series: tuple[Series, ...] = ()
        self._scale = scale_of(0, one=1)
        self._marks: tuple[tuple[int, str], ...] = ()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 8)
        rows.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._unit)
        rows.addLayout(head)
        rows.addLayout(self._legend)
        rows.addLayout(self._room, 1)

    def show_series(
        self,
        heading: str,
        ticks: Sequence[str],
        series: Sequence[Series],
        *,
        scale: Scale,
        unit: str,
        write: Callable[[int], str],
    ) -> None:
        """Show rows of figures, two at most, over the same ticks.

        `unit` names what the marks of the scale count, `write` writes their numbers.
        """
        self._heading.setText(heading)
        self._unit.setText(unit)
        self._ticks, self._series, self._scale = tuple(ticks), tuple(series), scale
        self._marks = tuple((at, write(number)) for at, number in scale.marks)
        self._show_legend()
        if self._plot is not None:
            self._paint()

    def series(self) -> tuple[Series, ...]:
        """The rows of figures that are shown."""
        return self._series

    def describe(self, sentence: str, table: str) -> None:
        """The same in words, for whoever does not see it; the table shows when one points at it."""
        self.setAccessibleName(f"{self._heading.text()}. {sentence}")
        self.setAccessibleDescription(table)
        self.setToolTip(table)

    def is_drawn(self) -> bool:
        """Whether the picture has been made."""
        return self._plot is not None

    def draw(self) -> None:
        """Load the drawing library, once, and make the picture."""
        if self._plot is None:
            # Numbers in heavy boots: a second on an old machine, spent after the page is seen.
            import pyqtgraph as graph  # noqa: PLC0415

            graph.setConfigOptions(antialias=True)
            plot = graph.PlotWidget(background=COLOURS["surface"])
            # Room for the half of the last month's name that reaches beyond its mark.
            plot.getPlotItem().layout.setContentsMargins(0, 4, 30, 0)
            plot.setMouseEnabled(x=False, y=False)
            plot.setMenuEnabled(False)
            plot.hideButtons()
            plot.setFrameShape(QFrame.Shape.NoFrame)
            plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            plot.setMinimumHeight(150)
            self._plot = plot
            self._room.takeAt(0)
            self._room.addWidget(plot, 1)
        self._paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other names."""
        super().resizeEvent(event)
        if self._plot is not None:
            self._plot.getAxis("bottom").setTicks([list(self._named())])

    # --- inside ----------------------------------------------------------------------------

    def _paint(self) -> None:
        plot = self._plot
        plot.clear()
        for side, ticks in (("bottom", self._named()), ("left", self._marks)):
            axis = plot.getAxis(side)
            axis.setTicks([list(ticks)])
            axis.setStyle(tickFont=self.font(), tickTextOffset=6, hideOverlappingLabels=_BEYOND)
            axis.setPen(QColor(COLOURS["edge"]))
            axis.setTextPen(QColor(COLOURS["ink"]))
        # The library's own grid would cut off the numbers at the ends of the axis.
        for at, _ in self._marks:
            plot.addLine(y=at, pen=QPen(QColor(COLOURS["line"]), 0))
        for place, series in enumerate(self._series):
            if self._drawn is Drawn.LINES:
                self._line(place, series)
            else:
                self._bars(place, series)
        top = self._scale.step * self._scale.many
        plot.setXRange(-0.6, len(self._ticks) - 0.4, padding=0)
        # A mark at the very edge loses its number.
        low = min((v for s in self._series for v in s.values), default=0)
        plot.setYRange(min(low, -top * 0.02), top * 1.04, padding=0)

    def _named(self) -> tuple[tuple[int, str], ...]:
        """The ticks that have their name under them: the last one, and as many as have room."""
        last = len(self._ticks) - 1
        widest = max((self.fontMetrics().horizontalAdvance(t) for t in self._ticks), default=0)
        fits = max((self.width() - _SIDES) // (widest + _APART), 1)
        every = max(_EVERY, -(-len(self._ticks) // fits))
        return tuple((k, t) for k, t in enumerate(self._ticks) if (last - k) % every == 0)

    def _line(self, place: int, series: Series) -> None:
        self._plot.plot(
            list(range(len(series.values))),
            list(series.values),
            pen=_pen(place),
            symbol=_SYMBOLS[place],
            symbolSize=8,
            symbolPen=_outline(place),
            symbolBrush=_filling(place),
        )

    def _bars(self, place: int, series: Series) -> None:
        import pyqtgraph as graph  # noqa: PLC0415 -- loaded by `draw` already

        wide = 0.8 / len(self._series)
        left = (place - (len(self._series) - 1) / 2) * wide
        bars = graph.BarGraphItem(
            x=[k + left for k in range(len(series.values))],
            height=list(series.values),
            width=wide,
            brush=_brush(place),
            pen=_outline(place),
        )
        self._plot.addItem(bars)

    def _show_legend(self) -> None:
        while (item := self._legend.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, series in enumerate(self._series):
            name = line_label()
            name.setText(series.name)
            self._legend.addWidget(_Sample(self._drawn, place))
            self._legend.addWidget(name)
            self._legend.addSpacing(12)
        self._legend.addStretch(1)
