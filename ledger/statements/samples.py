"""A few members as examples of what a closing means, without their names."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.closing_values import ClosingPlan, MemberYear, YearFacts
from ledger.rules.people import Status
from ledger.statements.annual import DividendRow, dividend_rows_of


class SampleKind(StrEnum):
    """Whom an example stands for."""

    SMALL_SAVER = "small_saver"
    NEW_MEMBER = "new_member"
    BORROWER = "borrower"
    LARGE_SAVER = "large_saver"


@dataclass(frozen=True, slots=True)
class Sample:
    """One example: of what kind she is, and what she gets (kip)."""

    kind: SampleKind
    row: DividendRow


def samples_of(facts: YearFacts, plan: ClosingPlan) -> tuple[Sample, ...]:
    """Up to four members of the year, each another one.

    They are: who paid the most loan interest, who saves least, who came first of those who are
    new, and who saves most. The choice does not depend on the plan.
    """
    rows = {row.member.id: row for row in dividend_rows_of(facts, plan)}
    left = [m for m in facts.members if m.member.id in rows and _has_savings(m)]
    samples = []
    for kind, rank, fits in _KINDS:
        fitting = [m for m in left if fits(m, facts)]
        if fitting:
            chosen = max(fitting, key=lambda m: (rank(m), -m.member.id))
            left.remove(chosen)
            samples.append(Sample(kind, rows[chosen.member.id]))
    return tuple(samples)


def _has_savings(member: MemberYear) -> bool:
    return _saved(member) > 0 and member.member.status is Status.ACTIVE


def _saved(member: MemberYear) -> int:
    return member.months[-1].closing if member.months else 0


def _joined_in_year(member: MemberYear, facts: YearFacts) -> bool:
    return member.member.joined in facts.year


def _older(member: MemberYear, facts: YearFacts) -> bool:
    return not _joined_in_year(member, facts)


def _borrows(member: MemberYear, facts: YearFacts) -> bool:
    return _older(member, facts) and member.interest_paid > 0


_KINDS: tuple[
    tuple[SampleKind, Callable[[MemberYear], int], Callable[[MemberYear, YearFacts], bool]], ...
] = (
    (SampleKind.BORROWER, lambda m: m.interest_paid, _borrows),
    (SampleKind.SMALL_SAVER, lambda m: -_saved(m), _older),
    (SampleKind.NEW_MEMBER, lambda m: -m.member.joined.toordinal(), _joined_in_year),
    (SampleKind.LARGE_SAVER, _saved, _older),
)
