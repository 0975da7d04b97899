"""Borrowings, the lowest that funds and banks come to, and what the banks' books have shown."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from ledger.book.plain import day_of, number_of, value_of
from ledger.book.reading_entries import KINDS
from ledger.book.shelf import Shelf
from ledger.rules.accounts import Account, Named, Side, named_kind, side
from ledger.rules.borrowing import Borrowing, with_move
from ledger.rules.kip import Kip
from ledger.rules.reconciliation import BankLine, BankStatement, OpenLines
from ledger.rules.rulebook import LoanProduct
from ledger.rules.transfers import EntryNumber, Transfer

_BORROWINGS = (
    "SELECT account, lender, day, kip, terms, decision FROM borrowing UNION ALL"
    " SELECT account, borrower, day, kip, terms, decision FROM group_loan ORDER BY account"
)
_MOVES = (
    "SELECT e.day, t.kind, t.debit, t.credit, t.kip FROM entry AS e"
    " JOIN transfer AS t ON t.entry = e.number"
    " WHERE t.debit BETWEEN 2201 AND 2299 OR t.credit BETWEEN 2201 AND 2299"
    " OR t.debit BETWEEN 1301 AND 1399 OR t.credit BETWEEN 1301 AND 1399"
    " ORDER BY e.number, t.line"
)
_LATER = (
    "SELECT e.day, t.debit, t.credit, sum(t.kip) FROM entry AS e CROSS JOIN transfer AS t"
    " WHERE t.entry = e.number AND e.day > ?"
    " GROUP BY e.day, t.debit, t.credit ORDER BY e.day DESC"
)
_KINDS = frozenset({Named.BANK, Named.NETWORK})
_BANK = (
    "SELECT e.number, e.day, e.note, min(t.kind),"
    " sum(CASE :bank WHEN t.debit THEN t.kip ELSE -t.kip END)"
    " FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE :bank IN (t.debit, t.credit)"
)
_OPEN = (
    f"{_BANK} AND NOT EXISTS"
    " (SELECT 1 FROM bank_tick AS k WHERE k.bank = :bank AND k.entry = e.number)"
    " GROUP BY e.number ORDER BY e.day, e.number"
)
_TICKED = (
    "SELECT coalesce(sum(CASE :bank WHEN t.debit THEN t.kip ELSE -t.kip END), 0)"
    " FROM bank_tick AS k JOIN transfer AS t ON t.entry = k.entry"
    " WHERE k.bank = :bank AND :bank IN (t.debit, t.credit)"
)
_STATEMENTS = "SELECT id, bank, day, kip, difference, reason FROM bank_statement ORDER BY id"


def read_borrowings(shelf: Shelf) -> Mapping[Account, Borrowing]:
    """What the group ever agreed to borrow, or to lend to a group, by account, and what moved."""
    found = {
        Account(account): Borrowing(
            account=Account(account),
            lender=lender,
            day=day_of(day),
            kip=kip,
            terms=value_of(LoanProduct, terms),
            decision=decision,
        )
        for account, lender, day, kip, terms, decision in shelf.rows(_BORROWINGS)
    }
    if not found:
        return found
    for day, kind, debit, credit, kip in shelf.rows(_MOVES):
        transfer = Transfer(KINDS[kind], Account(debit), Account(credit), kip)
        for account in {transfer.debit, transfer.credit} & found.keys():
            found[account] = with_move(found[account], transfer, day=day_of(day))
    return found


def lows_after(shelf: Shelf, day: date, balances: Mapping[Account, Kip]) -> Mapping[Account, Kip]:
    """The lowest (kip) of every bank and debt to the network on a day or any later one.

    `balances` are those after all entries; to be asked where later days have been written.
    """
    now = {a: kip for a, kip in balances.items() if named_kind(a) in _KINDS}
    moved: defaultdict[int, defaultdict[Account, Kip]] = defaultdict(lambda: defaultdict(int))
    for number, debit, credit, kip in shelf.rows(_LATER, (number_of(day),)):
        for account, on in ((Account(debit), Side.DEBIT), (Account(credit), Side.CREDIT)):
            moved[number][account] += kip if side(account) is on else -kip
    lows = dict(now)
    # From the newest day backwards: taking a day's movement off gives the day before it.
    for number in sorted(moved, reverse=True):
        for account in now.keys() & moved[number].keys():
            now[account] -= moved[number][account]
            lows[account] = min(lows[account], now[account])
    return lows


def read_open_lines(shelf: Shelf, bank: Account) -> OpenLines:
    """The lines of a bank that its own book has not shown yet, and what it has."""
    lines = tuple(
        BankLine(EntryNumber(number), day_of(day), KINDS[kind], kip, note)
        for number, day, note, kind, kip in shelf.rows(_OPEN, {"bank": bank})
    )
    (ticked,) = shelf.one(_TICKED, {"bank": bank})
    newest = [found for found in read_statements(shelf) if found.bank == bank]
    return OpenLines(bank=bank, ticked=ticked, lines=lines, newest=newest[-1] if newest else None)


def read_statements(shelf: Shelf) -> tuple[BankStatement, ...]:
    """Every comparison with a bank's book, in the order in which they were written."""
    return tuple(
        BankStatement(number, Account(bank), day_of(day), kip, difference, reason)
        for number, bank, day, kip, difference, reason in shelf.rows(_STATEMENTS)
    )
