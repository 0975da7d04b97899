"""Times the print shop: passbooks beside a bare canvas, kept and drawn."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ledger.statements.passbook import Passbook
from reports.passbooks import print_passbooks
from tests.benchmarks import floors
from tests.benchmarks.timing import Measured, side_by_side
from translations import MoneyFormat, open_words

ON_A_BARE_PAGE = 25
"""Lines on a page of the bare canvas."""
_WORDS = open_words("lo", MoneyFormat())


def all_beside_bare(books: Sequence[Passbook], folder: Path) -> Measured:
    """Covers, rules and every mark in its place, against the same lines unshaped."""
    return side_by_side(
        lambda: print_passbooks(books, _WORDS, folder / "ours.pdf"),
        lambda: floors.passbooks(books, folder / "bare.pdf", ON_A_BARE_PAGE),
        runs=2,
    )


def pages_beside_bare(books: Sequence[Passbook], folder: Path) -> Measured:
    """The same for one page each (ours are covers, rules and fewer lines as well)."""
    measured = all_beside_bare(books, folder)
    ours = print_passbooks(books, _WORDS, folder / "ours.pdf")
    bare = floors.passbooks(books, folder / "bare.pdf", ON_A_BARE_PAGE)
    mine, floor = measured.ours / ours, measured.floor / bare
    return Measured(mine, floor, measured.ratio * bare / ours)


def after_a_meeting(books: Sequence[Passbook], folder: Path) -> Measured:
    """One member in ten has paid since last time, against all of them drawn anew."""
    kept, before = folder / "kept", folder / "before"
    some = [replace(b, lines=b.lines[:-1]) if n % 10 == 0 else b for n, b in enumerate(books)]
    print_passbooks(some, _WORDS, folder / "ours.pdf", keep_in=before)

    def prepare() -> None:
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(before, kept)

    return side_by_side(
        lambda: print_passbooks(books, _WORDS, folder / "ours.pdf", keep_in=kept),
        lambda: print_passbooks(books, _WORDS, folder / "drawn.pdf"),
        runs=3,
        prepare=prepare,
    )
