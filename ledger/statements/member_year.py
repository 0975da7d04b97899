"""One member's year on one page: what she had, paid in, took out and borrowed, and her dividend."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ledger.rules.closing_values import LineShare
from ledger.rules.days import FiscalYear
from ledger.rules.kip import WHOLE, BasisPoints, Kip, Rounding, divide
from ledger.rules.people import Member
from ledger.rules.rulebook import Destination, Group, LineKind, Rulebook
from ledger.rules.transfers import Kind
from ledger.statements.passbook import Passbook
from ledger.statements.proof import Proof, ProofRow


class Through(NamedTuple):
    """A balance through a year, in kip: opening + more - less = closing."""

    opening: Kip
    more: Kip
    less: Kip
    closing: Kip


class KindSum(NamedTuple):
    """What she paid in, and was paid, for one kind of payment, in kip."""

    kind: Kind
    paid_in: Kip
    paid_out: Kip


class DividendStep(NamedTuple):
    """How one line of the allocation comes to her.

    A pool (kip) is divided by `whole`, the weights of all; without a pool her weight bears the
    `rate` (basis points) divided by `parts`. `exact` is the result in whole kip before it is
    rounded to the unit of the rules, `tenth` the figure that follows it; `kip` is rounded.
    """

    to: Destination
    weight: int
    pool: Kip | None
    whole: int
    rate: BasisPoints
    parts: int
    exact: Kip
    tenth: int
    kip: Kip


@dataclass(frozen=True, slots=True)
class MemberYear:
    """One member's statement of a year; `proposed` until the year is closed.

    `last` is the day up to which it tells. Without `steps` there was no dividend to reckon.
    While the year `earlier_open` is not closed, what it earned has no part in the dividend.
    """

    group: Group
    rulebook: Rulebook
    year: FiscalYear
    last: date
    printed: date
    proposed: bool
    member: Member
    savings: Through
    voluntary: Through
    loans: Through
    kinds: tuple[KindSum, ...]
    paid_in: Kip
    paid_out: Kip
    row: ProofRow | None
    steps: tuple[DividendStep, ...]
    earlier_open: int | None = None


def member_year_of(book: Passbook, proof: Proof) -> MemberYear:
    """The statement from her passbook of the year and the proof of its closing."""
    row = next((row for row in proof.rows if row.member.id == book.member.id), None)
    kinds = tuple(_kinds(book))
    return MemberYear(
        group=book.group,
        rulebook=proof.rulebook,
        year=proof.year,
        last=book.last,
        printed=proof.printed,
        proposed=proof.proposed,
        member=book.member,
        savings=_through(book.savings_before, (line.savings for line in book.lines)),
        voluntary=_through(book.voluntary_before, (line.voluntary for line in book.lines)),
        loans=_through(book.loans_before, (line.loans for line in book.lines)),
        kinds=kinds,
        paid_in=sum(one.paid_in for one in kinds),
        paid_out=sum(one.paid_out for one in kinds),
        row=row,
        steps=() if row is None else tuple(_steps(proof, row)),
        earlier_open=proof.earlier_open,
    )


def _through(opening: Kip, balances: Iterable[Kip]) -> Through:
    stands, more, less = opening, 0, 0
    for balance in balances:
        more += max(0, balance - stands)
        less += max(0, stands - balance)
        stands = balance
    return Through(opening, more, less, stands)


def _kinds(book: Passbook) -> Iterator[KindSum]:
    """What was paid for each kind, in the order in which they first came."""
    for kind in dict.fromkeys(line.kind for line in book.lines):
        hers = [line for line in book.lines if line.kind is kind]
        yield KindSum(kind, sum(line.paid_in for line in hers), sum(line.paid_out for line in hers))


def _steps(proof: Proof, row: ProofRow) -> Iterator[DividendStep]:
    for share in proof.plan.lines:
        if share.line.to is Destination.DIVIDEND:
            yield _step(proof, share, row.weight, proof.sums.weight, proof.parts)
        elif share.line.to is Destination.REFUND:
            yield _step(proof, share, row.interest, proof.sums.interest, 1)


def _step(proof: Proof, share: LineShare, weight: int, whole: int, parts: int) -> DividendStep:
    rated = share.line.kind in {LineKind.DIVIDEND_RATE, LineKind.REFUND_RATE}
    first, second = (share.line.amount, WHOLE * parts) if rated else (share.kip, whole)

    def reckoned(step: Kip, rounding: Rounding, times: int = 1) -> Kip:
        if not second:
            return 0
        return divide(first * times, weight, second, step=step, rounding=rounding)

    return DividendStep(
        to=share.line.to,
        weight=weight,
        pool=None if rated else share.kip,
        whole=whole,
        rate=share.line.amount if rated else 0,
        parts=parts,
        exact=reckoned(1, Rounding.DOWN),
        tenth=reckoned(1, Rounding.DOWN, times=10) % 10,
        kip=reckoned(proof.profit_rules.unit, proof.profit_rules.rounding),
    )
