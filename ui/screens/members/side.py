"""What stands beside a passbook: what she has, who she is, her loans, for whom she stands."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ledger.book.book import Book
from ledger.rules.claims import Claim
from ledger.rules.contributions import GONE
from ledger.rules.days import fiscal_year
from ledger.rules.loan_values import LoanStage
from ledger.rules.people import Member
from ledger.rules.saving_notices import open_notices
from ledger.rules.transfers import LoanId
from ledger.statements.lists import LoanRow
from ledger.statements.saving_months import saving_months
from translations import Words
from translations.naming import word
from ui.models.claims import benefit_name
from ui.models.loans import overdue_text
from ui.models.members import full_name
from ui.screens.members.months import MonthStrip
from ui.widgets.buttons import Button, Look
from ui.widgets.facts_card import FactsCard
from ui.widgets.labels import WrapLabel

_OVER = frozenset({LoanStage.REPAID, LoanStage.REFUSED, LoanStage.PASSED_ON})


class Side(QScrollArea):
    """Cards of facts. `loan_wanted` carries the loan that was pressed."""

    loan_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setMinimumWidth(340)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.months = MonthStrip()
        self.notice_back = Button(Look.LINK, "undo")
        self.money, self.loans = FactsCard(), FactsCard()
        self.guarantees, self.facts = FactsCard(), FactsCard()
        self.claims = FactsCard()
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 6, 0)
        rows.setSpacing(10)
        cards = (self.money, self.months, self.loans, self.guarantees, self.claims, self.facts)
        self.money.below.addWidget(self.notice_back, alignment=Qt.AlignmentFlag.AlignLeft)
        for card in cards:
            rows.addWidget(card)
        rows.addStretch(1)
        self.setWidget(inside)

    def show_member(
        self, words: Words, book: Book, member: Member, rows: Sequence[LoanRow], *, today: date
    ) -> None:
        """Show one member on a day; `rows` are all loans that are not finished, and all of hers."""
        hers = [row for row in rows if row.member.id == member.id]
        stands = [row for row in rows if member.id in row.loan.request.guarantors]
        stands = [row for row in stands if row.state.stage not in _OVER]
        owed = sum(row.state.principal for row in hers)
        dividend = book.dividends_owed().get(member.id, 0)
        own = book.voluntary().get(member.id, 0)
        self.money.show_facts(
            "",
            (
                (words.say("Savings"), words.money(book.savings().get(member.id, 0))),
                (words.say("Voluntary savings"), words.money(own) if own else ""),
                *_notices(words, book, member),
                (words.say("Still owed"), words.money(owed) if owed else ""),
                (words.say("Dividend to fetch"), words.money(dividend) if dividend else ""),
            ),
            right=True,
        )
        self.notice_back.setText(words.say("Take back a notice…"))
        self.notice_back.setVisible(bool(open_notices(book.notices().get(member.id, ()), member)))
        self._show_months(words, book, member, today)
        self._show_loans(words, hers)
        self._show_guarantees(words, stands)
        self._show_claims(words, book.claims_of(member.id))
        self.facts.show_facts("", _facts(words, member))

    def _show_months(self, words: Words, book: Book, member: Member, today: date) -> None:
        rulebook = book.rulebook(today)
        year = fiscal_year(today, last_month=rulebook.fiscal_year_end)
        facts = book.day_facts(today, today)
        self.months.show_months(
            words,
            words.say("Months of {year}", year=words.year(year.number)),
            saving_months(facts, member, year.months),
        )
        self.months.setVisible(member.status not in GONE)

    def _show_loans(self, words: Words, rows: Sequence[LoanRow]) -> None:
        self.loans.show_facts(words.say("The member's loans"), ())
        _empty(self.loans)
        for row in sorted(rows, key=lambda row: (row.state.stage in _OVER, -row.loan.id)):
            state = word(words, "loan_stage", row.state.stage.value)
            kip = words.kip(row.state.principal or row.loan.request.kip)
            self._link(
                self.loans,
                f"{row.loan.number} · {kip} · {state}",
                row.loan.id,
                "warn" if row.state.overdue else "loans",
                _late(words, row),
            )
        if not rows:
            self.loans.below.addWidget(WrapLabel(words.say("The member has no loan."), "muted"))

    def _show_guarantees(self, words: Words, rows: Sequence[LoanRow]) -> None:
        self.guarantees.show_facts(words.say("The member stands for"), ())
        _empty(self.guarantees)
        for row in rows:
            name = f"{row.member.number} · {full_name(row.member)}"
            kip = words.kip(row.state.principal or row.loan.request.kip)
            self._link(
                self.guarantees,
                f"{name} · {kip}",
                row.loan.id,
                "warn" if row.state.overdue else "person",
                _late(words, row),
            )
        if not rows:
            self.guarantees.below.addWidget(WrapLabel(words.say("Nobody's loan."), "muted"))

    def _show_claims(self, words: Words, claims: Sequence[Claim]) -> None:
        """Her claims to the welfare fund; no card where she has none."""
        self.claims.setVisible(bool(claims))
        self.claims.show_facts(
            words.say("Claims to the welfare fund"),
            [(claim.number, _claim(words, claim)) for claim in reversed(claims)],
        )

    def _link(self, card: FactsCard, text: str, loan: LoanId, picture: str, late: str) -> None:
        button = Button(Look.LINK, picture)
        button.setText(text)
        button.setStyleSheet("text-align: left; padding-left: 0; padding-right: 0")
        button.clicked.connect(lambda: self.loan_wanted.emit(loan))
        card.below.addWidget(button)
        if late:
            card.below.addWidget(WrapLabel(late, "bad"))


def _late(words: Words, row: LoanRow) -> str:
    if not row.state.overdue:
        return ""
    return words.say("overdue: {kip_since_day}", kip_since_day=overdue_text(words, row))


def _claim(words: Words, claim: Claim) -> str:
    what = benefit_name(words, claim.request.benefit)
    return f"{what} · {words.kip(claim.kip)} · {word(words, 'claim_stage', claim.stage.value)}"


def _notices(words: Words, book: Book, member: Member) -> Iterator[tuple[str, str]]:
    """What she has given notice of, and from which day on it may be taken out."""
    for notice in open_notices(book.notices().get(member.id, ()), member):
        yield (
            words.say("Notice, from {day}", day=words.day(notice.ready)),
            words.money(notice.left),
        )


def _empty(card: FactsCard) -> None:
    while (item := card.below.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def _facts(words: Words, member: Member) -> Sequence[tuple[str, str]]:
    heirs = "\n".join(
        " · ".join(filter(None, (b.name, b.relation, words.percent(b.part))))
        for b in member.beneficiaries
    )
    return (
        (words.say("Status"), word(words, "status", member.status.value)),
        (words.say("Household"), member.household),
        (words.say("Village unit"), member.village_unit),
        (words.say("Phone"), member.phone),
        (words.say("Joined on"), words.day(member.joined)),
        (
            words.say("In the welfare fund since"),
            words.day(member.welfare_since) if member.welfare_since else words.say("not in it"),
        ),
        (
            words.say("Last day in the welfare fund"),
            words.day(member.welfare_until) if member.welfare_until else "",
        ),
        (words.say("Born on"), words.day(member.born) if member.born else ""),
        (words.say("Promised each month"), words.money(member.promise) if member.promise else ""),
        (words.say("Shares each month"), words.number(member.shares) if member.shares else ""),
        (words.say("Beneficiaries"), heirs),
    )
