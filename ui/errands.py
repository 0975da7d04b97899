"""Long work beside the window: printing a whole group. It is handed values, never the book."""

from collections.abc import Callable
from threading import Event
from typing import TypeAlias

from PySide6.QtCore import QObject, QThread, Signal

Progress: TypeAlias = Callable[[int, int], None]
Work: TypeAlias = Callable[[Progress, Callable[[], bool]], object]


class _Runner(QThread):
    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.result: object = None
        self.trouble: Exception | None = None

    def run(self) -> None:
        """Do the work; whatever goes wrong is kept to be said in the window."""
        try:
            self.result = self._work()
        except Exception as trouble:  # handed over, not swallowed: see `failed`
            self.trouble = trouble


class Errand(QObject):
    """One piece of long work in a thread of its own.

    The work is a function of two: `progress(done, all)`, which it calls as it goes, and
    `cancelled()`, which it asks. `done` carries what it returned, `failed` the exception that
    ended it, `progressed` how far it is. Hold on to the errand until one of the first two came.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = Event()
        self._told = False
        self._runner = _Runner(lambda: work(self.progressed.emit, self._cancelled.is_set), self)
        self._runner.finished.connect(self._finished)

    def start(self) -> None:
        """Begin the work."""
        self._runner.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait until the thread has ended; for the closing of the window."""
        self._runner.wait()

    def settle(self) -> None:
        """Hand over what came out, where the thread has ended and nobody has heard of it yet."""
        if not self._told and self._runner.isFinished():
            self._finished()

    def _finished(self) -> None:
        if self._told:
            return
        self._told = True
        if self._runner.trouble is not None:
            self.failed.emit(self._runner.trouble)
        else:
            self.done.emit(self._runner.result)
