"""The network's report on A4: the founding report's tables, and everything that must be said."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ledger.rules.rulebook import Group
from ledger.statements.network_tables import NetworkReport
from reports.flow import Flow
from reports.network_grid import Grid, GridCell, grid_of
from reports.network_remarks import Remarks
from reports.shell import Said, Shell
from reports.style import MM, thin
from reports.tables import Cell, Column, Row, Table, amount_cell, name_cell, words_cell
from translations.words import Words


def print_network(
    report: NetworkReport, remarks: Remarks, words: Words, out: Path, *, printed: date
) -> int:
    """Print the tables into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    title = words.say("The savings groups' network {year}", year=words.year(report.year))
    groups = words.say_many("{n} savings group", "{n} savings groups", report.groups)
    shell = Shell(words, Said(Group(name=""), title, printed))
    shell.head(groups)
    flow = shell.flow
    for table in report.tables:
        _draw_grid(flow, grid_of(table, words))
    _draw_notes(flow, remarks.notes)
    _draw_files(flow, words.say("Counted, but something in it cannot be true"), remarks.doubtful)
    _draw_files(flow, words.say("Left out"), remarks.aside)
    return shell.save(out)


def _draw_grid(flow: Flow, grid: Grid) -> None:
    flow.heading(grid.title, below=30 * MM)
    first = 44 * MM
    width = (flow.width - first) / (len(grid.heads) - 1)
    columns = [Column(grid.heads[0], first)]
    columns += [Column(head, width, amounts=True) for head in grid.heads[1:]]
    rows = [Row(tuple(map(_cell, row.cells)), strong=row.strong) for row in grid.rows]
    Table(flow, columns).draw(rows)


def _cell(cell: GridCell) -> Cell:
    if cell.number is None and cell.tenths is None:
        return name_cell(cell.text)
    return amount_cell(cell.text)


def _draw_notes(flow: Flow, notes: Sequence[str]) -> None:
    if not notes:
        return
    flow.heading(flow.paper.words.say("What does not add up"), below=15 * MM)
    for note in notes:
        flow.text(f"– {note}", thin(10))


def _draw_files(flow: Flow, title: str, files: Sequence[tuple[str, str]]) -> None:
    if not files:
        return
    words = flow.paper.words
    flow.heading(title)
    name = 60 * MM
    columns = (Column(words.say("File"), name), Column(words.say("Why"), flow.width - name))
    Table(flow, columns).draw([Row((name_cell(file), words_cell(why))) for file, why in files])
