"""What one committee hands over to the next: the money, and every matter that is not finished."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.accounts import (
    CASH,
    DIVIDENDS_PAYABLE,
    SETTLEMENTS_PAYABLE,
    Account,
    Named,
    named_kind,
)
from ledger.rules.claims import Claim, ClaimStage
from ledger.rules.kip import Kip
from ledger.rules.loan_values import LoanStage
from ledger.rules.months import MonthState, MonthStates
from ledger.rules.saving_notices import Notice
from ledger.statements.lists import LoanRow

_WAITING = frozenset({LoanStage.REQUESTED, LoanStage.APPROVED})
_UNPAID = frozenset({ClaimStage.ASKED, ClaimStage.APPROVED})


@dataclass(frozen=True, slots=True)
class HandOver:
    """The hand-over sheet of one day; amounts in kip.

    `loans` and `owed` are the running loans and their principal, `waiting` the loans asked for or
    approved and not yet paid out, `overdue` those whose day is past. `unsigned` are the days of
    sheets still in pencil, `dividends` and `settlements` what members have not fetched yet, and
    `candidates` how many have asked to join and wait for the meeting. `claims` are the welfare
    claims that nobody has decided on or that are not paid yet, `notices` what members have said
    that they will take out, `held` the last month on hold by its first day, and `missing` the
    numbers of decisions that are named and stand in no minutes.
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
    claims: int = 0
    notices: Kip = 0
    held: date | None = None
    missing: tuple[str, ...] = ()


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


def with_open_matters(
    sheet: HandOver,
    *,
    claims: Iterable[Claim],
    notices: Iterable[Notice],
    months: MonthStates,
    missing: Iterable[str],
) -> HandOver:
    """The sheet with what is promised, said or begun, and not finished."""
    held = months.held
    if held is not None and months.of(held) is not MonthState.ON_HOLD:
        held = None  # It has been closed since.
    return replace(
        sheet,
        claims=sum(1 for claim in claims if claim.stage in _UNPAID),
        notices=sum(notice.left for notice in notices),
        held=None if held is None else held.first,
        missing=tuple(missing),
    )
