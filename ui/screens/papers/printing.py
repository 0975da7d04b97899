"""A paper put on the printer page by page, as fine as the printer prints."""

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.pdf_pages import PdfPages

_FINEST = 600
"""Dots to an inch; above this a printer sees no difference in text, and the pictures grow."""


class PrintJob(QObject):
    """Prints pages `first` to `last` (from 0), one in each turn of the loop.

    `progressed` carries how many of how many are done, `done` whether the paper was printed
    whole; false when it was cancelled or the printer did not take it.
    """

    progressed = Signal(int, int)
    done = Signal(bool)

    def __init__(
        self, pages: PdfPages, printer: QPrinter, first: int, last: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._printer = printer
        self._numbers = range(first, last + 1)
        self._at = 0
        self._painter = QPainter()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin with the first page."""
        self._set_paper(self._numbers[0])
        if self._painter.begin(self._printer):
            self._timer.start()
        else:
            self.done.emit(False)

    def cancel(self) -> None:
        """Stop; what is already with the printer cannot be called back."""
        if self._timer.isActive():
            self._timer.stop()
            self._printer.abort()
            self._painter.end()
            self.done.emit(False)

    def _step(self) -> None:
        page = self._numbers[self._at]
        if self._at:
            self._set_paper(page)
            if not self._printer.newPage():
                self.cancel()
                return
        fine = min(self._printer.resolution(), _FINEST)
        picture = self._pages.drawn(page, fine / 72)
        size = self._pages.size(page)
        dots = self._printer.resolution() / 72
        whole = QRectF(0, 0, size.width() * dots, size.height() * dots)
        self._painter.drawImage(whole, picture)
        self._at += 1
        self.progressed.emit(self._at, len(self._numbers))
        if self._at == len(self._numbers):
            self._timer.stop()
            self.done.emit(self._painter.end())

    def _set_paper(self, page: int) -> None:
        size = self._pages.size(page)
        # A sheet lies in the printer upright, whichever way the page on it is turned.
        wide = size.width() > size.height()
        upright = size.transposed() if wide else size
        sheet = QPageSize(
            QSizeF(upright.width(), upright.height()), QPageSize.Unit.Point, "",
            QPageSize.SizeMatchPolicy.FuzzyMatch,
        )  # fmt: skip
        way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        layout = QPageLayout(sheet, way, QMarginsF(), QPageLayout.Unit.Point)
        layout.setMode(QPageLayout.Mode.FullPageMode)
        self._printer.setFullPage(True)
        self._printer.setPageLayout(layout)
