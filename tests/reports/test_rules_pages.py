"""The rules in short are spread over their pages so that none is a scrap."""

from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.booklets import A5_BOOKLET, A6_BOOKLET, BookletSize
from ledger.rules.rulebook import Rulebook
from reports.page import Paper
from reports.passbook_grid import grid_of
from reports.rules_in_short import rules_in_short
from reports.rules_pages import rule_pages
from reports.style import MM
from tests.reports.pdfs import Word, needs_poppler, pages_of, text_of, words_of
from tests.reports.test_proof import TEMPLATES
from tests.rules.years import template
from tests.villages import GROUP, RULES
from translations import LANGUAGES, open_words

pytestmark = needs_poppler
SIZES = pytest.mark.parametrize("size", [A5_BOOKLET, A6_BOOKLET], ids=["a5", "a6"])


def _printed(rulebook: Rulebook, language: str, size: BookletSize, out: Path) -> int:
    sheet = (size.width * MM, size.height * MM)
    paper = Paper(open_words(language), size=sheet, title="x")
    for page in rule_pages(paper, rulebook, GROUP, grid_of(size, two=False)):
        paper.add(page)
    paper.save(out)
    return paper.pages


def _used(out: Path, page: int) -> float:
    """How much of a page the lines of the rules take up, below its head."""
    words = [word for word in words_of(out) if word.page == page and word.top > 18 * MM]
    return max(map(_bottom, words)) - min(word.top for word in words)


def _bottom(word: Word) -> float:
    return word.bottom


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_rule_is_there_and_no_page_is_a_scrap(
    name: str, language: str, size: BookletSize, tmp_path: Path
) -> None:
    rulebook, out = template(name), tmp_path / "x.pdf"
    pages = _printed(rulebook, language, size, out)
    text = "".join(text_of(out).split())
    for chapter in rules_in_short(rulebook, open_words(language)):
        for sentence in (chapter.heading, *chapter.sentences):
            assert "".join(sentence.split()) in text
    used = [_used(out, page) for page in range(1, pages + 1)]
    assert pages <= 2
    assert 2.5 * min(used) >= max(used)


@pytest.mark.parametrize("count", [3, 12, 29, 60])
def test_a_chapter_that_is_longer_than_a_page_is_parted_between_sentences(
    count: int, tmp_path: Path
) -> None:
    """A heading has its first sentence with it, and the last sentence is never alone."""
    products = tuple(
        replace(RULES.loans.products[0], key=f"p{n}", name=f"{n:03}") for n in range(count)
    )
    long = replace(RULES, loans=replace(RULES.loans, products=products))
    for size in (A5_BOOKLET, A6_BOOKLET):
        _printed(long, "en", size, tmp_path / "x.pdf")
        pages = pages_of(tmp_path / "x.pdf")
        assert all(page.count("•") >= 2 for page in pages)
        assert sum(page.count(f"{n:03}:") for page in pages for n in range(count)) == count


def test_what_fits_on_one_page_in_smaller_letters_takes_one(tmp_path: Path) -> None:
    assert _printed(template("a02_lwu_network"), "lo", A5_BOOKLET, tmp_path / "x.pdf") == 1
