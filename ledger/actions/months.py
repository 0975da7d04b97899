"""A month is put on hold, closed, or opened again by two people while it is only on hold."""

from datetime import date

from ledger.actions.two_persons import check_two, permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.days import Month
from ledger.rules.months import InterestBeforeClosing, MonthState, check_step
from ledger.rules.people import Actor
from ledger.rules.permits import Act

_STATES = {
    Act.HOLD_MONTH: MonthState.ON_HOLD,
    Act.CLOSE_MONTH: MonthState.CLOSED,
    Act.REOPEN_MONTH: MonthState.OPEN,
}


def hold_month(book: Book, actor: Actor, *, month: Month, today: date, reason: str = "") -> Change:
    """Put a month on hold, and all before it: writing in it takes two and a reason from now on."""
    permit(book, actor, Act.HOLD_MONTH)
    _check(book, month, MonthState.ON_HOLD, today, reason)
    return _write(book, actor, Act.HOLD_MONTH, month, reason)


def close_month(book: Book, actor: Actor, *, month: Month, today: date, reason: str = "") -> Change:
    """Close a month that is on hold, and all before it: nothing is written in it any more.

    Raises InterestBeforeClosing while interest on savings is still to be credited in one of them.
    """
    permit(book, actor, Act.CLOSE_MONTH)
    _check(book, month, MonthState.CLOSED, today, reason)
    closed = book.month_states().closed
    for span in book.interest_due(today):
        if span.last <= month and (closed is None or closed < span.last):
            raise InterestBeforeClosing(month=month, first=span.first, last=span.last)
    return _write(book, actor, Act.CLOSE_MONTH, month, reason)


def reopen_month(
    book: Book, actor: Actor, *, month: Month, second: Actor | None, reason: str, today: date
) -> Change:
    """Open a month that is only on hold, and all after it; two people say why."""
    agreed = check_two(book, actor, second, Act.REOPEN_MONTH, today=today)
    _check(book, month, MonthState.OPEN, today, reason)
    return _write(book, actor, Act.REOPEN_MONTH, month, reason, second=agreed)


def _check(book: Book, month: Month, to: MonthState, today: date, reason: str) -> None:
    sheet = book.open_sheet()
    check_step(
        month,
        to,
        book.month_states(),
        today=today,
        unsigned=None if sheet is None else sheet.day,
        reason=reason,
    )


def _write(
    book: Book,
    actor: Actor,
    act: Act,
    month: Month,
    reason: str,
    *,
    second: Actor | None = None,
) -> Change:
    why, day = reason.strip(), month.first.isoformat()
    with writing(book, actor, act, second=second, month=day, reason=why) as pen:
        pen.set_month(month, _STATES[act], reason=why)
    return pen.change
