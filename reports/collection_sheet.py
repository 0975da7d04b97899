"""Tonight's collection sheet on A4 wide: what is due from everybody, with room for the pen.

Each page holds the same rows that the book remembers for it, and ends with its sums; the last one
adds up the pages and has room for other money and for the count. Without a sheet it is a blank
form.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ledger.rules.collection import CollectionSheet, PrintedRow
from ledger.rules.meeting_values import Column as Due
from ledger.statements.collection_sheet import CollectionPaper, PageSums, page_sums
from reports.flow import Flow
from reports.form_set import BLANK, FormFacts
from reports.forward import sums_forward
from reports.hand_grid import HAND_LINE, LINE_BASE, HandGrid, write_on
from reports.hand_list import draw_hand_list
from reports.page import Cancelled, Paper, Progress, whole_line
from reports.shell import Said, Shell
from reports.signatures import usual_places
from reports.style import A4_WIDE, FIRM, HAIR, HEADING, MM, NAME, SMALL, strong, thin
from reports.tables import Cell, Column, Look, Row, Table, amount_cell, blank_cell, name_cell
from reports.text.fitting import Line
from translations.naming import word
from translations.words import Words

_ROW = 8.7 * MM
_OTHER_ROW = 8 * MM
_OTHER_ROWS = 7
_SIGN = 3
_BOX = 135 * MM
_LABEL = 0.55
_TO_SIGN = 12.5 * MM
_NAME = 2
"""The column of the names, counted from 0."""
BLANK_COLUMNS = (Due.SAVINGS, Due.WELFARE, Due.INTEREST, Due.PRINCIPAL, Due.FINE, Due.FEE)
"""The columns of a blank form."""


def print_collection_sheet(
    given: CollectionPaper,
    words: Words,
    out: Path,
    progress: Progress = lambda _, __: None,
    cancelled: Cancelled = lambda: False,
) -> int:
    """Print the sheet into a PDF file; the number of pages, zero where it was cancelled.

    Raises PrinterTrouble.
    """
    sheet = given.sheet
    title = words.say("Collection sheet")
    # Loose sheets of one meeting are told from those of another.
    later = f"{title} · {words.long_day(sheet.day)} · {sheet.code}"
    said = Said(given.group, f"{title} {sheet.code}", given.printed, later=later)
    shell = Shell(words, said, size=A4_WIDE)
    _head(shell, title, words.long_day(sheet.day), sheet.code)
    sums = page_sums(sheet)
    for page, rows in zip(sums, sheet.pages, strict=True):
        if cancelled():
            return 0
        progress(page.page, len(sums) + 1)
        if page.page > 1:
            shell.flow.next_page()
        _page(shell.flow, sheet, page, rows)
    shell.flow.next_page()
    _whole(shell.flow, given, sums)
    return shell.save(out)


def draw_blank_collection(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank sheet of one page for writing by hand, with the page for the sums behind it.

    A meeting takes as many of the first as it has members to write down, and one of the second.
    """
    title = words.say("Collection sheet")
    later = f"{title} · {words.say('Day: {day}', day=BLANK)}"
    said = Said(facts.group, title, later=later, of_many=True)
    shell = Shell(words, said, size=A4_WIDE, into=into)
    flow = shell.flow
    _head(shell, title, "", "")
    columns = _columns(flow, BLANK_COLUMNS, tick=False)
    draw_hand_list(flow, columns, row_height=_ROW, name=_NAME)
    flow.next_page()
    _other_money(flow)
    _box(flow, "", usual_places(words))
    shell.finish()


def _head(shell: Shell, title: str, day: str, code: str) -> None:
    """A low head, to leave room for the rows: the title, the day, and the number to type."""
    flow, words, group = shell.flow, shell.words, shell.said.group
    flow.y += 12 * MM
    room = flow.width - 88 * MM
    if code:
        number = whole_line(words.say("Sheet {code}", code=code), strong(NAME), 75 * MM)
        _boxed(flow, number, flow.right, 11 * MM)
    for mark in shell.marks():
        line = whole_line(mark, strong(HEADING - 2), 60 * MM)
        room -= _boxed(flow, line, flow.left + room, 9 * MM) + 4 * MM
    name = "  ·  ".join(filter(None, (title, day)))
    flow.line(whole_line(name, strong(NAME), room))
    if group.name:
        flow.line(whole_line(group.name, thin(), room))
    if not code:
        # The day is written beside the name of the group, or beside the line for it.
        y = flow.y if not group.name else flow.y + HAND_LINE
        if not group.name:
            write_on(flow, words.say("Group"), 150 * MM, part=0.15)
        flow.y = y
        write_on(flow, words.say("Day"), 80 * MM, indent=flow.width - 80 * MM, part=0.4)
        flow.gap(1 * MM)
    told = words.say(
        "Paid as printed: only a tick. Paid otherwise: write it below the printed amount. Absent: "
        "a line through the row."
    )
    if not code:
        told = words.say("Write down what each pays. Absent: a line through the row.")
    unit = words.say("Amounts in {unit}", unit=words.unit)
    flow.line(whole_line(f"{unit}  ·  {told}", thin(SMALL), flow.width))
    flow.y -= 1 * MM


def _boxed(flow: Flow, line: Line, right: float, height: float) -> float:
    """A line of text in a box that ends at `right`; how wide the box is, in points."""
    width = line.width + 8 * MM
    flow.page.box(right - width, flow.y - height, width, height, FIRM)
    base = flow.y - height / 2 - line.style.size * 0.35
    flow.page.line(right - width + 4 * MM, base, line)
    return width


def _columns(flow: Flow, dues: Sequence[Due], *, tick: bool) -> tuple[Column, ...]:
    """The columns of a page; nothing is ticked where nothing is printed."""
    words = flow.paper.words
    ticks = (Column(words.say("Tick"), 12 * MM),) if tick else ()
    money = tuple(Column(word(words, "column", due.value), 21.5 * MM, amounts=True) for due in dues)
    used = 12 + 16 + 12 * tick + 21.5 * len(dues) + 24 + 24
    return (
        Column(words.say("Row"), 12 * MM),
        Column(words.say("No."), 16 * MM),
        Column(words.say("Name"), flow.width - used * MM),
        *ticks,
        *money,
        Column(words.say("Total due"), 24 * MM, amounts=True),
        Column(words.say("Total paid"), 24 * MM, amounts=True),
    )


def _page(flow: Flow, sheet: CollectionSheet, page: PageSums, rows: Sequence[PrintedRow]) -> None:
    words = flow.paper.words
    grid = HandGrid(flow, _columns(flow, sheet.columns, tick=True), row_height=_ROW, upper=True)
    grid.one_size(_NAME, (row.name for row in rows))
    grid.head()
    for place, row in enumerate(rows, start=page.first):
        flow.stands(row.number)
        grid.row(
            (
                name_cell(str(place)),
                name_cell(row.number),
                name_cell(row.name),
                blank_cell(),
                *_amounts(words, row.due),
                amount_cell(words.kip(row.due_in_all)),
            )
        )
    name = words.say("Total of page {page}", page=words.number(page.page))
    grid.row(
        (
            blank_cell(),
            blank_cell(),
            name_cell(name),
            blank_cell(),
            *(amount_cell(words.kip(kip)) for kip in page.due),
            amount_cell(words.kip(page.due_in_all)),
        ),
        bold=True,
    )
    grid.end()


def _amounts(words: Words, due: Sequence[int]) -> Iterator[Cell]:
    """What is due; nothing is printed where nothing is, so that the place is free to write."""
    for kip in due:
        yield amount_cell(words.kip(kip)) if kip else blank_cell()


def _whole(flow: Flow, given: CollectionPaper, sums: Sequence[PageSums]) -> None:
    """The pages added up, other money, the box, and who signs."""
    words = flow.paper.words
    if len(sums) > 1:
        _together(flow, given, sums)
    _other_money(flow)
    signers = [(word(words, "role", one.role), one.name) for one in given.officers[:_SIGN]]
    _box(flow, words.kip(given.cash), signers)


def _together(flow: Flow, given: CollectionPaper, sums: Sequence[PageSums]) -> None:
    words, columns = flow.paper.words, given.sheet.columns
    heading = words.say("All pages together")
    flow.heading(heading, below=20 * MM)
    money = tuple(
        Column(word(words, "column", due.value), 22 * MM, amounts=True) for due in columns
    )
    paid = flow.width - (20 + 26 + 22 * len(columns) + 27) * MM
    heads = (
        Column(words.say("Page"), 20 * MM),
        Column(words.say("Rows"), 26 * MM + paid - min(paid, 45 * MM)),
        *money,
        Column(words.say("Total due"), 27 * MM, amounts=True),
        Column(words.say("Total paid"), min(paid, 45 * MM), amounts=True),
    )
    rows = [_sum_row(words, page) for page in sums]
    table = Table(flow, heads, Look(row_height=7 * MM, grid=True))
    with flow.going_on(words.say("{heading} (continued)", heading=heading)):
        table.draw(rows, sums_forward(words))
    flow.gap(6 * MM)


def _sum_row(words: Words, page: PageSums) -> Row:
    # Places in the list are no amounts: they have no mark at the thousands.
    rows = f"{page.first}–{page.last}"
    return Row(
        (
            name_cell(words.number(page.page)),
            name_cell(rows),
            *(amount_cell(words.kip(kip)) for kip in page.due),
            amount_cell(words.kip(page.due_in_all)),
            blank_cell(),
        ),
        sums=(None, None, *page.due, page.due_in_all, None),
    )


def _other_money(flow: Flow) -> None:
    """Loans paid out, costs, money taken out: whatever else moved at the meeting."""
    words = flow.paper.words
    flow.heading(words.say("Other money at this meeting"), below=(_OTHER_ROWS + 2) * _OTHER_ROW)
    columns = (
        Column(words.say("No."), 12 * MM),
        Column(words.say("Who, and what for"), flow.width - 142 * MM),
        Column(words.say("Came in"), 35 * MM, amounts=True),
        Column(words.say("Went out"), 35 * MM, amounts=True),
        Column(words.say("Signature or thumbprint"), 60 * MM),
    )
    grid = HandGrid(flow, columns, row_height=_OTHER_ROW)
    grid.head()
    for number in range(1, _OTHER_ROWS + 1):
        grid.row((name_cell(words.number(number)),))
    grid.row((blank_cell(), name_cell(words.say("Total"))), bold=True)
    grid.end()


def _box(flow: Flow, cash: str, signers: Sequence[tuple[str, str]]) -> None:
    """From the box before the meeting to the one after it, to be added by hand, and who signs."""
    words = flow.paper.words
    flow.gap(3 * MM)
    # On one page with the other money: the two are added up together.
    flow.need(8.5 * MM + 8 * HAND_LINE)
    heading = words.say("The cash box, in {unit}", unit=words.unit)
    flow.line(whole_line(heading, strong(HEADING), flow.width))
    top = flow.y
    labels = (
        words.say("Cash before the meeting, by the book"),
        words.say("+ paid on all pages"),
        words.say("+ other money that came in"),
        words.say("– money that went out"),
        words.say("= should be in the box after the meeting"),
        words.say("Counted after the meeting"),
        words.say("Difference"),
        words.say("Reason"),
    )
    for label in labels:
        write_on(flow, label, _BOX, text=cash if label is labels[0] else "", part=_LABEL)
    bottom, flow.y = flow.y, top
    left = _BOX + 15 * MM
    told = whole_line(words.say("Collected and counted by:"), thin(), flow.width - left)
    # On the baseline of the first line beside it.
    flow.page.line(flow.left + left, top - LINE_BASE, told)
    flow.y -= told.style.leading
    for role, name in signers:
        _sign(flow, left, role, name)
    flow.y = bottom


def _sign(flow: Flow, left: float, role: str, name: str) -> None:
    """A line to sign on; below it the role, and the name or dots on which it is written."""
    flow.y -= _TO_SIGN
    start = flow.left + left
    flow.page.rule(start, flow.y, flow.right, flow.y, HAIR)
    who = whole_line(role, strong(SMALL), flow.right - start)
    below = 4 * MM if name else 6.4 * MM
    flow.page.line(start, flow.y - below, who)
    place, room = start + who.width + 3 * MM, flow.right - start - who.width - 3 * MM
    if name:
        flow.page.line(place, flow.y - below, whole_line(name, thin(SMALL), room))
    else:
        flow.page.dotted(place, flow.right, flow.y - below - 0.5 * MM)
    flow.y -= below + 1.5 * MM
