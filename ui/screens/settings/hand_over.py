"""An election: who goes and who comes, the hand-over sheet, and the two who confirm it."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from ledger.actions.committee import hand_over
from ledger.book.change import Change, Topic
from ledger.rules.committee import (
    Election,
    advisers_of,
    after_election,
    committee_of,
    serving,
    term_end,
)
from ledger.rules.days import day_before, month_of
from ledger.rules.decisions import Subject
from ledger.rules.people import Officer, OfficerId, Role
from ledger.statements.hand_over import HandOver
from translations import Words
from translations.naming import account_word, word
from ui.desk import Desk
from ui.screens.minutes.writing import DecisionLine
from ui.screens.screen import Screen
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.facts_card import FactsCard
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.scrolled import scrolled_card
from ui.widgets.sign import sign


def sheet_facts(words: Words, sheet: HandOver, names: dict[int, str]) -> Sequence[tuple[str, str]]:
    """The hand-over sheet line by line; what is settled is left out."""

    def count(number: int) -> str:
        return words.number(number) if number else ""

    def kip(amount: int) -> str:
        return words.money(amount) if amount else ""

    return (
        (words.say("Cash box"), words.money(sheet.cash)),
        *((names.get(bank, str(bank)), words.money(held)) for bank, held in sheet.banks),
        (words.say("Running loans"), count(sheet.loans)),
        (words.say("Still owed on them"), kip(sheet.owed)),
        (words.say("Overdue loans"), count(sheet.overdue)),
        (words.say("Loans waiting"), count(sheet.waiting)),
        (words.say("Sheets not signed"), ", ".join(words.day(day) for day in sheet.unsigned)),
        (words.say("Dividends not yet fetched"), kip(sheet.dividends)),
        (words.say("Settlements not yet paid out"), kip(sheet.settlements)),
        (words.say("Asked to join and waiting"), count(sheet.candidates)),
        (words.say("Welfare claims not finished"), count(sheet.claims)),
        (words.say("Notices of withdrawals"), kip(sheet.notices)),
        (
            words.say("Months on hold, up to"),
            words.month(month_of(sheet.held)) if sheet.held else "",
        ),
        (words.say("Decisions not in the minutes"), ", ".join(sheet.missing)),
    )


class HandOverScreen(Screen):
    """`go("hand_over", None)` opens it, from the committee in the settings."""

    topics: ClassVar[frozenset[Topic]] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = desk.words
        self.who, self.advisers = line_label("heading"), WrapLabel(role="muted")
        self.goes = QListWidget()
        self.comes = QListWidget()
        self.role, self.name = ChoiceBox(), NameEdit(words)
        self.add, self.drop = Button(picture="add"), Button(picture="close")
        self.day, self.decision = (
            DayEdit(words, desk.today),
            DecisionLine(desk, subject=Subject.OFFICERS),
        )
        self.handed, self.taken = ChoiceBox(), ChoiceBox()
        self.sheet = FactsCard()
        self.fields: dict[str, Field] = {}
        self.back = Button(picture="left")
        self.write = PrimaryButton("save")
        self._new: list[Officer] = []
        self._make_fields(words)
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Election and hand-over"))
        self.who.setText(words.say("Who goes? Tick them."))
        self.goes.setAccessibleName(words.say("Who goes?"))
        self.comes.setAccessibleName(words.say("Who comes?"))
        self.role.offer([(role, word(words, "role", role.value)) for role in Role])
        names = {
            "role": words.say("Office"),
            "name": words.say("Name of the new officer"),
            "day": words.say("Day of the election"),
            "decision": words.say("Number of the decision"),
            "handed": words.say("Handed over by"),
            "taken": words.say("Taken over by"),
        }
        for key, name in names.items():
            self.fields[key].name(name)
        self.add.setText(words.say("Add the new officer"))
        self.drop.setText(words.say("Remove from the list"))
        self.back.setText(words.say("Back to the settings"))
        self.write.setText(words.say("Hand over the committee"))

    def refresh(self, change: Change | None = None) -> None:
        """Read who is in office and what is open."""
        del change
        if self.day.value() is None:
            self.day.show_value(self.today())
        self._show_serving()
        self._show_coming()
        self._show_hands()
        self._show_sheet()

    # --- inside ----------------------------------------------------------------------------

    def _make_fields(self, words: Words) -> None:
        editors = (
            ("role", self.role),
            ("name", self.name),
            ("day", self.day),
            ("decision", self.decision),
            ("handed", self.handed),
            ("taken", self.taken),
        )
        self.fields = {key: Field(words, editor) for key, editor in editors}
        self.coming, self.facts = Form(columns=2), Form(columns=2)
        for key in ("role", "name"):
            self.coming.add(self.fields[key])
        for key in ("day", "decision", "handed", "taken"):
            self.facts.add(self.fields[key])

    def _arrange(self) -> None:
        left, middle = QFrame(), QFrame()
        for card, parts in (
            (left, (self.who, self.goes, self.advisers)),
            (middle, (self.coming, self.comes)),
        ):
            card.setProperty("card", True)
            rows = QVBoxLayout(card)
            rows.setContentsMargins(12, 10, 12, 10)
            rows.setSpacing(8)
            for part in parts:
                rows.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        inside = middle.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.insertLayout(1, buttons)
        inside.addWidget(self.facts)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(left, 4)
        columns.addWidget(middle, 5)
        columns.addWidget(scrolled_card(self.sheet), 4)
        self.body.addLayout(columns, 1)
        self.acts.addWidget(self.back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.write)
        self.setFocusProxy(self.goes)

    def _listen(self) -> None:
        self.goes.itemChanged.connect(lambda _: self._show_hands())
        self.day.committed.connect(lambda _: self.refresh())
        self.add.clicked.connect(self._add)
        self.drop.clicked.connect(self._drop)
        self.back.clicked.connect(lambda: self.go.emit("settings", "members"))
        self.write.clicked.connect(self._write)

    def _on(self) -> date:
        return self.day.value() or self.today()

    def _show_serving(self) -> None:
        words, eve = self.words, day_before(self._on())
        years = self.book.rulebook(self._on()).people.term_years
        ticked = set(self._going())
        self.goes.blockSignals(True)
        self.goes.clear()
        for officer in committee_of(self.book.officers(), eve):
            end = term_end(officer, years)
            text = f"{word(words, 'role', officer.role.value)} · {officer.name}"
            if end is not None:
                text += " · " + words.say("until {day}", day=words.day(end))
            item = QListWidgetItem(text)
            if end is not None and end < self._on():
                item.setIcon(QIcon(sign(Tone.WARN, 24)))
            item.setData(Qt.ItemDataRole.UserRole, int(officer.id))
            state = Qt.CheckState.Checked if officer.id in ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self.goes.addItem(item)
        self.goes.blockSignals(False)
        beside = ", ".join(o.name for o in advisers_of(self.book.officers(), eve))
        self.advisers.setText(words.say("Advisers: {names}", names=beside) if beside else "")

    def _show_coming(self) -> None:
        self.comes.clear()
        for officer in self._new:
            self.comes.addItem(f"{word(self.words, 'role', officer.role.value)} · {officer.name}")

    def _show_hands(self) -> None:
        """Offer those of before on one side, and those of afterwards on the other."""
        officers, day = self.book.officers(), self._on()
        before = [o.name for o in serving(officers, day_before(day))]
        after = [o.name for o in committee_of(after_election(officers, self._election()), day)]
        self.handed.offer([(name, name) for name in before])
        self.taken.offer([(name, name) for name in after])

    def _show_sheet(self) -> None:
        words, rulebook = self.words, self.book.rulebook(self._on())
        sheet = self.book.hand_over(self._on())
        names = {
            int(a.account): account_word(words, a.account, a.name, a.key) for a in rulebook.accounts
        }
        heading = words.say("Hand-over sheet of {day}", day=words.day(self._on()))
        self.sheet.show_facts(heading, sheet_facts(words, sheet, names), right=True)

    def _going(self) -> tuple[OfficerId, ...]:
        items = [self.goes.item(row) for row in range(self.goes.count())]
        ticked = [i for i in items if i.checkState() is Qt.CheckState.Checked]
        return tuple(OfficerId(i.data(Qt.ItemDataRole.UserRole)) for i in ticked)

    def _election(self) -> Election:
        return Election(
            day=self._on(),
            decision=self.decision.value() or "",
            goes=self._going(),
            comes=tuple(self._new),
            handed_by=self.handed.value() or "",
            taken_by=self.taken.value() or "",
        )

    def _add(self) -> None:
        name, role = self.name.value(), self.role.value()
        if not self.coming.is_right():
            return
        if not name or role is None:
            self.fields["name"].problem(self.words.say("Choose the office and write the name."))
            self.name.setFocus()
            return
        self.fields["name"].problem("")
        member = next((m.id for m in self.book.members() if m.name == name), None)
        self._new.append(Officer(OfficerId(0), name, role, member=member))
        self.name.show_value(None)
        self._show_coming()
        self._show_hands()
        self.name.setFocus()

    def _drop(self) -> None:
        row = self.comes.currentRow()
        if 0 <= row < len(self._new):
            del self._new[row]
            self._show_coming()
            self._show_hands()

    def _write(self) -> None:
        if not self.facts.is_right():
            return
        election, today = self._election(), self.today()
        if self.desk.do(lambda b, a: hand_over(b, a, election=election, today=today)):
            self._new = []
            self.decision.show_value(None)
            self.refresh()
            self.tell(self.words.say("The committee has handed over."))
            self.goes.setFocus()
