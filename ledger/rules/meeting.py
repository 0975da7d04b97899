"""The pencil of a meeting becomes lines, and the counted box is held against the book.

What stands in the grid is one amount for each column; which of her loans it pays, and which fee,
is found here in a fixed order, so that the committee can foretell it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ledger.rules.contributions import fees_due, open_loans
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines import CashDiffers, Deposit, Fee, FeePaid, Line, RepaidAs, WelfarePaid
from ledger.rules.lines_saving import VoluntaryDeposit
from ledger.rules.loan_values import Loan
from ledger.rules.loans import loan_state, owed_on
from ledger.rules.meeting_values import Column, Sheet
from ledger.rules.people import Member, MemberId
from ledger.rules.posting_members import member_of
from ledger.rules.refusals import Refusal
from ledger.rules.saving_months import spread_savings


@dataclass
class NoLoanToPay(Refusal):
    """Interest or principal was typed (kip) for a member who has no open loan."""

    member: str
    given: Kip


@dataclass
class BoxNotCounted(Refusal):
    """The cash box has not been counted at the end of the meeting."""


@dataclass
class BoxDiffers(Refusal):
    """The box does not hold what the book expects (kip), and nobody has written why."""

    counted: Kip
    expected: Kip


_OF_LOANS = (Column.FINE, Column.INTEREST, Column.PRINCIPAL)


def lines_of(sheet: Sheet, facts: DayFacts) -> tuple[Line, ...]:
    """The lines that a sheet's pencil means: the grid member by member, then the other lines.

    Savings are spread over months by `spread_savings`. A fine pays the late fines of her loans
    first and then her missed months. Interest and principal go to what is due before what is not,
    each time to her oldest loan first. A fee is the entry fee, then a passbook. Raises
    MemberUnknown or NoLoanToPay; all else is found when the lines are posted.
    """
    typed: dict[MemberId, dict[Column, Kip]] = {}
    for cell in sheet.cells:
        if cell.kip:
            typed.setdefault(cell.member, {})[cell.column] = cell.kip
    loans = open_loans(o for o in facts.loans.values() if o.request.member in typed)
    lines: list[Line] = []
    for number, cells in typed.items():
        member = member_of(facts, number)
        for month, kip in spread_savings(facts, member, cells.get(Column.SAVINGS, 0)):
            lines.append(Deposit(number, kip, month=month))
        if Column.VOLUNTARY in cells:
            lines.append(VoluntaryDeposit(number, cells[Column.VOLUNTARY]))
        if Column.WELFARE in cells:
            lines.append(WelfarePaid(number, cells[Column.WELFARE]))
        lines += _loans(cells, facts, member, loans.get(number, ()))
        lines += _fees(cells.get(Column.FEE, 0), facts, member)
    return (*lines, *(p.line for p in sorted(sheet.lines, key=lambda p: p.number)))


def _fees(kip: Kip, facts: DayFacts, member: Member) -> Iterator[Line]:
    for fee, due in fees_due(facts, member):
        part = min(due, kip)
        if part:
            yield FeePaid(member.id, fee, part)
        kip -= part
    if kip:
        yield FeePaid(member.id, Fee.PASSBOOK, kip)


def _loans(
    cells: Mapping[Column, Kip], facts: DayFacts, member: Member, loans: tuple[Loan, ...]
) -> Iterator[Line]:
    fine, interest, principal = (cells.get(column, 0) for column in _OF_LOANS)
    if interest + principal and not loans:
        raise NoLoanToPay(member=member.told, given=interest + principal)
    if not fine + interest + principal:
        return  # Reckoning a loan is the dearest work here, and not everybody pays on hers.
    most = [owed_on(loan, day=facts.day) for loan in loans]
    fines, missed = spread(fine, [m.fine for m in most])
    states = [loan_state(loan, facts.day) for loan in loans]
    interests, interest_over = _due_first(
        interest, [s.interest_asked for s in states], [m.interest for m in most]
    )
    principals, principal_over = _due_first(
        principal, [s.principal_due for s in states], [m.principal for m in most]
    )
    for k, loan in enumerate(loans):
        # What is too much stays on the oldest loan, where posting refuses it with the facts.
        over = (interest_over, principal_over) if k == 0 else (0, 0)
        line = RepaidAs(
            loan.id,
            fine=fines[k],
            interest=interests[k] + over[0],
            principal=principals[k] + over[1],
        )
        if line.fine + line.interest + line.principal:
            yield line
    if missed:
        yield FeePaid(member.id, Fee.MISSED, missed)


def _due_first(kip: Kip, due: list[Kip], most: list[Kip]) -> tuple[list[Kip], Kip]:
    """The part (kip) of each loan: first what is due, then the rest; and what was too much."""
    first, rest = spread(kip, [min(d, m) for d, m in zip(due, most, strict=True)])
    more, over = spread(rest, [m - part for m, part in zip(most, first, strict=True)])
    return [part + extra for part, extra in zip(first, more, strict=True)], over


def spread(kip: Kip, limits: Sequence[Kip]) -> tuple[tuple[Kip, ...], Kip]:
    """Fill the limits one after the other with `kip`; the parts, and what no limit could take."""
    parts = []
    for limit in limits:
        parts.append(min(kip, limit))
        kip -= parts[-1]
    return tuple(parts), kip


def check_sign(sheet: Sheet, *, expected: Kip) -> None:
    """Refuse to sign before the box is counted, or with a difference and no reason for it.

    `expected` is what the book says must be in the box, in kip.
    """
    if sheet.closing is None:
        raise BoxNotCounted
    if sheet.closing.total != expected and not sheet.difference_reason.strip():
        raise BoxDiffers(counted=sheet.closing.total, expected=expected)


def difference_line(sheet: Sheet, *, expected: Kip) -> CashDiffers | None:
    """The line that writes down the difference between box and book (kip), if there is one."""
    if sheet.closing is None or sheet.closing.total == expected:
        return None
    return CashDiffers(sheet.closing.total - expected, sheet.difference_reason.strip())
