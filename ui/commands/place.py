"""Says where a book does not lie well, before a command does its work there all the same."""

import sys
from argparse import Namespace
from pathlib import Path

from translations import N_, Words
from ui.settings import data_folder
from ui.whereabouts import BookElsewhere, Where, check_place

_CARE: dict[Where, str] = {
    Where.SHARE: N_(
        "Take care: {path} lies on another machine. Over a network a book can be damaged, and two "
        "may write at once. Keep it on this machine."
    ),
    Where.SYNCHRONISED: N_(
        "Take care: {path} lies in a folder that another program copies to the internet by itself. "
        "It can mix two states of the book. Keep the book on this machine, outside that folder."
    ),
    Where.STICK: N_(
        "Take care: {path} lies on a stick, which may be pulled out in the midst of writing. Keep "
        "the book on this machine, and its copies on the sticks."
    ),
}


def say_where(options: Namespace, words: Words) -> None:
    """One sentence beside the answer where the book of a command lies on a stick or the like.

    The window asks first; whoever types a path has chosen it, so a command goes on.
    """
    book: Path | None = getattr(options, "book", None)
    if book is None:
        return
    try:
        check_place(book, data_folder())
    except BookElsewhere as no:
        print(words.say(_CARE[no.where], path=str(book)), file=sys.stderr)
