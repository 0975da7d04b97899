"""Rehearses the newest copy of each place once a month, beside the window.

What came out is kept for each place at once, so that it is not done again this month, and is
written into the book as soon as somebody who may write sits at the desk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ledger.actions.rehearsing import note_rehearsal
from ledger.book.book import Book
from ledger.book.places import HERE
from ledger.book.rehearsing import rehearse
from ledger.book.snapshot import in_memory
from ledger.rules.copy_plan import rehearsal_due
from ledger.rules.people import SET_UP
from ledger.rules.permits import Act
from ledger.statements.copies import KeptPlace, Rehearsal
from ui.desk import Desk
from ui.errands import Errand
from ui.sticks import Stick


@dataclass(frozen=True, slots=True)
class Due:
    """A place whose newest copy is to be rehearsed, and the folder in which it lies."""

    place: KeptPlace
    folder: Path


class Rehearser(QObject):
    """One for each keeper. `rehearsed` comes when something is known anew of a place."""

    rehearsed = Signal()

    def __init__(self, desk: Desk, sticks: Callable[[], list[Stick]], parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._sticks = sticks
        self._waiting: deque[Due] = deque()
        self._unwritten: deque[tuple[str, str, Rehearsal]] = deque()
        self._errand: Errand | None = None
        desk.signed_in.connect(self.write_down)

    @property
    def busy(self) -> bool:
        """Whether a copy is being rehearsed now."""
        return self._errand is not None

    def due(self) -> list[Due]:
        """The places within reach that were not rehearsed this month."""
        mark, today = self.desk.book.mark, self.desk.today()
        folders = {HERE: self.desk.keeping.copies(mark)}
        folders |= {stick.key: stick.copies for stick in self._sticks()}
        return [
            Due(place, folders[place.key])
            for place in self.desk.keeping.places(mark).every()
            if place.act and place.key in folders and rehearsal_due(place.rehearsed, today)
        ]

    def start(self) -> None:
        """Rehearse every copy that is due, one after the other."""
        desk = self.desk
        if self.busy or desk.is_empty or desk.past is not None or not _is_sure(desk.book):
            return
        self._waiting = deque(self.due())
        self._next()

    def finish(self) -> None:
        """Wait for the copy that is being rehearsed, and leave the others for another day."""
        self._waiting.clear()
        if self._errand is not None:
            self._errand.wait()
            self._errand.settle()

    def write_down(self) -> None:
        """Write into the book what came out, where whoever is at the desk may do that."""
        desk = self.desk
        if desk.is_empty or desk.past is not None or desk.actor == SET_UP:
            return
        if not _is_sure(desk.book):
            return
        while self._unwritten and desk.may(Act.REHEARSE):
            mark, place, rehearsal = self._unwritten[0]
            note = partial(note_rehearsal, place=place, rehearsal=rehearsal)
            if mark == desk.book.mark and not desk.do(note):
                return
            self._unwritten.popleft()

    # --- inside ------------------------------------------------------------------------------

    def _next(self) -> None:
        if self.busy or not self._waiting or self.desk.is_empty:
            return
        due, book = self._waiting.popleft(), self.desk.book
        snapshot, mark = in_memory(book.shelf.raw, book.path), book.mark

        lock = self.desk.keeping.locks(mark).of(due.place.key)
        key = None if lock is None else lock.key

        def work(*_: object) -> Rehearsal:
            try:
                return rehearse(snapshot, due.folder, act=due.place.act, secret=key)
            finally:
                snapshot.close()

        self._errand = Errand(work, self)
        self._errand.done.connect(lambda found: self._done(mark, due.place, found))
        self._errand.failed.connect(self._failed)
        self._errand.start()

    def _done(self, mark: str, place: KeptPlace, found: Rehearsal) -> None:
        self._errand = None
        desk = self.desk
        if not desk.is_empty and desk.book.mark == mark:
            places = desk.keeping.places(mark)
            known = places.of(place.key) or place
            with suppress(OSError):
                places.put(replace(known, rehearsed=desk.today(), outcome=found.outcome))
            self._unwritten.append((mark, place.name, found))
            self.write_down()
            self.rehearsed.emit()
        self._next()

    def _failed(self, trouble: Exception) -> None:
        self._errand = None
        raise trouble


def _is_sure(book: Book) -> bool:
    """Whether nothing has to be settled first: an older or damaged file, a wrong clock."""
    return book.setback is None and not book.wrong and book.clock_doubt is None
