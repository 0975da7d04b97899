"""PINs: an officer says who she is with a secret, sets it, and gets a forgotten one set anew.

Setting one is her own act. Whoever forgot hers needs two of the three sealed codes that lie with
different officers; that stands in the trail for everybody to read, and new codes are given out in
the same act, since opened envelopes protect nobody.
"""

import json
import secrets as chance
from collections.abc import Sequence
from contextlib import suppress

from ledger.actions.secrets import fits, is_old, made_of
from ledger.actions.two_persons import check_two, permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.pins_book import TRIES
from ledger.book.writing import writing
from ledger.rules.clock import ClockInDoubt
from ledger.rules.people import Actor, OfficerId
from ledger.rules.permits import Act
from ledger.rules.pins import (
    CODES,
    NEEDED,
    CodesDoNotOpen,
    PinWrong,
    check_pin,
    plain_code,
    plain_pin,
    sealed_code,
    wait_after,
)
from ledger.rules.refusals import BookSetBack, BookUnsound

_BITS = 100


def check_secret(book: Book, actor: Actor, typed: str) -> None:
    """Let an officer in by her PIN; whoever has none needs none.

    Raises PinWrong, and counts the wrong try in the book, so that starting anew helps nobody.
    """
    made = book.pins().get(actor.id)
    if made is None:
        return
    pin, wrong = plain_pin(typed), book.wrong_tries(actor.id)
    if not fits(pin, made):
        _count(book, actor, wrong + 1)
        raise PinWrong(name=actor.name, wait=wait_after(wrong + 1))
    if wrong:
        _count(book, actor, 0)
    if is_old(made):
        _keep(book, actor, pin)


def set_pin(book: Book, actor: Actor, *, old: str, new: str) -> Change:
    """Give oneself a PIN, another one, or with "" none any more.

    Raises PinWrong for the old one, and what `check_pin` raises for the new one.
    """
    permit(book, actor, Act.SET_PIN)
    check_secret(book, actor, old)
    made = made_of(check_pin(new, book.members())) if new.strip() else ""
    act = Act.SET_PIN if made else Act.DROP_PIN
    with writing(book, actor, act, name=actor.name) as pen:
        pen.write_pin(actor.id, made)
    return pen.change


def new_codes() -> tuple[str, ...]:
    """Three sealed codes by chance, to be printed and kept nowhere else."""
    return tuple(sealed_code(chance.randbits(_BITS)) for _ in range(CODES))


def give_out_codes(
    book: Book, actor: Actor, *, second: Actor | None, codes: Sequence[str]
) -> Change:
    """Let three new sealed codes hold; the older ones open nothing any more.

    Raises SecondPersonMissing.
    """
    today = book.clock().date()
    second = check_two(book, actor, second, Act.GIVE_OUT_CODES, today=today)
    with writing(book, actor, Act.GIVE_OUT_CODES, second=second, name=actor.name) as pen:
        pen.write_codes([made_of(plain_code(code)) for code in codes])
    return pen.change


def reset_pin(
    book: Book, actor: Actor, *, codes: Sequence[str], new: str, fresh: Sequence[str]
) -> Change:
    """Set a forgotten PIN anew with two sealed codes; the three `fresh` ones hold from now on.

    `actor` is the officer who forgot hers. Raises CodesDoNotOpen, and what `check_pin` raises;
    nothing is changed then.
    """
    permit(book, actor, Act.RESET_PIN)
    right = _opened(book.sealed_codes(), codes)
    if right < NEEDED:
        raise CodesDoNotOpen(right=right, needed=NEEDED)
    pin = check_pin(new, book.members())
    with writing(book, actor, Act.RESET_PIN, name=actor.name) as pen:
        pen.write_pin(actor.id, made_of(pin))
        pen.write_codes([made_of(plain_code(code)) for code in fresh])
    _count(book, actor, 0)
    return pen.change


def _keep(book: Book, actor: Actor, pin: str) -> None:
    """Write what is made of a PIN today; where nothing may be written, it waits."""
    with (
        suppress(BookSetBack, BookUnsound, ClockInDoubt),
        writing(book, actor, Act.SET_PIN, name=actor.name) as pen,
    ):
        pen.write_pin(actor.id, made_of(pin))


def _opened(kept: Sequence[str], typed: Sequence[str]) -> int:
    """How many different ones of the kept codes were typed."""
    plain = {plain_code(code) for code in typed} - {""}
    return sum(any(fits(code, made) for code in plain) for made in kept)


def _count(book: Book, actor: Actor, wrong: int) -> None:
    """Write in pencil how many wrong tries there were at an officer's name."""
    tries: dict[str, int] = json.loads(book.draft(TRIES) or "{}")
    tries[str(OfficerId(actor.id))] = wrong
    kept = {officer: count for officer, count in tries.items() if count}
    # Nothing is counted in an older file that was put back, or in a damaged one: two officers have
    # to prove who they are before they decide about it, and must not be kept out by it.
    with suppress(BookSetBack, BookUnsound), writing(book, actor, Act.PENCIL) as pen:
        pen.draft(TRIES, json.dumps(kept, sort_keys=True) if kept else None)
