"""The pay-out list on A4: who is handed how much, with room for a signature or a thumbprint."""

from pathlib import Path

from ledger.statements.pay_outs import PayOutPaper, PayOutRow
from reports.attendance import blank_head, blank_unit
from reports.form_set import FormFacts
from reports.forward import sums_forward
from reports.page import Paper
from reports.shell import Said, Shell
from reports.signatures import (
    close_height,
    draw_places,
    draw_signatures,
    places_height,
    rows_above,
    usual_places,
)
from reports.slip_words import line_text
from reports.style import A4, A4_WIDE, BODY, MM, strong, thin
from reports.tables import (
    Column,
    Look,
    Row,
    Table,
    amount_cell,
    blank_cell,
    name_cell,
    phrase_cell,
    words_cell,
)
from translations.words import Words

_ROW = 12 * MM
"""Room for a thumb."""
_LOOK = Look(row_height=_ROW, grid=True)
_IN_WORDS = 12 * MM
"""Room for the sum in words, on two lines where it is long."""


def print_pay_outs(given: PayOutPaper, words: Words, out: Path) -> int:
    """Print the list into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    kept = any(row.kept for row in given.rows)
    marks = (words.say("Not signed yet: the numbers come with the signature"),)
    said = Said(
        given.group, words.say("Pay-out list"), given.printed, marks if given.pencil else ()
    )
    shell = Shell(words, said, size=A4_WIDE if kept else A4)
    flow = shell.flow
    shell.head(words.long_day(given.day))
    shell.facts(
        words.say_many("{n} pay-out", "{n} pay-outs", len(given.counted)),
        words.say("Handed over: {kip}", kip=words.money(given.handed)),
    )
    flow.gap(4 * MM)
    rows = [_row(words, given, row, kept=kept) for row in given.rows]
    columns = _columns(words, flow.width, kept=kept)
    # Nobody signs a page on which no pay-out stands.
    below = _IN_WORDS + places_height(len(given.signs))
    Table(flow, columns, _LOOK).draw(rows, sums_forward(words), below=below)
    flow.gap(3 * MM)
    if not rows:
        flow.text(words.say("No money was paid out."), thin(BODY))
        return shell.save(out)
    flow.text(words.say("In words: {words}", words=words.in_words(given.handed)), strong(BODY))
    draw_signatures(flow, given.signs, words.say("Paid out by, and witnessed by:"))
    return shell.save(out)


def draw_blank_pay_outs(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank list of one page for writing by hand."""
    shell = Shell(words, Said(facts.group, words.say("Pay-out list")), into=into)
    flow = shell.flow
    shell.head()
    blank_head(flow, facts.group)
    blank_unit(flow)
    columns = _columns(words, flow.width, kept=False)
    empty = Row(tuple(blank_cell() for _ in columns))
    said = words_cell(words.say("Total of this page"))
    total = Row((blank_cell(), said, *empty.cells[2:]), strong=True)
    places = usual_places(words)
    rows = rows_above(flow, places, _ROW)
    Table(flow, columns, _LOOK).draw([*[empty] * rows, total])
    paid = words.say("Paid out by, and seen by:")
    draw_places(flow, places, paid, height=close_height(flow, places)[0])
    shell.finish()


def _columns(words: Words, width: float, *, kept: bool) -> tuple[Column, ...]:
    sign = (48 if kept else 42) * MM
    amounts = [Column(words.say("Amount"), 27 * MM, amounts=True)]
    if kept:
        amounts += [
            Column(words.say("Kept back"), 27 * MM, amounts=True),
            Column(words.say("In the hand"), 30 * MM, amounts=True),
        ]
    number, what = 14 * MM, (50 if kept else 42) * MM
    name = width - sign - number - what - sum(column.width for column in amounts)
    return (
        Column(words.say("No."), number),
        Column(words.say("Name"), name),
        Column(words.say("What for"), what),
        *amounts,
        Column(words.say("Signature or thumbprint"), sign),
    )


def _row(words: Words, given: PayOutPaper, row: PayOutRow, *, kept: bool) -> Row:
    kips = (row.kip, row.kept, row.handed) if kept else (row.kip,)
    told = [line_text(words, given.rulebook, line) for line in row.lines]
    told += [row.note] if row.note else []
    note, counts = blank_cell(), row.taken_back is None
    if row.taken_back is not None:
        note = words_cell(words.say("VOID – No.\u00a0{number}", number=row.taken_back.number))
    return Row(
        (
            words_cell("" if row.number is None else str(row.number)),
            name_cell(_who(row)),
            phrase_cell(", ".join(told)),
            *(amount_cell(words.kip(kip)) if kip else blank_cell() for kip in kips),
            note,
        ),
        sums=(None, None, None, *(kip * counts for kip in kips), None),
    )


def _who(row: PayOutRow) -> str:
    """Number and name; whoever takes it in her place stands behind."""
    if row.member is None:
        return row.party
    name = f"{row.member.title} {row.member.name}".strip()
    her = f"{row.member.number} {name}"
    return her if row.party in {"", name} else f"{her} ({row.party})"
