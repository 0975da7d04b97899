"""Where an amount on a meeting's sheet comes from: what is due, and what was written for it."""

from collections.abc import Iterable

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Column
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import Kind, PostedEntry
from ledger.statements.figure import Figure
from ledger.statements.meeting_sheet import MeetingSheet, SheetRow
from ledger.statements.why import Chapter, Moved, Step, StepName, Why, moved_by
from ledger.statements.why_reckoned import reckoned

_KINDS = {
    Column.SAVINGS: frozenset({Kind.DEPOSIT}),
    Column.VOLUNTARY: frozenset({Kind.VOLUNTARY_DEPOSIT}),
    Column.WELFARE: frozenset({Kind.WELFARE}),
    Column.INTEREST: frozenset({Kind.INTEREST}),
    Column.PRINCIPAL: frozenset({Kind.PRINCIPAL}),
    Column.FINE: frozenset({Kind.LATE_FINE, Kind.MISSED_FINE}),
    Column.FEE: frozenset({Kind.ENTRY_FEE, Kind.PASSBOOK_FEE}),
}
"""What the money of a column is in the book once the sheet is signed."""
_LENT = frozenset({Column.INTEREST, Column.PRINCIPAL, Column.FINE})


def why_cell(
    figure: Figure, grid: MeetingSheet, entries: Iterable[PostedEntry], rulebook: Rulebook
) -> Why:
    """A cell of the grid, or the sum of a column, a row, or everything (kip).

    On a sheet in pencil `entries` are those of her savings or loans; on a signed one those that it
    became. An empty cell is what is due. Raises KeyError for a member who is not on the sheet.
    """
    rows = [row for row in grid.rows if figure.member in {None, row.member.id}]
    if not rows:
        raise KeyError(figure.member)
    columns = tuple(Column) if figure.column is None else (figure.column,)
    cells = [row.paid(column) for row in rows for column in columns]
    written = [kip for kip in cells if kip is not None]
    steps = [Step(StepName.IN_CELLS, sum(written))] if written or figure.member is None else []
    if not grid.sheet.signed:
        due = sum(row.due.of(column) for row in rows for column in columns)
        steps = [Step(StepName.DUE_TODAY, due), *steps]
    if figure.member is None:
        paying = sum(1 for row in rows if any(row.paid(column) for column in columns))
        steps = [Step(StepName.MEMBERS, paying), *steps]
    elif figure.column is not None and not grid.sheet.signed:
        steps = [*_standing(rows[0], figure.column), *steps]
    moved = _posted(figure, entries, columns) if grid.sheet.signed else moved_by(figure, entries)
    return reckoned(figure, tuple(steps), moved, rulebook, _chapter(figure.column))


def why_box(figure: Figure, grid: MeetingSheet, rulebook: Rulebook) -> Why:
    """What should be in the box: what was there before, and what the sheet moves (kip)."""
    steps = (
        Step(StepName.BOX_BEFORE, grid.cash_before),
        Step(StepName.BOX_IN, grid.received),
        Step(StepName.BOX_OUT, grid.paid_out),
        Step(StepName.BOX, grid.expected),
    )
    return reckoned(figure, steps, (), rulebook, None)


def _standing(row: SheetRow, column: Column) -> list[Step]:
    """What stands behind the cell in the book before anything is written."""
    if column in _LENT:
        return [Step(StepName.LENT_OUT, row.loans)]
    saved = {Column.SAVINGS: row.savings, Column.VOLUNTARY: row.voluntary}.get(column)
    return [] if saved is None else [Step(StepName.SAVED, saved)]


def _posted(
    figure: Figure, entries: Iterable[PostedEntry], columns: Iterable[Column]
) -> tuple[Moved, ...]:
    """What each entry of the signed sheet has of these columns, of one member or of all."""
    kinds = frozenset().union(*(_KINDS[column] for column in columns))
    each = ((posted, _of(figure, posted, kinds)) for posted in entries)
    return tuple(Moved(posted, kip) for posted, kip in each if kip)


def _of(figure: Figure, posted: PostedEntry, kinds: frozenset[Kind]) -> Kip:
    return sum(
        t.kip
        for t in posted.entry.transfers
        if t.kind in kinds and figure.member in {None, t.member}
    )


def _chapter(column: Column | None) -> Chapter | None:
    if column is None:
        return None
    if column is Column.WELFARE:
        return Chapter.WELFARE
    return Chapter.LOANS if column in _LENT else Chapter.SAVING
