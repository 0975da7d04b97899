"""Counting the cash box: before the meeting, and again after it, against what the book says."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ledger.rules.differences import Suspect
from ledger.rules.kip import Kip
from ledger.rules.meeting_values import CashCount
from ledger.statements.difference import sheet_suspects
from ledger.statements.meeting_progress import Step
from ledger.statements.meeting_sheet import MeetingSheet
from ledger.statements.welfare_heap import heap_expected
from translations import Words
from ui.look import COLOURS
from ui.models.suspects import places_of
from ui.screens.meeting.acts import Acts
from ui.screens.meeting.notes_count import NotesCount
from ui.screens.meeting.page import StepPage
from ui.screens.meeting.room import Room
from ui.screens.meeting.suspects import SuspectList
from ui.widgets.field import Field
from ui.widgets.icons import icon
from ui.widgets.kip_edit import KipEdit, NameEdit
from ui.widgets.labels import WrapLabel, line_label


class CountPage(StepPage):
    """One count of the box. After the meeting a difference wants a reason in writing.

    `look_at` carries a suspect that is to be looked at elsewhere on the sheet.
    """

    look_at = Signal(object)

    def __init__(self, acts: Acts, step: Step) -> None:
        super().__init__(acts)
        self._closing = step is Step.COUNT
        self.notes = NotesCount(self.words)
        self.reason = NameEdit(self.words)
        self.reason_field = Field(self.words, self.reason)
        self.welfare = KipEdit(self.words)
        self.welfare_field = Field(self.words, self.welfare)
        self._heading = line_label("heading")
        self._help = WrapLabel(role="muted")
        self._names = {part: line_label() for part in ("book", "counted", "difference")}
        self._amounts = {part: line_label("money") for part in self._names}
        self._spelt = WrapLabel(role="muted")
        self._picture = QLabel()
        self._verdict = WrapLabel()
        self._wrong = WrapLabel(role="bad")
        self.suspects = SuspectList()
        self._lay_out()
        self.suspects.wanted.connect(self._look)
        self.notes.counted.connect(self._counted)
        self.notes.troubled.connect(self.problem)
        self.welfare.committed.connect(self._count_welfare)
        self.reason.committed.connect(lambda _: self._write(self.notes.count()))

    # --- the step --------------------------------------------------------------------------

    def show_grid(self, grid: MeetingSheet) -> None:
        """Show what was counted, and what the book says."""
        super().show_grid(grid)
        book = self.acts.desk.book
        notes = book.rulebook(grid.sheet.day).denominations
        self.notes.show_count(notes, self._standing() or CashCount())
        apart = self._closing and book.rulebook(grid.sheet.day).welfare.apart
        self.welfare_field.setVisible(apart)
        if not self.welfare.hasFocus():
            self.welfare.show_value(grid.sheet.welfare_counted)
        if not self.reason.hasFocus():
            self.reason.show_value(grid.sheet.difference_reason or None)
        self.speak(self.words)

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self._heading.setText(
            words.say("Count the notes in the box again")
            if self._closing
            else words.say("Count the notes in the box")
        )
        self._help.setText(
            words.say("How many notes of each kind are there? Enter goes to the next kind.")
        )
        self._names["book"].setText(
            words.say("Should be in the box") if self._closing else words.say("The book says")
        )
        self._names["counted"].setText(words.say("Counted"))
        self._names["difference"].setText(words.say("Difference"))
        self.welfare_field.name(
            words.say("Of this, the welfare fund's ({unit})", unit=words.unit),
            words.say("Count the welfare fund's heap by itself."),
        )
        self.reason_field.name(
            words.say("Why is there a difference?"),
            words.say("The reason is written into the book with the difference."),
        )
        self.suspects.speak(words)
        if self.grid is not None:
            self._judge(words, self.grid)

    def arrive(self) -> None:
        """Begin with the largest note."""
        self.notes.start()

    def leave(self) -> bool:
        """Write the count down, even where nothing was typed: the box is empty then."""
        self.problem("")
        if self._standing() == self.notes.count() and self._reason_stands():
            return True
        return self._write(self.notes.count())

    def problem(self, sentence: str) -> bool:
        """Say under the count what is wrong."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        return True

    def problem_text(self) -> str:
        """What is said to be wrong now."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def verdict(self) -> str:
        """The sentence about box and book."""
        return self._verdict.text()

    # --- inside ----------------------------------------------------------------------------

    def _standing(self) -> CashCount | None:
        if self.grid is None:
            return None
        return self.grid.sheet.closing if self._closing else self.grid.sheet.opening

    def _reason_stands(self) -> bool:
        written = self.grid.sheet.difference_reason if self.grid else ""
        return not self._closing or (self.reason.value() or "") == written

    def _counted(self, count: CashCount) -> None:
        self.problem("")
        self._write(count)

    def _write(self, count: CashCount) -> bool:
        reason = (self.reason.value() or "") if self._closing else ""
        return self.acts.count("closing" if self._closing else "opening", count, reason)

    def _count_welfare(self, kip: Kip | None) -> None:
        self.acts.count_welfare(kip or 0)

    def _judge(self, words: Words, grid: MeetingSheet) -> None:
        book: Kip = grid.expected if self._closing else grid.cash_before
        difference = grid.difference if self._closing else grid.opening_difference
        count = self._standing()
        self._amounts["book"].setText(words.money(book))
        self._amounts["counted"].setText("—" if count is None else words.money(count.total))
        self._spelt.setText("" if count is None else words.in_words(count.total))
        self._amounts["difference"].setText("—" if difference is None else words.money(difference))
        heap = self._judge_heap(words, grid) if self._closing else True
        self.reason_field.setVisible(self._closing and bool(difference or not heap))
        # Where a difference is looked for, that takes the room.
        for label in (self._help, self._spelt):
            label.setVisible(not self.reason_field.isVisibleTo(self))
        picture, tint, said = self._sentence(words, difference)
        self._picture.setPixmap(icon(picture, COLOURS[tint]).pixmap(QSize(30, 30)))
        self._verdict.setText(said)
        if self._closing:
            self._suspect(words, grid)

    def _judge_heap(self, words: Words, grid: MeetingSheet) -> bool:
        """Say under the welfare fund's heap what it must be; whether it agrees, as far as known."""
        self.welfare_field.problem("")
        counted, day = grid.sheet.welfare_counted, grid.sheet.day
        if counted is None or self.welfare_field.isHidden():
            return True
        expected = heap_expected(grid.sheet, self.acts.desk.book.day_facts(day, day))
        if expected is None or counted == expected:
            return True
        kip = words.money(expected)
        self.welfare_field.problem(words.say("By the book {kip} are the welfare fund's.", kip=kip))
        return False

    def _suspect(self, words: Words, grid: MeetingSheet) -> None:
        """Where the difference may come from; an empty list while there is none."""
        book, day = self.acts.desk.book, grid.sheet.day
        facts = book.day_facts(day, day)
        found = sheet_suspects(grid, facts.loans, facts.rulebook.denominations)
        self.suspects.show_places(places_of(words, book, grid.sheet, found))

    def _look(self, suspect: Suspect) -> None:
        """Notes are counted here; everything else is looked at where it stands."""
        if suspect.note:
            self.notes.line(suspect.note).setFocus()
        else:
            self.look_at.emit(suspect)

    def _sentence(self, words: Words, difference: Kip | None) -> tuple[str, str, str]:
        if difference is None:
            return "info", "accent", words.say("The box has not been counted yet.")
        if difference == 0:
            return "good", "good", words.say("The box and the book agree.")
        amount = words.money(abs(difference))
        said = (
            words.say("There is {kip} too little in the box.", kip=amount)
            if difference < 0
            else words.say("There is {kip} too much in the box.", kip=amount)
        )
        then = (
            words.say("Count once more. If it stays so, write the reason below.")
            if self._closing
            else words.say("Count once more. The meeting can begin; look for it until the end.")
        )
        return "warn", "warn", f"{said} {then}"

    def _lay_out(self) -> None:
        box = QFrame()
        box.setProperty("card", True)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(18, 8, 18, 10)
        inside.addWidget(self.notes)
        self.notes.setMinimumWidth(440)
        left, beside = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(box)
        left.addWidget(self._wrong)
        left.addStretch(1)
        beside.setSpacing(10)
        beside.addWidget(self._card())
        beside.addWidget(self.suspects, 1)
        beside.addStretch()
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addLayout(left, 0)
        both.addLayout(beside, 1)
        self.rows.addWidget(Room(both), 1)
        self._wrong.hide()
        self.reason_field.hide()
        self.welfare_field.hide()

    def _card(self) -> QFrame:
        """What the box is held against, and what that comes to."""
        card = QFrame()
        card.setProperty("card", True)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(4)
        rows.addWidget(self._heading)
        rows.addWidget(self._help)
        rows.addSpacing(10)
        for part, name in self._names.items():
            name.setProperty("role", "muted")
            line = QHBoxLayout()
            line.addWidget(name)
            line.addStretch(1)
            line.addWidget(self._amounts[part])
            rows.addLayout(line)
            if part == "counted":
                self._spelt.setAlignment(Qt.AlignmentFlag.AlignRight)
                rows.addWidget(self._spelt)
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(self._picture)
        said.addWidget(self._verdict, 1)
        rows.addSpacing(10)
        rows.addLayout(said)
        rows.addSpacing(8)
        rows.addWidget(self.welfare_field)
        rows.addWidget(self.reason_field)
        return card
