"""A page that is printed again with later lines, or printed on, never moves what stands on it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.booklets import A5_BOOKLET, A6_BOOKLET, Booklet, BookletSize, PrintedRows
from ledger.statements.booklets import BookletState
from ledger.statements.passbook import PassbookLine
from reports.booklet import Feed, plan_lines, print_lines
from reports.passbook_grid import grid_of
from reports.passbooks import print_passbooks
from tests.reports.papers import REASON, deposits, passbook
from tests.reports.pdfs import Word, needs_poppler, pages_of, words_of
from translations import LANGUAGES, Words, open_words

pytestmark = needs_poppler
SIZES = pytest.mark.parametrize("size", [A5_BOOKLET, A6_BOOKLET])
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
ALL = 2 * A5_BOOKLET.rows + 3
Kind = Callable[[int], tuple[PassbookLine, ...]]
Placed = set[tuple[int, int, int, str]]


def lines_with_long_texts(count: int) -> tuple[PassbookLine, ...]:
    """Every fifth line has a text that goes on in further rows."""
    return tuple(
        line._replace(note=REASON) if k % 5 == 4 else line for k, line in enumerate(deposits(count))
    )


KINDS = pytest.mark.parametrize("kind", [deposits, lines_with_long_texts])


def placed(found: list[Word], size: BookletSize) -> Placed:
    """The words in the rows of the pages for lines, the first of which is 1, with their places."""
    grid = grid_of(size, two=False)
    top = grid.height - grid.row_top(0)
    foot = grid.height - grid.row_top(grid.rows)
    return {
        (word.page, round(word.left), round(word.top), word.text)
        for word in found
        if top < word.top and word.bottom < foot
    }


def whole(lines: tuple[PassbookLine, ...], size: BookletSize, words: Words, out: Path) -> Placed:
    """What stands in the rows of the whole passbook, without cover and rules."""
    print_passbooks([passbook(lines)], words, out, size=size)
    heads = [n for n, page in enumerate(pages_of(out), start=1) if words.say("Paid in") in page]
    found = [word for word in words_of(out) if word.page >= heads[0]]
    return placed([replace(word, page=word.page - heads[0] + 1) for word in found], size)


def printed_on(
    lines: tuple[PassbookLine, ...], stops: list[int], size: BookletSize, words: Words, out: Path
) -> list[Placed]:
    """What each going through the printer puts into the rows of one booklet."""
    booklet = Booklet(1, 0, size, two_kinds=False)
    rows: tuple[PrintedRows, ...] = ()
    runs = []
    for stop in stops:
        given = BookletState(passbook(lines[:stop]), booklet, rows)
        plan = plan_lines(given, words)
        print_lines(given, plan, words, out, Feed(open=False))
        page_of = {place: page.page for place, page in enumerate(plan.pages, start=1)}
        runs.append(placed([replace(w, page=page_of[w.page]) for w in words_of(out)], size))
        rows = (*rows, *(page.printed for page in plan.pages))
    return runs


@KINDS
@SIZES
@LANGUAGE
def test_a_passbook_printed_again_keeps_its_lines_where_they_were(
    size: BookletSize, language: str, kind: Kind, tmp_path: Path
) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    lines = kind(ALL)
    before: Placed = set()
    for count in range(size.rows - 3, size.rows + 3):
        now = whole(lines[:count], size, words, out)
        assert before <= now
        before = now
    assert before <= whole(lines, size, words, out)


@KINDS
@SIZES
@LANGUAGE
def test_a_booklet_printed_on_is_the_booklet_printed_at_once(
    size: BookletSize, language: str, kind: Kind, tmp_path: Path
) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    lines = kind(ALL)
    (at_once,) = printed_on(lines, [ALL], size, words, out)
    assert at_once == whole(lines, size, words, out)
    for full in range(size.rows - 3, size.rows + 2):
        runs = printed_on(lines, [full, full + 1, full + 2, ALL], size, words, out)
        assert set.union(*runs) == at_once
        # Nothing is printed a second time, not even what is carried and brought forward.
        assert sum(map(len, runs)) == len(at_once)
