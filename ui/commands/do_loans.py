"""The acts about a loan after its decision: contract, new due days, pause, waiver, loss."""

from ledger.actions.loan_life import pass_loan_on, write_event, write_off_loan
from ledger.book.change import Change
from ledger.rules.days import add_months
from ledger.rules.loan_acts import principal_left
from ledger.rules.loan_events import (
    Contract,
    InterestPaused,
    PlannedPart,
    Rescheduled,
    Waived,
)
from ledger.rules.loan_plans import plan_by_amount, plan_by_months
from translations.reading import Unreadable, read_day, read_kip
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given


def _contract(given: Given) -> Change:
    event = Contract(
        day=given.day(),
        number=given.text("number"),
        signers=given.words("signers"),
        witnesses=given.words("witnesses"),
        decision=given.text("decision", ""),
    )
    return _write(given, event)


def _reschedule(given: Given) -> Change:
    event = Rescheduled(day=given.day(), decision=given.text("decision"), plan=_plan(given))
    return _write(given, event)


def _plan(given: Given) -> tuple[PlannedPart, ...]:
    """The new due days: written out one by one, by a number of months, or by an amount."""
    if given.has("parts"):
        return tuple(_part(given, text) for text in given.words("parts"))
    kip = principal_left(given.loan(), given.day())
    first = given.day("first", add_months(given.day(), 1))
    if given.has("instalment"):
        return plan_by_amount(kip, first=first, amount=given.kip("instalment"))
    return plan_by_months(kip, first=first, months=given.number("months"))


def _part(given: Given, text: str) -> PlannedPart:
    day, _, kip = text.partition("=")
    try:
        return PlannedPart(read_day(day.strip()), read_kip(kip.strip(), given.money))
    except Unreadable:
        raise given.unclear("parts") from None


def _pause(given: Given) -> Change:
    day = given.day()
    event = InterestPaused(
        day=day,
        decision=given.text("decision"),
        first=given.day("from", day),
        last=given.day("until"),
    )
    return _write(given, event)


def _waive(given: Given) -> Change:
    event = Waived(
        day=given.day(),
        decision=given.text("decision"),
        interest=given.kip("interest", 0),
        fine=given.kip("fine", 0),
    )
    return _write(given, event)


def _write(given: Given, event: Contract | Rescheduled | InterestPaused | Waived) -> Change:
    loan = given.loan().id
    return write_event(given.book, given.actor, loan=loan, event=event, today=given.today)


def _write_off(given: Given) -> Change:
    return write_off_loan(
        given.book,
        given.actor,
        second=given.second,
        loan=given.loan().id,
        decision=given.text("decision"),
        day=given.day(),
        today=given.today,
    )


def _pass_on(given: Given) -> Change:
    loan = given.loan()
    return pass_loan_on(
        given.book,
        given.actor,
        loan=loan.id,
        guarantor=given.member("guarantor"),
        decision=given.text("decision"),
        months=given.number("months", max(1, loan.request.months)),
        day=given.day(),
        today=given.today,
    )


_LOAN = ("day", "loan", "member", "decision")

DOERS: Doers = {
    "loan_contract": Doer(_contract, (*_LOAN, "number", "signers", "witnesses")),
    "reschedule_loan": Doer(_reschedule, (*_LOAN, "months", "instalment", "first", "parts")),
    "pause_interest": Doer(_pause, (*_LOAN, "from", "until")),
    "waive_loan": Doer(_waive, (*_LOAN, "interest", "fine")),
    "write_off_loan": Doer(_write_off, _LOAN),
    "pass_loan_on": Doer(_pass_on, (*_LOAN, "guarantor", "months")),
}
