"""The heavy parts of the book's room and some statements, each loaded when first needed.

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
        holder,
        last_written,
        locking,
        mirror_lines,
        past,
        reading_booklets,
        reading_people,
        reading_slips,
        reading_texts,
        reading_trail,
        snapshot,
        stick_locks,
        trail_papers,
        trash,
        typed,
    )
    from ledger.statements import (
        booklets,
        certificate,
        collection_sheet,
        earnings,
        idle,
        loan_papers,
        meeting_papers,
        member_year,
        proof,
        why,
        why_reckoned,
        why_sheet,
        year_set,
    )
else:
    _STATEMENTS = {
        "booklets",
        "certificate",
        "collection_sheet",
        "earnings",
        "idle",
        "loan_papers",
        "meeting_papers",
        "member_year",
        "proof",
        "why",
        "why_reckoned",
        "why_sheet",
        "year_set",
    }

    def __getattr__(name):
        """Load a part by its name and keep it here."""
        if name not in __all__:
            raise AttributeError(name)
        room = "statements" if name in _STATEMENTS else "book"
        part = globals()[name] = import_module(f"ledger.{room}.{name}")
        return part


__all__ = [
    "beginning",
    "booklets",
    "certificate",
    "checking",
    "collection_sheet",
    "copying",
    "earnings",
    "holder",
    "idle",
    "last_written",
    "loan_papers",
    "locking",
    "meeting_papers",
    "member_year",
    "mirror_lines",
    "past",
    "proof",
    "reading_booklets",
    "reading_people",
    "reading_slips",
    "reading_texts",
    "reading_trail",
    "snapshot",
    "stick_locks",
    "trail_papers",
    "trash",
    "typed",
    "why",
    "why_reckoned",
    "why_sheet",
    "year_set",
]
