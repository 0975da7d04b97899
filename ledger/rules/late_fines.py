"""What is overdue on a loan, and what being late costs.

A due day is one of the schedule's, or the same day of each month after the last of them. When
something is still unpaid as many days later as the rules give grace, a fine is charged the day
after that, once for each due day. Groups either take a part of what is overdue, or a fixed sum for
every month; many take nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ledger.rules.days import add_months
from ledger.rules.interest import Charged
from ledger.rules.kip import Kip, share_of
from ledger.rules.loan_history import DaySums, Run
from ledger.rules.loan_plan import Agreed
from ledger.rules.rulebook import InterestMethod, LateFine, LoanProduct


@dataclass(frozen=True, slots=True)
class DueSum:
    """What should have been paid from pay-out to the end of one due day, in kip."""

    day: date
    interest: Kip
    principal: Kip

    def unpaid(self, paid: DaySums) -> Kip:
        """What is missing of it, in kip; neither half makes up for the other."""
        interest = self.interest - paid.interest - paid.waived
        return max(0, interest) + max(0, self.principal - paid.repaid - paid.lost)


def due_sums(
    product: LoanProduct, agreed: Agreed, charged: Charged, until: date
) -> tuple[DueSum, ...]:
    """What should have been paid by each due day of an agreement up to `until`, in order.

    Interest is what was really charged, which is more than the schedule's where principal came
    late. The interest of a season is charged whole on the first day, so the schedule says how
    much of it must be there.
    """
    sums = []
    rows, interest, principal = agreed.rows, agreed.interest, agreed.principal
    for row in rows:
        if row.due > until:
            break
        interest += row.interest
        principal += row.principal
        whole = interest if product.method is InterestMethod.SEASON else charged(row.due)
        sums.append(DueSum(day=row.due, interest=whole, principal=principal))
    day, months = add_months(rows[-1].due, 1), 1
    while day <= until:
        sums.append(DueSum(day=day, interest=charged(day), principal=principal))
        months += 1
        day = add_months(rows[-1].due, months)
    return tuple(sums)


def past_grace(product: LoanProduct, sums: Sequence[DueSum], day: date) -> tuple[DueSum, ...]:
    """The due days that lie further back than the days of grace."""
    grace = timedelta(days=product.grace_days)
    return tuple(due for due in sums if due.day + grace < day)


def fines_charged(product: LoanProduct, late: Sequence[DueSum], run: Run) -> Kip:
    """All late fines (kip) charged for the due days that are past their grace, paid or not."""
    if product.late is LateFine.NONE:
        return 0
    grace = timedelta(days=product.grace_days)
    missing = (due.unpaid(run.on(due.day + grace)) for due in late)
    if product.late is LateFine.FIXED:
        return sum(product.late_kip for kip in missing if kip)
    return sum(share_of(kip, product.late_points, rounding=product.rounding) for kip in missing)


def earlier_fines(
    product: LoanProduct, agreements: Sequence[Agreed], charged: Charged, run: Run, until: date
) -> Kip:
    """All late fines (kip) charged by agreements that do not hold any more.

    Each counts until the eve of the day on which the next one was made.
    """
    kip = 0
    for agreed, following in pairwise(agreements):
        end = following.since
        assert end is not None  # Only the first agreement is that of the pay-out.
        last = min(until, end)
        sums = due_sums(product, agreed, charged, last)
        kip += fines_charged(product, past_grace(product, sums, last), run)
    return kip


def overdue(late: Sequence[DueSum], paid: DaySums) -> tuple[Kip, date | None]:
    """How much (kip) is unpaid of what is past its grace, and since which due day."""
    since = next((due.day for due in late if due.unpaid(paid)), None)
    return (late[-1].unpaid(paid), since) if since else (0, None)
