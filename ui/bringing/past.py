"""Past months out of a group's own table: a row for each member, a column for each month.

Each month becomes one day of the book, the group's deposit day, on which everybody with an amount
has made her deposit. A member is found by her number, else by her name.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.actions.bring_in import LineProblem
from ledger.actions.record import DayRecord
from ledger.book.book import Book
from ledger.rules.days import Month
from ledger.rules.kip import Kip
from ledger.rules.lines import Deposit
from ledger.rules.meeting_day import day_in
from ledger.rules.people import Member, MemberId
from translations import Words
from translations.reading import Unreadable, normalise, read_kip
from translations.sorting import fold
from translations.unreadable import sentence
from ui.bringing.columns import Guess
from ui.bringing.fields import Field
from ui.bringing.people import DASHES, CellProblem, cell_name
from ui.bringing.refusals import ColumnsMissing
from ui.bringing.tables import Line, Table
from ui.messages import sentence as refusal_sentence
from ui.messages.telling import Names

_NOTHING = DASHES | {"", "0"}


@dataclass(frozen=True, slots=True)
class Past:
    """The days that the table means, the cell behind each of their lines, and what is wrong."""

    records: tuple[DayRecord, ...]
    cells: tuple[tuple[str, ...], ...]
    problems: tuple[CellProblem, ...]
    kip: Kip

    @property
    def deposits(self) -> int:
        """How many deposits there are."""
        return sum(len(record.lines) for record in self.records)

    def problems_of(
        self, found: tuple[LineProblem, ...], words: Words, names: Names
    ) -> tuple[CellProblem, ...]:
        """What the rules have refused, each at its cell."""
        return tuple(
            CellProblem(
                self.cells[p.day][p.line] if self.cells[p.day] else "",
                self.records[p.day].day.isoformat(),
                refusal_sentence(words, p.why, names),
            )
            for p in found
        )


def read_past(book: Book, table: Table, guess: Guess, words: Words) -> Past:
    """Read every month of the table. Raises ColumnsMissing where nobody can be told apart."""
    if not {Field.NUMBER, Field.NAME} & set(guess.fields.values()):
        raise ColumnsMissing(columns=(Field.NUMBER, Field.NAME))
    who = _Who(book.members(), guess, words)
    people = [(line, found) for line in guess.body(table) for found in who.found(line)]
    records, cells = [], []
    kip = 0
    for column, month in sorted(guess.months.items(), key=lambda item: item[1]):
        lines, places = [], []
        for line, member in people:
            amount = who.amount(line, column)
            if amount:
                lines.append(Deposit(member, amount))
                places.append(cell_name(column, line.number))
                kip += amount
        if lines:
            records.append(DayRecord(_day(book, month), tuple(lines)))
            cells.append(tuple(places))
    return Past(tuple(records), tuple(cells), tuple(who.problems), kip)


def _day(book: Book, month: Month) -> date:
    return day_in(month, book.rulebook(month.last).deposit_day)


class _Who:
    """Finds the member of each row, and reads amounts."""

    def __init__(self, members: tuple[Member, ...], guess: Guess, words: Words) -> None:
        self.problems: list[CellProblem] = []
        self._columns: Mapping[Field, int] = {field: c for c, field in guess.fields.items()}
        self._words = words
        self._numbered = {member.number: member.id for member in members}
        self._by_number: dict[str, list[MemberId]] = {}
        self._by_name: dict[str, list[MemberId]] = {}
        for member in members:
            self._by_number.setdefault(_bare(member.number), []).append(member.id)
            self._by_name.setdefault(fold(member.name), []).append(member.id)

    def found(self, line: Line) -> Iterator[MemberId]:
        """The one member of a row; none where it is empty, or names nobody or several."""
        number, name = self._text(line, Field.NUMBER), self._name(line)
        if not number and not name:
            return
        member = self._of_number(number) if number else None
        named = self._by_name.get(fold(name), []) if name else []
        if member is None and len(named) == 1:
            member = named[0]
        if member is None:
            self._note(line, name or number, several=len(named) > 1)
        else:
            yield member

    def _of_number(self, number: str) -> MemberId | None:
        """Whose number it is; without regard to zeros before it only where that is one member's."""
        alike = self._by_number.get(_bare(number), [])
        return self._numbered.get(number) or (alike[0] if len(alike) == 1 else None)

    def amount(self, line: Line, column: int) -> Kip:
        """The amount in a cell; 0 where there is none, or where it cannot be read."""
        text = normalise(line.cell(column)).strip()
        if text in _NOTHING:
            return 0
        try:
            kip = read_kip(text, self._words.money_format)
        except Unreadable as trouble:
            said = sentence(self._words, trouble)
            self.problems.append(CellProblem(cell_name(column, line.number), text, said))
            return 0
        if kip < 0:
            said = self._words.say("“{text}” cannot be understood.", text=text)
            self.problems.append(CellProblem(cell_name(column, line.number), text, said))
        return max(kip, 0)

    def _text(self, line: Line, field: Field) -> str:
        column = self._columns.get(field)
        return "" if column is None else normalise(line.cell(column)).strip()

    def _name(self, line: Line) -> str:
        return f"{self._text(line, Field.NAME)} {self._text(line, Field.SURNAME)}".strip()

    def _note(self, line: Line, text: str, *, several: bool) -> None:
        words = self._words
        said = (
            words.say("Several members are called {text}. Give the number as well.", text=text)
            if several
            else words.say("{text} is not in the register. Bring the members in first.", text=text)
        )
        column = self._columns.get(Field.NUMBER, self._columns.get(Field.NAME, 0))
        self.problems.append(CellProblem(cell_name(column, line.number), text, said))


def _bare(number: str) -> str:
    """A number as it is counted: in Latin figures, and without the zeros before it."""
    return "".join(str(unicodedata.digit(c, c)) for c in number).lstrip("0")
