"""A whole meeting written by our act, against the same rows, known beforehand, by bare SQL."""

import shutil
import sqlite3
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path

from ledger.actions.record import DayRecord, record
from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.days import month_of
from ledger.rules.lines import Deposit, Line, WelfarePaid
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.posting import entries_of
from ledger.rules.transfers import Entry
from tests.benchmarks import floors
from tests.benchmarks.books import Size, fixed_clock
from tests.benchmarks.timing import Measured, side_by_side


class Pair:
    """Two fresh copies of one book: ours through the door, the other through a bare connection."""

    def __init__(self, file: Path, size: Size, folder: Path) -> None:
        self._file = file
        self._ours = folder / "meeting-ours.book"
        self._bare = folder / "meeting-bare.book"
        self._day = month_of(size.last_day).plus(1).first
        self._book: Book | None = None
        self._raw: sqlite3.Connection | None = None
        self._entries: tuple[Entry, ...] = ()
        self._rows = self._rows_of_one_meeting()

    def fresh(self) -> None:
        """Lay both copies anew, so that every run writes the same meeting."""
        self.close()
        for copy in (self._ours, self._bare):
            shutil.copyfile(self._file, copy)
        self._book = Book.open(self._ours, clock=fixed_clock)
        # As at the table: what the rules must know of the day was read when the sheet was opened.
        facts = self._book.day_facts(self._day, self._day)
        self._entries = entries_of(self._lines(self._book), facts)
        self._raw = floors.connect(self._bare)

    def close(self) -> None:
        """Let go of both."""
        if self._book is not None:
            self._book.close()
        if self._raw is not None:
            self._raw.close()

    def commit(self) -> None:
        """Entries that are checked already: numbers, seals, sums, the trail, on disk."""
        assert self._book is not None
        actor = _actor(self._book)
        with writing(self._book, actor, Act.RECORD_DAY, day=self._day.isoformat()) as pen:
            pen.post(self._entries)

    def act(self) -> None:
        """The act whole: every line against the rules, and then the commit."""
        assert self._book is not None
        self._act(self._book)

    def floor(self) -> None:
        """Only the rows, on disk."""
        assert self._raw is not None
        floors.meeting(self._raw, self._rows)

    def _act(self, book: Book) -> None:
        day = DayRecord(self._day, self._lines(book))
        record(book, _actor(book), record=day, today=self._day)

    @staticmethod
    def _lines(book: Book) -> tuple[Line, ...]:
        return tuple(
            line
            for member in book.members()
            for line in (Deposit(member.id, 10_000), WelfarePaid(member.id, 1_000))
        )

    def _rows_of_one_meeting(self) -> dict[str, floors.Rows]:
        shutil.copyfile(self._file, self._ours)
        with closing(Book.open(self._ours, clock=fixed_clock)) as book:
            (before,) = book.shelf.one("SELECT max(number) FROM entry")
            self._act(book)
            shelf = book.shelf
            rows = {
                "transfer": shelf.rows("SELECT * FROM transfer WHERE entry > ?", (before,)),
                "entry": shelf.rows("SELECT * FROM entry WHERE number > ?", (before,)),
                "event": shelf.rows("SELECT * FROM event ORDER BY seq DESC LIMIT 1"),
            }
        sums: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
        for _, _, _, debit, credit, kip, *_ in rows["transfer"]:
            sums[debit][0] += kip
            sums[credit][1] += kip
        month = self._day.year * 100 + self._day.month
        rows["month_total"] = [(account, month, *moved) for account, moved in sorted(sums.items())]
        return rows


def _actor(book: Book) -> Actor:
    officer = book.officers()[0]
    return Actor(officer.id, officer.name, officer.role)


def meeting(file: Path, size: Size, folder: Path) -> tuple[Measured, Measured]:
    """The commit alone, and the whole act, each in turn with the bare rows."""
    pair = Pair(file, size, folder)
    try:
        commit, act = (
            side_by_side(ours, pair.floor, runs=7, clock=time.perf_counter, prepare=pair.fresh)
            for ours in (pair.commit, pair.act)
        )
    finally:
        pair.close()
    return commit, act
