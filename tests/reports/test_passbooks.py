"""All passbooks in one file: kept from last time or drawn, and always the same."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.people import MemberId
from ledger.statements.passbook import Passbook
from reports import kept_parts
from reports.fonts import bold, regular
from reports.passbook import PassbookPrinter
from reports.passbook_parts import Part
from reports.passbooks import print_passbooks
from reports.stamp import Stamp, stamped
from reports.text.ink import one_line
from reports.text.primer import primed
from reports.troubles import MissingGlyph
from tests.reports.papers import deposits, every_kind, passbook
from tests.reports.pdfs import needs_poppler, text_of
from tests.villages import KHAM
from translations import LANGUAGES, open_words
from translations.catalog import open_catalog

LO = open_words("lo")


def village(count: int = 30, *, odd: int | None = None) -> list[Passbook]:
    """Passbooks of so many members; the name of the odd one has a letter of no common code."""
    books = []
    for n in range(1, count + 1):
        name = f"ຄຳຫຼ້າ Ž{n}" if n == odd else f"ຄຳຫຼ້າ {n}"
        member = replace(KHAM, id=MemberId(n), number=f"{n:03d}", name=name)
        books.append(passbook(every_kind() if n % 2 else deposits(40), whose=member))
    return books


def printed(books: list[Passbook], out: Path, **ways: object) -> bytes:
    print_passbooks(books, LO, out, **ways)  # type: ignore[arg-type]
    return out.read_bytes()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The numbers of the members whose inner pages were drawn."""
    numbers: list[str] = []
    draw = PassbookPrinter.part

    def part(printer: PassbookPrinter, book: Passbook) -> Part:
        numbers.append(book.member.number)
        return draw(printer, book)

    monkeypatch.setattr(PassbookPrinter, "part", part)
    return numbers


# --- kept pages ---------------------------------------------------------------------------


def test_what_has_not_changed_is_not_drawn_again(tmp_path: Path, drawn: list[str]) -> None:
    books = village()
    first = printed(books, tmp_path / "a.pdf", keep_in=tmp_path / "kept")
    assert len(drawn) == len(books)
    drawn.clear()
    assert printed(books, tmp_path / "b.pdf", keep_in=tmp_path / "kept") == first
    assert drawn == []
    assert printed(books, tmp_path / "c.pdf") == first


def test_after_a_meeting_only_who_paid_is_drawn(tmp_path: Path, drawn: list[str]) -> None:
    books = village()
    printed(books, tmp_path / "a.pdf", keep_in=tmp_path / "kept")
    drawn.clear()
    books[4] = replace(books[4], lines=(*books[4].lines, deposits(41)[-1]))
    later = [replace(book, last=book.last.replace(year=2026)) for book in books]
    kept = printed(later, tmp_path / "b.pdf", keep_in=tmp_path / "kept")
    assert drawn == ["005"]
    assert kept == printed(later, tmp_path / "c.pdf")


@needs_poppler
def test_kept_pages_have_the_code_of_today(tmp_path: Path) -> None:
    books = village(3)
    with stamped(Stamp("OLD1", 1)):
        printed(books, tmp_path / "a.pdf", keep_in=tmp_path / "kept")
    with stamped(Stamp("NEW2", 2)):
        printed(books, tmp_path / "b.pdf", keep_in=tmp_path / "kept")
    text = text_of(tmp_path / "b.pdf")
    assert "NEW2" in text
    assert "OLD1" not in text


@pytest.mark.parametrize(
    "change",
    [
        lambda book: replace(book, member=replace(book.member, name="ຄົນອື່ນ")),
        lambda book: replace(book, group=replace(book.group, name="ກຸ່ມອື່ນ")),
        lambda book: replace(book, rulebook=replace(book.rulebook, resolution="9/2026")),
        lambda book: replace(book, savings_before=1),
        lambda book: replace(book, lines=(book.lines[0]._replace(note="ອື່ນ"), *book.lines[1:])),
    ],
)
def test_whatever_is_another_is_drawn(
    tmp_path: Path, drawn: list[str], change: Callable[[Passbook], Passbook]
) -> None:
    books = village(2)
    printed(books, tmp_path / "a.pdf", keep_in=tmp_path / "kept")
    drawn.clear()
    books[0] = change(books[0])
    kept = printed(books, tmp_path / "b.pdf", keep_in=tmp_path / "kept")
    assert "001" in drawn
    assert kept == printed(books, tmp_path / "c.pdf")


@pytest.mark.parametrize("harm", ["cut", "changed", "empty", "other"])
def test_a_damaged_file_counts_as_none(tmp_path: Path, drawn: list[str], harm: str) -> None:
    books = village(4)
    whole = printed(books, tmp_path / "a.pdf", keep_in=tmp_path / "kept")
    (file,) = (tmp_path / "kept").iterdir()
    content = file.read_bytes()
    middle = len(content) // 2
    file.write_bytes(
        {
            "cut": content[:middle],
            "changed": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
            "empty": b"",
            "other": b"something else",
        }[harm]
    )
    drawn.clear()
    assert printed(books, tmp_path / "b.pdf", keep_in=tmp_path / "kept") == whole
    assert len(drawn) == 4


def test_where_nothing_can_be_kept_papers_are_printed_all_the_same(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_bytes(b"")
    assert printed(village(2), tmp_path / "a.pdf", keep_in=blocked / "kept")


def test_the_kept_pages_do_not_grow_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_parts, "BYTES_MOST", 20_000)
    for turn in range(6):
        books = [replace(book, savings_before=turn) for book in village(20)]
        printed(books, tmp_path / "a.pdf", keep_in=tmp_path / "kept")
        (file,) = (tmp_path / "kept").iterdir()
        assert file.stat().st_size < 25_000
    for name in range(9):
        (tmp_path / "kept" / f"{name}.parts").write_bytes(b"x")
    printed(village(3), tmp_path / "a.pdf", keep_in=tmp_path / "kept")
    assert len(list((tmp_path / "kept").iterdir())) == kept_parts.FILES_MOST


def test_each_language_keeps_its_own(tmp_path: Path) -> None:
    for language in LANGUAGES:
        print_passbooks(village(2), open_words(language), tmp_path / "a", keep_in=tmp_path / "kept")
    assert len(list((tmp_path / "kept").iterdir())) == len(LANGUAGES)


# --- drawing ------------------------------------------------------------------------------


def test_drawing_can_be_stopped_and_leaves_no_file(tmp_path: Path, drawn: list[str]) -> None:
    told: list[int] = []
    pages = print_passbooks(
        village(60),
        LO,
        tmp_path / "a.pdf",
        progress=lambda done, _: told.append(done),
        cancelled=lambda: bool(told) and told[-1] > 5,
    )
    assert pages == 0
    assert told == list(range(1, 7))
    assert len(drawn) == 6
    assert not (tmp_path / "a.pdf").exists()


def test_a_letter_that_cannot_be_printed_leaves_no_file(tmp_path: Path) -> None:
    books = village(5)
    books[-1] = replace(books[-1], member=replace(KHAM, name="王"))
    with pytest.raises(MissingGlyph):
        printed(books, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


# --- common codes -------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_program_have_common_codes(language: str) -> None:
    """Otherwise whole passbooks would be drawn again for one mark on one letter."""
    catalogue = open_catalog(language)._catalog  # type: ignore[attr-defined]
    known = {face: set(primed(face)) for family in (regular(), bold()) for face in family.faces}
    strange = set()
    letters = frozenset().union(*(face.letters for face in regular().faces))
    for text in catalogue.values():
        # An arrow of the window is on no paper.
        shown = "".join(letter for letter in one_line(text) if letter in letters)
        for family in (regular(), bold()):
            for face, run in family.runs(shown):
                strange |= {
                    (glyph.text, run)
                    for glyph in face.shape(run)
                    if (glyph.number, glyph.text) not in known[face]
                }
    assert not strange
