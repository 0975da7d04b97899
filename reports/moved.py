"""Cells for what moved: a dash where nothing did, so that the eye finds the figures of a table."""

from reports.tables import Cell, amount_cell
from translations.words import Words

NOTHING = "–"
"""What stands in a cell of a table where there is nothing to say."""


def moved_cell(words: Words, kip: int) -> Cell:
    """What moved, in kip."""
    return amount_cell(words.kip(kip) if kip else NOTHING)


def counted_cell(words: Words, count: int) -> Cell:
    """How many moved."""
    return amount_cell(words.number(count) if count else NOTHING)
