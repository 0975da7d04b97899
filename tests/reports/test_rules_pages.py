"""The rules in short are spread over their pages so that none is a scrap."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.booklets import A5_BOOKLET, A6_BOOKLET, BookletSize
from ledger.rules.rulebook import Rulebook
from reports.loans_in_short import BETWEEN
from reports.page import Paper
from reports.passbook_grid import grid_of
from reports.rules_in_short import rules_in_short
from reports.rules_pages import rule_pages
from reports.style import MM
from tests.reports.pdfs import Word, needs_poppler, pages_of, raw_lines, text_of, words_of
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


def _joined(text: str) -> str:
    """The text without what the ends of lines take away."""
    return "".join(text.split())


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
    text = _joined(text_of(out))
    for chapter in rules_in_short(rulebook, open_words(language)):
        for sentence in (chapter.heading, *chapter.sentences):
            assert _joined(sentence) in text
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


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_facts_are_parted_at_the_end_of_a_line_too_and_no_number_is_left_behind(
    name: str, language: str, size: BookletSize, tmp_path: Path
) -> None:
    _printed(template(name), language, size, tmp_path / "x.pdf")
    printed = raw_lines(tmp_path / "x.pdf")
    # The foot has a dot of its own, behind the code.
    assert not any(" · " in line or line.startswith(BETWEEN.strip()) for line in printed)
    told = rules_in_short(template(name), open_words(language))
    ends = {f[-6:] for c in told for text in c.sentences for f in text.split(BETWEEN)}
    # The first two lines are the title and since when the rules are in force.
    begun = next(n for n, line in enumerate(printed) if told[0].heading in line)
    numbers = [line for line in printed[begun:] if line.rstrip()[-1:].isdigit()]
    assert [line for line in numbers if line.rstrip()[-6:] not in ends] == []


def test_a_chapter_that_goes_on_has_its_heading_again(tmp_path: Path) -> None:
    products = tuple(
        replace(RULES.loans.products[0], key=f"p{n}", name=f"{n:03}") for n in range(40)
    )
    long = replace(RULES, loans=replace(RULES.loans, products=products))
    _printed(long, "en", A6_BOOKLET, tmp_path / "x.pdf")
    pages = pages_of(tmp_path / "x.pdf")
    begun = [page for page in pages if "001:" in page]
    later = [page for page in pages if page not in begun and re.search(r"\b0\d\d:", page)]
    assert len(begun) == 1
    assert later
    assert all("Loans (continued)" in page for page in later)
    assert all(page.count("•") >= 2 for page in begun)
    assert not any("continued" in page for page in begun)
