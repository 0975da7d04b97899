"""What one member pays in or takes out is held against the rules and what came before."""

from dataclasses import replace
from datetime import date

from ledger.rules.accounts import (
    CASH,
)
from ledger.rules.contributions import DepositAboveMaximum, DepositBelowMinimum
from ledger.rules.lines import (
    Deposit,
    DividendTaken,
    DividendWay,
    Fee,
    FeePaid,
    Line,
    Repaid,
    SavingsInterest,
    WelfarePaid,
    Withdrawal,
)
from ledger.rules.people import Status
from ledger.rules.posting_members import (
    FeeAlreadyPaid,
    FeeDiffers,
    MissedFineAboveDue,
)
from ledger.rules.posting_saving import DepositMonthOutOfRange, SavingsInterestNotAgreed
from ledger.rules.refusals import (
    MemberNotActive,
    MemberUnknown,
)
from ledger.rules.rulebook import MissedMonth, WithdrawalRule
from ledger.rules.transfers import Kind
from ledger.rules.welfare_dues import NotInWelfare, WelfareNotKept
from ledger.rules.withdrawals import SavingsShort, WithdrawalOnlyAtExit, WithdrawalWhileOwing
from tests.rules.posting_makers import NOBODY, moved, one, owing, refusal_of
from tests.villages import (
    APRIL,
    BOUNMY,
    DALA,
    DAY,
    FEBRUARY,
    JANUARY,
    KEO,
    KHAM,
    MARCH,
    NOY,
    PHET,
    RULES,
    RUNNING,
    day_facts,
    with_saving,
)


def test_a_member_who_is_not_in_the_register_is_refused() -> None:
    assert refusal_of(Deposit(NOBODY, 10_000)) == MemberUnknown(member=NOBODY)
    assert refusal_of(Withdrawal(NOBODY, 10_000)) == MemberUnknown(member=NOBODY)


def test_who_has_left_saves_and_pays_no_more() -> None:
    gone = MemberNotActive(member=PHET.told, status=Status.LEFT)
    facts = with_saving(owing(), interest=50)
    for line in (
        Deposit(PHET.id, 10_000),
        WelfarePaid(PHET.id, 1_000),
        FeePaid(PHET.id, Fee.PASSBOOK, 8_000),
        SavingsInterest(PHET.id, 500),
        DividendTaken(PHET.id, 5_000, DividendWay.SAVINGS),
    ):
        assert refusal_of(line, facts=facts) == gone
    assert moved(DividendTaken(PHET.id, 5_000, DividendWay.CASH), facts=facts)


def test_who_is_on_leave_may_send_her_savings() -> None:
    away = replace(NOY, status=Status.ON_LEAVE)
    facts = day_facts(members={NOY.id: away})
    assert moved(Deposit(NOY.id, 10_000), facts=facts)


def test_deposits_of_one_month_are_looked_at_together() -> None:
    assert refusal_of(Deposit(NOY.id, 9_000)) == DepositBelowMinimum(10_000, 0, 9_000)
    capped = with_saving(day_facts(), maximum=15_000)
    assert moved(Deposit(NOY.id, 10_000), Deposit(NOY.id, 5_000), facts=capped)
    refused = refusal_of(Deposit(NOY.id, 10_000), Deposit(NOY.id, 6_000), facts=capped)
    assert isinstance(refused, DepositAboveMaximum)
    assert (refused.maximum, refused.saved, refused.given) == (15_000, 10_000, 6_000)
    assert (refused.month, refused.since) == (APRIL, capped.rulebook.valid_from)


def test_a_deposit_is_for_a_month_that_was_and_not_for_one_to_come() -> None:
    assert moved(Deposit(KEO.id, 10_000, month=FEBRUARY))
    assert refusal_of(Deposit(KEO.id, 10_000, month=JANUARY)) == DepositMonthOutOfRange(
        month=JANUARY, first=FEBRUARY, last=APRIL
    )
    ahead = APRIL.plus(1)
    assert refusal_of(Deposit(NOY.id, 10_000, month=ahead)) == DepositMonthOutOfRange(
        month=ahead, first=JANUARY, last=APRIL
    )
    old = day_facts(books_begin=date(2020, 1, 1), first_day=date(2020, 1, 1))
    refused = refusal_of(Deposit(NOY.id, 10_000, month=APRIL.plus(-12)), facts=old)
    assert refused == DepositMonthOutOfRange(APRIL.plus(-12), APRIL.plus(-11), APRIL)


def test_a_deposit_on_the_day_before_she_joined_is_still_of_its_month() -> None:
    """The register says May, the money lies on the table in April: the month of the day holds."""
    early = replace(NOY, joined=date(2026, 5, 5))
    assert moved(Deposit(NOY.id, 10_000), facts=day_facts(members={NOY.id: early}))


def test_a_withdrawal_follows_the_rules_and_what_was_taken_before() -> None:
    assert refusal_of(Withdrawal(NOY.id, 1_000)) == WithdrawalOnlyAtExit(member=NOY.told)
    anytime = with_saving(day_facts(), withdrawal=WithdrawalRule.ANY_TIME)
    refused = refusal_of(Withdrawal(NOY.id, 300_000), Withdrawal(NOY.id, 200_001), facts=anytime)
    assert refused == SavingsShort(savings=200_000, given=200_001)
    assert moved(Withdrawal(PHET.id, 500_000))


def test_one_who_leaves_pays_her_loan_out_of_her_savings() -> None:
    left = replace(KHAM, status=Status.LEFT)
    members = {**day_facts().members, KHAM.id: left}
    facts = day_facts(members=members, savings={KHAM.id: 2_500_000}, cash_low=9_000_000)
    assert refusal_of(Withdrawal(KHAM.id, 400_000), facts=facts) == WithdrawalWhileOwing(
        owed=2_120_000, savings=2_500_000, given=400_000
    )
    both = moved(Repaid(RUNNING.id, 2_120_000), Withdrawal(KHAM.id, 2_500_000), facts=facts)
    assert [t.kind for t in both] == [Kind.INTEREST, Kind.PRINCIPAL, Kind.WITHDRAWAL]


def test_welfare_is_given_by_its_members_where_the_group_has_it() -> None:
    assert refusal_of(WelfarePaid(BOUNMY.id, 1_000)) == NotInWelfare(BOUNMY.told, DAY)
    none = replace(RULES, welfare=replace(RULES.welfare, fund=None))
    refused = refusal_of(WelfarePaid(KHAM.id, 1_000), facts=day_facts(rulebook=none))
    assert refused == WelfareNotKept()


def test_a_fee_is_the_rules_amount_and_the_entry_fee_comes_once() -> None:
    assert refusal_of(FeePaid(NOY.id, Fee.PASSBOOK, 9_000)) == FeeDiffers(
        fee=Fee.PASSBOOK, rule=8_000, given=9_000
    )
    twice = [FeePaid(NOY.id, Fee.ENTRY, 10_000)] * 2
    assert refusal_of(*twice) == FeeAlreadyPaid(member=NOY.told, fee=Fee.ENTRY)
    assert len(moved(*[FeePaid(NOY.id, Fee.PASSBOOK, 8_000)] * 2)) == 2
    free = day_facts(members={NOY.id: replace(NOY, fee_free=True)})
    refused = refusal_of(FeePaid(NOY.id, Fee.ENTRY, 10_000), facts=free)
    assert refused == FeeDiffers(fee=Fee.ENTRY, rule=0, given=10_000)


def test_a_fine_for_missed_months_is_not_paid_twice() -> None:
    facts = with_saving(day_facts(), missed=MissedMonth.FINED, missed_fine=2_000)
    fine = FeePaid(DALA.id, Fee.MISSED, 3_000)
    assert one(fine, facts=facts)[:3] == (Kind.MISSED_FINE, CASH, 4002)
    assert refusal_of(fine, fine, facts=facts) == MissedFineAboveDue(due=1_000, given=3_000)
    # Catching up a month takes its fine away with it.
    caught_up: list[Line] = [Deposit(DALA.id, 10_000, month=MARCH), fine]
    assert refusal_of(*caught_up, facts=facts) == MissedFineAboveDue(due=2_000, given=3_000)


def test_interest_on_savings_needs_a_rule() -> None:
    assert refusal_of(SavingsInterest(KHAM.id, 500)) == SavingsInterestNotAgreed()
