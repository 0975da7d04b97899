"""What Qt itself complains of goes into the log: which part of Qt and how often, never its text.

A complaint can quote what somebody typed. Of its text only the name of Qt's own function is kept.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from ui.logbook import Logbook

_FUNCTION = re.compile(r"Q[A-Za-z]{1,40}(?:::~?[A-Za-z]{1,40})+")
_QUIET = frozenset({QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg})


class QtMessages:
    """Hears of every complaint from `install` on, until `leave`."""

    def __init__(self, log: Logbook) -> None:
        self._log = log
        self._heard: Counter[tuple[str, str, str]] = Counter()

    def install(self) -> None:
        """Hear of what Qt says from now on."""
        qInstallMessageHandler(self)

    def leave(self) -> None:
        """Let Qt say it as it does by itself."""
        qInstallMessageHandler(None)

    def __call__(self, kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
        """Write a complaint down; one that comes again and again the 1st, 10th, 100th … time."""
        # Whoever started the program from a terminal sees everything; the log does not have it.
        if sys.stderr is not None:
            sys.stderr.write(text + "\n")
        if kind in _QUIET:
            return
        said = _FUNCTION.match(text)
        what = (kind.name, where.category or "", said.group() if said else "")
        self._heard[what] += 1
        times = self._heard[what]
        if set(str(times)[1:]) <= {"0"} and str(times)[0] == "1":
            self._log.note("qt", kind=what[0], part=what[1], of=what[2], times=times)
