"""The program's readers: each with good texts, what it may refuse with, and a second reader."""

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from ledger.book.checking import check_book
from ledger.book.known_head import KnownHeads
from ledger.book.locking import locked, new_lock, unlocked
from ledger.book.mirror_lines import line_of_act, line_of_text, text_of_line
from ledger.book.places import Places
from ledger.book.plain import encode
from ledger.book.snapshot import in_memory, read_copy
from ledger.book.stick_locks import StickLocks
from ledger.book.trouble import BookTrouble
from ledger.rules.codec import to_plain
from ledger.rules.paper_code import paper_code_of, read_paper_code
from ledger.rules.pins import sealed_code
from ledger.rules.refusals import Refusal
from ledger.statements.copies import KeptPlace
from ledger.statements.network_file import file_of, read_file
from resources import path
from tests.book.books import lived_in
from tests.network_sheets import YEARS, sheets_of
from translations import MoneyFormat
from translations.reading import Unreadable, read_day, read_kip, read_percent
from ui.bringing.tables import read_tables
from ui.commands.books import read_rules
from ui.commands.day_file import read_days
from ui.commands.opening_file import read_members
from ui.sticks import MARKER, stick_at

BAHT = MoneyFormat(decimals=2, currency="THB")
BEGIN = date(2025, 1, 1)


@dataclass(frozen=True)
class Reader:
    """One reader: `slowness` says how much longer than a typed amount it takes."""

    name: str
    seeds: Sequence[Any]
    read: Callable[[Any], object]
    refusals: tuple[type[Exception], ...]
    slowness: int = 1
    agrees: Callable[[Any, Any], bool] = lambda _, __: True


def readers(folder: Path) -> list[Reader]:
    """Every reader; those of files get a file in the folder."""
    return [amounts(), *_typed(), *_tables(folder), *_of_this_machine(folder), *_copies(folder)]


def amounts() -> Reader:
    """Amounts in kip, as people type them."""
    seeds = (
        "1,250,000",
        "1.250.000",
        "1 250 000",
        "໑.໒໕໐.໐໐໐ ກີບ",
        "๑,๒๕๐",
        "₭-5.000",
        "0",
        "12.50",
    )
    return Reader("amounts in kip", seeds, read_kip, (Unreadable,), agrees=same_amount)


def same_amount(text: str, kip: int) -> bool:
    """Whether an amount is all the figures of the text, one after the other."""
    figures = "".join(str(unicodedata.digit(sign)) for sign in text if sign.isdigit())
    minus = len(re.findall("[-\u2212]", unicodedata.normalize("NFKC", text)))
    return 0 < len(figures) < 20 and kip == int(figures) * (-1) ** minus


def _typed() -> list[Reader]:
    days = ("2026-04-05", "5/4/2569", "05.04.2026", "ວັນທີ 5 ເມສາ 2026", "29/2/2567")
    codes = tuple(paper_code_of(bytes([n]) * 32) for n in (0, 7, 200))
    percents = ("2.5", "2,5 %", "๒.๕", "100%")
    return [
        Reader("amounts in baht", (*amounts().seeds, "฿1,250.50"), _baht, (Unreadable,)),
        Reader("percentages", percents, read_percent, (Unreadable,)),
        Reader("days", days, read_day, (Unreadable,), 2, agrees=_same_day),
        Reader("codes of papers", codes, read_paper_code, (Refusal,), 2, agrees=_same_code),
    ]


def _baht(text: str) -> int:
    return read_kip(text, BAHT)


def _same_day(text: str, day: date) -> bool:
    """Whether the figures of the text hold the day and the year that were read."""
    figures = [int(found) for found in re.findall(r"\d{1,4}", _seen(text))]
    return day.day in figures and bool({day.year, day.year + 543} & set(figures))


def _same_code(text: str, code: str) -> bool:
    """Whether a code that was read is the letters of the text."""
    plain = "".join(str(unicodedata.digit(s)) if s.isdigit() else s for s in _seen(text).upper())
    letters = re.sub("[^0-9A-Z]", "", plain).translate(str.maketrans("OIL", "011"))
    return letters == code.replace("-", "")


def _seen(text: str) -> str:
    """The text without signs that nobody sees."""
    return re.sub("[\x00-\x1f\u200b-\u202e\ufeff]", "", unicodedata.normalize("NFKC", text))


def _tables(folder: Path) -> list[Reader]:
    days = "day,what,member,amount\n2026-01-05,deposit,1,50000\n2026-01-06,deposit,2,໓໐.໐໐໐\n"
    members = 'number,name,sex,joined,savings\n1,"ຄຳ",female,5/1/2024,20.000\n2,ບົວ,,,0\n'
    rules = [path(f"rules/{name}.json").read_bytes() for name in ("a00_start", "a06_sap_anan")]
    whole = _file(folder / "list.csv", read_tables)
    return [
        Reader("files of days", (days.encode(),), _file(folder / "d.csv", _days), (Refusal,), 50),
        Reader(
            "lists of members", (members.encode(),), _members(folder), (Refusal, Unreadable), 60
        ),
        Reader("tables", (members.encode(), days.encode("utf-16")), whole, (Refusal,), 50),
        Reader("sets of rules", rules, _file(folder / "r.json", _rules), (Refusal,), 100),
        Reader(
            "spreadsheets",
            (_spreadsheet(),),
            _file(folder / "l.xlsx", read_tables),
            (Refusal,),
            800,
        ),
        Reader("parts of spreadsheets", (_sheet(),), _in_spreadsheet(folder), (Refusal,), 1_500),
    ]


def _file(file: Path, read: Callable[[Path], object]) -> Callable[[bytes], object]:
    """Reads a content out of a file."""

    def of(content: bytes) -> object:
        file.write_bytes(content)
        return read(file)

    return of


def _days(file: Path) -> object:
    return list(read_days(file))


def _rules(file: Path) -> object:
    return read_rules(str(file))


def _members(folder: Path) -> Callable[[bytes], object]:
    return _file(folder / "m.csv", lambda file: read_members(file, MoneyFormat(), BEGIN))


def _spreadsheet() -> bytes:
    book, raw = Workbook(), BytesIO()
    for row in (
        ["ລ/ດ", "ຊື່", "ເງິນທ້ອນ"],
        ["001", "ຄຳ ສີວິໄລ", 50_000],
        ["002", "ບົວ", date(2026, 1, 5)],
    ):
        book.worksheets[0].append(row)
    book.save(raw)
    return raw.getvalue()


_SHEET = "xl/worksheets/sheet1.xml"


def _sheet() -> bytes:
    with ZipFile(BytesIO(_spreadsheet())) as parts:
        return parts.read(_SHEET)


def _in_spreadsheet(folder: Path) -> Callable[[bytes], object]:
    """The archive is whole, and the sheet inside it is what was changed."""
    with ZipFile(BytesIO(_spreadsheet())) as parts:
        others = {name: parts.read(name) for name in parts.namelist() if name != _SHEET}

    def of(content: bytes) -> object:
        file = folder / "p.xlsx"
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for name, other in {**others, _SHEET: content}.items():
                archive.writestr(name, other)
        return read_tables(file)

    return of


def _of_this_machine(folder: Path) -> list[Reader]:
    """The program's own notes: one that cannot be read is as if it were not there."""
    head = json.dumps({"act": 7, "seal": "ab", "entry": 3, "place": "/a"}).encode()
    lock = json.dumps({"a1": {"head": "00", "key": "00"}}).encode()
    place = encode([to_plain(KeptPlace("a", "b", act=1, day=BEGIN, good=True))]).encode()
    stick = json.dumps({"stick": "a1", "name": "ບ້ານ"}).encode()
    sheets = [file_of(sheet)[0] for sheet in sheets_of(min(YEARS))[:3]]
    heads = KnownHeads(folder)
    return [
        Reader("notes of the newest seal", (head,), _file(folder / "n.json", _head(heads)), (), 60),
        Reader("locks of sticks", (lock,), _file(folder / "k.json", _lock), (), 50),
        Reader("places of copies", (place,), _file(folder / "o.json", _places), (), 50),
        Reader("marks of sticks", (stick,), _file(folder / MARKER, _stick), (), 60),
        Reader("sheets for the network", sheets, read_file, (Refusal,), 60),
    ]


def _stick(file: Path) -> object:
    return stick_at(file.parent)


def _head(heads: KnownHeads) -> Callable[[Path], object]:
    return lambda file: (heads.of(file.stem), heads.mark_at(Path("/a")))


def _lock(file: Path) -> object:
    return StickLocks(file).of("a1")


def _places(file: Path) -> object:
    return Places(file).every()


def _copies(folder: Path) -> list[Reader]:
    book = lived_in(folder / "village.book")
    snapshot = in_memory(book.shelf.raw, book.path)
    content = snapshot.raw.serialize()
    lines = tuple(text_of_line(line_of_act(snapshot, act)).strip() for act in (1, 3, 5))
    snapshot.close()
    book.close()
    lock = new_lock("ນາ 12 ໄຮ່", sealed_code(7**35))
    sealed = locked(content[:2_000], lock)
    return [
        Reader("lines of the mirror log", lines, line_of_text, (), 10),
        Reader(
            "copies of a book", (content,), _file(folder / "c.book", _copy), (BookTrouble,), 3_000
        ),
        Reader(
            "locked copies", (sealed,), lambda c: unlocked(c, lock.key, folder), (BookTrouble,), 20
        ),
    ]


def _copy(file: Path) -> object:
    copy = read_copy(file)
    try:
        return check_book(copy)
    finally:
        copy.close()
