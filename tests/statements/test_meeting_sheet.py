"""The grid shows what is due, what was typed, and the cash that must be in the box."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH
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
from ledger.rules.lines_findings import FindingPaidIn, FindingPaidOut, LaterFinding
from ledger.rules.lines_funds import (
    BankFee,
    Borrowed,
    FundMoved,
    GroupLent,
    GroupPaid,
    LenderPaid,
    NetworkDue,
)
from ledger.rules.lines_loans import GuarantorPaid, LoanRecovered
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.lines_saving import VoluntaryDeposit, VoluntaryWithdrawal
from ledger.rules.lines_welfare import ClaimPaid
from ledger.rules.meeting import difference_line, lines_of
from ledger.rules.meeting_values import (
    Attendance,
    CashCount,
    Column,
    PencilCell,
    PencilLine,
    Sheet,
)
from ledger.rules.people import Status
from ledger.rules.posting import entries_of
from ledger.rules.transfers import ClaimId, LoanId, MeetingId
from ledger.statements.meeting_sheet import cash_of, sheet_of
from tests.villages import (
    AGREED,
    BANK,
    COSTS,
    DALA,
    DAY,
    KEO,
    KHAM,
    LENDER,
    MEMBERS,
    NETWORK,
    NEXT_VILLAGE,
    NOY,
    PHET,
    RENT,
    RESERVE,
    RUNNING,
    WELFARE,
    day_facts,
)

PENCIL = Sheet(
    id=MeetingId(1),
    number=4,
    day=DAY,
    attendance=((KHAM.id, Attendance.PRESENT), (NOY.id, Attendance.BY_NEIGHBOUR)),
    cells=(
        PencilCell(KHAM.id, Column.SAVINGS, 20_000),
        PencilCell(KHAM.id, Column.INTEREST, 120_000),
        PencilCell(NOY.id, Column.SAVINGS, 0),
    ),
    lines=(PencilLine(1, LoanPaidOut(AGREED.id)), PencilLine(2, Spent(COSTS, 7_000))),
)


def test_a_row_has_what_is_due_and_what_was_typed() -> None:
    grid = sheet_of(PENCIL, day_facts())
    kham, noy, dala = (next(row for row in grid.rows if row.member is m) for m in (KHAM, NOY, DALA))
    assert (kham.due.interest, kham.savings, kham.loans) == (120_000, 500_000, 2_000_000)
    assert kham.paid(Column.SAVINGS) == 20_000
    assert kham.paid(Column.WELFARE) is None
    assert kham.paid_in_all == 140_000
    assert noy.paid(Column.SAVINGS) == 0
    assert [row.attendance for row in (kham, noy, dala)] == [
        Attendance.PRESENT,
        Attendance.BY_NEIGHBOUR,
        None,
    ]
    assert dala.typed == ()
    assert dict(grid.totals)[Column.SAVINGS] == 20_000
    assert len(grid.totals) == len(Column)


def test_the_expected_cash_runs_along_with_the_pencil() -> None:
    grid = sheet_of(PENCIL, day_facts())
    assert (grid.cash_before, grid.received, grid.paid_out) == (1_500_000, 145_000, 507_000)
    assert grid.expected == 1_138_000
    assert (grid.counted, grid.difference) == (None, None)
    assert grid.opening_difference is None
    first = replace(PENCIL, opening=CashCount(((1_000, 1_499),)))
    assert sheet_of(first, day_facts()).opening_difference == -1_000
    counted = replace(PENCIL, closing=CashCount(((1_000, 1_138),)))
    assert sheet_of(counted, day_facts()).difference == 0
    assert sheet_of(PENCIL, day_facts(cash_then=1_000_000)).expected == 638_000


def test_who_has_left_has_a_row_while_something_is_hers_at_the_table() -> None:
    def has_row(sheet: Sheet, facts: DayFacts) -> bool:
        return any(row.member.id == PHET.id for row in sheet_of(sheet, facts).rows)

    assert not has_row(PENCIL, day_facts())
    typed = replace(PENCIL, cells=(PencilCell(PHET.id, Column.FINE, 1_000),))
    assert has_row(typed, day_facts())
    hers = replace(RUNNING, request=replace(RUNNING.request, member=PHET.id))
    assert has_row(PENCIL, day_facts(loans={hers.id: hers}))
    away = {PHET.id: replace(PHET, status=Status.ON_LEAVE)}
    assert has_row(PENCIL, day_facts(members=away))


def test_pencil_that_the_rules_would_refuse_is_shown_all_the_same() -> None:
    wild = replace(
        PENCIL,
        cells=(PencilCell(NOY.id, Column.INTEREST, 5_000),),
        lines=(PencilLine(1, LoanPaidOut(LoanId(9))), PencilLine(2, Spent(COSTS, 9_999_999))),
    )
    grid = sheet_of(wild, day_facts())
    assert (grid.received, grid.paid_out) == (5_000, 9_999_999)
    asked = replace(AGREED, decision=None)
    undecided = sheet_of(PENCIL, day_facts(loans={asked.id: asked}))
    assert (undecided.received, undecided.paid_out) == (140_000, 7_000)


def after(facts: DayFacts, *, cash: int) -> DayFacts:
    return replace(facts, balances={**facts.balances, CASH: cash}, cash_low=cash)


@pytest.mark.parametrize("short", [0, 2_000, -3_000])
def test_a_signed_sheet_shows_the_same_cash_as_its_pencil(short: int) -> None:
    facts = day_facts()
    pencil = sheet_of(PENCIL, facts)
    closing = CashCount(((1_000, (pencil.expected - short) // 1_000),))
    counted = replace(PENCIL, closing=closing, difference_reason="ທອນຜິດ")
    difference = difference_line(counted, expected=pencil.expected)
    lines = [*lines_of(counted, facts), *([difference] if difference else [])]
    entries = entries_of(lines, facts)
    signed = replace(counted, signed_by=("ມະນີ ໄຊຍະສານ",))
    grid = sheet_of(signed, after(facts, cash=closing.total), posted=entries)
    assert (grid.cash_before, grid.received, grid.paid_out, grid.expected) == (
        pencil.cash_before,
        pencil.received,
        pencil.paid_out,
        pencil.expected,
    )
    assert grid.difference == -short


def test_who_joined_later_is_not_on_the_signed_sheet() -> None:
    newcomer = replace(KEO, joined=DAY.replace(day=6))
    facts = day_facts(members={newcomer.id: newcomer})
    assert len(sheet_of(PENCIL, facts).rows) == 1
    assert sheet_of(replace(PENCIL, signed_by=("ວັນ",)), facts).rows == ()


CASH_OF: dict[Line, tuple[int, int]] = {
    Deposit(KHAM.id, 5): (5, 0),
    Withdrawal(KHAM.id, 5): (0, 5),
    VoluntaryDeposit(KHAM.id, 5): (5, 0),
    VoluntaryWithdrawal(KHAM.id, 5): (0, 5),
    WelfarePaid(KHAM.id, 5): (5, 0),
    FeePaid(KHAM.id, Fee.ENTRY, 5): (5, 0),
    LoanPaidOut(AGREED.id): (5_000, 500_000),
    LoanPaidOut(AGREED.id, 200_000): (5_000, 200_000),
    Repaid(RUNNING.id, 5): (5, 0),
    GuarantorPaid(RUNNING.id, 5, KHAM.id): (5, 0),
    LoanRecovered(RUNNING.id, 5): (5, 0),
    RepaidAs(RUNNING.id, 1, 2, 3): (6, 0),
    SavingsInterest(KHAM.id, 5): (0, 0),
    Spent(COSTS, 5): (0, 5),
    Received(RENT, 5): (5, 0),
    ToBank(BANK, 5): (0, 5),
    FromBank(BANK, 5): (5, 0),
    BankInterest(BANK, 5): (0, 0),
    FundSpent(WELFARE, 5): (0, 5),
    FundGift(RESERVE, 5): (5, 0),
    SeedMoney(5): (5, 0),
    DividendTaken(KHAM.id, 5, DividendWay.CASH): (0, 5),
    DividendTaken(KHAM.id, 5, DividendWay.SAVINGS): (0, 0),
    DividendTaken(KHAM.id, 5, DividendWay.OFFSET, RUNNING.id): (0, 0),
    PayablePaid(NETWORK, 5): (0, 5),
    CashDiffers(5, "x"): (5, 0),
    FundMoved(WELFARE, RESERVE, 5, "1/2026"): (0, 0),
    BankFee(BANK, 5): (0, 0),
    NetworkDue(NETWORK, 5): (0, 0),
    Borrowed(LENDER, 5): (5, 0),
    LenderPaid(LENDER, 5): (0, 5),
    GroupLent(NEXT_VILLAGE, 5): (0, 5),
    GroupPaid(NEXT_VILLAGE, 5): (5, 0),
    ClaimPaid(ClaimId(1), 5): (0, 5),
    SettlementPaid(KHAM.id, 5): (0, 5),
    CashDiffers(-5, "x"): (0, 5),
    LaterFinding(2025, 5, True, "1/2026", fund=RESERVE): (5, 0),
    LaterFinding(2025, 5, False, "1/2026", member=KHAM.id): (0, 5),
    LaterFinding(2025, 5, False, "1/2026", fund=RESERVE, member=KHAM.id): (0, 0),
    LaterFinding(2025, 5, True, "1/2026", fund=RESERVE, bank=BANK): (0, 0),
    FindingPaidIn(KHAM.id, 5): (5, 0),
    FindingPaidOut(KHAM.id, 5): (0, 5),
}


def test_every_kind_of_line_is_known_to_the_box() -> None:
    assert {type(line) for line in CASH_OF} == set(get_args(Line))
    for line, cash in CASH_OF.items():
        assert cash_of(line, day_facts().loans) == cash


STRAIGHT: tuple[Line, ...] = (
    Spent(COSTS, 5, bank=BANK),
    Received(RENT, 5, bank=BANK),
    FundSpent(WELFARE, 5, bank=BANK),
    FundGift(RESERVE, 5, bank=BANK),
    SeedMoney(5, bank=BANK),
    PayablePaid(NETWORK, 5, bank=BANK),
    Borrowed(LENDER, 5, bank=BANK),
    LenderPaid(LENDER, 5, bank=BANK),
    GroupLent(NEXT_VILLAGE, 5, bank=BANK),
    GroupPaid(NEXT_VILLAGE, 5, bank=BANK),
)


@pytest.mark.parametrize("line", STRAIGHT, ids=repr)
def test_what_goes_straight_through_the_bank_leaves_the_box_alone(line: Line) -> None:
    assert cash_of(line, {}) == (0, 0)


@given(st.dictionaries(st.sampled_from([m.id for m in MEMBERS]), st.integers(10_000, 90_000)))
def test_pencil_and_ink_agree_to_the_kip(savings: dict[int, int]) -> None:
    facts = day_facts(members={m.id: m for m in MEMBERS if m is not PHET})
    cells = tuple(
        PencilCell(m.id, Column.SAVINGS, savings[m.id])
        for m in facts.members.values()
        if m.id in savings
    )
    pencil = replace(PENCIL, cells=cells)
    entries = entries_of(lines_of(pencil, facts), facts)
    cash = sum(
        (t.debit == CASH) * t.kip - (t.credit == CASH) * t.kip
        for entry in entries
        for t in entry.transfers
    )
    grid = sheet_of(pencil, facts)
    assert grid.expected == facts.cash + cash
