"""A table of lines as people type them: each is the one amount or day it means, or is refused."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date

import pytest

from translations.reading import Unreadable, Why, read_day, read_kip

Line = tuple[str, object]

WESTERN: list[Line] = [
    ("0", 0),
    ("00", 0),
    ("7", 7),
    ("007", 7),
    ("500", 500),
    ("1500", 1_500),
    ("1,500", 1_500),
    ("1.500", 1_500),
    ("1 500", 1_500),
    ("12,500", 12_500),
    ("125.000", 125_000),
    ("1,250,000", 1_250_000),
    ("1.250.000.000", 1_250_000_000),
    ("999999999999999", 999_999_999_999_999),
    ("999,999,999,999,999", 999_999_999_999_999),
    ("000,500", 500),
]
OTHER_FIGURES: list[Line] = [
    ("໑໕໐໐", 1_500),
    ("໑,໕໐໐", 1_500),
    ("໑.໒໕໐.໐໐໐", 1_250_000),
    ("໑ ໒໕໐ ໐໐໐", 1_250_000),
    ("໐", 0),
    ("๑๕๐๐", 1_500),
    ("๑,๕๐๐", 1_500),
    ("๑.๒๕๐.๐๐๐", 1_250_000),
    ("๐", 0),
    ("１５００", Why.NOT_A_NUMBER),
    ("１，５００", Why.NOT_A_NUMBER),
    ("１．５００", Why.NOT_A_NUMBER),
    ("٥٠٠", Why.NOT_A_NUMBER),
    ("۵۰۰", Why.NOT_A_NUMBER),
    ("१५००", Why.NOT_A_NUMBER),
    ("១៥០០", Why.NOT_A_NUMBER),
    ("၁၅၀၀", Why.NOT_A_NUMBER),
    ("一千", Why.NOT_A_NUMBER),
    ("Ⅷ", Why.NOT_A_NUMBER),
    ("໑500", Why.MIXED_DIGITS),
    ("1๕00", Why.MIXED_DIGITS),
    ("໑๕໐໐", Why.MIXED_DIGITS),
    ("1,໕໐໐", Why.MIXED_DIGITS),
    ("1٥00", Why.MIXED_DIGITS),
]
SPACES: list[Line] = [
    (" 1500", 1_500),
    ("1500\t", 1_500),
    ("1500\r\n", 1_500),
    ("1\u00a0500", 1_500),
    ("1\u2009500", Why.NOT_A_NUMBER),
    ("1\u202f500", 1_500),
    ("1\u3000500", Why.NOT_A_NUMBER),
    ("1\u200b500", 1_500),
    ("\ufeff1500", 1_500),
    ("   ", Why.EMPTY),
    ("\u00a0", Why.EMPTY),
    ("\u200b", Why.EMPTY),
    ("1 5 0 0", Why.GROUPS),
    ("15 00", Why.GROUPS),
]
UNITS: list[Line] = [
    ("1,500 ກີບ", 1_500),
    ("1,500ກີບ", 1_500),
    ("ກີບ 1,500", 1_500),
    ("1,500 กีบ", 1_500),
    ("1,500 kip", 1_500),
    ("1,500 KIP.", 1_500),
    ("LAK 1,500", 1_500),
    ("lak1500", 1_500),
    ("₭1500", 1_500),
    ("1500₭", 1_500),
    ("₭ 1.500", 1_500),
    ("₭", Why.EMPTY),
    ("1,500 ບາດ", Why.NOT_A_NUMBER),
    ("฿1,500", Why.NOT_A_NUMBER),
    ("$15", Why.NOT_A_NUMBER),
    ("1,500 ກີບ ກີບ", Why.NOT_A_NUMBER),
    ("20 ພັນ", Why.NOT_A_NUMBER),
    ("20k", Why.NOT_A_NUMBER),
    ("1m", Why.NOT_A_NUMBER),
    ("5%", Why.NOT_A_NUMBER),
]
SIGNS: list[Line] = [
    ("-1500", -1_500),
    ("- 1500", -1_500),
    ("\u22121.500", -1_500),
    ("–1,500", -1_500),
    ("-໑໕໐໐", -1_500),
    ("-₭1500", -1_500),
    ("₭-1500", -1_500),
    ("-0", 0),
    ("+1500", Why.NOT_A_NUMBER),
    ("1500-", Why.NOT_A_NUMBER),
    ("(1500)", Why.NOT_A_NUMBER),
    ("-", Why.EMPTY),
    ("1-500", Why.NOT_A_NUMBER),
]
MARKS: list[Line] = [
    ("1.5", Why.FRACTION),
    ("1,5", Why.FRACTION),
    ("1500.00", Why.FRACTION),
    ("1,500.00", Why.FRACTION),
    ("1.500,00", Why.FRACTION),
    ("0.5", Why.FRACTION),
    ("1,50", Why.FRACTION),
    (".500", Why.NOT_A_NUMBER),
    ("500.", Why.GROUPS),
    ("500,", Why.GROUPS),
    ("1500,000", Why.GROUPS),
    ("1,5000", Why.GROUPS),
    ("1,500.000", Why.GROUPS),
    ("1.500,000", Why.GROUPS),
    ("1,500 000", Why.GROUPS),
    ("1,,500", Why.GROUPS),
    ("1, 500", Why.GROUPS),
    ("12,50,000", Why.GROUPS),
    ("1'500", Why.NOT_A_NUMBER),
    ("1_500", Why.NOT_A_NUMBER),
    ("1/500", Why.NOT_A_NUMBER),
    ("1;500", Why.NOT_A_NUMBER),
]
NO_AMOUNTS: list[Line] = [
    ("1e3", Why.NOT_A_NUMBER),
    ("1E3", Why.NOT_A_NUMBER),
    ("0x10", Why.NOT_A_NUMBER),
    ("0b1", Why.NOT_A_NUMBER),
    ("NaN", Why.NOT_A_NUMBER),
    ("inf", Why.NOT_A_NUMBER),
    ("=1+1", Why.NOT_A_NUMBER),
    ("1+1", Why.NOT_A_NUMBER),
    ("½", Why.NOT_A_NUMBER),
    ("5²", Why.MIXED_DIGITS),
    ("1O00", Why.NOT_A_NUMBER),
    ("l500", Why.NOT_A_NUMBER),
    ("ຫ້າຮ້ອຍ", Why.NOT_A_NUMBER),
    ("1000000000000000", Why.TOO_LONG),
    ("9" * 5_000, Why.TOO_LONG),
    ("໙" * 16, Why.TOO_LONG),
    ("1500\x00", 1_500),
    ("\u202e0051", Why.NOT_A_NUMBER),
]
AMOUNTS = [*WESTERN, *OTHER_FIGURES, *SPACES, *UNITS, *SIGNS, *MARKS, *NO_AMOUNTS]

NEW_YEAR, LEAP = date(2026, 4, 14), date(2024, 2, 29)
DAYS: list[Line] = [
    ("14/04/2026", NEW_YEAR),
    ("14/4/2026", NEW_YEAR),
    ("14-4-2026", NEW_YEAR),
    ("14.04.2026", NEW_YEAR),
    ("14 / 4 / 2026", NEW_YEAR),
    ("2026-04-14", NEW_YEAR),
    ("2026/4/14", NEW_YEAR),
    ("14/04/2569", NEW_YEAR),
    ("2569-04-14", NEW_YEAR),
    ("໑໔/໐໔/໒໐໒໖", NEW_YEAR),
    ("໑໔/໔/໒໕໖໙", NEW_YEAR),
    ("๑๔/๔/๒๕๖๙", NEW_YEAR),
    ("１４/４/２０２６", Why.NOT_A_NUMBER),
    ("14\u00a0ເມສາ\u00a02026", NEW_YEAR),
    ("14 ເມສາ 2569", NEW_YEAR),
    ("ວັນທີ 14 ເມສາ 2026", NEW_YEAR),
    ("໑໔ ເມສາ ໒໐໒໖", NEW_YEAR),
    ("14 เมษายน 2569", NEW_YEAR),
    ("วันที่ 14 เมษายน พ.ศ. 2569", NEW_YEAR),
    ("๑๔ เมษายน ๒๕๖๙", NEW_YEAR),
    ("14 April 2026", NEW_YEAR),
    ("APRIL 14, 2026", NEW_YEAR),
    ("5/4/2026", date(2026, 4, 5)),
    ("1/12/2025", date(2025, 12, 1)),
    ("31/12/2568", date(2025, 12, 31)),
    ("29/2/2024", LEAP),
    ("29/2/2567", LEAP),
    ("29 ກຸມພາ 2567", LEAP),
    ("29 กุมภาพันธ์ 2567", LEAP),
    ("29/2/2000", date(2000, 2, 29)),
    ("29/2/2023", Why.NO_SUCH_DAY),
    ("29/2/2566", Why.NO_SUCH_DAY),
    ("29/2/1900", Why.NO_SUCH_DAY),
    ("31/2/2026", Why.NO_SUCH_DAY),
    ("31 ກຸມພາ 2026", Why.NO_SUCH_DAY),
    ("31/4/2026", Why.NO_SUCH_DAY),
    ("4/14/2026", Why.NO_SUCH_DAY),
    ("2026-14-04", Why.NO_SUCH_DAY),
    ("0/4/2026", Why.NO_SUCH_DAY),
    ("32/1/2026", Why.NO_SUCH_DAY),
    ("14/4/26", Why.SHORT_YEAR),
    ("14 ເມສາ 69", Why.SHORT_YEAR),
    ("26-04-14", Why.SHORT_YEAR),
    ("14/4", Why.NOT_A_DAY),
    ("2026", Why.NOT_A_DAY),
    ("20260414", Why.NOT_A_DAY),
    ("14/4/2026 12:00", Why.NOT_A_DAY),
    ("46126", Why.NOT_A_DAY),
    ("ເມສາ 2026", Why.NOT_A_DAY),
    ("ມື້ນີ້", Why.NOT_A_DAY),
    ("1໔/4/2026", Why.MIXED_DIGITS),
    ("໑໔/๔/2026", Why.MIXED_DIGITS),
    ("14/4/1799", Why.YEAR_FAR),
    ("14/4/2700", Why.YEAR_FAR),
    ("\u202e6202/4/41", Why.NOT_A_NUMBER),
    (" ", Why.EMPTY),
]


def understood(read: Callable[[str], object], typed: str) -> object:
    """What is made of a line: the value, or why it is refused."""
    try:
        return read(typed)
    except Unreadable as no:
        return (no.why, no.readings) if no.readings else no.why


def wrong(read: Callable[[str], object], lines: Sequence[Line]) -> list[tuple[str, object, object]]:
    """The lines that are understood as something else, with what was meant and what was made."""
    made = [(typed, meant, understood(read, typed)) for typed, meant in lines]
    return [one for one in made if (type(one[1]), one[1]) != (type(one[2]), one[2])]


@pytest.mark.parametrize(("read", "lines"), [(read_kip, AMOUNTS), (read_day, DAYS)])
def test_every_line_is_what_it_means_or_is_refused(
    read: Callable[[str], object], lines: list[Line]
) -> None:
    assert len({typed for typed, _ in lines}) == len(lines)
    assert wrong(read, lines) == []


def test_the_tables_are_as_long_as_was_promised() -> None:
    assert len(AMOUNTS) >= 84
    assert len(DAYS) >= 36


def test_who_reads_them_by_the_language_s_own_means_is_caught() -> None:
    """The control: int(), float() and fromisoformat() take what means something else."""

    def by_float(typed: str) -> object:
        return int(float(typed))

    for read, lines in ((int, AMOUNTS), (by_float, AMOUNTS), (date.fromisoformat, DAYS)):
        taken = []
        for typed, meant in lines:
            with suppress(ValueError, OverflowError):
                taken.append((read(typed), meant))
        assert any(made != meant for made, meant in taken)
