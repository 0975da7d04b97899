"""The part of the pen that writes what happens to memberships and how committees change."""

from ledger.book.change import Topic
from ledger.book.pen_base import PenBase
from ledger.book.plain import number_of, number_or_none, text_of
from ledger.book.schema import AdmissionRow, CandidateRow, HandOverRow, MemberLifeRow
from ledger.rules.admission import Admission, Candidate, CandidateId
from ledger.rules.committee import Election
from ledger.rules.member_life import LifeEvent
from ledger.statements.hand_over import HandOver


class PeoplePen(PenBase):
    """Leaves, notices, exits, deaths, admissions and hand-overs."""

    def write_life(self, happened: LifeEvent) -> None:
        """Write one thing that happened to a membership."""
        self.stroke.write(
            MemberLifeRow(
                id=self._next("member_life"),
                member=happened.member,
                kind=happened.kind.value,
                day=number_of(happened.day),
                until=number_or_none(happened.until),
                decision=happened.decision,
                note=happened.note,
                settlement=None if happened.settlement is None else text_of(happened.settlement),
                event=self.stroke.event,
            )
        )
        self.members.add(happened.member)
        self._touch(Topic.MEMBERS)

    def write_candidate(self, candidate: Candidate) -> CandidateId:
        """Write down somebody who asks to join; returns her number on the list."""
        number = CandidateId(self._next("candidate"))
        self.stroke.write(
            CandidateRow(
                id=number,
                day=number_of(candidate.day),
                person=text_of(candidate.person),
                lives_here=int(candidate.lives_here),
                event=self.stroke.event,
            )
        )
        self._touch(Topic.MEMBERS)
        return number

    def write_admission(self, admission: Admission) -> None:
        """Write what the meeting decided on a candidate."""
        self.stroke.write(
            AdmissionRow(
                candidate=admission.candidate,
                day=number_of(admission.day),
                decision=admission.decision,
                approved=int(admission.approved),
                reason=admission.reason,
                member=admission.member,
                event=self.stroke.event,
            )
        )
        self._touch(Topic.MEMBERS)

    def write_hand_over(self, election: Election, sheet: HandOver) -> None:
        """Write the hand-over sheet as both sides have confirmed it."""
        self.stroke.write(
            HandOverRow(
                id=self._next("hand_over"),
                day=number_of(election.day),
                decision=election.decision,
                handed_by=election.handed_by,
                taken_by=election.taken_by,
                facts=text_of(sheet),
                event=self.stroke.event,
            )
        )
        self._touch(Topic.OFFICERS)

    def _next(self, table: str) -> int:
        (last,) = self.shelf.one(f"SELECT coalesce(max(id), 0) FROM {table}")
        return int(last) + 1
