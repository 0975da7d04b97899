"""Claims to the welfare fund: asked for, confirmed and decided, and the money handed over.

As with loans, money goes onto the sheet that lies open, or into the book at once under today.
"""

from dataclasses import replace
from datetime import date

from ledger.actions.money_now import move_now
from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.claim_checks import check_claim, check_claim_decision
from ledger.rules.claims import Claim, ClaimDecision, ClaimRequest, Reckoning
from ledger.rules.days import Month
from ledger.rules.lines_welfare import ClaimPaid
from ledger.rules.meeting import lines_of
from ledger.rules.people import Actor, MemberId
from ledger.rules.permits import Act
from ledger.rules.posting import entries_of
from ledger.rules.refusals import NameMissing
from ledger.rules.transfers import ClaimId
from ledger.rules.welfare_dues import check_leave


def leave_welfare(
    book: Book, actor: Actor, *, member: MemberId, day: date, reason: str, today: date
) -> Change:
    """Write down that a member has left the welfare fund; `day` is her last day in it.

    Nothing that she gave is given back. Raises the refusals of `check_leave`, or NameMissing.
    """
    permit(book, actor, Act.LEAVE_WELFARE)
    her = book.member(member)
    check_leave(book.rulebook(day), her, day, today=today)
    if not reason.strip():
        raise NameMissing(what="reason")
    names = (f"{her.number} {her.name}",)
    with writing(book, actor, Act.LEAVE_WELFARE, names=names, day=day.isoformat()) as pen:
        pen.welfare_card(member, until=day, born=her.born, reason=reason)
    return pen.change


def write_birth_day(book: Book, actor: Actor, *, member: MemberId, born: date) -> Change:
    """Write down when a member was born, which some benefits go by."""
    permit(book, actor, Act.CHANGE_MEMBER)
    her = book.member(member)
    names = (f"{her.number} {her.name}",)
    with writing(book, actor, Act.CHANGE_MEMBER, names=names) as pen:
        pen.welfare_card(member, until=her.welfare_until, born=born)
    return pen.change


def ask_claim(book: Book, actor: Actor, *, request: ClaimRequest) -> Change:
    """Write down what a member claims and what it comes to by the rules.

    Raises the refusals of `ledger.rules.claim_checks`.
    """
    permit(book, actor, Act.ASK_CLAIM)
    reckoning = check_claim(request, book.claim_facts(request.member, request.day))
    number = _number(book, request.day)
    with writing(book, actor, Act.ASK_CLAIM, number=number) as pen:
        pen.ask_claim(request, reckoning, number=number)
    return pen.change


def decide_claim(book: Book, actor: Actor, *, claim: ClaimId, decision: ClaimDecision) -> Change:
    """Write down the decision on a claim, with the officers who confirmed it."""
    permit(book, actor, Act.DECIDE_CLAIM)
    asked = book.claim(claim)
    check_claim_decision(decision, asked, book.officers())
    facts = {"number": asked.number, "approved": decision.approved, "decision": decision.number}
    with writing(book, actor, Act.DECIDE_CLAIM, second=None, **facts) as pen:
        pen.decide_claim(claim, decision)
    return pen.change


def pay_claim(book: Book, actor: Actor, *, claim: ClaimId, today: date) -> Change:
    """Hand over the money of an approved claim. Raises the refusals of posting."""
    return move_now(book, actor, line=ClaimPaid(claim, book.claim(claim).kip), today=today)


def pay_pensions(
    book: Book,
    actor: Actor,
    *,
    month: Month,
    members: frozenset[MemberId],
    decision: ClaimDecision,
    evidence: str = "",
    today: date,
) -> Change:
    """Pay the pensions of a month to these members in one go, under one decision: all or none.

    With a sheet on the table the money stands there in pencil. Raises the refusals of claims,
    decisions and posting, or NameMissing where nobody is to have one.
    """
    permit(book, actor, Act.ASK_CLAIM)
    permit(book, actor, Act.DECIDE_CLAIM)
    due = [
        (request, reckoning)
        for request, reckoning in book.pensions(month, decision.day, evidence=evidence)
        if request.member in members
    ]
    if not due:
        raise NameMissing(what="member")
    claims = _claims(book, due, decision)
    for claim in claims:
        check_claim_decision(decision, claim, book.officers())
    return _write_pensions(book, actor, claims, decision, today)


def _claims(
    book: Book, due: list[tuple[ClaimRequest, Reckoning]], decision: ClaimDecision
) -> tuple[Claim, ...]:
    """The claims that the pensions become, numbered on from the book's last, not decided yet."""
    last = max((claim.id for claim in book.claims()), default=0)
    year = decision.day.year
    before = _asked_in(book, year)
    return tuple(
        Claim(
            id=ClaimId(last + place),
            number=_numbered(year, before + place),
            request=request,
            reckoning=reckoning,
        )
        for place, (request, reckoning) in enumerate(due, start=1)
    )


def _write_pensions(
    book: Book, actor: Actor, claims: tuple[Claim, ...], decision: ClaimDecision, today: date
) -> Change:
    sheet = book.open_sheet()
    lines = [ClaimPaid(claim.id, claim.kip) for claim in claims]
    facts = book.day_facts(today if sheet is None else sheet.day, today)
    decided = {claim.id: replace(claim, decision=decision) for claim in claims}
    waiting = {**facts.welfare.claims, **decided}
    facts = replace(facts, welfare=replace(facts.welfare, claims=waiting))
    before = () if sheet is None else lines_of(sheet, facts)
    entries = entries_of([*before, *lines], facts)
    numbers, number = [claim.number for claim in claims], decision.number
    with writing(book, actor, Act.PAY_PENSIONS, numbers=numbers, decision=number) as pen:
        for claim in claims:
            pen.ask_claim(claim.request, claim.reckoning, number=claim.number)
            pen.decide_claim(claim.id, decision)
        if sheet is None:
            pen.post(entries)
        else:
            for line in lines:
                pen.pencil_line(sheet.id, line)
    return pen.change


def _number(book: Book, day: date) -> str:
    return _numbered(day.year, _asked_in(book, day.year) + 1)


def _asked_in(book: Book, year: int) -> int:
    return sum(1 for claim in book.claims() if claim.request.day.year == year)


def _numbered(year: int, place: int) -> str:
    return f"W{year}-{place:03d}"
