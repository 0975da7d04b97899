"""The group's own money goes to accounts that it has, and none goes below zero."""

from dataclasses import replace
from datetime import date, timedelta

from ledger.rules.accounts import (
    CASH,
    COMMITTEE_PAYABLE,
    DIVIDENDS_PAYABLE,
    SAVINGS,
    Named,
    named_account,
)
from ledger.rules.lines import (
    BankInterest,
    CashDiffers,
    FromBank,
    FundGift,
    FundSpent,
    Line,
    PayablePaid,
    Received,
    Spent,
    ToBank,
)
from ledger.rules.posting_funds import AccountNotOurs, BankShort, FundShort
from ledger.rules.posting_group import PayableShort
from ledger.rules.refusals import (
    MemberUnknown,
    NameMissing,
    Refusal,
)
from ledger.rules.transfers import Kind
from ledger.rules.welfare_dues import BenefitTooEarly, NotInWelfare
from tests.rules.posting_makers import NOBODY, moved, one, owing, refusal_of
from tests.villages import (
    BANK,
    BOUNMY,
    COSTS,
    DAY,
    KHAM,
    NETWORK,
    NOY,
    RENT,
    RESERVE,
    WELFARE,
    day_facts,
)


def test_money_goes_only_to_accounts_that_the_group_has() -> None:
    second = named_account(Named.BANK, 2)
    refusals: dict[Line, Refusal] = {
        Spent(RENT, 5): AccountNotOurs(RENT, Named.EXPENSE),
        Received(COSTS, 5): AccountNotOurs(COSTS, Named.INCOME),
        ToBank(second, 5): AccountNotOurs(second, Named.BANK),
        FromBank(WELFARE, 5): AccountNotOurs(WELFARE, Named.BANK),
        BankInterest(CASH, 5): AccountNotOurs(CASH, Named.BANK),
        FundSpent(SAVINGS, 5): AccountNotOurs(SAVINGS, Named.FUND),
        FundGift(BANK, 5): AccountNotOurs(BANK, Named.FUND),
        PayablePaid(DIVIDENDS_PAYABLE, 5): AccountNotOurs(DIVIDENDS_PAYABLE, Named.NETWORK),
    }
    for line, refusal in refusals.items():
        assert refusal_of(line) == refusal


def test_no_bank_fund_or_debt_goes_below_zero() -> None:
    assert refusal_of(FromBank(BANK, 500_001)) == BankShort(BANK, 500_000, 500_001)
    assert refusal_of(FundSpent(RESERVE, 200_001)) == FundShort(RESERVE, 200_000, 200_001)
    assert refusal_of(PayablePaid(NETWORK, 1)) == PayableShort(NETWORK, 0, 1)
    assert moved(FundGift(RESERVE, 1), FundSpent(RESERVE, 200_001))
    assert moved(ToBank(BANK, 1), FromBank(BANK, 500_001))
    twice = [PayablePaid(COMMITTEE_PAYABLE, 30_000)] * 2
    assert refusal_of(*twice, facts=owing()) == PayableShort(COMMITTEE_PAYABLE, 10_000, 30_000)


def test_a_benefit_waits_half_a_year() -> None:
    """In Trat benefits begin after 180 days of giving."""
    assert refusal_of(FundSpent(WELFARE, 5_000, member=NOY.id)) == BenefitTooEarly(
        member=NOY.told, first=date(2026, 9, 1)
    )
    assert refusal_of(FundSpent(WELFARE, 5_000, member=BOUNMY.id)) == NotInWelfare(
        member=BOUNMY.told, day=DAY
    )
    tomorrow = replace(KHAM, welfare_since=DAY + timedelta(days=1))
    refused = refusal_of(
        FundSpent(WELFARE, 5_000, member=KHAM.id), facts=day_facts(members={KHAM.id: tomorrow})
    )
    assert refused == NotInWelfare(member=KHAM.told, day=DAY)
    assert refusal_of(FundSpent(WELFARE, 5_000, member=NOBODY)) == MemberUnknown(member=NOBODY)
    too_much = FundSpent(WELFARE, 300_001, member=KHAM.id)
    assert refusal_of(too_much) == FundShort(WELFARE, 300_000, 300_001)


def test_another_fund_helps_whom_the_group_likes() -> None:
    assert one(FundSpent(RESERVE, 5_000, member=BOUNMY.id))[0] is Kind.BENEFIT


def test_a_difference_of_the_box_needs_its_reason() -> None:
    assert refusal_of(CashDiffers(500, " ")) == NameMissing(what="reason")
