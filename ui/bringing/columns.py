"""What each column of a group's own table is: guessed by its heading, changed by whoever knows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ledger.rules.days import Month
from translations import LANGUAGES, open_words
from translations.days import BUDDHIST, MONTHS
from translations.sorting import fold
from ui.bringing.fields import NAMES, Field, Kind
from ui.bringing.tables import Line, Table

_HEADS_WITHIN = 15
"""The row of headings stands among the first rows; above it is the group's name and the like."""


# How groups head their own tables, beside the words that this program uses.
_OTHER_HEADS: Mapping[Field, str] = {
    Field.NUMBER: "no|no.|ລ/ດ|ລດ|ລຳດັບ|ເລກທີ|ເລກສະມາຊິກ|ເລກທີສະມາຊິກ|ที่|ลำดับ|ลำดับที่|เลขที่|"
    "เลขสมาชิก|เลขที่สมาชิก|เลขทะเบียน|member|member no|member number|id|code",
    Field.NAME: "ຊື່|ຊື່ສະມາຊິກ|ຊື່ ແລະ ນາມສະກຸນ|ຊື່ແລະນາມສະກຸນ|ຊື່ ນາມສະກຸນ|ຊື່-ນາມສະກຸນ|ชื่อ|ชื่อสมาชิก|"
    "ชื่อ-สกุล|ชื่อ สกุล|ชื่อ-นามสกุล|ชื่อและนามสกุล|full name|first name|member name",
    Field.SURNAME: "ນາມສະກຸນ|สกุล|นามสกุล|last name|family name",
    Field.TITLE: "ຄຳນຳໜ້າ|ຄຳນຳໜ້າຊື່|คำนำหน้า|คำนำหน้าชื่อ|mr/mrs",
    Field.SEX: "ເພດ|เพศ|gender|m/f",
    Field.HOUSEHOLD: "ເຮືອນ|ເຮືອນເລກທີ|ເລກທີເຮືອນ|ຄົວເຮືອນ|ຄອບຄົວ|บ้านเลขที่|ครัวเรือน|ครอบครัว|house|"
    "house no|family",
    Field.UNIT: "ໜ່ວຍ|ໜ່ວຍບ້ານ|หน่วย|หมู่|คุ้ม|unit",
    Field.PHONE: "ໂທ|ໂທລະສັບ|ເບີໂທ|ເບີໂທລະສັບ|โทร|โทรศัพท์|เบอร์โทร|tel|telephone|mobile",
    Field.JOINED: "ວັນທີເຂົ້າ|ວັນເຂົ້າ|ວັນທີເຂົ້າຮ່ວມ|ວັນທີເຂົ້າເປັນສະມາຊິກ|วันที่เข้า|วันเข้า|วันที่สมัคร|"
    "วันที่เป็นสมาชิก|joined|date joined|member since|date",
    Field.PROMISE: "ສັດຈະ|ຄຳໝັ້ນສັນຍາ|สัจจะ|เงินสัจจะ|promise|monthly",
    Field.SHARES: "ຫຸ້ນ|ຈຳນວນຫຸ້ນ|หุ้น|จำนวนหุ้น|shares",
    Field.SAVINGS: "ເງິນທ້ອນ|ເງິນຝາກ|ຍອດເງິນທ້ອນ|ເງິນທ້ອນສະສົມ|ຍອດຍົກມາ|ลำเงินออม|เงินออม|เงินท้อน|ยอดเงินออม|"
    "เงินฝาก|ยอดยกมา|saving|balance|opening balance|total savings",
    Field.VOLUNTARY: "ເງິນຝາກສະໝັກໃຈ|ເງິນຝາກອອມ|เงินฝากสมัครใจ|เงินออมสมัครใจ|deposit account",
    Field.WELFARE: "ສະຫວັດດີການ|ກອງທຶນສະຫວັດດີການ|สวัสดิการ|welfare member",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """Which row heads the table (0 where none does), and what each column is.

    `months` are the columns that each hold one month's deposits.
    """

    head: int
    fields: Mapping[int, Field]
    months: Mapping[int, Month]

    @property
    def kind(self) -> Kind:
        """Months of deposits, or a list of members."""
        return Kind.MONTHS if self.months else Kind.MEMBERS

    def body(self, table: Table) -> tuple[Line, ...]:
        """The rows below the headings."""
        return tuple(line for line in table.lines if line.number > self.head)


def guess(table: Table) -> Guess:
    """The row that is understood best as headings, and its columns; it can be set right by hand."""
    best = Guess(0, {}, {})
    for line in table.lines[:_HEADS_WITHIN]:
        found = _heads(line)
        if len(found.fields) + len(found.months) > len(best.fields) + len(best.months):
            best = found
    # One known word may stand anywhere; two or more are headings.
    return best if len(best.fields) + len(best.months) > 1 else Guess(0, {}, {})


def month_of_head(text: str) -> Month | None:
    """The month that a heading names: "01/2025", "2025-01", "ມັງກອນ 2568"; nothing otherwise."""
    clean = text.casefold().strip()
    for names in MONTHS.values():
        for number, name in enumerate(names, start=1):
            if fold(name) in fold(clean):
                named = re.search(r"(?<!\d)(\d{4})(?!\d)", _latin(clean))
                return _month(named[1], number) if named else None
    parts = re.fullmatch(r"(\d{1,2})\s*[-/.]\s*(\d{4})|(\d{4})\s*[-/.]\s*(\d{1,2})", _latin(clean))
    if parts is None:
        # A spreadsheet that took the heading for a day gives its first day.
        first = re.fullmatch(r"(\d{4})-(\d{2})-\d{2}", _latin(clean))
        return _month(first[1], int(first[2])) if first else None
    if parts[2]:
        return _month(parts[2], int(parts[1]))
    return _month(parts[3], int(parts[4]))


def _heads(line: Line) -> Guess:
    fields: dict[int, Field] = {}
    months: dict[int, Month] = {}
    for place, text in enumerate(line.cells):
        field = _known().get(fold(text)) if text else None
        month = month_of_head(text) if text and field is None else None
        if field is not None and field not in fields.values():
            fields[place] = field
        elif month is not None and month not in months.values():
            months[place] = month
    return Guess(line.number, fields, months)


def _month(year: str, number: int) -> Month | None:
    common = int(year) - (BUDDHIST if int(year) in range(2400, 2700) else 0)
    good = 1 <= number <= 12 and common in range(1990, 2100)
    return Month(common, number) if good else None


def _latin(text: str) -> str:
    return text.translate({zero + v: str(v) for zero in (0xE50, 0xED0) for v in range(10)})


@cache
def _known() -> Mapping[str, Field]:
    known: dict[str, Field] = {}
    for language in LANGUAGES:
        words = open_words(language)
        known |= {fold(words.say(text)): field for field, text in NAMES.items()}
    for field, heads in _OTHER_HEADS.items():
        known |= {fold(head): field for head in heads.split("|")}
    return {**known, **_keys(Field)}


def _keys(fields: Iterable[Field]) -> Mapping[str, Field]:
    return {fold(field.value): field for field in fields}
