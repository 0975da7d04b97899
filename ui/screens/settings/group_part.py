"""Who the group is and how it writes large numbers."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from ledger.actions.group import change_group
from ledger.book.change import Topic
from ledger.rules.permits import Act
from ledger.rules.rulebook import Group
from translations import N_, MoneyFormat
from ui.desk import Desk
from ui.screens.first_run.group_page import CURRENCIES, FACTS
from ui.screens.settings.part import Part
from ui.widgets.buttons import PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel


class GroupPart(Part):
    """The facts of the group; what was there before stays readable in the book's history."""

    name = N_("The group")
    picture = "home"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.GROUP})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = desk.words
        self.facts = {fact: NameEdit(words, empty=fact != "name") for fact, _ in FACTS}
        self.founded = DayEdit(words, desk.today)
        self.marks = ChoiceBox()
        self.form = Form(columns=3)
        self._fields = {fact: Field(words, line) for fact, line in self.facts.items()}
        self._fields["founded"] = Field(words, self.founded)
        self._fields["marks"] = Field(words, self.marks)
        for field in self._fields.values():
            self.form.add(field)
        self._fixed = WrapLabel(role="muted")
        self.write = PrimaryButton("save")
        self.write.clicked.connect(self._write)
        self.body.addWidget(self.form)
        self.body.addWidget(self._fixed)
        self.body.addStretch(1)
        self.acts.addWidget(self.write)
        self.setFocusProxy(self.facts["name"])

    def say(self) -> None:
        """Give every part its words."""
        words = self.words
        for fact, label in FACTS:
            self._fields[fact].name(words.say(label))
        self._fields["founded"].name(words.say("Founded on"))
        self._fields["marks"].name(words.say("Large numbers are written"))
        self.marks.offer(
            [(points, MoneyFormat(points=points).text(1_250_000)) for points in (False, True)]
        )
        self.write.setText(words.say("Save the group's facts"))

    def show_book(self) -> None:
        """Show the facts."""
        group, words = self.desk.book.group, self.words
        for fact, line in self.facts.items():
            line.show_value(getattr(group, fact) or None)
        self.founded.show_value(group.founded)
        self.marks.show_value(group.points)
        self.write.setEnabled(self.desk.may(Act.CHANGE_GROUP))
        begin = group.books_begin
        currency = dict(CURRENCIES).get((group.currency, group.decimals), group.currency)
        self._fixed.setText(
            words.say(
                "The books began on {day} and are kept in: {currency}. Both stay as they are.",
                day=words.long_day(begin) if begin else "–",
                currency=words.say(currency),
            )
        )

    def holds_typing(self) -> bool:
        """Whether a fact was typed that has not been saved."""
        return self._typed() != self.desk.book.group

    def _typed(self) -> Group:
        facts = {fact: line.value() or "" for fact, line in self.facts.items()}
        return replace(
            self.desk.book.group,
            name=facts["name"],
            village=facts["village"],
            zone=facts["zone"],
            district=facts["district"],
            province=facts["province"],
            founded=self.founded.value(),
            points=bool(self.marks.value()),
        )

    def _write(self) -> None:
        if not self.form.is_right():
            return
        group = self._typed()
        act = partial(change_group, group=group)
        if self.desk.do(act):
            self.told.emit(self.words.say("The group's facts are saved."))
