"""The code on a paper: by it anybody can find out later whether the book still holds what it held.

It is the beginning of the newest seal of the book: every seal covers all that was written before
it, so one code stands for the whole book up to that act. Twenty letters carry 100 bits, because
whoever keeps the book could try to prepare two histories with one code: with 60 bits that takes
minutes, with 100 it takes longer than any group will last.

The twenty-first letter is a check sign. The letters are read as the coefficients of a polynomial
over the field of 32 elements, and it must be nothing at a primitive element. Each place then has a
factor of its own, so every single wrong letter and every two letters that changed places, side by
side or far apart, are found before the book is asked at all.
"""

from dataclasses import dataclass

from ledger.rules.code_letters import ALPHABET, grouped, letters_of, typed_letters
from ledger.rules.refusals import Refusal

LETTERS = 20
"""Letters that carry the seal's first 100 bits; the check sign comes after them."""

_BITS = 5 * LETTERS
_FIELD = 0b100101
"""x^5 + x^2 + 1, whose root is a primitive element of the field of 32 elements."""


@dataclass
class PaperCodeMisread(Refusal):
    """The code was not read or typed as it stands on the paper; `why` is one of a few words.

    "letters" (`letters` were typed and not `wanted`), "foreign" (a letter that no code has), or
    "check" (the check sign does not fit the others).
    """

    why: str
    letters: int
    wanted: int


@dataclass(frozen=True, slots=True)
class PaperCode:
    """The book as it stands, in what a paper has room for.

    `act` and `entry` are the numbers of the newest act and entry (0 where there is no entry yet),
    `lines` is how many amounts the whole book has.
    """

    code: str
    act: int
    entry: int
    lines: int


def paper_code_of(seal: bytes) -> str:
    """The code of a seal of 32 bytes: "7K3M-9QZT-04XB-5RGH-2W6N-C"."""
    letters = letters_of(int.from_bytes(seal, "big") >> 8 * len(seal) - _BITS, LETTERS)
    return grouped(letters + _check_sign(letters))


def read_paper_code(text: str) -> str:
    """The code as it is printed, from what somebody typed or heard of a paper.

    Small letters, spaces and hyphens do not matter, and O, I and L are read as 0, 1 and 1. Raises
    PaperCodeMisread where it cannot be one that was printed.
    """
    letters = typed_letters(text)
    if letters is None:
        raise PaperCodeMisread(why="foreign", letters=0, wanted=LETTERS + 1)
    if len(letters) != LETTERS + 1:
        raise PaperCodeMisread(why="letters", letters=len(letters), wanted=LETTERS + 1)
    if _at_root(letters) != 0:
        raise PaperCodeMisread(why="check", letters=len(letters), wanted=LETTERS + 1)
    return grouped(letters)


def _check_sign(letters: str) -> str:
    return ALPHABET[_times_root(_at_root(letters))]


def _at_root(letters: str) -> int:
    """The value of the letters' polynomial at the primitive element."""
    value = 0
    for letter in letters:
        value = _times_root(value) ^ ALPHABET.index(letter)
    return value


def _times_root(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD if value & 16 else doubled
