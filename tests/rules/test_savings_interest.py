"""Fixed interest on savings: by month or year, on month ends or on every day, to the kip."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import SAVINGS, SAVINGS_INTEREST, VOLUNTARY_SAVINGS
from ledger.rules.closing import UnsignedMeetings
from ledger.rules.closing_values import InterestDue
from ledger.rules.days import Month
from ledger.rules.people import MemberId, Status
from ledger.rules.rulebook import (
    InterestBasis,
    InterestPeriod,
    Rulebook,
    SavingsProduct,
    VoluntaryRules,
)
from ledger.rules.savings_interest import (
    InterestFacts,
    InterestRow,
    Moved,
    Span,
    plan_interest,
    spans_due,
    still_due,
)
from tests.villages import KHAM, MEMBERS, NOY, PHET, RULES

OWN, SHARE = SavingsProduct.VOLUNTARY, SavingsProduct.COMPULSORY
JANUARY, JUNE, DECEMBER = Month(2026, 1), Month(2026, 6), Month(2026, 12)
YEAR = Span(JANUARY, DECEMBER)
TODAY = date(2027, 1, 5)


def rules(valid_from: date = date(2026, 1, 1), own: int = 0, **saving: Any) -> Rulebook:
    return replace(
        RULES,
        valid_from=valid_from,
        saving=replace(RULES.saving, **saving),
        voluntary=VoluntaryRules(kept=True, interest=own),
    )


def facts_of(
    saved: dict[tuple[MemberId, SavingsProduct], Moved],
    *rulebooks: Rulebook,
    span: Span = YEAR,
    **changes: Any,
) -> InterestFacts:
    members = {member.id: member for member in MEMBERS}
    facts = InterestFacts(span=span, rulebooks=rulebooks, members=members, saved=saved)
    return replace(facts, **changes)


def test_toek_thla_gives_1_7_percent_a_month_on_what_stands_at_its_end() -> None:
    saved = {
        (NOY.id, SHARE): Moved(opening=100_003, moves=((date(2026, 6, 30), 50_000),)),
        (KHAM.id, SHARE): Moved(opening=33),
    }
    plan = plan_interest(facts_of(saved, rules(interest=170), span=Span(JUNE, JUNE)))
    kham, noy = plan.rows
    # 150,003 × 1.7 % = 2,550.051 and 33 × 1.7 % = 0.561: nothing for Kham.
    assert (noy.base, noy.rates, noy.earned, noy.kip) == (150_003, (170,), 2_550, 2_550)
    assert (kham.earned, kham.kip) == (0, 0)
    assert (plan.kip, plan.odd) == (2_550, 0)
    assert plan.entry is not None
    (transfer,) = plan.entry.transfers
    assert (transfer.debit, transfer.credit) == (SAVINGS_INTEREST, SAVINGS)
    assert plan.entry.day == date(2026, 6, 30)


def test_the_lao_credit_union_member_has_both_kinds_each_with_its_rate() -> None:
    """Shares of 980,000 and savings of 3,540,000 kip side by side; the shares earn none."""
    saved = {
        (NOY.id, SHARE): Moved(opening=980_000),
        (NOY.id, OWN): Moved(opening=3_540_000),
    }
    plan = plan_interest(facts_of(saved, rules(own=50)))
    (row,) = plan.rows
    assert (row.product, row.base, row.kip) == (OWN, 12 * 3_540_000, 212_400)
    assert plan.entry is not None
    assert [t.credit for t in plan.entry.transfers] == [VOLUNTARY_SAVINGS]


def test_what_rounding_leaves_stays_with_the_group_and_is_shown() -> None:
    saved = {(m.id, SHARE): Moved(opening=19_999) for m in MEMBERS[:3]}
    month = Span(JUNE, JUNE)
    plan = plan_interest(facts_of(saved, rules(interest=50), span=month))
    # Three times 99.995: 99 each, and 299.985 less 297 leaves two whole kip.
    assert [row.kip for row in plan.rows] == [99, 99, 99]
    assert plan.odd == 2
    rounded = plan_interest(facts_of(saved, rules(interest=50, interest_unit=50), span=month))
    assert [row.kip for row in rounded.rows] == [50, 50, 50]
    assert rounded.odd == 149


def test_by_days_a_deposit_earns_from_its_own_day() -> None:
    daily = rules(interest=100, interest_basis=InterestBasis.DAILY)
    saved = {(NOY.id, SHARE): Moved(moves=((date(2026, 6, 21), 365_000),))}
    plan = plan_interest(facts_of(saved, daily, span=Span(JUNE, JUNE)))
    # Ten days of 365,000 at 12 percent a year.
    assert (plan.rows[0].base, plan.kip) == (3_650_000, 1_200)


@pytest.mark.parametrize(
    ("day", "days"), [(date(2026, 5, 31), 31), (date(2026, 6, 1), 30), (date(2026, 6, 30), 1)]
)
def test_by_days_from_the_first_to_the_last_of_a_month(day: date, days: int) -> None:
    daily = rules(interest=100, interest_basis=InterestBasis.DAILY)
    saved = {(NOY.id, SHARE): Moved(moves=((day, 365_000),))}
    plan = plan_interest(facts_of(saved, daily, span=Span(Month(2026, 5), JUNE)))
    assert (plan.rows[0].base, plan.kip) == (days * 365_000, days * 120)


@pytest.mark.parametrize("basis", InterestBasis)
def test_months_without_savings_earn_on_nothing(basis: InterestBasis) -> None:
    saved = {(NOY.id, SHARE): Moved(moves=((date(2026, 12, 31), 7_000),))}
    plan = plan_interest(facts_of(saved, rules(interest=100, interest_basis=basis)))
    assert plan.rows[0].base == 7_000


def test_what_is_still_due_of_two_plans_is_told_together() -> None:
    saved = {(NOY.id, SHARE): Moved(opening=10_000), (KHAM.id, OWN): Moved(opening=5_000)}
    none = plan_interest(facts_of({}, rules(interest=50), span=Span(DECEMBER, DECEMBER)))
    agreed = rules(interest=100, own=100)
    late = plan_interest(facts_of(saved, agreed, span=Span(JUNE, JUNE)))
    early = plan_interest(facts_of(saved, agreed, span=Span(JANUARY, JANUARY)))
    assert still_due([late, none, early]) == InterestDue(JANUARY, JUNE, members=2, kip=300)
    assert still_due([none]) is None


def test_a_day_of_a_leap_year_is_a_366th() -> None:
    daily = rules(date(2024, 1, 1), interest=100, interest_basis=InterestBasis.DAILY)
    saved = {(NOY.id, SHARE): Moved(opening=366_000)}
    year = Span(Month(2024, 1), Month(2024, 12))
    assert plan_interest(facts_of(saved, daily, span=year)).kip == 43_920
    common = plan_interest(facts_of(saved, daily, span=YEAR))
    assert common.kip == 43_920


def test_each_month_earns_by_the_rate_of_its_last_day() -> None:
    saved = {(NOY.id, SHARE): Moved(opening=100_000)}
    falls = rules(date(2026, 7, 1), interest=40)
    plan = plan_interest(facts_of(saved, rules(interest=50), falls))
    assert plan.rows[0].rates == (50, 40)
    assert plan.kip == 6 * 500 + 6 * 400


def test_what_was_credited_by_hand_is_taken_off() -> None:
    saved = {(NOY.id, SHARE): Moved(opening=100_000, credited=4_000)}
    (row,) = plan_interest(facts_of(saved, rules(interest=50))).rows
    assert (row.earned, row.credited, row.kip) == (6_000, 4_000, 2_000)
    more = InterestRow(NOY, SHARE, base=1, rates=(1,), earned=5, credited=7)
    assert more.kip == 0


def test_who_left_and_took_everything_gets_none_and_who_still_has_some_does() -> None:
    assert PHET.status is Status.LEFT
    out = Moved(opening=50_000, moves=((date(2026, 5, 1), -50_000),))
    assert plan_interest(facts_of({(PHET.id, SHARE): out}, rules(interest=50))).rows == ()
    still = Moved(opening=50_000)
    assert plan_interest(facts_of({(PHET.id, SHARE): still}, rules(interest=50))).kip == 3_000
    away = facts_of({(NOY.id, SHARE): out}, rules(interest=50))
    assert plan_interest(away).kip == 4 * 250


def test_nothing_saved_is_no_entry() -> None:
    plan = plan_interest(facts_of({}, rules(interest=50)))
    assert (plan.rows, plan.kip, plan.entry) == ((), 0, None)


def test_no_interest_while_a_meeting_is_in_pencil() -> None:
    with pytest.raises(UnsignedMeetings):
        plan_interest(facts_of({}, rules(interest=50), unsigned=(date(2026, 6, 5),)))


@given(
    st.lists(st.integers(0, 10_000_000), min_size=1, max_size=7),
    st.integers(1, 200),
    st.sampled_from(InterestBasis),
    st.integers(1, 1_000),
)
def test_every_kip_of_interest_is_credited_or_named(
    openings: list[int], rate: int, basis: InterestBasis, unit: int
) -> None:
    saved = {
        (member.id, SHARE): Moved(opening=kip)
        for member, kip in zip(MEMBERS, openings, strict=False)
    }
    agreed = rules(interest=rate, interest_basis=basis, interest_unit=unit)
    plan = plan_interest(facts_of(saved, agreed))
    exact = sum(openings) * 12 * rate  # in 10,000ths of a kip, on either basis
    assert plan.kip + plan.odd == exact // 10_000
    assert 0 <= plan.odd < unit * len(openings)
    assert all(row.kip % unit == 0 for row in plan.rows)


# --- which months are due --------------------------------------------------------------------


def due(*rulebooks: Rulebook, today: date = TODAY, posted: tuple[Span, ...] = ()) -> list[Span]:
    begin = date(2026, 1, 1)
    spans = spans_due(rulebooks, first_day=begin, books_begin=begin, posted=posted, today=today)
    return [*spans]


def test_by_the_year_it_is_due_when_the_year_is_over() -> None:
    yearly = rules(interest=50)
    assert due(yearly, today=date(2026, 12, 30)) == []
    assert due(yearly, today=date(2026, 12, 31)) == [YEAR]
    assert due(yearly) == [YEAR]
    assert due(yearly, posted=(YEAR,)) == []
    assert due(rules()) == []


def test_by_the_month_it_is_due_when_the_month_is_over() -> None:
    monthly = rules(interest=50, interest_period=InterestPeriod.MONTH)
    assert due(monthly, today=date(2026, 2, 27)) == [Span(JANUARY, JANUARY)]
    assert due(monthly, today=date(2026, 2, 28), posted=(Span(JANUARY, JANUARY),)) == [
        Span(Month(2026, 2), Month(2026, 2))
    ]
    assert len(due(monthly)) == 12


def test_a_year_that_begins_by_months_and_ends_by_year() -> None:
    monthly = rules(interest=50, interest_period=InterestPeriod.MONTH)
    yearly = rules(date(2026, 4, 1), interest=50)
    spans = due(monthly, yearly, posted=(Span(JANUARY, JANUARY),))
    assert spans == [
        Span(Month(2026, 2), Month(2026, 2)),
        Span(Month(2026, 3), Month(2026, 3)),
        Span(Month(2026, 4), DECEMBER),
    ]


def test_years_stay_apart_and_so_do_months_already_credited() -> None:
    yearly = rules(interest=50)
    later = date(2028, 1, 10)
    second = Span(Month(2027, 1), Month(2027, 12))
    assert due(yearly, today=later) == [YEAR, second]
    middle = Span(Month(2026, 5), JUNE)
    assert due(yearly, posted=(middle,)) == [
        Span(JANUARY, Month(2026, 4)),
        Span(Month(2026, 7), DECEMBER),
    ]


def test_a_span_has_its_months_and_meets_another() -> None:
    spring = Span(JANUARY, Month(2026, 3))
    assert [m.number for m in spring.months] == [1, 2, 3]
    assert spring.meets(Span(Month(2026, 3), JUNE))
    assert not spring.meets(Span(Month(2026, 4), JUNE))
