"""What the book holds, read one by one: the group, its people, entries, loans, meetings, drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ledger.book import parts
from ledger.book.change import Topic
from ledger.book.keeping import Watch
from ledger.book.plain import day_of, number_of
from ledger.book.reading_entries import entries_where
from ledger.book.reading_loans import OPEN, loans_where
from ledger.book.reading_sheets import read_open_sheet, read_sheet, read_sheets
from ledger.book.shelf import Shelf
from ledger.book.sums import member_sums, net_balances, on_own_side
from ledger.rules.accounts import Account
from ledger.rules.closing_values import ClosedYear
from ledger.rules.group_permits import Permits
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan
from ledger.rules.meeting_values import Sheet
from ledger.rules.people import Member, MemberId, Officer
from ledger.rules.rulebook import Group, Rulebook, rulebook_of
from ledger.rules.transfers import EntryNumber, LoanId, MeetingId, PostedEntry
from ledger.statements.findings import Finding
from ledger.statements.history import HistoryRow

if TYPE_CHECKING:
    from ledger.rules.trash import Thrown

T = TypeVar("T")
Clock = Callable[[], datetime]
"""Says what time it is, for the trail alone: the book's order never depends on it."""


class Records:
    """The part of the reading door that hands out what was written.

    Rules, members and the like are read once and kept until something is written. `past` is set
    where this is the book as it stood on a day gone by: nothing is written into that one. `watch`
    writes every act down a second time. `found` is what the last check found.
    """

    def __init__(self, shelf: Shelf, clock: Clock) -> None:
        self.shelf = shelf
        self.clock = clock
        self.past: date | None = None
        self.watch: Watch | None = None
        self.found: tuple[Finding, ...] = ()
        self.held = ""
        self._kept: dict[Topic, dict[object, Any]] = {}

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """What is known to be wrong in the book; then it is only read."""
        return self.found or (() if self.watch is None else self.watch.wrong)

    def forget(self, *topics: Topic) -> None:
        """Drop what was kept of these topics; sums and facts depend on all of them."""
        for topic in (*topics, Topic.ENTRIES):
            self._kept.pop(topic, None)

    def _keep(self, topic: Topic, key: object, read: Callable[[], T]) -> T:
        kept = self._kept.setdefault(topic, {})
        if key not in kept:
            kept[key] = read()
        return cast(T, kept[key])

    # --- the group and its people ---------------------------------------------------------

    @property
    def group(self) -> Group:
        """The group as it is now."""
        return self._keep(Topic.GROUP, "group", lambda: parts.reading_people.read_group(self.shelf))

    @property
    def permits(self) -> Permits:
        """Who may do what, as the group has agreed."""
        return Permits(self.group.permits)

    @property
    def books_begin(self) -> date | None:
        """The day on which the books begin; nothing before the set-up is finished."""
        return self.group.books_begin

    @property
    def begun(self) -> bool:
        """Whether the set-up is finished. Before that the book holds drafts only."""
        return self.books_begin is not None

    @property
    def rulebooks(self) -> tuple[Rulebook, ...]:
        """All rulebooks by their first day."""
        return self._keep(
            Topic.RULES, "rulebooks", lambda: parts.reading_people.read_rulebooks(self.shelf)
        )

    def rulebook(self, day: date) -> Rulebook:
        """The rulebook in force on a day."""
        return rulebook_of(self.rulebooks, day)

    def officers(self) -> tuple[Officer, ...]:
        """Every officer, past ones too (their `until` says so), by id."""
        return self._keep(
            Topic.OFFICERS, "officers", lambda: parts.reading_people.read_officers(self.shelf)
        )

    def members(self) -> tuple[Member, ...]:
        """Every member by id, those who left or died too."""
        return tuple(self._members().values())

    def member(self, member: MemberId) -> Member:
        """One member. Raises KeyError where there is none of that id."""
        return self._members()[member]

    def members_now(self) -> Mapping[MemberId, Member]:
        """Every member by id, to be looked up."""
        return self._members()

    def _members(self) -> Mapping[MemberId, Member]:
        return self._keep(
            Topic.MEMBERS, "members", lambda: parts.reading_people.read_members(self.shelf)
        )

    # --- money ----------------------------------------------------------------------------

    def balances(self, day: date | None = None) -> Mapping[Account, Kip]:
        """Every account that was ever touched, in kip on its own side, at a day's end or now."""
        return on_own_side(net_balances(self.shelf, day))

    def savings(self, day: date | None = None) -> Mapping[MemberId, Kip]:
        """What each member has saved, in kip, at a day's end or now; who has nothing is missing."""
        sums = member_sums(self.shelf, day).items()
        return {member: had.savings for member, had in sums if had.savings}

    def dividends_owed(self) -> Mapping[MemberId, Kip]:
        """The dividends that members have not taken yet, in kip."""
        sums = member_sums(self.shelf).items()
        return {member: had.dividend for member, had in sums if had.dividend}

    def entry(self, number: EntryNumber) -> PostedEntry:
        """One entry. Raises KeyError where there is none of that number."""
        found = entries_where(self.shelf, "e.number = ?", (number,))
        if not found:
            raise KeyError(number)
        return found[0]

    def entries(self, first: date, last: date) -> tuple[PostedEntry, ...]:
        """The entries of the days from `first` to `last`, in the order of their numbers."""
        bounds = (number_of(first), number_of(last))
        return entries_where(self.shelf, "e.day BETWEEN ? AND ?", bounds)

    def is_taken_back(self, number: EntryNumber) -> bool:
        """Whether a counter-entry takes this entry back."""
        return self.counter_of(number) is not None

    def counter_of(self, number: EntryNumber) -> EntryNumber | None:
        """The number of the counter-entry that takes this entry back, if there is one."""
        found = self.shelf.rows("SELECT number FROM entry WHERE reverses = ?", (number,))
        return EntryNumber(found[0][0]) if found else None

    def act_of(self, number: EntryNumber) -> HistoryRow:
        """By which act, and so by whom, an entry was written. Raises KeyError for no entry's."""
        return parts.reading_trail.read_act_of(self.shelf, number)

    def last_day(self) -> date:
        """The newest day of any entry; before the first one, the first day of books or rules."""
        (newest,) = self.shelf.one("SELECT max(day) FROM entry")
        if newest is not None:
            return day_of(newest)
        return self.books_begin or self.rulebooks[-1].valid_from

    # --- loans ----------------------------------------------------------------------------

    def loans(self, *, open_only: bool = False) -> tuple[Loan, ...]:
        """All loans in the book's order, or those that are not refused and not finished."""
        where = OPEN if open_only else "1"
        return self._keep(
            Topic.ENTRIES, ("loans", open_only), lambda: loans_where(self.shelf, where)
        )

    def loan(self, loan: LoanId) -> Loan:
        """One loan. Raises KeyError where there is none of that id."""
        found = loans_where(self.shelf, "l.id = ?", (loan,))
        if not found:
            raise KeyError(loan)
        return found[0]

    # --- meetings and drafts --------------------------------------------------------------

    def sheets(self) -> tuple[Sheet, ...]:
        """Every meeting and day sheet, without what stands on it: `sheet` has that."""
        return read_sheets(self.shelf)

    def collected(self) -> Mapping[MeetingId, Kip]:
        """What was typed in the grid of each sheet altogether, in kip; an empty one is missing."""
        sums = self.shelf.rows("SELECT sheet, sum(kip) FROM cell GROUP BY sheet")
        return {MeetingId(sheet): kip for sheet, kip in sums}

    def sheet(self, sheet: MeetingId) -> Sheet:
        """One sheet with all that stands on it. Raises KeyError where there is none of that id."""
        return read_sheet(self.shelf, sheet)

    def open_sheet(self) -> Sheet | None:
        """The sheet that lies on the table in pencil, if there is one; never in the past."""
        return None if self.past else read_open_sheet(self.shelf)

    def draft(self, key: str) -> str | None:
        """The half-filled pages kept under a key, as they were given."""
        found = self.shelf.rows("SELECT text FROM draft WHERE key = ?", (key,))
        return found[0][0] if found else None

    def thrown(self) -> tuple[Thrown, ...]:
        """The sheets that were put away with something on them, and lie in the trash."""
        return () if self.past else parts.trash.read_thrown(self.shelf)

    # --- what is closed, and who did what ----------------------------------------------------

    def closed_years(self) -> tuple[ClosedYear, ...]:
        """The years that are closed for good, in order, each with the plan that was carried out."""
        return self._keep(
            Topic.YEAR, "closed", lambda: parts.reading_trail.read_closed_years(self.shelf)
        )

    def closed_year(self, number: int) -> ClosedYear | None:
        """The year `number` if it is closed."""
        return self._keep(
            Topic.YEAR,
            ("closed", number),
            lambda: parts.reading_trail.read_closed_year(self.shelf, number),
        )

    def history(self, limit: int = 1_000) -> tuple[HistoryRow, ...]:
        """The newest acts of the trail, the newest first."""
        return parts.reading_trail.read_history(self.shelf, limit)
