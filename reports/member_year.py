"""A member's statement of a year on one sheet of A5: what she had and moved, and her dividend."""

from collections.abc import Sequence
from pathlib import Path

from ledger.rules.kip import Kip
from ledger.rules.people import Officer, Role
from ledger.rules.rulebook import Destination
from ledger.statements.member_year import DividendStep, MemberYear, Through
from reports.division import at_rate, divided, in_thousands, rounded, still_to_come
from reports.flow import Flow
from reports.page import whole_line
from reports.proposed import earlier_text, marks_of
from reports.shell import Said, Shell
from reports.signatures import Place
from reports.spans import days_text, end_text
from reports.style import A5, HAIR, MM, SMALL, strong, thin
from reports.tables import Column, Look, Row, Table, amount_cell, name_cell, words_cell
from translations.money import NO_BREAK
from translations.naming import word
from translations.words import Words

_LOOK = Look(size=8.5, row_height=5.2 * MM)
_TEXT = SMALL
_SIGN = 19.5 * MM


def print_member_year(
    statement: MemberYear, officers: Sequence[Officer], words: Words, out: Path
) -> int:
    """Print the statement into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    year = words.year(statement.year.number)
    title = words.say("Statement of the year {year}", year=year)
    proposed = marks_of(statement, words)
    shell = Shell(words, Said(statement.group, title, statement.printed, proposed), size=A5)
    member = statement.member
    shell.head(days_text(words, statement.year.first, statement.last))
    name = f"{member.title} {member.name}".strip()
    shell.facts(
        words.say("Member {number}: {name}", number=member.number, name=name),
        words.say("Amounts in {unit}", unit=words.unit),
    )
    flow = shell.flow
    _balances(flow, statement)
    _kinds(flow, statement)
    _dividend(flow, statement)
    accountant = next((one.name for one in officers if one.role is Role.ACCOUNTANT), "")
    _sign(flow, (words.say("Member"), name), (words.say("Accountant"), accountant))
    return shell.save(out)


def _balances(flow: Flow, statement: MemberYear) -> None:
    """Her savings and debts from the beginning to the end."""
    words = flow.paper.words
    amount = 25 * MM
    end = end_text(words, statement.last, statement.year.last)
    columns = (
        Column(words.say("What"), flow.width - 4 * amount - 2 * MM),
        Column(words.say("At the beginning"), amount + 2 * MM, amounts=True),
        Column(words.context("balance", "More"), amount, amounts=True),
        Column(words.say("Less"), amount, amounts=True),
        Column(end, amount, amounts=True),
    )
    rows = [_through(words, words.say("Savings"), statement.savings)]
    if any(statement.voluntary):
        rows.append(_through(words, words.say("Voluntary savings"), statement.voluntary))
    rows.append(_through(words, words.say("Loans"), statement.loans))
    flow.gap(2 * MM)
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
    flow.gap(2 * MM)
    Table(flow, columns, _LOOK).draw(rows)


def _paid(words: Words, name: str, paid_in: Kip, paid_out: Kip, *, strong: bool = False) -> Row:
    # A sum of nothing is a sum too.
    shown = [words.kip(kip) if kip or strong else "–" for kip in (paid_in, paid_out)]
    figures = map(amount_cell, shown)
    return Row((words_cell(name), *figures), strong=strong)


def _dividend(flow: Flow, statement: MemberYear) -> None:
    """How her dividend came about, one division after the other."""
    words, row = flow.paper.words, statement.row
    flow.heading(words.say("Your dividend"), above=4 * MM, below=20 * MM)
    if row is None or not statement.steps:
        flow.text(words.say("No dividend was worked out for this year."), thin(_TEXT))
        return
    if row.left_out:
        flow.text(words.say("* No dividend this year: in arrears with a loan."), strong(_TEXT))
    told = [word(words, "dividend_from", statement.rulebook.profit.basis)]
    # A year that still runs has not come to its end.
    if statement.last < statement.year.last:
        told.append(still_to_come(words, statement.last))
    # One after the other: a line for each would leave no room to sign on the page.
    flow.text("  ".join(filter(None, [*told, earlier_text(words, statement)])), thin(_TEXT))
    for step in statement.steps:
        _step(flow, statement, step)
    kip = row.dividend + row.refund
    total = words.money(kip)
    in_words = flow.paper.lines(words.in_words(kip), thin(_TEXT), flow.width) if kip else []
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
    reckoned = at_rate(words, step.rate, step.parts, weight)
    if step.pool is not None:
        reckoned = divided(words, step.pool, step.whole, weight)
    flow.gap(0.8 * MM)
    flow.place(_meaning(words, step), thin(_TEXT))
    exact = words.money_format.with_tenth(step.exact, step.tenth)
    flow.text(f"{word(words, 'destination', step.to)}:  {reckoned} = {exact}", thin(_TEXT))
    flow.text(f"{rounded(words, rules)}:  {words.kip(step.kip)}", thin(_TEXT))
    if step.pool is not None and step.to is Destination.DIVIDEND:
        flow.text(in_thousands(words), thin(_TEXT))
    if step.weight > 0 and not step.kip:
        unit = words.money(rules.unit)
        small = words.say(
            "That is less than {unit}, the smallest amount that is paid out.", unit=unit
        )
        flow.text(small, thin(_TEXT))


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
    # A line ends between two of them, never between what a figure is and the figure.
    told = [fact, whole, shared]
    return f"{NO_BREAK}{NO_BREAK}·  ".join(text.replace(" ", NO_BREAK) for text in told)


def _sign(flow: Flow, *places: Place) -> None:
    """Where these sign, side by side over the whole width, each with the name below."""
    flow.need(_SIGN)
    y = flow.y - 10.5 * MM
    width = (flow.width - 8 * MM) / len(places)
    for place, (who, whose) in enumerate(places):
        left = flow.left + place * (width + 8 * MM)
        flow.page.rule(left, y, left + width, y, HAIR)
        flow.page.line(left, y - 4.2 * MM, whole_line(who, strong(_TEXT), width))
        if whose:
            flow.page.line(left, y - 8.2 * MM, whole_line(whose, thin(_TEXT), width))
        else:
            flow.page.dotted(left, left + width, y - 9 * MM)
    flow.y -= _SIGN
