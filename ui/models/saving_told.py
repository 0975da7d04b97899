"""What is said of the savings in one row of the grid: the cap, and the months the money is for."""

from collections.abc import Iterator

from ledger.statements.meeting_sheet import SheetRow
from translations import Words


def savings_told(words: Words, row: SheetRow) -> Iterator[str]:
    """The most that the month may hold, and how what was typed is spread over months."""
    if row.most is not None:
        yield words.say("at most {kip} for one month", kip=words.money(row.most))
    for month, kip in row.months:
        if month is None:
            yield words.say("{kip} for this month", kip=words.money(kip))
        else:
            yield words.say("{kip} for {month}", kip=words.money(kip), month=words.month(month))
