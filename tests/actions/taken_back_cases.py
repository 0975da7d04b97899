"""Every act that moves money, with what must have happened before it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ledger.actions.funds import agree_borrowing
from ledger.actions.leaving import settle
from ledger.actions.loan_life import pass_loan_on, write_off_loan
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.record import record_day
from ledger.actions.saving import credit_interest, give_notice
from ledger.actions.welfare import ask_claim, decide_claim, pay_claim
from ledger.book.book import Book
from ledger.rules.accounts import COMMITTEE_PAYABLE, Account
from ledger.rules.claims import ClaimDecision, ClaimRequest
from ledger.rules.lines import (
    BankInterest,
    CashDiffers,
    Deposit,
    DividendTaken,
    DividendWay,
    Fee,
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
from ledger.rules.loan_rules import LoanProduct
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.rulebook import InterestPeriod, VoluntaryRules, WithdrawalRule
from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.savings_interest import plan_interest
from ledger.rules.transfers import LoanId
from tests.actions.welfare_makers import BIRTH
from tests.closings import HEAD, KEEPER, YEAR, YEAR_RULES
from tests.villages import (
    BANK,
    BOUNMY,
    COSTS,
    DALA,
    KEO,
    KHAM,
    NETWORK,
    NOY,
    OFFICERS,
    RENT,
    RESERVE,
    RICE,
    SOMPHONE,
    WELFARE,
)

JANUARY, AFTER = date(2027, 1, 5), date(2027, 2, 20)
LENDER = Account(2201)
NEXT_VILLAGE = Account(1301)
LOAN = LoanId(1)
NAMES = (OFFICERS[0].name, OFFICERS[1].name)
DECIDED = ClaimDecision(AFTER, "8/2027", True, NAMES)
PLAIN = replace(RICE, key="plain", guarantors=0, late_kip=0, fee=2_000)
RULES = replace(
    YEAR_RULES,
    resolution="2/2027",
    valid_from=date(2027, 1, 1),
    saving=replace(
        YEAR_RULES.saving,
        withdrawal=WithdrawalRule.ANY_TIME,
        interest=50,
        interest_period=InterestPeriod.MONTH,
        missed_fine=2_000,
    ),
    voluntary=VoluntaryRules(kept=True, minimum=1, withdrawal=WithdrawalRule.NOTICE, interest=0),
    welfare=replace(YEAR_RULES.welfare, benefits=(BIRTH,), everybody=True),
    loans=replace(YEAR_RULES.loans, products=(*YEAR_RULES.loans.products, PLAIN)),
)


def write(book: Book, *lines: Line, day: date = AFTER) -> None:
    record_day(book, KEEPER, day=day, lines=lines, today=AFTER)


def _nothing(_book: Book) -> None:
    pass


def _notice(book: Book) -> None:
    kind = SavingsProduct.VOLUNTARY
    give_notice(book, KEEPER, member=NOY.id, product=kind, kip=50_000, day=JANUARY, today=AFTER)


def _agreed(book: Book, *, lent: bool = False) -> None:
    terms = LoanProduct(key="lender", name="", rate=100, months=6)
    agree_borrowing(
        book,
        KEEPER,
        lender="ກອງທຶນເມືອງ",
        day=JANUARY,
        kip=500_000,
        terms=terms,
        decision="3/2027",
        today=AFTER,
        lent=lent,
    )


def _group_agreed(book: Book) -> None:
    _agreed(book, lent=True)
    # The box of the village holds less than the next village asks for.
    write(book, SeedMoney(600_000), day=JANUARY)


def _group_lent(book: Book) -> None:
    _group_agreed(book)
    write(book, GroupLent(NEXT_VILLAGE, 500_000), day=JANUARY)


def _borrowed(book: Book) -> None:
    _agreed(book)
    write(book, Borrowed(LENDER, 500_000), day=JANUARY)


def _approved(book: Book) -> None:
    request = LoanRequest(DALA.id, JANUARY, 300_000, "agriculture", PLAIN, 12)
    (loan,) = request_loan(book, KEEPER, request=request).loans
    decision = LoanDecision(JANUARY, "4/2027", True, 300_000, NAMES)
    decide_loan(book, KEEPER, loan=loan, decision=decision)


def _part(book: Book) -> None:
    _approved(book)
    write(book, LoanPaidOut(LoanId(2), 100_000), day=JANUARY)


def _lost(book: Book) -> None:
    write_off(book)


def _claim(book: Book) -> None:
    request = ClaimRequest(KHAM.id, AFTER, BIRTH, JANUARY, JANUARY, 1, "ໃບເກີດ")
    ask_claim(book, KEEPER, request=request)
    decide_claim(book, HEAD, claim=book.claims()[-1].id, decision=DECIDED)


def _due(book: Book) -> None:
    write(book, NetworkDue(NETWORK, 5_000), day=JANUARY)


def _owes(book: Book) -> None:
    write(book, LaterFinding(YEAR, 7_000, False, "9/2027", member=KHAM.id), day=JANUARY)


def _is_owed(book: Book) -> None:
    write(book, LaterFinding(YEAR, 7_000, True, "9/2027", member=KHAM.id), day=JANUARY)


def _left(book: Book) -> None:
    go(book, pay_now=False)


def write_off(book: Book) -> None:
    write_off_loan(book, HEAD, second=KEEPER, loan=LOAN, decision="5/2027", day=AFTER, today=AFTER)


def pass_on(book: Book) -> None:
    pass_loan_on(
        book,
        HEAD,
        loan=LOAN,
        guarantor=BOUNMY.id,
        decision="6/2027",
        months=6,
        day=AFTER,
        today=AFTER,
    )


def go(book: Book, *, pay_now: bool) -> None:
    shown = book.settlement(SOMPHONE.id, AFTER, AFTER)
    settle(book, KEEPER, shown=shown, decision="7/2027", pay_now=pay_now, today=AFTER)


def interest(book: Book) -> None:
    span = book.interest_due(AFTER)[0]
    plan = plan_interest(book.interest_facts(span))
    credit_interest(book, KEEPER, plan=plan, today=AFTER)


def claim(book: Book) -> None:
    pay_claim(book, KEEPER, claim=book.claims()[-1].id, today=AFTER)


@dataclass(frozen=True)
class Case:
    """What is done before, the act, and whether it is plainly refused to take it back."""

    act: Callable[[Book], None]
    before: Callable[[Book], None] = _nothing
    refused: bool = False


def line(*lines: Line, before: Callable[[Book], None] = _nothing) -> Case:
    return Case(lambda book: write(book, *lines), before)


CASES = {
    "deposit": line(Deposit(DALA.id, 10_000)),
    "withdrawal": line(Withdrawal(DALA.id, 10_000)),
    "voluntary deposit": line(VoluntaryDeposit(DALA.id, 10_000)),
    "voluntary withdrawal": line(VoluntaryWithdrawal(NOY.id, 20_000), before=_notice),
    "welfare": line(WelfarePaid(DALA.id, 1_000)),
    "fee": line(FeePaid(KEO.id, Fee.PASSBOOK, 8_000)),
    "savings interest": line(SavingsInterest(DALA.id, 500)),
    "pay-out": line(LoanPaidOut(LoanId(2)), before=_approved),
    "first part": line(LoanPaidOut(LoanId(2), 100_000), before=_approved),
    "second part": line(LoanPaidOut(LoanId(2)), before=_part),
    "repaid": line(Repaid(LOAN, 300_000)),
    "repaid whole": line(RepaidAs(LOAN, fine=0, interest=0, principal=1_000)),
    "guarantor paid": line(GuarantorPaid(LOAN, 300_000, BOUNMY.id)),
    "recovered": line(LoanRecovered(LOAN, 100_000), before=_lost),
    "dividend in cash": line(DividendTaken(NOY.id, 1_000, DividendWay.CASH)),
    "dividend saved": line(DividendTaken(NOY.id, 1_000, DividendWay.SAVINGS)),
    "dividend offset": line(DividendTaken(KHAM.id, 1_000, DividendWay.OFFSET, LOAN)),
    "spent": line(Spent(COSTS, 5_000)),
    "spent from the bank": line(Spent(COSTS, 5_000, bank=BANK)),
    "received": line(Received(RENT, 5_000)),
    "to the bank": line(ToBank(BANK, 5_000)),
    "from the bank": line(FromBank(BANK, 5_000)),
    "bank interest": line(BankInterest(BANK, 5_000)),
    "bank fee": line(BankFee(BANK, 500)),
    "fund spent": line(FundSpent(RESERVE, 5_000)),
    "fund gift": line(FundGift(RESERVE, 5_000, giver="ວັດ")),
    "fund moved": line(FundMoved(RESERVE, WELFARE, 5_000, "1/2027")),
    "seed money": line(SeedMoney(5_000)),
    "committee paid": line(PayablePaid(COMMITTEE_PAYABLE, 5_000)),
    "network due": line(NetworkDue(NETWORK, 5_000)),
    "network paid": line(PayablePaid(NETWORK, 5_000), before=_due),
    "cash differs": line(CashDiffers(-500, "ນັບຜິດ")),
    "borrowed": line(Borrowed(LENDER, 500_000), before=_agreed),
    "lender paid": line(LenderPaid(LENDER, 100_000), before=_borrowed),
    "group lent": line(GroupLent(NEXT_VILLAGE, 500_000), before=_group_agreed),
    "group paid": line(GroupPaid(NEXT_VILLAGE, 100_000), before=_group_lent),
    "claim paid": Case(claim, _claim),
    "finding of a fund": line(LaterFinding(YEAR, 7_000, False, "9/2027", fund=RESERVE)),
    "finding of hers": line(LaterFinding(YEAR, 7_000, True, "9/2027", RESERVE, KHAM.id)),
    "finding paid in": line(FindingPaidIn(KHAM.id, 7_000), before=_owes),
    "finding paid out": line(FindingPaidOut(KHAM.id, 7_000), before=_is_owed),
    "settlement paid": line(SettlementPaid(SOMPHONE.id, 10_000, "ລູກ"), before=_left),
    "settlement": Case(lambda book: go(book, pay_now=False), refused=True),
    "written off": Case(write_off),
    "passed on": Case(pass_on, refused=True),
    "interest credited": Case(interest),
}
