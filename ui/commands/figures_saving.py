"""Figures of savings: notices, a member's months, and interest before and after it is credited."""

from collections.abc import Callable, Mapping

from ledger.rules.days import fiscal_year
from ledger.rules.savings_interest import InterestPlan, plan_interest
from ledger.statements.saving_months import saving_months
from ui.commands.asked import Asked, Rows, member_named


def _notices(asked: Asked) -> Rows:
    numbers = {member.id: member.number for member in asked.book.members()}
    for member, notices in asked.book.notices().items():
        for notice in notices:
            yield {
                "member": numbers[member],
                "product": notice.product.value,
                "day": notice.day.isoformat(),
                "ready": notice.ready.isoformat(),
                "kip": notice.kip,
                "left": notice.left,
                "taken_back": notice.taken_back,
            }


def _months(asked: Asked) -> Rows:
    member = member_named(asked.book, asked.member)
    facts = asked.book.day_facts(asked.today, asked.today)
    year = fiscal_year(asked.today, last_month=facts.rulebook.fiscal_year_end)
    for mark in saving_months(facts, member, year.months):
        yield {
            "month": mark.month.first.isoformat()[:7],
            "state": mark.state.value,
            "due": mark.due,
            "saved": mark.saved,
        }


def _interest(asked: Asked) -> Rows:
    """Every member's reckoning: first what stands in the book, then what is due."""
    book = asked.book
    for posted in book.interest_posted():
        yield from _rows(book.interest_plan(posted.span), credited="yes")
    for span in book.interest_due(asked.today):
        yield from _rows(plan_interest(book.interest_facts(span)), credited="no")


def _rows(plan: InterestPlan, *, credited: str) -> Rows:
    span = {
        "first": plan.span.first.first.isoformat()[:7],
        "last": plan.span.last.first.isoformat()[:7],
        "credited": credited,
    }
    for row in plan.rows:
        yield {
            **span,
            "member": row.member.number,
            "product": row.product.value,
            "base": row.base,
            "rates": " ".join(str(rate) for rate in row.rates),
            "earned": row.earned,
            "by_hand": row.credited,
            "kip": row.kip,
        }
    yield {
        **span,
        "member": "",
        "product": "odd",
        "base": 0,
        "rates": "",
        "earned": 0,
        "by_hand": 0,
        "kip": plan.odd,
    }


SAVING: Mapping[str, Callable[[Asked], Rows]] = {
    "notices": _notices,
    "saving-months": _months,
    "savings-interest": _interest,
}
