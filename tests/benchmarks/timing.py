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
    times: int = 1,
    clock: Callable[[], float] = time.process_time,
    prepare: Callable[[], None] = lambda: None,
) -> Measured:
    """Run both in turn, the first pair uncounted; what is quick is run several `times` a turn.

    The clock counts the processor's time, which the neighbours on a machine disturb least; what
    waits for the disk or for another process brings `time.perf_counter`.
    """
    pairs = []
    for number in range(runs + 1):
        prepare()
        first = _milliseconds(ours, times, clock)
        second = _milliseconds(floor, times, clock)
        if number:
            pairs.append((first, second))
    return Measured(
        ours=statistics.median(a for a, _ in pairs),
        floor=statistics.median(b for _, b in pairs),
        ratio=statistics.median(a / b for a, b in pairs),
    )


def _milliseconds(run: Callable[[], object], times: int, clock: Callable[[], float]) -> float:
    start = clock()
    for _ in range(times):
        run()
    return (clock() - start) * 1000 / times
