"""F1 on any figure: the entries it is added up from, the steps, the rule, and the way to them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from ledger.actions.funds import agree_borrowing
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.record import record_day
from ledger.rules.lines import (
    Deposit,
    FundGift,
    FundSpent,
    Line,
    LoanPaidOut,
    Repaid,
    Spent,
    ToBank,
    WelfarePaid,
)
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.member_life import LifeKind
from ledger.rules.network import Figure as NetworkFigure
from ledger.rules.transfers import LoanId
from ledger.statements.figure import Asked, Figure
from ledger.statements.why import Why
from tests.ui.hands import click, keep, press
from tests.villages import (
    BANK,
    BEGIN,
    BOUNMY,
    COSTS,
    DAY,
    KHAM,
    LENDER,
    NOY,
    OFFICERS,
    RICE,
    TODAY,
    WELFARE,
)
from translations.reading import read_kip
from ui.desk import Desk
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.explaining import explain
from ui.screens.members.life import LifeScreen
from ui.screens.network.sheet import NetworkSheetScreen
from ui.screens.page_help import PageHelp
from ui.screens.places import PLACES
from ui.screens.why import WhyDialog
from ui.widgets.pointing import FIGURE_ROLE, pointed_at
from ui.window import Window

EARLY = date(2026, 1, 20)
AGREED = (OFFICERS[0].name, OFFICERS[1].name)


@pytest.fixture
def window(qtbot: QtBot, village: Desk) -> Window:
    """Deposits, a loan half paid back, costs, a bank and a fund, in Lao."""
    village.speak("lo")
    lend(village)
    write(village, EARLY, LoanPaidOut(LoanId(1)), Deposit(KHAM.id, 20_000))
    write(village, DAY, Repaid(LoanId(1), 300_000), Deposit(NOY.id, 40_000))
    write(village, DAY, Spent(COSTS, 5_000), ToBank(BANK, 100_000), FundGift(WELFARE, 7_000))
    write(village, DAY, WelfarePaid(KHAM.id, 1_000), FundSpent(WELFARE, 2_000, member=KHAM.id))
    borrow(village)
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    keep(qtbot, window)
    window.go("home")
    return window


def borrow(desk: Desk) -> None:
    assert desk.do(
        lambda book, who: agree_borrowing(
            book,
            who,
            lender="ກອງທຶນເມືອງ",
            kip=600_000,
            terms=replace(RICE, key="lender", guarantors=0),
            day=DAY,
            decision="2/2026",
            today=TODAY,
        )
    )


def lend(desk: Desk) -> None:
    request = LoanRequest(KHAM.id, BEGIN, 900_000, "agriculture", RICE, 12, (BOUNMY.id, NOY.id))
    decision = LoanDecision(BEGIN, "1/2026", True, 900_000, AGREED)
    assert desk.do(lambda book, who: request_loan(book, who, request=request))
    assert desk.do(lambda book, who: decide_loan(book, who, loan=LoanId(1), decision=decision))


def write(desk: Desk, day: date, *lines: Line) -> None:
    assert desk.do(lambda book, who: record_day(book, who, day=day, lines=lines, today=TODAY))


def cells(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield model.index(row, column)


def figures(part: QWidget) -> Iterator[tuple[Figure, str]]:
    """Every figure of the tables of a page that can be asked about, and what is shown there."""
    for table in part.findChildren(QAbstractItemView):
        model = table.model()
        for cell in cells(model):
            figure = cell.data(FIGURE_ROLE)
            if isinstance(figure, Figure):
                yield figure, str(cell.data())


def shown(desk: Desk, text: str) -> int | None:
    """The amount that a cell shows; nothing where it shows none."""
    amount = text.partition(" ")[0]
    return read_kip(amount, desk.words.money_format) if amount[:1].isdigit() else None


EXACT = frozenset(Asked) - {Asked.ACCOUNTS, Asked.ENTRY, Asked.HERS, Asked.DIVIDEND}
"""What is shown is the figure itself; the others may stand beside a part or a weight of it."""

PAGES = [
    ("members", None, 14),
    ("member", KHAM.id, 8),
    ("loans", None, 2),
    ("loan", LoanId(1), 20),
    ("household", KHAM.id, 10),
    ("households", None, 4),
    ("arrears", None, 0),
    ("funds", None, 8),
    ("fund", WELFARE, 2),
    ("books", At(Leaf.CASH), 8),
    ("books", At(Leaf.ENTRIES), 6),
    ("books", At(Leaf.TRIAL), 12),
    ("books", At(Leaf.EARLIER), 6),
    ("year_end", None, 10),
    ("welfare", None, 5),
    ("bank", BANK, 2),
    ("borrowing", LENDER, 3),
    ("search", "900,000", 2),
]


@pytest.mark.parametrize(("place", "item", "least"), PAGES, ids=[str(p[:2]) for p in PAGES])
def test_every_figure_of_a_page_is_what_its_entries_come_to(
    window: Window, village: Desk, place: str, item: object, least: int
) -> None:
    window.go(place, item)
    page = window.page()
    assert page is not None
    asked = 0
    for figure, text in figures(page):
        why = village.book.why(figure)
        amount = shown(village, text)
        if figure.asked in EXACT:
            assert amount in {why.kip, None}, (figure, text)
        assert added_up(why)
        asked += 1
    assert asked >= least


def test_what_stands_behind_the_networks_figures(window: Window, village: Desk) -> None:
    window.go("network_sheet")
    page = window.page()
    assert isinstance(page, NetworkSheetScreen)
    for wanted in (NetworkFigure.SAVINGS_REGULAR, NetworkFigure.FUND_MONEY):
        page.stand_on(wanted)
        asked = list(figures(page.behind))
        assert asked
        for figure, text in asked:
            assert village.book.why(figure).kip == shown(village, text)


def added_up(why: Why) -> bool:
    together = why.before + sum(one.kip for one in why.moved)
    return bool(why.steps) or why.kip == together


def test_a_large_figure_of_the_first_page(window: Window, village: Desk) -> None:
    tiles = window.page().findChildren(QWidget)  # type: ignore[union-attr]
    found = [figure for tile in tiles if isinstance(figure := tile.property("figure"), Figure)]
    assert len(found) == 6
    for figure in found:
        assert added_up(village.book.why(figure))


def test_what_a_settlement_is_made_of(window: Window, village: Desk) -> None:
    window.go("member_life", KHAM.id)
    page = window.page()
    assert isinstance(page, LifeScreen)
    page.form.kind.show_value(LifeKind.SETTLED)
    page.form.kind.chosen.emit(LifeKind.SETTLED)
    parts = page.form.sheet.findChildren(QWidget)
    found = [figure for part in parts if isinstance(figure := part.property("figure"), Figure)]
    assert [figure.asked for figure in found] == [Asked.SAVINGS]
    assert village.book.why(found[0]).kip == 520_000
    assert village.words.money(520_000) in page.form.sheet.text()


def test_f1_opens_the_sheet_and_enter_the_entry(window: Window, village: Desk) -> None:
    window.go("books", At(Leaf.CASH))
    page = window.page()
    assert isinstance(page, BooksScreen)
    page.cash.table.setFocus()
    page.cash.table.setCurrentIndex(page.cash.model.index(2, 6))
    press(page.cash.table, Qt.Key.Key_F1)
    dialog = next(iter(window.findChildren(WhyDialog)))
    assert dialog.isVisible()
    assert village.words.money(dialog.why.kip) in dialog.sentence.text()
    wanted = dialog.entry_model.row(0).posted.number
    press(dialog.entries, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    chosen = page.entries.chosen()
    assert chosen is not None
    assert chosen.posted.number == wanted


def test_a_loan_shows_its_steps_and_terms(window: Window, village: Desk) -> None:
    window.go("loan", 1)
    page = window.page()
    assert page is not None
    figure = pointed_at(page.settlement.said)  # type: ignore[attr-defined]
    assert figure is not None
    dialog = WhyDialog(village, village.book.why(figure), window)
    dialog.open()
    assert not dialog.steps.isHidden()
    assert village.words.percent(RICE.rate) in dialog.rule.text()
    heard: list[tuple[str, object]] = []
    dialog.go.connect(lambda place, item: heard.append((place, item)))
    click(dialog.see_rule)
    assert heard == [("settings", "rules")]


def test_the_button_asks_as_the_key_does(window: Window) -> None:
    window.go("members")
    table = window.page().finder.table  # type: ignore[union-attr]
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 4))
    click(window.top.ask_why)
    dialog = next(iter(window.findChildren(WhyDialog)))
    assert "ຄຳຫຼ້າ" in dialog.heading.text()
    press(dialog, Qt.Key.Key_Escape)


def test_without_a_figure_the_page_itself_is_explained(window: Window, village: Desk) -> None:
    window.go("settings")
    page = window.page()
    assert page is not None
    dialog = explain(window, village, page, "settings")
    assert isinstance(dialog, PageHelp)
    press(dialog, Qt.Key.Key_Escape)
