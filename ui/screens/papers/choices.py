"""Which paper, of whom, of which year, in which language: the left side of the page."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ledger.book.book import Book
from translations import LANGUAGE_NAMES, Words
from ui.papers.paper import Paper
from ui.papers.shop import paper_of
from ui.papers.wish import Wish
from ui.screens.papers.answers import Answers
from ui.screens.papers.paper_list import PaperList
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.spoken import Spoken


class Choices(QFrame, Spoken):
    """`changed` comes when the user has chosen anything else."""

    changed = Signal()

    def __init__(
        self, words: Words, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.papers = PaperList(words)
        self.answers = Answers(words, today)
        self.hint = WrapLabel(role="muted")
        self.language = ChoiceBox()
        self._language = line_label("muted")
        self.speaking = QWidget()
        """The language of the paper, for the row of the page's acts: the list needs the room."""
        beside = QHBoxLayout(self.speaking)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self._language)
        beside.addWidget(self.language)
        self._words = words
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 12, 14, 12)
        rows.setSpacing(8)
        rows.addWidget(self.papers, 1)
        for part in (self.hint, self.answers):
            rows.addWidget(part)
        self.papers.chosen.connect(lambda _: self._paper_chosen())
        self.answers.changed.connect(self.changed)
        self.language.chosen.connect(lambda _: self.changed.emit())

    def offer(self, book: Book) -> None:
        """Read out of the book what can be chosen."""
        self.answers.read(book)
        self._ask()

    def speak(self, words: Words) -> None:
        """Name everything in these words."""
        self._words = words
        self._language.setText(words.say("Language of the paper"))
        self.language.setAccessibleName(words.say("Language of the paper"))
        self.language.offer([(code, name) for code, name in LANGUAGE_NAMES.items()])
        if self.language.value() is None:
            self.language.show_value(words.language)
        self.hint.setText(self.paper().hint(words))

    def paper(self) -> Paper:
        """The paper that is chosen."""
        return paper_of(self.papers.code())

    def wish(self) -> Wish | None:
        """The paper that is wanted; nothing while a question is still open."""
        if self.missing():
            return None
        answers: dict[str, Any] = self.answers.given()
        return Wish(self.paper().code, **answers)

    def missing(self) -> str:
        """What must be chosen, or must happen, before the paper can be made; "" when nothing."""
        return self.answers.missing()

    def show_wish(self, wish: Wish) -> None:
        """Choose a paper from the program; emits nothing."""
        self.papers.show_code(wish.code)
        self._ask()
        self.answers.show_wish(wish)

    def _paper_chosen(self) -> None:
        self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        paper = self.paper()
        self.hint.setText(paper.hint(self._words))
        self.answers.ask(paper.asks)
