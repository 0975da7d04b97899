"""The pay-out list on A4: who is handed how much, with room for a signature or a thumbprint."""

from pathlib import Path

from ledger.statements.pay_outs import PayOutPaper, PayOutRow
from ledger.statements.slips import Tied
from reports.attendance import blank_head, blank_unit
from reports.form_set import FormFacts
from reports.forward import sums_forward
from reports.hand_list import draw_hand_list
from reports.page import Paper
from reports.shell import Said, Shell
from reports.signatures import (
    close_height,
    close_room,
    draw_places,
    draw_signatures,
    places_height,
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
from translations.naming import word
from translations.words import Words

_ROW = 12 * MM
"""Room for a thumb."""
_LOOK = Look(row_height=_ROW, grid=True)
_IN_WORDS = 12 * MM
"""Room for the sum in words, on two lines where it is long."""
_NOTE = 6 * MM
_WRITTEN = "_" * 30
"""Where whoever is paid writes the name."""


def print_pay_outs(given: PayOutPaper, words: Words, out: Path) -> int:
    """Print the list into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    kept = any(row.kept for row in given.people)
    marks = (words.say("Not signed yet: the numbers come with the signature"),)
    title = words.say("Pay-out list")
    said = Said(
        given.group,
        title,
        given.printed,
        marks if given.pencil else (),
        later=f"{title} · {words.long_day(given.day)}",
    )
    shell = Shell(words, said, size=A4_WIDE if kept else A4)
    flow = shell.flow
    shell.head(words.long_day(given.day))
    shell.facts(
        words.say_many("{n} pay-out", "{n} pay-outs", len(given.counted)),
        words.say("Handed over: {kip}", kip=words.money(given.handed)),
    )
    flow.gap(4 * MM)
    rows = [_row(words, given, row, kept=kept) for row in given.people]
    columns = _columns(words, flow.width, kept=kept)
    # Nobody signs a page on which no pay-out stands.
    below = _IN_WORDS + places_height(len(given.signs)) + _NOTE * len(given.carried)
    if rows:
        Table(flow, columns, _LOOK).draw(rows, sums_forward(words), below=below)
        flow.gap(3 * MM)
    told = words.say("In words: {words}", words=words.in_words(given.handed))
    flow.text(told if rows else words.say("No money was paid out."), strong(BODY))
    for row in given.carried:
        flow.text(_carried(words, row), thin(BODY))
    if not rows:
        return shell.save(out)
    draw_signatures(flow, given.signs, _signed_for(words))
    return shell.save(out)


def draw_blank_pay_outs(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank list of one page for writing by hand."""
    every = Said(facts.group, words.say("Pay-out list"), of_many=True)
    shell = Shell(words, every, into=into)
    flow = shell.flow
    shell.head()
    blank_head(flow, facts.group)
    blank_unit(flow)
    columns = _columns(words, flow.width, kept=False)
    # Beside the one who is paid two sign, as the rules of most groups ask.
    places = [(word(words, "role", role), "") for role in ("treasurer", "president")]
    draw_hand_list(flow, columns, row_height=_ROW, below=close_room(flow, places))
    draw_places(flow, places, _signed_for(words), height=close_height(flow, places)[0])
    shell.finish()


def _signed_for(words: Words) -> str:
    return words.say("Paid out by, and witnessed by:")


def _carried(words: Words, row: PayOutRow) -> str:
    """Why a number is not on the list: what was carried to the bank was handed to nobody."""
    (line,) = row.lines
    what, kip = word(words, "kind", line.kind.value), words.money(line.kip)
    told = words.say("{what}: {kip}. This is not in the total.", what=what, kip=kip)
    if row.number is not None:
        # It has a number of the book and no voucher: nobody shall look for one.
        number = words.say("No.\u00a0{number} (no paper)", number=row.number)
        told = f"{number} – {told}"
    return told if row.taken_back is None else f"{told} {_void(words, row.taken_back)}"


def _void(words: Words, tied: Tied) -> str:
    return words.say("VOID – No.\u00a0{number}", number=tied.number)


def _columns(words: Words, width: float, *, kept: bool) -> tuple[Column, ...]:
    sign = (48 if kept else 42) * MM
    amounts = [Column(words.say("Amount"), 27 * MM, amounts=True)]
    if kept:
        amounts += [
            Column(words.say("Kept back"), 27 * MM, amounts=True),
            Column(words.say("In the hand"), 30 * MM, amounts=True),
        ]
    number, what = 16 * MM, (50 if kept else 42) * MM
    name = width - sign - number - what - sum(column.width for column in amounts)
    return (
        Column(words.say("Voucher"), number),
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
        note = words_cell(_void(words, row.taken_back))
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
    """Number and name; whoever takes it in her place stands behind.

    Where the book knows nobody, whoever takes it writes the name on a line.
    """
    if row.member is None:
        return row.party or _WRITTEN
    name = f"{row.member.title} {row.member.name}".strip()
    her = f"{row.member.number} {name}"
    return her if row.party in {"", name} else f"{her} ({row.party})"
