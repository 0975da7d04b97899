"""Files that come in are hostile until they are read: limits, no formula, no macro, no entity."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ui.bringing import tables, xlsx
from ui.bringing.refusals import FileRefused, FormulaFound, Unfit
from ui.bringing.tables import Line, read_tables

NOON = datetime.fromisoformat("2025-01-05T12:00")
ROWS: list[list[Any]] = [
    ["ລ/ດ", "ຊື່", "ເງິນທ້ອນ"],
    ["001", "ຄຳ ສີວິໄລ", 50_000],
    ["002", "ບົວ", "໓໐.໐໐໐"],
]


def spreadsheet(file: Path, rows: Sequence[Sequence[Any]], *, title: str = "ສະມາຊິກ") -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append([*row])
    book.save(file)
    return file


def repacked(file: Path, **parts: bytes) -> Path:
    """The same archive with some of its parts (named by their last word) put in anew."""
    with zipfile.ZipFile(file) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    for word, content in parts.items():
        name = next((n for n in kept if n.endswith(f"{word}.xml")), f"xl/{word}.bin")
        kept[name] = content
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in kept.items():
            archive.writestr(name, content)
    return file


def refused(file: Path) -> Unfit:
    with pytest.raises(FileRefused) as no:
        read_tables(file)
    assert no.value.name == file.name
    return no.value.why


def test_a_spreadsheet_becomes_plain_texts(tmp_path: Path) -> None:
    rows = [*ROWS, [], [3, "ນ້ອຍ", 20_000.0, NOON, date(2025, 2, 5), True]]
    (table,) = read_tables(spreadsheet(tmp_path / "a.xlsx", rows))
    assert table.name == "ສະມາຊິກ"
    assert table.lines[1] == Line(2, ("001", "ຄຳ ສີວິໄລ", "50000"))
    # The empty row keeps its number, so that a cell is found in the spreadsheet again.
    last = ("3", "ນ້ອຍ", "20000", "2025-01-05", "2025-02-05", "True")
    assert table.lines[3] == Line(5, last)
    assert table.lines[1].cell(9) == ""
    assert table.width == 6


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("no;name\n1;ຄຳ\n", "utf-8"),
        ("no,name\r\n1,ຄຳ\r\n", "utf-8-sig"),
        ("no\tname\n1\tຄຳ\n", "utf-16"),
    ],
)
def test_csv_in_the_ways_that_spreadsheets_write_it(
    tmp_path: Path, text: str, encoding: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(text.encode(encoding))
    (table,) = read_tables(file)
    assert [line.cells for line in table.lines] == [("no", "name"), ("1", "ຄຳ")]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0", Unfit.OLD_KIND),
        ("a.ods", b"PK", Unfit.OLD_KIND),
        ("a.xlsm", b"PK", Unfit.MACROS),
        ("a.xlsx", b"PK\x03\x04 and then nothing", Unfit.DAMAGED),
        ("a.csv", "ຊື່".encode()[:-1], Unfit.NOT_UTF8),
        ("a.csv", b"\xe1\xc5\xc7", Unfit.NOT_UTF8),
        ("a.csv", b'"a\nb', Unfit.NOT_A_TABLE),
        ("a.csv", b"a\x00b", Unfit.NOT_A_TABLE),
        ("a.csv", b"", Unfit.EMPTY),
        ("a.csv", b",,\n\n", Unfit.EMPTY),
        ("a.csv", b"," * 300, Unfit.TOO_LARGE),
        ("a.csv", b"x" * 3_000, Unfit.TOO_LARGE),
    ],
)
def test_what_is_no_table_of_ours_is_not_taken(
    tmp_path: Path, name: str, content: bytes, why: Unfit
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert refused(file) is why


def test_what_is_not_there_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(tmp_path / "none.xlsx") is Unfit.MISSING
    assert refused(tmp_path) is Unfit.UNREADABLE
    file = spreadsheet(tmp_path / "a.xlsx", ROWS)
    monkeypatch.setattr(tables, "ROWS_MAX", 2)
    assert refused(file) is Unfit.TOO_LARGE
    monkeypatch.setattr(tables, "FILE_BYTES_MAX", 10)
    assert refused(file) is Unfit.TOO_LARGE


def test_a_formula_is_named_and_never_worked_out(tmp_path: Path) -> None:
    file = spreadsheet(tmp_path / "a.xlsx", [*ROWS, ["", "ລວມ", "=SUM(C2:C3)"]])
    with pytest.raises(FormulaFound) as no:
        read_tables(file)
    assert (no.value.sheet, no.value.cell) == ("ສະມາຊິກ", "C4")


def test_a_bomb_is_weighed_before_it_is_unpacked(tmp_path: Path) -> None:
    file = spreadsheet(tmp_path / "a.xlsx", ROWS)
    bomb = b"<worksheet>" + b" " * 60_000_000 + b"</worksheet>"
    assert refused(repacked(file, sheet1=bomb)) is Unfit.TOO_LARGE
    assert file.stat().st_size < 200_000


def test_many_parts_are_too_many(tmp_path: Path) -> None:
    file = spreadsheet(tmp_path / "a.xlsx", ROWS)
    parts = {f"part{number}": b"x" for number in range(xlsx.PARTS_MAX)}
    assert refused(repacked(file, **parts)) is Unfit.TOO_LARGE


def test_entities_that_grow_are_refused(tmp_path: Path) -> None:
    file = spreadsheet(tmp_path / "a.xlsx", ROWS)
    laughs = b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"ha") for n in range(10)
    )
    evil = b"<?xml version='1.0'?><!DOCTYPE x [" + laughs + b"]><worksheet>&a9;</worksheet>"
    assert refused(repacked(file, sheet1=evil)) is Unfit.DAMAGED


def test_an_entity_that_calls_for_a_file_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("ລະຫັດ", encoding="utf-8")
    file = spreadsheet(tmp_path / "a.xlsx", ROWS)
    evil = (
        f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY s SYSTEM '{secret.as_uri()}'>]>"
        "<worksheet><sheetData><row r='1'><c t='inlineStr'><is><t>&s;</t></is></c></row>"
        "</sheetData></worksheet>"
    ).encode()
    assert refused(repacked(file, sheet1=evil)) is Unfit.DAMAGED


def test_macros_inside_are_refused_under_any_name(tmp_path: Path) -> None:
    file = repacked(spreadsheet(tmp_path / "a.xlsx", ROWS), vbaProject=b"Sub Auto_Open()")
    assert refused(file) is Unfit.MACROS


def test_a_size_that_lies_hides_no_row(tmp_path: Path) -> None:
    """A sheet that says it is one cell large is read to its end all the same."""
    file = spreadsheet(tmp_path / "a.xlsx", [["no", "name"], *([[n, "x"] for n in range(500)])])
    with zipfile.ZipFile(file) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b"A1:B501" in sheet
    repacked(file, sheet1=sheet.replace(b"A1:B501", b"A1:A1"))
    (table,) = read_tables(file)
    assert (len(table.lines), table.lines[-1].cells) == (501, ("499", "x"))


def test_a_cell_far_away_is_too_large(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].cell(row=1_000_000, column=1, value="far")
    book.save(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx") is Unfit.TOO_LARGE


def test_reading_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = spreadsheet(tmp_path / "a.xlsx", [[n] for n in range(600)])
    monkeypatch.setattr(xlsx, "SECONDS_MAX", -1)
    assert refused(file) is Unfit.TOO_SLOW


@pytest.mark.parametrize("cut", range(1, 10))
def test_a_spreadsheet_that_was_cut_off_is_damaged(tmp_path: Path, cut: int) -> None:
    file = spreadsheet(tmp_path / "a.xlsx", ROWS)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) * cut // 10])
    assert refused(file) is Unfit.DAMAGED


def test_a_spreadsheet_that_cannot_be_unpacked_is_damaged(tmp_path: Path) -> None:
    """Whatever byte of the packed sheet is another one."""
    file = spreadsheet(tmp_path / "a.xlsx", ROWS)
    with zipfile.ZipFile(file) as archive:
        sheet = archive.getinfo("xl/worksheets/sheet1.xml")
    whole = file.read_bytes()
    begins = whole.index(b"sheet1.xml", sheet.header_offset) + len("sheet1.xml")
    for place in range(begins, begins + sheet.compress_size, 7):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert refused(file) is Unfit.DAMAGED


def test_an_archive_of_something_else_is_damaged(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("../../evil.txt", "x")
    (tmp_path / "a.xlsx").write_bytes(raw.getvalue())
    assert refused(tmp_path / "a.xlsx") is Unfit.DAMAGED
    assert not (tmp_path.parent / "evil.txt").exists()
