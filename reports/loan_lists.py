"""The lists inside a loan's paper: due days, guarantors who sign, what is overdue, what is to pay.

Each is drawn from the book, or ruled for the pen where a form waits to be filled in.
"""

from collections.abc import Callable, Sequence

from ledger.rules.paper_texts import Slot
from ledger.statements.loan_papers import LoanPaper
from ledger.statements.loan_renewal import Renewal
from reports.flow import Flow
from reports.forward import sums_forward
from reports.hand_grid import HandGrid, write_on
from reports.loan_words import full_name
from reports.style import BODY, MM, TABLE, thin
from reports.tables import Cell, Column, Row, Table, amount_cell, name_cell
from translations.words import Words

_THUMB = 12 * MM
_LINE = 8.5 * MM
_AMOUNT = 34 * MM
_NARROW_AMOUNT = 30 * MM
"""Beside four amounts a day with its names is still to have one line."""
_DUE = 7 * MM
"""A little lower than other rows: all the due days of a year stay on one page."""
_BLANK_DUES, _BLANK_GUARANTORS, _BLANK_LATE = 12, 3, 4
_RULED_HEIGHTS = {
    Slot.SCHEDULE: _DUE * (_BLANK_DUES + 2),
    Slot.OLD_SCHEDULE: _LINE * (_BLANK_DUES + 2),
    Slot.DUE_LIST: _LINE * (_BLANK_LATE + 2),
}
"""How high a ruled list is with its head and its sum, in points."""


def least_height(slot: Slot, paper: LoanPaper | None) -> float:
    """How much of a list, in points, stands on the page of the paragraph that leads to it.

    Guarantors sign under the sentence by which they stand for the loan: all of them. What is ruled
    for the pen is never parted, as nobody would carry its sum over.
    """
    if slot is Slot.GUARANTOR_LIST:
        rows = _BLANK_GUARANTORS if paper is None else len(paper.guarantors)
        return _THUMB * (rows + 1)
    return _RULED_HEIGHTS.get(slot, 3 * _LINE) if paper is None else 3 * _LINE


def draw_list(flow: Flow, slot: Slot, paper: LoanPaper | None, *, below: float = 0.0) -> None:
    """The list that stands in a place; ruled without a paper.

    What comes `below` it, in points, is on the page of its end.
    """
    flow.need(min(below + least_height(slot, paper), flow.whole) if below else 0)
    _DRAW[slot](flow, paper)
    flow.gap(3 * MM)


def _schedule(flow: Flow, paper: LoanPaper | None) -> None:
    words = flow.paper.words
    unit = words.unit
    columns = (
        Column(words.context("due day", "No."), 12 * MM),
        Column(words.say("Due day"), flow.width - 12 * MM - 3 * _AMOUNT),
        Column(words.say("Principal ({unit})", unit=unit), _AMOUNT, amounts=True),
        Column(words.say("Interest ({unit})", unit=unit), _AMOUNT, amounts=True),
        Column(words.say("To pay ({unit})", unit=unit), _AMOUNT, amounts=True),
    )
    if paper is None:
        _ruled(flow, columns, _BLANK_DUES, height=_DUE, last=("", words.say("Total")))
        return
    rows = [
        _row(words, words.number(n), words.long_day(row.due), row.principal, row.interest, row.kip)
        for n, row in enumerate(paper.rows, start=1)
    ]
    Table(flow, columns).draw(rows, sums_forward(words))
    if paper.renewal is not None:
        flow.gap(1 * MM)
        said = words.say(
            "The first interest is all interest up to that day that was not paid before."
        )
        flow.text(said, thin(TABLE))


def _old_schedule(flow: Flow, paper: LoanPaper | None) -> None:
    """The due days that held before, with what was paid of each: what they were is not hidden."""
    words = flow.paper.words
    unit = words.unit
    columns = (
        Column(words.say("Due day"), flow.width - 4 * _NARROW_AMOUNT),
        Column(words.say("Principal ({unit})", unit=unit), _NARROW_AMOUNT, amounts=True),
        Column(words.say("Interest ({unit})", unit=unit), _NARROW_AMOUNT, amounts=True),
        Column(words.say("To pay ({unit})", unit=unit), _NARROW_AMOUNT, amounts=True),
        Column(words.say("Paid ({unit})", unit=unit), _NARROW_AMOUNT, amounts=True),
    )
    if paper is None or paper.renewal is None:
        _ruled(flow, columns, _BLANK_DUES, last=(words.say("Total"),))
        return
    rows = [
        _row(words, words.long_day(row.due), row.principal, row.interest, row.kip, row.paid)
        for row in paper.renewal.before
    ]
    Table(flow, columns).draw(rows, sums_forward(words))
    _paid_late(flow, paper.renewal)


def _paid_late(flow: Flow, renewal: Renewal) -> None:
    """What was paid after its day: until then more interest was running on."""
    words = flow.paper.words
    for row, paid_on in zip(renewal.before, renewal.paid_on, strict=True):
        if paid_on is not None and paid_on > row.due:
            said = words.say(
                "What was due on {due} was all paid on {day}.",
                due=words.long_day(row.due),
                day=words.long_day(paid_on),
            )
            flow.gap(0.6 * MM)
            flow.text(said, thin(TABLE))


def _guarantors(flow: Flow, paper: LoanPaper | None) -> None:
    words = flow.paper.words
    columns = (
        Column(words.say("No."), 18 * MM),
        Column(words.say("Name"), flow.width - 122 * MM),
        Column(words.say("Household"), 24 * MM),
        Column(words.say("Phone"), 32 * MM),
        Column(words.say("Signature or thumbprint"), 48 * MM),
    )
    if paper is None:
        _ruled(flow, columns, _BLANK_GUARANTORS, height=_THUMB)
        return
    if not paper.guarantors:
        flow.text(words.say("Nobody stands for this loan."), thin(BODY))
        return
    grid = HandGrid(flow, columns, row_height=_THUMB)
    flow.need(_THUMB * (len(paper.guarantors) + 1))
    grid.head()
    for one in paper.guarantors:
        facts = (one.number, full_name(one), one.household, one.phone)
        grid.row([name_cell(fact) for fact in facts])
    grid.end()


def _late(flow: Flow, paper: LoanPaper | None) -> None:
    words = flow.paper.words
    unit = words.unit
    columns = (
        Column(words.say("Due day"), flow.width - 3 * _AMOUNT),
        Column(words.say("To pay ({unit})", unit=unit), _AMOUNT, amounts=True),
        Column(words.say("Paid ({unit})", unit=unit), _AMOUNT, amounts=True),
        Column(words.say("Missing ({unit})", unit=unit), _AMOUNT, amounts=True),
    )
    if paper is None:
        _ruled(flow, columns, _BLANK_LATE, last=(words.say("Total"),))
        return
    rows = [
        _row(words, words.long_day(row.due), row.kip, row.paid, row.kip - row.paid)
        for row in paper.late
    ]
    Table(flow, columns).draw(rows, sums_forward(words))


def _sums(flow: Flow, paper: LoanPaper | None) -> None:
    words = flow.paper.words
    names = (words.say("Principal"), words.say("Interest"), words.say("Fine"), words.say("Total"))
    if paper is None:
        for name in names:
            write_on(flow, f"{name} ({words.unit})", flow.width * 0.7)
        return
    state = paper.state
    amounts = (state.principal, state.interest_due, state.fine_due, state.settlement)
    columns = (
        Column(words.say("What for"), flow.width - 2 * _AMOUNT),
        Column(words.say("Amount ({unit})", unit=words.unit), 2 * _AMOUNT, amounts=True),
    )
    rows = [
        _row(words, name, kip, strong=place == len(names))
        for place, (name, kip) in enumerate(zip(names, amounts, strict=True), start=1)
    ]
    Table(flow, columns).draw(rows)


_DRAW: dict[Slot, Callable[[Flow, LoanPaper | None], None]] = {
    Slot.OLD_SCHEDULE: _old_schedule,
    Slot.SCHEDULE: _schedule,
    Slot.GUARANTOR_LIST: _guarantors,
    Slot.DUE_LIST: _late,
    Slot.SUMS: _sums,
}


def _row(words: Words, *facts: str | int, strong: bool = False) -> Row:
    cells: list[Cell] = [
        amount_cell(words.kip(fact)) if isinstance(fact, int) else name_cell(fact) for fact in facts
    ]
    sums = tuple(fact if isinstance(fact, int) else None for fact in facts)
    return Row(tuple(cells), strong=strong, sums=sums)


def _ruled(
    flow: Flow,
    columns: Sequence[Column],
    rows: int,
    *,
    height: float = _LINE,
    last: Sequence[str] = (),
) -> None:
    """Empty rows to write in, all of them on one page.

    `last` are the words of a row for the sums below them.
    """
    flow.need(height * (rows + 1 + bool(last)))
    grid = HandGrid(flow, columns, row_height=height)
    grid.head()
    for _ in range(rows):
        grid.row()
    if last:
        grid.row([name_cell(text) for text in last], bold=True)
    grid.end()
