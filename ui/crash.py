"""When we erred: the window says so calmly, writes down what happened, and goes on or ends."""

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from ledger.book.trouble import BookTrouble
from translations import Words
from ui.messages import sentence
from ui.widgets.asking import tell

_LOG_MAX = 512_000
"""The log of mistakes begins anew above this many bytes."""


class CrashHook:
    """Stands in for Python's own hook while the window is open.

    A trouble of the book that nobody expected is said like any other. Anything else is our mistake:
    it is written to the log file whose place is shown, and nothing of the act was kept.
    """

    def __init__(self, words: Callable[[], Words], log: Path, now: Callable[[], datetime]) -> None:
        self._words = words
        self._log = log
        self._now = now
        self._telling = False

    def install(self) -> None:
        """Hear of every mistake from now on."""
        sys.excepthook = self

    def __call__(
        self, kind: type[BaseException], mistake: BaseException, trace: TracebackType | None
    ) -> None:
        """Say what happened; only once at a time, so that a mistake while painting ends."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        if not isinstance(mistake, BookTrouble):
            self._write("".join(traceback.format_exception(kind, mistake, trace)))
        if self._telling or QApplication.instance() is None:
            return
        self._telling = True
        try:
            self._tell(mistake)
        finally:
            self._telling = False

    def _tell(self, mistake: BaseException) -> None:
        words = self._words()
        if isinstance(mistake, BookTrouble):
            text, detail = sentence(words, mistake), ""
        else:
            text = words.say(
                "Something in the program went wrong. Nothing of the last act was written; "
                "everything before it is safe."
            )
            detail = words.say(
                "What happened is written down for whoever helps you: {file}", file=self._log
            )
        tell(
            QApplication.activeWindow(),
            words,
            title=words.say("Thon Ngoen"),
            sentence=text,
            detail=detail,
        )

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            mode = "w" if self._log.exists() and self._log.stat().st_size > _LOG_MAX else "a"
            with self._log.open(mode, encoding="utf-8") as log:
                log.write(f"{self._now().isoformat(timespec='seconds')}\n{text}\n")
        except OSError as trouble:
            sys.stderr.write(f"{trouble}\n")
