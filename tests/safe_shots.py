"""Keeping the book safe, in pictures."""

from collections.abc import Callable

from ledger.rules.paper_code import paper_code_of
from ui.screens.safe.compare import CompareScreen
from ui.screens.screen import Screen

Prepare = Callable[[Screen], object]


def _compared(page: Screen, code: str) -> None:
    assert isinstance(page, CompareScreen)
    page.code.setText(code)
    page.compare.click()


def fits(page: Screen) -> None:
    """A passbook printed some acts ago fits."""
    seal = page.book.history(40)[-1].seal
    _compared(page, paper_code_of(bytes.fromhex(seal)))


def foreign(page: Screen) -> None:
    """The code is not in this book."""
    _compared(page, paper_code_of(b"x" * 32))


def misread(page: Screen) -> None:
    """One letter was misread."""
    _compared(page, "1000-0000-0000-0000-0000-0")


SAFE_SHOTS: tuple[tuple[str, str, Prepare], ...] = (
    ("compare_fits", "compare", fits),
    ("compare_foreign", "compare", foreign),
    ("compare_misread", "compare", misread),
)
"""Every picture with its page."""
