"""Kill -9 at random moments, and only while days are being posted.

A process that is killed while it opens or closes the book proves little: here it has posted some
days, and goes on until it is killed. Most of the moments must find a transaction under way, with a
journal that the next start has to roll back. On a disk that is waited for more than half of the
time that posting takes is spent so; a folder in memory is no such disk.
"""

import shutil
from collections import Counter
from random import Random

from tests.endure.after import look_after
from tests.endure.kill import (
    SPOILT,
    Death,
    Ground,
    calls_of,
    ground,
    hot,
    noticed,
    seconds_of,
    until_dead,
)
from tests.endure.report import Patience, Result
from tests.endure.scenes import Machine, Tell, days_go_by

HOT_LEAST = 40
"""So many of a hundred kills must leave a journal that is rolled back at the next start."""
ENOUGH = 50
"""Of fewer kills than this no such share is asked for."""
DAYS, TOLD = 12, 2
"""So many days at most are posted before the kill, and so many things told of each."""


def run(runs: int, seed: int, folder: str | None = None) -> Result:
    """So many kills; `folder` is where the disk is."""
    result, chance, seen = Result("posting", seed), Random(seed), Counter[str]()
    with ground(folder) as place:
        calls = calls_of(place, "record", seed)
        seconds_of(place, "record", seed)  # The first process of all has everything to load.
        a_day = seconds_of(place, "record", seed) / DAYS
        for _ in Patience.during(range(runs)):
            posted = TOLD * chance.randrange(1, DAYS)
            death = Death(after=max(0.0005, chance.random() * a_day), told=posted)
            result.misses += _killed(place, death, chance.randrange(1_000_000), seen)
        for control in SPOILT:
            result.controls[control] = noticed(place, control, seed, calls)
    left_hot, kills = seen["hot journals"], seen["kills while posting"]
    result.figures = dict(sorted(seen.items()))
    result.figures["hot journals, of a hundred kills"] = 100 * left_hot // max(1, kills)
    if kills >= ENOUGH and 100 * left_hot < HOT_LEAST * kills:
        result.misses.append(
            f"only {left_hot} of {kills} kills left a hot journal: is this a disk?"
        )
    return result


def post(machine: Machine, tell: Tell, chance: Random) -> None:
    """Days are posted for as long as one lives."""
    days_go_by(machine, tell, chance, 10_000)


def _killed(place: Ground, death: Death, seed: int, seen: Counter[str]) -> list[str]:
    machine = place.machine("record")
    told = until_dead(machine, post, seed, death)
    seen["kills while posting"] += 1
    seen["told as saved"] += len(told)
    seen["hot journals"] += hot(machine)
    left = look_after(machine, "record", place.before["record"], told)
    seen["told and lost"] += len(left.lost)
    seen["not sound"] += len(left.broken)
    shutil.rmtree(machine.folder)
    return [f"{death}: {miss}" for miss in left.wrong]
