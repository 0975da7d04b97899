"""The commands about copies of a book: make, list, look into, restore from, and mend by them."""

import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from ledger.actions.restoring import Agreed, Restored, rescue_book, restore_book
from ledger.book.copies import against_today, look_into, make_copy, officers_of
from ledger.book.copying import copies_in, every_copy
from ledger.book.keeping import Keeping
from ledger.book.snapshot import in_memory
from ledger.book.trouble import BookTrouble
from ledger.rules.people import Actor, Officer
from translations import Words
from ui.commands.opening import actor_of, now, opened, today_of, words_of
from ui.commands.refusals import NobodyOfThatName
from ui.messages.copies import copy_lines, lost_lines, restored_lines
from ui.settings import data_folder


def backup(options: Namespace, words: Words) -> int:
    """Make a copy on this machine and in every folder that was named; each is read again."""
    with opened(options.book) as book:
        own = words_of(book, words)
        folders = [Keeping(data_folder()).copies(book.mark), *options.to]
        for folder in folders:
            snapshot = in_memory(book.shelf.raw, book.path)
            try:
                made = make_copy(snapshot, folder, clock=now)
            finally:
                snapshot.close()
            print(made.file)
    for line in copy_lines(own, made.look):
        print(line)
    return 0


def copies(options: Namespace, words: Words) -> int:
    """List the copies of a book on this machine and in the folders named, the newest first."""
    del words
    with opened(options.book) as book:
        mark = book.mark
    for folder in (Keeping(data_folder()).copies(mark), *options.at):
        for name in copies_in(folder, mark):
            print(f"{name.act}\t{name.entry}\t{name.day}\t{folder / name.file}")
    return 0


def look(options: Namespace, words: Words) -> int:
    """Say what a copy holds; with a book, what that has and the copy lacks. 1 when it is bad."""
    found = look_into(options.copy, clock=now)
    stream = sys.stdout if found.good else sys.stderr
    for line in copy_lines(words, found):
        print(line, file=stream)
    if options.against is not None:
        with opened(options.against) as book:
            own, lost = words_of(book, words), against_today(options.copy, book)
        for line in lost_lines(own, lost):
            print(line)
    return 0 if found.good else 1


def restore(options: Namespace, words: Words) -> int:
    """Put a copy in the place of a book, by two officers."""
    agreed = _agreed(options, options.copy)
    keeping = Keeping(data_folder())
    done = restore_book(options.book, agreed, copy=options.copy, clock=now, keeping=keeping)
    return _told(done, words)


def rescue(options: Namespace, words: Words) -> int:
    """Mend a damaged book from the newest sound copy and what can still be read behind it."""
    keeping = Keeping(data_folder())
    folders = [*options.at, *keeping.copy_folders()]
    files = [folder / name.file for folder in folders for name in every_copy(folder)]
    agreed = _agreed(options, *files)
    done = rescue_book(options.book, agreed, folders=options.at, clock=now, keeping=keeping)
    return _told(done, words)


def _told(done: Restored, words: Words) -> int:
    done.book.close()
    for line in restored_lines(words, done):
        print(line)
    return 0


def _agreed(options: Namespace, *copies: Path) -> Agreed:
    """Who agrees, by the committee that stands in the first copy that can be read."""
    officers: tuple[Officer, ...] = ()
    for copy in copies:
        with suppress(BookTrouble):
            officers = officers_of(copy, clock=now)
            break
    return Agreed(
        actor=_named(officers, options.by),
        second=_named(officers, options.second) if options.second else None,
        today=today_of(options),
    )


def _named(officers: tuple[Officer, ...], name: str) -> Actor:
    for officer in officers:
        if name in {officer.name, officer.role.value}:
            return actor_of(officer)
    raise NobodyOfThatName(found=name)
