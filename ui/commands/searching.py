"""Finds a name, a number or an amount in the whole book, and prints what fits, one a line."""

from argparse import Namespace

from translations import Words
from ui.commands.opening import opened, words_of
from ui.models.search import KINDS, find


def find_in_book(options: Namespace, words: Words) -> int:
    """Print what fits, as the window shows it; 1 when nothing does."""
    with opened(options.book) as book:
        in_group = words_of(book, words)
        hits = find(book, in_group, options.text)
    for hit in hits:
        print(f"{words.say(KINDS[hit.kind])}\t{hit.text}\t{hit.beside}")
    return 0 if hits else 1
