"""The rows of the welfare fund, one class for each table."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink, Row


class WelfareCardRow(Ink):
    """Until when a member was in the welfare fund, and when she was born."""

    __tablename__ = "welfare_card"
    member: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    until: Mapped[int | None]
    born: Mapped[int | None]
    reason: Mapped[str]
    event: Mapped[int]


class ClaimRow(Ink):
    """A claim as it was asked for, with what it came to."""

    __tablename__ = "claim"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    member: Mapped[int]
    day: Mapped[int]
    benefit: Mapped[str]
    first: Mapped[int]
    last: Mapped[int]
    units: Mapped[int]
    evidence: Mapped[str]
    kip: Mapped[int]
    reckoning: Mapped[str]
    event: Mapped[int]


class ClaimDecisionRow(Ink):
    """What was decided on a claim."""

    __tablename__ = "claim_decision"
    claim: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[int]
    number: Mapped[str]
    approved: Mapped[int]
    confirmers: Mapped[str]
    reason: Mapped[str]
    event: Mapped[int]


class ClaimPaidRow(Ink):
    """With which entry a claim was paid; taken back with it."""

    __tablename__ = "claim_paid"
    claim: Mapped[int] = mapped_column(primary_key=True)
    entry: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[int]


class WelfareCountRow(Row):
    """How much of the counted box was the welfare fund's."""

    __tablename__ = "welfare_count"
    sheet: Mapped[int] = mapped_column(primary_key=True)
    kip: Mapped[int]
    officer: Mapped[int]
    name: Mapped[str]
