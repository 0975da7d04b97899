"""Where the book is tied to paper: the code of its newest seal, and the act behind a code."""

from ledger.book.shelf import Shelf
from ledger.book.trouble import BookDamaged
from ledger.rules.paper_code import PaperCode, paper_code_of

_HEAD = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"
_LENGTHS = "SELECT coalesce((SELECT max(number) FROM entry), 0), (SELECT count(*) FROM transfer)"


def paper_code_now(shelf: Shelf) -> PaperCode:
    """The book as it stands, in a code and three numbers."""
    act, seal = shelf.one(_HEAD)
    entry, lines = shelf.one(_LENGTHS)
    return PaperCode(code=paper_code_of(seal), act=act, entry=entry, lines=lines)


def act_of_code(shelf: Shelf, code: str) -> int | None:
    """The number of the act whose seal has that code; nothing where no act of the book has."""
    for act, seal in shelf.stream("SELECT seq, hash FROM event ORDER BY seq DESC"):
        if paper_code_of(seal) == code:
            return int(act)
    return None


def time_of_act(shelf: Shelf, act: int) -> str:
    """What the computer's clock said when an act was written."""
    (at,) = shelf.one("SELECT at FROM event WHERE seq = ?", (act,))
    return str(at)


def mark_of(shelf: Shelf) -> str:
    """What tells a book from every other: the beginning of its first seal, 16 figures.

    Raises BookDamaged where what is read cannot be a seal.
    """
    match shelf.rows("SELECT hash FROM event WHERE seq = 1"):
        case [(bytes(seal),)]:
            return seal[:8].hex()
    raise BookDamaged(str(shelf.path), detail="event")
