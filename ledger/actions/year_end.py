"""The year is closed: planned again, compared with what was shown, written, and locked for good."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.closing import plan_close
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.refusals import Refusal

_NEVER_ALONE = 2
"""So many sign at the least, also by rules from before this was the least."""


@dataclass
class PlanOutdated(Refusal):
    """Something was written since the plan was shown; it must be looked at again."""

    year: int


@dataclass
class SignaturesMissing(Refusal):
    """Too few different officers have signed the closing."""

    given: int
    needed: int


def close_year(
    book: Book, actor: Actor, *, plan: ClosingPlan, signers: tuple[Actor, ...], today: date
) -> Change:
    """Write the plan that was shown, if it is still the plan, and lock the year.

    `signers` are the officers who agree besides the actor. Whoever is not in office on `today` does
    not count, and nobody counts twice. Raises SignaturesMissing, PlanOutdated, and the refusals of
    `ledger.rules.closing`.
    """
    year = plan.year.number
    for person in (actor, *signers):
        book.permits.check(person, Act.CLOSE_YEAR)
    signed = _different(book, (actor, *signers), today)
    needed = max(book.rulebook(plan.year.last).closing_signatures, _NEVER_ALONE)
    if len(signed) < needed:
        raise SignaturesMissing(given=len(signed), needed=needed)
    if plan_close(book.year_facts(year, today)) != plan:
        raise PlanOutdated(year=year)
    names = tuple(person.name for person in signed)
    second = next((person for person in signed if person.id != actor.id), None)
    with writing(book, actor, Act.CLOSE_YEAR, second=second, year=year, signed_by=names) as pen:
        pen.post(plan.entries)
        pen.close_year(plan, signed_by=names)
    return pen.change


def _different(book: Book, persons: Sequence[Actor], today: date) -> list[Actor]:
    """Those who are in office, each once, in the order in which they signed."""
    serving = {officer.id for officer in book.officers() if officer.serves(today)}
    once = {person.id: person for person in reversed(persons)}
    return [person for person in reversed(once.values()) if person.id in serving]
