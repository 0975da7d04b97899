"""The day for which the next meeting is opened, found from the day of the month the group keeps."""

from datetime import date, timedelta

from ledger.rules.days import Month, month_of


def meeting_day(deposit_day: int, today: date, *, last: date | None) -> date:
    """The newest deposit day up to today, unless a meeting was held on or after it: then today.

    In a month that is too short for it, the deposit day is the month's last. `last` is the day of
    the last meeting, where there was one.
    """
    this = month_of(today)
    newest = max(
        day
        for day in (day_in(this, deposit_day), day_in(this.plus(-1), deposit_day))
        if day <= today
    )
    return today if last is not None and last >= newest else newest


def next_meeting_day(deposit_day: int, today: date, *, last: date | None, begin: date) -> date:
    """The day on which the group is to meet next, which has passed where a meeting is still due.

    It is the newest deposit day up to today while no meeting was held on or after it (`last` is
    the day of the last one) and the books had begun by then; otherwise the first one after today.
    """
    this = month_of(today)
    days = [day_in(this.plus(k), deposit_day) for k in (-1, 0, 1)]
    newest = max(day for day in days if day <= today)
    if newest >= begin and (last is None or last < newest):
        return newest
    return min(day for day in days if day > today)


def day_in(month: Month, deposit_day: int) -> date:
    """The deposit day of a month; its last day where the month is too short for it."""
    return min(month.first + timedelta(days=deposit_day - 1), month.last)
