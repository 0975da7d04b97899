"""What an addendum to a contract says: the due days as they stood, and those that hold instead."""

from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.loan_events import Rescheduled
from ledger.rules.loan_papers import renewals
from ledger.rules.loan_values import Loan
from ledger.rules.loans import loan_state
from ledger.statements.loan_schedule import DueRow, due_rows


@dataclass(frozen=True, slots=True)
class Renewal:
    """The newest decision on new due days up to a day, the `number`-th of the loan.

    `left` is what was left of the principal (kip) when it was made; `before` are the due days that
    held until then with what was paid of them, `rows` those that hold since.
    """

    event: Rescheduled
    number: int
    left: Kip
    before: tuple[DueRow, ...]
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
    return Renewal(
        event=event,
        number=len(found),
        left=loan_state(new, event.day).principal,
        before=due_rows(old, event.day),
        rows=due_rows(new, event.day),
    )
