"""`python -m tests.endure`: the whole battery, or one section, with its report.

    python -m tests.endure                                # everything, some hours on two cores
    python -m tests.endure kill --runs 1000 --seed 1      # one section, as often as one likes
    python -m tests.endure power flips --minutes 20       # whatever there is time for

It ends with another number than 0 where anything was lost, silently wrong or not refused, and where
a control was not noticed: a harness that lets its control pass proves nothing. A section that this
system cannot try says so.
"""

import argparse
import time
from collections.abc import Callable, Mapping

from tests.endure import (
    attacks,
    calls,
    clocks,
    failing,
    flips,
    full,
    fuzz,
    growth,
    guards,
    kill,
    mutation,
    posting,
    power,
    races,
    recovering,
    rollback,
)
from tests.endure.report import Patience, Result

SECTIONS: Mapping[str, tuple[int, Callable[[int, int], Result]]] = {
    "kill": (1_000, kill.run),
    "posting": (1_000, posting.run),
    "calls": (100_000, calls.run),
    "flips": (10_000, flips.run),
    "power": (30_000, power.run),
    "lying": (10_000, power.run_lying),
    "failing": (100_000, failing.run),
    "full": (300, full.run),
    "recovering": (100_000, recovering.run),
    "attacks": (100_000, attacks.run),
    "guards": (100_000, guards.run),
    "rollback": (100, rollback.run),
    "races": (50, races.run),
    "clocks": (100, clocks.run),
    "fuzz": (2_000_000, fuzz.run),
    "mutation": (200, mutation.run),
    "growth": (20_000, growth.run),
}
"""Each section with how often it runs when nothing else is said."""


def main() -> int:
    """Run the sections that were named, or all of them; 1 where one of them is not good."""
    asked = argparse.ArgumentParser(prog="python -m tests.endure", description=__doc__)
    asked.add_argument("section", nargs="*", help="all where none is named")
    asked.add_argument("--runs", type=int, help="how often, instead of the section's own number")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--minutes", type=float, help="how long each section may take")
    given = asked.parse_args()
    good = True
    for name in given.section or SECTIONS:
        runs, section = SECTIONS[name]
        began = time.monotonic()
        Patience.minutes(given.minutes or 24 * 60)
        result = section(given.runs or runs, given.seed)
        result.seconds = time.monotonic() - began
        print("\n".join(result.lines()), flush=True)
        good = good and (result.good or bool(result.not_here))
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
