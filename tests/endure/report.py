"""What a section of the battery found: its figures, its misses, and whether its controls failed."""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
MINUTE = 60


@dataclass
class Result:
    """One section. A control is a harness or a program that was spoilt on purpose: what it is
    called, and how often that was noticed. One that is never noticed proves the harness broken.

    `not_here` says why this system cannot try any of it: that is neither good nor bad.
    """

    section: str
    seed: int
    figures: dict[str, int | str] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    controls: dict[str, int] = field(default_factory=dict)
    not_here: str = ""
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        return not self.misses and bool(self.controls) and all(self.controls.values())

    def lines(self) -> list[str]:
        """The report of this section, as lines."""
        rows = [f"== {self.section} (seed {self.seed}, {self.seconds:.0f} s)"]
        rows += [f"   {name}: {number}" for name, number in self.figures.items()]
        for name, times in self.controls.items():
            told = f"noticed {times} times" if times else "NOT NOTICED: the harness is broken"
            rows.append(f"   control, {name}: {told}")
        rows += [f"   MISS {miss}" for miss in self.misses[:40]]
        if self.not_here:
            return [*rows, f"   not tried here: {self.not_here}"]
        return [*rows, f"   {'good' if self.good else 'BAD'}: {len(self.misses)} misses"]


def noticed_twice(wrong: Iterable[object]) -> int:
    """How often a spoilt program is noticed, of what was wrong each time, until it was twice."""
    noticed = 0
    for one in wrong:
        noticed += bool(one)
        if noticed == 2:
            break
    return noticed


class Patience:
    """How long a section may go on; what it has not come to by then is not counted as done."""

    ends = float("inf")

    @classmethod
    def minutes(cls, minutes: float) -> None:
        """Let the next section take so long."""
        cls.ends = time.monotonic() + MINUTE * minutes

    @classmethod
    def during(cls, cases: Iterable[T]) -> Iterator[T]:
        """The cases that there is time for; who waits sees once a minute how many were done."""
        told = time.monotonic()
        for done, case in enumerate(cases):
            now = time.monotonic()
            if now > cls.ends:
                return
            if now > told + MINUTE:
                told = now
                sys.stderr.write(f"   ({done} done)\n")
            yield case
