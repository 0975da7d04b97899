"""Two starts at one moment: one has the book, the other is told so; killed, it keeps nobody out.

Both are processes of their own that wait at one gate. The one that wins is killed without a word,
and the next start must have the book at once and be able to write into it.
"""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import TypeAlias

from ledger.book.book import Book
from ledger.book.trouble import BookLocked, BookTrouble
from tests.endure.after import look_after
from tests.endure.kill import CONTEXT, ground
from tests.endure.power import as_sqlite_comes
from tests.endure.report import Patience, Result
from tests.endure.scenes import Machine
from ui.one_window import OneWindow

AT_ONCE = 2.0
"""Seconds in which the next start must have the book after its holder was killed."""
Take: TypeAlias = Callable[[Machine], "Book | OneWindow"]
Spoilt: TypeAlias = Callable[[], AbstractContextManager[object]]
WON, LOST = "won", "was told"


def run(runs: int, seed: int, folder: str | None = None) -> Result:
    """So many races for the book, and as many for the window."""
    result, seen, slowest = Result("races", seed), Counter[str](), 0.0
    with ground(folder) as place:
        machine = place.machine("record")
        for number in Patience.during(range(runs)):
            for what, take in TAKES.items():
                told, after = _race(machine, take)
                slowest = max(slowest, after)
                seen[f"races for {what}: one {', the other '.join(told)}"] += 1
                if told != [LOST, WON]:
                    result.misses.append(f"race {number} for {what}: {told}")
        left = look_after(machine, "record", place.before["record"], [])
        result.misses += left.wrong
        result.misses += [f"{slowest:.2f} seconds after a kill"] if slowest > AT_ONCE else []
        result.controls["a book that is not held exclusively"] = sum(
            _race(machine, _take_book, as_sqlite_comes)[0] == [WON, WON]
            for _ in range(min(runs, 3))
        )
    result.figures = {
        **dict(sorted(seen.items())),
        "thousandths of a second until it can be opened after a kill": round(1_000 * slowest),
    }
    return result


def _race(machine: Machine, take: Take, spoilt: Spoilt = nullcontext) -> tuple[list[str], float]:
    """Two processes and one gate: what each was told, and how long the next start then takes."""
    gate = CONTEXT.Barrier(2)
    pairs = [CONTEXT.Pipe(duplex=False) for _ in range(2)]
    both = [
        CONTEXT.Process(target=_start, args=(machine, take, spoilt, gate, there))
        for _, there in pairs
    ]
    for process, (_, there) in zip(both, pairs, strict=True):
        process.start()
        there.close()
    told = [here.recv() for here, _ in pairs]
    for process in both:
        process.kill()
        process.join()
    began = time.monotonic()
    again = take(machine)
    after = time.monotonic() - began
    _let_go(again)
    return sorted(told), after


def _take_book(machine: Machine) -> Book:
    return machine.open()


def _take_window(machine: Machine) -> OneWindow:
    window = OneWindow(machine.keeping.folder)
    if not window.take():
        raise BookLocked(str(machine.book))
    return window


def _let_go(held: Book | OneWindow) -> None:
    if isinstance(held, Book):
        held.close()
    else:
        held.release()


TAKES: Mapping[str, Take] = {"the book": _take_book, "the window": _take_window}


def _start(machine: Machine, take: Take, spoilt: Spoilt, gate: Barrier, there: Connection) -> None:
    """What each process does, until it is killed."""
    with spoilt():
        gate.wait()
        try:
            held = take(machine)
        except BookLocked:
            there.send(LOST)
        except BookTrouble as trouble:
            there.send(repr(trouble))
        else:
            there.send(WON)
            time.sleep(60)
            _let_go(held)
        time.sleep(60)
