"""Checks a whole set of rules before the group can adopt it: nothing impossible gets into the book.

Whatever a group decides within these checks holds, without a change to the program.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.allocation_check import (
    RuleDoubled,
    RuleMissing,
    check_account,
    check_allocation,
)
from ledger.rules.days import FIRST_DAY, LAST_DAY
from ledger.rules.refusals import DayOutsideBooks, NameMissing, Refusal
from ledger.rules.rulebook import DeathLoan, Purse, Rulebook
from ledger.rules.rulebook_ranges import ranges_of


@dataclass
class RuleOutOfRange(Refusal):
    """A figure of the rules lies outside what any group may set; `place` says which one it is."""

    place: str
    given: int
    least: int
    most: int


@dataclass
class AccountMisplaced(Refusal):
    """An account of the group's own bears a number that no such account can have."""

    place: str
    account: Account


@dataclass
class ProductUnknown(Refusal):
    """A purpose of loans points to a kind of loan that the group does not give."""

    purpose: str
    product: str


@dataclass
class WelfareNotLent(Refusal):
    """A kind of loan is lent from the welfare fund, and the rules do not allow that."""

    place: str


def check_rulebook(rulebook: Rulebook) -> None:
    """Silence, or the first thing in the rules that is impossible, with the facts.

    Raises RuleOutOfRange, RuleMissing, RuleDoubled, AccountMisplaced, AccountUnknown,
    ProductUnknown, WelfareNotLent, NameMissing, DayOutsideBooks, and the refusals of
    `check_allocation`.
    """
    if not FIRST_DAY <= rulebook.valid_from <= LAST_DAY:
        raise DayOutsideBooks(day=rulebook.valid_from, first=FIRST_DAY, last=LAST_DAY)
    for figure in ranges_of(rulebook):
        if not figure.least <= figure.given <= figure.most:
            raise RuleOutOfRange(*figure)
    _check_accounts(rulebook)
    _check_loans(rulebook)
    _check_welfare(rulebook)
    _check_lists(rulebook)
    _check_names("profit.lines", ((line.name, line.key) for line in rulebook.profit.lines))
    check_allocation(rulebook)


def _check_accounts(rulebook: Rulebook) -> None:
    accounts = rulebook.accounts
    for index, named in enumerate(accounts):
        if named_kind(named.account) is None:
            raise AccountMisplaced(place=f"accounts[{index}]", account=named.account)
    _check_different("accounts", (str(named.account) for named in accounts))
    _check_different("accounts", (named.key for named in accounts if named.key))
    _check_names("accounts", ((named.name, named.key) for named in accounts))


def _check_loans(rulebook: Rulebook) -> None:
    loans = rulebook.loans
    _check_different("loans.products", (p.key for p in loans.products))
    _check_names("loans.products", ((p.key and p.name, "") for p in loans.products))
    _check_different("loans.purposes", (p.code for p in loans.purposes))
    _check_names("loans.purposes", ((p.code and (p.name or p.key), "") for p in loans.purposes))
    for purpose in loans.purposes:
        if rulebook.product(purpose.product) is None:
            raise ProductUnknown(purpose=purpose.name, product=purpose.product)
    for index, product in enumerate(loans.products):
        _check_lent_fund(rulebook, product.fund, place=f"loans.products[{index}].fund")
    if rulebook.people.death_loan is DeathLoan.FUND and loans.write_off_fund is None:
        # Without its name the loss of a loan after a death would be a cost of the year.
        raise RuleMissing(place="loans.write_off_fund")
    check_account(rulebook, loans.write_off_fund, Named.FUND, place="loans.write_off_fund")
    _check_different("loans.priority", loans.priority)
    _check_different("loans.order", (purse.value for purse in loans.order))
    if len(loans.order) < len(Purse):
        raise RuleMissing(place="loans.order")


def _check_lent_fund(rulebook: Rulebook, fund: Account | None, *, place: str) -> None:
    """A kind of loan is lent from a fund of the group; from the welfare fund only by its rule."""
    check_account(rulebook, fund, Named.FUND, place=place)
    if fund is not None and fund == rulebook.welfare.fund and not rulebook.loans.lend_welfare:
        raise WelfareNotLent(place=place)


def _check_welfare(rulebook: Rulebook) -> None:
    welfare = rulebook.welfare
    needed = welfare.contribution or welfare.entry_fee or welfare.benefits or welfare.apart
    if needed and welfare.fund is None:
        raise RuleMissing(place="welfare.fund")
    check_account(rulebook, welfare.fund, Named.FUND, place="welfare.fund")
    check_account(rulebook, welfare.bank, Named.BANK, place="welfare.bank")
    _check_different("welfare.benefits", (b.code for b in welfare.benefits))
    _check_names("welfare.benefits", ((b.code and b.name, b.key) for b in welfare.benefits))


def _check_lists(rulebook: Rulebook) -> None:
    if not rulebook.denominations:
        raise RuleMissing(place="denominations")
    if not rulebook.roles:
        raise RuleMissing(place="roles")


def _check_names(place: str, names: Iterable[tuple[str, str]]) -> None:
    """Each thing has a name, or a key under which the catalogue has one."""
    for index, (name, key) in enumerate(names):
        if not (name.strip() or key):
            raise NameMissing(what=f"{place}[{index}]")


def _check_different(place: str, keys: Iterable[str]) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise RuleDoubled(place=place, key=key)
        seen.add(key)
