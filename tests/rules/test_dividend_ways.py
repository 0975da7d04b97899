"""How a dividend can be taken: what is open to whom, and how much goes against overdue debt."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.dividend_ways import dividends_due, kip_of, way_by_rule
from ledger.rules.lines import DividendTaken, DividendWay
from ledger.rules.loan_values import Loan, LoanMove, LoanRequest, MoveKind
from ledger.rules.loans import loan_state
from ledger.rules.posting import entries_of
from ledger.rules.rulebook import DividendPayment
from tests.villages import BEGIN, DALA, KHAM, PHET, RICE, RUNNING, day_facts, loan_of

LATE = date(2027, 2, 20)
OWED = {KHAM.id: 300_000, DALA.id: 20_000, PHET.id: 5_000}


def _small(number: int, kip: int) -> Loan:
    return loan_of(
        number,
        LoanRequest(KHAM.id, BEGIN, kip, "agriculture", RICE, 12),
        decided=BEGIN,
        moves=(LoanMove(date(2026, 1, 6), MoveKind.PAY_OUT, kip),),
    )


def test_nobody_is_listed_to_whom_nothing_is_owed() -> None:
    due = dividends_due(day_facts(dividends={**OWED, DALA.id: 0}))
    assert [one.member for one in due] == [KHAM, PHET]
    assert [one.owed for one in due] == [300_000, 5_000]


def test_without_overdue_debt_it_is_cash_or_savings() -> None:
    (due,) = dividends_due(day_facts(dividends={DALA.id: 20_000}))
    assert set(due.takings) == {DividendWay.CASH, DividendWay.SAVINGS}
    assert due.lines(DividendWay.SAVINGS) == (DividendTaken(DALA.id, 20_000, DividendWay.SAVINGS),)
    assert due.taken(DividendWay.CASH) == 20_000
    assert due.taken(DividendWay.OFFSET) == 0
    assert due.taken(None) == 0


def test_a_loan_whose_day_has_not_come_is_left_alone() -> None:
    (due,) = dividends_due(day_facts(dividends={KHAM.id: 300_000}))
    assert DividendWay.OFFSET not in due.takings


def test_who_has_left_cannot_save_any_more() -> None:
    (due,) = dividends_due(day_facts(dividends={PHET.id: 5_000}))
    assert set(due.takings) == {DividendWay.CASH}


@pytest.mark.parametrize("kip", [300_000, 1])
def test_a_dividend_smaller_than_the_overdue_debt_goes_against_it_whole(kip: int) -> None:
    facts = replace(day_facts(LATE, dividends={KHAM.id: kip}), last_day=LATE)
    (due,) = dividends_due(facts)
    assert due.lines(DividendWay.OFFSET) == (
        DividendTaken(KHAM.id, kip, DividendWay.OFFSET, RUNNING.id),
    )


def test_only_what_is_overdue_is_taken_and_the_oldest_loan_comes_first() -> None:
    small = _small(7, 100_000)
    loans = {small.id: small, RUNNING.id: RUNNING}
    facts = replace(day_facts(LATE, dividends={KHAM.id: 9_000_000}, loans=loans), last_day=LATE)
    (due,) = dividends_due(facts)
    lines = due.lines(DividendWay.OFFSET)
    assert [line.loan for line in lines] == [RUNNING.id, small.id]
    states = [loan_state(loan, LATE) for loan in (RUNNING, small)]
    assert [line.kip for line in lines] == [s.overdue + s.fine_due for s in states]
    assert due.taken(DividendWay.OFFSET) == kip_of(lines) < due.owed


def test_nothing_is_left_for_the_second_loan() -> None:
    small = _small(7, 100_000)
    loans = {small.id: small, RUNNING.id: RUNNING}
    facts = replace(day_facts(LATE, dividends={KHAM.id: 1_000}, loans=loans), last_day=LATE)
    (due,) = dividends_due(facts)
    assert [line.loan for line in due.lines(DividendWay.OFFSET)] == [RUNNING.id]


def test_the_rules_of_posting_take_every_way_that_is_offered() -> None:
    facts = replace(day_facts(LATE, dividends=OWED), last_day=LATE)
    for due in dividends_due(facts):
        for way in due.takings:
            moved = [t for e in entries_of(due.lines(way), facts) for t in e.transfers]
            assert sum(t.kip for t in moved) == due.taken(way)


@pytest.mark.parametrize(
    ("payment", "way"),
    [
        (DividendPayment.ASK, None),
        (DividendPayment.CASH, DividendWay.CASH),
        (DividendPayment.SAVINGS, DividendWay.SAVINGS),
        (DividendPayment.OFFSET, None),
    ],
)
def test_the_rules_choose_the_way_where_it_is_open(
    payment: DividendPayment, way: DividendWay | None
) -> None:
    (due,) = dividends_due(day_facts(dividends={DALA.id: 20_000}))
    assert way_by_rule(due, payment) is way


def test_debt_goes_first_where_the_rules_say_so() -> None:
    (due,) = dividends_due(replace(day_facts(LATE, dividends={KHAM.id: 1_000}), last_day=LATE))
    assert way_by_rule(due, DividendPayment.OFFSET) is DividendWay.OFFSET
