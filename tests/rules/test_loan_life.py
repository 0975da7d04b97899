"""What becomes of a loan after its pay-out: parts, new due days, pauses, waivers, losses."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.days import add_months
from ledger.rules.interest import charges
from ledger.rules.loan_acts import (
    EventTooEarly,
    PauseDaysWrong,
    PauseOfSeason,
    PlanDayWrong,
    PlanNotWhole,
    RescheduleNotAllowed,
    check_event,
    principal_left,
)
from ledger.rules.loan_events import (
    Contract,
    InterestPaused,
    PassedOn,
    PlannedPart,
    Rescheduled,
    TakenOver,
    Waived,
    WrittenOff,
)
from ledger.rules.loan_history import run_of
from ledger.rules.loan_plans import plan_by_amount, plan_by_months
from ledger.rules.loan_values import Loan, LoanDecision, LoanMove, LoanStage, MoveKind
from ledger.rules.loans import LoanNotRunning, loan_state
from ledger.rules.posting_loans import PartAboveDue
from ledger.rules.refusals import AmountOutOfRange, NameMissing
from ledger.rules.rulebook import InterestMethod, LateFine, MonthCount, ScheduleKind
from ledger.statements.loan_schedule import due_rows, earlier_due_rows
from ledger.statements.loan_story import contract_of, loan_story
from tests.rules.loan_makers import JAN_5, RICE, after, interest, loan, loans, repaid
from tests.villages import day_facts

FEB_5, MARCH_5, APRIL_5 = date(2026, 2, 5), date(2026, 3, 5), date(2026, 4, 5)
MONTHLY = replace(RICE, rate=100, schedule=ScheduleKind.PRINCIPAL_PARTS, months=4)


def out(day: date, kip: int) -> LoanMove:
    return LoanMove(day, MoveKind.PAY_OUT, kip)


def with_events(lent: Loan, *events: object) -> Loan:
    return replace(lent, events=events)  # type: ignore[arg-type]


class TestParts:
    def test_interest_runs_on_each_part_from_its_day(self) -> None:
        """Two times 100,000 at 1 % a month: the second part's month begins on its own day."""
        lent = loan(replace(RICE, rate=100), 100_000, out(date(2026, 1, 20), 100_000))
        assert loan_state(lent, date(2026, 1, 20)).interest_due == 1_000
        assert loan_state(lent, date(2026, 1, 21)).interest_due == 2_000
        assert loan_state(lent, FEB_5).interest_due == 2_000
        assert loan_state(lent, date(2026, 2, 6)).interest_due == 3_000
        assert loan_state(lent, date(2026, 2, 21)).interest_due == 4_000

    def test_what_is_paid_back_is_the_oldest_part(self) -> None:
        lent = loan(replace(RICE, rate=100), 100_000, out(date(2026, 1, 20), 50_000))
        lent = replace(lent, moves=(*lent.moves, repaid(date(2026, 1, 25), 100_000)))
        assert loan_state(lent, date(2026, 2, 6)).interest_due == 1_500
        assert loan_state(lent, date(2026, 2, 21)).interest_due == 2_000

    @pytest.mark.parametrize("count", MonthCount)
    @pytest.mark.parametrize("method", InterestMethod)
    def test_two_parts_on_one_day_are_one_pay_out(
        self, method: InterestMethod, count: MonthCount
    ) -> None:
        product = replace(RICE, method=method, count=count, rate=100)
        whole = loan(product, 400_000)
        halves = loan(product, 200_000, out(JAN_5, 200_000))
        for days in (1, 31, 32, 60, 400):
            day = after(JAN_5, days)
            assert loan_state(halves, day).interest_due == loan_state(whole, day).interest_due

    def test_the_schedule_after_each_part(self) -> None:
        """400,000 in four parts; 90,000 more in the second month go over the other three."""
        lent = loan(MONTHLY, 400_000, out(date(2026, 2, 10), 90_000))
        rows = due_rows(lent, date(2026, 2, 10))
        assert [row.principal for row in rows] == [100_000, 130_000, 130_000, 130_000]
        assert [row.due for row in rows][1:] == [MARCH_5, APRIL_5, date(2026, 5, 5)]

    def test_a_part_after_the_last_day_has_a_day_of_its_own(self) -> None:
        lent = loan(MONTHLY, 400_000, out(date(2026, 6, 1), 90_000))
        assert due_rows(lent, date(2026, 6, 1))[-1].due == date(2026, 10, 1)

    def test_a_part_taken_back_never_was(self) -> None:
        once = loan(RICE, 100_000)
        moves = (out(date(2026, 1, 20), 50_000), out(date(2026, 1, 22), -50_000))
        twice = replace(once, moves=(*once.moves, *moves))
        assert loan_state(twice, APRIL_5) == loan_state(once, APRIL_5)
        run = run_of([out(JAN_5, -1), *once.moves], JAN_5)
        assert run is not None
        assert run.kip == 100_000


class TestNewDays:
    def test_the_old_schedule_stays_and_the_new_one_holds(self) -> None:
        lent = loan(MONTHLY, 400_000, repaid(FEB_5, 100_000), interest(FEB_5, 4_000))
        plan = plan_by_months(300_000, first=date(2026, 6, 5), months=3)
        lent = with_events(lent, Rescheduled(MARCH_5, "7", plan))
        assert [r.principal for r in due_rows(lent, MARCH_5)] == [100_000] * 3
        assert [r.principal for r in earlier_due_rows(lent, MARCH_5)] == [100_000] * 4
        assert earlier_due_rows(lent, FEB_5) == ()
        assert loan_state(lent, APRIL_5).principal_due == 0
        assert loan_state(lent, date(2026, 6, 5)).principal_due == 100_000
        assert loan_state(lent, APRIL_5).last_due == date(2026, 8, 5)

    def test_a_fine_from_before_stays_and_no_new_one_comes_until_the_new_day(self) -> None:
        late = replace(MONTHLY, rate=0, late=LateFine.FIXED, late_kip=2_000)
        lent = loan(late, 400_000)
        before = loan_state(lent, date(2026, 2, 20)).fine_due
        assert before == 2_000
        event = Rescheduled(date(2026, 2, 20), "7", (PlannedPart(date(2026, 9, 5), 400_000),))
        anew = with_events(lent, event)
        assert loan_state(anew, date(2026, 9, 5)).fine_due == before
        assert loan_state(anew, date(2026, 9, 6)).fine_due == 2 * before
        assert loan_state(anew, date(2026, 3, 1)).overdue == 0

    def test_two_times_anew(self) -> None:
        lent = with_events(
            loan(MONTHLY, 400_000, out(MARCH_5, 100_000)),
            Rescheduled(FEB_5, "7", plan_by_months(400_000, first=MARCH_5, months=2)),
            Rescheduled(APRIL_5, "8", plan_by_months(500_000, first=date(2026, 7, 5), months=5)),
        )
        assert [r.principal for r in due_rows(lent, APRIL_5)] == [100_000] * 5
        assert len(earlier_due_rows(lent, APRIL_5)) > 4

    def test_what_the_committee_set_stays_when_the_rest_is_handed_over_later(self) -> None:
        """A loan that was to come back at once: 400,000 in two parts by decision, then 90,000."""
        plan = plan_by_months(400_000, first=MARCH_5, months=2)
        anew = with_events(loan(RICE, 400_000), Rescheduled(FEB_5, "7", plan))
        more = replace(anew, moves=(*anew.moves, out(date(2026, 2, 20), 90_000)))
        rows = due_rows(more, date(2026, 2, 20))
        assert [(r.due, r.principal) for r in rows] == [(MARCH_5, 200_000), (APRIL_5, 290_000)]
        after_all = replace(anew, moves=(*anew.moves, out(date(2026, 6, 1), 90_000)))
        last = due_rows(after_all, date(2026, 6, 1))[-1]
        assert (last.principal, last.due > date(2026, 6, 1)) == (90_000, True)

    def test_a_part_handed_over_on_a_due_day_is_for_the_days_after_it(self) -> None:
        plan = plan_by_months(390_000, first=MARCH_5, months=3)
        anew = with_events(loan(MONTHLY, 390_000), Rescheduled(FEB_5, "7", plan))
        more = replace(anew, moves=(*anew.moves, out(MARCH_5, 90_000)))
        assert [r.principal for r in due_rows(more, MARCH_5)] == [130_000, 175_000, 175_000]

    @given(kip=st.integers(1, 900_000), days=st.integers(1, 90))
    def test_no_part_of_a_plan_becomes_less_or_later(self, kip: int, days: int) -> None:
        plan = plan_by_months(400_000, first=MARCH_5, months=4)
        for product in (RICE, MONTHLY):
            anew = with_events(loan(product, 400_000), Rescheduled(FEB_5, "7", plan))
            more = replace(anew, moves=(*anew.moves, out(after(FEB_5, days), kip)))
            owed = {row.due: row.principal for row in due_rows(more, after(FEB_5, days))}
            assert all(owed[part.due] >= part.kip for part in plan)
            assert sum(owed.values()) == 400_000 + kip

    def test_by_months_or_by_amount(self) -> None:
        assert [p.kip for p in plan_by_months(100, first=JAN_5, months=3)] == [33, 33, 34]
        assert [p.kip for p in plan_by_amount(100, first=JAN_5, amount=40)] == [40, 40, 20]
        with pytest.raises(AmountOutOfRange):
            plan_by_months(100, first=JAN_5, months=0)
        with pytest.raises(AmountOutOfRange):
            plan_by_amount(100_000, first=JAN_5, amount=1)

    def test_a_plan_has_a_kip_and_120_due_days_at_the_most(self) -> None:
        assert [p.kip for p in plan_by_amount(120, first=JAN_5, amount=1)] == [1] * 120
        assert [p.kip for p in plan_by_months(120, first=JAN_5, months=120)] == [1] * 120
        (once,) = plan_by_months(7, first=JAN_5, months=1)
        assert once == PlannedPart(JAN_5, 7)
        for amount in (0, -1):
            with pytest.raises(AmountOutOfRange) as refused:
                plan_by_amount(120, first=JAN_5, amount=amount)
            assert (refused.value.given, refused.value.most) == (amount, 120)
        with pytest.raises(AmountOutOfRange):
            plan_by_amount(121, first=JAN_5, amount=1)
        for kip, months, most in ((121, 121, 120), (119, 120, 119)):
            with pytest.raises(AmountOutOfRange) as refused:
                plan_by_months(kip, first=JAN_5, months=months)
            assert (refused.value.given, refused.value.most) == (months, most)

    @given(lent=loans(), days=st.integers(1, 700), months=st.integers(1, 12))
    def test_the_sum_stays(self, lent: Loan, days: int, months: int) -> None:
        day = after(lent.moves[0].day, days)
        state = loan_state(lent, day)
        if state.stage is not LoanStage.PAID_OUT or state.principal < months:
            return
        plan = plan_by_months(state.principal, first=add_months(day, 1), months=months)
        anew = with_events(lent, Rescheduled(day, "7", plan))
        then = loan_state(anew, day)
        assert then.principal == state.principal == sum(part.kip for part in plan)
        assert (then.interest_due, then.overdue) == (state.interest_due, 0)
        rows = due_rows(anew, day)
        assert sum(row.principal for row in rows) == state.principal


class TestPause:
    @given(lent=loans(), start=st.integers(0, 400), length=st.integers(0, 300))
    def test_nothing_is_charged_in_a_pause(self, lent: Loan, start: int, length: int) -> None:
        product = lent.request.product
        if product.method is InterestMethod.SEASON:
            return
        first = after(lent.moves[0].day, start + 1)
        last = after(first, length)
        paused = with_events(lent, InterestPaused(first, "7", first, last))
        run = run_of(paused.moves, after(last, 400), paused.events)
        assert run is not None
        charged = charges(product, run, after(last, 400))
        assert charged(after(first, -1)) == charged(first) == charged(last)
        free = run_of(lent.moves, after(last, 400))
        assert free is not None
        usual = charges(product, free, after(last, 400))
        assert charged(after(last, 400)) <= usual(after(last, 400))

    def test_pauses_that_overlap_are_one(self) -> None:
        lent = with_events(
            loan(replace(RICE, count=MonthCount.DAYS, rate=100), 365_000),
            InterestPaused(JAN_5, "7", date(2026, 1, 10), date(2026, 1, 20)),
            InterestPaused(JAN_5, "8", date(2026, 1, 15), date(2026, 1, 25)),
            InterestPaused(JAN_5, "9", date(2026, 3, 1), date(2026, 3, 1)),
        )
        run = run_of(lent.moves, APRIL_5, lent.events)
        assert run is not None
        assert len(run.pauses) == 2
        # 12 % a year on 365,000 is 120 a day; 25 days of 90 are free, or 17 of them by one day.
        assert loan_state(lent, APRIL_5).interest_due == 120 * (90 - 17)


class TestWaiver:
    def test_it_lowers_what_is_due_and_can_end_a_loan(self) -> None:
        lent = loan(replace(RICE, rate=100), 100_000, repaid(date(2026, 1, 20), 100_000))
        assert loan_state(lent, FEB_5).interest_due == 1_000
        waived = with_events(lent, Waived(FEB_5, "7", interest=1_000))
        assert loan_state(waived, FEB_5).stage is LoanStage.REPAID
        assert loan_state(waived, date(2026, 2, 4)).interest_due == 1_000

    def test_what_came_with_the_loan_is_owed(self) -> None:
        lent = with_events(loan(RICE, 100_000), TakenOver(JAN_5, "7", loan(RICE, 1).id, 500, 70))
        state = loan_state(lent, JAN_5)
        assert (state.interest_due, state.fine_due) == (500, 70)

    @given(lent=loans(), seed=st.permutations(range(3)), days=st.integers(30, 700))
    def test_the_order_within_one_day_does_not_matter(
        self, lent: Loan, seed: list[int], days: int
    ) -> None:
        day = after(lent.moves[0].day, days)
        events = (
            Waived(day, "7", interest=5),
            Waived(day, "8", fine=3),
            InterestPaused(day, "9", day, after(day, 60)),
        )
        mixed = tuple(events[k] for k in seed)
        later = after(day, 90)
        assert loan_state(with_events(lent, *events), later) == loan_state(
            with_events(lent, *mixed), later
        )


class TestLoss:
    def test_nothing_is_owed_on_a_loan_given_up(self) -> None:
        lent = loan(MONTHLY, 400_000, repaid(FEB_5, 100_000))
        lost = replace(lent, moves=(*lent.moves, LoanMove(APRIL_5, MoveKind.WRITTEN_OFF, 300_000)))
        state = loan_state(lost, date(2026, 12, 1))
        assert (state.stage, state.settlement) == (LoanStage.WRITTEN_OFF, 0)
        assert (state.written_off, state.recovered) == (300_000, 0)
        back = LoanMove(date(2026, 9, 1), MoveKind.RECOVERED, 300_000)
        whole = replace(lost, moves=(*lost.moves, back))
        assert loan_state(whole, date(2026, 12, 1)).stage is LoanStage.REPAID
        last = replace(lent, moves=(*lent.moves, repaid(FEB_5, 299_999)))
        last = replace(last, moves=(*last.moves, LoanMove(APRIL_5, MoveKind.WRITTEN_OFF, 1)))
        assert loan_state(last, APRIL_5).stage is LoanStage.WRITTEN_OFF
        passed = LoanMove(APRIL_5, MoveKind.PASSED_ON, 300_000)
        gone = replace(lent, moves=(*lent.moves, passed))
        assert loan_state(gone, APRIL_5).stage is LoanStage.PASSED_ON

    @pytest.mark.parametrize("kip", [200_000, 399_999])
    def test_what_was_not_lost_goes_on(self, kip: int) -> None:
        lost = loan(MONTHLY, 400_000, LoanMove(FEB_5, MoveKind.WRITTEN_OFF, kip))
        states = [loan_state(lost, day) for day in (FEB_5, date(2026, 5, 5))]
        assert [state.stage for state in states] == [LoanStage.PAID_OUT] * 2
        assert [state.principal for state in states] == [400_000 - kip] * 2
        assert [state.principal_due for state in states] == [0, 400_000 - kip]

    @given(lent=loans(), days=st.integers(0, 1_500))
    def test_what_was_lent_is_repaid_owed_or_written_off(self, lent: Loan, days: int) -> None:
        day = after(lent.moves[0].day, days)
        left = principal_left(lent, day)
        given_up = replace(lent, moves=(*lent.moves, LoanMove(day, MoveKind.WRITTEN_OFF, left)))
        lent_kip = lent.moves[0].kip
        for before in (lent, given_up):
            state = loan_state(before, day)
            paid = sum(m.kip for m in before.moves if m.kind is MoveKind.PRINCIPAL and m.day <= day)
            lost = sum(m.kip for m in before.moves if m.kind is MoveKind.WRITTEN_OFF)
            assert lent_kip == paid + max(state.principal, 0) + lost


class TestRefusals:
    FACTS = replace(day_facts(), day=MARCH_5, first_day=JAN_5, last_day=date(2026, 12, 31))

    def test_each_decision_has_a_number(self) -> None:
        with pytest.raises(NameMissing):
            check_event(loan(RICE, 5), Waived(MARCH_5, " ", interest=1), self.FACTS)

    def test_a_contract_has_a_number_and_a_signer_and_a_loan(self) -> None:
        lent = loan(RICE, 5)
        check_event(lent, Contract(MARCH_5, "1", ("ດາລາ",)), self.FACTS)
        check_event(lent, Contract(MARCH_5, "1", ("ດາລາ", "")), self.FACTS)
        for paper in (Contract(MARCH_5, "", ("ດາລາ",)), Contract(MARCH_5, "1", (" ",))):
            with pytest.raises(NameMissing):
                check_event(lent, paper, self.FACTS)
        with pytest.raises(LoanNotRunning):
            check_event(
                replace(lent, moves=(), decision=None),
                Contract(MARCH_5, "1", ("ດາລາ",)),
                self.FACTS,
            )

    def test_only_a_loan_that_runs(self) -> None:
        over = loan(replace(RICE, rate=0), 5, repaid(FEB_5, 5))
        with pytest.raises(LoanNotRunning):
            check_event(over, Waived(MARCH_5, "7", interest=1), self.FACTS)

    @pytest.mark.parametrize(
        ("plan", "refusal"),
        [
            ((PlannedPart(APRIL_5, 4),), PlanNotWhole),
            ((PlannedPart(MARCH_5, 5),), PlanDayWrong),
            ((PlannedPart(APRIL_5, 6), PlannedPart(date(2026, 5, 5), -1)), AmountOutOfRange),
            ((PlannedPart(APRIL_5, 2), PlannedPart(APRIL_5, 3)), PlanDayWrong),
        ],
    )
    def test_a_plan_is_whole_and_in_order(
        self, plan: tuple[PlannedPart, ...], refusal: type[Exception]
    ) -> None:
        with pytest.raises(refusal):
            check_event(loan(RICE, 5), Rescheduled(MARCH_5, "7", plan), self.FACTS)

    def test_never_or_so_many_times(self) -> None:
        plan = (PlannedPart(APRIL_5, 5),)
        event = Rescheduled(MARCH_5, "7", plan)
        check_event(loan(RICE, 5), event, self.FACTS)
        rules = self.FACTS.rulebook
        once = replace(rules, loans=replace(rules.loans, reschedules=1))
        facts = replace(self.FACTS, rulebook=once)
        check_event(loan(RICE, 5), event, facts)
        with pytest.raises(RescheduleNotAllowed):
            check_event(with_events(loan(RICE, 5), event), event, facts)
        with pytest.raises(EventTooEarly):
            check_event(loan(RICE, 5, out(APRIL_5, 2)), event, self.FACTS)

    def test_new_days_on_the_day_of_the_last_part_and_down_to_a_kip(self) -> None:
        plan = (PlannedPart(APRIL_5, 6), PlannedPart(date(2026, 5, 5), 1))
        check_event(loan(RICE, 5, out(MARCH_5, 2)), Rescheduled(MARCH_5, "7", plan), self.FACTS)

    def test_a_pause_of_one_day(self) -> None:
        check_event(loan(RICE, 5), InterestPaused(MARCH_5, "7", MARCH_5, MARCH_5), self.FACTS)

    def test_interest_or_fine_or_both_are_waived_to_the_kip(self) -> None:
        late = replace(RICE, rate=100, months=1, late=LateFine.FIXED, late_kip=2_000)
        lent = loan(late, 100_000)
        for waived in ((1, 0), (0, 1), (2_000, 2_000)):
            check_event(lent, Waived(MARCH_5, "7", *waived), self.FACTS)
        with pytest.raises(PartAboveDue):
            check_event(lent, Waived(MARCH_5, "7", fine=2_001), self.FACTS)
        for interest_, fine_, told in ((0, 0, 0), (-1, 5, -1), (5, -3, -3)):
            with pytest.raises(AmountOutOfRange) as refused:
                check_event(lent, Waived(MARCH_5, "7", interest_, fine_), self.FACTS)
            assert (refused.value.given, refused.value.most) == (told, 4_000)

    def test_a_pause_looks_forward(self) -> None:
        for first, last in ((FEB_5, APRIL_5), (APRIL_5, MARCH_5)):
            with pytest.raises(PauseDaysWrong):
                check_event(loan(RICE, 5), InterestPaused(MARCH_5, "7", first, last), self.FACTS)
        season = replace(RICE, method=InterestMethod.SEASON)
        pause = InterestPaused(MARCH_5, "7", MARCH_5, APRIL_5)
        with pytest.raises(PauseOfSeason):
            check_event(loan(season, 5), pause, self.FACTS)
        check_event(loan(RICE, 5), pause, self.FACTS)

    def test_no_more_is_waived_than_is_due(self) -> None:
        lent = loan(replace(RICE, rate=100), 100_000)
        check_event(lent, Waived(MARCH_5, "7", interest=2_000), self.FACTS)
        with pytest.raises(PartAboveDue):
            check_event(lent, Waived(MARCH_5, "7", interest=2_001), self.FACTS)
        for event in (Waived(MARCH_5, "7"), Waived(MARCH_5, "7", interest=-1, fine=5)):
            with pytest.raises(AmountOutOfRange):
                check_event(lent, event, self.FACTS)


def test_what_was_waived_before_new_due_days_is_not_asked_for_again() -> None:
    """1 % of 100,000 a month: 1,000 is waived on the day before the new days are set."""
    eve = date(2026, 2, 4)
    lent = with_events(
        loan(MONTHLY, 100_000),
        Waived(eve, "8", interest=1_000, fine=0),
        Rescheduled(
            FEB_5, "9", (PlannedPart(APRIL_5, 60_000), PlannedPart(date(2026, 5, 5), 40_000))
        ),
    )
    assert due_rows(lent, APRIL_5)[0].interest == 2_000
    on_the_day = loan_state(lent, APRIL_5)
    assert (on_the_day.interest_due, on_the_day.principal_due) == (2_000, 60_000)
    later = loan_state(lent, date(2026, 4, 6))
    assert later.overdue == 62_000


def test_what_was_decided_on_money_that_was_taken_back_falls_away_with_it() -> None:
    """100,000 is handed over, rescheduled and waived, then taken back; 50,000 goes out anew."""
    rescheduled = Rescheduled(FEB_5, "7", (PlannedPart(APRIL_5, 100_000),))
    moves = (out(JAN_5, 100_000), out(FEB_5, -100_000), out(MARCH_5, 50_000))
    decided = with_events(
        replace(loan(MONTHLY, 100_000), moves=moves),
        rescheduled,
        Waived(FEB_5, "8", interest=1_000, fine=0),
    )
    as_new = replace(decided, moves=(out(MARCH_5, 50_000),), events=())
    for day in (MARCH_5, APRIL_5, date(2026, 9, 5)):
        assert loan_state(decided, day) == loan_state(as_new, day)
        assert loan_state(decided, day).principal == 50_000
    assert due_rows(decided, APRIL_5) == due_rows(as_new, APRIL_5)


def test_the_time_line_knows_every_kind_of_event() -> None:
    asked = replace(loan(RICE, 100_000), moves=(), decision=None)
    assert [row.what for row in loan_story(asked)] == ["request"]
    assert asked.decision is None
    said_no = LoanDecision(JAN_5, "3", approved=False, kip=0, reason="ບໍ່ພໍ")
    assert [row.what for row in loan_story(replace(asked, decision=said_no))][1] == "refused"
    other = loan(RICE, 1).id
    plan = plan_by_months(100_000, first=APRIL_5, months=2)
    lent = with_events(
        loan(RICE, 100_000),
        Rescheduled(MARCH_5, "7", plan),
        PassedOn(MARCH_5, "8", other),
        TakenOver(MARCH_5, "9", other),
        WrittenOff(MARCH_5, "10", 100_000),
    )
    anew, passed, taken, lost = loan_story(lent)[2:]
    assert (anew.what, anew.kip, anew.first, anew.until) == (
        "reschedule",
        100_000,
        APRIL_5,
        date(2026, 5, 5),
    )
    assert (passed.what, passed.other, taken.what, taken.other) == (
        "passed_on",
        other,
        "taken_over",
        other,
    )
    # The principal came with the loan: nobody was handed anything.
    assert taken.kip == 100_000
    assert "pay_out" not in {row.what for row in loan_story(lent)}
    assert (lost.what, lost.kip, lost.decision) == ("write_off", 100_000, "10")


def test_the_time_line_tells_all_with_its_decisions() -> None:
    paper = Contract(JAN_5, "1", ("ດາລາ",), ("ບຸນມີ",))
    lent = with_events(
        loan(RICE, 100_000, repaid(FEB_5, 30_000)),
        paper,
        Waived(MARCH_5, "8", interest=5),
        InterestPaused(MARCH_5, "9", MARCH_5, APRIL_5),
    )
    assert contract_of(lent) == paper
    assert contract_of(loan(RICE, 5)) is None
    told = [(row.what, row.decision) for row in loan_story(lent)]
    assert told == [
        ("request", ""),
        ("approved", "3"),
        ("contract", ""),
        ("pay_out", ""),
        ("principal", ""),
        ("waiver", "8"),
        ("pause", "9"),
    ]
