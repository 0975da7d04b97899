"""Receipts and vouchers on paper, each in two halves to be cut apart: the group's and the other's.

A half is as large as the sheet allows, and its letters get smaller where much stands on it: those
of all papers of a run, as far as they stay easy to read. What still does not fit has smaller ones
or goes on a larger sheet: nothing is left out.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from ledger.statements.slips import Slip
from reports.page import Cancelled, Paper, Progress
from reports.slip_half import Box, Half
from reports.slip_sheets import EVER_SMALLER, ONE_ON_A4, Sheet, cuts
from reports.slip_words import TITLES, copies_of, number_text
from reports.style import A4, A5_WIDE, HAIR
from translations.words import Words

Placed: TypeAlias = Callable[[Slip, int], None]
"""Hears of a half that was drawn, and on which page (from 0)."""


class SlipSize(StrEnum):
    """On which sheets: one paper on A4, one on A5, or two on A4."""

    A4 = "a4"
    A5 = "a5"
    TWO = "two"


_WHOLE = Sheet(A4, 1, 1, EVER_SMALLER)
_SHEETS: dict[SlipSize, tuple[Sheet, ...]] = {
    SlipSize.A4: (ONE_ON_A4, _WHOLE),
    SlipSize.A5: (Sheet(A5_WIDE, 2, 1), ONE_ON_A4, _WHOLE),
    SlipSize.TWO: (Sheet(A4, 2, 2), ONE_ON_A4, _WHOLE),
}
"""The sheets that are tried one after the other until a paper fits."""
_EASY = 0.9
"""No paper makes the letters of the others smaller than this part of the usual size."""
_FULLEST = 24
"""So many papers are tried to find the size of all: laying out each one twice takes too long."""


def print_slips(
    slips: Sequence[Slip],
    size: SlipSize,
    words: Words,
    out: Path,
    *,
    progress: Progress,
    cancelled: Cancelled,
    placed: Placed = lambda _, __: None,
) -> int:
    """Print these papers into one file; the number of pages, zero where it was cancelled.

    `placed` is told on which page (from 0) each half of each paper stands. Raises PrinterTrouble;
    then the file that was there before is untouched.
    """
    paper = Paper(words, size=_SHEETS[size][0].size, title=_title(words, slips))
    paper.label_from_here("")
    printer = _Printer(paper, placed, _one_size(paper, slips, _SHEETS[size][0]))
    for number, slip in enumerate(slips):
        if cancelled():
            return 0
        progress(number, len(slips))
        printer.print(slip, _SHEETS[size])
    printer.finish()
    progress(len(slips), len(slips))
    paper.save(out)
    return paper.pages


def _title(words: Words, slips: Sequence[Slip]) -> str:
    first = slips[0]
    if len(slips) == 1:
        return f"{words.say(TITLES[first.kind])} {number_text(words, first)} – {first.group.name}"
    return f"{words.say('Receipts and vouchers')} – {first.group.name}"


def _one_size(paper: Paper, slips: Sequence[Slip], sheet: Sheet) -> float:
    """The largest letters with which the fullest of these papers have room on a sheet."""
    scales, box = [scale for scale in sheet.scales if scale >= _EASY], sheet.boxes()[0]
    fullest = sorted(slips, key=lambda slip: len(slip.lines), reverse=True)
    for slip in fullest[:_FULLEST]:
        _, other = copies_of(paper.words, slip)
        while (
            len(scales) > 1 and Half(paper, slip, other, box.width, scales[0]).height > box.height
        ):
            scales.pop(0)
    return scales[0]


class _Printer:
    """Puts papers on sheets until each sheet is full."""

    def __init__(self, paper: Paper, placed: Placed, scale: float) -> None:
        self._paper, self._placed, self._scale = paper, placed, scale
        self._sheet: Sheet | None = None
        self._free: list[Box] = []
        self._page = paper.page()

    def print(self, slip: Slip, sheets: tuple[Sheet, ...]) -> None:
        """Both copies of a paper, on the first of these sheets that has room for them."""
        copies = copies_of(self._paper.words, slip)
        for sheet in sheets:
            box = sheet.boxes()[0]
            for scale in [one for one in sheet.scales if one <= self._scale]:
                halves = [Half(self._paper, slip, copy, box.width, scale) for copy in copies]
                if all(half.height <= box.height for half in halves):
                    for half in halves:
                        place = self._next(sheet)
                        half.draw(self._page, place)
                        self._placed(slip, self._paper.pages)
                    return

    def finish(self) -> None:
        """The last sheet is full enough."""
        if self._sheet is not None:
            self._paper.turn(self._sheet.size)
            copies = len(self._sheet.boxes()) - len(self._free)
            for rule in cuts(self._sheet, copies):
                self._page.rule(*rule, HAIR)
            self._paper.add(self._page)
        self._page = self._paper.page()
        self._sheet, self._free = None, []

    def _next(self, sheet: Sheet) -> Box:
        if self._sheet is not sheet or not self._free:
            self.finish()
            self._sheet, self._free = sheet, sheet.boxes()
        return self._free.pop(0)
