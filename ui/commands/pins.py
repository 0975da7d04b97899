"""The command `pin`: an officer sets her own PIN, or two sealed codes set a forgotten one anew.

Nothing secret is ever read from the command itself, where others would see it: it is typed where
it does not show, or comes in line by line.
"""

from argparse import Namespace

from ledger.actions.pins import give_out_codes, new_codes, reset_pin, set_pin
from ledger.book.book import Book
from ledger.rules.people import Actor
from ledger.rules.pins import NEEDED, check_pin
from translations import Words
from ui.commands.opening import actor_of, officer_named, opened
from ui.commands.refusals import NobodyOfThatName, PinsDiffer
from ui.commands.spots import asked


def pin(options: Namespace, words: Words) -> int:
    """Set, drop or set anew the PIN of `--by`, or give out three sealed codes; say what holds."""
    with opened(options.book) as book:
        if options.codes:
            return _give_out(book, options, words)
        actor = _officer(book, options.by)
        if options.forgotten:
            return _set_anew(book, actor, words)
        old = asked(words.say("PIN until now")) if actor.id in book.pins() else ""
        # Nothing typed is no way to go without one: that is asked for by its own name.
        new = "" if options.drop else check_pin(_new(words), book.members())
        set_pin(book, actor, old=old, new=new)
    told = (
        words.say("{name} goes without a PIN from now on.", name=actor.name)
        if options.drop
        else words.say("{name} has a new PIN.", name=actor.name)
    )
    print(told)
    return 0


def _set_anew(book: Book, actor: Actor, words: Words) -> int:
    codes = [asked(words.say("Sealed code {number}", number=n + 1)) for n in range(NEEDED)]
    fresh = new_codes()
    reset_pin(book, actor, codes=codes, new=_new(words), fresh=fresh)
    print(words.say("The PIN of {name} was set anew with two sealed codes.", name=actor.name))
    return _show(fresh, words)


def _give_out(book: Book, options: Namespace, words: Words) -> int:
    actor = officer_named(book, options.by)
    second = officer_named(book, options.second) if options.second else None
    codes = new_codes()
    give_out_codes(book, actor, second=second, codes=codes)
    return _show(codes, words)


def _show(codes: tuple[str, ...], words: Words) -> int:
    """The codes, shown this once; nothing of them is kept."""
    print(
        words.say("Write each code down and give it to another officer. Older ones are worthless.")
    )
    for code in codes:
        print(code)
    return 0


def _new(words: Words) -> str:
    new = asked(words.say("New PIN, six figures or more"))
    if asked(words.say("The new PIN once more")) != new:
        raise PinsDiffer
    return new


def _officer(book: Book, name: str) -> Actor:
    """The officer of that name or role, who still has to prove that it is she."""
    for officer in book.officers():
        if name in {officer.name, officer.role.value}:
            return actor_of(officer)
    raise NobodyOfThatName(found=name)
