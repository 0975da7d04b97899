"""A spreadsheet that comes in, good and bad, in pictures."""

from pathlib import Path
from tempfile import mkdtemp

from openpyxl import Workbook

from ui.screens.bringing.screen import BringInScreen
from ui.screens.screen import Screen

_HEAD = ("ເລກທີ", "ຊື່ ແລະ ນາມສະກຸນ", "ເພດ", "ເຮືອນເລກທີ", "ໂທ", "ວັນທີເຂົ້າ")
_GOOD = (
    ("201", "ນາງ ໝອນ ສີປະເສີດ", "ຍ", 12, "020 5551 0001", "05/01/2026"),
    ("202", "ທ້າວ ວັນ ສີປະເສີດ", "ຊ", 12, "", "໐໕/໐໒/໒໕໖໙"),
    ("203", "ນາງ ແກ້ວ ພົມມະຈັນ", "ຍ", 31, "020 5551 0003", ""),
)
_BAD = (*_GOOD, ("204", "", "ແມວ", 7, "", "31/02/2026"))


def _load(page: Screen, rows: tuple[tuple[object, ...], ...]) -> None:
    assert isinstance(page, BringInScreen)
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (_HEAD, *rows):
        sheet.append([*row])
    file = Path(mkdtemp()) / "ສະມາຊິກໃໝ່.xlsx"
    book.save(file)
    page.load(file)


def empty(page: Screen) -> None:
    """Nothing has been chosen yet."""
    assert isinstance(page, BringInScreen)


def good(page: Screen) -> None:
    """Everything can be taken."""
    _load(page, _GOOD)


def bad(page: Screen) -> None:
    """Some cells must be put right."""
    _load(page, _BAD)


BRINGING_SHOTS = (("bring_in_empty", empty), ("bring_in_bad", bad), ("bring_in", good))
