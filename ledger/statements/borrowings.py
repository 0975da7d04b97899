"""What the group has borrowed: what is still owed, what is late, and when the next part is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.rules.borrowing import Borrowing, schedule_of, state_of
from ledger.rules.loan_values import LoanState, ScheduleRow


@dataclass(frozen=True, slots=True)
class BorrowingRow:
    """One borrowing on a day: its state in kip, and the next day on which something is due."""

    borrowing: Borrowing
    state: LoanState
    next_due: ScheduleRow | None


def borrowing_rows_of(borrowings: Iterable[Borrowing], day: date) -> tuple[BorrowingRow, ...]:
    """Every borrowing agreed by a day, and where it stands at that day's end."""
    return tuple(
        BorrowingRow(borrowing=one, state=state_of(one, day), next_due=_next(one, day))
        for one in borrowings
        if one.day <= day
    )


def _next(borrowing: Borrowing, day: date) -> ScheduleRow | None:
    if not state_of(borrowing, day).settlement:
        return None
    return next((row for row in schedule_of(borrowing) if row.due >= day), None)
