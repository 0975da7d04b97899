"""Booklets are given out, printed on, lost and printed again; the book remembers all of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from ledger.actions.booklets import lost_booklet, new_booklet, printed
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.book.writing import writing
from ledger.rules.booklets import (
    A6_BOOKLET,
    Booklet,
    BookletBlank,
    BookletOutOfRange,
    BookletSize,
    LineNeeds,
    NoBooklet,
    NothingNew,
    NotTheNextRow,
    PrintedRows,
    Spot,
    plan_rows,
)
from ledger.rules.meeting_values import Column, SheetKind
from ledger.rules.transfers import EntryNumber, counter_entry
from tests.book.books import KHAM, ONE, THREE, TWO, deposit, entry, hold_meeting, new_book, post

SIZE = BookletSize(105, 120, 2)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path / "one.book")
    save(opened, 5)
    yield opened
    opened.close()


def save(book: Book, count: int) -> None:
    first = date(2025, 3, 1)
    post(book, *(entry(first + timedelta(days=k), deposit(ONE, 1_000)) for k in range(count)))


def print_all(book: Book) -> None:
    state = book.booklet_state(ONE)
    plan = plan_rows(state.has, state.spot, [LineNeeds(1) for _ in state.fresh])
    rows = [page.printed for page in plan.pages]
    printed(book, KHAM, member=ONE, booklet=state.has, rows=rows)


def test_nothing_is_known_of_a_member_without_a_booklet(book: Book) -> None:
    assert book.booklet_state(ONE).booklet is None
    assert len(book.booklet_state(ONE).fresh) == 5
    assert [state.passbook.member.id for state in book.booklet_states()] == [ONE, TWO, THREE]


def test_what_is_on_paper_is_remembered(book: Book) -> None:
    change = new_booklet(book, KHAM, member=ONE, size=SIZE)
    assert change.topics == {Topic.BOOKLETS}
    assert change.members == {ONE}
    print_all(book)
    state = book.booklet_state(ONE)
    assert (state.spot, state.fresh) == (Spot(1, 6, 5), ())
    assert book.history(1)[0].facts == {
        "names": "001 ນາງ 1",
        "number": 1,
        "page": 1,
        "row": 5,
        "lines": 5,
    }
    assert book.check() == ()


def test_what_went_wrong_at_the_printer_can_be_printed_again(book: Book) -> None:
    """Nothing is said to the book, so the same lines are planned at the same place."""
    new_booklet(book, KHAM, member=ONE, size=SIZE)
    state = book.booklet_state(ONE)
    needs = [LineNeeds(1) for _ in state.fresh]
    assert plan_rows(state.has, state.spot, needs) == plan_rows(
        book.booklet_state(ONE).has, book.booklet_state(ONE).spot, needs
    )


def test_a_full_booklet_is_followed_by_the_next(book: Book) -> None:
    new_booklet(book, KHAM, member=ONE, size=SIZE)
    save(book, 12)
    print_all(book)
    assert book.booklet_state(ONE).full
    new_booklet(book, KHAM, member=ONE, size=A6_BOOKLET)
    state = book.booklet_state(ONE)
    assert state.has == Booklet(2, 0, A6_BOOKLET, False, lines_before=13)
    assert len(state.fresh) == 4
    print_all(book)
    assert book.booklet_state(ONE).spot == Spot(1, 6, 17)
    assert book.check() == ()


def test_a_first_booklet_can_begin_with_todays_balances(book: Book) -> None:
    new_booklet(book, KHAM, member=ONE, size=SIZE, lines_elsewhere=4)
    assert book.booklet_state(ONE).spot == Spot(1, 1, 4)


def test_a_lost_booklet_is_printed_again_whole(book: Book) -> None:
    new_booklet(book, KHAM, member=ONE, size=SIZE)
    print_all(book)
    for copy in (1, 2):
        lost_booklet(book, KHAM, member=ONE)
        state = book.booklet_state(ONE)
        assert (state.has.number, state.has.copy, state.printed) == (1, copy, ())
        assert len(state.fresh) == 5
        print_all(book)
    assert book.check() == ()


def test_only_what_was_printed_is_lost(book: Book) -> None:
    with pytest.raises(NoBooklet):
        lost_booklet(book, KHAM, member=ONE)
    new_booklet(book, KHAM, member=ONE, size=SIZE)
    with pytest.raises(BookletBlank):
        lost_booklet(book, KHAM, member=ONE)


def test_a_size_that_no_booklet_has_is_refused(book: Book) -> None:
    with pytest.raises(BookletOutOfRange):
        new_booklet(book, KHAM, member=ONE, size=BookletSize(50, 50, 12))


def test_two_who_print_the_same_lines_are_told(book: Book) -> None:
    new_booklet(book, KHAM, member=ONE, size=SIZE)
    before = book.booklet_state(ONE)
    print_all(book)
    rows = [PrintedRows(1, 1, 5, 1, 5)]
    with pytest.raises(NotTheNextRow) as no:
        printed(book, KHAM, member=ONE, booklet=before.has, rows=rows)
    assert (no.value.page, no.value.row) == (1, 6)
    with pytest.raises(NothingNew):
        printed(book, KHAM, member=ONE, booklet=before.has, rows=[])
    lost_booklet(book, KHAM, member=ONE)
    with pytest.raises(NotTheNextRow):
        printed(book, KHAM, member=ONE, booklet=before.has, rows=rows)


def test_what_stands_in_pencil_is_not_printed(book: Book) -> None:
    with writing(book, KHAM, "open_sheet") as pen:
        sheet = pen.open_sheet(date(2025, 4, 5), SheetKind.MEETING)
    with writing(book, KHAM, "pencil") as pen:
        pen.pencil_cell(sheet, ONE, Column.SAVINGS, 9_000)
    assert len(book.booklet_state(ONE).fresh) == 5


def test_the_last_meeting_is_the_newest_that_is_signed(book: Book) -> None:
    assert book.last_meeting() is None
    hold_meeting(book, date(2025, 4, 5), deposit(ONE, 1_000))
    with writing(book, KHAM, "open_sheet") as pen:
        pen.open_sheet(date(2025, 5, 5), SheetKind.MEETING)
    assert book.last_meeting() == date(2025, 4, 5)


@pytest.mark.parametrize("on_paper", [True, False])
def test_a_line_and_its_counter_line_are_both_printed(book: Book, on_paper: bool) -> None:
    """Ink is ink: both are in the book, so both are in the booklet, printed before or not."""
    new_booklet(book, KHAM, member=ONE, size=SIZE)
    if on_paper:
        print_all(book)
    post(book, counter_entry(book.entry(EntryNumber(5)), day=date(2025, 3, 6), reason="twice"))
    fresh = book.booklet_state(ONE).fresh
    assert [line.number for line in fresh] == ([6] if on_paper else [1, 2, 3, 4, 5, 6])
    assert fresh[-1].reverses == 5


def test_an_earlier_book_knows_what_was_printed_then(book: Book) -> None:
    new_booklet(book, KHAM, member=ONE, size=SIZE)
    print_all(book)
    post(book, entry(date(2025, 5, 1), deposit(ONE, 1_000)))
    print_all(book)
    past = book.as_of(date(2025, 4, 1))
    assert past.booklet_state(ONE).spot == Spot(1, 6, 5)
    assert past.check() == ()
    past.close()
