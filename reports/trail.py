"""Who did what in a year, on A4: one sentence for each act, for any member who wants to read it."""

from collections import Counter
from pathlib import Path

from ledger.statements.history import HistoryRow
from ledger.statements.trail import TrailPaper
from reports.shell import Said, Shell
from reports.spans import days_text
from reports.style import MM, thin
from reports.tables import Column, Look, Row, Table, phrase_cell, words_cell
from reports.text.fitting import phrase_lines
from reports.trail_told import told_sentence
from reports.trail_words import doer, when
from reports.watched import draw_watched
from translations.money import NO_BREAK
from translations.words import Words

_LOOK = Look(size=9, row_height=5.8 * MM)
_WHO = range(32, 68)
"""How wide the column of names may be, in mm: at most as wide as what was done."""
_USUAL = 46 * MM
"""A name that fits into a column of this width is not parted."""
_AROUND = 3 * MM


def print_trail(trail: TrailPaper, words: Words, out: Path) -> int:
    """Print the trail of a year into a PDF file; the number of pages. Raises PrinterTrouble."""
    title = words.say("Who did what in {year}", year=words.year(trail.year.number))
    shell = Shell(words, Said(trail.group, title, trail.printed))
    days = days_text(words, *trail.span)
    if not trail.closed:
        days = f"{days} · {words.say('the year is not closed yet')}"
    shell.head(days)
    draw_watched(shell.flow, trail.watched)
    flow = shell.flow
    flow.heading(words.say("What was done, in order"))
    number, day = 13 * MM, 30 * MM
    who = _who_width(trail, words)
    columns = (
        Column(words.say("No."), number),
        Column(words.say("When"), day),
        Column(words.say("What was done"), flow.width - number - day - who),
        Column(words.say("Who"), who),
    )
    rows = [
        Row(
            (
                words_cell(words.number(row.number)),
                words_cell(when(words, row)),
                phrase_cell(told_sentence(words, trail, row)),
                phrase_cell(_who(words, row, who)),
            )
        )
        for row in trail.rows
    ]
    # Two last lines on a sheet of their own would say hardly more than an empty one.
    Table(flow, columns, _LOOK).draw(rows, together=6)
    return shell.save(out)


def _who(words: Words, row: HistoryRow, width: float) -> str:
    """Who did it; a name that fits into the column is not parted."""
    text = doer(words, row)
    for name in filter(None, (row.name, row.second)):
        if thin(_LOOK.size).width(name) <= width - _AROUND:
            text = text.replace(name, name.replace(" ", NO_BREAK))
    return text


def _who_width(trail: TrailPaper, words: Words) -> float:
    """The least width of the column of names, in points, at which they take the fewest lines."""
    rows = {(row.name, row.role, row.second): row for row in trail.rows}
    times = Counter((row.name, row.role, row.second) for row in trail.rows)
    style = thin(_LOOK.size)

    def height(width: float) -> int:
        return sum(
            count
            * len(phrase_lines(_who(words, rows[key], width), style, width - _AROUND, words.pieces))
            for key, count in times.items()
        )

    names = {name for row in trail.rows for name in (row.name, row.second)}
    widths = [style.width(name) + _AROUND for name in names]
    # What the names leave free is for what was done; only a very long one is parted.
    least = max((width for width in widths if width <= _USUAL), default=0.0)
    return min((mm * MM for mm in _WHO if mm * MM >= least), key=height)
