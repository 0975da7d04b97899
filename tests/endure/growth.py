"""A committee works for years in one process: no memory, no handles, and no act that takes longer.

The same life is lived again and again, each time by a new group that does everything at random
under one seed. So every round is the same work, and whatever becomes more from round to round is
kept for nothing. The time is told; what is held to are memory, handles and the database's steps.
"""

import _sqlite3
import ctypes
import gc
import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from ledger.book.book import Book
from ledger.book.keeping import Keeping
from tests.endure.report import Patience, Result
from tests.life.__main__ import memory
from tests.life.committee import found_group

WARM = 2
"""The first rounds load what is needed, and fill what is kept to be quicker."""
A_HUNDREDTH = 100
"""So much more memory may be held at the end than after the first rounds."""
_STEPS = 100


@dataclass(frozen=True)
class Held:
    """What the process holds after a round: pieces of memory, SQLite's bytes, open files."""

    pieces: int
    bytes: int
    handles: int


@dataclass(frozen=True)
class Round:
    """One life: how many acts were tried, the database's steps in hundreds, and the time."""

    acts: int
    steps: int
    seconds: float
    held: Held


def run(acts: int, seed: int) -> Result:
    """So many acts, in as many lives as that takes."""
    result = Result("growth", seed)
    rounds: list[Round] = []
    while len(rounds) < WARM + 2 or sum(r.acts for r in rounds) < acts:
        rounds.append(_live(seed))
        if [*Patience.during([0])] == [] and len(rounds) > WARM + 1:
            break
    result.misses = grown(rounds)
    for name, spoilt in CONTROLS.items():
        result.controls[name] = len(grown([_live(seed, spoilt()) for _ in range(WARM + 2)]))
    first, last = rounds[WARM], rounds[-1]
    result.figures = {
        "acts": sum(r.acts for r in rounds),
        "rounds": len(rounds),
        "pieces of memory": f"{first.held.pieces:,} after the first rounds, {last.held.pieces:,}",
        "bytes that SQLite holds": f"{first.held.bytes:,}, {last.held.bytes:,}",
        "open files": f"{first.held.handles}, {last.held.handles}",
        "hundreds of steps of the database in a round": f"{first.steps:,}, {last.steps:,}",
        "thousandths of a second of the processor for an act": (
            f"{_per_act(rounds[WARM : WARM + 3])}, {_per_act(rounds[-3:])}"
        ),
    }
    return result


def grown(rounds: list[Round]) -> list[str]:
    """What has become more between the first rounds and the last."""
    first, last = rounds[WARM], rounds[-1]
    found = []
    if last.held.pieces > first.held.pieces + first.held.pieces // A_HUNDREDTH:
        found.append(f"memory: {first.held.pieces:,} to {last.held.pieces:,} pieces")
    if last.held.bytes > first.held.bytes + first.held.bytes // A_HUNDREDTH:
        found.append(f"memory of SQLite: {first.held.bytes:,} to {last.held.bytes:,} bytes")
    if last.held.handles > first.held.handles:
        found.append(f"open files: {first.held.handles} to {last.held.handles}")
    if last.steps > first.steps + first.steps // A_HUNDREDTH:
        found.append(f"steps of the database: {first.steps:,} to {last.steps:,}")
    return found


def _live(seed: int, spoilt: AbstractContextManager[object] | None = None) -> Round:
    """Three months of a group of twelve, with everything in them."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    began = time.process_time()
    with TemporaryDirectory(dir=memory()) as folder, spoilt or nullcontext():
        committee = found_group(Path(folder), members=12, seed=seed)
        committee.book.keep_in(Keeping(Path(folder) / "own"))
        committee.book.shelf.raw.set_progress_handler(step, _STEPS)
        for _ in range(3):
            committee.month(20)
        assert committee.book.check() == ()
        acts = sum(committee.done.values()) + sum(committee.refused.values())
        committee.book.close()
        del committee
    return Round(acts, steps, time.process_time() - began, _held())


def _held() -> Held:
    gc.collect()
    used = ctypes.CDLL(_sqlite3.__file__).sqlite3_memory_used
    used.restype = ctypes.c_int64
    return Held(sys.getallocatedblocks(), int(used()), sum(map(_is_open, range(1_024))))


def _is_open(number: int) -> bool:
    with suppress(OSError):
        os.fstat(number)
        return True
    return False


def _per_act(rounds: list[Round]) -> str:
    acts = sum(r.acts for r in rounds)
    return f"{1_000 * sum(r.seconds for r in rounds) / acts:.1f}"


@contextmanager
def _never_closed() -> Iterator[None]:
    """The control: a book that is done with is not let go of."""

    def close(book: Book) -> None:
        _KEPT.append(book)

    with patch.object(Book, "close", close):
        yield


@contextmanager
def _never_forgotten() -> Iterator[None]:
    """The control: what was read is kept for ever."""
    real = Book.close

    def close(book: Book) -> None:
        _KEPT.append([book.entries(date.min, date.max) for _ in range(40)])
        real(book)

    with patch.object(Book, "close", close):
        yield


_KEPT: list[object] = []
CONTROLS = {
    "books that are never closed": _never_closed,
    "what was read is never forgotten": _never_forgotten,
}
