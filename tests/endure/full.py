"""A disk that is really full: files that may not grow any further, and a disk of a few pages.

A process of its own records days and makes copies until it is refused, goes on trying and reading,
is given room again, and goes on. Without leave to mount a small disk only the first is done: the
system then refuses with "file too large" what would be "no space left" on a full disk.
"""

import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from ledger.actions.record import record_day
from ledger.book.book import Book
from ledger.book.known_head import head_of
from ledger.book.snapshot import in_memory
from ledger.book.trouble import BookTrouble
from ledger.rules.lines import Deposit
from ledger.rules.refusals import Refusal
from tests.closings import AFTER, KEEPER
from tests.endure.after import look_after
from tests.endure.kill import Death, Ground, ground, until_dead
from tests.endure.report import Patience, Result, noticed_twice
from tests.endure.scenes import SAVERS, Machine, Tell
from tests.life.__main__ import memory
from ui.messages.trouble import TOLD

TRIES = 12
"""What is tried while there is little room; every third time a copy as well."""

CONTROL = "a program that takes no notice of a refusal"

Spoilt = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True)
class Limit:
    """So large may a file become (bytes), for the process that says so of itself."""

    size: int

    def begin(self, machine: Machine) -> None:
        # Windows has neither this signal nor the module, and must be able to read this file.
        signal.signal(getattr(signal, "SIGXFSZ"), signal.SIG_IGN)  # noqa: B009 -- see above
        self._allow(self.size)

    def end(self, machine: Machine) -> None:
        self._allow(import_module("resource").RLIM_INFINITY)

    def _allow(self, size: int) -> None:
        system = import_module("resource")
        system.setrlimit(system.RLIMIT_FSIZE, (size, system.RLIM_INFINITY))


@dataclass(frozen=True)
class Ballast:
    """So many bytes are left free on the disk of the machine; a large file has the rest."""

    size: int

    def begin(self, machine: Machine) -> None:
        free = shutil.disk_usage(machine.folder).free
        machine.folder.joinpath("ballast").write_bytes(bytes(max(0, free - self.size)))

    def end(self, machine: Machine) -> None:
        machine.folder.joinpath("ballast").unlink()


def run(runs: int, seed: int, *, mounting: bool = True) -> Result:
    """So many limits, and as many small disks where they may be mounted."""
    result, chance, seen = Result("full", seed), Random(seed), Counter[str]()
    if find_spec("resource") is None:
        result.not_here = "this system has no limit of how large a file may become"
        return result
    with ground(memory()) as place:
        _run(place, "limit", Limit, chance=chance, runs=runs, seen=seen, result=result)
        result.controls[f"{CONTROL} (limit)"] = _noticed(place, Limit)
    if mounting:
        _run_mounted(chance, runs, seen, result)
    result.figures |= dict(sorted(seen.items()))
    return result


def _run_mounted(chance: Random, runs: int, seen: Counter[str], result: Result) -> None:
    with ground(memory()) as outside:
        disk = outside.folder / "disk"
        disk.mkdir()
        no = _mount(disk)
        if no:
            result.figures["a small disk"] = f"no leave to mount: {no}"
            return
        try:
            place = Ground(disk.resolve())
            _run(place, "small disk", Ballast, chance=chance, runs=runs, seen=seen, result=result)
            result.controls[f"{CONTROL} (small disk)"] = _noticed(place, Ballast)
        finally:
            subprocess.run(["umount", str(disk)], check=True)


def _mount(disk: Path) -> str:
    """Put a disk in memory there; why not, where it may not be done."""
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as missing:
        return str(missing)
    return done.stderr.strip() if done.returncode else ""


Room = type[Limit] | type[Ballast]


def _run(
    place: Ground,
    name: str,
    room: Room,
    *,
    chance: Random,
    runs: int,
    seen: Counter[str],
    result: Result,
) -> None:
    for _ in Patience.during(range(runs)):
        case = room(_size(place, room, chance))
        wrong = one(place, name, case, chance.randrange(1_000_000), seen=seen)
        result.misses += [f"{case}: {miss}" for miss in wrong]


def _size(place: Ground, room: Room, chance: Random) -> int:
    """Small ones meet the journal and the mirror log, large ones the book and its copies."""
    machine = place.machine("record")
    size = machine.book.stat().st_size
    shutil.rmtree(machine.folder)
    if room is Ballast:
        return chance.choice([chance.randrange(0, 60_000), chance.randrange(0, size)])
    near = chance.randrange(size - 20_000, size + 30_000)
    return chance.choice([near, chance.randrange(0, 20_000), chance.randrange(0, size)])


def one(
    place: Ground,
    name: str,
    room: Limit | Ballast,
    seed: int,
    *,
    seen: Counter[str],
    spoilt: Spoilt = nullcontext,
) -> list[str]:
    """One machine with so much room, and the start after it; what was wrong."""
    machine = place.machine("record")
    lines = until_dead(machine, partial(work, room=room), seed, Death(), spoilt)
    told = [line for line in lines if line.split()[0] in {"day", "act", "copy"}]
    wrong = [line for line in lines if line.startswith("wrong ")]
    if lines[-1:] != ["end"]:
        wrong.append("the process did not come to its end")
    seen[f"{name}: machines"] += 1
    for line in lines:
        if line.startswith(("no ", "saved", "not kept twice")):
            seen[f"{name}: {line}"] += 1
    left = look_after(machine, "record", place.before["record"], told)
    seen[f"{name}: told and lost"] += len(left.lost)
    shutil.rmtree(machine.folder)
    return [*wrong, *left.wrong]


def _noticed(place: Ground, room: Room) -> int:
    """How often it is noticed that acts are told as saved and are not, until it was twice."""
    chance = Random(7)
    cases = (room(_size(place, room, chance)) for _ in range(10))
    return noticed_twice(
        one(place, "", case, 7, seen=Counter(), spoilt=_heedless) for case in cases
    )


def work(machine: Machine, tell: Tell, chance: Random, *, room: Limit | Ballast) -> None:
    """Try with little room, then with enough of it; what is refused then is wrong."""
    desk = _Desk(machine, tell, chance)
    with desk.open():
        room.begin(machine)
        try:
            for number in range(TRIES):
                desk.trying(desk.record, "day")
                desk.trying(desk.read, "reading")
                if number % 3 == 0:
                    desk.trying(desk.copy, "copy")
        finally:
            room.end(machine)
        for _ in range(3):
            desk.trying(desk.record, "day", must=True)
            desk.trying(desk.copy, "copy", must=True)
    tell("end")


@contextmanager
def _heedless() -> Iterator[None]:
    """The control: what was refused is told as saved."""
    real = record_day

    def record(*given: Any, **more: Any) -> None:
        with suppress(BookTrouble):
            real(*given, **more)

    with patch(f"{__name__}.record_day", record):
        yield


class _Desk:
    """Somebody at work: a book that was shut is opened again, as she would."""

    def __init__(self, machine: Machine, tell: Tell, chance: Random) -> None:
        self.machine, self.tell, self.chance = machine, tell, chance
        self.book: Book | None = None
        self.day = AFTER

    @contextmanager
    def open(self) -> Iterator[None]:
        self.book = self.machine.open()
        try:
            yield
        finally:
            if self.book is not None:
                self.book.close()

    def trying(self, act: Callable[[Book], None], what: str, *, must: bool = False) -> None:
        """Do one thing; a refusal needs a sentence, and is wrong where there is room."""
        try:
            if self.book is None or self.book.shelf.shut:
                what = f"{what}, opening"
                self.book = None
                self.book = self.machine.open()
            act(self.book)
        except (BookTrouble, Refusal) as no:
            self.tell(f"no {what}: {type(no).__name__}")
            if must or type(no) not in TOLD:
                self.tell(f"wrong {what}: {no!r}, room: {must}")
        except Exception as error:
            self.tell(f"wrong {what}: no sentence for {error!r}")

    def record(self, book: Book) -> None:
        # A day of its own for each attempt: one that was refused must not be there later.
        self.day = day = max(self.day, book.last_day()) + timedelta(days=1)
        savers = self.chance.sample(SAVERS, self.chance.randint(1, 5))
        lines = [Deposit(one.id, self.chance.randint(10, 90) * 1_000) for one in savers]
        record_day(book, KEEPER, day=day, lines=lines, today=day)
        self.tell(f"day {day:%Y%m%d}")
        self.tell("saved")
        if book.watch is not None and book.watch.trouble is not None:
            self.tell("not kept twice for the time being")
        with suppress(BookTrouble):
            head = head_of(book.shelf)
            self.tell(f"act {head.act} {head.seal}")

    def read(self, book: Book) -> None:
        if found := book.check():
            self.tell(f"wrong check while the disk is full: {found!r}")

    def copy(self, book: Book) -> None:
        file = self.machine.keeping.copy(in_memory(book.shelf.raw, book.path))
        self.tell(f"copy {file.relative_to(self.machine.folder)}")
