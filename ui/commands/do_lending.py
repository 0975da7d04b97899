"""The acts between a request and its pay-out, by command."""

from ledger.actions.lending import change_guarantors, put_off_loan, take_ahead
from ledger.book.change import Change
from ledger.rules.before_pay_out import Before, BeforePayOut
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given


def _act(given: Given, kind: Before) -> BeforePayOut:
    return BeforePayOut(
        loan=given.loan().id,
        kind=kind,
        day=given.day(),
        reason=given.text("reason", ""),
        decision=given.text("decision", ""),
        until=given.day("until") if given.has("until") else None,
        guarantors=given.members("guarantors"),
    )


def _put_off(given: Given) -> Change:
    return put_off_loan(given.book, given.actor, act=_act(given, Before.PUT_OFF))


def _guarantors(given: Given) -> Change:
    return change_guarantors(given.book, given.actor, act=_act(given, Before.GUARANTORS))


def _ahead(given: Given) -> Change:
    return take_ahead(given.book, given.actor, act=_act(given, Before.AHEAD))


_OF_ALL = ("day", "loan", "member", "reason", "decision")

DOERS: Doers = {
    "put_off_loan": Doer(_put_off, (*_OF_ALL, "until")),
    "change_guarantors": Doer(_guarantors, (*_OF_ALL, "guarantors")),
    "take_ahead": Doer(_ahead, _OF_ALL),
}
