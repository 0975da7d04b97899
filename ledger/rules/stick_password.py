"""The password of a stick: what makes one, so that a lost stick opens to nobody who finds it.

It is typed into a machine that the finder owns, as often as he likes: it must be longer than a PIN.
The same letters count as the same however a keyboard has put them together.
"""

from dataclasses import dataclass
from unicodedata import normalize

from ledger.rules.refusals import Refusal

LEAST = 10
"""The fewest signs of a password."""
MOST = 64
"""The most signs of a password."""
DIFFERENT = 5
"""So many different signs it must have."""


@dataclass
class PasswordTooShort(Refusal):
    """The password has `signs` signs, and it takes `least`; or more than `most`."""

    signs: int
    least: int
    most: int


@dataclass
class PasswordTooEasy(Refusal):
    """The same few signs again and again."""

    different: int


def plain_password(typed: str) -> str:
    """The password as it is used: without spaces around it, its letters in one form."""
    return normalize("NFC", typed.strip())


def check_password(typed: str) -> str:
    """The password as it is used, if it is a good one: PasswordTooShort or PasswordTooEasy."""
    password = plain_password(typed)
    if not LEAST <= len(password) <= MOST:
        raise PasswordTooShort(signs=len(password), least=LEAST, most=MOST)
    if len(set(password)) < DIFFERENT:
        raise PasswordTooEasy(different=DIFFERENT)
    return password
