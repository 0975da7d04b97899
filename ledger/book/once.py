"""An act that one form, sheet or command sends twice is written once.

A form makes up a key when it is filled in, and sends it with its act. The key is kept with what it
wrote, in the same transaction, so that it does not matter why it comes again: two clicks, Enter
held down, a second try after the machine failed, a file that is recorded a second time. What two
forms say, each under its own key, is written twice, even where they say the same.
"""

from ledger.book.schema import ActOnceRow
from ledger.book.shelf import Shelf
from ledger.book.stroke import Stroke
from ledger.rules.refusals import WrittenAlready

_KNOWN = "SELECT event FROM act_once WHERE key = ?1 UNION ALL SELECT NULL FROM pencil_once WHERE"


def check_once(shelf: Shelf, key: str) -> None:
    """Raise WrittenAlready where something was written under the key; an empty one is none."""
    if key:
        for (act,) in shelf.rows(f"{_KNOWN} key = ?1", (key,)):
            raise WrittenAlready(act=act)


def keep_once(stroke: Stroke, key: str, *, in_pencil: bool) -> None:
    """Write the key beside what was written under it."""
    if key and in_pencil:
        stroke.shelf.rows("INSERT INTO pencil_once VALUES (?)", (key,))
    elif key:
        stroke.write(ActOnceRow(key=key, event=stroke.event))
