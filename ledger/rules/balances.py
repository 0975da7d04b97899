"""What stands on each account: always added up from the transfers, never remembered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ledger.rules.accounts import Account, Side, is_loans, side
from ledger.rules.kip import Kip
from ledger.rules.transfers import Transfer


def moved_on(account: Account, transfer: Transfer) -> Kip:
    """What a transfer adds to an account, in kip on the side on which it grows; below zero: takes.

    Zero where it does not touch the account.
    """
    debits = (transfer.debit == account) - (transfer.credit == account)
    return transfer.kip * (debits if side(account) is Side.DEBIT else -debits)


def balance_of(account: Account, transfers: Iterable[Transfer]) -> Kip:
    """What stands on one account, in kip, counted on the side on which it grows."""
    return sum(moved_on(account, transfer) for transfer in transfers)


def balances(transfers: Iterable[Transfer]) -> Mapping[Account, Kip]:
    """What stands on every account that was touched, in kip, each on its own side."""
    net: defaultdict[Account, Kip] = defaultdict(int)
    for t in transfers:
        net[t.debit] += t.kip
        net[t.credit] -= t.kip
    return {a: kip if side(a) is Side.DEBIT else -kip for a, kip in sorted(net.items())}


def lent_out(balances: Mapping[Account, Kip]) -> Kip:
    """All that is lent to members, from the group's own money and from its funds, in kip."""
    return sum(kip for account, kip in balances.items() if is_loans(account))
