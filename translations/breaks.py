"""Where a Lao, Thai or Latin line may break: between words, which Lao and Thai write unspaced.

ICU's dictionaries find the words. They do not know every word of our trade, so the protected words
are cut out first and only the rest is asked about; otherwise "ท้อน" loses its last letter.
"""

import re
from functools import lru_cache

from icu4py.breakers import LineBreaker

PROTECTED = (
    # The word of the trade itself, which no dictionary has.
    "กลุ่มท้อนเงิน",
    "กองทุนท้อนเงิน",
    "ท้อนเงิน",
    "เงินท้อน",
    "ท้อน",
    "ກຸ່ມທ້ອນເງິນ",
    "ທ້ອນເງິນ",
    "ເງິນທ້ອນ",
    # Compounds that read badly when parted at the end of a line.
    "คณะกรรมการ",
    "กรรมการ",
    "น้ำท่วม",
    "ดอกเบี้ย",
    "ค่าปรับ",
    "เงินกู้",
    "เงินต้น",
    "เงินสด",
    "เงินฝาก",
    "เงินปันผล",
    "ผู้กู้",
    "ผู้ค้ำประกัน",
    "ค้ำประกัน",
    "หนี้สิน",
    "สวัสดิการ",
    "ที่ปรึกษา",
    "ค่าตอบแทน",
    "ทัศนศึกษา",
    "ครัวเรือน",
    "ยอดคงเหลือ",
    "คงเหลือ",
    "ยอดยกมา",
    "ยอดยกไป",
    "งบดุล",
    "ປັນຜົນ",
    "ດອກເບ້ຍ",
    "ຕົ້ນທຶນ",
    "ຄ່າປັບໃໝ",
    "ເງິນກູ້",
    "ເງິນສົດ",
    "ເງິນຝາກ",
    "ເງິນປັນຜົນ",
    "ຜູ້ກູ້ຢືມ",
    "ຜູ້ຄ້ຳປະກັນ",
    "ຄ້ຳປະກັນ",
    "ໜີ້ສິນ",
    "ສະຫວັດດີການ",
    "ທີ່ປຶກສາ",
    "ຄ່າຕອບແທນ",
    "ທັດສະນະສຶກສາ",
    "ຄົວເຮືອນ",
    "ກຳມະການ",
    "ຍອດຍັງເຫຼືອ",
    "ຍັງເຫຼືອ",
    "ຍອດຍົກມາ",
    "ຍອດຍົກໄປ",
    "ງົບດຸນ",
    "ນ້ຳຖ້ວມ",
    "ກອງປະຊຸມ",
    "ມິນລີແມັດ",
    "ບໍ່ກົງ",
    "ກ່ອນປະຊຸມ",
    "ຫຼັງປະຊຸມ",
    "ไม่เกิน",
    "ฝากเงินท้อน",
    "สมทบสวัสดิการ",
    "ບໍ່ເກີນ",
    "ຝາກເງິນທ້ອນ",
    "ເງິນສົມທົບ",
    "ก่อนประชุม",
    "หลังประชุม",
    "ຕໍ່ເດືອນ",
    "ต่อเดือน",
    "สมัครใจ",
)
ZWSP = "\u200b"

_PROTECTED = re.compile("|".join(map(re.escape, sorted(PROTECTED, key=len, reverse=True))))
_UNSPACED = re.compile("[\u0e00-\u0eff]")
_NO_START = frozenset("ໆຯๆฯະາຳะาำๅ")
_NO_END = frozenset("(“‘[{₭฿")
_COUNT = re.compile("(?<![0-9/.,])(?:0|[1-9][0-9]{0,2}) $")
_AT = re.compile("(?:^|[ (])ณ $")
"""What stands before the name of a place or a day, and never at the end of a line."""
_BREAKER = "lo"


def _words(text: str) -> list[str]:
    found: list[str] = []
    start = 0
    for protected in _PROTECTED.finditer(text):
        found += _asked(text[start : protected.start()])
        found.append(protected.group())
        start = protected.end()
    return found + _asked(text[start:])


def _asked(text: str) -> list[str]:
    return [*LineBreaker(text, _BREAKER)] if text else []


@lru_cache(maxsize=20_000)
def pieces(text: str) -> tuple[str, ...]:
    """The parts of a (normalised) text that no line break may cut; joined they are the text.

    A piece keeps the space that follows it. A repetition mark or a following vowel never begins a
    piece, an opening bracket or a currency sign never ends one, and a count stays with its noun.
    """
    out: list[str] = []
    for word in _words(text):
        # Words around a protected one were found apart: a space or mark still belongs before it.
        if out and _belongs(out[-1], word):
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


def _belongs(left: str, right: str) -> bool:
    """Whether a word is of one piece with what stands before it."""
    if right[0] in _NO_START or left[-1] in _NO_END or not _may_part(left, right):
        return True
    if _AT.search(left):
        return True
    # A count and what is counted: "2 ຄົນ" is not parted.
    return bool(_UNSPACED.match(right) and _COUNT.search(left))


def _may_part(left: str, right: str) -> bool:
    """Whether ICU, asked about the two letters at the seam, would part them."""
    seam = left[-1] + right[0]
    if _UNSPACED.fullmatch(left[-1]) and _UNSPACED.fullmatch(right[0]):
        return True
    return len(_asked(seam)) > 1


def with_zwsp(text: str) -> str:
    """The text with an unseen break mark between its pieces; for Qt's labels only.

    Text without Lao or Thai is handed back as it is: spaces are enough for it.
    """
    if not _UNSPACED.search(text):
        return text
    return ZWSP.join(pieces(text))
