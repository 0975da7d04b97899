"""What the group earns its members: the interest they pay here, against a moneylender's.

The moneylender takes so many percent a month on the same balances for the same days.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.kip import WHOLE, BasisPoints, Kip, divide
from ledger.rules.loan_values import Loan, MoveKind
from ledger.rules.people import Member, MemberId

_OWED = {MoveKind.PAY_OUT: 1, MoveKind.PRINCIPAL: -1}


@dataclass(frozen=True, slots=True)
class MemberEarnings:
    """One borrower, in kip: what she paid to the group, and what a moneylender would have taken.

    `kip_days` is what she owed at the end of each day, added up.
    """

    member: Member
    interest: Kip
    lender: Kip
    kip_days: int

    @property
    def saved(self) -> Kip:
        """What stayed with her, in kip; below zero where the group was the dearer one."""
        return self.lender - self.interest


@dataclass(frozen=True, slots=True)
class Earnings:
    """All borrowers between two days; `rate` is the moneylender's for one month."""

    first: date
    last: date
    rate: BasisPoints
    rows: tuple[MemberEarnings, ...]

    @property
    def interest(self) -> Kip:
        """What all of them paid to the group, in kip."""
        return sum(row.interest for row in self.rows)

    @property
    def lender(self) -> Kip:
        """What a moneylender would have taken from them, in kip."""
        return sum(row.lender for row in self.rows)

    @property
    def saved(self) -> Kip:
        """What stayed in the village, in kip."""
        return self.lender - self.interest

    @property
    def times(self) -> int:
        """How many times as dear the moneylender is, in hundredths; 0 where nothing was paid."""
        return times_of(lender=self.lender, interest=self.interest)


def times_of(*, lender: Kip, interest: Kip) -> int:
    """How many times as dear a moneylender is, in hundredths: 500 is five times."""
    return divide(lender, 100, interest) if interest > 0 else 0


def lender_interest(kip_days: int, rate: BasisPoints) -> Kip:
    """What a moneylender takes for a number of kip-days at `rate` a month, in kip.

    Twelve of his months are a year of 365 days.
    """
    return divide(kip_days, 12 * rate, 365 * WHOLE)


def kip_days(loan: Loan, first: date, last: date) -> int:
    """What is owed on a loan at the end of each day from `first` to `last`, added up (kip-days)."""
    total = 0
    for move in loan.moves:
        days = (last - max(move.day, first)).days + 1
        total += _OWED.get(move.kind, 0) * move.kip * max(days, 0)
    return total


def interest_paid(loan: Loan, first: date, last: date) -> Kip:
    """The interest that was paid on a loan between two days, in kip."""
    return sum(
        move.kip
        for move in loan.moves
        if move.kind is MoveKind.INTEREST and first <= move.day <= last
    )


def earnings_of(
    loans: Iterable[Loan],
    members: Mapping[MemberId, Member],
    *,
    first: date,
    last: date,
    rate: BasisPoints,
) -> Earnings:
    """The borrowers between two days by what stayed with them, the most first."""
    sums: dict[MemberId, list[int]] = {}
    for loan in loans:
        hers = sums.setdefault(loan.request.member, [0, 0])
        hers[0] += interest_paid(loan, first, last)
        hers[1] += kip_days(loan, first, last)
    rows = (
        MemberEarnings(members[member], interest, lender_interest(days, rate), days)
        for member, (interest, days) in sums.items()
        if interest or days
    )
    return Earnings(
        first, last, rate, tuple(sorted(rows, key=lambda row: (-row.saved, row.member.id)))
    )
