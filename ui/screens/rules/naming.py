"""What the group's own accounts, loans and purposes are called in the language of the window."""

from collections.abc import Iterator
from itertools import permutations

from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.rulebook import (
    AllocationLine,
    LoanProduct,
    NamedAccount,
    Purpose,
    Purse,
    Rulebook,
)
from ledger.rules.welfare_rules import Benefit
from translations import N_, Words
from translations.naming import account_word, key_word, word

_CLASSES = {"ordinary": N_("Ordinary loans"), "emergency": N_("Emergency loans")}


def thing_name(
    words: Words, thing: NamedAccount | LoanProduct | Purpose | AllocationLine | Benefit
) -> str:
    """What one thing of the rules is called."""
    if isinstance(thing, NamedAccount):
        return account_word(words, thing.account, thing.name, thing.key)
    return key_word(words, thing.key, thing.name)


def account_name(words: Words, rulebook: Rulebook, account: Account | None) -> str:
    """What an account is called under these rules; "" for none."""
    if account is None:
        return ""
    named = rulebook.naming(account)
    return account_word(words, account, named.name if named else "", named.key if named else "")


def accounts_of(words: Words, rulebook: Rulebook, kind: Named) -> Iterator[tuple[Account, str]]:
    """The group's own accounts of a kind, with their names."""
    for named in rulebook.accounts:
        if named_kind(named.account) is kind and named.closed is None:
            yield named.account, thing_name(words, named)


def product_name(words: Words, rulebook: Rulebook, key: str) -> str:
    """What the kind of loan with that key is called."""
    product = rulebook.product(key)
    return thing_name(words, product) if product else key


def class_name(words: Words, rulebook: Rulebook, name: str) -> str:
    """What loans that count together are called."""
    if name in _CLASSES:
        return words.say(_CLASSES[name])
    return product_name(words, rulebook, name)


def classes_of(rulebook: Rulebook) -> list[str]:
    """The usual classes of loans, and those that these rules have made."""
    found = [product.loan_class for product in rulebook.loans.products]
    return list(dict.fromkeys([*_CLASSES, *found]))


def order_name(words: Words, order: tuple[Purse, ...]) -> str:
    """An order of the three purses in words."""
    return " → ".join(word(words, "purse", purse.value) for purse in order)


def orders() -> tuple[tuple[Purse, ...], ...]:
    """Every order in which a repayment may go."""
    return tuple(permutations(Purse))
