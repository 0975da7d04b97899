"""Loans for the tests of the rules: short to write, and any that hypothesis can think of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from ledger.rules.kip import Kip, Rounding
from ledger.rules.loan_values import (
    Loan,
    LoanDecision,
    LoanMove,
    LoanRequest,
    MoveKind,
    ScheduleRow,
)
from ledger.rules.people import Member, MemberId
from ledger.rules.rulebook import (
    InterestMethod,
    LateFine,
    LoanProduct,
    MonthCount,
    ScheduleKind,
)
from ledger.rules.transfers import LoanId

NOY = MemberId(1)
JAN_5 = date(2026, 1, 5)

RICE = LoanProduct(key="rice", name="ເງິນກູ້ເຂົ້າ", rate=300)


def member(number: int, name: str) -> Member:
    return Member(id=MemberId(number), number=str(number), name=name, joined=date(2025, 1, 5))


def request(product: LoanProduct, kip: Kip, *, months: int | None = None) -> LoanRequest:
    return LoanRequest(
        member=NOY,
        day=JAN_5,
        kip=kip,
        purpose="agriculture",
        product=product,
        months=product.months if months is None else months,
    )


def loan(
    product: LoanProduct,
    kip: Kip,
    *moves: LoanMove,
    paid_out: date = JAN_5,
    months: int | None = None,
) -> Loan:
    """An approved loan whose money was handed over."""
    asked = replace(request(product, kip, months=months), day=paid_out)
    return Loan(
        id=LoanId(7),
        number="2026-007",
        request=asked,
        decision=LoanDecision(
            day=paid_out, number="3", approved=True, kip=kip, approvers=("ບຸນມີ", "ຄໍາ")
        ),
        moves=(LoanMove(paid_out, MoveKind.PAY_OUT, kip), *moves),
    )


def repaid(day: date, kip: Kip) -> LoanMove:
    return LoanMove(day, MoveKind.PRINCIPAL, kip)


def interest(day: date, kip: Kip) -> LoanMove:
    return LoanMove(day, MoveKind.INTEREST, kip)


def fine(day: date, kip: Kip) -> LoanMove:
    return LoanMove(day, MoveKind.FINE, kip)


def after(day: date, days: int) -> date:
    return day + timedelta(days=days)


def pairs(rows: Sequence[ScheduleRow]) -> list[tuple[Kip, Kip]]:
    """Principal and interest of each row."""
    return [(row.principal, row.interest) for row in rows]


products = st.builds(
    LoanProduct,
    key=st.just("any"),
    name=st.just("ໃດກໍໄດ້"),
    rate=st.integers(0, 1_500),
    method=st.sampled_from(InterestMethod),
    count=st.sampled_from(MonthCount),
    schedule=st.sampled_from(ScheduleKind),
    months=st.integers(1, 36),
    season_end=st.none() | st.tuples(st.integers(1, 12), st.integers(1, 31)),
    late=st.sampled_from(LateFine),
    late_points=st.integers(0, 500),
    late_kip=st.integers(0, 20_000),
    grace_days=st.integers(0, 30),
    rounding=st.sampled_from(Rounding),
)

days = st.dates(date(2019, 1, 1), date(2031, 12, 31))
amounts = st.integers(1, 50_000_000)


def _most_repaid(moves: Sequence[LoanMove], day: date) -> Kip:
    """The most principal (kip) that had been repaid at the end of that day or of any later one.

    No book takes more than is owed, and what is taken back later was paid until then.
    """
    paid = [move for move in moves if move.kind is MoveKind.PRINCIPAL]
    ends = {day, *(move.day for move in paid if move.day > day)}
    return max(sum(move.kip for move in paid if move.day <= end) for end in ends)


@st.composite
def loans(draw: st.DrawFn) -> Loan:
    """A loan with up to eight repayments of any kind within three years; some taken back again."""
    product, kip, start = draw(products), draw(amounts), draw(days)
    moves: list[LoanMove] = []
    for _ in range(draw(st.integers(0, 8))):
        day = after(start, draw(st.integers(0, 1_100)))
        kind = draw(st.sampled_from([MoveKind.PRINCIPAL, MoveKind.INTEREST, MoveKind.FINE]))
        most = kip - _most_repaid(moves, day) if kind is MoveKind.PRINCIPAL else 2_000_000
        if most > 0:
            move = LoanMove(day, kind, draw(st.integers(1, most)))
            moves.append(move)
            if draw(st.booleans()):
                back = after(day, draw(st.integers(0, 90)))
                moves.append(LoanMove(back, kind, -move.kip))
    return loan(product, kip, *moves, paid_out=start)
