"""Tonight's collection sheet with the sums of its pages, and what was paid against it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.rules.as_printed import Exceptional, by_row, paid_in
from ledger.rules.collection import PAGE_ROWS, CollectionSheet, PrintedRow
from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Column
from ledger.rules.people import Member, Officer
from ledger.rules.rulebook import Group, Rulebook
from ledger.statements.meeting_sheet import MeetingSheet


@dataclass(frozen=True, slots=True)
class PageSums:
    """The sums of one page, column by column, in kip: `due` as printed, `paid` as it was.

    `first` and `last` are its rows; `absent` is how many of them stayed away.
    """

    page: int
    first: int
    last: int
    due: tuple[Kip, ...]
    paid: tuple[Kip, ...]
    absent: int = 0

    @property
    def due_in_all(self) -> Kip:
        """All that is due on the page, in kip."""
        return sum(self.due)

    @property
    def paid_in_all(self) -> Kip:
        """All that was paid on the page, in kip."""
        return sum(self.paid)


@dataclass(frozen=True, slots=True)
class CollectionPaper:
    """The sheet as it is printed; `cash` is what the box should hold before the meeting (kip)."""

    group: Group
    sheet: CollectionSheet
    cash: Kip
    officers: tuple[Officer, ...]
    printed: date


def columns_of(rulebook: Rulebook, typed: Iterable[Column] = ()) -> tuple[Column, ...]:
    """The columns that the group uses: no welfare fund, no voluntary savings, no column.

    A column in which something was `typed` all the same stays.
    """
    kept = {
        Column.WELFARE: rulebook.welfare.fund is not None,
        Column.VOLUNTARY: rulebook.voluntary.kept,
    }
    there = set(typed)
    return tuple(c for c in Column if kept.get(c, True) or c in there)


def collection_of(grid: MeetingSheet, columns: Sequence[Column], *, number: int) -> CollectionSheet:
    """The sheet of everybody at the table, in the order of their numbers, with what is due (kip).

    What is due is what the grid shows: the two can never differ.
    """
    rows = sorted(grid.rows, key=lambda row: number_key(row.member))
    return CollectionSheet(
        number=number,
        day=grid.sheet.day,
        columns=tuple(columns),
        rows=tuple(
            PrintedRow(
                member=row.member.id,
                number=row.member.number,
                name=f"{row.member.title} {row.member.name}".strip(),
                due=tuple(row.due.of(column) for column in columns),
            )
            for row in rows
        ),
    )


def number_key(member: Member) -> tuple[int, int, str]:
    """The order of members by number: 9 before 10, and figures before letters."""
    text = member.number.strip()
    plain = text.isascii() and text.isdigit()
    return (0, int(text), text) if plain else (1, 0, text)


def page_sums(
    sheet: CollectionSheet, exceptions: Sequence[Exceptional] = ()
) -> tuple[PageSums, ...]:
    """Each page with what is due on it and what was paid, in kip.

    Raises what `ledger.rules.as_printed.by_row` does.
    """
    buts = by_row(sheet, exceptions)
    return tuple(
        _page(sheet, number, len(rows), buts) for number, rows in enumerate(sheet.pages, start=1)
    )


def _page(
    sheet: CollectionSheet, number: int, count: int, buts: Mapping[int, Exceptional]
) -> PageSums:
    first = (number - 1) * PAGE_ROWS + 1
    places = range(first, first + count)
    paid = [paid_in(sheet, place, buts.get(place)) for place in places]
    due = [sheet.rows[place - 1].due for place in places]
    return PageSums(
        page=number,
        first=first,
        last=first + count - 1,
        due=added(due),
        paid=added(paid),
        absent=sum(1 for place in places if place in buts and buts[place].absent),
    )


def added(rows: Iterable[Sequence[Kip]]) -> tuple[Kip, ...]:
    """The sums of columns, in kip."""
    return tuple(sum(column) for column in zip(*rows, strict=True))
