"""One maker for each movement of funds, network, bank and lenders: from which account to which."""

from ledger.rules.accounts import (
    BANK_FEES,
    BORROWING_INTEREST,
    GROUP_INTEREST,
    NETWORK_DUES,
    Account,
)
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Split
from ledger.rules.transfers import Kind, Transfer


def fund_moved(fund: Account, to: Account, kip: Kip) -> Transfer:
    """`kip` of one fund become another's."""
    return Transfer(Kind.FUND_MOVED, fund, to, kip)


def bank_fee(bank: Account, kip: Kip) -> Transfer:
    """A bank has taken a fee of `kip`."""
    return Transfer(Kind.BANK_FEE, BANK_FEES, bank, kip)


def network_due(account: Account, kip: Kip) -> Transfer:
    """A contribution of `kip` is owed to a body of the network."""
    return Transfer(Kind.NETWORK_DUE, NETWORK_DUES, account, kip)


def borrowed(lender: Account, kip: Kip, *, place: Account) -> Transfer:
    """A lender's `kip` come into the cash box or a bank."""
    return Transfer(Kind.BORROWED, place, lender, kip)


def lender_paid(lender: Account, split: Split, *, place: Account) -> tuple[Transfer, ...]:
    """A payment to a lender: its interest becomes a cost and is paid, and principal is paid back.

    Both stand on the lender's account, so that everything about one borrowing is found there.
    """
    parts = (
        (Kind.LENDER_INTEREST, BORROWING_INTEREST, lender, split.interest),
        (Kind.LENDER_INTEREST, lender, place, split.interest),
        (Kind.LENDER_PRINCIPAL, lender, place, split.principal),
    )
    return tuple(Transfer(kind, debit, credit, kip) for kind, debit, credit, kip in parts if kip)


def group_lent(account: Account, kip: Kip, *, place: Account) -> Transfer:
    """`kip` go out of the cash box or a bank to another village's group."""
    return Transfer(Kind.GROUP_LENT, account, place, kip)


def group_paid(account: Account, split: Split, *, place: Account) -> tuple[Transfer, ...]:
    """What another group pays: its interest becomes income and is paid, and principal comes back.

    Both stand on that group's account, so that everything about what was lent is found there.
    """
    parts = (
        (Kind.GROUP_INTEREST, account, GROUP_INTEREST, split.interest),
        (Kind.GROUP_INTEREST, place, account, split.interest),
        (Kind.GROUP_PRINCIPAL, place, account, split.principal),
    )
    return tuple(Transfer(kind, debit, credit, kip) for kind, debit, credit, kip in parts if kip)
