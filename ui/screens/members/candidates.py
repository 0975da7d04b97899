"""Who has asked to join: the list of the month, a form for the next, and the meeting's decision."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ledger.actions.admissions import ask_to_join, take_in, turn_down
from ledger.book.change import Change, Topic
from ledger.rules.admission import NOBODY, Asked, CandidateId
from ledger.rules.decisions import Subject
from ledger.rules.people import Member, Sex
from translations import Words
from translations.naming import word
from ui.desk import Desk
from ui.models.candidates import columns_of, said_of
from ui.models.members import next_number, year_of
from ui.models.rows import RowsModel
from ui.one_time import one_time_key
from ui.screens.minutes.writing import DecisionLine
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel
from ui.widgets.scrolled import scrolled
from ui.widgets.table_view import TableView


class _FieldsCard(QFrame):
    """A card with a form of several fields; Enter on the last line goes nowhere by itself."""

    edited = Signal()

    def __init__(
        self, words: Words, editors: Sequence[tuple[str, QWidget]], *more: QWidget
    ) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.form = Form(columns=2)
        self.fields = {key: Field(words, editor) for key, editor in editors}
        for field in self.fields.values():
            self.form.add(field)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(2, 2, 10, 2)
        rows.setSpacing(10)
        rows.addWidget(self.form)
        for part in more:
            rows.addWidget(part)
        rows.addStretch(1)
        QVBoxLayout(self).addWidget(scrolled(inside))

    def name(self, names: dict[str, str]) -> None:
        """Name the fields."""
        for key, name in names.items():
            self.fields[key].name(name)


class CandidatesScreen(Screen):
    """Enter on the list goes to the decision. `go("candidates", None)` opens it."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEMBERS, Topic.RULES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = desk.words
        self.table = TableView()
        self.model: RowsModel[Asked] = RowsModel()
        self.person, self.household = NameEdit(words), NameEdit(words)
        self.sex, self.born, self.guardian = ChoiceBox(), NameEdit(words), NameEdit(words)
        self.asked_on = DayEdit(words, desk.today)
        self.here, self.pupil, self._once = QCheckBox(), QCheckBox(), one_time_key()
        self.day, self.decision = (
            DayEdit(words, desk.today),
            DecisionLine(desk, subject=Subject.MEMBER),
        )
        self.number, self.reason = NameEdit(words), NameEdit(words)
        self.whom = WrapLabel()
        self.tabs = QTabWidget()
        self.back = Button(picture="left")
        self.refuse = Button(picture="close")
        self.write = PrimaryButton("save")
        self._arrange(words)
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Candidates"))
        self.model.set_columns(columns_of(words))
        self.sex.offer([(sex, word(words, "sex", sex.value)) for sex in Sex])
        self.asking.name(
            {
                "person": words.say("Name and family name"),
                "asked_on": words.say("Asked to join on"),
                "sex": words.say("Woman or man"),
                "household": words.say("Household"),
                "born": words.say("Year of birth"),
                "guardian": words.say("Guardian (of a child)"),
            }
        )
        self.deciding.name(
            {
                "day": words.say("Day of the meeting"),
                "decision": words.say("Number of the decision"),
                "number": words.say("The number in the register"),
                "reason": words.say("Reason, if not taken in"),
            }
        )
        self.here.setText(words.say("Lives in the village"))
        self.pupil.setText(words.say("Is a pupil"))
        self.tabs.setTabText(0, words.say("The meeting decides"))
        self.tabs.setTabText(1, words.say("Somebody asks to join"))
        self.back.setText(words.say("Back to the members"))
        self.refuse.setText(words.say("Do not take in"))
        self._turned()

    def refresh(self, change: Change | None = None) -> None:
        """Read who has asked; those who wait come first."""
        del change
        rows = sorted(self.book.asked(), key=lambda a: (a.admission is not None, -a.candidate.id))
        standing = self.chosen()
        self.model.show(rows)
        self.table.stretch((2, 4))
        numbers = [row.candidate.id for row in rows]
        there = standing is not None and standing.candidate.id in numbers
        self.table.select_row(numbers.index(standing.candidate.id) if there and standing else 0)
        for line in (self.day, self.asked_on):
            if line.value() is None:
                line.show_value(self.today())
        if self.sex.value() is None:
            self.sex.show_value(Sex.UNSAID)
        if self.number.value() is None:
            self.number.show_value(next_number(self.book.members()))
        if not rows:
            self.tabs.setCurrentIndex(1)
        self._turned()

    def chosen(self) -> Asked | None:
        """The candidate on whom the cursor stands."""
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self, words: Words) -> None:
        self.asking = _FieldsCard(
            words,
            (
                ("person", self.person),
                ("asked_on", self.asked_on),
                ("sex", self.sex),
                ("household", self.household),
                ("born", self.born),
                ("guardian", self.guardian),
            ),
            self.here,
            self.pupil,
        )
        self.deciding = _FieldsCard(
            words,
            (
                ("day", self.day),
                ("decision", self.decision),
                ("number", self.number),
                ("reason", self.reason),
            ),
            self.whom,
        )
        self.here.setChecked(True)
        self.table.setModel(self.model)
        self.tabs.addTab(self.deciding, "")
        self.tabs.addTab(self.asking, "")
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.table, 8)
        both.addWidget(self.tabs, 5)
        self.body.addLayout(both, 1)
        self.acts.addWidget(self.back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.refuse)
        self.acts.addWidget(self.write)
        self.setFocusProxy(self.table)

    def _listen(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._turned)
        self.table.opened.connect(self._begin_decision)
        self.tabs.currentChanged.connect(self._turned)
        self.back.clicked.connect(lambda: self.go.emit("members", None))
        self.refuse.clicked.connect(self._turn_down)
        self.write.clicked.connect(self._write)

    def _begin_decision(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.decision.setFocus()

    def _turned(self) -> None:
        words, asked = self.words, self.chosen()
        deciding = self.tabs.currentIndex() == 0
        waits = asked is not None and asked.admission is None
        self.refuse.setVisible(deciding)
        self.refuse.setEnabled(waits)
        self.write.setEnabled(waits or not deciding)
        text = words.say("Take in") if deciding else words.say("Write on the list")
        self.write.setText(text)
        if asked is None:
            self.whom.setText(words.say("Nobody waits. Write down first who asks to join."))
        else:
            self.whom.setText(f"{asked.candidate.person.name} · {said_of(words, asked)}")

    def _write(self) -> None:
        if self.tabs.currentIndex() == 0:
            self._take_in()
        else:
            self._ask()

    def _ask(self) -> None:
        born = self.born.value() or ""
        year = year_of(born)
        if born and year is None:
            said = self.words.say("Write the year with four figures: 1985.")
            self.asking.fields["born"].problem(said)
            self.born.setFocus()
            return
        self.asking.fields["born"].problem("")
        if not self.asking.form.is_right():
            return
        day = self.asked_on.value() or self.today()
        person = Member(
            id=NOBODY,
            number="",
            name=self.person.value() or "",
            joined=day,
            sex=self.sex.value() or Sex.UNSAID,
            household=self.household.value() or "",
            birth_year=year,
            pupil=self.pupil.isChecked(),
            guardian=self.guardian.value() or "",
        )
        here = self.here.isChecked()
        if self.desk.do(
            lambda book, actor: ask_to_join(book, actor, person=person, day=day, lives_here=here),
            once=self._once,
        ):
            self._once = one_time_key()
            for line in (self.person, self.household, self.born, self.guardian):
                line.show_value(None)
            self.pupil.setChecked(False)
            self.tell(self.words.say("{name} is on the list.", name=person.name))
            self.person.setFocus()

    def _take_in(self) -> None:
        asked = self._ready()
        if asked is None:
            return
        candidate, day, decision = self._facts(asked)
        number = self.number.value() or ""
        if self.desk.do(
            lambda book, actor: take_in(
                book, actor, candidate=candidate, day=day, decision=decision, number=number
            )
        ):
            self._done(asked, self.words.say("{name} is a member now.", name=_name(asked)))

    def _turn_down(self) -> None:
        asked = self._ready()
        if asked is None:
            return
        candidate, day, decision = self._facts(asked)
        reason = self.reason.value() or ""
        if self.desk.do(
            lambda book, actor: turn_down(
                book, actor, candidate=candidate, day=day, decision=decision, reason=reason
            )
        ):
            self._done(asked, self.words.say("{name} was not taken in.", name=_name(asked)))

    def _ready(self) -> Asked | None:
        return self.chosen() if self.deciding.form.is_right() else None

    def _facts(self, asked: Asked) -> tuple[CandidateId, date, str]:
        day = self.day.value() or self.today()
        return asked.candidate.id, day, self.decision.value() or ""

    def _done(self, asked: Asked, sentence: str) -> None:
        del asked
        self.reason.show_value(None)
        self.number.show_value(next_number(self.book.members()))
        self.tell(sentence)
        self.table.setFocus()


def _name(asked: Asked) -> str:
    return asked.candidate.person.name
