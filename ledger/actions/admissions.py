"""Somebody asks to join, and the meeting says yes or no."""

from dataclasses import replace
from datetime import date

from ledger.actions.members import check_new
from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.admission import (
    Admission,
    Asked,
    Candidate,
    CandidateId,
    CandidateUnknown,
    check_admission,
    check_candidate,
)
from ledger.rules.member_life import LifeEvent, LifeKind
from ledger.rules.people import Actor, Member, MemberId
from ledger.rules.permits import Act


def ask_to_join(
    book: Book, actor: Actor, *, person: Member, day: date, lives_here: bool = True
) -> Change:
    """Write down somebody who asks to join; refused at once where the rules do not take her."""
    permit(book, actor, Act.ASK_TO_JOIN)
    candidate = Candidate(CandidateId(0), day, person, lives_here)
    check_candidate(book.rulebook(day).people, candidate)
    with writing(book, actor, Act.ASK_TO_JOIN, names=(person.name,)) as pen:
        pen.write_candidate(candidate)
    return pen.change


def asked_of(book: Book, candidate: CandidateId) -> Asked:
    """A candidate with what was decided on her. Raises CandidateUnknown."""
    for asked in book.asked():
        if asked.candidate.id == candidate:
            return asked
    raise CandidateUnknown(candidate=candidate)


def take_in(
    book: Book,
    actor: Actor,
    *,
    candidate: CandidateId,
    day: date,
    decision: str,
    number: str,
) -> Change:
    """The meeting said yes: she is a member from that day on, under a number of the register."""
    permit(book, actor, Act.DECIDE_MEMBER)
    asked = asked_of(book, candidate)
    known = book.members()
    new = replace(
        asked.candidate.person,
        id=MemberId(max((m.id for m in known), default=0) + 1),
        number=number,
        joined=day,
    )
    admission = Admission(candidate, day, decision, approved=True, member=new.id)
    check_admission(asked, admission)
    check_new(book, new, known, decision=decision)
    names = (f"{number} {new.name}",)
    act = Act.DECIDE_MEMBER
    with writing(book, actor, act, names=names, decision=decision, approved=True) as pen:
        pen.add_member(new)
        pen.write_life(LifeEvent(new.id, LifeKind.ADMITTED, day, decision=decision))
        pen.write_admission(admission)
    return pen.change


def turn_down(
    book: Book, actor: Actor, *, candidate: CandidateId, day: date, decision: str, reason: str
) -> Change:
    """The meeting said no, and why."""
    permit(book, actor, Act.DECIDE_MEMBER)
    asked = asked_of(book, candidate)
    admission = Admission(candidate, day, decision, approved=False, reason=reason)
    check_admission(asked, admission)
    names, act = (asked.candidate.person.name,), Act.DECIDE_MEMBER
    with writing(book, actor, act, names=names, decision=decision, approved=False) as pen:
        pen.write_admission(admission)
    return pen.change
