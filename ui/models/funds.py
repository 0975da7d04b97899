"""The money that is set apart, as rows: funds, banks, and what the group owes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from PySide6.QtGui import QIcon

from ledger.book.book import Book
from ledger.rules.accounts import Account, Named, loans_of, named_kind
from ledger.rules.days import FiscalYear, day_before
from ledger.rules.kip import Kip
from ledger.rules.rulebook import Rulebook
from ledger.statements.annual import FundRow
from ledger.statements.banks import BankRow
from ledger.statements.figure import Figure, accounts_figure
from translations import Words
from ui.look import COLOURS
from ui.models.closing import account_name
from ui.models.rows import Column
from ui.widgets.banner import Tone
from ui.widgets.icons import icon
from ui.widgets.sign import sign


class Sort(StrEnum):
    """What kind of money it is."""

    FUND = "fund"
    BANK = "bank"
    OWED = "owed"
    LENDER = "lender"
    GROUP = "group"


_PICTURES = {
    Sort.FUND: "funds",
    Sort.BANK: "books",
    Sort.OWED: "money_out",
    Sort.LENDER: "money_in",
    Sort.GROUP: "money_out",
}
_SORTS = {
    Named.FUND: Sort.FUND,
    Named.BANK: Sort.BANK,
    Named.LENDER: Sort.LENDER,
    Named.GROUP: Sort.GROUP,
}
OWING = frozenset({Sort.OWED, Sort.LENDER, Sort.GROUP})
"""The sorts that are not held: the group owes them, or another group owes them to it."""
AGREED = frozenset({Sort.LENDER, Sort.GROUP})
"""The sorts that have agreed terms and a schedule."""


@dataclass(frozen=True, slots=True)
class FundsView:
    """Every fund, bank and debt through one year, and the rules that name them."""

    year: FiscalYear
    rulebook: Rulebook
    rows: tuple[FundRow, ...]
    banks: Mapping[Account, BankRow] = field(default_factory=dict)
    lent: Mapping[Account, Kip] = field(default_factory=dict)

    def together(self, *sorts: Sort) -> Kip:
        """What all of these sorts come to at the end, in kip."""
        return sum(row.closing for row in self.rows if sort_of(row.account) in sorts)


def sort_of(account: Account) -> Sort:
    """Whether an account is a fund, a bank or a debt, and whose debt."""
    kind = named_kind(account)
    return Sort.OWED if kind is None else _SORTS.get(kind, Sort.OWED)


def read_funds(book: Book, number: int, today: date | None = None) -> FundsView:
    """Read one year: the funds first, then the banks, then what is owed."""
    year = book.year(number)
    order = list(Sort)
    rows = sorted(book.fund_rows(year), key=lambda row: order.index(sort_of(row.account)))
    day = min(year.last, max(year.first, book.last_day()))
    balances = book.balances(year.last)
    lent = {
        row.account: balances.get(loans_of(row.account), 0)
        for row in rows
        if named_kind(row.account) is Named.FUND
    }
    banks = {bank.account: bank for bank in book.bank_rows(max(day, today or day))}
    return FundsView(year, book.rulebook(year.last), tuple(rows), banks, lent)


def columns_of(words: Words, view: FundsView, *, running: bool) -> Sequence[Column[FundRow]]:
    """The columns of the list; the year is still `running`, or it is over."""
    first, last = view.year.first, view.year.last

    def moved(row: FundRow) -> Figure:
        return accounts_figure(last, row.account, since=first)

    return (
        Column(
            words.say("Name"),
            lambda row: row_name(words, view.rulebook, row.account),
            icon=lambda row: icon(_PICTURES[sort_of(row.account)], COLOURS["accent"]),
        ),
        Column(
            words.say("On {day}", day=words.day(view.year.first)),
            lambda row: words.kip(row.opening),
            figures=True,
            figure=lambda row: accounts_figure(day_before(first), row.account),
        ),
        _moved(words, words.say("Came in"), lambda row: row.received, moved),
        _moved(words, words.say("From the profit"), lambda row: row.allocated, moved),
        _moved(words, words.say("Went out"), lambda row: row.spent, moved),
        Column(
            words.say("Now") if running else words.say("On {day}", day=words.day(view.year.last)),
            lambda row: words.kip(row.closing),
            figures=True,
            figure=moved,
        ),
        Column(
            words.say("Besides"),
            lambda row: state_text(words, view, row),
            icon=lambda row: _state_sign(view, row),
            figure=lambda row: (
                accounts_figure(last, loans_of(row.account), since=first)
                if view.lent.get(row.account)
                else None
            ),
        ),
    )


def _moved(
    words: Words, title: str, kip: Callable[[FundRow], Kip], figure: Callable[[FundRow], Figure]
) -> Column[FundRow]:
    return Column(title, lambda row: _amount(words, kip(row)), figures=True, figure=figure)


def state_text(words: Words, view: FundsView, row: FundRow) -> str:
    """What else is to be known: closed, lent out, or when the bank's book was last compared."""
    named, bank = view.rulebook.named(row.account), view.banks.get(row.account)
    if named is not None and named.closed is not None:
        return words.say("Closed on {day}", day=words.day(named.closed))
    if view.lent.get(row.account):
        return words.say("Lent out: {kip}", kip=words.money(view.lent[row.account]))
    if bank is None:
        return ""
    if bank.newest is None:
        return words.say("Never compared")
    return words.say("Days ago: {days}", days=words.number(bank.days or 0))


def _state_sign(view: FundsView, row: FundRow) -> QIcon | None:
    """Whether the bank's book agreed when it was last compared; nothing of any other row."""
    bank, named = view.banks.get(row.account), view.rulebook.named(row.account)
    closed = named is not None and named.closed is not None
    if bank is None or closed or view.lent.get(row.account):
        return None
    agrees = bank.newest is not None and bank.newest.agrees
    return QIcon(sign(Tone.GOOD if agrees else Tone.WARN, 24))


def row_name(words: Words, rulebook: Rulebook, account: Account) -> str:
    """What an account is called here; a body of the network is only owed to, and has no fund."""
    name = account_name(words, rulebook, account)
    if named_kind(account) is Named.NETWORK:
        return words.say("Owed to: {name}", name=name)
    return name


def _amount(words: Words, kip: Kip) -> str:
    return words.kip(kip) if kip else ""
