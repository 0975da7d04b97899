"""Writes a file of past days into a book; a day's line appears only when the day is on disk.

A file that is recorded a second time, whole or from where it was broken off, is written once: a day
whose rows are in the book already is passed over, and said so.
"""

from argparse import Namespace
from dataclasses import replace
from datetime import date

from ledger.actions.record import LineRefused
from ledger.actions.record import record as record_one_day
from ledger.book.once import check_once
from ledger.rules.refusals import WrittenAlready
from translations import Words
from ui.commands.day_file import Row, read_days
from ui.commands.day_lines import DayReader
from ui.commands.opening import keeper_of, money_of, officer_named, opened, today_of
from ui.commands.refusals import FileRowRefused
from ui.one_time import key_of


def record(options: Namespace, words: Words) -> int:
    """Write the days one after the other, each all or nothing."""
    today = today_of(options)
    form = options.form or ""
    with opened(options.book) as book:
        money = money_of(book)
        actor = officer_named(book, options.by) if options.by else keeper_of(book)
        second = officer_named(book, options.second) if options.second else None
        for day, rows in read_days(options.file):
            reader = DayReader(book, book.rulebook(day), money)
            once = key_of("record", form, day.isoformat(), *map(_told, rows))
            try:
                # Before the rows are read: members that are new in them are known by then.
                check_once(book.shelf, once)
                of_day = reader.read(day, rows)
                change = record_one_day(
                    book,
                    replace(actor, once=once),
                    record=of_day,
                    today=today,
                    second=second,
                    reason=options.reason,
                )
            except LineRefused as refused:
                row = reader.rows[refused.index].number
                raise FileRowRefused(row=row, why=refused.why) from refused
            except WrittenAlready as before:
                _say_known(words, day, before)
                continue
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


def _told(row: Row) -> str:
    """A row by its cells; where it stands in the file, and empty cells, say nothing."""
    return repr(sorted((name, cell) for name, cell in row.cells.items() if cell))


def _say_known(words: Words, day: date, before: WrittenAlready) -> None:
    print(
        words.say(
            "{day}: these rows are in the book already, as number {number}; not written again "
            "(another form with the same rows: --form NAME)",
            day=day.isoformat(),
            number=before.act,
        ),
        flush=True,
    )
