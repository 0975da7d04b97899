"""The tables of the annual statement about gifts, funds' loans, network, banks and borrowings."""

from collections.abc import Mapping, Sequence

from ledger.rules.accounts import Account
from ledger.rules.kip import Kip
from ledger.statements.annual import AnnualStatement
from ledger.statements.banks import BankRow
from ledger.statements.borrowings import BorrowingRow
from ledger.statements.gifts import GiftRow
from ledger.statements.network import NetworkRow
from reports.annual_more import draw_whole
from reports.flow import Flow
from reports.moved import NOTHING, moved_cell
from reports.page import MM
from reports.tables import (
    Cell,
    Column,
    Row,
    amount_cell,
    blank_cell,
    name_cell,
    words_cell,
)
from translations.naming import account_word, word
from translations.words import Words

Names = Mapping[Account, str]


def draw_own_money(flow: Flow, statement: AnnualStatement, names: Names) -> None:
    """Each of the six tables about which the year has something to say."""
    _draw_gifts(flow, statement.gifts, names)
    _draw_lent(flow, statement, names)
    _draw_network(flow, statement.network, names)
    _draw_banks(flow, statement.banks, names)
    words = flow.paper.words
    _draw_agreed(
        flow,
        statement.borrowings,
        words.say("What the group has borrowed"),
        (words.say("Who lends"), words.say("Borrowed")),
    )
    _draw_agreed(
        flow,
        statement.group_loans,
        words.say("What the group has lent to other groups"),
        (words.say("Which group"), words.say("Lent")),
    )


def _draw_gifts(flow: Flow, gifts: tuple[GiftRow, ...], names: Names) -> None:
    words = flow.paper.words
    columns = (
        Column(words.say("Day"), 22 * MM),
        Column(words.say("Who gives"), 38 * MM),
        Column(words.say("What for"), flow.width - 148 * MM),
        Column(words.say("Fund"), 34 * MM),
        Column(words.say("Cash or bank"), 28 * MM),
        Column(words.say("Amount"), 26 * MM, amounts=True),
    )
    rows = [
        Row(
            (
                words_cell(words.day(gift.day)),
                name_cell(gift.giver or NOTHING),
                name_cell(gift.purpose or NOTHING),
                words_cell(_name(words, names, gift.fund)),
                words_cell(_name(words, names, gift.place)),
                amount_cell(words.kip(gift.kip)),
            )
        )
        for gift in gifts
    ]
    _draw(flow, words.say("Gifts and grants received"), columns, rows)


def _draw_lent(flow: Flow, statement: AnnualStatement, names: Names) -> None:
    words = flow.paper.words
    columns = _amounts(
        flow,
        words.say("Fund"),
        words.say("At the beginning"),
        words.say("Lent"),
        words.say("Paid back in the year"),
        words.say("Written off"),
        words.say("Lent out on {day}", day=words.day(statement.until)),
    )
    rows = [
        _row(
            words,
            name_cell(_name(words, names, row.fund)),
            (row.opening, row.lent, row.repaid, row.written_off, row.closing),
        )
        for row in statement.lent
    ]
    _draw(flow, words.say("Loans to members from the funds"), columns, rows)


def _draw_network(flow: Flow, network: tuple[NetworkRow, ...], names: Names) -> None:
    words = flow.paper.words
    columns = _amounts(
        flow,
        words.say("To whom"),
        words.say("Owed before"),
        words.say("From the profit"),
        words.say("Fell due"),
        words.say("Paid"),
        words.say("Still to be paid"),
    )
    rows = [
        _row(words, words_cell(_body(words, names, r)), (*figures, r.owed))
        for r in network
        if any(figures := (r.opening, r.from_profit, r.contributed, r.paid))
    ]
    _draw(flow, words.say("Contributions to the network"), columns, rows)


def _body(words: Words, names: Names, row: NetworkRow) -> str:
    name = _name(words, names, row.account)
    level = word(words, "level", row.level.value) if row.level else ""
    receipts = ", ".join(p.receipt for p in row.payments if p.receipt and p.kip > 0)
    told = words.say("their receipt {number}", number=receipts) if receipts else ""
    return " · ".join(filter(None, (name, level if level != name else "", told)))


def _draw_banks(flow: Flow, banks: tuple[BankRow, ...], names: Names) -> None:
    words = flow.paper.words
    columns = (
        Column(words.say("Bank"), flow.width - 122 * MM),
        Column(words.say("Last compared"), 32 * MM),
        Column(words.say("In our book"), 30 * MM, amounts=True),
        Column(words.say("In the bank's book"), 32 * MM, amounts=True),
        Column(words.say("Difference"), 28 * MM, amounts=True),
    )
    rows = [_bank_row(words, names, row) for row in banks if row.balance or row.newest]
    _draw(flow, words.say("Banks and deposits"), columns, rows)


def _bank_row(words: Words, names: Names, row: BankRow) -> Row:
    last, never = row.newest, words.say("Not compared yet")
    return Row(
        (
            words_cell(_name(words, names, row.account)),
            words_cell(never if last is None else words.day(last.day)),
            moved_cell(words, row.balance),
            blank_cell() if last is None else amount_cell(words.kip(last.kip)),
            blank_cell() if last is None else moved_cell(words, last.difference),
        )
    )


def _draw_agreed(
    flow: Flow, agreed: Sequence[BorrowingRow], heading: str, heads: tuple[str, str]
) -> None:
    """What was agreed with lenders or groups, and where each stands."""
    words = flow.paper.words
    columns = _amounts(
        flow,
        *heads,
        words.say("Principal left"),
        words.say("Interest due"),
        words.say("Overdue"),
    )
    rows = [
        _row(
            words,
            name_cell(f"{row.borrowing.lender} · {row.borrowing.decision}"),
            (
                row.borrowing.kip,
                row.state.principal,
                row.state.interest_due,
                row.state.overdue,
            ),
        )
        for row in agreed
    ]
    _draw(flow, heading, columns, rows)


def _draw(flow: Flow, heading: str, columns: Sequence[Column], rows: list[Row]) -> None:
    if rows:
        draw_whole(flow, heading, columns, rows)


def _amounts(flow: Flow, first: str, *heads: str) -> tuple[Column, ...]:
    amount = 26 * MM
    return (
        Column(first, flow.width - len(heads) * amount),
        *(Column(head, amount, amounts=True) for head in heads),
    )


def _row(words: Words, first: Cell, kips: Sequence[Kip]) -> Row:
    return Row((first, *(moved_cell(words, kip) for kip in kips)))


def _name(words: Words, names: Names, account: Account) -> str:
    return names.get(account) or account_word(words, account)
