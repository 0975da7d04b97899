"""The letters of every short code that people read to each other, and how typed ones are read."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32: without I, L, O and U, which are taken for others."""

_GROUP = 4
_PLAIN = str.maketrans({"O": "0", "I": "1", "L": "1"} | dict.fromkeys("-–— .\t\n\u00a0", ""))
_FIGURES = str.maketrans("໐໑໒໓໔໕໖໗໘໙๐๑๒๓๔๕๖๗๘๙", "0123456789" * 2)


def letters_of(number: int, count: int) -> str:
    """The lowest 5 times `count` bits of a number as so many letters."""
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(count)))


def typed_letters(text: str) -> str | None:
    """What somebody typed or heard, as plain letters; nothing where one is none of ours.

    Small letters, spaces and hyphens do not matter; O, I and L are read as 0, 1 and 1, and Lao
    and Thai figures as what they are.
    """
    letters = text.upper().translate(_FIGURES).translate(_PLAIN)
    return letters if set(letters) <= set(ALPHABET) else None


def grouped(letters: str) -> str:
    """The letters in groups of four with hyphens between, as they are printed."""
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))
