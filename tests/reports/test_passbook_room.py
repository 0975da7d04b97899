"""The pages of a passbook have room: to sign, around every figure and head, and for notes."""

from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.booklets import A5_BOOKLET, A6_BOOKLET, Booklet, BookletSize
from ledger.statements.booklets import BookletState
from reports.booklet import Feed, plan_lines, print_booklet, print_lines
from reports.page import MM
from reports.passbook_grid import grid_of
from reports.passbook_rows import Fit, fit_of
from reports.passbooks import print_passbooks
from tests.reports.papers import MOST, deposits, largest, passbook
from tests.reports.pdfs import Word, needs_poppler, pages_of, words_of
from tests.rules.years import template
from tests.villages import GROUP, KHAM
from translations import LANGUAGES, open_words

pytestmark = needs_poppler
OWN = BookletSize(130, 180, 10)
SMALLEST = BookletSize(95, 120, 10)
SIZES = pytest.mark.parametrize("size", [A5_BOOKLET, A6_BOOKLET, OWN, SMALLEST])
TWO = pytest.mark.parametrize("two", [False, True])
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def figures(out: Path, page: int) -> list[Word]:
    """The amounts on a page."""
    return [
        w
        for w in words_of(out)
        if w.page == page and "," in w.text and w.text.replace(",", "").isdigit()
    ]


@pytest.mark.parametrize(
    ("size", "two", "least"),
    [
        (A5_BOOKLET, False, 16),
        (A5_BOOKLET, True, 13),
        (A6_BOOKLET, False, 13),
        (A6_BOOKLET, True, 13),
    ],
)
def test_a_thumb_fits_where_one_signs(size: BookletSize, two: bool, least: int) -> None:
    grid = grid_of(size, two=two)
    signed = grid.widths[-2:] if grid.both_sign else grid.widths[-1:]
    assert min(signed) >= least * MM


def test_figures_get_narrower_before_they_get_too_small() -> None:
    assert fit_of(30, 8, 40) == Fit(8)
    assert fit_of(50, 8, 45) == Fit(7.2)
    assert fit_of(50, 7, 35) == Fit(6.5, 75)


@SIZES
@TWO
def test_the_largest_amounts_are_read_and_keep_off_the_rules(
    size: BookletSize, two: bool, tmp_path: Path
) -> None:
    book = largest()
    if two:
        book = replace(book, lines=tuple(x._replace(voluntary=MOST) for x in book.lines))
    out, grid = tmp_path / "x.pdf", grid_of(size, two=two)
    print_passbooks([book], open_words("lo"), out, size=size)
    page = max(word.page for word in words_of(out))
    found = [word for word in figures(out, page) if word.text == f"{MOST:,}"]
    assert len(found) >= 5 * (5 if two else 4)
    # Their letters are as high as those of 6.5 points: the box of the typeface is 1.36 times it.
    assert min(word.bottom - word.top for word in found) > 6.4 * 1.3
    for word in found:
        left = max(edge for edge in grid.edges if edge < word.left)
        right = min(edge for edge in grid.edges if edge > word.right)
        assert word.left - left > 0.7 * MM
        assert right - word.right == pytest.approx((1 if grid.both_sign else 0.8) * MM, abs=0.4)


@SIZES
@TWO
@LANGUAGE
def test_heads_and_days_do_not_fill_their_cells(
    size: BookletSize, two: bool, language: str, tmp_path: Path
) -> None:
    grid, out = grid_of(size, two=two), tmp_path / "x.pdf"
    lines = tuple(x._replace(number=x.number + 12_000, voluntary=int(two)) for x in deposits(3))
    print_passbooks([passbook(lines)], open_words(language), out, size=size)
    found = words_of(out)
    page, top = max(word.page for word in found), grid.height - grid.top
    # The head of both signatures stands over two columns, so its words are in none.
    heads = [w for w in found if w.page == page and top < w.top < grid.height - grid.row_top(0)]
    assert len(heads) >= len(grid.widths)
    for word in heads:
        for edge in grid.edges[:-2] if grid.both_sign else grid.edges:
            assert min(abs(word.left - edge), abs(word.right - edge)) > 0.9 * MM
    days = [word for word in found if word.page == page and "/202" in word.text]
    numbers = [word for word in found if word.page == page and word.text.startswith("1210")]
    for day, number in zip(days, numbers, strict=False):
        assert day.right + 2 < number.left
        assert number.right < grid.edges[1] - 0.7 * MM


@LANGUAGE
def test_the_narrow_page_says_who_signs(language: str, tmp_path: Path) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    print_passbooks([passbook(deposits(3))], words, out, size=A6_BOOKLET)
    assert words.say("Treasurer") in pages_of(out)[-1]


@SIZES
@TWO
@LANGUAGE
def test_new_lines_hit_the_places_of_the_whole_passbook(
    size: BookletSize, two: bool, language: str, tmp_path: Path
) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    lines = tuple(x._replace(voluntary=9_999_999 * two, savings=9_999_999) for x in deposits(4))
    book = passbook(lines)
    print_passbooks([book], words, out, size=size)
    page, grid = max(word.page for word in words_of(out)), grid_of(size, two=two)
    top = grid.height - grid.row_top(0)
    foot = grid.height - grid.row_top(4)
    whole = [w for w in words_of(out) if w.page == page and top < w.top and w.bottom < foot]
    given = BookletState(book, Booklet(1, 0, size, two_kinds=two))
    print_lines(given, plan_lines(given, words), words, out, Feed(open=False))
    new = words_of(out)
    assert len(new) == len(whole) >= 4 * 6
    for one, other in zip(whole, new, strict=True):
        assert one.text == other.text
        assert (one.left, one.top) == pytest.approx((other.left, other.top), abs=0.05)
        assert (one.right, one.bottom) == pytest.approx((other.right, other.bottom), abs=0.05)


@SIZES
@LANGUAGE
def test_a_practice_book_says_what_it_is_and_in_what_its_amounts_are(
    size: BookletSize, language: str, tmp_path: Path
) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    unit = words.say("Amounts in {unit}", unit=words.unit)
    for practice in (False, True):
        group = replace(GROUP, practice=practice)
        print_passbooks([passbook(deposits(2), group=group)], words, out, size=size)
        cover, rules, *_, last = pages_of(out)
        mark = words.say("PRACTICE – not a real book")
        assert all((mark in page) is practice for page in (cover, rules, last))
        assert unit in last
        # The rules say with each amount that it is of kip.
        assert unit not in rules


@LANGUAGE
def test_the_facts_on_the_cover_stand_in_the_middle(language: str, tmp_path: Path) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    whose = replace(KHAM, household="", village_unit="")
    print_passbooks([passbook(whose=whose)], words, out)
    front = [word for word in words_of(out) if word.page == 1]
    label = words.say("Joined").split()[0]
    (joined,) = [word for word in front if word.text == label]
    row = [word for word in front if abs(word.top - joined.top) < 4]
    middle = (min(word.left for word in row) + max(word.right for word in row)) / 2
    assert middle == pytest.approx(A5_BOOKLET.width * MM / 2, abs=1)


@SIZES
@LANGUAGE
def test_a_page_between_rules_and_lines_is_for_notes(
    size: BookletSize, language: str, tmp_path: Path
) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    for name in ("a09_ratanak_samaki", "a02_lwu_network"):
        book = passbook(rulebook=template(name))
        given = BookletState(book, Booklet(1, 0, size, two_kinds=False))
        print_booklet(given, words, out, folded=False)
        pages = pages_of(out)
        first = next(n for n, page in enumerate(pages) if words.say("Paid in") in page)
        assert first % 2 == 0
        assert all(page.strip() for page in pages)
        notes = [n for n, page in enumerate(pages) if words.say("Notes") in page.splitlines()]
        assert notes in ([], [first - 1])
