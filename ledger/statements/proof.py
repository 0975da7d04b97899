"""The close that carries its proof: every step from the income to each member's dividend.

Whoever has the printed steps and a pocket calculator can reckon any line of them again. Nothing is
decided here: the figures are those of the plan, laid out so that each follows from the one before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from ledger.rules.closing_values import ClosingPlan, MemberYear, SavingsMonth, YearFacts
from ledger.rules.days import FiscalYear
from ledger.rules.dividends import parts_of_a_year
from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId, Status
from ledger.rules.rulebook import (
    Destination,
    DividendBasis,
    Group,
    ProfitRules,
    Rulebook,
)
from ledger.statements.annual import IncomeStatement, figures_until, income_statement_of

Moves = Mapping[MemberId, Sequence[tuple[date, Kip]]]
"""What members moved on their savings on each day of a year, in kip, in the order of the days."""


class Step(Enum):
    """What the figures of one line of a member's proof are."""

    MOVED = auto()  # paid in less taken out in each month, counted at once (kip)
    LATER = auto()  # paid in, but counted from the next month on (kip)
    COUNTS = auto()  # what counts in each month (kip)
    DAY = auto()  # the day on which money moved, as the first day of the year plus so many days
    AMOUNT = auto()  # what stood there at first, and what was moved on each such day (kip)
    DAYS = auto()  # for how many days of the year that counts


class ProofLine(NamedTuple):
    """One line of figures: one for each month, or for each day on which money moved."""

    step: Step
    figures: tuple[int, ...]


class ProofRow(NamedTuple):
    """One member: her savings at first and at last (kip), what makes her weight, what she gets.

    `interest` is the loan interest she paid (kip), which weighs for the refund. Who is `left_out`
    weighs nothing, whatever her lines say.
    """

    member: Member
    left_out: bool
    opening: Kip
    closing: Kip
    lines: tuple[ProofLine, ...]
    weight: int
    interest: Kip
    dividend: Kip
    refund: Kip


class ProofSums(NamedTuple):
    """Some members' proofs added up: how many, their weights and savings, what they get (kip)."""

    members: int
    weight: int
    interest: Kip
    closing: Kip
    dividend: Kip
    refund: Kip


@dataclass(frozen=True, slots=True)
class Proof:
    """All steps of one closing; `proposed` until the year has been closed.

    `parts` is how much one kip weighs in a whole year. `unclaimed` is what no line of the
    allocation took (kip): with what rounding left of the lines it makes the rest of the plan.
    While the year `earlier_open` is not closed, what it earned has no part in this.
    """

    group: Group
    rulebook: Rulebook
    year: FiscalYear
    printed: date
    proposed: bool
    income_statement: IncomeStatement
    plan: ClosingPlan
    parts: int
    rows: tuple[ProofRow, ...]
    sums: ProofSums
    unclaimed: Kip
    earlier_open: int | None = None

    @property
    def until(self) -> date:
        """The day up to which the figures go: of a year that still runs, that of the print."""
        return figures_until(self.year, self.printed, proposed=self.proposed)

    @property
    def profit_rules(self) -> ProfitRules:
        """By which rules the profit is shared."""
        return self.rulebook.profit

    @property
    def refunds(self) -> bool:
        """Whether a line gives borrowers some of their interest back."""
        return any(share.line.to is Destination.REFUND for share in self.plan.lines)


_HERE = frozenset({Status.ACTIVE, Status.ON_LEAVE})


def proof_of(
    facts: YearFacts,
    plan: ClosingPlan,
    *,
    group: Group,
    printed: date,
    proposed: bool,
    moves: Moves,
) -> Proof:
    """The proof of a closing. `moves` are needed only where savings weigh by the day."""
    rows = tuple(_rows(facts, plan, moves))
    rules = facts.rulebook.profit
    return Proof(
        group=group,
        rulebook=facts.rulebook,
        year=facts.year,
        printed=printed,
        proposed=proposed,
        income_statement=income_statement_of(plan),
        plan=plan,
        parts=parts_of_a_year(rules.basis, facts.year),
        rows=rows,
        sums=proof_sums_of(rows),
        unclaimed=plan.profit - sum(share.kip for share in plan.lines),
        earlier_open=facts.earlier_open,
    )


def proof_sums_of(rows: Iterable[ProofRow]) -> ProofSums:
    """Add up the proofs of some members, as those of one page."""
    rows = tuple(rows)
    return ProofSums(
        members=len(rows),
        weight=sum(row.weight for row in rows),
        interest=sum(row.interest for row in rows),
        closing=sum(row.closing for row in rows),
        dividend=sum(row.dividend for row in rows),
        refund=sum(row.refund for row in rows),
    )


def _rows(facts: YearFacts, plan: ClosingPlan, moves: Moves) -> Iterator[ProofRow]:
    rules = facts.rulebook.profit
    for year, share in zip(facts.members, plan.shares, strict=True):
        opening = year.months[0].opening if year.months else 0
        row = ProofRow(
            member=year.member,
            left_out=share.excluded,
            opening=opening,
            closing=year.months[-1].closing if year.months else 0,
            lines=_lines(year, opening, rules, facts.year, moves),
            weight=share.weight,
            interest=0 if share.excluded else max(0, year.interest_paid),
            dividend=share.dividend,
            refund=share.refund,
        )
        # Who left in an earlier year has nothing to check.
        moved = any(any(line.figures) for line in row.lines)
        if moved or row.interest or row.refund or row.member.status in _HERE:
            yield row


def _lines(
    year: MemberYear, opening: Kip, rules: ProfitRules, whole: FiscalYear, moves: Moves
) -> tuple[ProofLine, ...]:
    if rules.basis is DividendBasis.DAILY:
        return _by_day(opening, whole, moves.get(year.member.id, ()))
    if rules.basis is DividendBasis.NEXT_MONTH:
        return _from_the_next_month(year.months, cut_off=bool(rules.cut_off_day))
    return (
        ProofLine(Step.MOVED, tuple(m.deposits - m.withdrawals for m in year.months)),
        ProofLine(Step.COUNTS, tuple(m.closing for m in year.months)),
    )


def _from_the_next_month(months: Sequence[SavingsMonth], *, cut_off: bool) -> tuple[ProofLine, ...]:
    later = [m.late if cut_off else m.deposits for m in months]
    now = [m.deposits - m.withdrawals - late for m, late in zip(months, later, strict=True)]
    counts = [m.opening + kip for m, kip in zip(months, now, strict=True)]
    lines = (
        ProofLine(Step.MOVED, tuple(now)),
        ProofLine(Step.LATER, tuple(later)),
        ProofLine(Step.COUNTS, tuple(counts)),
    )
    # Where nothing counted at once, as where nobody takes money out, the line says nothing.
    return lines if any(now) else lines[1:]


def _by_day(
    opening: Kip, year: FiscalYear, moved: Sequence[tuple[date, Kip]]
) -> tuple[ProofLine, ...]:
    kips = [(day, kip) for day, kip in moved if kip]
    return (
        ProofLine(Step.DAY, (0, *((day - year.first).days for day, _ in kips))),
        ProofLine(Step.AMOUNT, (opening, *(kip for _, kip in kips))),
        ProofLine(Step.DAYS, (year.days, *((year.last - day).days + 1 for day, _ in kips))),
    )
