"""Disk full, I/O error: every call to the disk fails, once or from then on, in every kind of work.

What must come of it: a trouble that the window has a sentence for, or nothing at all where the call
did not matter; nothing told is lost; and when the cause is gone the work goes on.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from ledger.book.shelf import Shelf
from ledger.book.trouble import BookTrouble
from ledger.rules.refusals import Refusal
from reports.troubles import PrinterTrouble
from tests.endure.after import look_after
from tests.endure.disk import Call
from tests.endure.files import watched
from tests.endure.kill import Ground
from tests.endure.report import Patience, Result, noticed_twice
from tests.endure.scenes import SCENES, Machine
from tests.life.__main__ import memory

ROOM = {"open", "write", "truncate", "sync", "folder", "rename"}
"""Calls that a full disk may refuse; any call may meet a disk that does not answer."""


@dataclass(frozen=True)
class Failure:
    """The call that fails (counted from 1), how, and whether half of its data was written.

    Where it is `lasting` every call after it fails as well, until the program is started again.
    """

    scene: str
    call: int
    word: str
    half: bool = False
    lasting: bool = False


def run(runs: int, seed: int) -> Result:
    """Every failure that there can be, or so many of them chosen at random."""
    result, seen, chance = Result("failing", seed), Counter[str](), Random(seed)
    with TemporaryDirectory(dir=memory()) as made:
        place = Ground(Path(made).resolve())
        every = [failure for scene in SCENES for failure in _failures(place, scene, seed)]
        chosen = chance.sample(every, min(runs, len(every)))
        for failure in Patience.during(chosen):
            wrong = one(place, failure, seed, seen)
            seen["failures"] += 1
            result.misses += [f"{failure}: {miss}" for miss in wrong]
        result.controls["failures that the program does not hear of"] = _noticed(place, seed)
    result.figures = {"of": len(every), **dict(sorted(seen.items()))}
    return result


def one(
    place: Ground,
    failure: Failure,
    seed: int,
    seen: Counter[str],
    spoilt: AbstractContextManager[object] | None = None,
) -> list[str]:
    """One failure, what the program made of it, and the start after it; what was wrong."""
    machine, told, calls = place.machine(failure.scene), list[str](), 0

    def hook(call: Call) -> str | None:
        nonlocal calls
        calls += 1
        if calls < failure.call or (calls > failure.call and not failure.lasting):
            return None
        if failure.half and calls == failure.call:
            call.half()
        return failure.word

    wrong, how = [], f"{failure.word}{', for ever' if failure.lasting else ''}"
    try:
        with spoilt or nullcontext(), _scratch_in(machine), watched(machine.folder, hook):
            SCENES[failure.scene].work(machine, told.append, Random(seed))
        seen[f"{how}: gone on without it"] += 1
    except (BookTrouble, Refusal, PrinterTrouble) as trouble:
        seen[f"{how}: {type(trouble).__name__}"] += 1
    except Exception as error:
        wrong.append(f"no sentence for {error!r}")
    left = look_after(machine, failure.scene, place.before[failure.scene], told)
    shutil.rmtree(machine.folder)
    return [*wrong, *left.wrong]


def _failures(place: Ground, scene: str, seed: int) -> Iterator[Failure]:
    """One for each call of a scene and each way in which it can fail."""
    calls: list[Call] = []
    machine = place.machine(scene)
    with _scratch_in(machine), watched(machine.folder, calls.append):
        SCENES[scene].work(machine, lambda _: None, Random(seed))
    shutil.rmtree(machine.folder)
    for number, call in enumerate(calls, start=1):
        for lasting in (False, True):
            yield Failure(scene, number, "EIO", lasting=lasting)
            if call.kind in ROOM:
                yield Failure(scene, number, "ENOSPC", lasting=lasting)
            if call.kind == "write" and len(call.data) > 1:
                yield Failure(scene, number, "ENOSPC", half=True, lasting=lasting)


def _noticed(place: Ground, seed: int) -> int:
    """How often it is noticed that acts are told as saved although the disk has refused them."""
    full = [f for f in _failures(place, "record", seed) if f.word == "ENOSPC"][::5]
    return noticed_twice(one(place, failure, seed, Counter(), _deaf()) for failure in full)


@contextmanager
def _deaf() -> Iterator[None]:
    """The control: a program that takes no notice of what a transaction's end says."""
    real = Shelf.commit

    def commit(shelf: Shelf) -> None:
        with suppress(BookTrouble):
            real(shelf)

    with patch.object(Shelf, "commit", commit):
        yield


@contextmanager
def _scratch_in(machine: Machine) -> Iterator[None]:
    """What the program writes for a moment lies where it is watched as well."""
    scratch = machine.folder / "scratch"
    scratch.mkdir()
    with patch("tempfile.tempdir", str(scratch)):
        yield
