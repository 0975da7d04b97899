"""A rehearsal: the newest copy in a place is opened in memory as if it had to be put back today.

Every balance in it is worked out anew, its keys and its chain are gone through, and its newest
seal is looked for in the book of today. Two books that are right in themselves and share a seal
hold the same up to there, to the kip. Nothing is written.
"""

from pathlib import Path

from ledger.book.anchors import mark_of
from ledger.book.checking import check_book
from ledger.book.copying import copies_in
from ledger.book.files import Secret
from ledger.book.known_head import head_of, setback
from ledger.book.shelf import Shelf
from ledger.book.snapshot import read_copy
from ledger.book.trouble import BookTrouble
from ledger.statements.copies import Outcome, Rehearsal


def rehearse(
    snapshot: Shelf, folder: Path, *, act: int = 0, secret: Secret | None = None
) -> Rehearsal:
    """Rehearse the copy that goes up to `act`, or the newest one; `snapshot` is today's book.

    `secret` opens a copy that is locked.
    """
    names = copies_in(folder, mark_of(snapshot))
    wanted = [name for name in names if act in {0, name.act}]
    if not wanted:
        return Rehearsal(Outcome.MISSING)
    name = wanted[0]
    try:
        copy = read_copy(folder.joinpath(name.file), secret)
    except BookTrouble:
        return Rehearsal(Outcome.UNREADABLE, name.act)
    try:
        if check_book(copy):
            return Rehearsal(Outcome.WRONG, name.act)
        same = mark_of(copy) == mark_of(snapshot) and setback(snapshot, head_of(copy)) is None
        return Rehearsal(Outcome.GOOD if same else Outcome.STRANGE, head_of(copy).act)
    finally:
        copy.close()
