"""The payments outside the grid: which there are, what each asks for, and the line it becomes."""

from collections.abc import Mapping

from ledger.rules.accounts import Account, Named
from ledger.rules.contributions import open_loans
from ledger.rules.day_facts import DayFacts
from ledger.rules.lines import (
    Deposit,
    DividendTaken,
    DividendWay,
    FundSpent,
    Received,
    Repaid,
    SavingsInterest,
    Spent,
    Withdrawal,
)
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.lines_saving import VoluntaryWithdrawal
from ledger.rules.loan_values import Loan, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.people import MemberId
from ledger.rules.rulebook import WithdrawalRule
from ledger.rules.transfers import LoanId
from translations import N_
from ui.models.finding_payments import FINDING_PAYMENTS, finding_accounts, finding_known
from ui.models.fund_payments import FUND_PAYMENTS, fund_accounts, open_accounts
from ui.models.payment import NOBODY, Given, Payment

__all__ = [
    "NOBODY",
    "PAYMENTS",
    "Given",
    "Payment",
    "accounts_for",
    "agreed_loans",
    "loans_of",
    "offered",
]

PAYMENTS: tuple[Payment, ...] = (
    Payment(
        "expense",
        N_("A cost of the group"),
        "money_out",
        ("account", "kip", "note", "bank"),
        lambda g: Spent(g.account, g.kip, g.note, g.bank),
        Named.EXPENSE,
    ),
    Payment(
        "deposit",
        N_("Savings for another month"),
        "money_in",
        ("member", "month", "kip"),
        lambda g: Deposit(g.member, g.kip, g.month),
    ),
    Payment(
        "withdrawal",
        N_("A member takes savings out"),
        "money_out",
        ("member", "kip"),
        lambda g: Withdrawal(g.member, g.kip),
    ),
    Payment(
        "voluntary_withdrawal",
        N_("A member takes voluntary savings out"),
        "money_out",
        ("member", "kip"),
        lambda g: VoluntaryWithdrawal(g.member, g.kip),
    ),
    Payment(
        "benefit",
        N_("Welfare for a member"),
        "welfare",
        ("account", "member", "kip", "note", "bank"),
        lambda g: FundSpent(g.account, g.kip, g.note, g.member, g.decision, g.bank),
        Named.FUND,
    ),
    Payment(
        "dividend",
        N_("A member takes a dividend"),
        "money_out",
        ("member", "way", "loan", "kip"),
        lambda g: DividendTaken(
            g.member, g.kip, g.way, g.loan if g.way is DividendWay.OFFSET else None
        ),
    ),
    Payment(
        "repaid",
        N_("A loan is repaid; the rules divide the amount"),
        "money_in",
        ("member", "loan", "kip"),
        lambda g: Repaid(g.loan or LoanId(0), g.kip),
    ),
    Payment(
        "income",
        N_("Other income of the group"),
        "money_in",
        ("account", "kip", "note", "bank"),
        lambda g: Received(g.account, g.kip, g.note, g.bank),
        Named.INCOME,
    ),
    Payment(
        "settlement",
        N_("Pay out the settlement of a member who left or died"),
        "money_out",
        ("member", "kip", "note"),
        lambda g: SettlementPaid(g.member, g.kip, g.note),
    ),
    Payment(
        "savings_interest",
        N_("Interest on a member's savings"),
        "books",
        ("member", "kip"),
        lambda g: SavingsInterest(g.member, g.kip),
    ),
    *FUND_PAYMENTS,
    *FINDING_PAYMENTS,
)
"""Every kind, the usual ones first."""


def offered(facts: DayFacts) -> tuple[Payment, ...]:
    """The payments that the group's rules and accounts know at all."""
    saving = facts.rulebook.saving
    known: Mapping[str, bool] = {
        "withdrawal": saving.withdrawal is not WithdrawalRule.NEVER,
        "voluntary_withdrawal": any(facts.voluntary.values()),
        "dividend": any(facts.dividends.values()),
        "repaid": bool(open_loans(facts.loans.values())),
        "savings_interest": bool(saving.interest),
        "settlement": any(facts.settlements.values()),
        **finding_known(facts),
    }
    return tuple(
        payment
        for payment in PAYMENTS
        if known.get(payment.key, True)
        and (payment.accounts is None or accounts_for(payment, facts))
    )


def accounts_for(payment: Payment, facts: DayFacts) -> tuple[Account, ...]:
    """The accounts that a payment may choose from; welfare is paid from its own fund first."""
    kind = payment.accounts
    if payment.key == "benefit":
        fund = facts.rulebook.welfare.fund
        return () if fund is None else (fund,)
    named = open_accounts(facts, kind) if kind else ()
    if payment in FINDING_PAYMENTS:
        return finding_accounts(payment.key, named, open_accounts(facts, Named.BANK))
    return fund_accounts(payment.key, facts, named)


def agreed_loans(facts: DayFacts) -> tuple[Loan, ...]:
    """The loans that the committee has agreed to and nobody has fetched yet."""
    loans = facts.loans.values()
    return tuple(o for o in loans if loan_state(o, facts.day).stage is LoanStage.APPROVED)


def loans_of(facts: DayFacts, member: MemberId) -> tuple[Loan, ...]:
    """The running loans of one member, the oldest first."""
    return open_loans(facts.loans.values()).get(member, ())
