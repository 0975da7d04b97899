"""Every way in which a file that comes in is refused before a rule is asked."""

from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.refusals import Refusal
from ui.bringing.fields import Field


class Unfit(StrEnum):
    """Why a file is not taken at all."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    OLD_KIND = "old_kind"
    MACROS = "macros"
    NOT_UTF8 = "not_utf8"
    NOT_A_TABLE = "not_a_table"
    DAMAGED = "damaged"
    EMPTY = "empty"


@dataclass
class FileRefused(Refusal):
    """The file is not read: it is not what it should be, or larger than a group's can be."""

    name: str
    why: Unfit


@dataclass
class FormulaFound(Refusal):
    """A cell holds a formula and not a value; what it comes to may be old, or come from outside."""

    sheet: str
    cell: str


@dataclass
class ColumnsMissing(Refusal):
    """These columns are needed and none of the file's is one of them."""

    columns: tuple[Field, ...]


@dataclass
class SheetUnknown(Refusal):
    """The file has no sheet of that name; `known` are those it has."""

    found: str
    known: tuple[str, ...]


@dataclass
class SavingsTooLate(Refusal):
    """What has been saved so far is brought in when the books begin, and they have begun."""


@dataclass
class CellsRefused(Refusal):
    """Some cells cannot be taken as they are: how many, and the first; nothing is written."""

    number: int
    cell: str
    found: str
    said: str
