"""The group's banks: what our book says, and when each was last compared with the bank's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.fund_rules import Level
from ledger.rules.kip import BasisPoints, Kip
from ledger.rules.reconciliation import BankStatement
from ledger.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class BankRow:
    """One bank account, or deposit with the network (`level`), in kip; `rate` basis points a year.

    `newest` is the last comparison with the bank's own book, `days` how long ago that is.
    """

    account: Account
    level: Level | None
    rate: BasisPoints
    balance: Kip
    newest: BankStatement | None
    days: int | None


def bank_rows_of(
    rulebook: Rulebook,
    *,
    balances: Mapping[Account, Kip],
    statements: Iterable[BankStatement],
    day: date,
) -> tuple[BankRow, ...]:
    """Every bank of the rules on a day; comparisons of later days are not seen."""
    newest = {found.bank: found for found in statements if found.day <= day}
    rows = []
    for named in rulebook.accounts:
        if named_kind(named.account) is Named.BANK:
            last = newest.get(named.account)
            rows.append(
                BankRow(
                    account=named.account,
                    level=named.level,
                    rate=named.rate,
                    balance=balances.get(named.account, 0),
                    newest=last,
                    days=None if last is None else (day - last.day).days,
                )
            )
    return tuple(rows)
