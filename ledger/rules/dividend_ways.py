"""How a member can take the dividend that the group owes her, and what that comes to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ledger.rules.contributions import GONE, open_loans
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines import DividendTaken, DividendWay
from ledger.rules.loan_values import Loan
from ledger.rules.loans import loan_state, owed_on
from ledger.rules.people import Member, MemberId
from ledger.rules.rulebook import DividendPayment


@dataclass(frozen=True, slots=True)
class DividendDue:
    """One member with a dividend not yet taken, in kip.

    `takings` has the ways that are open to her, each with the lines it would write. Against
    overdue debt goes at most what is overdue, so that something may be left on the list.
    """

    member: Member
    owed: Kip
    takings: Mapping[DividendWay, tuple[DividendTaken, ...]]

    def taken(self, way: DividendWay | None) -> Kip:
        """What she takes in this way, in kip; nothing where she has not chosen one."""
        return kip_of(self.lines(way))

    def lines(self, way: DividendWay | None) -> tuple[DividendTaken, ...]:
        """What this way writes; nothing where it is not open to her."""
        return () if way is None else self.takings.get(way, ())


def dividends_due(facts: DayFacts) -> tuple[DividendDue, ...]:
    """Everybody whom the group owes a dividend on the day of the facts, by her number in the book.

    One who has left or died can no longer put it into savings.
    """
    loans = open_loans(facts.loans.values())
    return tuple(
        DividendDue(
            member=facts.members[member],
            owed=owed,
            takings=dict(_takings(facts, facts.members[member], owed, loans.get(member, ()))),
        )
        for member, owed in sorted(facts.dividends.items())
        if owed > 0
    )


def way_by_rule(due: DividendDue, payment: DividendPayment) -> DividendWay | None:
    """How the group's rules hand her the dividend; nothing where she is asked.

    Where debt goes first and she owes nothing overdue, she is asked.
    """
    way = _BY_RULE.get(payment)
    return way if way in due.takings else None


def kip_of(lines: Iterable[DividendTaken]) -> Kip:
    """What the lines come to, in kip."""
    return sum(line.kip for line in lines)


_BY_RULE = {
    DividendPayment.CASH: DividendWay.CASH,
    DividendPayment.SAVINGS: DividendWay.SAVINGS,
    DividendPayment.OFFSET: DividendWay.OFFSET,
}


def _takings(
    facts: DayFacts, member: Member, owed: Kip, loans: Iterable[Loan]
) -> Iterator[tuple[DividendWay, tuple[DividendTaken, ...]]]:
    yield DividendWay.CASH, (DividendTaken(member.id, owed, DividendWay.CASH),)
    if member.status not in GONE:
        yield DividendWay.SAVINGS, (DividendTaken(member.id, owed, DividendWay.SAVINGS),)
    against = tuple(_against(facts, member.id, owed, loans))
    if against:
        yield DividendWay.OFFSET, against


def _against(
    facts: DayFacts, member: MemberId, left: Kip, loans: Iterable[Loan]
) -> Iterator[DividendTaken]:
    """What goes against each of her overdue loans, the oldest first, as far as it reaches."""
    for loan in loans:
        state = loan_state(loan, facts.day)
        if not state.overdue:
            continue
        kip = min(left, state.overdue + state.fine_due, owed_on(loan, day=facts.day).kip)
        if kip > 0:
            yield DividendTaken(member, kip, DividendWay.OFFSET, loan.id)
            left -= kip
