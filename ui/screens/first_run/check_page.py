"""The last page before the books begin: every figure once more, and the first thing still wrong."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from ledger.rules.accounts import Side, side
from ledger.rules.borrowing import TermsOutOfRange
from ledger.rules.funds import NameTaken
from ledger.rules.opening_debts import InterestPaidAhead, OpeningDebt
from ledger.rules.people import Sex, households_of
from ledger.rules.refusals import Refusal
from ledger.rules.set_up import (
    CommitteeTooSmall,
    MemberNumberTaken,
    OpeningDiffers,
    OpeningLoanUnknown,
    SetUp,
    check_set_up,
    opening_day,
)
from translations import N_, Words
from translations.naming import word
from translations.reading import Unreadable
from ui.messages import sentence
from ui.screens.first_run.draft import Draft
from ui.screens.first_run.page import Page
from ui.screens.first_run.whole import set_up_of
from ui.screens.rules.columns import line_size
from ui.screens.rules.form import scrolled
from ui.screens.rules.naming import account_name, thing_name
from ui.widgets.banner import Banner, Tone
from ui.widgets.labels import WrapLabel, line_label

_PAGES: tuple[tuple[type[Refusal], str], ...] = (
    (OpeningDiffers, "cash"),
    (CommitteeTooSmall, "committee"),
    (MemberNumberTaken, "members"),
    (OpeningLoanUnknown, "loans"),
    (InterestPaidAhead, "debts"),
    (TermsOutOfRange, "debts"),
    (NameTaken, "debts"),
)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class CheckPage(Page):
    """Shows the figures of everything; `wanted` carries the page on which something is wrong."""

    wanted = Signal(str)
    name = N_("Check and start")
    teaching = N_("Read these figures aloud before you start: they cannot be typed over.")

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.banner = Banner(words)
        self._draft = Draft()
        self._columns = QHBoxLayout()
        inside = QWidget()
        inside.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(14)
        self.body.addWidget(self.banner)
        self.body.addWidget(scrolled(inside), 1)

    def show_draft(self, draft: Draft, today: date) -> None:
        """Work out the figures anew."""
        self._draft = draft
        self._clear()
        for rows in self.figures():
            self._columns.addWidget(_card(rows), 1)
        self.is_right()

    def taken(self, draft: Draft) -> Draft:
        """Nothing is typed here."""
        return draft

    def set_up(self) -> SetUp | None:
        """Everything as one value; nothing, and a sentence, where a page is not right."""
        try:
            return set_up_of(self._draft, self.words)
        except (Unreadable, ValueError, KeyError):
            self.banner.say(self.words.say("An earlier page is not right yet."), Tone.BAD)
            return None

    def is_right(self) -> bool:
        """Whether the books can begin; otherwise the first thing that is wrong, and where."""
        set_up = self.set_up()
        if set_up is None:
            return False
        try:
            check_set_up(set_up)
        except Refusal as refusal:
            self.say_no(refusal)
            return False
        self.banner.clear()
        return True

    def say_no(self, refusal: Refusal) -> None:
        """Say what is wrong, with a way to its page."""
        page = next((page for kind, page in _PAGES if isinstance(refusal, kind)), "rules")
        self.banner.say(
            sentence(self.words, refusal),
            Tone.BAD,
            act=self.words.say("Go there"),
            do=lambda: self.wanted.emit(page),
        )

    def figures(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The three cards: (name, figure) one under another, headings without a figure."""
        set_up, words = self.set_up(), self.words
        if set_up is None:
            return ()
        cards = (_group_rows(words, set_up), _rule_rows(words, set_up), _money(words, set_up))
        return tuple(tuple(card) for card in cards)

    def _clear(self) -> None:
        while (item := self._columns.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


def _group_rows(words: Words, set_up: SetUp) -> list[tuple[str, str]]:
    group, members = set_up.group, set_up.members
    place = (group.village, group.zone, group.district, group.province)
    women = sum(member.sex is Sex.FEMALE for member in members)
    return [
        (words.say("The group"), ""),
        (words.say("Name"), group.name),
        (words.say("Place"), ", ".join(filter(None, place))),
        (words.say("The books begin on"), words.long_day(set_up.begin)),
        (words.say("Balances as of"), words.day(opening_day(set_up))),
        (words.say("Members"), words.number(len(members))),
        (words.say("Women"), words.number(women)),
        (words.say("Households"), words.number(households_of(members))),
        (words.say("The committee"), ""),
        *((word(words, "role", o.role.value), o.name) for o in set_up.officers),
    ]


def _rule_rows(words: Words, set_up: SetUp) -> list[tuple[str, str]]:
    rules = set_up.rulebook
    return [
        (words.say("The rules"), ""),
        (words.say("How members save"), word(words, "saving_mode", rules.saving.mode.value)),
        (words.say("Smallest deposit"), words.money(rules.saving.minimum)),
        (words.say("Entry fee"), words.money(rules.saving.entry_fee)),
        (words.say("Passbook fee"), words.money(rules.saving.passbook_fee)),
        (words.say("Welfare contribution"), words.money(rules.welfare.contribution)),
        (words.say("Kinds of loan"), ""),
        *((thing_name(words, p), words.percent(p.rate)) for p in rules.loans.products),
        (words.say("Sharing the profit"), ""),
        *((thing_name(words, line), line_size(words, line)) for line in rules.profit.lines),
    ]


def _money(words: Words, set_up: SetUp) -> list[tuple[str, str]]:
    savings = sum(kip for _, kip in (*set_up.savings, *set_up.voluntary))
    lent = sum(loan.kip for loan in set_up.loans)
    held = [(account_name(words, set_up.rulebook, a), a, kip) for a, kip in set_up.accounts]
    return [
        (words.say("What the group has"), ""),
        (words.say("Cash, counted"), words.money(set_up.count.total)),
        (words.say("Loans to members"), words.money(lent)),
        *((name, words.money(kip)) for name, a, kip in held if side(a) is Side.DEBIT),
        *((_owed_by(words, debt), words.money(debt.kip)) for debt in set_up.debts if debt.lent),
        (words.say("Where it comes from"), ""),
        (words.say("Members' savings"), words.money(savings)),
        *((name, words.money(kip)) for name, a, kip in held if side(a) is Side.CREDIT),
        *((_owed_to(words, debt), words.money(debt.kip)) for debt in set_up.debts if not debt.lent),
    ]


def _owed_to(words: Words, debt: OpeningDebt) -> str:
    rate = words.percent(debt.terms.rate)
    return words.say("Borrowed from {lender}, {rate} a month", lender=debt.lender, rate=rate)


def _owed_by(words: Words, debt: OpeningDebt) -> str:
    rate = words.percent(debt.terms.rate)
    return words.say("Lent to {group}, {rate} a month", group=debt.lender, rate=rate)


def _card(rows: Iterable[tuple[str, str]]) -> QFrame:
    """Names at the left, figures at the right; a name without a figure is a heading."""
    card = QFrame()
    card.setProperty("card", True)
    grid = QGridLayout(card)
    grid.setContentsMargins(14, 10, 14, 10)
    grid.setHorizontalSpacing(14)
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(rows):
        if not value:
            heading = line_label("heading")
            heading.setText(name)
            grid.addWidget(heading, row, 0, 1, 2)
            continue
        label, figure = WrapLabel(name, "muted"), WrapLabel(value)
        figure.setAlignment(_RIGHT)
        grid.addWidget(label, row, 0)
        grid.addWidget(figure, row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return card
