"""The table of dividends: what each member gets and how it comes about, with the sums of a page."""

from collections.abc import Sequence
from dataclasses import replace

from ledger.statements.annual import AnnualStatement, DividendRow
from reports.division import dividend_sentences
from reports.flow import Flow
from reports.forward import sums_forward
from reports.signatures import places_height
from reports.style import MM, strong, thin
from reports.tables import Cell, Column, Look, Row, Table, amount_cell, blank_cell, name_cell
from translations.naming import word
from translations.words import Words


def dividend_table(
    flow: Flow,
    statement: AnnualStatement,
    *,
    row_height: float,
    signers: int,
    signed: bool = True,
    numbered: bool = False,
) -> None:
    """The members' dividends and how they come about, with room for so many `signers` below.

    Rows are `row_height` points high. Nobody signs for money that is only proposed: where it is
    not `signed` there is no place for it. Where they are `numbered` pages say whose they hold.
    """
    words = flow.paper.words
    flow.text(word(words, "dividend_from", statement.rulebook.profit.basis), thin(9))
    weight = words.say(
        "Weight: the savings that count in the year, added up. Twice the weight gives twice the "
        "dividend."
    )
    flow.text(weight, thin(9))
    for said in dividend_sentences(words, statement):
        flow.text(said, thin(9))
    flow.gap(1.5 * MM)
    refunds = any(row.refund for row in statement.dividends)
    two = any(row.voluntary for row in statement.dividends)
    rows = [_dividend_row(words, row, refunds=refunds, two=two) for row in statement.dividends]
    if numbered:
        rows = [replace(row, number=row.cells[0].text) for row in rows]
    columns = _dividend_columns(flow, refunds=refunds, two=two)
    if not signed:
        columns = _shared_out(columns)
        rows = [replace(row, cells=row.cells[:-1], sums=row.sums[:-1]) for row in rows]
    look = Look(size=9, row_height=row_height, grid=True)
    Table(flow, columns, look).draw(rows, sums_forward(words), below=places_height(signers))
    if any(row.excluded for row in statement.dividends):
        flow.gap(2 * MM)
        flow.text(words.say("* No dividend this year: in arrears with a loan."), strong(9))


def _dividend_columns(flow: Flow, *, refunds: bool, two: bool) -> list[Column]:
    words = flow.paper.words
    weight, amount = (21 * MM, 19 * MM) if refunds else (24 * MM, 23 * MM)
    signature = 40 * MM - 10 * MM * (refunds + two)
    saved = [Column(words.say("Savings"), amount, amounts=True)]
    if two:
        saved.append(Column(words.say("Voluntary savings"), amount, amounts=True))
    amounts = [Column(words.say("Dividend"), amount, amounts=True)]
    if refunds:
        amounts += [
            Column(words.say("Interest refund"), 17 * MM, amounts=True),
            Column(words.say("To be paid"), amount, amounts=True),
        ]
    number = 12 * MM
    rest = flow.width - number - weight - signature - sum(c.width for c in (*saved, *amounts))
    return [
        Column(words.say("No."), number),
        Column(words.say("Name"), rest),
        *saved,
        Column(words.say("Weight"), weight, amounts=True),
        *amounts,
        Column(words.say("Signature or thumbprint"), signature),
    ]


def _shared_out(columns: Sequence[Column]) -> list[Column]:
    """The columns without the last, whose room all others but the number have in equal parts."""
    number, *others, last = columns
    more = last.width / len(others)
    return [number, *(replace(one, width=one.width + more) for one in others)]


def _dividend_row(words: Words, row: DividendRow, *, refunds: bool, two: bool) -> Row:
    member = row.member
    mark = " *" if row.excluded else ""
    head: tuple[Cell, ...] = (
        name_cell(member.number),
        name_cell(f"{member.title} {member.name}".strip() + mark),
    )
    values = [row.savings, *([row.voluntary] if two else []), row.weight, row.dividend]
    if refunds:
        values += [row.refund, row.total]
    cells = (*head, *(amount_cell(words.kip(value)) for value in values), blank_cell())
    # A weight is no money: adding it up says how the pool was divided, but nobody is paid it.
    return Row(cells, sums=(None, None, *values, None))
