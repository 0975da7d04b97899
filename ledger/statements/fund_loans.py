"""What the group's funds lend to members: at the year's start, what moved, and at its end."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ledger.rules.accounts import Account, Named, loans_of, named_kind
from ledger.rules.balances import moved_on
from ledger.rules.kip import Kip
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import Kind, PostedEntry


@dataclass(frozen=True, slots=True)
class FundLoansRow:
    """The loans of one fund through a year, in kip.

    opening + lent - repaid - written_off = closing. What passes from a borrower to her guarantor
    stays lent and is no movement here.
    """

    fund: Account
    opening: Kip
    lent: Kip
    repaid: Kip
    written_off: Kip

    @property
    def closing(self) -> Kip:
        """What is lent out at the end, in kip."""
        return self.opening + self.lent - self.repaid - self.written_off


def fund_loan_rows_of(
    entries: Collection[PostedEntry], *, rulebook: Rulebook, opening: Mapping[Account, Kip]
) -> tuple[FundLoansRow, ...]:
    """Every fund that lent something at the start or during the time of the entries."""
    funds = [a.account for a in rulebook.accounts if named_kind(a.account) is Named.FUND]
    rows = (_row(fund, opening.get(loans_of(fund), 0), entries) for fund in funds)
    return tuple(row for row in rows if row.opening or row.lent)


def _row(fund: Account, opening: Kip, entries: Iterable[PostedEntry]) -> FundLoansRow:
    lent = repaid = written_off = 0
    for posted in entries:
        for t in posted.entry.transfers:
            moved = moved_on(loans_of(fund), t)
            if t.kind is Kind.PRINCIPAL:
                repaid -= moved
            elif t.kind is Kind.WRITTEN_OFF:
                written_off -= moved
            elif t.kind is Kind.OPENING:
                opening += moved
            elif t.kind is Kind.PAY_OUT:
                lent += moved
    return FundLoansRow(fund, opening, lent, repaid, written_off)
