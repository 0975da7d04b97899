"""One maker for each kind of movement: from which account, to which account, and whose it is."""

from dataclasses import replace

from ledger.rules.accounts import (
    BANK_INTEREST,
    CASH,
    CASH_OVER,
    CASH_SHORT,
    DIVIDENDS_PAYABLE,
    ENTRY_FEES,
    LATE_FINES,
    LOAN_FEES,
    LOAN_INTEREST,
    MISSED_FINES,
    PASSBOOK_FEES,
    SAVINGS,
    SAVINGS_INTEREST,
    SEED_MONEY,
    VOLUNTARY_SAVINGS,
    Account,
    loans_of,
)
from ledger.rules.claims import Claim
from ledger.rules.kip import Kip
from ledger.rules.lines import Fee
from ledger.rules.loan_values import Loan, Split
from ledger.rules.people import MemberId
from ledger.rules.transfers import Kind, Transfer


def deposit(member: MemberId, kip: Kip) -> Transfer:
    """A member saves `kip` in cash."""
    return Transfer(Kind.DEPOSIT, CASH, SAVINGS, kip, member=member)


def withdrawal(member: MemberId, kip: Kip) -> Transfer:
    """A member takes `kip` of her savings out in cash."""
    return Transfer(Kind.WITHDRAWAL, SAVINGS, CASH, kip, member=member)


def voluntary_deposit(member: MemberId, kip: Kip) -> Transfer:
    """A member brings `kip` of voluntary savings in cash."""
    return Transfer(Kind.VOLUNTARY_DEPOSIT, CASH, VOLUNTARY_SAVINGS, kip, member=member)


def voluntary_withdrawal(member: MemberId, kip: Kip) -> Transfer:
    """A member takes `kip` of her voluntary savings out in cash."""
    return Transfer(Kind.VOLUNTARY_WITHDRAWAL, VOLUNTARY_SAVINGS, CASH, kip, member=member)


def savings_interest(member: MemberId, kip: Kip, *, to: Account = SAVINGS) -> Transfer:
    """`kip` of interest is credited to a member's savings: a cost of the year."""
    return Transfer(Kind.SAVINGS_INTEREST, SAVINGS_INTEREST, to, kip, member=member)


def welfare(member: MemberId, kip: Kip, *, fund: Account) -> Transfer:
    """A member gives `kip` into the welfare fund."""
    return Transfer(Kind.WELFARE, CASH, fund, kip, member=member)


_FEES = {
    Fee.ENTRY: (Kind.ENTRY_FEE, ENTRY_FEES),
    Fee.PASSBOOK: (Kind.PASSBOOK_FEE, PASSBOOK_FEES),
    Fee.MISSED: (Kind.MISSED_FINE, MISSED_FINES),
}


def fee(member: MemberId, which: Fee, kip: Kip) -> Transfer:
    """A member pays a fee, or the fine for a missed month, of `kip`."""
    kind, account = _FEES[which]
    return Transfer(kind, CASH, account, kip, member=member)


def pay_out(loan: Loan, kip: Kip) -> Transfer:
    """A loan of `kip` is handed over in cash."""
    lent = loans_of(loan.request.product.fund)
    return Transfer(Kind.PAY_OUT, lent, CASH, kip, member=loan.request.member, loan=loan.id)


def loan_fee(loan: Loan, kip: Kip) -> Transfer:
    """The fee of `kip` that the product asks for at pay-out."""
    income = loan.request.product.fund or LOAN_FEES
    return Transfer(Kind.LOAN_FEE, CASH, income, kip, member=loan.request.member, loan=loan.id)


def repayment(loan: Loan, split: Split, *, paid_from: Account = CASH) -> tuple[Transfer, ...]:
    """A repayment in its parts: fine, interest, principal; nothing is written for an empty part.

    `paid_from` is the cash box, or the dividends that the group still owes her. Interest and fine
    of a loan that was lent from a fund go to that fund.
    """
    fund = loan.request.product.fund
    parts = (
        (Kind.LATE_FINE, fund or LATE_FINES, split.fine),
        (Kind.INTEREST, fund or LOAN_INTEREST, split.interest),
        (Kind.PRINCIPAL, loans_of(fund), split.principal),
    )
    return tuple(
        Transfer(kind, paid_from, account, kip, member=loan.request.member, loan=loan.id)
        for kind, account, kip in parts
        if kip
    )


def dividend_paid(member: MemberId, kip: Kip) -> Transfer:
    """A member takes `kip` of her dividend in cash."""
    return Transfer(Kind.DIVIDEND_PAID, DIVIDENDS_PAYABLE, CASH, kip, member=member)


def dividend_saved(member: MemberId, kip: Kip) -> Transfer:
    """A member leaves `kip` of her dividend with her savings."""
    return Transfer(Kind.DIVIDEND_SAVED, DIVIDENDS_PAYABLE, SAVINGS, kip, member=member)


def spent(account: Account, kip: Kip, *, place: Account = CASH) -> Transfer:
    """The group pays a cost of `kip`."""
    return Transfer(Kind.EXPENSE, account, place, kip)


def received(account: Account, kip: Kip, *, place: Account = CASH) -> Transfer:
    """The group receives `kip` of other income."""
    return Transfer(Kind.INCOME, place, account, kip)


def to_bank(bank: Account, kip: Kip) -> Transfer:
    """`kip` are carried from the cash box to the bank."""
    return Transfer(Kind.BANK_IN, bank, CASH, kip)


def from_bank(bank: Account, kip: Kip) -> Transfer:
    """`kip` are fetched from the bank into the cash box."""
    return Transfer(Kind.BANK_OUT, CASH, bank, kip)


def bank_interest(bank: Account, kip: Kip) -> Transfer:
    """The bank has credited `kip` of interest."""
    return Transfer(Kind.BANK_INTEREST, bank, BANK_INTEREST, kip)


def fund_spent(fund: Account, kip: Kip, *, place: Account = CASH) -> Transfer:
    """`kip` of a fund are spent in cash."""
    return Transfer(Kind.FUND_SPENT, fund, place, kip)


def benefit(fund: Account, kip: Kip, *, member: MemberId, place: Account = CASH) -> Transfer:
    """`kip` of a fund are handed to a member, or to her family."""
    return Transfer(Kind.BENEFIT, fund, place, kip, member=member)


def claim_paid(fund: Account, claim: Claim) -> Transfer:
    """What a claim came to is handed out of the welfare fund."""
    paid = benefit(fund, claim.kip, member=claim.request.member)
    return replace(paid, claim=claim.id)


def fund_gift(fund: Account, kip: Kip, *, place: Account = CASH) -> Transfer:
    """Somebody gives `kip` in cash into a fund."""
    return Transfer(Kind.FUND_GIFT, place, fund, kip)


def seed_money(kip: Kip, *, place: Account = CASH) -> Transfer:
    """The group receives `kip` of capital that belongs to no member."""
    return Transfer(Kind.SEED_MONEY, place, SEED_MONEY, kip)


def payable_paid(account: Account, kip: Kip, *, place: Account = CASH) -> Transfer:
    """The group pays `kip` that it owed committee, advisers or network."""
    return Transfer(Kind.PAYABLE_PAID, account, place, kip)


def cash_differs(kip: Kip) -> Transfer:
    """The box held `kip` more than the book (above zero) or less (below zero)."""
    if kip > 0:
        return Transfer(Kind.CASH_OVER, CASH, CASH_OVER, kip)
    return Transfer(Kind.CASH_SHORT, CASH_SHORT, CASH, -kip)
