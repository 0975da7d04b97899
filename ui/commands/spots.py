"""Where the commands find copies: a named stick, or any folder; and what opens a locked one."""

import sys
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path

from ledger.book.book import Book
from ledger.book.files import is_locked
from ledger.book.keeping import Keeping
from ledger.book.stick_locks import StickLock
from ledger.statements.copies import KeptPlace
from translations import Words
from ui.commands.refusals import FileUnusable
from ui.settings import data_folder
from ui.sticks import stick_at


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its folder, and the lock of its copies where it has one."""

    place: KeptPlace
    folder: Path
    lock: StickLock | None = None


def spot_at(book: Book, root: Path) -> Spot:
    """A stick of the group by its mark, or any other folder in which copies lie."""
    stick = stick_at(root)
    if stick is None:
        return Spot(KeptPlace(str(root), str(root)), root)
    keeping = Keeping(data_folder())
    known = keeping.places(book.mark).of(stick.key) or KeptPlace(stick.key, stick.name)
    return Spot(known, stick.copies, keeping.locks(book.mark).of(stick.key))


def secret_of(copy: Path, words: Words) -> str | None:
    """The password of a copy that is locked, asked for; nothing where the copy is open."""
    return asked(words.say("Password of the copy")) if is_locked(copy) else None


def read_secret(file: Path) -> str:
    """The first line of a file that holds a password. Raises FileUnusable."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        raise FileUnusable(name=file.name, why="missing") from None
    except UnicodeDecodeError:
        raise FileUnusable(name=file.name, why="not_utf8") from None
    except OSError:
        raise FileUnusable(name=file.name, why="unreadable") from None
    return lines[0].strip() if lines else ""


def asked(what: str) -> str:
    """A secret, typed where it does not show; without a keyboard the next line that comes in.

    It is never read from the command itself, where others would see it.
    """
    if sys.stdin.isatty():
        return getpass(f"{what}: ")
    return sys.stdin.readline().strip()
