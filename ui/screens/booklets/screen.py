"""The booklets of all members: how far each is printed, and whose new lines are not in it yet."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from ledger.actions.booklets import lost_booklet
from ledger.book.change import Change, Topic
from ledger.rules.people import MemberId
from ledger.rules.permits import Act
from ledger.statements.booklets import BookletState
from translations import Words
from ui.desk import Desk
from ui.models.members import full_name
from ui.models.rows import Column, RowsModel
from ui.papers.wish import Wish
from ui.screens.booklets.new_booklet import NewBooklet
from ui.screens.booklets.print_lines import PrintLines
from ui.screens.booklets.told import booklet_text, next_text
from ui.screens.booklets.which import Which, choices, listed
from ui.screens.papers.who_may import WhoMay
from ui.screens.screen import Screen
from ui.widgets.asking import confirm
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import line_label
from ui.widgets.table_view import TableView


def columns_of(words: Words) -> Sequence[Column[BookletState]]:
    """The columns of the list."""
    return (
        Column(words.say("Number"), lambda s: s.passbook.member.number),
        Column(words.say("Name"), lambda s: full_name(s.passbook.member)),
        Column(words.say("Booklet"), lambda s: booklet_text(words, s)),
        Column(words.say("Next free line"), lambda s: next_text(words, s)),
        Column(words.say("New lines"), lambda s: words.number(len(s.fresh)), figures=True),
    )


def can_print(state: BookletState) -> bool:
    """Whether a new line of hers can be printed into the booklet that she has."""
    return state.booklet is not None and bool(state.fresh) and not state.needs_new


class BookletsScreen(Screen):
    """`go("booklets", a member's id)` opens it at her line."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.BOOKLETS, Topic.ENTRIES, Topic.MEMBERS, Topic.RULES}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.count = line_label("muted")
        self.who_may = WhoMay()
        self.which = ChoiceBox()
        self.table = TableView()
        self.model: RowsModel[BookletState] = RowsModel()
        self.lost = Button(Look.DANGER, "copy")
        self.new = Button(picture="add")
        self.empty = Button(picture="passbook")
        self.print_hers = Button(picture="edit")
        self.print_all = PrimaryButton("papers")
        self._states: tuple[BookletState, ...] = ()
        self._listed: list[BookletState] = []
        self._wanted: MemberId | None = None
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Booklets"))
        self.which.setAccessibleName(words.say("Whose booklets"))
        self.lost.setText(words.say("Booklet lost…"))
        self.new.setText(words.say("New booklet…"))
        self.empty.setText(words.say("Print the empty booklet"))
        self.print_hers.setText(words.say("Print the new lines…"))

    def refresh(self, change: Change | None = None) -> None:
        """Read how far every booklet is printed, and show it."""
        del change
        wanted, standing = self._wanted, self.chosen()
        self._states, self._wanted = self.book.booklet_states(), None
        meeting = self.book.last_meeting()
        self.which.offer(choices(self.words, meeting))
        if self.which.value() is None or wanted is not None:
            self.which.show_value(Which.ALL)
        self._listed = listed(self.which.value(), self._states, meeting)
        if wanted is None and standing is not None:
            wanted = self._id(standing)
        ids = [self._id(row) for row in self._listed]
        self.model.set_columns(columns_of(self.words))
        self.model.show(self._listed)
        self.table.stretch((1,))
        self.table.select_row(ids.index(wanted) if wanted in ids else 0)
        self._show_acts()

    def show_item(self, item: object) -> None:
        """Stand on a member's line."""
        if isinstance(item, int):
            self._wanted = MemberId(item)

    def chosen(self) -> BookletState | None:
        """The line on which the cursor stands."""
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    def waiting(self) -> tuple[MemberId, ...]:
        """Those of the choice whose new lines can be printed, in the order in which they sit."""
        return tuple(self._id(state) for state in self._listed if can_print(state))

    # --- inside ----------------------------------------------------------------------------

    @staticmethod
    def _id(state: BookletState | None) -> MemberId:
        assert state is not None
        return state.passbook.member.id

    def _show_acts(self) -> None:
        words, state = self.words, self.chosen()
        able = self.who_may.may(self.desk, Act.PRINT_BOOKLET) and state is not None
        has = state is not None and state.booklet is not None
        self.new.setEnabled(able)
        self.lost.setEnabled(able and has and state is not None and bool(state.printed))
        self.empty.setEnabled(has)
        self.print_hers.setEnabled(able and state is not None and can_print(state))
        waiting = len(self.waiting())
        self.print_all.setText(
            words.say_many(
                "Print new lines of {n} member…", "Print new lines of {n} members…", waiting
            )
        )
        self.print_all.setEnabled(able and waiting > 0)
        without = sum(1 for one in self._states if one.booklet is None)
        fresh = words.say_many("{n} member has new lines", "{n} members have new lines", waiting)
        none = words.say_many("{n} has no booklet yet", "{n} have no booklet yet", without)
        self.count.setText(f"{fresh} · {none}" if without else fresh)

    def _give_new(self) -> None:
        state = self.chosen()
        if state is None:
            return
        dialog = NewBooklet(self.desk, self._id(state), self)
        said = self.words.say(
            "The booklet is written down. Print it, then print the lines into it."
        )
        dialog.accepted.connect(lambda: self.tell(said))
        dialog.open()

    def _ask_lost(self) -> None:
        state, words = self.chosen(), self.words
        if state is None or state.booklet is None:
            return
        copy = words.number(state.booklet.copy + 1)
        if confirm(
            self,
            words,
            title=words.say("Booklet lost"),
            sentence=words.say(
                "Is the booklet of {member} lost?", member=full_name(state.passbook.member)
            ),
            detail=words.say(
                "All its lines are printed again, into a booklet that is marked as copy {copy}.",
                copy=copy,
            ),
            do=words.say("It is lost"),
            danger=True,
        ):
            member = self._id(state)
            if self.desk.do(lambda book, actor: lost_booklet(book, actor, member=member)):
                self.tell(words.say("Print the empty booklet, then all lines into it."))

    def _print_empty(self) -> None:
        state = self.chosen()
        if state is not None:
            self.go.emit("papers", Wish("booklet", member=self._id(state)))

    def _print(self, members: Sequence[MemberId]) -> PrintLines | None:
        if not members:
            return None
        dialog = PrintLines(self.desk, members, self)
        dialog.finished.connect(lambda _: self._printed(dialog))
        dialog.open()
        return dialog

    def _printed(self, dialog: QDialog) -> None:
        if isinstance(dialog, PrintLines) and dialog.written:
            self.tell(
                self.words.say_many(
                    "The lines of {n} booklet are written down as printed.",
                    "The lines of {n} booklets are written down as printed.",
                    dialog.written,
                )
            )
        dialog.deleteLater()

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.body.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.who_may)
        self.beside_title.addWidget(self.count)
        self.acts.addWidget(self.lost)
        self.acts.addStretch(1)
        for button in (self.new, self.empty, self.print_hers, self.print_all):
            self.acts.addWidget(button)
        self.which.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusProxy(self.table)

    def _listen(self) -> None:
        self.which.chosen.connect(lambda _: self.refresh())
        self.table.selectionModel().currentRowChanged.connect(self._show_acts)
        self.table.opened.connect(self._print_chosen)
        self.new.clicked.connect(self._give_new)
        self.lost.clicked.connect(self._ask_lost)
        self.empty.clicked.connect(self._print_empty)
        self.print_hers.clicked.connect(self._print_chosen)
        self.print_all.clicked.connect(lambda: self._print(self.waiting()))

    def _print_chosen(self) -> None:
        state = self.chosen()
        if state is not None and can_print(state):
            self._print((self._id(state),))
