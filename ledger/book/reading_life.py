"""What happened to memberships, who asked to join, and how committees handed over."""

from ledger.book.plain import day_of, day_or_none, value_of
from ledger.book.shelf import Shelf
from ledger.rules.admission import Admission, Asked, Candidate, CandidateId
from ledger.rules.exit_values import Settlement
from ledger.rules.member_life import LifeEvent, LifeKind
from ledger.rules.people import Member, MemberId
from ledger.statements.hand_over import HandOver

_LIFE = "SELECT member, kind, day, until, decision, note, settlement FROM member_life ORDER BY id"
_ASKED = (
    "SELECT c.id, c.day, c.person, c.lives_here, a.day, a.decision, a.approved, a.reason, a.member"
    " FROM candidate AS c LEFT JOIN admission AS a ON a.candidate = c.id ORDER BY c.id"
)


def read_life(shelf: Shelf) -> tuple[LifeEvent, ...]:
    """Everything that happened to memberships, in the order in which it was written."""
    return tuple(
        LifeEvent(
            member=MemberId(member),
            kind=LifeKind(kind),
            day=day_of(day),
            until=day_or_none(until),
            decision=decision,
            note=note,
            settlement=None if settlement is None else value_of(Settlement, settlement),
        )
        for member, kind, day, until, decision, note, settlement in shelf.rows(_LIFE)
    )


def read_asked(shelf: Shelf) -> tuple[Asked, ...]:
    """Everybody who has ever asked to join, with what the meeting said, the oldest first."""
    return tuple(_asked(row) for row in shelf.rows(_ASKED))


def _asked(row: tuple[object, ...]) -> Asked:
    number, day, person, lives_here, *rest = row
    candidate = Candidate(
        id=CandidateId(int(str(number))),
        day=day_of(int(str(day))),
        person=value_of(Member, str(person)),
        lives_here=bool(lives_here),
    )
    decided, decision, approved, reason, member = rest
    if decided is None:
        return Asked(candidate)
    return Asked(
        candidate,
        Admission(
            candidate=candidate.id,
            day=day_of(int(str(decided))),
            decision=str(decision),
            approved=bool(approved),
            reason=str(reason),
            member=None if member is None else MemberId(int(str(member))),
        ),
    )


def read_hand_overs(shelf: Shelf) -> tuple[HandOver, ...]:
    """The hand-over sheets that were confirmed, the oldest first."""
    rows = shelf.rows("SELECT facts FROM hand_over ORDER BY id")
    return tuple(value_of(HandOver, facts) for (facts,) in rows)
