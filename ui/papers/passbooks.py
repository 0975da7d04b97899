"""The passbooks: one member's, and everybody's in one file."""

from datetime import date
from pathlib import Path

from ledger.book.book import Book
from ledger.statements.passbook import Passbook
from reports.passbooks import print_passbooks
from translations import Words
from ui.errands import Progress
from ui.models.closing import years_of
from ui.papers.paper import Cancelled, Paper, Shelf
from ui.papers.questions import member, year
from ui.papers.wish import Wish
from ui.settings import cache_folder


def _bounds(book: Book, wish: Wish, today: date) -> tuple[date, date]:
    """From the beginning until today, or the days of the year that was asked for."""
    if wish.year is None:
        return date.min, today
    wanted = book.year(wish.year)
    return wanted.first, wanted.last


def _one(book: Book, wish: Wish, today: date) -> tuple[Passbook, ...]:
    if wish.member is None:
        raise ValueError("a passbook is somebody's")
    return (book.passbook(wish.member, *_bounds(book, wish, today)),)


def _all(book: Book, wish: Wish, today: date) -> tuple[Passbook, ...]:
    return book.passbooks(*_bounds(book, wish, today))


def _draw(
    passbooks: tuple[Passbook, ...], words: Words, out: Path, progress: Progress, stop: Cancelled
) -> int:
    return print_passbooks(passbooks, words, out, progress=progress, cancelled=stop)


def _draw_all(
    passbooks: tuple[Passbook, ...], words: Words, out: Path, progress: Progress, stop: Cancelled
) -> int:
    """As above; whoever has no new line since last time is not drawn again."""
    kept = cache_folder() / "passbooks"
    return print_passbooks(passbooks, words, out, progress=progress, cancelled=stop, keep_in=kept)


_YEAR = year(years_of, whole=lambda words: words.say("All years"))

PAPERS: tuple[Paper, ...] = (
    Paper(
        code="passbook",
        shelf=Shelf.PASSBOOKS,
        title=lambda words: words.say("One passbook"),
        hint=lambda words: words.say("Every line of one member, with her balances beside it."),
        short=lambda words: words.say("passbook"),
        asks=(member(), _YEAR),
        read=_one,
        draw=_draw,
        picture="passbook",
    ),
    Paper(
        code="passbooks",
        shelf=Shelf.PASSBOOKS,
        title=lambda words: words.say("All passbooks"),
        hint=lambda words: words.say(
            "The passbooks of all members in one file, one behind the other."
        ),
        short=lambda words: words.say("passbooks"),
        asks=(_YEAR,),
        read=_all,
        draw=_draw_all,
        picture="members",
        slow=True,
    ),
)
