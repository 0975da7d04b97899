"""Loans by the age of what is overdue."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.days import add_months
from ledger.rules.loan_values import LoanStage
from ledger.rules.people import MemberId
from ledger.rules.rulebook import ScheduleKind
from ledger.statements.arrears import Age, age_of, arrears_of
from ledger.statements.lists import LoanRow, loan_rows_of
from tests.rules.loan_makers import RICE, loan, loans, member, repaid

DAY = date(2026, 12, 1)
NOY = member(1, "ນາງ ນ້ອຍ")
HEAD = member(2, "ນາຍບ້ານ")


def row(late: int, *, number: int = 1) -> LoanRow:
    """A loan of a million whose only due day was so many days ago; below one: is to come."""
    one_month = replace(RICE, schedule=ScheduleKind.BULLET)
    paid_out = add_months(DAY - timedelta(days=late), -1)
    moved = loan(one_month, 1_000_000, months=1, paid_out=paid_out)
    (found,) = loan_rows_of([replace(moved, number=str(number))], {NOY.id: NOY}, DAY)
    return found


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (0, Age.NOT_DUE),
        (1, Age.MONTH),
        (30, Age.MONTH),
        (31, Age.QUARTER),
        (90, Age.QUARTER),
        (91, Age.HALF_YEAR),
        (180, Age.HALF_YEAR),
        (181, Age.OLDER),
        (4_000, Age.OLDER),
    ],
)
def test_the_bounds_of_each_age(days: int, age: Age) -> None:
    assert age_of(days) is age


def test_the_longest_overdue_stands_first_and_the_village_head_like_everybody() -> None:
    late, head = row(200), replace(row(40), member=HEAD)
    found = arrears_of([row(0), head, late], DAY)
    assert [aged.row.member for aged in found.overdue()] == [NOY, HEAD]
    assert [aged.age for aged in found.rows] == [Age.OLDER, Age.QUARTER, Age.NOT_DUE]
    assert {aged.days for aged in found.rows} >= {0}


def test_each_age_has_its_sums() -> None:
    found = arrears_of([row(0), row(200), row(300)], DAY)
    by_age = {s.age: s for s in found.sums}
    assert list(by_age) == list(Age)
    assert (by_age[Age.NOT_DUE].loans, by_age[Age.NOT_DUE].overdue) == (1, 0)
    assert by_age[Age.OLDER].loans == 2
    assert by_age[Age.OLDER].principal == 2_000_000
    assert by_age[Age.OLDER].overdue > 2_000_000, "with the interest that was due"
    assert by_age[Age.MONTH] == type(by_age[Age.MONTH])(Age.MONTH, 0, 0, 0)


def test_a_loan_that_is_paid_back_or_not_yet_handed_over_does_not_stand_there() -> None:
    back = loan(RICE, 1_000, repaid(date(2026, 1, 5), 1_000))
    asked = replace(back, moves=(), decision=None)
    rows = loan_rows_of([back, asked], {NOY.id: NOY}, date(2026, 1, 5))
    assert LoanStage.PAID_OUT not in {r.state.stage for r in rows}
    assert arrears_of(rows, DAY).rows == ()


@given(st.lists(loans(), max_size=6), st.integers(0, 1_500))
def test_every_running_loan_and_every_kip_stands_in_one_age(some: list[object], later: int) -> None:
    day = date(2026, 1, 5) + timedelta(days=later)
    rows = loan_rows_of(some, {MemberId(1): NOY}, day)  # type: ignore[arg-type]
    running = [r for r in rows if r.state.stage is LoanStage.PAID_OUT]
    found = arrears_of(rows, day)
    assert sum(s.loans for s in found.sums) == len(running) == len(found.rows)
    assert sum(s.overdue for s in found.sums) == sum(r.state.overdue for r in running)
    assert sum(s.principal for s in found.sums) == sum(r.state.principal for r in running)
