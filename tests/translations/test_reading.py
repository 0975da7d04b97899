"""What people type: read strictly, or refused with the reason."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations import LANGUAGES, MoneyFormat, open_words
from translations.reading import Unreadable, Why, normalise, read_day, read_kip, read_percent
from translations.unreadable import sentence

BAHT = MoneyFormat(decimals=2, currency="THB")


@pytest.mark.parametrize(
    ("typed", "kip"),
    [
        ("1250000", 1_250_000),
        ("1.250.000", 1_250_000),
        ("1,250,000", 1_250_000),
        ("1 250 000", 1_250_000),
        ("1\u202f250\u00a0000", 1_250_000),
        ("1.250", 1_250),
        ("໑.໒໕໐.໐໐໐ ກີບ", 1_250_000),
        ("๑,๒๕๐,๐๐๐", 1_250_000),
        ("₭1.250.000", 1_250_000),
        ("1,250,000 LAK", 1_250_000),
        ("5000 กีบ", 5_000),
        ("-5,000", -5_000),
        ("−5,000", -5_000),
        ("₭-5.000", -5_000),
        ("-₭5,000", -5_000),
        ("\u200b20,000 ", 20_000),
        ("0", 0),
    ],
)
def test_amounts_that_are_read(typed: str, kip: int) -> None:
    assert read_kip(typed) == kip


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Why.EMPTY),
        ("  ", Why.EMPTY),
        ("ກີບ", Why.EMPTY),
        ("1,25", Why.FRACTION),
        ("12.50", Why.FRACTION),
        ("1.250,50", Why.FRACTION),
        ("1,250.000", Why.GROUPS),
        ("1,2500", Why.GROUPS),
        ("1250,000", Why.GROUPS),
        ("1..250", Why.GROUPS),
        ("1.", Why.GROUPS),
        (".5", Why.NOT_A_NUMBER),
        ("5k", Why.NOT_A_NUMBER),
        ("5e3", Why.NOT_A_NUMBER),
        ("two", Why.NOT_A_NUMBER),
        ("²", Why.NOT_A_NUMBER),
        ("٣٠٠٠", Why.NOT_A_NUMBER),
        ("1໒3", Why.MIXED_DIGITS),
        ("๑໑", Why.MIXED_DIGITS),
        ("1" * 16, Why.TOO_LONG),
        ("1" * 5_000, Why.TOO_LONG),
    ],
)
def test_amounts_that_are_refused(typed: str, why: Why) -> None:
    with pytest.raises(Unreadable) as refused:
        read_kip(typed)
    assert refused.value.why is why
    assert refused.value.readings == ()


@pytest.mark.parametrize(
    ("typed", "satang"),
    [
        ("3,692.50", 369_250),
        ("1.5", 150),
        ("1,500", 150_000),
        ("1.250.000,50", 125_000_050),
        ("1 250,5", 125_050),
        ("฿20", 2_000),
        ("๒๐.๒๕ บาท", 2_025),
    ],
)
def test_baht_with_satang(typed: str, satang: int) -> None:
    assert read_kip(typed, BAHT) == satang


def test_an_amount_with_two_meanings_is_refused_with_both() -> None:
    with pytest.raises(Unreadable) as refused:
        read_kip("1.500", BAHT)
    assert refused.value.why is Why.AMBIGUOUS
    assert refused.value.readings == (150_000, 150)
    with pytest.raises(Unreadable) as refused:
        read_kip("-1,500", MoneyFormat(points=True, decimals=2))
    assert refused.value.readings == (-150_000, -150)


@pytest.mark.parametrize("typed", ["1.255", "12,50", "1,250.500", "1.250,500", "1,250.000"])
def test_marks_that_fit_no_reading_are_refused(typed: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_kip(typed, BAHT)
    assert refused.value.why is Why.GROUPS


@pytest.mark.parametrize(
    ("typed", "points"),
    [("2.5", 250), ("2,5 %", 250), ("๒.๕", 250), ("70%", 7_000), ("33.33", 3_333), ("0", 0)],
)
def test_percentages(typed: str, points: int) -> None:
    assert read_percent(typed) == points


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Why.EMPTY),
        ("%", Why.EMPTY),
        ("33.333", Why.NOT_A_PERCENT),
        ("1,000", Why.NOT_A_PERCENT),
        ("-1", Why.NOT_A_PERCENT),
        ("a", Why.NOT_A_PERCENT),
        ("1໒", Why.MIXED_DIGITS),
    ],
)
def test_percentages_that_are_refused(typed: str, why: Why) -> None:
    with pytest.raises(Unreadable) as refused:
        read_percent(typed)
    assert refused.value.why is why


@pytest.mark.parametrize(
    "typed",
    [
        "14/04/2026",
        "14/4/2569",
        "๑๔/๐๔/๒๕๖๙",
        "໑໔-໔-໒໐໒໖",
        "2026-04-14",
        "2569/4/14",
        "14.4.2026",
        "14 4 2026",
        "14 เมษายน พ.ศ. 2569",
        "14 ເມສາ 2026",
        "14 april 2026",
        "April 14, 2026",
        "2026 ເມສາ 14",
        "ເມສາ 14 2026",
    ],
)
def test_days_that_are_read(typed: str) -> None:
    assert read_day(typed) == date(2026, 4, 14)


def test_the_29th_of_february_in_the_buddhist_era() -> None:
    assert read_day("29/02/2567") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Why.EMPTY),
        ("31/02/2026", Why.NO_SUCH_DAY),
        ("29/02/2568", Why.NO_SUCH_DAY),
        ("1/13/2026", Why.NO_SUCH_DAY),
        ("0/1/2026", Why.NO_SUCH_DAY),
        ("14/04/26", Why.SHORT_YEAR),
        ("14/04/69", Why.SHORT_YEAR),
        ("14/04", Why.NOT_A_DAY),
        ("14/04/20260", Why.NOT_A_DAY),
        ("today", Why.NOT_A_DAY),
        ("14/04/2026/1", Why.NOT_A_DAY),
        ("ເມສາ ເມສາ 2026", Why.NOT_A_DAY),
        ("14 ເມສາ ພຶດສະພາ 2026", Why.NOT_A_DAY),
        ("14/04 ເມສາ 2026", Why.NOT_A_DAY),
        ("1/1/9999", Why.YEAR_FAR),
        ("1/1/2700", Why.YEAR_FAR),
        ("1໔/04/2026", Why.MIXED_DIGITS),
        (f"{'9' * 20}/4/2026", Why.NO_SUCH_DAY),
        (f"5/{'9' * 5_000}/2026", Why.NO_SUCH_DAY),
    ],
)
def test_days_that_are_refused(typed: str, why: Why) -> None:
    with pytest.raises(Unreadable) as refused:
        read_day(typed)
    assert refused.value.why is why


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(LANGUAGES), st.booleans())
def test_a_printed_day_can_be_typed_again(day: date, language: str, buddhist: bool) -> None:
    words = open_words(language, buddhist=buddhist)
    assert read_day(words.day(day)) == day
    assert read_day(words.long_day(day)) == day


@settings(deadline=None)
@given(st.text("0123456789.,- ໑๑₭k/", max_size=14))
def test_reading_ends_in_a_number_or_a_refusal(typed: str) -> None:
    for read in (read_kip, read_day, read_percent):
        with suppress(Unreadable):
            read(typed)


def test_every_refusal_has_its_sentence() -> None:
    for language in LANGUAGES:
        words = open_words(language, BAHT)
        for why in Why:
            said = sentence(words, Unreadable(" 1.500 ", why, (150_000, 150)))
            assert "{" not in said
        both = sentence(words, Unreadable("1.500", Why.AMBIGUOUS, (150_000, 150)))
        assert words.money(150_000) in both
        assert words.money(150) in both


_SPELLINGS = [
    ("ນ້ຳ", ["ນ\u0ecd\u0ec9\u0eb2", "ນ\u0ec9\u0ecd\u0eb2", "ນ\u0eb3\u0ec9", "ນ\u0ec9\u0eb3"]),
    ("น้ำ", ["น\u0e4d\u0e49\u0e32", "น\u0e49\u0e4d\u0e32", "น\u0e33\u0e49"]),
    ("ຜູ້", ["ຜ\u0ec9\u0eb9"]),
    ("ที่", ["ท\u0e48\u0e35", "ที\u0e48\u0e48"]),
    ("ແກ້ວ", ["\u0ec0\u0ec0ກ້ວ"]),
    ("แก้ว", ["\u0e40\u0e40ก้ว"]),
    ("ນາງ ຄຳ", ["ນາງ\u00a0ຄ\u200bຳ", "ນາງ ຄ\u0ecd\u0eb2\ufeff"]),
]


@pytest.mark.parametrize(("right", "typed"), _SPELLINGS)
def test_several_ways_of_typing_are_one_spelling(right: str, typed: list[str]) -> None:
    assert {normalise(way) for way in [right, *typed]} == {right}


def test_letters_of_one_sign_are_never_taken_apart() -> None:
    assert normalise("ໜູພອນ ຫຼວງ ນ້ຳ น้ำ") == "ໜູພອນ ຫຼວງ ນ້ຳ น้ำ"
    assert normalise("ຫນູ") == "ຫນູ"


@settings(deadline=None)
@given(st.text("ກນຫມີູ່້ຳໍາເແໜิีุ่้ํำาเแน \u200b"))
def test_one_spelling_stays_as_it_is(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
