"""Holds the code of a paper against the book, and says whether it still holds what it held then."""

import sys
from argparse import Namespace

from translations import Words
from ui.commands.opening import opened, words_of
from ui.messages.comparison import particulars, verdict

NOT_IN_THIS_BOOK = 3
CHANGED_SINCE = 4


def compare(options: Namespace, words: Words) -> int:
    """Print the answer; 0 only when the book still holds exactly what it held then."""
    with opened(options.book) as book:
        own = words_of(book, words)
        found = book.compare_with_paper(" ".join(options.code))
    stream = sys.stdout if found.whole else sys.stderr
    for line in (verdict(own, found), *particulars(own, found)):
        print(line, file=stream)
    if found.then is None:
        return NOT_IN_THIS_BOOK
    return CHANGED_SINCE if found.changed else 0
