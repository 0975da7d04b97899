"""The report's parts beside the accounts: cash book, loans, earlier years, words, and audit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ledger.rules.rulebook import Rulebook
from ledger.statements.annual import AnnualStatement
from ledger.statements.trail import Watched
from ledger.statements.year_set import PurposeRow, YearSet, YearText, purposes_total
from reports.bars import Bars, draw_bars
from reports.flow import Flow
from reports.moved import counted_cell, moved_cell
from reports.ruled import draw_ruled, draw_text_box
from reports.signatures import close_height, draw_places
from reports.spans import end_text
from reports.style import MM, TABLE, thin
from reports.tables import (
    Column,
    Look,
    Row,
    Table,
    amount_cell,
    blank_cell,
    words_cell,
)
from reports.watched import draw_watched
from translations.naming import key_word, word
from translations.words import Words

_LOOK = Look(size=9)


def draw_cash(flow: Flow, statement: AnnualStatement, more: YearSet) -> None:
    """The cash book in short: what came in and went out for each kind of payment."""
    words, cash = flow.paper.words, more.cash
    rows = [_in_box(words.say("At the beginning"), words.kip(cash.opening))]
    rows += [
        _moves(words, word(words, "kind", one.kind.value), one.received, one.paid)
        for one in cash.rows
    ]
    total = _moves(words, words.say("Total of the year"), cash.received, cash.paid)
    end = end_text(words, statement.until, statement.year.last)
    rows.append(replace(total, strong=True))
    rows.append(_in_box(end, words.kip(cash.closing)))
    amount = 36 * MM
    columns = (
        Column(words.say("What for"), flow.width - 3 * amount),
        Column(words.say("Came in"), amount, amounts=True),
        Column(words.say("Went out"), amount, amounts=True),
        Column(words.say("In the cash box"), amount, amounts=True),
    )
    draw_whole(flow, words.say("The cash book in short"), columns, rows)


def _in_box(name: str, kip: str) -> Row:
    """What is in the box has a column of its own: who adds up what came in must not count it."""
    cells = (words_cell(name), blank_cell(), blank_cell(), amount_cell(kip))
    return Row(cells, strong=True)


def _moves(words: Words, name: str, received: int, paid: int) -> Row:
    moved = (moved_cell(words, received), moved_cell(words, paid))
    return Row((words_cell(name), *moved, blank_cell()))


def draw_loans(flow: Flow, more: YearSet, rulebook: Rulebook) -> None:
    """The loans by what they were for, and by how long something has been overdue."""
    if more.purposes:
        _purposes(flow, more, rulebook)
        _ages(flow, more)


def _purposes(flow: Flow, more: YearSet, rulebook: Rulebook) -> None:
    words = flow.paper.words
    number, amount = 24 * MM, 36 * MM
    columns = (
        Column(words.say("Purpose"), flow.width - 2 * number - 2 * amount),
        Column(words.say("New loans"), number, amounts=True),
        Column(words.say("Lent in the year"), amount, amounts=True),
        Column(words.say("Still running"), number, amounts=True),
        Column(words.say("Principal left"), amount, amounts=True),
    )
    rows = [
        _purpose(words, one, purpose_word(words, rulebook, one.purpose)) for one in more.purposes
    ]
    total = _purpose(words, purposes_total(more.purposes), words.say("Total"))
    draw_whole(flow, words.say("Loans by purpose"), columns, [*rows, replace(total, strong=True)])


def draw_whole(flow: Flow, heading: str, columns: Sequence[Column], rows: list[Row]) -> None:
    """A table under its heading; one that is not long stays on one page."""
    table = Table(flow, columns, _LOOK)
    flow.heading(heading, below=min(table.height(rows) + 2 * MM, flow.whole / 2))
    table.draw(rows)


def _purpose(words: Words, one: PurposeRow, name: str) -> Row:
    new, running = counted_cell(words, one.loans), counted_cell(words, one.running)
    lent, owed = moved_cell(words, one.lent), moved_cell(words, one.owed)
    return Row((words_cell(name), new, lent, running, owed))


def _ages(flow: Flow, more: YearSet) -> None:
    words, number, amount = flow.paper.words, 24 * MM, 36 * MM
    columns = (
        Column(words.say("Overdue for"), flow.width - number - 2 * amount),
        Column(words.say("Number of loans"), number, amounts=True),
        Column(words.say("Overdue"), amount, amounts=True),
        Column(words.say("Principal left"), amount, amounts=True),
    )
    ages = [(age.loans, age.overdue, age.principal) for age in more.ages]
    rows = [
        _age(words, word(words, "age", age.age.value), *figures)
        for age, figures in zip(more.ages, ages, strict=True)
    ]
    sums = [sum(column) for column in zip(*ages, strict=True)]
    total = replace(_age(words, words.say("Total"), *sums), strong=True)
    draw_whole(flow, words.say("Running loans by what is overdue"), columns, [*rows, total])


def _age(words: Words, name: str, loans: int, overdue: int, principal: int) -> Row:
    count = counted_cell(words, loans)
    return Row((words_cell(name), count, moved_cell(words, overdue), moved_cell(words, principal)))


def purpose_word(words: Words, rulebook: Rulebook, code: str) -> str:
    """What a purpose is called by the rules; its code where they no longer have it."""
    named = (key_word(words, p.key, p.name) for p in rulebook.loans.purposes if p.code == code)
    return next(named, code or "–")


def draw_years(flow: Flow, statement: AnnualStatement, more: YearSet) -> None:
    """This year beside the ones before it, as a table and two charts."""
    words = flow.paper.words
    flow.heading(words.say("Year by year"))
    heads = (
        words.say("Savings"),
        words.say("Loans at the year's end"),
        words.say("Income"),
        words.say("Expenses"),
        words.say("Profit"),
        words.say("Dividends and refunds") if more.refunds else words.say("Dividends"),
    )
    amount = (flow.width - 16 * MM) / len(heads)
    columns = (
        Column(words.say("Year"), 16 * MM),
        *(Column(head, amount, amounts=True) for head in heads),
    )
    runs = statement.until < statement.year.last
    note = words.say("* until {day}", day=words.day(statement.until)) if runs else ""
    names = {
        one.year: words.year(one.year) + " *" * (runs and one.year == statement.year.number)
        for one in more.years
    }
    rows = []
    for one in more.years:
        kips = (one.savings, one.loans, one.income, one.expenses, one.profit, one.dividends)
        cells = (moved_cell(words, kip) for kip in kips)
        rows.append(Row((words_cell(names[one.year]), *cells)))
    Table(flow, columns, _LOOK).draw(rows)
    if note:
        flow.gap(1.5 * MM)
        flow.text(note, thin(9))
    _charts(flow, more, names, heads, note)


def _charts(
    flow: Flow, more: YearSet, names: Mapping[int, str], heads: Sequence[str], note: str
) -> None:
    """Two charts of the same years; one that still runs has its mark, and the note says of what."""
    words = flow.paper.words
    stock = [_bars(words, names[one.year], one.savings, one.loans) for one in more.years]
    earned = [_bars(words, names[one.year], one.profit, one.dividends) for one in more.years]
    for title, kinds, bars in (
        (words.say("Savings and loans"), (heads[0], heads[1]), stock),
        (words.say("Profit and dividends"), (heads[4], heads[5]), earned),
    ):
        # A chart on which no bar would stand says nothing.
        if any(one.first > 0 or one.second > 0 for one in bars):
            draw_bars(flow, title, kinds, bars, note)


def _bars(words: Words, year: str, first: int, second: int) -> Bars:
    return Bars(year, first, second, words.kip(first), words.kip(second))


def draw_words(flow: Flow, texts: Mapping[YearText, str]) -> None:
    """The six parts of the report in words; what is not written yet is ruled for the pen."""
    words = flow.paper.words
    flow.next_page()
    flow.heading(words.say("The year in words"))
    for text in YearText:
        draw_text_box(flow, word(words, "year_text", text.value), texts.get(text, ""))


def draw_audit(flow: Flow, year: str, watched: Watched | None = None) -> None:
    """The auditors' page: how the book was kept, what they looked at and found, and their places.

    How it was kept they read before they sign.
    """
    words = flow.paper.words
    flow.next_page()
    draw_watched(flow, watched)
    flow.heading(words.say("What the auditors looked at"))
    looked = (
        words.say("Cash counted, and the same as in the book"),
        words.say("Bank books the same as in the book"),
        words.say("Passbooks of members the same as in the book"),
        words.say("Loan contracts there and signed"),
        words.say("Receipts and vouchers without a gap"),
        words.say("Minutes for every decision"),
        words.say("Dividends worked out again, and the same"),
    )
    columns = (
        Column(words.say("What was looked at"), flow.width - 82 * MM),
        Column(words.say("Right"), 16 * MM),
        Column(words.say("Wrong"), 16 * MM),
        Column(words.say("Remark"), 50 * MM),
    )
    rows = [Row((words_cell(one), blank_cell(), blank_cell(), blank_cell())) for one in looked]
    rows.append(Row((blank_cell(), blank_cell(), blank_cell(), blank_cell())))
    Table(flow, columns, Look(size=TABLE, row_height=9 * MM, grid=True)).draw(rows)
    flow.heading(words.say("What they found"))
    draw_ruled(flow, 6)
    flow.gap(3 * MM)
    text = words.say("We have looked through the books of the year {year}.", year=year)
    text += f" {words.say('Name, signature and day')}:"
    places = [(words.say("Auditor"), "")] * 3
    draw_places(flow, places, text, height=close_height(flow, places)[0])
