"""The pen for the welfare fund: who left it, what was claimed, and what was decided."""

from datetime import date

from ledger.book.change import Topic
from ledger.book.pen_base import PenBase
from ledger.book.plain import encode, number_of, number_or_none, text_of
from ledger.book.schema import ClaimDecisionRow, ClaimRow, WelfareCardRow
from ledger.rules.claims import ClaimDecision, ClaimRequest, Reckoning
from ledger.rules.people import MemberId
from ledger.rules.transfers import ClaimId


class WelfarePen(PenBase):
    """The part of the pen that writes about the welfare fund."""

    def welfare_card(
        self, member: MemberId, *, until: date | None, born: date | None, reason: str = ""
    ) -> None:
        """Write until when a member was in the fund and when she was born; older ones stay."""
        newest = "SELECT coalesce(max(version), 0) + 1 FROM welfare_card WHERE member = ?"
        (version,) = self.shelf.one(newest, (member,))
        self.stroke.write(
            WelfareCardRow(
                member=member,
                version=version,
                until=number_or_none(until),
                born=number_or_none(born),
                reason=reason,
                event=self.stroke.event,
            )
        )
        self.members.add(member)
        self._touch(Topic.MEMBERS)

    def ask_claim(self, request: ClaimRequest, reckoning: Reckoning, *, number: str) -> ClaimId:
        """Write what is claimed and what it comes to, under the group's own number."""
        (last,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM claim")
        self.stroke.write(
            ClaimRow(
                id=last + 1,
                number=number,
                member=request.member,
                day=number_of(request.day),
                benefit=text_of(request.benefit),
                first=number_of(request.first),
                last=number_of(request.last),
                units=request.units,
                evidence=request.evidence,
                kip=reckoning.kip,
                reckoning=text_of(reckoning.rows),
                event=self.stroke.event,
            )
        )
        self.members.add(request.member)
        self._touch(Topic.CLAIMS)
        return ClaimId(last + 1)

    def decide_claim(self, claim: ClaimId, decision: ClaimDecision) -> None:
        """Write what was decided on a claim."""
        self.stroke.write(
            ClaimDecisionRow(
                claim=claim,
                day=number_of(decision.day),
                number=decision.number,
                approved=int(decision.approved),
                confirmers=encode(decision.confirmers),
                reason=decision.reason,
                event=self.stroke.event,
            )
        )
        self._touch(Topic.CLAIMS)
