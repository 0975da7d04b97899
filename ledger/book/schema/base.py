"""What every row of the book is: its columns' types, and which rows are ink."""

from sqlalchemy import LargeBinary, Text
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass


class Row(MappedAsDataclass, DeclarativeBase):
    """One row. Days are whole numbers yyyymmdd, months yyyymm, amounts kip, seals 32 bytes."""

    type_annotation_map = {str: Text, bytes: LargeBinary}  # noqa: RUF012 -- read by SQLAlchemy


class Ink(Row):
    """A row that is written once, under the number of the event that wrote it."""

    __abstract__ = True
