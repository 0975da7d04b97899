"""What the book tells the rules: of days, borrowers and years, closed and open."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.accounts import CASH, DIVIDENDS_PAYABLE, ENTRY_FEES, SAVINGS, Account
from ledger.rules.closing import plan_close
from ledger.rules.days import FiscalYear, Month
from ledger.rules.lending import SavingsHistory
from ledger.rules.loan_values import LoanRequest
from ledger.rules.meeting_values import Attendance, SheetKind
from ledger.rules.people import MemberId, Officer, OfficerId, Role, Status
from ledger.rules.rulebook import Ceiling, CeilingKind, LoanProduct
from ledger.rules.transfers import EntryNumber, Kind, Transfer, counter_entry
from tests.book.books import (
    BEGIN,
    BOUN,
    KHAM,
    OFFICERS,
    ONE,
    PRODUCT,
    RULES,
    THREE,
    TWO,
    close,
    deposit,
    entry,
    fee,
    hold_meeting,
    interest,
    lend,
    member,
    pay_out,
    post,
    repaid,
    spent,
    withdrawal,
)

JAN_5, FEB_5, MAR_5 = date(2025, 1, 5), date(2025, 2, 5), date(2025, 3, 5)


def test_the_first_day_is_that_of_the_books_then_the_one_after_the_closed_year(book: Book) -> None:
    facts = book.day_facts(JAN_5, FEB_5)
    assert (facts.day, facts.first_day, facts.last_day) == (JAN_5, BEGIN, FEB_5)
    assert (facts.books_begin, facts.rulebook) == (BEGIN, RULES)
    assert facts.members == {m.id: m for m in book.members()}
    post(book, entry(JAN_5, fee(ONE, 5_000)))
    close(book, 2025)
    facts = book.day_facts(date(2026, 1, 5), date(2026, 1, 6))
    assert facts.first_day == date(2026, 1, 1)


def test_cash_is_looked_at_on_every_later_day(book: Book) -> None:
    post(book, entry(JAN_5, deposit(ONE, 1_000)), entry(FEB_5, spent(700)))
    post(book, entry(MAR_5, deposit(ONE, 5_000)))
    facts = book.day_facts(JAN_5, MAR_5)
    assert (facts.cash, facts.cash_low, facts.balances[CASH]) == (1_000, 300, 5_300)
    facts = book.day_facts(FEB_5, MAR_5)
    assert (facts.cash, facts.cash_low) == (300, 300)
    facts = book.day_facts(MAR_5, MAR_5)
    assert (facts.cash_then, facts.cash, facts.cash_low) == (None, 5_300, 5_300)


def test_what_was_paid_ahead_and_taken_back_before_its_year_was_looked_at_is_gone(
    book: Book,
) -> None:
    ahead = replace(entry(JAN_5, deposit(ONE, 1_000)), month=Month(2025, 3))
    (number,) = post(book, ahead)
    post(book, counter_entry(book.entry(EntryNumber(number)), day=JAN_5, reason="ຂຽນຜິດ"))
    # Twelve months back from here begin with the month that was paid for, after both entries.
    facts = book.day_facts(date(2026, 2, 5), date(2026, 2, 5))
    assert facts.saved == {ONE: {Month(2025, 3): 0}}


def test_open_loans_are_among_the_facts(book: Book) -> None:
    loan = lend(book, ONE, 10_000, JAN_5)
    assert book.day_facts(JAN_5, JAN_5).loans == {loan: book.loan(loan)}


# --- a borrower ------------------------------------------------------------------------------


def asking(day: date, *, months_earlier: int = 0, member: MemberId = ONE) -> LoanRequest:
    ceiling = Ceiling(kind=CeilingKind.SAVINGS_TIMES, months_earlier=months_earlier)
    product = replace(PRODUCT, ceiling=ceiling)
    return LoanRequest(member, day, 1_000, "rice", product, 12)


def test_savings_of_a_borrower_now_earlier_and_at_their_lowest(book: Book) -> None:
    post(book, entry(JAN_5, deposit(ONE, 5_000)), entry(FEB_5, deposit(ONE, 1_000)))
    post(book, entry(date(2025, 2, 20), withdrawal(ONE, 4_500)))
    post(book, entry(date(2025, 2, 20), deposit(ONE, 300)))
    post(book, entry(MAR_5, deposit(ONE, 9_000)), entry(date(2025, 4, 5), deposit(ONE, 7)))
    assert book.lending_facts(asking(MAR_5)).savings == SavingsHistory(10_800, 10_800, 10_800)
    facts = book.lending_facts(asking(MAR_5, months_earlier=1))
    assert facts.savings == SavingsHistory(now=10_800, earlier=6_000, lowest=1_800)
    assert (facts.day, facts.rulebook, facts.since) == (MAR_5, RULES, JAN_5)
    facts = book.lending_facts(asking(MAR_5, months_earlier=2))
    assert facts.savings == SavingsHistory(now=10_800, earlier=5_000, lowest=1_800)


def test_since_when_she_saves(book: Book) -> None:
    assert book.lending_facts(asking(MAR_5)).since == date(2024, 5, 1)
    opening = Transfer(Kind.OPENING, Account(3999), SAVINGS, 500, member=ONE)
    post(book, entry(date(2024, 12, 31), opening))
    assert book.lending_facts(asking(MAR_5)).since == date(2024, 5, 1)
    post(book, entry(FEB_5, deposit(TWO, 5)))
    assert book.lending_facts(asking(MAR_5, member=TWO)).since == FEB_5


def test_somebody_who_comes_in_the_same_act(book: Book) -> None:
    new = replace(member(4), joined=FEB_5)
    facts = book.lending_facts(asking(MAR_5, member=new.id), new_members=[new])
    assert facts.members[new.id] == new
    assert facts.since == FEB_5
    assert len(facts.members) == 4


def test_her_loans_and_for_whom_everybody_stands(book: Book) -> None:
    first = lend(book, ONE, 1_000, JAN_5, number="1")
    lend(book, ONE, 1_000, JAN_5, number="2")
    lend(book, TWO, 1_000, JAN_5, number="3")
    with writing(book, KHAM, "request_loan") as pen:
        request = LoanRequest(THREE, JAN_5, 5, "rice", PRODUCT, 12, guarantors=(ONE, TWO))
        pen.request_loan(request, number="4")
        pen.request_loan(replace(request, guarantors=(ONE,)), number="5")
    post(book, entry(JAN_5, deposit(TWO, 9_000)), entry(JAN_5, pay_out(first, ONE, 1_000)))
    facts = book.lending_facts(asking(MAR_5))
    assert [loan.number for loan in facts.loans] == ["1", "2"]
    assert facts.loans_before == 1
    assert facts.guarantees == {ONE: 2, TWO: 1}
    post(book, entry(FEB_5, repaid(first, ONE, 1_000), interest(first, ONE, 20)))
    assert book.lending_facts(asking(MAR_5)).loans_before == 1


# --- a year ----------------------------------------------------------------------------------


def test_meetings_of_the_year(book: Book) -> None:
    with writing(book, KHAM, "set_officers") as pen:
        pen.set_officers(
            [
                replace(OFFICERS[0], member=ONE),
                replace(OFFICERS[1], member=TWO, until=date(2024, 12, 31)),
                Officer(OfficerId(3), "ນາງ ແກ້ວ", Role.TREASURER, THREE, since=date(2026, 1, 1)),
                Officer(OfficerId(4), "ທ້າວ ສີ", Role.ADVISER, since=FEB_5, until=MAR_5),
            ]
        )
    hold_meeting(book, JAN_5, deposit(ONE, 5))
    hold_meeting(book, FEB_5, deposit(ONE, 5))
    for day, kind in ((MAR_5, SheetKind.MEETING), (date(2025, 3, 9), SheetKind.DAY_SHEET)):
        with writing(book, KHAM, "open_sheet") as pen:
            sheet = pen.open_sheet(day, kind)
            pen.mark(sheet, ONE, Attendance.PRESENT)
    facts = book.year_facts(2025, MAR_5)
    assert facts.unsigned == (MAR_5, date(2025, 3, 9))
    assert [(o.officer.id, o.attended) for o in facts.officers] == [(1, 2), (4, 0)]
    assert (facts.today, facts.rulebook, facts.already_closed) == (MAR_5, RULES, False)
    assert facts.earlier_open is None
    assert book.year_facts(2026, MAR_5).earlier_open == 2025
    assert book.year_facts(2026, MAR_5).unsigned == ()


def test_who_has_a_part_in_a_year(book: Book) -> None:
    post(book, entry(JAN_5, deposit(ONE, 5)))
    with writing(book, KHAM, "change_member") as pen:
        pen.change_member(replace(member(1), status=Status.LEFT))
        pen.change_member(replace(member(2), status=Status.LEFT))
        pen.change_member(replace(member(3), joined=date(2026, 1, 1)))
    assert [m.member.id for m in book.year_facts(2025, MAR_5).members] == [ONE]
    assert [m.member.id for m in book.year_facts(2026, MAR_5).members] == [ONE, THREE]


def test_what_is_overdue_at_the_years_end_whatever_is_paid_later(book: Book) -> None:
    product = LoanProduct(key="short", name="short", rate=200, months=2)
    request = LoanRequest(ONE, JAN_5, 1_000, "rice", product, 2)
    with writing(book, KHAM, "request_loan") as pen:
        loan = pen.request_loan(request, number="1")
    post(book, entry(JAN_5, deposit(TWO, 9_000)), entry(JAN_5, pay_out(loan, ONE, 1_000)))
    later = date(2026, 1, 20)
    overdue = {m.member.id: m.overdue for m in book.year_facts(2025, later).members}
    assert overdue[ONE] > 1_000
    assert overdue[TWO] == 0
    post(book, entry(date(2026, 1, 5), repaid(loan, ONE, 1_000), interest(loan, ONE, 240)))
    assert book.loans(open_only=True) == ()
    assert {m.member.id: m.overdue for m in book.year_facts(2025, later).members} == overdue


def test_in_a_year_that_still_runs_a_loan_is_late_by_today(book: Book) -> None:
    product = LoanProduct(key="short", name="short", rate=200, months=2)
    request = LoanRequest(ONE, JAN_5, 1_000, "rice", product, 2)
    with writing(book, KHAM, "request_loan") as pen:
        loan = pen.request_loan(request, number="1")
    post(book, entry(JAN_5, deposit(TWO, 9_000)), entry(JAN_5, pay_out(loan, ONE, 1_000)))
    for today, late in ((MAR_5, False), (date(2025, 4, 5), True)):
        (owed,) = (m.overdue for m in book.year_facts(2025, today).members if m.member.id == ONE)
        assert (owed > 0) is late


def test_a_closed_year_keeps_its_plan_and_its_facts(book: Book) -> None:
    post(book, entry(JAN_5, deposit(ONE, 50_000)), entry(FEB_5, fee(TWO, 9_000)))
    today = date(2026, 2, 1)
    facts = book.year_facts(2025, today)
    assert book.closed_years() == ()
    assert book.closed_year(2025) is None
    assert plan_close(facts).profit == 9_000
    plan = close(book, 2025)
    (closed,) = book.closed_years()
    assert closed.year == FiscalYear(2025, BEGIN, date(2025, 12, 31))
    assert replace(closed.plan, entries=()) == replace(plan, entries=())
    assert closed.plan == plan
    assert closed.signed_by == ("ນາງ ຄຳ", "ທ້າວ ບຸນ")
    assert book.closed_year(2025) == closed
    assert book.balances()[ENTRY_FEES] == 0
    again = book.year_facts(2025, today)
    assert again.already_closed
    touched = {a: kip for a, kip in again.balances.items() if kip}
    assert replace(again, already_closed=False, balances=touched) == facts
    assert book.history(1)[0].second == BOUN.name


def test_who_left_after_the_closing_stays_in_the_closed_year(book: Book) -> None:
    post(book, entry(JAN_5, fee(ONE, 5_000)))
    close(book, 2025)
    with writing(book, KHAM, "change_member") as pen:
        pen.change_member(replace(member(2), status=Status.LEFT))
        pen.add_member(member(4))
    facts = book.year_facts(2025, date(2026, 2, 1))
    assert [m.member.id for m in facts.members] == [ONE, TWO, THREE]
    statement = book.annual(2025, date(2026, 2, 1))
    assert not statement.proposed


def test_the_next_year_begins_with_what_the_last_one_left(book: Book) -> None:
    post(book, entry(JAN_5, deposit(ONE, 50_000), deposit(TWO, 20_000), fee(TWO, 9_000)))
    dividend = Transfer(Kind.DIVIDEND, Account(3902), DIVIDENDS_PAYABLE, 700, member=TWO)
    post(book, entry(date(2025, 12, 31), dividend))
    post(book, entry(date(2026, 1, 4), deposit(ONE, 1)))
    close(book, 2025)
    rows = book.shelf.rows("SELECT * FROM year_opening ORDER BY member")
    assert rows == [(2026, 1, 50_000, 0, 0), (2026, 2, 20_000, 700, 0)]
    post(book, entry(date(2026, 1, 5), withdrawal(TWO, 20_000), deposit(ONE, 3)))
    assert book.savings() == {ONE: 50_004}
    assert book.savings(date(2025, 12, 31)) == {ONE: 50_000, TWO: 20_000}
    assert book.savings(date(2025, 1, 4)) == {}
    assert book.dividends_owed() == {TWO: 700}
    close(book, 2026)
    rows = book.shelf.rows("SELECT * FROM year_opening WHERE year = 2027 ORDER BY member")
    assert rows == [(2027, 1, 50_004, 0, 0), (2027, 2, 0, 700, 0)]
    assert [c.year.number for c in book.closed_years()] == [2025, 2026]
    assert book.check() == ()


def test_the_year_of_other_months(book: Book) -> None:
    with writing(book, KHAM, "adopt_rules") as pen:
        pen.adopt(replace(RULES, fiscal_year_end=6))
    year = book.year(2025)
    assert (year.first, year.last) == (BEGIN, date(2025, 6, 30))
    assert book.year_facts(2026, MAR_5).earlier_open == 2025


@pytest.mark.parametrize("number", [2025, 2026])
def test_before_the_books_begin_a_year_has_nothing(book: Book, number: int) -> None:
    path = book.path.with_name("new.book")
    new = Book.create(path, group=book.group, rulebook=RULES, clock=book.clock)
    facts = new.year_facts(number, MAR_5)
    assert (facts.members, facts.balances, facts.earlier_open) == ((), {}, None)
    assert new.last_day() == RULES.valid_from
    assert new.day_facts(JAN_5, JAN_5).members == {}
    new.close()
