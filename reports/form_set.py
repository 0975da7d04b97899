"""Blank forms: one alone, or the whole set in one file, each on sheets of its own size."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from ledger.rules.kip import Kip
from ledger.rules.paper_texts import LoanText
from ledger.rules.people import Role
from ledger.rules.rulebook import Group
from reports.page import Paper
from reports.stamp import NO_STAMP, stamped
from reports.style import A4
from translations.words import Words

BLANK = "____________"
"""What stands in a sentence of a form where the pen writes."""


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What can be printed on a form already: the group's name, and the notes it counts (kip).

    Without a name, the form has a line for it. `texts` are the group's own for the papers of a
    loan, by language; `roles` are those of its officers who serve, where they are known.
    """

    group: Group
    notes: tuple[Kip, ...] = ()
    texts: Mapping[LoanText, Mapping[str, str]] = field(default_factory=dict)
    roles: tuple[Role, ...] = ()


Blank: TypeAlias = Callable[[Words, Paper, FormFacts], None]
"""Draws one form into a paper that may hold others already."""


def print_forms(forms: Sequence[Blank], facts: FormFacts, words: Words, out: Path) -> int:
    """Print these forms into one PDF file; returns the number of pages. Raises PrinterTrouble."""
    paper = _drawn(forms, facts, words)
    paper.save(out)
    return paper.pages


def forms_content(forms: Sequence[Blank], facts: FormFacts, words: Words) -> bytes:
    """These forms as a PDF file that is only looked at."""
    return _drawn(forms, facts, words).content()


def _drawn(forms: Sequence[Blank], facts: FormFacts, words: Words) -> Paper:
    paper = Paper(words, size=A4, title=words.say("Forms to write on"))
    # A form says nothing of the book, and so it has no code of it.
    with stamped(NO_STAMP):
        for draw in forms:
            draw(words, paper, facts)
    return paper
