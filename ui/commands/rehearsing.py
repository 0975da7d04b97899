"""The command `rehearse`: the newest copy of each place is opened in memory and wholly checked."""

from argparse import Namespace
from contextlib import suppress
from dataclasses import replace

from ledger.actions.rehearsing import note_rehearsal
from ledger.book.book import Book
from ledger.book.keeping import Keeping
from ledger.book.rehearsing import rehearse
from ledger.book.snapshot import in_memory
from ledger.rules.people import Actor
from ledger.statements.copies import KeptPlace, Outcome
from translations import Words
from ui.commands.opening import keeper_of, officer_named, opened, today_of, words_of
from ui.commands.spots import Spot, spot_at
from ui.models.copies import place_name, rehearsed_line
from ui.settings import data_folder


def rehearse_copies(options: Namespace, words: Words) -> int:
    """Rehearse the copy on this machine and in each folder named; 1 where one is not good."""
    with opened(options.book) as book:
        actor = officer_named(book, options.by) if options.by else keeper_of(book)
        keeping, own = Keeping(data_folder()), words_of(book, words)
        (here, *_) = keeping.places(book.mark).every()
        spots = [Spot(here, keeping.copies(book.mark))]
        spots += [spot_at(book, root) for root in options.at]
        done = [_rehearsed(book, actor, spot, options) for spot in spots]
    for place in done:
        print(f"{place_name(own, place)}: {rehearsed_line(own, place)}")
    return 0 if all(place.outcome is Outcome.GOOD for place in done) else 1


def _rehearsed(book: Book, actor: Actor, spot: Spot, options: Namespace) -> KeptPlace:
    snapshot, key = in_memory(book.shelf.raw, book.path), spot.lock.key if spot.lock else None
    try:
        found = rehearse(snapshot, spot.folder, act=spot.place.act, secret=key)
    finally:
        snapshot.close()
    done = replace(spot.place, rehearsed=today_of(options), outcome=found.outcome)
    note_rehearsal(book, actor, place=done.name, rehearsal=found)
    places = Keeping(data_folder()).places(book.mark)
    if places.of(done.key) is not None:
        with suppress(OSError):
            places.put(done)
    return done
