"""What was done by each decision of the minutes: loans, help and members that it was about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger.rules.claims import Claim
from ledger.rules.loan_events import PlannedPart, Rescheduled
from ledger.rules.loan_values import Loan
from ledger.rules.permits import Act
from ledger.statements.minutes import MinutesLine, Rest, RestKind


@dataclass(frozen=True, slots=True)
class DecidedAct:
    """What was done by a decision, and how many by name were for it and against it, if known.

    Where it gave a loan new due days, these are its `plan`.
    """

    act: str
    facts: Mapping[str, object]
    votes: tuple[int, int] | None = None
    plan: tuple[PlannedPart, ...] = ()


def acts_of_decisions(
    lines: Iterable[MinutesLine], loans: Iterable[Loan], claims: Iterable[Claim]
) -> dict[str, tuple[DecidedAct, ...]]:
    """By the number of each decision what was done by it about a loan, a claim or a member."""
    by_number = {loan.number: loan for loan in loans}
    decided = {
        RestKind.LOAN: {loan.number: _of_loan(loan) for loan in by_number.values()},
        RestKind.CLAIM: {claim.number: _of_claim(claim) for claim in claims},
    }

    def found(rest: Rest) -> DecidedAct | None:
        if rest.kind is RestKind.ACT:
            about = rest.facts.keys() & {"number", "names"}
            plan = _plan(by_number.get(str(rest.facts.get("number"))), rest)
            return DecidedAct(rest.act, rest.facts, plan=plan) if about else None
        return decided.get(rest.kind, {}).get(rest.number)

    acts = {line.decision.number: [found(rest) for rest in line.rests] for line in lines}
    return {number: tuple(act for act in own if act) for number, own in acts.items() if any(own)}


def _plan(loan: Loan | None, rest: Rest) -> tuple[PlannedPart, ...]:
    """The due days that a loan got by a decision; none where the act was about something else."""
    if loan is None or rest.act != Act.RESCHEDULE_LOAN:
        return ()
    found = (one for one in loan.events if isinstance(one, Rescheduled))
    return next((one.plan for one in found if one.decision == rest.decision), ())


def _of_loan(loan: Loan) -> DecidedAct | None:
    decision = loan.decision
    if decision is None:
        return None
    facts = {"number": loan.number, "approved": decision.approved}
    votes = len(decision.approvers), len(decision.against)
    return DecidedAct(Act.DECIDE_LOAN, facts, votes if any(votes) else None)


def _of_claim(claim: Claim) -> DecidedAct | None:
    if claim.decision is None:
        return None
    return DecidedAct(
        Act.DECIDE_CLAIM, {"number": claim.number, "approved": claim.decision.approved}
    )
