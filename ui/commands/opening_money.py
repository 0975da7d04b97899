"""Reads what was lent and borrowed when the books begin (CSV): one row for each loan or debt.

Loans: member, product, purpose, amount, months (that are left), guarantors (`12 40`).
Borrowings: lender, amount (still owed), rate (percent a month), method, schedule, since (until
when interest is paid), months (from then on), decision, way (lent: another group owes it).
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ledger.rules.loan_rules import InterestMethod, LoanProduct, ScheduleKind
from ledger.rules.opening_debts import OpeningDebt, Owing
from ledger.rules.people import Member, MemberId
from ledger.rules.set_up import OpeningLoan
from translations import MoneyFormat
from translations.reading import Unreadable, read_percent
from ui.commands.day_file import read_table
from ui.commands.opening_file import Cells
from ui.commands.refusals import CellUnreadable

_LOANS = ("member", "product", "purpose", "amount", "months", "guarantors")
_BORROWINGS = (
    "lender",
    "amount",
    "rate",
    "method",
    "schedule",
    "since",
    "months",
    "decision",
    "way",
)


def read_loans(
    file: Path, members: Sequence[Member], money: MoneyFormat
) -> tuple[OpeningLoan, ...]:
    """The running loans of the members. Raises FileUnusable, CellUnreadable."""
    ids = {member.number: member.id for member in members}
    loans = []
    for row, cells in read_table(file, _LOANS, needed=("member", "product", "amount")):
        reader = Cells(row, cells, money)
        loans.append(
            OpeningLoan(
                member=_member(reader.text("member"), "member", row, ids),
                product=reader.text("product"),
                purpose=reader.text("purpose"),
                kip=_above_nothing(reader, row),
                months=reader.number("months") or 1,
                guarantors=tuple(
                    _member(number, "guarantors", row, ids)
                    for number in reader.text("guarantors").split()
                ),
            )
        )
    return tuple(loans)


def read_borrowings(file: Path, money: MoneyFormat, *, last: date) -> tuple[OpeningDebt, ...]:
    """What the group owes; interest is paid until the day `last` where no other is written.

    Raises FileUnusable, CellUnreadable.
    """
    debts = []
    for row, cells in read_table(file, _BORROWINGS, needed=("lender", "amount", "months")):
        reader = Cells(row, cells, money)
        lender = reader.text("lender", needed=True)
        debts.append(
            OpeningDebt(
                lender=lender,
                kip=_above_nothing(reader, row),
                terms=_terms(reader, row, lender),
                since=reader.day("since", last),
                decision=reader.text("decision", needed=True),
                owing=_owing(reader, row),
            )
        )
    return tuple(debts)


def _owing(reader: Cells, row: int) -> Owing:
    way = reader.text("way")
    if way and way not in set(Owing):
        raise CellUnreadable(row=row, column="way", found=way)
    return Owing(way or Owing.OWED)


def _terms(reader: Cells, row: int, lender: str) -> LoanProduct:
    method, schedule, rate = (reader.text(name) for name in ("method", "schedule", "rate"))
    for column, found, known in (
        ("method", method, InterestMethod),
        ("schedule", schedule, ScheduleKind),
    ):
        if found and found not in set(known):
            raise CellUnreadable(row=row, column=column, found=found)
    try:
        points = read_percent(rate) if rate else 0
    except Unreadable:
        raise CellUnreadable(row=row, column="rate", found=rate) from None
    return LoanProduct(
        key="lender",
        name=lender,
        rate=points,
        method=InterestMethod(method or InterestMethod.OUTSTANDING),
        schedule=ScheduleKind(schedule or ScheduleKind.BULLET),
        months=reader.number("months"),
    )


def _above_nothing(reader: Cells, row: int) -> int:
    kip = reader.kip("amount")
    if not kip:
        raise CellUnreadable(row=row, column="amount", found=reader.text("amount"))
    return kip


def _member(number: str, column: str, row: int, ids: dict[str, MemberId]) -> MemberId:
    found = ids.get(number)
    if found is None:
        raise CellUnreadable(row=row, column=column, found=number)
    return found
