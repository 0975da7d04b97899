"""Interest on savings as a page shows it: the times, and each member's reckoning in a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.book.book import Book
from ledger.rules.days import Month
from ledger.rules.savings_interest import (
    InterestPlan,
    InterestPosted,
    InterestRow,
    Span,
    plan_interest,
)
from ledger.statements.figure import Figure, savings_figure
from translations import Words
from translations.naming import word
from ui.models.members import full_name
from ui.models.rows import Column


@dataclass(frozen=True, slots=True)
class InterestTime:
    """Some months: interest that is due, or that stands in the book (`posted`)."""

    span: Span
    posted: InterestPosted | None = None


def times_of(book: Book, due: Sequence[Span]) -> tuple[InterestTime, ...]:
    """The months that are due, the oldest first, and then what was credited, the newest first."""
    posted = reversed(book.interest_posted())
    return (
        *(InterestTime(span) for span in due),
        *(InterestTime(found.span, found) for found in posted),
    )


def plan_of(book: Book, time: InterestTime) -> InterestPlan:
    """The reckoning of some months, now or as it was when it was credited."""
    if time.posted is not None:
        return book.interest_plan(time.span)
    return plan_interest(book.interest_facts(time.span))


def span_text(words: Words, span: Span) -> str:
    """The months in words."""
    if span.first == span.last:
        return words.month(span.first)
    first, last = span.first, span.last
    return words.say("{first} to {last}", first=_month(words, first), last=_month(words, last))


def _month(words: Words, month: Month) -> str:
    return words.short_month(month)


def time_text(words: Words, time: InterestTime) -> str:
    """The months, and whether their interest is credited."""
    months = span_text(words, time.span)
    if time.posted is None:
        return words.say("{months} – to be credited", months=months)
    return words.say("{months} – credited", months=months)


def columns_of(words: Words, span: Span, *, daily: bool) -> Sequence[Column[InterestRow]]:
    """The columns of the reckoning: the balances, times the rate, are the interest.

    Behind each stand her savings of that kind, as they came to the end of the months of `span`.
    """

    def saved(row: InterestRow) -> Figure:
        return savings_figure(row.member.id, span.last.last, row.product.account)

    base = words.say("Sum of the days") if daily else words.say("Sum of the month ends")
    return (
        Column(words.say("No."), lambda row: row.member.number),
        Column(words.say("Name"), lambda row: full_name(row.member)),
        Column(words.say("Kind"), lambda row: word(words, "savings_product", row.product.value)),
        Column(base, lambda row: words.kip(row.base), figures=True, figure=saved),
        Column(
            words.say("Rate a month"),
            lambda row: " · ".join(words.percent(rate) for rate in row.rates),
            figures=True,
        ),
        Column(words.say("Interest"), lambda row: words.kip(row.earned), True, figure=saved),
        Column(
            words.say("Had already"),
            lambda row: words.kip(row.credited) if row.credited else "",
            figures=True,
            figure=lambda row: saved(row) if row.credited else None,
        ),
        Column(words.say("To credit"), lambda row: words.kip(row.kip), True, figure=saved),
    )
