"""Blank forms of the papers, to be written on by hand: one alone, or the whole set in one file.

To add a form, write one `Form(...)` into FORMS; its `draw` draws the paper without a value, with
ruled lines instead.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.book.book import Book
from ledger.rules.rulebook import Group
from reports.attendance import draw_blank_attendance
from reports.cash_count import draw_blank_cash_count
from reports.collection_sheet import draw_blank_collection
from reports.form_set import Blank, FormFacts, print_forms
from reports.minutes import draw_blank_minutes
from reports.wall_list import draw_blank_wall_list
from translations import Words
from ui.papers.paper import Paper, Shelf, whole
from ui.papers.questions import Says
from ui.papers.wish import Wish

NO_BOOK = FormFacts(
    Group(name=""), notes=(500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
)
"""What a form knows before there is a book: the notes of the country, and nothing else."""


@dataclass(frozen=True, slots=True)
class Form:
    """One blank form: its code, its name in the list, and how it is drawn."""

    code: str
    title: Says
    draw: Blank


FORMS: tuple[Form, ...] = (
    Form("collection", lambda words: words.say("Collection sheet"), draw_blank_collection),
    Form("attendance", lambda words: words.say("Attendance sheet"), draw_blank_attendance),
    Form("cash-count", lambda words: words.say("Cash count"), draw_blank_cash_count),
    Form("minutes", lambda words: words.say("Minutes of a meeting"), draw_blank_minutes),
    Form("wall", lambda words: words.say("Balance list for the wall"), draw_blank_wall_list),
)
"""Every form, in the order in which the whole set has them."""


def print_all_forms(facts: FormFacts, words: Words, out: Path) -> int:
    """Print the whole set into one PDF file; returns the number of pages. Raises PrinterTrouble."""
    return print_forms([form.draw for form in FORMS], facts, words, out)


def _facts(book: Book, _: Wish, today: date) -> FormFacts:
    return FormFacts(book.group, book.rulebook(today).denominations)


def _paper(form: Form) -> Paper:
    def draw(facts: FormFacts, words: Words, out: Path) -> int:
        return print_forms([form.draw], facts, words, out)

    return Paper(
        code=f"form-{form.code}",
        shelf=Shelf.FORMS,
        title=form.title,
        hint=lambda words: words.say("Blank, for writing by hand."),
        short=lambda words: f"{words.say('form')} {form.title(words)}",
        read=_facts,
        draw=whole(draw),
        picture="edit",
    )


PAPERS: tuple[Paper, ...] = (
    Paper(
        code="forms",
        shelf=Shelf.FORMS,
        title=lambda words: words.say("All forms"),
        hint=lambda words: words.say("The whole set of blank forms in one file."),
        short=lambda words: words.say("forms"),
        read=_facts,
        draw=whole(print_all_forms),
        picture="papers",
    ),
    *(_paper(form) for form in FORMS),
)
