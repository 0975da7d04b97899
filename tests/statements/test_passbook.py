"""A passbook shows every movement of one member, with what stood after it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules import makers
from ledger.rules.accounts import (
    CASH,
    DIVIDENDS_PAYABLE,
    LOANS,
    OPENING,
    SAVINGS,
    YEAR_RESULT,
)
from ledger.rules.lines import Fee
from ledger.rules.loan_values import Loan, Split
from ledger.rules.people import MemberId
from ledger.rules.transfers import Entry, EntryNumber, Kind, PostedEntry, Transfer, counter_entry
from ledger.statements.passbook import Passbook, passbook_of
from tests.villages import DAY, FEBRUARY, GROUP, KHAM, NOY, RESERVE, RULES, RUNNING, WELFARE

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def posted(number: int, *transfers: Transfer, day: date = DAY, **facts: object) -> PostedEntry:
    return PostedEntry(EntryNumber(number), Entry(day, transfers, **facts), seal="")  # type: ignore[arg-type]


def book(*entries: PostedEntry, savings: int = 0, loans: int = 0) -> Passbook:
    return passbook_of(
        entries,
        group=GROUP,
        rulebook=RULES,
        member=KHAM,
        first=FIRST,
        last=LAST,
        savings_before=savings,
        loans_before=loans,
    )


def test_balances_run_on_from_what_was_brought_forward() -> None:
    passbook = book(
        posted(
            5,
            makers.deposit(KHAM.id, 20_000),
            makers.welfare(KHAM.id, 1_000, fund=WELFARE),
            *makers.repayment(RUNNING, Split(fine=0, interest=4_000, principal=50_000)),
            note="ຝາກມາກັບເພື່ອນບ້ານ",
        ),
        posted(6, makers.deposit(NOY.id, 10_000)),
        posted(7, makers.withdrawal(KHAM.id, 5_000), month=FEBRUARY),
        savings=100_000,
        loans=200_000,
    )
    assert (passbook.savings_before, passbook.loans_before) == (100_000, 200_000)
    assert [
        (line.number, line.kind, line.paid_in, line.paid_out, line.savings, line.loans)
        for line in passbook.lines
    ] == [
        (5, Kind.DEPOSIT, 20_000, 0, 120_000, 200_000),
        (5, Kind.WELFARE, 1_000, 0, 120_000, 200_000),
        (5, Kind.INTEREST, 4_000, 0, 120_000, 200_000),
        (5, Kind.PRINCIPAL, 50_000, 0, 120_000, 150_000),
        (7, Kind.WITHDRAWAL, 0, 5_000, 115_000, 150_000),
    ]
    assert passbook.lines[0].note == "ຝາກມາກັບເພື່ອນບ້ານ"
    assert passbook.lines[3].loan == RUNNING.id
    assert [line.month for line in passbook.lines[3:]] == [None, FEBRUARY]


def test_only_the_days_asked_for_are_shown() -> None:
    early = posted(1, makers.deposit(KHAM.id, 1_000), day=date(2025, 12, 31))
    late = posted(2, makers.deposit(KHAM.id, 1_000), day=date(2027, 1, 1))
    assert book(early, late).lines == ()


def way(transfer: Transfer) -> list[tuple[Kind, int, int]]:
    return [(line.kind, line.paid_in, line.paid_out) for line in book(posted(1, transfer)).lines]


def opening(debit: int, credit: int) -> Transfer:
    return Transfer(Kind.OPENING, debit, credit, 900, member=KHAM.id)  # type: ignore[arg-type]


def test_what_moves_no_cash_is_told_by_what_it_does_to_savings_and_debt() -> None:
    assert way(makers.savings_interest(KHAM.id, 900)) == [(Kind.SAVINGS_INTEREST, 900, 0)]
    assert way(makers.dividend_saved(KHAM.id, 900)) == [(Kind.DIVIDEND_SAVED, 900, 0)]
    assert way(opening(OPENING, SAVINGS)) == [(Kind.OPENING, 900, 0)]
    assert way(opening(LOANS, OPENING)) == [(Kind.OPENING, 0, 900)]


def test_a_loan_handed_over_is_paid_out_and_its_fee_paid_in() -> None:
    passbook = book(posted(1, makers.pay_out(RUNNING, 700), makers.loan_fee(RUNNING, 5)))
    assert [(line.paid_in, line.paid_out, line.loans) for line in passbook.lines] == [
        (0, 700, 700),
        (5, 0, 700),
    ]


def test_a_dividend_stands_there_when_it_is_taken() -> None:
    shared = Transfer(Kind.DIVIDEND, YEAR_RESULT, DIVIDENDS_PAYABLE, 900, member=KHAM.id)
    assert way(shared) == []
    assert way(makers.dividend_paid(KHAM.id, 900)) == [(Kind.DIVIDEND_PAID, 0, 900)]


def test_a_dividend_that_pays_a_loan_says_so() -> None:
    split = Split(fine=0, interest=20, principal=300)
    offset = makers.repayment(RUNNING, split, paid_from=DIVIDENDS_PAYABLE)
    passbook = book(posted(1, *offset), loans=1_000)
    assert [(line.kind, line.paid_in, line.loans) for line in passbook.lines] == [
        (Kind.DIVIDEND_OFFSET, 20, 1_000),
        (Kind.DIVIDEND_OFFSET, 300, 700),
    ]


OF_RESERVE = replace(
    RUNNING,
    request=replace(RUNNING.request, product=replace(RUNNING.request.product, fund=RESERVE)),
)


@pytest.mark.parametrize("loan", [RUNNING, OF_RESERVE])
def test_a_counter_entry_turns_every_line_round(loan: Loan) -> None:
    split = Split(fine=7, interest=20, principal=300)
    first = posted(
        1,
        makers.deposit(KHAM.id, 1_000),
        makers.fee(KHAM.id, Fee.PASSBOOK, 8_000),
        makers.dividend_saved(KHAM.id, 900),
        *makers.repayment(loan, split, paid_from=DIVIDENDS_PAYABLE),
    )
    back = PostedEntry(EntryNumber(2), counter_entry(first, day=DAY, reason="ພິມຜິດ"), seal="")
    passbook = book(first, back, savings=5_000, loans=2_000)
    half = len(passbook.lines) // 2
    for there, again in zip(passbook.lines[:half], passbook.lines[half:], strict=True):
        assert there.kind is again.kind
        assert (there.paid_in, there.paid_out) == (again.paid_out, again.paid_in)
        assert (there.reverses, again.reverses, again.note) == (None, 1, "ພິມຜິດ")
    assert (passbook.lines[-1].savings, passbook.lines[-1].loans) == (5_000, 2_000)


HERS = st.sampled_from([KHAM.id, NOY.id])
KIP = st.integers(1, 100_000)
MOVES = st.one_of(
    st.builds(makers.deposit, HERS, KIP),
    st.builds(makers.withdrawal, HERS, KIP),
    st.builds(makers.savings_interest, HERS, KIP),
    st.builds(makers.dividend_paid, HERS, KIP),
    st.builds(makers.pay_out, st.just(RUNNING), KIP),
)


@given(st.lists(MOVES, max_size=20))
def test_the_last_balance_is_what_all_movements_come_to(moves: list[Transfer]) -> None:
    passbook = book(*(posted(k + 1, move) for k, move in enumerate(moves)))
    hers = [t for t in moves if t.member == MemberId(1)]
    savings = sum((t.credit == SAVINGS) * t.kip - (t.debit == SAVINGS) * t.kip for t in hers)
    loans = sum((t.debit == LOANS) * t.kip for t in hers)
    cash = sum((t.debit == CASH) * t.kip - (t.credit == CASH) * t.kip for t in hers)
    interest = sum(t.kip for t in hers if t.kind is Kind.SAVINGS_INTEREST)
    assert len(passbook.lines) == len(hers)
    if passbook.lines:
        assert (passbook.lines[-1].savings, passbook.lines[-1].loans) == (savings, loans)
    told = sum(line.paid_in - line.paid_out for line in passbook.lines)
    assert told == cash + interest
