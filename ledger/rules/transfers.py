"""Every movement of money takes one amount from one account and gives it to another.

A `Transfer` has one debit, one credit and one amount above zero, so an unbalanced book cannot be
said. Transfers that belong together, one member's turn at the table for example, stand in one
`Entry`, which gets a number in the book and is never changed afterwards.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from ledger.rules.accounts import Account
from ledger.rules.days import Month
from ledger.rules.kip import KIP_MAX, Kip
from ledger.rules.people import MemberId

LoanId = NewType("LoanId", int)
MeetingId = NewType("MeetingId", int)
EntryNumber = NewType("EntryNumber", int)
ClaimId = NewType("ClaimId", int)


class Kind(StrEnum):
    """What a movement of money was, in the group's own terms; the passbook prints it."""

    # Looked up for every transfer: the word's own hash is many times quicker.
    __hash__ = str.__hash__

    OPENING = "opening"
    DEPOSIT = "deposit"
    WITHDRAWAL = "withdrawal"
    SAVINGS_INTEREST = "savings_interest"
    VOLUNTARY_DEPOSIT = "voluntary_deposit"
    VOLUNTARY_WITHDRAWAL = "voluntary_withdrawal"
    WELFARE = "welfare"
    BENEFIT = "benefit"
    ENTRY_FEE = "entry_fee"
    PASSBOOK_FEE = "passbook_fee"
    MISSED_FINE = "missed_fine"
    PAY_OUT = "pay_out"
    PRINCIPAL = "principal"
    INTEREST = "interest"
    LATE_FINE = "late_fine"
    LOAN_FEE = "loan_fee"
    WRITTEN_OFF = "written_off"
    RECOVERED = "recovered"
    PASSED_ON = "passed_on"
    TAKEN_OVER = "taken_over"
    DIVIDEND = "dividend"
    REFUND = "refund"
    DIVIDEND_PAID = "dividend_paid"
    DIVIDEND_SAVED = "dividend_saved"
    DIVIDEND_OFFSET = "dividend_offset"
    EXPENSE = "expense"
    INCOME = "income"
    BANK_IN = "bank_in"
    BANK_OUT = "bank_out"
    BANK_INTEREST = "bank_interest"
    FUND_SPENT = "fund_spent"
    FUND_GIFT = "fund_gift"
    SEED_MONEY = "seed_money"
    PAYABLE_PAID = "payable_paid"
    FUND_MOVED = "fund_moved"
    BANK_FEE = "bank_fee"
    NETWORK_DUE = "network_due"
    BORROWED = "borrowed"
    LENDER_INTEREST = "lender_interest"
    LENDER_PRINCIPAL = "lender_principal"
    GROUP_LENT = "group_lent"
    GROUP_INTEREST = "group_interest"
    GROUP_PRINCIPAL = "group_principal"
    LATER_FINDING = "later_finding"
    FOUND_OWED_BY_HER = "found_owed_by_her"
    FOUND_OWED_TO_HER = "found_owed_to_her"
    FINDING_SETTLED = "finding_settled"
    CASH_OVER = "cash_over"
    CASH_SHORT = "cash_short"
    CLOSING = "closing"
    ALLOCATION = "allocation"
    SETTLED_SAVINGS = "settled_savings"
    SETTLED_DIVIDEND = "settled_dividend"
    EXIT_DIVIDEND = "exit_dividend"
    SETTLEMENT_PAID = "settlement_paid"
    SETTLEMENT_COLLECTED = "settlement_collected"


@dataclass(frozen=True, slots=True)
class Transfer:
    """One amount, above zero, from one account to another; and whose it is, where it is one's.

    `claim` is the welfare claim that it pays, while it is being written; the book keeps it apart.
    ValueError where the amount is not between 1 and `KIP_MAX` kip, or an account gives to itself.
    """

    kind: Kind
    debit: Account
    credit: Account
    kip: Kip
    member: MemberId | None = None
    loan: LoanId | None = None
    claim: ClaimId | None = None

    def __post_init__(self) -> None:
        if not 0 < self.kip <= KIP_MAX:
            raise ValueError(f"a transfer moves 1 to {KIP_MAX} kip, not {self.kip}")
        if self.debit == self.credit:
            raise ValueError(f"account {self.debit} cannot pay itself")


@dataclass(frozen=True, slots=True)
class Proof:
    """What an entry says of its papers: who gave the money, and the number of the receipt."""

    partner: str = ""
    receipt: str = ""


NO_PROOF = Proof()
"""An entry that speaks for itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is written into the book in one go, under one number.

    `month` is the month the money is for, when that is not the month of `day`. `note` is what the
    committee wrote beside it. `reverses` names the entry that this one takes back. `decisions` are
    the numbers in the minutes on which it rests; they are written beside the entry.
    `proof` says who gave the money, and the number of a receipt.
    """

    day: date
    transfers: tuple[Transfer, ...]
    note: str = ""
    month: Month | None = None
    meeting: MeetingId | None = None
    reverses: EntryNumber | None = None
    decisions: tuple[str, ...] = ()
    proof: Proof = NO_PROOF

    def __post_init__(self) -> None:
        if not self.transfers:
            raise ValueError("an entry without a transfer says nothing")


@dataclass(frozen=True, slots=True)
class PostedEntry:
    """An entry as it stands in the book: with its number, and the seal that covers it."""

    number: EntryNumber
    entry: Entry
    seal: str


def counter_entry(posted: PostedEntry, *, day: date, reason: str) -> Entry:
    """The entry that takes another back, dated the day it is written and giving the reason."""
    turned = tuple(replace(t, debit=t.credit, credit=t.debit) for t in posted.entry.transfers)
    return Entry(day=day, transfers=turned, note=reason, reverses=posted.number)
