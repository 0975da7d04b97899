"""The welfare fund's part of the annual statement: what it paid for, persons and amounts."""

from ledger.statements.annual import AnnualStatement
from reports.annual_more import draw_whole
from reports.flow import Flow
from reports.moved import counted_cell, moved_cell
from reports.page import MM
from reports.tables import Column, Row, words_cell
from translations.naming import key_word


def draw_welfare(flow: Flow, statement: AnnualStatement) -> None:
    """Persons and amounts by event, this year and all years; nothing where no claim was paid."""
    report = statement.welfare
    if report is None or all(row.benefit is None for row in report.rows):
        return
    words = flow.paper.words
    amount = 28 * MM
    heads = (
        words.say("Persons this year"),
        words.say("Paid this year"),
        words.say("Persons, all years"),
        words.say("Paid, all years"),
    )
    columns = (
        Column(words.say("For what"), flow.width - 4 * amount),
        *(Column(head, amount, amounts=True) for head in heads),
    )
    rows = []
    for row in report.rows:
        name = words.say("Paid without a claim")
        if row.benefit is not None:
            name = key_word(words, row.benefit.key, row.benefit.name)
        now, ever = counted_cell(words, row.persons), counted_cell(words, row.persons_ever)
        kips = (moved_cell(words, row.kip), moved_cell(words, row.kip_ever))
        rows.append(Row((words_cell(name), now, kips[0], ever, kips[1])))
    draw_whole(flow, words.say("What the welfare fund paid for"), columns, rows)
