"""Lists as one spreadsheet (.xlsx): a sheet for each, amounts as numbers, every text as a text.

What people typed is never run as a formula, whatever it begins with.
"""

from collections.abc import Iterable
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.lists import Field, Listing, Value
from reports.writing import not_written, write_whole
from translations.words import Words

_STRONG = Font(bold=True)
_WIDE = 60
_NAME_MAX = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def write_workbook(sheets: Iterable[tuple[str, Listing]], words: Words, out: Path) -> None:
    """Write lists under their names into one spreadsheet, whole or not at all.

    Raises PaperNotWritten.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, listing in sheets:
        _fill(book.create_sheet(name.translate(_NOT_IN_NAMES)[:_NAME_MAX]), listing, words)
    raw = BytesIO()
    try:
        # Each sheet goes through a file in the folder that the system has for such files.
        book.save(raw)
    except OSError as trouble:
        raise not_written(out, trouble) from trouble
    write_whole(out, raw.getvalue())


def _fill(page: Worksheet, listing: Listing, words: Words) -> None:
    widths = [len(field.head) for field in listing.fields]
    for column, field in enumerate(listing.fields, start=1):
        _put(page.cell(row=1, column=column), field.head, None, words)
        page.cell(row=1, column=column).font = _STRONG
    for number, row in enumerate(listing.rows, start=2):
        for column, (field, value) in enumerate(zip(listing.fields, row, strict=True), start=1):
            _put(page.cell(row=number, column=column), value, field, words)
            widths[column - 1] = max(widths[column - 1], len(str(value)) + 3)
    for column, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = min(width + 2, _WIDE)
    page.freeze_panes = "A2"


def _put(cell: Any, value: Value, field: Field | None, words: Words) -> None:
    if value is None:
        return
    if isinstance(value, str):
        cell.value = value
        # Without this, "=1+1" and "#N/A" would be a formula and an error.
        cell.data_type = "s"
        return
    decimals = words.money_format.decimals if field is not None and field.money else 0
    cell.value = Decimal(value).scaleb(-decimals) if decimals else value
    if field is not None and field.money:
        cell.number_format = "#,##0." + "0" * decimals if decimals else "#,##0"
