"""The list of all receipt numbers on A4: each with its paper, the void ones, and the sums."""

from collections.abc import Sequence
from pathlib import Path

from ledger.statements.slip_numbers import NumberRow, NumbersPaper, Run
from ledger.statements.slips import SlipKind
from reports.flow import Flow
from reports.forward import sums_forward
from reports.shell import Said, Shell
from reports.slip_words import TITLES
from reports.spans import days_text, numbers_text
from reports.style import BODY, MM, strong, thin
from reports.tables import (
    Column,
    Look,
    Row,
    Table,
    amount_cell,
    blank_cell,
    phrase_cell,
    words_cell,
)
from translations.naming import word
from translations.words import Words

_LOOK = Look(size=9)


def print_slip_numbers(given: NumbersPaper, words: Words, out: Path) -> int:
    """Print the list into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    title = (
        words.say("Void receipts and vouchers")
        if given.void_only
        else words.say("List of receipt numbers")
    )
    shell = Shell(words, Said(given.group, title, given.printed))
    flow = shell.flow
    shell.head(days_text(words, given.first, given.last))
    if given.rows:
        shell.facts(
            numbers_text(words, given.rows[0].number, given.rows[-1].number),
            words.say("Void: {n}", n=words.number(given.void)),
            words.say("Amounts in {unit}", unit=words.unit),
        )
    flow.gap(4 * MM)
    rows = [_row(words, row) for row in given.shown]
    Table(flow, _columns(words, flow.width), _LOOK).draw(rows, sums_forward(words))
    if not rows:
        flow.gap(3 * MM)
        flow.text(words.say("There is none."), thin(BODY))
    _counts(flow, given)
    return shell.save(out)


def _columns(words: Words, width: float) -> tuple[Column, ...]:
    number, day, paper, amount = 14 * MM, 20 * MM, 28 * MM, 22 * MM
    who = width - number - day - paper - 2 * amount
    return (
        Column(words.say("No."), number),
        Column(words.say("For whom, what for"), who),
        Column(words.say("Day"), day),
        Column(words.say("Kind of paper"), paper),
        Column(words.say("Came in"), amount, amounts=True),
        Column(words.say("Went out"), amount, amounts=True),
    )


def _row(words: Words, row: NumberRow) -> Row:
    paper = words.say(TITLES[row.kind]) if row.kind else words.say("within the group, no paper")
    if row.taken_back is not None:
        void = words.say("VOID – No.\u00a0{number}", number=row.taken_back.number)
        paper = f"{paper}\n{void}"
    elif row.takes_back is not None:
        back = words.say("of No.\u00a0{number}", number=row.takes_back)
        paper = f"{paper}\n{back}"
    kinds = ", ".join(word(words, "kind", kind.value) for kind in row.kinds)
    whose = row.party
    if row.member is not None:
        whose = f"{row.member.number} {row.member.title} {row.member.name}".replace("  ", " ")
    note = "" if row.note == row.party else row.note
    return Row(
        (
            words_cell(str(row.number)),
            phrase_cell(" · ".join(filter(None, (whose, kinds, note)))),
            words_cell(words.day(row.day)),
            words_cell(paper),
            *(amount_cell(words.kip(kip)) if kip else blank_cell() for kip in (row.came, row.went)),
        ),
        strong=row.taken_back is not None,
        sums=(None, None, None, None, row.came, row.went),
    )


def _counts(flow: Flow, given: NumbersPaper) -> None:
    """How many of each paper there are, and that no number is missing."""
    words = flow.paper.words
    flow.gap(5 * MM)
    flow.need(30 * MM)
    for kind in SlipKind:
        said = f"{words.say(TITLES[kind])}: {words.number(given.count(kind))}"
        flow.text(said, thin(BODY))
    none = words.number(given.count(None))
    flow.text(words.say("Numbers within the group, without a paper: {n}", n=none), thin(BODY))
    if given.elsewhere:
        flow.text(
            words.say(
                "Numbers of entries dated otherwise: {numbers}", numbers=_runs(given.elsewhere)
            ),
            thin(BODY),
        )
    if given.missing:
        lost = words.say(
            "These numbers are missing in the book: {numbers}", numbers=_runs(given.missing)
        )
        flow.text(lost, strong(BODY))
    else:
        flow.text(words.say("No number is missing."), strong(BODY))


def _runs(runs: Sequence[Run]) -> str:
    return ", ".join(str(one) if one == last else f"{one}–{last}" for one, last in runs)
