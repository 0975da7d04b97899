"""How one loan is to be paid back, as it was last agreed, and as it was agreed before that.

At pay-out the schedule follows from the terms. Every further part that is handed over is spread
over the due days still to come, and the committee may set new days and amounts for what is left.
What it has set is to be paid on its day, whatever is handed over later: that comes on top of it, by
the terms. The older agreement stays: what was late by it was late.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.rules.interest import charges
from ledger.rules.kip import Kip
from ledger.rules.loan_events import Rescheduled
from ledger.rules.loan_history import Part, Run, run_of
from ledger.rules.loan_values import Loan, LoanMove, MoveKind, ScheduleRow
from ledger.rules.schedule import last_day, schedule_of, spread_anew


@dataclass(frozen=True, slots=True)
class Agreed:
    """The due days of one agreement, which holds from the day `since` (None: from the pay-out).

    `principal` and `interest` are what had to be paid before its first row, in kip.
    """

    rows: tuple[ScheduleRow, ...]
    since: date | None = None
    principal: Kip = 0
    interest: Kip = 0


def agreements_of(loan: Loan, run: Run, day: date) -> tuple[Agreed, ...]:
    """Every agreement made up to the end of a day, in order; the last one holds.

    New due days for money that was taken back whole fell away with it.
    """
    rescheduled = (e for e in loan.events if isinstance(e, Rescheduled))
    told = sorted((e for e in rescheduled if run.start <= e.day <= day), key=lambda e: e.day)
    # Each one knows of what was handed over up to the day of the next; the last one, of all of it.
    first, *ends = [*(event.day for event in told), None]
    anew = (_anew(loan, run, e, until=end) for e, end in zip(told, ends, strict=True))
    return (_first(loan, run, until=first), *anew)


def _terms(loan: Loan, part: Part) -> tuple[ScheduleRow, ...]:
    return schedule_of(loan.request.product, loan.request.months, part.kip, part.day)


def _first(loan: Loan, run: Run, *, until: date | None) -> Agreed:
    """The agreement of the pay-out, with each further part up to the end of the day `until`."""
    parts = [part for part in run.parts if until is None or part.day <= until]
    rows = _terms(loan, parts[0])
    dues = _with_parts(loan, [(row.due, row.principal) for row in rows], parts[1:])
    if len(parts) == 1 and not run.pauses:
        return Agreed(rows)
    return Agreed(_priced(loan, parts, dues))


def _anew(loan: Loan, run: Run, event: Rescheduled, *, until: date | None) -> Agreed:
    """What one decision set, with each part that was handed over after it."""
    parts = [part for part in run.parts if until is None or part.day <= until]
    later = [part for part in parts if part.day > event.day]
    dues = _beside(loan, [(part.due, part.kip) for part in event.plan], later)
    rows = _priced(loan, parts, dues, since=event.day)
    return Agreed(
        rows=rows,
        since=event.day,
        principal=sum(part.kip for part in parts) - sum(row.principal for row in rows),
        interest=_covered(run, event.day),
    )


def _with_parts(
    loan: Loan, dues: list[tuple[date, Kip]], parts: Sequence[Part]
) -> list[tuple[date, Kip]]:
    """Spread each further part over the due days after it, together with what is due on them."""
    request = loan.request
    for part in parts:
        gone = [row for row in dues if row[0] <= part.day]
        to_come = [row for row in dues if row[0] > part.day]
        days = [due for due, _ in to_come] or [last_day(request.product, request.months, part.day)]
        kip = part.kip + sum(kip for _, kip in to_come)
        dues = gone + spread_anew(request.product, kip, part.day, days)
    return dues


def _beside(
    loan: Loan, dues: Sequence[tuple[date, Kip]], parts: Sequence[Part]
) -> list[tuple[date, Kip]]:
    """The amounts that were decided, and on top of them each further part, spread by the terms."""
    request, owed = loan.request, Counter(dict(dues))
    for part in parts:
        last = last_day(request.product, request.months, part.day)
        days = sorted(due for due in owed if due > part.day) or [last]
        owed.update(dict(spread_anew(request.product, part.kip, part.day, days)))
    return sorted(owed.items())


def _priced(
    loan: Loan,
    parts: Sequence[Part],
    dues: Sequence[tuple[date, Kip]],
    *,
    since: date | None = None,
) -> tuple[ScheduleRow, ...]:
    """Each due day with the interest that will be charged until then if everybody pays on it.

    What was paid or waived until the end of the day `since` is not asked for again.
    """
    last = dues[-1][0]
    real = [] if since is None else [m for m in loan.moves if m.day <= since and _comes_back(m)]
    outs = [LoanMove(part.day, MoveKind.PAY_OUT, part.kip) for part in parts]
    paid = [LoanMove(due, MoveKind.PRINCIPAL, kip) for due, kip in dues]
    run = run_of((*outs, *real, *paid), last, loan.events)
    assert run is not None  # Its parts are among the movements.
    charged = charges(loan.request.product, run, last)
    before = 0 if since is None else _covered(run, since)
    rows = []
    for due, kip in dues:
        interest = max(0, charged(due) - before)
        before += interest
        rows.append(ScheduleRow(due, kip, interest))
    return tuple(row for row in rows if row.principal or row.interest)


def _comes_back(move: LoanMove) -> bool:
    return move.kind is not MoveKind.PAY_OUT


def _covered(run: Run, day: date) -> Kip:
    """How much of the interest (kip) is paid or waived by the end of a day."""
    paid = run.on(day)
    return paid.interest + paid.waived
