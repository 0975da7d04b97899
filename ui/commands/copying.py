"""The commands about copies of a book: make, list, look into, restore from, and mend by them."""

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from ledger.actions.pins import new_codes
from ledger.actions.restoring import Agreed, Restored, rescue_book, restore_book
from ledger.book.copies import against_today, look_into, make_copy, officers_of
from ledger.book.copying import copies_in, every_copy
from ledger.book.files import Secret, is_locked
from ledger.book.keeping import Keeping
from ledger.book.locking import new_lock
from ledger.book.places import HERE
from ledger.book.snapshot import in_memory
from ledger.book.trouble import BookTrouble, PasswordWrong
from ledger.rules.people import Actor, Officer
from ledger.rules.stick_password import check_password, plain_password
from ledger.statements.copies import KeptPlace
from translations import Words
from ui.commands import opening
from ui.commands.opening import actor_of, opened, today_of, words_of
from ui.commands.refusals import NobodyOfThatName, PinsDiffer
from ui.commands.spots import Spot, asked, read_secret, secret_of, spot_at
from ui.messages.copies import copy_lines, lost_lines, restored_lines
from ui.settings import data_folder


def backup(options: Namespace, words: Words) -> int:
    """Make a copy on this machine and in every folder that was named; each is read again."""
    with opened(options.book) as book:
        own = words_of(book, words)
        here = Spot(KeptPlace(HERE, ""), Keeping(data_folder()).copies(book.mark))
        spots = [here, *(spot_at(book, root) for root in options.to)]
        if options.password:
            spots = [here, *_locked_anew(spots[1:], own)]
        for spot in spots:
            snapshot = in_memory(book.shelf.raw, book.path)
            try:
                made = make_copy(snapshot, spot.folder, clock=opening.now, lock=spot.lock)
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
        folders = [spot_at(book, root).folder for root in options.at]
    for folder in (Keeping(data_folder()).copies(mark), *folders):
        for name in copies_in(folder, mark):
            print(f"{name.act}\t{name.entry}\t{name.day}\t{folder / name.file}")
    return 0


def look(options: Namespace, words: Words) -> int:
    """Say what a copy holds; with a book, what that has and the copy lacks. 1 when it is bad."""
    secret = secret_of(options.copy, words)
    found = look_into(options.copy, clock=opening.now, secret=secret)
    stream = sys.stdout if found.good else sys.stderr
    for line in copy_lines(words, found):
        print(line, file=stream)
    if options.against is not None:
        with opened(options.against) as book:
            own, lost = words_of(book, words), against_today(options.copy, book, secret)
        for line in lost_lines(own, lost):
            print(line)
    return 0 if found.good else 1


def restore(options: Namespace, words: Words) -> int:
    """Put a copy in the place of a book, by two officers."""
    secret = secret_of(options.copy, words)
    agreed = _agreed(options, options.copy, secret=secret)
    keeping = Keeping(data_folder())
    done = restore_book(
        options.book, agreed, copy=options.copy, clock=opening.now, keeping=keeping, secret=secret
    )
    return _told(done, words)


def rescue(options: Namespace, words: Words) -> int:
    """Mend a damaged book from the newest sound copy and what can still be read behind it."""
    keeping = Keeping(data_folder())
    folders = [*options.at, *keeping.copy_folders()]
    files = [folder / name.file for folder in folders for name in every_copy(folder)]
    secret = _secret_of_any(files, options, words)
    agreed = _agreed(options, *files, secret=secret)
    done = rescue_book(
        options.book,
        agreed,
        folders=options.at,
        clock=opening.now,
        keeping=keeping,
        secret=secret,
    )
    return _told(done, words)


def _secret_of_any(files: list[Path], options: Namespace, words: Words) -> str | None:
    """The password where any copy is locked: from the file named, or asked for.

    Nothing typed passes the locked ones over.
    """
    if not any(map(is_locked, files)):
        return None
    if options.password_file is not None:
        return read_secret(options.password_file) or None
    return asked(words.say("Password of the copy (nothing passes locked copies over)")) or None


def _locked_anew(spots: list[Spot], words: Words) -> list[Spot]:
    """The same places under one new password; the code of the recovery sheet is shown once."""
    password = check_password(asked(words.say("New password, ten letters or more")))
    if plain_password(asked(words.say("The password once more"))) != password:
        raise PinsDiffer
    code = new_codes()[0]
    print(words.say("Code of the recovery sheet, shown only this once: {code}", code=code))
    lock = new_lock(password, code)
    return [replace(spot, lock=lock) for spot in spots]


def _told(done: Restored, words: Words) -> int:
    done.book.close()
    for line in restored_lines(words, done):
        print(line)
    return 0


def _agreed(options: Namespace, *copies: Path, secret: Secret | None = None) -> Agreed:
    """Who agrees, by the committee that stands in the first copy that can be read.

    Raises PasswordWrong where a password was given and opens it not.
    """
    officers: tuple[Officer, ...] = ()
    for copy in copies:
        try:
            officers = officers_of(copy, clock=opening.now, secret=secret)
            break
        except PasswordWrong:
            if secret is not None:
                raise
        except BookTrouble:
            continue
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
