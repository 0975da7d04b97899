"""The welfare fund's figures: its members, its claims, its report and how far it reaches."""

from translations import Words
from translations.naming import key_word
from ui.commands.asked import Asked, Rows


def welfare(asked: Asked) -> Rows:
    """Everybody in the fund with what she gave, what is missing and what she was paid."""
    for row in asked.book.welfare_members(asked.day):
        yield {
            "number": row.member.number,
            "name": row.member.name,
            "since": row.since.isoformat(),
            "first": row.first.isoformat(),
            "paid": row.paid,
            "due": row.due,
            "benefits": row.benefits,
        }


def claims(asked: Asked) -> Rows:
    """Every claim with what it came to and how far it is."""
    members = {member.id: member for member in asked.book.members()}
    for claim in asked.book.claims():
        request, decision = claim.request, claim.decision
        yield {
            "number": claim.number,
            "day": request.day.isoformat(),
            "member": members[request.member].number,
            "name": members[request.member].name,
            "benefit": request.benefit.code,
            "first": request.first.isoformat(),
            "last": request.last.isoformat(),
            "units": request.units,
            "kip": claim.kip,
            "stage": claim.stage.value,
            "decision": "" if decision is None else decision.number,
            "paid": "" if claim.paid is None else claim.paid.isoformat(),
        }


def benefits(asked: Asked) -> Rows:
    """Persons and amounts by event, this year and all years together."""
    for row in asked.book.welfare_report(asked.book.year(asked.year), asked.day).rows:
        benefit = row.benefit
        yield {
            "benefit": "" if benefit is None else benefit.code,
            "name": "" if benefit is None else _name(asked.words, benefit.key, benefit.name),
            "persons": row.persons,
            "kip": row.kip,
            "persons_ever": row.persons_ever,
            "kip_ever": row.kip_ever,
        }


def coverage(asked: Asked) -> Rows:
    """The fund against what its table promises for the coming year."""
    found = asked.book.welfare_coverage(asked.day)
    if found is not None:
        yield {
            "fund": found.fund,
            "waiting": found.waiting,
            "pensions": found.pensions,
            "one_member": found.one_member,
            "members": found.members,
            "promised": found.promised,
            "reaches": found.reaches,
            "cover": found.cover.value,
        }


def _name(words: Words, key: str, name: str) -> str:
    return key_word(words, key, name)
