"""Who is in the group: how each is told from the others, and where they live."""

from dataclasses import replace

from ledger.rules.people import households_of
from tests.villages import BOUNMY, KHAM, MEMBERS


def test_a_refusal_tells_her_by_number_and_name() -> None:
    assert KHAM.told == "001 ຄຳຫຼ້າ ທອງສະຫວັນ"


def test_each_household_that_is_written_down_counts_once() -> None:
    assert households_of(MEMBERS) == 5
    assert households_of([replace(KHAM, household=" 7 "), replace(BOUNMY, household="7")]) == 1
    assert households_of([replace(KHAM, household=" "), replace(BOUNMY, household="")]) == 0
