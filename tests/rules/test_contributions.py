"""What a member may save and take out, and what stands grey in her row of the grid."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.contributions import (
    DepositAboveMaximum,
    DepositBelowMinimum,
    DepositNotPromised,
    DepositSharesOutOfRange,
    NotWholeShares,
    PromiseMissing,
    check_deposit,
    due_of,
)
from ledger.rules.days import Month
from ledger.rules.kip import KIP_MAX
from ledger.rules.lines import Fee
from ledger.rules.loan_values import LoanMove, MoveKind
from ledger.rules.meeting_values import Column, Due
from ledger.rules.missed_months import carried_months, missed_fines, months_before
from ledger.rules.people import Member, Status
from ledger.rules.refusals import AmountOutOfRange, Refusal
from ledger.rules.rulebook import MissedMonth, Rulebook, SavingMode
from tests.villages import (
    APRIL,
    BEGIN,
    BOUNMY,
    DALA,
    DAY,
    FEBRUARY,
    JANUARY,
    KEO,
    KHAM,
    MARCH,
    MEMBERS,
    NOY,
    RULES,
    RUNNING,
    day_facts,
    with_saving,
)


def rules(**saving: Any) -> Rulebook:
    return replace(RULES, saving=replace(RULES.saving, **saving))


def refusal_of(rulebook: Rulebook, kip: int, *, saved: int = 0, member: Member = NOY) -> object:
    try:
        check_deposit(rulebook, member, kip, saved_this_month=saved)
    except Refusal as refusal:
        return refusal
    return None


@pytest.mark.parametrize("kip", [0, -10_000, KIP_MAX + 1])
def test_a_deposit_is_an_amount(kip: int) -> None:
    assert refusal_of(RULES, kip) == AmountOutOfRange(given=kip, most=KIP_MAX)


def test_the_largest_deposit_is_still_one() -> None:
    assert refusal_of(RULES, KIP_MAX) is None


def test_a_free_amount_reaches_the_minimum_within_the_month() -> None:
    assert refusal_of(RULES, 9_999) == DepositBelowMinimum(minimum=10_000, saved=0, given=9_999)
    assert refusal_of(RULES, 10_000) is None
    assert refusal_of(RULES, 1, saved=10_000) is None


def test_the_maximum_counts_what_the_month_already_holds() -> None:
    capped = rules(maximum=50_000)
    assert refusal_of(capped, 20_000, saved=30_000) is None
    assert refusal_of(capped, 20_001, saved=30_000) == DepositAboveMaximum(
        maximum=50_000, saved=30_000, given=20_001
    )


def test_a_promise_is_kept_to_the_kip() -> None:
    promised = rules(mode=SavingMode.PROMISE)
    member = replace(NOY, promise=30_000)
    assert refusal_of(promised, 30_000, member=member) is None
    assert refusal_of(promised, 10_000, saved=20_000, member=member) is None
    assert refusal_of(promised, 40_000, member=member) == DepositNotPromised(
        promise=30_000, saved=0, given=40_000
    )
    assert refusal_of(promised, 30_000) == PromiseMissing(member=NOY.told)


def test_shares_are_whole_and_few_enough() -> None:
    """One to twenty shares of fifty baht, as in Khlong Sam Phraek."""
    shares = rules(mode=SavingMode.SHARES, share_value=50, shares_min=1, shares_max=20)
    assert refusal_of(shares, 50) is None
    assert refusal_of(shares, 1_000) is None
    assert refusal_of(shares, 75) == NotWholeShares(share_value=50, given=75)
    assert refusal_of(shares, 200, saved=850) == DepositSharesOutOfRange(
        least=1, most=20, share_value=50, saved=850, given=200
    )
    two = rules(mode=SavingMode.SHARES, share_value=50, shares_min=2)
    assert isinstance(refusal_of(two, 50), DepositSharesOutOfRange)


@given(st.integers(1, 100_000), st.integers(0, 100_000))
def test_the_month_after_an_accepted_deposit_lies_within_the_rules(kip: int, saved: int) -> None:
    capped = rules(maximum=60_000)
    within = 10_000 <= saved + kip <= 60_000
    assert (refusal_of(capped, kip, saved=saved) is None) is within


# --- missed months -------------------------------------------------------------------------


def test_months_are_looked_at_from_the_one_after_joining() -> None:
    facts = day_facts()
    assert months_before(facts, DALA) == (JANUARY, FEBRUARY, MARCH)
    assert months_before(facts, KEO) == (MARCH,)
    assert months_before(facts, replace(KEO, joined=DAY)) == ()


def test_books_begun_after_their_deposit_day_do_not_speak_of_that_month() -> None:
    on_time = day_facts(books_begin=date(2026, 2, 5))
    late = day_facts(books_begin=date(2026, 2, 6))
    assert months_before(on_time, DALA) == (FEBRUARY, MARCH)
    assert months_before(late, DALA) == (MARCH,)


def test_nothing_older_than_eleven_months_is_spoken_of() -> None:
    months = months_before(day_facts(books_begin=date(2020, 1, 1)), DALA)
    assert months[0] == Month(2025, 5)
    assert len(months) == 11


def test_a_missed_month_is_allowed_unless_the_rules_say_more() -> None:
    assert carried_months(day_facts(), DALA) == ()
    assert missed_fines(day_facts(), DALA) == 0
    assert due_of(day_facts(), DALA).savings == 10_000


def test_carried_months_are_due_with_this_one() -> None:
    facts = with_saving(day_facts(), missed=MissedMonth.CARRIED)
    assert carried_months(facts, DALA) == ((FEBRUARY, 10_000), (MARCH, 10_000))
    assert due_of(facts, DALA).savings == 30_000
    assert due_of(facts, KHAM).savings == 10_000
    some = replace(facts, saved={DALA.id: {JANUARY: 10_000, FEBRUARY: 4_000, APRIL: 10_000}})
    assert carried_months(some, DALA) == ((FEBRUARY, 6_000), (MARCH, 10_000))
    assert due_of(some, DALA).savings == 16_000


def test_each_missed_month_is_fined_once() -> None:
    facts = with_saving(day_facts(), missed=MissedMonth.FINED, missed_fine=2_000)
    assert missed_fines(facts, DALA) == 4_000
    assert due_of(facts, DALA) == Due(member=DALA.id, savings=10_000, fine=4_000)
    some = replace(facts, missed_paid={DALA.id: {MARCH: 2_000}})
    assert missed_fines(some, DALA) == 2_000
    rest = replace(facts, missed_paid={DALA.id: {MARCH: 2_000, APRIL: 2_000}})
    assert missed_fines(rest, DALA) == 0


def test_a_fine_paid_earlier_is_no_credit_for_a_later_month() -> None:
    """A fine for a month that has gone out of sight does not excuse the next one missed."""
    facts = with_saving(day_facts(), missed=MissedMonth.FINED, missed_fine=2_000)
    paid = replace(facts, missed_paid={DALA.id: {JANUARY: 6_000}})
    assert missed_fines(paid, DALA) == 4_000


# --- what is due ---------------------------------------------------------------------------


def test_a_borrower_owes_her_interest_and_welfare() -> None:
    assert due_of(day_facts(), KHAM) == Due(
        member=KHAM.id, savings=10_000, welfare=1_000, interest=120_000
    )


def test_the_columns_are_read_by_name() -> None:
    due = due_of(day_facts(), KHAM)
    assert due.of(Column.INTEREST) == 120_000
    assert due.of(Column.FEE) == 0


def test_what_she_brought_already_is_not_due_again() -> None:
    facts = day_facts(
        saved={KHAM.id: {APRIL: 4_000}}, welfare_paid={KHAM.id: {APRIL: 1_000}}, loans={}
    )
    assert due_of(facts, KHAM) == Due(member=KHAM.id, savings=6_000)
    more = replace(facts, saved={KHAM.id: {APRIL: 40_000}})
    assert due_of(more, KHAM) == Due(member=KHAM.id)


def test_a_late_loan_owes_principal_and_fine() -> None:
    late = replace(RUNNING, moves=(replace(RUNNING.moves[0], day=date(2025, 3, 5)),))
    due = due_of(day_facts(loans={late.id: late}), KHAM)
    assert due.principal == 2_000_000
    assert due.fine == 5_000
    tomorrow = day_facts(date(2026, 4, 6), loans={late.id: late})
    assert due_of(tomorrow, KHAM).fine == 10_000  # A second month has begun.


def test_the_missed_month_and_the_late_loan_share_one_column() -> None:
    late = replace(RUNNING, moves=(replace(RUNNING.moves[0], day=date(2025, 3, 5)),))
    facts = with_saving(day_facts(loans={late.id: late}), missed=MissedMonth.FINED, missed_fine=700)
    facts = replace(facts, saved={})
    assert due_of(facts, KHAM).fine == due_of(day_facts(loans={late.id: late}), KHAM).fine + 2_100


def test_only_paid_out_loans_owe_anything() -> None:
    repaid = replace(
        RUNNING,
        moves=(
            *RUNNING.moves,
            LoanMove(RUNNING.moves[0].day, MoveKind.PRINCIPAL, 2_000_000),
        ),
    )
    due = due_of(day_facts(loans={repaid.id: repaid}), KHAM)
    assert (due.interest, due.principal) == (0, 0)


def test_fees_are_due_once_from_those_who_came_after_the_books_began() -> None:
    assert due_of(day_facts(), KEO).fee == 8_000
    assert due_of(day_facts(fees_paid={}), KEO).fee == 18_000
    both = {KEO.id: frozenset({Fee.ENTRY, Fee.PASSBOOK})}
    assert due_of(day_facts(fees_paid=both), KEO).fee == 0
    assert due_of(day_facts(fees_paid={}), DALA).fee == 0
    assert due_of(day_facts(fees_paid={}), replace(DALA, joined=BEGIN)).fee == 18_000
    assert due_of(day_facts(fees_paid={}), replace(KEO, fee_free=True)).fee == 0
    assert due_of(with_saving(day_facts(fees_paid={}), entry_fee=0), KEO).fee == 8_000


def test_who_is_away_or_gone_owes_her_loan_and_nothing_else() -> None:
    facts = with_saving(day_facts(), missed=MissedMonth.FINED, missed_fine=2_000)
    for status in (Status.ON_LEAVE, Status.LEFT, Status.DIED):
        due = due_of(facts, replace(KHAM, status=status))
        assert due == Due(member=KHAM.id, interest=120_000)


def test_promise_and_shares_say_what_is_due() -> None:
    promised = with_saving(day_facts(), mode=SavingMode.PROMISE)
    assert due_of(promised, replace(BOUNMY, promise=25_000)).savings == 25_000
    shares = with_saving(day_facts(), mode=SavingMode.SHARES, share_value=5_000, shares_min=2)
    assert due_of(shares, BOUNMY).savings == 10_000
    assert due_of(shares, replace(BOUNMY, shares=7)).savings == 35_000


def test_welfare_is_asked_of_its_members_only() -> None:
    facts = day_facts(welfare_paid={})
    assert [due_of(facts, m).welfare for m in MEMBERS] == [1_000, 0, 1_000, 0, 0, 0, 0]
    tomorrow = replace(KHAM, welfare_since=date(2026, 4, 6))
    assert due_of(facts, tomorrow).welfare == 0
    no_fund = replace(RULES, welfare=replace(RULES.welfare, fund=None))
    assert due_of(day_facts(rulebook=no_fund), KHAM).welfare == 0
    everybody = replace(RULES, welfare=replace(RULES.welfare, everybody=True))
    found = [due_of(replace(facts, rulebook=everybody), m).welfare for m in MEMBERS]
    assert found == [1_000] * 6 + [0]


@given(st.lists(st.integers(0, 30_000), min_size=4, max_size=4))
def test_paying_what_is_due_is_always_allowed_and_leaves_nothing_due(saved: list[int]) -> None:
    months = dict(zip((JANUARY, FEBRUARY, MARCH, APRIL), saved, strict=True))
    facts = day_facts(saved={DALA.id: months})
    due = due_of(facts, DALA).savings
    if due:
        check_deposit(RULES, DALA, due, saved_this_month=months[APRIL])
    after = replace(facts, saved={DALA.id: {**months, APRIL: months[APRIL] + due}})
    assert due_of(after, DALA).savings == 0
