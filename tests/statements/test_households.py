"""Households: who lives together, and that no move of a member loses one or her money."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.people import Member, Status, households_of
from ledger.statements.households import HouseholdRow, households_with
from tests.villages import BOUNMY, DALA, KHAM, NOY, PHET

EVERYBODY = (KHAM, BOUNMY, NOY, DALA)
SAVED = {KHAM.id: 100, BOUNMY.id: 20, NOY.id: 3, PHET.id: 9_000}
OWED = {BOUNMY.id: 7}


def rows(members: Iterable[Member], *, everybody: bool = False) -> tuple[HouseholdRow, ...]:
    return households_with(members, savings=SAVED, owed=OWED, everybody_in_welfare=everybody)


def test_who_lives_together_has_one_row() -> None:
    first, second, *_ = rows((*EVERYBODY, PHET))
    assert first == HouseholdRow("12", (KHAM, BOUNMY), savings=120, owed=7, welfare=1)
    assert (second.name, second.members) == ("7", (NOY,)), "who has left lives nowhere here"
    assert rows((KHAM, BOUNMY), everybody=True)[0].welfare == 2


def test_blanks_make_no_other_household_and_none_is_none() -> None:
    moved = (replace(KHAM, household=" 7 "), NOY, replace(BOUNMY, household=" "))
    homes = rows(moved)
    assert [(row.name, len(row.members)) for row in homes] == [("7", 2), ("", 1)]
    assert households_of(moved) == 1


@given(st.lists(st.sampled_from(["", "7", "12", " 12", "31"]), min_size=4, max_size=4))
def test_however_they_move_nobody_and_no_kip_is_lost(homes: list[str]) -> None:
    moved = [replace(m, household=h) for m, h in zip(EVERYBODY, homes, strict=True)]
    found = rows(moved)
    assert sorted(m.id for row in found for m in row.members) == sorted(m.id for m in EVERYBODY)
    assert sum(row.savings for row in found) == 123
    assert sum(row.owed for row in found) == 7
    assert households_of(moved) == sum(1 for row in found if row.name)
    gone = [replace(m, status=Status.DIED) for m in moved]
    assert rows(gone) == ()
