"""A loan's due days add up to the loan, and what is late on them is what the rules call overdue."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from ledger.rules.loan_events import Waived
from ledger.rules.loan_values import Loan, LoanMove, MoveKind
from ledger.rules.loans import loan_state
from ledger.rules.rulebook import ScheduleKind
from ledger.statements.loan_schedule import DueRow, DueState, agreed_rows, due_rows
from tests.rules.loan_makers import JAN_5, RICE, days, interest, loan, loans, repaid, request

PARTS = replace(RICE, schedule=ScheduleKind.PRINCIPAL_PARTS, months=4, grace_days=3)
FEBRUARY, MARCH = date(2026, 2, 5), date(2026, 3, 5)
APRIL, MAY = date(2026, 4, 5), date(2026, 5, 5)


def test_what_was_lost_or_waived_is_not_paid() -> None:
    """Of 400,000 a quarter is repaid and the rest written off; 4,000 of interest are waived."""
    lost = (repaid(FEBRUARY, 100_000), LoanMove(APRIL, MoveKind.WRITTEN_OFF, 300_000))
    product = replace(RICE, rate=100, schedule=ScheduleKind.PRINCIPAL_PARTS, months=4)
    rows = due_rows(loan(product, 400_000, *lost), date(2026, 6, 1))
    assert [row.paid for row in rows[:4] if row.principal][:2] == [100_000, 0]
    assert rows[-1].state is DueState.GIVEN_UP
    assert sum(row.paid for row in rows) == 100_000
    waived = replace(
        loan(replace(product, schedule=ScheduleKind.BULLET), 400_000),
        events=(Waived(FEBRUARY, "7", interest=4_000),),
    )
    assert sum(row.paid for row in due_rows(waived, MARCH)) == 0
    both = replace(waived, moves=(*waived.moves, interest(MARCH, 4_000)))
    assert sum(row.paid for row in due_rows(both, MARCH)) == 4_000
    assert loan_state(both, MARCH).interest_due == 0


def states(rows: tuple[DueRow, ...]) -> list[DueState]:
    return [row.state for row in rows]


def test_before_the_money_is_handed_over_there_is_what_was_agreed() -> None:
    rows = agreed_rows(request(PARTS, 400_000), 400_000, JAN_5)
    assert [(row.due, row.principal, row.interest) for row in rows] == [
        (FEBRUARY, 100_000, 12_000),
        (MARCH, 100_000, 9_000),
        (APRIL, 100_000, 6_000),
        (MAY, 100_000, 3_000),
    ]
    assert {(row.paid, row.state) for row in rows} == {(0, DueState.TO_COME)}
    waiting = replace(loan(PARTS, 400_000), moves=())
    assert due_rows(waiting, MAY) == ()


def test_what_is_paid_fills_the_oldest_due_day_first() -> None:
    running = loan(PARTS, 400_000, repaid(FEBRUARY, 100_000), interest(FEBRUARY, 12_000))
    rows = due_rows(running, MARCH)
    assert [row.paid for row in rows] == [112_000, 0, 0, 0]
    assert states(rows) == [DueState.PAID, DueState.DUE, DueState.TO_COME, DueState.TO_COME]
    assert rows[1].kip == 109_000


def test_a_day_is_late_only_after_its_grace() -> None:
    running = loan(PARTS, 400_000)
    assert states(due_rows(running, date(2026, 2, 8)))[0] is DueState.DUE
    assert states(due_rows(running, date(2026, 2, 9)))[0] is DueState.LATE


def test_interest_of_a_day_that_has_come_is_what_was_charged() -> None:
    running = loan(PARTS, 400_000)
    assert [row.interest for row in due_rows(running, APRIL)] == [12_000, 12_000, 12_000, 3_000]


def test_after_the_last_day_every_month_with_interest_is_a_row() -> None:
    rows = due_rows(loan(PARTS, 400_000), date(2026, 7, 5))
    assert [(row.due, row.principal, row.interest) for row in rows[4:]] == [
        (date(2026, 6, 5), 0, 12_000),
        (date(2026, 7, 5), 0, 12_000),
    ]
    assert states(rows)[-1] is DueState.DUE


def test_a_loan_paid_back_early_costs_nothing_more() -> None:
    settled = loan(PARTS, 400_000, repaid(FEBRUARY, 400_000), interest(FEBRUARY, 12_000))
    rows = due_rows(settled, APRIL)
    assert [(row.principal, row.interest) for row in rows] == [
        (100_000, 12_000),
        (100_000, 0),
        (100_000, 0),
        (100_000, 0),
    ]
    assert set(states(rows)) == {DueState.PAID}
    once = replace(PARTS, schedule=ScheduleKind.INTEREST_MONTHLY)
    early = loan(once, 400_000, repaid(FEBRUARY, 400_000), interest(FEBRUARY, 12_000))
    assert [(row.due, row.principal) for row in due_rows(early, APRIL)] == [
        (FEBRUARY, 0),
        (MAY, 400_000),
    ]


@given(loans(), days)
def test_the_rows_agree_with_the_rules(any_loan: Loan, day: date) -> None:
    rows = due_rows(any_loan, day)
    state = loan_state(any_loan, day)
    if not rows:
        assert state.last_due is None
        return
    assert sum(row.principal for row in rows) == any_loan.moves[0].kip
    assert all(0 <= row.paid <= row.kip for row in rows)
    late = [row for row in rows if row.state is DueState.LATE]
    assert sum(row.kip - row.paid for row in late) == state.overdue
    assert (late[0].due if late else None) == state.overdue_since
    if not state.principal and not state.interest_due:
        assert {row.state for row in rows} == {DueState.PAID}
