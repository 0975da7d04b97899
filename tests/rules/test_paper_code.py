"""The code on a paper: short, read aloud without mistakes, and no mistake goes unnoticed."""

from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.code_letters import ALPHABET, typed_letters
from ledger.rules.paper_code import PaperCodeMisread, paper_code_of, read_paper_code

SEALS = st.binary(min_size=32, max_size=32)
SOME = [sha256(bytes([number])).digest() for number in range(4)]


def plain(code: str) -> str:
    return code.replace("-", "")


def misread(text: str) -> str:
    with pytest.raises(PaperCodeMisread) as no:
        read_paper_code(text)
    return no.value.why


def test_it_is_the_seal_s_first_hundred_bits_in_five_groups_and_a_check_sign() -> None:
    seal = bytes.fromhex("00443214c74254b635cf84653a56d7c675be77df" + "f" * 24)
    assert paper_code_of(seal) == "0123-4567-89AB-CDEF-GHJK-J"
    assert paper_code_of(bytes(32)) == "0000-0000-0000-0000-0000-0"
    number = 0
    for letter in plain(paper_code_of(SOME[0]))[:20]:
        number = number * 32 + ALPHABET.index(letter)
    assert number == int(SOME[0].hex()[:25], 16)


@given(SEALS)
def test_what_is_printed_can_be_typed(seal: bytes) -> None:
    code = paper_code_of(seal)
    assert read_paper_code(code) == code
    assert read_paper_code(plain(code).lower()) == code
    assert read_paper_code(code.replace("-", " ")) == code


@pytest.mark.parametrize("typed", ["o", "O", "0", "໐", "๐"])
def test_a_nought_may_be_typed_as_it_looks(typed: str) -> None:
    code = "0000-0000-0000-0000-0000-0"
    assert read_paper_code(code.replace("0", typed)) == code


@pytest.mark.parametrize("typed", ["i", "I", "l", "L", "1", "໑", "๑"])
def test_a_one_may_be_typed_as_it_looks(typed: str) -> None:
    code = next(c for c in map(paper_code_of, SOME) if "1" in c)
    assert read_paper_code(code.replace("1", typed)) == code


@pytest.mark.parametrize("seal", SOME, ids=lambda seal: seal.hex()[:6])
def test_every_single_wrong_letter_is_found(seal: bytes) -> None:
    letters = plain(paper_code_of(seal))
    for place, right in enumerate(letters):
        for wrong in ALPHABET.replace(right, ""):
            assert misread(letters[:place] + wrong + letters[place + 1 :]) == "check"


@pytest.mark.parametrize("first", ALPHABET)
def test_every_two_letters_that_changed_places_are_found(first: str) -> None:
    """Of any two letters at any two places: the other nineteen do not matter to the check."""
    for (one, two), second in ((p, s) for p in combinations(range(20), 2) for s in ALPHABET):
        if first == second:
            continue
        letters = ["0"] * 20
        letters[one], letters[two] = first, second
        number = int("".join(f"{ALPHABET.index(letter):05b}" for letter in letters), 2)
        code = list(plain(paper_code_of((number << 156).to_bytes(32, "big"))))
        assert code[:20] == letters
        code[one], code[two] = code[two], code[one]
        assert misread("".join(code)) == "check"


@given(SEALS, st.integers(0, 19))
def test_the_check_sign_itself_is_not_taken_for_another(seal: bytes, place: int) -> None:
    code = list(plain(paper_code_of(seal)))
    if code[place] != code[20]:
        code[place], code[20] = code[20], code[place]
        assert misread("".join(code)) == "check"


def test_what_is_no_code_is_said_to_be_none() -> None:
    code = plain(paper_code_of(SOME[0]))
    assert misread("") == "letters"
    assert misread(code[:-1]) == "letters"
    assert misread(code + "0") == "letters"
    assert misread("U" + code[1:]) == "foreign"
    assert misread("ກ" * 21) == "foreign"
    assert typed_letters(ALPHABET) == ALPHABET
    for text, letters in ((code[:-1], 20), (code + "0", 22), ("U", 0), ("0" * 20 + "1", 21)):
        with pytest.raises(PaperCodeMisread) as refused:
            read_paper_code(text)
        assert (refused.value.letters, refused.value.wanted) == (letters, 21)


@given(st.text(max_size=30))
def test_no_text_does_anything_else(text: str) -> None:
    try:
        code = read_paper_code(text)
    except PaperCodeMisread:
        return
    assert read_paper_code(code) == code
