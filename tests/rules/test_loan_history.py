from datetime import date

import pytest

from ledger.rules.loan_events import InterestPaused, TakenOver, Waived
from ledger.rules.loan_history import DaySums, first_out, run_of
from ledger.rules.loan_values import LoanMove, MoveKind
from ledger.rules.transfers import LoanId
from tests.rules.loan_makers import JAN_5, after, fine, interest, repaid


def out(day: date, kip: int) -> LoanMove:
    return LoanMove(day, MoveKind.PAY_OUT, kip)


def test_before_the_pay_out_there_is_no_loan() -> None:
    assert run_of([], JAN_5) is None
    assert run_of([out(JAN_5, 500_000)], after(JAN_5, -1)) is None


def test_a_loan_is_as_old_as_the_first_pay_out_that_stands() -> None:
    later = after(JAN_5, 40)
    assert first_out([out(later, 500_000), out(JAN_5, 100_000)]) == JAN_5
    wrong = [out(JAN_5, 500_000), out(after(JAN_5, 3), -500_000)]
    assert first_out([*wrong, out(later, 500_000)]) == later
    assert first_out(wrong) == JAN_5


def test_days_are_added_up_whatever_the_order_of_the_book() -> None:
    """A forgotten repayment is written later than the next one, under its own day."""
    first, second = after(JAN_5, 31), after(JAN_5, 59)
    moves = [out(JAN_5, 500_000), repaid(second, 200_000), interest(first, 15_000)]
    run = run_of([*moves, repaid(first, 100_000), fine(first, 2_000)], second)
    assert run is not None
    assert (run.start, run.kip, run.days) == (JAN_5, 500_000, (JAN_5, first, second))
    assert run.on(after(first, -1)) == DaySums(outstanding=500_000, repaid=0, interest=0, fine=0)
    assert run.on(first) == DaySums(400_000, repaid=100_000, interest=15_000, fine=2_000)
    assert run.on(after(second, 300)).outstanding == 200_000


def test_a_pay_out_that_was_taken_back_never_was() -> None:
    moves = [out(JAN_5, 500_000), out(after(JAN_5, 2), -500_000)]
    assert run_of(moves, after(JAN_5, 1)) is not None
    assert run_of(moves, after(JAN_5, 2)) is None
    again = run_of([*moves, out(after(JAN_5, 9), 300_000)], after(JAN_5, 30))
    assert again is not None
    assert (again.start, again.kip) == (after(JAN_5, 9), 300_000)


def test_taken_back_and_handed_over_again_on_one_day_is_one_pay_out() -> None:
    run = run_of([out(JAN_5, 500_000), out(JAN_5, -500_000), out(JAN_5, 400_000)], JAN_5)
    assert run is not None
    assert (run.start, run.kip) == (JAN_5, 400_000)


@pytest.mark.parametrize("kind", [MoveKind.WRITTEN_OFF, MoveKind.PASSED_ON])
def test_what_is_lost_is_not_outstanding(kind: MoveKind) -> None:
    lost = [out(JAN_5, 500_000), repaid(JAN_5, 100_000), LoanMove(JAN_5, kind, 300_000)]
    waived = Waived(JAN_5, "7", interest=40, fine=3)
    came = TakenOver(JAN_5, "6", LoanId(1), interest=100, fine=10)
    for events in ((), (waived, came)):
        run = run_of(lost, JAN_5, events)
        assert run is not None
        (end,) = run.sums
        assert (end.outstanding, end.repaid, end.lost) == (100_000, 100_000, 300_000)
        assert (end.waived, end.fine_waived) == ((-60, -7) if events else (0, 0))


def test_more_paid_back_than_lent_is_not_outstanding() -> None:
    run = run_of([out(JAN_5, 500_000), repaid(after(JAN_5, 1), 600_000)], after(JAN_5, 1))
    assert run is not None
    assert run.sums[-1].outstanding == 0


def test_a_pause_lasts_from_its_first_to_its_last_day() -> None:
    first, last = after(JAN_5, 10), after(JAN_5, 20)
    pauses = [
        InterestPaused(JAN_5, "8", after(JAN_5, 40), after(JAN_5, 40)),
        InterestPaused(JAN_5, "7", first, last),
        InterestPaused(JAN_5, "9", last, after(JAN_5, 25)),
        InterestPaused(JAN_5, "9", after(JAN_5, 12), after(JAN_5, 13)),
    ]
    run = run_of([out(JAN_5, 500_000)], after(JAN_5, 90), pauses)
    assert run is not None
    # Those that share a day are one, so that no day is free twice.
    assert run.pauses == ((first, after(JAN_5, 25)), (after(JAN_5, 40), after(JAN_5, 40)))
    paused = [days for days in range(90) if run.paused(after(JAN_5, days))]
    assert paused == [*range(10, 26), 40]


def test_what_was_handed_over_by_a_day() -> None:
    later = after(JAN_5, 9)
    run = run_of([out(JAN_5, 500_000), out(later, 1)], after(JAN_5, 90))
    assert run is not None
    assert [run.lent(day) for day in (after(JAN_5, 8), later)] == [500_000, 500_001]
