"""The shell, the table and the stamp: what every paper has on every page, and how it breaks."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from reports.forward import Forward
from reports.page import Page
from reports.passbooks import print_passbooks
from reports.shell import Said, Shell, place_text
from reports.stamp import Stamp, stamp_now, stamped
from reports.style import A4, A4_WIDE, A5, BODY, MM, thin
from reports.tables import Column, Row, Table, amount_cell, name_cell, words_cell
from tests.reports.papers import LONG_GROUP, passbook
from tests.reports.pdfs import needs_poppler, pages_of, text_of, words_of
from tests.villages import GROUP
from translations import LANGUAGES, open_words

TODAY = date(2026, 4, 5)
CODE = Stamp("7K3M-9QZT-04XB-5RGH-2W6N-C", 12_345)
LO, EN = open_words("lo"), open_words("en")


def shell(size: tuple[float, float] = A4, *, practice: bool = False) -> Shell:
    """A paper of the invented village in English."""
    group = replace(GROUP, practice=practice)
    return Shell(EN, Said(group, "Cash count", TODAY, ("DRAFT",)), size=size)


def listed(made: Shell, count: int, *, forward: bool = False, text: str = "") -> None:
    """A table of so many rows, each of a thousand kip more than the last."""
    columns = (
        Column("No.", 20 * MM),
        Column("Name", made.flow.width - 60 * MM),
        Column("Amount", 40 * MM, amounts=True),
    )
    rows = [
        Row(
            (name_cell(f"n{k}"), words_cell(text or f"row{k}"), amount_cell(EN.kip(1_000 * k))),
            sums=(None, None, 1_000 * k),
        )
        for k in range(1, count + 1)
    ]
    sums = Forward("This page", "Up to here", "Brought", "All", EN.kip) if forward else None
    Table(made.flow, columns).draw(rows, sums)


@needs_poppler
@pytest.mark.parametrize("size", [A4, A4_WIDE, A5])
def test_every_page_says_whose_it_is_and_which(tmp_path: Path, size: tuple[float, float]) -> None:
    out = tmp_path / "paper.pdf"
    with stamped(CODE):
        made = shell(size, practice=True)
        made.head("Box of the meeting")
        made.facts("3 members", "Amounts in kip")
        listed(made, 150)
        pages = made.save(out)
    texts = pages_of(out)
    assert len(texts) == pages > 2
    for number, text in enumerate(texts, start=1):
        assert GROUP.name in text
        assert "Cash count" in text
        assert f"Page {number} of {pages}" in text
        assert "Printed on 05/04/2026" in text
        assert "DRAFT" in text
        assert "PRACTICE" in text
        assert "Code of the book 7K3M-9QZT-04XB-5RGH-2W6N-C · 12,345 lines" in text
    inner = [w for w in words_of(out) if w.left < 5 * MM or w.right > size[0] - 5 * MM]
    assert inner == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_viewers_know_title_language_and_pages(tmp_path: Path, language: str) -> None:
    out = tmp_path / "paper.pdf"
    made = Shell(open_words(language), Said(GROUP, "ທົດລອງ", TODAY))
    made.head()
    made.flow.next_page()
    made.save(out)
    content = out.read_bytes()
    assert f"/Lang ({language})".encode() in content
    assert b"/DisplayDocTitle true" in content
    document = pdfium.PdfDocument(content)
    assert document.get_metadata_value("Title") == f"ທົດລອງ – {GROUP.name}"
    assert [document.get_page_label(page) for page in range(2)] == ["1", "2"]
    document.close()


@needs_poppler
def test_without_a_book_there_is_no_code(tmp_path: Path) -> None:
    made = shell()
    made.head()
    made.save(tmp_path / "paper.pdf")
    assert "Code of the book" not in text_of(tmp_path / "paper.pdf")
    with stamped(CODE):
        assert stamp_now() == CODE
    assert not stamp_now().code


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passbook_has_the_code_too(tmp_path: Path, language: str) -> None:
    out = tmp_path / "paper.pdf"
    with stamped(CODE):
        print_passbooks([passbook()], open_words(language), out)
    assert all(CODE.code in page for page in pages_of(out)[1:])


@needs_poppler
def test_the_longest_name_leaves_room_for_everything_else(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    group = replace(GROUP, name=LONG_GROUP, practice=True)
    made = Shell(LO, Said(group, LO.say("Income statement"), TODAY), size=A5)
    made.head()
    made.flow.next_page()
    made.flow.text("1", thin(BODY))
    made.save(out)
    for page in (1, 2):
        found = [w for w in words_of(out) if w.page == page]
        places = [(w.left, w.right, round(w.top)) for w in found]
        for left, right, top in places:
            over = [p for p in places if p != (left, right, top) and abs(p[2] - top) < 4]
            assert all(right <= p[0] + 0.5 or left >= p[1] - 0.5 for p in over)
        assert max(w.right for w in found) <= A5[0] - 8 * MM


# --- tables -------------------------------------------------------------------------------


@needs_poppler
@pytest.mark.parametrize("size", [A4, A4_WIDE])
def test_a_full_table_does_not_stand_on_the_foot(
    tmp_path: Path, size: tuple[float, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    rules: dict[Page, list[float]] = {}
    draw = Page.rule

    def ruled(page: Page, x1: float, y1: float, x2: float, y2: float, *ink: float) -> None:
        rules.setdefault(page, []).append(min(y1, y2))
        draw(page, x1, y1, x2, y2, *ink)

    monkeypatch.setattr(Page, "rule", ruled)
    air = []
    for text in ("row", "row " * 60):
        made = shell(size)
        made.head()
        listed(made, 150, text=text)
        made.save(tmp_path / "paper.pdf")
        for page in made.flow.pages[:-1]:
            foot, last = sorted(set(rules[page]))[:2]
            air.append(last - foot)
    assert min(air) >= 5 * MM
    # The stamp below the foot is still where every printer prints.
    with stamped(CODE):
        made = shell(size)
        made.head()
        made.save(tmp_path / "paper.pdf")
    assert max(w.bottom for w in words_of(tmp_path / "paper.pdf")) < size[1] - 8 * MM


@needs_poppler
def test_sums_are_carried_from_page_to_page(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    made = shell()
    listed(made, 100, forward=True)
    made.save(out)
    texts = pages_of(out, "-layout")
    total = 0
    for place, text in enumerate(texts):
        rows = [line.split() for line in text.splitlines() if line.split()[:1] and "row" in line]
        here = sum(int(row[-1].replace(",", "")) for row in rows)
        sums = {line.split()[0]: line.split()[-1] for line in text.splitlines() if line.strip()}
        assert sums["This"] == EN.kip(here)
        if place:
            assert sums["Brought"] == EN.kip(total)
        total += here
        # Where the list ends, it is the sum of all; on the first page it would be said twice.
        last = place == len(texts) - 1
        assert sums.get("All") == (EN.kip(total) if last else None)
        assert sums.get("Up") == (EN.kip(total) if place and not last else None)
    assert total == 5_050_000


@needs_poppler
@pytest.mark.parametrize("count", range(30, 75, 3))
def test_no_row_stands_alone_on_a_page(tmp_path: Path, count: int) -> None:
    out = tmp_path / "paper.pdf"
    made = shell()
    listed(made, count)
    made.save(out)
    texts = pages_of(out)
    assert all(text.count("row") >= 2 for text in texts)
    assert all("Amount" in text for text in texts)


@needs_poppler
def test_a_text_longer_than_a_page_goes_on_and_is_counted_once(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    made = shell()
    words = " ".join(f"word{k}" for k in range(1, 1_500))
    listed(made, 1, forward=True, text=words)
    made.save(out)
    text = text_of(out, "-raw")
    assert len(pages_of(out)) > 1
    assert all(f"word{k}" in text for k in (1, 700, 1_499))
    assert "Up to here 1,000" in text
    assert "All 1,000" in text
    assert all(w.bottom < A4[1] - 16 * MM for w in words_of(out) if w.text.startswith("word"))


@needs_poppler
@pytest.mark.parametrize("before", range(0, 40))
def test_no_line_of_a_text_stands_alone(tmp_path: Path, before: int) -> None:
    out = tmp_path / "paper.pdf"
    made = shell()
    for k in range(before):
        made.flow.text(f"line {k}", thin(BODY))
    made.flow.text(" ".join(f"word{k}" for k in range(40)), thin(BODY))
    made.save(out)
    for page in range(1, len(pages_of(out)) + 1):
        tops = {round(w.top) for w in words_of(out) if w.page == page and "word" in w.text}
        assert len(tops) != 1


def test_where_a_group_is_has_the_zone_as_one_says_it() -> None:
    group = replace(GROUP, village="Nakham", zone="3", district="", province="")
    assert place_text(group, EN) == "Nakham\u00a0village, zone\u00a03"
    assert place_text(group, LO).endswith(", ເຂດ\u00a03")
