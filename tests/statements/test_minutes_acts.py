"""Under a decision stands which loan, claim or member it was about, and how many were for it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ledger.rules.claims import Claim
from ledger.rules.decisions import Decision, Subject
from ledger.rules.loan_events import Contract, PlannedPart, Rescheduled
from ledger.rules.loan_values import Loan, LoanDecision
from ledger.rules.permits import Act
from ledger.statements.minutes import MinutesLine, Rest, RestKind
from ledger.statements.minutes_acts import DecidedAct, acts_of_decisions
from tests.rules.loan_makers import RICE, loan
from tests.rules.welfare_makers import APPROVED, REFUSED, asked, claim_of

DAY = date(2026, 8, 5)
LOAN = loan(RICE, 100_000)
ASKED = asked("hospital", DAY)


def acts(
    *rests: Rest, loans: Sequence[Loan] = (), claims: Sequence[Claim] = ()
) -> tuple[DecidedAct, ...]:
    """What stands under a decision on which these rest."""
    line = MinutesLine(Decision("8/2026", DAY, Subject.LOAN, "ກູ້"), rests=rests)
    return acts_of_decisions((line,), loans, claims).get("8/2026", ())


def rest(kind: RestKind, number: str, **facts: object) -> Rest:
    return Rest("8/2026", kind, number, act="leave", facts=facts)


def test_a_loan_says_who_was_for_it_and_who_against() -> None:
    decided = LoanDecision(DAY, "8/2026", True, 100_000, ("ດາວ", "ບົວ"), against=("ວຽງຄຳ",))
    lent = replace(LOAN, decision=decided)
    said = DecidedAct(Act.DECIDE_LOAN, {"number": lent.number, "approved": True}, (2, 1))
    assert acts(rest(RestKind.LOAN, lent.number), loans=[lent]) == (said,)
    unnamed = replace(lent, decision=replace(decided, approvers=(), against=(), approved=False))
    said = DecidedAct(Act.DECIDE_LOAN, {"number": lent.number, "approved": False})
    assert acts(rest(RestKind.LOAN, lent.number), loans=[unnamed]) == (said,)


def test_a_claim_says_whether_it_was_granted() -> None:
    for decision in (APPROVED, REFUSED):
        claim = claim_of(1, ASKED, 100, decision=decision)
        facts = {"number": claim.number, "approved": decision.approved}
        told = acts(rest(RestKind.CLAIM, claim.number), claims=[claim])
        assert told == (DecidedAct(Act.DECIDE_CLAIM, facts),)


def test_what_is_not_decided_or_not_known_says_nothing() -> None:
    lent, claim = replace(LOAN, decision=None), claim_of(1, ASKED, 100)
    kinds = (rest(RestKind.LOAN, lent.number), rest(RestKind.CLAIM, claim.number))
    assert acts(*kinds, loans=[lent], claims=[claim]) == ()
    assert acts(*kinds) == ()
    assert acts(rest(RestKind.ENTRY, "7")) == ()


def test_an_act_is_told_where_it_is_about_somebody() -> None:
    about = rest(RestKind.ACT, "12", names=("163",))
    assert acts(about, rest(RestKind.ACT, "13", kip=5)) == (DecidedAct("leave", about.facts),)


def test_new_due_days_are_told_with_the_decision_by_which_a_loan_got_them() -> None:
    first, second = ((PlannedPart(date(2027, m, 5), 50_000),) for m in (1, 2))
    events = (
        Contract(DAY, "1", ()),
        Rescheduled(DAY, "7/2026", first),
        Rescheduled(DAY, "8/2026", second),
    )
    lent = replace(LOAN, events=events)
    facts = {"number": lent.number}
    about = replace(rest(RestKind.ACT, "12"), act=Act.RESCHEDULE_LOAN, facts=facts)
    assert acts(about, loans=[lent]) == (DecidedAct(about.act, about.facts, plan=second),)
    for loans in ([], [LOAN]):
        assert acts(about, loans=loans) == (DecidedAct(about.act, about.facts),)
    paused = replace(about, act=Act.PAUSE_INTEREST)
    assert acts(paused, loans=[lent]) == (DecidedAct(paused.act, paused.facts),)
