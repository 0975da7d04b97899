"""Over sixty files made to harm: each is read exactly or refused by name, in little memory."""

import json
import os
import struct
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from ledger.statements.network_file import file_of
from resources import path
from tests.book.books import lived_in, raw
from tests.network_sheets import YEARS, sheets_of
from tests.ui.hostile_files import SHEET, STRINGS, cell, made_of, noise, packed, rows, table

SECONDS_MAX, MEMORY_MAX = 20, 600 << 20
Case = tuple[str, bytes, object]
TABLE, DAYS, LARGE, DAMAGED = "table", "days", "FileRefused too_large", "FileRefused damaged"
FORMULA = "FormulaFound"
_DOCTYPE = "<!DOCTYPE x [{}]>"
_LAUGHS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10 if n else 'ha'}'>" for n in range(10))


def plain_parts() -> dict[str, bytes]:
    raw_file = BytesIO()
    Workbook().save(raw_file)
    with ZipFile(raw_file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(name: str, content: bytes) -> bytes:
    return packed({**plain_parts(), name: content})


def strings(size: int) -> bytes:
    parts = plain_parts()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f"<Override PartName='/{STRINGS}' ContentType='{kind}'/></Types>".encode()
    types = parts["[Content_Types].xml"].replace(b"</Types>", override)
    many = f"<sst>{noise('<si><t>a</t></si>', size)}</sst>".encode()
    return packed({**parts, "[Content_Types].xml": types, STRINGS: many})


def twice() -> bytes:
    """Two sheets of one name in the archive, the second one a formula."""
    file = BytesIO(with_part(SHEET, cell("1")))
    with ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, cell("=1+1"))
    return file.getvalue()


def lying() -> bytes:
    """The list at the end of the archive says of the sheet that it is ten bytes long."""
    whole = bytearray(with_part(SHEET, cell("1")))
    place = whole.rindex(SHEET.encode()) - 46
    struct.pack_into("<I", whole, place + 24, 10)
    return bytes(whole)


def spreadsheets() -> list[Case]:
    good = with_part(SHEET, cell("1"))
    flagged = bytearray(good)
    flagged[good.rindex(SHEET.encode()) - 46 + 8] |= 1
    cases: list[Case] = [
        (TABLE, good, [["1"]]),
        (TABLE, with_part("xl/inner.zip", good), "FileRefused empty"),
        (TABLE, with_part("../../evil.txt", b"x"), "FileRefused empty"),
        (TABLE, twice(), FORMULA),
        (TABLE, lying(), DAMAGED),
        (TABLE, bytes(flagged), DAMAGED),
        (TABLE, with_part("xl/vbaProject.bin", b"Sub"), "FileRefused macros"),
        (TABLE, with_part(SHEET, rows(" " * 25_000_000)), LARGE),
        (TABLE, with_part(SHEET, rows(f"<row>{noise('<c/>', 10_000_000)}</row>")), LARGE),
        (TABLE, strings(12_000_000), LARGE),
        (
            TABLE,
            with_part(SHEET, rows(f"<row>{noise('<c/>', 400_000)}</row>")),
            "FileRefused empty",
        ),
        (TABLE, with_part(SHEET, cell("&a9;", _DOCTYPE.format(_LAUGHS))), DAMAGED),
        (TABLE, with_part(SHEET, cell("&a;", _DOCTYPE.format("<!ENTITY a 'x'>"))), DAMAGED),
        (
            TABLE,
            with_part(
                SHEET, cell("&a;", _DOCTYPE.format("<!ENTITY a SYSTEM 'file:///etc/passwd'>"))
            ),
            DAMAGED,
        ),
        (TABLE, with_part(SHEET, b"<worksheet><sheetData><row>"), DAMAGED),
        (TABLE, with_part("[Content_Types].xml", b"<Types/>"), DAMAGED),
        (TABLE, with_part("xl/workbook.xml", b"{}"), DAMAGED),
        (TABLE, with_part(SHEET, cell("a&#1;b")), DAMAGED),
        (TABLE, with_part(SHEET, cell("=cmd|' /C calc'!A0")), FORMULA),
        (
            TABLE,
            with_part(SHEET, rows("<row r='1'><c r='A1'><f>1+1</f><v>2</v></c></row>")),
            FORMULA,
        ),
        (TABLE, with_part(SHEET, rows("<row r='1'><c r='A1'><v>NaN</v></c></row>")), DAMAGED),
        (TABLE, with_part(SHEET, rows("<row r='1'><c r='A1'><v>1e999</v></c></row>")), [["inf"]]),
        (TABLE, with_part(SHEET, rows("<row r='1'><c r='A1' t='d'><v>x</v></c></row>")), DAMAGED),
        (TABLE, with_part(SHEET, rows("<row r='1'><c r='A1' t='s'><v>9</v></c></row>")), DAMAGED),
        (
            TABLE,
            with_part(SHEET, rows(f"<row r='1'><c r='A1'><v>{'9' * 5_000}</v></c></row>")),
            DAMAGED,
        ),
        (TABLE, with_part(SHEET, rows("<row r='1'><c r='XFD1'><v>1</v></c></row>")), LARGE),
        (
            TABLE,
            with_part(SHEET, rows("<row r='1048576'><c r='A1048576'><v>1</v></c></row>")),
            LARGE,
        ),
        (TABLE, with_part(SHEET, cell("x" * 3_000)), LARGE),
    ]
    return cases + [(TABLE, good[: len(good) * part // 6], DAMAGED) for part in range(1, 6)]


def texts() -> list[Case]:
    no_table, not_utf8 = "FileRefused not_a_table", "FileRefused not_utf8"
    day = b"day,what,member,amount\n2026-01-05,deposit,1,5\n"
    return [
        (TABLE, b"", "FileRefused empty"),
        (TABLE, b"\n,,\n", "FileRefused empty"),
        (TABLE, b"a\x00b", no_table),
        (TABLE, b'"a\nb', no_table),
        (TABLE, b'"a"b,c', no_table),
        (TABLE, b"\xff\xfea", not_utf8),
        (TABLE, b"\xff\xfe\x00\xd8a\x00", not_utf8),
        (TABLE, b"\xed\xa0\x80", not_utf8),
        (TABLE, b"\xe1\xc5\xc7", not_utf8),
        (TABLE, b"x" * 200_000, no_table),
        (TABLE, b"," * 300, LARGE),
        (TABLE, b"\n" * 200_002 + b"a", LARGE),
        (TABLE, b"+AD0-1", [["+AD0-1"]]),
        (TABLE, b"a;b,c\n1;2\n", [["a;b", "c"], ["1;2"]]),
        (TABLE, "a,\ufeffb".encode(), [["a", "\ufeffb"]]),
        (TABLE, "a,\u202eb".encode(), [["a", "\u202eb"]]),
        (TABLE, "ກ\n".encode("utf-16"), [["ກ"]]),
        (DAYS, day, [["2026-01-05", 1]]),
        (DAYS, day.replace(b"01-05", b"02-31"), "CellUnreadable"),
        (DAYS, day.replace(b"day,", b"day,evil,"), "CellUnreadable"),
        (DAYS, day + b"2025-01-05,deposit,1,5\n", "DaysOutOfOrder"),
        (DAYS, b"", "FileUnusable no_heads"),
        (DAYS, b"\xff\xfe", "FileUnusable not_utf8"),
        (DAYS, day + b'"', "FileUnusable not_csv"),
    ]


def of_json() -> list[Case]:
    whole, code = file_of(sheets_of(min(YEARS))[0])
    begun = whole.rstrip()[:-1]
    ours = path("rules/a00_start.json").read_bytes()
    deep = b"[" * 30_000
    return [
        ("sheet", whole, code),
        ("sheet", begun + b', "day": "2025-01-01"}', "NotASheet twice"),
        ("sheet", deep, "NotASheet unreadable"),
        ("sheet", b'{"format": ' + b"9" * 20_000 + b"}", "NotASheet number"),
        ("sheet", b'{"format": NaN}', "NotASheet number"),
        ("sheet", b" " * 40_000, "NotASheet too_large"),
        ("sheet", whole[:-40], "NotASheet unreadable"),
        ("sheet", whole.replace(b'"version": 1', b'"version": 9'), "SheetTooNew"),
        ("rules", ours, ""),
        ("rules", deep, "FactUnreadable"),
        ("rules", b"{", "FactUnreadable"),
        ("rules", b"9" * 5_000, "FactUnreadable"),
        ("rules", b"\xff", "FileUnusable not_utf8"),
        ("rules", b" " * 3_000_000, "FileUnusable too_large"),
    ]


_SPOILT = {
    "trigger": "CREATE TRIGGER evil AFTER INSERT ON event BEGIN SELECT 1; END",
    "table": "CREATE TABLE evil (x, y GENERATED ALWAYS AS (x + 1))",
    "view": "CREATE VIEW evil AS SELECT 1",
    "foreign": "PRAGMA application_id = 7",
    "newer": "PRAGMA user_version = 99999",
}


def copies(folder: Path) -> list[Case]:
    """Copies of a book that somebody else's program has changed, and what is no book."""
    file = folder / "village.book"
    lived_in(file).close()
    whole, cases = file.read_bytes(), []
    for name, sql in _SPOILT.items():
        changed = folder / f"{name}.book"
        changed.write_bytes(whole)
        hand = raw(changed)
        hand.execute(sql)
        hand.close()
        wanted = {"foreign": "NotABook", "newer": "BookTooNew"}.get(name, "BookDamaged")
        cases.append(("copy", changed.read_bytes(), wanted))
    return [
        *cases,
        ("copy", whole, "read"),
        ("copy", whole[: len(whole) // 2], "BookDamaged"),
        ("copy", b"", "NotABook"),
        ("copy", b"SQLite format 3\x00", "NotABook"),
        ("copy", with_part(SHEET, cell("1")), "NotABook"),
    ]


_PLACES = {
    "table": "FileRefused unreadable",
    DAYS: "FileUnusable unreadable",
    "rules": "FileUnusable unreadable",
    "copy": "BookMissing",
}


def test_each_is_refused_by_name_or_read_exactly_in_little_memory(tmp_path: Path) -> None:
    cases = [*spreadsheets(), *texts(), *of_json(), *copies(tmp_path)]
    assert len(cases) >= 60
    asked: list[tuple[str, str]] = []
    for number, (reader, content, _) in enumerate(cases):
        file = tmp_path / f"{number}.{'xlsx' if content[:2] == b'PK' else 'any'}"
        file.write_bytes(content)
        asked.append((str(file), reader))
    wanted = [case[2] for case in cases]
    for place in (tmp_path, Path(os.devnull)):
        asked += [(str(place), reader) for reader in _PLACES]
        wanted += _PLACES.values()
    told, memory = read_apart(tmp_path / "asked", asked)
    assert [
        (number, made, meant)
        for number, ((made, _), meant) in enumerate(zip(told, wanted, strict=True))
        if made != meant
    ] == []
    assert max(seconds for _, seconds in told) < SECONDS_MAX
    assert memory < MEMORY_MAX


def read_apart(file: Path, asked: list[tuple[str, str]]) -> tuple[list[list[Any]], int]:
    """What a process of its own made of each, with the seconds; and its memory at the most."""
    file.write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.hostile_files", str(file)],
        capture_output=True,
        check=True,
        timeout=120,
    )
    *told, memory = map(json.loads, done.stdout.splitlines())
    return told, memory


def test_who_reads_them_by_the_library_s_own_means_takes_some(tmp_path: Path) -> None:
    """The control: openpyxl takes formulas, json takes a name twice and NaN."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(with_part(SHEET, cell("=cmd|' /C calc'!A0")))
    assert load_workbook(file).worksheets[0]["A1"].value == "=cmd|' /C calc'!A0"
    assert made_of(table, file) == FORMULA
    assert json.loads('{"a": NaN, "b": 1, "b": 2}')["b"] == 2
