"""Makers for the loans that did not go as agreed: given up, got back after all, or passed on."""

from ledger.rules.accounts import (
    CASH,
    LOANS_PASSING,
    LOANS_RECOVERED,
    LOANS_WRITTEN_OFF,
    Account,
    loans_of,
)
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan
from ledger.rules.transfers import Kind, Transfer


def written_off(loan: Loan, kip: Kip, *, fund: Account | None) -> Transfer:
    """`kip` of a loan are given up: out of a fund, or as a cost of the year."""
    return Transfer(
        Kind.WRITTEN_OFF,
        fund or LOANS_WRITTEN_OFF,
        loans_of(loan.request.product.fund),
        kip,
        member=loan.request.member,
        loan=loan.id,
    )


def recovered(loan: Loan, kip: Kip, *, fund: Account | None) -> Transfer:
    """`kip` of a loan that was given up come back in cash: into a fund, or as income."""
    account = fund or LOANS_RECOVERED
    return Transfer(Kind.RECOVERED, CASH, account, kip, member=loan.request.member, loan=loan.id)


def passed_on(loan: Loan, new: Loan, kip: Kip) -> tuple[Transfer, ...]:
    """`kip` that are left of a loan become a loan of another borrower."""
    lent = loans_of(loan.request.product.fund)
    old, her = loan.request.member, new.request.member
    return (
        Transfer(Kind.PASSED_ON, LOANS_PASSING, lent, kip, member=old, loan=loan.id),
        Transfer(Kind.TAKEN_OVER, lent, LOANS_PASSING, kip, member=her, loan=new.id),
    )
