"""The rows of a group's own list as members, each cell that cannot be read named by its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId, Sex
from translations import Words
from translations.reading import Unreadable, normalise, read_day, read_kip
from translations.unreadable import sentence
from ui.bringing.columns import Guess
from ui.bringing.fields import Field
from ui.bringing.meaning import says_yes, sex_of
from ui.bringing.refusals import ColumnsMissing
from ui.bringing.tables import Line, Table

T = TypeVar("T")
DASHES = frozenset({"-", "–", "—"})
"""How many a table writes "nothing"."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One cell that cannot be taken: its place as a spreadsheet names it ("C7"), and why."""

    cell: str
    found: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Person:
    """One row that was read: the member, and what she has saved so far (kip)."""

    line: int
    member: Member
    savings: Kip = 0
    voluntary: Kip = 0


@dataclass(frozen=True, slots=True)
class People:
    """All rows: those that can be taken, and what is wrong with the others."""

    persons: tuple[Person, ...]
    problems: tuple[CellProblem, ...]


def cell_name(column: int, line: int) -> str:
    """The name of a cell in a spreadsheet: column 2 (from 0) of row 7 is "C7"."""
    letters = ""
    left = column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{line}"


def read_people(
    table: Table, guess: Guess, words: Words, *, begin: date, next_number: int = 1
) -> People:
    """Read every row below the headings. Who has no number gets the next ones from `next_number`.

    `begin` is the day on which those have joined of whom no day is given. Raises ColumnsMissing
    where no column is a name.
    """
    if Field.NAME not in guess.fields.values():
        raise ColumnsMissing(columns=(Field.NAME,))
    reader = _Reader(guess.fields, words, begin, next_number)
    persons = [
        person
        for line in guess.body(table)
        if not _is_sum(line, guess)
        for person in [reader.person(line)]
        if person is not None
    ]
    return People(tuple(persons), tuple(reader.problems))


_TYPED = (
    Field.SEX,
    Field.HOUSEHOLD,
    Field.UNIT,
    Field.PHONE,
    Field.JOINED,
    Field.PROMISE,
    Field.SHARES,
    Field.WELFARE,
)


def typed_rows(table: Table, guess: Guess) -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """The rows as they would have been typed when a group begins: her facts, and both savings.

    Nothing is read yet: the table in which they are typed says what is wrong, cell by cell.
    Raises ColumnsMissing where no column is a name.
    """
    columns = {field: column for column, field in guess.fields.items()}
    if Field.NAME not in columns:
        raise ColumnsMissing(columns=(Field.NAME,))

    def cell(line: Line, field: Field) -> str:
        text = normalise(line.cell(columns[field])).strip() if field in columns else ""
        return "" if text in DASHES else text

    return tuple(
        (
            (
                cell(line, Field.NUMBER),
                f"{cell(line, Field.NAME)} {cell(line, Field.SURNAME)}".strip(),
                *(cell(line, field) for field in _TYPED),
            ),
            cell(line, Field.SAVINGS),
            cell(line, Field.VOLUNTARY),
        )
        for line in guess.body(table)
        if not _is_sum(line, guess)
    )


def _is_sum(line: Line, guess: Guess) -> bool:
    """Whether the row is the sum below the list, or has neither a number nor a name."""
    who = {Field.NUMBER, Field.NAME, Field.SURNAME}
    texts = [normalise(line.cell(c)).strip() for c, field in guess.fields.items() if field in who]
    filled = [text for text in texts if text]
    return not filled or (len(filled) == 1 and filled[0].casefold() in _SUMS)


_SUMS = frozenset({"ລວມ", "ລວມທັງໝົດ", "ລວມຍອດ", "รวม", "รวมทั้งหมด", "total", "sum"})


class _Reader:
    """Reads cell by cell and notes what cannot be read."""

    def __init__(
        self, fields: Mapping[int, Field], words: Words, begin: date, next_number: int
    ) -> None:
        self.problems: list[CellProblem] = []
        self._columns = {field: column for column, field in fields.items()}
        self._words = words
        self._begin = begin
        self._next = next_number

    def person(self, line: Line) -> Person | None:
        """The row as a member; nothing where a cell of it cannot be read."""
        before = len(self.problems)
        number = self._text(line, Field.NUMBER)
        if not number:
            number, self._next = f"{self._next:03d}", self._next + 1
        joined = self._read(line, Field.JOINED, read_day, self._begin)
        member = Member(
            id=MemberId(0),
            number=number,
            name=self._name(line),
            joined=joined,
            title=self._text(line, Field.TITLE),
            sex=self._read(line, Field.SEX, sex_of, Sex.UNSAID),
            household=self._text(line, Field.HOUSEHOLD),
            village_unit=self._text(line, Field.UNIT),
            phone=self._text(line, Field.PHONE),
            welfare_since=joined if says_yes(self._text(line, Field.WELFARE)) else None,
            promise=self._read(line, Field.PROMISE, self._kip, 0),
            shares=self._read(line, Field.SHARES, self._whole, 0),
        )
        person = Person(
            line.number,
            member,
            savings=self._read(line, Field.SAVINGS, self._kip, 0),
            voluntary=self._read(line, Field.VOLUNTARY, self._kip, 0),
        )
        return person if len(self.problems) == before else None

    def _text(self, line: Line, field: Field) -> str:
        column = self._columns.get(field)
        return "" if column is None else normalise(line.cell(column)).strip()

    def _name(self, line: Line) -> str:
        name = f"{self._text(line, Field.NAME)} {self._text(line, Field.SURNAME)}".strip()
        if not name:
            self._note(line, Field.NAME, self._words.say("A name is needed here."))
        return name

    def _read(self, line: Line, field: Field, read: Callable[[str], T | None], empty: T) -> T:
        text = self._text(line, field)
        if not text:
            return empty
        try:
            value = read(text)
        except Unreadable as trouble:
            self._note(line, field, sentence(self._words, trouble))
            return empty
        if value is None:
            self._note(line, field, self._words.say("“{text}” cannot be understood.", text=text))
            return empty
        return value

    def _kip(self, text: str) -> Kip | None:
        if text in DASHES:
            return 0
        kip = read_kip(text, self._words.money_format)
        return kip if kip >= 0 else None

    def _whole(self, text: str) -> int | None:
        number = read_kip(text)
        return number if 0 <= number < 10_000 else None

    def _note(self, line: Line, field: Field, said: str) -> None:
        column = self._columns[field]
        place = cell_name(column, line.number)
        self.problems.append(CellProblem(place, line.cell(column), said))
