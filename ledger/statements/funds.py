"""Money set apart: funds, banks, what the group owes, what other groups owe it, year by year."""

from collections.abc import Collection, Iterable, Mapping

from ledger.rules.accounts import (
    ADVISERS_PAYABLE,
    COMMITTEE_PAYABLE,
    Account,
    Named,
    named_kind,
)
from ledger.rules.balances import moved_on
from ledger.rules.kip import Kip
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import Kind, PostedEntry
from ledger.statements.annual import FundRow

OWED = (COMMITTEE_PAYABLE, ADVISERS_PAYABLE)
"""What the group owes to people of its own, beside the bodies of its network."""

_KINDS = frozenset({Named.FUND, Named.BANK, Named.NETWORK, Named.LENDER, Named.GROUP})
_FROM_PROFIT = frozenset({Kind.CLOSING, Kind.ALLOCATION})


def is_set_apart(account: Account) -> bool:
    """Whether this is a fund, a bank, or something that the group owes or has lent."""
    return account in OWED or named_kind(account) in _KINDS


def set_apart(rulebook: Rulebook, touched: Iterable[Account]) -> tuple[Account, ...]:
    """Every such account of the rules, and each other that was ever touched, in order."""
    known = (named.account for named in rulebook.accounts)
    return tuple(sorted({account for account in (*known, *touched) if is_set_apart(account)}))


def funds_of(
    entries: Collection[PostedEntry],
    *,
    accounts: Iterable[Account],
    opening: Mapping[Account, Kip],
) -> tuple[FundRow, ...]:
    """Each account through the time of the entries, in kip.

    `opening` is what stood there before the first of them. What a counter-entry takes back counts
    as never received, or never spent.
    """
    return tuple(_row(account, opening.get(account, 0), entries) for account in accounts)


def _row(account: Account, opening: Kip, entries: Iterable[PostedEntry]) -> FundRow:
    received = allocated = spent = 0
    for posted in entries:
        back = posted.entry.reverses is not None
        for t in posted.entry.transfers:
            moved = moved_on(account, t)
            if t.kind in _FROM_PROFIT:
                allocated += moved
            elif (moved > 0) is not back:
                received += moved
            else:
                spent -= moved
    return FundRow(
        account=account,
        opening=opening,
        received=received,
        allocated=allocated,
        spent=spent,
        closing=opening + received + allocated - spent,
    )
