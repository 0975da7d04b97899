"""The group's facts and its committee change, and what was there before stays readable."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.actions.group import change_group, set_officers
from ledger.actions.two_persons import SecondPersonMissing
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.people import Officer, OfficerId, Role
from ledger.rules.permits import Act, NotPermitted
from ledger.rules.refusals import NameMissing
from ledger.rules.set_up import CommitteeTooSmall
from tests.villages import BEGIN, GROUP, OFFICERS, actor, two


def test_new_facts_stand_and_the_first_day_stays(book: Book) -> None:
    change = change_group(
        book, actor(), group=replace(book.group, zone="ເຂດ 9", points=True, books_begin=None)
    )
    assert change.topics == {Topic.GROUP}
    assert (book.group.zone, book.group.points) == ("ເຂດ 9", True)
    assert book.group.books_begin == BEGIN
    assert book.check() == ()


def test_a_group_has_a_name(book: Book) -> None:
    with pytest.raises(NameMissing) as raised:
        change_group(book, actor(), group=replace(GROUP, name="  "))
    assert raised.value.what == "group"


def test_a_new_treasurer_follows_the_old_one(book: Book) -> None:
    left = replace(OFFICERS[2], until=date(2026, 4, 30))
    new = Officer(OfficerId(5), "ນາງ ພອນ", Role.TREASURER, since=date(2026, 5, 1))
    change = set_officers(book, two(actor()), officers=(*OFFICERS[:2], left, OFFICERS[3], new))
    assert change.topics == {Topic.OFFICERS}
    assert book.officers() == (*OFFICERS[:2], left, OFFICERS[3], new)
    assert book.check() == ()


def test_nobody_alone_says_who_is_on_the_committee(book: Book) -> None:
    new = Officer(OfficerId(5), "ນາງ ພອນ", Role.PRESIDENT, since=date(2026, 5, 1))
    for alone in (actor(), replace(actor(), beside=actor())):
        with pytest.raises(SecondPersonMissing):
            set_officers(book, alone, officers=(*OFFICERS, new))
    assert book.officers() == OFFICERS
    set_officers(book, two(actor()), officers=(*OFFICERS, new))
    (last,) = book.history(1)
    assert (last.act, last.name, last.second) == (
        Act.SET_OFFICERS,
        actor().name,
        actor(Role.PRESIDENT).name,
    )


def test_enough_officers_stay_to_sign_a_closing(book: Book) -> None:
    gone = tuple(replace(officer, until=date(2026, 4, 30)) for officer in OFFICERS[1:])
    with pytest.raises(CommitteeTooSmall) as raised:
        set_officers(book, actor(), officers=(OFFICERS[0], *gone))
    assert raised.value == CommitteeTooSmall(given=1, needed=2)
    assert book.officers() == OFFICERS


def test_an_officer_has_a_name(book: Book) -> None:
    with pytest.raises(NameMissing) as raised:
        set_officers(
            book, two(actor()), officers=(*OFFICERS, Officer(OfficerId(5), " ", Role.MEMBER))
        )
    assert raised.value.what == "officer"


@pytest.mark.parametrize("role", [Role.TREASURER, Role.AUDITOR])
def test_neither_treasurer_nor_auditor_changes_the_group(book: Book, role: Role) -> None:
    with pytest.raises(NotPermitted):
        change_group(book, actor(role), group=GROUP)
    with pytest.raises(NotPermitted):
        set_officers(book, actor(role), officers=OFFICERS)
