"""The rows of the minutes, and of which entries rest on them."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink


class MinutesRow(Ink):
    """One decision as it was written down; `corrects` is the id of an earlier one."""

    __tablename__ = "decision"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    day: Mapped[int]
    subject: Mapped[str]
    text: Mapped[str]
    present: Mapped[str]
    votes_for: Mapped[int | None]
    votes_against: Mapped[int | None]
    sheet: Mapped[int | None]
    corrects: Mapped[int | None]
    event: Mapped[int]


class EntryDecisionRow(Ink):
    """That an entry was written by a decision of this number."""

    __tablename__ = "entry_decision"
    entry: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(primary_key=True)
    event: Mapped[int]
