"""`python -m tests.life.machines --first 1 --lives 5000`: acts in any order, for a long time.

The short form is in the suite, where hypothesis looks for a way; here each life is lived by its own
number, so that parts can be run on different days and added up, and one life alone once more:

    python -m tests.life.machines --first 4217 --lives 1

Both books are compared after every act, the whole book is checked when it is opened again and at
the end of each life. It ends with another number than 0 where anything differed, and where a
program that was spoilt on purpose was not noticed.
"""

import argparse
import gc
import os
import pickle
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TypeAlias

from tests.endure.report import MINUTE, Result
from tests.life.__main__ import memory
from tests.life.committee import CHANCES, found_group
from tests.life.read_once import read_once
from tests.life.restless import Restless, moved
from tests.life.spoilt import SPOILT

OF_ONE_GROUP = 20
"""So many lives begin with the same founding: its paper, its people, a first meeting, loans."""
OFTEN = [name for name, chance in CHANCES.items() for _ in range(chance)]
Spoil: TypeAlias = Callable[[], AbstractContextManager[object]]
Step: TypeAlias = Callable[[Restless, Random, list[str]], object]


@dataclass
class Lived:
    """What some lives came to, and the difference of each one that had one."""

    lives: int = 0
    steps: int = 0
    compared: int = 0
    checks: int = 0
    cpu: float = 0.0
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    different: list[str] = field(default_factory=list)

    def add(self, other: "Lived") -> None:
        self.lives += other.lives
        self.steps += other.steps
        self.compared += other.compared
        self.checks += other.checks
        self.cpu += other.cpu
        self.done += other.done
        self.refused += other.refused
        self.different += other.different


def live(numbers: range, steps: int, spoil: Spoil = nullcontext) -> Lived:
    """The lives with these numbers, all of one group; a spoilt program ends when it is noticed."""
    began, lived = time.process_time(), Lived()
    # What a life throws away is thrown away when it is over.
    gc.disable()
    with tempfile.TemporaryDirectory(dir=memory()) as made, read_once():
        folder = Path(made)
        state, file = _founded(folder, (numbers.start - 1) // OF_ONE_GROUP)
        gc.freeze()
        with spoil():
            for number in numbers:
                life = moved(pickle.loads(state), file, folder / f"{number}.book")
                _one_life(lived, life, number, steps)
                gc.collect()
                if lived.different and spoil is not nullcontext:
                    break
    lived.cpu = time.process_time() - began
    return lived


def _founded(folder: Path, seed: int) -> tuple[bytes, bytes]:
    """A dozen members with something to work with, or the first acts would all be refused."""
    group = found_group(folder, members=12, seed=seed)
    group.meet()
    for _ in range(3):
        group.lend()
        group.pay_out()
    path = group.book.path
    group.book.close()
    return pickle.dumps({**vars(group), "book": None, "said": None}), path.read_bytes()


def _one_life(lived: Lived, life: Restless, number: int, steps: int) -> None:
    chance = Random(number)
    life.random = Random(f"life {number}")
    # Each life leaves something out, so that other things come together in it more often.
    left_out = {name for name in CHANCES if chance.random() < 0.2}
    often = [name for name in OFTEN if name not in left_out]
    weights = [chance.randint(50, 80), chance.randint(8, 25), chance.randint(4, 15)]
    weights += [chance.randint(2, 10), chance.randint(1, 4), chance.randint(1, 4)]
    step = 0
    try:
        while step < steps:
            step += 1
            (what,) = chance.choices(list(STEPS), weights)
            STEPS[what](life, chance, often)
        life.compare(everything=True)
        if life.book.open_sheet() is None:
            found = life.book.check()
            lived.checks += 1
            if found:
                raise life.different([f"the check finds {found}"])
    except Exception as found:
        # Whatever comes out of the program is a find.
        where = "".join(traceback.format_exception(found)[-3:])
        lived.different.append(f"life {number}, step {step}: {found!r:.2000}\n{where}")
    life.book.close()
    life.book.path.unlink(missing_ok=True)
    lived.lives += 1
    lived.steps += step
    lived.compared += life.compared
    lived.done += life.done
    lived.refused += life.refused


def _act(life: Restless, chance: Random, often: list[str]) -> None:
    getattr(life, chance.choice(often))()


def _close(life: Restless, _: Random, __: list[str]) -> None:
    """Interest on savings first, as the program asks for it, and then the year."""
    life.credit()
    life.close()


STEPS: Mapping[str, Step] = {
    "act": _act,
    "days": lambda life, chance, _: life.go(life.day + timedelta(days=chance.randint(1, 70))),
    "meet": lambda life, _, __: life.meet(),
    "close": _close,
    "restart": lambda life, _, __: life.restart(),
    "nonsense": lambda life, _, __: life.type_nonsense(),
}
"""What a step may be."""


def parts_of(first: int, lives: int) -> Iterator[range]:
    """The numbers of the lives, those of one group together."""
    number, last = first, first + lives - 1
    while number <= last:
        end = min(last, ((number - 1) // OF_ONE_GROUP + 1) * OF_ONE_GROUP)
        yield range(number, end + 1)
        number = end + 1


def run(first: int, lives: int, steps: int, at_once: int) -> Result:
    """So many lives beside one another, and then each spoilt program."""
    result, whole = Result("lives", first), Lived()
    began = told = time.monotonic()
    with ProcessPoolExecutor(at_once) as others:
        spoilt = {name: others.submit(_noticed_in, name, first, steps) for name in SPOILT}
        under_way = {others.submit(live, part, steps): part for part in parts_of(first, lives)}
        for part in as_completed(under_way):
            if (failed := part.exception()) is not None:
                # What the others have found is not lost with them.
                whole.different.append(f"{under_way[part]} broke off: {failed!r}")
            else:
                whole.add(part.result())
            if time.monotonic() > told + MINUTE:
                told = time.monotonic()
                sys.stderr.write(f"   {_so_far(whole)}, {told - began:.0f} s\n")
        result.controls = {f"{name}": task.result() for name, task in spoilt.items()}
    result.misses = whole.different
    result.figures = {
        "lives": f"{whole.lives} of {steps} steps, from number {first}",
        "steps": whole.steps,
        "figures compared": whole.compared,
        "whole books checked at the end": whole.checks,
        "acts done": sum(whole.done.values()),
        "kinds of acts done": len(whole.done),
        "acts refused": sum(whole.refused.values()),
        "processor, in microseconds a step": round(1_000_000 * whole.cpu / max(1, whole.steps)),
        **{f"done: {kind}": times for kind, times in sorted(whole.done.items())},
    }
    result.seconds = time.monotonic() - began
    return result


def _so_far(whole: Lived) -> str:
    each = 1_000 * whole.cpu / max(1, whole.steps)
    return f"{whole.lives} lives, {len(whole.different)} different, {each:.1f} ms a step"


def _noticed_in(name: str, first: int, steps: int) -> int:
    """How many lives of a spoilt program differ: 1, or 0 where none of the first sixty did."""
    for part in parts_of(first, 3 * OF_ONE_GROUP):
        if live(part, steps, SPOILT[name]).different:
            return 1
    return 0


def main() -> int:
    """Live them, and say what was found; 1 where it is not good."""
    asked = argparse.ArgumentParser(prog="python -m tests.life.machines", description=__doc__)
    asked.add_argument("--first", type=int, default=1, help="the number of the first life")
    asked.add_argument("--lives", type=int, default=20_000)
    asked.add_argument("--steps", type=int, default=100)
    asked.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="processes")
    given = asked.parse_args()
    result = run(given.first, given.lives, given.steps, given.at_once)
    sys.stdout.write("\n".join(result.lines()) + "\n")
    return 0 if result.good else 1


if __name__ == "__main__":
    raise SystemExit(main())
