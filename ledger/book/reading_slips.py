"""Reads what receipts, vouchers and pay-out lists say; loaded when the first of them is printed."""

from collections.abc import Iterable, Sequence
from datetime import date

from ledger.book.plain import day_of
from ledger.book.shelf import Shelf
from ledger.book.table_papers import TablePapers
from ledger.rules.days import FIRST_DAY
from ledger.rules.meeting import lines_of
from ledger.rules.posting import entries_of
from ledger.rules.transfers import Entry, EntryNumber, MeetingId, PostedEntry
from ledger.statements.pay_outs import (
    PayOutPaper,
    pay_out_rows,
    paying_officers,
)
from ledger.statements.slip_numbers import NumbersPaper, between, number_rows
from ledger.statements.slips import (
    NoReceipts,
    Slip,
    SlipFacts,
    SlipKind,
    Tied,
    kind_of,
    member_of,
    slip_of,
)

_DECISIONS = "SELECT number FROM entry_decision WHERE entry = ? ORDER BY number"
_COUNTER = "SELECT number, day FROM entry WHERE reverses = ?"
_COUNTERS = "SELECT reverses, number, day FROM entry WHERE reverses IS NOT NULL"
_BETWEEN = "SELECT number FROM entry WHERE number BETWEEN ? AND ? ORDER BY number"
_PRINTS = "SELECT count(*) FROM slip_print WHERE entry = ?"
_OTHER = "SELECT number, day FROM entry WHERE number = ?"


def slips(book: TablePapers, entries: Sequence[PostedEntry], today: date) -> tuple[Slip, ...]:
    """The papers of these entries, as the book knows them on `today`.

    Raises NoMoneyMoved for an entry that has none.
    """
    facts: dict[date, SlipFacts] = {}
    made = []
    for posted in entries:
        day = posted.entry.day
        if day not in facts:
            of_day = [one.entry for one in entries if one.entry.day == day]
            facts[day] = _facts(book, day, of_day, today)
        reverses = posted.entry.reverses
        named = book.shelf.rows(_DECISIONS, (posted.number,))
        made.append(
            slip_of(
                posted,
                facts[day],
                decisions=tuple(number for (number,) in named),
                taken_back=_tied(book.shelf, _COUNTER, posted.number),
                takes_back=None if reverses is None else _tied(book.shelf, _OTHER, reverses),
                copy=times_printed(book.shelf, posted.number),
            )
        )
    return tuple(made)


def times_printed(shelf: Shelf, number: EntryNumber) -> int:
    """How often the paper of an entry was printed."""
    (times,) = shelf.one(_PRINTS, (number,))
    return int(times)


def slips_of_sheet(
    book: TablePapers, sheet: MeetingId, today: date, *, came_in: bool
) -> tuple[Slip, ...]:
    """The papers of a sheet, as `_as_seated` has them."""
    day = book.sheet(sheet).day
    return _as_seated(book, book.entries_of_sheet(sheet), day, today, came_in=came_in)


def slips_of_day(book: TablePapers, day: date, today: date, *, came_in: bool) -> tuple[Slip, ...]:
    """The papers of everything that was written under a day, as `_as_seated` has them."""
    return _as_seated(book, book.entries(day, day), day, today, came_in=came_in)


def _as_seated(
    book: TablePapers,
    entries: Sequence[PostedEntry],
    day: date,
    today: date,
    *,
    came_in: bool,
) -> tuple[Slip, ...]:
    """The papers of these entries in the order in which the members sit, then those of nobody's.

    With `came_in` only the receipts. Raises NoReceipts where there are none.
    """
    wanted = {SlipKind.RECEIPT} if came_in else set(SlipKind)
    found = [posted for posted in entries if kind_of(posted.entry) in wanted]
    if not found:
        raise NoReceipts(day=day)
    seats = {member.id: seat for seat, member in enumerate(book.members())}

    def place(posted: PostedEntry) -> tuple[int, EntryNumber]:
        whose = member_of(posted.entry)
        return (len(seats) if whose is None else seats[whose]), posted.number

    return slips(book, sorted(found, key=place), today)


def pay_outs(book: TablePapers, sheet: MeetingId, today: date) -> PayOutPaper:
    """Who is handed money on a sheet; of one in pencil, what signing it now would write."""
    whole = book.sheet(sheet)
    entries: list[tuple[EntryNumber | None, Entry]]
    if whole.signed:
        entries = [(p.number, p.entry) for p in book.entries_of_sheet(sheet)]
    else:
        facts = book.day_facts(whole.day, max(today, whole.day))
        entries = [(None, one) for one in entries_of(lines_of(whole, facts), facts)]
    said = _facts(book, whole.day, [one for _, one in entries], today)
    return PayOutPaper(
        group=said.group,
        rulebook=said.rulebook,
        day=whole.day,
        rows=pay_out_rows(entries, said, _taken_back(book.shelf)),
        signs=paying_officers(said),
        printed=today,
        pencil=not whole.signed,
    )


def numbers(
    book: TablePapers, first: date, last: date, today: date, *, void_only: bool
) -> NumbersPaper:
    """Every number between two days with its paper."""
    begin = book.books_begin
    # What everybody had is written under the eve of the first day, and has the first numbers.
    since = FIRST_DAY if begin is not None and first <= begin else first
    entries = book.entries(since, last)
    # Only members are named on this list, and no loan.
    said = _facts(book, last, (), today)
    rows = number_rows(entries, said, _taken_back(book.shelf))
    here = [row.number for row in rows]
    bounds = (here[0], here[-1]) if here else (0, 0)
    elsewhere, missing = between(here, [n for (n,) in book.shelf.rows(_BETWEEN, bounds)])
    return NumbersPaper(
        group=said.group,
        rulebook=said.rulebook,
        first=first,
        last=last,
        rows=rows,
        elsewhere=elsewhere,
        missing=missing,
        printed=today,
        void_only=void_only,
    )


def _taken_back(shelf: Shelf) -> dict[EntryNumber, Tied]:
    """The counter-entries of the whole book, by what they take back."""
    return {
        EntryNumber(reverses): Tied(EntryNumber(number), day_of(day))
        for reverses, number, day in shelf.rows(_COUNTERS)
    }


def _facts(book: TablePapers, day: date, entries: Iterable[Entry], today: date) -> SlipFacts:
    """What the papers of a day have in common: its rules, and who was in office then."""
    loans = {t.loan for entry in entries for t in entry.transfers if t.loan is not None}
    return SlipFacts(
        group=book.group,
        rulebook=book.rulebook(day),
        members=book.members_now(),
        loans={loan: book.loan(loan).number for loan in loans},
        officers=tuple(officer for officer in book.officers() if officer.serves(day)),
        printed=today,
    )


def _tied(shelf: Shelf, sql: str, number: EntryNumber) -> Tied | None:
    found = shelf.rows(sql, (number,))
    return Tied(EntryNumber(found[0][0]), day_of(found[0][1])) if found else None
