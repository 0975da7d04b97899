"""The year's report in words is written in pencil: typed over until it reads as it should."""

import json
from collections.abc import Mapping

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.papers_year import texts_key
from ledger.book.writing import writing
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.year_texts import check_year_texts
from ledger.statements.year_set import YearText


def keep_year_texts(
    book: Book, actor: Actor, *, year: int, texts: Mapping[YearText, str]
) -> Change:
    """Keep parts of a year's report in words; the other parts stay, and an empty one goes.

    Raises YearTextTooLong and what the permits raise.
    """
    permit(book, actor, Act.PENCIL)
    check_year_texts(texts.values())
    kept = {**book.year_texts(year), **texts}
    plain = {text.value: kept[text] for text in YearText if kept.get(text)}
    with writing(book, actor, Act.PENCIL) as pen:
        pen.draft(texts_key(year), json.dumps(plain, ensure_ascii=False) if plain else None)
    return pen.change
