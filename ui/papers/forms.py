"""Blank forms of the papers, to be written on by hand: one alone, or the whole set in one file.

To add a form, write one `Form(...)` into FORMS; its `draw` draws the paper without a value, with
ruled lines instead.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.book.book import Book
from ledger.rules.committee import serving
from ledger.rules.paper_texts import LoanText
from ledger.rules.rulebook import Group
from reports.asking_forms import draw_blank_claim, draw_blank_joining
from reports.attendance import draw_blank_attendance
from reports.cash_count import draw_blank_cash_count
from reports.certificate import draw_blank_certificate
from reports.collection_sheet import draw_blank_collection
from reports.dividend_list import draw_blank_dividend_list
from reports.form_set import Blank, FormFacts, print_forms
from reports.guide import draw_guide
from reports.loan_forms import loan_form
from reports.minutes import draw_blank_minutes
from reports.passbook_form import draw_blank_passbook
from reports.pay_outs import draw_blank_pay_outs
from reports.slip_form import draw_blank_slip
from reports.wall_list import draw_blank_wall_list
from reports.year_forms import draw_blank_annual, draw_blank_member_year, draw_blank_proof
from translations import Words
from translations.naming import word
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


def _of_loan(which: LoanText) -> Form:
    return Form(
        f"loan-{which.value}", lambda words: word(words, "loan_paper", which), loan_form(which)
    )


FORMS: tuple[Form, ...] = (
    Form("passbook", lambda words: words.say("Page of a passbook"), draw_blank_passbook),
    Form("collection", lambda words: words.say("Collection sheet"), draw_blank_collection),
    Form("attendance", lambda words: words.say("Attendance sheet"), draw_blank_attendance),
    Form("cash-count", lambda words: words.say("Cash count"), draw_blank_cash_count),
    Form("minutes", lambda words: words.say("Minutes of a meeting"), draw_blank_minutes),
    Form("receipt", lambda words: words.say("Receipt or payment voucher"), draw_blank_slip),
    Form("pay-outs", lambda words: words.say("Pay-out list"), draw_blank_pay_outs),
    Form("joining", lambda words: words.say("Application to join"), draw_blank_joining),
    Form("claim", lambda words: words.say("Claim on the welfare fund"), draw_blank_claim),
    Form("wall", lambda words: words.say("Balance list for the wall"), draw_blank_wall_list),
    *(_of_loan(which) for which in LoanText),
    Form("year", lambda words: words.say("Annual report"), draw_blank_annual),
    Form("proof", lambda words: words.say("Weights of the savings"), draw_blank_proof),
    Form(
        "member-year",
        lambda words: words.say("A member's statement of the year"),
        draw_blank_member_year,
    ),
    Form("dividends", lambda words: words.say("Dividend list"), draw_blank_dividend_list),
    Form(
        "certificate",
        lambda words: words.say("Certificate of years saved"),
        draw_blank_certificate,
    ),
)
"""Every form, in the order in which the whole set has them."""


def print_all_forms(facts: FormFacts, words: Words, out: Path) -> int:
    """Print the whole set into one PDF file; returns the number of pages. Raises PrinterTrouble."""
    return print_forms([form.draw for form in FORMS], facts, words, out)


def _facts(book: Book, _: Wish, today: date) -> FormFacts:
    return FormFacts(
        book.group,
        book.rulebook(today).denominations,
        book.loan_texts(),
        tuple(officer.role for officer in serving(book.officers(), today)),
    )


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


def _print_guide(facts: FormFacts, words: Words, out: Path) -> int:
    return print_forms([draw_guide], facts, words, out)


PAPERS: tuple[Paper, ...] = (
    Paper(
        code="guide",
        shelf=Shelf.FORMS,
        title=lambda words: words.say("Short guide"),
        hint=lambda words: words.say("Two pages to lie beside the computer."),
        short=lambda words: words.say("guide"),
        read=_facts,
        draw=whole(_print_guide),
        picture="help",
    ),
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
