"""The pages of a paper as small pictures at its side; a click on one goes to that page."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from translations import Words
from ui.look import COLOURS
from ui.pdf_view import PdfView
from ui.widgets.spoken import Spoken

_WIDE, _HIGH = 76, 108
"""The room for one picture, in pixels."""
_KEPT = 400
Index = QModelIndex | QPersistentModelIndex


class _Thumbs(QAbstractListModel):
    """One row for each page; its picture is drawn when it is first seen."""

    def __init__(self, view: PdfView, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self._view = view
        self._kept: dict[int, QPixmap] = {}

    def forget(self) -> None:
        """Another paper is shown, or none."""
        self.beginResetModel()
        self._kept.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- as Qt has it
        """How many pages there are."""
        return 0 if parent.isValid() else self._view.count()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number of the page, and its picture."""
        page = index.row()
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(page)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.number(page + 1)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.words.say("Page {page}", page=self.words.number(page + 1))
        return None

    def _picture(self, page: int) -> QPixmap | None:
        pages = self._view.pages()
        if pages is None or page >= len(pages):
            return None
        if page not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            size = pages.size(page)
            scale = min(_WIDE / size.width(), _HIGH / size.height())
            # Drawn twice as large and made smaller: thin rules stay to be seen.
            drawn: QImage = pages.drawn(page, 2 * scale)
            small = drawn.scaled(
                drawn.width() // 2,
                drawn.height() // 2,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._kept[page] = QPixmap.fromImage(small)
        return self._kept[page]


class _Frame(QStyledItemDelegate):
    """A picture with its number below, and a frame round the page that is seen."""

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:
        """The same for every page."""
        return QSize(_WIDE + 20, _HIGH + 34)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one page."""
        painter.save()
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        room = option.rect.adjusted(10, 6, -10, -26)
        if isinstance(picture, QPixmap):
            at = picture.rect()
            at.moveCenter(room.center())
            painter.drawPixmap(at, picture)
            view = option.widget
            seen = isinstance(view, QListView) and view.currentIndex() == index
            pen = painter.pen()
            pen.setColor(COLOURS["accent"] if seen else COLOURS["edge"])
            pen.setWidth(3 if seen else 1)
            painter.setPen(pen)
            painter.drawRect(at.adjusted(-2, -2, 1, 1))
        painter.setPen(COLOURS["ink"])
        below = option.rect
        below.setTop(room.bottom() + 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


class Strip(QListView, Spoken):
    """`wanted` carries the page (from 0) on which the user clicked, or to which she went by key."""

    wanted = Signal(int)

    def __init__(self, view: PdfView, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbs = _Thumbs(view, words, self)
        self._view = view
        self.setModel(self._thumbs)
        self.setItemDelegate(_Frame(self))
        self.setUniformItemSizes(True)
        self.setFixedWidth(_WIDE + 44)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.shown.connect(self._begin)
        view.turned.connect(self._follow)
        self.selectionModel().currentChanged.connect(lambda now, _: self._went(now))

    def speak(self, words: Words) -> None:
        """Name the strip and its pages."""
        self._thumbs.words = words
        self.setAccessibleName(words.say("Pages of the paper"))
        self.viewport().update()

    def _begin(self) -> None:
        self._thumbs.forget()
        self.setVisible(self._view.count() > 1)
        self._follow(self._view.page())

    def _follow(self, page: int) -> None:
        """The page that is seen is marked here as well."""
        index = self._thumbs.index(page)
        if index.isValid() and index != self.currentIndex():
            was = self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(was)
            self.scrollTo(index)
            self.viewport().update()

    def _went(self, now: QModelIndex) -> None:
        if now.isValid() and now.row() != self._view.page():
            self.wanted.emit(now.row())
