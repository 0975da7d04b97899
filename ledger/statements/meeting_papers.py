"""What the papers of a meeting say: who came, what was counted, what was decided, who has what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ledger.rules.accounts import CASH
from ledger.rules.day_facts import DayFacts
from ledger.rules.decisions import Decision
from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Attendance, CashCount
from ledger.rules.people import Officer
from ledger.rules.rulebook import Group
from ledger.rules.transfers import Entry, Kind
from ledger.rules.welfare_dues import welfare_standing
from ledger.statements.collection_sheet import number_key
from ledger.statements.lists import MemberBalance
from ledger.statements.meeting_progress import expected_to_come
from ledger.statements.meeting_sheet import MeetingSheet
from ledger.statements.minutes_acts import DecidedAct
from ledger.statements.trail import Asked, Watched

DIFFERENCES = frozenset({Kind.CASH_OVER, Kind.CASH_SHORT})
"""The kinds that only put the book right by the box."""


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One member who is asked for, and how she came, where that is marked already."""

    number: str
    name: str
    mark: Attendance | None = None


@dataclass(frozen=True, slots=True)
class AttendancePaper:
    """The list to sign at the door."""

    group: Group
    day: date
    rows: tuple[AttendanceRow, ...]
    printed: date


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One kind of note (kip) and how many were counted before and after; nothing: not counted."""

    note: Kip
    opening: int | None = None
    closing: int | None = None


@dataclass(frozen=True, slots=True)
class CashCountPaper:
    """The count of the box before and after a meeting, against the book (kip).

    `before` is what the book has before it, `came` and `went` what the meeting moved.
    """

    group: Group
    day: date
    notes: tuple[NoteRow, ...]
    before: Kip
    opening: Kip | None
    expected: Kip
    closing: Kip | None
    reason: str
    officers: tuple[Officer, ...]
    printed: date
    came: Kip = 0
    went: Kip = 0


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """What one kind of movement brought into the box and took out of it, in kip."""

    kind: Kind
    came: Kip
    went: Kip


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """The minutes of one meeting: who was there, its decisions, its money, and who signs.

    `acts` are what was done by each decision, by its number; `loans`, `claims` and `names` say of
    whom, as on the trail of a year.
    """

    group: Group
    grid: MeetingSheet
    there: tuple[AttendanceRow, ...]
    decisions: tuple[Decision, ...]
    money: tuple[MoneyRow, ...]
    officers: tuple[Officer, ...]
    printed: date
    watched: Watched | None = None
    acts: Mapping[str, tuple[DecidedAct, ...]] = field(default_factory=dict)
    loans: Mapping[str, Asked] = field(default_factory=dict)
    claims: Mapping[str, Asked] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WallRow:
    """One member on the wall: number, name, and in kip what she has and owes."""

    number: str
    name: str
    savings: Kip
    voluntary: Kip
    welfare: Kip
    loans: Kip


@dataclass(frozen=True, slots=True)
class WallPaper:
    """The balances of everybody at the end of a day, for the wall.

    `welfare` and `voluntary` say whether the group has such money. `loans` and `names` are
    whether loans and names are shown; without names only the numbers stand there.
    """

    group: Group
    day: date
    rows: tuple[WallRow, ...]
    voluntary: bool
    welfare: bool
    loans: bool
    names: bool
    printed: date


def attendance_rows(grid: MeetingSheet) -> tuple[AttendanceRow, ...]:
    """Everybody who is asked for at a meeting, in the order of their numbers."""
    rows = [row for row in grid.rows if expected_to_come(row)]
    return tuple(
        AttendanceRow(row.member.number, _full(row.member.title, row.member.name), row.attendance)
        for row in sorted(rows, key=lambda row: number_key(row.member))
    )


def note_rows(
    denominations: Sequence[Kip], opening: CashCount | None, closing: CashCount | None
) -> tuple[NoteRow, ...]:
    """The notes of the currency, the largest first, with those that were counted besides.

    Once the box was counted, a note that nobody counted is none.
    """
    counts = [None if count is None else dict(count.notes) for count in (opening, closing)]
    kinds = set(denominations).union(*(count for count in counts if count is not None))
    return tuple(
        NoteRow(note, *(None if count is None else count.get(note, 0) for count in counts))
        for note in sorted(kinds, reverse=True)
    )


def money_rows(entries: Sequence[Entry]) -> tuple[MoneyRow, ...]:
    """What the entries of a meeting brought in and took out, by kind, without differences."""
    came: defaultdict[Kind, Kip] = defaultdict(int)
    went: defaultdict[Kind, Kip] = defaultdict(int)
    for entry in entries:
        for transfer in entry.transfers:
            if transfer.kind not in DIFFERENCES:
                came[transfer.kind] += (transfer.debit == CASH) * transfer.kip
                went[transfer.kind] += (transfer.credit == CASH) * transfer.kip
    return tuple(
        MoneyRow(kind, came[kind], went[kind]) for kind in Kind if came[kind] or went[kind]
    )


def wall_rows(balances: Sequence[MemberBalance], facts: DayFacts) -> tuple[WallRow, ...]:
    """Every member with what she has and owes, in the order of their numbers."""
    return tuple(
        WallRow(
            number=row.member.number,
            name=_full(row.member.title, row.member.name),
            savings=row.savings,
            voluntary=row.voluntary,
            welfare=welfare_standing(facts, row.member).paid,
            loans=row.loans,
        )
        for row in sorted(balances, key=lambda row: number_key(row.member))
    )


def decisions_at(decisions: Sequence[Decision], grid: MeetingSheet) -> tuple[Decision, ...]:
    """The decisions that were taken at a meeting, in the order in which they were written down.

    Many committees agree on loans before they open the sheet: what was decided on the day of the
    meeting, and at no other, belongs to it.
    """
    day = grid.sheet.day
    return tuple(
        d for d in decisions if d.sheet == grid.sheet.id or (d.sheet is None and d.day == day)
    )


def by_mark(rows: Sequence[AttendanceRow]) -> Mapping[Attendance | None, tuple[AttendanceRow, ...]]:
    """Who came, who sent her money, who stayed away, and whom nobody asked for."""
    found: defaultdict[Attendance | None, list[AttendanceRow]] = defaultdict(list)
    for row in rows:
        found[row.mark].append(row)
    return {mark: tuple(own) for mark, own in found.items()}


def _full(title: str, name: str) -> str:
    return f"{title} {name}".strip()
