"""Names full of markup, patterns and paths stand on every paper as they were written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.rules.refusals import Refusal
from tests.papers.groups import HOSTILE_NAMES, TODAY, group_book
from tests.papers.looking import bare
from tests.papers.making import prints_of
from tests.reports.pdfs import needs_poppler, text_of
from translations.normal import normalise
from ui.papers.paper import Paper
from ui.papers.shop import all_papers

pytestmark = needs_poppler

INNER = ("&amp;", "%s{0}", "&<br/>", "%(n)d", "$HOME", "&#x0e81;", "<font", "</font>")
"""Pieces of the hostile names: what stands before one on a line is known letter by letter."""


def torn(line: str) -> list[str]:
    """The hostile names of which a line holds a piece without what was written before it."""
    text, found = bare(line), []
    for name in map(bare, HOSTILE_NAMES):
        for piece in (piece for piece in INNER if piece in name):
            for at in (n for n in range(len(text)) if text.startswith(piece, n)):
                before, right = text[:at], name[: name.index(piece)]
                # Either all of it stands there, or the line begins in the midst of the name.
                if not (before.endswith(right) or right.endswith(before)):
                    found.append(line)
    return found


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with group_book("hostile", tmp_path_factory.mktemp("groups")).opened() as book:
        yield book


@pytest.mark.parametrize("paper", all_papers(), ids=lambda paper: paper.code)
def test_hostile_names_are_printed_as_they_were_written(
    book: Book, tmp_path: Path, paper: Paper
) -> None:
    for one in prints_of(paper, book, TODAY, tmp_path):
        try:
            lines = one.make()
        except Refusal:
            continue
        whole = bare(text_of(one.out)) + bare(text_of(one.out, "-raw"))
        for line in lines:
            assert torn(line) == []
            assert bare(line) in whole
        # Nothing was fetched from beside the book.
        assert b"/Subtype /Image" not in one.out.read_bytes()


def test_a_name_that_was_read_as_markup_is_seen() -> None:
    assert torn("№ 12 ຄຳ%s{0}")
    assert torn("HYPERLINK(1) ທ</font>")
    assert not torn(f"№ 12 {HOSTILE_NAMES[0]}")
    assert not torn("src=x>%s{0} 1")


def test_they_do_stand_on_papers(book: Book, tmp_path: Path) -> None:
    """Were the names left out everywhere, the test above would see nothing."""
    seen = set()
    for paper in all_papers():
        for one in prints_of(paper, book, TODAY, tmp_path):
            try:
                lines = one.make()
            except Refusal:
                break
            seen |= {name for name in HOSTILE_NAMES if any(name in line for line in lines)}
            break
    assert seen == set(HOSTILE_NAMES)


@pytest.mark.parametrize("unseen", ["\u202e", "\u2066", "\u200b", "\u200f", "\u00ad", "\x07"])
def test_signs_that_cannot_be_seen_are_not_kept(unseen: str) -> None:
    """A sign that turns the direction of writing would show another name than the one kept."""
    assert normalise(f"ຄຳ{unseen} ສີ{unseen}") == "ຄຳ ສີ"
