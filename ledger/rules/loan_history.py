"""What has been paid out and paid back on one loan, added up to the end of each day."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from ledger.rules.kip import Kip
from ledger.rules.loan_events import InterestPaused, LoanEvent, TakenOver, Waived
from ledger.rules.loan_values import LoanMove, MoveKind


class Part(NamedTuple):
    """One part of the loan (kip) and the day on which it was handed over."""

    day: date
    kip: Kip


_DAY = attrgetter("day")


@dataclass(frozen=True, slots=True)
class DaySums:
    """A loan at the end of one day, in kip: what is still owed, and what was paid until then.

    `waived` and `fine_waived` are what is not asked for any more of interest and fine; below zero
    where the loan came with unpaid ones. `lost` is principal that was written off or passed on.
    """

    outstanding: Kip
    repaid: Kip
    interest: Kip
    fine: Kip
    waived: Kip = 0
    fine_waived: Kip = 0
    lost: Kip = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A loan since its money was handed over: `kip` was paid out, on the first of `days`.

    `days` are those on which something moved, in order; `sums` belong to them one by one. Only
    the end of a day counts, so the order of repayments on one day does not matter. `parts` are the
    pay-outs that stand; `pauses` the first and last days between which no interest is charged.
    """

    kip: Kip
    days: tuple[date, ...]
    sums: tuple[DaySums, ...]
    parts: tuple[Part, ...]
    pauses: tuple[tuple[date, date], ...] = ()

    @property
    def start(self) -> date:
        """The day of the pay-out, or of its first part."""
        return self.days[0]

    def index(self, day: date) -> int:
        """Which of `days` is the newest that is not after a day; the day is not before `start`."""
        return bisect_right(self.days, day) - 1

    def on(self, day: date) -> DaySums:
        """The sums at the end of a day that is not before `start`."""
        return self.sums[self.index(day)]

    def lent(self, day: date) -> Kip:
        """What was handed over up to the end of a day, in kip."""
        return sum(part.kip for part in self.parts if part.day <= day)

    def paused(self, day: date) -> bool:
        """Whether no interest is charged on a day."""
        return any(first <= day <= last for first, last in self.pauses)


def run_of(moves: Iterable[LoanMove], day: date, events: Sequence[LoanEvent] = ()) -> Run | None:
    """The loan's movements up to the end of a day; None while its money is not handed over.

    The book's order need not be the order of the days. A pay-out that was taken back whole never
    was: the loan runs from the pay-out that stands, and what was waived before it was waived on
    money that never was.
    """
    past = sorted((move for move in moves if move.day <= day), key=_DAY)
    parts = _parts(past)
    if not parts:
        return None
    told = [event for event in events if event.day <= day]
    days, sums = _sums(parts, past, told)
    return Run(
        kip=sum(part.kip for part in parts),
        days=days,
        sums=sums,
        parts=parts,
        pauses=_pauses(told),
    )


def first_out(moves: Sequence[LoanMove]) -> date:
    """The day from which a loan runs: of the first pay-out that stands, or of the first movement.

    The book's order need not be the order of the days; there is at least one movement.
    """
    parts = _parts(sorted(moves, key=_DAY))
    return parts[0].day if parts else moves[0].day


def _parts(past: Iterable[LoanMove]) -> tuple[Part, ...]:
    """The pay-outs that stand: what was taken back takes away the newest one of that amount."""
    standing: list[Part] = []
    for move in past:
        if move.kind is not MoveKind.PAY_OUT:
            continue
        if move.kip > 0:
            standing.append(Part(move.day, move.kip))
            continue
        same = (i for i in reversed(range(len(standing))) if standing[i].kip == -move.kip)
        found = next(same, None)
        if found is not None:
            del standing[found]
    return tuple(standing)


def _sums(
    parts: Sequence[Part], past: Sequence[LoanMove], told: Sequence[LoanEvent]
) -> tuple[tuple[date, ...], tuple[DaySums, ...]]:
    total = dict.fromkeys(MoveKind, 0)
    start = parts[0].day
    waivers = [e for e in told if isinstance(e, Waived | TakenOver) and e.day >= start]
    days: list[date] = []
    sums: list[DaySums] = []
    # Movements stand in the order of their days already; most loans have nothing beside them.
    of_days = sorted((*past, *waivers), key=_DAY) if waivers else past
    for when, group in groupby(of_days, _DAY):
        for move in group:
            if isinstance(move, LoanMove):
                total[move.kind] += move.kip
        if when >= start:
            days.append(when)
            sums.append(_sum(total, parts, waivers, when))
    return tuple(days), tuple(sums)


def _sum(
    total: dict[MoveKind, Kip],
    parts: Sequence[Part],
    waivers: Sequence[Waived | TakenOver],
    day: date,
) -> DaySums:
    lost = total[MoveKind.WRITTEN_OFF] + total[MoveKind.PASSED_ON]
    lent = sum([part.kip for part in parts if part.day <= day])
    given = [(w, 1 if isinstance(w, Waived) else -1) for w in waivers if w.day <= day]
    return DaySums(
        outstanding=max(0, lent - total[MoveKind.PRINCIPAL] - lost),
        repaid=total[MoveKind.PRINCIPAL],
        interest=total[MoveKind.INTEREST],
        fine=total[MoveKind.FINE],
        waived=sum(sign * waiver.interest for waiver, sign in given),
        fine_waived=sum(sign * waiver.fine for waiver, sign in given),
        lost=lost,
    )


def _pauses(told: Iterable[LoanEvent]) -> tuple[tuple[date, date], ...]:
    """The pauses in order, those that overlap made into one."""
    merged: list[tuple[date, date]] = []
    for first, last in sorted((e.first, e.last) for e in told if isinstance(e, InterestPaused)):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)
