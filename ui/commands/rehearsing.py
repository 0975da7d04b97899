"""The command `rehearse`: the newest copy of each place is opened in memory and wholly checked."""

from argparse import Namespace
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ledger.actions.rehearsing import note_rehearsal
from ledger.book.book import Book
from ledger.book.keeping import Keeping
from ledger.book.places import HERE
from ledger.book.rehearsing import rehearse
from ledger.book.snapshot import in_memory
from ledger.rules.people import Actor
from ledger.statements.copies import KeptPlace, Outcome
from translations import Words
from ui.commands.opening import keeper_of, officer_named, opened, today_of, words_of
from ui.models.copies import place_name, rehearsed_line
from ui.settings import data_folder
from ui.sticks import stick_at


def rehearse_copies(options: Namespace, words: Words) -> int:
    """Rehearse the copy on this machine and in each folder named; 1 where one is not good."""
    with opened(options.book) as book:
        actor = officer_named(book, options.by) if options.by else keeper_of(book)
        keeping, own = Keeping(data_folder()), words_of(book, words)
        places = [(_known(book, KeptPlace(HERE, "")), keeping.copies(book.mark))]
        places += [_at(book, root) for root in options.at]
        done = [_rehearsed(book, actor, place, folder, options) for place, folder in places]
    for place in done:
        print(f"{place_name(own, place)}: {rehearsed_line(own, place)}")
    return 0 if all(place.outcome is Outcome.GOOD for place in done) else 1


def _rehearsed(
    book: Book, actor: Actor, place: KeptPlace, folder: Path, options: Namespace
) -> KeptPlace:
    snapshot = in_memory(book.shelf.raw, book.path)
    try:
        found = rehearse(snapshot, folder, act=place.act)
    finally:
        snapshot.close()
    done = replace(place, rehearsed=today_of(options), outcome=found.outcome)
    note_rehearsal(book, actor, place=done.name, rehearsal=found)
    places = Keeping(data_folder()).places(book.mark)
    if places.of(done.key) is not None:
        with suppress(OSError):
            places.put(done)
    return done


def _at(book: Book, root: Path) -> tuple[KeptPlace, Path]:
    """A stick of the group by its mark, or any folder in which copies lie."""
    stick = stick_at(root)
    if stick is None:
        return KeptPlace(str(root), str(root)), root
    return _known(book, KeptPlace(stick.key, stick.name)), stick.copies


def _known(book: Book, place: KeptPlace) -> KeptPlace:
    return Keeping(data_folder()).places(book.mark).of(place.key) or place
