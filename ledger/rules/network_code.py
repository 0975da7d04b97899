"""A short code of a file that two people can read to each other: another file has another code.

It is the beginning of the file's SHA-256 in letters that cannot be taken for one another, and one
check letter, which finds a misread or swapped one before anybody compares. Whoever can write the
file can also make its code: it proves nothing until it is read out by the group that sent it.
"""

from hashlib import sha256

from ledger.rules.code_letters import ALPHABET, grouped, letters_of, typed_letters

_LETTERS = 12


def code_of(content: bytes) -> str:
    """The code of a file: "7K3M-9QZT-04XB-C"."""
    number = int.from_bytes(sha256(content).digest()[:8], "big") >> (64 - 5 * _LETTERS)
    letters = letters_of(number, _LETTERS)
    return grouped(letters + _check_letter(letters))


def read_code(text: str) -> str | None:
    """The code as it is printed, from what somebody typed or heard; nothing where it is misread.

    Small letters, spaces and hyphens do not matter, and O, I and L are read as 0, 1 and 1.
    """
    letters = typed_letters(text)
    if letters is None or len(letters) != _LETTERS + 1:
        return None
    if _check_letter(letters[:-1]) != letters[-1]:
        return None
    return grouped(letters)


def _check_letter(letters: str) -> str:
    """Luhn's check for 32 letters: every second value doubled, its two digits added."""
    total = 0
    for place, letter in enumerate(reversed(letters)):
        value = ALPHABET.index(letter)
        total += sum(divmod(2 * value, 32)) if place % 2 == 0 else value
    return ALPHABET[-total % 32]
