"""From nothing to a trial balance: a whole process of ours against one of Python and sqlite3."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from tests.benchmarks import floors
from tests.benchmarks.timing import Measured, side_by_side

_OURS = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from ledger.book.book import Book
book = Book.open(Path(sys.argv[1]), clock=lambda: datetime.now(UTC))
for row in book.trial_balance(date.fromisoformat(sys.argv[2])).rows:
    print(row.account, row.debit, row.credit)
book.close()
"""
_FLOOR = f"""
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.executescript({floors.SETTINGS!r})
month = int(sys.argv[2].replace("-", "")) // 100
for account, kip in raw.execute({floors.TRIAL_BALANCE!r}, (month,)):
    if kip:
        print(account, max(kip, 0), max(-kip, 0))
raw.close()
"""


def trial_balance(file: Path, day: date) -> Measured:
    """Open the book, print every account, end; both must print the same."""
    if _run(_OURS, file, day) != _run(_FLOOR, file, day):
        raise AssertionError("the trial balances differ")
    return side_by_side(
        lambda: _run(_OURS, file, day),
        lambda: _run(_FLOOR, file, day),
        runs=7,
        clock=time.perf_counter,
    )


def _run(code: str, file: Path, day: date) -> str:
    command = [sys.executable, "-c", code, str(file), day.isoformat()]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
