"""What a paper asks before it can be made, and the answers among which is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from ledger.book.book import Book
from ledger.rules.loan_values import Loan
from ledger.rules.meeting_values import Sheet, SheetKind
from translations import Words

OPEN = 0
"""The value of an answer that leaves the question open: every year, the whole group."""

Says: TypeAlias = Callable[[Words], str]
Offer: TypeAlias = Callable[[Book, date, Words], Sequence[tuple[Any, str]]]


class Ask(StrEnum):
    """The kinds of questions: the first six are answered with a thing of the book, or a day."""

    MEMBER = "member"
    LOAN = "loan"
    SHEET = "sheet"
    YEAR = "year"
    ENTRY = "entry"
    DAY = "day"
    TICK = "tick"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the word for it, and the answers offered, the first of which is the usual one.

    A question that is not `needed` may stay open; `whole` then says what that means, as
    "All years". `code` names it on the command line, `missing` says what must be done first.
    """

    ask: Ask
    code: str
    title: Says
    missing: Says
    offer: Offer | None = None
    needed: bool = True
    whole: Says | None = None


def member(*, needed: bool = True) -> Question:
    """Which member."""
    return Question(
        Ask.MEMBER,
        "member",
        lambda words: words.say("Member"),
        lambda words: words.say("Choose a member: type the number or a part of the name."),
        needed=needed,
    )


def loan(
    which: Callable[[Loan, date], bool] | None = None, *, whole: Says | None = None
) -> Question:
    """Which loan, the newest first; `which` says which loans have such a paper today.

    With `whole`, all of them together are offered first.
    """

    def offer(book: Book, today: date, __: Words) -> list[tuple[Any, str]]:
        members = {one.id: one for one in book.members()}
        found = [one for one in book.loans() if which is None or which(one, today)]
        return [
            (one.id, f"{one.number} · {members[one.request.member].name}")
            for one in sorted(found, key=lambda one: -one.id)
        ]

    return Question(
        Ask.LOAN,
        "loan",
        lambda words: words.say("Loan"),
        lambda words: words.say("There is no loan yet for which this paper is made."),
        offer,
        needed=whole is None,
        whole=whole,
    )


def sheet(which: Callable[[Sheet], bool] | None = None) -> Question:
    """Which meeting or day sheet, the newest first."""

    def offer(book: Book, _: date, words: Words) -> list[tuple[Any, str]]:
        there = [one for one in book.sheets() if not one.void]
        found = [one for one in there if which is None or which(one)]
        newest = sorted(found, key=lambda one: (one.day, one.id), reverse=True)
        return [(one.id, _sheet_line(words, one)) for one in newest]

    return Question(
        Ask.SHEET,
        "sheet",
        lambda words: words.say("Meeting"),
        lambda words: words.say("There is no meeting yet for which this paper is made."),
        offer,
    )


def _sheet_line(words: Words, one: Sheet) -> str:
    day = words.day(one.day)
    if one.kind is SheetKind.MEETING:
        return day
    return words.say("{day} (day sheet)", day=day)


def year(
    years: Callable[[Book, date], Sequence[int]],
    *,
    missing: Says | None = None,
    whole: Says | None = None,
) -> Question:
    """Which year of these; with `whole`, every year together is offered first."""
    return Question(
        Ask.YEAR,
        "year",
        lambda words: words.say("Year"),
        missing or (lambda words: words.say("There is no year yet for which this paper is made.")),
        lambda book, today, words: [(one, words.year(one)) for one in years(book, today)],
        needed=whole is None,
        whole=whole,
    )


def entry() -> Question:
    """Which entry, by its number."""
    return Question(
        Ask.ENTRY,
        "entry",
        lambda words: words.say("Entry number"),
        lambda words: words.say("Type the number of the entry."),
    )


def day(title: Says | None = None) -> Question:
    """Which day; today where nothing is typed."""
    return Question(
        Ask.DAY,
        "day",
        title or (lambda words: words.say("Day")),
        lambda words: words.say("Type a day."),
        needed=False,
    )


def tick(code: str, title: Says) -> Question:
    """An option of the paper that is wanted or not."""
    return Question(Ask.TICK, code, title, title, needed=False)


def choice(code: str, title: Says, answers: Sequence[tuple[str, Says]]) -> Question:
    """An option of the paper with one of a few answers, the usual one first."""
    return Question(
        Ask.CHOICE,
        code,
        title,
        title,
        lambda _, __, words: [(value, says(words)) for value, says in answers],
        needed=False,
    )


def offered(question: Question, book: Book, today: date, words: Words) -> list[tuple[Any, str]]:
    """The answers among which is chosen; where the question may stay open, that comes first."""
    found = [] if question.offer is None else list(question.offer(book, today, words))
    return found if question.whole is None else [(OPEN, question.whole(words)), *found]
