"""The same statements as plain lists: for a spreadsheet as CSV, for other programs as records.

Amounts are whole numbers of the currency's small unit in records; in CSV they are written in the
currency itself, with a point before satang. Days are written year first, so that a spreadsheet of
any country sorts them.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from ledger.rules.accounts import Account, fund_of_loans
from ledger.rules.rulebook import Rulebook
from ledger.statements.annual import DividendRow, FundRow
from ledger.statements.lists import CashBookRow, LoanRow, MemberBalance, TrialBalance
from ledger.statements.passbook import Passbook
from reports.writing import write_whole
from translations.naming import account_word, word
from translations.words import Words

Value: TypeAlias = str | int | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BOM = "\ufeff"


def safe_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: a text that begins like one gets a quote."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return f"'{value}"
    return value


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a list: its key for programs, its head for people, and whether it is money."""

    key: str
    head: str
    money: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its columns, and rows with one value for each."""

    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]

    def records(self) -> list[dict[str, Value]]:
        """The rows by key, ready for JSON; amounts in the small unit of the currency."""
        keys = [field.key for field in self.fields]
        return [dict(zip(keys, row, strict=True)) for row in self.rows]

    def csv_text(self, words: Words) -> str:
        """The list as CSV with a byte order mark, so that spreadsheets read it as UTF-8."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([safe_cell(field.head) for field in self.fields])
        for row in self.rows:
            # Our own figures are no formula, even with a minus before them.
            cells = [
                _amount(value, words) if field.money else safe_cell(value)
                for field, value in zip(self.fields, row, strict=True)
            ]
            writer.writerow(cells)
        return _BOM + text.getvalue()


def _amount(value: Value, words: Words) -> Value:
    """An amount as a spreadsheet adds it up: figures only, a point before the small unit."""
    form = words.money_format
    if not isinstance(value, int) or not form.decimals:
        return value
    whole, part = divmod(abs(value), form.one)
    return f"{'-' if value < 0 else ''}{whole}.{part:0{form.decimals}d}"


def write_csv(listing: Listing, words: Words, out: Path) -> None:
    """Write a list into a CSV file, whole or not at all. Raises PaperNotWritten."""
    write_whole(out, listing.csv_text(words).encode("utf-8"))


def _listing(fields: Sequence[Field], rows: Iterable[tuple[Value, ...]]) -> Listing:
    return Listing(tuple(fields), tuple(rows))


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _money(key: str, head: str) -> Field:
    return Field(key, head, money=True)


def account_namer(words: Words, rulebook: Rulebook) -> Callable[[int], str]:
    """What accounts are called by these rules."""
    own = {int(a.account): a for a in rulebook.accounts}

    def name(account: int) -> str:
        named = own.get(fund_of_loans(Account(account)) or account)
        if named is None:
            return account_word(words, account)
        return account_word(words, account, named.name, named.key)

    return name


def trial_balance_list(trial: TrialBalance, rulebook: Rulebook, words: Words) -> Listing:
    """Every account with what stands on it."""
    name = account_namer(words, rulebook)
    fields = (
        Field("account", words.say("Account")),
        Field("name", words.say("Name")),
        _money("debit", words.say("Debit")),
        _money("credit", words.say("Credit")),
    )
    rows = ((int(r.account), name(r.account), r.debit, r.credit) for r in trial.rows)
    return _listing(fields, rows)


def members_list(balances: Iterable[MemberBalance], words: Words) -> Listing:
    """Every member with savings, debt and unclaimed dividend."""
    fields = (
        Field("number", words.say("Member number")),
        Field("title", words.say("Title")),
        Field("name", words.say("Name")),
        Field("household", words.say("Household")),
        Field("joined", words.say("Joined")),
        Field("status", words.say("Status")),
        _money("savings", words.say("Savings")),
        _money("voluntary", words.say("Voluntary savings")),
        _money("loans", words.say("Still owed")),
        _money("dividend", words.say("Dividends not yet fetched")),
    )
    rows = (
        (
            b.member.number,
            b.member.title,
            b.member.name,
            b.member.household,
            _day(b.member.joined),
            word(words, "status", b.member.status),
            b.savings,
            b.voluntary,
            b.loans,
            b.dividend,
        )
        for b in balances
    )
    return _listing(fields, rows)


def loans_list(loans: Iterable[LoanRow], words: Words) -> Listing:
    """Every loan with its borrower, its guarantors and where it stands."""
    fields = (
        Field("number", words.say("Loan number")),
        Field("member", words.say("Member number")),
        Field("name", words.say("Name")),
        Field("stage", words.say("Status")),
        _money("kip", words.say("Loan")),
        _money("principal", words.say("Still owed")),
        _money("interest_due", words.say("Interest due")),
        _money("overdue", words.say("Overdue")),
        Field("overdue_since", words.say("Overdue since")),
        Field("last_due", words.say("Last day")),
        Field("guarantors", words.say("Guarantors")),
    )
    rows = (
        (
            row.loan.number,
            row.member.number,
            row.member.name,
            word(words, "loan_stage", row.state.stage),
            row.loan.decision.kip if row.loan.decision else row.loan.request.kip,
            row.state.principal,
            row.state.interest_due,
            row.state.overdue,
            _day(row.state.overdue_since),
            _day(row.state.last_due),
            ", ".join(f"{g.number} {g.name}" for g in row.guarantors),
        )
        for row in loans
    )
    return _listing(fields, rows)


def cash_book_list(book: Iterable[CashBookRow], words: Words) -> Listing:
    """Every entry that touched the cash box or a bank."""
    fields = (
        Field("entry", words.say("No.")),
        Field("day", words.say("Date")),
        Field("member", words.say("Member number")),
        Field("name", words.say("Name")),
        Field("what", words.say("Particulars")),
        Field("note", words.say("Remark")),
        _money("received", words.say("Received")),
        _money("paid", words.say("Paid out")),
        _money("balance", words.say("Balance")),
    )
    rows = (
        (
            int(row.number),
            _day(row.day),
            row.member.number if row.member else "",
            row.member.name if row.member else "",
            ", ".join(word(words, "kind", kind) for kind in row.kinds),
            row.note,
            row.received,
            row.paid,
            row.balance,
        )
        for row in book
    )
    return _listing(fields, rows)


def passbook_list(passbook: Passbook, words: Words) -> Listing:
    """Every line of one member's passbook."""
    fields = (
        Field("entry", words.say("No.")),
        Field("day", words.say("Date")),
        Field("what", words.say("Particulars")),
        Field("month", words.say("Month")),
        Field("reverses", words.say("Takes back")),
        Field("note", words.say("Remark")),
        _money("paid_in", words.say("Paid in")),
        _money("paid_out", words.say("Paid out")),
        _money("savings", words.say("Savings balance")),
        _money("voluntary", words.say("Voluntary savings")),
        _money("loans", words.say("Still owed")),
    )
    rows = (
        (
            int(line.number),
            _day(line.day),
            word(words, "kind", line.kind),
            f"{line.month.year}-{line.month.number:02d}" if line.month else "",
            None if line.reverses is None else int(line.reverses),
            line.note,
            line.paid_in,
            line.paid_out,
            line.savings,
            line.voluntary,
            line.loans,
        )
        for line in passbook.lines
    )
    return _listing(fields, rows)


def dividends_list(dividends: Iterable[DividendRow], words: Words) -> Listing:
    """Every member's dividend and refund."""
    fields = (
        Field("number", words.say("Member number")),
        Field("name", words.say("Name")),
        _money("savings", words.say("Savings")),
        Field("weight", words.say("Weight")),
        _money("dividend", words.say("Dividend")),
        _money("refund", words.say("Interest refund")),
        _money("total", words.say("To be paid")),
        Field("excluded", words.say("Left out")),
    )
    rows = (
        (
            row.member.number,
            row.member.name,
            row.savings,
            row.weight,
            row.dividend,
            row.refund,
            row.total,
            words.say("Yes") if row.excluded else "",
        )
        for row in dividends
    )
    return _listing(fields, rows)


def funds_list(funds: Iterable[FundRow], rulebook: Rulebook, words: Words) -> Listing:
    """Each fund from the beginning of the year to its end."""
    name = account_namer(words, rulebook)
    fields = (
        Field("account", words.say("Account")),
        Field("name", words.say("Fund")),
        _money("opening", words.say("At the beginning")),
        _money("received", words.say("Received")),
        _money("allocated", words.say("Allocated")),
        _money("spent", words.say("Spent")),
        _money("closing", words.say("At the end")),
    )
    rows = (
        (int(f.account), name(f.account), f.opening, f.received, f.allocated, f.spent, f.closing)
        for f in funds
    )
    return _listing(fields, rows)
