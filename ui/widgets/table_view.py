"""A table of rows to look through: as high as its letters need, and walked by keys alone."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from translations.breaks import with_zwsp

_AIR = 1.35
"""Rows are this much higher than their letters, so that marks above and below stay apart."""


_NAME_LETTERS = 18
"""So many letters of a name are never cut to make the table fit."""
_WORD_LETTERS = 12
"""Room for so many letters is enough where a text goes on under itself."""
_PADDING = 10
"""What the padding of the style takes of the width of a cell, at both sides together."""
_WHOLE_LETTERS = 44
"""So wide a table may ask to be, so that none of its columns is out of sight."""


class BrokenText(QStyledItemDelegate):
    """Cells whose text is broken between words, which Lao and Thai write without spaces."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the unseen break marks in on the way to the screen."""
        super().initStyleOption(option, index)
        option.text = with_zwsp(option.text)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """How high the text becomes; Qt forgets that the padding takes of its width."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -_PADDING, 0)
        return super().sizeHint(narrower, index)


class TableView(QTableView):
    """Rows one under another. Enter, F2 or a double click opens a row: `opened` carries its index.

    Tab leaves the table; arrow keys, Home, End and the page keys move inside it.
    """

    opened = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide: tuple[int, ...] = ()
        self._least: dict[int, int] = {}
        self._needed = 0
        self._letters = _NAME_LETTERS
        self._whole = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self.opened)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.resizeRowsToContents)
        self.refit()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model, with its columns fitted whenever it is filled anew."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self.fit_columns)
            model.headerDataChanged.connect(self.fit_columns)
            self.fit_columns()

    def stretch(self, columns: Sequence[int]) -> None:
        """These columns share the width that the others leave; usually the names."""
        self._wide = tuple(columns)
        self.fit_columns()

    def wrap(self) -> None:
        """Let a long text go on under itself, where nothing of it may be cut."""
        self._letters = _WORD_LETTERS
        self.setWordWrap(True)
        self.setItemDelegate(BrokenText(self))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # A narrower column needs more lines.
        self.horizontalHeader().sectionResized.connect(lambda: self._later.start(0))

    def be_whole(self) -> None:
        """Ask for the room that all columns need, so that the table is not scrolled sideways."""
        self._whole = True
        self.fit_columns()

    def fit_columns(self) -> None:
        """Make every column as wide as its text; the stretched ones take the rest.

        A stretched one keeps room for a name even so: then the table is scrolled sideways.
        """
        model = self.model()
        if model is None:
            return
        header = self.horizontalHeader()
        for column in range(model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.resizeColumnsToContents()
        name = self.fontMetrics().averageCharWidth() * self._letters
        self._least = {
            column: min(header.sectionSize(column), name)
            for column in self._wide
            if column < model.columnCount()
        }
        others = header.length() - sum(header.sectionSize(column) for column in self._least)
        self._needed = others + sum(self._least.values())
        if self._whole:
            most = self.fontMetrics().averageCharWidth() * _WHOLE_LETTERS
            self.setMinimumWidth(min(self._needed, most) + 2 * self.frameWidth())
        self._share_out()

    def _share_out(self) -> None:
        """Stretch what stretches where there is room, and give it the least where there is none."""
        header = self.horizontalHeader()
        room = self._needed <= self.viewport().width()
        for column, least in self._least.items():
            if room:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(column, least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out among the stretched columns."""
        super().resizeEvent(event)
        self._share_out()

    def refit(self) -> None:
        """Make rows and headers as high as the letters need now."""
        high = self.fontMetrics().lineSpacing()
        self.verticalHeader().setDefaultSectionSize(round(high * _AIR))
        self.verticalHeader().setMinimumSectionSize(round(high * _AIR))
        self.horizontalHeader().setMinimumHeight(high + 14)

    def select_row(self, row: int) -> None:
        """Stand on a row and show it."""
        if self.model() is not None and 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the size of the text changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self.refit()
            self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open the row on which the cursor stands."""
        opens = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
        reads_only = self.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
        if event.key() in opens and reads_only and self.currentIndex().isValid():
            # Held down, Enter opens one row and not whatever stands there afterwards.
            if not event.isAutoRepeat():
                self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Home:
            self.select_row(0)
        elif event.key() == Qt.Key.Key_End and self.model() is not None:
            self.select_row(self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)
