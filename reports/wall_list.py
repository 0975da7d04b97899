"""The balance list for the wall on A4: what everybody has, page sums, and the whole."""

from pathlib import Path

from ledger.statements.meeting_papers import WallPaper, WallRow
from reports.attendance import blank_head, blank_unit
from reports.form_set import FormFacts
from reports.forward import sums_forward
from reports.hand_list import draw_hand_list
from reports.page import Paper
from reports.shell import Said, Shell
from reports.style import MM
from reports.tables import Cell, Column, Look, Row, Table, amount_cell, name_cell
from translations.words import Words

_ROW = 8.5 * MM
_MONEY = 34 * MM
_NUMBER, _LABEL = 18 * MM, 50 * MM
_LOOK = Look(size=11.5, row_height=7.1 * MM)
"""Larger than in the hand: it is read from a step away."""
_NARROW, _ROOMS = 28 * MM, (32 * MM, 32 * MM, 44 * MM, 32 * MM)
"""How wide an amount is where all four stand beside a name, and where there are fewer."""


def print_wall_list(given: WallPaper, words: Words, out: Path) -> int:
    """Print the list into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    title = words.say("What everybody has")
    later = f"{title} · {words.long_day(given.day)}"
    shell = Shell(words, Said(given.group, title, given.printed, later=later))
    shell.head(words.long_day(given.day))
    shell.facts(
        words.say_many("{n} member", "{n} members", len(given.rows)),
        words.say("Amounts in {unit}", unit=words.unit),
        words.say("Does it agree with your passbook? Tell the committee if not."),
    )
    flow = shell.flow
    flow.gap(4 * MM)
    table = Table(flow, _columns(given, words, flow.width), _LOOK)
    table.draw([_row(given, row, words) for row in given.rows], sums_forward(words))
    return shell.save(out)


def draw_blank_wall_list(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank list of one page for writing by hand."""
    said = Said(facts.group, words.say("What everybody has"), of_many=True)
    shell = Shell(words, said, into=into)
    flow = shell.flow
    shell.head()
    blank_head(flow, facts.group)
    blank_unit(flow)
    columns = (
        Column(words.say("No."), _NUMBER),
        Column(words.say("Name"), flow.width - _NUMBER - 3 * _MONEY),
        Column(words.say("Savings"), _MONEY, amounts=True),
        Column(words.say("Welfare contribution this year"), _MONEY, amounts=True),
        Column(words.say("Still owes"), _MONEY, amounts=True),
    )
    draw_hand_list(flow, columns, row_height=_ROW)
    shell.finish()


def _columns(given: WallPaper, words: Words, width: float) -> list[Column]:
    """Number, name, and the columns of money that the group has and wants to show.

    Without names the money has their room, and what the sums are called stands below the numbers.
    """
    every = (
        words.say("Savings"),
        words.say("Voluntary savings"),
        words.say("Welfare contribution this year"),
        words.say("Still owes"),
    )
    shown = _shown(given)
    if not given.names:
        rooms = [(width - _LABEL) / len(shown)] * len(shown)
        first = [Column(words.say("No."), _LABEL)]
    else:
        rooms = [_NARROW if len(shown) == len(every) else _ROOMS[place] for place in shown]
        name = Column(words.say("Name"), width - _NUMBER - sum(rooms))
        first = [Column(words.say("No."), _NUMBER), name]
    money = zip(shown, rooms, strict=True)
    return [*first, *(Column(every[place], room, amounts=True) for place, room in money)]


def _shown(given: WallPaper) -> tuple[int, ...]:
    """Which of the four amounts of a row are shown."""
    every = (True, given.voluntary, given.welfare, given.loans)
    return tuple(place for place, shown in enumerate(every) if shown)


def _row(given: WallPaper, row: WallRow, words: Words) -> Row:
    every = (row.savings, row.voluntary, row.welfare, row.loans)
    amounts = [every[place] for place in _shown(given)]
    cells: list[Cell] = [name_cell(row.number), *([name_cell(row.name)] if given.names else [])]
    sums = (*(None for _ in cells), *amounts)
    money = (amount_cell(words.kip(kip)) for kip in amounts)
    return Row((*cells, *money), sums=sums, number=row.number)
