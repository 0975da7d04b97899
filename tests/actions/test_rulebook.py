"""New rules hold from their day on, and the days before keep their own."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ledger.actions.record import record_day
from ledger.actions.rulebook import AccountStillNeeded, RulesTooEarly, adopt_rulebook
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.allocation_check import AllocationNotWhole
from ledger.rules.lines import ToBank
from ledger.rules.people import Role
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import NameMissing
from tests.villages import BANK, BEGIN, DAY, RULES, TODAY, actor, two

MAY = date(2026, 5, 1)
NEW = replace(
    RULES, valid_from=MAY, resolution="7/2026", saving=replace(RULES.saving, minimum=20_000)
)


def test_new_rules_hold_from_their_day_on(book: Book) -> None:
    change = adopt_rulebook(book, two(actor()), rulebook=NEW)
    assert change.topics == {Topic.RULES}
    assert book.rulebook(MAY) == NEW
    assert book.rulebook(MAY - timedelta(days=1)) == RULES
    assert book.rulebooks == (RULES, NEW)
    assert book.check() == ()


def test_rules_cannot_begin_before_the_newest(book: Book) -> None:
    with pytest.raises(RulesTooEarly) as raised:
        adopt_rulebook(book, two(actor()), rulebook=replace(NEW, valid_from=BEGIN))
    assert raised.value == RulesTooEarly(valid_from=BEGIN, earliest=BEGIN)
    assert book.rulebooks == (RULES,)


def test_rules_without_a_resolution_are_nobodys_rules(book: Book) -> None:
    with pytest.raises(NameMissing) as raised:
        adopt_rulebook(book, two(actor()), rulebook=replace(NEW, resolution=" "))
    assert raised.value.what == "resolution"


def test_impossible_rules_never_reach_the_book(book: Book) -> None:
    lines = tuple(replace(RULES.profit.lines[0], amount=n) for n in (7_000, 1_500, 1_000, 3_000))
    with pytest.raises(AllocationNotWhole) as raised:
        adopt_rulebook(
            book, two(actor()), rulebook=replace(NEW, profit=replace(NEW.profit, lines=lines))
        )
    assert raised.value == AllocationNotWhole(total=12_500, difference=2_500)


def test_a_bank_with_money_in_it_stays_in_the_rules(book: Book) -> None:
    record_day(book, actor(), day=DAY, lines=(ToBank(BANK, 100_000),), today=TODAY)
    without = tuple(named for named in RULES.accounts if named.account != BANK)
    with pytest.raises(AccountStillNeeded) as raised:
        adopt_rulebook(book, two(actor()), rulebook=replace(NEW, accounts=without))
    assert raised.value.name == "ທະນາຄານ"


def test_an_account_that_was_never_used_may_go(book: Book) -> None:
    without = tuple(named for named in RULES.accounts if named.account != BANK)
    adopt_rulebook(book, two(actor()), rulebook=replace(NEW, accounts=without))
    assert book.rulebooks[-1].named(BANK) is None


def test_the_treasurer_does_not_change_the_rules(book: Book) -> None:
    with pytest.raises(NotPermitted):
        adopt_rulebook(book, two(actor(Role.TREASURER)), rulebook=NEW)
