"""One member's year, and the certificate of all her years."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ledger.rules.days import Month
from ledger.rules.kip import Rounding
from ledger.rules.loan_values import LoanMove, MoveKind
from ledger.rules.loans import loan_state
from ledger.rules.member_life import Away
from ledger.rules.rulebook import Destination, DividendBasis, LineKind
from ledger.rules.transfers import EntryNumber, Kind
from ledger.statements.certificate import Certificate, certificate_of
from ledger.statements.member_year import MemberYear, Through, member_year_of
from ledger.statements.passbook import Passbook, PassbookLine
from tests.closings import AFTER, YEAR, a_year
from tests.proofs import random_proof
from tests.reports.papers import deposits, passbook
from tests.rules.years import line, percent, rulebook, rules
from tests.villages import BEGIN, DALA, KHAM, RUNNING

LINES = (
    percent(Destination.DIVIDEND, 6_000),
    line(LineKind.REFUND_RATE, Destination.REFUND, 567),
    line(LineKind.REST, Destination.FUND),
)


def _line(number: int, kind: Kind, **more: Any) -> PassbookLine:
    given: dict[str, Any] = {"paid_in": 0, "paid_out": 0, "savings": 0, "loans": 0, **more}
    return PassbookLine(EntryNumber(number), date(2025, 1, number), kind, **given)


@pytest.mark.parametrize("basis", DividendBasis)
@pytest.mark.parametrize("rounding", Rounding)
def test_every_members_steps_come_to_what_she_gets(
    basis: DividendBasis, rounding: Rounding
) -> None:
    book = rulebook(rules(*LINES, basis=basis, unit=500, rounding=rounding))
    proof = random_proof(book)
    for row in proof.rows:
        hers = member_year_of(passbook(whose=row.member), proof)
        dividend, refund = hers.steps
        assert (dividend.kip, refund.kip) == (row.dividend, row.refund)
        assert dividend.pool == proof.plan.lines[0].kip
        assert refund.pool is None
        assert abs(dividend.exact - dividend.kip) < 500


def test_the_figure_after_the_point_is_the_one_of_a_calculator() -> None:
    proof = random_proof(rulebook(rules(*LINES)))
    tenths = set()
    for row in proof.rows:
        dividend, _ = member_year_of(passbook(whose=row.member), proof).steps
        assert dividend.pool is not None
        tenth = dividend.pool * dividend.weight * 10 // dividend.whole
        assert (dividend.exact, dividend.tenth) == divmod(tenth, 10)
        tenths.add(dividend.tenth)
    assert len(tenths) > 3


def test_without_any_weight_nothing_is_divided() -> None:
    proof = random_proof(rulebook(rules(*LINES)))
    none = replace(proof, sums=proof.sums._replace(weight=0))
    hers = member_year_of(passbook(whose=proof.rows[0].member), none)
    assert (hers.steps[0].exact, hers.steps[0].kip) == (0, 0)


def test_balances_and_kinds_add_up() -> None:
    lines = (
        _line(1, Kind.DEPOSIT, paid_in=70, savings=170, loans=9),
        _line(2, Kind.WITHDRAWAL, paid_out=50, savings=120, loans=9),
        _line(3, Kind.DEPOSIT, paid_in=5, savings=125, loans=9),
        _line(4, Kind.PAY_OUT, paid_out=30, savings=125, loans=39),
    )
    book = passbook(lines, savings_before=100, loans_before=9)
    hers = member_year_of(book, random_proof(rulebook(rules(*LINES))))
    assert hers.savings == Through(100, 75, 50, 125)
    assert hers.loans == Through(9, 30, 0, 39)
    assert hers.voluntary == Through(0, 0, 0, 0)
    assert [tuple(one) for one in hers.kinds] == [
        (Kind.DEPOSIT, 75, 0),
        (Kind.WITHDRAWAL, 0, 50),
        (Kind.PAY_OUT, 0, 30),
    ]
    assert (hers.paid_in, hers.paid_out) == (75, 80)


def test_who_stands_in_no_proof_has_no_steps() -> None:
    stranger = replace(KHAM, id=type(KHAM.id)(777))
    hers = member_year_of(passbook(whose=stranger), random_proof(rulebook(rules(*LINES))))
    assert hers.row is None
    assert hers.steps == ()


def test_a_rate_bears_her_weight() -> None:
    rate = line(LineKind.DIVIDEND_RATE, Destination.DIVIDEND, 300)
    committee = percent(Destination.COMMITTEE, 100)
    rest = line(LineKind.REST, Destination.FUND)
    proof = random_proof(rulebook(rules(rate, committee, rest)), earned=987_654_321)
    row = proof.rows[0]
    (step,) = member_year_of(passbook(whose=row.member), proof).steps
    assert (step.rate, step.parts, step.pool) == (300, 12, None)
    assert step.exact == row.weight * 300 // 120_000


def test_the_book_tells_a_members_year_and_all_her_years(tmp_path: Path) -> None:
    book = a_year(tmp_path / "a.book")
    hers: MemberYear = book.member_year(DALA.id, YEAR, AFTER)
    assert hers.savings == Through(500_000, 100_000, 0, 600_000)
    assert hers.last == date(2026, 12, 31)
    paper = book.certificate(DALA.id, AFTER)
    assert (paper.savings, paper.claims, paper.welfare) == (600_000, 0, 0)
    assert paper.begin == max(DALA.joined, date(2026, 1, 1))
    book.close()


# --- the certificate ------------------------------------------------------------------------


MET = frozenset(Month(2024, 1).plus(k) for k in range(24))


def _book(months: int, *, joined: date = date(2023, 12, 5), **more: object) -> Passbook:
    whose = replace(KHAM, joined=joined)
    lines = tuple(
        row._replace(month=Month(2024, 1).plus(k)) for k, row in enumerate(deposits(months))
    )
    return passbook(lines, whose=whose, first=date(2024, 1, 1), **more)


def _certificate(book: Passbook, **more: object) -> Certificate:
    given = {"met": MET, "away": (), "loans": (), "claims": 0, "welfare": 0, **more}
    return certificate_of(book, **given)  # type: ignore[arg-type]


def test_who_saved_every_month_has_never_missed_one() -> None:
    # The month of the last day still runs, and does not count yet.
    paper = _certificate(_book(23))
    assert (paper.months, paper.saved, paper.unbroken) == (23, 23, 23)
    assert paper.never_missed
    assert paper.years == 2


def test_the_month_she_joined_and_the_running_one_count_where_she_saved_in_them() -> None:
    """Her passbook shows as many deposits as the certificate counts months."""
    whole = _book(24, joined=date(2024, 3, 5))
    paper = _certificate(replace(whole, lines=whole.lines[2:]))
    assert (paper.months, paper.saved, paper.never_missed) == (22, 22, True)


def test_a_missed_month_breaks_the_run_but_a_leave_does_not_count() -> None:
    whole = _book(23)
    lines = tuple(row for k, row in enumerate(whole.lines) if k not in {5, 9})
    paper = _certificate(replace(whole, lines=lines))
    assert (paper.months, paper.saved, paper.unbroken) == (23, 21, 13)
    assert not paper.never_missed
    leave = (Away(date(2024, 6, 1), date(2024, 6, 30)), Away(date(2024, 10, 1), date(2024, 10, 31)))
    away = _certificate(replace(whole, lines=lines), away=leave)
    assert (away.months, away.saved, away.never_missed) == (21, 21, True)


def test_months_before_she_joined_and_without_a_meeting_do_not_count() -> None:
    whole = _book(23, joined=date(2024, 3, 5))
    later = replace(whole, lines=whole.lines[3:])
    paper = _certificate(later, met=MET - {Month(2024, 7)})
    assert paper.months == 23 - 3 - 1
    assert _certificate(_book(0), met=frozenset()).never_missed is False


def test_a_deposit_that_was_taken_back_saved_nothing() -> None:
    book = _book(1)
    back = book.lines[0]._replace(paid_in=0, paid_out=20_000, savings=0)
    assert _certificate(replace(book, lines=(*book.lines, back))).saved == 0
    other = back._replace(kind=Kind.WITHDRAWAL)
    assert _certificate(replace(book, lines=(other,))).saved == 0


def test_savings_are_those_of_the_last_line_or_from_before() -> None:
    assert _certificate(_book(0, savings_before=7, voluntary_before=3)).savings == 10
    assert _certificate(_book(2)).savings == 40_000


def test_a_loan_that_still_runs_is_not_counted() -> None:
    paper = _certificate(_book(1), loans=(RUNNING,))
    assert (paper.loans_repaid, paper.loans_on_time) == (0, 0)


@pytest.mark.parametrize(("day", "on_time"), [(BEGIN.replace(month=12), 1), (date(2027, 3, 1), 0)])
def test_a_repaid_loan_was_on_time_or_late(day: date, on_time: int) -> None:
    back = (
        LoanMove(day, MoveKind.INTEREST, loan_state(RUNNING, day).interest_due),
        LoanMove(day, MoveKind.FINE, loan_state(RUNNING, day).fine_due),
        LoanMove(day, MoveKind.PRINCIPAL, 2_000_000),
    )
    loan = replace(RUNNING, moves=(*RUNNING.moves, *back))
    book = replace(_book(1), last=date(2027, 6, 1))
    paper = _certificate(book, loans=(loan,))
    assert (paper.loans_repaid, paper.loans_on_time) == (1, on_time)
