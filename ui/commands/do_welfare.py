"""The acts about the welfare fund: leaving it, claims and their decisions, the month's pensions."""

from ledger.actions.welfare import (
    ask_claim,
    decide_claim,
    leave_welfare,
    pay_claim,
    pay_pensions,
    write_birth_day,
)
from ledger.book.change import Change
from ledger.rules.claims import Claim, ClaimDecision, ClaimRequest, units_between
from ui.commands.doer import Doer, Doers
from ui.commands.finding import benefit_named, claim_named
from ui.commands.given import Given


def _ask(given: Given) -> Change:
    day = given.day()
    benefit = benefit_named(given.book.rulebook(day), given.text("benefit"))
    if benefit is None:
        raise given.unclear("benefit")
    first = given.day("first")
    last = given.day("last", first)
    request = ClaimRequest(
        member=given.member(),
        day=day,
        benefit=benefit,
        first=first,
        last=last,
        units=given.number("units", units_between(benefit.unit, first, last)),
        evidence=given.text("evidence", ""),
    )
    return ask_claim(given.book, given.actor, request=request)


def _decide(given: Given) -> Change:
    claim = _claim(given)
    return decide_claim(given.book, given.actor, claim=claim.id, decision=_decision(given))


def _pay(given: Given) -> Change:
    claim = _claim(given)
    return pay_claim(given.book, given.actor, claim=claim.id, today=given.day())


def _pensions(given: Given) -> Change:
    month, decision = given.month(), _decision(given)
    members = frozenset(given.members("members"))
    evidence = given.text("evidence", "")
    if not members:
        due = given.book.pensions(month, decision.day, evidence=evidence)
        members = frozenset(request.member for request, _ in due)
    return pay_pensions(
        given.book,
        given.actor,
        month=month,
        members=members,
        decision=decision,
        evidence=evidence,
        today=decision.day,
    )


def _leave(given: Given) -> Change:
    return leave_welfare(
        given.book,
        given.actor,
        member=given.member(),
        day=given.day(),
        reason=given.text("reason"),
        today=given.today,
    )


def _born(given: Given) -> Change:
    born = given.day("born")
    return write_birth_day(given.book, given.actor, member=given.member(), born=born)


def _decision(given: Given) -> ClaimDecision:
    return ClaimDecision(
        day=given.day(),
        number=given.text("decision"),
        approved=given.yes("approved", default=True),
        confirmers=given.words("confirmers"),
        reason=given.text("reason", ""),
    )


def _claim(given: Given) -> Claim:
    found = claim_named(given.book, given.text("claim"))
    if found is None:
        raise given.unclear("claim")
    return found


DOERS: Doers = {
    "ask_claim": Doer(_ask, ("day", "member", "benefit", "first", "last", "units", "evidence")),
    "decide_claim": Doer(_decide, ("day", "claim", "decision", "approved", "confirmers", "reason")),
    "pay_claim": Doer(_pay, ("day", "claim")),
    "pay_pensions": Doer(
        _pensions,
        ("day", "month", "members", "decision", "approved", "confirmers", "evidence", "reason"),
    ),
    "leave_welfare": Doer(_leave, ("day", "member", "reason")),
    "birth_day": Doer(_born, ("member", "born")),
}
