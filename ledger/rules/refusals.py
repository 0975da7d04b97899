"""Every way in which the group's rules say no, each with the facts; the words are said elsewhere.

A refusal is calm: nothing was written, and the sentence that the window makes of it says what is
wrong and what to do. The classes stand in the files of the rule that raises them, or here when
several rules do.
"""

from dataclasses import dataclass
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.people import MemberId, Status


@dataclass
class Refusal(Exception):  # noqa: N818 -- a refusal is no error: the rules work
    """The rules say no. Each kind of no is a class of its own, with the facts as its fields."""

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({facts})"


@dataclass
class FactUnreadable(Refusal):
    """Something that was handed in cannot be understood; `place` says where it stands."""

    place: str
    found: str


@dataclass
class PastIsInk(Refusal):
    """The book lies open as it stood on a day gone by; nothing can be written into that one."""

    day: date


@dataclass
class WrittenAlready(Refusal):
    """The same form, sheet or command has written this before; it is not written a second time.

    `act` is the number under which it stands, or nothing where it stands in pencil.
    """

    act: int | None


@dataclass
class BookSetBack(Refusal):
    """The file is not the one that was here before; nothing is written until two officers say so.

    `act` is its newest act, `known` the newest that was seen on this machine.
    """

    act: int
    known: int


@dataclass
class BookUnsound(Refusal):
    """A check of the book found something wrong; nothing more is written into it as it is.

    `number` counts what was found.
    """

    number: int


@dataclass
class CashShort(Refusal):
    """There is not so much cash in the box on that day."""

    day: date
    cash: Kip
    wanted: Kip
    kept: Kip = 0


@dataclass
class DayOutsideBooks(Refusal):
    """The day lies before the books began, or in a year that is closed, or too far ahead."""

    day: date
    first: date
    last: date


@dataclass
class AmountOutOfRange(Refusal):
    """An amount that no act of the group can have: zero, below zero, or beyond all measure."""

    given: Kip
    most: Kip


@dataclass
class NameMissing(Refusal):
    """A name, number or reason that must be given was left empty; `what` says which."""

    what: str


@dataclass
class MemberUnknown(Refusal):
    """The register has no member of that number."""

    member: MemberId


@dataclass
class MemberNotActive(Refusal):
    """She is on leave, has left or has died, and cannot do this."""

    member: str
    status: Status
