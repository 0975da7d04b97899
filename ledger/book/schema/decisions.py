"""The rows of the minutes, of sheets that no longer count, and of how firm the months are."""

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


class ReopenedRow(Ink):
    """That a signed sheet was opened again, and which sheet follows it."""

    __tablename__ = "sheet_reopened"
    sheet: Mapped[int] = mapped_column(primary_key=True)
    next: Mapped[int]
    reason: Mapped[str]
    event: Mapped[int]


class AwayRow(Ink):
    """That a sheet with no money on it was put away."""

    __tablename__ = "sheet_away"
    sheet: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str]
    event: Mapped[int]


class MonthStateRow(Ink):
    """That a month, with all before it, was put on hold, closed or opened again."""

    __tablename__ = "month_state"
    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[int]
    state: Mapped[str]
    reason: Mapped[str]
    event: Mapped[int]
