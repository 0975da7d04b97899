"""The books begin all at once, or not at all."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ledger.actions.record import record_day
from ledger.actions.set_up import begin_book
from ledger.book.book import Book
from ledger.book.trouble import BookExists
from ledger.rules.accounts import CASH, LOANS, SAVINGS, Named, named_account
from ledger.rules.lines_funds import LenderPaid
from ledger.rules.loan_rules import LoanProduct
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import CashCount
from ledger.rules.opening_debts import OpeningDebt
from ledger.rules.people import SET_UP, Role
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import Refusal
from ledger.rules.set_up import (
    CommitteeTooSmall,
    MemberNumberTaken,
    OpeningDiffers,
    OpeningLoan,
    OpeningLoanUnknown,
    SetUp,
)
from tests.villages import BANK, BEGIN, GROUP, KHAM, MEMBERS, OFFICERS, RESERVE, RULES, actor

WHOLE = SetUp(
    group=replace(GROUP, books_begin=None),
    begin=BEGIN,
    rulebook=RULES,
    officers=OFFICERS,
    members=MEMBERS,
    savings=tuple((member.id, 500_000) for member in MEMBERS),
    loans=(OpeningLoan(KHAM.id, "rice", "agriculture", 1_000_000, 5),),
    accounts=((RESERVE, 700_000), (BANK, 1_200_000)),
    count=CashCount(((50_000, 40),)),
)
"""Savings 3,500,000 and reserve 700,000, less loan 1,000,000 and bank 1,200,000: cash 2,000,000."""


def clock() -> datetime:
    return datetime(2026, 1, 1, 8, tzinfo=UTC)


def begin(path: Path, set_up: SetUp) -> Book:
    return begin_book(path, SET_UP, set_up=set_up, clock=clock)


def test_everything_that_was_typed_stands_in_the_book(tmp_path: Path) -> None:
    book = begin(tmp_path / "a.book", WHOLE)
    balances = book.balances()
    assert (balances[CASH], balances[SAVINGS], balances[LOANS]) == (2_000_000, 3_500_000, 1_000_000)
    assert (balances[RESERVE], balances[BANK]) == (700_000, 1_200_000)
    assert book.group.books_begin == BEGIN
    assert book.members() == MEMBERS
    assert book.officers() == OFFICERS
    (loan,) = book.loans()
    assert loan_state(loan, BEGIN).principal == 1_000_000
    assert book.last_day() == date(2025, 12, 31)
    assert book.check() == ()
    book.close()


def test_what_the_group_owes_goes_on_by_its_own_schedule(tmp_path: Path) -> None:
    terms = LoanProduct(key="lender", name="", rate=100, months=12)
    debts = (
        OpeningDebt("ກອງທຶນເມືອງ", 3_000_000, terms, date(2025, 12, 15), "7/2025"),
        OpeningDebt("ກຸ່ມບ້ານໃຕ້", 500_000, terms, date(2025, 12, 31), "8/2025"),
    )
    whole = replace(WHOLE, debts=debts, count=CashCount(((50_000, 110),)))
    book = begin(tmp_path / "a.book", whole)
    first, second = named_account(Named.LENDER, 1), named_account(Named.LENDER, 2)
    assert (book.balances()[first], book.balances()[second]) == (3_000_000, 500_000)
    row, _ = book.borrowing_rows(BEGIN)
    assert (row.borrowing.lender, row.state.principal) == ("ກອງທຶນເມືອງ", 3_000_000)
    assert row.next_due is not None
    assert row.next_due.due == date(2026, 12, 15)
    assert row.next_due.interest == 360_000
    pay = LenderPaid(lender=first, kip=1_000_000)
    record_day(book, actor(), day=date(2026, 2, 1), lines=(pay,), today=date(2026, 2, 1))
    paid, _ = book.borrowing_rows(date(2026, 2, 1))
    assert (paid.state.interest_paid, paid.state.principal) == (60_000, 2_060_000)
    assert book.check() == ()
    book.close()


def test_an_officer_may_be_one_of_the_members(tmp_path: Path) -> None:
    president = replace(OFFICERS[0], member=KHAM.id)
    with_her = replace(WHOLE, officers=(president, *OFFICERS[1:]))
    book = begin(tmp_path / "a.book", with_her)
    assert book.officers()[0].member == KHAM.id
    book.close()


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"count": CashCount(((50_000, 39),))}, OpeningDiffers(2_000_000, 1_950_000)),
        ({"officers": OFFICERS[:1]}, CommitteeTooSmall(given=1, needed=2)),
        (
            {"members": (*MEMBERS[:-1], replace(MEMBERS[-1], number="001"))},
            MemberNumberTaken("001"),
        ),
        (
            {"loans": (OpeningLoan(KHAM.id, "boat", "trade", 1, 1),)},
            OpeningLoanUnknown(f"001 {KHAM.name}", "boat"),
        ),
    ],
)
def test_a_beginning_that_is_refused_leaves_no_file(
    tmp_path: Path, change: dict[str, object], refusal: Refusal
) -> None:
    file = tmp_path / "a.book"
    with pytest.raises(type(refusal)) as raised:
        begin(file, replace(WHOLE, **change))  # type: ignore[arg-type]
    assert raised.value == refusal
    assert list(tmp_path.iterdir()) == []


def test_a_book_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.book"
    begin(file, WHOLE).close()
    before = file.read_bytes()
    with pytest.raises(BookExists):
        begin(file, WHOLE)
    assert file.read_bytes() == before


def test_a_failure_half_way_takes_the_file_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ledger.actions.set_up.opening_entries", fail)
    with pytest.raises(KeyboardInterrupt):
        begin(tmp_path / "a.book", WHOLE)
    assert list(tmp_path.iterdir()) == []


def test_the_treasurer_alone_does_not_begin_a_book(tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        begin_book(tmp_path / "a.book", actor(Role.TREASURER), set_up=WHOLE, clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_what_a_power_cut_left_is_not_in_the_way(tmp_path: Path) -> None:
    unnamed = tmp_path / "a.book.new"
    unnamed.write_bytes(b"half a beginning")
    book = begin_book(tmp_path / "a.book", SET_UP, set_up=WHOLE, clock=clock)
    try:
        assert book.begun
        assert book.path.name == "a.book"
    finally:
        book.close()
    assert [file.name for file in tmp_path.iterdir()] == ["a.book"]
