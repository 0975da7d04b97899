"""What was done by each decision of the minutes: loans, help and members that it was about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger.rules.claims import Claim
from ledger.rules.loan_values import Loan
from ledger.rules.permits import Act
from ledger.statements.minutes import MinutesLine, Rest, RestKind


@dataclass(frozen=True, slots=True)
class DecidedAct:
    """What was done by a decision, and how many by name were for it and against it, if known."""

    act: str
    facts: Mapping[str, object]
    votes: tuple[int, int] | None = None


def acts_of_decisions(
    lines: Iterable[MinutesLine], loans: Iterable[Loan], claims: Iterable[Claim]
) -> dict[str, tuple[DecidedAct, ...]]:
    """By the number of each decision what was done by it about a loan, a claim or a member."""
    decided = {
        RestKind.LOAN: {loan.number: _of_loan(loan) for loan in loans},
        RestKind.CLAIM: {claim.number: _of_claim(claim) for claim in claims},
    }

    def found(rest: Rest) -> DecidedAct | None:
        if rest.kind is RestKind.ACT:
            about = rest.facts.keys() & {"number", "names"}
            return DecidedAct(rest.act, rest.facts) if about else None
        return decided.get(rest.kind, {}).get(rest.number)

    acts = {line.decision.number: [found(rest) for rest in line.rests] for line in lines}
    return {number: tuple(act for act in own if act) for number, own in acts.items() if any(own)}


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
