"""The rows of the officers' PINs and of the sealed codes."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink


class PinRow(Ink):
    """What was made of an officer's PIN; nothing where she goes without one from then on."""

    __tablename__ = "pin"
    officer: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str]
    event: Mapped[int]


class SealedCodeRow(Ink):
    """What was made of one of three sealed codes."""

    __tablename__ = "sealed_code"
    issue: Mapped[int] = mapped_column(primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str]
    event: Mapped[int]
