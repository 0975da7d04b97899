"""The group's own accounts: what each holds and what of it is free, and how they begin and end.

A fund is opened, renamed and closed by a decision with its number and day. The rules that hold
from that day on are the same ones with the account in them, so nothing else has to be typed anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.accounts import NAMED_MAX, Account, Named, named_account, named_kind
from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import free_of
from ledger.rules.kip import Kip
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.rulebook import NamedAccount, Rulebook, rulebook_of
from ledger.rules.rulebook_check import check_rulebook


@dataclass
class AccountClosed(Refusal):
    """The account was closed by a decision and takes no money any more."""

    account: Account


@dataclass
class NameTaken(Refusal):
    """The group has an open account of that name already."""

    name: str


@dataclass
class TooManyAccounts(Refusal):
    """All numbers of one kind of account are used up."""

    kind: Named
    most: int


@dataclass
class AccountNotEmpty(Refusal):
    """The account still holds, or owes, so much (kip); it is closed when there is nothing."""

    account: Account
    kip: Kip


@dataclass
class FundTied(Refusal):
    """Of the fund's money so much (kip) is lent out, or moved on a later day: it is no rest yet."""

    fund: Account
    balance: Kip
    free: Kip


def low_of(facts: DayFacts, account: Account) -> Kip:
    """The least (kip) that an account holds at the end of the day or of any later one written.

    Of a fund it is what is not lent out.
    """
    if named_kind(account) is Named.FUND:
        return free_of(facts, account)
    return facts.lows.get(account, facts.balances.get(account, 0))


# --- beginning, renaming, ending ----------------------------------------------------------


def next_account(kind: Named, taken: Iterable[Account]) -> Account:
    """The first number of a kind that was never used; TooManyAccounts where there is none."""
    used = set(taken)
    for number in range(1, NAMED_MAX + 1):
        if named_account(kind, number) not in used:
            return named_account(kind, number)
    raise TooManyAccounts(kind=kind, most=NAMED_MAX)


def rules_with(
    rulebooks: Sequence[Rulebook], account: NamedAccount, *, day: date, decision: str
) -> tuple[Rulebook, ...]:
    """The rules to be written so that an account is, from a day on, as it is given here.

    The rules of the day begin anew under the decision's number; rules that were agreed for later
    days stay what they are, with the account in them. Raises NameMissing and NameTaken, and what
    `check_rulebook` raises where the rules still need an account that closes.
    """
    if not decision.strip():
        raise NameMissing(what="decision")
    if not (account.name.strip() or account.key):
        raise NameMissing(what="account")
    current = rulebook_of(tuple(rulebooks), day)
    resolution = decision.strip()
    changed = [replace(current, valid_from=day, resolution=resolution)]
    changed += [rules for rules in rulebooks if rules.valid_from > day]
    return tuple(_with(rules, account) for rules in changed)


def _with(rules: Rulebook, account: NamedAccount) -> Rulebook:
    others = [named for named in rules.accounts if named.account != account.account]
    for named in others:
        if named.closed is None and named.name.strip() == account.name.strip() != "":
            raise NameTaken(name=account.name.strip())
    known = rules.named(account.account)
    accounts = (
        (*rules.accounts, account)
        if known is None
        else tuple(account if n.account == account.account else n for n in rules.accounts)
    )
    whole = replace(rules, accounts=accounts)
    check_rulebook(whole)
    return whole


def check_ending(facts: DayFacts, account: Account) -> Kip:
    """What is left on an account that closes (kip): a fund's rest, which goes to another fund.

    Raises AccountNotEmpty for a bank or debt that is not at zero, AccountClosed, and FundTied
    where part of a fund is lent out or needed on a later day.
    """
    if account in facts.closed:
        raise AccountClosed(account=account)
    balance = facts.balances.get(account, 0)
    if named_kind(account) is not Named.FUND:
        if balance:
            raise AccountNotEmpty(account=account, kip=balance)
        return 0
    free = low_of(facts, account)
    if free != balance:
        raise FundTied(fund=account, balance=balance, free=free)
    return balance
