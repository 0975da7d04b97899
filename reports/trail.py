"""Who did what in a year, on A4: one sentence for each act, for any member who wants to read it."""

from pathlib import Path

from ledger.statements.trail import TrailPaper
from reports.shell import Said, Shell
from reports.style import MM
from reports.tables import Column, Look, Row, Table, amount_cell, name_cell, words_cell
from reports.trail_words import act_sentence, doer, when
from reports.watched import draw_watched
from translations.words import Words

_LOOK = Look(size=9)


def print_trail(trail: TrailPaper, words: Words, out: Path) -> int:
    """Print the trail of a year into a PDF file; the number of pages. Raises PrinterTrouble."""
    title = words.say("Who did what in {year}", year=words.year(trail.year.number))
    shell = Shell(words, Said(trail.group, title, trail.printed))
    shell.head(
        words.say("From the end of the year before to the closing of this one, or to today"),
    )
    draw_watched(shell.flow, trail.watched)
    shell.flow.gap(4 * MM)
    flow = shell.flow
    number, day, who = 14 * MM, 30 * MM, 46 * MM
    columns = (
        Column(words.say("No."), number, amounts=True),
        Column(words.say("When"), day),
        Column(words.say("What was done"), flow.width - number - day - who),
        Column(words.say("Who"), who),
    )
    rows = [
        Row(
            (
                amount_cell(words.number(row.number)),
                words_cell(when(words, row)),
                name_cell(act_sentence(words, row)),
                name_cell(doer(words, row)),
            )
        )
        for row in trail.rows
    ]
    Table(flow, columns, _LOOK).draw(rows)
    return shell.save(out)
