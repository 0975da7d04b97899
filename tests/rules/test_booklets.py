"""Every line of a passbook has one place, however often the booklet goes through the printer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.booklets import (
    A5_BOOKLET,
    A6_BOOKLET,
    MOST_ROWS,
    Booklet,
    BookletOutOfRange,
    BookletPlan,
    BookletSize,
    LineNeeds,
    NothingNew,
    NotTheNextRow,
    PlacedLine,
    PrintedRows,
    Spot,
    check_printed,
    check_size,
    is_full,
    next_spot,
    plan_rows,
)

SMALL = BookletSize(105, 120, 3)
"""Eight rows on each of three pages."""
FIRST = Booklet(1, 0, SMALL, two_kinds=False)
START = Spot(1, 1, 0)
ONE = LineNeeds(1)


def places(plan: BookletPlan) -> list[tuple[int, PlacedLine]]:
    return [(page.page, line) for page in plan.pages for line in page.lines]


def printed(plan: BookletPlan) -> tuple[PrintedRows, ...]:
    return tuple(page.printed for page in plan.pages)


LOW = BookletSize(105, 128, 3)
"""One millimetre is missing for a ninth row."""


@pytest.mark.parametrize(
    ("size", "rows"), [(A5_BOOKLET, 18), (A6_BOOKLET, 11), (SMALL, 8), (LOW, 8)]
)
def test_rows_follow_the_size(size: BookletSize, rows: int) -> None:
    assert size.rows == rows
    check_size(size)


@pytest.mark.parametrize(
    "size",
    [BookletSize(94, 148, 12), BookletSize(105, 298, 12), BookletSize(105, 148, 1)],
)
def test_no_booklet_has_such_a_size(size: BookletSize) -> None:
    with pytest.raises(BookletOutOfRange) as no:
        check_size(size)
    assert (no.value.width, no.value.height, no.value.pages) == (
        size.width,
        size.height,
        size.pages,
    )


def test_the_first_lines_begin_in_the_first_row() -> None:
    plan = plan_rows(FIRST, START, [ONE, LineNeeds(2), ONE])
    assert places(plan) == [(1, PlacedLine(1, 1)), (1, PlacedLine(2, 2)), (1, PlacedLine(3, 4))]
    (page,) = plan.pages
    assert (page.brought, page.carried, page.printed) == (False, False, PrintedRows(1, 1, 4, 1, 3))
    assert (plan.spot, plan.left) == (Spot(1, 5, 3), 0)


def test_a_full_page_is_carried_forward_at_once_and_brought_with_the_next_line() -> None:
    plan = plan_rows(FIRST, START, [ONE] * 7)
    assert [page.carried for page in plan.pages] == [True]
    assert printed(plan) == (PrintedRows(1, 1, 8, 1, 7),)
    assert plan.spot == Spot(1, 9, 7)
    (page,) = plan_rows(FIRST, plan.spot, [ONE]).pages
    assert (page.brought, page.lines) == (True, (PlacedLine(8, 2),))
    assert page.printed == PrintedRows(2, 1, 2, 8, 8)


def test_a_line_that_does_not_fit_goes_whole_onto_the_next_page() -> None:
    """The balance is carried when the next line comes, in the last row of the page."""
    before = plan_rows(FIRST, START, [ONE] * 6)
    assert before.spot == Spot(1, 7, 6)
    first, second = plan_rows(FIRST, before.spot, [LineNeeds(2)]).pages
    assert (first.lines, first.carried) == ((), True)
    assert first.printed == PrintedRows(1, 8, 8, 7, 6)
    assert second.printed == PrintedRows(2, 1, 3, 7, 7)


def test_a_full_booklet_leaves_what_is_over_for_the_next_one() -> None:
    plan = plan_rows(FIRST, START, [ONE] * 30)
    assert (plan.spot, plan.left) == (Spot(3, 9, 19), 11)
    assert is_full(FIRST, plan.spot)
    assert not is_full(FIRST, START)
    assert not is_full(FIRST, Spot(1, 9, 7)), "there is another page"
    assert plan_rows(FIRST, plan.spot, [ONE]) == BookletPlan((), plan.spot, left=1)


def test_the_last_page_ends_with_its_balance_though_a_row_stays_empty() -> None:
    plan = plan_rows(FIRST, Spot(3, 7, 18), [LineNeeds(2)])
    assert (printed(plan), plan.left) == ((PrintedRows(3, 8, 8, 19, 18),), 1)
    assert is_full(FIRST, plan.spot)


def test_the_last_row_of_a_page_that_was_left_free_takes_the_balance() -> None:
    """Rows may have been passed over by hand: in it there is room for no line."""
    first, second = plan_rows(FIRST, Spot(1, 8, 6), [ONE]).pages
    assert (first.printed, second.printed) == (
        PrintedRows(1, 8, 8, 7, 6),
        PrintedRows(2, 1, 2, 7, 7),
    )
    last = Spot(3, 8, 18)
    assert not is_full(FIRST, last)
    assert is_full(FIRST, plan_rows(FIRST, last, [ONE]).spot)


def test_the_next_booklet_begins_with_what_is_brought_forward() -> None:
    second = Booklet(2, 0, SMALL, two_kinds=False, lines_before=19)
    start = next_spot(second, ())
    assert start == Spot(1, 1, 19)
    (page,) = plan_rows(second, start, [ONE]).pages
    assert (page.brought, page.lines) == (True, (PlacedLine(20, 2),))


def test_a_line_waits_for_a_booklet_that_has_its_column() -> None:
    plan = plan_rows(FIRST, START, [ONE, LineNeeds(1, voluntary=True), ONE])
    assert (len(places(plan)), plan.left) == (1, 2)
    both = replace(FIRST, two_kinds=True)
    assert plan_rows(both, START, [LineNeeds(1, voluntary=True)]).left == 0


RIGHT = PrintedRows(1, 1, 2, 1, 2)


def test_what_goes_on_from_the_next_row_is_right() -> None:
    check_printed(FIRST, START, [RIGHT, PrintedRows(2, 1, 2, 3, 3)], member="007", lines=3)
    check_printed(FIRST, START, [RIGHT, PrintedRows(1, 3, 3, 3, 3)], member="007", lines=3)
    check_printed(FIRST, START, [PrintedRows(1, 1, 1, 1, 1)], member="007", lines=3)


@pytest.mark.parametrize(
    "rows",
    [
        PrintedRows(1, 1, 2, 2, 3),
        PrintedRows(1, 1, 2, 1, 4),
        PrintedRows(1, 1, 2, 1, 0),
        PrintedRows(1, 3, 2, 1, 2),
        PrintedRows(1, 8, 9, 1, 2),
        PrintedRows(3, 1, 2, 1, 2),
        PrintedRows(0, 1, 2, 1, 2),
    ],
)
def test_what_does_not_go_on_is_refused(rows: PrintedRows) -> None:
    with pytest.raises(NotTheNextRow) as no:
        check_printed(FIRST, START, [rows], member="007 ນາງ", lines=3)
    assert (no.value.member, no.value.page, no.value.row) == ("007 ນາງ", 1, 1)


def test_rows_are_not_printed_twice() -> None:
    spot = next_spot(FIRST, [RIGHT])
    assert spot == Spot(1, 3, 2)
    with pytest.raises(NotTheNextRow):
        check_printed(FIRST, spot, [PrintedRows(1, 2, 3, 3, 3)], member="007", lines=3)
    with pytest.raises(NotTheNextRow):
        check_printed(FIRST, START, [RIGHT, PrintedRows(1, 2, 3, 3, 3)], member="007", lines=3)


def test_nothing_printed_is_nothing_to_write_down() -> None:
    with pytest.raises(NothingNew):
        check_printed(FIRST, START, [], member="007", lines=3)


BOOKLETS = st.builds(
    Booklet,
    number=st.integers(1, 3),
    copy=st.integers(0, 2),
    size=st.builds(
        BookletSize, width=st.just(105), height=st.integers(120, 297), pages=st.integers(2, 5)
    ),
    two_kinds=st.booleans(),
    lines_before=st.integers(0, 9),
)
NEEDS = st.lists(
    st.builds(LineNeeds, st.integers(1, MOST_ROWS), st.booleans().map(bool)), max_size=90
)


@given(BOOKLETS, NEEDS, st.lists(st.integers(0, 7), max_size=40))
def test_any_portions_give_the_same_rows_at_the_same_places(
    booklet: Booklet, needs: list[LineNeeds], portions: list[int]
) -> None:
    at_once = plan_rows(booklet, next_spot(booklet, ()), needs)
    in_parts: list[PrintedRows] = []
    lines: list[tuple[int, PlacedLine]] = []
    forward: list[tuple[int, bool, bool]] = []
    total = booklet.lines_before + len(needs)
    known = 0
    for portion in (*portions, len(needs)):
        known = min(known + portion, len(needs))
        spot = next_spot(booklet, in_parts)
        plan = plan_rows(booklet, spot, needs[spot.line - booklet.lines_before : known])
        lines += places(plan)
        forward += [(page.page, page.brought, page.carried) for page in plan.pages]
        if plan.pages:
            check_printed(booklet, spot, printed(plan), member="", lines=total)
            in_parts += printed(plan)
            assert next_spot(booklet, in_parts) == plan.spot
    assert lines == places(at_once)
    for which in (1, 2):
        once = [page.page for page in at_once.pages if (page.brought, page.carried)[which - 1]]
        assert [one[0] for one in forward if one[which]] == once


@given(BOOKLETS, NEEDS)
def test_no_row_is_used_twice_and_no_line_is_left_out(
    booklet: Booklet, needs: list[LineNeeds]
) -> None:
    plan = plan_rows(booklet, next_spot(booklet, ()), needs)
    used: list[tuple[int, int]] = []
    numbers: list[int] = []
    for page in plan.pages:
        used += [(page.page, 1)] if page.brought else []
        for line, row in page.lines:
            numbers.append(line)
            rows = needs[line - booklet.lines_before - 1].rows
            used += [(page.page, row + k) for k in range(rows)]
        used += [(page.page, booklet.size.rows)] if page.carried else []
    assert len(used) == len(set(used))
    assert used == sorted(used)
    assert all(1 <= row <= booklet.size.rows for _, row in used)
    first = booklet.lines_before + 1
    assert numbers == list(range(first, first + len(needs) - plan.left))
