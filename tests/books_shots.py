"""The first page, the funds and the books in pictures."""

from ledger.rules.transfers import EntryNumber
from tests.screens import Shot
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.funds.screen import FundsScreen
from ui.screens.home.screen import HomeScreen
from ui.screens.screen import Screen

WELFARE = 3001


def home(page: Screen) -> None:
    """The figures with both charts."""
    assert isinstance(page, HomeScreen)
    page.draw()


def too_much(page: Screen) -> None:
    """More is to be spent than the fund holds."""
    assert isinstance(page, FundsScreen)
    page.form.kip.show_value(90_000_000)
    page.form.write.click()


def checked(page: Screen) -> None:
    """The book was found to be sound."""
    assert isinstance(page, BooksScreen)
    page.check.start.click()


SHOTS = (
    Shot("home", "home", prepare=home),
    Shot("funds", "funds"),
    Shot("funds_refused", "funds", lambda _: WELFARE, too_much),
    Shot("fund", "fund", lambda _: WELFARE),
    Shot("books_cash", "books", lambda _: At(Leaf.CASH)),
    Shot("books_entries", "books", lambda _: At(Leaf.ENTRIES, entry=EntryNumber(7_700))),
    Shot("books_trial", "books", lambda _: At(Leaf.TRIAL)),
    Shot("books_history", "books", lambda _: At(Leaf.HISTORY)),
    Shot("books_check", "books", lambda _: At(Leaf.CHECK), checked),
)
