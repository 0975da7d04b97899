"""Loans by how long something has been overdue, with whom to speak to about each.

Leaders of the group and of the village stand here like everybody: where the village head does not
pay, soon nobody does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.kip import Kip
from ledger.rules.loan_values import LoanStage
from ledger.statements.lists import LoanRow


class Age(StrEnum):
    """For how long the oldest part of a loan has been overdue."""

    NOT_DUE = "not_due"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    OLDER = "older"


LAST_DAYS: dict[Age, int] = {Age.NOT_DUE: 0, Age.MONTH: 30, Age.QUARTER: 90, Age.HALF_YEAR: 180}
"""The last day of each age, counted from the day on which it was due; beyond that it is older."""


@dataclass(frozen=True, slots=True)
class ArrearsRow:
    """One running loan: for how many days it is overdue, and in which age it stands."""

    row: LoanRow
    days: int
    age: Age


@dataclass(frozen=True, slots=True)
class AgeSum:
    """The loans of one age: how many, what is overdue of them and what is owed in all (kip)."""

    age: Age
    loans: int
    overdue: Kip
    principal: Kip


@dataclass(frozen=True, slots=True)
class Arrears:
    """All running loans on a day, the longest overdue first, and the sums of each age."""

    day: date
    rows: tuple[ArrearsRow, ...]
    sums: tuple[AgeSum, ...]

    def overdue(self) -> tuple[ArrearsRow, ...]:
        """The loans of which something is overdue."""
        return tuple(row for row in self.rows if row.age is not Age.NOT_DUE)


def age_of(days: int) -> Age:
    """The age of what has been overdue for so many days; none: not yet due."""
    return next((age for age, last in LAST_DAYS.items() if days <= last), Age.OLDER)


def arrears_of(rows: Iterable[LoanRow], day: date) -> Arrears:
    """The running loans by the age of what is overdue; `rows` are as they stand on the day."""
    running = [_aged(row, day) for row in rows if row.state.stage is LoanStage.PAID_OUT]
    running.sort(key=lambda aged: (-aged.days, -aged.row.state.overdue, aged.row.loan.id))
    return Arrears(day, tuple(running), tuple(_sum(age, running) for age in Age))


def _aged(row: LoanRow, day: date) -> ArrearsRow:
    since = row.state.overdue_since if row.state.overdue else None
    days = 0 if since is None else (day - since).days
    return ArrearsRow(row, days, age_of(days))


def _sum(age: Age, rows: Iterable[ArrearsRow]) -> AgeSum:
    states = [aged.row.state for aged in rows if aged.age is age]
    return AgeSum(
        age=age,
        loans=len(states),
        overdue=sum(state.overdue for state in states),
        principal=sum(state.principal for state in states),
    )
