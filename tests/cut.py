"""Finds what a page of the window cannot show whole: words with less room than they need."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

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
