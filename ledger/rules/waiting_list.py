"""Who comes next when the cash does not reach for everybody: by what it is for, then by its day.

The order of the purposes is the group's own. Whoever is taken ahead of it is taken with a reason
that stays in the book.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.loan_rules import LoanRules
from ledger.rules.loan_values import Loan
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import LoanId


@dataclass
class OutOfTurn(Refusal):
    """Loan `first` stands before this one, and the cash (kip) does not reach for both."""

    number: str
    first: str
    cash: Kip
    wanted: Kip


@dataclass(frozen=True, slots=True)
class Waiting:
    """One loan in the list: its place from 1 on, and what it and all before it come to (kip).

    `reaches`: whether today's cash serves it and all before it. `ahead`: whether it was taken out
    of its turn.
    """

    loan: Loan
    place: int
    kip: Kip
    together: Kip
    reaches: bool
    ahead: bool


@dataclass(frozen=True, slots=True)
class WaitingList:
    """The loans asked for or approved and not handed over, in their order, on a day.

    `cash` is what may be lent now (kip): the box less what the rules keep in it.
    """

    day: date
    cash: Kip
    rows: tuple[Waiting, ...]

    def of(self, loan: LoanId) -> Waiting | None:
        """The place of one loan, where it is waiting."""
        return next((row for row in self.rows if row.loan.id == loan), None)


def rank_of(purpose: str, rules: LoanRules) -> int:
    """The place of a purpose in the group's order; what it does not name comes as "other" does."""
    names = {purpose} | {p.key for p in rules.purposes if p.code == purpose and p.key}
    order = rules.priority
    for place, name in enumerate(order):
        if name in names:
            return place
    return order.index("other") if "other" in order else len(order)


def waits(loan: Loan) -> bool:
    """Whether its money was asked for and neither refused nor handed over."""
    return not loan.moves and (loan.decision is None or loan.decision.approved)


def waiting_list(
    loans: Iterable[Loan],
    rules: LoanRules,
    *,
    day: date,
    cash: Kip,
    ahead: Sequence[LoanId] = (),
) -> WaitingList:
    """The list on a day. `cash` (kip) is in the box, `ahead` who was taken out of turn, in order.

    Among loans for the same purpose the earlier request comes first.
    """
    free = max(0, cash - rules.cash_kept)
    turns = {loan: turn for turn, loan in enumerate(ahead)}

    def key(loan: Loan) -> tuple[int, int, date, int]:
        turn = turns.get(loan.id, len(turns))
        return turn, rank_of(loan.request.purpose, rules), loan.request.day, loan.id

    rows: list[Waiting] = []
    together = 0
    waiting = (loan for loan in loans if waits(loan) and loan.request.day <= day)
    for place, loan in enumerate(sorted(waiting, key=key), start=1):
        kip = loan.request.kip if loan.decision is None else loan.decision.kip
        together += kip
        rows.append(Waiting(loan, place, kip, together, together <= free, loan.id in turns))
    return WaitingList(day, free, tuple(rows))


def waiting_of(facts: DayFacts) -> WaitingList:
    """The list on the day of the facts."""
    return waiting_list(
        facts.loans.values(),
        facts.rulebook.loans,
        day=facts.day,
        cash=facts.cash_low,
        ahead=facts.ahead,
    )


def check_turn(loan: Loan, waiting: WaitingList) -> None:
    """Refuse to hand a loan over while approved loans before it would then go without.

    What is only asked for does not hold up what is approved. Raises OutOfTurn.
    """
    before: list[Waiting] = []
    for row in waiting.rows:
        if row.loan.id == loan.id:
            wanted = sum(one.kip for one in (*before, row))
            if before and wanted > waiting.cash:
                raise OutOfTurn(
                    number=loan.number,
                    first=before[0].loan.number,
                    cash=waiting.cash,
                    wanted=wanted,
                )
            return
        if row.loan.decision is not None and row.loan.decision.day <= waiting.day:
            before.append(row)
