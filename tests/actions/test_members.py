"""Members come into the register and their facts change; a refusal writes nothing."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.actions.members import add_member, add_members, change_member
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.people import Beneficiary, Member, MemberId, Role, Status
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import NameMissing
from ledger.rules.register import BeneficiariesNotWhole, StatusByAct
from ledger.rules.set_up import MemberNumberTaken
from tests.villages import DALA, KHAM, MEMBERS, PHET, actor

KEEPER = actor()
NEW = Member(MemberId(0), "008", "ໜູພອນ ຫຼວງລາດ", date(2026, 4, 5), household="12")


def test_the_book_gives_a_new_member_her_id(book: Book) -> None:
    change = add_member(book, KEEPER, member=NEW)
    assert change.topics == {Topic.MEMBERS}
    assert change.members == {MemberId(8)}
    assert book.member(MemberId(8)) == replace(NEW, id=MemberId(8))


def test_several_come_together_or_not_at_all(book: Book) -> None:
    second = replace(NEW, number="009", name="ວັນດີ")
    assert add_members(book, KEEPER, members=(NEW, second)).members == {MemberId(8), MemberId(9)}
    third = replace(NEW, number="010")
    with pytest.raises(MemberNumberTaken):
        add_members(book, KEEPER, members=(third, replace(third, name="ຄົນທີສອງ")))
    assert len(book.members()) == 9


@pytest.mark.parametrize(
    ("member", "why"),
    [
        (replace(NEW, name=" "), NameMissing),
        (replace(NEW, number=""), NameMissing),
        (replace(NEW, number="001"), MemberNumberTaken),
        (replace(NEW, beneficiaries=(Beneficiary("ວຽງ", 9_900),)), BeneficiariesNotWhole),
    ],
)
def test_what_the_register_refuses_is_not_written(
    book: Book, member: Member, why: type[Exception]
) -> None:
    with pytest.raises(why):
        add_member(book, KEEPER, member=member)
    assert book.members() == MEMBERS


def test_facts_change_and_the_older_ones_stay_in_the_trail(book: Book) -> None:
    heirs = (Beneficiary("ວຽງ", 3_333, "ລູກ"), Beneficiary("ແສງ", 6_667, "ຜົວ"))
    changed = replace(DALA, phone="020 5550 0099", beneficiaries=heirs)
    assert change_member(book, KEEPER, member=changed).members == {DALA.id}
    assert book.member(DALA.id) == changed
    assert [row.act for row in book.history(1)] == ["change_member"]
    # Her own number is no other member's.
    with pytest.raises(MemberNumberTaken):
        change_member(book, KEEPER, member=replace(DALA, number=KHAM.number))


def test_nobody_goes_or_comes_by_a_change_of_facts(book: Book) -> None:
    """Leave, exit, death and coming back carry decisions and settlements; a form does not."""
    for member, status in ((DALA, Status.ON_LEAVE), (DALA, Status.LEFT), (PHET, Status.ACTIVE)):
        with pytest.raises(StatusByAct) as refused:
            change_member(book, KEEPER, member=replace(member, status=status))
        assert refused.value == StatusByAct(member=member.told, status=member.status)
    assert book.members() == MEMBERS


def test_an_auditor_writes_nothing(book: Book) -> None:
    for act in (add_member, change_member):
        with pytest.raises(NotPermitted):
            act(book, actor(Role.AUDITOR), member=replace(NEW, id=DALA.id))
    assert book.members() == MEMBERS
