"""The trail of who did what: every act in ink, the newest first."""

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.rules.people import OfficerId, Role


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One act as the book has it.

    `at` is the computer's clock ("2026-04-14T09:30:00+07:00"), which may be wrong: the order is
    `number`. `facts` are what the act was given, as plain words and whole numbers. `second` is the
    name of the other officer where two acted. `seal` covers the act and all that it wrote.
    """

    number: int
    at: str
    officer: OfficerId
    name: str
    role: Role
    second: str
    act: str
    facts: Mapping[str, object]
    seal: str
