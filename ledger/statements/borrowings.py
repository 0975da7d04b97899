"""What the group has borrowed, or lent to other groups: what is left, what is late, what next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.rules.borrowing import Borrowing, is_lent, schedule_of, state_of
from ledger.rules.loan_values import LoanState, ScheduleRow


@dataclass(frozen=True, slots=True)
class BorrowingRow:
    """One borrowing on a day: its state in kip, and the next day on which something is due."""

    borrowing: Borrowing
    state: LoanState
    next_due: ScheduleRow | None


def borrowing_rows_of(
    borrowings: Iterable[Borrowing], day: date, *, lent: bool = False
) -> tuple[BorrowingRow, ...]:
    """Every borrowing agreed by a day, and where it stands at that day's end; or what is `lent`."""
    return tuple(
        BorrowingRow(borrowing=one, state=state_of(one, day), next_due=_next(one, day))
        for one in borrowings
        if one.day <= day and is_lent(one) is lent
    )


def _next(borrowing: Borrowing, day: date) -> ScheduleRow | None:
    if not state_of(borrowing, day).settlement:
        return None
    return next((row for row in schedule_of(borrowing) if row.due >= day), None)
