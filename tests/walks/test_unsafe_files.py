"""A spreadsheet that is not safe is refused, in Lao and by command, and nothing is written."""

import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hands import click
from tests.ui.test_bringing_files import repacked, spreadsheet
from tests.villages import RULES
from tests.walks.commands import Commands
from tests.walks.test_bring_and_take import MONTHS, NEW
from tests.walks.village import Days, Hands, a_desk, at_the_line
from ui.bringing.tables import FILE_BYTES_MAX
from ui.desk import Desk
from ui.screens.bringing import screen as bringing
from ui.screens.bringing.screen import BringInScreen
from ui.screens.members.list import MembersScreen

TODAY = date(2026, 3, 5)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    days = Days()
    days.go_to(TODAY)
    yield from a_desk(tmp_path, qapp, days, RULES)


def bomb(file: Path) -> Path:
    """Sixty megabytes of nothing, packed into a few thousand bytes."""
    packed = repacked(spreadsheet(file, NEW), sheet1=b"<worksheet>" + b" " * 60_000_000)
    assert packed.stat().st_size < 200_000
    return packed


def formula(file: Path) -> Path:
    return spreadsheet(file, [*NEW, ["=1+102", "ໃໝ່ ສາມ", "ຍ"]])


def macros(file: Path) -> Path:
    return repacked(spreadsheet(file, NEW), vbaProject=b"Sub Auto_Open()")


def large(file: Path) -> Path:
    """A true spreadsheet, behind it more than any group could have."""
    spreadsheet(file, NEW)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/media/photo.png", b"\0" * (FILE_BYTES_MAX + 1))
    return file


def damaged(file: Path) -> Path:
    """Half of it, as it came over a bad line."""
    content = spreadsheet(file, NEW).read_bytes()
    file.write_bytes(content[: len(content) // 2])
    return file


def old(file: Path) -> Path:
    file = file.with_suffix(".xls")
    file.write_bytes(b"\xd0\xcf\x11\xe0")
    return file


FILES = {
    bomb: "ໃຫຍ່ເກີນໄປ. ໃຫ້ແບ່ງ",
    large: "ໃຫຍ່ເກີນໄປ. ໃຫ້ແບ່ງ",
    formula: "ຊ່ອງ A4 ຂອງແຜ່ນ “ສະມາຊິກ” ເປັນສູດ. ໃຫ້",
    macros: "ມາໂຄຣຢູ່ຂ້າງໃນ. ໃຫ້ບັນທຶກເປັນ “Excel workbook (.xlsx)”",
    damaged: "ເສຍຫາຍ, ຖືກລັອກດ້ວຍລະຫັດ ຫຼື ບໍ່ແມ່ນຕາຕະລາງ. ໃຫ້ເປີດ",
    old: "ເປັນຕາຕະລາງແບບເກົ່າ. ໃຫ້ເປີດ",
}
DATES = [["ເລກທີ", "ຊື່", "ວັນທີເຂົ້າ"], ["0101", "ໃໝ່ ໜຶ່ງ", "31/02/2025"], ["0102", "ໃໝ່ ສອງ", "1/2/2025"]]
LATER = [[*MONTHS[0][:2], "ທັນວາ 2570"], ["001", "ຄຳຫຼ້າ", 20_000]]


def choose(hands: Hands, monkeypatch: pytest.MonkeyPatch, file: Path) -> BringInScreen:
    """From the list of members: bring in from a file, and this one is chosen."""
    hands.window.go("members")
    click(hands.page(MembersScreen).bring_in)
    page = hands.page(BringInScreen)
    monkeypatch.setattr(bringing, "ask_file", lambda *_: file)
    click(page.choose)
    return page


@pytest.mark.parametrize(("make", "said"), FILES.items(), ids=[make.__name__ for make in FILES])
def test_an_unsafe_file_is_refused_in_the_window(
    qtbot: QtBot,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    make: Callable[[Path], Path],
    said: str,
) -> None:
    hands, before = Hands(qtbot, desk), desk.book.history(999)
    page = choose(hands, monkeypatch, make(tmp_path / "a.xlsx"))
    assert said in page.banner.text()
    assert page.write_all.isHidden()
    assert desk.book.history(999) == before
    # A file that is whole is taken right after it.
    page = choose(hands, monkeypatch, spreadsheet(tmp_path / "b.xlsx", NEW))
    assert page.banner.isHidden()
    click(page.write_all)
    assert {"0101", "0102"} <= {member.number for member in desk.book.members()}


@pytest.mark.parametrize("rows", [DATES, LATER], ids=["no such day", "later"])
def test_wrong_dates_are_named_by_their_cells(
    qtbot: QtBot,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    rows: list[list[object]],
) -> None:
    hands, before = Hands(qtbot, desk), desk.book.history(999)
    page = choose(hands, monkeypatch, spreadsheet(tmp_path / "a.xlsx", rows))
    assert [problem.cell for problem in page.wrong.rows()] == ["C2"]
    assert not page.write_all.isEnabled()
    assert desk.book.history(999) == before


def test_by_command(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, commands = at_the_line(desk, monkeypatch), Commands(capsys)
    whole = file.read_bytes()
    unsafe = [make(tmp_path / f"{make.__name__}.xlsx") for make in FILES]
    wrong = [spreadsheet(tmp_path / f"{n}.xlsx", rows) for n, rows in enumerate((DATES, LATER))]
    for one in (*unsafe, *wrong):
        status, out, said = commands.try_to("bring", file, one, "--today", TODAY)
        assert (status, out.strip()) == (1, "")
        assert said.endswith(".\n")
        assert "Traceback" not in said
        assert file.read_bytes() == whole
    commands.run("check", file)
