"""What each agreement about a loan says: its due days, and the interest that each asks for."""

from dataclasses import replace
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.loan_events import InterestPaused, PlannedPart, Rescheduled
from ledger.rules.loan_history import run_of
from ledger.rules.loan_plan import agreements_of
from ledger.rules.loan_plans import plan_by_months
from ledger.rules.loan_values import Loan, LoanMove, MoveKind
from ledger.rules.rulebook import ScheduleKind
from tests.rules.loan_makers import JAN_5, RICE, interest, loan, pairs, repaid

FEB_5, MARCH_5, APRIL_5 = date(2026, 2, 5), date(2026, 3, 5), date(2026, 4, 5)
MONTHLY = replace(RICE, rate=100, schedule=ScheduleKind.PRINCIPAL_PARTS, months=4)
PLAN = plan_by_months(300_000, first=APRIL_5, months=3)


def out(day: date, kip: Kip) -> LoanMove:
    return LoanMove(day, MoveKind.PAY_OUT, kip)


def with_events(lent: Loan, *events: Rescheduled) -> Loan:
    return replace(lent, events=events)


def agreed(lent: Loan, day: date) -> list[list[tuple[Kip, Kip]]]:
    """Principal and interest of each row of every agreement made up to a day."""
    run = run_of(lent.moves, day, lent.events)
    assert run is not None
    return [pairs(one.rows) for one in agreements_of(lent, run, day)]


def test_each_part_bears_interest_from_its_own_day() -> None:
    """1 % a month of 400,000 from the 5th of January and of 90,000 from the 10th of February."""
    lent = loan(MONTHLY, 400_000, out(date(2026, 2, 10), 90_000))
    (first,) = agreed(lent, date(2026, 2, 10))
    interest = [4_000, 3_000 + 900, 1_700 + 900, 400 + 900]
    assert first == list(zip([100_000, 130_000, 130_000, 130_000], interest, strict=True))


def test_a_part_on_a_due_day_leaves_that_day_as_it_was() -> None:
    lent = loan(MONTHLY, 400_000, out(MARCH_5, 90_000))
    (first,) = agreed(lent, MARCH_5)
    assert [kip for kip, _ in first] == [100_000, 100_000, 145_000, 145_000]


def test_what_was_paid_by_the_day_of_the_decision_is_not_asked_for_again() -> None:
    lent = loan(MONTHLY, 400_000, repaid(FEB_5, 100_000), interest(FEB_5, 4_000))
    lent = with_events(lent, Rescheduled(FEB_5, "7", PLAN))
    anew = [(100_000, 6_000), (100_000, 2_000), (100_000, 1_000)]
    assert agreed(lent, FEB_5)[1] == anew
    # What is paid after it leaves the agreement as it was made.
    later = replace(lent, moves=(*lent.moves, repaid(MARCH_5, 50_000)))
    assert agreed(later, APRIL_5)[1] == anew


def test_interest_paid_ahead_is_not_asked_for_again_either() -> None:
    ahead = loan(MONTHLY, 400_000, repaid(FEB_5, 100_000), interest(FEB_5, 12_000))
    ahead = with_events(ahead, Rescheduled(FEB_5, "7", PLAN))
    assert agreed(ahead, FEB_5)[1] == [(100_000, 0), (100_000, 0), (100_000, 1_000)]


def test_a_pause_makes_its_month_free() -> None:
    lent = loan(MONTHLY, 400_000)
    lent = replace(lent, events=(InterestPaused(JAN_5, "7", date(2026, 2, 6), MARCH_5),))
    (first,) = agreed(lent, JAN_5)
    assert first == [(100_000, interest) for interest in (4_000, 0, 2_000, 1_000)]


def test_a_decision_on_the_day_of_the_pay_out_holds() -> None:
    plan = (PlannedPart(date(2026, 9, 5), 400_000),)
    lent = with_events(loan(MONTHLY, 400_000), Rescheduled(JAN_5, "7", plan))
    assert agreed(lent, JAN_5)[1] == [(400_000, 4_000 * 8)]


def test_each_agreement_knows_of_the_parts_up_to_the_day_of_the_next() -> None:
    parts = [out(FEB_5, 10_000), out(date(2026, 2, 6), 2_000), out(MARCH_5, 300)]
    lent = loan(MONTHLY, 400_000, *parts, out(date(2026, 3, 6), 4))
    plan = plan_by_months(410_000, first=APRIL_5, months=2)
    again = plan_by_months(412_300, first=date(2026, 5, 5), months=2)
    # The book need not have them in the order of their days.
    lent = with_events(lent, Rescheduled(MARCH_5, "8", again), Rescheduled(FEB_5, "7", plan))
    found = agreed(lent, APRIL_5)
    assert [sum(kip for kip, _ in rows) for rows in found] == [410_000, 412_300, 412_304]
