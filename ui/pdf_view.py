"""A paper looked at inside the program: its pages one under another, drawn as they are seen."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from translations import Words
from ui.look import COLOURS
from ui.pdf_pages import PdfPages
from ui.widgets.spoken import Spoken

_GAP = 14
_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_PIXELS = 96 / 72
"""Pixels to a point at 100 percent."""
_WIDEST = 2.0


class PdfView(QAbstractScrollArea, Spoken):
    """Scrolled by keys: page up and down turn pages, Home and End go to the ends, + and − zoom.

    `shown` comes with another document, or with none. `turned` carries the page that is seen (from
    0) whenever it changes, `zoomed` the zoom in percent.
    """

    shown = Signal()
    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pdf")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(260, 200))
        self._words = words
        self._pages: PdfPages | None = None
        self._tops: list[int] = []
        self._zoom: float | None = None
        self._page = 0
        bar = self.verticalScrollBar()
        bar.setSingleStep(40)
        bar.valueChanged.connect(self._scrolled)

    # --- for the screen --------------------------------------------------------------------

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show a document from its first page on, or nothing."""
        if self._pages is not None and self._pages is not pages:
            self._pages.close()
        self._pages = pages
        self._page = 0
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.shown.emit()
        self._tell()

    def pages(self) -> PdfPages | None:
        """The document that is shown."""
        return self._pages

    def count(self) -> int:
        """How many pages there are."""
        return 0 if self._pages is None else len(self._pages)

    def page(self) -> int:
        """The page that is seen, from 0."""
        return self._page

    def go_to(self, page: int) -> None:
        """Show a page from its top; the first or last where there is none of that number."""
        if self._tops:
            page = min(max(page, 0), len(self._tops) - 1)
            self.verticalScrollBar().setValue(self._tops[page] - _GAP)
            self._turn(page)

    def fit_width(self) -> None:
        """Make pages as wide as the view, now and whenever its width changes."""
        self._set_zoom(None)

    def zoom_by(self, steps: int) -> None:
        """Go to the next larger or smaller zoom."""
        now = self.zoom()
        if steps > 0:
            wanted = next((z for z in _ZOOMS if z > now + 0.01), _ZOOMS[-1])
        else:
            wanted = next((z for z in reversed(_ZOOMS) if z < now - 0.01), _ZOOMS[0])
        self._set_zoom(wanted)

    def zoom(self) -> float:
        """How large the pages are drawn: 1.0 is their size on paper."""
        if self._zoom is not None or self._pages is None:
            return self._zoom or 1.0
        room = self.viewport().width() - 2 * _GAP
        return min(max(room / (self._pages.widest() * _PIXELS), 0.2), _WIDEST)

    def speak(self, words: Words) -> None:
        """Say in these words which page is seen."""
        self._words = words
        self._tell()

    # --- keys and mouse --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, go to the ends, zoom; arrow keys scroll."""
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.go_to(self._page + 1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Backspace:
                self.go_to(self._page - 1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.count() - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_0:
                self.fit_width()
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    # --- painting --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages again; the page that was seen stays."""
        page = self._page
        self._measure()
        self.go_to(page)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are in sight; only they are drawn at all."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(COLOURS["line"]))
        if self._pages is None:
            return
        sharp = self.devicePixelRatioF()
        for page in range(len(self._tops)):
            place = self._place(page)
            if not place.intersects(event.rect()):
                continue
            painter.fillRect(place.translated(2, 2), QColor(COLOURS["edge"]))
            picture = self._pages.image(page, round(place.width() * sharp))
            painter.drawImage(place, picture)

    def _place(self, page: int) -> QRect:
        """Where a page lies in the viewport now."""
        size = self._size(page)
        left = max(_GAP, (self.viewport().width() - size.width()) // 2)
        left -= self.horizontalScrollBar().value()
        top = self._tops[page] - self.verticalScrollBar().value()
        return QRect(left, top, size.width(), size.height())

    def _size(self, page: int) -> QSize:
        assert self._pages is not None  # Asked only for pages that there are.
        scale = self.zoom() * _PIXELS
        size = self._pages.size(page)
        return QSize(round(size.width() * scale), round(size.height() * scale))

    # --- places ----------------------------------------------------------------------------

    def _set_zoom(self, zoom: float | None) -> None:
        page = self._page
        self._zoom = zoom
        self._measure()
        self.go_to(page)
        self.viewport().update()

    def _measure(self) -> None:
        """Reckon where every page begins, and how far one can scroll."""
        self._tops = []
        top, widest = _GAP, 0
        for page in range(self.count()):
            size = self._size(page)
            self._tops.append(top)
            top += size.height() + _GAP
            widest = max(widest, size.width())
        room = self.viewport().size()
        self._set_range(top, widest, room)
        self.zoomed.emit(round(self.zoom() * 100))
        self.viewport().update()

    def _set_range(self, high: int, wide: int, room: QSize) -> None:
        # While the bars are measured anew, where they stand says nothing about the page.
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        # The last page can be scrolled to the top as well, so that it is the one that is seen.
        last = self._tops[-1] - _GAP if self._tops else 0
        bar.setRange(0, max(0, high - room.height(), last))
        bar.setPageStep(room.height())
        bar.blockSignals(False)
        self.horizontalScrollBar().setRange(0, max(0, wide + 2 * _GAP - room.width()))
        self.horizontalScrollBar().setPageStep(room.width())

    def _scrolled(self, value: int) -> None:
        middle = value + self.viewport().height() // 3
        seen = sum(1 for top in self._tops if top <= middle) - 1
        self._turn(max(seen, 0))
        self.viewport().update()

    def _turn(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self._tell()

    def _tell(self) -> None:
        if self.count():
            self.setAccessibleName(
                self._words.say(
                    "Page {page} of {pages}",
                    page=self._words.number(self._page + 1),
                    pages=self._words.number(self.count()),
                )
            )
        else:
            self.setAccessibleName("")
        self.turned.emit(self._page)
