"""The newest day on which something was written: what the machine's clock is held against.

Four witnesses know it: the acts of the book, the mirror log, the copies, and this very session.
What somebody has confirmed since counts instead of what was written under a wrong clock.
"""

from collections.abc import Iterable
from datetime import date, datetime

from ledger.book.shelf import Shelf
from ledger.rules.clock import ClockDoubt, clock_doubt
from ledger.rules.permits import Act
from ledger.statements.copies import KeptPlace

_CONFIRMED = "SELECT coalesce(max(seq), 0) FROM event WHERE act = ?"
# The texts of two zones do not sort to the hour, but they do to the day, or one beside it.
_NEWEST = "SELECT max(at) FROM event WHERE seq >= ?"


class LastWritten:
    """One for each open book. `outside` are the acts that others know of, with when they were."""

    def __init__(
        self, shelf: Shelf, *, mirrored: tuple[int, str] | None, places: Iterable[KeptPlace]
    ) -> None:
        self._shelf = shelf
        self._mirrored = mirrored
        self._places = tuple(places)
        self._session: date | None = None
        self._looked: tuple[date, ClockDoubt | None] | None = None

    def doubt(self, now: datetime) -> ClockDoubt | None:
        """Why the clock's day cannot be taken; asked anew when the day is another one."""
        today = now.date()
        if self._looked is None or self._looked[0] != today:
            found = clock_doubt(today, self._last(now))
            self._looked = (today, found)
            if found is None:
                self._session = today
        return self._looked[1]

    def confirmed(self) -> None:
        """Somebody said that the day is right, and the book has it: look again."""
        self._session = self._looked = None

    def _last(self, now: datetime) -> date | None:
        (confirmed,) = self._shelf.one(_CONFIRMED, (Act.CONFIRM_DAY,))
        (newest,) = self._shelf.one(_NEWEST, (confirmed,))
        days = [_day(newest, now)] if newest else []
        if self._mirrored is not None and self._mirrored[0] > confirmed:
            days.append(_day(self._mirrored[1], now))
        days += [p.made for p in self._places if p.made is not None and p.act > confirmed]
        if self._session is not None:
            days.append(self._session)
        return max(days, default=None)


def _day(at: str, now: datetime) -> date:
    """The day on this machine's wall at which an act was written."""
    moment = datetime.fromisoformat(at)
    return moment.astimezone(now.tzinfo).date() if moment.tzinfo and now.tzinfo else moment.date()
