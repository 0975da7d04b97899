"""Decisions are written into the minutes; two people agree where one is not enough."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.actions.decisions import write_decision
from ledger.actions.group import set_officers
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.meeting import open_sheet
from ledger.actions.members import add_member
from ledger.actions.two_persons import SecondPersonMissing, check_two
from ledger.actions.welfare import pay_pensions, write_birth_day
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.book.writing import writing
from ledger.rules.accounts import CASH, SAVINGS
from ledger.rules.days import Month
from ledger.rules.decisions import Decision, DecisionNumberTaken, Subject
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import SheetKind
from ledger.rules.people import Actor, Member, MemberId, Role
from ledger.rules.permits import Act, NotPermitted
from ledger.rules.transfers import Entry, Kind, LoanId, MeetingId, Transfer
from ledger.statements.minutes import RestKind
from tests.actions.welfare_makers import AGREED, APRIL, approved, with_table
from tests.villages import DALA, DAY, KHAM, OFFICERS, TODAY, TRADE, actor, two

KEEPER = actor()
DECISION = Decision(
    "12/2026", DAY, Subject.FUND, "ຊື້ປຶ້ມ", present=("ນາງ ຄຳ", "ທ້າວ ບຸນ"), votes_for=5, votes_against=0
)


def write(book: Book, decision: Decision) -> None:
    write_decision(book, KEEPER, decision=decision, today=TODAY)


def test_a_decision_is_read_as_it_was_written(book: Book) -> None:
    open_sheet(book, KEEPER, day=DAY, kind=SheetKind.MEETING, opening=None, today=TODAY)
    at_meeting = replace(DECISION, sheet=MeetingId(1))
    change = write_decision(
        book,
        KEEPER,
        decision=replace(at_meeting, number=" 12/2026 ", present=("ນາງ ຄຳ ", "", "ທ້າວ ບຸນ")),
        today=TODAY,
    )
    assert change.topics == {Topic.MINUTES}
    assert book.decisions() == (at_meeting,)
    assert book.decision("12/2026") == at_meeting
    assert book.next_decision(DAY) == "13/2026"
    assert book.history()[0].facts["decision"] == "12/2026"
    assert book.check() == ()


def test_a_wrong_one_is_corrected_by_one_that_names_it(book: Book) -> None:
    write(book, DECISION)
    second = replace(DECISION, number="13/2026", text="ຊື້ປຶ້ມ 20 ຫົວ", corrects="12/2026")
    write(book, second)
    assert book.decisions() == (DECISION, second)
    assert book.check() == ()


def test_a_refused_decision_leaves_nothing(book: Book) -> None:
    write(book, DECISION)
    with pytest.raises(DecisionNumberTaken):
        write(book, DECISION)
    assert book.decisions() == (DECISION,)
    with pytest.raises(NotPermitted):
        write_decision(book, actor(Role.AUDITOR), decision=DECISION, today=TODAY)


def test_two_persons_are_two_people_in_office(book: Book) -> None:
    one, other = (Actor(o.id, o.name, o.role) for o in OFFICERS[:2])
    assert check_two(book, one, other, Act.CLOSE_YEAR, today=TODAY) == other
    for nobody in (None, one):
        with pytest.raises(SecondPersonMissing):
            check_two(book, one, nobody, Act.CLOSE_YEAR, today=TODAY)
    stranger = replace(other, id=type(other.id)(99))
    with pytest.raises(SecondPersonMissing):
        check_two(book, one, stranger, Act.CLOSE_YEAR, today=TODAY)
    with pytest.raises(NotPermitted):
        check_two(book, one, replace(other, role=Role.AUDITOR), Act.ADOPT_RULES, today=TODAY)


def test_one_woman_with_two_offices_is_one_person(book: Book) -> None:
    member = book.members()[0].id
    first, second = (replace(o, member=member) for o in OFFICERS[:2])
    set_officers(book, two(KEEPER), officers=(first, second))
    one, other = (Actor(o.id, o.name, o.role) for o in OFFICERS[:2])
    with pytest.raises(SecondPersonMissing):
        check_two(book, one, other, Act.CLOSE_YEAR, today=TODAY)


def test_what_names_a_decision_is_found(book: Book) -> None:
    asked = LoanRequest(DALA.id, DAY, 500_000, "trade", TRADE, 10)
    request_loan(book, KEEPER, request=asked)
    names = (OFFICERS[0].name, OFFICERS[1].name)
    approved = LoanDecision(DAY, "12/2026", True, 500_000, names)
    decide_loan(book, KEEPER, loan=LoanId(1), decision=approved)
    missing = {m.number: [r.kind for r in m.rests] for m in book.minutes().missing}
    # The resolution under which the books began is named too.
    assert missing == {"1/2026": [RestKind.RULES], "12/2026": [RestKind.LOAN]}
    write(book, DECISION)
    (line,) = book.minutes().lines
    assert [(r.kind, r.number) for r in line.rests] == [(RestKind.LOAN, "2026-001")]
    assert [m.number for m in book.minutes().missing] == ["1/2026"]


def test_claims_pensions_and_new_members_name_their_decision(book: Book) -> None:
    with_table(book)
    approved(book)
    write_birth_day(book, KEEPER, member=KHAM.id, born=date(1950, 1, 1))
    pay_pensions(
        book,
        KEEPER,
        month=Month(2026, 4),
        members=frozenset({KHAM.id}),
        decision=replace(AGREED, number="5/2026"),
        today=APRIL,
    )
    new = Member(MemberId(0), "008", "ໃໝ່ ສີວິໄລ", joined=DAY)
    add_member(book, KEEPER, member=new, decision="6/2026")
    missing = {m.number: [(r.kind, r.number) for r in m.rests] for m in book.minutes().missing}
    assert missing["4/2026"] == [(RestKind.CLAIM, "W2026-001")]
    assert missing["5/2026"] == [(RestKind.CLAIM, "W2026-002")]
    assert missing["6/2026"] == [(RestKind.MEMBER, "008")]
    named = {row.act: row.facts.get("decision") for row in book.history()}
    acts = (Act.DECIDE_CLAIM, Act.PAY_PENSIONS, Act.ADD_MEMBER)
    assert [named[act] for act in acts] == ["4/2026", "5/2026", "6/2026"]


def test_a_number_that_is_named_is_not_proposed(book: Book) -> None:
    assert [m.number for m in book.minutes().missing] == ["1/2026"]
    write(book, replace(DECISION, number="0/2026"))
    assert book.next_decision(DAY) == "2/2026"


def test_an_entry_and_an_act_rest_on_what_they_name(book: Book) -> None:
    deposit = Transfer(Kind.DEPOSIT, CASH, SAVINGS, 1_000, member=DALA.id)
    with writing(book, KEEPER, "some_act", decision=["12/2026", "13/2026", " "]) as pen:
        (number,) = pen.post((Entry(day=DAY, transfers=(deposit,), decisions=("12/2026",)),))
    rests = {m.number: m.rests for m in book.minutes().missing}
    assert [(r.kind, r.act or r.number) for r in rests["12/2026"]] == [
        (RestKind.ENTRY, str(number)),
        (RestKind.ACT, "some_act"),
    ]
    assert [r.kind for r in rests["13/2026"]] == [RestKind.ACT]
    assert book.check() == ()
