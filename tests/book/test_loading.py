"""Opening a book loads what answers a question about sums, and nothing that only others need."""

import subprocess
import sys
from pathlib import Path

MODULES_MAX = 175
"""Files of ours that an open book may stand on; each of them costs every start of the program."""

OPENED = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from ledger.book.book import Book
book = Book.open(Path(sys.argv[1]), clock=lambda: datetime.now(UTC))
rows = book.trial_balance(date(2030, 12, 31)).rows
heavy = ("sqlalchemy", "reportlab", "babel", "PySide6", "reports", "ui", "ledger.actions",
         "ledger.book.schema", "ledger.book.stroke", "ledger.book.posting", "ledger.book.writing",
         "ledger.book.checking", "ledger.book.past", "ledger.book.reading_trail")
print(len(rows) > 0, [name for name in heavy if name in sys.modules])
print(sum(name.partition(".")[0] == "ledger" for name in sys.modules))
print(book.check(), book.group.name != "", "sqlalchemy" in sys.modules)
book.close()
"""


def test_a_balance_waits_for_nothing_that_only_others_need(village: Path) -> None:
    command = [sys.executable, "-c", OPENED, str(village)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    heavy, ours, later = done.stdout.splitlines()
    assert heavy == "True []"
    assert int(ours) <= MODULES_MAX
    # What was not loaded comes when a question needs it.
    assert later == "() True True"
