"""The rows of memberships over the years: what happened, who asked to join, who handed over."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink


class MemberPersonRow(Ink):
    """More facts of a member, a version for each change."""

    __tablename__ = "member_person"
    member: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    birth_year: Mapped[int | None]
    pupil: Mapped[int]
    guardian: Mapped[str]
    event: Mapped[int]


class MemberLifeRow(Ink):
    """One thing that happened to a membership."""

    __tablename__ = "member_life"
    id: Mapped[int] = mapped_column(primary_key=True)
    member: Mapped[int]
    kind: Mapped[str]
    day: Mapped[int]
    until: Mapped[int | None]
    decision: Mapped[str]
    note: Mapped[str]
    settlement: Mapped[str | None]
    event: Mapped[int]


class CandidateRow(Ink):
    """Somebody who has asked to join."""

    __tablename__ = "candidate"
    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[int]
    person: Mapped[str]
    lives_here: Mapped[int]
    event: Mapped[int]


class AdmissionRow(Ink):
    """What the meeting decided on a candidate."""

    __tablename__ = "admission"
    candidate: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[int]
    decision: Mapped[str]
    approved: Mapped[int]
    reason: Mapped[str]
    member: Mapped[int | None]
    event: Mapped[int]


class HandOverRow(Ink):
    """How one committee handed over to the next."""

    __tablename__ = "hand_over"
    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[int]
    decision: Mapped[str]
    handed_by: Mapped[str]
    taken_by: Mapped[str]
    facts: Mapped[str]
    event: Mapped[int]
