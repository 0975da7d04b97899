"""The papers of a year: what is proposed to the meeting, and what was decided."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ledger.book.book import Book
from ledger.rules.days import fiscal_year
from ledger.rules.people import Officer
from ledger.statements.annual import AnnualStatement
from ledger.statements.certificate import Certificate
from ledger.statements.member_year import MemberYear
from ledger.statements.proof import Proof
from ledger.statements.trail import (
    TrailPaper,
    asked_of_claims,
    asked_of_loans,
    names_with_titles,
    with_signers,
)
from reports.annual import print_annual
from reports.certificate import print_certificate
from reports.dividend_list import print_dividend_list
from reports.member_year import print_member_year
from reports.proof import print_proof
from reports.trail import print_trail
from translations import Words
from ui.models.closing import years_of
from ui.papers.paper import Paper, Shelf, whole
from ui.papers.questions import day, member, year
from ui.papers.wish import Wish


def closed(book: Book, today: date) -> tuple[int, ...]:
    """The closed years, the newest first."""
    done = {one.year.number for one in book.closed_years()}
    return tuple(one for one in years_of(book, today) if one in done)


def still_open(book: Book, today: date) -> tuple[int, ...]:
    """The open years, the one whose turn it is first."""
    done = set(closed(book, today))
    return tuple(one for one in reversed(years_of(book, today)) if one not in done)


def _closed_first(book: Book, today: date) -> tuple[int, ...]:
    """Every year, the closed ones first: only their dividends are paid."""
    return (*closed(book, today), *still_open(book, today))


def _annual(book: Book, wish: Wish, today: date) -> AnnualStatement:
    running = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    return book.year_report(wish.year or running, today)


def _proof(book: Book, wish: Wish, today: date) -> Proof:
    running = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    return book.proof(wish.year or running, today)


def _trail(book: Book, wish: Wish, today: date) -> TrailPaper:
    running = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    members = {member.id: member for member in book.members()}
    trail = book.trail_of_year(wish.year or running, today)
    return replace(
        trail,
        rows=with_signers(trail.rows, book.sheets()),
        loans=asked_of_loans(book.loans(), members),
        claims=asked_of_claims(book.claims(), members),
        names=names_with_titles(members.values()),
    )


def _member_year(book: Book, wish: Wish, today: date) -> tuple[MemberYear, tuple[Officer, ...]]:
    assert wish.member is not None
    running = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    return book.member_year(wish.member, wish.year or running, today), book.officers()


def _draw_member_year(
    value: tuple[MemberYear, tuple[Officer, ...]], words: Words, out: Path
) -> int:
    return print_member_year(*value, words, out)


def _certificate(book: Book, wish: Wish, today: date) -> tuple[Certificate, tuple[Officer, ...]]:
    assert wish.member is not None
    return book.certificate(wish.member, wish.day or today), book.officers()


def _draw_certificate(
    value: tuple[Certificate, tuple[Officer, ...]], words: Words, out: Path
) -> int:
    return print_certificate(*value, words, out)


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
        code="dividends",
        shelf=Shelf.YEAR,
        title=lambda words: words.say("Dividend list to sign"),
        hint=lambda words: words.say(
            "What each member gets, with room for a signature or thumbprint."
        ),
        short=lambda words: words.say("dividend list"),
        asks=(year(_closed_first),),
        read=_annual,
        draw=whole(print_dividend_list),
        picture="members",
    ),
    Paper(
        code="trail",
        shelf=Shelf.YEAR,
        title=lambda words: words.say("Who did what in a year"),
        hint=lambda words: words.say(
            "One sentence for each act, for any member who wants to read it."
        ),
        short=lambda words: words.say("who did what"),
        asks=(year(years_of),),
        read=_trail,
        draw=whole(print_trail),
        picture="person",
    ),
    Paper(
        code="member-year",
        shelf=Shelf.YEAR,
        title=lambda words: words.say("A member's statement of the year"),
        hint=lambda words: words.say(
            "What the member had, paid in, took out and borrowed, and how the dividend came about."
        ),
        short=lambda words: words.say("statement"),
        asks=(member(), year(years_of)),
        read=_member_year,
        draw=whole(_draw_member_year),
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
)
