"""The year is closed by two, once, by the plan that was shown; then it is locked."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.actions.group import set_officers
from ledger.actions.record import LineRefused, record_day
from ledger.actions.year_end import PlanOutdated, SignaturesMissing, close_year
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.accounts import DIVIDENDS_PAYABLE, Family, family
from ledger.rules.closing import EarlierYearOpen, YearAlreadyClosed, YearNotOver, plan_close
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.lines import Deposit, Received
from ledger.rules.people import SET_UP, Actor, OfficerId, Role
from ledger.rules.permits import NobodySignedIn, NotPermitted
from ledger.rules.refusals import DayOutsideBooks
from tests.closings import AFTER, AUDITOR, CASHIER, HEAD, KEEPER, NOON, YEAR, a_year
from tests.villages import DALA, OFFICERS, RENT, two


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    book = a_year(tmp_path / "village.book")
    yield book
    book.close()


def _plan(book: Book) -> ClosingPlan:
    return plan_close(book.year_facts(YEAR, AFTER))


def test_two_close_the_year_and_it_stays_closed(book: Book) -> None:
    plan = _plan(book)
    change = close_year(book, HEAD, plan=plan, signers=(KEEPER,), today=AFTER)
    assert {Topic.YEAR, Topic.ENTRIES} <= change.topics
    assert len(change.entries) == len(plan.entries)
    (closed,) = book.closed_years()
    assert closed.plan == plan
    assert closed.signed_by == (HEAD.name, KEEPER.name)
    assert book.balances()[DIVIDENDS_PAYABLE] == sum(s.dividend for s in plan.shares)
    left = [k for a, k in book.balances().items() if family(a) in {Family.INCOME, Family.EXPENSE}]
    assert not any(left)
    assert book.check() == ()


def test_the_trail_names_both(book: Book) -> None:
    close_year(book, HEAD, plan=_plan(book), signers=(AUDITOR,), today=AFTER)
    newest = book.history(1)[0]
    assert newest.act == "close_year"
    assert (newest.name, newest.second) == (HEAD.name, AUDITOR.name)


def test_nothing_can_be_written_into_a_closed_year(book: Book) -> None:
    close_year(book, HEAD, plan=_plan(book), signers=(KEEPER,), today=AFTER)
    day = date(2026, 12, 31)
    with pytest.raises(LineRefused) as refused:
        record_day(book, KEEPER, day=day, lines=[Deposit(DALA.id, 20_000)], today=AFTER)
    why = refused.value.why
    assert isinstance(why, DayOutsideBooks)
    assert why.first == date(2027, 1, 1)
    record_day(book, KEEPER, day=AFTER, lines=[Deposit(DALA.id, 20_000)], today=AFTER)


def test_a_year_is_closed_once(book: Book) -> None:
    plan = _plan(book)
    close_year(book, HEAD, plan=plan, signers=(KEEPER,), today=AFTER)
    entries = book.entries(date.min, date.max)
    with pytest.raises(YearAlreadyClosed):
        close_year(book, HEAD, plan=plan, signers=(KEEPER,), today=AFTER)
    assert book.entries(date.min, date.max) == entries


@pytest.mark.parametrize("signers", [(), (HEAD,), (HEAD, HEAD)])
def test_one_person_is_not_two(book: Book, signers: tuple[Actor, ...]) -> None:
    with pytest.raises(SignaturesMissing) as refused:
        close_year(book, HEAD, plan=_plan(book), signers=signers, today=AFTER)
    assert (refused.value.given, refused.value.needed) == (1, 2)
    assert book.closed_years() == ()


def test_who_is_not_in_office_does_not_count(book: Book) -> None:
    stranger = Actor(OfficerId(99), "ຄົນອື່ນ", Role.PRESIDENT)
    with pytest.raises(SignaturesMissing):
        close_year(book, stranger, plan=_plan(book), signers=(KEEPER,), today=AFTER)
    with pytest.raises(NobodySignedIn):
        close_year(book, SET_UP, plan=_plan(book), signers=(KEEPER,), today=AFTER)


def test_who_has_gone_out_of_office_does_not_count(book: Book) -> None:
    gone = replace(OFFICERS[0], until=date(2027, 1, 19))
    set_officers(book, two(KEEPER), officers=(gone, *OFFICERS[1:]))
    with pytest.raises(SignaturesMissing):
        close_year(book, HEAD, plan=_plan(book), signers=(KEEPER,), today=AFTER)
    close_year(book, CASHIER, plan=_plan(book), signers=(KEEPER,), today=AFTER)


def test_an_adviser_does_not_sign(book: Book) -> None:
    adviser = Actor(OfficerId(5), "ທີ່ປຶກສາ", Role.ADVISER)
    with pytest.raises(NotPermitted):
        close_year(book, HEAD, plan=_plan(book), signers=(adviser,), today=AFTER)


def test_the_plan_that_was_shown_is_the_one_that_is_written(book: Book) -> None:
    """While the plan was read aloud, somebody wrote down a rent that had been forgotten."""
    plan = _plan(book)
    day = date(2026, 12, 31)
    record_day(book, KEEPER, day=day, lines=[Received(RENT, 1_000, "ຕັ່ງ")], today=AFTER)
    with pytest.raises(PlanOutdated):
        close_year(book, HEAD, plan=plan, signers=(KEEPER,), today=AFTER)
    assert book.closed_years() == ()


def test_a_running_year_and_one_after_an_open_one_are_refused(book: Book) -> None:
    plan = _plan(book)
    with pytest.raises(YearNotOver):
        close_year(book, HEAD, plan=plan, signers=(KEEPER,), today=date(2026, 12, 31))
    later = replace(plan, year=book.year(YEAR + 1))
    with pytest.raises(EarlierYearOpen):
        close_year(book, HEAD, plan=later, signers=(KEEPER,), today=date(2028, 1, 5))


def test_two_copies_of_one_book_close_alike(book: Book, tmp_path: Path) -> None:
    book.close()
    copy = tmp_path / "copy.book"
    shutil.copy(book.path, copy)
    plans = []
    for file in (book.path, copy):
        one = Book.open(file, clock=lambda: NOON)
        close_year(one, HEAD, plan=_plan(one), signers=(KEEPER,), today=AFTER)
        plans.append((one.closed_years(), one.balances(), one.entries(date.min, date.max)))
        one.close()
    assert plans[0] == plans[1]
