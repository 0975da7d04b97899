"""What the annual report says beside its accounts: the cash box, the loans, and earlier years."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ledger.rules.accounts import SAVINGS, VOLUNTARY_SAVINGS, Account
from ledger.rules.balances import lent_out
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.kip import Kip
from ledger.rules.transfers import Kind, LoanId
from ledger.statements.arrears import AgeSum
from ledger.statements.lists import LoanRow

YEARS = 5
"""How many years stand beside one another at most."""


class YearText(StrEnum):
    """The six parts of the report in words that the network asks for, in its order."""

    STRENGTHS = "strengths"
    RESULTS = "results"
    OUTSTANDING = "outstanding"
    HELPS = "helps"
    DIFFICULTIES = "difficulties"
    LESSONS = "lessons"


@dataclass(frozen=True, slots=True)
class CashRow:
    """What came into the cash box and went out of it for one kind of payment, in kip."""

    kind: Kind
    received: Kip
    paid: Kip


@dataclass(frozen=True, slots=True)
class CashSummary:
    """The cash book of a year in short, in kip: opening + received - paid = closing."""

    opening: Kip
    rows: tuple[CashRow, ...]
    received: Kip
    paid: Kip
    closing: Kip


@dataclass(frozen=True, slots=True)
class PurposeRow:
    """The loans for one purpose: how many were paid out in the year, and how many still run.

    `lent` and `owed` are kip: what was paid out, and what is left of the principal.
    """

    purpose: str
    loans: int
    lent: Kip
    running: int
    owed: Kip


@dataclass(frozen=True, slots=True)
class YearFigures:
    """One year in six figures, in kip: savings and loans at its end, and what it earned.

    `dividends` are those with the `refunds` of interest, which are told apart as well.
    """

    year: int
    savings: Kip
    loans: Kip
    income: Kip
    expenses: Kip
    profit: Kip
    dividends: Kip
    refunds: Kip = 0


@dataclass(frozen=True, slots=True)
class YearSet:
    """The parts of the annual report beside the accounts; `years` are the oldest first."""

    cash: CashSummary
    purposes: tuple[PurposeRow, ...]
    ages: tuple[AgeSum, ...]
    years: tuple[YearFigures, ...]
    texts: Mapping[YearText, str] = field(default_factory=dict)

    @property
    def refunds(self) -> bool:
        """Whether interest was paid back to borrowers in any of the years."""
        return any(one.refunds for one in self.years)


def cash_summary_of(opening: Kip, rows: Iterable[CashRow]) -> CashSummary:
    """The cash book in short, what moved most first. `opening` in kip on the eve of the year."""
    kept = sorted(rows, key=lambda row: (-row.received, -row.paid, row.kind.value))
    received, paid = sum(row.received for row in kept), sum(row.paid for row in kept)
    return CashSummary(opening, tuple(kept), received, paid, opening + received - paid)


def purposes_of(rows: Iterable[LoanRow], lent: Mapping[LoanId, Kip]) -> tuple[PurposeRow, ...]:
    """The loans by purpose, the largest sum first; `rows` as they stand at the year's end.

    `lent` is what was paid out on each in the year, in kip. A purpose for which nothing was paid
    out and nothing is owed is left out.
    """
    found: defaultdict[str, list[LoanRow]] = defaultdict(list)
    for row in rows:
        found[row.loan.request.purpose].append(row)
    made = (_purpose(purpose, hers, lent) for purpose, hers in found.items())
    kept = [row for row in made if row.loans or row.running]
    return tuple(sorted(kept, key=lambda row: (-row.lent, -row.owed, row.purpose)))


def _purpose(purpose: str, rows: Iterable[LoanRow], lent: Mapping[LoanId, Kip]) -> PurposeRow:
    rows = tuple(rows)
    out = [kip for row in rows if (kip := lent.get(row.loan.id, 0))]
    owed = [row.state.principal for row in rows if row.state.principal]
    return PurposeRow(purpose, len(out), sum(out), len(owed), sum(owed))


def purposes_total(rows: Iterable[PurposeRow]) -> PurposeRow:
    """All purposes together."""
    rows = tuple(rows)
    return PurposeRow(
        purpose="",
        loans=sum(row.loans for row in rows),
        lent=sum(row.lent for row in rows),
        running=sum(row.running for row in rows),
        owed=sum(row.owed for row in rows),
    )


def year_figures_of(plan: ClosingPlan, standing: Mapping[Account, Kip]) -> YearFigures:
    """One year by its plan and the accounts (kip) as they stood on its last day."""
    return YearFigures(
        year=plan.year.number,
        savings=standing.get(SAVINGS, 0) + standing.get(VOLUNTARY_SAVINGS, 0),
        loans=lent_out(standing),
        income=sum(plan.income.values()),
        expenses=sum(plan.expenses.values()),
        profit=plan.profit,
        dividends=sum(share.dividend + share.refund for share in plan.shares),
        refunds=sum(share.refund for share in plan.shares),
    )
