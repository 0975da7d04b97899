"""The group's own accounts begin, change and end; money is borrowed; banks' books are compared."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.borrowing import Borrowing, check_terms, debt_account
from ledger.rules.closing import EarlierYearOpen
from ledger.rules.days import fiscal_year
from ledger.rules.fund_rules import Level
from ledger.rules.funds import AccountClosed, check_ending, next_account, rules_with
from ledger.rules.kip import BasisPoints, Kip
from ledger.rules.lines_funds import FundMoved
from ledger.rules.loan_rules import LoanProduct
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.posting import check_day, entries_of
from ledger.rules.posting_funds import AccountNotOurs
from ledger.rules.reconciliation import Reconciliation, check_reconciliation, reconcile
from ledger.rules.refusals import NameMissing
from ledger.rules.rulebook import NamedAccount
from ledger.rules.transfers import Entry, EntryNumber


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What the group opens: a fund, a bank account or deposit, a body of its network.

    `monthly` is kip, `rate` basis points a year; `level` where it is part of the network.
    """

    kind: Named
    name: str
    level: Level | None = None
    monthly: Kip = 0
    rate: BasisPoints = 0


def open_account(
    book: Book, actor: Actor, *, new: NewAccount, day: date, decision: str, today: date
) -> Change:
    """Open an account from a day on, by a decision; the rules of that day go on with it in them.

    Raises the refusals of `ledger.rules.funds` and of the rulebook's own check.
    """
    permit(book, actor, Act.OPEN_ACCOUNT)
    check_day(book.day_facts(day, today))
    account = NamedAccount(
        next_account(new.kind, _used(book)),
        new.name.strip(),
        level=new.level,
        monthly=new.monthly,
        rate=new.rate,
    )
    rules = rules_with(book.rulebooks, account, day=day, decision=decision)
    with writing(
        book, actor, Act.OPEN_ACCOUNT, name=account.name, day=day, decision=decision.strip()
    ) as pen:
        for rulebook in rules:
            pen.adopt(rulebook)
    return pen.change


def change_account(
    book: Book, actor: Actor, *, account: NamedAccount, day: date, decision: str, today: date
) -> Change:
    """Rename an account from a day on, or change its rate, level or monthly contribution."""
    permit(book, actor, Act.CHANGE_ACCOUNT)
    check_day(book.day_facts(day, today))
    before = _known(book, account.account, day)
    changed = replace(account, closed=before.closed, name=account.name.strip())
    rules = rules_with(book.rulebooks, changed, day=day, decision=decision)
    with writing(
        book,
        actor,
        Act.CHANGE_ACCOUNT,
        name=before.name,
        now=changed.name,
        day=day,
        decision=decision.strip(),
    ) as pen:
        for rulebook in rules:
            pen.adopt(rulebook)
    return pen.change


def close_account(
    book: Book,
    actor: Actor,
    *,
    account: Account,
    to: Account | None = None,
    day: date,
    decision: str,
    today: date,
) -> Change:
    """Close an account for good, by a decision; what is left of a fund goes to the fund `to`.

    Raises what `check_ending` raises, EarlierYearOpen while an earlier year may still give to the
    fund, and the refusals of the rules that still need it.
    """
    permit(book, actor, Act.CLOSE_ACCOUNT)
    facts = book.day_facts(day, today)
    check_day(facts)
    known = _known(book, account, day)
    _earlier_years_closed(book, day)
    rest = check_ending(facts, account)
    entries: tuple[Entry, ...] = ()
    if rest:
        if to is None:
            raise NameMissing(what="fund")
        entries = entries_of((FundMoved(account, to, rest, decision, note=known.name),), facts)
    closed = replace(known, closed=day)
    rules = rules_with(book.rulebooks, closed, day=day, decision=decision)
    with writing(
        book, actor, Act.CLOSE_ACCOUNT, name=known.name, day=day, decision=decision.strip()
    ) as pen:
        pen.post(entries)
        for rulebook in rules:
            pen.adopt(rulebook)
    return pen.change


def agree_borrowing(
    book: Book,
    actor: Actor,
    *,
    lender: str,
    kip: Kip,
    terms: LoanProduct,
    day: date,
    decision: str,
    today: date,
    lent: bool = False,
) -> Change:
    """Write what was agreed with a lender, and open the account of the debt; no money moves yet.

    With `lent` it is this group that lends, and `lender` names the other village's group. Raises
    the refusals of `check_terms` and `rules_with`.
    """
    act = Act.LEND_GROUP if lent else Act.BORROW
    permit(book, actor, act)
    check_day(book.day_facts(day, today))
    borrowing = Borrowing(
        account=next_account(Named.GROUP if lent else Named.LENDER, _used(book)),
        lender=lender.strip(),
        day=day,
        kip=kip,
        terms=terms,
        decision=decision.strip(),
    )
    check_terms(borrowing)
    rules = rules_with(book.rulebooks, debt_account(borrowing), day=day, decision=decision)
    who, number = borrowing.lender, borrowing.decision
    with writing(book, actor, act, name=who, day=day, kip=kip, decision=number) as pen:
        for rulebook in rules:
            pen.adopt(rulebook)
        pen.agree_borrowing(borrowing)
    return pen.change


def plan_comparison(
    book: Book, *, bank: Account, day: date, kip: Kip, ticks: Collection[EntryNumber]
) -> Reconciliation:
    """How a bank's balance of `kip` compares with the lines that are ticked; nothing is written."""
    if named_kind(bank) is not Named.BANK:
        raise AccountNotOurs(account=bank, kind=Named.BANK)
    return reconcile(book.open_lines(bank), day=day, kip=kip, ticks=ticks)


def compare_bank(
    book: Book,
    actor: Actor,
    *,
    bank: Account,
    day: date,
    kip: Kip,
    ticks: Collection[EntryNumber],
    reason: str = "",
    today: date,
) -> Change:
    """Write down that the bank's book was compared; a difference needs its reason.

    Raises BankDiffers without one, and what `reconcile` raises.
    """
    permit(book, actor, Act.COMPARE_BANK)
    check_day(book.day_facts(day, today))
    name = _known(book, bank, day).name
    found = plan_comparison(book, bank=bank, day=day, kip=kip, ticks=ticks)
    check_reconciliation(found, reason=reason)
    with writing(
        book,
        actor,
        Act.COMPARE_BANK,
        name=name,
        day=day,
        kip=kip,
        difference=found.difference,
    ) as pen:
        pen.compare_bank(found, reason=reason.strip())
    return pen.change


def _known(book: Book, account: Account, day: date) -> NamedAccount:
    newest = book.rulebooks[-1].named(account)
    known = book.rulebook(day).named(account)
    kind = named_kind(account)
    if known is None or kind is None:
        raise AccountNotOurs(account=account, kind=kind or Named.FUND)
    if newest is not None and newest.closed is not None:
        raise AccountClosed(account=account)
    return known


def _used(book: Book) -> set[Account]:
    return {*book.balances(), *(a.account for r in book.rulebooks for a in r.accounts)}


def _earlier_years_closed(book: Book, day: date) -> None:
    """What an earlier year's profit still gives to a fund would come after its end."""
    last_month = book.rulebook(day).fiscal_year_end
    year = fiscal_year(day, last_month=last_month, books_begin=book.books_begin)
    begin = book.books_begin
    if begin is None or year.first <= begin:
        return
    if book.closed_year(year.number - 1) is None:
        raise EarlierYearOpen(year=year.number, earlier=year.number - 1)
