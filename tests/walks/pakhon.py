"""The fund of Pakhon as its committee would type it: 65 members under invented names."""

from datetime import date

from ledger.rules.accounts import Account
from ledger.rules.rulebook import Group
from ui.screens.first_run.draft import Draft
from ui.screens.rules.templates import begun_from, templates

BEGIN = date(2026, 11, 1)
GROUP = Group(
    name="ກອງທຶນພັດທະນາຄອບຄົວ ປາກຄອນ",
    village="ປາກຄອນ",
    zone="ເຂດ 2",
    district="ໜອງບົກ",
    province="ຄຳມ່ວນ",
    founded=date(2018, 5, 12),
)
OFFICERS = (
    ("president", "ນາງ ບຸນມີ ແສງທອງ"),
    ("accountant", "ນາງ ຄຳຫຼ້າ ວົງໄຊ"),
    ("treasurer", "ນາງ ສີດາ ແກ້ວມະນີ"),
    ("auditor", "ທ້າວ ບຸນທັນ ພົມມາ"),
)
_FIRST = ("ຄຳ", "ບົວ", "ສີ", "ແກ້ວ", "ທອງ", "ຈັນ", "ພອນ", "ໜູ", "ນ້ອຍ", "ຫຼ້າ", "ດວງ", "ໄຊ", "ມະນີ")
_LAST = ("ແສງດາວ", "ພິມມະສອນ", "ສຸວັນນະ", "ວົງຄຳ", "ໄຊຍະລາດ")
_UNITS = ("ໜ່ວຍ 1", "ໜ່ວຍ 2", "ໜ່ວຍ 3")
COUNT = 65


def _member(number: int) -> tuple[str, ...]:
    row, column = divmod(number - 1, len(_LAST))
    name = f"{_FIRST[row]}{_FIRST[(row + column + 3) % len(_FIRST)]} {_LAST[column]}"
    sex = "ຊາຍ" if number % 7 == 0 else "ຍິງ"
    joined = f"{5 + number % 20:02d}/06/{2018 + number % 5}"
    unit = _UNITS[number % 3]
    phone = f"020 5550 {1000 + number}"
    return (f"{number:03d}", name, sex, f"ຄົວເຮືອນ {(number + 1) // 2}", unit, phone, joined)


MEMBERS = tuple(_member(number) for number in range(1, COUNT + 1))
"""Rows as they are copied from the committee's spreadsheet."""
SAVINGS = tuple(100_000 + number * 10_000 for number in range(1, COUNT + 1))
"""What each has saved, in kip: together 27,950,000."""
LOANS = (
    ("003", "season", "agriculture", 1_500_000, 3),
    ("017", "emergency_loan", "illness", 400_000, 2),
)
WELFARE, BANK, CAPITAL = Account(3001), Account(1001), Account(3005)
ACCOUNTS = ((WELFARE, 2_350_000), (BANK, 12_000_000), (CAPITAL, 4_600_000))
CASH = sum(SAVINGS) - 1_900_000 + 2_350_000 + 4_600_000 - 12_000_000
"""What must lie in the box: 21,000,000 kip."""
NOTES = ((100_000, 150), (50_000, 80), (20_000, 75), (10_000, 40), (5_000, 20))


def pakhon_draft() -> Draft:
    """Everything typed, ready for the check page."""
    return Draft(
        group=GROUP,
        begin=BEGIN,
        template="a01_pakhon",
        rulebook=begun_from(templates()["a01_pakhon"], begin=BEGIN, year_end=12),
        officers=OFFICERS,
        members=tuple((*row, "", "", "") for row in MEMBERS),
        savings=tuple((row[0], str(kip)) for row, kip in zip(MEMBERS, SAVINGS, strict=True)),
        loans=tuple((*row[:3], str(row[3]), str(row[4])) for row in LOANS),
        accounts=ACCOUNTS,
        notes=NOTES,
    )
