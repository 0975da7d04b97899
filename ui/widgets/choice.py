"""A box from which one of a few things is chosen, each with the word for it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceBox(QComboBox):
    """One of several values. `chosen` carries the value that the user took; filling emits nothing.

    The wheel turns the page and never the choice, which would change a rule unseen.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these values with their words; what was chosen stays so if it is among them."""
        standing = self.value()
        self._values = [value for value, _ in choices]
        self.clear()
        self.addItems([text for _, text in choices])
        self.show_value(standing)

    def show_value(self, value: Any) -> None:
        """Choose a value from the program; nothing is chosen where it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def values(self) -> tuple[Any, ...]:
        """The values that are offered."""
        return tuple(self._values)

    def value(self) -> Any:
        """The value chosen now, or None."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
