"""The remarks beside the network's tables, and the tables themselves, as rows of the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor

from ledger.statements.network_pile import Pile
from ledger.statements.network_tables import NetworkReport
from reports.network_grid import Grid, GridRow
from reports.network_remarks import Remarks
from translations import Words
from translations.breaks import pieces
from ui.look import COLOURS
from ui.messages import sentence
from ui.messages.network_remarks import remarks_of
from ui.models.rows import Column

_SHORT = 9
"""A head of so many letters stands in one line."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """One remark: what it is about (the tables, or a file), and what is the matter."""

    kind: str
    name: str
    why: str


def file_rows(report: NetworkReport | None, pile: Pile, words: Words) -> tuple[FileRow, ...]:
    """The remarks of the tables first, then the files with a doubt, then those left out."""
    if report is None:
        remarks = Remarks(aside=tuple((o.name, sentence(words, o.why)) for o in pile.aside))
    else:
        remarks = remarks_of(report, pile, words)
    doubt, out = words.say("Counted with a doubt"), words.say("Left out")
    return (
        *(FileRow(words.say("The tables"), "", note) for note in remarks.notes),
        *(FileRow(doubt, name, why) for name, why in remarks.doubtful),
        *(FileRow(out, name, why) for name, why in remarks.aside),
    )


def file_columns(words: Words) -> Sequence[Column[FileRow]]:
    """The columns of the remarks."""
    return (
        Column(words.say("What"), lambda row: row.kind),
        Column(words.say("File"), lambda row: row.name),
        Column(words.say("Why"), lambda row: row.why),
    )


def grid_columns(grid: Grid) -> Sequence[Column[GridRow]]:
    """The columns of one table; the total and the shares stand out by their colour."""
    return tuple(_grid_column(head, place) for place, head in enumerate(grid.heads))


def _in_two_lines(head: str) -> str:
    """A long head in two lines of about one length, so that all columns have room beside it."""
    parts = pieces(head)
    splits = ["".join(parts[:place]) for place in range(1, len(parts))]
    if len(head) <= _SHORT or not splits:
        return head
    first = min(splits, key=lambda begun: max(len(begun), len(head) - len(begun)))
    return f"{first.rstrip()}\n{head[len(first) :].lstrip()}"


def _grid_column(head: str, place: int) -> Column[GridRow]:
    def colour(row: GridRow) -> QColor | None:
        return QColor(COLOURS["accent"]) if row.strong else None

    return Column(
        _in_two_lines(head), lambda row: row.cells[place].text, figures=place > 0, colour=colour
    )
