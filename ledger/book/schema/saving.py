"""The rows of notices of withdrawal and of interest on savings."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink


class NoticeRow(Ink):
    """A member has said that she will take savings out."""

    __tablename__ = "withdrawal_notice"
    id: Mapped[int] = mapped_column(primary_key=True)
    member: Mapped[int]
    product: Mapped[str]
    kip: Mapped[int]
    day: Mapped[int]
    ready: Mapped[int]
    event: Mapped[int]


class NoticeBackRow(Ink):
    """What of a notice she does not want to take out after all."""

    __tablename__ = "notice_taken_back"
    notice: Mapped[int] = mapped_column(primary_key=True)
    kip: Mapped[int]
    day: Mapped[int]
    reason: Mapped[str]
    event: Mapped[int]


class SavingsInterestRow(Ink):
    """Interest on savings was credited for some months."""

    __tablename__ = "savings_interest"
    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[int]
    last: Mapped[int]
    entry: Mapped[int | None]
    plan: Mapped[str]
    event: Mapped[int]
