"""Past days come in from a file whole or not at all, by the same rules as typed ones."""

from datetime import date

import pytest

from ledger.actions.bring_in import DaysRefused, OnlyTried, bring_in_days
from ledger.actions.record import DayRecord, next_member
from ledger.book.book import Book
from ledger.rules.accounts import CASH, SAVINGS
from ledger.rules.contributions import DepositBelowMinimum
from ledger.rules.lines import Deposit, Line, Spent
from ledger.rules.people import Member, Role
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import CashShort, DayOutsideBooks
from tests.villages import COSTS, KHAM, NOY, TODAY, actor

FEBRUARY, MARCH = date(2026, 2, 5), date(2026, 3, 5)


def days(*lines: Line, later: tuple[Line, ...] = ()) -> tuple[DayRecord, ...]:
    return (DayRecord(FEBRUARY, lines), DayRecord(MARCH, later or (Deposit(NOY.id, 10_000),)))


def test_all_days_are_one_act(book: Book) -> None:
    before = book.balances().get(SAVINGS, 0)
    change = bring_in_days(
        book, actor(), records=days(Deposit(KHAM.id, 20_000), Deposit(NOY.id, 30_000)), today=TODAY
    )
    assert book.balances()[SAVINGS] == before + 60_000
    assert len(change.entries) == 3
    act = book.history(1)[0]
    assert (act.act, act.facts) == (
        "bring_in",
        {"days": 2, "first": "2026-02-05", "last": "2026-03-05"},
    )
    assert book.check() == ()


def test_what_an_earlier_day_brought_is_there_for_the_next(book: Book) -> None:
    cash = book.balances().get(CASH, 0)
    records = days(Deposit(KHAM.id, 50_000), later=(Spent(COSTS, cash + 50_000, "ປຶ້ມ"),))
    bring_in_days(book, actor(), records=records, today=TODAY)
    assert book.balances()[CASH] == 0


def test_a_new_member_of_one_day_saves_on_the_next(book: Book) -> None:
    new = Member(id=next_member(book), number="900", name="ມາລີ ໃໝ່ມາ", joined=FEBRUARY)
    records = (
        DayRecord(FEBRUARY, (Deposit(new.id, 10_000),), members=(new,)),
        DayRecord(MARCH, (Deposit(new.id, 15_000),)),
    )
    bring_in_days(book, actor(), records=records, today=TODAY)
    assert book.savings()[new.id] == 25_000


def test_every_refused_line_is_named_and_nothing_is_written(book: Book) -> None:
    before = (book.balances(), book.history(1)[0].number)
    records = days(
        Deposit(KHAM.id, 500),
        Deposit(NOY.id, 30_000),
        Spent(COSTS, 900_000_000, "ລົດ"),
        later=(Deposit(KHAM.id, 1),),
    )
    with pytest.raises(DaysRefused) as no:
        bring_in_days(book, actor(), records=records, today=TODAY)
    found = [(p.day, p.line, type(p.why)) for p in no.value.problems]
    assert found == [
        (0, 0, DepositBelowMinimum),
        (0, 2, CashShort),
        (1, 0, DepositBelowMinimum),
    ]
    assert (book.balances(), book.history(1)[0].number) == before
    assert book.check() == ()


def test_a_trial_says_how_much_it_would_be_and_writes_nothing(book: Book) -> None:
    before = book.balances()
    with pytest.raises(OnlyTried) as tried:
        bring_in_days(
            book, actor(), records=days(Deposit(KHAM.id, 20_000)), today=TODAY, trial=True
        )
    assert tried.value.entries == 2
    assert book.balances() == before


def test_a_day_outside_the_books_refuses_all(book: Book) -> None:
    records = (DayRecord(date(2020, 1, 5), (Deposit(KHAM.id, 10_000),)), *days())
    with pytest.raises(DaysRefused) as no:
        bring_in_days(book, actor(), records=records, today=TODAY)
    assert isinstance(no.value.problems[0].why, DayOutsideBooks)


def test_who_may_not_may_not(book: Book) -> None:
    with pytest.raises(NotPermitted):
        bring_in_days(book, actor(Role.AUDITOR), records=days(), today=TODAY)
