"""A machine with a wrong clock, in another country, as far as a process can make itself one."""

import locale
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QLocale

ROOMS = ("ledger", "reports", "resources", "translations", "ui")
COUNTRIES = ("C", "lo_LA", "th_TH", "de_DE", "tr_TR", "ar_SA")
"""Latin, Lao, Thai and Arabic figures, the Buddhist and the Muslim calendar, dots and commas, and
the dotless i."""


class Clock:
    """The machine's clock as this process sees it."""

    def __init__(self, offsets: tuple[timedelta, ...]) -> None:
        self.offsets = offsets
        self.turns = 0

    def turn(self) -> None:
        """The next piece of work begins."""
        self.turns += 1

    def now(self, zone: tzinfo | None = None) -> datetime:
        return datetime.now(zone) + self.offsets[self.turns % len(self.offsets)]

    def seconds(self) -> float:
        return self.now(UTC).timestamp()

    @contextmanager
    def lying(self) -> Iterator[int]:
        """Every module that reads a clock reads this one; how many modules do."""
        with ExitStack() as stack:
            for name in ("localtime", "gmtime", "ctime"):
                told = partial(self._of_now, getattr(time, name))
                stack.enter_context(patch.object(time, name, told))
            stack.enter_context(
                patch.object(time, "strftime", partial(self._written, time.strftime))
            )
            stack.enter_context(patch.object(time, "time", self.seconds))
            reading = list(_reading())
            for module in reading:
                for name, known in list(vars(module).items()):
                    if lie := self._instead_of(known):
                        stack.enter_context(patch.object(module, name, lie))
            yield len(reading)

    def _of_now(self, right: Callable[..., Any], seconds: float | None = None) -> Any:
        return right(self.seconds() if seconds is None else seconds)

    def _written(self, right: Callable[..., str], form: str, *at: Any) -> str:
        return right(form, *(at or (time.localtime(),)))

    def _instead_of(self, known: object) -> object:
        """What stands for a clock under its name in a module; nothing for what is none."""
        if known is datetime:
            return _stands_for(datetime, now=self.now, today=self.now, utcnow=self.now)
        if known is date:
            return _stands_for(date, today=lambda: self.now().date())
        return getattr(time, str(getattr(known, "__name__", "")), None) if known in _TIMES else None


_TIMES = (time.time, time.localtime, time.gmtime, time.ctime, time.strftime)
_READS = re.compile(
    r"\b(?:datetime|date)\.(?:now|today|utcnow)\(|\btime\.(?:time|localtime|gmtime|strftime|ctime)\("
)


def _reading() -> Iterator[ModuleType]:
    """The modules of the program, and those that write its papers, that read a clock by name."""
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] in {*ROOMS, "reportlab", "openpyxl"}:
            file = Path(getattr(module, "__file__", None) or "")
            if file.suffix == ".py" and _READS.search(file.read_text(encoding="utf-8")):
                yield module


def _stands_for(kind: type, **lies: Callable[..., object]) -> type:
    """A class that is taken for the other one, but for what it says of the clock."""

    class Known(type):
        def __instancecheck__(cls, one: object) -> bool:
            return isinstance(one, kind)

    return Known(kind.__name__, (kind,), {name: staticmethod(lie) for name, lie in lies.items()})


@contextmanager
def abroad(country: str, folder: Path) -> Iterator[bool]:
    """This process as a machine of a country; whether the system itself has that country's words.

    Qt knows every country by itself, so that what asks it is answered as it would be there.
    """
    words = {"LC_ALL": f"{country}.UTF-8", "LANG": f"{country}.UTF-8", "LANGUAGE": country[:2]}
    before, qt = locale.setlocale(locale.LC_ALL), QLocale()
    with patch.dict(os.environ, {**words, "LOCPATH": str(folder)}):
        try:
            locale.setlocale(locale.LC_ALL, "C" if country == "C" else "")
            known = True
        except locale.Error:
            known = False
        QLocale.setDefault(QLocale.c() if country == "C" else QLocale(country))
        try:
            yield known
        finally:
            QLocale.setDefault(qt)
            locale.setlocale(locale.LC_ALL, before)


def make_countries(folder: Path) -> None:
    """Let the system make the words of each country, where it has what they are made of."""
    for country in COUNTRIES[1:]:
        with suppress(FileNotFoundError):
            command = ["localedef", "-i", country, "-f", "UTF-8", f"{folder / country}.UTF-8"]
            subprocess.run(command, capture_output=True, check=False)
