"""The strip of a member's months."""

from dataclasses import replace

from ledger.rules.days import Month
from ledger.statements.saving_months import MonthState, saving_months
from tests.villages import APRIL, DALA, FEBRUARY, JANUARY, KEO, MARCH, NOY, day_facts

MONTHS = [Month(2026, number) for number in range(1, 7)]


def test_each_month_says_how_it_stands() -> None:
    saved = {NOY.id: {JANUARY: 10_000, FEBRUARY: 4_000, APRIL.plus(1): 10_000}}
    facts = day_facts(saved=saved)
    marks = saving_months(facts, NOY, MONTHS)
    assert [mark.state for mark in marks] == [
        MonthState.PAID,
        MonthState.PARTLY,
        MonthState.MISSED,
        MonthState.OPEN,
        MonthState.AHEAD,
        MonthState.TO_COME,
    ]
    assert (marks[1].due, marks[1].saved) == (10_000, 4_000)
    paid = day_facts(saved={NOY.id: {APRIL: 10_000}})
    assert saving_months(paid, NOY, [APRIL])[0].state is MonthState.PAID


def test_a_month_without_a_meeting_is_not_one_that_she_missed() -> None:
    facts = replace(day_facts(), unmet=frozenset({MARCH}))
    states = [mark.state for mark in saving_months(facts, DALA, [FEBRUARY, MARCH])]
    assert states == [MonthState.MISSED, MonthState.NO_MEETING]


def test_before_she_joined_there_is_nothing_to_say() -> None:
    states = [mark.state for mark in saving_months(day_facts(), KEO, [JANUARY, MARCH])]
    assert states == [MonthState.BEFORE, MonthState.PAID]
