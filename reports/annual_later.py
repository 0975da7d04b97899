"""The table of the annual statement about what was found out later of closed years."""

from collections.abc import Mapping

from ledger.rules.accounts import Account
from ledger.statements.annual import AnnualStatement
from ledger.statements.later_findings import LaterFindingRow
from reports.annual_more import draw_whole
from reports.flow import Flow
from reports.page import MM
from reports.tables import Column, Row, amount_cell, name_cell, words_cell
from translations.naming import account_word
from translations.words import Words


def draw_later_findings(
    flow: Flow, statement: AnnualStatement, names: Mapping[Account, str]
) -> None:
    """What was wrong in closed years, and against which fund or person it was booked this year."""
    if not statement.later:
        return
    words = flow.paper.words
    columns = (
        Column(words.say("Day"), 22 * MM),
        Column(words.say("Year"), 14 * MM),
        Column(words.say("Fund or member"), 46 * MM),
        Column(words.say("What for"), flow.width - 134 * MM),
        Column(words.say("Too much"), 26 * MM, amounts=True),
        Column(words.say("Too little"), 26 * MM, amounts=True),
    )
    rows = [_row(words, row, names) for row in statement.later]
    draw_whole(flow, words.say("Found later about closed years"), columns, rows)


def _row(words: Words, row: LaterFindingRow, names: Mapping[Account, str]) -> Row:
    fund = "" if row.fund is None else names.get(row.fund) or account_word(words, row.fund)
    her = "" if row.member is None else f"{row.member.number} {row.member.name}"
    decision = words.say("decision {number}", number=row.decision) if row.decision else ""
    return Row(
        (
            words_cell(words.day(row.day)),
            words_cell(words.year(row.year)),
            name_cell(" · ".join(filter(None, (her, fund)))),
            name_cell(" · ".join(filter(None, (row.note, decision)))),
            amount_cell(words.kip(row.kip) if row.more else "–"),
            amount_cell("–" if row.more else words.kip(row.kip)),
        )
    )
