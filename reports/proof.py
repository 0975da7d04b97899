"""The appendix of the annual report that carries its proof: every step of the sharing-out.

First the way from the income to the members' pools, then every member's lines, then the sums of
the pages. Letters stand for the figures, the same in every language.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ledger.rules.accounts import Account
from ledger.rules.closing_values import LineShare
from ledger.rules.kip import Kip
from ledger.rules.rulebook import (
    AllocationLine,
    Base,
    Destination,
    LineKind,
)
from ledger.statements.annual import AmountRow
from ledger.statements.proof import Proof
from reports.division import at_rate, divided, in_thousands, rounded, signed
from reports.flow import Flow
from reports.forward import sums_forward
from reports.page import Cancelled, Progress
from reports.proof_letters import draw_letters
from reports.proof_members import ProofPage, ProofPages
from reports.proof_sizes import is_divided, letter_of, letters_of_sizes
from reports.proposed import draw_earlier_open, marks_of
from reports.shell import Said, Shell
from reports.spans import days_text
from reports.style import A4_WIDE, BODY, MM, TABLE, strong, thin
from reports.tables import Column, Look, Row, Table, amount_cell, name_cell, words_cell
from translations.naming import account_word, key_word, word
from translations.words import Words

_LOOK = Look(size=9, row_height=5.4 * MM)
_LETTER = 14 * MM
"""The width of the column with the letters of the formulas, in points."""
_HERS = {Destination.DIVIDEND: "d", Destination.REFUND: "b"}
"""What one member gets."""


def print_proof(
    proof: Proof,
    words: Words,
    out: Path,
    progress: Progress = lambda _, __: None,
    cancelled: Cancelled = lambda: False,
) -> int:
    """Print the appendix into a PDF file; returns the number of pages, none where it was stopped.

    Raises PrinterTrouble; then, and where it was stopped, an older file is untouched.
    """
    title = words.say("How the profit was shared, step by step")
    said = Said(proof.group, title, proof.printed, marks_of(proof, words))
    shell = Shell(words, said, size=A4_WIDE)
    days = days_text(words, proof.year.first, proof.until)
    year = words.say("Annual report {year}", year=words.year(proof.year.number))
    shell.head(f"{year}:  {days}", words.say("Amounts in {unit}", unit=words.unit))
    flow = shell.flow
    draw_earlier_open(flow, proof)
    _how_to_check(flow)
    _profit(flow, proof)
    _allocation(flow, proof)
    _formulas(flow, proof)
    draw_letters(flow, proof)
    pages = ProofPages(flow, proof)
    sums = pages.draw(progress, cancelled)
    if cancelled():
        return 0
    _page_sums(flow, proof, sums)
    return shell.save(out)


def _how_to_check(flow: Flow) -> None:
    words = flow.paper.words
    flow.gap(2 * MM)
    text = words.say(
        "Each figure follows from others on these pages. With a pocket calculator you can work "
        "out your own line again, add up a page, and follow the sums back to the income."
    )
    flow.text(text, thin(BODY))


def _profit(flow: Flow, proof: Proof) -> None:
    """From the income to the profit: P = I - E."""
    words, year = flow.paper.words, proof.income_statement
    names = {named.account: (named.name, named.key) for named in proof.rulebook.accounts}

    def name(account: Account) -> str:
        return account_word(words, account, *names.get(account, ("", "")))

    def rows(given: tuple[AmountRow, ...]) -> Iterator[Row]:
        for one in given:
            yield _step("", name(one.account), signed(words, one.kip))

    flow.heading(words.say("From the income to the profit"))
    result = words.say("Profit of the year") if year.profit >= 0 else words.say("Loss of the year")
    drawn = [
        *rows(year.income),
        _step("I", words.say("Total income"), signed(words, year.total_income), strong=True),
        *rows(year.expenses),
        _step("E", words.say("Total expenses"), signed(words, year.total_expenses), strong=True),
        _step("P", f"{result} = I – E", signed(words, year.profit), strong=True),
    ]
    columns = (
        _letter_column(words),
        Column(words.say("Account"), flow.width - _LETTER - 60 * MM),
        Column(words.say("Amount"), 60 * MM, amounts=True),
    )
    Table(flow, columns, _LOOK).draw(drawn)


def _letter_column(words: Words) -> Column:
    """Which letter stands for a figure; a figure that no formula needs has none."""
    return Column(words.say("Letter"), _LETTER)


def _step(letter: str, name: str, *figures: str, strong: bool = False) -> Row:
    cells = (words_cell(letter), name_cell(name), *(amount_cell(figure) for figure in figures))
    return Row(cells, strong=strong)


def _allocation(flow: Flow, proof: Proof) -> None:
    """From the profit to the lines: what each takes, hands out, and leaves by rounding."""
    words, plan = flow.paper.words, proof.plan
    if not plan.lines:
        flow.gap(2 * MM)
        why = words.say("There is no profit to share.")
        if plan.profit > 0:
            why = words.say("The rules have no line that takes the profit.")
        flow.text(why, strong(BODY))
        return
    columns = (
        Column(words.say("Share of the profit"), flow.width - 190 * MM),
        Column(words.say("Worked out as"), 55 * MM, amounts=True),
        Column(words.say("Before rounding"), 45 * MM, amounts=True),
        Column(words.say("Amount given"), 45 * MM, amounts=True),
        Column(words.say("Left over by rounding"), 45 * MM, amounts=True),
    )
    rows = [_line(words, proof, share) for share in plan.lines]
    if proof.unclaimed:
        rest = (signed(words, proof.unclaimed), signed(words, 0), signed(words, proof.unclaimed))
        rows.append(_share(words.say("Not shared out"), "R", *rest))
    reached = sum(share.reached for share in plan.lines)
    sums = (_equals("P", words, plan.profit), signed(words, reached), signed(words, plan.odd))
    rows.append(_share(words.say("Total"), "", *sums, strong=True))
    table = Table(flow, columns, _LOOK)
    note = "  ".join((*letters_of_sizes(words, proof), *_left_over(words, proof)))
    style = thin(TABLE)
    noted = 1 * MM + len(flow.paper.lines(note, style, flow.width)) * style.leading
    # The lines, their sum and what is told of them are read together.
    below = min(table.height(rows) + noted + 2 * MM, flow.whole - 15 * MM)
    flow.heading(words.say("From the profit to its shares"), below=below)
    table.draw(rows, below=noted)
    flow.gap(1 * MM)
    flow.text(note, style)


def _share(name: str, *figures: str, strong: bool = False) -> Row:
    """A row of several sums: a letter before all of them would say of none which one it is."""
    return Row((name_cell(name), *map(amount_cell, figures)), strong=strong)


def _equals(letter: str, words: Words, kip: Kip) -> str:
    """The one sum for which a letter stands."""
    return f"{letter} = {signed(words, kip)}"


def _left_over(words: Words, proof: Proof) -> Iterator[str]:
    """Where it goes what no line took and what rounding left."""
    fund = proof.plan.remainder_fund
    if proof.plan.odd and fund is not None:
        names = {named.account: (named.name, named.key) for named in proof.rulebook.accounts}
        name = account_word(words, fund, *names.get(fund, ("", "")))
        yield words.say("Left over by rounding goes to: {name}", name=name)


def _line(words: Words, proof: Proof, share: LineShare) -> Row:
    line = share.line
    before = signed(words, share.kip)
    if is_divided(line):
        before = _equals(letter_of(proof, share), words, share.kip)
    figures = (before, signed(words, share.reached), signed(words, share.odd))
    return _share(key_word(words, line.key, line.name), _size(words, proof, line), *figures)


def _size(words: Words, proof: Proof, line: AllocationLine) -> str:
    """How large the line is, in letters."""
    rate = words.percent(line.amount)
    match line.kind:
        case LineKind.PERCENT:
            return f"{'L' if line.base is Base.REMAINING else 'P'} × {rate}"
        case LineKind.FIXED:
            return "F"
        case LineKind.DIVIDEND_RATE:
            return f"W × {rate} ÷ {proof.parts}"
        case LineKind.REFUND_RATE:
            return f"Z × {rate}"
        case LineKind.REST:
            return "R"


def _formulas(flow: Flow, proof: Proof) -> None:
    """From the lines to each member: the division, and how it is rounded."""
    words, sums = flow.paper.words, proof.sums
    shares = [share for share in proof.plan.lines if share.line.to in _HERS]
    if not shares:
        return
    flow.heading(words.say("From the shares to each member"))
    columns = (
        _letter_column(words),
        Column(words.say("What"), flow.width - _LETTER - 155 * MM),
        Column(words.say("Worked out as"), 110 * MM, amounts=True),
        Column(words.say("Amount"), 45 * MM, amounts=True),
    )
    weight = words.say("The weights w of all members together")
    rows = [_step("W", weight, "", signed(words, sums.weight))]
    if proof.refunds:
        interest = words.say("The loan interest z of all members together")
        rows.append(_step("Z", interest, "", signed(words, sums.interest)))
    for share in shares:
        letter = _HERS[share.line.to]
        name = f"{word(words, 'destination', share.line.to)}: {rounded(words, proof.profit_rules)}"
        rows.append(_step(letter, name, _division(words, proof, share), ""))
    Table(flow, columns, _LOOK).draw(rows)
    if any(is_divided(share.line) for share in shares):
        flow.gap(1 * MM)
        flow.text(in_thousands(words), thin(TABLE))


def _division(words: Words, proof: Proof, share: LineShare) -> str:
    line = share.line
    if line.kind is LineKind.REFUND_RATE:
        return at_rate(words, line.amount, 1, "z")
    if line.kind is LineKind.DIVIDEND_RATE:
        return at_rate(words, line.amount, proof.parts, "w")
    if line.to is Destination.REFUND:
        reckoned, weights = divided(words, share.kip, proof.sums.interest, "z"), "Z × z"
    else:
        reckoned, weights = divided(words, share.kip, proof.sums.weight, "w"), "W × w"
    return f"{letter_of(proof, share)} ÷ {weights}:  {reckoned}"


def _page_sums(flow: Flow, proof: Proof, pages: Sequence[ProofPage]) -> None:
    """Who stands on which page, and its sums: they lead back to W, Z and what the lines hand out.

    Where the list itself goes over pages, each of them says what it adds up to.
    """
    words = flow.paper.words
    heads = _sum_heads(words, refunds=proof.refunds)
    page, members, figures = 20 * MM, 24 * MM, 38 * MM
    numbers = flow.width - page - members - figures * len(heads)
    columns = (
        Column(words.say("Page"), page),
        Column(words.say("Member numbers"), numbers),
        Column(words.say("Members"), members, amounts=True, counts=True),
        *(Column(head, figures, amounts=True) for head in heads),
    )
    rows = [_page_row(words, one, refunds=proof.refunds) for one in pages]
    table, forward = Table(flow, columns, _LOOK), sums_forward(words)
    flow.gap(4 * MM)
    # All of them stand on one page, as long as a page has room for them and their sum.
    high = table.height(rows) + 2 * _LOOK.row_height + 2 * MM
    heading = words.say("The pages together")
    flow.heading(heading, below=min(high, flow.whole - 15 * MM))
    with flow.going_on(words.say("{heading} (continued)", heading=heading)):
        table.draw(rows, forward)


def _sum_heads(words: Words, *, refunds: bool) -> list[str]:
    """What each column of sums is, with the letter that it has in the members' rows."""
    weight, saved, dividend = (
        f"{words.say('Weight')} w",
        f"{words.say('Savings')} S",
        f"{words.say('Dividend')} d",
    )
    if not refunds:
        return [weight, saved, dividend]
    interest, refund = f"{words.say('Loan interest')} z", f"{words.say('Interest refund')} b"
    return [weight, interest, saved, dividend, refund]


def _page_row(words: Words, page: ProofPage, *, refunds: bool) -> Row:
    sums = page.sums
    kips: tuple[int, ...] = (sums.weight, sums.closing, sums.dividend)
    if refunds:
        kips = (sums.weight, sums.interest, sums.closing, sums.dividend, sums.refund)
    cells = (
        name_cell(words.number(page.number)),
        name_cell(page.members),
        amount_cell(words.number(sums.members)),
        *(amount_cell(signed(words, kip)) for kip in kips),
    )
    return Row(cells, sums=(None, None, sums.members, *kips))
