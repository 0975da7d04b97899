"""The whole print shop: every paper of every family, and how one of them is made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ledger.book.book import Book
from reports.stamp import Stamp, stamped
from translations import Words
from ui.errands import Progress
from ui.papers import booklets, forms, loan_papers, meeting_papers, passbooks, receipts, year_papers
from ui.papers.paper import Cancelled, Paper
from ui.papers.wish import Wish


def all_papers() -> tuple[Paper, ...]:
    """Every paper, in the order in which they are listed on their shelves."""
    return (
        *passbooks.PAPERS,
        *booklets.PAPERS,
        *meeting_papers.PAPERS,
        *receipts.PAPERS,
        *loan_papers.PAPERS,
        *year_papers.PAPERS,
        *forms.PAPERS,
    )


def paper_of(code: str) -> Paper:
    """The paper of a code. KeyError where there is none."""
    return {paper.code: paper for paper in all_papers()}[code]


@dataclass(frozen=True, slots=True)
class Ready:
    """A paper with everything that it shows, read out of the book: it only has to be drawn.

    `stamp` is the code of the book as it stood when it was read.
    """

    paper: Paper
    value: Any
    stamp: Stamp


def ready(book: Book, wish: Wish, today: date) -> Ready:
    """Read what the paper shows. Raises the refusals of its rules."""
    paper = paper_of(wish.code)
    code = book.paper_code()
    return Ready(paper, paper.read(book, wish, today), Stamp(code.code, code.lines))


def work_of(given: Ready, words: Words, out: Path) -> Callable[[Progress, Cancelled], int]:
    """The work that draws a paper into the file `out`, to be done beside the window.

    It returns the number of pages, zero where it was cancelled, and raises PrinterTrouble.
    """

    def work(progress: Progress, cancelled: Cancelled) -> int:
        with stamped(given.stamp):
            return given.paper.draw(given.value, words, out, progress, cancelled)

    return work


def file_name(book: Book, wish: Wish, words: Words) -> str:
    """What the file is called when nobody gives it another name."""
    parts = [paper_of(wish.code).short(words)]
    if wish.member is not None:
        parts.append(book.member(wish.member).number)
    if wish.loan is not None:
        parts.append(book.loan(wish.loan).number)
    if wish.sheet is not None:
        parts.append(book.sheet(wish.sheet).day.isoformat())
    parts += [str(one) for one in (wish.year, wish.entry, wish.day) if one is not None]
    # A name that every system takes: the number of a member may hold a stroke.
    name = "".join("-" if sign in '\\/:*?"<>|' else sign for sign in " ".join(parts))
    return f"{name}.pdf"
