"""The balance list for the wall on A4: what everybody has, page sums, and the whole."""

from pathlib import Path

from ledger.statements.meeting_papers import WallPaper, WallRow
from reports.attendance import blank_head
from reports.form_set import FormFacts
from reports.hand_grid import HandGrid
from reports.page import Paper
from reports.shell import Said, Shell
from reports.style import MM
from reports.tables import Cell, Column, Forward, Look, Row, Table, amount_cell, name_cell
from translations.words import Words

_ROW = 8.5 * MM
_BLANK_ROWS = 22
_MONEY = 34 * MM


def print_wall_list(given: WallPaper, words: Words, out: Path) -> int:
    """Print the list into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    shell = Shell(words, Said(given.group, words.say("What everybody has"), given.printed))
    shell.head(words.long_day(given.day))
    shell.facts(
        words.say_many("{n} member", "{n} members", len(given.rows)),
        words.say("Amounts in {unit}", unit=words.unit),
        words.say("Does it agree with your passbook? Tell the committee if not."),
    )
    flow = shell.flow
    flow.gap(4 * MM)
    money = _columns(given, words)
    first = [Column(words.say("No."), 22 * MM)]
    rest = flow.width - 22 * MM - len(money) * _MONEY
    first.append(Column(words.say("Name") if given.names else "", rest))
    forward = Forward(
        words.say("This page"),
        words.say("Up to here"),
        words.say("Brought forward"),
        words.kip,
    )
    table = Table(flow, (*first, *(column for column, _ in money)), Look(row_height=7 * MM))
    table.draw([_row(given, row, words) for row in given.rows], forward)
    return shell.save(out)


def draw_blank_wall_list(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank list of one page for writing by hand."""
    shell = Shell(words, Said(facts.group, words.say("What everybody has")), into=into)
    flow = shell.flow
    shell.head()
    blank_head(flow, facts.group)
    columns = (
        Column(words.say("No."), 22 * MM),
        Column(words.say("Name"), flow.width - 22 * MM - 3 * _MONEY),
        Column(words.say("Savings"), _MONEY, amounts=True),
        Column(words.say("Welfare this year"), _MONEY, amounts=True),
        Column(words.say("Still owes"), _MONEY, amounts=True),
    )
    grid = HandGrid(flow, columns, row_height=_ROW)
    grid.head()
    for _ in range(_BLANK_ROWS):
        grid.row()
    grid.row((name_cell(""), name_cell(words.say("This page"))), bold=True)
    grid.end()
    shell.finish()


def _columns(given: WallPaper, words: Words) -> list[tuple[Column, str]]:
    """The columns of money that the group has and wants to show, each with the field behind it."""
    every = (
        (words.say("Savings"), "savings", True),
        (words.say("Voluntary savings"), "voluntary", given.voluntary),
        (words.say("Welfare this year"), "welfare", given.welfare),
        (words.say("Still owes"), "loans", given.loans),
    )
    return [(Column(head, _MONEY, amounts=True), field) for head, field, shown in every if shown]


def _row(given: WallPaper, row: WallRow, words: Words) -> Row:
    amounts = [getattr(row, field) for _, field in _columns(given, words)]
    cells: list[Cell] = [name_cell(row.number), name_cell(row.name if given.names else "")]
    cells += [amount_cell(words.kip(kip)) for kip in amounts]
    return Row(tuple(cells), sums=(None, None, *amounts))
