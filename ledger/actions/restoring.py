"""A copy takes the book's place: two officers agree, and what was there is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.actions.two_persons import check_two
from ledger.book.anchors import mark_of
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.checking import check_book
from ledger.book.files import Secret
from ledger.book.keeping import Keeping
from ledger.book.known_head import head_of
from ledger.book.putting_back import keep_aside, put_back
from ledger.book.records import Clock
from ledger.book.salvage import Salvage, find_salvage, sound_copy
from ledger.book.shelf import Shelf
from ledger.book.snapshot import read_copy
from ledger.book.trouble import BookTrouble
from ledger.book.writing import writing
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.refusals import Refusal


@dataclass
class CopyOfOtherBook(Refusal):
    """The copy is of another group's book than the one in whose place it would be put."""

    name: str


@dataclass(frozen=True, slots=True)
class Restored:
    """The book, open again; the acts of the copy, those added behind it, and the newest known.

    `known` is 0 where this machine knows of none.
    """

    book: Book
    copy: int
    from_file: int
    from_mirror: int
    known: int

    @property
    def missing(self) -> int:
        """How many acts that were known could not be found again."""
        return max(self.known - self.copy - self.from_file - self.from_mirror, 0)


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who agrees that a copy takes the book's place, and on which day."""

    actor: Actor
    second: Actor | None
    today: date


def restore_book(
    path: Path,
    agreed: Agreed,
    *,
    copy: Path,
    clock: Clock,
    keeping: Keeping,
    secret: Secret | None = None,
) -> Restored:
    """Put a copy in the place of the closed book at `path`, and open it.

    A copy of what was there is made first, where it can be read, and its file is kept in any case.
    `secret` opens a copy that is locked. Raises CopyWrong for a copy that is not sound,
    CopyOfOtherBook, and what `check_two` raises.
    """
    base = sound_copy(copy, secret)
    try:
        return _replace(path, base, agreed, clock=clock, keeping=keeping)
    finally:
        base.close()


def rescue_book(
    path: Path,
    agreed: Agreed,
    *,
    folders: Sequence[Path] = (),
    clock: Clock,
    keeping: Keeping,
    secret: Secret | None = None,
) -> Restored:
    """Mend a damaged book with what `find_salvage` finds; raises as that and `restore_book`."""
    salvage = find_salvage(path, folders=folders, keeping=keeping, secret=secret)
    try:
        return save_salvage(path, agreed, salvage=salvage, clock=clock, keeping=keeping)
    finally:
        salvage.base.close()


def save_salvage(
    path: Path, agreed: Agreed, *, salvage: Salvage, clock: Clock, keeping: Keeping
) -> Restored:
    """Put what was saved in the place of the closed book at `path`, and open it.

    The damaged file is kept. Raises what `restore_book` raises.
    """
    added = (salvage.from_file, salvage.from_mirror)
    return _replace(
        path,
        salvage.base,
        agreed,
        clock=clock,
        keeping=keeping,
        added=added,
        known=salvage.known,
    )


def note_restored(
    book: Book, actor: Actor, *, second: Actor | None, copy: int, known: int, today: date
) -> Change:
    """Write down that the book was restored from a copy of an act, and watch it from here on."""
    agreed = check_two(book, actor, second, Act.RESTORE, today=today)
    with writing(book, actor, Act.RESTORE, second=agreed, copy=copy, known=known) as pen:
        pass
    if book.watch is not None and book.setback is not None:
        book.watch.accept()
    return pen.change


def _replace(
    path: Path,
    base: Shelf,
    agreed: Agreed,
    *,
    clock: Clock,
    keeping: Keeping,
    added: tuple[int, int] = (0, 0),
    known: int = 0,
) -> Restored:
    who = (agreed.actor, agreed.second)
    check_two(Book(base, clock), *who, Act.RESTORE, today=agreed.today)
    mark, newest = mark_of(base), head_of(base).act
    _copy_of_now(path, mark, keeping)
    keep_aside(path, keeping.copies(mark))
    seen = keeping.heads.of(mark)
    put_back(base, path)
    book = Book.open(path, clock=clock, keeping=keeping)
    last = max(newest, known, seen.act if seen else 0)
    try:
        note_restored(book, *who[:1], second=who[1], copy=newest, known=last, today=agreed.today)
    except BaseException:
        # Nobody would ever close it, and it would be locked against us as well.
        book.close()
        raise
    return Restored(book, newest - sum(added), *added, known=last)


def _copy_of_now(path: Path, mark: str, keeping: Keeping) -> None:
    """A copy of what is there, where it is a sound book; refuse it where it is another one."""
    try:
        now = read_copy(path)
    except BookTrouble:
        return
    try:
        other, sound = mark_of(now) != mark, not check_book(now)
    except (BookTrouble, ValueError):
        # It opened, and could not be read through: it is kept aside as a file.
        now.close()
        return
    if other or not sound:
        now.close()
    if other:
        raise CopyOfOtherBook(name=path.name)
    if sound:
        keeping.copy(now)
