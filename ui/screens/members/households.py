"""The households of the group: who lives together, what they have and owe, and who moves where."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ledger.actions.members import move_household
from ledger.book.change import Change, Topic
from ledger.rules.people import MemberId
from ledger.statements.figure import Figure, owed_figure, savings_figure
from ledger.statements.households import HouseholdRow
from translations import Words
from ui.desk import Desk
from ui.models.members import full_name, number_key
from ui.models.rows import Column, RowsModel
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.facts_card import FactsCard
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import line_label
from ui.widgets.member_picker import MemberPicker
from ui.widgets.scrolled import scrolled_card
from ui.widgets.table_view import TableView


def _of_one(row: HouseholdRow, figure: Callable[[MemberId], Figure]) -> Figure | None:
    """The figure of her who is alone; that of several is the sum of theirs on the card beside."""
    return figure(row.members[0].id) if len(row.members) == 1 else None


def columns_of(words: Words, day: date) -> Sequence[Column[HouseholdRow]]:
    """The columns of the list, as of a day."""
    return (
        Column(words.say("Household"), lambda r: r.name or words.say("not written down")),
        Column(words.say("Members"), lambda r: words.number(len(r.members)), figures=True),
        Column(words.say("Names"), lambda r: ", ".join(m.name for m in r.members)),
        Column(
            words.say("Savings"),
            lambda r: words.kip(r.savings),
            figures=True,
            figure=lambda r: _of_one(r, lambda her: savings_figure(her, day)),
        ),
        Column(
            words.say("Still owed"),
            lambda r: words.kip(r.owed),
            figures=True,
            figure=lambda r: _of_one(r, lambda her: owed_figure(her, day)),
        ),
        Column(words.say("In the welfare fund"), lambda r: words.number(r.welfare), figures=True),
    )


class HouseholdsScreen(Screen):
    """The list, the household on which one stands, and the form in which somebody moves."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.MEMBERS, Topic.ENTRIES, Topic.LOANS, Topic.RULES}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.count = line_label("muted")
        self.table = TableView()
        self.model: RowsModel[HouseholdRow] = RowsModel()
        self.card = FactsCard()
        self.member = MemberPicker(desk.words)
        self.household = NameEdit(desk.words)
        self.fields = (Field(desk.words, self.member), Field(desk.words, self.household))
        self.back = Button(picture="left")
        self.move_her = PrimaryButton("save")
        self._arrange()
        self.table.selectionModel().currentRowChanged.connect(self._show_card)
        self.member.troubled.connect(lambda said, _: self.fields[0].problem(said))
        self.back.clicked.connect(lambda: self.go.emit("members", None))
        self.move_her.clicked.connect(self._move)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Households"))
        self.fields[0].name(words.say("Who moves?"))
        self.fields[1].name(words.say("To which household? (empty: to none)"))
        self.back.setText(words.say("Back to the members"))
        self.move_her.setText(words.say("Move the member to this household"))

    def refresh(self, change: Change | None = None) -> None:
        """Read the households and show them."""
        del change
        standing = self.chosen()
        rows = sorted(self.book.households(self.today()), key=lambda r: number_key(r.name))
        self.model.set_columns(columns_of(self.words, self.today()))
        self.model.show(rows)
        self.table.stretch((2,))
        names = [row.name for row in rows]
        self.table.select_row(
            names.index(standing.name) if standing and standing.name in names else 0
        )
        members = [m for row in rows for m in row.members]
        self.member.set_members(members)
        words, homes = self.words, sum(1 for name in names if name)
        persons = words.say_many("{n} member", "{n} members", len(members))
        households = words.say_many("{n} household", "{n} households", homes)
        self.count.setText(f"{persons} · {households}")
        self._show_card()

    def chosen(self) -> HouseholdRow | None:
        """The household on which the cursor stands."""
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        form = QFrame()
        form.setProperty("card", True)
        inside = QVBoxLayout(form)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(10)
        for field in self.fields:
            inside.addWidget(field)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(scrolled_card(self.card), 1)
        right.addWidget(form)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.table, 8)
        both.addLayout(right, 4)
        self.body.addLayout(both, 1)
        self.beside_title.addWidget(self.count)
        self.acts.addWidget(self.back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.move_her)
        self.setFocusProxy(self.table)

    def _show_card(self) -> None:
        row = self.chosen()
        self.card.setVisible(row is not None)
        if row is None:
            return
        savings = self.book.savings()
        facts = [
            (f"{m.number} · {full_name(m)}", self.words.money(savings.get(m.id, 0)))
            for m in row.members
        ]
        heading = self.words.say("Household {name}", name=row.name or "–")
        figures = {
            name: savings_figure(m.id, self.today())
            for (name, _), m in zip(facts, row.members, strict=True)
        }
        self.card.show_facts(heading, facts, right=True, figures=figures)

    def _move(self) -> None:
        member = self.member.member()
        if member is None:
            self.fields[0].problem(self.words.say("Choose who moves."))
            self.member.setFocus()
            return
        if not self.household.is_right():
            return
        home = self.household.value() or ""
        members = (MemberId(member),)
        if self.desk.do(lambda b, a: move_household(b, a, members=members, household=home)):
            name = self.book.member(members[0]).name
            self.member.show_member(None)
            self.household.show_value(None)
            self.tell(
                self.words.say("{name} lives in household {home} now.", name=name, home=home or "–")
            )
            self.member.setFocus()
