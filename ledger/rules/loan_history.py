"""What has been paid out and paid back on one loan, added up to the end of each day."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from ledger.rules.kip import Kip
from ledger.rules.loan_values import LoanMove, MoveKind


@dataclass(frozen=True, slots=True)
class DaySums:
    """A loan at the end of one day, in kip: what is still owed, and what was paid until then."""

    outstanding: Kip
    repaid: Kip
    interest: Kip
    fine: Kip


@dataclass(frozen=True, slots=True)
class Run:
    """A loan since its money was handed over: `kip` was paid out, on the first of `days`.

    `days` are those on which something moved, in order; `sums` belong to them one by one. Only
    the end of a day counts, so the order of repayments on one day does not matter.
    """

    kip: Kip
    days: tuple[date, ...]
    sums: tuple[DaySums, ...]

    @property
    def start(self) -> date:
        """The day of the pay-out."""
        return self.days[0]

    def index(self, day: date) -> int:
        """Which of `days` is the newest that is not after a day; the day is not before `start`."""
        return bisect_right(self.days, day) - 1

    def on(self, day: date) -> DaySums:
        """The sums at the end of a day that is not before `start`."""
        return self.sums[self.index(day)]


def run_of(moves: Iterable[LoanMove], day: date) -> Run | None:
    """The loan's movements up to the end of a day; None while its money is not handed over.

    The book's order need not be the order of the days. A pay-out that was taken back whole never
    was: the loan runs from the pay-out that stands.
    """
    past = sorted((move for move in moves if move.day <= day), key=attrgetter("day"))
    total = dict.fromkeys(MoveKind, 0)
    days: list[date] = []
    sums: list[DaySums] = []
    for when, group in groupby(past, key=attrgetter("day")):
        for move in group:
            total[move.kind] += move.kip
        if total[MoveKind.PAY_OUT] <= 0:
            days.clear()
            sums.clear()
            continue
        days.append(when)
        sums.append(_sums(total))
    if not days:
        return None
    return Run(kip=total[MoveKind.PAY_OUT], days=tuple(days), sums=tuple(sums))


def _sums(total: dict[MoveKind, Kip]) -> DaySums:
    return DaySums(
        outstanding=max(0, total[MoveKind.PAY_OUT] - total[MoveKind.PRINCIPAL]),
        repaid=total[MoveKind.PRINCIPAL],
        interest=total[MoveKind.INTEREST],
        fine=total[MoveKind.FINE],
    )
