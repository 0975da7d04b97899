"""A clock that is years wrong, a machine of another country: the same acts, papers and figures.

Each case is a process of its own, in which all that reads the machine's clock is lied to and the
machine speaks as in that country: its words, its numbers, its calendar. A village lives its year
there, closes it, is printed and copied; every act with its seal, every file byte by byte and what
is read of typed amounts and days must be as on a machine that is right.

The trail says at what time something was written: that hour is handed in, and stands still. Where
it is the machine's own, everything else must be the same: the entries with their seals, the order,
the figures, the papers but for the code of the trail in their feet.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch
from zipfile import ZipFile

from PySide6.QtCore import QLocale
from reportlab.pdfgen.canvas import Canvas

from ledger.book.book import Book
from reports.stamp import NO_STAMP
from reports.workbook import write_workbook
from tests import closings
from tests.closings import AFTER, NOON, YEAR
from tests.endure import scenes
from tests.endure.abroad import COUNTRIES, Clock, abroad, make_countries
from tests.endure.flips import everything
from tests.endure.kill import CONTEXT
from tests.endure.report import Patience, Result
from tests.endure.scenes import SAVERS, Machine
from tests.life.__main__ import memory
from translations import open_words
from translations.reading import Unreadable, read_day, read_kip
from translations.words import Words
from ui import app
from ui.models.exporting import whole_book
from ui.papers.shop import ready, work_of
from ui.papers.wish import Wish

KNOWN, READING = "the country's own words", "modules that read a clock"
YEARS = timedelta(days=365)
CLOCKS: Mapping[str, tuple[timedelta, ...]] = {
    "right": (timedelta(),),
    "three years back": (-3 * YEARS,),
    "ten years ahead": (10 * YEARS,),
    "changed again and again": (timedelta(), -3 * YEARS, timedelta(days=-1), 10 * YEARS),
}
"""By how much each clock is wrong; one that changes does so before each piece of work."""

TYPED = ("1.500", "1,500", "1 500", "1500", "໑໕໐໐", "๑๕๐๐", "١٥٠٠", "1.5", "1,5", "1_500", "I", "ı")
DAYS = ("29/02/2567", "5/4/2026", "05.04.2026", "2026-04-05", "໕/໔/໒໐໒໖", "31/2/2026", "4/5/69")
OWN = "the machine's own hour"

Told = dict[str, str]
Spoilt = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True)
class Case:
    """One machine: its clock, its country, and whether the trail has the machine's own hour."""

    clock: str = "right"
    country: str = "C"
    own: bool = False

    @property
    def name(self) -> str:
        return f"clock {self.clock}, {self.country}{f', {OWN}' if self.own else ''}"


def told_by(case: Case, folder: Path, spoilt: Spoilt = nullcontext) -> Told:
    """What a machine of its own says of everything it wrote; each thing by its name."""
    here, there = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=_live, args=(case, folder, spoilt, there))
    process.start()
    there.close()
    try:
        told: Told = here.recv()
    except EOFError:
        told = {"the process": "did not come to its end"}
    process.join()
    return told


def _live(case: Case, folder: Path, spoilt: Spoilt, there: Connection) -> None:
    there.send(told_here(case, folder, spoilt))


def told_here(case: Case, folder: Path, spoilt: Spoilt = nullcontext) -> Told:
    """The same in this process, which is afterwards as it was."""
    clock = Clock(CLOCKS[case.clock])
    with (
        TemporaryDirectory(dir=memory()) as made,
        abroad(case.country, folder) as known,
        clock.lying() as reading,
        spoilt(),
    ):
        told = _village(Machine(Path(made).resolve()), clock, case)
    return told | {f"={KNOWN}": str(known), f"={READING}": str(reading)}


def _village(machine: Machine, clock: Clock, case: Case) -> Told:
    """A year, the next days, two meetings, the closing, the copies, the papers and the lists."""
    hour = app.now if case.own else _noon
    keeping = None if case.own else machine.keeping
    opened = lambda _: Book.open(machine.book, clock=hour, keeping=keeping)  # noqa: E731
    with patch.object(Machine, "open", opened), patch.object(closings, "_noon", hour):
        scenes.fresh(machine)
        for work in (scenes.record, scenes.sign, scenes.close, scenes.backup):
            clock.turn()
            work(machine, lambda _: None, Random(1))
        clock.turn()
        with closing(machine.open()) as book:
            told = {**_rows(book, case), **_papers(machine, book, case), **_read()}
            told["figures"] = repr(book.figures(book.last_day()))
            told["check"] = repr(book.check())
    if not case.own:
        kept = [file for file in machine.folder.rglob("*") if file.is_file()]
        place = str(machine.folder).encode()
        for file in kept:
            # What is known of a book says where it lies.
            content = file.read_bytes().replace(place, b"")
            told[f"file {file.relative_to(machine.folder)}"] = seal(content)
    return told


def _noon() -> datetime:
    return NOON


def seal(content: bytes) -> str:
    return sha256(content).hexdigest()


def _rows(book: Book, case: Case) -> Told:
    """Every row; of the trail not the hour and the seals over it, where that is the machine's."""
    told = {}
    for table, rows in everything(book.shelf):
        # The number, and from the officer to the facts.
        kept = [(row[0], *row[2:9]) for row in rows] if table == "event" and case.own else rows
        told[f"table {table}"] = seal(repr(kept).encode())
    return told


def _papers(machine: Machine, book: Book, case: Case) -> Told:
    told = {}
    member, sheet = SAVERS[0].id, book.sheets()[-1].id
    wishes = [
        Wish("receipts-day", day=AFTER + timedelta(days=1)),
        Wish("annual", year=YEAR),
        Wish("passbook", member=member),
        Wish("minutes", sheet=sheet),
    ]
    for language in ("lo", "th"):
        words = open_words(language)
        for wish in wishes:
            made = ready(book, wish, AFTER)
            if case.own:
                made = replace(made, stamp=NO_STAMP)
            out = machine.folder / f"{wish.code} {language}.pdf"
            work_of(made, words, out)(lambda _, __: None, lambda: False)
            told[f"paper {out.stem}"] = seal(out.read_bytes())
            out.unlink()
    if not case.own:
        told["lists"] = _lists(machine, book)
    return told


def _lists(machine: Machine, book: Book) -> str:
    """The sheets of the spreadsheet; its file says when it was made, and may."""
    write_workbook(whole_book(book, AFTER, open_words("lo")), open_words("lo"), machine.lists)
    with ZipFile(machine.lists) as parts:
        names = sorted(name for name in parts.namelist() if name != "docProps/core.xml")
        content = b"".join(parts.read(name) for name in names)
    machine.lists.unlink()
    return seal(content)


def _read() -> Told:
    """What is read of typed amounts and days."""
    told = {}
    for read, texts in ((read_kip, TYPED), (read_day, DAYS)):
        for text in texts:
            try:
                told[f"typed {text}"] = repr(read(text))
            except Unreadable as no:
                told[f"typed {text}"] = repr(no)
    return told


def run(runs: int, seed: int) -> Result:
    """Every clock in every country, or so many of them chosen at random."""
    result, seen = Result("clocks", seed), Counter[str]()
    every = [Case(clock, country) for clock in CLOCKS for country in COUNTRIES]
    every += [Case(clock, own=True) for clock in CLOCKS]
    every = [case for case in every if case not in RIGHT]
    with TemporaryDirectory() as made:
        folder = Path(made).resolve()
        make_countries(folder)
        right = {case.own: told_by(case, folder) for case in RIGHT}
        for case in Patience.during(Random(seed).sample(every, min(runs, len(every)))):
            told = told_by(case, folder)
            seen["machines"] += 1
            seen[f"machines whose system has {KNOWN}"] += told[f"={KNOWN}"] == "True"
            seen["things compared"] += len(told)
            result.misses += [f"{case.name}: {name}" for name in unlike(told, right[case.own])]
        for name, (spoilt, case) in SPOILT.items():
            result.controls[name] = noticed(folder, spoilt, case)
    result.figures = {"of": len(every), **dict(sorted(seen.items()))}
    result.figures[READING] = right[False][f"={READING}"]
    return result


def unlike(told: Told, right: Told) -> list[str]:
    """What two machines do not say alike, of all that either of them says."""
    names = sorted(told.keys() | right.keys())
    return [n for n in names if n[0] != "=" and told.get(n) != right.get(n)]


def noticed(folder: Path, spoilt: Spoilt, case: Case) -> int:
    """How much a spoilt program does otherwise there than on a machine that is right."""
    return len(unlike(told_by(case, folder, spoilt), told_by(RIGHT[0], folder, spoilt)))


@contextmanager
def _hour_of_the_machine() -> Iterator[None]:
    with patch(f"{__name__}._noon", app.now):
        yield


@contextmanager
def _day_of_the_machine() -> Iterator[None]:
    right = Words.long_day
    with patch.object(Words, "long_day", lambda words, _: right(words, app.now().date())):
        yield


@contextmanager
def _made_on() -> Iterator[None]:
    """Files that say when they were made, as most do."""
    made: dict[str, Any] = {"invariant": 0}
    with patch("reports.document.Canvas", lambda *given, **how: Canvas(*given, **how | made)):
        yield


@contextmanager
def _as_the_country_writes() -> Iterator[None]:
    with patch.object(Words, "kip", lambda _, amount: QLocale().toString(amount)):
        yield


@contextmanager
def _as_the_country_reads() -> Iterator[None]:
    def read(text: str) -> int:
        amount, good = QLocale().toLongLong(text)
        return amount if good else 0

    with patch(f"{__name__}.read_kip", read):
        yield


RIGHT = (Case(), Case(own=True))
SPOILT: Mapping[str, tuple[Spoilt, Case]] = {
    "seals over the machine's hour": (_hour_of_the_machine, Case("three years back")),
    "papers that bear the machine's day": (_day_of_the_machine, Case("ten years ahead")),
    "files that say when they were made": (_made_on, Case("three years back")),
    "amounts as the country writes them": (_as_the_country_writes, Case(country="de_DE")),
    "amounts as the country reads them": (_as_the_country_reads, Case(country="tr_TR")),
}
"""Programs that read the clock or ask the country, and the machine on which that must be seen."""
