"""The password of a stick: long enough, and the same letters are the same."""

import pytest

from ledger.rules.stick_password import (
    PasswordTooEasy,
    PasswordTooShort,
    check_password,
    plain_password,
)


@pytest.mark.parametrize("typed", ["ນາ 12 ໄຮ່ ງົວ 3", "  correct horse ", "ก้านกล้วย7ใบ"])
def test_several_words_do(typed: str) -> None:
    assert check_password(typed) == plain_password(typed)


@pytest.mark.parametrize("typed", ["abcdefghij", "abcdabcdabcde", "0123456789abcdef" * 4])
def test_ten_signs_to_sixty_four_of_which_five_differ_are_enough(typed: str) -> None:
    assert check_password(typed) == typed


@pytest.mark.parametrize("typed", ["", "   short  ", "a" * 65, "ວັນພຸດ1"])
def test_too_short_or_too_long(typed: str) -> None:
    with pytest.raises(PasswordTooShort) as refused:
        check_password(typed)
    assert refused.value.signs == len(plain_password(typed))


@pytest.mark.parametrize("typed", ["aaaaaaaaaaaa", "1212121212121", "abcdabcdabcd"])
def test_too_few_signs(typed: str) -> None:
    with pytest.raises(PasswordTooEasy):
        check_password(typed)


def test_letters_put_together_in_another_way_are_the_same() -> None:
    assert plain_password("caf\u00e9 12345") == plain_password(" cafe\u0301 12345 ")
