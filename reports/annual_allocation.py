"""The sharing-out of the profit in the annual statement, line by line, down to the odd rest."""

from ledger.rules.closing_values import LineShare
from ledger.rules.kip import Rounding
from ledger.rules.rulebook import Destination
from ledger.statements.annual import AnnualStatement
from reports.annual_tables import Names, name_of, shares_profit
from reports.flow import Flow
from reports.moved import NOTHING
from reports.rules_in_short import share_text
from reports.style import MM, thin
from reports.tables import (
    Column,
    Row,
    Table,
    amount_cell,
    blank_cell,
    words_cell,
)
from translations.naming import key_word, word
from translations.words import Words


def draw_allocation(flow: Flow, statement: AnnualStatement, names: Names) -> None:
    """How the profit was shared, line by line, down to the odd rest, and how it was rounded."""
    words, plan = flow.paper.words, statement.plan
    flow.heading(words.say("Allocation of profit"))
    rounded = any(share.odd for share in plan.lines)
    rows = [_line(words, names, share, rounded=rounded) for share in plan.lines]
    rows += _rest(words, statement, names, rounded=rounded)
    total = words.kip(plan.profit)
    # Before rounding and after it the whole profit stands in the table: both columns add up to it.
    before = total if rounded else None
    rows.append(_row(words.say("Total"), "", "", before, total, strong=True))
    Table(flow, _columns(flow, rounded=rounded)).draw(rows)
    _explained(flow, statement, rounded=rounded)


def _rest(words: Words, statement: AnnualStatement, names: Names, *, rounded: bool) -> list[Row]:
    """What no line took, and what rounding left of the lines: both go to one fund."""
    plan = statement.plan
    fund = NOTHING
    if plan.remainder_fund is not None:
        fund = name_of(words, names, plan.remainder_fund)
    if not plan.lines:
        whole = words.say("The whole profit or loss")
        return [_row(whole, NOTHING, fund, None, words.kip(plan.odd))]
    unshared = words.say("Not shared out")
    if not rounded:
        return [_row(unshared, NOTHING, fund, None, words.kip(plan.odd))] if plan.odd else []
    rows = []
    unclaimed = plan.profit - sum(share.kip for share in plan.lines)
    if unclaimed:
        # It is given with what rounding left, in the line below.
        rows.append(_row(unshared, NOTHING, NOTHING, words.kip(unclaimed), NOTHING))
    left = words.say("Left over by rounding")
    return [*rows, _row(left, NOTHING, fund, NOTHING, words.kip(plan.odd))]


def _columns(flow: Flow, *, rounded: bool) -> tuple[Column, ...]:
    """With `rounded`, the amount as it was before that has a column of its own."""
    words = flow.paper.words
    amount = 30 * MM
    rule, to = (36 * MM, 38 * MM) if rounded else (44 * MM, 42 * MM)
    heads = [words.say("Amount")]
    if rounded:
        # The same two heads as on the proof: both papers are laid side by side.
        heads = [words.say("Before rounding"), words.say("Amount given")]
    amounts = [Column(head, amount, amounts=True) for head in heads]
    return (
        Column(words.say("Share of the profit"), flow.width - rule - to - amount * len(amounts)),
        Column(words.say("By rule"), rule),
        Column(words.say("Goes to"), to),
        *amounts,
    )


def _line(words: Words, names: Names, share: LineShare, *, rounded: bool) -> Row:
    line = share.line
    to = word(words, "destination", line.to)
    if line.account is not None and line.to in {Destination.FUND, Destination.NETWORK}:
        to = name_of(words, names, line.account)
    before = words.kip(share.kip) if rounded else None
    name = key_word(words, line.key, line.name)
    return _row(name, share_text(line, words), to, before, words.kip(share.reached))


def _row(
    name: str, rule: str, to: str, before: str | None, kip: str, *, strong: bool = False
) -> Row:
    """One row; `before` is nothing where the table has no such column."""
    cells = [words_cell(name), *(words_cell(one) if one else blank_cell() for one in (rule, to))]
    if before is not None:
        cells.append(amount_cell(before) if before else blank_cell())
    return Row((*cells, amount_cell(kip)), strong=strong)


def _explained(flow: Flow, statement: AnnualStatement, *, rounded: bool) -> None:
    """Below the table: how the amounts were rounded, and why nobody gets a dividend."""
    words, said = flow.paper.words, []
    if rounded:
        said.append(_rounding(words, statement))
    if statement.plan.profit > 0 and not shares_profit(statement):
        said.append(none_paid(words, statement))
    for text in said:
        flow.gap(1.5 * MM)
        flow.text(text, thin(9))


def _rounding(words: Words, statement: AnnualStatement) -> str:
    unit = words.money(statement.rulebook.profit.unit)
    if statement.rulebook.profit.rounding is Rounding.NEAREST:
        return words.say(
            "What each person gets is rounded to the nearest {unit}. The rest stands in the line "
            "“Left over by rounding”.",
            unit=unit,
        )
    return words.say(
        "What each person gets is rounded down to the nearest {unit}. The rest stands in the line "
        "“Left over by rounding”.",
        unit=unit,
    )


def none_paid(words: Words, statement: AnnualStatement) -> str:
    """Why a year with a profit pays the members nothing, as far as the plan tells."""
    said = words.say("No dividend is paid this year.")
    entitled = any(row.weight > 0 and not row.excluded for row in statement.dividends)
    pool = sum(s.odd for s in statement.plan.lines if s.line.to is Destination.DIVIDEND)
    if not (entitled and pool):
        return said
    why = words.say(
        "The members' part of the profit is {pool}; for each member that is less than {unit}, "
        "the smallest amount that is paid out. So all of it is left over by rounding.",
        pool=words.money(pool),
        unit=words.money(statement.rulebook.profit.unit),
    )
    return f"{said} {why}"
