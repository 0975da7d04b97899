"""All the passbooks of a group in one file: what has not changed is kept, the rest is drawn anew.

The file is the same, to the byte, whether its pages were kept or drawn.

One process draws them all. A second one was tried and taken out: it takes as long to start as two
thousand pages take to draw, and covers and file are the first one's all the same, so that a group
of a hundred and sixty members waited longer, and one of five thousand as long as before.
"""

from collections.abc import Sequence
from pathlib import Path

from ledger.rules.booklets import A5_BOOKLET, BookletSize
from ledger.statements.passbook import Passbook
from reports.kept_parts import KeptParts
from reports.page import Cancelled, Progress
from reports.passbook import PassbookPrinter
from reports.passbook_parts import Part, key_of
from translations.words import Words


def print_passbooks(
    passbooks: Sequence[Passbook],
    words: Words,
    out: Path,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    keep_in: Path | None = None,
    size: BookletSize = A5_BOOKLET,
    folded: bool = False,
) -> int:
    """Print passbooks into one PDF file, `folded` two pages on a sheet; returns its pages.

    Pages drawn before are taken from the folder `keep_in`, and all are kept there for next time.
    Zero: `cancelled` said so, and nothing was written. Raises PrinterTrouble.
    """
    printer = PassbookPrinter(words, size, folded=folded, common=len(passbooks) > 1)
    kept = KeptParts(keep_in, words) if keep_in is not None else None
    keys = [key_of(one, printer.kept_by(one)) for one in passbooks] if kept else []
    parts: dict[int, Part] = {}
    if kept is not None:
        parts = {n: part for n, key in enumerate(keys) if (part := kept.take(key)) is not None}
    missing = [(n, one) for n, one in enumerate(passbooks) if n not in parts]
    for n, passbook in missing:
        if cancelled is not None and cancelled():
            return 0
        parts[n] = printer.part(passbook)
        if progress is not None:
            progress(len(parts), len(passbooks))
    for n, passbook in enumerate(passbooks):
        printer.add(passbook, parts[n])
    if cancelled is not None and cancelled():
        return 0
    printer.paper.save(out)
    if kept is not None and missing:
        kept.keep({key: parts[n] for n, key in enumerate(keys)})
    return printer.paper.pages
