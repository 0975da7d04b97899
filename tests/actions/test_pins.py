"""PINs in the book: set, tried, forgotten and set anew; nothing of them lies in the file."""

from pathlib import Path

import pytest

from ledger.actions import pins, secrets
from ledger.actions.pins import check_secret, give_out_codes, new_codes, reset_pin, set_pin
from ledger.actions.two_persons import SecondPersonMissing
from ledger.book.book import Book
from ledger.rules.people import Actor, Role
from ledger.rules.permits import NotPermitted
from ledger.rules.pins import CodesDoNotOpen, PinTooEasy, PinWrong
from ledger.rules.refusals import BookSetBack, BookUnsound
from ledger.statements.findings import Fault, Finding
from tests.villages import actor

PIN, OTHER = "739152", "ດອກຈຳປາ 9"


@pytest.fixture
def who() -> Actor:
    return actor()


@pytest.fixture
def open_book(book: Book, who: Actor) -> Book:
    set_pin(book, who, old="", new=PIN)
    return book


def test_whoever_has_none_is_let_in(book: Book, who: Actor) -> None:
    assert book.pins() == {}
    check_secret(book, who, "")
    check_secret(book, who, "anything")


def test_the_right_one_lets_in_in_any_figures_and_a_wrong_one_not(
    open_book: Book, who: Actor
) -> None:
    check_secret(open_book, who, PIN)
    check_secret(open_book, who, " ໗໓໙໑໕໒ ")
    for typed in ("", "739153", PIN + "0"):
        with pytest.raises(PinWrong):
            check_secret(open_book, who, typed)


def test_wrong_tries_are_counted_in_the_file_and_forgotten_with_the_right_one(
    open_book: Book, who: Actor
) -> None:
    waits = []
    for _ in range(4):
        with pytest.raises(PinWrong) as no:
            check_secret(open_book, who, "nonsense")
        waits.append(no.value.wait)
    assert waits == [0, 0, 5, 30]
    path, clock = open_book.path, open_book.clock
    open_book.close()
    again = Book.open(path, clock=clock)
    assert again.wrong_tries(who.id) == 4
    check_secret(again, who, PIN)
    assert again.wrong_tries(who.id) == 0
    assert again.check() == ()
    again.close()


def test_another_pin_needs_the_one_before_and_a_bad_one_changes_nothing(
    open_book: Book, who: Actor
) -> None:
    before = open_book.pins()
    with pytest.raises(PinWrong):
        set_pin(open_book, who, old="wrong one", new=OTHER)
    with pytest.raises(PinTooEasy):
        set_pin(open_book, who, old=PIN, new="111111")
    assert open_book.pins() == before
    set_pin(open_book, who, old=PIN, new=OTHER)
    check_secret(open_book, who, OTHER)
    with pytest.raises(PinWrong):
        check_secret(open_book, who, PIN)


def test_she_may_go_without_one_again(open_book: Book, who: Actor) -> None:
    set_pin(open_book, who, old=PIN, new="")
    assert open_book.pins() == {}
    check_secret(open_book, who, "")
    assert [row.act for row in open_book.history(2)] == ["drop_pin", "set_pin"]


def test_three_codes_take_two_officers_and_two_of_them_open(open_book: Book, who: Actor) -> None:
    codes = new_codes()
    with pytest.raises(SecondPersonMissing):
        give_out_codes(open_book, who, second=None, codes=codes)
    give_out_codes(open_book, who, second=actor(Role.PRESIDENT), codes=codes)
    fresh = new_codes()
    for typed in ((), codes[:1], (codes[0], codes[0]), (codes[0], fresh[1]), ("", "")):
        with pytest.raises(CodesDoNotOpen):
            reset_pin(open_book, who, codes=typed, new=OTHER, fresh=fresh)
    check_secret(open_book, who, PIN)
    with pytest.raises(PinWrong):
        check_secret(open_book, who, "forgotten")
    reset_pin(open_book, who, codes=(codes[2].lower(), codes[0]), new=OTHER, fresh=fresh)
    assert open_book.wrong_tries(who.id) == 0
    check_secret(open_book, who, OTHER)
    # Opened envelopes open nothing any more; the new ones do.
    with pytest.raises(CodesDoNotOpen):
        reset_pin(open_book, who, codes=codes, new=PIN, fresh=new_codes())
    reset_pin(open_book, who, codes=fresh[:2], new=PIN, fresh=new_codes())
    assert open_book.history(1)[0].act == "reset_pin"
    assert open_book.check() == ()


def test_only_who_leads_gives_out_codes(book: Book) -> None:
    auditor = actor(Role.AUDITOR)
    with pytest.raises(NotPermitted):
        give_out_codes(book, auditor, second=actor(), codes=new_codes())


def test_nothing_of_a_pin_or_a_code_lies_in_the_file(open_book: Book, who: Actor) -> None:
    codes = new_codes()
    give_out_codes(open_book, who, second=actor(Role.PRESIDENT), codes=codes)
    path = open_book.path
    open_book.close()
    content = Path(path).read_bytes()
    assert b"$argon2id$" in content
    for secret in (PIN, *codes, *(code.replace("-", "") for code in codes)):
        assert secret.encode() not in content


def test_what_was_made_with_weaker_values_is_made_anew(
    open_book: Book, who: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = open_book.pins()[who.id]
    monkeypatch.setattr(pins, "is_old", lambda made: made == before)
    check_secret(open_book, who, PIN)
    assert open_book.pins()[who.id] != before
    check_secret(open_book, who, PIN)


def test_an_older_file_that_was_put_back_keeps_nobody_out(
    open_book: Book, who: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two officers must prove who they are before they decide about it; it counts nothing."""
    with pytest.raises(PinWrong):
        check_secret(open_book, who, "nonsense")
    older = Finding(Fault.OLDER_FILE, (1, 1, 2, 2))
    monkeypatch.setattr(Book, "setback", older)
    monkeypatch.setattr(pins, "is_old", lambda _: True)
    check_secret(open_book, who, PIN)
    with pytest.raises(PinWrong):
        check_secret(open_book, who, "nonsense")
    with pytest.raises(BookSetBack):
        set_pin(open_book, who, old=PIN, new=OTHER)
    assert open_book.wrong_tries(who.id) == 1
    assert open_book.history(1)[0].act == "set_pin"


def test_a_damaged_book_keeps_nobody_out(
    open_book: Book, who: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two officers must prove who they are before they save what can be saved of it."""
    open_book.found = (Finding(Fault.ENTRY_SEAL, (1,)),)
    monkeypatch.setattr(pins, "is_old", lambda _: True)
    check_secret(open_book, who, PIN)
    with pytest.raises(PinWrong):
        check_secret(open_book, who, "nonsense")
    with pytest.raises(BookUnsound):
        set_pin(open_book, who, old=PIN, new=OTHER)
    assert open_book.wrong_tries(who.id) == 0


def test_a_damaged_text_fits_nothing() -> None:
    assert not secrets.fits(PIN, "no hash at all")
    assert not secrets.is_old(secrets.made_of(PIN))
