"""Kill -9: at random moments, and at each call to the disk, of everything that writes.

The work is done by a process of its own, which says what is saved as the program would show it,
and is killed from outside without a word. Where it is to die at one call to the disk it ends itself
there, with half of the data written or none.
"""

import multiprocessing
import os
import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import DefaultContext
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from ledger.book import opening
from ledger.book.shelf import Shelf
from tests.endure.after import look_after
from tests.endure.disk import Call, Hook
from tests.endure.files import watched
from tests.endure.report import Patience, Result, noticed_twice
from tests.endure.scenes import SCENES, Acts, Machine, Work

READS = {"read", "size"}
"""Calls that leave the disk as it is: dying there is dying at the call before."""


@dataclass(frozen=True)
class Death:
    """When a process dies: at a call to the disk (counted from 1), or `after` some seconds.

    The seconds are counted from when it has `told` so many things.
    """

    call: int = 0
    half: bool = False
    after: float = 0.0
    told: int = 0


@dataclass
class Ground:
    """The prepared machines, one for each scene, of which every case gets a copy of its own."""

    folder: Path
    before: dict[str, Acts] = field(default_factory=dict)
    cases: int = 0

    def machine(self, scene: str) -> Machine:
        """A fresh machine on which the scene can begin."""
        first = Machine(self.folder / f"first {scene}")
        if scene not in self.before:
            self.before[scene] = SCENES[scene].prepare(first)
        self.cases += 1
        case = Machine(self.folder / f"case {self.cases}")
        shutil.copytree(first.folder, case.folder)
        return case


@contextmanager
def ground(folder: str | None = None) -> Iterator[Ground]:
    """A folder for the cases of one run."""
    with TemporaryDirectory(dir=folder) as made:
        yield Ground(Path(made).resolve())


def counting(death: Death, last: Callable[[], None]) -> Hook:
    """Count the calls that change the disk, and do the last thing at one of them."""
    calls = 0

    def hook(call: Call) -> str | None:
        nonlocal calls
        if call.kind not in READS:
            calls += 1
            if calls == death.call:
                if death.half:
                    call.half()
                last()
        return None

    return hook


def calls_of(place: Ground, scene: str, seed: int) -> int:
    """How many calls of a scene change the disk."""
    calls: list[Call] = []
    machine = place.machine(scene)
    with watched(machine.folder, calls.append):
        SCENES[scene].work(machine, lambda _: None, Random(seed))
    shutil.rmtree(machine.folder)
    return sum(call.kind not in READS for call in calls)


def do_killed(
    place: Ground, scene: str, seed: int, death: Death, control: str = ""
) -> tuple[Machine, list[str]]:
    """Let a process do a scene and die; its machine, and what it had told."""
    machine = place.machine(scene)
    spoilt = SPOILT[control] if control else nullcontext
    return machine, until_dead(machine, SCENES[scene].work, seed, death, spoilt)


def until_dead(
    machine: Machine,
    work: Work,
    seed: int,
    death: Death,
    spoilt: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> list[str]:
    """Let a process of its own work on a machine and die; what it had told by then."""
    here, there = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=_work, args=((machine, work, seed), death, spoilt, there))
    process.start()
    there.close()
    told = [here.recv()]
    try:
        if death.after:
            told += [here.recv() for _ in range(death.told)]
            time.sleep(death.after)
            process.kill()
        while True:
            told.append(here.recv())
    except EOFError:
        process.join()
    return told[1:]


def hot(machine: Machine) -> bool:
    """Whether the book's own journal has something to be rolled back."""
    journal = machine.book.with_name(machine.book.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def run(runs: int, seed: int, folder: str | None = None) -> Result:
    """So many kills, half of them at random moments and half at calls to the disk."""
    result, chance, seen = Result("kill", seed), Random(seed), Counter[str]()
    with ground(folder) as place:
        calls = {scene: calls_of(place, scene, seed) for scene in SCENES}
        seconds_of(place, "record", seed)  # The first process of all has everything to load.
        lasting = {scene: seconds_of(place, scene, seed) for scene in SCENES}
        for number in Patience.during(range(runs)):
            scene = list(SCENES)[number % len(SCENES)]
            if number // len(SCENES) % 2:
                death = Death(after=max(0.0005, chance.random() * lasting[scene]))
            else:
                death = Death(chance.randint(1, calls[scene]), half=chance.random() < 0.5)
            wrong = one(place, scene, chance.randrange(1_000_000), death, seen=seen)
            seen["kills"] += 1
            result.misses += [f"{scene} {death}: {miss}" for miss in wrong]
        for control in SPOILT:
            result.controls[control] = noticed(place, control, seed, calls["record"])
    result.figures = dict(sorted(seen.items()))
    return result


def noticed(place: Ground, control: str, seed: int, calls: int) -> int:
    # The first calls are those of opening; seven is no divisor of the calls of an act.
    deaths = (Death(call, half=True) for call in range(30, calls, 7))
    return noticed_twice(
        one(place, "record", seed, death, seen=Counter(), control=control) for death in deaths
    )


def every_call(scene: str, seed: int, *, step: int = 1, folder: str | None = None) -> Result:
    """One kill at each call to the disk of a scene, with half a write and without it."""
    result, seen = Result(f"kill at every call of {scene}", seed), Counter[str]()
    with ground(folder) as place:
        for call in range(1, calls_of(place, scene, seed) + 1, step):
            for half in (False, True):
                wrong = one(place, scene, seed, Death(call, half=half), seen=seen)
                result.misses += [f"call {call} {half}: {miss}" for miss in wrong]
    result.figures = dict(sorted(seen.items()))
    return result


def one(
    place: Ground, scene: str, seed: int, death: Death, *, seen: Counter[str], control: str = ""
) -> list[str]:
    """One death, the start after it, and what was wrong then."""
    machine, told = do_killed(place, scene, seed, death, control)
    seen["told as saved"] += len(told)
    seen[f"kills of {scene}"] += 1
    seen[f"hot journals left by {scene}"] += hot(machine)
    left = look_after(machine, scene, place.before[scene], told)
    seen["told and lost"] += len(left.lost)
    seen["not sound"] += len(left.broken)
    shutil.rmtree(machine.folder)
    return left.wrong


def seconds_of(place: Ground, scene: str, seed: int) -> float:
    """How long a scene lasts when it is let alone."""
    began = time.monotonic()
    machine, _ = do_killed(place, scene, seed, Death())
    shutil.rmtree(machine.folder)
    return time.monotonic() - began


def _work(
    case: tuple[Machine, Work, int],
    death: Death,
    spoilt: Callable[[], AbstractContextManager[object]],
    there: Connection,
) -> None:
    """What the process does until it is killed."""
    machine, work, seed = case
    there.send("begin")
    hook = counting(death, lambda: os._exit(9))
    seen = watched(machine.folder, hook) if death.call else nullcontext()
    with spoilt(), seen:
        work(machine, there.send, Random(seed))


def _lock_without_journal(raw: sqlite3.Connection) -> bool:
    raw.execute("PRAGMA journal_mode = MEMORY")
    raw.execute("BEGIN EXCLUSIVE")
    raw.execute("ROLLBACK")
    return True


@contextmanager
def _a_journal_in_memory() -> Iterator[None]:
    """The control of what is sound: what was half written cannot be taken back."""
    with patch.object(opening, "_lock", _lock_without_journal):
        yield


@contextmanager
def _every_third_act() -> Iterator[None]:
    """The control of what is lost: acts are told as saved, and saved three at a time."""
    acts = 0

    def begin(shelf: Shelf) -> None:
        shelf.meet()
        if not shelf.raw.in_transaction:
            shelf.rows("BEGIN IMMEDIATE")

    def commit(shelf: Shelf) -> None:
        nonlocal acts
        acts += 1
        if acts % 3 == 0:
            shelf.rows("COMMIT")

    with patch.object(Shelf, "begin", begin), patch.object(Shelf, "commit", commit):
        yield


SPOILT = {
    "a journal that is only in memory": _a_journal_in_memory,
    "acts saved three at a time": _every_third_act,
}

# A process that begins as a copy of one that has loaded everything is there at once; where the
# system cannot do that, each one loads for itself.
_FORK = "forkserver" in multiprocessing.get_all_start_methods()
CONTEXT: DefaultContext = multiprocessing.get_context("forkserver" if _FORK else "spawn")  # type: ignore[assignment]
if _FORK:
    CONTEXT.set_forkserver_preload(["tests.endure.warm", "tests.endure.kill"])
