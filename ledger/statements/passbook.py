"""A member's passbook: every movement of hers with the balances after it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from ledger.rules.accounts import (
    CASH,
    CLAIMS_ON_MEMBERS,
    DIVIDENDS_PAYABLE,
    EXIT_DIVIDENDS,
    OWED_TO_MEMBERS,
    SAVINGS,
    SETTLEMENTS_PAYABLE,
    VOLUNTARY_SAVINGS,
    Account,
    Family,
    Named,
    family,
    is_loans,
    named_kind,
)
from ledger.rules.days import Month
from ledger.rules.kip import Kip
from ledger.rules.people import Member
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.transfers import EntryNumber, Kind, LoanId, PostedEntry, Transfer


class Movement(NamedTuple):
    """One transfer of a member, with what its entry says beside it; `kip` is above zero."""

    number: EntryNumber
    day: date
    kind: Kind
    debit: Account
    credit: Account
    kip: Kip
    loan: LoanId | None
    month: Month | None
    note: str
    reverses: EntryNumber | None


class PassbookLine(NamedTuple):
    """One movement. `paid_in` and `paid_out` are kip as the member sees it across the table.

    `savings`, `voluntary` and `loans` are her balances after the line. A line that moves no cash
    (dividend into savings, interest credited) has its amount in `paid_in` or `paid_out` by what it
    does to her savings or debt. `reverses` is set on the line of a counter-entry.

    A named tuple: all passbooks of a large group are two hundred thousand lines, and a tuple is
    made in a quarter of the time of a value that sets its facts one by one.
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
    voluntary: Kip = 0


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
    voluntary_before: Kip = 0

    @property
    def two_products(self) -> bool:
        """Whether voluntary savings have a column: the rules have them, or she had some."""
        return (
            self.rulebook.voluntary.kept
            or self.voluntary_before > 0
            or any(line.voluntary for line in self.lines)
        )


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
    voluntary_before: Kip = 0,
) -> Passbook:
    """The passbook of one member from the entries between two days, in the book's order.

    `savings_before` and `loans_before` are her balances (kip) on the eve of `first`. A dividend
    stands in the passbook when she takes it, not when the meeting has shared it out.
    """
    hers = (
        _movement(posted, transfer)
        for posted in entries
        if first <= posted.entry.day <= last
        for transfer in posted.entry.transfers
        if transfer.member == member.id
    )
    return passbook_with(
        hers,
        group=group,
        rulebook=rulebook,
        member=member,
        first=first,
        last=last,
        savings_before=savings_before,
        loans_before=loans_before,
        voluntary_before=voluntary_before,
    )


def passbook_with(
    movements: Iterable[Movement],
    *,
    group: Group,
    rulebook: Rulebook,
    member: Member,
    first: date,
    last: date,
    savings_before: Kip = 0,
    loans_before: Kip = 0,
    voluntary_before: Kip = 0,
) -> Passbook:
    """As `passbook_of`, where the movements between the two days are known to be all hers."""
    return Passbook(
        group=group,
        rulebook=rulebook,
        member=member,
        first=first,
        last=last,
        savings_before=savings_before,
        loans_before=loans_before,
        voluntary_before=voluntary_before,
        lines=tuple(
            _lines(
                movements, savings=savings_before, loans=loans_before, voluntary=voluntary_before
            )
        ),
    )


def _movement(posted: PostedEntry, transfer: Transfer) -> Movement:
    entry = posted.entry
    return Movement(
        number=posted.number,
        day=entry.day,
        kind=transfer.kind,
        debit=transfer.debit,
        credit=transfer.credit,
        kip=transfer.kip,
        loan=transfer.loan,
        month=entry.month,
        note=entry.note,
        reverses=entry.reverses,
    )


def _lines(
    movements: Iterable[Movement], *, savings: Kip, loans: Kip, voluntary: Kip
) -> Iterator[PassbookLine]:
    for number, day, kind, debit, credit, kip, loan, month, note, reverses in movements:
        meaning = _meaning(debit, credit)
        if not meaning.way:
            continue
        savings += meaning.savings * kip
        loans += meaning.loans * kip
        voluntary += meaning.voluntary * kip
        yield PassbookLine(
            number,
            day,
            Kind.DIVIDEND_OFFSET if meaning.by_dividend and loan is not None else kind,
            kip if meaning.way > 0 else 0,
            kip if meaning.way < 0 else 0,
            savings,
            loans,
            month,
            loan,
            note,
            reverses,
            voluntary,
        )


class _Meaning(NamedTuple):
    """What moving one kip between two accounts is to a member.

    `way` is above zero where she gives, below zero where she is given, and zero where nothing is
    hers yet. `savings`, `voluntary` and `loans` are what it adds to each. What is paid
    `by_dividend` on a loan is called so: it is no cash repayment.
    """

    way: int
    savings: int
    loans: int
    by_dividend: bool
    voluntary: int


_FINDINGS = frozenset({CLAIMS_ON_MEMBERS, OWED_TO_MEMBERS})


# The same dozen pairs of accounts come back in every line of every passbook.
@cache
def _meaning(debit: Account, credit: Account) -> _Meaning:
    if CASH in {debit, credit}:
        way = 1 if debit == CASH else -1
    elif _FINDINGS & {debit, credit}:
        way = 1 if credit in _FINDINGS else -1  # Found later, and settled: hers or her debt.
    elif debit == DIVIDENDS_PAYABLE and named_kind(credit) is Named.FUND:
        way = 1  # What she pays for a loan of a fund, from her dividend.
    elif credit == DIVIDENDS_PAYABLE and named_kind(debit) is Named.FUND:
        way = -1
    else:
        way = int(_hers(credit)) - int(_hers(debit) or _settled(debit, credit))
    return _Meaning(
        way=way,
        savings=(credit == SAVINGS) - (debit == SAVINGS),
        loans=is_loans(debit) - is_loans(credit),
        by_dividend=DIVIDENDS_PAYABLE in {debit, credit},
        voluntary=(credit == VOLUNTARY_SAVINGS) - (debit == VOLUNTARY_SAVINGS),
    )


def _settled(debit: Account, credit: Account) -> bool:
    """Whether a dividend goes to her settlement: it is hers from then on."""
    return credit == SETTLEMENTS_PAYABLE and debit in {DIVIDENDS_PAYABLE, EXIT_DIVIDENDS}


def _hers(account: Account) -> bool:
    """Whether it is her savings, her debt, or what she pays for it."""
    savings = account in {SAVINGS, VOLUNTARY_SAVINGS}
    return savings or is_loans(account) or family(account) is Family.INCOME
