"""The acts about people: joining, households, leave, notice, settlement, death, hand-over."""

from dataclasses import replace

from ledger.actions.admissions import ask_to_join, take_in, turn_down
from ledger.actions.committee import hand_over
from ledger.actions.leaving import (
    end_leave,
    give_leave,
    record_death,
    rejoin,
    resign,
    settle,
)
from ledger.actions.members import change_member, move_household
from ledger.book.change import Change
from ledger.rules.admission import NOBODY, CandidateId
from ledger.rules.committee import Election
from ledger.rules.people import Beneficiary, Member, Officer, OfficerId, Role, Sex
from translations.reading import Unreadable, read_percent
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given


def _ask(given: Given) -> Change:
    day = given.day()
    sex = given.text("sex", Sex.UNSAID.value)
    if sex not in set(Sex):
        raise given.unclear("sex")
    person = Member(
        id=NOBODY,
        number="",
        name=given.text("name"),
        joined=day,
        sex=Sex(sex),
        household=given.text("household", ""),
        phone=given.text("phone", ""),
        birth_year=given.number("born", 0) or None,
        pupil=given.yes("pupil", default=False),
        guardian=given.text("guardian", ""),
    )
    here = given.yes("lives_here", default=True)
    return ask_to_join(given.book, given.actor, person=person, day=day, lives_here=here)


def _take_in(given: Given) -> Change:
    return take_in(
        given.book,
        given.actor,
        candidate=CandidateId(given.number("candidate")),
        day=given.day(),
        decision=given.text("decision"),
        number=given.text("number"),
    )


def _turn_down(given: Given) -> Change:
    return turn_down(
        given.book,
        given.actor,
        candidate=CandidateId(given.number("candidate")),
        day=given.day(),
        decision=given.text("decision"),
        reason=given.text("reason", ""),
    )


def _move(given: Given) -> Change:
    household = given.text("household", "")
    members = given.members("members")
    return move_household(given.book, given.actor, members=members, household=household)


def _leave(given: Given) -> Change:
    return give_leave(
        given.book,
        given.actor,
        member=given.member(),
        first=given.day("first"),
        last=given.day("last") if given.has("last") else None,
        decision=given.text("decision"),
        today=given.today,
    )


def _back(given: Given) -> Change:
    member, day = given.member(), given.day()
    return end_leave(given.book, given.actor, member=member, day=day, today=given.today)


def _notice(given: Given) -> Change:
    return resign(
        given.book,
        given.actor,
        member=given.member(),
        day=given.day(),
        note=given.text("note", ""),
        today=given.today,
    )


def _settle(given: Given) -> Change:
    return settle(
        given.book,
        given.actor,
        shown=given.book.settlement(given.member(), given.day(), given.today),
        decision=given.text("decision"),
        pay_now=given.yes("pay_now", default=True),
        today=given.today,
    )


def _death(given: Given) -> Change:
    return record_death(
        given.book,
        given.actor,
        member=given.member(),
        day=given.day(),
        note=given.text("note", ""),
        today=given.today,
    )


def _rejoin(given: Given) -> Change:
    return rejoin(
        given.book,
        given.actor,
        member=given.member(),
        day=given.day(),
        decision=given.text("decision"),
        today=given.today,
    )


def _beneficiaries(given: Given) -> Change:
    """As "name:relation:percent; …"."""
    people = []
    for text in given.words("people"):
        name, _, rest = text.partition(":")
        relation, _, part = rest.rpartition(":")
        try:
            people.append(Beneficiary(name.strip(), read_percent(part), relation.strip()))
        except Unreadable:
            raise given.unclear("people") from None
    her = replace(given.book.member(given.member()), beneficiaries=tuple(people))
    return change_member(given.book, given.actor, member=her)


def _hand_over(given: Given) -> Change:
    election = Election(
        day=given.day(),
        decision=given.text("decision"),
        goes=tuple(_officer(given, name) for name in given.words("goes")),
        comes=tuple(_comes(given, text) for text in given.words("comes")),
        handed_by=given.text("handed_by"),
        taken_by=given.text("taken_by"),
    )
    return hand_over(given.book, given.actor, election=election, today=given.today)


def _officer(given: Given, name: str) -> OfficerId:
    for officer in given.book.officers():
        if officer.name == name and officer.serves(given.day()):
            return officer.id
    raise given.unclear("goes")


def _comes(given: Given, text: str) -> Officer:
    """As "role:name"."""
    role, _, name = text.partition(":")
    if role not in set(Role):
        raise given.unclear("comes")
    return Officer(OfficerId(0), name.strip(), Role(role))


DOERS: Doers = {
    "ask_to_join": Doer(
        _ask,
        (
            "day",
            "name",
            "sex",
            "household",
            "phone",
            "born",
            "pupil",
            "guardian",
            "lives_here",
        ),
    ),
    "take_in": Doer(_take_in, ("day", "candidate", "decision", "number")),
    "turn_down": Doer(_turn_down, ("day", "candidate", "decision", "reason")),
    "move_household": Doer(_move, ("members", "household")),
    "beneficiaries": Doer(_beneficiaries, ("member", "people")),
    "leave": Doer(_leave, ("member", "first", "last", "decision")),
    "back": Doer(_back, ("member", "day")),
    "resign": Doer(_notice, ("member", "day", "note")),
    "settle": Doer(_settle, ("member", "day", "decision", "pay_now")),
    "death": Doer(_death, ("member", "day", "note")),
    "rejoin": Doer(_rejoin, ("member", "day", "decision")),
    "hand_over": Doer(_hand_over, ("day", "decision", "goes", "comes", "handed_by", "taken_by")),
}
