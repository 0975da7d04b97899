"""The rows of the receipts and vouchers that were printed."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink


class SlipPrintRow(Ink):
    """One print of the receipt of an entry: copy 0 is the original."""

    __tablename__ = "slip_print"
    entry: Mapped[int] = mapped_column(primary_key=True)
    copy: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[int]
