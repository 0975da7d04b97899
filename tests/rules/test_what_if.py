"""Other percentages to look at: what they ask of a profit, however much they come to."""

import pytest

from ledger.rules.closing import preview_close
from ledger.rules.rulebook import Base, Destination, LineKind
from ledger.rules.what_if import wanted_by, with_percents
from tests.rules.years import facts, line, percent, rules, saver

LINES = (
    percent(Destination.DIVIDEND, 7_000),
    percent(Destination.FUND, 1_500),
    line(LineKind.REST, Destination.CARRY_FORWARD),
)


def test_only_lines_of_percent_change() -> None:
    changed = with_percents(rules(*LINES), [6_000, 2_500, 9_999])
    assert [one.amount for one in changed.lines] == [6_000, 2_500, 0]
    assert changed.lines[2] == LINES[2]


def test_every_line_needs_a_number() -> None:
    with pytest.raises(ValueError, match="shorter"):
        with_percents(rules(*LINES), [6_000])


def test_a_hundred_and_forty_eight_percent_asks_for_more_than_there_is() -> None:
    """A published calculator once shared out 70, 15, 10, 30 and 23 percent of one profit."""
    lines = [percent(Destination.FUND, p) for p in (7_000, 1_500, 1_000, 3_000, 2_300)]
    wanted = wanted_by(lines, 1_000_000)
    assert wanted == (700_000, 150_000, 100_000, 300_000, 230_000)
    assert sum(kip or 0 for kip in wanted) == 1_480_000


def test_what_is_no_percentage_asks_for_nothing_that_is_known() -> None:
    assert wanted_by(LINES, 100) == (70, 15, None)


def test_a_percentage_of_what_is_left_takes_from_that() -> None:
    lines = (
        percent(Destination.FUND, 8_000),
        percent(Destination.FUND, 5_000, base=Base.REMAINING),
        percent(Destination.FUND, 5_000),
        percent(Destination.FUND, 10_000, base=Base.REMAINING),
    )
    assert wanted_by(lines, 1_000) == (800, 100, 500, 0)


def test_nobody_asks_anything_of_a_loss() -> None:
    assert wanted_by(LINES, -5_000) == (0, 0, None)
    assert wanted_by([percent(Destination.DIVIDEND, 10_000)], -5_000) == (0,)


def test_what_is_wanted_is_what_closing_gives_where_it_can() -> None:
    profit = rules(percent(Destination.DIVIDEND, 3_333), percent(Destination.FUND, 6_667))
    year = facts(profit, earned=777_777, members=[saver(1, 50_000)])
    plan = preview_close(year, profit)
    assert wanted_by(profit.lines, plan.profit) == tuple(share.kip for share in plan.lines)
