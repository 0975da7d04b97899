"""Finds what a page of the window cannot show whole: words with less room than they need."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QWidget,
)

from ui.widgets.labels import NarrowLabel


def cut_parts(page: QWidget) -> Iterator[str]:
    """The words of each visible part of a page that has less room than it asks for.

    Labels that wrap find more room below, and those that give way end in three dots by design.
    """
    for button in page.findChildren(QPushButton):
        if button.isVisible() and button.width() < button.minimumSizeHint().width():
            yield button.text()
    for label in page.findChildren(QLabel):
        gives_way = label.wordWrap() or isinstance(label, NarrowLabel)
        if label.isVisible() and not gives_way and label.width() < label.sizeHint().width():
            yield label.text()


def hidden_columns(page: QWidget) -> Iterator[str]:
    """The heads of those columns of the visible tables that are seen only when it is scrolled."""
    for table in page.findChildren(QTableView):
        header = table.horizontalHeader()
        if not table.isVisible() or table.horizontalScrollBar().maximum() == 0:
            continue
        for column in range(header.count()):
            end = header.sectionViewportPosition(column) + header.sectionSize(column)
            if not header.isSectionHidden(column) and end > table.viewport().width():
                yield str(table.model().headerData(column, Qt.Orientation.Horizontal))


def cut_choices(page: QWidget) -> Iterator[str]:
    """What is chosen in a visible box and has less room there than it needs."""
    for box in page.findChildren(QComboBox):
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        room = box.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            box,
        )
        picture = 0 if box.itemIcon(box.currentIndex()).isNull() else box.iconSize().width() + 4
        wide = box.fontMetrics().horizontalAdvance(box.currentText()) + picture
        if box.isVisible() and wide > room.width():
            yield box.currentText()
