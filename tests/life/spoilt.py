"""Programs that were spoilt on purpose: lives that do not notice one of these prove nothing."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ledger.book import posting, reading_year, writing
from ledger.book.book import Book
from ledger.book.pen_funds import FundsPen
from ledger.book.pen_lending import LendingPen
from ledger.book.records import Records
from ledger.book.shelf import Shelf
from ledger.book.unguarded import unguarded
from ledger.book.writing import Pen
from ledger.rules import contributions
from ledger.rules.transfers import Entry
from tests.life.hand_loan import HandLoan


def _nothing(*_: object, **__: object) -> None:
    """What a pen does that writes nothing."""


@contextmanager
def _interest_too_high() -> Iterator[None]:
    right = HandLoan._rate
    with patch.object(HandLoan, "_rate", lambda page, kip: right(page, kip) + (kip > 0)):
        yield


@contextmanager
def _kip_lost() -> Iterator[None]:
    right = posting._rows

    def rows(number: int, entry: Entry) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = right(number, entry)
        # Only now and then, and by one kip alone.
        return [
            (*row[:5], row[5] - 1, *row[6:]) if number % 37 == 0 and row[5] > 1 else row
            for row in found
        ]

    with patch.object(posting, "_rows", rows):
        yield


@contextmanager
def _rolled_back_is_kept() -> Iterator[None]:
    def keep(shelf: Shelf) -> None:
        if not shelf.shut and shelf.raw.in_transaction:
            shelf.raw.execute("COMMIT")

    with patch.object(Shelf, "roll_back", keep):
        yield


@contextmanager
def _word_changed() -> Iterator[None]:
    """No sum is touched: only the seals can tell."""
    right = Shelf.close

    def close(shelf: Shelf) -> None:
        if not shelf.shut and not shelf.raw.in_transaction:
            with unguarded(shelf):
                shelf.rows("UPDATE entry SET note = note || '.' WHERE number = 3")
        right(shelf)

    with patch.object(Shelf, "close", close):
        yield


@contextmanager
def _older_when_opened_again() -> Iterator[None]:
    """The first that is opened again is as it was found when it was opened first."""
    right, first = Book.open, dict[Path, bytes]()

    def opened(path: Path, **more: Any) -> Book:
        if path in first:
            path.write_bytes(first[path])
        first.setdefault(path, path.read_bytes())
        return right(path, **more)

    with patch.object(Book, "open", opened):
        yield


SPOILT: Mapping[str, Callable[[], AbstractContextManager[object]]] = {
    "interest one kip too high by hand": _interest_too_high,
    "one kip lost in one of 37 entries": _kip_lost,
    "what was rolled back is kept": _rolled_back_is_kept,
    "a word that somebody changed in the file": _word_changed,
    "an older file when it is opened again": _older_when_opened_again,
    "sums that are remembered for ever": partial(patch.object, Records, "forget", _nothing),
    "a key that is not written down": partial(patch.object, writing, "keep_once", _nothing),
    "amounts without an end": partial(patch.object, contributions, "KIP_MAX", 2**70),
    "a put-off that is forgotten": partial(patch.object, LendingPen, "before_pay_out", _nothing),
    "a year with the income of the one before it": partial(
        patch.object, reading_year, "year_alone", lambda standing, _: standing
    ),
    "a comparison that is lost": partial(patch.object, FundsPen, "compare_bank", _nothing),
    "an election that is lost": partial(patch.object, Pen, "set_officers", _nothing),
}
"""What is planted, each by its name."""
