"""What a person stands for altogether, and the circles in which people stand for each other.

A circle is no help: where ຄຳ stands for ບົວ and ບົວ stands for ຄຳ, the group lent on nobody's word
but their own.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.rules.kip import Kip
from ledger.rules.loan_moves import principal_owed
from ledger.rules.loan_values import Loan, LoanRequest
from ledger.rules.people import MemberId

Guarantees = Mapping[MemberId, tuple[MemberId, ...]]
"""For each person those for whom she stands."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """What one person answers for, in kip: loans of others, her own, and what she has saved.

    `stands_for` are the loans not finished that name her as guarantor, `own` hers; `guaranteed`
    and `owes` what is still owed on them, or is asked for.
    """

    member: MemberId
    stands_for: tuple[Loan, ...]
    own: tuple[Loan, ...]
    guaranteed: Kip
    owes: Kip
    savings: Kip


def at_stake(loan: Loan) -> Kip:
    """What is owed on a loan (kip); before it is handed over, what was approved or asked for."""
    if loan.moves:
        return principal_owed(loan.moves)
    return loan.request.kip if loan.decision is None else loan.decision.kip


def exposure_of(
    member: MemberId, loans: Iterable[Loan], savings: Mapping[MemberId, Kip]
) -> Exposure:
    """What one person answers for; `loans` are all that are not finished."""
    of_all = tuple(loans)
    stands_for = tuple(loan for loan in of_all if member in loan.request.guarantors)
    own = tuple(loan for loan in of_all if loan.request.member == member)
    return Exposure(
        member=member,
        stands_for=stands_for,
        own=own,
        guaranteed=sum(at_stake(loan) for loan in stands_for),
        owes=sum(at_stake(loan) for loan in own),
        savings=savings.get(member, 0),
    )


def guarantees_of(requests: Iterable[LoanRequest]) -> Guarantees:
    """For whom each person stands, by the loans that are not finished."""
    stands: defaultdict[MemberId, dict[MemberId, None]] = defaultdict(dict)
    for request in requests:
        for guarantor in request.guarantors:
            if guarantor != request.member:
                stands[guarantor][request.member] = None
    return {guarantor: tuple(borrowers) for guarantor, borrowers in stands.items()}


def circles(guarantees: Guarantees) -> tuple[tuple[MemberId, ...], ...]:
    """The shortest circle through each person who stands in one, each circle once.

    Each stands for the next and the last for the first. The smaller circles come first.
    """
    found: dict[tuple[MemberId, ...], None] = {}
    for member in sorted(guarantees):
        way = _way_back(guarantees, guarantees[member], member)
        if way is not None:
            found[_from_smallest((member, *way[:-1]))] = None
    return tuple(sorted(found, key=lambda circle: (len(circle), circle)))


def circles_with(request: LoanRequest, guarantees: Guarantees) -> tuple[tuple[MemberId, ...], ...]:
    """The circles that a request would close; `guarantees` are those there are without it.

    Each begins with a guarantor of the request, who would stand for its borrower.
    """
    borrower = request.member
    found = []
    for guarantor in dict.fromkeys(request.guarantors):
        way = _way_back(guarantees, guarantees.get(borrower, ()), guarantor)
        if way is not None and guarantor != borrower:
            found.append((guarantor, borrower, *way[:-1]))
    return tuple(found)


def _way_back(
    guarantees: Guarantees, first: Sequence[MemberId], home: MemberId
) -> tuple[MemberId, ...] | None:
    """The shortest way from one of the first to somebody, over those for whom each stands."""
    before: dict[MemberId, MemberId | None] = dict.fromkeys(first)
    waiting = deque(first)
    while waiting:
        here = waiting.popleft()
        if here == home:
            return _walked(before, home)
        for there in guarantees.get(here, ()):
            if there not in before:
                before[there] = here
                waiting.append(there)
    return None


def _walked(before: Mapping[MemberId, MemberId | None], home: MemberId) -> tuple[MemberId, ...]:
    way = [home]
    while (step := before[way[-1]]) is not None:
        way.append(step)
    return tuple(reversed(way))


def _from_smallest(circle: tuple[MemberId, ...]) -> tuple[MemberId, ...]:
    start = circle.index(min(circle))
    return circle[start:] + circle[:start]
