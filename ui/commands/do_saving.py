"""The acts about savings that are no line of a day: notice of a withdrawal, interest on savings."""

from ledger.actions.saving import (
    credit_interest,
    give_notice,
    save_for,
    take_back_interest,
    take_back_notice,
)
from ledger.book.change import Change
from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.savings_interest import InterestNotDue, plan_interest
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given


def _notice(given: Given) -> Change:
    name = given.text("product", SavingsProduct.VOLUNTARY.value)
    if name not in set(SavingsProduct):
        raise given.unclear("product")
    return give_notice(
        given.book,
        given.actor,
        member=given.member(),
        product=SavingsProduct(name),
        kip=given.kip("amount"),
        day=given.day(),
        today=given.today,
    )


def _notice_back(given: Given) -> Change:
    """A notice by its member and day; where two are of one day, the first of which is left."""
    member, day = given.member(), given.day("day", default=given.today)
    hers = [n for n in given.book.notices().get(member, ()) if n.day == day]
    if not hers:
        raise given.unclear("day")
    return take_back_notice(
        given.book,
        given.actor,
        notice=next((notice for notice in hers if notice.left), hers[0]),
        reason=given.text("reason"),
        today=given.today,
    )


def _save_for(given: Given) -> Change:
    return save_for(
        given.book,
        given.actor,
        member=given.member(),
        kip=given.kip("amount"),
        month=given.month(),
        today=given.today,
    )


def _credit(given: Given) -> Change:
    """The oldest months for which interest is due, which have to begin with the month given."""
    first = given.month()
    for span in given.book.interest_due(given.today)[:1]:
        if span.first == first:
            plan = plan_interest(given.book.interest_facts(span))
            return credit_interest(
                given.book,
                given.actor,
                plan=plan,
                today=given.today,
                second=given.second,
                reason=given.text("reason", ""),
            )
    raise InterestNotDue(first=first, last=first)


def _take_back(given: Given) -> Change:
    first = given.month()
    for posted in given.book.interest_posted():
        if posted.span.first == first:
            return take_back_interest(
                given.book,
                given.actor,
                posted=posted,
                reason=given.text("reason"),
                today=given.today,
            )
    raise InterestNotDue(first=first, last=first)


DOERS: Doers = {
    "give_notice": Doer(_notice, ("day", "member", "product", "amount")),
    "take_back_notice": Doer(_notice_back, ("member", "day", "reason")),
    "save_for": Doer(_save_for, ("member", "month", "amount")),
    "credit_interest": Doer(_credit, ("month", "reason")),
    "take_back_interest": Doer(_take_back, ("month", "reason")),
}
