"""A copy, or what was saved of a damaged book, takes the book's place and lies open again."""

from pathlib import Path

from ledger.actions.restoring import Agreed, Restored, restore_book, save_salvage
from ledger.book.book import Book
from ledger.book.files import Secret
from ledger.book.putting_back import put_back as put_copy
from ledger.book.salvage import Salvage, sound_copy
from ledger.book.shelf import Shelf
from ledger.book.trouble import BookTrouble
from ledger.rules.people import Actor
from ledger.rules.refusals import Refusal
from ui.desk import Desk


def put_back(
    desk: Desk, copy: Path, second: Actor | None, secret: Secret | None = None
) -> Restored | None:
    """Put a copy in the place of the open book and lay it on the desk; nothing where refused.

    Whoever is signed in stays so. Where it is refused, the book lies open as before.
    """
    path, agreed = desk.book.path, Agreed(desk.actor, second, desk.today())
    desk.close()
    try:
        done = restore_book(
            path, agreed, copy=copy, clock=desk.clock, keeping=desk.keeping, secret=secret
        )
    except (Refusal, BookTrouble) as trouble:
        if desk.open(path):
            desk.sign_in(agreed.actor)
        desk.say_no(trouble)
        return None
    desk.lay(done.book)
    desk.sign_in(agreed.actor)
    return done


def put_salvage(desk: Desk, path: Path, salvage: Salvage, two: tuple[Actor, Actor]) -> bool:
    """Put what was saved of a damaged book in its place and lay it on the desk; false if refused.

    Nothing lies on the desk before; the first of the two is signed in then.
    """
    agreed = Agreed(*two, desk.today())
    try:
        done = save_salvage(path, agreed, salvage=salvage, clock=desk.clock, keeping=desk.keeping)
    except (Refusal, BookTrouble) as trouble:
        desk.say_no(trouble)
        return False
    desk.settings.last_book = path
    desk.lay(done.book)
    desk.sign_in(agreed.actor)
    return True


def beside(desk: Desk, book: Book) -> Desk:
    """Another desk with the same words for a book that is only asked about there."""
    other = Desk(desk.words, clock=desk.clock, settings=desk.settings, parent=desk)
    other.lay(book)
    return other


def put_here(desk: Desk, copy: Shelf, target: Path) -> bool:
    """Write a copy that was opened in memory to this machine and open it; false where refused."""
    try:
        try:
            put_copy(copy, target)
        finally:
            copy.close()
    except BookTrouble as trouble:
        desk.say_no(trouble)
        return False
    return desk.open(target)


def take_here(desk: Desk, path: Path, target: Path) -> bool:
    """Copy a book from elsewhere to this machine and open it; the one there is only read.

    False where it is not sound, or cannot be read or written; the sentence is said.
    """
    try:
        copy = sound_copy(path)
    except BookTrouble as trouble:
        desk.say_no(trouble)
        return False
    return put_here(desk, copy, target)
