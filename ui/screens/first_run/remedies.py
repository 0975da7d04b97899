"""What helps with a book that could not be opened: save what can be saved, or try again."""

from pathlib import Path

from ledger.book.files import is_locked
from ledger.book.trouble import (
    BookDamaged,
    BookLocked,
    BookMissing,
    BookReadOnly,
    BookTrouble,
    DiskFailed,
    DiskFull,
    NotABook,
)
from ui.desk import Desk
from ui.whereabouts import BookElsewhere

_MAY_PASS = (BookMissing, BookLocked, BookReadOnly, DiskFull, DiskFailed)
_MAY_BE_SAVED = (BookDamaged, DiskFailed)
_IF_KNOWN = (NotABook, BookMissing)
"""A file that is no book, or none at all, may be one whose beginning was destroyed, or that was
deleted: where this machine had a book open at that place.
"""


def remedies(desk: Desk) -> tuple[str, ...]:
    """The choices of the first page that help with what the desk could not open last."""
    trouble = desk.last_trouble
    if isinstance(trouble, BookTrouble) and is_locked(Path(trouble.path)):
        return ("unlock",)
    if isinstance(trouble, BookElsewhere):
        return ("take",)
    if not isinstance(trouble, BookTrouble):
        return ()
    known = isinstance(trouble, _IF_KNOWN) and desk.keeping.heads.mark_at(Path(trouble.path))
    found = ["rescue"] if known or isinstance(trouble, _MAY_BE_SAVED) else []
    return (*found, "again") if isinstance(trouble, _MAY_PASS) else tuple(found)


def place(desk: Desk) -> Path | None:
    """The file that the trouble is about."""
    trouble = desk.last_trouble
    return Path(trouble.path) if isinstance(trouble, BookTrouble) else None
