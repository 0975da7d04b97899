"""A box from which one of a few things is chosen, each with the word for it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)


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

    def paintEvent(self, event: QPaintEvent) -> None:
        """What has no room ends in three dots, and stands whole in the tip."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        shown = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, self._room(option)
        )
        self.setToolTip(option.currentText if shown != option.currentText else "")
        option.currentText = shown
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _room(self, option: QStyleOptionComboBox) -> int:
        """How wide the words may be: what the arrow and a picture leave."""
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        picture = 0 if option.currentIcon.isNull() else option.iconSize.width() + 4
        return self.style().subControlRect(control, option, part, self).width() - picture

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
