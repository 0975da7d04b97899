"""What can be done to a list of the rules: add, remove, move, and give a name of one's own.

Whatever is usual bears a key, under which it has its name in every language; with a name of the
group's own the key goes away.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from ledger.rules.accounts import NAMED_MAX, Account, Named, named_account
from ledger.rules.rulebook import (
    AllocationLine,
    Destination,
    LineKind,
    LoanProduct,
    NamedAccount,
    Purpose,
    Rulebook,
)
from ledger.rules.welfare_rules import Benefit
from translations.naming_tables import KEYS
from ui.screens.rules.places import look, put, steps

ACCOUNTS, PRODUCTS = "accounts", "loans.products"
PURPOSES, LINES = "loans.purposes", "profit.lines"
BENEFITS = "welfare.benefits"


def rename(rulebook: Rulebook, place: str, name: str) -> Rulebook:
    """The thing at a place with the group's own name for it."""
    thing = replace(look(rulebook, place), name=name)
    if not isinstance(thing, LoanProduct):
        return put(rulebook, place, replace(thing, key=""))
    if thing.key not in KEYS:
        return put(rulebook, place, thing)
    new = _free("loan", (p.key for p in rulebook.loans.products))
    purposes = tuple(
        replace(p, product=new) if p.product == thing.key else p for p in rulebook.loans.purposes
    )
    return put(put(rulebook, place, replace(thing, key=new)), PURPOSES, purposes)


def can_add_account(rulebook: Rulebook, kind: Named) -> bool:
    """Whether the group may have one more account of a kind."""
    return _free_account(rulebook, kind) is not None


def add_account(rulebook: Rulebook, kind: Named, name: str) -> Rulebook:
    """One more of the group's own accounts; the same rules where there is no number left."""
    account = _free_account(rulebook, kind)
    if account is None:
        return rulebook
    accounts = (*rulebook.accounts, NamedAccount(account=account, name=name))
    return replace(rulebook, accounts=tuple(sorted(accounts, key=lambda a: a.account)))


def add_product(rulebook: Rulebook, name: str) -> Rulebook:
    """One more kind of loan, without interest until it is set."""
    key = _free("loan", (p.key for p in rulebook.loans.products))
    return put(rulebook, PRODUCTS, (*rulebook.loans.products, LoanProduct(key, name, rate=0)))


def add_purpose(rulebook: Rulebook, name: str) -> Rulebook:
    """One more purpose of loans, served by the first kind of loan until another is chosen."""
    code = _free("purpose", (p.code for p in rulebook.loans.purposes))
    product = rulebook.loans.products[0].key if rulebook.loans.products else ""
    return put(rulebook, PURPOSES, (*rulebook.loans.purposes, Purpose(code, name, product)))


def add_line(rulebook: Rulebook, name: str) -> Rulebook:
    """One more part of the profit: nothing yet, carried to the next year."""
    line = AllocationLine(name=name, kind=LineKind.PERCENT, to=Destination.CARRY_FORWARD)
    return put(rulebook, LINES, (*rulebook.profit.lines, line))


def add_benefit(rulebook: Rulebook, name: str) -> Rulebook:
    """One more row of the welfare fund's table, without an amount until it is set."""
    code = _free("benefit", (b.code for b in rulebook.welfare.benefits))
    return put(rulebook, BENEFITS, (*rulebook.welfare.benefits, Benefit(code, name)))


ADD: dict[str, Callable[[Rulebook, str], Rulebook]] = {
    PRODUCTS: add_product,
    PURPOSES: add_purpose,
    LINES: add_line,
    BENEFITS: add_benefit,
}
"""How each list grows at its end; accounts grow within their kind."""


def remove(rulebook: Rulebook, place: str) -> Rulebook:
    """The rules without the thing at a place of a list."""
    listing, index = _split(place)
    things = look(rulebook, listing)
    return put(rulebook, listing, things[:index] + things[index + 1 :])


def move(rulebook: Rulebook, place: str, by: int) -> Rulebook:
    """The thing at a place moved up (-1) or down (1) in its list, as far as there is room."""
    listing, index = _split(place)
    things = list(look(rulebook, listing))
    other = index + by
    if 0 <= other < len(things):
        things[index], things[other] = things[other], things[index]
    return put(rulebook, listing, tuple(things))


def _split(place: str) -> tuple[str, int]:
    """The list and the number within it."""
    *_, index = steps(place)
    if not isinstance(index, int):
        raise ValueError(f"{place} is no place in a list")
    return place.rpartition("[")[0], index


def _free(stem: str, taken: Iterable[str]) -> str:
    used = set(taken)
    return next(key for n in range(1, len(used) + 2) if (key := f"{stem}_{n}") not in used)


def _free_account(rulebook: Rulebook, kind: Named) -> Account | None:
    used = {named.account for named in rulebook.accounts}
    all_of_kind = (named_account(kind, n) for n in range(1, NAMED_MAX + 1))
    return next((account for account in all_of_kind if account not in used), None)
