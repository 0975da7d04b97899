"""The cash count sheet on A4: how many of each note before and after, and what they come to."""

from collections.abc import Sequence
from pathlib import Path

from ledger.rules.kip import Kip
from ledger.statements.meeting_papers import CashCountPaper, NoteRow
from reports.attendance import blank_head
from reports.flow import Flow
from reports.form_set import FormFacts
from reports.hand_grid import HandGrid, write_on
from reports.page import Paper
from reports.shell import Said, Shell
from reports.signatures import CLOSE, Place, close_height, draw_places, usual_places
from reports.style import BODY, MM, thin
from reports.tables import Cell, Column, amount_cell, blank_cell, name_cell
from translations.naming import word
from translations.words import Words

_ROW = 8 * MM
_SUMS = 135 * MM
_LABEL = 0.55
_SIGN = 3


def print_cash_count(given: CashCountPaper, words: Words, out: Path) -> int:
    """Print the sheet, as far as the box was counted; the number of pages.

    Raises PrinterTrouble.
    """
    shell = Shell(words, Said(given.group, words.say("Cash count"), given.printed))
    shell.head(words.long_day(given.day))
    shell.facts(words.say("Amounts in {unit}", unit=words.unit))
    flow = shell.flow
    flow.gap(4 * MM)
    _grid(flow, given.notes, (given.opening, given.closing))
    flow.gap(4 * MM)
    difference = None if given.closing is None else given.closing - given.expected
    counted = given.closing is not None
    # Until the box is counted more may come in or go out.
    moved = (given.came, given.went, given.expected) if counted else (None, None, None)
    found = (given.before, *moved, given.closing, difference)
    for label, kip in zip(_sums(words), found, strict=True):
        write_on(flow, label, _SUMS, text="" if kip is None else words.kip(kip), part=_LABEL)
    if given.reason:
        flow.gap(2 * MM)
        flow.text(words.say("Reason: {reason}", reason=given.reason), thin(BODY))
    signs = [(word(words, "role", one.role), one.name) for one in given.officers[:_SIGN]]
    _places(flow, signs)
    return shell.save(out)


def draw_blank_cash_count(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank sheet with the notes of the currency, for writing by hand."""
    shell = Shell(words, Said(facts.group, words.say("Cash count")), into=into)
    flow = shell.flow
    shell.head(words.say("Amounts in {unit}", unit=words.unit))
    blank_head(flow, facts.group)
    _grid(flow, [NoteRow(note) for note in sorted(facts.notes, reverse=True)], (None, None), more=1)
    flow.gap(4 * MM)
    for label in (*_sums(words), words.say("Reason")):
        write_on(flow, label, _SUMS, part=_LABEL)
    _places(flow, usual_places(words))
    shell.finish()


def _places(flow: Flow, signs: Sequence[Place]) -> None:
    """Who counted; close together, so that a count is one sheet."""
    height = close_height(flow, signs)[0]
    draw_places(flow, signs, flow.paper.words.say("Counted by:"), height=height, above=CLOSE)


def _sums(words: Words) -> tuple[str, ...]:
    """From the box before the meeting to the one after it, as one adds it up by hand."""
    return (
        words.say("Cash before the meeting, by the book"),
        words.say("+ came in, total"),
        words.say("– went out, total"),
        words.say("= should be in the box after the meeting"),
        words.say("Counted after the meeting"),
        words.say("Difference"),
    )


def _grid(
    flow: Flow, notes: Sequence[NoteRow], sums: tuple[Kip | None, Kip | None], *, more: int = 0
) -> None:
    """How many of each note, with so many `more` rows for notes that are not known yet."""
    words = flow.paper.words
    wide, narrow = 44 * MM, 26 * MM
    first = flow.width - 2 * (wide + narrow)
    columns = (
        Column(words.say("Banknote"), first, amounts=True),
        Column(words.say("Notes\nbefore meeting"), narrow, amounts=True),
        Column(words.say("Amount\nbefore meeting"), wide, amounts=True),
        Column(words.say("Notes\nafter meeting"), narrow, amounts=True),
        Column(words.say("Amount\nafter meeting"), wide, amounts=True),
    )
    grid = HandGrid(flow, columns, row_height=_ROW)
    grid.head()
    for row in notes:
        cells = [amount_cell(words.kip(row.note))]
        for count in (row.opening, row.closing):
            cells += _counted(words, row.note, count)
        grid.row(cells)
    for _ in range(more):
        grid.row()
    total = [name_cell(words.say("Total"))]
    for kip in sums:
        total += [blank_cell(), blank_cell() if kip is None else amount_cell(words.kip(kip))]
    grid.row(total, bold=True)
    grid.end()


def _counted(words: Words, note: Kip, count: int | None) -> tuple[Cell, Cell]:
    """How many notes and what they come to; a place for the pen where nobody has counted."""
    if count is None:
        return blank_cell(), blank_cell()
    return amount_cell(words.number(count)), amount_cell(words.kip(note * count))
