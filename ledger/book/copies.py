"""Copies of the book: made, listed, looked into, and held against the book of today."""

from dataclasses import dataclass
from pathlib import Path

from ledger.book.anchors import paper_code_now
from ledger.book.book import Book
from ledger.book.checking import check_book
from ledger.book.copying import Progress, write_copy
from ledger.book.files import Secret
from ledger.book.known_head import head_of, setback
from ledger.book.plain import day_of, day_or_none
from ledger.book.reading_trail import read_acts
from ledger.book.records import Clock
from ledger.book.shelf import Shelf
from ledger.book.snapshot import read_copy
from ledger.book.stick_locks import StickLock
from ledger.rules.people import Officer
from ledger.statements.copies import AgainstToday, CopyLook, LostEntry
from ledger.statements.findings import Finding

_MEETING = (
    "SELECT max(s.day) FROM sheet AS s JOIN sheet_signed AS g ON g.sheet = s.id"
    " WHERE s.kind = 'meeting' AND s.id NOT IN (SELECT sheet FROM sheet_reopened)"
    " AND s.id NOT IN (SELECT sheet FROM sheet_away)"
)
_LOST = (
    "SELECT e.number, e.day, sum(t.kip), min(t.member), max(t.member), e.note"
    " FROM entry AS e JOIN transfer AS t ON t.entry = e.number WHERE e.event > ?"
    " GROUP BY e.number ORDER BY e.number"
)

_WROTE = "SELECT DISTINCT event FROM entry WHERE event > ?"


@dataclass(frozen=True, slots=True)
class CopyMade:
    """A copy that was made and read again: its file, and what was found in it."""

    file: Path
    look: CopyLook


def make_copy(
    snapshot: Shelf,
    folder: Path,
    *,
    clock: Clock,
    progress: Progress | None = None,
    lock: StickLock | None = None,
) -> CopyMade:
    """Make a copy in a folder from a snapshot of the book. Raises what `write_copy` raises."""
    file, written = write_copy(snapshot, folder, progress=progress, lock=lock)
    try:
        # It was worked out anew a moment ago.
        return CopyMade(file, _look(written, clock, wrong=()))
    finally:
        written.close()


def look_into(file: Path, *, clock: Clock, secret: Secret | None = None) -> CopyLook:
    """Open a copy, only to be read, and work everything in it out anew. Raises BookTrouble."""
    copy = read_copy(file, secret)
    try:
        return _look(copy, clock, wrong=check_book(copy))
    finally:
        copy.close()


def meetings_since(book: Book, act: int) -> int:
    """How many meetings were signed after an act."""
    ask = (
        "SELECT count(*) FROM sheet_signed AS g JOIN sheet AS s ON s.id = g.sheet"
        " WHERE s.kind = 'meeting' AND g.event > ?"
    )
    (count,) = book.shelf.one(ask, (act,))
    return int(count)


def officers_of(file: Path, *, clock: Clock, secret: Secret | None = None) -> tuple[Officer, ...]:
    """The committee as it stands in a copy. Raises BookTrouble."""
    copy = read_copy(file, secret)
    try:
        return Book(copy, clock).officers()
    finally:
        copy.close()


def against_today(file: Path, book: Book, secret: Secret | None = None) -> AgainstToday:
    """What the book of today has that a copy lacks, line by line. Raises BookTrouble."""
    copy = read_copy(file, secret)
    try:
        head, mark = head_of(copy), Book(copy, book.clock).mark
    finally:
        copy.close()
    same_book = mark == book.mark
    same_history = same_book and setback(book.shelf, head) is None
    members = book.members_now()
    entries = [
        LostEntry(
            number=number,
            day=day_of(day),
            kip=kip,
            member=members[first].told if first is not None and first == last else "",
            note=note,
        )
        for number, day, kip, first, last, note in book.shelf.rows(_LOST, (head.act,))
    ]
    now = head_of(book.shelf).act
    if not same_history:
        return AgainstToday(same_book, same_history, acts=max(now - head.act, 0), entries=())
    wrote = {event for (event,) in book.shelf.rows(_WROTE, (head.act,))}
    acts = read_acts(book.shelf, after=head.act, until=now)
    return AgainstToday(
        same_book,
        same_history,
        acts=max(now - head.act, 0),
        entries=tuple(entries),
        others=tuple(act for act in acts if act.number not in wrote),
        today=book.figures(book.last_day()),
    )


def _look(copy: Shelf, clock: Clock, *, wrong: tuple[Finding, ...]) -> CopyLook:
    (newest,) = copy.one("SELECT max(day) FROM entry")
    (meeting,) = copy.one(_MEETING)
    book = Book(copy, clock)
    return CopyLook(
        mark=book.mark,
        # Names and sums of a copy that was changed would say what somebody wants them to say.
        group="" if wrong else book.group.name,
        paper=paper_code_now(copy),
        day=day_or_none(newest),
        meeting=day_or_none(meeting),
        figures=None if wrong else book.figures(book.last_day()),
        wrong=wrong,
    )
