"""The papers of a year: what is proposed to the meeting, and what was decided."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ledger.book.book import Book
from ledger.rules.days import fiscal_year
from ledger.rules.people import Officer
from ledger.rules.rulebook import Group
from ledger.statements.annual import AnnualStatement
from ledger.statements.certificate import Certificate
from ledger.statements.member_year import MemberYear
from ledger.statements.proof import Proof
from reports.annual import print_annual
from reports.certificate import print_certificate
from reports.member_year import print_member_year
from reports.proof import print_proof
from reports.year_forms import print_member_year_form, print_proof_form, print_year_form
from translations import Words
from ui.models.closing import years_of
from ui.papers.paper import Paper, Shelf, whole
from ui.papers.questions import Says, day, member, year
from ui.papers.wish import Wish


def closed(book: Book, today: date) -> tuple[int, ...]:
    """The closed years, the newest first."""
    done = {one.year.number for one in book.closed_years()}
    return tuple(one for one in years_of(book, today) if one in done)


def still_open(book: Book, today: date) -> tuple[int, ...]:
    """The open years, the one whose turn it is first."""
    done = set(closed(book, today))
    return tuple(one for one in reversed(years_of(book, today)) if one not in done)


def _annual(book: Book, wish: Wish, today: date) -> AnnualStatement:
    running = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    return book.year_report(wish.year or running, today)


def _proof(book: Book, wish: Wish, today: date) -> Proof:
    running = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    return book.proof(wish.year or running, today)


def _member_year(book: Book, wish: Wish, today: date) -> MemberYear:
    assert wish.member is not None
    running = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    return book.member_year(wish.member, wish.year or running, today)


def _certificate(book: Book, wish: Wish, today: date) -> tuple[Certificate, tuple[Officer, ...]]:
    assert wish.member is not None
    return book.certificate(wish.member, wish.day or today), book.officers()


def _draw_certificate(
    value: tuple[Certificate, tuple[Officer, ...]], words: Words, out: Path
) -> int:
    return print_certificate(*value, words, out)


def _form(code: str, title: Says, draw: Callable[[Group, Words, Path], int]) -> Paper:
    """A blank form, for a meeting without the program."""
    return Paper(
        code=code,
        shelf=Shelf.FORMS,
        title=title,
        hint=lambda words: words.say("An empty form, to be written on by hand."),
        short=title,
        read=lambda book, _, __: book.group,
        draw=whole(draw),
        picture="edit",
    )


PAPERS: tuple[Paper, ...] = (
    Paper(
        code="annual",
        shelf=Shelf.YEAR,
        title=lambda words: words.say("Annual report"),
        hint=lambda words: words.say("A closed year as a whole, for the meeting and the district."),
        short=lambda words: words.say("annual report"),
        asks=(
            year(
                closed,
                missing=lambda words: words.say(
                    "No year is closed yet. The annual report comes with the first one."
                ),
            ),
        ),
        read=_annual,
        draw=whole(print_annual),
        picture="year",
    ),
    Paper(
        code="proposed",
        shelf=Shelf.YEAR,
        title=lambda words: words.say("Proposed closing, to read aloud"),
        hint=lambda words: words.say("How the year would be closed, before anybody agrees to it."),
        short=lambda words: words.say("proposed closing"),
        asks=(year(still_open, missing=lambda words: words.say("Every year is closed.")),),
        read=_annual,
        draw=whole(print_annual),
        picture="edit",
    ),
    Paper(
        code="proof",
        shelf=Shelf.YEAR,
        title=lambda words: words.say("Every dividend, step by step"),
        hint=lambda words: words.say(
            "The appendix of the annual report: any member can check it with a calculator."
        ),
        short=lambda words: words.say("steps"),
        asks=(year(years_of),),
        read=_proof,
        draw=print_proof,
        picture="year",
    ),
    Paper(
        code="member-year",
        shelf=Shelf.YEAR,
        title=lambda words: words.say("A member's statement of the year"),
        hint=lambda words: words.say(
            "What she had, paid in, took out and borrowed, and how her dividend came about."
        ),
        short=lambda words: words.say("statement"),
        asks=(member(), year(years_of)),
        read=_member_year,
        draw=whole(print_member_year),
        picture="person",
    ),
    Paper(
        code="certificate",
        shelf=Shelf.YEAR,
        title=lambda words: words.say("Certificate of years saved"),
        hint=lambda words: words.say("To be handed to a member at the annual meeting."),
        short=lambda words: words.say("certificate"),
        asks=(member(), day()),
        read=_certificate,
        draw=whole(_draw_certificate),
        picture="person",
    ),
    _form(
        "form-year",
        lambda words: words.say("Annual report, to fill in"),
        print_year_form,
    ),
    _form(
        "form-proof",
        lambda words: words.say("Weights of the savings, to fill in"),
        print_proof_form,
    ),
    _form(
        "form-member-year",
        lambda words: words.say("A member's statement of the year, to fill in"),
        print_member_year_form,
    ),
)
