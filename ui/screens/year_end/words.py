"""The page on which the year's report in words is typed: six parts, kept as soon as one is left."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject

from ledger.actions.year_texts import keep_year_texts
from ledger.book.change import Change, Topic
from ledger.statements.year_set import YearText
from translations.naming import word
from ui.desk import Desk
from ui.models.closing import first_open, years_of
from ui.papers.wish import Wish
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field, Form
from ui.widgets.labels import WrapLabel
from ui.widgets.text_edit import TextEdit

_LINES = 6
"""A part of the report is a few sentences long."""


class YearWordsScreen(Screen):
    """What is typed is kept in the book when the cursor leaves its box; nothing is lost by it."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.DRAFT, Topic.YEAR})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.years = ChoiceBox()
        self.note = WrapLabel(role="muted")
        self.boxes = {text: TextEdit(lines=_LINES) for text in YearText}
        self.fields = {text: Field(desk.words, box) for text, box in self.boxes.items()}
        self.back = Button(picture="left")
        self.print_report = PrimaryButton("papers")
        self._year: int | None = None
        self._arrange()

    def show_item(self, item: object) -> None:
        """Show a year by its number."""
        if isinstance(item, int):
            self._turn_to(item)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("The year in words"))
        self.years.setAccessibleName(words.say("Year"))
        self.note.setText(
            words.say(
                "For the annual report and the network. A part that stays empty is printed as"
                " lines to write on."
            )
        )
        for text, field in self.fields.items():
            field.name(word(words, "year_text", text))
        self.back.setText(words.say("Back"))
        self.print_report.setText(words.say("Annual report"))

    def refresh(self, change: Change | None = None) -> None:
        """Read what is kept; what is half typed stays."""
        del change
        if self._year is None:
            done = [one.year.number for one in self.book.closed_years()]
            self._year = done[-1] if done else first_open(self.book, self.today())
        words = self.words
        years = years_of(self.book, self.today())
        self.years.offer([(year, words.year(year)) for year in years])
        self.years.show_value(self._year)
        kept = self.book.year_texts(self._year)
        for text, box in self.boxes.items():
            if not box.hasFocus() and box.value() != kept.get(text, ""):
                box.show_value(kept.get(text, ""))
        closed = self.book.closed_year(self._year) is not None
        self.print_report.setEnabled(closed)
        self.print_report.setToolTip(
            "" if closed else words.say("It can be printed once the year is closed.")
        )

    def may_leave(self) -> bool:
        """Whether everything typed is kept, or was empty."""
        return self._keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a part when its box is left."""
        if event.type() is QEvent.Type.FocusOut:
            self._keep()
        return super().eventFilter(watched, event)

    def _keep(self) -> bool:
        """Keep what has changed; False where the book does not take it, and the box says why."""
        if self._year is None or self.desk.is_empty:
            return True
        year, kept = self._year, self.book.year_texts(self._year)
        typed = {text: box.value() for text, box in self.boxes.items()}
        new = {text: value for text, value in typed.items() if value != kept.get(text, "")}
        if not new:
            return True
        return bool(self.desk.do(lambda b, who: keep_year_texts(b, who, year=year, texts=new)))

    def _turn_to(self, year: int) -> None:
        if self._year is not None and not self._keep():
            self.years.show_value(self._year)
            return
        self._year = year
        for box in self.boxes.values():
            box.show_value("")
        self.look_again()

    def _arrange(self) -> None:
        self.years.setMinimumContentsLength(10)
        self.beside_title.addWidget(self.years)
        self.body.addWidget(self.note)
        form = Form(columns=3)
        for text, field in self.fields.items():
            form.add(field)
            self.boxes[text].installEventFilter(self)
        self.body.addWidget(form)
        self.body.addStretch(1)
        self.acts.addWidget(self.back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.print_report)
        self.years.chosen.connect(self._turn_to)
        self.back.clicked.connect(lambda: self.go.emit("year_end", self._year))
        self.print_report.clicked.connect(
            lambda: self.go.emit("papers", Wish("annual", year=self._year))
        )
