"""The proof of a closing: each way of weighing laid out, and sums that lead back to the plan."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import SAVINGS
from ledger.rules.closing import plan_close
from ledger.rules.closing_values import MemberYear, SavingsMonth
from ledger.rules.days import Month
from ledger.rules.people import Status
from ledger.rules.rulebook import Destination, DividendBasis, LineKind
from ledger.statements.proof import Proof, ProofLine, Step, proof_of, proof_sums_of
from tests.closings import AFTER, YEAR_RULES, a_year
from tests.proofs import random_year
from tests.rules.years import YEAR, facts, line, member, percent, rulebook, rules, saver
from tests.villages import DALA, GROUP, KHAM

OCTOBER = YEAR.first.replace(month=10, day=20)
LINES = (
    percent(Destination.DIVIDEND, 7_000),
    line(LineKind.REST, Destination.FUND),
)


def _proof(*members: MemberYear, earned: int = 100_000, moves: Any = None, **more: Any) -> Proof:
    year = facts(rulebook(rules(*LINES, **more)), earned=earned, members=members)
    plan = plan_close(year)
    return proof_of(
        year, plan, group=GROUP, printed=AFTER, proposed=True, moves={} if moves is None else moves
    )


def _two_months(**more: Any) -> MemberYear:
    """Fifty, then 30 in of which 10 late, then 20 in late and 15 out; ten months of nothing."""
    months = (SavingsMonth(50, 30, 0, 10), SavingsMonth(80, 20, 15, 20))
    rest = (SavingsMonth(85, 0, 0),) * 10
    return MemberYear(member=member(1), months=(*months, *rest), day_sum=0, **more)


def test_month_ends_are_the_month_before_and_what_was_moved() -> None:
    (row,) = _proof(_two_months()).rows
    assert row.lines == (
        ProofLine(Step.MOVED, (30, 5, *(0,) * 10)),
        ProofLine(Step.COUNTS, (80, *(85,) * 11)),
    )
    assert (row.opening, row.closing, row.weight) == (50, 85, 80 + 11 * 85)


def test_what_counts_from_the_month_after_has_a_line_of_its_own() -> None:
    (row,) = _proof(_two_months(), basis=DividendBasis.NEXT_MONTH).rows
    assert row.lines == (
        ProofLine(Step.MOVED, (0, -15, *(0,) * 10)),
        ProofLine(Step.LATER, (30, 20, *(0,) * 10)),
        ProofLine(Step.COUNTS, (50, 65, *(85,) * 10)),
    )
    assert row.weight == sum(row.lines[-1].figures)


def test_a_cut_off_day_parts_what_was_paid_in() -> None:
    (row,) = _proof(_two_months(), basis=DividendBasis.NEXT_MONTH, cut_off_day=10).rows
    assert row.lines == (
        ProofLine(Step.MOVED, (20, -15, *(0,) * 10)),
        ProofLine(Step.LATER, (10, 20, *(0,) * 10)),
        ProofLine(Step.COUNTS, (70, 65, *(85,) * 10)),
    )
    assert row.weight == sum(row.lines[-1].figures)


def test_where_nothing_counts_at_once_that_line_is_left_out() -> None:
    (row,) = _proof(saver(1, 50, monthly=7), basis=DividendBasis.NEXT_MONTH).rows
    assert [one.step for one in row.lines] == [Step.LATER, Step.COUNTS]


def test_savings_day_by_day_are_what_was_there_and_each_move_with_its_days() -> None:
    moves = {1: [(date(2025, 1, 5), 10), (date(2025, 3, 1), 0), (date(2025, 12, 31), -4)]}
    her = replace(saver(1, 50), day_sum=50 * 365 + 10 * 361 - 4)
    (row,) = _proof(her, basis=DividendBasis.DAILY, moves=moves).rows
    assert row.lines == (
        ProofLine(Step.DAY, (0, 4, 364)),
        ProofLine(Step.AMOUNT, (50, 10, -4)),
        ProofLine(Step.DAYS, (365, 361, 1)),
    )


def test_who_is_left_out_weighs_nothing_and_says_so() -> None:
    given = _proof(
        saver(1, 100, overdue=1, interest_paid=50), saver(2, 100), exclude_defaulters=True
    )
    first, second = given.rows
    assert (first.left_out, first.weight, first.interest) == (True, 0, 0)
    assert (second.left_out, given.sums.weight) == (False, second.weight)


def test_the_figures_of_a_year_that_still_runs_go_up_to_the_day_of_the_print() -> None:
    early = replace(_proof(saver(1, 9)), printed=OCTOBER)
    assert early.until == OCTOBER
    assert replace(early, proposed=False).until == early.year.last


def test_who_has_nothing_stands_there_only_while_she_is_a_member() -> None:
    nothing = [
        MemberYear(member(1), months=(), day_sum=0),
        MemberYear(member(2, status=Status.LEFT), months=(), day_sum=0),
        MemberYear(member(3, status=Status.LEFT), months=(), day_sum=0, interest_paid=9),
        saver(4, 100),
    ]
    year = facts(rulebook(rules(*LINES)), earned=0, members=nothing[3:])
    year = replace(year, members=tuple(nothing))
    plan = plan_close(year)
    proof = proof_of(year, plan, group=GROUP, printed=AFTER, proposed=False, moves={})
    assert [row.member.number for row in proof.rows] == ["1", "3", "4"]
    assert not proof.refunds


def test_what_no_line_takes_is_named() -> None:
    lines = (percent(Destination.DIVIDEND, 3_333), percent(Destination.FUND, 6_667))
    year = facts(rulebook(rules(*lines)), earned=100_001, members=[saver(1, 9)])
    proof = proof_of(year, plan_close(year), group=GROUP, printed=AFTER, proposed=False, moves={})
    assert proof.unclaimed == 100_001 - 33_330 - 66_670
    assert proof.unclaimed + sum(share.odd for share in proof.plan.lines) == proof.plan.odd


@given(st.sampled_from(DividendBasis), st.integers(1, 12), st.integers(0, 999), st.integers(1, 9))
def test_the_members_add_up_to_the_plan(
    basis: DividendBasis, members: int, seed: int, cut: int
) -> None:
    book = rulebook(rules(*LINES, basis=basis, unit=500))
    year, moves = random_year(book, members=members, seed=seed)
    plan = plan_close(year)
    proof = proof_of(year, plan, group=GROUP, printed=AFTER, proposed=False, moves=moves)
    assert proof.sums.weight == sum(share.weight for share in plan.shares)
    assert proof.sums.dividend == sum(share.dividend for share in plan.shares)
    assert proof.sums.closing == year.balances[SAVINGS]
    parts = proof_sums_of(proof.rows[:cut]), proof_sums_of(proof.rows[cut:])
    assert tuple(map(sum, zip(*parts, strict=True))) == proof.sums


def test_the_book_knows_each_day_on_which_savings_moved(tmp_path: Any) -> None:
    daily = replace(YEAR_RULES, profit=replace(YEAR_RULES.profit, basis=DividendBasis.DAILY))
    book = a_year(tmp_path / "a.book", rulebook=daily)
    proof = book.proof(2026, AFTER)
    book.close()
    rows = {row.member.id: row for row in proof.rows}
    assert proof.proposed
    assert proof.year.months[0] == Month(2026, 1)
    assert sum(rows[KHAM.id].lines[1].figures) == 500_000
    amounts, days = rows[DALA.id].lines[1:]
    assert amounts.figures[-2:] == (40_000, 60_000)
    assert rows[DALA.id].weight == sum(
        a * b for a, b in zip(amounts.figures, days.figures, strict=True)
    )


def test_year_is_the_one_of_the_facts() -> None:
    assert _proof(saver(1, 5)).year == YEAR
