"""The network's tables as a spreadsheet: the tables, every group's exact figures, the remarks.

Every text is written as text: what a group calls itself is never run as a formula.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ledger.rules.network import AMOUNTS, Figure, NetworkSheet
from ledger.statements.network_tables import NetworkReport
from reports.network_grid import GridCell, grid_of
from reports.network_remarks import Remarks
from reports.writing import write_whole
from translations.network_words import figure_name
from translations.words import Words

_STRONG = Font(bold=True)
_WRAP = Alignment(wrap_text=True, vertical="top")
_WHOLE, _TENTHS, _PERCENT = "#,##0", "0.0%", "0%"


def write_network_xlsx(
    report: NetworkReport,
    sheets: Iterable[NetworkSheet],
    remarks: Remarks,
    words: Words,
    out: Path,
) -> None:
    """Write the spreadsheet, whole or not at all. Raises PaperNotWritten."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _tables(book.create_sheet(words.say("Tables")), report, words)
    _groups(book.create_sheet(words.say("Groups")), sheets, words)
    _remarks(book.create_sheet(words.say("Remarks")), remarks, words)
    raw = BytesIO()
    book.save(raw)
    write_whole(out, raw.getvalue())


def _put(page: Worksheet, row: int, column: int, value: str | int, *, strong: bool = False) -> None:
    cell = page.cell(row=row, column=column)
    cell.value = value
    if isinstance(value, str):
        # Without this, "=1+1" and "#N/A" would be a formula and an error.
        cell.data_type = "s"
    else:
        cell.number_format = _WHOLE
    if strong:
        cell.font = _STRONG


def _put_line(
    page: Worksheet, row: int, values: Sequence[str | int], *, strong: bool = False
) -> None:
    for column, value in enumerate(values, start=1):
        _put(page, row, column, value, strong=strong)


def _put_grid_cell(page: Worksheet, row: int, column: int, cell: GridCell, *, strong: bool) -> None:
    if cell.tenths is None:
        value = cell.text if cell.number is None else cell.number
        _put(page, row, column, value, strong=strong)
        return
    put = page.cell(row=row, column=column)
    put.value = cell.tenths / 1000
    put.number_format = _PERCENT if not cell.tenths % 10 and "." not in cell.text else _TENTHS
    if strong:
        put.font = _STRONG


def _tables(page: Worksheet, report: NetworkReport, words: Words) -> None:
    title = words.say("The savings groups' network {year}", year=words.year(report.year))
    _put(page, 1, 1, title, strong=True)
    row = 3
    for table in report.tables:
        grid = grid_of(table, words)
        _put(page, row, 1, grid.title, strong=True)
        _put_line(page, row + 1, grid.heads, strong=True)
        for column in range(1, len(grid.heads) + 1):
            page.cell(row=row + 1, column=column).alignment = _WRAP
        row += 2
        for line in grid.rows:
            for column, cell in enumerate(line.cells, start=1):
                _put_grid_cell(page, row, column, cell, strong=line.strong)
            row += 1
        row += 1
    _widths(page, (30, *([18] * 8)))


def _groups(page: Worksheet, sheets: Iterable[NetworkSheet], words: Words) -> None:
    """Every sheet that was counted, in exact kip."""
    heads = [words.say("Group"), *_place_heads(words), words.say("Date")]
    names = [
        f"{figure_name(words, f.value)} ({words.unit})"
        if f in AMOUNTS
        else figure_name(words, f.value)
        for f in Figure
    ]
    _put_line(page, 1, [*heads, *names], strong=True)
    for row, sheet in enumerate(sheets, start=2):
        sender = sheet.sender
        where = (sender.name, sender.province, sender.district, sender.zone, sender.village)
        figures = [sheet[figure] for figure in Figure]
        _put_line(page, row, [*where, sheet.day.isoformat(), *figures])
    page.freeze_panes = "B2"
    _widths(page, (34, *([16] * (5 + len(Figure)))))


def _place_heads(words: Words) -> tuple[str, str, str, str]:
    return (
        words.say("Province"),
        words.say("District"),
        words.say("Zone"),
        words.say("Village"),
    )


def _remarks(page: Worksheet, remarks: Remarks, words: Words) -> None:
    row = 1
    for note in remarks.notes:
        _put(page, row, 1, note)
        row += 1
    for title, files in (
        (words.say("Counted, but something in it cannot be true"), remarks.doubtful),
        (words.say("Left out"), remarks.aside),
    ):
        if files:
            _put(page, row + 1, 1, title, strong=True)
            row += 2
        for file, why in files:
            _put_line(page, row, (file, why))
            row += 1
    _widths(page, (44, 100))


def _widths(page: Worksheet, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
