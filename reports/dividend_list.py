"""The dividend list on A4: what each member gets, with a place for her signature or thumbprint."""

from pathlib import Path

from ledger.rules.people import Role
from ledger.statements.annual import AnnualStatement
from reports.annual_allocation import none_paid
from reports.annual_tables import shares_profit
from reports.attendance import blank_head, blank_unit
from reports.dividend_table import dividend_table
from reports.form_set import BLANK, FormFacts
from reports.hand_list import draw_hand_list
from reports.page import Paper
from reports.proposed import draw_earlier_open, marks_of
from reports.shell import Said, Shell
from reports.signatures import (
    close_height,
    close_room,
    draw_places,
    draw_signatures,
    usual_places,
)
from reports.spans import days_text
from reports.style import BODY, MM, thin
from reports.tables import Column
from translations.words import Words

_THUMB = 12 * MM
"""The height of a row: room for a thumb."""
_PAYERS = frozenset({Role.PRESIDENT, Role.ACCOUNTANT, Role.TREASURER})


def print_dividend_list(statement: AnnualStatement, words: Words, out: Path) -> int:
    """Print the list into a PDF file; returns the number of pages. Raises PrinterTrouble.

    A year in which nobody gets a dividend has no list: then the paper says so, and why.
    """
    title = words.say("Dividend list {year}", year=words.year(statement.year.number))
    proposed = marks_of(statement, words)
    shell = Shell(words, Said(statement.group, title, statement.printed, proposed))
    shell.head(days_text(words, statement.year.first, statement.until))
    draw_earlier_open(shell.flow, statement)
    flow, rows = shell.flow, statement.dividends
    if not shares_profit(statement):
        flow.gap(6 * MM)
        why = words.say("There is no profit to share.")
        if statement.plan.profit > 0:
            why = none_paid(words, statement)
        flow.text(why, thin(BODY))
        return shell.save(out)
    shell.facts(
        words.say_many("{n} member", "{n} members", len(rows)),
        words.say("To be paid: {kip}", kip=words.money(sum(row.total for row in rows))),
    )
    flow.gap(3 * MM)
    payers = [one for one in statement.officers if one.role in _PAYERS]
    signers = payers or statement.officers[:3]
    dividend_table(flow, statement, row_height=_THUMB, signers=len(signers), numbered=True)
    draw_signatures(flow, signers, words.say("Every member was paid as signed above."))
    return shell.save(out)


def draw_blank_dividend_list(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank list of one page for writing by hand."""
    said = Said(facts.group, words.say("Dividend list"), of_many=True)
    shell = Shell(words, said, into=into)
    flow = shell.flow
    shell.head(words.say("Year: {year}", year=BLANK))
    blank_head(flow, facts.group)
    blank_unit(flow)
    columns = (
        Column(words.say("No."), 16 * MM),
        Column(words.say("Name"), flow.width - 122 * MM),
        Column(words.say("Savings"), 29 * MM, amounts=True),
        Column(words.say("Dividend"), 29 * MM, amounts=True),
        Column(words.say("Signature or thumbprint"), 48 * MM),
    )
    places = usual_places(words)
    draw_hand_list(flow, columns, row_height=_THUMB, below=close_room(flow, places))
    paid = words.say("Every member was paid as signed above.")
    draw_places(flow, places, paid, height=close_height(flow, places)[0])
    shell.finish()
