"""One paper of one book in one language, made as the window makes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from ledger.book.book import Book
from tests.papers.looking import Lines, written
from tests.papers.wishes import wishes
from translations import LANGUAGES, MoneyFormat, Words, open_words
from ui.papers.paper import Paper
from ui.papers.shop import ready, work_of
from ui.papers.wish import Wish

LARGE = 1_000
"""Members of a very large group."""


@dataclass(frozen=True)
class Print:
    """A paper that is to be made: of what, in which words, and into which file."""

    book: Book
    today: date
    wish: Wish
    words: Words
    out: Path

    def make(self) -> Lines:
        """Make it; the lines of text that were written on it. Raises what the rules refuse."""
        with written() as lines:
            made = ready(self.book, self.wish, self.today)
            work_of(made, self.words, self.out)(lambda _, __: None, lambda: False)
        return lines


def prints_of(paper: Paper, book: Book, today: date, folder: Path) -> Iterator[Print]:
    """The paper in every language, as it usually is and with each of its options.

    From a very large group it is printed as it usually is only: it takes long enough.
    """
    most = 1 if len(book.members()) > LARGE else None
    form = MoneyFormat(book.group.points, book.group.decimals, book.group.currency)
    for language in LANGUAGES:
        words = open_words(language, form)
        for number, wish in enumerate(islice(wishes(paper, book, today, words), most), start=1):
            suffix = "" if number == 1 else f"-{number}"
            out = folder / f"{paper.code}{suffix}.{language}.pdf"
            yield Print(book, today, wish, words, out)
