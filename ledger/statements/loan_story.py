"""All that ever happened with one loan, in the order of the days, with the decisions behind it."""

from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.loan_events import (
    EVENT_KINDS,
    Contract,
    InterestPaused,
    LoanEvent,
    PassedOn,
    Rescheduled,
    TakenOver,
    Waived,
)
from ledger.rules.loan_moves import paid_out_of
from ledger.rules.loan_values import Loan, MoveKind
from ledger.rules.transfers import LoanId

REQUEST = "request"
APPROVED = "approved"
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One thing that happened.

    `what` is a word of MoveKind or EVENT_KINDS, or one of this file. `kip` is the amount, below
    zero where a movement was taken back. `until` is the last day of a pause or of a new schedule;
    `other` the loan that it passed to or came from; `names` are of who signed a contract.
    """

    day: date
    what: str
    kip: Kip = 0
    decision: str = ""
    first: date | None = None
    until: date | None = None
    number: str = ""
    names: tuple[str, ...] = ()
    other: LoanId | None = None


def loan_story(loan: Loan) -> tuple[StoryRow, ...]:
    """The request, the decision, every movement and every event of a loan, the oldest first."""
    rows = [StoryRow(loan.request.day, REQUEST, loan.request.kip)]
    decision = loan.decision
    if decision is not None:
        what = APPROVED if decision.approved else REFUSED
        rows.append(StoryRow(decision.day, what, decision.kip, decision.number))
    # What was decided stands before the money that moved by it.
    told = [_event_row(event) for event in loan.events]
    taken = any(isinstance(event, TakenOver) for event in loan.events)
    moved = [
        StoryRow(move.day, move.kind.value, move.kip)
        for move in loan.moves
        # What was taken over was never handed over in cash: its own row tells it.
        if not (taken and move.kind is MoveKind.PAY_OUT)
    ]
    told = [
        replace(row, kip=paid_out_of(loan.moves)) if row.what == "taken_over" else row
        for row in told
    ]
    return tuple(sorted((*rows, *told, *moved), key=lambda row: row.day))


def _event_row(event: LoanEvent) -> StoryRow:
    what = next(word for word, kind in EVENT_KINDS.items() if type(event) is kind)
    match event:
        case Contract():
            names = (*event.signers, *event.witnesses)
            return StoryRow(
                event.day, what, decision=event.decision, number=event.number, names=names
            )
        case Rescheduled(plan=plan):
            kip = sum(part.kip for part in plan)
            return StoryRow(
                event.day, what, kip, event.decision, first=plan[0].due, until=plan[-1].due
            )
        case InterestPaused():
            return StoryRow(
                event.day, what, decision=event.decision, first=event.first, until=event.last
            )
        case Waived():
            return StoryRow(event.day, what, event.interest + event.fine, event.decision)
        case PassedOn() | TakenOver():
            return StoryRow(event.day, what, decision=event.decision, other=event.loan)
        case _:
            return StoryRow(event.day, what, event.kip, event.decision)


def contract_of(loan: Loan) -> Contract | None:
    """The paper of the loan as it was last written down, if there is one."""
    found = [event for event in loan.events if isinstance(event, Contract)]
    return found[-1] if found else None
