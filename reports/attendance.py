"""The attendance sheet on A4: everybody with a place for her signature or thumbprint."""

from collections.abc import Sequence
from pathlib import Path

from ledger.rules.meeting_values import Attendance
from ledger.rules.rulebook import Group
from ledger.statements.meeting_papers import AttendancePaper, AttendanceRow
from reports.flow import Flow
from reports.form_set import FormFacts
from reports.hand_grid import HandGrid, write_on, write_two
from reports.page import Paper
from reports.shell import Said, Shell
from reports.style import MM, SMALL, thin
from reports.tables import Cell, Column, blank_cell, name_cell
from translations.naming import word
from translations.words import Words

_ROW = 12 * MM
"""Room for a thumb."""
_BLANK_ROWS = 13


def print_attendance(given: AttendancePaper, words: Words, out: Path) -> int:
    """Print the sheet into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    title = words.say("Attendance sheet")
    later = f"{title} · {words.long_day(given.day)}"
    shell = Shell(words, Said(given.group, title, given.printed, later=later))
    shell.head(words.long_day(given.day))
    shell.facts(words.say_many("{n} member", "{n} members", len(given.rows)))
    shell.flow.gap(4 * MM)
    _grid(shell.flow, given.rows)
    _sums(shell.flow)
    return shell.save(out)


def draw_blank_attendance(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank sheet of one page for writing by hand."""
    shell = Shell(words, Said(facts.group, words.say("Attendance sheet")), into=into)
    flow = shell.flow
    shell.head()
    blank_head(flow, facts.group)
    _grid(flow, [None] * _BLANK_ROWS)
    _sums(flow)
    shell.finish()


def blank_head(flow: Flow, group: Group) -> None:
    """The lines for the group and the day of a form."""
    words = flow.paper.words
    y = flow.y
    blank_group(flow, group)
    flow.y = y
    write_on(flow, words.say("Day"), flow.width * 0.4, indent=flow.width * 0.6, part=0.25)
    flow.gap(3 * MM)


def blank_group(flow: Flow, group: Group) -> None:
    """The line for the group of a form that has no name of one yet."""
    if not group.name:
        write_on(flow, flow.paper.words.say("Group"), flow.width * 0.55, part=0.2)


def blank_unit(flow: Flow) -> None:
    """What the amounts of a form are counted in."""
    words = flow.paper.words
    flow.text(words.say("Amounts in {unit}", unit=words.unit), thin(SMALL))
    flow.gap(1 * MM)


def _grid(flow: Flow, rows: Sequence[AttendanceRow | None]) -> None:
    words = flow.paper.words
    columns = (
        Column(words.say("No."), 18 * MM),
        Column(words.say("Name"), flow.width - 118 * MM),
        Column(words.say("Present / sent / absent"), 32 * MM),
        Column(words.say("Signature or thumbprint"), 68 * MM),
    )
    grid = HandGrid(flow, columns, row_height=_ROW)
    for place, row in enumerate(rows):
        if place == 0 or flow.room < _ROW * (2 if place == len(rows) - 2 else 1):
            if place:
                grid.end()
                flow.next_page()
            grid.head()
        grid.row(_cells(words, row) if row else ())
    if rows:
        grid.end()


def _cells(words: Words, row: AttendanceRow) -> tuple[Cell, ...]:
    mark = word(words, "attendance", row.mark.value) if row.mark else ""
    return (name_cell(row.number), name_cell(row.name), name_cell(mark) if mark else blank_cell())


def _sums(flow: Flow) -> None:
    """How many came in each way and altogether, to be counted by hand, and who counted them."""
    words = flow.paper.words
    flow.gap(5 * MM)
    flow.need(30 * MM)
    present, sent, absent = ((word(words, "attendance", mark), "") for mark in Attendance)
    write_two(flow, present, sent)
    write_two(flow, absent, (words.say("Total"), ""))
    write_on(flow, words.say("Counted by (name and signature)"), flow.width)
