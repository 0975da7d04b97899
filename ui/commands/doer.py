"""What the command `do` knows of one act: the function that does it, and the facts it takes."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from ledger.book.change import Change
from ui.commands.given import Given


class Doer(NamedTuple):
    """`run` does the act with what was given; `facts` are the names it knows, needed or not."""

    run: Callable[[Given], Change]
    facts: tuple[str, ...]


Doers: TypeAlias = Mapping[str, Doer]
