"""The form for the next thing that happens to a membership, with the settlement shown first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from ledger.rules.decisions import Subject
from ledger.rules.exit_values import Settlement
from ledger.rules.member_life import LifeKind
from ledger.rules.people_rules import ExitDividend
from translations import Words
from translations.naming import word
from ui.desk import Desk
from ui.models.member_life import HELP, settlement_facts, settlement_figures
from ui.screens.minutes.writing import DecisionLine
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.facts_card import FactsCard
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel
from ui.widgets.scrolled import scrolled

_BY_DECISION = frozenset({LifeKind.LEAVE, LifeKind.SETTLED, LifeKind.REJOINED})
_WITH_NOTE = frozenset({LifeKind.NOTICE, LifeKind.DIED})


class LifeForm(QFrame):
    """What happened, when, by which decision. `changed` says that another kind or day stands."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        words = desk.words
        self._words = words
        self.kind = ChoiceBox()
        self.day, self.until = DayEdit(words, desk.today), DayEdit(words, desk.today)
        self.decision, self.note = DecisionLine(desk, subject=Subject.MEMBER), NameEdit(words)
        self.pay_now = QCheckBox()
        self.help = WrapLabel(role="muted")
        self.sheet = FactsCard()
        self.keeps = WrapLabel(role="bad")
        self.fields: dict[str, Field] = {}
        self._lay_out()
        self.kind.chosen.connect(self._follow)
        self.day.committed.connect(lambda _: self.changed.emit())

    def offer(self, kinds: Sequence[LifeKind], day: date) -> None:
        """Offer what can happen now; the first of it is chosen, on this day."""
        self.kind.offer([(kind, word(self._words, "life", kind.value)) for kind in kinds])
        if self.kind.value() is None and kinds:
            self.kind.show_value(kinds[0])
        if self.day.value() is None:
            self.day.show_value(day)
        self._show_fields()

    def clear(self) -> None:
        """Empty the lines for the next thing that happens."""
        for line in (self.day, self.until, self.decision, self.note):
            line.show_value(None)
        self.kind.show_value(None)

    def show_settlement(
        self,
        made: Settlement | None,
        keeps: str = "",
        *,
        way: ExitDividend = ExitDividend.AT_CLOSE,
    ) -> None:
        """Show what would be settled, or the sentence that says what keeps her.

        `way` is the rule about the dividend of the year that runs.
        """
        self.sheet.setVisible(made is not None)
        self.pay_now.setVisible(made is not None)
        self.keeps.setText(keeps)
        self.keeps.setVisible(bool(keeps))
        if made is not None:
            facts = settlement_facts(self._words, made, way)
            self.sheet.show_facts(
                self._words.say("Settlement sheet"),
                facts,
                right=True,
                figures=settlement_figures(self._words, made),
            )

    def is_right(self) -> bool:
        """Whether every line can be read; the cursor goes to the first that cannot."""
        return self.form.is_right()

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self._words = words
        names = {
            "kind": words.say("What has happened?"),
            "day": words.say("Day"),
            "until": words.say("Until (empty: until further word)"),
            "decision": words.say("Number of the decision"),
            "note": words.say("Remark"),
        }
        for key, name in names.items():
            self.fields[key].name(name)
        self.pay_now.setText(words.say("The money changes hands now"))
        kinds = self.kind.values()
        self.kind.offer([(kind, word(words, "life", kind.value)) for kind in kinds])
        self._show_fields()

    def _lay_out(self) -> None:
        self.form = Form(columns=2)
        editors: Sequence[tuple[str, QWidget, bool]] = (
            ("kind", self.kind, True),
            ("day", self.day, False),
            ("until", self.until, False),
            ("decision", self.decision, True),
            ("note", self.note, True),
        )
        for key, editor, wide in editors:
            self.fields[key] = Field(self._words, editor)
            self.form.add(self.fields[key], wide=wide)
        self.pay_now.setChecked(True)
        self.sheet.be_plain()
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(2, 2, 10, 2)
        rows.setSpacing(10)
        for part in (self.form, self.help, self.keeps, self.sheet):
            rows.addWidget(part)
        rows.addStretch(1)
        around = QVBoxLayout(self)
        around.addWidget(scrolled(inside), 1)
        # However long the sheet is, this is seen before the button is pressed.
        around.addWidget(self.pay_now)
        self.show_settlement(None)

    def _follow(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        kind = self.kind.value()
        self.fields["until"].setVisible(kind is LifeKind.LEAVE)
        self.fields["decision"].setVisible(kind in _BY_DECISION)
        self.fields["note"].setVisible(kind in _WITH_NOTE)
        self.help.setText("" if kind is None else self._words.say(HELP[kind]))
