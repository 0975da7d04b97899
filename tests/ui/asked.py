"""Answers to the questions that stop the work: what is done while a dialog stands there."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

D = TypeVar("D", bound=QDialog)

_TURNS = 400


def when_asked(kind: type[D], do: Callable[[D], object]) -> list[D]:
    """As soon as a dialog of this kind stands there, do something to it; it is told in the list.

    The answer must end the dialog: by a button or by a key.
    """
    met: list[D] = []

    def look(left: int = _TURNS) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog not in met:
            met.append(dialog)
            do(dialog)
        elif left:
            QTimer.singleShot(5, lambda: look(left - 1))

    QTimer.singleShot(0, look)
    return met


def press_button(text: str) -> Callable[[QMessageBox], None]:
    """Press the button that says this."""

    def press(box: QMessageBox) -> None:
        next(button for button in box.buttons() if button.text() == text).click()

    return press
