"""The heavy parts of the book's room, each loaded when a question first needs it.

Opening a book and looking up a balance must not wait for what only a check, a paper or the pen
uses; SQLAlchemy and the shapes of all rows alone would double the wait. So the reading door names
such a part as `parts.checking`, and Python loads it at that moment, once. Readers of the code and
of the types see an ordinary import.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.book import (
        beginning,
        checking,
        copying,
        mirror_lines,
        past,
        reading_people,
        reading_trail,
        snapshot,
        typed,
    )
else:

    def __getattr__(name):
        """Load a part by its name and keep it here."""
        if name not in __all__:
            raise AttributeError(name)
        part = globals()[name] = import_module(f"ledger.book.{name}")
        return part


__all__ = [
    "beginning",
    "checking",
    "copying",
    "mirror_lines",
    "past",
    "reading_people",
    "reading_trail",
    "snapshot",
    "typed",
]
