"""Several tries of other percentages, each with what it would mean, to be laid side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.rules.closing import preview_close
from ledger.rules.closing_values import ClosingPlan, YearFacts
from ledger.rules.kip import BasisPoints, Kip, divide
from ledger.rules.profit import profit_of
from ledger.rules.refusals import Refusal
from ledger.rules.what_if import wanted_by, with_percents
from ledger.statements.annual import dividend_rows_of
from ledger.statements.samples import SampleKind, samples_of

TRIES_MAX = 3
"""So many tries stand beside the group's own rules; more cannot be taken in at one look."""


@dataclass(frozen=True, slots=True)
class Try:
    """What one set of percentages makes of a year's profit, in kip.

    `points` has one number (basis points) for each line of the rules, `lines` what each line gets,
    or would ask where the plan is refused. `samples` are the examples of the year, `together` what
    all members get, and `each` what that is for one of the `heads` who get anything.
    """

    points: tuple[BasisPoints, ...]
    lines: tuple[Kip | None, ...]
    samples: tuple[tuple[SampleKind, Kip], ...] = ()
    together: Kip | None = None
    heads: int = 0
    each: Kip | None = None
    refusal: Refusal | None = None


def try_of(facts: YearFacts, points: Sequence[BasisPoints]) -> Try:
    """Reckon one try; a refusal of the rules is kept, and then says why there are no figures."""
    rules = with_percents(facts.rulebook.profit, points)
    try:
        plan = preview_close(facts, rules)
    except Refusal as refusal:
        asked = wanted_by(rules.lines, profit_of(facts.balances))
        return Try(points=tuple(points), lines=asked, refusal=refusal)
    return _of_plan(facts, tuple(points), plan)


def _of_plan(facts: YearFacts, points: tuple[BasisPoints, ...], plan: ClosingPlan) -> Try:
    rows = [row.total for row in dividend_rows_of(facts, plan) if row.total]
    return Try(
        points=points,
        lines=tuple(share.kip for share in plan.lines) or (None,) * len(points),
        samples=tuple((one.kind, one.row.total) for one in samples_of(facts, plan)),
        together=sum(rows),
        heads=len(rows),
        each=divide(sum(rows), 1, len(rows)) if rows else 0,
    )
