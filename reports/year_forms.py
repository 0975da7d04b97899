"""The papers of a year as blank forms: the same parts with empty lines, to be written by hand."""

from reports.annual_more import draw_audit, draw_words
from reports.attendance import blank_group
from reports.flow import Flow
from reports.form_set import FormFacts
from reports.page import Paper
from reports.shell import Said, Shell
from reports.signatures import draw_places
from reports.style import A4_WIDE, A5, BODY, HAIR, MM, SMALL, thin
from reports.tables import Column, Look, Row, Table, blank_cell
from translations.naming import word
from translations.words import Words

_ROOM = Look(size=9, row_height=8 * MM, grid=True)
_BLANK = "____________"


def draw_blank_annual(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank annual report."""
    shell = Shell(words, Said(facts.group, words.say("Annual report")), into=into)
    shell.head(words.say("Year: {year}", year=_BLANK))
    blank_group(shell.flow, facts.group)
    flow = shell.flow
    two = (words.say("Account"), words.say("Amount"))
    for head, rows in (
        (words.say("Assets"), 6),
        (words.say("Liabilities"), 5),
        (words.say("Funds and own money"), 5),
        (words.say("Income"), 5),
        (words.say("Expenses"), 5),
    ):
        _table(flow, head, two, (0.65, 0.35), rows)
    three = (words.say("Share of the profit"), words.say("By rule"), words.say("Amount"))
    _table(flow, words.say("Allocation of profit"), three, (0.45, 0.25, 0.3), 9)
    draw_words(flow, {})
    draw_audit(flow, _BLANK)
    roles = ("president", "accountant", "treasurer")
    agreed = words.say("This report was read out and agreed.")
    draw_places(flow, [(word(words, "role", role), "") for role in roles], agreed)
    shell.finish()


def draw_blank_member_year(words: Words, into: Paper, facts: FormFacts) -> None:
    """A member's statement to be filled in."""
    title = words.say("Statement of the year {year}", year=_BLANK)
    shell = Shell(words, Said(facts.group, title), size=A5, into=into)
    shell.head()
    blank_group(shell.flow, facts.group)
    flow = shell.flow
    _lines(flow, words.say("Member"))
    heads = (
        "",
        words.say("At the beginning"),
        words.say("More"),
        words.say("Less"),
        words.say("At the end"),
    )
    low = Look(size=8.5, row_height=6.6 * MM, grid=True)
    _table(flow, "", heads, (0.2, 0.2, 0.2, 0.2, 0.2), 3, look=low)
    paid = (words.say("What for"), words.say("Paid in"), words.say("Paid out"))
    _table(flow, "", paid, (0.4, 0.3, 0.3), 6, look=low)
    flow.heading(words.say("Your dividend"), below=20 * MM)
    flow.text(f"D = {_BLANK} × {_BLANK} ÷ {_BLANK} = {_BLANK}", thin(BODY))
    flow.gap(10 * MM)
    _lines(flow, words.say("Member"), words.say("Accountant"))
    shell.finish()


def draw_blank_proof(words: Words, into: Paper, facts: FormFacts) -> None:
    """Empty lines for the weights of a year."""
    title = words.say("How the profit was shared, step by step")
    shell = Shell(words, Said(facts.group, title), size=A4_WIDE, into=into)
    shell.head(words.say("Year: {year}", year=_BLANK))
    blank_group(shell.flow, facts.group)
    flow = shell.flow
    months = [words.number(month) for month in range(1, 13)]
    heads = (words.say("No."), words.say("Name"), "A", *months, "w", "D")
    shares = (0.04, 0.16, 0.06, *(0.05,) * 12, 0.08, 0.06)
    _table(flow, "", heads, shares, 11)
    flow.gap(2 * MM)
    flow.text(f"W = {_BLANK}", thin(BODY))
    flow.text(f"D = {_BLANK} × w ÷ W", thin(BODY))
    shell.finish()


def _table(
    flow: Flow,
    title: str,
    heads: tuple[str, ...],
    shares: tuple[float, ...],
    rows: int,
    *,
    look: Look = _ROOM,
) -> None:
    """A table of empty rows; `shares` of the whole width are those of its columns."""
    if title:
        flow.heading(title, below=(rows + 2) * look.row_height)
    else:
        flow.gap(4 * MM)
    columns = [Column(head, flow.width * share) for head, share in zip(heads, shares, strict=True)]
    Table(flow, columns, look).draw([Row(tuple(blank_cell() for _ in heads))] * rows)


def _lines(flow: Flow, *names: str) -> None:
    """Places to write or to sign, side by side, each with its name below."""
    flow.need(14 * MM)
    width = flow.width / max(1, len(names))
    y = flow.y - 9 * MM
    for place, name in enumerate(names):
        left = flow.left + place * width
        flow.page.rule(left, y, left + width - 6 * MM, y, HAIR)
        flow.page.line(left, y - 4.4 * MM, flow.paper.lines(name, thin(SMALL), width)[0])
    flow.y = y - 6 * MM
