"""Every receipt number between two days, without a gap: what each is, and which are void."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from ledger.rules.kip import Kip
from ledger.rules.people import Member
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.transfers import EntryNumber, Kind, PostedEntry
from ledger.statements.slips import (
    SlipFacts,
    SlipKind,
    Tied,
    kind_of,
    member_of,
    moved_by_hand,
    party_of,
)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One number: its paper (none where no money changed hands), and what moved, in kip.

    `taken_back` is the counter-entry that makes it void, `takes_back` what it makes void itself.
    """

    number: EntryNumber
    day: date
    kind: SlipKind | None
    kinds: tuple[Kind, ...]
    came: Kip
    went: Kip
    member: Member | None = None
    party: str = ""
    note: str = ""
    taken_back: Tied | None = None
    takes_back: EntryNumber | None = None


Run: TypeAlias = tuple[int, int]
"""Numbers that follow each other: the first and the last."""


@dataclass(frozen=True, slots=True)
class NumbersPaper:
    """The numbers between two days in their order.

    `elsewhere` are numbers among them whose entries are dated before or after, as those of a
    closing are; `missing` are those that the book does not have at all.
    """

    group: Group
    rulebook: Rulebook
    first: date
    last: date
    rows: tuple[NumberRow, ...]
    elsewhere: tuple[Run, ...]
    missing: tuple[Run, ...]
    printed: date
    void_only: bool = False

    @property
    def shown(self) -> tuple[NumberRow, ...]:
        """The rows that are printed: all, or those that are void and what made them so."""
        if not self.void_only:
            return self.rows
        return tuple(row for row in self.rows if row.taken_back or row.takes_back is not None)

    def count(self, kind: SlipKind | None) -> int:
        """How many numbers have such a paper, or none."""
        return sum(row.kind is kind for row in self.rows)

    @property
    def void(self) -> int:
        """How many numbers are void."""
        return sum(row.taken_back is not None for row in self.rows)


def number_rows(
    entries: Sequence[PostedEntry], facts: SlipFacts, back: Mapping[EntryNumber, Tied]
) -> tuple[NumberRow, ...]:
    """A row for each entry; `back` are the counter-entries by what they take back."""
    return tuple(_row(posted, facts, back) for posted in entries)


def _row(posted: PostedEntry, facts: SlipFacts, back: Mapping[EntryNumber, Tied]) -> NumberRow:
    entry = posted.entry
    whose = member_of(entry)
    member = None if whose is None else facts.members[whose]
    moves = [moved_by_hand(transfer) for transfer in entry.transfers]
    return NumberRow(
        number=posted.number,
        day=entry.day,
        kind=kind_of(entry),
        kinds=tuple(dict.fromkeys(transfer.kind for transfer in entry.transfers)),
        came=sum(kip for kip in moves if kip > 0),
        went=-sum(kip for kip in moves if kip < 0),
        member=member,
        party=party_of(entry, member),
        note=entry.note,
        taken_back=back.get(posted.number),
        takes_back=entry.reverses,
    )


def between(here: Sequence[int], whole_book: Sequence[int]) -> tuple[tuple[Run, ...], ...]:
    """The numbers between the first and the last of `here` that stand elsewhere, or nowhere.

    `whole_book` are all the numbers between the two that the book has.
    """
    if not here:
        return (), ()
    own, known = set(here), set(whole_book)
    others = [number for number in range(min(own), max(own)) if number not in own]
    return (
        runs_of([number for number in others if number in known]),
        runs_of([number for number in others if number not in known]),
    )


def runs_of(numbers: Sequence[int]) -> tuple[Run, ...]:
    """Rising numbers as runs without a gap."""
    runs: list[Run] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)
