"""The rows of the one-time keys: which form, sheet or command an act was sent by."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink, Row


class ActOnceRow(Ink):
    """The key under which an act was written; no other act can have it."""

    __tablename__ = "act_once"
    key: Mapped[str] = mapped_column(primary_key=True)
    event: Mapped[int]


class PencilOnceRow(Row):
    """The key under which something was written in pencil."""

    __tablename__ = "pencil_once"
    key: Mapped[str] = mapped_column(primary_key=True)
