"""Kill -9 at random moments, and only while days are being posted.

A process that is killed while it opens or closes the book proves little: here it has posted some
days and has more of them to come. Most of the moments must find a transaction under way, with a
journal that the next start has to roll back. On a disk that is waited for more than half of the
time that posting takes is spent so; a folder in memory is no such disk.
"""

from collections import Counter
from random import Random

from tests.endure.kill import SPOILT, Death, Ground, calls_of, ground, noticed, one, seconds_of
from tests.endure.report import Patience, Result

HOT_LEAST = 40
"""So many of a hundred kills must leave a journal that is rolled back at the next start."""
ENOUGH = 50
"""Of fewer kills than this no such share is asked for."""
DAYS, TOLD = 12, 2
"""So many days are posted, and so many things told of each."""


def run(runs: int, seed: int, folder: str | None = None) -> Result:
    """So many kills; `folder` is where the disk is."""
    result, chance, seen = Result("posting", seed), Random(seed), Counter[str]()
    with ground(folder) as place:
        calls = calls_of(place, "record", seed)
        seconds_of(place, "record", seed)  # The first process of all has everything to load.
        a_day = seconds_of(place, "record", seed) / DAYS
        for _ in Patience.during(range(runs)):
            # The last day is left to come, however slow the kill is.
            posted = TOLD * chance.randrange(1, DAYS - 2)
            death = Death(after=max(0.0005, chance.random() * a_day), told=posted)
            result.misses += _killed(place, death, chance.randrange(1_000_000), seen)
        for control in SPOILT:
            result.controls[control] = noticed(place, control, seed, calls)
    hot, kills = seen["hot journals left by record"], seen["kills while posting"]
    result.figures = dict(sorted(seen.items()))
    result.figures["hot journals, of a hundred kills while posting"] = 100 * hot // max(1, kills)
    if kills >= ENOUGH and 100 * hot < HOT_LEAST * kills:
        result.misses.append(f"only {hot} of {kills} kills left a hot journal: is this a disk?")
    return result


def _killed(place: Ground, death: Death, seed: int, seen: Counter[str]) -> list[str]:
    told = seen["told as saved"]
    wrong = one(place, "record", seed, death, seen=seen)
    ended = seen["told as saved"] - told == TOLD * DAYS
    seen["came too late" if ended else "kills while posting"] += 1
    return [f"{death}: {miss}" for miss in wrong]
