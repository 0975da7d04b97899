"""Every way in which a command says no before any rule is asked: what was typed, or a file."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.refusals import Refusal


@dataclass
class FileUnusable(Refusal):
    """The file cannot be read as a table at all; `why` is one of a few plain words."""

    name: str
    why: str


@dataclass
class CellUnreadable(Refusal):
    """One cell has something that cannot be understood (the first row below the heads is 2)."""

    row: int
    column: str
    found: str


@dataclass
class DaysOutOfOrder(Refusal):
    """A row's day lies before the day of the row above it."""

    row: int
    day: date


@dataclass
class FileRowRefused(Refusal):
    """The rules refuse one row of the file; the days before it are in the book, this one is not."""

    row: int
    why: Refusal


@dataclass
class OptionUnreadable(Refusal):
    """What was written behind an option cannot be understood."""

    option: str
    found: str


@dataclass
class NobodyOfThatName(Refusal):
    """No officer has that name, or no member that number."""

    found: str


@dataclass
class NoSuchFigures(Refusal):
    """There are no figures of that name; `known` are those there are."""

    found: str
    known: tuple[str, ...]


@dataclass
class NoSuchAct(Refusal):
    """There is no act of that name; `known` are those there are."""

    found: str
    known: tuple[str, ...]


@dataclass
class FactUnknown(Refusal):
    """The act takes no fact of that name; `known` are those it takes."""

    found: str
    known: tuple[str, ...]


@dataclass
class FactMissing(Refusal):
    """The act needs this fact, and it was not given."""

    fact: str


@dataclass
class NoSuchPaper(Refusal):
    """There is no paper of that code; `known` are those there are."""

    found: str
    known: tuple[str, ...]


@dataclass
class AnswerMissing(Refusal):
    """The paper asks something to which no option gives an answer."""

    option: str


@dataclass
class PinsDiffer(Refusal):
    """The new PIN was typed in two ways."""
