"""What the pen writes, what it tells back, and that it writes all or nothing."""

import json
from dataclasses import replace
from datetime import date

import pytest

from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.book.writing import writing
from ledger.rules.accounts import CASH, LOANS, SAVINGS
from ledger.rules.days import Month
from ledger.rules.loan_values import LoanDecision, LoanMove, LoanRequest, MoveKind
from ledger.rules.people import Beneficiary, MemberId, Officer, OfficerId, Role, Sex, Status
from ledger.rules.refusals import CashShort
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import Entry, EntryNumber, LoanId, counter_entry
from tests.book.books import (
    BEGIN,
    BOUN,
    GROUP,
    KHAM,
    OFFICERS,
    ONE,
    PRODUCT,
    RULES,
    TWO,
    deposit,
    entry,
    interest,
    lend,
    member,
    pay_out,
    post,
    repaid,
)

JAN_5 = date(2025, 1, 5)


def everything(book: Book) -> tuple[object, ...]:
    tables = book.shelf.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return tuple(book.shelf.rows(f"SELECT * FROM {name}") for (name,) in sorted(tables))


def test_entries_are_numbered_on_and_read_back_as_they_were(book: Book) -> None:
    first = Entry(
        day=JAN_5,
        transfers=(deposit(ONE, 5_000), deposit(ONE, 1)),
        note="ສອງເດືອນ",
        month=Month(2024, 12),
    )
    second = entry(JAN_5, deposit(TWO, 7_000))
    with writing(book, KHAM, "record_day") as pen:
        assert pen.post([first]) == (1,)
        assert pen.post([second, first]) == (2, 3)
        assert pen.post([]) == ()
    assert [book.entry(EntryNumber(n)).entry for n in (1, 2, 3)] == [first, second, first]
    assert [posted.number for posted in book.entries(JAN_5, JAN_5)] == [1, 2, 3]
    assert book.entries(date(2025, 1, 6), date(2030, 1, 1)) == ()
    seals = [posted.seal for posted in book.entries(BEGIN, JAN_5)]
    assert len(set(seals)) == 3
    with pytest.raises(KeyError):
        book.entry(EntryNumber(4))


def test_the_change_tells_what_was_touched(book: Book) -> None:
    loan = lend(book, ONE, 2_000, JAN_5)
    with writing(book, KHAM, "record_day") as pen:
        pen.post([entry(JAN_5, deposit(TWO, 5_000)), entry(JAN_5, pay_out(loan, ONE, 2_000))])
    assert pen.change == Change(
        topics=frozenset({Topic.ENTRIES, Topic.LOANS}),
        members=frozenset({ONE, TWO}),
        loans=frozenset({loan}),
        entries=(EntryNumber(1), EntryNumber(2)),
    )
    with writing(book, KHAM, "record_day") as pen:
        pen.post([entry(JAN_5, deposit(TWO, 5_000))])
    assert pen.change.topics == {Topic.ENTRIES}


def test_the_trail_says_who_did_what(book: Book) -> None:
    with writing(book, KHAM, "close_year", second=BOUN, year=2025, day=JAN_5, names=("a", "b")):
        pass
    newest = book.history(1)[0]
    assert (newest.number, newest.officer, newest.name, newest.role) == (3, 1, "ນາງ ຄຳ", KHAM.role)
    assert (newest.second, newest.act) == ("ທ້າວ ບຸນ", "close_year")
    assert newest.facts == {"year": 2025, "day": "2025-01-05", "names": ["a", "b"]}
    assert newest.at == "2025-01-01T12:00:00+07:00"
    assert [row.number for row in book.history()] == [3, 2, 1]
    assert book.history()[1].second == ""


ERRORS = (CashShort(JAN_5, 0, 1), RuntimeError("ours"), KeyboardInterrupt())


def stopped(book: Book, error: BaseException) -> None:
    with writing(book, KHAM, "record_day") as pen:
        pen.add_member(member(4))
        pen.post([entry(JAN_5, deposit(MemberId(4), 5_000))])
        pen.draft("page", "{}")
        assert len(book.members()) == 4
        assert book.balances()[CASH] == 5_000
        raise error


@pytest.mark.parametrize("error", ERRORS)
def test_an_exception_leaves_nothing(book: Book, error: BaseException) -> None:
    before = everything(book)
    members = book.members()
    with pytest.raises(type(error)):
        stopped(book, error)
    assert everything(book) == before
    assert (book.members(), book.balances()) == (members, {})
    assert book.check() == ()
    post(book, entry(JAN_5, deposit(ONE, 5_000)))


def test_a_seal_that_cannot_be_written_leaves_nothing(book: Book) -> None:
    before = everything(book)
    with pytest.raises(TypeError), writing(book, KHAM, "record_day", fact=object()) as pen:
        pen.post([entry(JAN_5, deposit(ONE, 5_000))])
    assert everything(book) == before


def test_members_keep_every_version(book: Book) -> None:
    changed = replace(
        book.member(ONE),
        name="ນາງ ໃໝ່",
        title="ນາງ",
        sex=Sex.FEMALE,
        household="ໜ່ວຍ 3",
        status=Status.ON_LEAVE,
        welfare_since=date(2024, 2, 29),
        promise=20_000,
        shares=3,
        fee_free=True,
        beneficiaries=(Beneficiary("ທ້າວ ລູກ", 10_000, "ລູກ"),),
    )
    with writing(book, KHAM, "change_member") as pen:
        pen.change_member(changed)
    assert pen.change == Change(topics=frozenset({Topic.MEMBERS}), members=frozenset({ONE}))
    assert book.member(ONE) == changed
    assert [m.id for m in book.members()] == [1, 2, 3]
    names = book.shelf.rows("SELECT name FROM member_version WHERE member = 1 ORDER BY version")
    assert names == [("ນາງ 1",), ("ນາງ ໃໝ່",)]
    with pytest.raises(KeyError):
        book.member(MemberId(4))


def test_the_group_changes_and_the_day_its_books_began_stays(book: Book) -> None:
    with writing(book, KHAM, "change_group") as pen:
        pen.set_group(replace(GROUP, name="ກຸ່ມໃໝ່"))
    assert pen.change.topics == {Topic.GROUP}
    assert book.group == replace(GROUP, name="ກຸ່ມໃໝ່", books_begin=BEGIN)
    assert (book.begun, book.books_begin) == (True, BEGIN)


def test_rulebooks_stand_in_the_order_of_their_days(book: Book) -> None:
    later = Rulebook(valid_from=date(2026, 1, 1), resolution="3/2025", deposit_day=10)
    mended = replace(RULES, resolution="2/2025")
    with writing(book, KHAM, "adopt_rules") as pen:
        pen.adopt(later)
        pen.adopt(mended)
    assert pen.change.topics == {Topic.RULES}
    assert book.rulebooks == (mended, later)
    assert book.rulebook(date(2025, 12, 31)) == mended
    assert book.rulebook(date(2026, 1, 1)) == later
    assert book.rulebook(date(2020, 1, 1)) == mended
    assert book.shelf.one("SELECT count(*) FROM rulebook") == (3,)


def test_officers_get_a_version_only_where_something_is_new(book: Book) -> None:
    new = Officer(id=OfficerId(3), name="ນາງ ແກ້ວ", role=Role.TREASURER, member=ONE, weight=2)
    left = replace(OFFICERS[1], until=date(2025, 6, 30), since=date(2024, 1, 1))
    with writing(book, KHAM, "set_officers") as pen:
        pen.set_officers([OFFICERS[0], left, new])
    assert pen.change.topics == {Topic.OFFICERS}
    assert book.officers() == (OFFICERS[0], left, new)
    assert book.shelf.one("SELECT count(*) FROM officer_version") == (4,)


def test_a_loan_from_the_request_to_the_last_kip(book: Book) -> None:
    request = LoanRequest(
        member=ONE,
        day=JAN_5,
        kip=10_000,
        purpose="rice",
        product=PRODUCT,
        months=12,
        guarantors=(TWO,),
        note="ຊື້ປຸ໋ຍ",
    )
    with writing(book, KHAM, "request_loan") as pen:
        loan = pen.request_loan(request, number="2025-001")
    assert pen.change == Change(
        topics=frozenset({Topic.LOANS}), members=frozenset({ONE}), loans=frozenset({loan})
    )
    asked = book.loan(loan)
    assert (asked.id, asked.number, asked.request, asked.decision) == (1, "2025-001", request, None)
    decision = LoanDecision(JAN_5, "7/2025", True, 9_000, ("ນາງ ຄຳ", "ທ້າວ ບຸນ"), "ພໍ")
    with writing(book, KHAM, "decide_loan") as pen:
        pen.decide_loan(loan, decision)
    assert pen.change.loans == {loan}
    assert book.loan(loan).decision == decision
    post(book, entry(JAN_5, deposit(TWO, 50_000)), entry(JAN_5, pay_out(loan, ONE, 9_000)))
    feb = date(2025, 2, 5)
    numbers = post(book, entry(feb, repaid(loan, ONE, 4_000), interest(loan, ONE, 180)))
    wrong = book.entry(EntryNumber(numbers[0]))
    post(book, counter_entry(wrong, day=feb, reason="ຜິດ"))
    assert book.loan(loan).moves == (
        LoanMove(JAN_5, MoveKind.PAY_OUT, 9_000),
        LoanMove(feb, MoveKind.PRINCIPAL, 4_000),
        LoanMove(feb, MoveKind.INTEREST, 180),
        LoanMove(feb, MoveKind.PRINCIPAL, -4_000),
        LoanMove(feb, MoveKind.INTEREST, -180),
    )
    assert book.is_taken_back(wrong.number)
    assert not book.is_taken_back(EntryNumber(numbers[0] + 1))
    assert book.counter_of(wrong.number) == numbers[0] + 1
    with pytest.raises(KeyError):
        book.loan(LoanId(2))


def test_a_loan_is_open_until_nothing_at_all_is_owed(book: Book) -> None:
    """Principal can be back while interest is still owed."""
    loan = lend(book, ONE, 10_000, JAN_5)
    assert [found.id for found in book.loans(open_only=True)] == [loan]
    post(book, entry(JAN_5, deposit(TWO, 50_000)), entry(JAN_5, pay_out(loan, ONE, 10_000)))
    feb = date(2025, 2, 5)
    post(book, entry(feb, repaid(loan, ONE, 10_000)))
    assert book.balances()[LOANS] == 0
    assert [found.id for found in book.loans(open_only=True)] == [loan]
    (last,) = post(book, entry(feb, interest(loan, ONE, 200)))
    assert book.loans(open_only=True) == ()
    assert [found.id for found in book.loans()] == [loan]
    post(book, counter_entry(book.entry(EntryNumber(last)), day=feb, reason="ຜິດ"))
    assert [found.id for found in book.loans(open_only=True)] == [loan]
    assert book.check() == ()


def test_a_refused_loan_is_not_open(book: Book) -> None:
    request = LoanRequest(ONE, JAN_5, 10_000, "rice", PRODUCT, 12)
    with writing(book, KHAM, "request_loan") as pen:
        loan = pen.request_loan(request, number="2025-001")
        assert [found.id for found in book.loans(open_only=True)] == [loan]
        pen.decide_loan(loan, LoanDecision(JAN_5, "8", False, 0))
    assert book.loans(open_only=True) == ()


def test_the_last_day_is_that_of_the_newest_entry(book: Book) -> None:
    assert book.last_day() == BEGIN
    post(book, entry(JAN_5, deposit(ONE, 5)), entry(BEGIN, deposit(ONE, 5)))
    assert book.last_day() == JAN_5


def test_a_day_may_lie_before_the_day_of_earlier_numbers(book: Book) -> None:
    post(book, entry(date(2025, 3, 5), deposit(ONE, 100)))
    post(book, entry(date(2025, 1, 5), deposit(ONE, 10)))
    assert book.balances(date(2025, 2, 28)) == {CASH: 10, SAVINGS: 10}
    assert book.balances() == {CASH: 110, SAVINGS: 110}
    assert book.check() == ()


def test_the_kept_facts_are_dropped_when_something_is_written(book: Book) -> None:
    before = book.day_facts(JAN_5, JAN_5)
    assert book.day_facts(JAN_5, JAN_5) is before
    with writing(book, KHAM, "pencil") as pen:
        pen.draft("page", "1")
    assert book.day_facts(JAN_5, JAN_5) is before
    with writing(book, KHAM, "change_member") as pen:
        pen.change_member(replace(member(1), promise=5))
    assert book.day_facts(JAN_5, JAN_5).members[ONE].promise == 5


def test_facts_of_the_trail_are_plain(book: Book) -> None:
    with writing(book, KHAM, "act", kind=Status.LEFT, month=Month(2025, 1)):
        pass
    ((facts,),) = book.shelf.rows("SELECT facts FROM event ORDER BY seq DESC LIMIT 1")
    assert json.loads(facts) == {"kind": "left", "month": {"year": 2025, "number": 1}}


def test_by_whom_an_entry_was_written(book: Book) -> None:
    (number,) = post(book, entry(JAN_5, deposit(ONE, 5)))
    with writing(book, BOUN, "record_day") as pen:
        (second,) = pen.post([entry(JAN_5, deposit(ONE, 5))])
    assert book.act_of(EntryNumber(number)).name == KHAM.name
    assert book.act_of(second) == book.history(1)[0]
    with pytest.raises(KeyError):
        book.act_of(EntryNumber(9))


def test_a_new_member_keeps_her_birthday(book: Book) -> None:
    born = date(1960, 4, 5)
    with writing(book, KHAM, "add_member") as pen:
        pen.add_member(replace(member(9), born=born))
    assert book.member(MemberId(9)).born == born
    assert book.check() == ()
