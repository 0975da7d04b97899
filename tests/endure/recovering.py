"""A second fault while the first is mended: each call of the opening that takes an act back.

The machine is taken as it lay there in the midst of a commit. Then it is opened, and each call to
the disk that this makes fails, once or from then on, or is the last one of the process. When the
cause is gone, nothing told is lost and everything is sound.
"""

import io
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from random import Random
from unittest.mock import patch

from ledger.book.book import Book
from ledger.book.trouble import BookTrouble
from ledger.rules.refusals import Refusal
from tests.endure.after import look_after
from tests.endure.disk import Call
from tests.endure.failing import ROOM
from tests.endure.files import watched
from tests.endure.kill import READS, Death, Ground, ground, hot, until_dead
from tests.endure.report import Patience, Result, noticed_twice
from tests.endure.scenes import SCENES, Machine, Tell
from tests.life.__main__ import memory

MOMENTS = 12
"""So many hot journals; half of them at a time when the book itself is half written."""


@dataclass(frozen=True)
class Moment:
    """A machine as it lay there at one call to the disk, and what was told by then.

    It is `torn` where the book itself is half written.
    """

    machine: Machine
    told: tuple[str, ...]
    torn: bool


@dataclass(frozen=True)
class Again:
    """The call of the recovery that fails (counted from 1), how, or that is the last one."""

    moment: int
    call: int
    word: str = ""
    lasting: bool = False
    half: bool = False


@dataclass
class _Seen:
    """What a look at the recording found: the calls at which a journal lay there."""

    whole: list[int] = field(default_factory=list)
    torn: list[int] = field(default_factory=list)
    writing: bool = False


def moments(place: Ground, seed: int, many: int) -> list[Moment]:
    """So many machines with a hot journal, chosen at random among the calls of recording."""
    seen, chance = _Seen(), Random(seed)

    def look(number: int, call: Call, machine: Machine, _: list[str]) -> None:
        # A write that comes after another one finds the book half written.
        before, seen.writing = seen.writing, call.kind == "write" and call.path == machine.book
        if hot(machine):
            (seen.torn if before and seen.writing else seen.whole).append(number)

    _recording(place, seed, look)
    torn = set(chance.sample(seen.torn, many // 2))
    chosen = torn | set(chance.sample(seen.whole, many - many // 2))
    found: list[Moment] = []

    def keep(number: int, call: Call, machine: Machine, told: list[str]) -> None:
        if number in chosen:
            kept = Machine(place.folder / f"moment {number}")
            found.append(Moment(kept, tuple(told), number in torn))
            # Not by the functions that are watched: it would count itself.
            shutil.copytree(machine.folder, kept.folder, copy_function=plain_copy)

    _recording(place, seed, keep)
    return found


def _recording(
    place: Ground, seed: int, look: Callable[[int, Call, Machine, list[str]], None]
) -> None:
    """Record days, and look at the machine at each call that changes the disk."""
    machine, told, calls = place.machine("record"), list[str](), 0

    def hook(call: Call) -> None:
        nonlocal calls
        if call.kind not in READS:
            calls += 1
            look(calls, call, machine, told)

    with watched(machine.folder, hook):
        SCENES["record"].work(machine, told.append, Random(seed))
    shutil.rmtree(machine.folder)


_OPEN = io.open


def plain_copy(one: str, two: str) -> None:
    """Copy a file by the function that nobody watches."""
    with _OPEN(one, "rb") as whence, _OPEN(two, "wb") as to:
        to.write(whence.read())


def run(runs: int, seed: int, *, many: int = MOMENTS) -> Result:
    """Every fault of a recovery at every moment, or so many of them chosen at random."""
    result, seen, chance = Result("recovering", seed), Counter[str](), Random(seed)
    with ground(memory()) as place:
        found = moments(place, seed, many)
        every = [case for number, m in enumerate(found) for case in _cases(place, number, m)]
        chosen = chance.sample(every, min(runs, len(every)))
        for case in Patience.during(chosen):
            wrong = one(place, found[case.moment], case, seed, seen=seen)
            result.misses += [f"{case}: {miss}" for miss in wrong]
        control = "a journal that is thrown away when it cannot be rolled back"
        result.controls[control] = _noticed(place, found, every, seed)
        result.figures = {"moments": len(found), "of": len(every), **dict(sorted(seen.items()))}
    return result


def reopen(machine: Machine, tell: Tell, chance: Random) -> None:
    """The start after the first fault: what was half written is taken back."""
    machine.open().close()


def _cases(place: Ground, number: int, moment: Moment) -> Iterator[Again]:
    """One for each call of a recovery and each way in which it can fail, or be the last."""
    calls: list[Call] = []
    machine = _fresh(place, moment)
    with watched(machine.folder, calls.append):
        reopen(machine, lambda _: None, Random(1))
    shutil.rmtree(machine.folder)
    changes = 0
    for at, call in enumerate(calls, start=1):
        for lasting in (False, True):
            yield Again(number, at, "EIO", lasting=lasting)
            if call.kind in ROOM:
                yield Again(number, at, "ENOSPC", lasting=lasting)
            if call.kind == "write" and len(call.data) > 1:
                yield Again(number, at, "ENOSPC", lasting=lasting, half=True)
        if call.kind not in READS:
            # A death is counted among the calls that change something.
            changes += 1
            yield Again(number, changes)
            yield Again(number, changes, half=True)


def _fresh(place: Ground, moment: Moment) -> Machine:
    place.cases += 1
    machine = Machine(place.folder / f"again {place.cases}")
    shutil.copytree(moment.machine.folder, machine.folder)
    return machine


def one(
    place: Ground,
    moment: Moment,
    case: Again,
    seed: int,
    *,
    seen: Counter[str],
    spoilt: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> list[str]:
    """One fault during the recovery, and the start after it; what was wrong."""
    machine, wrong = _fresh(place, moment), list[str]()
    if case.word:
        wrong += _refused(machine, case, seed, seen, spoilt)
    else:
        until_dead(machine, reopen, seed, Death(case.call, half=case.half), spoilt)
        seen["the process gone"] += 1
    seen["journals still hot"] += hot(machine)
    left = look_after(machine, "record", place.before["record"], moment.told)
    seen["told and lost"] += len(left.lost)
    shutil.rmtree(machine.folder)
    return [*wrong, *left.wrong]


def _refused(
    machine: Machine,
    case: Again,
    seed: int,
    seen: Counter[str],
    spoilt: Callable[[], AbstractContextManager[object]],
) -> list[str]:
    """Open it while one call fails, or all from there on; what has no sentence."""
    calls = 0

    def hook(call: Call) -> str | None:
        nonlocal calls
        calls += 1
        if calls < case.call or (calls > case.call and not case.lasting):
            return None
        if case.half and calls == case.call:
            call.half()
        return case.word

    how = f"{case.word}{', for ever' if case.lasting else ''}"
    try:
        with spoilt(), watched(machine.folder, hook):
            reopen(machine, lambda _: None, Random(seed))
        seen[f"{how}: gone on without it"] += 1
    except (BookTrouble, Refusal) as trouble:
        seen[f"{how}: {type(trouble).__name__}"] += 1
    except Exception as error:
        return [f"no sentence for {error!r}"]
    return []


def _noticed(place: Ground, found: list[Moment], every: list[Again], seed: int) -> int:
    torn = [case for case in every if case.word == "EIO" and found[case.moment].torn]
    return noticed_twice(
        one(place, found[case.moment], case, seed, seen=Counter(), spoilt=_thrown_away)
        for case in torn[::7]
    )


@contextmanager
def _thrown_away() -> Iterator[None]:
    """The control: whoever cannot roll a journal back takes it for rubbish."""
    real = Machine.open

    def opened(machine: Machine) -> Book:
        try:
            return real(machine)
        except BookTrouble:
            with closing(os.scandir(machine.folder)) as files:
                for file in files:
                    if file.name.endswith("-journal"):
                        os.truncate(file.path, 0)
            raise

    with patch.object(Machine, "open", opened):
        yield
