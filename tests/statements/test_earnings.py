"""What the group earns its members, against a moneylender, and what idle money costs them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.days import Month
from ledger.rules.loan_values import LoanMove, MoveKind
from ledger.statements.earnings import (
    Earnings,
    MemberEarnings,
    earnings_of,
    interest_paid,
    kip_days,
    lender_interest,
    times_of,
)
from ledger.statements.idle import (
    Idle,
    IdleMonth,
    MonthBand,
    forecast,
    idle_months,
    to_come,
    usual_loan,
    usual_rate,
)
from tests.villages import AGREED, BEGIN, KHAM, MEMBERS, RUNNING

DAY = date(2026, 4, 5)
PEOPLE = {member.id: member for member in MEMBERS}
PAID = replace(
    RUNNING,
    moves=(
        *RUNNING.moves,
        LoanMove(date(2026, 3, 5), MoveKind.INTEREST, 80_000),
        LoanMove(date(2026, 3, 5), MoveKind.PRINCIPAL, 500_000),
        LoanMove(date(2026, 4, 6), MoveKind.INTEREST, 30_000),
    ),
)
MILLION = 1_000_000


def test_the_founding_report_26500_against_132700_million() -> None:
    """Slide 14: some 110,583 million kip lent for a year; a moneylender takes 10 % a month."""
    lender = lender_interest(110_583_333_334 * 365, 1_000)
    assert lender == 132_700 * MILLION
    assert times_of(lender=lender, interest=26_500 * MILLION) == 500
    whole = Earnings(
        date(2008, 1, 1),
        date(2008, 12, 31),
        1_000,
        (MemberEarnings(KHAM, 26_500 * MILLION, lender, 0),),
    )
    assert (whole.saved, whole.times) == (106_200 * MILLION, 500)


def test_balances_and_days_are_those_of_the_loan() -> None:
    """Two million from 5 January to 4 March (59 days), 1.5 million from then to 5 April (32)."""
    assert kip_days(PAID, BEGIN, DAY) == 2_000_000 * 59 + 1_500_000 * 32
    assert kip_days(PAID, date(2026, 4, 1), DAY) == 1_500_000 * 5
    assert kip_days(PAID, date(2025, 1, 1), date(2026, 1, 4)) == 0
    assert interest_paid(PAID, BEGIN, DAY) == 80_000


def test_each_borrower_and_the_group() -> None:
    earnings = earnings_of((PAID, AGREED), PEOPLE, first=BEGIN, last=DAY, rate=1_000)
    (row,) = earnings.rows
    assert (row.member, row.interest) == (KHAM, 80_000)
    # 166 million kip-days at ten percent a month.
    assert row.lender == lender_interest(166_000_000, 1_000) == 545_753
    assert (row.saved, earnings.saved, earnings.times) == (465_753, 465_753, 682)


def test_nobody_borrowed() -> None:
    nothing = earnings_of((), PEOPLE, first=BEGIN, last=DAY, rate=1_000)
    assert (nothing.interest, nothing.lender, nothing.times) == (0, 0, 0)


@given(st.integers(0, 10**15), st.integers(0, 10**15), st.integers(0, 3_000))
def test_a_moneylender_never_takes_less_for_more(days: int, more: int, rate: int) -> None:
    assert lender_interest(days, rate) <= lender_interest(days + more, rate)


class TestIdle:
    def test_what_lay_there_from_the_first_day_to_the_last(self) -> None:
        ends = [(Month(2026, 1), 900), (Month(2026, 2), 500), (Month(2026, 3), -100)]
        assert idle_months(ends, before=400, rate=200) == (
            IdleMonth(Month(2026, 1), 400, 8),
            IdleMonth(Month(2026, 2), 500, 10),
            IdleMonth(Month(2026, 3), 0, 0),
        )

    def test_the_usual_loan_and_rate_are_the_group_s_own(self) -> None:
        assert usual_loan((RUNNING, AGREED), since=BEGIN) == 2_000_000
        assert usual_rate((RUNNING, AGREED), since=BEGIN) == 200
        assert usual_loan((RUNNING,), since=DAY) == 0
        assert usual_rate((RUNNING,), since=DAY) == 0

    def test_what_it_costs_and_what_it_could_be(self) -> None:
        months = (IdleMonth(Month(2026, 1), 400, 8), IdleMonth(Month(2026, 2), 500, 13))
        idle = Idle(rate=200, loan=300, free=1_000, members=4, months=months, ahead=())
        assert (idle.lost, idle.lost_each, idle.could_lend) == (21, 5, 3)
        empty = replace(idle, members=0, loan=0)
        assert (empty.lost_each, empty.could_lend) == (0, 0)

    def test_what_the_schedules_bring(self) -> None:
        """Kham's bullet loan: two million and a year's interest on the 5th of January."""
        coming, waiting = to_come((RUNNING, AGREED), DAY)
        assert set(coming) == {Month(2027, 1)}
        assert coming[Month(2027, 1)] >= 2_000_000
        assert waiting == 0
        late, overdue = to_come((RUNNING,), date(2027, 2, 5))
        assert (late, overdue > 2_000_000) == ({}, True)

    def test_a_band_and_no_promise(self) -> None:
        bands = forecast(
            1_000,
            this=Month(2026, 4),
            savings=[100, 300, 200],
            coming={Month(2026, 4): 7, Month(2026, 5): 50, Month(2026, 7): 500},
            waiting=40,
        )
        assert len(bands) == 12
        assert bands[:3] == (
            MonthBand(Month(2026, 5), 1_157, 1_397),
            MonthBand(Month(2026, 6), 1_257, 1_697),
            MonthBand(Month(2026, 7), 1_857, 2_497),
        )

    @pytest.mark.parametrize("savings", [[], [0]])
    def test_a_group_that_has_saved_nothing_yet(self, savings: list[int]) -> None:
        bands = forecast(5, this=Month(2026, 4), savings=savings, coming={}, waiting=0)
        assert {(band.low, band.high) for band in bands} == {(5, 5)}
