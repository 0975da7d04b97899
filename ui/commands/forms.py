"""Prints the whole set of blank forms without a book: a group may begin on paper."""

from argparse import Namespace

from translations import Words
from ui.papers.forms import NO_BOOK, print_all_forms


def print_blank_forms(options: Namespace, words: Words) -> int:
    """Print the forms into one PDF file; it appears whole or not at all."""
    print_all_forms(NO_BOOK, words, options.out)
    print(words.say("The paper is ready: {file}", file=options.out))
    return 0
