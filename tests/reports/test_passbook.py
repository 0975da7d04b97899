"""The passbook: what stands on it, where it stands, and that it is the same every time."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.people import MemberId
from ledger.rules.transfers import EntryNumber
from ledger.statements.passbook import Passbook
from reports.page import A5, MM
from reports.passbook import what_text
from reports.passbook_grid import HEAD_LEFT, HEAD_RIGHT, ROWS
from reports.passbooks import print_passbooks
from reports.troubles import Cause, MissingGlyph, PaperNotWritten
from tests.reports.papers import (
    LONG_GROUP,
    LONG_NAME,
    MOST,
    REASON,
    deposits,
    every_kind,
    largest,
    passbook,
)
from tests.reports.pdfs import (
    facts_of,
    fonts_of,
    has_private_letters,
    needs_poppler,
    pages_of,
    raw_lines,
    text_of,
    words_of,
)
from tests.villages import GROUP, KHAM, NOY
from translations import LANGUAGES, MoneyFormat, open_words
from translations.money import NO_BREAK

LO = open_words("lo")


def _print(tmp_path: Path, *books: Passbook, language: str = "lo") -> Path:
    out = tmp_path / f"{language}.pdf"
    print_passbooks(books, open_words(language), out)
    return out


def _joined(text: str) -> str:
    """The text without the spaces and line ends that setting it may add or take away."""
    return "".join(text.replace("\u00a0", " ").split())


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_found_again(language: str, tmp_path: Path) -> None:
    words = open_words(language)
    book = passbook(every_kind(), savings_before=5_000, loans_before=7_000)
    out = _print(tmp_path, book, language=language)
    text = _joined(" ".join(raw_lines(out)))
    for line in book.lines:
        assert _joined(what_text(line, words)) in text
        for fact in (
            words.day(line.day),
            f"{words.say('no.')}{line.number}",
            words.kip(line.savings),
        ):
            assert _joined(fact) in text
        for kip in (line.paid_in, line.paid_out):
            assert not kip or words.kip(kip) in text
    assert not has_private_letters(text)


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_says_whose_it_is(language: str, tmp_path: Path) -> None:
    words = open_words(language)
    out = _print(tmp_path, passbook(), language=language)
    cover = pages_of(out)[0]
    for text in (GROUP.name, KHAM.number, f"{KHAM.title} {KHAM.name}", words.say("Passbook")):
        assert text in cover
    assert words.day(KHAM.joined) in cover
    assert words.say("{name} province", name=GROUP.province).replace(" ", NO_BREAK) in cover


@needs_poppler
@pytest.mark.parametrize(("household", "said"), [("", False), ("0", False), ("10", True)])
def test_the_cover_names_a_household_only_where_one_is_known(
    household: str, *, said: bool, tmp_path: Path
) -> None:
    hers = replace(passbook(), member=replace(KHAM, household=household))
    assert ("Household" in pages_of(_print(tmp_path, hers, language="en"))[0]) is said


@needs_poppler
def test_a_line_is_read_from_left_to_right(tmp_path: Path) -> None:
    out = _print(tmp_path, passbook(deposits(2)))
    line = next(line for line in text_of(out, "-layout").splitlines() if "20,000" in line)
    assert line.split() == ["20,000", "20,000", "0"]
    raw = raw_lines(out)
    first = next(place for place, line in enumerate(raw) if line.startswith("05/01/2024"))
    assert " ".join(raw[first : first + 6]).split()[:3] == ["05/01/2024", "ທີ", "100"]


@needs_poppler
def test_amounts_end_at_the_edge_of_their_columns(tmp_path: Path) -> None:
    out = _print(tmp_path, passbook(deposits(14)), largest())
    amounts = [w for w in words_of(out) if w.text.replace(",", "").isdigit() and "," in w.text]
    edges = {round(w.right) for w in amounts if w.page in {3, 6}}
    # In, out, savings and debt: four columns, four edges.
    assert len(edges) == 4
    assert {w.text for w in amounts if w.page == 6} >= {LO.kip(MOST)}


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_the_page_or_touches_its_neighbour(language: str, tmp_path: Path) -> None:
    out = _print(tmp_path, largest(), passbook(every_kind()), language=language)
    found = words_of(out)
    assert found
    for word in found:
        assert word.left >= 8 * MM
        assert word.right <= A5[0] - 8 * MM
        assert word.top >= 5 * MM
        assert word.bottom <= A5[1] - 5 * MM
    rows = [w for w in found if w.text == LO.kip(MOST)]
    for one in rows:
        for other in rows:
            if one is not other and (one.page, one.top) == (other.page, other.top):
                assert one.right <= other.left or other.right <= one.left


@needs_poppler
def test_pages_are_counted_for_each_member(tmp_path: Path) -> None:
    out = _print(tmp_path, passbook(deposits(40)), passbook(whose=NOY))
    pages = pages_of(out)
    assert int(facts_of(out)["Pages"]) == len(pages) == 5 + 3
    for place in range(2, 6):
        assert LO.say("Page {page} of {pages}", page=place, pages=5) in pages[place - 1]
        assert KHAM.name in pages[place - 1]
    assert LO.say("Page {page} of {pages}", page=3, pages=3) in pages[7]
    assert NOY.name in pages[7]
    # Viewers count from the member's own first page.
    assert b"(001-)" in out.read_bytes()


@needs_poppler
def test_balances_are_carried_from_page_to_page(tmp_path: Path) -> None:
    out = _print(tmp_path, passbook(deposits(40), savings_before=1_000, loans_before=0))
    third, fourth, fifth = pages_of(out, "-layout")[2:]
    for page, wanted in ((third, "Carried forward"), (fourth, "Brought forward")):
        line = next(line for line in page.splitlines() if LO.say(wanted) in line)
        assert line.split()[-2:] == ["320,000", "0"]
    assert LO.say("Brought forward") in third
    assert LO.say("Carried forward") not in fifth


@needs_poppler
def test_a_first_page_without_balances_brings_nothing_forward(tmp_path: Path) -> None:
    out = _print(tmp_path, passbook(deposits(1)))
    assert LO.say("Brought forward") not in text_of(out)


@pytest.mark.parametrize(
    ("lines", "pages"), [(0, 1), (ROWS - 1, 1), (ROWS, 2), (2 * ROWS - 3, 2), (2 * ROWS - 2, 3)]
)
def test_a_page_is_full_before_the_next_begins(lines: int, pages: int, tmp_path: Path) -> None:
    count = print_passbooks([passbook(deposits(lines))], LO, tmp_path / "full.pdf")
    assert count == 2 + pages


@needs_poppler
def test_a_line_and_its_long_text_stay_together(tmp_path: Path) -> None:
    rows = deposits(ROWS)
    long = rows[-2]._replace(note=REASON)
    out = _print(tmp_path, passbook((*rows[:-2], long, rows[-1])))
    third, fourth = pages_of(out, "-raw")[2:]
    assert _joined(REASON) not in _joined(third)
    assert _joined(REASON) in _joined(fourth)


@needs_poppler
def test_a_text_longer_than_a_page_goes_on(tmp_path: Path) -> None:
    endless = deposits(1)[0]._replace(note=f"{REASON}. " * 20)
    out = _print(tmp_path, passbook((endless,)))
    pages = pages_of(out, "-raw")
    assert len(pages) > 3
    assert text_of(out, "-raw").count("12/2025.") == 20


def test_what_was_taken_back_says_so() -> None:
    line = deposits(1)[0]._replace(reverses=EntryNumber(7), note="ຂຽນຜິດຄົນ")
    assert what_text(line, open_words("en")) == "Savings deposit: no.\u00a07 taken back – ຂຽນຜິດຄົນ"


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_practice_is_marked_on_every_page(language: str, tmp_path: Path) -> None:
    book = passbook(deposits(30), group=replace(GROUP, practice=True))
    out = _print(tmp_path, book, passbook(), language=language)
    mark = open_words(language).say("PRACTICE – not a real book")
    pages = pages_of(out)
    assert [mark in page for page in pages] == [True] * 4 + [False] * 3


@needs_poppler
def test_long_names_stay_whole_on_the_cover(tmp_path: Path) -> None:
    cover = _joined(pages_of(_print(tmp_path, largest()), "-raw")[0])
    assert _joined(LONG_NAME) in cover
    assert _joined(LONG_GROUP) in cover


@needs_poppler
def test_satang_and_points_are_printed_the_groups_way(tmp_path: Path) -> None:
    words = open_words("th", MoneyFormat(points=True, decimals=2, currency="THB"))
    out = tmp_path / "baht.pdf"
    print_passbooks([passbook(deposits(1, kip=369_250))], words, out)
    assert "3.692,50" in text_of(out)


@needs_poppler
def test_only_our_own_typefaces_are_in_it(tmp_path: Path) -> None:
    out = _print(tmp_path, passbook(every_kind()), language="th")
    assert all("NotoSans" in line for line in fonts_of(out))


def test_the_same_books_give_the_same_bytes(tmp_path: Path) -> None:
    books = [passbook(every_kind()), largest()]
    for name in ("a.pdf", "b.pdf"):
        print_passbooks(books, LO, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_whole_group_holds_grid_and_rules_once(tmp_path: Path) -> None:
    def printed(members: int) -> int:
        books = [
            passbook(deposits(10), whose=replace(KHAM, id=MemberId(n), number=str(n)))
            for n in range(members)
        ]
        out = tmp_path / f"{members}.pdf"
        print_passbooks(books, LO, out)
        return out.stat().st_size

    first, more = printed(2), printed(22)
    assert (more - first) / 20 < 4_000


def test_progress_is_told_for_each_member(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    books = [passbook(), passbook(whose=NOY)]
    out = tmp_path / "two.pdf"
    print_passbooks(books, LO, out, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("stop_at", [1, 2, 3])
def test_cancelling_leaves_nothing(stop_at: int, tmp_path: Path) -> None:
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) >= stop_at

    books = [passbook(), passbook(whose=NOY)]
    assert print_passbooks(books, LO, tmp_path / "no.pdf", cancelled=cancelled) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_letter_nobody_can_print_leaves_the_old_paper(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    out.write_bytes(b"old")
    with pytest.raises(MissingGlyph) as missing:
        print_passbooks([passbook(whose=replace(KHAM, name="ນາງ 王"))], LO, out)
    assert missing.value.character == "王"
    assert out.read_bytes() == b"old"


def test_a_full_disk_leaves_the_old_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "paper.pdf"
    out.write_bytes(b"old")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PaperNotWritten) as trouble:
        print_passbooks([passbook()], LO, out)
    assert trouble.value.cause is Cause.DISK_FULL
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


@needs_poppler
def test_the_grid_is_within_its_margins(tmp_path: Path) -> None:
    out = _print(tmp_path, passbook(deposits(3)))
    heads = [w for w in words_of(out) if w.page == 3]
    assert min(w.left for w in heads) >= HEAD_LEFT - 0.5
    assert max(w.right for w in heads) <= HEAD_RIGHT + 0.5
