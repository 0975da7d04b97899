"""A loan's later life in the book: parts, contract, new days, losses, guarantors, and funds."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.actions.counter import reverse_entry
from ledger.actions.loan_life import pass_loan_on, write_event, write_off_loan
from ledger.actions.loan_money import guarantor_pays, hand_over, recover, repay
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.record import LineRefused, record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.actions.two_persons import SecondPersonMissing
from ledger.book.book import Book
from ledger.rules.accounts import (
    CASH,
    LOAN_INTEREST,
    LOANS,
    LOANS_PASSING,
    LOANS_RECOVERED,
    LOANS_WRITTEN_OFF,
    Account,
    loans_of,
)
from ledger.rules.fund_money import FundLentOut
from ledger.rules.lines import Deposit, FundGift, FundSpent, LoanPaidOut, RepaidAs, Spent
from ledger.rules.loan_decisions import LoanPaidOutAlready
from ledger.rules.loan_events import Contract, Rescheduled, Waived
from ledger.rules.loan_parts import ContractMissing, PartTooLate
from ledger.rules.loan_plans import plan_by_months
from ledger.rules.loan_values import LoanDecision, LoanRequest, LoanStage, MoveKind
from ledger.rules.loans import LoanNotRunning, loan_state
from ledger.rules.people import MemberId, Role
from ledger.rules.posting_loans import LoanUnknown, MoreThanLost, NotItsGuarantor, NotWrittenOff
from ledger.rules.refusals import AmountOutOfRange, CashShort, NameMissing, Refusal
from ledger.rules.rulebook import LoanProduct, LoanRules
from ledger.rules.rulebook_check import WelfareNotLent, check_rulebook
from ledger.rules.taking_back import NotToBeTakenBack, WouldGoBelowZero
from ledger.rules.transfers import EntryNumber, LoanId
from ledger.statements.figure import Asked, loan_figure, moves_figure
from tests.villages import (
    BOUNMY,
    COSTS,
    DALA,
    DAY,
    KHAM,
    NOY,
    OFFICERS,
    RESERVE,
    RICE,
    RULES,
    TODAY,
    TRADE,
    WELFARE,
    actor,
    two,
)

KEEPER = actor()
SECOND = actor(Role.PRESIDENT)
JANUARY = date(2026, 1, 10)
NAMES = tuple(officer.name for officer in OFFICERS[:2])
# An emergency loan without interest, and one of the reserve at 1 % a month.
EMERGENCY = replace(TRADE, key="emergency", rate=0, fee=0, fund=RESERVE)
OF_RESERVE = replace(RICE, key="reserve_loan", rate=100, guarantors=0, late_kip=0, fund=RESERVE)


def with_loans(book: Book, **loans: object) -> None:
    """The village's rules with other rules for loans, from its first days on."""
    rules = replace(book.rulebook(TODAY), valid_from=date(2026, 1, 2), resolution="2/2026")
    changed: LoanRules = replace(rules.loans, **loans)  # type: ignore[arg-type]
    adopt_rulebook(book, two(KEEPER), rulebook=replace(rules, loans=changed))


def agreed(book: Book, product: LoanProduct = TRADE, kip: int = 500_000) -> LoanId:
    """A loan of Dala's that waits for its money."""
    guarantors = (BOUNMY.id, NOY.id) if product.guarantors else ()
    purpose = book.rulebook(JANUARY).loans.purposes[0].code
    request = LoanRequest(DALA.id, JANUARY, kip, purpose, product, product.months, guarantors)
    (loan,) = request_loan(book, KEEPER, request=request).loans
    decision = LoanDecision(JANUARY, f"{loan}/2026", True, kip, NAMES)
    decide_loan(book, KEEPER, loan=loan, decision=decision)
    return loan


def paid_out(book: Book, product: LoanProduct = TRADE, kip: int = 500_000) -> LoanId:
    """A loan of Dala's that runs since January."""
    loan = agreed(book, product, kip)
    record_day(book, KEEPER, day=JANUARY, lines=(LoanPaidOut(loan),), today=TODAY)
    return loan


def why(refused: pytest.ExceptionInfo[LineRefused]) -> Refusal:
    return refused.value.why


def balance(book: Book, account: Account) -> int:
    return book.balances().get(account, 0)


class TestParts:
    def test_never_more_than_approved_and_the_fee_once(self, book: Book) -> None:
        loan = agreed(book)
        hand_over(book, KEEPER, loan=loan, kip=200_000, today=TODAY)
        with pytest.raises(AmountOutOfRange):
            hand_over(book, KEEPER, loan=loan, kip=300_001, today=TODAY)
        hand_over(book, KEEPER, loan=loan, today=TODAY)
        assert balance(book, CASH) == 2_500_000 - 500_000 + TRADE.fee
        with pytest.raises(LoanPaidOutAlready):
            hand_over(book, KEEPER, loan=loan, today=TODAY)
        assert book.check() == ()

    def test_a_part_taken_back_can_be_handed_over_again(self, book: Book) -> None:
        loan = agreed(book)
        hand_over(book, KEEPER, loan=loan, kip=200_000, today=TODAY)
        (second,) = hand_over(book, KEEPER, loan=loan, kip=100_000, today=TODAY).entries
        reverse_entry(book, KEEPER, number=second, reason="ຜິດ", today=TODAY)
        assert loan_state(book.loan(loan), TODAY).principal == 200_000
        hand_over(book, KEEPER, loan=loan, kip=300_000, today=TODAY)
        assert book.check() == ()

    def test_no_part_on_or_before_the_day_of_new_due_days(self, book: Book) -> None:
        loan = agreed(book)
        hand_over(book, KEEPER, loan=loan, kip=200_000, today=DAY)
        plan = plan_by_months(200_000, first=date(2026, 6, 1), months=2)
        write_event(book, KEEPER, loan=loan, event=Rescheduled(DAY, "9", plan), today=TODAY)
        with pytest.raises(PartTooLate):
            hand_over(book, KEEPER, loan=loan, kip=1_000, today=DAY)
        hand_over(book, KEEPER, loan=loan, kip=1_000, today=TODAY)

    def test_a_loan_that_is_over_gets_no_further_part(self, book: Book) -> None:
        loan = agreed(book)
        hand_over(book, KEEPER, loan=loan, kip=200_000, today=TODAY)
        write_off_loan(book, KEEPER, second=SECOND, loan=loan, decision="8", day=TODAY, today=TODAY)
        with pytest.raises(LoanNotRunning):
            hand_over(book, KEEPER, loan=loan, kip=1_000, today=TODAY)

    def test_a_loan_that_is_paid_back_whole_has_ended(self, book: Book) -> None:
        """What was approved and not handed over lapses; a repayment taken back brings both back."""
        loan = agreed(book)
        hand_over(book, KEEPER, loan=loan, kip=200_000, today=TODAY)
        kip = loan_state(book.loan(loan), TODAY).settlement
        (paid,) = repay(book, KEEPER, loan=loan, kip=kip, today=TODAY).entries
        with pytest.raises(LoanUnknown):
            hand_over(book, KEEPER, loan=loan, kip=1_000, today=TODAY)
        reverse_entry(book, KEEPER, number=paid, reason="ຜິດ", today=TODAY)
        hand_over(book, KEEPER, loan=loan, kip=300_000, today=TODAY)
        assert loan_state(book.loan(loan), TODAY).principal == 500_000
        assert book.check() == ()


class TestContract:
    def test_no_money_before_the_paper(self, book: Book) -> None:
        with_loans(book, contract=True)
        loan = agreed(book)
        with pytest.raises(ContractMissing):
            hand_over(book, KEEPER, loan=loan, today=TODAY)
        paper = Contract(DAY, "7", ("ນາງ ດາລາ",), ("ນາຍບ້ານ",))
        write_event(book, KEEPER, loan=loan, event=paper, today=TODAY)
        hand_over(book, KEEPER, loan=loan, today=TODAY)
        assert book.loan(loan).events == (paper,)
        assert book.check() == ()


class TestLosses:
    def test_a_cost_of_the_year_and_later_an_income(self, book: Book) -> None:
        loan = paid_out(book)
        with pytest.raises(NotWrittenOff):
            recover(book, KEEPER, loan=loan, kip=1, today=TODAY)
        write_off_loan(book, KEEPER, second=SECOND, loan=loan, decision="8", day=DAY, today=TODAY)
        assert balance(book, LOANS_WRITTEN_OFF) == 500_000
        assert balance(book, LOANS) == 0
        assert loan_state(book.loan(loan), TODAY).stage is LoanStage.WRITTEN_OFF
        assert loan in {open_.id for open_ in book.loans(open_only=True)}
        with pytest.raises(MoreThanLost):
            recover(book, KEEPER, loan=loan, kip=500_001, today=TODAY)
        recover(book, KEEPER, loan=loan, kip=500_000, today=TODAY)
        assert balance(book, LOANS_RECOVERED) == 500_000
        assert loan not in {open_.id for open_ in book.loans(open_only=True)}
        assert book.check() == ()

    def test_against_the_fund_that_the_rules_name(self, book: Book) -> None:
        with_loans(book, write_off_fund=RESERVE)
        loan = paid_out(book)
        facts = {"second": SECOND, "loan": loan, "decision": "8", "day": DAY, "today": TODAY}
        with pytest.raises(FundLentOut):
            write_off_loan(book, KEEPER, **facts)  # type: ignore[arg-type]
        record_day(book, KEEPER, day=DAY, lines=(FundGift(RESERVE, 600_000),), today=TODAY)
        (entry,) = write_off_loan(book, KEEPER, **facts).entries  # type: ignore[arg-type]
        assert balance(book, RESERVE) == 100_000
        recover(book, KEEPER, loan=loan, kip=50_000, today=TODAY)
        assert balance(book, RESERVE) == 150_000
        rests = book.shelf.rows("SELECT number FROM entry_decision WHERE entry = ?", (entry,))
        assert rests == [("8",)]
        with pytest.raises(WouldGoBelowZero):
            reverse_entry(book, KEEPER, number=entry, reason="ຜິດ", today=TODAY)

    def test_two_different_people_and_a_decision(self, book: Book) -> None:
        loan = paid_out(book)
        for second in (None, KEEPER):
            with pytest.raises(SecondPersonMissing):
                write_off_loan(
                    book, KEEPER, second=second, loan=loan, decision="8", day=DAY, today=TODAY
                )
        with pytest.raises(NameMissing):
            write_off_loan(
                book, KEEPER, second=SECOND, loan=loan, decision="", day=DAY, today=TODAY
            )
        assert balance(book, LOANS) == 500_000

    def test_a_write_off_taken_back_lets_the_loan_run_on(self, book: Book) -> None:
        loan = paid_out(book)
        before = loan_state(book.loan(loan), TODAY).principal
        (entry,) = write_off_loan(
            book, KEEPER, second=SECOND, loan=loan, decision="8", day=TODAY, today=TODAY
        ).entries
        reverse_entry(book, KEEPER, number=entry, reason="ຜິດ", today=TODAY)
        assert loan_state(book.loan(loan), TODAY).principal == before
        assert book.check() == ()


class TestGuarantors:
    def test_one_pays_and_one_takes_over(self, book: Book) -> None:
        loan = paid_out(book, RICE)
        with pytest.raises(NotItsGuarantor):
            guarantor_pays(book, KEEPER, loan=loan, guarantor=KHAM.id, kip=100_000, today=TODAY)
        guarantor_pays(book, KEEPER, loan=loan, guarantor=NOY.id, kip=100_000, today=TODAY)
        left = loan_state(book.loan(loan), TODAY)
        with pytest.raises(NotItsGuarantor):
            take_over(book, loan, KHAM.id)
        (entry,) = take_over(book, loan, BOUNMY.id)
        new = book.loans()[-1]
        assert loan_state(book.loan(loan), TODAY).stage is LoanStage.PASSED_ON
        state = loan_state(new, TODAY)
        assert (state.settlement, state.principal) == (left.settlement, left.principal)
        assert new.request.guarantors == (NOY.id,)
        assert balance(book, LOANS_PASSING) == 0
        assert balance(book, LOANS) == left.principal
        with pytest.raises(NotToBeTakenBack):
            reverse_entry(book, KEEPER, number=entry, reason="ຜິດ", today=TODAY)
        with pytest.raises(LoanNotRunning):
            take_over(book, loan, BOUNMY.id)
        repay(book, KEEPER, loan=new.id, kip=state.settlement, today=TODAY)
        assert loan_state(book.loan(new.id), TODAY).stage is LoanStage.REPAID
        assert book.check() == ()

    def test_months_are_asked_for(self, book: Book) -> None:
        loan = paid_out(book, RICE)
        with pytest.raises(AmountOutOfRange):
            take_over(book, loan, BOUNMY.id, months=0)


def take_over(
    book: Book, loan: LoanId, guarantor: MemberId, months: int = 6
) -> tuple[EntryNumber, ...]:
    return pass_loan_on(
        book,
        KEEPER,
        loan=loan,
        guarantor=guarantor,
        decision="12",
        months=months,
        day=TODAY,
        today=TODAY,
    ).entries


class TestFunds:
    def test_interest_goes_to_the_fund_and_not_to_the_year(self, book: Book) -> None:
        with_loans(book, products=(OF_RESERVE,), purposes=())
        record_day(book, KEEPER, day=JANUARY, lines=(FundGift(RESERVE, 500_000),), today=TODAY)
        loan = paid_out_of(book, OF_RESERVE)
        assert balance(book, loans_of(RESERVE)) == 300_000
        assert balance(book, LOANS) == 0
        due = loan_state(book.loan(loan), TODAY).interest_due
        assert due == 12_000
        repay(book, KEEPER, loan=loan, kip=100_000 + due, today=TODAY)
        assert balance(book, RESERVE) == 512_000
        assert balance(book, LOAN_INTEREST) == 0
        assert balance(book, loans_of(RESERVE)) == 200_000
        assert book.year_facts(2026, TODAY).balances.get(LOAN_INTEREST, 0) == 0
        assert book.check() == ()
        for asked in (Asked.PRINCIPAL, Asked.INTEREST_DUE, Asked.FINE_DUE, Asked.OVERDUE):
            why = book.why(loan_figure(asked, loan, TODAY, RESERVE))
            state = loan_state(book.loan(loan), TODAY)
            assert why.kip == getattr(state, asked.value)
        moved = book.why(loan_figure(Asked.INTEREST_DUE, loan, TODAY, RESERVE)).moved
        assert [one.kip for one in moved] == [due]
        assert book.why(moves_figure(loan, TODAY, MoveKind.PAY_OUT)).kip == 300_000
        (row,) = book.annual(2026, TODAY).lent
        assert (row.lent, row.repaid, row.closing) == (300_000, 100_000, 200_000)
        write_off_loan(book, KEEPER, second=SECOND, loan=loan, decision="8", day=TODAY, today=TODAY)
        assert balance(book, RESERVE) == 312_000
        assert balance(book, LOANS_WRITTEN_OFF) == 0

    def test_free_money_limits_pay_out_and_spending(self, book: Book) -> None:
        with_loans(book, products=(EMERGENCY,), purposes=())
        record_day(book, KEEPER, day=JANUARY, lines=(FundGift(RESERVE, 350_000),), today=TODAY)
        paid_out_of(book, EMERGENCY)
        with pytest.raises(LineRefused) as refused:
            record_day(book, KEEPER, day=DAY, lines=(FundSpent(RESERVE, 50_001),), today=TODAY)
        assert isinstance(why(refused), FundLentOut)
        record_day(book, KEEPER, day=DAY, lines=(FundSpent(RESERVE, 50_000),), today=TODAY)

    def test_a_back_dated_pay_out_looks_at_later_days(self, book: Book) -> None:
        """The fund has the money now, but had spent it in between."""
        with_loans(book, products=(EMERGENCY,), purposes=())
        for day, line in (
            (JANUARY, FundGift(RESERVE, 300_000)),
            (date(2026, 2, 1), FundSpent(RESERVE, 250_000)),
            (DAY, FundGift(RESERVE, 900_000)),
        ):
            record_day(book, KEEPER, day=day, lines=(line,), today=TODAY)
        loan = agreed_of(book, EMERGENCY)
        for day in (JANUARY, date(2026, 2, 1)):
            with pytest.raises(LineRefused) as refused:
                record_day(book, KEEPER, day=day, lines=(LoanPaidOut(loan),), today=TODAY)
            assert isinstance(why(refused), FundLentOut)
        record_day(book, KEEPER, day=DAY, lines=(LoanPaidOut(loan),), today=TODAY)

    def test_a_gift_that_is_lent_out_is_not_taken_back(self, book: Book) -> None:
        with_loans(book, products=(EMERGENCY,), purposes=())
        (gift,) = record_day(
            book, KEEPER, day=JANUARY, lines=(FundGift(RESERVE, 350_000),), today=TODAY
        ).entries
        paid_out_of(book, EMERGENCY)
        with pytest.raises(FundLentOut):
            reverse_entry(book, KEEPER, number=gift, reason="ຜິດ", today=TODAY)

    def test_the_welfare_fund_is_lent_only_by_its_rule(self) -> None:
        product = replace(EMERGENCY, fund=WELFARE)
        rules = replace(RULES, loans=replace(RULES.loans, products=(product,), purposes=()))
        with pytest.raises(WelfareNotLent):
            check_rulebook(rules)
        check_rulebook(replace(rules, loans=replace(rules.loans, lend_welfare=True)))


def agreed_of(book: Book, product: LoanProduct) -> LoanId:
    request = LoanRequest(DALA.id, JANUARY, 300_000, "any", product, product.months)
    (loan,) = request_loan(book, KEEPER, request=request).loans
    decision = LoanDecision(JANUARY, f"{loan}/2026", True, 300_000, NAMES)
    decide_loan(book, KEEPER, loan=loan, decision=decision)
    return loan


def paid_out_of(book: Book, product: LoanProduct) -> LoanId:
    loan = agreed_of(book, product)
    record_day(book, KEEPER, day=JANUARY, lines=(LoanPaidOut(loan),), today=TODAY)
    return loan


class TestCash:
    def test_a_back_dated_pay_out_leaves_every_later_day_its_cash(self, book: Book) -> None:
        february = date(2026, 2, 1)
        record_day(book, KEEPER, day=february, lines=(Spent(COSTS, 2_300_000),), today=TODAY)
        (deposit,) = record_day(
            book, KEEPER, day=DAY, lines=(Deposit(KHAM.id, 900_000),), today=TODAY
        ).entries
        loan = agreed(book)
        for day in (JANUARY, february, date(2026, 3, 1)):
            with pytest.raises(LineRefused) as refused:
                record_day(book, KEEPER, day=day, lines=(LoanPaidOut(loan),), today=TODAY)
            assert isinstance(why(refused), CashShort)
        record_day(book, KEEPER, day=DAY, lines=(LoanPaidOut(loan),), today=TODAY)
        with pytest.raises(CashShort):
            reverse_entry(book, KEEPER, number=deposit, reason="ຜິດ", today=TODAY)
        assert book.check() == ()


def test_a_waiver_that_leaves_nothing_finishes_the_loan(book: Book) -> None:
    loan = paid_out(book)
    state = loan_state(book.loan(loan), TODAY)
    paid = RepaidAs(loan, principal=state.principal)
    record_day(book, KEEPER, day=TODAY, lines=(paid,), today=TODAY)
    assert loan in {o.id for o in book.loans(open_only=True)}
    waiver = Waived(TODAY, "9", interest=state.interest_due, fine=state.fine_due)
    write_event(book, KEEPER, loan=loan, event=waiver, today=TODAY)
    assert loan not in {o.id for o in book.loans(open_only=True)}
    assert book.check() == ()
