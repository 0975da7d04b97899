"""The passbooks: one member's, and everybody's in one file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.book.book import Book
from ledger.rules.booklets import A5_BOOKLET, BookletSize
from ledger.statements.passbook import Passbook
from reports.passbooks import print_passbooks
from translations import Words
from ui.errands import Progress
from ui.models.closing import years_of
from ui.papers.booklets import SIZE, SIZES
from ui.papers.paper import Cancelled, Paper, Shelf
from ui.papers.questions import choice, member, year
from ui.papers.wish import Wish
from ui.settings import cache_folder


def _bounds(book: Book, wish: Wish, today: date) -> tuple[date, date]:
    """From the beginning until today, or the days of the year that was asked for."""
    if wish.year is None:
        return date.min, today
    wanted = book.year(wish.year)
    return wanted.first, wanted.last


@dataclass(frozen=True, slots=True)
class Passbooks:
    """The passbooks to be printed, on which size of page, and whether to be folded."""

    passbooks: tuple[Passbook, ...]
    size: BookletSize
    folded: bool


def _chosen(passbooks: tuple[Passbook, ...], wish: Wish) -> Passbooks:
    size = SIZES.get(wish.chosen("size"), A5_BOOKLET)
    return Passbooks(passbooks, size, folded=wish.chosen("form") == "folded")


def _one(book: Book, wish: Wish, today: date) -> Passbooks:
    if wish.member is None:
        raise ValueError("a passbook is somebody's")
    return _chosen((book.passbook(wish.member, *_bounds(book, wish, today)),), wish)


def _all(book: Book, wish: Wish, today: date) -> Passbooks:
    return _chosen(book.passbooks(*_bounds(book, wish, today)), wish)


def _draw(given: Passbooks, words: Words, out: Path, progress: Progress, stop: Cancelled) -> int:
    return print_passbooks(
        given.passbooks,
        words,
        out,
        progress=progress,
        cancelled=stop,
        size=given.size,
        folded=given.folded,
    )


def _draw_all(
    given: Passbooks, words: Words, out: Path, progress: Progress, stop: Cancelled
) -> int:
    """As above; whoever has no new line since last time is not drawn again."""
    kept = cache_folder() / "passbooks"
    return print_passbooks(
        given.passbooks,
        words,
        out,
        progress=progress,
        cancelled=stop,
        keep_in=kept,
        size=given.size,
        folded=given.folded,
    )


_YEAR = year(years_of, whole=lambda words: words.say("All years"))

FORM = choice(
    "form",
    lambda words: words.say("Form"),
    (
        ("pages", lambda words: words.say("Page by page")),
        ("folded", lambda words: words.say("Booklet to fold in the middle")),
    ),
)

PAPERS: tuple[Paper, ...] = (
    Paper(
        code="passbook",
        shelf=Shelf.PASSBOOKS,
        title=lambda words: words.say("One passbook"),
        hint=lambda words: words.say("Every line of one member, with the balances beside it."),
        short=lambda words: words.say("passbook"),
        asks=(member(), _YEAR, SIZE, FORM),
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
        asks=(_YEAR, SIZE, FORM),
        read=_all,
        draw=_draw_all,
        picture="members",
        slow=True,
    ),
)
