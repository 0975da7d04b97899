"""What must be known before the money of one day can be checked against the rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ledger.rules.accounts import CASH, Account
from ledger.rules.borrowing import Borrowing
from ledger.rules.days import Month
from ledger.rules.kip import Kip
from ledger.rules.lines import Fee
from ledger.rules.loan_values import Loan
from ledger.rules.member_life import Away
from ledger.rules.people import Member, MemberId
from ledger.rules.rulebook import Rulebook
from ledger.rules.saving_notices import Notice
from ledger.rules.transfers import LoanId
from ledger.rules.welfare_facts import NO_WELFARE_FACTS, WelfareFacts


@dataclass(frozen=True, slots=True)
class DayFacts:
    """The book as it stands when a day's money comes to be written, all amounts in kip.

    `first_day` and `last_day` bound the days that may be written (after the last closed year, not
    after today). `balances` are all accounts now. `cash_low` is the lowest that the cash box
    holds at the end of `day` or of any later day already written: nothing may be paid out beyond
    it. `savings` and `dividends` are per member. `saved` is what each member has deposited so far
    for each month of the current and the eleven months before, `fees_paid` which fees she has
    paid already, `missed_paid` what she has paid in fines for missed months, by the month in which
    she paid it (the same twelve months). `loans` are all loans that are not finished, `ahead`
    those that were taken out of their turn in the waiting list, in order. `cash_then`
    is what the cash box holds at the end of `day`, given where later days are already written.
    `voluntary` is each member's voluntary savings, `notices` what each has given notice of.
    `rulebooks` are all of them by their first day, and `unmet` the months, of the eleven before,
    in which nobody saved because no meeting was held.
    `fund_slack` is by how much the free money of a fund (`ledger.rules.fund_money`) is lower at
    the end of `day` or of a later day already written than it is now.
    `welfare` is what must be known of the welfare fund.
    `lows` has, where later days are already written, the lowest that each bank and each debt to
    the network comes to at the end of `day` or of any later one. `closed` are the
    accounts that take no money any more, `borrowings` what the group borrowed, by its account.
    `away` is when members were on leave or no members, `rejoined` when those who had left came in
    again, and `settlements` what those who left, or their families, are still to be paid.
    `closed_years` are the years that are closed, by number, with the last month of each, and
    `findings` what is open from later findings about them: what each member owes
    (CLAIMS_ON_MEMBERS) and what she is owed (OWED_TO_MEMBERS).
    """

    day: date
    rulebook: Rulebook
    first_day: date
    last_day: date
    books_begin: date
    balances: Mapping[Account, Kip]
    cash_low: Kip
    members: Mapping[MemberId, Member]
    savings: Mapping[MemberId, Kip]
    dividends: Mapping[MemberId, Kip] = field(default_factory=dict)
    saved: Mapping[MemberId, Mapping[Month, Kip]] = field(default_factory=dict)
    welfare_paid: Mapping[MemberId, Mapping[Month, Kip]] = field(default_factory=dict)
    fees_paid: Mapping[MemberId, frozenset[Fee]] = field(default_factory=dict)
    loans: Mapping[LoanId, Loan] = field(default_factory=dict)
    ahead: tuple[LoanId, ...] = ()
    missed_paid: Mapping[MemberId, Mapping[Month, Kip]] = field(default_factory=dict)
    cash_then: Kip | None = None
    voluntary: Mapping[MemberId, Kip] = field(default_factory=dict)
    notices: Mapping[MemberId, tuple[Notice, ...]] = field(default_factory=dict)
    rulebooks: tuple[Rulebook, ...] = ()
    unmet: frozenset[Month] = frozenset()
    fund_slack: Mapping[Account, Kip] = field(default_factory=dict)
    welfare: WelfareFacts = NO_WELFARE_FACTS
    lows: Mapping[Account, Kip] = field(default_factory=dict)
    closed: frozenset[Account] = frozenset()
    borrowings: Mapping[Account, Borrowing] = field(default_factory=dict)
    away: Mapping[MemberId, tuple[Away, ...]] = field(default_factory=dict)
    rejoined: Mapping[MemberId, date] = field(default_factory=dict)
    settlements: Mapping[MemberId, Kip] = field(default_factory=dict)
    closed_years: Mapping[int, Month] = field(default_factory=dict)
    findings: Mapping[tuple[Account, MemberId], Kip] = field(default_factory=dict)

    @property
    def cash(self) -> Kip:
        """What the book says is in the cash box at the end of the day, in kip."""
        return self.balances.get(CASH, 0) if self.cash_then is None else self.cash_then
