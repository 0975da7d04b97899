"""The papers of a year as blank forms: the same parts with empty lines, to be written by hand."""

from reports.annual_more import draw_audit, draw_words
from reports.attendance import blank_group, blank_unit
from reports.filled import Gap, Part, draw_filled, filled
from reports.flow import Flow
from reports.form_set import BLANK, FormFacts
from reports.hand_list import draw_hand_list
from reports.page import Paper, whole_line
from reports.shell import Said, Shell
from reports.signatures import close_height, draw_places, usual_places
from reports.style import A4_WIDE, A5, HAIR, MM, SMALL, strong, thin
from reports.tables import Column, Look, Row, Table, blank_cell, words_cell
from translations.words import Words

_ROOM = Look(size=9, row_height=8 * MM, grid=True)
_ACCOUNTS = Look(size=9, row_height=7 * MM, grid=True)
"""A little lower: a year's two sides stand on one page, and its result with its shares on the next.
"""
_BELOW = 2 * MM
"""Between the rows of a proof and what is told of them, in points."""
_WIDE = 30 * MM
_BETWEEN = 6 * MM
"""Between two lines to sign on, in points."""


def draw_blank_annual(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank annual report."""
    title, year = words.say("Annual report"), words.say("Year: {year}", year=BLANK)
    shell = Shell(words, Said(facts.group, title, later=f"{title} · {year}"), into=into)
    shell.head(year)
    blank_group(shell.flow, facts.group)
    flow = shell.flow
    flow.gap(2 * MM)
    blank_unit(flow)
    two = (words.say("Account"), words.say("Amount"))
    both = words.say("Liabilities, funds and own money together")
    for head, rows, more in (
        (words.say("Assets"), 5, ""),
        (words.say("Liabilities"), 5, ""),
        (words.say("Funds and own money"), 5, both),
        (words.say("Income"), 5, ""),
        (words.say("Expenses"), 5, words.say("Profit: income less expenses")),
    ):
        last = tuple(filter(None, (words.say("Total"), more)))
        _table(flow, head, two, (0.65, 0.35), rows, look=_ACCOUNTS, last=last)
    three = (words.say("Share of the profit"), words.say("By rule"), words.say("Amount"))
    _table(
        flow,
        words.say("Allocation of profit"),
        three,
        (0.45, 0.25, 0.3),
        9,
        look=_ACCOUNTS,
        last=(words.say("Total"),),
    )
    draw_words(flow, {})
    draw_audit(flow, BLANK)
    places = usual_places(words)
    agreed = words.say("This report was read out and agreed.")
    draw_places(flow, places, agreed, height=close_height(flow, places)[0])
    shell.finish()


def draw_blank_member_year(words: Words, into: Paper, facts: FormFacts) -> None:
    """A member's statement to be filled in."""
    title = words.say("Statement of the year {year}", year=BLANK)
    shell = Shell(words, Said(facts.group, title), size=A5, into=into)
    shell.head(words.say("Amounts in {unit}", unit=words.unit))
    blank_group(shell.flow, facts.group)
    flow = shell.flow
    who = (words.say("Member number"), words.say("Name"), words.say("Day"))
    _lines(flow, *who, shares=(0.2, 0.5, 0.3))
    heads = (
        words.say("What"),
        words.say("At the beginning"),
        words.context("balance", "More"),
        words.say("Less"),
        words.say("At the end"),
    )
    low = Look(size=8.5, row_height=6.4 * MM, grid=True)
    named = (words.say("Savings"), words.say("Voluntary savings"), words.say("Loans"))
    _table(flow, "", heads, (0.26, 0.23, 0.17, 0.17, 0.17), 0, look=low, named=named)
    paid = (words.say("What for"), words.say("Paid in"), words.say("Paid out"))
    _table(flow, "", paid, (0.4, 0.3, 0.3), 3, look=low, last=(words.say("Total"),))
    flow.heading(words.say("Your dividend"), above=5 * MM, below=20 * MM)
    _dividend(flow)
    flow.gap(4 * MM)
    _lines(flow, words.say("Member"), words.say("Accountant"), shares=(0.5, 0.5), named=True)
    shell.finish()


def draw_blank_proof(words: Words, into: Paper, facts: FormFacts) -> None:
    """Empty lines for the weights of a year."""
    title = words.say("How the profit was shared, step by step")
    shell = Shell(words, Said(facts.group, title, of_many=True), size=A4_WIDE, into=into)
    year, unit = (
        words.say("Year: {year}", year=BLANK),
        words.say("Amounts in {unit}", unit=words.unit),
    )
    shell.head(f"{year}   ·   {unit}")
    blank_group(shell.flow, facts.group)
    flow = shell.flow
    months = [words.number(month) for month in range(1, 13)]
    # Who it is stands in one column: a month by hand needs 16 mm for its seven figures.
    heads = (f"{words.say('No.')}\n{words.say('Name')}", "A", *months, "w", "d")
    month, weight, dividend = 16 * MM, 19 * MM, 16.5 * MM
    widths = (flow.width - 13 * month - weight - dividend, *(month,) * 13, weight, dividend)
    columns = [
        Column(head, width, amounts=place > 0)
        for place, (head, width) in enumerate(zip(heads, widths, strict=True))
    ]
    letters = words.say(
        "A: savings at the beginning of the year · 1 to 12: what counts in each month · w: "
        "weight, all months added up · W: the w of all members together · D: what is shared out · "
        "d: dividend, rounded as the rules say"
    )
    whole = Gap(_WIDE, words.say("weight of all members"))
    shared = Gap(_WIDE, words.say("what is shared out"))
    parts = ("D = ", shared, "   W = ", whole, "   d = D ÷ W × w")
    reckoned, style = filled(flow, parts, by_hand=True), thin(SMALL)
    told = _BELOW + len(flow.paper.lines(letters, style, flow.width)) * style.leading
    flow.gap(4 * MM)
    draw_hand_list(flow, columns, row_height=_ROOM.row_height, below=told + reckoned.height, name=0)
    flow.gap(_BELOW)
    flow.text(letters, style)
    draw_filled(flow, reckoned)
    shell.finish()


def _dividend(flow: Flow) -> None:
    """How the dividend comes about: a gap for each figure, and one for what rounding leaves."""
    say = flow.paper.words.say
    shared: tuple[Part, ...] = (
        Gap(_WIDE, say("what is shared out")),
        " ÷ ",
        Gap(_WIDE, say("weight of all members")),
        " × ",
        Gap(_WIDE, say("your weight")),
        " = ",
        Gap(_WIDE, say("before rounding")),
    )
    handed: tuple[Part, ...] = (
        "– ",
        Gap(_WIDE, say("left over by rounding")),
        " = ",
        Gap(_WIDE, say("your dividend")),
    )
    for parts in (shared, handed):
        draw_filled(flow, filled(flow, parts, by_hand=True))


def _table(
    flow: Flow,
    title: str,
    heads: tuple[str, ...],
    shares: tuple[float, ...],
    rows: int,
    *,
    look: Look = _ROOM,
    named: tuple[str, ...] = (),
    last: tuple[str, ...] = (),
) -> None:
    """A table of rows with a name and of empty ones, and the `last` ones for the sums.

    `shares` of the whole width are those of its columns; where there is a sum, all but the first
    are for amounts, and so they are where the rows have names.
    """
    drawn = [_row(name, heads) for name in (*named, *("",) * rows)]
    drawn += [_row(name, heads, strong=True) for name in last]
    if title:
        flow.heading(title, below=(len(drawn) + 1) * look.row_height)
    else:
        flow.gap(4 * MM)
    sums = bool(last or named)
    columns = [
        Column(head, flow.width * share, amounts=sums and place > 0)
        for place, (head, share) in enumerate(zip(heads, shares, strict=True))
    ]
    Table(flow, columns, look).draw(drawn)


def _row(name: str, heads: tuple[str, ...], *, strong: bool = False) -> Row:
    """A row to write in; what it is for stands in its first column."""
    first = words_cell(name) if name else blank_cell()
    return Row((first, *(blank_cell() for _ in heads[1:])), strong=strong)


def _lines(flow: Flow, *names: str, shares: tuple[float, ...], named: bool = False) -> None:
    """Places to write or to sign, side by side by their shares of the width, each called below.

    Where somebody signs, dots for her own name follow: `named`.
    """
    height = (21 if named else 14) * MM
    flow.need(height)
    room = flow.width - _BETWEEN * (len(names) - 1)
    y, left = flow.y - 9 * MM, flow.left
    end = flow.y - height
    for name, share in zip(names, shares, strict=True):
        width = room * share
        flow.page.rule(left, y, left + width, y, HAIR)
        flow.page.line(left, y - 4.4 * MM, whole_line(name, strong(SMALL), width))
        if named:
            flow.page.dotted(left, left + width, y - 10.4 * MM)
        left += width + _BETWEEN
    flow.y = end
