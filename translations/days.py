"""Days, months and years in words; Thai counts the years of the Buddhist era."""

from datetime import date

BUDDHIST = 543
"""A year of the Buddhist era is this many more than the common one."""

MONTHS: dict[str, tuple[str, ...]] = {
    "lo": tuple(
        [
            "ມັງກອນ",
            "ກຸມພາ",
            "ມີນາ",
            "ເມສາ",
            "ພຶດສະພາ",
            "ມິຖຸນາ",
            "ກໍລະກົດ",
            "ສິງຫາ",
            "ກັນຍາ",
            "ຕຸລາ",
            "ພະຈິກ",
            "ທັນວາ",
        ]
    ),
    "th": tuple(
        [
            "มกราคม",
            "กุมภาพันธ์",
            "มีนาคม",
            "เมษายน",
            "พฤษภาคม",
            "มิถุนายน",
            "กรกฎาคม",
            "สิงหาคม",
            "กันยายน",
            "ตุลาคม",
            "พฤศจิกายน",
            "ธันวาคม",
        ]
    ),
    "en": tuple(
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]
    ),
}
WEEKDAYS: dict[str, tuple[str, ...]] = {
    "lo": tuple(["ວັນຈັນ", "ວັນອັງຄານ", "ວັນພຸດ", "ວັນພະຫັດ", "ວັນສຸກ", "ວັນເສົາ", "ວັນອາທິດ"]),
    "th": tuple(["วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์"]),
    "en": tuple(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
}
_LONG = {
    "lo": "{weekday} ທີ {day} {month} {year}",
    "th": "{weekday}ที่ {day} {month} {year}",
    "en": "{weekday}, {day} {month} {year}",
}


def year_text(year: int, *, buddhist: bool) -> str:
    """A year of the common era as it is printed."""
    return str(year + BUDDHIST if buddhist else year)


def day_text(day: date, *, buddhist: bool) -> str:
    """A day in figures, day first: 14/04/2026, or 14/04/2569."""
    return f"{day.day:02d}/{day.month:02d}/{year_text(day.year, buddhist=buddhist)}"


def long_day_text(day: date, language: str, *, buddhist: bool) -> str:
    """A day with its weekday and the name of its month."""
    return _LONG[language].format(
        weekday=WEEKDAYS[language][day.weekday()],
        day=day.day,
        month=MONTHS[language][day.month - 1],
        year=year_text(day.year, buddhist=buddhist),
    )


def month_text(year: int, number: int, language: str, *, buddhist: bool) -> str:
    """A month (1 to 12) with its year: "ມີນາ 2025"."""
    return f"{MONTHS[language][number - 1]} {year_text(year, buddhist=buddhist)}"
