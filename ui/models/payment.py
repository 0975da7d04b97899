"""What a payment outside the grid is: what it asks for, and the line it becomes."""

from collections.abc import Callable
from dataclasses import dataclass

from ledger.rules.accounts import Account, Named
from ledger.rules.days import Month
from ledger.rules.kip import Kip
from ledger.rules.lines import DividendWay, Line
from ledger.rules.people import MemberId
from ledger.rules.transfers import LoanId

NOBODY = MemberId(0)
NOWHERE = Account(0)


@dataclass(frozen=True, slots=True)
class Given:
    """What was filled in; what a payment does not ask for stays as it is here."""

    member: MemberId = NOBODY
    account: Account = NOWHERE
    loan: LoanId | None = None
    way: DividendWay = DividendWay.CASH
    kip: Kip = 0
    note: str = ""
    bank: Account | None = None
    to: Account | None = None
    decision: str = ""
    giver: str = ""
    receipt: str = ""
    month: Month | None = None
    year: int = 0


@dataclass(frozen=True, slots=True)
class Payment:
    """One kind of payment: its name and picture, the fields it asks for, and its line.

    `accounts` is the kind of account to choose from; `asks` are fields of `Given`.
    """

    key: str
    name: str
    picture: str
    asks: tuple[str, ...]
    line: Callable[[Given], Line]
    accounts: Named | None = None
