"""When we erred: a window says what is safe, a help file is written, and the program ends cleanly.

A trouble of the machine that nobody expected is said like any other, and the work goes on.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QApplication

from ledger.book.trouble import BookTrouble, OutOfMemory
from ui.desk import Desk
from ui.fault import Fault
from ui.logbook import Logbook
from ui.messages import sentence
from ui.widgets.asking import tell


class CrashHook:
    """Stands in for Python's own hook while the window is open. `end` closes the program."""

    def __init__(self, desk: Desk, log: Logbook, end: Callable[[], object]) -> None:
        self._desk = desk
        self._log = log
        self._end = end
        self._telling = False

    def install(self) -> None:
        """Hear of every mistake from now on, also of those beside the window."""
        sys.excepthook = self
        threading.excepthook = self._in_thread

    def __call__(
        self, kind: type[BaseException], mistake: BaseException, trace: TracebackType | None
    ) -> None:
        """Say what happened; only once at a time, so that a mistake while painting ends."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        if isinstance(mistake, MemoryError):
            mistake = OutOfMemory("")
        if isinstance(mistake, BookTrouble):
            self._log.note("trouble", kind=type(mistake).__name__)
        else:
            self._write(mistake.with_traceback(trace))
        if self._telling or QApplication.instance() is None:
            return
        self._telling = True
        try:
            self._tell(mistake)
        finally:
            self._telling = False

    def _in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._write(arguments.exc_value)

    def _write(self, mistake: BaseException) -> None:
        self._log.note("mistake", kind=type(mistake).__name__)
        self._log.note_mistake(mistake)
        # Whoever started the program from a terminal sees everything; the log does not have it.
        sys.__excepthook__(type(mistake), mistake, mistake.__traceback__)

    def _tell(self, mistake: BaseException) -> None:
        # Above no other window: the one that is active may be on its way out.
        words = self._desk.words
        if isinstance(mistake, BookTrouble):
            text = sentence(words, mistake)
            tell(None, words, title=words.say("Thon Ngoen"), sentence=text)
            return
        dialog = Fault(self._desk, self._log)
        dialog.exec()
        dialog.deleteLater()
        self._end()
