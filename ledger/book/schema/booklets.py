"""The rows of the members' booklets and of what is printed in them."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink


class BookletRow(Ink):
    """A booklet that a member was given, or the copy of a lost one."""

    __tablename__ = "booklet"
    member: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    copy: Mapped[int] = mapped_column(primary_key=True)
    width: Mapped[int]
    height: Mapped[int]
    pages: Mapped[int]
    two_kinds: Mapped[int]
    lines_before: Mapped[int]
    event: Mapped[int]


class BookletPrintRow(Ink):
    """Rows of one page that are on paper, with her lines in them; `entry` is that of the last."""

    __tablename__ = "booklet_print"
    member: Mapped[int] = mapped_column(primary_key=True)
    booklet: Mapped[int] = mapped_column(primary_key=True)
    copy: Mapped[int] = mapped_column(primary_key=True)
    page: Mapped[int] = mapped_column(primary_key=True)
    first_row: Mapped[int] = mapped_column(primary_key=True)
    last_row: Mapped[int]
    first_line: Mapped[int]
    last_line: Mapped[int]
    entry: Mapped[int]
    event: Mapped[int]
