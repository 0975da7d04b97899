"""How a passbook looks: one size for the amounts of a page, and no hole in its cover."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from ledger.rules.booklets import A5_BOOKLET, A6_BOOKLET, Booklet, BookletSize, PrintedRows
from ledger.rules.transfers import EntryNumber, Kind
from ledger.statements.booklets import BookletState
from ledger.statements.passbook import PassbookLine
from reports.booklet import Feed, plan_lines, print_booklet, print_lines
from reports.page import MM, Paper
from reports.passbook_grid import SECOND_TEXT, grid_of
from reports.passbook_rows import Fit, RowPen, text_lines
from reports.passbooks import print_passbooks
from tests.reports.papers import MOST, deposits, passbook
from tests.reports.pdfs import Word, needs_poppler, words_of
from tests.villages import GROUP
from translations import LANGUAGES, open_words

pytestmark = needs_poppler
LO = open_words("lo")
SIZES = (A5_BOOKLET, A6_BOOKLET)


def moved(count: int, *large: int) -> tuple[PassbookLine, ...]:
    """Deposits of which the `large` ones, counted from 0, bring the savings to the most."""
    return tuple(
        row._replace(paid_in=MOST, savings=MOST) if place in large else row
        for place, row in enumerate(deposits(count))
    )


def amounts(out: Path) -> list[Word]:
    """The amounts in the rows."""
    return [w for w in words_of(out) if w.text.replace(",", "").isdigit() and "," in w.text]


def heights(out: Path) -> dict[int, set[float]]:
    """In which heights the amounts of each page stand, in points."""
    found: dict[int, set[float]] = {}
    for one in amounts(out):
        found.setdefault(one.page, set()).add(round(one.bottom - one.top, 1))
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("two", [False, True])
def test_the_amounts_of_a_page_have_one_size(size: BookletSize, two: bool, tmp_path: Path) -> None:
    rows = moved(40, 2)
    if two:
        rows = tuple(row._replace(voluntary=1_000) for row in rows)
    out = tmp_path / "book.pdf"
    print_passbooks([passbook(rows)], LO, out, size=size)
    by_page = heights(out)
    # The rules in short have amounts of their own before the pages with rows.
    pages = sorted({w.page for w in amounts(out) if w.text == f"{MOST:,}"})
    (there,) = pages
    of_rows = {page: found for page, found in by_page.items() if page >= there}
    assert all(len(found) == 1 for found in of_rows.values())
    assert len(of_rows) > 2
    # The page without the largest amount is as large as it always was.
    assert max(of_rows[there + 1]) > max(of_rows[there])


@pytest.mark.parametrize("size", SIZES)
def test_rows_on_paper_are_counted_in_when_a_page_goes_on(
    size: BookletSize, tmp_path: Path
) -> None:
    """The first rows were printed after one meeting, the others after the next."""
    booklet = Booklet(1, 0, size, two_kinds=False)
    on_paper = (PrintedRows(1, 1, 4, 1, 4),)
    sizes = []
    for name, lines, printed in (("first", 4, ()), ("next", 7, on_paper)):
        given = BookletState(passbook(moved(lines, 2)), booklet, printed)
        out = tmp_path / f"{name}.pdf"
        print_lines(given, plan_lines(given, LO), LO, out, Feed(open=False))
        sizes.append(heights(out)[1])
    assert sizes[0] == sizes[1]
    assert len(sizes[0]) == 1


def test_a_usual_amount_that_comes_later_changes_no_size(tmp_path: Path) -> None:
    """The narrowest column holds less than ten million: the page is small enough from the first."""
    booklet = Booklet(1, 0, A6_BOOKLET, two_kinds=True)
    sizes = []
    for printed, kip in ((), 20_000), ((PrintedRows(1, 1, 1, 1, 1),), 9_999_999):
        first, second = deposits(2)
        lines = (first, second._replace(paid_in=kip, savings=kip))[: len(printed) + 1]
        given = BookletState(passbook(lines), booklet, printed)
        out = tmp_path / f"{kip}.pdf"
        print_lines(given, plan_lines(given, LO), LO, out, Feed(open=False))
        sizes.append(heights(out)[1])
    assert sizes[0] == sizes[1]


def test_rows_stand_where_they_stood(tmp_path: Path) -> None:
    """A size is another, no place: amounts end at their edge, on the baseline of their row."""
    ends, out = [], tmp_path / "new.pdf"
    for large in ((), (2,)):
        booklet = Booklet(1, 0, A5_BOOKLET, two_kinds=False)
        given = BookletState(passbook(moved(5, *large)), booklet)
        print_lines(given, plan_lines(given, LO), LO, out, Feed(open=False))
        first = min(amounts(out), key=lambda w: (round(w.top), w.left))
        ends.append(first.right)
        days = [w.top for w in words_of(out) if "/" in w.text]
        ends += [round(b - a) for a, b in pairwise(days)]
    assert ends[: len(ends) // 2] == pytest.approx(ends[len(ends) // 2 :], abs=0.1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_without_a_box_below_the_word_no_hole_is_left(
    size: BookletSize, language: str, tmp_path: Path
) -> None:
    words, out = open_words(language), tmp_path / "book.pdf"
    gaps = {}
    for practice in (True, False):
        book = passbook(deposits(3), group=replace(GROUP, practice=practice))
        given = BookletState(book, Booklet(1, 0, size, two_kinds=False))
        print_booklet(given, words, out, folded=False)
        front = [word for word in words_of(out) if word.page == 1]
        title = next(word for word in front if word.text == words.say("Passbook"))
        label = words.say("Member number").split()[0]
        (below,) = [word for word in front if word.text == label]
        gaps[practice] = below.top - title.bottom
    scale = size.height / A5_BOOKLET.height
    assert 4 * MM * scale < gaps[False] < 14 * MM * scale
    assert gaps[True] > gaps[False]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [9, 9_999, 123_456])
def test_a_number_never_meets_the_day_before_it(language: str, number: int, tmp_path: Path) -> None:
    """On the narrowest page both are narrower, and the number has its word all the same."""
    words, out = open_words(language), tmp_path / "x.pdf"
    (line,) = (one._replace(number=EntryNumber(number)) for one in deposits(1))
    for size in SIZES:
        for two in (False, True):
            grid = grid_of(size, two=two)
            paper = Paper(words, size=(grid.width, grid.height), title="")
            page = paper.page()
            RowPen(paper, grid).begin(page, 0, line, (), Fit(grid.figure_size))
            paper.add(page)
            paper.save(out)
            day, *others = sorted(words_of(out), key=lambda one: one.left)
            row = [one for one in others if one.right < grid.edges[1]]
            assert row[-1].text == str(number)
            assert min(one.left for one in row) > day.right
            assert row[0].text == words.say("no.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nearly_fits_is_hardly_smaller(language: str) -> None:
    words, grid = open_words(language), grid_of(A6_BOOKLET, two=False)
    sizes = {}
    for kind in (Kind.WELFARE, Kind.DIVIDEND_PAID):
        (line,) = (one._replace(kind=kind, month=None) for one in deposits(1))
        (text,) = text_lines(line, words, grid)
        sizes[kind] = text.style.size
        assert text.width > 0.97 * grid.text_width or text.style.size == grid.text_size
    if language == "lo":
        assert sizes[Kind.WELFARE] == grid.text_size
        assert sizes[Kind.DIVIDEND_PAID] >= 6.7


def test_a_mark_below_the_letters_keeps_off_the_rule() -> None:
    for size in SIZES:
        grid = grid_of(size, two=False)
        below = grid.row_top(0) - SECOND_TEXT - grid.row_top(1)
        assert below - 0.3 * grid.text_size > 0.7 * MM


def test_the_heads_of_both_balances_have_two_lines(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    for size in SIZES:
        print_passbooks([passbook(deposits(3))], LO, out, size=size)
        page = max(word.page for word in words_of(out))
        last = LO.pieces(LO.say("Still owed"))[-1].strip()
        tops = [round(w.top) for w in words_of(out) if w.page == page and w.text == last]
        assert len(tops) == 2
        assert tops[0] == tops[1]


def test_the_mark_of_practice_stands_in_one_line_on_all_pages(tmp_path: Path) -> None:
    words, out = open_words("en"), tmp_path / "x.pdf"
    book = passbook(deposits(3), group=replace(GROUP, practice=True))
    print_passbooks([book], words, out)
    found = [word for word in words_of(out) if word.text == "PRACTICE" and word.page > 1]
    assert len(found) > 1
    assert len({round(word.top) for word in found}) == 1
