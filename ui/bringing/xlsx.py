"""Spreadsheets (.xlsx) as plain texts: no formula is worked out, no macro run, no link followed.

What a file says of its own size is not believed: the parts of the archive are weighed before they
are unpacked, and the rows are counted while they are read. XML is read through defusedxml, which
refuses entities that call for files or grow without end.
"""

import time
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from ui.bringing.refusals import FileRefused, FormulaFound, Unfit

PARTS_MAX = 500
UNPACKED_MAX = 30_000_000
TAGS_MAX = 1_000_000
"""A cell has four; more of them than this take minutes before the first row can be counted."""

GROWTH_MAX = 200
"""A part that is unpacked to so many times its size is a bomb and no table."""

SECONDS_MAX = 20
SHEETS_MAX = 40
_SMALL = 1_000_000
_LOOK_EACH = 256
_BROKEN = (
    zipfile.BadZipFile,
    InvalidFileException,
    DefusedXmlException,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    zlib.error,
)
"""All that the libraries raise on files that are damaged, locked by a password, or made to harm."""


def read_xlsx(name: str, content: bytes) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Each sheet's name and its rows as texts, read as they are asked for.

    Raises FileRefused, and FormulaFound where a cell holds a formula.
    """
    try:
        _weigh(name, content)
        book = load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheets = book.worksheets[:SHEETS_MAX]
    except _BROKEN:
        raise FileRefused(name=name, why=Unfit.DAMAGED) from None
    until = time.monotonic() + SECONDS_MAX
    for sheet in sheets:
        # What the sheet says of its own size may be wrong: the rows are read to their end.
        sheet.reset_dimensions()
        yield sheet.title, _rows(name, sheet, until)


def _weigh(name: str, content: bytes) -> None:
    archive = zipfile.ZipFile(BytesIO(content))
    parts = archive.infolist()
    whole = sum(part.file_size for part in parts)
    if len(parts) > PARTS_MAX or whole > UNPACKED_MAX:
        raise FileRefused(name=name, why=Unfit.TOO_LARGE)
    for part in parts:
        if "vbaproject" in part.filename.lower():
            raise FileRefused(name=name, why=Unfit.MACROS)
        if part.file_size > max(_SMALL, part.compress_size * GROWTH_MAX):
            raise FileRefused(name=name, why=Unfit.TOO_LARGE)
    if sum(archive.read(part).count(b"<") for part in parts) > TAGS_MAX:
        raise FileRefused(name=name, why=Unfit.TOO_LARGE)


def _rows(name: str, sheet: Any, until: float) -> Iterator[list[str]]:
    try:
        for number, row in enumerate(sheet.iter_rows(), start=1):
            if number % _LOOK_EACH == 0 and time.monotonic() > until:
                raise FileRefused(name=name, why=Unfit.TOO_SLOW)
            texts = [_text(sheet.title, cell) for cell in row]
            while texts and not texts[-1]:
                texts.pop()
            yield texts
    except _BROKEN:
        raise FileRefused(name=name, why=Unfit.DAMAGED) from None


def _text(sheet: str, cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f" or (isinstance(value, str) and value.startswith("=")):
        raise FormulaFound(sheet=sheet, cell=cell.coordinate)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
