"""What every page of the first run is: it shows its part of the draft, and takes it down again."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from translations import Words
from ui.screens.first_run.draft import Draft
from ui.widgets.labels import WrapLabel


class Page(QWidget):
    """One step. `edited` comes after the user has changed something on it.

    `name` is the step's name in the list at the left, `teaching` the sentence at its top.
    """

    edited = Signal()
    name: ClassVar[str] = ""
    teaching: ClassVar[str] = ""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.teacher = WrapLabel(role="muted")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        self.body.addWidget(self.teacher)

    def say(self, words: Words) -> None:
        """Give every part its words."""
        self.words = words
        self.teacher.setText(words.say(self.teaching))

    def show_draft(self, draft: Draft, today: date) -> None:
        """Show this page's part of the draft; emits nothing."""
        raise NotImplementedError

    def taken(self, draft: Draft) -> Draft:
        """The draft with what stands on this page now, right or wrong."""
        raise NotImplementedError

    def is_right(self) -> bool:
        """Whether one may go on; otherwise the page says in its place what is wrong."""
        return True
