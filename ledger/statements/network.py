"""What the group gives to zone, district, central fund and union: owed, paid, and still owed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.balances import moved_on
from ledger.rules.fund_rules import Level
from ledger.rules.kip import Kip
from ledger.rules.rulebook import NamedAccount, Rulebook
from ledger.rules.transfers import Entry, EntryNumber, Kind, PostedEntry


@dataclass(frozen=True, slots=True)
class NetworkPayment:
    """One payment to a body of the network, in kip; below zero where it was taken back."""

    number: EntryNumber
    day: date
    kip: Kip
    receipt: str


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """One body of the network through a year, in kip.

    opening + from_profit + contributed - paid = owed. `contributed` fell due beside the profit,
    `monthly` is what the rules ask for each month.
    """

    account: Account
    level: Level | None
    monthly: Kip
    opening: Kip
    from_profit: Kip
    contributed: Kip
    paid: Kip
    owed: Kip
    payments: tuple[NetworkPayment, ...]


def network_rows_of(
    entries: Collection[PostedEntry],
    *,
    rulebook: Rulebook,
    opening: Mapping[Account, Kip],
    planned: Collection[Entry] = (),
) -> tuple[NetworkRow, ...]:
    """Every body of the network through the time of the entries.

    `planned` are entries of a closing that is only proposed: what they give to a body counts.
    """
    known = [named for named in rulebook.accounts if named_kind(named.account) is Named.NETWORK]
    return tuple(_row(named, opening.get(named.account, 0), entries, planned) for named in known)


def _row(
    named: NamedAccount, opening: Kip, entries: Iterable[PostedEntry], planned: Iterable[Entry]
) -> NetworkRow:
    from_profit = sum(moved_on(named.account, t) for entry in planned for t in entry.transfers)
    contributed = 0
    payments = []
    for posted in entries:
        for t in posted.entry.transfers:
            moved = moved_on(named.account, t)
            if not moved:
                continue
            if t.kind is Kind.ALLOCATION:
                from_profit += moved
            elif t.kind is Kind.PAYABLE_PAID:
                receipt = posted.entry.proof.receipt
                payments.append(NetworkPayment(posted.number, posted.entry.day, -moved, receipt))
            else:
                contributed += moved
    paid = sum(payment.kip for payment in payments)
    return NetworkRow(
        account=named.account,
        level=named.level,
        monthly=named.monthly,
        opening=opening,
        from_profit=from_profit,
        contributed=contributed,
        paid=paid,
        owed=opening + from_profit + contributed - paid,
        payments=tuple(payments),
    )
