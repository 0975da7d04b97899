"""A member's statement of a year on one sheet of A5: what she had and moved, and her dividend."""

from pathlib import Path

from ledger.rules.kip import Kip, Rounding
from ledger.rules.rulebook import Destination
from ledger.statements.member_year import DividendStep, MemberYear, Through
from reports.flow import Flow
from reports.shell import Said, Shell
from reports.spans import days_text
from reports.style import A5, HAIR, MM, SMALL, strong, thin
from reports.tables import Column, Look, Row, Table, amount_cell, name_cell, words_cell
from translations.naming import word
from translations.words import Words

_LOOK = Look(size=8.5, row_height=5.2 * MM)
_TEXT = SMALL
_SIGN = 17 * MM


def print_member_year(statement: MemberYear, words: Words, out: Path) -> int:
    """Print the statement into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    year = words.year(statement.year.number)
    title = words.say("Statement of the year {year}", year=year)
    proposed = (words.say("PROPOSED – the year is not closed yet"),) if statement.proposed else ()
    shell = Shell(words, Said(statement.group, title, statement.printed, proposed), size=A5)
    member = statement.member
    shell.head(days_text(words, statement.year.first, statement.last))
    name = f"{member.title} {member.name}".strip()
    shell.facts(words.say("Member {number}: {name}", number=member.number, name=name))
    flow = shell.flow
    _balances(flow, statement)
    _kinds(flow, statement)
    _dividend(flow, statement)
    _sign(flow)
    return shell.save(out)


def _balances(flow: Flow, statement: MemberYear) -> None:
    """Her savings and debts from the beginning to the end."""
    words = flow.paper.words
    amount = 25 * MM
    # A year that still runs has not come to its end.
    runs = statement.last < statement.year.last
    end = words.say("On {day}", day=words.day(statement.last)) if runs else words.say("At the end")
    columns = (
        Column("", flow.width - 4 * amount),
        Column(words.say("At the beginning"), amount, amounts=True),
        Column(words.say("More"), amount, amounts=True),
        Column(words.say("Less"), amount, amounts=True),
        Column(end, amount, amounts=True),
    )
    rows = [_through(words, words.say("Savings"), statement.savings)]
    if any(statement.voluntary):
        rows.append(_through(words, words.say("Voluntary savings"), statement.voluntary))
    rows.append(_through(words, words.say("Loans"), statement.loans))
    flow.gap(3 * MM)
    Table(flow, columns, _LOOK).draw(rows)


def _through(words: Words, name: str, through: Through) -> Row:
    return Row((name_cell(name), *(amount_cell(words.kip(kip)) for kip in through)))


def _kinds(flow: Flow, statement: MemberYear) -> None:
    """What she paid in and was paid, by what it was for."""
    words = flow.paper.words
    amount = 30 * MM
    columns = (
        Column(words.say("What for"), flow.width - 2 * amount),
        Column(words.say("Paid in"), amount, amounts=True),
        Column(words.say("Paid out"), amount, amounts=True),
    )
    rows = [
        _paid(words, word(words, "kind", one.kind.value), one.paid_in, one.paid_out)
        for one in statement.kinds
    ]
    total = (statement.paid_in, statement.paid_out)
    rows.append(_paid(words, words.say("Total"), *total, strong=True))
    flow.gap(3 * MM)
    Table(flow, columns, _LOOK).draw(rows)


def _paid(words: Words, name: str, paid_in: Kip, paid_out: Kip, *, strong: bool = False) -> Row:
    figures = [amount_cell(words.kip(kip) if kip else "–") for kip in (paid_in, paid_out)]
    return Row((words_cell(name), *figures), strong=strong)


def _dividend(flow: Flow, statement: MemberYear) -> None:
    """How her dividend came about, one division after the other."""
    words, row = flow.paper.words, statement.row
    flow.heading(words.say("Your dividend"), below=20 * MM)
    if row is None or not statement.steps:
        flow.text(words.say("No dividend was worked out for this year."), thin(_TEXT))
        return
    if row.left_out:
        flow.text(words.say("* No dividend this year: in arrears with a loan."), strong(_TEXT))
    flow.text(word(words, "dividend_from", statement.rulebook.profit.basis), thin(_TEXT))
    for step in statement.steps:
        _step(flow, statement, step)
    total = words.money(row.dividend + row.refund)
    in_words = flow.paper.lines(words.in_words(row.dividend + row.refund), thin(_TEXT), flow.width)
    # What she signs for is on the page on which she signs.
    flow.need(1 * MM + strong(10).leading + len(in_words) * thin(_TEXT).leading + _SIGN)
    flow.gap(1 * MM)
    gets = words.say("You get {amount}.", amount=total)
    if statement.proposed:
        gets = words.say("If the year were closed now, you would get {amount}.", amount=total)
    flow.text(gets, strong(10))
    for line in in_words:
        flow.line(line)


def _step(flow: Flow, statement: MemberYear, step: DividendStep) -> None:
    words, rules = flow.paper.words, statement.rulebook.profit
    weight = words.kip(step.weight)
    rate = words.percent(step.rate)
    if step.pool is None:
        parts = f" ÷ {step.parts}" if step.parts > 1 else ""
        reckoned = f"{weight} × {rate}{parts} = {words.kip(step.exact)}"
    else:
        whole = words.kip(step.whole)
        reckoned = f"{words.kip(step.pool)} × {weight} ÷ {whole} = {words.kip(step.exact)}"
    said = words.say("rounded down to the nearest {unit}", unit=words.kip(rules.unit))
    if rules.rounding is Rounding.NEAREST:
        said = words.say("rounded to the nearest {unit}", unit=words.kip(rules.unit))
    flow.gap(0.8 * MM)
    flow.text(_meaning(words, step), thin(_TEXT))
    flow.text(f"{word(words, 'destination', step.to)}:  {reckoned}", thin(_TEXT))
    flow.text(f"{said}:  {words.kip(step.kip)}", thin(_TEXT), indent=4 * MM)


def _meaning(words: Words, step: DividendStep) -> str:
    """What the figures of the division are, for who reads it aloud to her."""
    hers = words.kip(step.weight)
    fact = words.say("Weight of your savings: {kip}", kip=hers)
    if step.to is Destination.REFUND:
        fact = words.say("Loan interest that you paid: {kip}", kip=hers)
    if step.pool is None:
        return fact
    whole = words.say("of all members: {kip}", kip=words.kip(step.whole))
    shared = words.say("shared out: {kip}", kip=words.kip(step.pool))
    return "  ·  ".join((fact, whole, shared))


def _sign(flow: Flow) -> None:
    words = flow.paper.words
    flow.need(_SIGN)
    y = flow.y - 11 * MM
    width = (flow.width - 8 * MM) / 2
    for place, said in enumerate((words.say("Member"), words.say("Accountant"))):
        left = flow.left + place * (width + 8 * MM)
        flow.page.rule(left, y, left + width, y, HAIR)
        flow.page.line(left, y - 4.6 * MM, flow.paper.lines(said, thin(_TEXT), width)[0])
    flow.y -= 16 * MM
