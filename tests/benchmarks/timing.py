"""Times two ways of doing one thing in turn, so that a machine that slows down slows both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """The middle time of ours and of the floor (milliseconds), and the ratio pair by pair."""

    ours: float
    floor: float
    ratio: float


def side_by_side(
    ours: Callable[[], object],
    floor: Callable[[], object],
    *,
    runs: int = 9,
    prepare: Callable[[], None] = lambda: None,
) -> Measured:
    """Run both in turn, the first pair uncounted."""
    pairs = []
    for number in range(runs + 1):
        prepare()
        first = _milliseconds(ours)
        second = _milliseconds(floor)
        if number:
            pairs.append((first, second))
    return Measured(
        ours=statistics.median(a for a, _ in pairs),
        floor=statistics.median(b for _, b in pairs),
        ratio=statistics.median(a / b for a, b in pairs),
    )


def _milliseconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000
