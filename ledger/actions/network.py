"""What the group types for the network's sheet, since no book knows it, is kept in pencil."""

import json
from collections.abc import Mapping

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.network import TYPED_FIGURES
from ledger.book.writing import writing
from ledger.rules.network import TYPED, Figure
from ledger.rules.network_checks import check_typed
from ledger.rules.people import Actor
from ledger.rules.permits import Act


def keep_network_figures(book: Book, actor: Actor, *, figures: Mapping[Figure, int]) -> Change:
    """Keep figures for the sheet, over those that were there; the others stay as they are."""
    permit(book, actor, Act.PENCIL)
    check_typed(figures)
    kept = {**book.typed_figures(), **figures}
    text = json.dumps({figure.value: kept[figure] for figure in TYPED if figure in kept})
    with writing(book, actor, Act.PENCIL) as pen:
        pen.draft(TYPED_FIGURES, text)
    return pen.change
