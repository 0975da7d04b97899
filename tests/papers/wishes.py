"""Every way in which a paper can be asked for: as it usually is, and with each of its options."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from ledger.book.book import Book
from ledger.rules.days import FIRST_DAY
from translations import Words
from ui.papers.paper import Paper
from ui.papers.questions import OPEN, Ask, Question, offered
from ui.papers.wish import Wish


def wishes(paper: Paper, book: Book, today: date, words: Words) -> Iterator[Wish]:
    """The paper with the first answer to every question, then once for each of its options.

    Nothing where the book has no answer to a question that needs one.
    """
    answers: dict[str, Any] = {}
    for question in paper.asks:
        if question.ask in {Ask.TICK, Ask.CHOICE} or not question.needed:
            continue
        answer = _answer(question, book, today, words)
        if answer is None:
            return
        answers[question.ask.value] = answer
    usual = Wish(paper.code, **answers)
    yield usual
    for options in _options(paper, book, today, words):
        yield replace(usual, options=options)


def _answer(question: Question, book: Book, today: date, words: Words) -> Any:
    if question.ask is Ask.MEMBER:
        # The first one borrows, saves and takes part in everything.
        return book.members()[0].id
    if question.ask is Ask.ENTRY:
        # The one with the most to say, the newest of them.
        rows = book.cash_book(FIRST_DAY, today)
        return max(rows, key=lambda row: (len(row.kinds), row.number)).number if rows else None
    if question.ask is Ask.DAY:
        return today
    found = [value for value, _ in offered(question, book, today, words) if value != OPEN]
    return found[0] if found else None


def _options(
    paper: Paper, book: Book, today: date, words: Words
) -> Iterator[tuple[tuple[str, str], ...]]:
    ticks = [(q.code, "") for q in paper.asks if q.ask is Ask.TICK]
    if ticks:
        yield tuple(ticks)
    for question in paper.asks:
        if question.ask is Ask.CHOICE:
            for value, _ in offered(question, book, today, words)[1:]:
                yield (*ticks, (question.code, str(value)))
