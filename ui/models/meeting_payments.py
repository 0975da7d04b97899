"""The payments outside the grid: which there are, what each asks for, and the line it becomes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ledger.rules.accounts import (
    ADVISERS_PAYABLE,
    COMMITTEE_PAYABLE,
    Account,
    Named,
    named_kind,
)
from ledger.rules.contributions import open_loans
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines import (
    BankInterest,
    DividendTaken,
    DividendWay,
    FromBank,
    FundGift,
    FundSpent,
    Line,
    PayablePaid,
    Received,
    Repaid,
    SavingsInterest,
    SeedMoney,
    Spent,
    ToBank,
    Withdrawal,
)
from ledger.rules.lines_saving import VoluntaryWithdrawal
from ledger.rules.loan_values import Loan, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.people import MemberId
from ledger.rules.rulebook import WithdrawalRule
from ledger.rules.transfers import LoanId
from translations import N_

NOBODY = MemberId(0)
NOWHERE = Account(0)


@dataclass(frozen=True, slots=True)
class Given:
    """What was filled in; what a payment does not ask for stays as it is here."""

    member: MemberId = NOBODY
    account: Account = NOWHERE
    loan: LoanId | None = None
    way: DividendWay = DividendWay.CASH
    kip: Kip = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """One kind of payment: its name and picture, the fields it asks for, and its line.

    `accounts` is the kind of account to choose from; `asks` are fields of `Given`.
    """

    key: str
    name: str
    picture: str
    asks: tuple[str, ...]
    line: Callable[[Given], Line]
    accounts: Named | None = None


PAYMENTS: tuple[Payment, ...] = (
    Payment(
        "expense",
        N_("A cost of the group"),
        "money_out",
        ("account", "kip", "note"),
        lambda g: Spent(g.account, g.kip, g.note),
        Named.EXPENSE,
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
        ("account", "member", "kip", "note"),
        lambda g: FundSpent(g.account, g.kip, g.note, g.member),
        Named.FUND,
    ),
    Payment(
        "dividend",
        N_("A member takes her dividend"),
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
        ("account", "kip", "note"),
        lambda g: Received(g.account, g.kip, g.note),
        Named.INCOME,
    ),
    Payment(
        "fund_spent",
        N_("Spend from a fund"),
        "funds",
        ("account", "kip", "note"),
        lambda g: FundSpent(g.account, g.kip, g.note),
        Named.FUND,
    ),
    Payment(
        "fund_gift",
        N_("Somebody gives to a fund"),
        "funds",
        ("account", "kip", "note"),
        lambda g: FundGift(g.account, g.kip, g.note),
        Named.FUND,
    ),
    Payment(
        "to_bank",
        N_("Carry cash to the bank"),
        "money_out",
        ("account", "kip"),
        lambda g: ToBank(g.account, g.kip),
        Named.BANK,
    ),
    Payment(
        "from_bank",
        N_("Fetch money from the bank"),
        "money_in",
        ("account", "kip"),
        lambda g: FromBank(g.account, g.kip),
        Named.BANK,
    ),
    Payment(
        "bank_interest",
        N_("The bank has paid interest"),
        "books",
        ("account", "kip"),
        lambda g: BankInterest(g.account, g.kip),
        Named.BANK,
    ),
    Payment(
        "payable",
        N_("Pay committee, advisers or network"),
        "money_out",
        ("account", "kip", "note"),
        lambda g: PayablePaid(g.account, g.kip, g.note),
        Named.NETWORK,
    ),
    Payment(
        "savings_interest",
        N_("Interest on a member's savings"),
        "books",
        ("member", "kip"),
        lambda g: SavingsInterest(g.member, g.kip),
    ),
    Payment(
        "seed_money",
        N_("Capital given to the group"),
        "money_in",
        ("kip", "note"),
        lambda g: SeedMoney(g.kip, g.note),
    ),
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
    named = [a.account for a in facts.rulebook.accounts if named_kind(a.account) is kind]
    if payment.key != "payable":
        return tuple(named)
    owed = (COMMITTEE_PAYABLE, ADVISERS_PAYABLE, *named)
    return tuple(account for account in owed if facts.balances.get(account, 0))


def agreed_loans(facts: DayFacts) -> tuple[Loan, ...]:
    """The loans that the committee has agreed to and nobody has fetched yet."""
    loans = facts.loans.values()
    return tuple(o for o in loans if loan_state(o, facts.day).stage is LoanStage.APPROVED)


def loans_of(facts: DayFacts, member: MemberId) -> tuple[Loan, ...]:
    """The running loans of one member, the oldest first."""
    return open_loans(facts.loans.values()).get(member, ())
