"""The acts before a loan is paid out: a member asks, and the committee decides."""

from ledger.actions.loans import decide_loan, request_loan
from ledger.book.change import Change
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ui.commands import do_lending
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given


def _request(given: Given) -> Change:
    day = given.day()
    product = given.book.rulebook(day).product(given.text("product"))
    if product is None:
        raise given.unclear("product")
    request = LoanRequest(
        member=given.member(),
        day=day,
        kip=given.kip("amount"),
        purpose=given.text("purpose", ""),
        product=product,
        months=given.number("months", product.months),
        guarantors=given.members("guarantors"),
        note=given.text("note", ""),
    )
    return request_loan(given.book, given.actor, request=request)


def _decide(given: Given) -> Change:
    loan = given.loan()
    approved = given.yes("approved", default=True)
    decision = LoanDecision(
        day=given.day(),
        number=given.text("decision"),
        approved=approved,
        kip=given.kip("amount", loan.request.kip) if approved else 0,
        approvers=given.words("approvers"),
        reason=given.text("reason", ""),
        against=given.words("against"),
    )
    return decide_loan(given.book, given.actor, loan=loan.id, decision=decision)


DOERS: Doers = {
    **do_lending.DOERS,
    "request_loan": Doer(
        _request,
        ("day", "member", "amount", "product", "purpose", "months", "guarantors", "note"),
    ),
    "decide_loan": Doer(
        _decide,
        (
            "day",
            "loan",
            "member",
            "decision",
            "approved",
            "amount",
            "approvers",
            "against",
            "reason",
        ),
    ),
}
