"""The book as it stood on a past day: a copy in memory without what was written later.

The book only grows, so an earlier one is what was there before. The order in which things were
written decides and not the clock: the copy ends before the first act that wrote something dated
after the day. It has the same guards as the file, every sum is worked out anew, and nothing can
be written into it.
"""

from datetime import date

from ledger.book.plain import number_of
from ledger.book.reading_sheets import PENCIL_TABLES
from ledger.book.schema import INK
from ledger.book.shelf import Shelf
from ledger.book.snapshot import in_memory
from ledger.book.unguarded import add_up, unguarded

_DATED = tuple(kind.__tablename__ for kind in INK if "day" in kind.__table__.columns)


def last_act(shelf: Shelf, day: date) -> int:
    """The number of the last act before the first one that wrote something dated after `day`."""
    later = " UNION ALL ".join(
        f"SELECT min(event) AS event FROM {table} WHERE day > :day" for table in ("entry", *_DATED)
    )
    (first,) = shelf.one(f"SELECT min(event) FROM ({later})", {"day": number_of(day)})
    (newest,) = shelf.one("SELECT max(seq) FROM event")
    return int(newest if first is None else first - 1)


def past_shelf(shelf: Shelf, act: int) -> Shelf:
    """A copy of the book in memory as it stood after the act of that number; it cannot be written.

    What lay on the table in pencil then is not in it: only what was signed is kept for good.
    """
    copy = in_memory(shelf.raw, shelf.path)
    with unguarded(copy):
        _forget_later(copy, act)
        add_up(copy)
    for setting in ("foreign_keys = ON", "query_only = ON"):
        copy.rows(f"PRAGMA {setting}")
    return copy


def _forget_later(copy: Shelf, act: int) -> None:
    copy.rows(
        "DELETE FROM transfer WHERE entry IN (SELECT number FROM entry WHERE event > ?)", (act,)
    )
    for table in ("entry", *(kind.__tablename__ for kind in INK)):
        copy.rows(f"DELETE FROM {table} WHERE event > ?", (act,))
    copy.rows("DELETE FROM event WHERE seq > ?", (act,))
    unsigned = "NOT IN (SELECT sheet FROM sheet_signed)"
    for table in PENCIL_TABLES:
        copy.rows(f"DELETE FROM {table} WHERE sheet {unsigned}")
    copy.rows("DELETE FROM draft")
    copy.rows("DELETE FROM year_opening WHERE year - 1 NOT IN (SELECT year FROM closed_year)")
