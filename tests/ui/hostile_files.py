"""Files made to harm, each with what its reader must make of it; read in a process of their own."""

import io
import json
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from ledger.book.snapshot import read_copy
from ledger.book.trouble import BookTrouble
from ledger.rules.refusals import Refusal
from ledger.statements.network_file import read_file
from ui.bringing.tables import read_tables
from ui.commands.books import read_rules
from ui.commands.day_file import read_days

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_CELL = "<c r='A1' t='inlineStr'><is><t>{}</t></is></c>"


def table(file: Path) -> object:
    return [line.cells for one in read_tables(file) for line in one.lines]


def days(file: Path) -> object:
    return [(str(day), len(rows)) for day, rows in read_days(file)]


def sheet(file: Path) -> object:
    return read_file(file.read_bytes()).code


def rules(file: Path) -> object:
    return read_rules(str(file)).resolution


def copy(file: Path) -> object:
    with closing(read_copy(file).raw):
        return "read"


READERS: dict[str, Callable[[Path], object]] = {
    one.__name__: one for one in (table, days, sheet, rules, copy)
}


def made_of(reader: Callable[[Path], object], file: Path) -> object:
    """What the reader hands back, or its refusal's name; whatever else it raises, as "!"."""
    try:
        return reader(file)
    except (Refusal, BookTrouble) as no:
        return " ".join([type(no).__name__, str(getattr(no, "why", ""))]).strip()
    except Exception as escaped:
        return f"! {escaped!r:.80}"


def packed(parts: dict[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return raw.getvalue()


def rows(xml: str, head: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f"{head}<worksheet xmlns='{space}'><sheetData>{xml}</sheetData></worksheet>".encode()


def cell(text: str, head: str = "") -> bytes:
    return rows(f"<row r='1'>{_CELL.format(text)}</row>", head)


def noise(piece: str, size: int) -> str:
    """A piece again and again, with so much chance in between that it cannot be packed small."""
    chance = Random(15)
    block = piece * (2_000 // len(piece))
    return "".join(f"{block}<!--{chance.randbytes(30).hex()}-->" for _ in range(size // 2_000))


def memory() -> int:
    """Bytes that this process held at the most; 0 where the system does not tell.

    What `resource` tells of a process counts what its parent held when it began, as well.
    """
    try:
        told = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    most = (line.split()[1] for line in told.splitlines() if line.startswith("VmHWM:"))
    return int(next(most, "0")) * 1024


if __name__ == "__main__":
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        name, reader = json.loads(line)
        began = time.monotonic()
        made = made_of(READERS[reader], Path(name))
        sys.stdout.write(json.dumps([made, time.monotonic() - began]) + "\n")
    sys.stdout.write(f"{memory()}\n")
