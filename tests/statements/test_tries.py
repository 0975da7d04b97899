"""Tries of other percentages: what each gives the lines, the examples, and all members together."""

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.closing import preview_close
from ledger.rules.rulebook import Destination, LineKind
from ledger.rules.what_if import with_percents
from ledger.statements.annual import dividend_rows_of
from ledger.statements.samples import SampleKind
from ledger.statements.tries import try_of
from tests.rules.years import facts, line, percent, rules, saver

RULES = rules(
    percent(Destination.DIVIDEND, 7_000),
    percent(Destination.FUND, 1_500),
    line(LineKind.REST, Destination.CARRY_FORWARD),
)
YEAR = facts(RULES, earned=1_000_000, members=[saver(1, 50_000), saver(2, 150_000)])


def test_more_to_the_funds_is_less_to_each_member() -> None:
    own, other = try_of(YEAR, (7_000, 1_500, 0)), try_of(YEAR, (5_000, 3_500, 0))
    assert own.lines[:2] == (700_000, 150_000)
    assert other.lines[:2] == (500_000, 350_000)
    assert (own.heads, own.together, own.each) == (2, 700_000, 350_000)
    assert (other.together, other.each) == (500_000, 250_000)
    assert dict(own.samples)[SampleKind.SMALL_SAVER] > dict(other.samples)[SampleKind.SMALL_SAVER]


def test_what_cannot_be_shared_says_why_and_what_it_would_ask() -> None:
    found = try_of(YEAR, (9_000, 3_000, 0))
    assert found.refusal is not None
    assert found.lines == (900_000, 300_000, None)
    assert (found.samples, found.together, found.each) == ((), None, None)


def test_a_loss_gives_nobody_anything() -> None:
    loss = facts(RULES, earned=-5_000, members=[saver(1, 50_000)])
    found = try_of(loss, (7_000, 1_500, 0))
    assert (found.heads, found.together, found.each) == (0, 0, 0)


@given(st.integers(0, 8_500))
def test_it_is_what_closing_by_such_rules_would_be(points: int) -> None:
    found = try_of(YEAR, (points, 1_500, 0))
    plan = preview_close(YEAR, with_percents(RULES, (points, 1_500, 0)))
    assert found.lines == tuple(share.kip for share in plan.lines)
    assert found.together == sum(row.total for row in dividend_rows_of(YEAR, plan))
    assert found.each is not None
    assert found.each * found.heads <= (found.together or 0)
