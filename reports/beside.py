"""A second process that draws passbooks from the back while this one draws them from the front.

Both draw until they meet, so that a slow start of the second one costs nothing. Where a second
process cannot be had, this one draws everything.
"""

import os
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from ledger.rules.booklets import BookletSize
from ledger.statements.passbook import Passbook
from reports.page import Cancelled, Progress
from reports.passbook import PassbookPrinter
from reports.passbook_grid import ROWS
from reports.passbook_parts import Part
from translations.money import MoneyFormat
from translations.words import open_words

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PAGES_FOR_TWO = 3_000
"""From about so many pages on a second process draws enough before all is done: it takes as long
to start as a thousand pages take to draw."""
_CHUNK = 12
_SOON = 0.2
"""So often, in seconds, somebody who waits is asked whether to stop."""
_READY = "ready"


def draw_parts(
    printer: PassbookPrinter,
    passbooks: Sequence[Passbook],
    *,
    progress: Progress,
    cancelled: Cancelled,
) -> list[Part] | None:
    """The inner pages of each passbook, in their order; nothing where it was cancelled."""
    drawing = _Drawing(printer, passbooks, progress, cancelled)
    if pages_about(passbooks) >= PAGES_FOR_TWO and processors() > 1:
        drawing.draw_with_a_second()
    drawing.draw_from_the_front()
    return None if cancelled() else drawing.all()


def pages_about(passbooks: Sequence[Passbook]) -> int:
    """About how many pages will have to be drawn."""
    return sum(1 + len(passbook.lines) // (ROWS - 2) for passbook in passbooks)


def processors() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Drawing:
    """What is still to be drawn, in chunks, and what is drawn already."""

    def __init__(
        self,
        printer: PassbookPrinter,
        passbooks: Sequence[Passbook],
        progress: Progress,
        cancelled: Cancelled,
    ) -> None:
        self.printer = printer
        self.passbooks = passbooks
        self.parts: dict[int, Part] = {}
        self._chunks = deque(
            range(start, min(start + _CHUNK, len(passbooks)))
            for start in range(0, len(passbooks), _CHUNK)
        )
        self._lent: range | None = None
        self._progress = progress
        self._cancelled = cancelled

    def all(self) -> list[Part]:
        """Every part in its order. What the second process could not draw for our file is drawn."""
        return [
            self.parts.get(place) or self.printer.part(passbook)
            for place, passbook in enumerate(self.passbooks)
        ]

    def draw_from_the_front(self) -> None:
        """Draw what is left, one after the other."""
        while self._chunks and not self._cancelled():
            self._draw(self._chunks.popleft())

    def draw_with_a_second(self) -> None:
        """Draw from the front, and let a second process draw from the back."""
        words, context = self.printer.words, get_context("spawn")
        ours, theirs = context.Pipe()
        second = context.Process(
            target=_serve,
            args=(theirs, words.language, words.money_format, self.printer.size),
            daemon=True,
        )
        # A machine that gives us no second process, or ends it, leaves all the work to this one.
        with suppress(OSError, EOFError):
            second.start()
            theirs.close()
            self._draw_towards(ours)
        if self._lent is not None:
            self._chunks.append(self._lent)
        ours.close()
        if second.pid is not None:
            second.terminate()
            second.join()

    # --- parts -----------------------------------------------------------------------------

    def _draw_towards(self, ours: "Connection[Any, Any]") -> None:
        while self._chunks and not self._cancelled():
            self._draw(self._chunks.popleft(), ours)
        while self._lent is not None and not self._cancelled():
            if ours.poll(_SOON):
                self._hear(ours)

    def _draw(self, chunk: range, ours: "Connection[Any, Any] | None" = None) -> None:
        for place in chunk:
            if self._cancelled():
                return
            # The second process waits for its next chunk as short as can be.
            if ours is not None and ours.poll():
                self._hear(ours)
            self.parts[place] = self.printer.part(self.passbooks[place])
            self._progress(len(self.parts), len(self.passbooks))

    def _hear(self, ours: "Connection[Any, Any]") -> None:
        """Take over what the second process has drawn, and lend it the last chunk of what is left.

        Raises what went wrong there; that it is ready is said once, before anything is lent.
        """
        said = ours.recv()
        if isinstance(said, Exception):
            raise said
        if self._lent is not None:
            for place, part in zip(self._lent, said, strict=True):
                # Codes of the other process's own mean something else in our file.
                if part.common:
                    self.parts[place] = part
            self._progress(len(self.parts), len(self.passbooks))
        self._lent = self._chunks.pop() if self._chunks else None
        if self._lent is not None:
            ours.send([self.passbooks[place] for place in self._lent])


def _serve(
    theirs: "Connection[Any, Any]", language: str, form: MoneyFormat, size: BookletSize
) -> None:
    """Draw in the second process whatever comes, until nobody asks any more."""
    printer = PassbookPrinter(open_words(language, form), size)
    theirs.send(_READY)
    with suppress(EOFError, OSError):
        while True:
            passbooks: list[Passbook] = theirs.recv()
            try:
                drawn: list[Part] | Exception = [printer.part(one) for one in passbooks]
            except Exception as trouble:  # handed over, not swallowed
                drawn = trouble
            theirs.send(drawn)
