"""The lines of a sheet outside the grid, as a table writes them: what, for whom, in and out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.rules.accounts import Account
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines import (
    BankInterest,
    CashDiffers,
    Deposit,
    DividendTaken,
    DividendWay,
    FeePaid,
    FromBank,
    FundGift,
    FundSpent,
    Line,
    LoanPaidOut,
    PayablePaid,
    Received,
    Repaid,
    RepaidAs,
    SavingsInterest,
    SeedMoney,
    Spent,
    ToBank,
    WelfarePaid,
    Withdrawal,
)
from ledger.rules.lines_findings import FindingPaidIn, FindingPaidOut, LaterFinding
from ledger.rules.lines_funds import (
    BankFee,
    Borrowed,
    FundMoved,
    GroupLent,
    GroupPaid,
    LenderPaid,
    NetworkDue,
)
from ledger.rules.lines_loans import GuarantorPaid, LoanRecovered
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.lines_saving import VoluntaryDeposit, VoluntaryWithdrawal
from ledger.rules.lines_welfare import ClaimPaid
from ledger.rules.loan_values import Loan
from ledger.rules.meeting_values import PencilLine
from ledger.rules.people import MemberId
from ledger.rules.posting_findings import kind_of
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import LoanId
from ledger.statements.meeting_sheet import cash_of
from translations import Words
from translations.naming import account_word, word

_KINDS: Mapping[type, str] = {
    Deposit: "deposit",
    Withdrawal: "withdrawal",
    VoluntaryDeposit: "voluntary_deposit",
    VoluntaryWithdrawal: "voluntary_withdrawal",
    WelfarePaid: "welfare",
    LoanPaidOut: "pay_out",
    Repaid: "principal",
    RepaidAs: "principal",
    GuarantorPaid: "principal",
    LoanRecovered: "recovered",
    SavingsInterest: "savings_interest",
    Spent: "expense",
    Received: "income",
    ToBank: "bank_in",
    FromBank: "bank_out",
    BankInterest: "bank_interest",
    FundSpent: "fund_spent",
    FundGift: "fund_gift",
    SeedMoney: "seed_money",
    PayablePaid: "payable_paid",
    ClaimPaid: "benefit",
    FundMoved: "fund_moved",
    BankFee: "bank_fee",
    NetworkDue: "network_due",
    Borrowed: "borrowed",
    LenderPaid: "lender_principal",
    GroupLent: "group_lent",
    GroupPaid: "group_principal",
    SettlementPaid: "settlement_paid",
    FindingPaidIn: "finding_settled",
    FindingPaidOut: "finding_settled",
}
_WAYS = {
    DividendWay.CASH: "dividend_paid",
    DividendWay.SAVINGS: "dividend_saved",
    DividendWay.OFFSET: "dividend_offset",
}
_SAID = ("note", "reason", "name")
"""Under which name a line has what was written beside it."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line as it is shown; `received` and `paid` are what it moves in the cash box, in kip."""

    number: int
    what: str
    about: str
    received: Kip
    paid: Kip


def line_row(
    words: Words, facts: DayFacts, loans: Mapping[LoanId, Loan], pencil: PencilLine
) -> LineRow:
    """How one line is shown; `loans` are all loans that a line may speak of."""
    received, paid = cash_of(pencil.line, loans)
    if isinstance(pencil.line, ClaimPaid):
        about = _claim_about(facts, pencil.line)
    else:
        about = _about(words, facts, loans, pencil.line)
    return LineRow(
        number=pencil.number,
        what=_what(words, pencil.line),
        about=" · ".join(about),
        received=received,
        paid=paid,
    )


def account_name(words: Words, rulebook: Rulebook, account: Account) -> str:
    """What the group calls one of its accounts."""
    named = rulebook.naming(account)
    if named is None:
        return account_word(words, account)
    return account_word(words, account, named.name, named.key)


def member_name(facts: DayFacts, member: MemberId) -> str:
    """Number and name of a member."""
    found = facts.members[member]
    return f"{found.number} {found.title} {found.name}".replace("  ", " ")


def _what(words: Words, line: Line) -> str:
    match line:
        case FeePaid():
            return word(words, "fee", line.fee.value)
        case DividendTaken():
            return word(words, "kind", _WAYS[line.way])
        case FundSpent(member=member) if member is not None:
            return word(words, "kind", "benefit")
        case LaterFinding():
            return word(words, "kind", kind_of(line))
        case CashDiffers():
            return word(words, "kind", "cash_over" if line.kip > 0 else "cash_short")
        case _:
            return word(words, "kind", _KINDS[type(line)])


def _claim_about(facts: DayFacts, line: ClaimPaid) -> tuple[str, ...]:
    """The number of a claim and whose it is; nothing once it is paid."""
    claim = facts.welfare.claims.get(line.claim)
    return (claim.number, member_name(facts, claim.request.member)) if claim else ()


def _about(
    words: Words, facts: DayFacts, loans: Mapping[LoanId, Loan], line: Any
) -> tuple[str, ...]:
    """For whom, from which account, and what was written beside it."""
    about = []
    member = getattr(line, "member", None)
    loan = loans.get(getattr(line, "loan", None) or LoanId(0))
    if member is None and loan is not None:
        member = loan.request.member
    if member is not None:
        about.append(member_name(facts, member))
    if loan is not None:
        about.append(loan.number)
    about += _beside(words, facts, line)
    if not any(cash_of(line, loans)) and line.kip:
        about.append(words.money(line.kip))
    about += _papers(words, line)
    about.append(next(filter(None, (getattr(line, n, "") for n in _SAID)), ""))
    return tuple(filter(None, about))


def _beside(words: Words, facts: DayFacts, line: Any) -> Iterator[str]:
    """Who else, which accounts, and which month a line is about."""
    if isinstance(line, GuarantorPaid):
        yield member_name(facts, line.guarantor)
    for place in ("account", "fund", "to", "lender", "bank"):
        if (account := getattr(line, place, None)) is not None:
            yield account_name(words, facts.rulebook, account)
    if (month := getattr(line, "month", None)) is not None:
        yield words.month(month)


def _papers(words: Words, line: Any) -> list[str]:
    """Which closed year it is about, and the papers behind it."""
    year = [words.year(line.year)] if isinstance(line, LaterFinding) else []
    return year + [getattr(line, paper, "") for paper in ("decision", "giver", "receipt")]
