"""The plain lists: trial balance, members' balances, loans, funds, the cash book."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ledger.rules.accounts import (
    CASH,
    SAVINGS,
    VOLUNTARY_SAVINGS,
    Account,
    Family,
    Named,
    Side,
    family,
    named_kind,
    side,
)
from ledger.rules.balances import lent_out, moved_on
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan, LoanStage, LoanState
from ledger.rules.loans import loan_state
from ledger.rules.people import Member, MemberId, Status, households_of
from ledger.rules.transfers import NO_PROOF, Entry, EntryNumber, Kind, PostedEntry, Proof


class TrialBalanceRow(NamedTuple):
    """One account with what stands on it, in the column of its side (kip)."""

    account: Account
    debit: Kip
    credit: Kip


@dataclass(frozen=True, slots=True)
class TrialBalance:
    """Every account on one day; both columns add up to the same (kip)."""

    day: date
    rows: tuple[TrialBalanceRow, ...]
    debit: Kip
    credit: Kip


@dataclass(frozen=True, slots=True)
class MemberBalance:
    """One member with her savings, what she owes, and an unclaimed dividend, in kip."""

    member: Member
    savings: Kip
    loans: Kip
    dividend: Kip
    voluntary: Kip = 0


@dataclass(frozen=True, slots=True)
class LoanRow:
    """One loan with its borrower and where it stands."""

    loan: Loan
    member: Member
    guarantors: tuple[Member, ...]
    state: LoanState


@dataclass(frozen=True, slots=True)
class CashBookRow:
    """One entry that touched the cash box, a bank or a fund: in, out, and what was there after."""

    number: EntryNumber
    day: date
    kinds: tuple[Kind, ...]
    member: Member | None
    note: str
    received: Kip
    paid: Kip
    balance: Kip
    proof: Proof = NO_PROOF


@dataclass(frozen=True, slots=True)
class Figures:
    """What the home page shows, in kip."""

    day: date
    members: int
    households: int
    cash: Kip
    banks: Kip
    savings: Kip
    loans_out: Kip
    loans_open: int
    overdue: Kip
    loans_overdue: int
    funds: Kip
    income: Kip
    expenses: Kip
    voluntary: Kip = 0

    @property
    def profit(self) -> Kip:
        """This year's income less costs so far."""
        return self.income - self.expenses


def trial_balance_of(day: date, balances: Mapping[Account, Kip]) -> TrialBalance:
    """Every account with something on it, in the column of its side; below zero in the other."""
    rows = tuple([_trial_row(account, kip) for account, kip in sorted(balances.items()) if kip])
    return TrialBalance(
        day=day,
        rows=rows,
        debit=sum([row.debit for row in rows]),
        credit=sum([row.credit for row in rows]),
    )


def _trial_row(account: Account, kip: Kip) -> TrialBalanceRow:
    on_debit = (side(account) is Side.DEBIT) is (kip > 0)
    return (
        TrialBalanceRow(account, abs(kip), 0) if on_debit else TrialBalanceRow(account, 0, abs(kip))
    )


def members_balances_of(
    members: Iterable[Member],
    *,
    savings: Mapping[MemberId, Kip],
    loans: Mapping[MemberId, Kip],
    dividends: Mapping[MemberId, Kip],
    voluntary: Mapping[MemberId, Kip],
) -> tuple[MemberBalance, ...]:
    """One row for each member, in the order given; whoever has left with nothing stands no more."""
    rows = (
        MemberBalance(
            member=member,
            savings=savings.get(member.id, 0),
            loans=loans.get(member.id, 0),
            dividend=dividends.get(member.id, 0),
            voluntary=voluntary.get(member.id, 0),
        )
        for member in members
    )
    here = {Status.ACTIVE, Status.ON_LEAVE}
    return tuple(
        row
        for row in rows
        if row.member.status in here or any((row.savings, row.voluntary, row.loans, row.dividend))
    )


def loan_rows_of(
    loans: Iterable[Loan], members: Mapping[MemberId, Member], day: date
) -> tuple[LoanRow, ...]:
    """Each loan with its borrower, her guarantors, and where it stands on the day."""
    return tuple(
        LoanRow(
            loan=loan,
            member=members[loan.request.member],
            guarantors=tuple(members[guarantor] for guarantor in loan.request.guarantors),
            state=loan_state(loan, day),
        )
        for loan in loans
    )


def principal_by_member(rows: Iterable[LoanRow]) -> Mapping[MemberId, Kip]:
    """What each member still owes of the principal of all her loans, in kip."""
    owed: defaultdict[MemberId, Kip] = defaultdict(int)
    for row in rows:
        owed[row.member.id] += row.state.principal
    return dict(owed)


def cash_book_of(
    entries: Iterable[PostedEntry],
    members: Mapping[MemberId, Member],
    *,
    before: Kip,
    account: Account = CASH,
) -> tuple[CashBookRow, ...]:
    """The entries that touched the cash box, or another account, in the book's order.

    `before` is what was there (kip, on the account's own side) before the first of them.
    """
    rows = []
    balance = before
    for posted in entries:
        transfers = posted.entry.transfers
        moves = [moved_on(account, t) for t in transfers]
        received = sum(kip for kip in moves if kip > 0)
        paid = -sum(kip for kip in moves if kip < 0)
        if not received and not paid:
            continue
        balance += received - paid
        touched = (t.kind for t in transfers if account in {t.debit, t.credit})
        member = _member_of(posted.entry)
        rows.append(
            CashBookRow(
                number=posted.number,
                proof=posted.entry.proof,
                day=posted.entry.day,
                kinds=tuple(dict.fromkeys(touched)),
                member=None if member is None else members[member],
                note=posted.entry.note,
                received=received,
                paid=paid,
                balance=balance,
            )
        )
    return tuple(rows)


def _member_of(entry: Entry) -> MemberId | None:
    """Whose entry it is, where it is one member's."""
    found = {t.member for t in entry.transfers}
    return found.pop() if len(found) == 1 else None


def figures_of(
    day: date,
    *,
    members: Iterable[Member],
    balances: Mapping[Account, Kip],
    loans: Iterable[LoanRow],
    year_opening: Mapping[Account, Kip],
) -> Figures:
    """What the home page shows of a day, in kip.

    `year_opening` are the accounts on the eve of the group's year: income and costs of an earlier
    year that is not closed yet are not this year's.
    """
    here = [m for m in members if m.status in {Status.ACTIVE, Status.ON_LEAVE}]
    states = [row.state for row in loans]
    return Figures(
        day=day,
        members=len(here),
        households=households_of(here),
        cash=balances.get(CASH, 0),
        banks=sum(kip for a, kip in balances.items() if named_kind(a) is Named.BANK),
        savings=balances.get(SAVINGS, 0),
        voluntary=balances.get(VOLUNTARY_SAVINGS, 0),
        loans_out=lent_out(balances),
        loans_open=sum(state.stage is LoanStage.PAID_OUT for state in states),
        overdue=sum(state.overdue for state in states),
        loans_overdue=sum(state.overdue > 0 for state in states),
        funds=sum(kip for a, kip in balances.items() if named_kind(a) is Named.FUND),
        income=_since(balances, year_opening, Family.INCOME),
        expenses=_since(balances, year_opening, Family.EXPENSE),
    )


def _since(balances: Mapping[Account, Kip], opening: Mapping[Account, Kip], wanted: Family) -> Kip:
    accounts = {a for a in (*balances, *opening) if family(a) is wanted}
    return sum(balances.get(a, 0) - opening.get(a, 0) for a in accounts)
