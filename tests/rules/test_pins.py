"""What makes a good PIN, how long a wrong one waits, and how sealed codes are read."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.pins import (
    CODE_LETTERS,
    LEAST,
    MOST,
    WAITS,
    PinKnownInVillage,
    PinTooEasy,
    PinTooShort,
    check_pin,
    plain_code,
    plain_pin,
    sealed_code,
    wait_after,
)
from tests.villages import KHAM

KNOWN = replace(KHAM, phone="020 5551 2345", born=date(1970, 3, 9))


@pytest.mark.parametrize("typed", ["", "12", "73915", "x" * (MOST + 1)])
def test_too_short_or_too_long(typed: str) -> None:
    with pytest.raises(PinTooShort) as no:
        check_pin(typed, ())
    assert (no.value.signs, no.value.least, no.value.most) == (len(typed), LEAST, MOST)


@pytest.mark.parametrize(
    "typed", ["111111", "121212", "123456", "890123", "987654", "໑໑໑໑໑໑", "໑໒໓໔໕໖"]
)
def test_what_anybody_guesses(typed: str) -> None:
    with pytest.raises(PinTooEasy):
        check_pin(typed, ())


@pytest.mark.parametrize(
    "typed", ["09031970", "090370", "19700309", "09032513", "031970" + "09", "55512345", "512345"]
)
def test_a_birthday_or_a_phone_of_the_register(typed: str) -> None:
    if typed == "03197009":
        assert check_pin(typed, [KNOWN]) == typed, "no way in which a birthday is written"
        return
    with pytest.raises(PinKnownInVillage):
        check_pin(typed, [KHAM, KNOWN])


def test_others_are_good_and_figures_of_every_script_are_the_same() -> None:
    assert check_pin(" ໗໓໙໑໕໒ ", [KNOWN]) == "739152"
    assert check_pin("๗๓๙๑๕๒", [replace(KNOWN, phone="", born=None)]) == plain_pin("739152")
    assert check_pin("112323", ()) == "112323", "three figures are enough"
    assert check_pin("ແມ່ນ້ຳຂອງໃຫຍ່", ()) == "ແມ່ນ້ຳຂອງໃຫຍ່"
    assert check_pin("7k3m9qzt" * 8, ()) == "7k3m9qzt" * 8, "there is room for 64 signs"


@given(wrong=st.integers(-3, 500))
def test_the_wait_never_gets_shorter_and_shuts_nobody_out(wrong: int) -> None:
    assert wait_after(wrong) <= wait_after(wrong + 1) <= WAITS[-1]
    assert wait_after(0) == wait_after(2) == 0
    assert [wait_after(wrong) for wrong in (3, 4, 5, 6)] == [5, 30, 120, 600]


@given(number=st.integers(0, 2**100 - 1))
def test_a_sealed_code_is_read_as_it_was_printed(number: int) -> None:
    code = sealed_code(number)
    assert len(code.replace("-", "")) == CODE_LETTERS
    assert plain_code(code) == plain_code(code.lower().replace("-", " ")) == code.replace("-", "")


@given(one=st.integers(0, 2**100 - 1), other=st.integers(0, 2**100 - 1))
def test_two_numbers_give_two_codes(one: int, other: int) -> None:
    assert (sealed_code(one) == sealed_code(other)) == (one == other)


@pytest.mark.parametrize("typed", ["", "ABCD", "ພາສາ", "7K3M-9QZT-04XB-5RGH-2W6N-C"])
def test_what_can_be_no_code(typed: str) -> None:
    assert plain_code(typed) == ""
