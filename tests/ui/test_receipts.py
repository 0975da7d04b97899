"""Receipts from where the committee stands: a signed meeting, a passbook, the books, pay-outs."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ledger.actions.meeting import (
    count_cash,
    open_sheet,
    pencil_cells,
    pencil_line,
    sign_sheet,
)
from ledger.actions.reopening import reopen_sheet
from ledger.rules.accounts import CASH
from ledger.rules.lines import Spent, ToBank
from ledger.rules.meeting_values import CashCount, Column, PencilCell, SheetKind
from ledger.rules.people import Role
from ledger.rules.transfers import MeetingId
from ledger.statements.meeting_progress import Step
from tests.closings import YEAR
from tests.ui.hands import click, click_cell, heard, keep, press
from tests.ui.test_dividends import closed_desk
from tests.villages import BANK, COSTS, DAY, KHAM, TODAY, actor
from ui.desk import Desk
from ui.papers.wish import Wish
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.meeting.pay_page import PayPage
from ui.screens.meeting.screen import MeetingScreen
from ui.screens.meeting.signed_page import SignedPage
from ui.screens.members.member import MemberScreen
from ui.screens.papers.screen import PapersScreen
from ui.screens.places import PLACES
from ui.screens.year_end.paying import DividendsScreen
from ui.settings import Settings
from ui.window import Window

Key = Qt.Key
Page = TypeVar("Page", bound=QWidget)


@pytest.fixture
def sheet(village: Desk) -> MeetingId:
    """A meeting in pencil: savings, a cost, and money carried to the bank."""
    book, keeper = village.book, actor()
    box = book.balances()[CASH]
    opening = CashCount(((500, box // 500),))
    open_sheet(book, keeper, day=DAY, kind=SheetKind.MEETING, opening=opening, today=TODAY)
    running = book.open_sheet()
    assert running is not None
    cells = (PencilCell(KHAM.id, Column.SAVINGS, 20_000),)
    pencil_cells(book, keeper, sheet=running.id, cells=cells)
    for line in (Spent(COSTS, 5_000, "ປຶ້ມ"), ToBank(BANK, 100_000)):
        pencil_line(book, keeper, sheet=running.id, line=line)
    return running.id


@pytest.fixture
def signed(village: Desk, sheet: MeetingId) -> MeetingId:
    """The same meeting in ink."""
    book, keeper = village.book, actor()
    count = CashCount(((500, book.meeting_sheet(sheet).expected // 500),))
    count_cash(book, keeper, sheet=sheet, when="closing", count=count, reason="")
    names = (actor(Role.PRESIDENT).name,)
    sign_sheet(book, keeper, sheet=sheet, signers=names, today=TODAY)
    return sheet


@pytest.fixture
def window(qtbot: QtBot, village: Desk) -> Window:
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    keep(qtbot, window)
    return window


def opened(window: Window, name: str, item: object, kind: type[Page]) -> Page:
    """The page of that name, with something to show."""
    window.go(name, item)
    page = window.page()
    assert isinstance(page, kind)
    return page


def printed(qtbot: QtBot, window: Window) -> PapersScreen:
    """The page of the papers, when the paper is there."""
    page = window.page()
    assert isinstance(page, PapersScreen)
    qtbot.waitUntil(lambda: page.pages() is not None, timeout=15_000)
    return page


def let_paper_go(page: PapersScreen) -> None:
    page.may_leave()
    page.preview.view.show_pages(None)


def signed_page(window: Window, village: Desk, sheet: MeetingId) -> SignedPage:
    page = opened(window, "meeting", village.book.sheet(sheet), MeetingScreen).page()
    assert isinstance(page, SignedPage)
    return page


class TestAfterAMeeting:
    def test_the_receipt_of_a_line_is_seen(
        self, qtbot: QtBot, window: Window, village: Desk, signed: MeetingId
    ) -> None:
        page = signed_page(window, village, signed)
        first = page.entry_model.rows()[0]
        click(page.receipt)
        papers = printed(qtbot, window)
        assert papers.choices.wish() == Wish(
            "receipt", entry=first.number, options=(("size", "a4"),)
        )
        let_paper_go(papers)

    def test_enter_on_a_line_opens_its_voucher(
        self, qtbot: QtBot, window: Window, village: Desk, signed: MeetingId
    ) -> None:
        page = signed_page(window, village, signed)
        click_cell(page.entries, page.entry_model.index(1, 0))
        press(page.entries, Key.Key_Return)
        papers = printed(qtbot, window)
        wish = papers.choices.wish()
        assert wish is not None
        assert wish.entry == page.entry_model.rows()[1].number
        let_paper_go(papers)

    def test_money_carried_to_the_bank_has_no_receipt(
        self, window: Window, village: Desk, signed: MeetingId
    ) -> None:
        page = signed_page(window, village, signed)
        click_cell(page.entries, page.entry_model.index(2, 0))
        assert not page.receipt.isEnabled()
        press(page.entries, Key.Key_Return)
        assert window.page() is not None
        assert isinstance(window.page(), MeetingScreen)

    @pytest.mark.parametrize(
        ("button", "code"), [("receipts", "receipts"), ("pay_outs", "pay-outs")]
    )
    def test_the_papers_of_the_whole_sheet(
        self, window: Window, village: Desk, signed: MeetingId, button: str, code: str
    ) -> None:
        page = signed_page(window, village, signed)
        click(getattr(page, button))
        papers = window.page()
        assert isinstance(papers, PapersScreen)
        wish = papers.choices.wish()
        assert wish is not None
        assert (wish.code, wish.sheet) == (code, signed)
        let_paper_go(papers)

    def test_a_sheet_that_was_opened_again_has_no_papers_of_its_own(
        self, window: Window, village: Desk, signed: MeetingId
    ) -> None:
        reopen_sheet(
            village.book,
            actor(),
            sheet=signed,
            second=actor(Role.PRESIDENT),
            reason="ຜິດ",
            today=TODAY,
        )
        page = signed_page(window, village, signed)
        assert page.receipts.isHidden()
        assert page.pay_outs.isHidden()


def test_the_pay_out_list_is_printed_before_the_money_is_handed_over(
    qtbot: QtBot, window: Window, sheet: MeetingId
) -> None:
    screen = opened(window, "meeting", None, MeetingScreen)
    screen.go_to(Step.PAY)
    page = screen.page()
    assert isinstance(page, PayPage)
    click(page.list)
    papers = printed(qtbot, window)
    assert papers.choices.wish() == Wish("pay-outs", sheet=sheet)
    let_paper_go(papers)


def test_a_line_of_her_passbook_has_its_receipt(
    qtbot: QtBot, window: Window, village: Desk, signed: MeetingId
) -> None:
    page = opened(window, "member", KHAM.id, MemberScreen)
    row = page.model.rows()[-1]
    assert row.line is not None
    click(page.receipt)
    papers = printed(qtbot, window)
    wish = papers.choices.wish()
    assert wish is not None
    assert wish.entry == row.line.number
    let_paper_go(papers)
    page = opened(window, "member", KHAM.id, MemberScreen)
    # What she had on the first day came with no receipt.
    click_cell(page.table, page.model.index(0, 0))
    assert not page.receipt.isEnabled()


def test_an_entry_of_the_books_has_its_receipt(
    qtbot: QtBot, window: Window, village: Desk, signed: MeetingId
) -> None:
    saved = village.book.entries_of_sheet(signed)[0].number
    page = opened(window, "books", At(Leaf.ENTRIES, entry=saved), BooksScreen)
    click(page.entries.receipt)
    papers = printed(qtbot, window)
    wish = papers.choices.wish()
    assert wish is not None
    assert wish.entry == saved
    let_paper_go(papers)


def test_the_dividends_that_wait_have_their_list(
    qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    desk = closed_desk(tmp_path / "village.book", settings)
    screen = DividendsScreen(desk)
    screen.resize(1200, 640)
    keep(qtbot, screen)
    asked = heard(screen.go)
    click(screen.list)
    assert asked == [("papers", Wish("dividends", year=YEAR))]
    desk.close()
