"""The group's sheet for the network on A4: each figure and its meaning, the code, three names."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ledger.rules.network import AMOUNTS, PARTS, Figure, NetworkSheet
from ledger.rules.people import Officer
from ledger.rules.rulebook import Group
from reports.flow import Flow
from reports.page import whole_line
from reports.shell import Said, Shell
from reports.signatures import draw_signatures, places_height
from reports.style import FIRM, MM, strong, thin
from reports.tables import Column, Row, Table, amount_cell, name_cell, words_cell
from translations.network_words import figure_meaning, figure_name
from translations.words import Words

SIGNERS = 3
"""So many officers sign the sheet."""


def print_network_sheet(
    sheet: NetworkSheet,
    code: str,
    words: Words,
    out: Path,
    *,
    officers: Sequence[Officer],
    printed: date,
) -> int:
    """Print the sheet into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    title = words.say("Sheet for the network, {day}", day=words.day(sheet.day))
    shell = Shell(words, Said(_group(sheet), title, printed, foot=code))
    shell.head()
    flow = shell.flow
    _draw_code(flow, code)
    flow.gap(4 * MM)
    columns = (
        Column(words.say("Figure"), 62 * MM),
        Column(words.say("How much"), 32 * MM, amounts=True),
        Column(words.say("What it means"), flow.width - 94 * MM),
    )
    signers = officers[:SIGNERS]
    rows = [_row(words, sheet, figure) for figure in Figure if figure in sheet.figures]
    Table(flow, columns).draw(rows, below=places_height(len(signers)))
    draw_signatures(flow, signers, words.say("These figures agree with our book."))
    return shell.save(out)


def _group(sheet: NetworkSheet) -> Group:
    """Who sends the sheet, as the head of a paper names a group."""
    sender = sheet.sender
    return Group(
        name=sender.name,
        village=sender.village,
        zone=sender.zone,
        district=sender.district,
        province=sender.province,
        practice=sheet.practice,
    )


def _draw_code(flow: Flow, code: str) -> None:
    """The code of the file in a box, large, to be read out."""
    words = flow.paper.words
    flow.gap(3 * MM)
    line = whole_line(code, strong(16), 80 * MM)
    height = 10 * MM
    flow.need(height)
    flow.page.box(flow.left, flow.y - height, line.width + 20, height, FIRM)
    middle = flow.y - height / 2
    flow.page.line(flow.left + 10, middle - line.style.size * 0.35, line)
    left = flow.left + line.width + 20 + 4 * MM
    said = words.say("The code of the file. Whoever gets the file reads it back to you.")
    style = thin(9.5)
    lines = flow.paper.lines(said, style, flow.right - left)
    y = middle + style.leading * (len(lines) - 1) / 2 - style.size * 0.35
    for number, one in enumerate(lines):
        flow.page.line(left, y - number * style.leading, one)
    flow.y -= height


def _row(words: Words, sheet: NetworkSheet, figure: Figure) -> Row:
    value = sheet[figure]
    text = words.money(value) if figure in AMOUNTS else words.number(value)
    name = name_cell(figure_name(words, figure.value))
    meaning = words_cell(figure_meaning(words, figure.value))
    return Row((name, amount_cell(text), meaning), strong=figure in PARTS)
