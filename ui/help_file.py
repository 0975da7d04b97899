"""The help file: one zip for whoever helps, with the log, the versions and what the check found.

No name, no amount, no PIN and no page of the book is in it; the group may hand it to anybody.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from ledger.book.book import Book
from ledger.book.files import write_whole
from ui.logbook import Logbook, about_machine, kind_of

NAME = "thon-ngoen-help.zip"


def make_help_file(folder: Path, log: Logbook, book: Book | None) -> Path:
    """Write it into a folder, over an older one; its place. Raises OSError."""
    file = folder / NAME
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in log.files():
            packed.writestr(part.name, part.read_bytes())
        packed.writestr("versions.txt", "\n".join(about_machine()))
        packed.writestr("check.txt", "\n".join(_checked(book)))
    write_whole(file, content.getvalue())
    return file


def _checked(book: Book | None) -> list[str]:
    """What the check of the book finds: kinds and numbers of findings, and how long the book is."""
    if book is None:
        return ["no book"]
    try:
        paper, found = book.paper_code(), book.check()
    except Exception as trouble:  # whatever it is, the helper hears of its kind
        return [f"check failed: {kind_of(trouble)}"]
    lengths = f"mark {book.mark} acts {paper.act} entries {paper.entry} lines {paper.lines}"
    return [lengths, *(finding.fault.value for finding in found)]
