"""Single records read through SQLAlchemy's typed columns, over the book's one connection.

Nothing of SQLAlchemy is loaded before a question or a pen needs it: it alone takes longer than
everything else between opening a book and its trial balance.
"""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import TypeVarTuple

from sqlalchemy import Select, StaticPool, create_engine
from sqlalchemy.engine import Row
from sqlalchemy.exc import DBAPIError

Ts = TypeVarTuple("Ts")


class TypedColumns:
    """SQLAlchemy's connection, standing on the driver's."""

    def __init__(self, raw: Connection) -> None:
        # SQLAlchemy may not begin, commit or roll back here: the pen alone does that.
        engine = create_engine(
            "sqlite://",
            creator=lambda: raw,
            poolclass=StaticPool,
            isolation_level="AUTOCOMMIT",
            pool_reset_on_return=None,
        )
        self._connection = engine.connect()

    def fetch(self, question: Select[*Ts]) -> Sequence[Row[*Ts]]:
        """All rows of one question, with their types. Raises what the driver raises."""
        try:
            return self._connection.execute(question).all()
        except DBAPIError as error:
            if error.orig is None:
                raise
            raise error.orig from error
