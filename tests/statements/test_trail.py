"""What a report tells of the trail: each act everybody should hear of, good rehearsals counted."""

import pytest

from ledger.rules.people import OfficerId, Role
from ledger.rules.permits import Act
from ledger.statements.history import HistoryRow
from ledger.statements.trail import TOLD, watched_of


def row(number: int, act: str, **facts: object) -> HistoryRow:
    at = "2026-04-05T09:00:00+07:00"
    return HistoryRow(number, at, OfficerId(1), "ດາວ", Role.TREASURER, "", act, facts, "")


def test_what_members_see_on_their_own_lines_is_left_out() -> None:
    rows = [row(1, Act.RECORD_DAY), row(2, Act.RESET_PIN, name="ດາວ"), row(3, Act.SIGN_SHEET)]
    watched = watched_of(rows, pins=1, officers=4)
    assert [told.number for told in watched.acts] == [2]
    assert (watched.pins, watched.officers, watched.rehearsals) == (1, 4, 0)


def test_good_rehearsals_are_counted_and_bad_ones_told() -> None:
    outcomes = ("good", "missing", "good", "wrong")
    rows = [row(n, Act.REHEARSE, outcome=outcome) for n, outcome in enumerate(outcomes)]
    watched = watched_of(rows, pins=0, officers=4)
    assert watched.rehearsals == 2
    assert [told.number for told in watched.acts] == [1, 3]


@pytest.mark.parametrize("act", sorted(TOLD))
def test_each_is_told_in_its_order(act: Act) -> None:
    rows = [row(1, act), row(2, act)]
    assert [told.number for told in watched_of(rows, pins=0, officers=1).acts] == [1, 2]
