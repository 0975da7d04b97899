"""Who is in the welfare fund, and what she still has to give to it."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.contributions import due_of
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month
from ledger.rules.kip import Kip
from ledger.rules.people import Member
from ledger.rules.welfare_dues import (
    NotInWelfare,
    WelfareForEverybody,
    WelfareLeftOutOfOrder,
    check_leave,
    in_welfare,
    welfare_standing,
    welfare_year,
)
from ledger.rules.welfare_rules import ContributionUnit, WelfareRules
from tests.villages import APRIL, BOUNMY, KHAM, MARCH, NOY, RULES, TODAY, WELFARE, day_facts


def with_welfare(facts: DayFacts, **rules: object) -> DayFacts:
    welfare = replace(facts.rulebook.welfare, **rules)  # type: ignore[arg-type]
    return replace(facts, rulebook=replace(facts.rulebook, welfare=welfare))


def due(facts: DayFacts, member: Member = KHAM, **paid: Kip) -> Kip:
    months = {Month(2026, int(name[1:])): kip for name, kip in paid.items()}
    facts = replace(facts, welfare_paid={member.id: months})
    return welfare_standing(facts, member).due


class TestMembership:
    def test_the_last_day_still_counts_and_whoever_comes_back_is_in_it(self) -> None:
        left = replace(KHAM, welfare_until=date(2026, 3, 31))
        assert in_welfare(RULES, left, date(2026, 3, 31))
        assert not in_welfare(RULES, left, date(2026, 4, 1))
        back = replace(left, welfare_since=date(2026, 6, 1))
        assert [in_welfare(RULES, back, date(2026, m, 1)) for m in (5, 6)] == [False, True]

    def test_who_left_on_the_day_she_came_was_in_it_for_a_day(self) -> None:
        day = date(2026, 3, 5)
        a_day = replace(NOY, welfare_until=day)
        assert in_welfare(RULES, a_day, day)
        assert not in_welfare(RULES, a_day, date(2026, 3, 6))

    def test_leaving_is_for_those_who_are_in_it(self) -> None:
        for day in (date(2026, 3, 5), TODAY):
            check_leave(RULES, NOY, day, today=TODAY)
        check_leave(RULES, KHAM, date(2026, 4, 5), today=TODAY)
        for member in (BOUNMY, replace(KHAM, welfare_until=date(2026, 3, 1))):
            with pytest.raises(NotInWelfare):
                check_leave(RULES, member, date(2026, 4, 5), today=TODAY)

    def test_neither_before_she_came_nor_tomorrow(self) -> None:
        for day in (date(2026, 3, 4), date(2026, 4, 21)):
            with pytest.raises(WelfareLeftOutOfOrder):
                check_leave(RULES, NOY, day, today=TODAY)

    def test_where_all_are_in_it_nobody_leaves_it_alone(self) -> None:
        everybody = replace(RULES, welfare=replace(RULES.welfare, everybody=True))
        with pytest.raises(WelfareForEverybody):
            check_leave(everybody, KHAM, date(2026, 4, 5), today=TODAY)


def test_the_year_of_sap_anan_begins_in_october() -> None:
    rules = WelfareRules(fund=WELFARE, year_begins=10)
    year = welfare_year(rules, date(2026, 9, 30))
    assert (year.first, year.last) == (date(2025, 10, 1), date(2026, 9, 30))
    assert welfare_year(WelfareRules(), date(2026, 9, 30)).first == date(2026, 1, 1)


class TestWhatIsDue:
    def test_a_month_at_a_time(self) -> None:
        facts = day_facts()
        assert due(facts) == 1_000
        assert due(facts, m4=400) == 600
        assert due(facts, m3=5_000) == 1_000
        assert due(facts, m4=5_000) == 0

    def test_a_year_in_one_sum(self) -> None:
        facts = with_welfare(day_facts(), per=ContributionUnit.YEAR, contribution=365_00)
        assert due(facts) == 365_00
        assert due(facts, m1=365_00) == 0
        assert due(facts, m2=100_00) == 265_00
        # What she gave before she came in was for something else.
        assert due(facts, NOY, m2=100_00) == 365_00

    def test_a_baht_for_each_day_up_to_today(self) -> None:
        """1 January to 5 April 2026 are 95 days."""
        facts = with_welfare(day_facts(), per=ContributionUnit.DAY, contribution=100)
        assert due(facts) == 9_500
        assert due(facts, m1=3_100, m2=2_800) == 3_600
        assert due(facts, m1=36_500) == 0
        # Noy came in on the 5th of March: 32 days.
        assert due(facts, NOY) == 3_200
        # Before the books begin nothing is asked for.
        assert due(replace(facts, books_begin=date(2026, 5, 1))) == 0

    def test_the_entry_fee_comes_first(self) -> None:
        facts = with_welfare(day_facts(), entry_fee=20_000)
        assert due(facts, NOY) == 21_000
        assert due(facts, NOY, m3=20_500) == 1_000
        assert due(facts, NOY, m3=5_000) == 16_000
        # What she gives today is counted once: it does not lower the fee as well.
        assert due(facts, NOY, m4=5_000) == 16_000
        # Nor does what she gave before she came in.
        assert due(facts, NOY, m2=5_000) == 21_000
        # Kham came in before the books began; who comes in on their first day pays.
        assert due(facts) == 1_000
        assert due(facts, replace(NOY, welfare_since=facts.books_begin)) == 21_000

    def test_an_entry_fee_of_long_ago_is_not_asked_for_any_more(self) -> None:
        facts = with_welfare(day_facts(date(2027, 4, 5)), entry_fee=20_000)
        assert due(facts, NOY) == 1_000
        asked = [
            due(with_welfare(day_facts(date(2027, month, 5)), entry_fee=20_000), NOY)
            for month in (2, 3)
        ]
        assert asked == [21_000, 1_000]

    def test_nothing_from_those_outside_or_gone(self) -> None:
        assert due(day_facts(), BOUNMY) == 0
        assert due(day_facts(), replace(KHAM, welfare_until=date(2026, 4, 1))) == 0

    def test_what_was_given_this_year_is_said(self) -> None:
        facts = replace(day_facts(), welfare_paid={KHAM.id: {MARCH: 700, APRIL: 300}})
        assert welfare_standing(facts, KHAM).paid == 1_000
        ends = replace(
            facts, welfare_paid={KHAM.id: {Month(2025, 12): 50, Month(2026, 1): 7, APRIL: 300}}
        )
        assert welfare_standing(ends, KHAM).paid == 307

    def test_the_meeting_asks_for_it(self) -> None:
        facts = with_welfare(day_facts(), per=ContributionUnit.DAY, contribution=100)
        assert due_of(facts, NOY).welfare == 3_200 - 1_000
