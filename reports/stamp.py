"""The book's code on a paper: by it anybody can later find out what the book held when it was made.

The code belongs to the making and not to the paper: whoever has the book sets it once around the
drawing, and the foot of every page takes it from here. Papers that are drawn without a book, as
blank forms are, have none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from translations.words import Words


@dataclass(frozen=True, slots=True)
class Stamp:
    """The code of the book as it stands, and how many lines the whole book has."""

    code: str = ""
    lines: int = 0


NO_STAMP = Stamp()
_NOW: ContextVar[Stamp] = ContextVar("stamp", default=NO_STAMP)


@contextmanager
def stamped(stamp: Stamp) -> Iterator[None]:
    """Every paper that is drawn within has this stamp in its feet."""
    before = _NOW.set(stamp)
    try:
        yield
    finally:
        _NOW.reset(before)


def stamp_now() -> Stamp:
    """The stamp that papers get now."""
    return _NOW.get()


def stamp_text(words: Words) -> str:
    """The stamp as the foot of a page says it; nothing where there is none."""
    stamp = stamp_now()
    if not stamp.code:
        return ""
    return words.say(
        "Code of the book {code} · {lines}",
        code=stamp.code,
        lines=words.say_many("{n} line", "{n} lines", stamp.lines),
    )
