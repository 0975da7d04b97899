"""What is not on paper yet, and how a booklet follows another."""

from datetime import timedelta

import pytest

from ledger.rules.booklets import (
    A5_BOOKLET,
    A6_BOOKLET,
    Booklet,
    BookletBlank,
    BookletFull,
    BookletSize,
    NoBooklet,
    NothingNew,
    PrintedRows,
    Spot,
)
from ledger.statements.booklets import BookletState
from tests.reports.papers import deposits, passbook

LINES = deposits(5)
BOOK = passbook(LINES, savings_before=7, loans_before=9)
FIRST = Booklet(1, 0, A5_BOOKLET, two_kinds=False)
TWO = (PrintedRows(1, 1, 2, 1, 2),)
BEGUN = BookletState(BOOK, FIRST, TWO)


def test_without_a_booklet_every_line_is_new() -> None:
    bare = BookletState(BOOK)
    assert bare.fresh == LINES
    assert not bare.full
    with pytest.raises(NoBooklet) as no:
        _ = bare.spot
    assert no.value.member == BOOK.member.told


def test_what_is_new_follows_the_last_line_on_paper() -> None:
    assert BEGUN.spot == Spot(1, 3, 2)
    assert BEGUN.fresh == LINES[2:]
    assert not BEGUN.full


def test_what_is_new_since_a_day_is_asked_of_what_is_not_on_paper() -> None:
    first, last = LINES[0].day, LINES[-1].day
    assert first < last
    assert BEGUN.is_new_since(last)
    assert not BEGUN.is_new_since(last + timedelta(days=1))
    printed = BookletState(BOOK, FIRST, (PrintedRows(1, 1, 5, 1, 5),))
    assert not printed.is_new_since(first)


def test_a_booklet_is_full_when_its_last_row_is_printed() -> None:
    small = Booklet(1, 0, BookletSize(105, 120, 2), two_kinds=False)
    assert BookletState(BOOK, small, (PrintedRows(2, 1, 8, 1, 5),)).full


def test_balances_are_those_after_a_line() -> None:
    assert BEGUN.balances_after(0) == (7, 0, 9)
    assert BEGUN.balances_after(2) == (LINES[1].savings, 0, 0)


def test_the_next_booklet_goes_on_where_this_one_ends() -> None:
    assert BEGUN.next_booklet(A6_BOOKLET) == Booklet(2, 0, A6_BOOKLET, False, lines_before=2)


def test_a_first_booklet_can_leave_out_what_stands_elsewhere() -> None:
    bare = BookletState(BOOK)
    assert bare.next_booklet(A6_BOOKLET) == Booklet(1, 0, A6_BOOKLET, False)
    assert bare.next_booklet(A6_BOOKLET, lines_elsewhere=3).lines_before == 3
    assert bare.next_booklet(A6_BOOKLET, lines_elsewhere=99).lines_before == 5


def test_the_copy_of_a_lost_booklet_begins_where_that_one_did() -> None:
    lost = Booklet(2, 1, A6_BOOKLET, False, lines_before=1)
    state = BookletState(BOOK, lost, (PrintedRows(1, 1, 3, 2, 3),))
    assert state.copy_of_lost() == Booklet(2, 2, A6_BOOKLET, False, lines_before=1)
    with pytest.raises(BookletBlank):
        BookletState(BOOK, lost).copy_of_lost()


def test_where_no_new_line_can_be_printed_it_is_said_why() -> None:
    BEGUN.check_fresh()
    assert not BEGUN.needs_new
    bare = BookletState(BOOK)
    assert not bare.needs_new
    with pytest.raises(NoBooklet):
        bare.check_fresh()
    printed = BookletState(BOOK, FIRST, (PrintedRows(1, 1, 5, 1, 5),))
    assert not printed.needs_new
    with pytest.raises(NothingNew):
        printed.check_fresh()
    small = Booklet(1, 0, BookletSize(105, 120, 2), two_kinds=False)
    full = BookletState(BOOK, small, (PrintedRows(2, 1, 8, 1, 4),))
    with pytest.raises(BookletFull):
        full.check_fresh()


def test_a_booklet_without_the_column_is_as_if_it_were_full() -> None:
    lines = tuple(line._replace(voluntary=5) for line in LINES)
    assert BookletState(passbook(lines), FIRST).needs_new
    assert not BookletState(passbook(lines), Booklet(1, 0, A5_BOOKLET, two_kinds=True)).needs_new
