"""`python -m tests.life --members 500 --years 10 --seed 1`: the long life, with its report."""

import argparse
import tempfile
import time
from pathlib import Path

from tests.life.committee import Committee, found_group
from tests.life.diary import DifferentError


def memory() -> str | None:
    """A folder in memory where the system has one: nothing here is to outlive the run."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def report(committee: Committee, seconds: float, seed: int) -> str:
    """The figures of a run, as lines."""
    done, refused = committee.done, committee.refused
    rows = [
        f"{kind:24} {done[kind]:8} done {refused[kind]:8} refused"
        for kind in sorted(done.keys() | refused.keys())
    ]
    rows += [f"  {why:60} {times:6}" for why, times in sorted(committee.why.items())]
    loans = committee.hand.loans
    rows.append(
        f"seed {seed}: to {committee.day}, {sum(done.values())} acts done, {sum(refused.values())}"
        f" refused, {len(loans)} loans, {len(committee.hand.lines)} lines by hand,"
        f" {committee.compared:,} figures compared, {seconds:.0f} seconds"
    )
    return "\n".join(rows)


def main() -> int:
    """Live the years; 1 at the first difference, with the acts before it."""
    asked = argparse.ArgumentParser(prog="python -m tests.life", description=__doc__)
    asked.add_argument("--members", type=int, default=500)
    asked.add_argument("--years", type=int, default=10)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--acts", type=int, default=30, help="acts beside the meeting in a month")
    given = asked.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        committee = found_group(Path(folder), members=given.members, seed=given.seed)
        status = 0
        try:
            for _ in range(given.years):
                committee.year(given.acts)
                spent = time.monotonic() - began
                print(
                    f"{committee.day}: {committee.compared:,} compared, {spent:.0f} s", flush=True
                )
            found = committee.book.check()
            print(f"check: {found}")
            status = 1 if found else 0
        except DifferentError as different:
            print(different)
            status = 1
        print(report(committee, time.monotonic() - began, given.seed))
        committee.book.close()
    return status


if __name__ == "__main__":
    raise SystemExit(main())
