"""Where to look when a count is off: the sheet or the entries of a day, held to the rule."""

from collections.abc import Iterable, Mapping

from ledger.rules.accounts import CASH, Account, Named, named_kind
from ledger.rules.balances import moved_on
from ledger.rules.differences import Counted, Suspect, Written, suspects
from ledger.rules.kip import Kip
from ledger.rules.lines import CashDiffers, Deposit, FromBank, Line, ToBank, WelfarePaid
from ledger.rules.loan_values import Loan
from ledger.rules.meeting_values import Column, PencilCell
from ledger.rules.transfers import Entry, Kind, LoanId, PostedEntry
from ledger.statements.meeting_progress import dues_open
from ledger.statements.meeting_sheet import MeetingSheet, cash_of

_DIFFERENCES = frozenset({Kind.CASH_OVER, Kind.CASH_SHORT})


def sheet_suspects(
    grid: MeetingSheet,
    loans: Mapping[LoanId, Loan],
    denominations: tuple[Kip, ...],
    *,
    counted: Kip | None = None,
) -> tuple[Suspect, ...]:
    """Where to look on a sheet in pencil; nothing where box and book agree or nothing was counted.

    `counted` (kip) takes the place of the count on the sheet. `loans` are those not finished.
    """
    total = grid.counted if counted is None else counted
    if total is None:
        return ()
    opening = grid.opening_difference or 0
    facts = Counted(
        written=(*_cells(grid.sheet.cells), *_lines(grid, loans)),
        empty=tuple(Written(due.kip, due.member, due.column) for due in dues_open(grid)),
        count=grid.sheet.closing if counted is None else None,
        denominations=denominations,
        opening=opening,
    )
    return suspects(total - grid.expected, facts)


def entry_suspects(
    difference: Kip, entries: Iterable[PostedEntry], denominations: tuple[Kip, ...]
) -> tuple[Suspect, ...]:
    """Where to look among the entries of a day that is ink, when its count is off by so much (kip).

    What was taken back, and what takes it back, is looked at no more.
    """
    of_day = tuple(entries)
    undone = {p.entry.reverses for p in of_day} | {p.number for p in of_day if p.entry.reverses}
    looked_at = (p for p in of_day if p.number not in undone and not _of_count(p.entry))
    written = tuple(one for posted in looked_at for one in _entry(posted))
    return suspects(difference, Counted(written=written, denominations=denominations))


def _cells(cells: Iterable[PencilCell]) -> Iterable[Written]:
    for cell in cells:
        if cell.kip:
            same = _SAME.get(cell.column)
            yield Written(
                cell.kip,
                cell.member,
                cell.column,
                same=same(cell.member, cell.kip) if same else None,
            )


def _lines(grid: MeetingSheet, loans: Mapping[LoanId, Loan]) -> Iterable[Written]:
    for pencil in grid.sheet.lines:
        line: Line = pencil.line
        come, go = cash_of(line, loans)
        if come != go and not isinstance(line, CashDiffers):
            yield Written(
                come - go,
                getattr(line, "member", None),
                line=pencil.number,
                same=line,
                bank=isinstance(line, ToBank | FromBank),
                crossed=True,
            )


def _entry(posted: PostedEntry) -> Iterable[Written]:
    """Each amount of cash in an entry; and where there are several, all of it together."""
    entry = posted.entry
    cash = [transfer for transfer in entry.transfers if CASH in {transfer.debit, transfer.credit}]
    for parts in (*((transfer,) for transfer in cash), *([tuple(cash)] if len(cash) > 1 else ())):
        kip = sum(moved_on(CASH, transfer) for transfer in parts)
        if kip:
            yield Written(
                kip,
                parts[0].member,
                entry=posted.number,
                same=(parts, entry.month),
                bank=any(_is_bank(t.debit, t.credit) for t in parts),
                crossed=True,
            )


def _is_bank(*accounts: Account) -> bool:
    return any(named_kind(account) is Named.BANK for account in accounts)


def _of_count(entry: Entry) -> bool:
    return any(transfer.kind in _DIFFERENCES for transfer in entry.transfers)


# What is typed in a cell can stand on the sheet a second time as a line.
_SAME = {Column.SAVINGS: Deposit, Column.WELFARE: WelfarePaid}
