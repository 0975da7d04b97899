"""New lines stand in the rows that are free, and nothing else is on the sheet."""

from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.booklets import A5_BOOKLET, A6_BOOKLET, Booklet, BookletSize, PrintedRows
from ledger.statements.booklets import BookletState
from reports.booklet import Feed, copy_text, plan_lines, print_booklet, print_lines
from reports.booklet_test import print_test_page
from reports.page import MM
from reports.passbook_grid import grid_of
from reports.passbook_rows import rows_of_texts, text_lines, what_text
from tests.reports.papers import REASON, deposits, every_kind, largest, passbook
from tests.reports.pdfs import Word, facts_of, needs_poppler, pages_of, raw_lines, words_of
from tests.villages import KHAM
from translations import LANGUAGES, open_words

OWN = BookletSize(130, 180, 10)
SIZES = (A5_BOOKLET, A6_BOOKLET, OWN)
LO = open_words("lo")


def state(size: BookletSize = A5_BOOKLET, lines: int = 6, printed: int = 0) -> BookletState:
    """A booklet with so many lines in ink, some of them printed."""
    rows = (PrintedRows(1, 1, printed, 1, printed),) if printed else ()
    return BookletState(passbook(deposits(lines)), Booklet(1, 0, size, two_kinds=False), rows)


def lines_of(given: BookletState, out: Path, feed: Feed, language: str = "lo") -> list[Word]:
    words = open_words(language)
    print_lines(given, plan_lines(given, words), words, out, feed)
    return words_of(out)


@needs_poppler
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_new_lines_stand_in_their_rows(
    size: BookletSize, language: str, tmp_path: Path
) -> None:
    grid = grid_of(size, two=False)
    given = state(size, printed=4)
    found = lines_of(given, tmp_path / "new.pdf", Feed(open=False), language)
    days = [word for word in found if word.text in {"01/03/2024", "15/03/2024", "1/3/2567"}]
    days = days or [word for word in found if "/" in word.text]
    assert len(days) == 2
    for place, day in enumerate(days, start=4):
        from_top = grid.height - grid.row_top(place)
        assert from_top < day.top < from_top + 9 * MM
    # Nothing that was printed before, and no head or grid, is printed again.
    assert all(word.top > grid.height - grid.row_top(4) for word in found)


@needs_poppler
def test_open_an_odd_page_is_the_right_half(tmp_path: Path) -> None:
    width = A5_BOOKLET.width * MM
    found = lines_of(state(), tmp_path / "right.pdf", Feed())
    assert found
    assert all(word.left > width for word in found)
    full = replace(state(lines=20), printed=(PrintedRows(1, 1, 18, 1, 17),))
    found = lines_of(full, tmp_path / "left.pdf", Feed())
    assert found
    assert all(word.right < width for word in found)


@needs_poppler
def test_pages_that_face_each_other_are_fed_once(tmp_path: Path) -> None:
    given, out = state(lines=60), tmp_path / "all.pdf"
    plan = plan_lines(given, LO)
    assert [page.page for page in plan.pages] == [1, 2, 3, 4]
    assert print_lines(given, plan, LO, out, Feed()) == 3
    assert print_lines(given, plan, LO, out, Feed(open=False)) == 4


@needs_poppler
def test_balances_are_carried_and_brought_forward(tmp_path: Path) -> None:
    given, out = state(A6_BOOKLET, lines=12), tmp_path / "new.pdf"
    print_lines(given, plan_lines(given, LO), LO, out, Feed(open=False))
    first, second = pages_of(out)
    assert LO.say("Carried forward") in first
    assert LO.say("Brought forward") not in first
    assert LO.say("Brought forward") in second
    assert first.count(LO.kip(10 * 20_000)) == 2
    assert second.count(LO.kip(10 * 20_000)) == 1


@needs_poppler
def test_a_shift_moves_everything(tmp_path: Path) -> None:
    before = lines_of(state(), tmp_path / "a.pdf", Feed())
    after = lines_of(state(), tmp_path / "b.pdf", Feed(right=15, down=-20))
    for one, other in zip(before, after, strict=True):
        assert other.left - one.left == pytest.approx(1.5 * MM, abs=0.1)
        assert other.top - one.top == pytest.approx(-2 * MM, abs=0.1)


@needs_poppler
def test_blank_paper_gets_its_grid_with_the_first_line_of_a_page(tmp_path: Path) -> None:
    head, out = LO.say("Paid in"), tmp_path / "new.pdf"
    given = state(lines=3)
    print_lines(given, plan_lines(given, LO), LO, out, Feed(ruled=False))
    assert head in pages_of(out)[0]
    given = state(printed=2)
    print_lines(given, plan_lines(given, LO), LO, out, Feed(ruled=False))
    assert head not in pages_of(out)[0]


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_kind_of_line_is_found_and_nothing_leaves_the_page(
    size: BookletSize, language: str, tmp_path: Path
) -> None:
    words, out = open_words(language), tmp_path / "new.pdf"
    for book in (passbook(every_kind()), largest()):
        given = BookletState(book, Booklet(1, 0, size, two_kinds=book.two_products))
        plan = plan_lines(given, words)
        print_lines(given, plan, words, out, Feed(open=False, ruled=False))
        text = "".join("".join(raw_lines(out)).replace("\u00a0", " ").split())
        placed = [line for page in plan.pages for line, _ in page.lines]
        for number in placed:
            what = what_text(book.lines[number - 1], words)
            assert "".join(what.replace("\u00a0", " ").split()) in text
        for word in words_of(out):
            assert word.left >= 5 * MM
            assert word.right <= (size.width - 5) * MM


def test_a_long_text_is_cut_where_the_book_has_it_whole() -> None:
    line = deposits(1)[0]._replace(note=f"{REASON}. " * 20)
    grid = grid_of(A6_BOOKLET, two=False)
    broken = text_lines(line, LO, grid)
    assert (len(broken), rows_of_texts(len(broken))) == (7, 4)
    assert broken[-1].text.endswith("…")


@needs_poppler
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_booklet_has_all_its_pages(
    size: BookletSize, language: str, tmp_path: Path
) -> None:
    words, out = open_words(language), tmp_path / "booklet.pdf"
    given = state(size)
    sides = print_booklet(given, words, out)
    assert sides % 2 == 0
    assert facts_of(out)["Pages"] == str(sides)
    text = "\n".join(pages_of(out))
    assert KHAM.number in text
    for page in range(1, size.pages + 1):
        place = words.say("Booklet {number} · page {page}", number="1", page=words.number(page))
        assert place in text
    alone = print_booklet(given, words, out, folded=False)
    assert alone >= size.pages + 2
    first = next(n for n, page in enumerate(pages_of(out), start=1) if place_of(words, 1) in page)
    # The first page for lines is a right-hand one.
    assert first % 2 == 1


def place_of(words: object, page: int) -> str:
    return words.say(  # type: ignore[attr-defined, no-any-return]
        "Booklet {number} · page {page}",
        number="1",
        page=words.number(page),  # type: ignore[attr-defined]
    )


@needs_poppler
def test_a_copy_says_so_on_every_page(tmp_path: Path) -> None:
    given = state()
    copy = replace(given, booklet=replace(given.has, copy=2))
    out = tmp_path / "copy.pdf"
    print_booklet(copy, LO, out)
    mark = copy_text(copy.has, LO)
    assert "2" in mark
    assert "\n".join(pages_of(out)).count(mark) == A5_BOOKLET.pages + 1
    assert copy_text(given.has, LO) == ""


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_the_test_page_lies_where_the_lines_will(
    size: BookletSize, language: str, tmp_path: Path
) -> None:
    words, out = open_words(language), tmp_path / "test.pdf"
    assert print_test_page(size, words, out, Feed()) == 1
    assert words.say("Test page for the booklet") in pages_of(out)[0].replace("\u200b", "")
    assert all(word.left > size.width * MM for word in words_of(out))
    assert all(word.right < 2 * size.width * MM for word in words_of(out))
