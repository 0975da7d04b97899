"""What one committee hands over to the next: the money, and every matter that is not finished."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import (
    CASH,
    DIVIDENDS_PAYABLE,
    SETTLEMENTS_PAYABLE,
    Account,
    Named,
    named_kind,
)
from ledger.rules.kip import Kip
from ledger.rules.loan_values import LoanStage
from ledger.statements.lists import LoanRow

_WAITING = frozenset({LoanStage.REQUESTED, LoanStage.APPROVED})


@dataclass(frozen=True, slots=True)
class HandOver:
    """The hand-over sheet of one day; amounts in kip.

    `loans` and `owed` are the running loans and their principal, `waiting` the loans asked for or
    approved and not yet paid out, `overdue` those whose day is past. `unsigned` are the days of
    sheets still in pencil, `dividends` and `settlements` what members have not fetched yet, and
    `candidates` how many have asked to join and wait for the meeting.
    """

    day: date
    cash: Kip
    banks: tuple[tuple[Account, Kip], ...] = ()
    loans: int = 0
    owed: Kip = 0
    overdue: int = 0
    waiting: int = 0
    unsigned: tuple[date, ...] = ()
    dividends: Kip = 0
    settlements: Kip = 0
    candidates: int = 0


def hand_over_of(
    day: date,
    balances: Mapping[Account, Kip],
    loans: Iterable[LoanRow],
    *,
    unsigned: tuple[date, ...],
    candidates: int,
) -> HandOver:
    """The sheet from what stands in the book on a day; `loans` are those not finished."""
    loans = tuple(loans)
    running = [row for row in loans if row.state.stage is LoanStage.PAID_OUT]
    banks = {a: kip for a, kip in balances.items() if named_kind(a) is Named.BANK}
    return HandOver(
        day=day,
        cash=balances.get(CASH, 0),
        banks=tuple(sorted(banks.items())),
        loans=len(running),
        owed=sum(row.state.principal for row in running),
        overdue=sum(1 for row in running if row.state.overdue),
        waiting=sum(1 for row in loans if row.state.stage in _WAITING),
        unsigned=unsigned,
        dividends=balances.get(DIVIDENDS_PAYABLE, 0),
        settlements=balances.get(SETTLEMENTS_PAYABLE, 0),
        candidates=candidates,
    )
