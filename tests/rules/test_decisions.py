"""The minutes have numbers of the group's own, and nothing in them is written over."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.decisions import (
    Decision,
    DecisionAhead,
    DecisionCorrectedAlready,
    DecisionNotOfThatDay,
    DecisionNumberTaken,
    DecisionUnknown,
    Subject,
    VotesHalfCounted,
    check_new_decision,
    corrected_by,
    next_number,
)
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.transfers import MeetingId
from tests.villages import DAY, TODAY

FIRST = Decision("1/2026", date(2026, 1, 5), Subject.FUND, "ຊື້ປຶ້ມ 20 ຫົວ", present=("ນາງ ຄຳ",))
NEW = replace(FIRST, number="2/2026", day=DAY)
MEETING = Sheet(id=MeetingId(3), number=3, day=DAY, kind=SheetKind.MEETING)


def check(decision: Decision, *, known: tuple[Decision, ...] = (FIRST,)) -> None:
    sheet = MEETING if decision.sheet else None
    check_new_decision(decision, known=known, sheet=sheet, today=TODAY)


def test_a_decision_of_a_meeting_is_written_down() -> None:
    check(replace(NEW, sheet=MEETING.id, votes_for=12, votes_against=0))
    check(replace(NEW, day=TODAY))
    check(replace(NEW, corrects=FIRST.number))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (replace(NEW, number=" "), NameMissing(what="decision")),
        (replace(NEW, text="\n"), NameMissing(what="decision_text")),
        (replace(NEW, day=date(2026, 4, 21)), DecisionAhead(day=date(2026, 4, 21), today=TODAY)),
        (
            replace(NEW, sheet=MEETING.id, day=TODAY),
            DecisionNotOfThatDay(day=TODAY, meeting=DAY),
        ),
        (replace(NEW, votes_for=3), VotesHalfCounted()),
        (replace(NEW, votes_against=3), VotesHalfCounted()),
        (replace(NEW, votes_for=3, votes_against=-1), VotesHalfCounted()),
        (replace(NEW, number="1/2026"), DecisionNumberTaken(number="1/2026", day=FIRST.day)),
        (replace(NEW, corrects="7/2026"), DecisionUnknown(number="7/2026")),
    ],
)
def test_what_cannot_be_a_decision(wrong: Decision, why: Refusal) -> None:
    with pytest.raises(type(why)) as refused:
        check(wrong)
    assert vars(refused.value) == vars(why)


def test_a_decision_is_corrected_once() -> None:
    second = replace(NEW, corrects=FIRST.number)
    with pytest.raises(DecisionCorrectedAlready) as refused:
        check(replace(second, number="3/2026"), known=(FIRST, second))
    assert refused.value.by == "2/2026"
    check(replace(second, number="3/2026", corrects="2/2026"), known=(FIRST, second))
    assert corrected_by((FIRST, second)) == {"1/2026": "2/2026"}


@pytest.mark.parametrize(
    ("last", "year", "following"),
    [
        ("", 2026, "2026-001"),
        ("2026-013", 2026, "2026-014"),
        ("2026-099", 2026, "2026-100"),
        ("2026-013", 2027, "2027-001"),
        ("12/2026", 2026, "13/2026"),
        ("12/2026", 2027, "1/2027"),
        # Written late, for the year before: the numbers go on.
        ("12/2026", 2025, "13/2026"),
        ("ມ.7/2569", 2026, "ມ.8/2569"),
        ("ມ.7/2569", 2027, "ມ.1/2570"),
        ("57", 2026, "58"),
        ("2026", 2026, "2027"),
        ("ເລກ ໑໒/2026", 2026, "ເລກ 13/2026"),
        ("ບໍ່ມີເລກ", 2026, "2026-001"),
        # Of two numbers that could be the year, the first one is.
        ("2026/2026", 2026, "2026/2027"),
    ],
)
def test_the_next_number_follows_the_groups_own_way(last: str, year: int, following: str) -> None:
    newest = [last] if last else []
    assert next_number(newest, year=year, taken={last}) == following


def test_numbers_that_are_taken_are_passed_over() -> None:
    assert next_number(["2026-001"], year=2026, taken={"2026-001", "2026-002"}) == "2026-003"
    assert next_number([], year=2026, taken={"2026-001", "2026-002"}) == "2026-003"
