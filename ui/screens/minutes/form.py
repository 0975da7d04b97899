"""The form of a decision: its number, day and subject, its text, who was there, and the votes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from ledger.rules.decisions import (
    Decision,
    DecisionAhead,
    DecisionCorrectedAlready,
    DecisionNotOfThatDay,
    DecisionNumberTaken,
    DecisionUnknown,
    Subject,
    VotesHalfCounted,
)
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.rules.people import Officer
from ledger.rules.refusals import NameMissing, Refusal
from translations import Words
from translations.naming import word
from ui.desk import Desk
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import CountEdit, NameEdit
from ui.widgets.labels import line_label
from ui.widgets.text_edit import TextEdit

_ACROSS = 3
_MEETINGS = 6


class DecisionForm(QWidget):
    """Everything that stands in the minutes about one decision."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self.desk = desk
        self.number, self.day = NameEdit(words), DayEdit(words, desk.today)
        self.subject, self.meeting = ChoiceBox(), ChoiceBox()
        self.text = TextEdit()
        self.others = NameEdit(words)
        self.votes_for, self.votes_against = CountEdit(words), CountEdit(words)
        self.present: dict[str, QCheckBox] = {}
        self._corrects = ""
        self._there = line_label()
        self._grid = QGridLayout()
        self._fields = {
            name: Field(words, getattr(self, name))
            for name in (
                *("number", "day", "subject", "meeting", "text"),
                *("others", "votes_for", "votes_against"),
            )
        }
        self._form, self._people = Form(columns=4), Form(columns=3)
        for name, field in self._fields.items():
            of_people = name in {"others", "votes_for", "votes_against"}
            (self._people if of_people else self._form).add(field, wide=name == "text")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self._form)
        rows.addWidget(self._there)
        rows.addLayout(self._grid)
        rows.addWidget(self._people)
        self.meeting.chosen.connect(lambda _: self._day_of_meeting())
        self.retranslate()

    def retranslate(self) -> None:
        """Give every field its name."""
        words = self.desk.words
        names = {
            "number": words.say("Number"),
            "day": words.say("Decided on"),
            "subject": words.say("About"),
            "meeting": words.say("Taken at"),
            "text": words.say("What was decided"),
            "others": words.say("Others who were there (with commas)"),
            "votes_for": words.say("Votes for, if counted"),
            "votes_against": words.say("Votes against, if counted"),
        }
        for name, text in names.items():
            self._fields[name].name(text)
        self._there.setText(words.say("Who was there?"))
        self.subject.offer([(s, word(words, "subject", s.value)) for s in Subject])

    def begin(
        self,
        *,
        subject: Subject = Subject.OTHER,
        number: str = "",
        sheet: Sheet | None = None,
        corrects: Decision | None = None,
    ) -> None:
        """Begin a new decision with what is known of it; a correction takes over the old text."""
        book = self.desk.book
        self._corrects = corrects.number if corrects else ""
        day = sheet.day if sheet else corrects.day if corrects else self.desk.today()
        self.number.show_value(number or book.next_decision(day))
        self.day.show_value(day)
        self.subject.show_value(corrects.subject if corrects else subject)
        self.text.show_value(corrects.text if corrects else "")
        self.votes_for.show_value(corrects.votes_for if corrects else None)
        self.votes_against.show_value(corrects.votes_against if corrects else None)
        self._offer_meetings(sheet.id if sheet else corrects.sheet if corrects else None)
        self._offer_people(corrects.present if corrects else ())
        self.clear_problems()
        self.text.setFocus()

    def typed(self) -> Decision:
        """The decision as it stands in the form."""
        others = (self.others.value() or "").split(",")
        names = [name for name, box in self.present.items() if box.isChecked()]
        return Decision(
            number=self.number.value() or "",
            day=self.day.value() or self.desk.today(),
            subject=self.subject.value() or Subject.OTHER,
            text=self.text.value(),
            present=tuple(name.strip() for name in (*names, *others) if name.strip()),
            votes_for=self.votes_for.value(),
            votes_against=self.votes_against.value(),
            sheet=self.meeting.value() or None,
            corrects=self._corrects,
        )

    def is_right(self) -> bool:
        """Whether every line can be read."""
        self.clear_problems()
        return self._form.is_right() and self._people.is_right()

    def clear_problems(self) -> None:
        """Take all sentences of what is wrong away."""
        for field in self._fields.values():
            field.problem("")

    def place(self, refusal: Refusal, said: str) -> None:
        """Say a refusal where it belongs, and put the cursor there."""
        key = _WHERE.get(type(refusal), "number")
        if isinstance(refusal, NameMissing) and refusal.what == "decision_text":
            key = "text"
        self._fields[key].problem(said)
        self._fields[key].editor.setFocus()

    def problem_text(self, name: str) -> str:
        """What is said to be wrong with a field."""
        return self._fields[name].problem_text()

    # --- inside ----------------------------------------------------------------------------

    def _day_of_meeting(self) -> None:
        found = next((s for s in self.desk.book.sheets() if s.id == self.meeting.value()), None)
        if found is not None:
            self.day.show_value(found.day)

    def _offer_meetings(self, chosen: object) -> None:
        words = self.desk.words
        meetings = [s for s in self.desk.book.sheets() if s.kind is SheetKind.MEETING]
        shown = [s for s in meetings if s in meetings[-_MEETINGS:] or s.id == chosen]
        self.meeting.offer(
            [
                (0, words.say("Outside a meeting")),
                *((s.id, _meeting_name(words, s)) for s in reversed(shown)),
            ]
        )
        self.meeting.show_value(chosen or 0)

    def _offer_people(self, there: Sequence[str]) -> None:
        today = self.desk.today()
        serving = [o for o in self.desk.book.officers() if o.serves(today)]
        for box in self.present.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.present = {officer.name: QCheckBox() for officer in serving}
        for place, officer in enumerate(serving):
            box = self.present[officer.name]
            box.setText(_called(self.desk.words, officer))
            box.setChecked(officer.name in there)
            self._grid.addWidget(box, place // _ACROSS, place % _ACROSS)
        self.others.show_value(", ".join(n for n in there if n not in self.present) or None)


_WHERE: dict[type[Refusal], str] = {
    DecisionNumberTaken: "number",
    DecisionUnknown: "number",
    DecisionCorrectedAlready: "number",
    DecisionAhead: "day",
    DecisionNotOfThatDay: "meeting",
    VotesHalfCounted: "votes_for",
}


def _meeting_name(words: Words, sheet: Sheet) -> str:
    return words.say("Meeting of {day}", day=words.day(sheet.day))


def _called(words: Words, officer: Officer) -> str:
    return f"{officer.name} · {word(words, 'role', officer.role.value)}"
