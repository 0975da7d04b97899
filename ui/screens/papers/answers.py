"""The questions of one paper with the lines and boxes in which they are answered."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledger.book.book import Book
from ledger.rules.transfers import EntryNumber
from translations import Words
from ui.papers.questions import OPEN, Ask, Question, offered
from ui.papers.wish import Wish
from ui.screens.papers.options import Options, fill
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field
from ui.widgets.kip_edit import CountEdit
from ui.widgets.member_picker import MemberPicker
from ui.widgets.spoken import Spoken

_OWN = (Ask.TICK, Ask.CHOICE)


class Answers(QWidget, Spoken):
    """`changed` comes when the user has answered anything else.

    The lines for members, loans, meetings, years, entries and days are the same for every paper,
    so that an answer stays when the next paper asks the same; a paper's own options are made anew.
    """

    changed = Signal()

    def __init__(
        self, words: Words, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.member = MemberPicker(words)
        self.boxes = {ask: ChoiceBox() for ask in (Ask.LOAN, Ask.SHEET, Ask.YEAR)}
        self.entry = CountEdit(words)
        self.day = DayEdit(words, today)
        editors = {Ask.MEMBER: self.member, **self.boxes, Ask.ENTRY: self.entry, Ask.DAY: self.day}
        self.fields = {ask: Field(words, editor) for ask, editor in editors.items()}
        self.options = Options()
        self._asked: tuple[Question, ...] = ()
        self._words = words
        self._book: Book | None = None
        self._today = today
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        for field in self.fields.values():
            self._rows.addWidget(field)
        self._rows.addWidget(self.options)
        self._connect()

    # --- for the page ----------------------------------------------------------------------

    def read(self, book: Book) -> None:
        """Read out of the book among what is chosen."""
        self._book = book
        self.member.set_members(book.members())
        self._offer()

    def ask(self, questions: Sequence[Question]) -> None:
        """Ask the questions of another paper; emits nothing."""
        if self._asked != tuple(questions):
            self._asked = tuple(questions)
            self.options.ask(self._own(), self._words)
        self._offer()

    def speak(self, words: Words) -> None:
        """Name everything in these words."""
        self._words = words
        self._offer()

    def given(self) -> dict[str, Any]:
        """The answers as a Wish takes them."""
        answers = {one.ask.value: self._answer(one.ask) for one in self._common()}
        return {**answers, "options": self.options.chosen()}

    def missing(self) -> str:
        """What must be chosen, or must happen, before the paper can be made; "" when nothing."""
        for question in self._asked:
            if question.needed and self._answer(question.ask) is None:
                return question.missing(self._words)
        return ""

    def show_wish(self, wish: Wish) -> None:
        """Answer from the program what a wish answers; emits nothing."""
        if wish.member is not None:
            self.member.show_member(wish.member)
        for ask, box in self.boxes.items():
            answer = getattr(wish, ask.value)
            if answer is not None or OPEN in box.values():
                box.show_value(answer or OPEN)
        self.entry.show_value(wish.entry)
        self.day.show_value(wish.day)
        self.options.show_wish(wish)

    # --- answers ---------------------------------------------------------------------------

    def _answer(self, ask: Ask) -> Any:
        if ask is Ask.MEMBER:
            return self.member.member()
        if ask is Ask.ENTRY:
            return self._entry()
        if ask is Ask.DAY:
            return self.day.value()
        return self.boxes[ask].value() or None

    def _entry(self) -> EntryNumber | None:
        """The number that was typed, where the book has an entry of that number."""
        number = self.entry.value()
        if number is None or self._book is None:
            return None
        said = ""
        try:
            return self._book.entry(EntryNumber(number)).number
        except KeyError:
            said = self._words.say("There is no entry of that number.")
            return None
        finally:
            self.fields[Ask.ENTRY].problem(said)

    # --- parts -----------------------------------------------------------------------------

    def _offer(self) -> None:
        """Show what is asked, each with the answers that the book offers for it."""
        asked = {question.ask: question for question in self._common()}
        for ask, field in self.fields.items():
            field.setVisible(ask in asked)
        for ask, question in asked.items():
            self.fields[ask].name(question.title(self._words))
            if ask in self.boxes:
                fill(self.boxes[ask], self._offered(question))
        for question in self._own():
            self.options.name(question, self._words, self._offered(question))

    def _common(self) -> list[Question]:
        return [question for question in self._asked if question.ask not in _OWN]

    def _own(self) -> list[Question]:
        return [question for question in self._asked if question.ask in _OWN]

    def _offered(self, question: Question) -> list[tuple[Any, str]]:
        if self._book is None:
            return []
        return offered(question, self._book, self._today(), self._words)

    def _connect(self) -> None:
        self.member.picked.connect(lambda _: self.changed.emit())
        self.member.troubled.connect(lambda said, _: self.fields[Ask.MEMBER].problem(said))
        for box in self.boxes.values():
            box.chosen.connect(lambda _: self.changed.emit())
        for line in (self.entry, self.day):
            line.committed.connect(lambda _: self.changed.emit())
        self.options.changed.connect(self.changed)
