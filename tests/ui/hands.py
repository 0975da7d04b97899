"""The hands of a test: keys and clicks on real parts of the window."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

NONE = Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press keys one after another: press(edit, Qt.Key.Key_Return)."""
    for key in keys:
        QTest.keyClick(widget, key, held)


def type_letters(widget: QWidget, text: str) -> None:
    """Press a key for each letter, of any script; Qt's own way knows Latin keyboards only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, NONE, letter))


def type_line(widget: QWidget, text: str) -> None:
    """Type over what stands in a line and press Enter."""
    if hasattr(widget, "selectAll"):
        widget.selectAll()
    type_letters(widget, text)
    press(widget, Qt.Key.Key_Return)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click with the left button, in the middle or at a place."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at or widget.rect().center())


def click_cell(table: QTableView, index: QModelIndex) -> None:
    """Click on a cell of a table."""
    click(table.viewport(), table.visualRect(index).center())


def heard(signal: Any) -> list[Any]:
    """Everything that a signal carries from now on; a signal of several values as tuples."""
    told: list[Any] = []
    signal.connect(lambda *values: told.append(values[0] if len(values) == 1 else values))
    return told


def on_page(qtbot: QtBot, *parts: QWidget) -> QWidget:
    """Show parts one under another on a page that is active; it lives as long as the test."""
    page = QWidget()
    rows = QVBoxLayout(page)
    for part in parts:
        rows.addWidget(part)
    keep(qtbot, page)
    return page


def keep(qtbot: QtBot, page: QWidget) -> None:
    """Show a page, active, and hold it until the test is over."""
    qtbot.addWidget(page)
    _KEPT.append(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


_KEPT: list[QWidget] = []


def let_go() -> None:
    """Let go of the pages: the test is over."""
    _KEPT.clear()
