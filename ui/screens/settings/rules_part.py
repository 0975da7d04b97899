"""The rules of the group: every set with its first day and resolution, and a new one to adopt."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ledger.actions.rulebook import adopt_rulebook, check_adoption
from ledger.book.change import Topic
from ledger.rules.decisions import Subject
from ledger.rules.permits import Act
from ledger.rules.rulebook import Rulebook
from translations import N_
from ui.desk import Desk
from ui.screens.minutes.writing import DecisionLine
from ui.screens.rules import RulebookEditor
from ui.screens.rules.change import ChangeDialog, changes_anything
from ui.screens.second_person import ask_second
from ui.screens.settings.part import Part
from ui.widgets.asking import confirm
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field
from ui.widgets.labels import line_label


class RulesPart(Part):
    """Older rules can be read; new ones begin from the newest and hold from their first day on."""

    name = N_("The rules")
    picture = "rules"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.RULES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = desk.words
        self.sets = ChoiceBox()
        self.sets.setMinimumContentsLength(34)
        self._sets_name = QLabel()
        self._sets_name.setBuddy(self.sets)
        self.editor = RulebookEditor(words)
        self.valid_from = DayEdit(words, desk.today, empty=False)
        self.resolution = DecisionLine(desk, subject=Subject.RULES, empty=False)
        self._from = Field(words, self.valid_from)
        self._number = Field(words, self.resolution)
        self._new_title = line_label("heading")
        self.new = PrimaryButton("edit")
        self.give_up = Button(picture="undo")
        self.adopt = PrimaryButton("check")
        self.compare = Button(picture="search")
        self._editing = False
        self._lay_out()
        self.sets.chosen.connect(lambda _: self._show_set())
        self.new.clicked.connect(self._begin)
        self.give_up.clicked.connect(self._give_up)
        self.adopt.clicked.connect(self._adopt)
        self.compare.clicked.connect(self._compare)
        self.setFocusProxy(self.sets)

    def say(self) -> None:
        """Give every part its words."""
        words = self.words
        self._sets_name.setText(words.say("Rules in force from"))
        self._from.name(words.say("In force from"))
        self._number.name(words.say("Number of the resolution"))
        self._new_title.setText(words.say("New rules"))
        self.new.setText(words.say("Enter new rules"))
        self.give_up.setText(words.say("Drop the new rules"))
        self.adopt.setText(words.say("Adopt these rules"))
        self.compare.setText(words.say("What would change?"))

    def show_book(self) -> None:
        """Offer every set, the one in force chosen; rules that are being entered stay."""
        words = self.words
        rulebooks = self.desk.book.rulebooks
        self.sets.offer([(r.valid_from, self._named(r)) for r in reversed(rulebooks)])
        if self.sets.value() is None:
            self.sets.show_value(self.desk.book.rulebook(self.desk.today()).valid_from)
        self.new.setEnabled(self.desk.may(Act.ADOPT_RULES))
        self.editor.speak(words)
        if not self._editing:
            self._show_set()
        self._arrange()

    def holds_typing(self) -> bool:
        """Whether new rules are being entered."""
        return self._editing

    def _named(self, rulebook: Rulebook) -> str:
        words = self.words
        day = words.day(rulebook.valid_from)
        if not rulebook.resolution:
            return day
        return words.say("{day} · resolution {number}", day=day, number=rulebook.resolution)

    def _shown(self) -> Rulebook:
        wanted: date = self.sets.value()
        return next(r for r in self.desk.book.rulebooks if r.valid_from == wanted)

    def _show_set(self) -> None:
        self.editor.show_rulebook(self._shown())
        self.editor.allow(False)

    def _begin(self) -> None:
        """New rules begin as the newest are."""
        self._editing = True
        self.editor.show_rulebook(self.desk.book.rulebooks[-1])
        self.editor.allow(True)
        self.valid_from.show_value(self.desk.today())
        self.resolution.show_value(None)
        self._arrange()
        self.resolution.setFocus()

    def _give_up(self) -> None:
        words = self.words
        if confirm(
            self,
            words,
            title=words.say("Drop the new rules"),
            sentence=words.say("What you have changed in the new rules will be gone."),
            do=words.say("Drop the new rules"),
            danger=True,
        ):
            self._finish()

    def _finish(self) -> None:
        self._editing = False
        self.sets.show_value(self.desk.book.rulebooks[-1].valid_from)
        self._show_set()
        self._arrange()

    def _adopt(self) -> None:
        day, number = self.valid_from.value(), self.resolution.value()
        for line in (self.valid_from, self.resolution):
            if not line.is_right():
                line.setFocus()
                return
        if not self.editor.is_right() or day is None or number is None:
            return
        rulebook = replace(self.editor.rulebook(), valid_from=day, resolution=number)
        self._from.problem("")
        if self.desk.ask(lambda book: check_adoption(book, rulebook)) is None:
            return
        if not self._read_first(rulebook):
            return
        words = self.words
        what = words.say("The new rules hold from {day} on.", day=words.long_day(day))
        second = ask_second(self.desk, Act.ADOPT_RULES, what=what, parent=self)
        if second is not None and self.desk.do(
            lambda book, actor: adopt_rulebook(
                book, replace(actor, beside=second), rulebook=rulebook
            )
        ):
            self._finish()
            self.told.emit(what)

    def _compare(self) -> None:
        """Show what the rules as they stand in the editor would change."""
        if self.editor.is_right() and self.valid_from.is_right():
            day = self.valid_from.value() or self.desk.today()
            rulebook = replace(self.editor.rulebook(), valid_from=day)
            change = self.desk.book.rule_change(rulebook, self.desk.today())
            self._show(
                ChangeDialog(
                    self.desk, change, rules=rulebook, only_look=True, parent=self.window()
                )
            )

    def _read_first(self, rulebook: Rulebook) -> bool:
        """Whether the rules are still to be adopted, after what they change has been read."""
        change = self.desk.book.rule_change(rulebook, self.desk.today())
        if not changes_anything(change):
            return True
        return self._show(ChangeDialog(self.desk, change, rules=rulebook, parent=self.window()))

    def _show(self, dialog: ChangeDialog) -> bool:
        adopted = dialog.exec() == ChangeDialog.DialogCode.Accepted
        dialog.deleteLater()
        return adopted

    def _arrange(self) -> None:
        self._choosing.setVisible(not self._editing)
        self._entering.setVisible(self._editing)
        self.new.setVisible(not self._editing)
        self.give_up.setVisible(self._editing)
        self.adopt.setVisible(self._editing)
        self.compare.setVisible(self._editing)

    def _lay_out(self) -> None:
        self._choosing, self._entering = QWidget(), QWidget()
        choosing = QHBoxLayout(self._choosing)
        choosing.setContentsMargins(0, 0, 0, 0)
        choosing.addWidget(self._sets_name)
        choosing.addWidget(self.sets)
        choosing.addStretch(1)
        entering = QHBoxLayout(self._entering)
        entering.setContentsMargins(0, 0, 0, 0)
        entering.setSpacing(20)
        entering.addWidget(self._new_title)
        for field in (self._from, self._number):
            entering.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        entering.addStretch(1)
        self.body.addWidget(self._choosing)
        self.body.addWidget(self._entering)
        self.body.addWidget(self.editor, 1)
        self.acts.insertWidget(0, self.give_up)
        self.acts.addWidget(self.new)
        self.acts.addWidget(self.compare)
        self.acts.addWidget(self.adopt)
