"""Who the group is, when its books begin, and how it writes money."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from ledger.rules.days import FIRST_DAY, LAST_DAY
from translations import N_, MoneyFormat, Words
from ui.screens.first_run.draft import Draft
from ui.screens.first_run.page import Page
from ui.screens.rules.controls import months
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import NameEdit

CURRENCIES: tuple[tuple[tuple[str, int], str], ...] = (
    (("LAK", 0), N_("Kip")),
    (("THB", 0), N_("Baht, without satang")),
    (("THB", 2), N_("Baht with satang")),
    (("KHR", 0), N_("Riel")),
)
"""Currency and decimals, with the words for them."""

FACTS = (
    ("name", N_("Name of the group")),
    ("village", N_("Village")),
    ("zone", N_("Zone")),
    ("district", N_("District")),
    ("province", N_("Province")),
)


class GroupPage(Page):
    """The facts of the group."""

    name = N_("The group")
    teaching = N_("The name and the first day are needed now; the rest can be filled in later.")

    def __init__(self, words: Words, today: Callable[[], date]) -> None:
        super().__init__(words)
        self.facts = {fact: NameEdit(words, empty=fact != "name") for fact, _ in FACTS}
        self.founded = DayEdit(words, today)
        self.begin = DayEdit(words, today, empty=False)
        self.year_end = ChoiceBox()
        self.currency = ChoiceBox()
        self.marks = ChoiceBox()
        self.form = Form(columns=3)
        self._fields: dict[str, Field] = {}
        editors: list[tuple[str, QWidget]] = [
            *self.facts.items(),
            ("founded", self.founded),
            ("begin", self.begin),
            ("year_end", self.year_end),
            ("currency", self.currency),
            ("marks", self.marks),
        ]
        for fact, editor in editors:
            self._fields[fact] = Field(words, editor)
            self.form.add(self._fields[fact])
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        for line in self.facts.values():
            line.committed.connect(self.edited)
        for day in (self.founded, self.begin):
            day.committed.connect(self.edited)
        for box in (self.year_end, self.currency, self.marks):
            box.chosen.connect(self.edited)
        self.begin.committed.connect(self._check_begin)
        self.setFocusProxy(self.facts["name"])

    def say(self, words: Words) -> None:
        """Give every part its words."""
        super().say(words)
        for fact, label in FACTS:
            self._fields[fact].name(words.say(label))
        self._fields["founded"].name(words.say("Founded on"))
        self._fields["begin"].name(
            words.say("The books begin on"),
            words.say("The first day on which something is written into this book."),
        )
        self._fields["year_end"].name(words.say("Last month of the year"))
        self._fields["currency"].name(words.say("Currency"))
        self._fields["marks"].name(words.say("Large numbers are written"))
        self.year_end.offer(months(words))
        self.currency.offer([(value, words.say(text)) for value, text in CURRENCIES])
        self.marks.offer(
            [(points, MoneyFormat(points=points).text(1_250_000)) for points in (False, True)]
        )

    def show_draft(self, draft: Draft, today: date) -> None:
        """Show the facts; the books begin this month unless another day is set."""
        group = draft.group
        for fact, line in self.facts.items():
            line.show_value(getattr(group, fact) or None)
        self.founded.show_value(group.founded)
        self.begin.show_value(draft.begin or today.replace(day=1))
        self.year_end.show_value(draft.year_end)
        self.currency.show_value((group.currency, group.decimals))
        self.marks.show_value(group.points)

    def taken(self, draft: Draft) -> Draft:
        """The draft with these facts."""
        currency, decimals = self.currency.value() or (draft.group.currency, draft.group.decimals)
        group = replace(
            draft.group,
            name=self.facts["name"].value() or "",
            village=self.facts["village"].value() or "",
            zone=self.facts["zone"].value() or "",
            district=self.facts["district"].value() or "",
            province=self.facts["province"].value() or "",
            founded=self.founded.value(),
            currency=currency,
            decimals=decimals,
            points=bool(self.marks.value()),
        )
        year_end = self.year_end.value() or draft.year_end
        return replace(draft, group=group, begin=self.begin.value(), year_end=year_end)

    def is_right(self) -> bool:
        """A name, and days that can be read."""
        return self.form.is_right() and self._check_begin()

    def _check_begin(self) -> bool:
        day = self.begin.value()
        right = day is not None and FIRST_DAY <= day <= LAST_DAY
        if not right and day is not None:
            self._fields["begin"].problem(
                self.words.say(
                    "A book can begin from {first} to {last}.",
                    first=self.words.day(FIRST_DAY),
                    last=self.words.day(LAST_DAY),
                )
            )
        return right
