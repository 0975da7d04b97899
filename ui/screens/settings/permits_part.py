"""Who may do what: a table to tick, changed by decision and by two officers."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ledger.actions.permits import change_permits
from ledger.book.change import Topic
from ledger.rules.decisions import Subject
from ledger.rules.group_permits import Permit
from ledger.rules.permits import Act
from translations import N_
from translations.naming import word
from ui.desk import Desk
from ui.models.permits import PermitsModel, columns_of
from ui.screens.minutes.writing import DecisionLine
from ui.screens.second_person import ask_second
from ui.screens.settings.part import Part
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView


class PermitsPart(Part):
    """The table is read by everybody; it is ticked only after "Change" was pressed."""

    name = N_("Who may do what")
    picture = "person"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.GROUP})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.help = WrapLabel(role="muted")
        self.model, self.table = PermitsModel(), TableView()
        self.decision = DecisionLine(desk, subject=Subject.RULES, empty=False)
        self._number = Field(desk.words, self.decision)
        self._entering = QWidget()
        self.change, self.write = PrimaryButton("edit"), PrimaryButton("check")
        self.give_up = Button(picture="undo")
        self._lay_out()
        self.change.clicked.connect(lambda: self._edit(True))
        self.give_up.clicked.connect(lambda: self._edit(False))
        self.write.clicked.connect(self._write)
        self.model.ticked.connect(self._arrange)
        self.setFocusProxy(self.table)

    def say(self) -> None:
        """Give every part its words."""
        words = self.words
        self.help.setText(
            words.say(
                "A tick under an office: whoever holds it may do this. A tick under “Two”: a "
                "second officer has to agree. What is grey is the same in every group: nobody is "
                "ever alone with a closing, the rules or a write-off."
            )
        )
        self._number.name(words.say("Number of the decision"))
        self.change.setText(words.say("Change who may do what"))
        self.write.setText(words.say("Write it down"))
        self.give_up.setText(words.say("Leave it as it was"))
        self.table.setAccessibleName(words.say(self.name))
        self.model.set_columns(columns_of(words))

    def show_book(self) -> None:
        """Show what holds now."""
        self._edit(False)

    def holds_typing(self) -> bool:
        """Whether a box was ticked and not written down."""
        return bool(self.changed())

    def changed(self) -> tuple[Permit, ...]:
        """What is ticked otherwise than the group has agreed."""
        known = self.desk.book.permits
        return tuple(permit for permit in self.model.rows() if permit != known.of(permit.act))

    def _edit(self, editing: bool) -> None:
        self.model.editing = editing
        self.model.show_permits(self.desk.book.permits)
        self.table.stretch((0,))
        if editing:
            self.decision.show_value(None)
            self.table.setCurrentIndex(self.model.index(0, 1))
            self.table.setFocus()
        self._arrange()

    def _write(self) -> None:
        number = self.decision.value()
        if not self.decision.is_right() or number is None:
            self.decision.setFocus()
            return
        permits, words = self.changed(), self.words
        what = ", ".join(word(words, "act", permit.act.value) for permit in permits)
        second = ask_second(self.desk, Act.CHANGE_PERMITS, what=what, parent=self)
        if second is None:
            return
        act = partial(
            change_permits,
            permits=permits,
            decision=number,
            second=second,
            today=self.desk.today(),
        )
        if self.desk.do(act):
            self._edit(False)
            self.told.emit(words.say("It is written down: {acts}.", acts=what))

    def _arrange(self) -> None:
        editing = self.model.editing
        self._entering.setVisible(editing)
        self.change.setVisible(not editing)
        self.change.setEnabled(self.desk.may(Act.CHANGE_PERMITS))
        self.give_up.setVisible(editing)
        self.write.setVisible(editing)
        self.write.setEnabled(bool(self.changed()))

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        # A box is chosen, not a row: the keys walk from one to the next.
        self.table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        entering = QHBoxLayout(self._entering)
        entering.setContentsMargins(0, 0, 0, 0)
        entering.addWidget(self._number)
        entering.addStretch(1)
        self.body.addWidget(self.help)
        self.body.addWidget(self._entering)
        self.body.addWidget(self.table, 1)
        self.acts.insertWidget(0, self.give_up)
        self.acts.addWidget(self.change)
        self.acts.addWidget(self.write)
