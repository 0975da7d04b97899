"""What an addendum to a contract says: the due days as they stood, and those that hold instead."""

from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.loan_events import Rescheduled
from ledger.rules.loan_papers import renewals
from ledger.rules.loan_values import Loan
from ledger.rules.loans import loan_state
from ledger.statements.loan_schedule import DueRow, DueState, due_rows


@dataclass(frozen=True, slots=True)
class Renewal:
    """The newest decision on new due days up to a day, the `number`-th of the loan.

    `left` is what was left of the principal (kip) when it was made; `before` are the due days that
    held until then with what was paid of them, `paid_on` the day on which each was all paid, and
    `rows` the due days that hold since.
    """

    event: Rescheduled
    number: int
    left: Kip
    before: tuple[DueRow, ...]
    paid_on: tuple[date | None, ...]
    rows: tuple[DueRow, ...]


def renewal_of(loan: Loan, day: date) -> Renewal | None:
    """The renewal of a loan up to the end of a day; nothing while it has its first due days."""
    found = renewals(loan, day)
    if not found:
        return None
    event = found[-1]
    place = loan.events.index(event)
    # What was decided later, and what was paid later, changes nothing on the paper.
    old = replace(loan, events=loan.events[:place])
    new = replace(loan, events=loan.events[: place + 1])
    before = due_rows(old, event.day)
    return Renewal(
        event=event,
        number=len(found),
        left=loan_state(new, event.day).principal,
        before=before,
        paid_on=_paid_on(old, before, event.day),
        rows=due_rows(new, event.day),
    )


def _paid_on(loan: Loan, rows: tuple[DueRow, ...], day: date) -> tuple[date | None, ...]:
    """The first day up to the one given on which a due day was all paid; nothing where it is not.

    It may be much later than the due day: the interest of the days between was running on.
    """
    first: dict[date, date] = {}
    for moved in sorted({move.day for move in loan.moves if move.day <= day}):
        for row in due_rows(loan, moved):
            if row.state is DueState.PAID:
                first.setdefault(row.due, moved)
    return tuple(first.get(row.due) if row.state is DueState.PAID else None for row in rows)
