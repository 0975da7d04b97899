"""What a member may take out of each kind of savings, when, and what has to stay."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ledger.rules.accounts import CASH, SAVINGS, VOLUNTARY_SAVINGS
from ledger.rules.contributions import VoluntaryNotKept, VoluntaryOutOfRange
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import KIP_MAX
from ledger.rules.lines import Withdrawal
from ledger.rules.lines_saving import VoluntaryDeposit, VoluntaryWithdrawal
from ledger.rules.people import Member, Status
from ledger.rules.posting import entries_of
from ledger.rules.refusals import AmountOutOfRange, MemberNotActive, Refusal
from ledger.rules.rulebook import NoticeUnit, Rulebook, SavingsProduct, WithdrawalRule
from ledger.rules.saving_notices import (
    Notice,
    NoticeAboveSavings,
    NoticeId,
    NoticeMissing,
    NoticeNotAsked,
    NoticeUsedUp,
    TakenOut,
    allowed_on,
    check_notice,
    check_take_back,
    notice_ready,
    noticed,
    open_notices,
    used_up,
)
from ledger.rules.taking_back import WouldGoBelowZero, check_counter
from ledger.rules.transfers import Entry, Kind, Transfer
from ledger.rules.withdrawals import (
    SavingsShort,
    WithdrawalBelowKept,
    WithdrawalNever,
    WithdrawalOnlyAtExit,
    WithdrawalWhileOwing,
    check_withdrawal,
    exit_savings,
)
from tests.rules.posting_makers import moved, one, refusal_of
from tests.villages import DAY, KHAM, NOY, PHET, RULES, day_facts, with_saving

SHARE, OWN = SavingsProduct.COMPULSORY, SavingsProduct.VOLUNTARY


def rules(**saving: Any) -> Rulebook:
    return replace(RULES, saving=replace(RULES.saving, **saving))


def both(facts: DayFacts | None = None, *, own: int = 0, **voluntary: Any) -> DayFacts:
    """The village with voluntary savings by these rules, of which Noy has `own` kip."""
    found = facts or day_facts()
    kept = replace(found.rulebook.voluntary, kept=True, **voluntary)
    return replace(
        found,
        rulebook=replace(found.rulebook, voluntary=kept),
        voluntary={NOY.id: own} if own else {},
    )


def notice(number: int, kip: int, ready: date, product: SavingsProduct = OWN) -> Notice:
    return Notice(NoticeId(number), NOY.id, product, kip, date(2026, 1, 5), ready)


def withdrawal_of(
    rulebook: Rulebook, kip: int, *, member: Member = NOY, savings: int = 500_000, owed: int = 0
) -> object:
    try:
        check_withdrawal(rulebook, member, kip, savings=savings, owed=owed)
    except Refusal as refusal:
        return refusal
    return None


def test_a_withdrawal_is_an_amount() -> None:
    assert withdrawal_of(RULES, 0) == AmountOutOfRange(given=0, most=KIP_MAX)


def test_where_nobody_withdraws_not_even_who_leaves_does() -> None:
    never = rules(withdrawal=WithdrawalRule.NEVER)
    assert withdrawal_of(never, 1_000, member=PHET) == WithdrawalNever()


def test_savings_are_taken_out_at_exit_and_whole() -> None:
    at_exit = rules(balance_kept=50_000)
    assert withdrawal_of(at_exit, 1_000) == WithdrawalOnlyAtExit(member=NOY.told)
    assert withdrawal_of(at_exit, 500_000, member=PHET) is None
    died = replace(NOY, status=Status.DIED)
    assert withdrawal_of(at_exit, 500_000, member=died) is None


def test_who_leaves_cannot_take_what_she_owes() -> None:
    assert withdrawal_of(RULES, 300_000, member=PHET, owed=200_000) is None
    assert withdrawal_of(RULES, 300_001, member=PHET, owed=200_000) == WithdrawalWhileOwing(
        owed=200_000, savings=500_000, given=300_001
    )


def test_at_any_time_something_stays() -> None:
    free = rules(withdrawal=WithdrawalRule.ANY_TIME, balance_kept=50_000)
    assert withdrawal_of(free, 450_000) is None
    assert withdrawal_of(free, 450_001) == WithdrawalBelowKept(
        kept=50_000, savings=500_000, given=450_001
    )
    assert withdrawal_of(free, 500_001) == SavingsShort(savings=500_000, given=500_001)


# --- two kinds of savings side by side -------------------------------------------------------


def test_voluntary_savings_stand_on_an_account_of_their_own() -> None:
    facts = both(own=40_000)
    assert one(VoluntaryDeposit(NOY.id, 7_500), facts=facts) == (
        Kind.VOLUNTARY_DEPOSIT,
        CASH,
        VOLUNTARY_SAVINGS,
        NOY.id,
        None,
    )
    assert one(VoluntaryWithdrawal(NOY.id, 40_000), facts=facts)[:3] == (
        Kind.VOLUNTARY_WITHDRAWAL,
        VOLUNTARY_SAVINGS,
        CASH,
    )


def test_what_is_brought_can_be_taken_out_on_the_same_evening_and_no_more() -> None:
    facts = both()
    assert moved(VoluntaryDeposit(NOY.id, 9_000), VoluntaryWithdrawal(NOY.id, 9_000), facts=facts)
    assert refusal_of(
        VoluntaryDeposit(NOY.id, 9_000), VoluntaryWithdrawal(NOY.id, 9_001), facts=facts
    ) == SavingsShort(savings=9_000, given=9_001)


def test_who_has_saved_nothing_takes_nothing_out() -> None:
    facts = with_saving(both(), withdrawal=WithdrawalRule.ANY_TIME)
    facts = replace(facts, savings={}, voluntary={})
    for line in (Withdrawal(NOY.id, 1), VoluntaryWithdrawal(NOY.id, 1)):
        assert refusal_of(line, facts=facts) == SavingsShort(savings=0, given=1)


def test_voluntary_savings_have_limits_of_their_own_for_each_deposit() -> None:
    assert refusal_of(VoluntaryDeposit(NOY.id, 1_000)) == VoluntaryNotKept()
    facts = both(minimum=5_000, maximum=100_000)
    assert refusal_of(VoluntaryDeposit(NOY.id, 4_999), facts=facts) == VoluntaryOutOfRange(
        least=5_000, most=100_000, given=4_999
    )
    assert refusal_of(VoluntaryDeposit(NOY.id, 100_001), facts=facts) == VoluntaryOutOfRange(
        least=5_000, most=100_000, given=100_001
    )
    assert moved(VoluntaryDeposit(NOY.id, 5_000), VoluntaryDeposit(NOY.id, 100_000), facts=facts)
    assert isinstance(refusal_of(VoluntaryDeposit(PHET.id, 5_000), facts=facts), MemberNotActive)


def test_each_kind_is_taken_out_by_its_own_rule() -> None:
    facts = both(own=40_000, balance_kept=10_000)
    assert refusal_of(Withdrawal(NOY.id, 1_000), facts=facts) == WithdrawalOnlyAtExit(NOY.told)
    assert moved(VoluntaryWithdrawal(NOY.id, 30_000), facts=facts)
    assert refusal_of(VoluntaryWithdrawal(NOY.id, 30_001), facts=facts) == WithdrawalBelowKept(
        kept=10_000, savings=40_000, given=30_001
    )
    locked = both(own=40_000, withdrawal=WithdrawalRule.NEVER)
    assert refusal_of(VoluntaryWithdrawal(NOY.id, 1), facts=locked) == WithdrawalNever()


def test_who_has_left_takes_both_and_both_stand_for_her_debt() -> None:
    facts = day_facts()
    gone = replace(KHAM, status=Status.LEFT)
    facts = replace(
        both(facts),
        members={**facts.members, KHAM.id: gone},
        voluntary={KHAM.id: 2_000_000},
    )
    leaving = exit_savings(facts, KHAM.id)
    assert (leaving.compulsory, leaving.voluntary, leaving.together) == (
        500_000,
        2_000_000,
        2_500_000,
    )
    assert leaving.lines == (VoluntaryWithdrawal(KHAM.id, 2_000_000), Withdrawal(KHAM.id, 500_000))
    most = leaving.together - leaving.owed
    assert 0 < most < 500_000
    assert moved(VoluntaryWithdrawal(KHAM.id, most), facts=facts)
    assert refusal_of(Withdrawal(KHAM.id, most + 1), facts=facts) == WithdrawalWhileOwing(
        owed=leaving.owed, savings=2_500_000, given=most + 1
    )


def test_who_has_nothing_takes_nothing_with_her() -> None:
    assert exit_savings(day_facts(savings={}), NOY.id).lines == ()


def test_a_counter_entry_leaves_no_voluntary_savings_below_zero() -> None:
    facts = both(own=5_000)
    back = Transfer(Kind.VOLUNTARY_DEPOSIT, VOLUNTARY_SAVINGS, CASH, 6_000, member=NOY.id)
    with pytest.raises(WouldGoBelowZero) as refused:
        check_counter(Entry(day=DAY, transfers=(back,)), facts)
    assert vars(refused.value) == {"account": VOLUNTARY_SAVINGS, "member": NOY.id, "left": -1_000}
    share = replace(back, debit=SAVINGS)
    check_counter(Entry(day=DAY, transfers=(share,)), facts)


# --- notice --------------------------------------------------------------------------------


def test_a_notice_of_days_and_one_of_months() -> None:
    day = date(2026, 1, 31)
    days = rules(notice=30, notice_unit=NoticeUnit.DAYS)
    assert notice_ready(days, SHARE, day) == date(2026, 3, 2)
    assert notice_ready(rules(notice=1), SHARE, day) == date(2026, 2, 28)


def test_notice_is_given_where_the_rules_ask_for_it_and_of_what_she_has() -> None:
    with pytest.raises(NoticeNotAsked):
        check_notice(RULES, OWN, 1_000, savings=5_000, noticed=0)
    asked = rules(withdrawal=WithdrawalRule.NOTICE)
    check_notice(asked, SHARE, 2_000, savings=5_000, noticed=3_000)
    with pytest.raises(NoticeAboveSavings) as refused:
        check_notice(asked, SHARE, 2_001, savings=5_000, noticed=3_000)
    assert vars(refused.value) == {"savings": 5_000, "noticed": 3_000, "given": 2_001}


def test_from_its_day_on_a_notice_allows_the_withdrawal_and_is_used_up() -> None:
    facts = both(own=80_000, withdrawal=WithdrawalRule.NOTICE)
    days = ((30_000, DAY), (10_000, date(2026, 6, 5)), (50_000, date(2026, 5, 5)))
    given_before = tuple(notice(number, *of) for number, of in enumerate(days, start=1))
    facts = replace(facts, notices={NOY.id: given_before})
    assert moved(VoluntaryWithdrawal(NOY.id, 30_000), facts=facts)
    assert refusal_of(VoluntaryWithdrawal(NOY.id, 30_001), facts=facts) == NoticeMissing(
        allowed=30_000, given=30_001, from_day=date(2026, 5, 5)
    )
    twice = (VoluntaryWithdrawal(NOY.id, 20_000), VoluntaryWithdrawal(NOY.id, 10_001))
    assert refusal_of(*twice, facts=facts) == NoticeMissing(
        allowed=10_000, given=10_001, from_day=date(2026, 5, 5)
    )


def test_without_notice_nothing_goes_out_and_who_leaves_needs_none() -> None:
    facts = with_saving(day_facts(), withdrawal=WithdrawalRule.NOTICE)
    assert refusal_of(Withdrawal(NOY.id, 1), facts=facts) == NoticeMissing(
        allowed=0, given=1, from_day=None
    )
    assert moved(Withdrawal(PHET.id, 500_000), facts=facts)


def test_withdrawals_use_up_the_oldest_ready_notice_of_their_kind() -> None:
    march, april = date(2026, 3, 1), date(2026, 4, 1)
    notices = (notice(1, 10, april), notice(2, 10, march), notice(3, 10, march, SHARE))
    out = (
        TakenOut(OWN, date(2026, 2, 1), 5),  # before any notice was ready
        TakenOut(OWN, date(2026, 4, 2), 13),
        TakenOut(SHARE, date(2026, 4, 2), 4),
    )
    left = used_up(notices, out)
    assert [n.left for n in left] == [7, 0, 6]
    assert noticed(left, OWN) == 7
    assert allowed_on(left, OWN, march) == 0
    assert allowed_on(left, SHARE, april) == 6
    assert [n.id for n in open_notices(left, NOY)] == [1, 3]
    assert open_notices(left, KHAM) == ()


def test_what_was_taken_back_of_a_notice_is_not_left_and_later_ones_are_used_in_its_place() -> None:
    march = date(2026, 3, 1)
    first = replace(notice(1, 10, march), taken_back=6)
    left = used_up((first, notice(2, 10, march)), (TakenOut(OWN, date(2026, 4, 2), 7),))
    assert [(n.used, n.left) for n in left] == [(4, 0), (3, 7)]
    assert noticed(left, OWN) == 7
    check_take_back(left[1])
    with pytest.raises(NoticeUsedUp):
        check_take_back(left[0])


def test_a_day_of_the_village_says_when_a_withdrawal_is() -> None:
    facts = with_saving(day_facts(), withdrawal=WithdrawalRule.NOTICE)
    facts = replace(facts, notices={NOY.id: (notice(1, 5_000, DAY, SHARE),)})
    (entry,) = entries_of([Withdrawal(NOY.id, 5_000)], facts)
    assert entry.day == DAY
