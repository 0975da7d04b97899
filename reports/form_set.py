"""Blank forms: one alone, or the whole set in one file, each on sheets of its own size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from ledger.rules.kip import Kip
from ledger.rules.rulebook import Group
from reports.page import Paper
from reports.stamp import NO_STAMP, stamped
from reports.style import A4
from translations.words import Words


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What can be printed on a form already: the group's name, and the notes it counts (kip).

    Without a name, the form has a line for it.
    """

    group: Group
    notes: tuple[Kip, ...] = ()


Blank: TypeAlias = Callable[[Words, Paper, FormFacts], None]
"""Draws one form into a paper that may hold others already."""


def print_forms(forms: Sequence[Blank], facts: FormFacts, words: Words, out: Path) -> int:
    """Print these forms into one PDF file; returns the number of pages. Raises PrinterTrouble."""
    paper = Paper(words, size=A4, title=words.say("Forms to write on"))
    paper.label_from_here("")
    # A form says nothing of the book, and so it has no code of it.
    with stamped(NO_STAMP):
        for draw in forms:
            draw(words, paper, facts)
    paper.save(out)
    return paper.pages
