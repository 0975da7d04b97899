"""Writes a file of past days into a book; a day's line appears only when the day is on disk."""

from argparse import Namespace

from ledger.actions.record import LineRefused
from ledger.actions.record import record as record_one_day
from translations import Words
from ui.commands.day_file import read_days
from ui.commands.day_lines import DayReader
from ui.commands.opening import keeper_of, money_of, officer_named, opened, today_of
from ui.commands.refusals import FileRowRefused


def record(options: Namespace, words: Words) -> int:
    """Write the days one after the other, each all or nothing."""
    today = today_of(options)
    with opened(options.book) as book:
        money = money_of(book)
        actor = officer_named(book, options.by) if options.by else keeper_of(book)
        second = officer_named(book, options.second) if options.second else None
        for day, rows in read_days(options.file):
            reader = DayReader(book, book.rulebook(day), money)
            of_day = reader.read(day, rows)
            try:
                change = record_one_day(
                    book,
                    actor,
                    record=of_day,
                    today=today,
                    second=second,
                    reason=options.reason,
                )
            except LineRefused as refused:
                row = reader.rows[refused.index].number
                raise FileRowRefused(row=row, why=refused.why) from refused
            print(
                words.say(
                    "{day}: {entries} entries, last number {number}",
                    day=day.isoformat(),
                    entries=len(change.entries),
                    number=change.entries[-1] if change.entries else "-",
                ),
                flush=True,
            )
    return 0
