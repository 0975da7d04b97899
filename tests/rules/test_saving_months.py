"""For which months an evening's savings are, and which rules hold for each of them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.contributions import DepositAboveMaximum, DepositSharesOutOfRange
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month
from ledger.rules.lines import Deposit
from ledger.rules.missed_months import missed_fines
from ledger.rules.posting_saving import DepositMonthOutOfRange
from ledger.rules.rulebook import MissedMonth, Rulebook, SavingMode
from ledger.rules.saving_months import most_in_month, spread_savings
from tests.rules.posting_makers import moved, refusal_of
from tests.villages import (
    APRIL,
    DALA,
    DAY,
    FEBRUARY,
    JANUARY,
    MARCH,
    NOY,
    RULES,
    day_facts,
    with_saving,
)

MAY = APRIL.plus(1)
JUNE = APRIL.plus(2)


def promised(**rules: Any) -> DayFacts:
    """A village that saves by promise; Dala has promised 10,000 and missed February and March."""
    facts = with_saving(day_facts(), mode=SavingMode.PROMISE, **rules)
    dala = replace(DALA, promise=10_000)
    return replace(facts, members={**facts.members, DALA.id: dala})


def parts(facts: DayFacts, kip: int) -> dict[Month | None, int]:
    return dict(spread_savings(facts, facts.members[DALA.id], kip))


def test_where_a_month_holds_any_amount_all_of_it_is_for_this_month() -> None:
    assert parts(day_facts(), 90_000) == {None: 90_000}
    assert parts(day_facts(), 0) == {}


def test_only_where_a_group_saves_by_promise_is_a_promise_the_most_of_a_month() -> None:
    facts = promised()
    her = facts.members[DALA.id]
    assert most_in_month(facts.rulebook, her) == 10_000
    assert most_in_month(facts.rulebook, DALA) is None
    assert most_in_month(day_facts().rulebook, her) is None


def test_what_this_month_cannot_hold_makes_up_missed_months_the_oldest_first() -> None:
    facts = promised()
    assert parts(facts, 10_000) == {None: 10_000}
    assert parts(facts, 20_000) == {FEBRUARY: 10_000, None: 10_000}
    assert parts(facts, 30_000) == {FEBRUARY: 10_000, MARCH: 10_000, None: 10_000}


def test_months_carried_over_are_filled_before_this_one() -> None:
    facts = promised(missed=MissedMonth.CARRIED)
    assert parts(facts, 10_000) == {FEBRUARY: 10_000}
    assert parts(facts, 30_000) == {FEBRUARY: 10_000, MARCH: 10_000, None: 10_000}


def test_what_a_month_holds_already_is_not_asked_for_again() -> None:
    facts = promised(months_ahead=1)
    saved = {FEBRUARY: 9_999, MARCH: 10_000, APRIL: 4_000}
    begun = replace(facts, saved={DALA.id: {**facts.saved[DALA.id], **saved}})
    assert parts(begun, 6_000) == {None: 6_000}
    assert parts(begun, 6_001) == {FEBRUARY: 1, None: 6_000}
    assert parts(begun, 16_002) == {FEBRUARY: 1, None: 6_001, MAY: 10_000}
    full = replace(begun, saved={DALA.id: {**facts.saved[DALA.id], **saved, APRIL: 10_000}})
    assert parts(full, 1) == {FEBRUARY: 1}
    ahead = {**facts.saved[DALA.id], **saved, FEBRUARY: 10_000, APRIL: 10_000, MAY: 9_999}
    assert parts(replace(begun, saved={DALA.id: ahead}), 1) == {MAY: 1}


def test_a_month_carried_over_is_made_up_once() -> None:
    facts = promised(missed=MissedMonth.CARRIED)
    assert parts(facts, 45_000) == {FEBRUARY: 10_000, MARCH: 10_000, None: 25_000}
    nearly = {**facts.saved[DALA.id], FEBRUARY: 9_999}
    nearly_there = replace(facts, saved={DALA.id: nearly})
    assert parts(nearly_there, 10_001) == {FEBRUARY: 1, MARCH: 10_000}


def test_money_is_paid_ahead_only_where_the_rules_allow_it() -> None:
    assert parts(promised(), 50_000) == {FEBRUARY: 10_000, MARCH: 10_000, None: 30_000}
    ahead = promised(months_ahead=2)
    assert parts(ahead, 50_000) == {
        FEBRUARY: 10_000,
        MARCH: 10_000,
        None: 10_000,
        MAY: 10_000,
        JUNE: 10_000,
    }
    # What no month can hold stays with this one, where it is refused with the facts.
    assert parts(ahead, 55_000)[None] == 15_000


def test_a_month_paid_ahead_is_not_paid_ahead_again() -> None:
    ahead = promised(months_ahead=1)
    months = (JANUARY, FEBRUARY, MARCH, APRIL, MAY)
    paid = replace(ahead, saved={DALA.id: dict.fromkeys(months, 10_000)})
    assert parts(paid, 10_000) == {None: 10_000}


def test_a_deposit_for_a_month_to_come() -> None:
    facts = with_saving(day_facts(), months_ahead=1)
    assert moved(Deposit(NOY.id, 10_000, month=MAY), facts=facts)
    assert refusal_of(Deposit(NOY.id, 10_000, month=JUNE), facts=facts) == DepositMonthOutOfRange(
        month=JUNE, first=JANUARY, last=MAY
    )


def test_two_meetings_in_one_month_fill_one_month() -> None:
    facts = with_saving(day_facts(), maximum=30_000)
    assert moved(Deposit(NOY.id, 15_000), Deposit(NOY.id, 15_000), facts=facts)
    first = replace(facts, saved={NOY.id: {APRIL: 20_000}}, day=date(2026, 4, 19))
    assert moved(Deposit(NOY.id, 5_000), Deposit(NOY.id, 5_000), facts=first)
    refused = refusal_of(Deposit(NOY.id, 10_001), facts=first)
    assert isinstance(refused, DepositAboveMaximum)
    assert refused.saved == 20_000


def test_nobody_is_fined_for_a_month_without_a_meeting() -> None:
    facts = with_saving(day_facts(), missed=MissedMonth.FINED, missed_fine=2_000)
    assert missed_fines(facts, DALA) == 4_000
    assert missed_fines(replace(facts, unmet=frozenset({MARCH})), DALA) == 2_000
    a_kip = {DALA.id: {JANUARY: 10_000, FEBRUARY: 1}}
    assert missed_fines(replace(facts, saved=a_kip), DALA) == 2_000


# --- a cap that begins on a day --------------------------------------------------------------

CAPPED = replace(
    RULES,
    valid_from=date(2026, 4, 1),
    resolution="7/2026",
    saving=replace(RULES.saving, maximum=30_000, months_ahead=2),
)
LATER = replace(CAPPED, valid_from=date(2026, 5, 1), saving=replace(CAPPED.saving, maximum=12_000))


def capped(*rulebooks: Rulebook) -> DayFacts:
    return replace(day_facts(), rulebook=CAPPED, rulebooks=(RULES, CAPPED, *rulebooks))


def test_a_cap_holds_for_the_month_the_money_is_for_and_not_for_earlier_ones() -> None:
    facts = capped()
    assert moved(Deposit(DALA.id, 500_000, month=MARCH), facts=facts)
    refused = refusal_of(Deposit(DALA.id, 30_001), facts=facts)
    assert vars(refused) == {
        "maximum": 30_000,
        "saved": 0,
        "given": 30_001,
        "month": APRIL,
        "since": date(2026, 4, 1),
    }


def test_a_cap_to_come_holds_for_what_is_paid_ahead() -> None:
    facts = capped(LATER)
    assert moved(Deposit(NOY.id, 30_000), facts=facts)
    refused = refusal_of(Deposit(NOY.id, 12_001, month=MAY), facts=facts)
    assert isinstance(refused, DepositAboveMaximum)
    assert (refused.month, refused.since) == (MAY, date(2026, 5, 1))


def test_above_the_cap_the_grid_makes_up_missed_months_under_their_own_rules() -> None:
    assert parts(capped(), 50_000) == {FEBRUARY: 10_000, MARCH: 10_000, None: 30_000}


def test_the_most_that_a_month_holds() -> None:
    assert most_in_month(RULES, NOY) is None
    assert most_in_month(CAPPED, NOY) == 30_000
    sajja = replace(
        RULES, saving=replace(RULES.saving, mode=SavingMode.SHARES, share_value=50, shares_max=20)
    )
    assert most_in_month(sajja, NOY) == 1_000


@pytest.mark.parametrize(("maximum", "most"), [(None, 1_000), (800, 800), (1_200, 1_000)])
def test_of_two_limits_the_lower_one_is_the_most(maximum: int | None, most: int) -> None:
    for mode in (SavingMode.SHARES, SavingMode.PROMISE):
        saving = replace(RULES.saving, mode=mode, maximum=maximum, share_value=50, shares_max=20)
        promised_1000 = replace(NOY, promise=1_000)
        assert most_in_month(replace(RULES, saving=saving), promised_1000) == most


# --- A7: one to twenty shares of 50 baht -----------------------------------------------------


def khlong() -> DayFacts:
    return with_saving(
        day_facts(saved={}), mode=SavingMode.SHARES, share_value=50, shares_min=1, shares_max=20
    )


def test_khlong_sam_phraek_holds_one_to_twenty_shares_a_month() -> None:
    facts = khlong()
    noy = facts.members[NOY.id]
    assert dict(spread_savings(facts, noy, 1_000)) == {None: 1_000}
    # Twenty-three shares: twenty for April, one for each month she has missed since January.
    assert dict(spread_savings(facts, noy, 1_150)) == {
        JANUARY: 50,
        FEBRUARY: 50,
        MARCH: 50,
        None: 1_000,
    }
    assert isinstance(refusal_of(Deposit(NOY.id, 1_050), facts=facts), DepositSharesOutOfRange)


@given(st.integers(0, 2_000_000), st.integers(0, 3), st.sampled_from(MissedMonth), st.booleans())
def test_every_kip_of_a_cell_is_for_some_month(
    kip: int, ahead: int, missed: MissedMonth, cap: bool
) -> None:
    facts = promised(months_ahead=ahead, missed=missed, maximum=20_000 if cap else None)
    found = parts(facts, kip)
    assert sum(found.values()) == kip
    assert all(part > 0 for part in found.values())


@pytest.mark.parametrize("kip", [10_000, 20_000, 30_000, 40_000, 50_000])
def test_what_is_spread_so_is_what_the_rules_accept(kip: int) -> None:
    facts = promised(months_ahead=2)
    lines = [Deposit(DALA.id, part, month=month) for month, part in parts(facts, kip).items()]
    assert sum(t.kip for t in moved(*lines, facts=facts)) == kip
    assert facts.day == DAY
