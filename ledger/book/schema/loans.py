"""The rows about loans that came after the book's first shape."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink


class LoanEventRow(Ink):
    """What was decided about a loan after its request; the facts are those of its kind."""

    __tablename__ = "loan_act"
    id: Mapped[int] = mapped_column(primary_key=True)
    loan: Mapped[int]
    kind: Mapped[str]
    day: Mapped[int]
    decision: Mapped[str]
    facts: Mapped[str]
    event: Mapped[int]
