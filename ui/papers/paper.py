"""What a paper is to the window and the command line: its names, its questions, how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from translations import N_, Words
from ui.errands import Progress
from ui.papers.questions import Question, Says
from ui.papers.wish import Wish

Cancelled: TypeAlias = Callable[[], bool]
Read: TypeAlias = Callable[[Book, Wish, date], Any]
Draw: TypeAlias = Callable[[Any, Words, Path, Progress, Cancelled], int]
Written: TypeAlias = Callable[[Book, Actor], Change]
Printed: TypeAlias = Callable[[Any, Words, range], Written]


class Shelf(StrEnum):
    """The headings under which the papers stand."""

    PASSBOOKS = "passbooks"
    MEETING = "meeting"
    MONEY = "money"
    LOANS = "loans"
    YEAR = "year"
    FORMS = "forms"
    GROUP = "group"


SHELVES: dict[Shelf, str] = {
    Shelf.PASSBOOKS: N_("Passbooks"),
    Shelf.MEETING: N_("Meeting"),
    Shelf.MONEY: N_("Money"),
    Shelf.LOANS: N_("Loans"),
    Shelf.YEAR: N_("Year"),
    Shelf.FORMS: N_("Forms to write on"),
    Shelf.GROUP: N_("The group"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper that can be printed.

    `title` is its name in the list, `hint` one sentence about what it is for, `short` the word
    with which its file's name begins. `slow` papers are made only when a button is pressed. A paper
    that is printed step by step has a page of its own for that, named by `page`.

    `printed` makes the act by which the book remembers that these pages (from 0) left the program,
    on the printer or in a file; whoever prints it must be allowed to do the act `may`. Of what is
    `counted` each print says which one it is, so that it is printed once at a time.
    """

    code: str
    shelf: Shelf
    title: Says
    hint: Says
    short: Says
    read: Read
    draw: Draw
    asks: tuple[Question, ...] = ()
    picture: str = "papers"
    slow: bool = False
    page: str = ""
    printed: Printed | None = None
    may: Act | None = None
    counted: bool = False


def whole(draw: Callable[[Any, Words, Path], int]) -> Draw:
    """The way to draw of a short paper, which is made in one go: nothing to stop, no progress."""

    def made(value: Any, words: Words, out: Path, _: Progress, __: Cancelled) -> int:
        return draw(value, words, out)

    return made
