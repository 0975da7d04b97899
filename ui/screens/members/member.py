"""A member's page: her passbook as it is printed, what she has, her loans, and what can be done."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ledger.actions.counter import plan_counter
from ledger.book.change import Change, Topic
from ledger.rules.contributions import GONE
from ledger.rules.days import FIRST_DAY, LAST_DAY
from ledger.rules.people import Member, MemberId
from ledger.rules.permits import Act
from ledger.rules.saving_notices import open_notices
from ledger.statements.passbook import Passbook
from ledger.statements.slips import kind_of
from ui.desk import Desk
from ui.models.passbook import BookRow, columns_of, rows_of
from ui.models.rows import RowsModel
from ui.papers.wish import Wish
from ui.screens.members.side import Side
from ui.screens.members.take_back import TakeBack
from ui.screens.saving.month import MonthDialog
from ui.screens.saving.notice import NoticeDialog, noticed_products
from ui.screens.saving.notice_back import NoticeBack
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.member_picker import member_line
from ui.widgets.table_view import TableView

_WHAT = 2


class MemberScreen(Screen):
    """One member. `go("member", her id)` opens it."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.MEMBERS, Topic.ENTRIES, Topic.LOANS, Topic.RULES, Topic.CLAIMS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._member: MemberId | None = None
        self._passbook: Passbook | None = None
        self.table = TableView()
        self.model: RowsModel[BookRow] = RowsModel()
        self.nothing = EmptyState("passbook")
        self.pages = QStackedWidget()
        self.side = Side()
        self.take_back = Button(Look.DANGER, "undo")
        self.membership = Button(picture="history")
        self.change_facts = Button(picture="edit")
        self.ask_loan = Button(picture="loans")
        self.give_notice = Button(picture="calendar")
        self.household = Button(picture="home")
        self.booklet = Button(picture="passbook")
        self.receipt = Button(picture="cash")
        self.print = PrimaryButton("papers")
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.take_back.setText(words.say("Take it back…"))
        self.membership.setText(words.say("Leave, exit, death…"))
        self.change_facts.setText(words.say("Change the facts"))
        self.household.setText(words.say("The member's household"))
        self.ask_loan.setText(words.say("Ask for a loan"))
        self.give_notice.setText(words.say("Give notice…"))
        self.booklet.setText(words.say("Booklet, new lines…"))
        self.receipt.setText(words.say("Receipt of this line"))
        self.print.setText(words.say("Print the passbook"))
        self.nothing.say(
            words.say("Nothing is written in this passbook yet. The savings come at the meeting."),
            words.say("Go to the meeting"),
        )

    def refresh(self, change: Change | None = None) -> None:
        """Read her passbook and show it."""
        del change
        if self._member is None:
            return
        member = self.book.member(self._member)
        self.title.setText(member_line(self.words, member))
        self._passbook = self.book.passbook(member.id, FIRST_DAY, LAST_DAY)
        two = self._passbook.two_products
        self.model.set_columns(columns_of(self.words, member.id, two=two))
        self.model.show(rows_of(self._passbook))
        self.table.stretch((_WHAT,))
        self.pages.setCurrentIndex(0 if self.model.rows() else 1)
        self.table.select_row(len(self.model.rows()) - 1)
        # The newest line is at the end, and the table has its size only after this turn.
        QTimer.singleShot(0, self.table.scrollToBottom)
        self._show_side(member)
        self._show_acts()

    def show_item(self, item: object) -> None:
        """Open the page of a member."""
        if isinstance(item, int):
            self._member = MemberId(item)

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.nothing)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.pages, 5)
        both.addWidget(self.side, 2)
        self.body.addLayout(both, 1)
        self.acts.addWidget(self.take_back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.membership)
        self.acts.addWidget(self.change_facts)
        self.acts.addWidget(self.give_notice)
        self.beside_title.addWidget(self.receipt)
        self.beside_title.addWidget(self.booklet)
        self.beside_title.addWidget(self.household)
        self.acts.addWidget(self.ask_loan)
        self.acts.addWidget(self.print)
        self.setFocusProxy(self.table)

    def _listen(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._show_acts)
        self.table.opened.connect(self._ask_back)
        self.take_back.clicked.connect(self._ask_back)
        self.membership.clicked.connect(lambda: self.go.emit("member_life", self._member))
        self.change_facts.clicked.connect(lambda: self.go.emit("members", self._member))
        self.booklet.clicked.connect(lambda: self.go.emit("booklets", self._member))
        self.household.clicked.connect(lambda: self.go.emit("household", self._member))
        self.ask_loan.clicked.connect(lambda: self.go.emit("loan_request", self._member))
        self.give_notice.clicked.connect(self._ask_notice)
        self.receipt.clicked.connect(self._ask_receipt)
        self.print.clicked.connect(lambda: self.go.emit("papers", self._member))
        self.nothing.pressed.connect(lambda: self.go.emit("meeting", None))
        self.side.months.save.clicked.connect(self._ask_month)
        self.side.notice_back.clicked.connect(self._ask_notice_back)
        self.side.loan_wanted.connect(lambda loan: self.go.emit("loan", loan))

    def _show_side(self, member: Member) -> None:
        today: date = self.today()
        rows = self.book.loan_rows(today, open_only=False)
        self.side.show_member(self.words, self.book, member, rows, today=today)
        noticed = noticed_products(self.book.rulebook(today))
        self.give_notice.setVisible(bool(noticed) and member.status not in GONE)

    def _show_acts(self) -> None:
        row = self._chosen()
        fresh = row is not None and row.line is not None and row.taken_back is None
        fresh = fresh and row is not None and row.line is not None and row.line.reverses is None
        self.take_back.setEnabled(fresh and self.desk.may(Act.REVERSE_ENTRY))
        line = None if row is None else row.line
        entry = None if line is None else self.book.entry(line.number).entry
        self.receipt.setEnabled(entry is not None and kind_of(entry) is not None)

    def _chosen(self) -> BookRow | None:
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    def _ask_receipt(self) -> None:
        row = self._chosen()
        if row is not None and row.line is not None:
            self.go.emit("papers", Wish("receipt", entry=row.line.number))

    def _ask_back(self) -> None:
        row, passbook = self._chosen(), self._passbook
        if row is None or row.line is None or passbook is None or not self.take_back.isEnabled():
            return
        number, today = row.line.number, self.today()
        entry = self.desk.ask(lambda book: plan_counter(book, number=number, today=today))
        if entry is not None:
            self.banner.clear()
            dialog = TakeBack(self.desk, passbook, entry, self)
            dialog.taken_back.connect(self._told)
            dialog.open()

    def _ask_notice(self) -> None:
        if self._member is not None:
            dialog = NoticeDialog(self.desk, self.book.member(self._member), self)
            said = self.words.say("The notice is written down.")
            dialog.accepted.connect(lambda: self.tell(said))
            dialog.open()

    def _ask_month(self) -> None:
        if self._member is not None:
            dialog = MonthDialog(self.desk, self.book.member(self._member), self)
            said = self.words.say("The savings are written down.")
            dialog.accepted.connect(lambda: self.tell(said))
            dialog.open()

    def _ask_notice_back(self) -> None:
        if self._member is not None:
            member = self.book.member(self._member)
            notices = open_notices(self.book.notices().get(member.id, ()), member)
            dialog = NoticeBack(self.desk, notices, self)
            said = self.words.say("The notice is taken back.")
            dialog.accepted.connect(lambda: self.tell(said))
            dialog.open()

    def _told(self, number: int) -> None:
        words = self.words
        self.tell(
            words.say(
                "Line No. {number} is taken back. The new line stands at the end.",
                number=words.number(number),
            )
        )
        self.table.setFocus()
