"""The attendance sheet on A4: everybody with a place for her signature or thumbprint."""

from collections.abc import Sequence
from pathlib import Path

from ledger.rules.meeting_values import Attendance
from ledger.rules.rulebook import Group
from ledger.statements.meeting_papers import AttendancePaper, AttendanceRow
from reports.flow import Flow
from reports.form_set import FormFacts
from reports.hand_grid import HAND_LINE, LINE_BASE, HandGrid, write_on, write_two
from reports.page import Paper, whole_line
from reports.shell import Said, Shell
from reports.style import MM, SMALL, strong, thin
from reports.tables import Cell, Column, blank_cell, name_cell
from translations.naming import word
from translations.words import Words

_ROW = 12 * MM
"""Room for a thumb."""
_BEFORE, _BETWEEN = 2.5 * MM, 4 * MM
"""The room before a line to write on, and behind it."""
_PAGE_SUMS = HAND_LINE + 1 * MM
_SUMS = 3 * HAND_LINE + 5 * MM
_HEADING = 16 * MM
"""How high the counts of a page are, those of all, and a heading above them, in points."""
_HEAD = 17 * MM
"""The heads of the columns, on three lines."""


def print_attendance(given: AttendancePaper, words: Words, out: Path) -> int:
    """Print the sheet into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    title = words.say("Attendance sheet")
    later = f"{title} · {words.long_day(given.day)}"
    shell = Shell(words, Said(given.group, title, given.printed, later=later))
    shell.head(words.long_day(given.day))
    shell.facts(words.say_many("{n} member", "{n} members", len(given.rows)))
    shell.flow.gap(4 * MM)
    if given.rows:
        _grid(shell.flow, given.rows)
    _sums(shell.flow)
    return shell.save(out)


def draw_blank_attendance(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank sheet of one page for writing by hand; the last one counts all of them."""
    said = Said(facts.group, words.say("Attendance sheet"), of_many=True)
    shell = Shell(words, said, into=into)
    flow = shell.flow
    shell.head()
    blank_head(flow, facts.group)
    rows = int((flow.room - _HEAD - _PAGE_SUMS - _HEADING - _SUMS) / _ROW)
    _grid(flow, [None] * rows, of_many=True)
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


def _grid(flow: Flow, rows: Sequence[AttendanceRow | None], *, of_many: bool = False) -> None:
    """The rows; where they take several pages each of them is counted on its own.

    So it is where the page is one `of_many`.
    """
    words = flow.paper.words
    columns = (
        Column(words.say("No."), 18 * MM),
        Column(words.say("Name"), flow.width - 118 * MM),
        Column(words.say("Present / absent /\nthrough a neighbour"), 32 * MM),
        Column(words.say("Signature or thumbprint"), 68 * MM),
    )
    grid = HandGrid(flow, columns, row_height=_ROW)
    grid.head()
    turned = of_many
    for place, row in enumerate(rows):
        # The last two rows are on one page with the sums; a list of one page has no others.
        ends = place == len(rows) - 2
        wanted = 2 * _ROW + _SUMS + (_HEADING if turned else 0) if ends else _ROW
        foot = _PAGE_SUMS if turned or place < len(rows) - 2 else 0
        if place and flow.room < wanted + foot:
            grid.end()
            _page_sums(flow)
            flow.next_page()
            turned = True
            grid.head()
        if row:
            flow.stands(row.number)
        grid.row(_cells(words, row) if row else ())
    grid.end()
    if turned:
        _page_sums(flow)
        flow.heading(words.say("All pages together"), below=_SUMS)


def _cells(words: Words, row: AttendanceRow) -> tuple[Cell, ...]:
    mark = word(words, "attendance", row.mark.value) if row.mark else ""
    return (name_cell(row.number), name_cell(row.name), name_cell(mark) if mark else blank_cell())


def _page_sums(flow: Flow) -> None:
    """How many of the page came in each way, to be counted by hand while its rows are in view."""
    words, style = flow.paper.words, thin()
    flow.y -= _PAGE_SUMS - HAND_LINE
    told = whole_line(words.say("Total of this page"), strong(), flow.width / 3)
    flow.page.line(flow.left, flow.y - LINE_BASE, told)
    labels = [word(words, "attendance", mark) for mark in Attendance]
    places = [style.width(label) + _BEFORE for label in labels]
    start = told.width + _BETWEEN
    pen = (flow.width - start - sum(places) - _BETWEEN * (len(labels) - 1)) / len(labels)
    y = flow.y
    for label, room in zip(labels, places, strict=True):
        flow.y = y
        write_on(flow, label, room + pen, indent=start, part=room / (room + pen))
        start += room + pen + _BETWEEN


def _sums(flow: Flow) -> None:
    """How many came in each way and altogether, to be counted by hand, and who counted them."""
    words = flow.paper.words
    flow.gap(_SUMS - 3 * HAND_LINE)
    flow.need(3 * HAND_LINE)
    present, sent, absent = ((word(words, "attendance", mark), "") for mark in Attendance)
    write_two(flow, present, sent)
    write_two(flow, absent, (words.say("Total"), ""))
    write_on(flow, words.say("Counted by (name and signature)"), flow.width)
