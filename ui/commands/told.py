"""How far a long print is, in one line of the terminal that is written over and over."""

import sys
import time
from collections.abc import Callable

from translations import Words

EVERY = 1.0
"""Seconds between two looks at it: a print that is shorter says nothing."""


class Told:
    """Called with how many parts of how many are drawn; `end` leaves the line behind."""

    def __init__(self, words: Words, clock: Callable[[], float] = time.monotonic) -> None:
        self._words, self._clock = words, clock
        self._last = clock()
        self._width = 0

    def __call__(self, done: int, whole: int) -> None:
        """Write the line again if the last one is old enough."""
        now = self._clock()
        if now - self._last < EVERY:
            return
        self._last = now
        number = self._words.number
        line = self._words.say("{done} of {whole} …", done=number(done), whole=number(whole))
        self._width = max(self._width, len(line))
        print(f"\r{line:{self._width}}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """What is said next begins on a line of its own."""
        if self._width:
            print(file=sys.stderr)
