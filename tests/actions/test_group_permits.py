"""A group agrees on who may do what: by decision, by two, and from that moment on."""

from dataclasses import replace

import pytest

from ledger.actions.group import change_group
from ledger.actions.permits import change_permits
from ledger.actions.record import record_day
from ledger.actions.two_persons import SecondPersonMissing
from ledger.book.book import Book
from ledger.rules.group_permits import NeverAlone, Permit, Permits, permit_of
from ledger.rules.lines import Deposit
from ledger.rules.people import Role
from ledger.rules.permits import Act, NotPermitted
from ledger.rules.refusals import NameMissing
from tests.villages import DAY, KHAM, TODAY, actor, two

HEAD, KEEPER, TREASURER = actor(Role.PRESIDENT), actor(), actor(Role.TREASURER)
BY_TWO = permit_of(Act.RECORD_DAY, (Role.ACCOUNTANT, Role.PRESIDENT), two=True)


def agree(book: Book, *permits: Permit, decision: str = "3/2026") -> None:
    change_permits(book, KEEPER, permits=permits, decision=decision, second=HEAD, today=TODAY)


def save(book: Book, who: object = KEEPER) -> None:
    lines = (Deposit(KHAM.id, 10_000),)
    record_day(book, who, day=DAY, lines=lines, today=TODAY)  # type: ignore[arg-type]


def test_it_holds_at_once_and_for_everybody(book: Book) -> None:
    save(book, TREASURER)
    agree(book, BY_TWO)
    with pytest.raises(NotPermitted):
        save(book, TREASURER)
    with pytest.raises(SecondPersonMissing):
        save(book)
    with pytest.raises(SecondPersonMissing):
        save(book, replace(KEEPER, beside=KEEPER))
    with pytest.raises(NotPermitted):
        save(book, replace(KEEPER, beside=TREASURER))
    save(book, two(KEEPER))
    (act,) = book.history(1)
    assert (act.name, act.second) == (KEEPER.name, HEAD.name)


def test_it_stands_in_the_trail_and_in_the_file(book: Book) -> None:
    agree(book, BY_TWO)
    (act,) = book.history(1)
    assert act.act == Act.CHANGE_PERMITS
    assert act.facts == {"decision": "3/2026", "acts": ["record_day"]}
    assert (act.name, act.second) == (KEEPER.name, HEAD.name)
    book.close()
    again = Book.open(book.path, clock=book.clock)
    assert again.permits == Permits((BY_TWO,))
    assert again.check() == ()
    again.close()


def test_not_alone_and_not_without_a_decision(book: Book) -> None:
    for second in (None, KEEPER):
        with pytest.raises(SecondPersonMissing):
            change_permits(
                book, KEEPER, permits=(BY_TWO,), decision="3/2026", second=second, today=TODAY
            )
    with pytest.raises(NameMissing):
        agree(book, BY_TWO, decision=" ")
    with pytest.raises(NotPermitted):
        change_permits(
            book, TREASURER, permits=(BY_TWO,), decision="3/2026", second=HEAD, today=TODAY
        )
    with pytest.raises(NeverAlone):
        agree(book, permit_of(Act.ADOPT_RULES, (Role.PRESIDENT,), two=False))
    assert book.permits == Permits()


def test_what_changes_nothing_is_not_written(book: Book) -> None:
    agree(book, BY_TWO)
    before = book.paper_code()
    agree(book, BY_TWO, decision="4/2026")
    assert book.paper_code() == before


def test_other_facts_of_the_group_do_not_touch_it(book: Book) -> None:
    agree(book, BY_TWO)
    change_group(book, KEEPER, group=replace(book.group, village="ໃໝ່", permits=()))
    assert book.permits == Permits((BY_TWO,))
    assert book.group.village == "ໃໝ່"
