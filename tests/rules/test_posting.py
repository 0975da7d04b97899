"""The lines of a day are checked in their order and become entries; or nothing is written."""

from datetime import date, timedelta
from typing import Any, get_args

import pytest

from ledger.rules.accounts import (
    ADVISERS_PAYABLE,
    CASH,
    CASH_OVER,
    CASH_SHORT,
    COMMITTEE_PAYABLE,
    DIVIDENDS_PAYABLE,
    LOAN_INTEREST,
    SAVINGS,
)
from ledger.rules.kip import KIP_MAX
from ledger.rules.lines import (
    BankInterest,
    CashDiffers,
    Deposit,
    DividendTaken,
    DividendWay,
    Fee,
    FeePaid,
    FromBank,
    FundGift,
    FundSpent,
    Line,
    PayablePaid,
    Received,
    Repaid,
    RepaidAs,
    SavingsInterest,
    SeedMoney,
    Spent,
    ToBank,
    WelfarePaid,
    Withdrawal,
)
from ledger.rules.posting import POSTINGS, check_day, entries_of
from ledger.rules.refusals import (
    AmountOutOfRange,
    CashShort,
    DayOutsideBooks,
)
from ledger.rules.rulebook import WithdrawalRule
from ledger.rules.transfers import Kind, MeetingId
from tests.rules.posting_makers import moved, one, owing, refusal_of
from tests.villages import (
    APRIL,
    BANK,
    BEGIN,
    COSTS,
    DALA,
    DAY,
    FEBRUARY,
    KEO,
    KHAM,
    NETWORK,
    NOY,
    RENT,
    RESERVE,
    RUNNING,
    TODAY,
    WELFARE,
    day_facts,
    with_saving,
)


def test_every_kind_of_line_can_be_posted() -> None:
    assert set(POSTINGS) == set(get_args(Line))


@pytest.mark.parametrize("day", [BEGIN - timedelta(days=1), TODAY + timedelta(days=1)])
def test_a_day_outside_the_books_is_refused(day: date) -> None:
    assert refusal_of(facts=day_facts(day)) == DayOutsideBooks(day=day, first=BEGIN, last=TODAY)
    for allowed in (BEGIN, TODAY):
        check_day(day_facts(allowed))


def test_no_lines_are_no_entries() -> None:
    assert entries_of((), day_facts()) == ()


def test_one_turn_at_the_table_is_one_entry() -> None:
    lines: list[Line] = [
        Deposit(KHAM.id, 20_000),
        WelfarePaid(KHAM.id, 1_000),
        Repaid(RUNNING.id, 130_000),
        Deposit(NOY.id, 10_000),
        Deposit(KHAM.id, 5_000),
    ]
    entries = entries_of(lines, day_facts(), meeting=MeetingId(4))
    assert [[(t.kind, t.kip) for t in e.transfers] for e in entries] == [
        [
            (Kind.DEPOSIT, 20_000),
            (Kind.WELFARE, 1_000),
            (Kind.INTEREST, 120_000),
            (Kind.PRINCIPAL, 10_000),
        ],
        [(Kind.DEPOSIT, 10_000)],
        [(Kind.DEPOSIT, 5_000)],
    ]
    assert {(e.day, e.meeting, e.month) for e in entries} == {(DAY, MeetingId(4), None)}


def test_a_deposit_for_another_month_stands_in_an_entry_of_its_own() -> None:
    entries = entries_of(
        [
            Deposit(DALA.id, 10_000, month=FEBRUARY),
            Deposit(DALA.id, 10_000, month=APRIL),
            Deposit(DALA.id, 2_000),
        ],
        day_facts(),
    )
    assert [(e.month, len(e.transfers)) for e in entries] == [(FEBRUARY, 1), (None, 2)]


def test_what_is_nobodys_has_an_entry_for_each_line_with_its_note() -> None:
    entries = entries_of(
        [Spent(COSTS, 5_000, "ປຶ້ມ"), Spent(COSTS, 6_000, " "), Received(RENT, 7_000, " ຕັ່ງ ")],
        day_facts(),
    )
    assert [e.note for e in entries] == ["ປຶ້ມ", "", "ຕັ່ງ"]


def test_the_notes_of_one_turn_stand_side_by_side() -> None:
    (entry,) = entries_of(
        [
            FundSpent(RESERVE, 1_000, "ໄຟໄໝ້", member=NOY.id),
            Deposit(NOY.id, 10_000),
            FundSpent(RESERVE, 2_000, "ນ້ຳຖ້ວມ", member=NOY.id),
        ],
        day_facts(),
    )
    assert entry.note == "ໄຟໄໝ້; ນ້ຳຖ້ວມ"


def test_each_line_goes_from_its_account_to_its_account() -> None:
    facts = with_saving(owing(), withdrawal=WithdrawalRule.ANY_TIME, interest=50)
    kham = KHAM.id
    written: dict[Line, tuple[Any, ...]] = {
        Deposit(kham, 10_000): (Kind.DEPOSIT, CASH, SAVINGS, kham, None),
        Withdrawal(kham, 10_000): (Kind.WITHDRAWAL, SAVINGS, CASH, kham, None),
        WelfarePaid(kham, 1_000): (Kind.WELFARE, CASH, WELFARE, kham, None),
        FeePaid(KEO.id, Fee.PASSBOOK, 8_000): (Kind.PASSBOOK_FEE, CASH, 4004, KEO.id, None),
        FeePaid(kham, Fee.ENTRY, 10_000): (Kind.ENTRY_FEE, CASH, 4003, kham, None),
        SavingsInterest(kham, 500): (Kind.SAVINGS_INTEREST, 5000, SAVINGS, kham, None),
        Spent(COSTS, 5_000): (Kind.EXPENSE, COSTS, CASH, None, None),
        Received(RENT, 5_000): (Kind.INCOME, CASH, RENT, None, None),
        ToBank(BANK, 5_000): (Kind.BANK_IN, BANK, CASH, None, None),
        FromBank(BANK, 5_000): (Kind.BANK_OUT, CASH, BANK, None, None),
        BankInterest(BANK, 5_000): (Kind.BANK_INTEREST, BANK, 4006, None, None),
        FundSpent(WELFARE, 5_000): (Kind.FUND_SPENT, WELFARE, CASH, None, None),
        FundSpent(WELFARE, 5_000, "", kham): (Kind.BENEFIT, WELFARE, CASH, kham, None),
        FundGift(RESERVE, 5_000): (Kind.FUND_GIFT, CASH, RESERVE, None, None),
        SeedMoney(5_000): (Kind.SEED_MONEY, CASH, 3900, None, None),
        PayablePaid(COMMITTEE_PAYABLE, 5_000): (Kind.PAYABLE_PAID, 2020, CASH, None, None),
        PayablePaid(ADVISERS_PAYABLE, 5_000): (Kind.PAYABLE_PAID, 2021, CASH, None, None),
        PayablePaid(NETWORK, 5_000): (Kind.PAYABLE_PAID, NETWORK, CASH, None, None),
        CashDiffers(500, "x"): (Kind.CASH_OVER, CASH, CASH_OVER, None, None),
        CashDiffers(1, "x"): (Kind.CASH_OVER, CASH, CASH_OVER, None, None),
        CashDiffers(-500, "x"): (Kind.CASH_SHORT, CASH_SHORT, CASH, None, None),
        DividendTaken(kham, 5_000, DividendWay.CASH): (
            Kind.DIVIDEND_PAID,
            DIVIDENDS_PAYABLE,
            CASH,
            kham,
            None,
        ),
        DividendTaken(kham, 5_000, DividendWay.SAVINGS): (
            Kind.DIVIDEND_SAVED,
            DIVIDENDS_PAYABLE,
            SAVINGS,
            kham,
            None,
        ),
        DividendTaken(kham, 5_000, DividendWay.OFFSET, RUNNING.id): (
            Kind.INTEREST,
            DIVIDENDS_PAYABLE,
            LOAN_INTEREST,
            kham,
            RUNNING.id,
        ),
    }
    for line, expected in written.items():
        assert one(line, facts=facts) == expected


@pytest.mark.parametrize("kip", [0, -5, KIP_MAX + 1])
def test_an_impossible_amount_is_refused_on_every_line(kip: int) -> None:
    facts = with_saving(owing(), withdrawal=WithdrawalRule.ANY_TIME, interest=50)
    lines: list[Line] = [
        Deposit(KHAM.id, kip),
        Withdrawal(KHAM.id, kip),
        WelfarePaid(KHAM.id, kip),
        FeePaid(KHAM.id, Fee.PASSBOOK, kip),
        RepaidAs(RUNNING.id, interest=kip),
        SavingsInterest(KHAM.id, kip),
        Spent(COSTS, kip),
        Received(RENT, kip),
        ToBank(BANK, kip),
        FromBank(BANK, kip),
        BankInterest(BANK, kip),
        FundSpent(WELFARE, kip),
        FundGift(WELFARE, kip),
        SeedMoney(kip),
        PayablePaid(NETWORK, kip),
        DividendTaken(KHAM.id, kip, DividendWay.CASH),
    ]
    for line in lines:
        assert refusal_of(line, facts=facts) == AmountOutOfRange(given=kip, most=KIP_MAX)
    assert refusal_of(CashDiffers(KIP_MAX + 1, "x")) == AmountOutOfRange(KIP_MAX + 1, KIP_MAX)
    assert isinstance(refusal_of(CashDiffers(0, "x")), AmountOutOfRange)


def test_nothing_is_paid_that_the_box_does_not_hold_on_any_later_day() -> None:
    low = day_facts(cash_low=4_000)
    assert refusal_of(Spent(COSTS, 4_001), facts=low) == CashShort(DAY, cash=4_000, wanted=4_001)
    assert moved(Spent(COSTS, 4_000), facts=low)
    assert moved(Received(RENT, 1), Spent(COSTS, 4_001), facts=low)
    assert isinstance(refusal_of(Spent(COSTS, 4_001), Received(RENT, 1), facts=low), CashShort)
