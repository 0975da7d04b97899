"""Who asks to join is taken in or turned down; households change; committees hand over."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.actions.admissions import ask_to_join, asked_of, take_in, turn_down
from ledger.actions.committee import hand_over
from ledger.actions.meeting import open_sheet
from ledger.actions.members import add_member, change_member, move_household
from ledger.actions.record import DayRecord, record
from ledger.actions.rulebook import adopt_rulebook
from ledger.book.book import Book
from ledger.rules.admission import (
    AlreadyDecided,
    ApprovalMissing,
    CandidateId,
    CandidateUnknown,
    GuardianMissing,
)
from ledger.rules.committee import Election, committee_of
from ledger.rules.meeting_values import CashCount, SheetKind
from ledger.rules.member_life import LifeKind
from ledger.rules.network import Figure
from ledger.rules.people import Member, MemberId, Officer, OfficerId, Role
from ledger.rules.permits import NEVER_ALONE, Act
from ledger.rules.refusals import DayOutsideBooks
from ledger.rules.rulebook import PeopleRules
from ledger.rules.set_up import MemberNumberTaken
from ledger.rules.settlement import SheetOnTable
from tests.villages import BOUNMY, DALA, DAY, KHAM, MEMBERS, NOY, OFFICERS, RULES, TODAY, actor, two

KEEPER = actor()
SOON = date(2026, 1, 2)
NOTES = CashCount(((50_000, 50),))
CHILD = Member(
    MemberId(0),
    "",
    "ນ້ອຍ ພົມມະຈັນ",
    DAY,
    household="8",
    birth_year=2016,
    pupil=True,
    guardian="ນາງ ດາລາ",
)


@pytest.fixture
def strict(book: Book) -> Book:
    """The village after it agreed that a meeting decides on new members."""
    rules = replace(RULES, people=PeopleRules(approval=True), resolution="2/2026", valid_from=SOON)
    adopt_rulebook(book, two(KEEPER), rulebook=rules)
    return book


def test_asked_decided_and_in_the_register(strict: Book) -> None:
    ask_to_join(strict, KEEPER, person=CHILD, day=DAY)
    (asked,) = strict.asked()
    assert (asked.candidate.id, asked.admission) == (1, None)
    assert strict.hand_over(DAY).candidates == 1
    take_in(strict, KEEPER, candidate=CandidateId(1), day=DAY, decision="5/2026", number="008")
    new = strict.member(MemberId(8))
    assert new == replace(CHILD, id=MemberId(8), number="008")
    assert asked_of(strict, CandidateId(1)).admission is not None
    (event,) = strict.life_of(new.id)
    assert (event.kind, event.decision) == (LifeKind.ADMITTED, "5/2026")
    assert strict.check() == ()
    with pytest.raises(AlreadyDecided):
        turn_down(strict, KEEPER, candidate=CandidateId(1), day=DAY, decision="6/2026", reason="x")


def test_a_no_keeps_its_reason(strict: Book) -> None:
    ask_to_join(strict, KEEPER, person=CHILD, day=DAY)
    turn_down(strict, KEEPER, candidate=CandidateId(1), day=DAY, decision="5/2026", reason="ຢູ່ບ້ານອື່ນ")
    said = strict.asked()[0].admission
    assert said is not None
    assert (said.approved, said.reason) == (False, "ຢູ່ບ້ານອື່ນ")
    assert strict.members() == MEMBERS
    assert strict.check() == ()


def test_what_is_refused(strict: Book) -> None:
    with pytest.raises(GuardianMissing):
        ask_to_join(strict, KEEPER, person=replace(CHILD, guardian=""), day=DAY)
    ask_to_join(strict, KEEPER, person=CHILD, day=DAY)
    with pytest.raises(CandidateUnknown):
        asked_of(strict, CandidateId(9))
    with pytest.raises(MemberNumberTaken):
        take_in(strict, KEEPER, candidate=CandidateId(1), day=DAY, decision="5", number="001")
    with pytest.raises(ApprovalMissing):
        add_member(strict, KEEPER, member=replace(CHILD, number="008"))
    new = replace(CHILD, id=MemberId(8), number="008")
    with pytest.raises(ApprovalMissing):
        record(strict, KEEPER, record=DayRecord(DAY, (), members=(new,)), today=TODAY)
    assert strict.members() == MEMBERS


def test_by_the_file_of_days_with_its_decision(strict: Book) -> None:
    new = replace(CHILD, id=MemberId(8), number="008")
    day = DayRecord(DAY, (), members=(new,), admitted={new.id: "5/2026"})
    record(strict, KEEPER, record=day, today=TODAY)
    assert strict.life_of(new.id)[0].decision == "5/2026"
    # Who joined before the books began was taken in on paper.
    old = replace(CHILD, number="009", joined=date(2025, 5, 5))
    add_member(strict, KEEPER, member=old)
    assert strict.life_of(MemberId(9)) == ()


def test_further_facts_have_versions_of_their_own(book: Book) -> None:
    add_member(book, KEEPER, member=replace(CHILD, number="008"))
    her = book.member(MemberId(8))
    grown = replace(her, pupil=False, guardian="")
    change_member(book, KEEPER, member=grown)
    assert book.member(her.id) == grown
    change_member(book, KEEPER, member=replace(grown, phone="020"))
    assert book.member(her.id) == replace(grown, phone="020")
    assert book.check() == ()


def test_two_move_to_another_household(book: Book) -> None:
    before = {row.name: len(row.members) for row in book.households(DAY)}
    assert before["12"] == 2
    move_household(book, KEEPER, members=(BOUNMY.id, NOY.id), household=" 99 ")
    after = {row.name: row for row in book.households(DAY)}
    assert (len(after["12"].members), after["99"].savings) == (1, 1_000_000)
    assert (after["12"].welfare, after["99"].welfare) == (1, 1)
    assert "7" not in after


def test_every_page_counts_the_same_households_after_each_move(book: Book) -> None:
    """The first page, the list, and the sheet for the network; a house renamed is one house."""

    def counted() -> tuple[int, int, int]:
        named = sum(1 for row in book.households(DAY) if row.name)
        sheet = book.network_sheet(DAY).sheet
        return named, book.figures(DAY).households, sheet[Figure.MEMBER_HOUSEHOLDS]

    before = counted()
    assert len(set(before)) == 1
    saved = sum(row.savings for row in book.households(DAY))
    # The whole house gets another name, then one of it goes to a house that is there already.
    move_household(book, KEEPER, members=(KHAM.id, BOUNMY.id), household="ເຮືອນໃໝ່")
    assert counted() == before
    move_household(book, KEEPER, members=(NOY.id,), household="ເຮືອນໃໝ່")
    assert counted() == tuple(number - 1 for number in before)
    move_household(book, KEEPER, members=(KHAM.id, BOUNMY.id, NOY.id), household="")
    assert counted() == tuple(number - 2 for number in before)
    assert sum(row.savings for row in book.households(DAY)) == saved
    assert book.check() == ()


ELECTION = Election(
    day=DAY,
    decision="8/2026",
    goes=(OfficerId(1),),
    comes=(Officer(OfficerId(0), DALA.name, Role.PRESIDENT, member=DALA.id),),
    handed_by=OFFICERS[0].name,
    taken_by=DALA.name,
)


def test_a_committee_hands_over(book: Book) -> None:
    change = hand_over(book, KEEPER, election=ELECTION, today=TODAY)
    assert change.entries == ()
    after = committee_of(book.officers(), DAY)
    assert [o.name for o in after if o.role is Role.PRESIDENT] == [DALA.name]
    (sheet,) = book.hand_overs()
    assert (sheet.cash, sheet.loans, sheet.unsigned) == (2_500_000, 0, ())
    row = book.history(1)[0]
    assert (row.act, row.second) == ("hand_over", DALA.name)
    assert Act.HAND_OVER in NEVER_ALONE
    assert book.check() == ()


def test_not_on_a_day_to_come_and_not_over_an_open_sheet(book: Book) -> None:
    late = replace(ELECTION, day=date(2026, 4, 21))
    with pytest.raises(DayOutsideBooks):
        hand_over(book, KEEPER, election=late, today=TODAY)
    open_sheet(book, KEEPER, kind=SheetKind.DAY_SHEET, day=DAY, opening=NOTES, today=TODAY)
    with pytest.raises(SheetOnTable):
        hand_over(book, KEEPER, election=ELECTION, today=TODAY)
    assert book.hand_over(DAY).unsigned == (DAY,)
    assert book.officers() == OFFICERS
    assert KHAM in book.members()
