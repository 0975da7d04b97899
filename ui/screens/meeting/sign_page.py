"""Signing: two officers look at the sums, and the pencil becomes ink for good."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ledger.rules.people import Officer
from ledger.statements.meeting_sheet import MeetingSheet
from translations import Words
from translations.naming import word
from ui.models.meeting_facts import written_sentence
from ui.screens.meeting.acts import Acts
from ui.screens.meeting.page import StepPage
from ui.screens.meeting.room import Room
from ui.screens.meeting.summary_card import SummaryCard
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel, line_label


class SignPage(StepPage):
    """The sums once more, who signs, and what signing means."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self.card = SummaryCard()
        self.first, self.second = ChoiceBox(), ChoiceBox()
        self.fields = (Field(self.words, self.first), Field(self.words, self.second))
        self._heading = line_label("heading")
        self._signs = line_label("heading")
        self._means = WrapLabel()
        self._wrong = WrapLabel(role="bad")
        self._lay_out()

    # --- the step --------------------------------------------------------------------------

    def show_grid(self, grid: MeetingSheet) -> None:
        """Show the sums and offer the officers of the day."""
        super().show_grid(grid)
        self.speak(self.words)

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self._heading.setText(words.say("The sums of this sheet"))
        self._signs.setText(words.say("Who signs"))
        self.fields[0].name(words.say("First signature"))
        self.fields[1].name(words.say("Second signature"))
        if self.grid is None:
            return
        self.card.show_sheet(words, self.grid)
        self._offer(words)
        self._means.setText(
            words.say(
                "{written}. After that nothing on the sheet can be changed. A mistake is put right "
                "by a new entry of that day, with its reason.",
                written=written_sentence(words, self.grid),
            )
        )

    def arrive(self) -> None:
        """Begin with the first officer who has not been chosen."""
        (self.second if self.first.value() is not None else self.first).setFocus()

    def problem(self, sentence: str) -> bool:
        """Say above the officers why the sheet cannot be signed yet."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        return True

    def problem_text(self) -> str:
        """What is said to be wrong now."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def signers(self) -> tuple[str, ...] | None:
        """Who signs; nothing, and a sentence in place, where it is not two different officers."""
        self.problem("")
        first: Officer | None = self.first.value()
        second: Officer | None = self.second.value()
        for field, officer in zip(self.fields, (first, second), strict=True):
            field.problem("" if officer else self.words.say("Choose who signs."))
        if first is None or second is None:
            return None
        if first.id == second.id:
            self.fields[1].problem(self.words.say("Two different officers sign."))
            return None
        return (first.name, second.name)

    # --- inside ----------------------------------------------------------------------------

    def _offer(self, words: Words) -> None:
        """The officers of today; whoever is signed in stands first already."""
        desk = self.acts.desk
        day = desk.today()
        officers = [o for o in desk.book.officers() if o.until is None or o.until >= day]
        choices = [
            (officer, f"{officer.name} · {word(words, 'role', officer.role.value)}")
            for officer in officers
        ]
        for box in (self.first, self.second):
            box.offer(choices)
            box.setPlaceholderText(words.say("Choose who signs"))
        if self.first.value() is None:
            signed_in = next((o for o in officers if o.id == desk.actor.id), None)
            self.first.show_value(signed_in)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self._heading)
        left.addWidget(self.card)
        left.addStretch(1)
        box = QFrame()
        box.setProperty("card", True)
        right = QVBoxLayout(box)
        right.setContentsMargins(20, 14, 20, 14)
        right.setSpacing(10)
        right.addWidget(self._signs)
        right.addWidget(self._wrong)
        for field in self.fields:
            right.addWidget(field)
        right.addWidget(self._means)
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addLayout(left, 5)
        beside = QVBoxLayout()
        beside.addWidget(box)
        beside.addStretch(1)
        both.addLayout(beside, 4)
        self.rows.addWidget(Room(both), 1)
        self._wrong.hide()
