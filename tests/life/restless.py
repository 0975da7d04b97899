"""A committee whose machine is shut down, whose acts are sent twice, and who types what cannot be.

What the seeded committee does is done here as well; the rest is what a life must withstand that has
no month and no meeting day of its own.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ledger.actions.record import record_day
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.shelf import Shelf
from ledger.book.trouble import DiskFull
from ledger.rules.lines import Deposit, Line, Received, Spent
from ledger.rules.refusals import Refusal, WrittenAlready
from tests.life.almanac import ONE_DAY
from tests.life.committee import Committee

HOUR = datetime(2026, 1, 1, tzinfo=UTC)
ABSURD = (0, -1, -(10**6), 10**13, 2**53, 2**63 - 1, 2**63, -(2**63) - 1, 2**64)
"""Amounts (kip) that no line may have: the most is one less than ten to the thirteenth."""
_CAPTURED = {"rules changed"}
"""Acts whose officer was named before they were sent: they carry no key here."""


class Restless(Committee):
    """The acts that only this committee does; each changes nothing that either book holds."""

    keys = 0

    def both(
        self,
        kind: str,
        act: Callable[[], Change],
        told: Callable[[Change], object],
        *,
        loans: Iterable[int] = (),
        facts: str = "",
    ) -> bool:
        """One act in eight is sent twice under one key; at times the disk is full before it."""
        if self.often(3):
            self._find_the_disk_full(kind, act)
        if kind in _CAPTURED or not self.often(12):
            return super().both(kind, act, told, loans=loans, facts=facts)
        self.keys += 1
        key = f"form {self.keys:08d}"

        def twice() -> Change:
            self.actor = replace(self.actor, once=key)
            try:
                change = act()
                self._send_again(kind, act)
            finally:
                self.actor = replace(self.actor, once="")
            return change

        return super().both(kind, twice, told, loans=loans, facts=facts)

    def _find_the_disk_full(self, kind: str, act: Callable[[], Change]) -> None:
        """Nothing of an act that could not be kept stands in the book; it is done anew."""
        stands = self.newest()
        full = DiskFull(str(self.book.path))
        with patch.object(Shelf, "commit", side_effect=full), suppress(Refusal):
            try:
                act()
            except DiskFull:
                self.done["found the disk full"] += 1
            else:
                raise self.different([f"{kind} could not be kept, and nobody was told"])
        if self.newest() != stands:
            raise self.different([f"{kind} could not be kept, and stands there"])

    def _send_again(self, kind: str, act: Callable[[], Change]) -> None:
        stands = self.newest()
        try:
            act()
        except WrittenAlready:
            self.done["sent twice: it was written before"] += 1
        except Refusal:
            # Where the rules are asked first, they find that it cannot be done a second time.
            self.done[f"sent twice: refused, {kind}"] += 1
        else:
            raise self.different([f"{kind} was sent twice and written twice"])
        if self.newest() != stands:
            raise self.different([f"{kind} was sent twice and its second sending stands there"])

    def restart(self) -> None:
        """The program is closed and opened again; all of it is read anew and compared."""
        stands, path = self.newest(), self.book.path
        self.book.close()
        self.book = Book.open(path, clock=lambda: HOUR)
        self.last.append(f"{self.day} restart")
        self.done["restart"] += 1
        if self.newest() != stands:
            raise self.different([f"the newest act is {self.newest()}, and was {stands}"])
        self.compare(everything=True)

    def type_nonsense(self) -> None:
        """An amount or a day that cannot be is typed; it is refused and nothing is written."""
        day, kip = self.day, self.amount(10_000)
        if self.often(50):
            kip = self.random.choice(ABSURD)
        else:
            begin, after = self.hand.begin, self.day + ONE_DAY
            day = self.random.choice((date(1900, 1, 1), begin - ONE_DAY, after, date(2099, 12, 31)))
        account = next(a.account for a in self.book.rulebooks[-1].accounts if a.account > 4100)
        lines: tuple[Line, ...] = (
            Deposit(self.somebody(), kip),
            Received(account, kip),
            Spent(account, kip, "ນ້ຳຊາ"),
        )
        line = self.random.choice(lines)
        stands = self.newest()
        self.last.append(f"{self.day} nonsense {day} {line}")
        try:
            record_day(self.book, self.actor, day=day, lines=[line], today=self.day)
        except Refusal as refusal:
            self.refused["nonsense"] += 1
            self.why[f"nonsense: {type(getattr(refusal, 'why', refusal)).__name__}"] += 1
        else:
            raise self.different([f"nonsense was written: {day} {line}"])
        if self.newest() != stands:
            raise self.different([f"nonsense was refused and stands there: {day} {line}"])


def moved(state: dict[str, Any], file: bytes, to: Path) -> Restless:
    """A committee as it was put down: its book at another place, opened there."""
    to.write_bytes(file)
    life = Restless.__new__(Restless)
    life.__dict__.update(state)
    life.book = Book.open(to, clock=lambda: HOUR)
    return life
