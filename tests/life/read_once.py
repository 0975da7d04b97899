"""Between two writings a file says the same, however often it is asked: it is asked once.

The long lives read the book after every act, and the program reads much of it again before the next
one. Here the answer is kept until a row changes, so that the same checks cost less. Nothing is kept
in a transaction, and nothing from one connection to another.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from weakref import WeakKeyDictionary

from ledger.book.shelf import Parameters, Shelf


class _Answers:
    """What one file has answered since a row of it changed."""

    def __init__(self) -> None:
        self.changes = -1
        self.known: dict[object, list[tuple[Any, ...]]] = {}


@contextmanager
def read_once() -> Iterator[None]:
    """Inside, a question that was answered since the last change is not put again."""
    ask = Shelf.rows
    answers: WeakKeyDictionary[Shelf, _Answers] = WeakKeyDictionary()

    def rows(shelf: Shelf, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        raw = shelf.raw
        if not sql.startswith("SELECT") or shelf.shut or raw.in_transaction:
            return ask(shelf, sql, parameters)
        kept = answers.setdefault(shelf, _Answers())
        if kept.changes != raw.total_changes:
            kept.changes, kept.known = raw.total_changes, {}
        values = parameters.items() if isinstance(parameters, Mapping) else parameters
        key = (sql, tuple(values))
        if key not in kept.known:
            kept.known[key] = ask(shelf, sql, parameters)
        return list(kept.known[key])

    with patch.object(Shelf, "rows", rows):
        yield
