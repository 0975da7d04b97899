"""Figures about people for other programs: households, candidates, memberships, committee."""

from collections.abc import Callable, Mapping
from typing import Any

from ledger.rules.codec import to_plain
from ledger.rules.committee import serving, term_end
from ledger.rules.group_permits import EDITABLE, usual
from ui.commands.asked import Asked, Rows, member_named


def _households(asked: Asked) -> Rows:
    for row in asked.book.households(asked.day):
        yield {
            "household": row.name,
            "members": len(row.members),
            "names": "; ".join(f"{m.number} {m.name}" for m in row.members),
            "savings": row.savings,
            "loans": row.owed,
            "welfare": row.welfare,
        }


def _candidates(asked: Asked) -> Rows:
    for one in asked.book.asked():
        said = one.admission
        yield {
            "candidate": one.candidate.id,
            "day": one.candidate.day.isoformat(),
            "name": one.candidate.person.name,
            "household": one.candidate.person.household,
            "approved": None if said is None else said.approved,
            "decision": said.decision if said else "",
            "reason": said.reason if said else "",
            "member": said.member if said else None,
        }


def _life(asked: Asked) -> Rows:
    events = asked.book.life()
    if asked.member:
        events = asked.book.life_of(member_named(asked.book, asked.member).id)
    members = {m.id: m for m in asked.book.members()}
    for event in events:
        yield {
            "number": members[event.member].number,
            "name": members[event.member].name,
            "what": event.kind.value,
            "day": event.day.isoformat(),
            "until": event.until.isoformat() if event.until else "",
            "decision": event.decision,
            "note": event.note,
        }


def _settlement(asked: Asked) -> Rows:
    member = member_named(asked.book, asked.member)
    made = asked.book.settlement(member.id, asked.day, asked.today)
    yield _row("savings", made.savings)
    yield _row("voluntary", made.voluntary)
    yield _row("dividend", made.dividend)
    way = asked.book.rulebook(asked.day).people.exit_dividend
    yield _row("dividend_now", made.dividend_now, way.value)
    for loan in made.loans:
        yield _row("loan", -loan.split.kip, loan.number)
    yield _row("to_pay", made.to_pay)
    yield _row("to_collect", made.to_collect)
    for payee in made.payees:
        yield _row("payee", payee.kip, payee.name)


def _row(what: str, kip: int, name: str = "") -> dict[str, Any]:
    return {"what": what, "name": name, "kip": kip}


def _committee(asked: Asked) -> Rows:
    years = asked.rulebook.people.term_years
    for officer in serving(asked.book.officers(), asked.day):
        end = term_end(officer, years)
        yield {
            "role": officer.role.value,
            "name": officer.name,
            "since": officer.since.isoformat() if officer.since else "",
            "term_end": end.isoformat() if end else "",
            "over": end is not None and end < asked.day,
        }


def _hand_over(asked: Asked) -> Rows:
    yield to_plain(asked.book.hand_over(asked.day))


def _permits(asked: Asked) -> Rows:
    """Who may do what, as the group has agreed."""
    for act in EDITABLE:
        permit = asked.book.permits.of(act)
        yield {
            "act": act.value,
            "may": ",".join(permit.roles),
            "two": asked.book.permits.two(act),
            "usual": permit == usual(act),
        }


PEOPLE: Mapping[str, Callable[[Asked], Rows]] = {
    "households": _households,
    "candidates": _candidates,
    "life": _life,
    "settlement": _settlement,
    "committee": _committee,
    "hand-over": _hand_over,
    "permits": _permits,
}
