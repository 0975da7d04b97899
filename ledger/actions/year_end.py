"""The year is closed: planned again, compared with what was shown, written, and locked for good."""

from dataclasses import dataclass
from datetime import date

from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.closing import plan_close
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.people import Actor
from ledger.rules.permits import Act, check_permit
from ledger.rules.refusals import Refusal


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

    `signers` are the officers who agree, the actor among them. Raises SignaturesMissing,
    PlanOutdated, and the refusals of `ledger.rules.closing`.
    """
    for person in (actor, *signers):
        check_permit(person, Act.CLOSE_YEAR)
    different = {person.id: person for person in (actor, *signers)}
    needed = book.rulebook(plan.year.last).closing_signatures
    if len(different) < needed:
        raise SignaturesMissing(given=len(different), needed=needed)
    if plan_close(book.year_facts(plan.year.number, today)) != plan:
        raise PlanOutdated(year=plan.year.number)
    names = tuple(person.name for person in different.values())
    with writing(book, actor, Act.CLOSE_YEAR, year=plan.year.number, signed_by=names) as pen:
        pen.post(plan.entries)
        pen.close_year(plan, signed_by=names)
    return pen.change
