"""The rows of what happens to a loan between its request and its pay-out."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink


class LoanBeforeRow(Ink):
    """One such act; `named` are the ids of the guarantors, or the names of who was against."""

    __tablename__ = "loan_before"
    id: Mapped[int] = mapped_column(primary_key=True)
    loan: Mapped[int]
    kind: Mapped[str]
    day: Mapped[int]
    decision: Mapped[str]
    reason: Mapped[str]
    until: Mapped[int | None]
    named: Mapped[str]
    event: Mapped[int]
