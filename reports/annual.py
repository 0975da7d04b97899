"""The annual statement on A4: to be read out at the general meeting, and signed.

It is printed from the finished statement, whether the year is closed or the closing only proposed;
then every page says so.
"""

from pathlib import Path

from ledger.rules.accounts import YEAR_RESULT, Account, Named, loans_of, named_kind
from ledger.statements.annual import AnnualStatement
from ledger.statements.trail import Watched
from reports.annual_allocation import draw_allocation
from reports.annual_later import draw_later_findings
from reports.annual_money import draw_own_money
from reports.annual_more import draw_audit, draw_cash, draw_loans, draw_words, draw_years
from reports.annual_tables import (
    draw_accounts,
    draw_dividends,
    draw_funds,
    draw_persons,
    shares_profit,
)
from reports.annual_welfare import draw_welfare
from reports.flow import Flow
from reports.form_set import BLANK
from reports.proposed import draw_earlier_open, marks_of
from reports.shell import Said, Shell
from reports.signatures import draw_signatures, places_height
from reports.spans import days_text
from reports.style import MM, TABLE, strong, thin
from reports.watched import draw_watched, watched_height
from translations.naming import account_word
from translations.words import Words

_ABOVE_TOLD = 9 * MM


def print_annual(statement: AnnualStatement, words: Words, out: Path) -> int:
    """Print the annual report into a PDF file; returns the number of pages.

    Raises PrinterTrouble: for a missing typeface or letter, or when the file cannot be written.
    """
    title = words.say("Annual report {year}", year=words.year(statement.year.number))
    proposed = marks_of(statement, words)
    # A loose sheet of a proposal must not pass for one of the report.
    later = words.say("{title} (proposed)", title=title) if statement.proposed else ""
    shell = Shell(words, Said(statement.group, title, statement.printed, proposed, later=later))
    _head(shell, statement)
    flow = shell.flow
    draw_accounts(flow, statement, _names(statement, words))
    _profit_in_words(flow, statement)
    if statement.more is not None:
        draw_cash(flow, statement, statement.more)
    draw_allocation(flow, statement, _names(statement, words))
    draw_funds(flow, statement, _names(statement, words))
    draw_welfare(flow, statement)
    draw_own_money(flow, statement, _names(statement, words))
    draw_later_findings(flow, statement, _names(statement, words))
    if statement.more is not None:
        draw_loans(flow, statement.more, statement.rulebook)
        draw_years(flow, statement, statement.more)
    draw_persons(flow, statement)
    if statement.more is None or statement.proposed:
        draw_watched(flow, statement.watched, below=_signed_below(statement))
    else:
        told = _told_before(flow, statement)
        draw_words(flow, statement.more.texts)
        _audit(flow, statement, None if told else statement.watched)
    draw_dividends(flow, statement)
    agreed = words.say("This report was read out and agreed.")
    if statement.proposed:
        agreed = words.say("Proposed to the meeting on {day}: agreed / not agreed", day=BLANK)
    draw_signatures(flow, statement.officers, agreed)
    return shell.save(out)


def _told_before(flow: Flow, statement: AnnualStatement) -> bool:
    """Whether how the book was kept stands on what the accounts left of their last page.

    The year in words begins a page, so that without it a page could be nearly empty.
    """
    fits = flow.room > watched_height(flow, statement.watched) + _ABOVE_TOLD
    if fits and shares_profit(statement):
        draw_watched(flow, statement.watched)
        return True
    return False


def _audit(flow: Flow, statement: AnnualStatement, watched: Watched | None) -> None:
    """The auditors' page; the dividends begin on one of their own.

    Without any, how the book was kept comes below it, so that everybody signs under something.
    """
    year = flow.paper.words.year(statement.year.number)
    if shares_profit(statement):
        draw_audit(flow, year, watched)
        flow.next_page()
    else:
        draw_audit(flow, year)
        draw_watched(flow, watched, below=_signed_below(statement))


def _signed_below(statement: AnnualStatement) -> float:
    """How much everybody needs to sign right there, in points; the dividends have their own."""
    return 0.0 if shares_profit(statement) else places_height(len(statement.officers))


def _head(shell: Shell, statement: AnnualStatement) -> None:
    """The upper part of the first page: which group, which year, how many members."""
    words, year = shell.words, statement.year
    shell.head(days_text(words, year.first, statement.until))
    draw_earlier_open(shell.flow, statement)
    shell.facts(
        words.say_many("{n} member", "{n} members", statement.members),
        words.say_many("{n} household", "{n} households", statement.households),
        words.say("Rules number {number}", number=statement.rulebook.resolution or "–"),
        words.say("Amounts in {unit}", unit=words.unit),
    )


def _names(statement: AnnualStatement, words: Words) -> dict[Account, str]:
    """What the group's own accounts are called; the fixed ones know their names."""
    # Only while an earlier year is not closed does anything stand there after a closing.
    names = {YEAR_RESULT: words.say("Result of earlier years, not shared out yet")}
    for named in statement.rulebook.accounts:
        fund = named_kind(named.account) is Named.FUND
        for account in (named.account, *([loans_of(named.account)] if fund else [])):
            names[account] = account_word(words, account, named.name, named.key)
    return names


def _profit_in_words(flow: Flow, statement: AnnualStatement) -> None:
    words, profit = flow.paper.words, statement.income_statement.profit
    flow.gap(1.5 * MM)
    if not profit:
        flow.text(words.say("There is no profit to share."), thin(TABLE))
        return
    flow.text(words.say("Profit in words: {words}", words=words.in_words(profit)), thin(TABLE))
    if profit < 0:
        flow.text(words.say("The year ended with a loss. There is no dividend."), strong(TABLE))
