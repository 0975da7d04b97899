"""Where a figure comes from: the entries it is added up from, the reckoning, and the rule behind.

Every figure of the program answers the same question: what stood there before, what each entry
moved, and what that comes to. Where a figure is reckoned and not only added up, its steps stand
beside it, so that anybody can do them again with a pocket calculator.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.accounts import (
    Account,
    Family,
    family,
)
from ledger.rules.balances import moved_on
from ledger.rules.closing_values import ClosingPlan, MemberShare
from ledger.rules.kip import Kip, divide
from ledger.rules.loan_moves import loan_move
from ledger.rules.loan_values import Loan, LoanState
from ledger.rules.profit_rules import Destination, LineKind
from ledger.rules.rulebook import LoanProduct, Rulebook
from ledger.rules.transfers import Kind, PostedEntry, Transfer
from ledger.rules.welfare_rules import Benefit
from ledger.statements.figure import Asked, Figure


class StepName(StrEnum):
    """What one step of a reckoning is."""

    LENT_OUT = "lent_out"
    CHARGED = "charged"
    PAID = "paid"
    DUE = "due"
    INCOME = "income"
    COSTS = "costs"
    PROFIT = "profit"
    POOL = "pool"
    WEIGHT = "weight"
    ALL_WEIGHTS = "all_weights"
    SHARE = "share"
    UNIT = "unit"
    DIVIDEND = "dividend"
    REFUND = "refund"
    TOGETHER = "together"
    ASKED_FOR = "asked_for"
    AT_STAKE = "at_stake"
    DUE_PRINCIPAL = "due_principal"
    DUE_INTEREST = "due_interest"
    DUE_TOGETHER = "due_together"
    PAID_ALL = "paid_all"
    PAID_ELSEWHERE = "paid_elsewhere"
    PAID_HERE = "paid_here"
    KIP_DAYS = "kip_days"
    LENDER = "lender"
    PAID_GROUP = "paid_group"
    SPARED = "spared"
    GIVEN = "given"
    MISSING = "missing"
    BY_TABLE = "by_table"
    BENEFIT = "benefit"
    SAVED = "saved"
    DUE_TODAY = "due_today"
    IN_CELLS = "in_cells"
    BOX_BEFORE = "box_before"
    BOX_IN = "box_in"
    BOX_OUT = "box_out"
    BOX = "box"
    MEMBERS = "members"
    LATE_LOANS = "late_loans"
    LATE = "late"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name and its value in kip, or as a bare number where it is a weight."""

    name: StepName
    value: int


@dataclass(frozen=True, slots=True)
class Moved:
    """One entry and what it moved on the figure, in kip; below zero where it took."""

    posted: PostedEntry
    kip: Kip


class Chapter(StrEnum):
    """Which of the group's rules stand behind a figure."""

    SAVING = "saving"
    LOANS = "loans"
    PROFIT = "profit"
    WELFARE = "welfare"


@dataclass(frozen=True, slots=True)
class Why:
    """The answer: `before` and what the entries moved come to `kip`, or the steps lead there.

    `rulebook` is the one in force, `chapter` the part of it that matters, `product` the terms of
    the loan that is asked about, `benefit` the row of the welfare fund's table.
    """

    figure: Figure
    kip: Kip
    before: Kip
    moved: tuple[Moved, ...]
    rulebook: Rulebook
    chapter: Chapter | None = None
    product: LoanProduct | None = None
    steps: tuple[Step, ...] = ()
    benefit: Benefit | None = None


def why_accounts(
    figure: Figure, entries: Iterable[PostedEntry], *, before: Kip, rulebook: Rulebook
) -> Why:
    """Some accounts together: what stood there, and every entry since (kip)."""
    moved = moved_by(figure, entries)
    kip = before + sum(one.kip for one in moved)
    return Why(figure=figure, kip=kip, before=before, moved=moved, rulebook=rulebook)


def why_hers(figure: Figure, entries: Iterable[PostedEntry], rulebook: Rulebook) -> Why:
    """One member's savings or debt, or what she moved elsewhere, entry by entry (kip)."""
    moved = moved_by(figure, entries)
    kip = sum(one.kip for one in moved)
    chapter = {Asked.SAVINGS: Chapter.SAVING, Asked.OWED: Chapter.LOANS}.get(figure.asked)
    return Why(figure=figure, kip=kip, before=0, moved=moved, rulebook=rulebook, chapter=chapter)


def why_entry(figure: Figure, posted: PostedEntry, rulebook: Rulebook) -> Why:
    """One entry: all its transfers together (kip)."""
    kip = sum(t.kip for t in posted.entry.transfers)
    return Why(figure=figure, kip=kip, before=0, moved=(Moved(posted, kip),), rulebook=rulebook)


def why_loan(
    figure: Figure,
    entries: Iterable[PostedEntry],
    *,
    loan: Loan,
    state: LoanState,
    rulebook: Rulebook,
) -> Why:
    """What is owed on a loan: added up, or reckoned by its terms less what was paid (kip)."""
    kip, steps = _owed(figure.asked, state)
    return Why(
        figure=figure,
        kip=kip,
        before=0,
        moved=moved_by(figure, entries, kind=_KINDS.get(figure.asked)),
        rulebook=rulebook,
        chapter=Chapter.LOANS,
        product=loan.request.product,
        steps=steps,
    )


def why_moves(figure: Figure, entries: Iterable[PostedEntry], rulebook: Rulebook) -> Why:
    """What was paid out, paid back, lost or recovered on one loan, by its entries (kip)."""
    moved = []
    for posted in entries:
        made = (loan_move(t, day=posted.entry.day) for t in _of_loan(figure, posted))
        kip = sum(
            -move.kip if move.kind is not figure.moves[0] else move.kip
            for move in made
            if move is not None and move.kind in figure.moves
        )
        if kip:
            moved.append(Moved(posted, kip))
    kip = sum(one.kip for one in moved)
    return Why(
        figure=figure,
        kip=kip,
        before=0,
        moved=tuple(moved),
        rulebook=rulebook,
        chapter=Chapter.LOANS,
    )


def _of_loan(figure: Figure, posted: PostedEntry) -> Iterable[Transfer]:
    early = figure.since is not None and posted.entry.day < figure.since
    return () if early else (t for t in posted.entry.transfers if t.loan == figure.loan)


def why_profit(figure: Figure, balances: Mapping[Account, Kip], rulebook: Rulebook) -> Why:
    """Income less costs of one year, which is `balances` of its accounts (kip)."""
    income = sum(kip for account, kip in balances.items() if family(account) is Family.INCOME)
    costs = sum(kip for account, kip in balances.items() if family(account) is Family.EXPENSE)
    profit = income - costs
    steps = (
        Step(StepName.INCOME, income),
        Step(StepName.COSTS, costs),
        Step(StepName.PROFIT, profit),
    )
    return Why(
        figure=figure,
        kip=profit,
        before=0,
        moved=(),
        rulebook=rulebook,
        chapter=Chapter.PROFIT,
        steps=steps,
    )


def why_dividend(
    figure: Figure, entries: Iterable[PostedEntry], plan: ClosingPlan, rulebook: Rulebook
) -> Why:
    """One member's dividend: her weight, everybody's, the pool, and the rounding (kip).

    Raises KeyError where she has no part in the year.
    """
    share = next((s for s in plan.shares if s.member == figure.member), None)
    if share is None:
        raise KeyError(figure.member)
    return Why(
        figure=figure,
        kip=share.dividend,
        before=0,
        moved=moved_by(figure, entries),
        rulebook=rulebook,
        chapter=Chapter.PROFIT,
        steps=dividend_steps(share, plan, rulebook),
    )


def dividend_steps(share: MemberShare, plan: ClosingPlan, rulebook: Rulebook) -> tuple[Step, ...]:
    """From the year's profit to one member's dividend, step by step (kip)."""
    lines = [line for line in plan.lines if line.line.to is Destination.DIVIDEND]
    pool, weights = sum(line.kip for line in lines), sum(s.weight for s in plan.shares)
    # A dividend at a fixed rate is no part of a pool.
    shared = weights and all(line.line.kind is not LineKind.DIVIDEND_RATE for line in lines)
    return (
        Step(StepName.PROFIT, plan.profit),
        Step(StepName.POOL, pool),
        Step(StepName.WEIGHT, share.weight),
        Step(StepName.ALL_WEIGHTS, weights),
        *([Step(StepName.SHARE, divide(pool, share.weight, weights))] if shared else []),
        Step(StepName.UNIT, rulebook.profit.unit),
        Step(StepName.DIVIDEND, share.dividend),
    )


def _owed(asked: Asked, state: LoanState) -> tuple[Kip, tuple[Step, ...]]:
    match asked:
        case Asked.INTEREST_DUE:
            return state.interest_due, _less(state.interest_due, state.interest_paid, state)
        case Asked.FINE_DUE:
            return state.fine_due, _less(state.fine_due, state.fine_paid, state)
        case Asked.OVERDUE:
            return state.overdue, (Step(StepName.DUE, state.overdue),)
        case _:
            return state.principal, ()


def _less(due: Kip, paid: Kip, state: LoanState) -> tuple[Step, ...]:
    return (
        Step(StepName.LENT_OUT, state.principal),
        Step(StepName.CHARGED, due + paid),
        Step(StepName.PAID, paid),
        Step(StepName.DUE, due),
    )


# The fund that a loan was lent from gets its interest and its fines on one account.
_KINDS = {Asked.INTEREST_DUE: Kind.INTEREST, Asked.FINE_DUE: Kind.LATE_FINE}


def moved_by(
    figure: Figure, entries: Iterable[PostedEntry], *, kind: Kind | None = None
) -> tuple[Moved, ...]:
    """The entries that moved the figure, each with how much (kip); of one kind, if it is given."""
    found = []
    accounts = frozenset(figure.accounts)
    for posted in entries:
        if figure.entry is not None and posted.number > figure.entry:
            continue
        kip = 0
        for t in posted.entry.transfers:
            hers = figure.member is None or t.member == figure.member
            of_loan = figure.loan is None or t.loan == figure.loan
            of_kind = kind in {None, t.kind} and (not figure.kinds or t.kind in figure.kinds)
            if hers and of_loan and of_kind:
                kip += sum(moved_on(account, t) for account in accounts & {t.debit, t.credit})
        if kip:
            found.append(Moved(posted, kip))
    return tuple(found)
