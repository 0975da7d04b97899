"""New rules are read before they are adopted: whose part of the profit, and which loans."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.allocation import ProfitTooSmall
from ledger.rules.closing import preview_close
from ledger.rules.closing_values import YearFacts
from ledger.rules.loan_rules import LoanRules
from ledger.rules.rule_change import compare_rules
from ledger.rules.rulebook import Destination, LineKind, Purse
from tests.rules.years import facts, line, percent, rules, saver
from tests.villages import AGREED, RICE, RUNNING, TRADE

REST = line(LineKind.REST, Destination.FUND)
LENT = LoanRules(products=(RICE, TRADE))
SAVERS = (saver(1, 600_000), saver(2, 400_000))


def year(points: int, **changes: Any) -> YearFacts:
    """A year that earned a million and gives so many basis points of it to the savers."""
    made = facts(
        rules(percent(Destination.DIVIDEND, points), REST), earned=1_000_000, members=SAVERS
    )
    return replace(made, rulebook=replace(made.rulebook, **{"loans": LENT, **changes}))


def test_seventy_percent_become_eighty() -> None:
    change = compare_rules(year(7_000), year(8_000), ())
    assert [(s.member.id, s.old, s.new, s.difference) for s in change.shares] == [
        (1, 420_000, 480_000, 60_000),
        (2, 280_000, 320_000, 40_000),
    ]
    assert (change.old_total, change.new_total, change.year) == (700_000, 800_000, 2025)
    assert change.decides


def test_what_borrowers_get_back_is_their_part_too() -> None:
    earned = replace(SAVERS[0], interest_paid=1_000_000)
    back = rules(percent(Destination.DIVIDEND, 7_000), percent(Destination.REFUND, 500), REST)
    new = facts(back, earned=1_000_000, members=(earned, SAVERS[1]))
    change = compare_rules(year(7_000), new, ())
    assert [(s.member.id, s.old, s.new) for s in change.shares] == [(1, 420_000, 470_000)]
    assert change.new_total == 750_000


def test_the_same_rules_change_nothing() -> None:
    change = compare_rules(year(7_000), year(7_000), (RUNNING, AGREED))
    assert (change.shares, change.loans, change.gone, change.added) == ((), (), (), ())
    assert (change.loans_open, change.order) == (2, False)


def test_rules_of_next_year_do_not_share_out_this_one() -> None:
    later = year(8_000, valid_from=date(2026, 1, 1))
    assert not compare_rules(year(7_000), later, ()).decides
    last = year(8_000, valid_from=date(2025, 12, 31))
    assert compare_rules(year(7_000), last, ()).decides, "they hold on its last day"


def test_a_running_loan_keeps_its_terms() -> None:
    dearer = replace(RICE, rate=300)
    new = year(7_000, loans=LoanRules(products=(dearer, replace(TRADE, key="shop", name="ຮ້ານ"))))
    change = compare_rules(year(7_000), new, (RUNNING, AGREED))
    assert [(kept.loan.id, kept.gone) for kept in change.loans] == [(1, False), (2, True)]
    assert (change.gone, change.added) == ((TRADE.name,), ("ຮ້ານ",))


def test_the_order_of_a_repayment_is_of_the_day() -> None:
    other = replace(LENT, order=(Purse.PRINCIPAL, Purse.INTEREST, Purse.FINE))
    assert compare_rules(year(7_000), year(7_000, loans=other), ()).order


def test_rules_by_which_nothing_can_be_shared_say_so() -> None:
    fixed = line(LineKind.FIXED, Destination.DIVIDEND, 2_000_000)
    dear = facts(rules(fixed, REST), earned=1_000_000, members=SAVERS)
    change = compare_rules(year(7_000), dear, ())
    assert isinstance(change.new_refused, ProfitTooSmall)
    assert (change.old_refused, change.new_total) == (None, 0)
    assert [(s.old, s.new) for s in change.shares] == [(420_000, 0), (280_000, 0)]
    back = compare_rules(dear, year(7_000), ())
    assert isinstance(back.old_refused, ProfitTooSmall)
    assert [(s.old, s.new) for s in back.shares] == [(0, 420_000), (0, 280_000)]


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_differences_add_up_to_that_of_the_totals(old: int, new: int) -> None:
    change = compare_rules(year(old), year(new), ())
    assert sum(s.difference for s in change.shares) == change.new_total - change.old_total
    plan = preview_close(year(new), year(new).rulebook.profit)
    assert change.new_total == sum(share.dividend for share in plan.shares)
