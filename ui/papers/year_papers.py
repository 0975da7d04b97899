"""The papers of a year: what is proposed to the meeting, and what was decided."""

from datetime import date

from ledger.book.book import Book
from ledger.rules.days import fiscal_year
from ledger.statements.annual import AnnualStatement
from ledger.statements.proof import Proof
from reports.annual import print_annual
from reports.proof import print_proof
from ui.models.closing import years_of
from ui.papers.paper import Paper, Shelf, whole
from ui.papers.questions import year
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
    return book.annual(wish.year or running, today)


def _proof(book: Book, wish: Wish, today: date) -> Proof:
    running = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    return book.proof(wish.year or running, today)


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
        draw=whole(print_proof),
        picture="year",
    ),
)
