"""Amounts in words, as receipts want them."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations import MoneyFormat, open_words
from translations.spelling import english, lao, thai

_TABLE = (Path(__file__).parent / "numbers.csv").read_text(encoding="utf-8")
_ROWS = list(csv.DictReader(_TABLE.splitlines()))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["number"])
def test_every_number_of_the_table(row: dict[str, str]) -> None:
    number = int(row["number"])
    assert lao(number) == row["lao"]
    assert lao(number, myriad=True) == row["lao_myriad"]
    assert thai(number) == row["thai"]


def test_a_hundred_and_one_can_be_said_the_spoken_way() -> None:
    assert lao(101, hundred_et=True) == "ໜຶ່ງຮ້ອຍເອັດ"
    assert lao(101) == "ໜຶ່ງຮ້ອຍໜຶ່ງ"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (20, "twenty"),
        (21, "twenty-one"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (1_001, "one thousand and one"),
        (1_100, "one thousand one hundred"),
        (1_250_000, "one million two hundred and fifty thousand"),
        (2_000_000_000, "two billion"),
        (1_000_000_000_000, "one trillion"),
    ],
)
def test_english(number: int, words: str) -> None:
    assert english(number) == words


def test_whole_kip_is_closed_with_only() -> None:
    assert open_words("lo").in_words(1_250_000) == "ໜຶ່ງລ້ານສອງແສນຫ້າສິບພັນກີບຖ້ວນ"
    assert open_words("th").in_words(1_250_000) == "หนึ่งล้านสองแสนห้าหมื่นกีบถ้วน"
    assert open_words("en").in_words(20_000) == "twenty thousand kip only"


def test_satang_are_spelt_after_the_baht() -> None:
    baht = MoneyFormat(decimals=2, currency="THB")
    assert open_words("th", baht).in_words(369_250) == "สามพันหกร้อยเก้าสิบสองบาทห้าสิบสตางค์"
    assert open_words("th", baht).in_words(2_000) == "ยี่สิบบาทถ้วน"
    assert open_words("lo", baht).in_words(25) == "ຊາວຫ້າສະຕາງ"
    assert open_words("en", baht).in_words(-150) == "minus one baht and fifty satang"


def test_a_currency_without_a_name_keeps_its_code() -> None:
    assert open_words("en", MoneyFormat(currency="USD")).in_words(5) == "five USD only"


@given(st.integers(0, 10**13), st.integers(0, 10**13))
def test_two_numbers_never_sound_alike(one: int, other: int) -> None:
    for spell in (lao, thai, english):
        assert (spell(one) == spell(other)) == (one == other)
