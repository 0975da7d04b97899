"""The tables of the annual statement, each drawn from finished rows."""

from collections.abc import Iterator, Mapping, Sequence

from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.kip import Kip
from ledger.statements.annual import (
    AmountRow,
    AnnualStatement,
    BalanceSheet,
    IncomeStatement,
)
from reports.dividend_table import dividend_table
from reports.flow import Flow
from reports.moved import moved_cell
from reports.page import MM
from reports.spans import end_text
from reports.tables import (
    Cell,
    Column,
    Look,
    Row,
    Table,
    amount_cell,
    blank_cell,
    name_cell,
    words_cell,
)
from translations.naming import account_word, key_word, word
from translations.words import Words

Names = Mapping[Account, str]


def name_of(words: Words, names: Names, account: Account) -> str:
    """What the group calls an account, or what every group calls it."""
    return names.get(account) or account_word(words, account)


def draw_accounts(flow: Flow, statement: AnnualStatement, names: Names) -> None:
    """What the group has, owes and owns, then what the year took in and what it cost."""
    words = flow.paper.words
    sheet, year = statement.balance_sheet, statement.income_statement
    day = words.day(statement.until)
    heading = words.say("Balance sheet on {day}", day=day)
    flow.heading(heading)
    with flow.going_on(words.say("{heading} (continued)", heading=heading)):
        _balance_sheet(flow, sheet, names)
    _income_statement(flow, year, names)


def _balance_sheet(flow: Flow, sheet: BalanceSheet, names: Names) -> None:
    words = flow.paper.words
    _account_table(flow, words.say("Assets"), names, sheet.assets, sheet.total_assets)
    flow.gap(3 * MM)
    owed = _owed_names(words, names, sheet.liabilities)
    _account_table(flow, words.say("Liabilities"), owed, sheet.liabilities, sheet.total_liabilities)
    flow.gap(3 * MM)
    own = words.say("Funds and own money")
    _account_table(flow, own, names, sheet.equity, sheet.total_equity)
    both = words.say("Liabilities, funds and own money together")
    other_side = words.kip(sheet.total_liabilities + sheet.total_equity)
    flow.gap(3 * MM)
    row = Row((words_cell(both), amount_cell(other_side)), strong=True)
    Table(flow, _two_columns(flow, words.say("Equal to the assets"))).draw([row])


def _income_statement(flow: Flow, year: IncomeStatement, names: Names) -> None:
    """What came in, what it cost, and the result; each later page says of what it goes on."""
    words = flow.paper.words
    heading = words.say("Income statement")
    flow.heading(heading)
    with flow.going_on(words.say("{heading} (continued)", heading=heading)):
        _account_table(flow, words.say("Income"), names, year.income, year.total_income)
        flow.gap(3 * MM)
        _account_table(flow, words.say("Expenses"), names, year.expenses, year.total_expenses)
        flow.gap(3 * MM)
        loss = year.profit < 0
        result = words.say("Loss of the year") if loss else words.say("Profit of the year")
        row = Row((words_cell(result), amount_cell(words.kip(year.profit))), strong=True)
        Table(flow, _two_columns(flow, words.say("Result"))).draw([row])


def _owed_names(words: Words, names: Names, rows: tuple[AmountRow, ...]) -> Names:
    """What is owed to the network is named after the body that gets it: here it says "owed"."""
    owed = {
        row.account: words.say("Owed to {name}", name=name_of(words, names, row.account))
        for row in rows
        if named_kind(row.account) is Named.NETWORK
    }
    return {**names, **owed}


def _two_columns(flow: Flow, head: str) -> tuple[Column, Column]:
    amount = 45 * MM
    return (
        Column(head, flow.width - amount),
        Column(flow.paper.words.say("Amount"), amount, amounts=True),
    )


def _account_table(
    flow: Flow, head: str, names: Names, rows: tuple[AmountRow, ...], total: int
) -> None:
    words = flow.paper.words
    drawn = [
        Row((words_cell(name_of(words, names, r.account)), amount_cell(words.kip(r.kip))))
        for r in rows
    ]
    sum_row = Row((words_cell(words.say("Total")), amount_cell(words.kip(total))), strong=True)
    flow.need((len(drawn) + 3) * 7 * MM if len(drawn) < 12 else 40 * MM)
    Table(flow, _two_columns(flow, head)).draw([*drawn, sum_row])


def draw_funds(flow: Flow, statement: AnnualStatement, names: Names) -> None:
    """Each fund from the beginning of the year to its end."""
    if not statement.funds:
        return
    words = flow.paper.words
    amount = 26 * MM
    heads = (
        words.say("At the beginning"),
        words.say("Received"),
        words.say("Allocated"),
        words.say("Spent"),
        end_text(words, statement.until, statement.year.last),
    )
    columns = (
        Column(words.say("Fund"), flow.width - 5 * amount),
        *(Column(head, amount, amounts=True) for head in heads),
    )
    figures = [
        (fund.opening, fund.received, fund.allocated, fund.spent, fund.closing)
        for fund in statement.funds
    ]
    rows = [
        Row((words_cell(name_of(words, names, fund.account)), *_moved(words, kips)))
        for fund, kips in zip(statement.funds, figures, strict=True)
    ]
    sums = [sum(column) for column in zip(*figures, strict=True)]
    rows.append(Row((words_cell(words.say("Total")), *_moved(words, sums)), strong=True))
    table = Table(flow, columns, Look(size=9))
    # A few funds stand on one page with their sum.
    flow.heading(words.say("Funds"), below=min(table.height(rows) + 2 * MM, flow.whole / 2))
    table.draw(rows)


def _moved(words: Words, kips: Sequence[Kip]) -> Iterator[Cell]:
    return (moved_cell(words, kip) for kip in kips)


def draw_persons(flow: Flow, statement: AnnualStatement) -> None:
    """What officers and advisers get, each with a place to sign once it is agreed."""
    words = flow.paper.words
    paid = [(share, person) for share in statement.plan.lines for person in share.persons]
    if not paid:
        return
    sign = () if statement.proposed else (Column(words.say("Signature or thumbprint"), 40 * MM),)
    place = tuple(blank_cell() for _ in sign)
    columns = (
        Column(words.say("Name"), 62 * MM),
        Column(words.say("Share of the profit"), flow.width - 94 * MM - 40 * MM * len(sign)),
        Column(words.say("Amount"), 32 * MM, amounts=True),
        *sign,
    )
    rows = [
        Row(
            (
                name_cell(f"{person.officer.name} ({word(words, 'role', person.officer.role)})"),
                words_cell(key_word(words, share.line.key, share.line.name)),
                amount_cell(words.kip(person.kip)),
                *place,
            )
        )
        for share, person in paid
    ]
    total = amount_cell(words.kip(sum(person.kip for _, person in paid)))
    rows.append(Row((words_cell(words.say("Total")), blank_cell(), total, *place), strong=True))
    height = (9 if sign else 6.4) * MM
    table = Table(flow, columns, Look(size=9.5, row_height=height, grid=True))
    # A few people stand on one page.
    flow.heading(words.say("Remuneration"), below=min(table.height(rows) + 2 * MM, flow.whole / 2))
    table.draw(rows)


def shares_profit(statement: AnnualStatement) -> bool:
    """Whether there is a profit, and members who get something of it."""
    return statement.plan.profit > 0 and any(row.total for row in statement.dividends)


def draw_dividends(flow: Flow, statement: AnnualStatement) -> None:
    """The list of every member's dividend with the sums of each page; to be signed once agreed."""
    if not shares_profit(statement):
        return
    flow.need(110 * MM)
    flow.heading(flow.paper.words.say("Dividends to members"))
    signed, signers = not statement.proposed, len(statement.officers)
    height = (8.4 if signed else 6.4) * MM
    dividend_table(flow, statement, row_height=height, signers=signers, signed=signed)
