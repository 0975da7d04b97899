"""A line of the register is refused when it could not be printed in a passbook."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.people import Beneficiary, Member, MemberId, Status
from ledger.rules.refusals import NameMissing
from ledger.rules.register import (
    BeneficiariesNotWhole,
    SharesOutOfRange,
    StatusByAct,
    check_member,
    check_same_standing,
)
from ledger.rules.rulebook import Rulebook, SavingMode, SavingRules
from ledger.rules.set_up import MemberNumberTaken

DAY = date(2026, 1, 5)
FREE = Rulebook(valid_from=DAY, resolution="1")
SHARES = replace(
    FREE, saving=SavingRules(mode=SavingMode.SHARES, share_value=50, shares_min=1, shares_max=20)
)
NOY = Member(id=MemberId(1), number="7", name="ນ້ອຍ", joined=DAY)


def test_a_whole_line_is_taken() -> None:
    parts = (Beneficiary("ແກ້ວ", 7_500), Beneficiary("ສີ", 2_500))
    check_member(replace(NOY, beneficiaries=parts, shares=20), others=(), rulebook=SHARES)
    check_member(replace(NOY, shares=1), others=(), rulebook=SHARES)


@pytest.mark.parametrize("wrong", [replace(NOY, name=" "), replace(NOY, number="")])
def test_name_and_number_must_be_given(wrong: Member) -> None:
    with pytest.raises(NameMissing):
        check_member(wrong, others=(), rulebook=FREE)


def test_a_number_belongs_to_one_member() -> None:
    with pytest.raises(MemberNumberTaken) as refused:
        check_member(NOY, others=(replace(NOY, id=MemberId(2)),), rulebook=FREE)
    assert refused.value.number == "7"


def test_beneficiaries_share_the_whole() -> None:
    with pytest.raises(BeneficiariesNotWhole) as refused:
        check_member(
            replace(NOY, beneficiaries=(Beneficiary("ແກ້ວ", 9_999),)), others=(), rulebook=FREE
        )
    assert refused.value.total == 9_999


@pytest.mark.parametrize("shares", [21, -1])
def test_shares_keep_within_the_rules(shares: int) -> None:
    with pytest.raises(SharesOutOfRange):
        check_member(replace(NOY, shares=shares), others=(), rulebook=SHARES)
    check_member(replace(NOY, shares=shares), others=(), rulebook=FREE)


def test_who_she_is_changes_and_where_she_stands_does_not() -> None:
    check_same_standing(replace(NOY, name="ນ້ອຍ ໃໝ່", number="8"), NOY)
    with pytest.raises(StatusByAct) as refused:
        check_same_standing(replace(NOY, status=Status.LEFT), NOY)
    assert refused.value == StatusByAct(member="7 ນ້ອຍ", status=Status.ACTIVE)
