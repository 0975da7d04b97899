"""Looks after the open book beside the window: its check at opening, and copies at every turn.

Everything long is done over a snapshot in memory and in a thread of its own, so that a meeting
never waits. What a copy came to is written down for each place and shown on the first page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ledger.book.book import Book
from ledger.book.checking import check_book
from ledger.book.copies import CopyMade, make_copy, meetings_since
from ledger.book.places import HERE
from ledger.book.shelf import Shelf
from ledger.book.snapshot import in_memory
from ledger.book.stick_locks import StickLock
from ledger.book.trouble import BookTrouble, CopyFailed, DiskFull, StickFull
from ledger.rules.permits import Act
from ledger.statements.copies import KeptPlace, Outcome
from ledger.statements.findings import Fault, Finding
from ui import sticks
from ui.desk import Desk
from ui.errands import Errand, Progress
from ui.messages import sentence
from ui.rehearser import Rehearser
from ui.sticks import Stick

LOOK_EVERY = 10_000
"""So many milliseconds between two looks for sticks."""

MEETINGS_WITHOUT_STICK = 2
"""After so many signed meetings without a copy on a stick the group is reminded."""

_COPIED_AFTER = frozenset(
    {Act.SIGN_SHEET, Act.CLOSE_YEAR, Act.REOPEN_SHEET, Act.START_BOOKS, Act.RESTORE}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A copy that is waited for: the place, its folder, and the lock of a stick that has one."""

    key: str
    name: str
    folder: Path
    lock: StickLock | None = None


class Keeper(QObject):
    """One for each desk. `kept` comes when something is known anew of a place or of the check."""

    kept = Signal()
    progressed = Signal(int, int)
    failed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.volumes: Callable[[], list[Path]] = sticks.volumes
        self.findings: tuple[Finding, ...] = ()
        self.busy: Wanted | None = None
        self.rehearser = Rehearser(desk, self.sticks, self)
        self.rehearser.rehearsed.connect(self.kept)
        self._rehearse_after = False
        self._last = ""
        self._waiting: deque[Wanted] = deque()
        self._errand: Errand | None = None
        self._check: Errand | None = None
        self._seen: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look_for_sticks)

    def watch(self) -> None:
        """Check each book that is opened, and copy it after each meeting, from now on."""
        self.desk.opened.connect(self.check)
        self.desk.changed.connect(lambda _: self._after_act())
        self._timer.start()

    # --- what is known -----------------------------------------------------------------------

    def places(self) -> tuple[KeptPlace, ...]:
        """This machine, and each stick of the group."""
        return self.desk.keeping.places(self.desk.book.mark).every()

    def sticks(self) -> list[Stick]:
        """The group's sticks that are plugged in now."""
        known = {place.key for place in self.places()}
        return [stick for stick in sticks.plugged(self.volumes()) if stick.key in known]

    def meetings_without_stick(self) -> int:
        """How many meetings were signed since the last good copy on a stick."""
        newest = max((p.act for p in self.places() if p.key != HERE and p.good), default=0)
        return meetings_since(self.desk.book, newest)

    # --- what is done ------------------------------------------------------------------------

    def check(self) -> None:
        """Work the whole book out anew beside the window; `findings` says what is wrong."""
        self.findings = ()
        if self.desk.is_empty or self.desk.past is not None or self._check is not None:
            return
        book = self.desk.book
        snapshot = in_memory(book.shelf.raw, book.path)
        self._check = Errand(lambda *_: _checked(snapshot), self)
        self._check.done.connect(lambda found: self._checked(book, found))
        self._check.failed.connect(lambda trouble: self._not_checked(book, trouble))
        self._check.start()

    def copy(self) -> None:
        """Copy the book to this machine and to each of its sticks that is plugged in."""
        mark = self.desk.book.mark
        here = Wanted(HERE, "", self.desk.keeping.copies(mark))
        for wanted in (here, *map(self._wanted, self.sticks())):
            if wanted not in self._waiting:
                self._waiting.append(wanted)
        self._next()

    def name(self, root: Path, name: str) -> Stick:
        """Make a stick one of the group's, and copy the book to it. Raises OSError."""
        stick = sticks.name_stick(root, name)
        places = self.desk.keeping.places(self.desk.book.mark)
        known = places.of(stick.key) or KeptPlace(key=stick.key, name=stick.name)
        places.put(replace(known, name=stick.name))
        self._seen.add(stick.key)
        self._waiting.append(self._wanted(stick))
        self._next()
        return stick

    def set_lock(self, stick: Stick, lock: StickLock | None) -> None:
        """Lock the copies on a stick from now on, or none any more; one is made at once.

        Raises OSError; then everything is as before.
        """
        self.desk.keeping.locks(self.desk.book.mark).put(stick.key, lock)
        self._waiting.append(self._wanted(stick))
        self._next()

    def look_for_sticks(self) -> None:
        """Copy to each stick of the group that was plugged in since the last look."""
        if self.desk.is_empty or self.desk.past is not None or not self.desk.book.begun:
            return
        here = {stick.key: stick for stick in self.sticks()}
        for key in here.keys() - self._seen:
            self._waiting.append(self._wanted(here[key]))
            self._rehearse_after = True
        self._seen = set(here)
        self._next()

    def finish(self) -> None:
        """Copy what was written since the last copy, and wait; for the closing of the book."""
        self.rehearser.finish()
        if self.desk.is_empty or self.desk.past is not None or not self.desk.book.begun:
            return
        here = next(iter(self.places()))
        if here.act != self.desk.book.paper_code().act:
            self.copy()
        while self._errand is not None:
            self._errand.wait()
            # The thread has ended; its result is fetched as the window's own loop would.
            self._errand.settle()

    # --- inside ------------------------------------------------------------------------------

    def _after_act(self) -> None:
        (last,) = self.desk.book.history(1)
        # What is only written in pencil after it brings no second copy of the same act.
        new, self._last = last.seal != self._last, last.seal
        if new and last.act in _COPIED_AFTER and self.desk.past is None:
            self._rehearse_after = True
            self.copy()

    def _wanted(self, stick: Stick) -> Wanted:
        lock = self.desk.keeping.locks(self.desk.book.mark).of(stick.key)
        return Wanted(stick.key, stick.name, stick.copies, lock)

    def _next(self) -> None:
        if self._errand is not None or not self._waiting or self.desk.is_empty:
            return
        wanted = self.busy = self._waiting.popleft()
        book = self.desk.book
        snapshot = in_memory(book.shelf.raw, book.path)
        clock = book.clock

        def work(progress: Progress, _: Callable[[], bool]) -> CopyMade:
            try:
                return make_copy(
                    snapshot, wanted.folder, clock=clock, progress=progress, lock=wanted.lock
                )
            finally:
                snapshot.close()

        self._errand = Errand(work, self)
        self._errand.progressed.connect(self.progressed)
        self._errand.done.connect(lambda made: self._made(wanted, made))
        self._errand.failed.connect(lambda trouble: self._not_made(wanted, trouble))
        self._errand.start()

    def _made(self, wanted: Wanted, made: CopyMade) -> None:
        look = made.look
        figures = look.figures
        known = self.desk.keeping.places(look.mark).of(wanted.key)
        # A rehearsal that was not good was of an older copy: the new one is rehearsed again.
        stood = None if known is None or known.outcome is not Outcome.GOOD else known.rehearsed
        self._put(
            look.mark,
            KeptPlace(
                key=wanted.key,
                name=wanted.name,
                act=look.paper.act,
                day=look.day,
                members=0 if figures is None else figures.members,
                savings=0 if figures is None else figures.savings + figures.voluntary,
                good=look.good,
                rehearsed=stood,
                outcome=None if stood is None else Outcome.GOOD,
                made=self.desk.today(),
                locked=wanted.lock is not None,
            ),
        )
        self._ended()

    def _not_made(self, wanted: Wanted, trouble: Exception) -> None:
        if not isinstance(trouble, BookTrouble):
            self._ended()
            raise trouble
        if not self.desk.is_empty:
            mark = self.desk.book.mark
            known = self.desk.keeping.places(mark).of(wanted.key)
            bad = known or KeptPlace(key=wanted.key, name=wanted.name)
            self._put(mark, replace(bad, good=False))
        # She knows the stick by the name that the group gave it, and not by a file on it.
        if isinstance(trouble, CopyFailed) and wanted.name:
            trouble = CopyFailed(wanted.name, detail=trouble.detail)
        elif isinstance(trouble, DiskFull) and wanted.name:
            trouble = StickFull(wanted.name)
        self.failed.emit(sentence(self.desk.words, trouble))
        self._ended()

    def _put(self, mark: str, place: KeptPlace) -> None:
        with suppress(OSError):
            self.desk.keeping.places(mark).put(place)

    def _ended(self) -> None:
        self._errand = self.busy = None
        self.kept.emit()
        self._next()
        self._rehearse()

    def _rehearse(self) -> None:
        """Rehearse what is due, once the copies after a meeting or on a new stick are made."""
        if self.busy is None and self._rehearse_after:
            self._rehearse_after = False
            self.rehearser.start()

    def _checked(self, book: Book, found: tuple[Finding, ...]) -> None:
        self._check = None
        if not self.desk.is_empty and self.desk.book is book:
            # A book with something wrong in it is only read from here on.
            book.found = self.findings = found
            self.kept.emit()
            self.rehearser.start()
        else:
            # Another book was opened meanwhile, and had to wait for its turn.
            self.check()

    def _not_checked(self, book: Book, trouble: Exception) -> None:
        """A book that cannot be read through to its end is not sound."""
        if not isinstance(trouble, BookTrouble):
            self._check = None
            raise trouble
        detail = vars(trouble).get("detail") or type(trouble).__name__
        self._checked(book, (Finding(Fault.FILE, found=detail),))


def keeper_of(desk: Desk) -> Keeper:
    """The keeper of a desk, made when it is first asked for."""
    found = desk.findChild(Keeper)
    return found if isinstance(found, Keeper) else Keeper(desk)


def _checked(snapshot: Shelf) -> tuple[Finding, ...]:
    try:
        return check_book(snapshot)
    finally:
        snapshot.close()
