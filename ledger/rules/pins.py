"""The PIN of an officer: what makes a good one, and how long the next try has to wait.

Six figures are the least (the field asks for eight signs; this PIN guards a desk in a room full of
people, and the book itself is guarded by the codes on its papers). What the whole village could
guess is refused: a row of figures, one figure over and over, a birthday, a phone of the register.
Lao and Thai figures are the same figures. Longer words are welcome.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.rules.code_letters import grouped, letters_of, typed_letters
from ledger.rules.people import Member
from ledger.rules.refusals import Refusal

LEAST = 6
"""The fewest signs of a PIN."""
MOST = 64
"""The most signs of a PIN."""
WAITS = (0, 0, 0, 5, 30, 120, 600)
"""Seconds to wait after so many wrong tries one behind the other; nobody is shut out for good."""
CODES = 3
"""So many sealed codes are printed, one for each of three officers."""
NEEDED = 2
"""So many different ones of them set a forgotten PIN anew."""
CODE_LETTERS = 20
"""Letters of a sealed code: they carry 100 bits, which nobody guesses."""

_FIGURES = str.maketrans("໐໑໒໓໔໕໖໗໘໙๐๑๒๓๔๕๖๗๘๙", "0123456789" * 2)
_ROWS = ("0123456789012345", "9876543210987654")
_CENTURY = 100
_BUDDHIST = 543


@dataclass
class PinTooShort(Refusal):
    """The PIN has `signs` signs, and it takes `least`; or more than `most`."""

    signs: int
    least: int
    most: int


@dataclass
class PinTooEasy(Refusal):
    """Anybody guesses it: the same figure again and again, or figures in a row."""


@dataclass
class PinKnownInVillage(Refusal):
    """It is a birthday or a phone number that stands in the register."""


@dataclass
class PinWrong(Refusal):
    """It is not her PIN; the next try is possible after `wait` seconds."""

    name: str
    wait: int


@dataclass
class PinMustWait(Refusal):
    """After several wrong tries the next one has to wait `wait` seconds."""

    name: str
    wait: int


@dataclass
class CodesDoNotOpen(Refusal):
    """Two different ones of the newest sealed codes are needed; `right` of those typed were."""

    right: int
    needed: int


def plain_pin(typed: str) -> str:
    """The PIN as it is kept: figures of any script as 0 to 9, without spaces around it."""
    return typed.strip().translate(_FIGURES)


def check_pin(typed: str, members: Iterable[Member]) -> str:
    """The PIN as it is kept, if it is a good one.

    Raises PinTooShort, PinTooEasy, or PinKnownInVillage for a birthday or phone in the register.
    """
    pin = plain_pin(typed)
    if not LEAST <= len(pin) <= MOST:
        raise PinTooShort(signs=len(pin), least=LEAST, most=MOST)
    if len(set(pin)) <= 2 or any(pin in row for row in _ROWS):
        raise PinTooEasy
    for member in members:
        phone = "".join(sign for sign in member.phone.translate(_FIGURES) if sign.isdigit())
        if (phone and phone.endswith(pin)) or (member.born and pin in _birthdays(member.born)):
            raise PinKnownInVillage
    return pin


def wait_after(wrong: int) -> int:
    """How many seconds the next try waits after so many wrong ones one behind the other."""
    return WAITS[min(max(wrong, 0), len(WAITS) - 1)]


def sealed_code(number: int) -> str:
    """A sealed code as it is printed, from a random number of 100 bits."""
    return grouped(letters_of(number, CODE_LETTERS))


def plain_code(typed: str) -> str:
    """A sealed code as it is kept, from what was typed; "" where it can be none."""
    letters = typed_letters(typed) or ""
    return letters if len(letters) == CODE_LETTERS else ""


def _birthdays(born: date) -> frozenset[str]:
    """The ways in which people write a birthday in six or eight figures."""
    found = set()
    for year in (born.year, born.year + _BUDDHIST):
        for shown in (f"{year:04d}", f"{year % _CENTURY:02d}"):
            day, month = f"{born.day:02d}", f"{born.month:02d}"
            found |= {day + month + shown, month + day + shown, shown + month + day}
    return frozenset(found)
