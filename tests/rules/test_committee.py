"""Elections, terms, advisers, and the hand-over that two people confirm."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ledger.rules.committee import (
    Election,
    HandedToOneself,
    NobodyChanges,
    NotInOffice,
    advisers_of,
    after_election,
    check_election,
    committee_of,
    term_end,
    terms_over,
)
from ledger.rules.people import Officer, OfficerId, Role
from ledger.rules.refusals import NameMissing
from ledger.rules.rulebook import Rulebook
from ledger.rules.set_up import CommitteeTooSmall
from ui.commands.books import read_rules

FIRST, DAY = date(2023, 3, 1), date(2026, 3, 1)


def _committee() -> tuple[Officer, ...]:
    """A9, Ratanak Samaki: nine are elected for three years, and two advise them."""
    roles = (Role.PRESIDENT, Role.VICE_PRESIDENT, Role.ACCOUNTANT, Role.TREASURER, Role.SECRETARY)
    nine = (*roles, *[Role.MEMBER] * 3, Role.AUDITOR)
    people = (*nine, Role.ADVISER, Role.ADVISER)
    return tuple(
        Officer(OfficerId(n), f"Officer {n}", role, since=FIRST)
        for n, role in enumerate(people, start=1)
    )


COMMITTEE = _committee()
RATANAK: Rulebook = read_rules("a09_ratanak_samaki")
NEW = (Officer(OfficerId(0), "Sok", Role.PRESIDENT), Officer(OfficerId(0), "Chea", Role.TREASURER))
ELECTION = Election(
    day=DAY,
    decision="12/2026",
    goes=(OfficerId(1), OfficerId(4)),
    comes=NEW,
    handed_by="Officer 1",
    taken_by="Sok",
)


def test_a09_nine_for_three_years_and_two_advisers() -> None:
    assert RATANAK.people.term_years == 3
    assert (len(committee_of(COMMITTEE, DAY)), len(advisers_of(COMMITTEE, DAY))) == (9, 2)
    years = RATANAK.people.term_years
    assert {term_end(o, years) for o in committee_of(COMMITTEE, DAY)} == {date(2026, 2, 28)}
    assert {term_end(o, years) for o in advisers_of(COMMITTEE, DAY)} == {None}
    assert terms_over(COMMITTEE, years, date(2026, 2, 28)) == ()
    assert terms_over(COMMITTEE, years, DAY) == committee_of(COMMITTEE, DAY)
    assert terms_over(COMMITTEE, 0, DAY) == ()
    assert term_end(replace(COMMITTEE[0], since=None), years) is None


def test_who_goes_has_a_last_day_and_who_comes_a_first() -> None:
    check_election(COMMITTEE, ELECTION, signatures=2)
    check_election(COMMITTEE, ELECTION, signatures=9)
    after = after_election(COMMITTEE, ELECTION)
    assert (len(committee_of(after, DAY)), len(after)) == (9, 13)
    assert [o.until for o in after if o.id in ELECTION.goes] == [date(2026, 2, 28)] * 2
    assert [(o.id, o.name, o.since) for o in after[-2:]] == [(12, "Sok", DAY), (13, "Chea", DAY)]
    # Who is elected again goes and comes: her new term begins.
    again = replace(
        ELECTION,
        goes=(OfficerId(1),),
        comes=(replace(COMMITTEE[0], until=DAY),),
        taken_by="Officer 2",
    )
    check_election(COMMITTEE, again, signatures=2)
    assert after_election(COMMITTEE, again)[-1].until is None
    assert after_election((), replace(again, goes=()))[0].id == 1


@pytest.mark.parametrize(
    ("change", "signatures", "why"),
    [
        ({"decision": ""}, 2, NameMissing(what="decision")),
        ({"goes": (), "comes": ()}, 2, NobodyChanges()),
        ({"comes": (replace(NEW[0], name=" "),)}, 2, NameMissing(what="officer")),
        ({"comes": (NEW[0], replace(NEW[1], name=" "))}, 2, NameMissing(what="officer")),
        ({"goes": (OfficerId(99),)}, 2, NotInOffice(name="", day=DAY)),
        ({}, 10, CommitteeTooSmall(given=9, needed=10)),
        ({"handed_by": ""}, 2, NameMissing(what="hand_over")),
        ({"taken_by": " "}, 2, NameMissing(what="hand_over")),
        ({"taken_by": "Officer 1"}, 2, HandedToOneself(name="Officer 1")),
        ({"handed_by": "Sok", "taken_by": "Chea"}, 2, NotInOffice(name="Sok", day=DAY)),
        ({"taken_by": "Officer 4"}, 2, NotInOffice(name="Officer 4", day=DAY)),
    ],
)
def test_what_is_refused(change: dict[str, Any], signatures: int, why: Exception) -> None:
    with pytest.raises(type(why)) as refused:
        check_election(COMMITTEE, replace(ELECTION, **change), signatures=signatures)
    assert refused.value == why


def test_somebody_may_only_go_and_somebody_may_only_come() -> None:
    gone = replace(ELECTION, comes=(), taken_by="Officer 2")
    check_election(COMMITTEE, gone, signatures=7)
    assert len(committee_of(after_election(COMMITTEE, gone), DAY)) == 7
    come = replace(ELECTION, goes=())
    check_election(COMMITTEE, come, signatures=11)
    assert len(committee_of(after_election(COMMITTEE, come), DAY)) == 11


def test_somebody_who_went_before_cannot_go_again() -> None:
    gone = (replace(COMMITTEE[0], until=date(2025, 1, 1)), *COMMITTEE[1:])
    with pytest.raises(NotInOffice) as refused:
        check_election(gone, ELECTION, signatures=2)
    assert refused.value == NotInOffice(name="Officer 1", day=DAY)
