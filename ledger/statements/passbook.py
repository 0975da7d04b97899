"""A member's passbook: every movement of hers with the balances after it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import (
    CASH,
    DIVIDENDS_PAYABLE,
    LOANS,
    SAVINGS,
    Account,
    Family,
    family,
)
from ledger.rules.days import Month
from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.transfers import EntryNumber, Kind, LoanId, PostedEntry, Transfer


@dataclass(frozen=True, slots=True)
class PassbookLine:
    """One movement. `paid_in` and `paid_out` are kip as the member sees it across the table.

    `savings` and `loans` are her balances after the line. A line that moves no cash (dividend
    into savings, interest credited) has its amount in `paid_in` or `paid_out` by what it does to
    her savings or debt. `reverses` is set on the line of a counter-entry.
    """

    number: EntryNumber
    day: date
    kind: Kind
    paid_in: Kip
    paid_out: Kip
    savings: Kip
    loans: Kip
    month: Month | None = None
    loan: LoanId | None = None
    note: str = ""
    reverses: EntryNumber | None = None


@dataclass(frozen=True, slots=True)
class Passbook:
    """All lines of one member between two days, with the balances brought forward, in kip."""

    group: Group
    rulebook: Rulebook
    member: Member
    first: date
    last: date
    savings_before: Kip
    loans_before: Kip
    lines: tuple[PassbookLine, ...]


def passbook_of(
    entries: Iterable[PostedEntry],
    *,
    group: Group,
    rulebook: Rulebook,
    member: Member,
    first: date,
    last: date,
    savings_before: Kip = 0,
    loans_before: Kip = 0,
) -> Passbook:
    """The passbook of one member from the entries between two days, in the book's order.

    `savings_before` and `loans_before` are her balances (kip) on the eve of `first`. A dividend
    stands in the passbook when she takes it, not when the meeting has shared it out.
    """
    within = [posted for posted in entries if first <= posted.entry.day <= last]
    return Passbook(
        group=group,
        rulebook=rulebook,
        member=member,
        first=first,
        last=last,
        savings_before=savings_before,
        loans_before=loans_before,
        lines=tuple(_lines(within, member.id, savings=savings_before, loans=loans_before)),
    )


def _lines(
    entries: Iterable[PostedEntry], member: MemberId, *, savings: Kip, loans: Kip
) -> Iterator[PassbookLine]:
    for posted in entries:
        entry = posted.entry
        for transfer in entry.transfers:
            way = _way(transfer)
            if transfer.member != member or not way:
                continue
            savings += _moved(SAVINGS, transfer)
            loans -= _moved(LOANS, transfer)
            yield PassbookLine(
                number=posted.number,
                day=entry.day,
                kind=_kind(transfer),
                paid_in=transfer.kip if way > 0 else 0,
                paid_out=transfer.kip if way < 0 else 0,
                savings=savings,
                loans=loans,
                month=entry.month,
                loan=transfer.loan,
                note=entry.note,
                reverses=entry.reverses,
            )


def _way(transfer: Transfer) -> int:
    """Above zero where she gives, below zero where she is given, zero where nothing is hers yet."""
    if CASH in {transfer.debit, transfer.credit}:
        return 1 if transfer.debit == CASH else -1
    return int(_hers(transfer.credit)) - int(_hers(transfer.debit))


def _hers(account: Account) -> bool:
    """Whether it is her savings, her debt, or what she pays for it."""
    return account in {SAVINGS, LOANS} or family(account) is Family.INCOME


def _kind(transfer: Transfer) -> Kind:
    """The kind as the passbook says it: a repayment out of her dividend is no cash repayment."""
    by_dividend = DIVIDENDS_PAYABLE in {transfer.debit, transfer.credit}
    return Kind.DIVIDEND_OFFSET if by_dividend and transfer.loan is not None else transfer.kind


def _moved(account: Account, transfer: Transfer) -> Kip:
    return (transfer.credit == account) * transfer.kip - (transfer.debit == account) * transfer.kip
