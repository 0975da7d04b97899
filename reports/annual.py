"""The annual statement on A4: to be read out at the general meeting, and signed.

It is printed from the finished statement, whether the year is closed or the closing only proposed;
then every page says so.
"""

from pathlib import Path

from ledger.rules.accounts import Account, Named, loans_of, named_kind
from ledger.statements.annual import AnnualStatement
from reports.annual_later import draw_later_findings
from reports.annual_money import draw_own_money
from reports.annual_tables import (
    draw_accounts,
    draw_allocation,
    draw_dividends,
    draw_funds,
    draw_persons,
)
from reports.annual_welfare import draw_welfare
from reports.flow import Flow
from reports.page import A4, FINE, FIRM, MM, Page, Paper, strong, thin, whole_line
from reports.passbook_cover import place_text
from reports.signatures import draw_signatures
from translations.naming import account_word
from translations.words import Words


def print_annual(statement: AnnualStatement, words: Words, out: Path) -> int:
    """Print the annual report into a PDF file; returns the number of pages.

    Raises PrinterTrouble: for a missing typeface or letter, or when the file cannot be written.
    """
    title = words.say("Annual report {year}", year=words.year(statement.year.number))
    paper = Paper(words, size=A4, title=f"{title} – {statement.group.name}")
    flow = Flow(paper)
    _cover_head(flow, statement, title)
    draw_accounts(flow, statement, _names(statement, words))
    _profit_in_words(flow, statement)
    draw_allocation(flow, statement, _names(statement, words))
    draw_funds(flow, statement, _names(statement, words))
    draw_welfare(flow, statement)
    draw_own_money(flow, statement, _names(statement, words))
    draw_later_findings(flow, statement, _names(statement, words))
    draw_persons(flow, statement)
    draw_signatures(flow, statement.officers, words.say("This report was read out and agreed."))
    draw_dividends(flow, statement)
    flow.finish(lambda page, number, pages: _furniture(flow, statement, page, (number, pages)))
    paper.save(out)
    return paper.pages


def _names(statement: AnnualStatement, words: Words) -> dict[Account, str]:
    """What the group's own accounts are called; the fixed ones know their names."""
    names = {}
    for named in statement.rulebook.accounts:
        fund = named_kind(named.account) is Named.FUND
        for account in (named.account, *([loans_of(named.account)] if fund else [])):
            names[account] = account_word(words, account, named.name, named.key)
    return names


def _cover_head(flow: Flow, statement: AnnualStatement, title: str) -> None:
    """The upper part of the first page: which group, which year, how many members."""
    words, group = flow.paper.words, statement.group
    flow.y += 12 * MM
    flow.text(group.name, strong(15))
    flow.text(place_text(group, words), thin(10))
    flow.gap(4 * MM)
    flow.line(whole_line(title, strong(24), flow.width))
    year = statement.year
    span = f"{words.long_day(year.first)} – {words.long_day(year.last)}"
    flow.text(span, thin(10.5))
    _marks(flow, statement)
    flow.gap(3 * MM)
    facts = (
        words.say_many("{n} member", "{n} members", statement.members),
        words.say_many("{n} household", "{n} households", statement.households),
        words.say("Rules number {number}", number=statement.rulebook.resolution or "–"),
        words.say("Amounts in {unit}", unit=words.unit),
    )
    flow.page.rule(flow.left, flow.y, flow.right, flow.y, FIRM)
    flow.y -= 1.2 * MM
    flow.text("   ·   ".join(facts), thin(10))
    flow.y -= 1.2 * MM
    flow.page.rule(flow.left, flow.y, flow.right, flow.y, FINE)


def marks_of(statement: AnnualStatement, words: Words) -> list[str]:
    """What must be said of the whole paper: that nothing is closed yet, that it is for practice."""
    marks = []
    if statement.proposed:
        marks.append(words.say("PROPOSED – the year is not closed yet"))
    if statement.group.practice:
        marks.append(words.say("PRACTICE – not a real book"))
    return marks


def _marks(flow: Flow, statement: AnnualStatement) -> None:
    for mark in marks_of(statement, flow.paper.words):
        line = whole_line(mark, strong(12), flow.width - 20)
        flow.gap(3 * MM)
        height = 9 * MM
        flow.page.box(flow.left, flow.y - height, line.width + 20, height, FIRM)
        flow.page.line(flow.left + 10, flow.y - height / 2 - line.style.size * 0.35, line)
        flow.y -= height


def _profit_in_words(flow: Flow, statement: AnnualStatement) -> None:
    words, profit = flow.paper.words, statement.income_statement.profit
    flow.gap(1.5 * MM)
    flow.text(words.say("Profit in words: {words}", words=words.in_words(profit)), thin(9.5))
    if profit < 0:
        flow.text(words.say("The year ended with a loss. There is no dividend."), strong(9.5))


def _furniture(flow: Flow, statement: AnnualStatement, page: Page, place: tuple[int, int]) -> None:
    """The head of the later pages, and the foot of all."""
    words = flow.paper.words
    number, pages = place
    marks = "   ".join(marks_of(statement, words))
    printed = words.say("Printed on {day}", day=words.day(statement.printed))
    flow.page_foot(page, number, pages, left="   ".join(filter(None, (printed, marks))))
    if number == 1:
        return
    y = flow.paper.height - 16 * MM
    title = words.say("Annual report {year}", year=words.year(statement.year.number))
    right = whole_line(title, strong(9), 80 * MM)
    page.right(flow.right, y, right)
    room = flow.width - right.width - 12
    page.line(flow.left, y, whole_line(statement.group.name, thin(9), room))
    page.rule(flow.left, y - 2.2 * MM, flow.right, y - 2.2 * MM, FINE)
