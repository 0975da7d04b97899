"""Amounts and percentages in figures: one format in every language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations import LANGUAGES, MoneyFormat, open_words
from translations.reading import read_kip, read_percent

BAHT = MoneyFormat(decimals=2, currency="THB")
FORMATS = st.builds(
    MoneyFormat,
    points=st.booleans(),
    decimals=st.sampled_from([0, 2]),
    currency=st.sampled_from(["LAK", "THB"]),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_format_in_every_language(language: str) -> None:
    words = open_words(language)
    assert words.kip(1_250_000) == "1,250,000"
    assert words.kip(0) == "0"
    assert words.kip(-5_000) == "-5,000"
    assert words.percent(250) == "2.5%"


def test_points_when_the_group_wants_them() -> None:
    words = open_words("lo", MoneyFormat(points=True))
    assert words.kip(1_250_000) == "1.250.000"
    assert words.percent(250) == "2,5%"
    assert words.number(1_022) == "1.022"


def test_satang_are_always_shown() -> None:
    assert open_words("th", BAHT).kip(369_250) == "3,692.50"
    assert MoneyFormat(points=True, decimals=2).text(5) == "0,05"


def test_the_unit_cannot_be_parted_from_the_amount() -> None:
    assert open_words("lo").money(1_250_000) == "1,250,000\u00a0ກີບ"
    assert open_words("th", BAHT).money(2_000) == "20.00\u00a0บาท"
    assert len(open_words("lo").pieces(open_words("lo").money(1_250_000))) == 1


@pytest.mark.parametrize(
    ("points", "text"),
    [(7_000, "70%"), (10_000, "100%"), (3_333, "33.33%"), (5, "0.05%"), (0, "0%"), (-50, "-0.5%")],
)
def test_percentages_carry_no_needless_noughts(points: int, text: str) -> None:
    assert MoneyFormat().percent(points) == text


@settings(deadline=None)
@given(st.integers(-(10**13), 10**13), FORMATS)
def test_what_is_printed_can_be_typed_again(amount: int, form: MoneyFormat) -> None:
    assert read_kip(form.text(amount), form) == amount
    for language in LANGUAGES:
        assert read_kip(open_words(language, form).money(amount), form) == amount


@settings(deadline=None)
@given(st.integers(0, 99_999), st.booleans())
def test_percentages_can_be_typed_again(points: int, comma: bool) -> None:
    assert read_percent(MoneyFormat(points=comma).percent(points)) == points
