"""The register as a list: found however a name is spelt, and in the order of Lao and Thai."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeAlias

from ledger.book.book import Book
from ledger.rules.kip import Kip
from ledger.rules.loan_moves import principal_owed
from ledger.rules.people import Member, MemberId, Status
from translations.sorting import SortKey, fold, sort_key


class Order(StrEnum):
    """By what the list is sorted."""

    NUMBER = "number"
    NAME = "name"
    HOUSEHOLD = "household"


class Standing(StrEnum):
    """Which members are shown."""

    HERE = "here"
    GONE = "gone"
    ALL = "all"


_GONE = frozenset({Status.LEFT, Status.DIED})
_NEAREST = 3
NOBODY_HAS: Mapping[MemberId, Kip] = {}


_Key: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member with what she has saved, of both kinds, and still owes, in kip.

    `shown` is her name as lists write it: with the household where another has the same name.
    """

    member: Member
    shown: str
    savings: Kip = 0
    owed: Kip = 0
    voluntary: Kip = 0
    folded: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """All members, ready to be searched and sorted; `two_kinds` where savings are of two."""

    rows: tuple[MemberRow, ...] = ()
    two_kinds: bool = False

    def find(
        self, text: str, *, standing: Standing, order: Order, downwards: bool = False
    ) -> list[MemberRow]:
        """The rows in which every word of the text stands somewhere, in the order asked for."""
        wanted = [fold(part) for part in text.split()]
        fits = [
            row
            for row in self.rows
            if _stands(row.member, standing) and all(part in row.folded for part in wanted)
        ]
        return sorted(fits, key=_KEYS[order], reverse=downwards)

    def nearest(self, text: str) -> list[str]:
        """Names that are spelt nearly like the text, the nearest first."""
        names: dict[str, str] = {}
        for row in self.rows:
            # Whoever was heard knows the given name at least.
            for name in (row.member.name, *row.member.name.split()):
                names.setdefault(_fold(name), name)
        close = get_close_matches(fold(text), names, n=_NEAREST, cutoff=0.5)
        return [names[name] for name in close]

    def row(self, member: MemberId) -> MemberRow | None:
        """The row of one member."""
        return next((row for row in self.rows if row.member.id == member), None)


def register_of(book: Book, today: date) -> Register:
    """Read the register from the book, with what stands on each member now."""
    owed: defaultdict[MemberId, Kip] = defaultdict(int)
    for loan in book.loans(open_only=True):
        owed[loan.request.member] += principal_owed(loan.moves)
    own = book.voluntary()
    kept = bool(own) or book.rulebook(today).voluntary.kept
    return register(book.members(), book.savings(), owed, own, two_kinds=kept)


def register(
    members: Sequence[Member],
    savings: Mapping[MemberId, Kip],
    owed: Mapping[MemberId, Kip],
    voluntary: Mapping[MemberId, Kip] = NOBODY_HAS,
    *,
    two_kinds: bool = False,
) -> Register:
    """The register of these members; both kinds of savings and what they owe in kip."""
    shown = shown_names(members)
    return Register(
        tuple(
            MemberRow(
                member=member,
                shown=shown[member.id],
                savings=savings.get(member.id, 0),
                owed=owed.get(member.id, 0),
                voluntary=voluntary.get(member.id, 0),
                folded=_folded(member),
            )
            for member in members
        ),
        two_kinds=two_kinds,
    )


def shown_names(members: Iterable[Member]) -> dict[MemberId, str]:
    """How each is called in a list: two with one name always show where they live."""
    members = tuple(members)
    times = Counter(_fold(member.name) for member in members)
    return {
        member.id: _with_home(member) if times[_fold(member.name)] > 1 else full_name(member)
        for member in members
    }


def full_name(member: Member) -> str:
    """Title and name."""
    return f"{member.title} {member.name}".strip()


def _with_home(member: Member) -> str:
    home = member.household or member.village_unit or member.number
    return f"{full_name(member)} ({home})"


def next_number(members: Iterable[Member]) -> str:
    """The number after the highest, written as long as that one."""
    highest = max(
        (member.number for member in members if member.number.isdecimal()), key=int, default="000"
    )
    return f"{int(highest) + 1:0{len(highest)}d}"


def _stands(member: Member, standing: Standing) -> bool:
    return standing is Standing.ALL or (member.status in _GONE) is (standing is Standing.GONE)


def _folded(member: Member) -> str:
    parts = (member.number, full_name(member), member.household, member.village_unit, member.phone)
    # A mark between the parts, so that nothing is found across two of them.
    return _fold("|".join(parts))


@lru_cache(maxsize=50_000)
def _fold(text: str) -> str:
    """As `fold`; the register is read again after each act, and names seldom change."""
    return fold(text)


@lru_cache(maxsize=20_000)
def _name_key(name: str) -> SortKey:
    return sort_key(name)


@lru_cache(maxsize=20_000)
def number_key(text: str) -> tuple[int, int, SortKey]:
    """Numbers by their size and before names; nothing at all comes last."""
    figures = re.match(r"\d+", fold(text))
    if figures:
        return 0, int(figures[0]), sort_key(text)
    return (1 if text else 2), 0, sort_key(text)


_KEYS: dict[Order, Callable[[MemberRow], _Key]] = {
    Order.NUMBER: lambda row: number_key(row.member.number),
    Order.NAME: lambda row: (_name_key(row.member.name), number_key(row.member.number)),
    Order.HOUSEHOLD: lambda row: (number_key(row.member.household), _name_key(row.member.name)),
}


def year_of(text: str) -> int | None:
    """A year of birth as it was typed, Buddhist years too; nothing where it is none."""
    figures = fold(text)
    if len(figures) != _FIGURES_OF_A_YEAR or not figures.isdecimal():
        return None
    year = int(figures)
    return year - _BUDDHIST if year > _LAST_YEAR else year


_FIGURES_OF_A_YEAR, _BUDDHIST, _LAST_YEAR = 4, 543, 2400
