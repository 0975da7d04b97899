"""A member's passbook: every movement of hers with the balances after it."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.days import Month
from ledger.rules.kip import Kip
from ledger.rules.people import Member
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.transfers import EntryNumber, Kind, LoanId


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
