"""Amounts in words: Lao, Thai and English numbers spelt out the way receipts want them.

Lao and Thai numbers are written by the rules of the two languages themselves, because the usual
locale data spells Lao hundreds and thousands in Thai letters and Thai 101 without its "et".
"""

from collections.abc import Callable, Sequence

_LAO = tuple(["ສູນ", "ໜຶ່ງ", "ສອງ", "ສາມ", "ສີ່", "ຫ້າ", "ຫົກ", "ເຈັດ", "ແປດ", "ເກົ້າ"])
_THAI = tuple(["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"])
_ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = (
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
)


def _below_hundred(
    number: int, digits: Sequence[str], tens: tuple[str, str, str], *, after: bool
) -> str:
    """1 to 99; `after` says that the last one is "et" because a higher digit was spoken."""
    ten, twenty, last_one = tens
    t, unit = divmod(number, 10)
    text = {0: "", 1: ten, 2: twenty}.get(t, digits[t] + ten)
    if unit == 1:
        return text + (last_one if t or after else digits[1])
    return text + (digits[unit] if unit else "")


def lao(number: int, *, myriad: bool = False, hundred_et: bool = False) -> str:
    """A whole number of zero or more in Lao.

    Written finance says ten thousand as ສິບພັນ; `myriad` gives the spoken ໝື່ນ. `hundred_et`
    says 101 as ຮ້ອຍເອັດ instead of ຮ້ອຍໜຶ່ງ.
    """

    def small(n: int, *, after: bool) -> str:
        return _below_hundred(n, _LAO, ("ສິບ", "ຊາວ", "ເອັດ"), after=after)

    def below_thousand(n: int, *, after: bool) -> str:
        hundreds, rest = divmod(n, 100)
        text = _LAO[hundreds] + "ຮ້ອຍ" if hundreds else ""
        if rest:
            text += small(rest, after=hundred_et and (bool(hundreds) or after))
        return text

    def below_billion(n: int) -> str:
        millions, rest = divmod(n, 10**6)
        text = below_thousand(millions, after=False) + "ລ້ານ" if millions else ""
        hundred_thousands, rest = divmod(rest, 10**5)
        text += _LAO[hundred_thousands] + "ແສນ" if hundred_thousands else ""
        if myriad:
            myriads, rest = divmod(rest, 10**4)
            text += _LAO[myriads] + "ໝື່ນ" if myriads else ""
        thousands, rest = divmod(rest, 1000)
        text += small(thousands, after=False) + "ພັນ" if thousands else ""
        return text + (below_thousand(rest, after=bool(text)) if rest else "")

    if number == 0:
        return _LAO[0]
    # A ຕື້ is 10^9 and can itself be counted: a thousand of them is ພັນຕື້.
    billions, rest = divmod(number, 10**9)
    text = lao(billions, myriad=myriad, hundred_et=hundred_et) + "ຕື້" if billions else ""
    return text + below_billion(rest)


def thai(number: int) -> str:
    """A whole number of zero or more in Thai; the last one after any higher digit is เอ็ด."""
    if number == 0:
        return _THAI[0]
    millions, rest = divmod(number, 10**6)
    text = thai(millions) + "ล้าน" if millions else ""
    for size, name in ((10**5, "แสน"), (10**4, "หมื่น"), (1000, "พัน"), (100, "ร้อย")):
        digit, rest = divmod(rest, size)
        text += _THAI[digit] + name if digit else ""
    tens = ("สิบ", "ยี่สิบ", "เอ็ด")
    return text + (_below_hundred(rest, _THAI, tens, after=bool(text)) if rest else "")


def english(number: int) -> str:
    """A whole number of zero or more in English, below a thousand trillion."""
    if number < 20:
        return _ENGLISH[number]
    parts: list[str] = []
    for size, name in _SCALES:
        count, number = divmod(number, size)
        if count:
            parts.append(f"{english(count)} {name}")
    hundreds, number = divmod(number, 100)
    if hundreds:
        parts.append(f"{_ENGLISH[hundreds]} hundred")
    if number:
        parts += ["and"] if parts else []
        tens, unit = divmod(number, 10)
        small = (
            _ENGLISH[number] if number < 20 else _TENS[tens] + (f"-{_ENGLISH[unit]}" * bool(unit))
        )
        parts.append(small)
    return " ".join(parts)


SPELLINGS: dict[str, Callable[[int], str]] = {"lo": lao, "th": thai, "en": english}
"""The numbers of each language."""

_MINUS = {"lo": "ລົບ", "th": "ลบ", "en": "minus "}
_ONLY = {"lo": "ຖ້ວນ", "th": "ถ้วน", "en": " only"}


def amount_in_words(language: str, whole: int, part: int, units: tuple[str, str]) -> str:
    """`whole` units and `part` small units in words, closed with "only" where there is no part."""
    spell = SPELLINGS[language]
    gap = " " if language == "en" else ""
    minus = _MINUS[language] if whole < 0 or part < 0 else ""
    text = minus + spell(abs(whole)) + gap + units[0]
    if not part:
        return text + _ONLY[language]
    joint = " and " if language == "en" else ""
    if whole == 0:
        return minus + spell(abs(part)) + gap + units[1]
    return text + joint + spell(abs(part)) + gap + units[1]
