"""The first event of a new book: the group's name and the rules it begins with."""

from dataclasses import replace
from datetime import datetime

from ledger.book.plain import number_of, text_of
from ledger.book.schema import GroupRow, RulebookRow
from ledger.book.shelf import Shelf
from ledger.book.stroke import Stroke
from ledger.rules.people import SET_UP
from ledger.rules.rulebook import Group, Rulebook

CREATED = "create_book"
"""The act of the first event."""


def write_first_event(shelf: Shelf, group: Group, rulebook: Rulebook, at: datetime) -> None:
    """Write the group and its first rules into an empty book."""
    stroke = Stroke(shelf)
    # The day on which the books begin is set by the act that begins them.
    facts = text_of(replace(group, books_begin=None))
    stroke.write(GroupRow(version=1, books_begin=None, facts=facts, event=stroke.event))
    stroke.write(
        RulebookRow(
            id=1,
            valid_from=number_of(rulebook.valid_from),
            resolution=rulebook.resolution,
            facts=text_of(rulebook),
            event=stroke.event,
        )
    )
    stroke.seal(SET_UP, CREATED, at=at, second=None, facts={})
