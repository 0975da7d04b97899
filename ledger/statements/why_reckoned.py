"""Where a figure comes from that stands on no account: it is reckoned, in steps one can do again.

The entries beside the steps are those that the reckoning begins with.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ledger.rules.claims import ClaimRequest, Reckoning
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.day_facts import DayFacts
from ledger.rules.exposure import at_stake
from ledger.rules.kip import Kip
from ledger.rules.loan_moves import loan_move, principal_owed
from ledger.rules.loan_values import Loan, LoanMove, LoanState, MoveKind
from ledger.rules.people import MemberId
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import LoanId, PostedEntry
from ledger.rules.welfare_dues import welfare_standing
from ledger.statements.earnings import MemberEarnings
from ledger.statements.figure import Asked, Figure
from ledger.statements.loan_schedule import DueRow
from ledger.statements.why import (
    Chapter,
    Moved,
    Step,
    StepName,
    Why,
    dividend_steps,
    moved_by,
)


def why_at_stake(
    figure: Figure, loans: Sequence[Loan], entries: Iterable[PostedEntry], rulebook: Rulebook
) -> Why:
    """What is owed on some loans, and what was asked for and is not handed over (kip)."""
    owed = sum(principal_owed(loan.moves) for loan in loans if loan.moves)
    asked = sum(at_stake(loan) for loan in loans if not loan.moves)
    steps = (
        Step(StepName.LENT_OUT, owed),
        Step(StepName.ASKED_FOR, asked),
        Step(StepName.AT_STAKE, owed + asked),
    )
    return reckoned(figure, steps, _of_loans(figure, entries), rulebook, Chapter.LOANS)


def why_due(
    figure: Figure,
    rows: Sequence[DueRow],
    entries: Iterable[PostedEntry],
    *,
    loan: Loan,
    rulebook: Rulebook,
) -> Why:
    """What falls due on one day of a loan, or was paid of it, of all its due days (kip).

    Behind what is due stands what was lent, and behind what was paid what was paid on the loan.
    Raises KeyError for a day on which nothing falls due.
    """
    row = next((row for row in rows if row.due == figure.due), None)
    if row is None:
        raise KeyError(figure.due)
    kinds = _PAID if figure.asked is Asked.DUE_PAID else _LENT
    moved = tuple(
        Moved(posted, kip)
        for posted in entries
        if (kip := sum(m.kip for m in _moves({figure.loan}, posted) if m.kind in kinds))
    )
    steps = _due_steps(figure.asked, row, sum(row.paid for row in rows))
    why = reckoned(figure, steps, moved, rulebook, Chapter.LOANS)
    return replace(why, product=loan.request.product)


def _due_steps(asked: Asked, row: DueRow, paid: Kip) -> tuple[Step, ...]:
    """What is due on one day, or what of all that was `paid` on the loan (kip) has filled it."""
    principal = Step(StepName.DUE_PRINCIPAL, row.principal)
    interest = Step(StepName.DUE_INTEREST, row.interest)
    due = (principal, interest, Step(StepName.DUE_TOGETHER, row.kip))
    filled = (
        Step(StepName.PAID_ALL, paid),
        Step(StepName.PAID_ELSEWHERE, paid - row.paid),
        Step(StepName.PAID_HERE, row.paid),
    )
    return {
        Asked.DUE_PAID: (*due, *filled),
        Asked.DUE_PRINCIPAL: (principal,),
        Asked.DUE_INTEREST: (interest,),
    }.get(asked, due)


def why_share(
    figure: Figure, entries: Iterable[PostedEntry], plan: ClosingPlan, rulebook: Rulebook
) -> Why:
    """One member's refund, or her dividend and refund together; with the interest she paid (kip).

    Raises KeyError where she has no part in the year.
    """
    share = _hers(figure, ((share.member, share) for share in plan.shares))
    steps: tuple[Step, ...] = (Step(StepName.REFUND, share.refund),)
    if figure.asked is Asked.SHARE:
        together = Step(StepName.TOGETHER, share.dividend + share.refund)
        steps = (*dividend_steps(share, plan, rulebook), *steps, together)
    return reckoned(figure, steps, moved_by(figure, entries), rulebook, Chapter.PROFIT)


def why_line(figure: Figure, plan: ClosingPlan, rulebook: Rulebook) -> Why:
    """What one line of the rules gets of the year's profit (kip).

    Raises KeyError where nothing is shared out.
    """
    if not 0 <= figure.line < len(plan.lines):
        raise KeyError(figure.line)
    steps = (
        Step(StepName.PROFIT, plan.profit),
        Step(StepName.LINE, plan.lines[figure.line].kip),
    )
    return reckoned(figure, steps, (), rulebook, Chapter.PROFIT)


def why_late(figure: Figure, states: Iterable[LoanState], rulebook: Rulebook) -> Why:
    """What is overdue on all loans together, and on how many of them (kip)."""
    late = [state.overdue for state in states if state.overdue]
    steps = (Step(StepName.LATE_LOANS, len(late)), Step(StepName.LATE, sum(late)))
    return reckoned(figure, steps, (), rulebook, Chapter.LOANS)


def why_lender(
    figure: Figure,
    rows: Iterable[MemberEarnings],
    entries: Iterable[PostedEntry],
    rulebook: Rulebook,
) -> Why:
    """What a moneylender would have taken on what she owed each day, or what she spared (kip).

    Raises KeyError where she owed nothing.
    """
    row = _hers(figure, ((row.member.id, row) for row in rows))
    lender = (Step(StepName.KIP_DAYS, row.kip_days), Step(StepName.LENDER, row.lender))
    spared = (Step(StepName.PAID_GROUP, row.interest), Step(StepName.SPARED, row.saved))
    steps = (*lender, *spared) if figure.asked is Asked.SPARED else lender
    return reckoned(figure, steps, moved_by(figure, entries), rulebook, Chapter.LOANS)


def why_welfare_due(figure: Figure, facts: DayFacts, entries: Iterable[PostedEntry]) -> Why:
    """What a member still has to give to the welfare fund on a day, with what she gave (kip).

    Raises KeyError for nobody's id.
    """
    member = _hers(figure, ((member.id, member) for member in facts.members.values()))
    standing = welfare_standing(facts, member)
    steps = (Step(StepName.GIVEN, standing.paid), Step(StepName.MISSING, standing.due))
    return reckoned(figure, steps, moved_by(figure, entries), facts.rulebook, Chapter.WELFARE)


def why_pension(
    figure: Figure,
    pensions: Iterable[tuple[ClaimRequest, Reckoning]],
    entries: Iterable[PostedEntry],
    rulebook: Rulebook,
) -> Why:
    """A pension by the fund's table and within its limits; with what she was paid so far (kip).

    Raises KeyError where she has none in that month.
    """
    request, reckoning = _hers(figure, ((one[0].member, one) for one in pensions))
    steps = (
        Step(StepName.BY_TABLE, reckoning.rows[0].total),
        Step(StepName.BENEFIT, reckoning.kip),
    )
    why = reckoned(figure, steps, moved_by(figure, entries), rulebook, Chapter.WELFARE)
    return replace(why, benefit=request.benefit)


T = TypeVar("T")


def _hers(figure: Figure, each: Iterable[tuple[MemberId, T]]) -> T:
    """What is the member's of the figure; KeyError where nothing is."""
    found = next((one for member, one in each if member == figure.member), None)
    if found is None:
        raise KeyError(figure.member)
    return found


_LENT = frozenset({MoveKind.PAY_OUT})
_PAID = frozenset({MoveKind.PRINCIPAL, MoveKind.INTEREST})


def _moves(loans: Collection[LoanId | None], posted: PostedEntry) -> Iterator[LoanMove]:
    """What an entry moved on some loans."""
    for transfer in posted.entry.transfers:
        move = loan_move(transfer, day=posted.entry.day)
        if move is not None and transfer.loan in loans:
            yield move


def _of_loans(figure: Figure, entries: Iterable[PostedEntry]) -> tuple[Moved, ...]:
    """What each entry added to what is owed on the loans, or took from it."""
    each = ((posted, principal_owed(_moves(figure.loans, posted))) for posted in entries)
    return tuple(Moved(posted, kip) for posted, kip in each if kip)


def reckoned(
    figure: Figure,
    steps: tuple[Step, ...],
    moved: tuple[Moved, ...],
    rulebook: Rulebook,
    chapter: Chapter | None,
) -> Why:
    """A figure whose last step it is itself (kip)."""
    return Why(
        figure=figure,
        kip=steps[-1].value,
        before=0,
        moved=moved,
        rulebook=rulebook,
        chapter=chapter,
        steps=steps,
    )
