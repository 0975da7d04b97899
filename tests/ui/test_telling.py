"""Two members of one name are told apart in every refusal."""

from dataclasses import replace

import pytest

from ledger.rules.leaving import NotGone
from ledger.rules.people import Member
from tests.villages import KHAM, NOY
from translations import open_words
from ui.messages import sentence
from ui.messages.telling import Names

TWIN = replace(NOY, name=KHAM.name, household="7")


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ((KHAM, NOY), "001 ຄຳຫຼ້າ ທອງສະຫວັນ"),
        ((KHAM, TWIN), "001 ຄຳຫຼ້າ ທອງສະຫວັນ (12)"),
        ((replace(KHAM, household=""), TWIN), "001 ຄຳຫຼ້າ ທອງສະຫວັນ"),
        ((), "001 ຄຳຫຼ້າ ທອງສະຫວັນ"),
    ],
)
def test_by_number_and_by_household_where_two_have_one_name(
    members: tuple[Member, ...], told: str
) -> None:
    names = Names(members={m.id: m for m in members})
    said = sentence(open_words("lo"), NotGone(member=KHAM.told), names)
    assert said.startswith(f"{told} ")
    if members:
        assert names.member(KHAM.id) == told
