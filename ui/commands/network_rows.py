"""The figures of the group's sheet for the network as rows, with how much stands behind each."""

from datetime import date

from ledger.book.book import Book
from ledger.rules.network import Figure
from translations import Words
from translations.network_words import figure_name


def sheet_rows(book: Book, day: date, words: Words) -> list[dict[str, object]]:
    """Every figure of the sheet at the end of a day that the book or the group knows."""
    made = book.network_sheet(day)
    return [
        {
            "figure": figure.value,
            "name": figure_name(words, figure.value),
            "value": made.sheet[figure],
            "entries": len(made.behind.get(figure, ())),
        }
        for figure in Figure
        if figure in made.sheet.figures
    ]
