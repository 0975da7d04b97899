"""The end of a year and the papers in pictures: each step as a committee would see it."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from ledger.rules.lines import DividendWay
from ledger.rules.people import MemberId
from ledger.rules.transfers import EntryNumber, LoanId
from ui.papers.wish import Wish
from ui.screens.papers.print_dialog import PrintDialog
from ui.screens.papers.screen import PapersScreen
from ui.screens.screen import Screen
from ui.screens.year_end.paying import DividendsScreen
from ui.screens.year_end.screen import YearEndScreen
from ui.screens.year_end.step_bar import Step

OPEN, CLOSED = 2025, 2024
WRONG = (7_000, 1_500, 1_000, 3_000, 2_300)
"""A published calculator shared out 148 percent."""
Prepare = Callable[[Screen], object]


def step(which: Step, *, year: int = OPEN, tried: tuple[int, ...] = ()) -> Prepare:
    """One step of a year, perhaps with other percentages."""

    def prepare(page: Screen) -> None:
        assert isinstance(page, YearEndScreen)
        page.show_item(year)
        if tried:
            for row, points in zip(page.sharing.lines, tried, strict=True):
                row.show_points(points)
            page.sharing.show_tried()
        else:
            page.sharing.forget()
        page.bar.button(which).click()

    return prepare


def paying(page: Screen) -> None:
    """Some members have chosen how they take their dividend."""
    assert isinstance(page, DividendsScreen)
    page.table.select_row(1)
    page.choose[DividendWay.SAVINGS].click()
    page.table.select_row(0)
    page.choose[DividendWay.CASH].click()


def paper(wish: Wish) -> Prepare:
    """A paper looked at."""

    def prepare(page: Screen) -> None:
        assert isinstance(page, PapersScreen)
        page.show_item(wish)
        page.look_again()
        while page.is_working():
            QApplication.processEvents()

    return prepare


def print_asked(printers: tuple[str, ...], *, copies: bool = True, wrong: bool = False) -> Prepare:
    """The question before printing: with printers or without, and with pages that there are not."""

    def prepare(page: Screen) -> QWidget:
        dialog = PrintDialog(page.words, pages=12, printers=printers, copies=copies, parent=page)
        dialog.show()
        if wrong:
            dialog.last.show_value(20)
            dialog.copies.show_value(120)
            dialog.print.click()
        QApplication.processEvents()
        return dialog

    return prepare


def working(which: str) -> Prepare:
    """A paper while it is made, or while it goes to the printer."""

    def prepare(page: Screen) -> None:
        assert isinstance(page, PapersScreen)
        said = {
            "made": page.words.say("The paper is being made …"),
            "printed": page.words.say("The paper goes to the printer …"),
        }
        page.preview.show_work(said[which])
        page.preview.progress(37, 120)

    return prepare


YEAR_END_SHOTS: tuple[tuple[str, Prepare], ...] = (
    ("year_end_ready", step(Step.READY, year=OPEN + 1)),
    ("year_end_earlier", step(Step.PROFIT, year=OPEN + 1)),
    ("year_end_profit", step(Step.PROFIT)),
    ("year_end_sharing", step(Step.SHARES)),
    ("year_end_148", step(Step.SHARES, tried=WRONG)),
    ("year_end_dividends", step(Step.DIVIDENDS)),
    ("year_end_entries", step(Step.ENTRIES)),
    ("year_end_confirm", step(Step.CONFIRM)),
    ("year_end_closed", step(Step.CONFIRM, year=CLOSED)),
)
DIVIDENDS_SHOTS: tuple[tuple[str, Prepare], ...] = (("dividends", paying),)
PAPERS_SHOTS: tuple[tuple[str, Prepare], ...] = (
    ("papers_passbook", paper(Wish("passbook", member=MemberId(12)))),
    ("papers_annual", paper(Wish("annual", year=CLOSED))),
    ("papers_all", paper(Wish("passbooks"))),
    ("papers_contract", paper(Wish("loan-contract", loan=LoanId(215)))),
    ("papers_reminders", paper(Wish("loan-reminder"))),
    ("papers_receipt", paper(Wish("receipt", entry=EntryNumber(7774)))),
    ("papers_day", paper(Wish("receipts-day"))),
    ("papers_making", working("made")),
    ("papers_printing", working("printed")),
    ("papers_print", print_asked(("HP LaserJet 1020", "EPSON L3110 Series"))),
    ("papers_print_once", print_asked(("HP LaserJet 1020",), copies=False)),
    ("papers_print_wrong", print_asked(("HP LaserJet 1020",), wrong=True)),
    ("papers_print_none", print_asked(())),
)
