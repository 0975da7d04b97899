"""The welfare fund as its members want to see it: who gave, what was paid for, what it can bear."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ledger.rules.claims import Claim, ClaimStage
from ledger.rules.days import FiscalYear, Month, month_of
from ledger.rules.kip import Kip, divide
from ledger.rules.people import Member, MemberId, Status
from ledger.rules.reckoning import BelowLadder, BirthDayMissing, TooYoung, rate_of
from ledger.rules.rulebook import Rulebook
from ledger.rules.welfare_dues import in_welfare, welfare_since
from ledger.rules.welfare_rules import Benefit, BenefitUnit, LadderBy

_UNITS_IN_YEAR = {
    BenefitUnit.EVENT: 1,
    BenefitUnit.DAY: 365,
    BenefitUnit.NIGHT: 365,
    BenefitUnit.WEEK: 52,
    BenefitUnit.MONTH: 12,
    BenefitUnit.YEAR: 1,
}
_HERE = frozenset({Status.ACTIVE, Status.ON_LEAVE})


@dataclass(frozen=True, slots=True)
class WelfareMember:
    """One member of the fund; amounts in kip.

    `first` is the first day on which the rules let her claim anything. `paid` is what she gave in
    the fund's year, `due` what is missing now, `benefits` what she was paid since she came in.
    """

    member: Member
    since: date
    until: date | None
    first: date
    paid: Kip
    due: Kip
    benefits: Kip


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One event of the report: persons and kip, this year and all years together.

    `benefit` is nothing for what was paid without a claim.
    """

    benefit: Benefit | None
    persons: int
    kip: Kip
    persons_ever: int
    kip_ever: Kip


@dataclass(frozen=True, slots=True)
class WelfareReport:
    """What the fund paid for, by event; amounts in kip. `rows` is empty where it paid nothing."""

    year: FiscalYear
    rows: tuple[BenefitRow, ...]

    @property
    def kip(self) -> Kip:
        """What was paid in the year, in kip."""
        return sum(row.kip for row in self.rows)

    @property
    def kip_ever(self) -> Kip:
        """What was ever paid, in kip."""
        return sum(row.kip_ever for row in self.rows)


class Cover(StrEnum):
    """How far the fund reaches."""

    FULL = "full"
    PART = "part"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The fund against what the table promises for the coming year, in kip.

    `waiting` is approved and not yet handed over, `pensions` is due in the coming twelve months,
    `one_member` the most that the table gives one member in a year, `members` how many there are.
    """

    fund: Kip
    waiting: Kip
    pensions: Kip
    one_member: Kip
    members: int

    @property
    def promised(self) -> Kip:
        """What it would be if everybody claimed everything in one year, in kip."""
        return self.waiting + self.pensions + self.one_member * self.members

    @property
    def reaches(self) -> int:
        """For how many members' whole claims the fund is enough, beside pensions and the rest."""
        left = self.fund - self.waiting - self.pensions
        if not self.one_member:
            return self.members if left >= 0 else 0
        return min(divide(max(left, 0), 1, self.one_member), self.members)

    @property
    def cover(self) -> Cover:
        """Enough for everything, for one member's worst year at least, or not even that."""
        if self.fund >= self.promised:
            return Cover.FULL
        return Cover.PART if self.reaches else Cover.SHORT


def benefit_most(benefit: Benefit) -> Kip:
    """The most (kip) that one member can get of a benefit in a year; an event happens once."""
    laddered = benefit.ladder is not LadderBy.NOTHING
    rate = max((step.kip for step in benefit.steps), default=0) if laddered else benefit.kip
    units = _UNITS_IN_YEAR[benefit.unit]
    total = rate * (min(units, benefit.units_most) if benefit.units_most else units)
    for limit in (benefit.event_most, benefit.year_most):
        total = min(total, limit) if limit else total
    return total


def coverage_of(
    rulebook: Rulebook,
    members: Iterable[Member],
    claims: Iterable[Claim],
    *,
    fund: Kip,
    day: date,
) -> Coverage:
    """How far a fund that holds `fund` kip reaches on a day."""
    inside = welfare_members(rulebook, members, day)
    months = [month_of(day).plus(k) for k in range(1, 13)]
    benefits = rulebook.welfare.benefits
    return Coverage(
        fund=fund,
        waiting=sum(c.kip for c in claims if c.stage is ClaimStage.APPROVED),
        pensions=sum(pension_of(rulebook, m, month) for month in months for m in inside),
        one_member=sum(benefit_most(b) for b in benefits if not b.is_pension),
        members=len(inside),
    )


def welfare_members(rulebook: Rulebook, members: Iterable[Member], day: date) -> tuple[Member, ...]:
    """The members of the group who are in the welfare fund on a day."""
    return tuple(m for m in members if m.status in _HERE and in_welfare(rulebook, m, day))


def pension_of(rulebook: Rulebook, member: Member, month: Month) -> Kip:
    """What the table gives a member of the fund as pension for a month, in kip."""
    since = welfare_since(rulebook, member)
    total = 0
    for benefit in rulebook.welfare.benefits:
        waiting = timedelta(days=max(benefit.waiting_days, rulebook.welfare.waiting_days))
        if benefit.is_pension and since is not None and since + waiting <= month.first:
            total += _rate(benefit, rulebook, member, month.first)
    return total


def _rate(benefit: Benefit, rulebook: Rulebook, member: Member, day: date) -> Kip:
    try:
        return rate_of(benefit, rulebook, member, day)
    except (TooYoung, BelowLadder, BirthDayMissing):
        return 0


def report_of(
    claims: Iterable[Claim],
    others: Sequence[tuple[MemberId, date, Kip]],
    *,
    year: FiscalYear,
    until: date,
) -> WelfareReport:
    """What was paid up to the day `until`, by event; `others` are benefits without a claim (kip).

    Events stand in the order in which the fund first paid for them.
    """
    paid: dict[str, list[tuple[MemberId, date, Kip]]] = {}
    benefits: dict[str, Benefit] = {}
    for claim in claims:
        if claim.paid is not None and claim.paid <= until:
            code = claim.request.benefit.code
            benefits[code] = claim.request.benefit
            paid.setdefault(code, []).append((claim.request.member, claim.paid, claim.kip))
    rows = [_row(benefits[code], moves, year) for code, moves in paid.items()]
    without = [other for other in others if other[1] <= until]
    if without:
        rows.append(_row(None, without, year))
    return WelfareReport(year=year, rows=tuple(rows))


def _row(
    benefit: Benefit | None, moves: Sequence[tuple[MemberId, date, Kip]], year: FiscalYear
) -> BenefitRow:
    here = [(member, kip) for member, day, kip in moves if day in year]
    return BenefitRow(
        benefit=benefit,
        persons=len({member for member, _ in here}),
        kip=sum(kip for _, kip in here),
        persons_ever=len({member for member, _, _ in moves}),
        kip_ever=sum(kip for _, _, kip in moves),
    )


def benefits_by_member(
    claims: Iterable[Claim], others: Iterable[tuple[MemberId, date, Kip]]
) -> Mapping[MemberId, Kip]:
    """What each member was ever paid out of the welfare fund, in kip."""
    sums: dict[MemberId, Kip] = {}
    for claim in claims:
        if claim.paid is not None:
            member = claim.request.member
            sums[member] = sums.get(member, 0) + claim.kip
    for member, _, kip in others:
        sums[member] = sums.get(member, 0) + kip
    return sums
