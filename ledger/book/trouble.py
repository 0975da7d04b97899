"""The machine failed, not the group and not the program: disk, lock or file, said with its path.

This is the second of the three families of "no". A `Refusal` is the rules at work; a `BookTrouble`
is told with what to do about it; anything else is our own mistake, rolls back and is logged.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass
class BookTrouble(Exception):  # noqa: N818 -- trouble is what the person has; the word is hers
    """Something about the file at `path` went wrong; nothing of the last act was kept."""

    path: str

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({facts})"


@dataclass
class BookMissing(BookTrouble):
    """There is no file there; none was made in its place."""


@dataclass
class BookExists(BookTrouble):
    """A new book was asked for, but a file is there already; it was not touched."""


@dataclass
class BookLocked(BookTrouble):
    """Another window or program has the book open: `who` on which machine, where that is known."""

    who: str = ""
    since: datetime | None = None


@dataclass
class BookReadOnly(BookTrouble):
    """The file, or the folder it lies in, may be read but not written."""


@dataclass
class DiskFull(BookTrouble):
    """There is no room left on the disk; the act was not kept, the book is as before."""


@dataclass
class StickFull(BookTrouble):
    """There is no room left on a stick of the group, whose name is `path`; it got no copy."""


@dataclass
class DiskFailed(BookTrouble):
    """The disk did not answer (a stick pulled out, a dying disk). The book has been shut.

    It must be opened again and checked before anything else is written.
    """

    detail: str = ""


@dataclass
class BookDamaged(BookTrouble):
    """What is read from the file cannot be: damaged, or changed by another program."""

    detail: str = ""


@dataclass
class BookTooNew(BookTrouble):
    """The book was made by a newer program: its shape `found` is above our `known`. Untouched."""

    found: int
    known: int


@dataclass
class NotABook(BookTrouble):
    """The file is something else: not a book of this program."""


@dataclass
class BookShut(BookTrouble):
    """The book has been closed, by the user or after a failure of the disk."""


@dataclass
class BookGone(BookTrouble):
    """The file was taken away or replaced while the book lay open; the book has been shut."""


@dataclass
class OutOfMemory(BookTrouble):
    """The machine has no memory left; the act was not kept, the book is as before."""


@dataclass
class CopyFailed(BookTrouble):
    """A copy could not be made at `path`: the stick was pulled out, or the folder is closed.

    The book and all older copies are as before.
    """

    detail: str = ""


@dataclass
class CopyLocked(BookTrouble):
    """The copy is locked with a password, and nobody has typed it."""


@dataclass
class PasswordWrong(BookTrouble):
    """Neither password nor code of the recovery sheet opens the copy; nothing was read of it."""


@dataclass
class CopyWrong(BookTrouble):
    """A copy was written to `path`, but what was read back is not the book; it was thrown away."""

    detail: str = ""
