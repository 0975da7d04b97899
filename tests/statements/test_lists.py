"""The plain lists add up to the accounts they are taken from."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules import makers
from ledger.rules.accounts import (
    CASH,
    LOAN_INTEREST,
    LOANS,
    SAVINGS,
    SAVINGS_INTEREST,
    Account,
)
from ledger.rules.balances import balances
from ledger.rules.lines import Fee
from ledger.rules.loan_values import LoanStage
from ledger.rules.people import Status
from ledger.rules.transfers import Entry, EntryNumber, Kind, PostedEntry, Transfer
from ledger.statements.lists import (
    Figures,
    MemberBalance,
    TrialBalanceRow,
    cash_book_of,
    figures_of,
    loan_rows_of,
    members_balances_of,
    principal_by_member,
    trial_balance_of,
)
from tests.villages import (
    AGREED,
    BANK,
    BOUNMY,
    COSTS,
    DAY,
    KHAM,
    MEMBERS,
    NOY,
    PHET,
    RENT,
    RUNNING,
    SOMPHONE,
    WELFARE,
    day_facts,
)

REGISTER = {member.id: member for member in MEMBERS}


def test_each_account_stands_in_the_column_of_its_side() -> None:
    trial = trial_balance_of(DAY, {SAVINGS: 70, CASH: 100, LOANS: 0, RENT: 30})
    assert trial.rows == (
        TrialBalanceRow(CASH, debit=100, credit=0),
        TrialBalanceRow(SAVINGS, debit=0, credit=70),
        TrialBalanceRow(RENT, debit=0, credit=30),
    )
    assert (trial.day, trial.debit, trial.credit) == (DAY, 100, 100)


def test_below_zero_stands_in_the_other_column() -> None:
    trial = trial_balance_of(DAY, {CASH: -5, SAVINGS: -5})
    assert trial.rows == (TrialBalanceRow(CASH, 0, 5), TrialBalanceRow(SAVINGS, 5, 0))


ACCOUNTS = st.lists(
    st.sampled_from([CASH, BANK, SAVINGS, WELFARE, RENT, COSTS]),
    min_size=2,
    max_size=2,
    unique=True,
)


@given(st.lists(st.tuples(ACCOUNTS, st.integers(1, 10**9)), max_size=20))
def test_both_columns_of_a_trial_balance_are_equal(moves: list[tuple[list[Account], int]]) -> None:
    transfers = [Transfer(Kind.CLOSING, a, b, kip) for (a, b), kip in moves]
    trial = trial_balance_of(DAY, balances(transfers))
    assert trial.debit == trial.credit
    assert all(row.debit >= 0 and row.credit >= 0 for row in trial.rows)


def test_members_stand_with_what_is_theirs() -> None:
    rows = members_balances_of(
        MEMBERS,
        savings={KHAM.id: 500, PHET.id: 0},
        loans={KHAM.id: 2_000},
        dividends={NOY.id: 30},
        voluntary={BOUNMY.id: 7},
    )
    assert rows[0] == MemberBalance(KHAM, savings=500, loans=2_000, dividend=0)
    assert rows[2] == MemberBalance(NOY, savings=0, loans=0, dividend=30)
    assert [row.member for row in rows] == [m for m in MEMBERS if m is not PHET]


def test_who_has_left_stands_there_until_nothing_is_hers() -> None:
    for savings, loans, dividends, voluntary in (
        ({PHET.id: 1}, {}, {}, {}),
        ({}, {PHET.id: 1}, {}, {}),
        ({}, {}, {PHET.id: 1}, {}),
        ({}, {}, {}, {PHET.id: 1}),
    ):
        rows = members_balances_of(
            [PHET], savings=savings, loans=loans, dividends=dividends, voluntary=voluntary
        )
        assert len(rows) == 1


def test_a_loan_stands_with_its_people_and_its_state() -> None:
    first, second = loan_rows_of([RUNNING, AGREED], REGISTER, DAY)
    assert (first.member, first.guarantors) == (KHAM, (BOUNMY, NOY))
    assert (first.state.principal, first.state.interest_due) == (2_000_000, 120_000)
    assert (second.member, second.state.stage) == (SOMPHONE, LoanStage.APPROVED)


def test_what_one_member_owes_on_two_loans_is_added_up() -> None:
    rows = loan_rows_of([RUNNING, replace(RUNNING, id=AGREED.id), AGREED], REGISTER, DAY)
    assert principal_by_member(rows) == {KHAM.id: 4_000_000, SOMPHONE.id: 0}


def posted(number: int, *transfers: Transfer, note: str = "") -> PostedEntry:
    return PostedEntry(EntryNumber(number), Entry(DAY, transfers, note=note), seal="")


def test_the_cash_book_shows_what_came_and_went() -> None:
    rows = cash_book_of(
        [
            posted(
                1,
                makers.deposit(KHAM.id, 20_000),
                makers.deposit(KHAM.id, 1_000),
                makers.fee(KHAM.id, Fee.PASSBOOK, 8_000),
                makers.savings_interest(KHAM.id, 77),
            ),
            posted(2, makers.bank_interest(BANK, 500)),
            posted(3, makers.spent(COSTS, 4_000), note="ປຶ້ມ"),
            posted(4, makers.deposit(KHAM.id, 100), makers.deposit(NOY.id, 10)),
        ],
        REGISTER,
        before=1_000,
    )
    assert [(r.number, r.member, r.received, r.paid, r.balance) for r in rows] == [
        (1, KHAM, 29_000, 0, 30_000),
        (3, None, 0, 4_000, 26_000),
        (4, None, 110, 0, 26_110),
    ]
    assert rows[0].kinds == (Kind.DEPOSIT, Kind.PASSBOOK_FEE)
    assert (rows[1].note, rows[1].day) == ("ປຶ້ມ", DAY)


def test_a_bank_has_a_book_of_its_own() -> None:
    entries = [
        posted(1, makers.to_bank(BANK, 5_000)),
        posted(2, makers.spent(COSTS, 1)),
        posted(3, makers.bank_interest(BANK, 30)),
        posted(4, makers.from_bank(BANK, 2_000)),
    ]
    rows = cash_book_of(entries, REGISTER, before=100, account=BANK)
    assert [(r.number, r.received, r.paid, r.balance) for r in rows] == [
        (1, 5_000, 0, 5_100),
        (3, 30, 0, 5_130),
        (4, 0, 2_000, 3_130),
    ]


def test_the_figures_of_a_day() -> None:
    late = replace(RUNNING, moves=(replace(RUNNING.moves[0], day=date(2025, 3, 5)),))
    rows = loan_rows_of([late, AGREED], REGISTER, DAY)
    standing = {**day_facts().balances, LOAN_INTEREST: 90_000, RENT: 5_000, COSTS: 30_000}
    figures = figures_of(
        DAY,
        members=[*MEMBERS, replace(NOY, status=Status.ON_LEAVE, household="")],
        balances=standing,
        loans=rows,
        year_opening={LOAN_INTEREST: 40_000, SAVINGS_INTEREST: 2_000, CASH: 1},
    )
    assert figures == Figures(
        day=DAY,
        members=7,
        households=5,
        cash=1_500_000,
        banks=500_000,
        savings=3_500_000,
        loans_out=2_000_000,
        loans_open=1,
        overdue=rows[0].state.overdue,
        loans_overdue=1,
        funds=500_000,
        income=55_000,
        expenses=28_000,
    )
    assert figures.overdue > 2_000_000
    assert figures.profit == 27_000
