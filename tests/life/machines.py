"""`python -m tests.life.machines --lives 20000 --steps 100`: acts in any order, for a long time.

The short form is in the suite; here hypothesis looks as long as it is asked to, and stops at the
first difference with the shortest way to it.
"""

import argparse
import sys
import time

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.life.test_machine import Life


def main() -> int:
    """Live so many lives of so many steps; whatever differs is raised."""
    asked = argparse.ArgumentParser(prog="python -m tests.life.machines", description=__doc__)
    asked.add_argument("--lives", type=int, default=20_000)
    asked.add_argument("--steps", type=int, default=100)
    given = asked.parse_args()
    began = time.monotonic()
    longer = settings(
        Life.TestCase.settings,
        max_examples=given.lives,
        stateful_step_count=given.steps,
        database=None,
    )
    run_state_machine_as_test(Life, settings=longer)
    spent = time.monotonic() - began
    sys.stdout.write(f"{given.lives} lives of {given.steps} steps: no difference, {spent:.0f} s\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
