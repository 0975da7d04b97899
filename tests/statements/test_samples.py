"""The examples beside the percentages, and the sums under the list of dividends."""

from datetime import date

from ledger.rules.closing import preview_close
from ledger.rules.closing_values import MemberYear, YearFacts
from ledger.rules.people import Status
from ledger.rules.rulebook import Destination
from ledger.statements.annual import dividend_rows_of
from ledger.statements.dividend_totals import DividendTotals, dividend_totals_of
from ledger.statements.samples import SampleKind, samples_of
from tests.rules.years import facts, member, percent, rules, saver

PROFIT = rules(percent(Destination.DIVIDEND, 8_000), percent(Destination.REFUND, 2_000))
MEMBERS = (
    saver(1, 500_000),
    saver(2, 20_000),
    saver(3, 300_000, interest_paid=90_000),
    saver(4, 10_000, member=member(4, joined=date(2025, 7, 5))),
    saver(5, 5_000, member=member(5, joined=date(2025, 3, 5))),
    saver(6, 100_000, interest_paid=40_000),
    saver(7, 0),
    saver(8, 900_000, member=member(8, status=Status.LEFT)),
)


def _samples(members: tuple[MemberYear, ...]) -> dict[SampleKind, int]:
    year = _year(members)
    return {s.kind: s.row.member.id for s in samples_of(year, preview_close(year, PROFIT))}


def _year(members: tuple[MemberYear, ...]) -> YearFacts:
    return facts(PROFIT, earned=1_000_000, members=members)


def test_each_example_is_another_member() -> None:
    assert _samples(MEMBERS) == {
        SampleKind.BORROWER: 3,
        SampleKind.SMALL_SAVER: 2,
        SampleKind.NEW_MEMBER: 5,
        SampleKind.LARGE_SAVER: 1,
    }


def test_a_group_of_two_gives_as_many_examples_as_it_has_members() -> None:
    assert _samples(MEMBERS[:2]) == {SampleKind.SMALL_SAVER: 2, SampleKind.LARGE_SAVER: 1}


def test_who_has_nothing_saved_or_has_left_is_no_example() -> None:
    assert _samples(MEMBERS[6:]) == {}


def test_of_equals_the_one_longest_in_the_book_is_taken() -> None:
    assert _samples((saver(1, 500), saver(2, 500)))[SampleKind.SMALL_SAVER] == 1


def test_the_sums_are_those_of_the_plan() -> None:
    year = _year(MEMBERS)
    plan = preview_close(year, PROFIT)
    totals = dividend_totals_of(dividend_rows_of(year, plan))
    assert totals.dividend == sum(share.dividend for share in plan.shares)
    assert totals.refund == sum(share.refund for share in plan.shares)
    assert totals.total == plan.profit - plan.odd
    assert totals.members == sum(1 for share in plan.shares if share.dividend + share.refund)
    assert totals.savings == sum(m.months[-1].closing for m in MEMBERS)
    assert totals.weight == sum(share.weight for share in plan.shares)


def test_an_empty_list_adds_up_to_nothing() -> None:
    assert dividend_totals_of(()) == DividendTotals()


def test_a_year_without_months_has_no_examples() -> None:
    nobody = MemberYear(member=member(1), months=(), day_sum=0)
    year = facts(PROFIT, earned=10, members=[saver(2, 1_000)])
    year = YearFacts(
        year=year.year,
        today=year.today,
        rulebook=year.rulebook,
        balances=year.balances,
        opening_balances={},
        members=(nobody,),
    )
    assert samples_of(year, preview_close(year, PROFIT)) == ()
