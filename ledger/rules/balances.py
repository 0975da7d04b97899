"""What stands on each account: always added up from the transfers, never remembered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ledger.rules.accounts import Account, Side, side
from ledger.rules.kip import Kip
from ledger.rules.transfers import Transfer


def balance_of(account: Account, transfers: Iterable[Transfer]) -> Kip:
    """What stands on one account, in kip, counted on the side on which it grows."""
    net = sum((t.debit == account) * t.kip - (t.credit == account) * t.kip for t in transfers)
    return net if side(account) is Side.DEBIT else -net


def balances(transfers: Iterable[Transfer]) -> Mapping[Account, Kip]:
    """What stands on every account that was touched, in kip, each on its own side."""
    net: defaultdict[Account, Kip] = defaultdict(int)
    for t in transfers:
        net[t.debit] += t.kip
        net[t.credit] -= t.kip
    return {a: kip if side(a) is Side.DEBIT else -kip for a, kip in sorted(net.items())}
