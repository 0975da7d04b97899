"""Reads who is in the group when its books begin (CSV or .xlsx): one row for each member.

Columns (the first row names them): number, name, title, sex, household, village_unit, phone,
joined, promise, shares, savings, voluntary. Only number and name must be filled in.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId, Sex
from translations import MoneyFormat, open_words
from translations.reading import Unreadable, read_day, read_kip
from ui.bringing.columns import guess
from ui.bringing.people import read_people
from ui.bringing.refusals import CellsRefused
from ui.bringing.tables import read_tables
from ui.commands.day_file import read_table
from ui.commands.refusals import CellUnreadable

Saved: TypeAlias = tuple[tuple[MemberId, Kip], ...]
COLUMNS = (
    "number",
    "name",
    "title",
    "sex",
    "household",
    "village_unit",
    "phone",
    "joined",
    "promise",
    "shares",
    "savings",
    "voluntary",
)


def read_members(
    file: Path, money: MoneyFormat, begin: date
) -> tuple[tuple[Member, ...], Saved, Saved]:
    """The members of the file, and what each has saved: compulsory savings, then voluntary.

    Raises FileUnusable, CellUnreadable; of a spreadsheet FileRefused and CellsRefused.
    """
    if file.suffix.lower() == ".xlsx":
        return _of_spreadsheet(file, money, begin)
    members, savings, voluntary = [], [], []
    for place, (row, cells) in enumerate(read_table(file, COLUMNS, needed=("number", "name"))):
        reader = Cells(row, cells, money)
        member = Member(
            id=MemberId(place + 1),
            number=reader.text("number", needed=True),
            name=reader.text("name", needed=True),
            title=reader.text("title"),
            joined=reader.day("joined", begin),
            sex=reader.sex(),
            household=reader.text("household"),
            village_unit=reader.text("village_unit"),
            phone=reader.text("phone"),
            promise=reader.kip("promise"),
            shares=reader.number("shares"),
            fee_free=True,
        )
        members.append(member)
        savings.append((member.id, reader.kip("savings")))
        voluntary.append((member.id, reader.kip("voluntary")))
    return tuple(members), tuple(savings), tuple(voluntary)


def _of_spreadsheet(
    file: Path, money: MoneyFormat, begin: date
) -> tuple[tuple[Member, ...], Saved, Saved]:
    """The first sheet of a spreadsheet; its columns are known by their headings."""
    table = read_tables(file)[0]
    found = read_people(table, guess(table), open_words("en", money), begin=begin)
    for first in found.problems[:1]:
        raise CellsRefused(
            number=len(found.problems), cell=first.cell, found=first.found, said=first.sentence
        )
    persons = [
        (replace(person.member, id=MemberId(place), fee_free=True), person)
        for place, person in enumerate(found.persons, start=1)
    ]
    return (
        tuple(member for member, _ in persons),
        tuple((member.id, person.savings) for member, person in persons),
        tuple((member.id, person.voluntary) for member, person in persons),
    )


class Cells:
    """The cells of one row, read one by one; each CellUnreadable names row and column."""

    def __init__(self, row: int, cells: dict[str, str], money: MoneyFormat) -> None:
        self._row = row
        self._cells = cells
        self._money = money

    def text(self, column: str, *, needed: bool = False) -> str:
        """What stands in a column; "" where nothing does."""
        found = self._cells.get(column, "")
        if needed and not found:
            raise CellUnreadable(row=self._row, column=column, found=found)
        return found

    def kip(self, column: str) -> Kip:
        """An amount of zero or more."""
        found = self.text(column)
        try:
            kip = read_kip(found, self._money) if found else 0
        except Unreadable:
            kip = -1
        if kip < 0:
            raise CellUnreadable(row=self._row, column=column, found=found)
        return kip

    def number(self, column: str) -> int:
        """A count of up to four figures."""
        found = self.text(column)
        if found and not (found.isascii() and found.isdigit() and len(found) < 5):
            raise CellUnreadable(row=self._row, column=column, found=found)
        return int(found or 0)

    def day(self, column: str, default: date) -> date:
        """A day, or the default where none is written."""
        found = self.text(column)
        try:
            return read_day(found) if found else default
        except Unreadable:
            raise CellUnreadable(row=self._row, column=column, found=found) from None

    def sex(self) -> Sex:
        """Woman or man, or not said."""
        found = self.text("sex").lower()
        if found and found not in set(Sex):
            raise CellUnreadable(row=self._row, column="sex", found=found)
        return Sex(found) if found else Sex.UNSAID
