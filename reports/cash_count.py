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
from reports.signatures import draw_places, draw_signatures, usual_places
from reports.style import BODY, MM, thin
from reports.tables import Cell, Column, amount_cell, blank_cell, name_cell
from translations.words import Words

_ROW = 9 * MM
_SUMS = 125 * MM
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
    for label, kip in (
        (words.say("Before the meeting, by the book"), given.before),
        (words.say("Should be in the box"), None if given.closing is None else given.expected),
        (words.say("Counted"), given.closing),
        (words.say("Difference"), difference),
    ):
        write_on(flow, label, _SUMS, text="" if kip is None else words.kip(kip))
    if given.reason:
        flow.gap(2 * MM)
        flow.text(words.say("Reason: {reason}", reason=given.reason), thin(BODY))
    draw_signatures(flow, given.officers[:_SIGN], words.say("Counted by:"))
    return shell.save(out)


def draw_blank_cash_count(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank sheet with the notes of the currency, for writing by hand."""
    shell = Shell(words, Said(facts.group, words.say("Cash count")), into=into)
    flow = shell.flow
    shell.head(words.say("Amounts in {unit}", unit=words.unit))
    blank_head(flow, facts.group)
    _grid(flow, [NoteRow(note) for note in sorted(facts.notes, reverse=True)], (None, None), more=1)
    flow.gap(4 * MM)
    for label in (
        words.say("Before the meeting, by the book"),
        words.say("Should be in the box"),
        words.say("Counted"),
        words.say("Difference"),
        words.say("Reason"),
    ):
        write_on(flow, label, _SUMS)
    draw_places(flow, usual_places(words), words.say("Counted by:"))
    shell.finish()


def _grid(
    flow: Flow, notes: Sequence[NoteRow], sums: tuple[Kip | None, Kip | None], *, more: int = 0
) -> None:
    """How many of each note, with so many `more` rows for notes that are not known yet."""
    words = flow.paper.words
    wide, narrow = 44 * MM, 26 * MM
    first = flow.width - 2 * (wide + narrow)
    columns = (
        Column(words.say("Banknote"), first, amounts=True),
        Column(words.say("Notes before meeting"), narrow, amounts=True),
        Column(words.say("Amount before meeting"), wide, amounts=True),
        Column(words.say("Notes after meeting"), narrow, amounts=True),
        Column(words.say("Amount after meeting"), wide, amounts=True),
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
