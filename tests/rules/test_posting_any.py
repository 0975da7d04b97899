"""Whatever lines are tried, in whatever order, every kip stays accounted for."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.rules.accounts import (
    CASH,
    COMMITTEE_PAYABLE,
    DIVIDENDS_PAYABLE,
    LOANS,
    SAVINGS,
    Named,
    named_kind,
)
from ledger.rules.balances import balances
from ledger.rules.day_facts import DayFacts
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
    LoanPaidOut,
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
from ledger.rules.loan_values import Loan
from ledger.rules.posting import entries_of
from ledger.rules.refusals import (
    Refusal,
)
from ledger.rules.rulebook import MissedMonth, WithdrawalRule
from ledger.rules.transfers import Entry, Transfer
from tests.rules.posting_makers import moved, owing
from tests.villages import (
    AGREED,
    APRIL,
    BANK,
    COSTS,
    FEBRUARY,
    MARCH,
    MEMBERS,
    NETWORK,
    RENT,
    RESERVE,
    RUNNING,
    WELFARE,
    with_saving,
)

HERS = st.sampled_from([m.id for m in MEMBERS])
AMOUNT = st.sampled_from([1_000, 8_000, 10_000, 20_000, 150_000]) | st.integers(1, 2_000_000)
OWN = st.sampled_from([WELFARE, RESERVE, BANK, NETWORK, RENT, COSTS, COMMITTEE_PAYABLE])
LOAN = st.sampled_from([RUNNING.id, AGREED.id])
MONTH = st.none() | st.sampled_from([FEBRUARY, MARCH, APRIL])
LINES: st.SearchStrategy[Line] = st.one_of(
    st.builds(Deposit, HERS, AMOUNT, MONTH),
    st.builds(Withdrawal, HERS, AMOUNT),
    st.builds(WelfarePaid, HERS, AMOUNT),
    st.builds(FeePaid, HERS, st.sampled_from(Fee), AMOUNT),
    st.builds(LoanPaidOut, LOAN),
    st.builds(Repaid, LOAN, AMOUNT),
    st.builds(RepaidAs, LOAN, st.just(0), AMOUNT, AMOUNT),
    st.builds(SavingsInterest, HERS, AMOUNT),
    st.builds(Spent, OWN, AMOUNT),
    st.builds(Received, OWN, AMOUNT),
    st.builds(ToBank, OWN, AMOUNT),
    st.builds(FromBank, OWN, AMOUNT),
    st.builds(BankInterest, OWN, AMOUNT),
    st.builds(FundSpent, OWN, AMOUNT, st.just(""), st.none() | HERS),
    st.builds(FundGift, OWN, AMOUNT),
    st.builds(SeedMoney, AMOUNT),
    st.builds(DividendTaken, HERS, AMOUNT, st.sampled_from(DividendWay), st.none() | LOAN),
    st.builds(PayablePaid, OWN, AMOUNT),
    st.builds(CashDiffers, AMOUNT | AMOUNT.map(lambda kip: -kip), st.sampled_from(["", "x"])),
)


def whole_book() -> DayFacts:
    rules = {"withdrawal": WithdrawalRule.ANY_TIME, "missed": MissedMonth.FINED}
    return with_saving(owing(), missed_fine=2_000, interest=50, **rules)


def accepted(lines: Sequence[Line], facts: DayFacts) -> list[Line]:
    """The lines that the rules allow, one after the other: what is refused is left out."""
    kept: list[Line] = []
    for line in lines:
        try:
            entries_of([*kept, line], facts)
        except Refusal:
            continue
        kept.append(line)
    return kept


def principal(loan: Loan, transfers: Sequence[Transfer]) -> int:
    before = sum(m.kip if m.kind == "pay_out" else 0 for m in loan.moves)
    return before + balances([t for t in transfers if t.loan == loan.id]).get(LOANS, 0)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_whatever_is_accepted_leaves_nothing_below_zero(lines: list[Line]) -> None:
    facts = whole_book()
    transfers = moved(*accepted(lines, facts), facts=facts)
    after = {**facts.balances}
    for account, kip in balances(transfers).items():
        after[account] = after.get(account, 0) + kip
    guarded = {Named.FUND, Named.BANK, Named.NETWORK}
    for account, kip in after.items():
        if named_kind(account) in guarded or account in {CASH, LOANS, SAVINGS, 2010, 2020}:
            assert kip >= 0
    for member in MEMBERS:
        hers = balances([t for t in transfers if t.member == member.id])
        assert facts.savings[member.id] + hers.get(SAVINGS, 0) >= 0
        assert facts.dividends.get(member.id, 0) + hers.get(DIVIDENDS_PAYABLE, 0) >= 0
    for loan in facts.loans.values():
        assert principal(loan, transfers) >= 0


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=12), st.randoms(use_true_random=False))
def test_any_order_that_is_accepted_comes_to_the_same(lines: list[Line], chance: Any) -> None:
    facts = whole_book()
    kept = accepted(lines, facts)
    shuffled = chance.sample(kept, len(kept))
    if len(accepted(shuffled, facts)) < len(kept):
        return  # Some order was needed: a gift before it is spent, for example.
    first, second = moved(*kept, facts=facts), moved(*shuffled, facts=facts)
    for account in (CASH, SAVINGS, BANK, WELFARE, RESERVE):
        assert balances(first).get(account, 0) == balances(second).get(account, 0)
    assert sum(t.kip for t in first) == sum(t.kip for t in second)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=10))
def test_entries_hold_every_transfer_once_and_only_one_member_each(lines: list[Line]) -> None:
    facts = whole_book()
    kept = accepted(lines, facts)
    entries: tuple[Entry, ...] = entries_of(kept, facts)
    alone = [t for k in range(len(kept)) for t in moved(*kept[: k + 1], facts=facts)]
    assert sum(len(e.transfers) for e in entries) == len(moved(*kept, facts=facts))
    assert all(len({t.member for t in e.transfers}) == 1 for e in entries)
    assert {t for e in entries for t in e.transfers} == set(alone)


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=10))
def test_looking_changes_nothing(lines: list[Line]) -> None:
    facts = whole_book()
    accepted(lines, facts)
    assert facts == whole_book()
