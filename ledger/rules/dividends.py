"""What a member's savings weigh when the profit is shared, and what each member gets by it.

Five ways of weighing are in documented use; they give different money on the same savings, so the
group chooses one. Weights are whole numbers: kip, kip and months, or kip and days.
"""

from collections.abc import Sequence

from ledger.rules.closing_values import MemberYear, SavingsMonth
from ledger.rules.days import FiscalYear, numbered_year
from ledger.rules.kip import WHOLE, BasisPoints, Kip, Shares, divide
from ledger.rules.rulebook import DividendBasis, ProfitRules


def weights_of(members: Sequence[MemberYear], rules: ProfitRules) -> tuple[int, ...]:
    """The weight of each member's savings, in the order given; none for one who is left out."""
    return tuple(0 if left_out(m, rules) else weight_of(m, rules) for m in members)


def left_out(member: MemberYear, rules: ProfitRules) -> bool:
    """Whether the rules keep her from dividend and refund: she has gone, or a loan is overdue."""
    return member.settled or (rules.exclude_defaulters and member.overdue > 0)


def weight_of(member: MemberYear, rules: ProfitRules) -> int:
    """What her savings of the year weigh on the basis of the rules; never below zero.

    A withdrawal in the very month of a deposit can weigh more than everything else together on
    the next-month basis; such savings weigh nothing, for nobody pays to have saved.
    """
    if rules.basis is DividendBasis.DAILY:
        return max(0, member.day_sum)
    if rules.basis is DividendBasis.NEXT_MONTH:
        return max(0, _next_month(member.months, cut_off_day=rules.cut_off_day))
    return max(0, _BY_MONTHS[rules.basis](member.months))


def _closing(months: Sequence[SavingsMonth]) -> int:
    return months[-1].closing if months else 0


def _month_end(months: Sequence[SavingsMonth]) -> int:
    return sum([opening + into - out_of for opening, into, out_of, _ in months])


def _minimum(months: Sequence[SavingsMonth]) -> int:
    return min([*(m.opening for m in months[:1]), *(m.closing for m in months)], default=0)


def _next_month(months: Sequence[SavingsMonth], *, cut_off_day: int) -> int:
    weight = sum(m.opening - m.withdrawals for m in months)
    if cut_off_day:
        # What came by the cut-off day counts as if it had stood there when the month began.
        weight += sum(m.deposits - m.late for m in months)
    return weight


_BY_MONTHS = {
    DividendBasis.CLOSING: _closing,
    DividendBasis.MONTH_END: _month_end,
    DividendBasis.MINIMUM: _minimum,
}


def parts_of_a_year(basis: DividendBasis, year: FiscalYear) -> int:
    """How much one kip weighs that stood there for one whole year: 12 months, 365 days, or 1.

    A first year that is short has fewer months and days, and a rate a year gives as much less.
    """
    if basis in {DividendBasis.MONTH_END, DividendBasis.NEXT_MONTH}:
        return 12
    if basis is DividendBasis.DAILY:
        return numbered_year(year.number, last_month=year.last.month).days
    return 1


def at_rate(
    weights: Sequence[int], points: BasisPoints, *, parts: int, rules: ProfitRules
) -> tuple[Kip, Shares]:
    """The whole line, in kip, and each one's part of it, at so many basis points a year.

    The line is the rate on all weights together. Each part is the rate on one weight, rounded to
    the unit of the rules; the odd rest is what rounding leaves of the line.
    """
    size = WHOLE * parts
    line = divide(sum(weights), points, size, rounding=rules.rounding)
    each = tuple(divide(w, points, size, step=rules.unit, rounding=rules.rounding) for w in weights)
    return line, Shares(parts=each, odd=line - sum(each))
