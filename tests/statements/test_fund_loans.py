"""What the funds lend through a year; what passes from one borrower to another stays lent."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, OPENING, Account, loans_of
from ledger.rules.balances import balances
from ledger.rules.loan_values import Split
from ledger.rules.makers import pay_out, repayment
from ledger.rules.makers_loans import passed_on, written_off
from ledger.rules.transfers import (
    Entry,
    EntryNumber,
    Kind,
    LoanId,
    PostedEntry,
    Transfer,
    counter_entry,
)
from ledger.statements.fund_loans import FundLoansRow, fund_loan_rows_of
from tests.villages import AGREED, DAY, RESERVE, RULES

OF_RESERVE = replace(
    AGREED, request=replace(AGREED.request, product=replace(AGREED.request.product, fund=RESERVE))
)
HERS = replace(OF_RESERVE, id=LoanId(3))
LENT = loans_of(RESERVE)


def posted(number: int, *transfers: Transfer) -> PostedEntry:
    return PostedEntry(EntryNumber(number), Entry(DAY, transfers), "")


def test_a_year_of_the_reserve() -> None:
    wrong = posted(3, pay_out(OF_RESERVE, 70_000))
    entries = [
        posted(1, Transfer(Kind.OPENING, LENT, OPENING, 40_000, loan=HERS.id)),
        posted(2, pay_out(OF_RESERVE, 300_000)),
        wrong,
        PostedEntry(EntryNumber(4), counter_entry(wrong, day=DAY, reason="x"), ""),
        posted(5, *repayment(OF_RESERVE, Split(fine=500, interest=900, principal=100_000))),
        posted(6, *passed_on(OF_RESERVE, HERS, 200_000)),
        posted(7, written_off(HERS, 60_000, fund=RESERVE)),
        posted(8, pay_out(AGREED, 500_000)),
    ]
    (row,) = fund_loan_rows_of(entries, rulebook=RULES, opening={LENT: 10_000})
    assert row == FundLoansRow(RESERVE, 50_000, 300_000, 100_000, 60_000)
    assert row.closing == 190_000


def test_a_fund_that_never_lent_is_left_out() -> None:
    assert fund_loan_rows_of([posted(1, pay_out(AGREED, 5))], rulebook=RULES, opening={}) == ()


@given(
    opening=st.integers(0, 900_000),
    acts=st.lists(st.tuples(st.sampled_from(range(3)), st.integers(1, 500_000))),
)
def test_the_end_is_what_stands_on_the_account(opening: int, acts: list[tuple[int, int]]) -> None:
    makers = (
        lambda kip: (pay_out(OF_RESERVE, kip),),
        lambda kip: repayment(OF_RESERVE, Split(fine=0, interest=7, principal=kip)),
        lambda kip: (written_off(OF_RESERVE, kip, fund=RESERVE),),
    )
    entries = [posted(n, *makers[which](kip)) for n, (which, kip) in enumerate(acts, 1)]
    rows = fund_loan_rows_of(entries, rulebook=RULES, opening={LENT: opening})
    moved = balances(t for one in entries for t in one.entry.transfers)
    assert all(row.closing == opening + moved.get(Account(LENT), 0) for row in rows)
    assert bool(rows) is (opening > 0 or any(which == 0 for which, _ in acts))
    assert CASH not in {row.fund for row in rows}
