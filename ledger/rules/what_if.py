"""Other percentages than the group's, to look at and never to close by."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ledger.rules.kip import BasisPoints, Kip, share_of
from ledger.rules.rulebook import AllocationLine, Base, LineKind, ProfitRules


def with_percents(rules: ProfitRules, points: Sequence[BasisPoints]) -> ProfitRules:
    """The same rules with other basis points in the lines of percent; other lines stay as they are.

    `points` has one number for each line. Raises ValueError where it has not.
    """
    lines = tuple(
        replace(line, amount=given) if line.kind is LineKind.PERCENT else line
        for line, given in zip(rules.lines, points, strict=True)
    )
    return replace(rules, lines=lines)


def wanted_by(lines: Iterable[AllocationLine], profit: Kip) -> tuple[Kip | None, ...]:
    """What each line of percent asks of a profit (kip), though there may not be so much.

    None for the lines that are no percentage. Nobody asks anything of a loss.
    """
    left = profit = max(profit, 0)
    wanted: list[Kip | None] = []
    for line in lines:
        if line.kind is not LineKind.PERCENT:
            wanted.append(None)
            continue
        kip = share_of(left if line.base is Base.REMAINING else profit, line.amount)
        left = max(0, left - kip)
        wanted.append(kip)
    return tuple(wanted)
