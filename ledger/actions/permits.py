"""The group agrees on who may do what: one act at a time, by decision, and by two officers."""

from datetime import date

from ledger.actions.two_persons import check_two
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.group_permits import Permit, Permits, check_permits
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.refusals import NameMissing


def change_permits(
    book: Book,
    actor: Actor,
    *,
    permits: tuple[Permit, ...],
    decision: str,
    second: Actor | None,
    today: date,
) -> Change:
    """Write what the group agreed on, under the number of its decision; the rest stays as it is.

    Raises SecondPersonMissing, NameMissing without a decision, and what `check_permits` raises.
    """
    agreed = check_two(book, actor, second, Act.CHANGE_PERMITS, today=today)
    if not decision.strip():
        raise NameMissing(what="decision")
    before = after = book.permits
    for permit in permits:
        after = after.changed(permit)
    check_permits(Permits(permits), book.officers(), today)
    changed = [act.value for act in Act if before.of(act) != after.of(act)]
    if not changed:
        return Change()
    number = decision.strip()
    with writing(
        book, actor, Act.CHANGE_PERMITS, second=agreed, decision=number, acts=changed
    ) as pen:
        pen.set_permits(after)
    return pen.change
