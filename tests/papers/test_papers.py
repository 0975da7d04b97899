"""Every paper from the smallest group and from the one with everything too long, looked through."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.rules.refusals import Refusal
from reports.page import Page
from reports.page import Paper as Sheet
from reports.passbooks import print_passbooks
from reports.shell import Said, Shell
from reports.style import A5, thin
from reports.text.fitting import line_of
from tests.papers.golden import compare, places_of
from tests.papers.groups import LONG_GROUP, TODAY, group_book
from tests.papers.looking import Lines, faults_of, written
from tests.papers.making import prints_of
from tests.reports.papers import passbook
from tests.reports.pdfs import needs_poppler, text_of
from translations import LANGUAGES, open_words
from ui.papers.paper import Paper
from ui.papers.shop import all_papers

pytestmark = needs_poppler
PAPERS = [paper for paper in all_papers() if paper.code != "passbooks"]
BY_CODE = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.code)


@pytest.fixture(scope="module", params=["long", "one"])
def book(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Book]:
    with group_book(request.param, tmp_path_factory.mktemp("groups")).opened() as book:
        yield book


@BY_CODE
def test_all_of_a_paper_is_there_and_in_its_place(book: Book, tmp_path: Path, paper: Paper) -> None:
    for one in prints_of(paper, book, TODAY, tmp_path):
        try:
            lines = one.make()
        except Refusal:
            continue
        assert text_of(one.out).strip()
        assert faults_of(one.out, lines, one.words.language) == []


@BY_CODE
@pytest.mark.parametrize("book", ["long"], indirect=True)
def test_a_paper_made_again_is_the_same_to_the_byte(
    book: Book, tmp_path: Path, paper: Paper
) -> None:
    for one in prints_of(paper, book, TODAY, tmp_path):
        again = replace(one, out=tmp_path / "again.pdf")
        try:
            one.make()
            again.make()
        except Refusal:
            continue
        assert again.out.read_bytes() == one.out.read_bytes()


@BY_CODE
@pytest.mark.parametrize("book", ["long"], indirect=True)
def test_a_paper_looks_as_it_did(book: Book, tmp_path: Path, paper: Paper) -> None:
    """The usual paper of the group with long names: in Lao two pages of it, otherwise one."""
    for one in prints_of(paper, book, TODAY, tmp_path):
        language = one.words.language
        if one.wish.options or not any(one.out.name == f"{paper.code}.{x}.pdf" for x in LANGUAGES):
            continue
        try:
            one.make()
        except Refusal:
            continue
        pages = 2 if language == "lo" else 1
        compare(f"{paper.code}.{language}", places_of(one.out, pages))


# --- the looking itself -------------------------------------------------------------------


def _drawn(tmp_path: Path, x: float, text: str, *, twice: bool = False) -> list[str]:
    sheet = Sheet(open_words("en"), size=A5, title="x")
    with written() as lines:
        page: Page = sheet.page()
        page.line(x, 300, line_of(thin(), [text]))
        if twice:
            page.line(x + 10, 302, line_of(thin(), ["over it"]))
        sheet.add(page)
        sheet.save(tmp_path / "x.pdf")
    lines.add(text)
    return [fault.what for fault in faults_of(tmp_path / "x.pdf", lines, "en")]


def test_what_is_wrong_is_seen(tmp_path: Path) -> None:
    assert _drawn(tmp_path, 100, "all well") == []
    assert _drawn(tmp_path, 395, "over the edge") != []
    assert _drawn(tmp_path, 100, "cut off …") == ["cut short"]
    assert "one over another" in _drawn(tmp_path, 100, "underneath", twice=True)


@pytest.mark.parametrize(("lines", "faults"), [(1, ["hardly anything"]), (4, [])])
def test_a_page_on_which_hardly_anything_stands_is_seen(
    tmp_path: Path, lines: int, faults: list[str]
) -> None:
    shell = Shell(open_words("en"), Said(LONG_GROUP, "x", TODAY))
    shell.head()
    shell.flow.next_page()
    for number in range(lines):
        shell.flow.text(f"line {number}", thin())
    out = tmp_path / "x.pdf"
    shell.save(out)
    assert [fault.what for fault in faults_of(out, Lines(), "en")] == faults


@pytest.mark.parametrize("below", [0, 1])
def test_a_heading_that_stands_alone_is_seen(tmp_path: Path, below: int) -> None:
    """The foot of the page is not what it is the heading of."""
    with written() as lines:
        shell = Shell(open_words("en"), Said(LONG_GROUP, "x", TODAY))
        shell.head()
        for number in range(4):
            shell.flow.text(f"line {number}", thin())
        shell.flow.heading("What was decided")
        for _ in range(below):
            shell.flow.text("Nothing.", thin())
        shell.flow.next_page()
        for number in range(4):
            shell.flow.text(f"more {number}", thin())
        shell.save(tmp_path / "x.pdf")
    faults = [str(fault) for fault in faults_of(tmp_path / "x.pdf", lines, "en")]
    assert faults == ["a heading alone: What was decided"] * (1 - below)


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_that_are_written_in_two_ways_are_seen(tmp_path: Path, language: str) -> None:
    words = open_words(language)
    print_passbooks([passbook()], words, tmp_path / "passbook.pdf")
    both = (words.day(TODAY), words.long_day(TODAY))
    printed = words.say("Printed on {day}", day=both[0])
    for said, faults in [
        (both, ["days written in two ways"]),
        (both[:1], []),
        (both[1:], []),
        ((printed, both[1]), []),
    ]:
        found = faults_of(tmp_path / "passbook.pdf", Lines(said), language)
        assert [one.what for one in found if one.what != "missing"] == faults


def test_what_is_missing_is_seen(tmp_path: Path) -> None:
    print_passbooks([passbook()], open_words("lo"), tmp_path / "passbook.pdf")
    faults = faults_of(tmp_path / "passbook.pdf", Lines(["ບໍ່ມີຢູ່ນີ້"]), "lo")
    assert {fault.what for fault in faults} == {"missing"}


def test_what_a_file_does_not_say_of_itself_is_seen(tmp_path: Path) -> None:
    out = tmp_path / "passbook.pdf"
    print_passbooks([passbook()], open_words("lo"), out)
    assert [fault.what for fault in faults_of(out, Lines(), "th")] == ["not said in which language"]
    whole = out.read_bytes()
    out.write_bytes(whole.replace(b"/PageLabels", b"/PageLabelz"))
    assert [fault.what for fault in faults_of(out, Lines(), "lo")] == ["pages without labels"]
    untitled = re.sub(rb'(x-default">)[^<]+<', lambda m: m[1] + b"<", whole)
    out.write_bytes(untitled)
    assert [fault.what for fault in faults_of(out, Lines(), "lo")] == ["without a title"]
