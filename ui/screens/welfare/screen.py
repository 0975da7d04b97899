"""The welfare fund's page: its figures, how far it reaches, its claims, members and report."""

from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabWidget, QWidget

from ledger.book.change import Change, Topic
from ledger.rules.claims import Claim, ClaimStage
from ledger.rules.days import fiscal_year, month_of
from ledger.rules.rulebook import Rulebook
from ledger.rules.welfare_cash import welfare_cash
from ledger.rules.welfare_dues import welfare_year
from ledger.statements.welfare import BenefitRow, Coverage, WelfareMember
from ui.desk import Desk
from ui.look import COLOURS
from ui.models.claims import (
    COVER_PICTURES,
    claim_columns,
    coverage_sentence,
    member_columns,
    report_columns,
)
from ui.models.rows import RowsModel
from ui.screens.screen import Screen
from ui.screens.welfare.leaving import LeavingWelfare
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.figure_strip import FigureStrip
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView

_MEMBER = 2


class WelfareScreen(Screen):
    """Enter opens a claim, or the page of a member."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.ENTRIES, Topic.RULES, Topic.MEMBERS, Topic.CLAIMS, Topic.MEETING}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.facts = FigureStrip()
        self.cover_picture, self.cover = QLabel(), WrapLabel()
        self.tabs = QTabWidget()
        self.claims, self.claims_model = TableView(), RowsModel[Claim]()
        self.members, self.members_model = TableView(), RowsModel[WelfareMember]()
        self.report, self.report_model = TableView(), RowsModel[BenefitRow]()
        self.no_claims, self.no_members = EmptyState("welfare"), EmptyState("person")
        self.no_report = EmptyState("welfare")
        self._pages: list[QStackedWidget] = []
        self.movements = Button(picture="funds")
        self.pensions = Button(picture="money_out")
        self.open_claim = Button(picture="right")
        self.leave = Button(Look.DANGER, "close")
        self.ask = PrimaryButton("add")
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Welfare fund"))
        names = (words.say("Claims"), words.say("In the fund"), words.say("What it paid for"))
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        self.movements.setText(words.say("Movements of the fund"))
        self.pensions.setText(words.say("Pensions of a month"))
        self.open_claim.setText(words.say("Open the claim"))
        self.leave.setText(words.say("The member leaves the welfare fund…"))
        self.ask.setText(words.say("Write down a claim"))
        self.no_claims.say(
            words.say("Nobody has asked the welfare fund for anything yet."),
            words.say("Write down a claim"),
        )
        self.no_members.say(
            words.say(
                "Nobody is in the welfare fund. Write on a member's page since when the "
                "member is in it."
            )
        )
        self.no_report.say(words.say("The welfare fund has not paid for anything yet."))

    def refresh(self, change: Change | None = None) -> None:
        """Read the fund anew."""
        del change
        words, book, today = self.words, self.book, self.today()
        rulebook = book.rulebook(today)
        claims = book.claims()
        members = {member.id: member for member in book.members()}
        fund = rulebook.welfare.fund
        self.claims_model.set_columns(claim_columns(words, members, fund))
        self.claims_model.show(sorted(claims, key=lambda claim: -claim.id))
        begun = welfare_year(rulebook.welfare, today).first
        self.members_model.set_columns(member_columns(words, fund, begun, today))
        self.members_model.show(book.welfare_members(today))
        end = rulebook.fiscal_year_end
        year = fiscal_year(today, last_month=end, books_begin=book.books_begin)
        self.report_model.set_columns(report_columns(words, fund, year))
        self.report_model.show(book.welfare_report(year, today).rows)
        self._show_tables()
        self._show_facts(rulebook, claims)
        self._show_cover(book.welfare_coverage(today))
        table = bool(rulebook.welfare.benefits)
        self.ask.setEnabled(table)
        self.pensions.setVisible(any(b.is_pension for b in rulebook.welfare.benefits))

    # --- inside ----------------------------------------------------------------------------

    def _show_facts(self, rulebook: Rulebook, claims: tuple[Claim, ...]) -> None:
        words, rules = self.words, rulebook.welfare
        balances = self.book.balances()
        held = balances.get(rules.fund, 0) if rules.fund is not None else 0
        waiting = [claim.kip for claim in claims if claim.stage is ClaimStage.APPROVED]
        asked = sum(1 for claim in claims if claim.stage is ClaimStage.ASKED)
        figures = [(words.say("The fund holds"), words.money(held))]
        if rules.apart:
            cash = words.money(welfare_cash(rules, balances))
            figures.append((words.say("Of this, in the cash box"), cash))
        figures.append((words.say("To be decided"), words.number(asked)))
        figures.append((words.say("Approved, to be paid"), words.money(sum(waiting))))
        pensions = self.book.pensions(month_of(self.today()), self.today(), evidence="—")
        if pensions:
            due = words.money(sum(reckoning.kip for _, reckoning in pensions))
            figures.append((words.say("Pensions of this month"), due))
        self.facts.show_figures(figures)

    def _show_cover(self, coverage: Coverage | None) -> None:
        self.cover_picture.setVisible(coverage is not None)
        if coverage is None:
            self.cover.setText(
                self.words.say("The rules have no table of benefits yet. Add it in the rules.")
            )
            return
        picture, tint = COVER_PICTURES[coverage.cover]
        self.cover_picture.setPixmap(icon(picture, COLOURS[tint]).pixmap(QSize(26, 26)))
        self.cover.setText(coverage_sentence(self.words, coverage))

    def _show_tables(self) -> None:
        tables = (
            (self.claims, len(self.claims_model.rows()), _MEMBER),
            (self.members, len(self.members_model.rows()), 0),
            (self.report, len(self.report_model.rows()), 0),
        )
        for place, (table, many, wide) in enumerate(tables):
            table.stretch((wide,))
            table.select_row(0)
            self._pages[place].setCurrentIndex(0 if many else 1)
        self._turned()

    def _turned(self) -> None:
        first = self.tabs.currentIndex() == 0
        self.open_claim.setVisible(first and bool(self.claims_model.rows()))
        second = self.tabs.currentIndex() == 1
        self.leave.setVisible(second and bool(self.members_model.rows()))

    def _arrange(self) -> None:
        pairs = (
            (self.claims, self.claims_model, self.no_claims, "welfare"),
            (self.members, self.members_model, self.no_members, "person"),
            (self.report, self.report_model, self.no_report, "money_out"),
        )
        for table, model, nothing, picture in pairs:
            table.setModel(model)
            pages = QStackedWidget()
            pages.addWidget(table)
            pages.addWidget(nothing)
            self._pages.append(pages)
            self.tabs.addTab(pages, icon(picture), "")
        self.tabs.setDocumentMode(True)
        said = QWidget()
        line = QHBoxLayout(said)
        line.setContentsMargins(4, 0, 4, 0)
        line.addWidget(self.cover_picture)
        line.addWidget(self.cover, 1)
        self.body.addWidget(self.facts)
        self.body.addWidget(said)
        self.body.addWidget(self.tabs, 1)
        for button in (self.leave, self.movements, self.pensions, self.open_claim):
            self.acts.addWidget(button)
        self.acts.addStretch(1)
        self.acts.addWidget(self.ask)
        self.setFocusProxy(self.claims)

    def _listen(self) -> None:
        self.tabs.currentChanged.connect(self._turned)
        self.claims.opened.connect(lambda index: self._open(index.row()))
        self.open_claim.clicked.connect(lambda: self._open(self.claims.currentIndex().row()))
        self.members.opened.connect(
            lambda index: self.go.emit("member", self.members_model.row(index).member.id)
        )
        self.leave.clicked.connect(self._leave)
        self.movements.clicked.connect(self._movements)
        self.pensions.clicked.connect(lambda: self.go.emit("pensions", None))
        self.ask.clicked.connect(lambda: self.go.emit("claim_request", None))
        self.no_claims.pressed.connect(lambda: self.go.emit("claim_request", None))

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.claims_model.rows()):
            self.go.emit("claim", self.claims_model.row(row).id)

    def _leave(self) -> None:
        index = self.members.currentIndex()
        if index.isValid():
            LeavingWelfare(self.desk, self.members_model.row(index).member, self).open()

    def _movements(self) -> None:
        fund = self.book.rulebook(self.today()).welfare.fund
        if fund is None:
            self.go.emit("funds", None)
        else:
            self.go.emit("fund", fund)
