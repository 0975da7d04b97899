"""The typed rows of what the group itself owes, or has lent to other groups, read strictly."""

from collections.abc import Sequence

from ledger.rules.loan_rules import InterestMethod, LoanProduct, ScheduleKind
from ledger.rules.opening_debts import OpeningDebt, Owing
from translations import Words
from translations.reading import normalise, read_day, read_kip, read_percent
from ui.bringing.meaning import choice_of
from ui.screens.first_run.people import read_kip_above

LENDER, OWED, RATE, METHOD, SCHEDULE, SINCE, MONTHS, DECISION, WAY = range(9)
"""The places in the row of a debt."""
METHODS = (InterestMethod.OUTSTANDING, InterestMethod.FLAT)
"""How the interest of a lender can be reckoned."""


def debts_of(rows: Sequence[Sequence[str]], words: Words) -> tuple[OpeningDebt, ...]:
    """The debts; Unreadable or ValueError for a row that was not put right."""
    return tuple(_debt(row, words) for row in rows)


def owing_of(row: Sequence[str]) -> Owing:
    """Which way the debt goes; the group owes it where nothing else was chosen."""
    found = choice_of(row[WAY], "owing", list(Owing)) if len(row) > WAY and row[WAY] else None
    return Owing(found or Owing.OWED)


def _debt(row: Sequence[str], words: Words) -> OpeningDebt:
    lender = normalise(row[LENDER]).strip()
    method = choice_of(row[METHOD], "interest_method", METHODS)
    kind = choice_of(row[SCHEDULE], "schedule_kind", list(ScheduleKind))
    return OpeningDebt(
        lender=lender,
        kip=read_kip_above(row[OWED], words),
        terms=LoanProduct(
            key="lender",
            name=lender,
            rate=read_percent(row[RATE]),
            method=InterestMethod(method or row[METHOD]),
            schedule=ScheduleKind(kind or row[SCHEDULE]),
            months=read_kip(row[MONTHS]),
        ),
        since=read_day(row[SINCE]),
        decision=normalise(row[DECISION]).strip(),
        owing=owing_of(row),
    )
