"""What a household carries altogether: its loans, its guarantees, its savings, and a plain verdict.

Each member's loan may be within the rules while all of them together are more than one kitchen can
pay. The verdict forbids nothing: it says what the committee should look at.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.days import add_months
from ledger.rules.exposure import at_stake
from ledger.rules.kip import Kip, divide
from ledger.rules.loan_values import Loan, LoanStage, MoveKind
from ledger.rules.people import Member, MemberId
from ledger.statements.arrears import Age, arrears_of
from ledger.statements.lists import LoanRow
from ledger.statements.loan_schedule import agreed_rows, due_rows

MONTHS = 12
"""The load is reckoned over so many months to come, and held against as many that are past."""


class Light(StrEnum):
    """The verdict."""

    GO = "go"
    LOOK = "look"
    STOP = "stop"


class Worry(StrEnum):
    """What the verdict rests on."""

    LONG_OVERDUE = "long_overdue"
    OVERDUE = "overdue"
    HEAVY = "heavy"
    HEAVIER = "heavier"
    UNPROVEN = "unproven"
    GUARANTEES = "guarantees"
    AMONG_THEMSELVES = "among_themselves"


_STOPS = frozenset({Worry.LONG_OVERDUE, Worry.HEAVY})
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: `kip` is overdue, or falls due in a year, or is stood for; `other` is paid in a
    year, or saved, in kip.
    """

    worry: Worry
    kip: Kip = 0
    other: Kip = 0


@dataclass(frozen=True, slots=True)
class MemberLoad:
    """One member of the household, in kip: saved, owed on her own loans, and stood for."""

    member: Member
    savings: Kip
    owes: Kip
    guaranteed: Kip


@dataclass(frozen=True, slots=True)
class HouseholdLoad:
    """The whole household on a day.

    `loans` are its members' loans not finished, `given` those of others for which they stand.
    `due` is what falls due in the coming twelve months and is not paid yet, `paid` what they paid
    on loans in the last twelve, in kip.
    """

    name: str
    day: date
    members: tuple[MemberLoad, ...]
    loans: tuple[LoanRow, ...]
    given: tuple[LoanRow, ...]
    due: Kip
    paid: Kip
    reasons: tuple[Reason, ...]

    @property
    def savings(self) -> Kip:
        """What they have saved together, in kip."""
        return sum(load.savings for load in self.members)

    @property
    def monthly(self) -> Kip:
        """What falls due in a month of the coming year, in kip."""
        return divide(self.due, 1, MONTHS)

    @property
    def paid_monthly(self) -> Kip:
        """What they paid on loans in a month of the last year, in kip."""
        return divide(self.paid, 1, MONTHS)

    @property
    def light(self) -> Light:
        """The verdict."""
        if any(reason.worry in _STOPS for reason in self.reasons):
            return Light.STOP
        return Light.LOOK if self.reasons else Light.GO


def household_members(member: Member, members: Sequence[Member]) -> tuple[Member, ...]:
    """All of her household; she alone where none is written down."""
    name = member.household.strip()
    return tuple(m for m in members if m.id == member.id or (name and m.household.strip() == name))


def household_load(
    member: Member,
    members: Sequence[Member],
    rows: Sequence[LoanRow],
    savings: Mapping[MemberId, Kip],
    day: date,
) -> HouseholdLoad:
    """The load of a member's household; `rows` are all loans, finished ones too, on the day."""
    of_house = household_members(member, members)
    inside = {m.id for m in of_house}
    hers = [row for row in rows if row.member.id in inside]
    open_rows = tuple(row for row in hers if _is_open(row))
    given = tuple(
        row
        for row in rows
        if row.member.id not in inside
        and _is_open(row)
        and inside & set(row.loan.request.guarantors)
    )
    loads = tuple(_load(m, open_rows, (*open_rows, *given), savings) for m in of_house)
    due = sum(_falls_due(row.loan, day) for row in open_rows)
    paid = sum(_paid(row.loan, day) for row in hers)
    return HouseholdLoad(
        name=member.household.strip(),
        day=day,
        members=loads,
        loans=open_rows,
        given=given,
        due=due,
        paid=paid,
        reasons=_reasons(loads, open_rows, given, due=due, paid=paid, day=day),
    )


def _is_open(row: LoanRow) -> bool:
    return row.state.stage in {LoanStage.REQUESTED, LoanStage.APPROVED, LoanStage.PAID_OUT}


def _load(
    member: Member,
    own: Sequence[LoanRow],
    all_rows: Sequence[LoanRow],
    savings: Mapping[MemberId, Kip],
) -> MemberLoad:
    return MemberLoad(
        member=member,
        savings=savings.get(member.id, 0),
        owes=sum(at_stake(row.loan) for row in own if row.member.id == member.id),
        guaranteed=sum(
            at_stake(row.loan) for row in all_rows if member.id in row.loan.request.guarantors
        ),
    )


def _falls_due(loan: Loan, day: date) -> Kip:
    """What is to be paid on a loan by a year from the day, arrears too, in kip."""
    rows = due_rows(loan, day) if loan.moves else agreed_rows(loan.request, at_stake(loan), day)
    end = add_months(day, MONTHS)
    return sum(row.kip - row.paid for row in rows if row.due <= end)


def _paid(loan: Loan, day: date) -> Kip:
    start = add_months(day, -MONTHS)
    kinds = {MoveKind.PRINCIPAL, MoveKind.INTEREST, MoveKind.FINE}
    return sum(move.kip for move in loan.moves if start < move.day <= day and move.kind in kinds)


def _reasons(
    loads: Sequence[MemberLoad],
    loans: Sequence[LoanRow],
    given: Sequence[LoanRow],
    *,
    due: Kip,
    paid: Kip,
    day: date,
) -> tuple[Reason, ...]:
    late = arrears_of(loans, day).overdue()
    ages = {aged.age for aged in late}
    overdue = sum(aged.row.state.overdue for aged in late)
    saved = sum(load.savings for load in loads)
    stood_for = sum(at_stake(row.loan) for row in given)
    inside = {load.member.id for load in loads}
    among = sum(at_stake(row.loan) for row in loans if inside & set(row.loan.request.guarantors))
    found = (
        (bool(ages - {Age.MONTH}), Reason(Worry.LONG_OVERDUE, overdue)),
        (ages == {Age.MONTH}, Reason(Worry.OVERDUE, overdue)),
        (0 < _TWICE * paid < due, Reason(Worry.HEAVY, due, paid)),
        (paid < due <= _TWICE * paid, Reason(Worry.HEAVIER, due, paid)),
        (due > paid == 0, Reason(Worry.UNPROVEN, due)),
        (stood_for > saved, Reason(Worry.GUARANTEES, stood_for, saved)),
        (among > 0, Reason(Worry.AMONG_THEMSELVES, among)),
    )
    return tuple(reason for holds, reason in found if holds)
