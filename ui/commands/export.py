"""Writes the whole book as lists: one spreadsheet, or a CSV file for each list in a folder."""

from argparse import Namespace

from reports.lists import write_csv
from reports.workbook import write_workbook
from translations import Words
from ui.commands.opening import as_of, opened, today_of, words_of
from ui.models.exporting import whole_book


def export(options: Namespace, words: Words) -> int:
    """Write the lists; every file appears whole or not at all."""
    out = options.out
    with opened(options.book, as_of=as_of(options)) as book:
        own = words_of(book, words)
        sheets = list(whole_book(book, today_of(options), own))
        if out.suffix.lower() == ".xlsx":
            write_workbook(sheets, own, out)
        else:
            out.mkdir(parents=True, exist_ok=True)
            for name, listing in sheets:
                write_csv(listing, own, out / f"{name}.csv")
    print(words.say("The lists are ready: {file}", file=out))
    return 0
