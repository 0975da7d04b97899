"""What papers tell of the trail: the acts of a time, and those that everybody should hear of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from ledger.rules.claims import Claim
from ledger.rules.days import FiscalYear
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan
from ledger.rules.meeting_values import Sheet
from ledger.rules.people import Member, MemberId
from ledger.rules.permits import Act
from ledger.rules.rulebook import Group
from ledger.statements.copies import Outcome
from ledger.statements.history import HistoryRow

TOLD = frozenset(
    {
        *(Act.RESET_PIN, Act.GIVE_OUT_CODES, Act.DROP_PIN, Act.CHANGE_PERMITS),
        *(Act.RESTORE, Act.GO_ON_WITH_OLDER, Act.REOPEN_SHEET, Act.REOPEN_MONTH, Act.REHEARSE),
    }
)
"""Acts about who may write, and about the file itself: no member sees them on her own lines."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What a report says about how the book was kept since the report before it.

    `acts` are those told one by one, the oldest first. `rehearsals` counts the copies that were
    rehearsed and good. `pins` of the `officers` who serve have a PIN.
    """

    acts: tuple[HistoryRow, ...]
    rehearsals: int
    pins: int
    officers: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asked for a loan or for help, for how much (kip), and how much was agreed to."""

    member: Member
    asked: Kip
    agreed: Kip


@dataclass(frozen=True, slots=True)
class BareAct:
    """An act and what it was given, without who did it and when."""

    act: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class TrailPaper:
    """Every act from the closing of one year to the closing of the next, the oldest first.

    `loans` and `claims` say by their numbers whom the acts are about; an act itself has only the
    number. `names` are the members' names as the acts have them, each with its title.
    """

    group: Group
    year: FiscalYear
    rows: tuple[HistoryRow, ...]
    watched: Watched
    printed: date
    loans: Mapping[str, Asked] = field(default_factory=dict)
    claims: Mapping[str, Asked] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def closed(self) -> bool:
        """Whether it ends with the closing of its year."""
        last = self.rows[-1] if self.rows else None
        return last is not None and last.act == Act.CLOSE_YEAR

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day it tells of, by the computer's clock."""
        if not self.rows:
            return self.year.first, max(self.year.first, min(self.year.last, self.printed))
        first, last = (datetime.fromisoformat(self.rows[n].at).date() for n in (0, -1))
        return first, last if self.closed else max(last, min(self.year.last, self.printed))


def with_signers(rows: Iterable[HistoryRow], sheets: Iterable[Sheet]) -> tuple[HistoryRow, ...]:
    """The acts, and beside who signed a sheet all others whose names stand on it.

    An act names its sheet by the day only: where sheets of one day have other names, it stays.
    """
    by_day: dict[str, set[tuple[str, ...]]] = {}
    for sheet in sheets:
        if sheet.signed:
            by_day.setdefault(sheet.day.isoformat(), set()).add(sheet.signed_by)
    only = {day: names for day, (names, *others) in by_day.items() if not others}
    return tuple(
        _with_signers(row, only.get(str(row.facts.get("day")), ()))
        if row.act == Act.SIGN_SHEET
        else row
        for row in rows
    )


def _with_signers(row: HistoryRow, signed_by: Iterable[str]) -> HistoryRow:
    beside = dict.fromkeys(name for name in (row.second, *signed_by) if name not in ("", row.name))
    return replace(row, second=", ".join(beside))


def called(member: Member) -> str:
    """Number, title and name of a member."""
    return f"{member.number} {member.title} {member.name}".replace("  ", " ")


def names_with_titles(members: Iterable[Member]) -> dict[str, str]:
    """What members are called, by number and name as the acts have them."""
    return {f"{one.number} {one.name}": called(one) for one in members}


def asked_of_loans(loans: Iterable[Loan], members: Mapping[MemberId, Member]) -> dict[str, Asked]:
    """Who asked for each loan, by its number."""
    return {
        loan.number: Asked(
            members[loan.request.member],
            loan.request.kip,
            loan.decision.kip if loan.decision else loan.request.kip,
        )
        for loan in loans
    }


def asked_of_claims(
    claims: Iterable[Claim], members: Mapping[MemberId, Member]
) -> dict[str, Asked]:
    """Who asked for help from the welfare fund, by the number of the claim."""
    return {
        claim.number: Asked(members[claim.request.member], claim.kip, claim.kip) for claim in claims
    }


def watched_of(rows: Iterable[HistoryRow], *, pins: int, officers: int) -> Watched:
    """What of these acts, the oldest first, everybody should hear of.

    A rehearsal that was good is only counted.
    """
    told = [row for row in rows if row.act in TOLD]
    good = [row for row in told if row.act == Act.REHEARSE and _good(row)]
    single = tuple(row for row in told if row not in good)
    return Watched(acts=single, rehearsals=len(good), pins=pins, officers=officers)


def _good(row: HistoryRow) -> bool:
    return row.facts.get("outcome") == Outcome.GOOD
