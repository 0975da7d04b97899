"""Loans are handed over once and paid back never beyond what is owed."""

from dataclasses import replace
from datetime import date

from ledger.rules.accounts import (
    CASH,
    DIVIDENDS_PAYABLE,
    LATE_FINES,
    LOANS,
)
from ledger.rules.balances import balances
from ledger.rules.lines import (
    Deposit,
    DividendTaken,
    DividendWay,
    Line,
    LoanPaidOut,
    Repaid,
    RepaidAs,
    Spent,
    Withdrawal,
)
from ledger.rules.loan_decisions import LoanNotApproved, LoanPaidOutAlready
from ledger.rules.loan_values import LoanMove, LoanStage, MoveKind
from ledger.rules.loans import LoanNotRunning, MoreThanOwed, owed_on
from ledger.rules.people import Status
from ledger.rules.posting_loans import DividendShort, LoanOfAnother, LoanUnknown, PartAboveDue
from ledger.rules.refusals import (
    AmountOutOfRange,
    CashShort,
    MemberNotActive,
)
from ledger.rules.rulebook import Purse, WithdrawalRule
from ledger.rules.transfers import Kind, LoanId
from tests.rules.loan_makers import loan
from tests.rules.posting_makers import moved, one, owing, refusal_of
from tests.villages import (
    AGREED,
    COSTS,
    DAY,
    KHAM,
    NOY,
    PHET,
    RULES,
    RUNNING,
    SOMPHONE,
    TODAY,
    TRADE,
    day_facts,
    with_saving,
)


def test_an_agreed_loan_is_handed_over_and_its_fee_taken() -> None:
    paid, fee = moved(LoanPaidOut(AGREED.id))
    assert (paid.kind, paid.debit, paid.credit, paid.kip) == (Kind.PAY_OUT, LOANS, CASH, 500_000)
    assert (fee.kind, fee.debit, fee.kip) == (Kind.LOAN_FEE, CASH, 5_000)
    assert paid.member == fee.member == SOMPHONE.id
    free = replace(AGREED, request=replace(AGREED.request, product=replace(TRADE, fee=0)))
    assert len(moved(LoanPaidOut(free.id), facts=day_facts(loans={free.id: free}))) == 1


def test_a_loan_is_handed_over_once_to_one_who_is_here_when_it_is_agreed() -> None:
    assert refusal_of(LoanPaidOut(RUNNING.id)) == LoanPaidOutAlready(number=RUNNING.number)
    twice = refusal_of(LoanPaidOut(AGREED.id), LoanPaidOut(AGREED.id))
    assert twice == LoanPaidOutAlready(number=AGREED.number)
    least = loan(RUNNING.request.product, 1)
    refused = refusal_of(LoanPaidOut(least.id), facts=day_facts(loans={least.id: least}))
    assert refused == LoanPaidOutAlready(number=least.number)
    agreed = day_facts(loans={least.id: replace(least, moves=())})
    assert moved(LoanPaidOut(least.id), facts=agreed)[0].kip == 1
    asked = replace(AGREED, decision=None)
    refused = refusal_of(LoanPaidOut(asked.id), facts=day_facts(loans={asked.id: asked}))
    assert refused == LoanNotApproved(number=AGREED.number, stage=LoanStage.REQUESTED)
    assert refusal_of(LoanPaidOut(LoanId(9))) == LoanUnknown(loan=LoanId(9))
    gone = replace(SOMPHONE, status=Status.DIED)
    refused = refusal_of(LoanPaidOut(AGREED.id), facts=day_facts(members={SOMPHONE.id: gone}))
    assert refused == MemberNotActive(member=SOMPHONE.told, status=Status.DIED)


def test_the_box_keeps_what_the_rules_keep_at_a_pay_out_only() -> None:
    loans = replace(RULES.loans, cash_kept=1_000_001)
    facts = day_facts(rulebook=replace(RULES, loans=loans))
    assert refusal_of(LoanPaidOut(AGREED.id), facts=facts) == CashShort(
        day=DAY, cash=1_500_000, wanted=500_000, kept=1_000_001
    )
    assert moved(Spent(COSTS, 1_500_000), facts=facts)
    assert moved(Deposit(NOY.id, 10_000), LoanPaidOut(AGREED.id), facts=facts)


def test_what_is_paid_out_can_be_paid_back_the_same_day() -> None:
    lines: list[Line] = [LoanPaidOut(AGREED.id), Repaid(AGREED.id, 500_000)]
    assert balances(moved(*lines))[LOANS] == 0


def test_a_repayment_goes_in_the_order_of_the_rules() -> None:
    assert [(t.kind, t.kip) for t in moved(Repaid(RUNNING.id, 120_000))] == [
        (Kind.INTEREST, 120_000)
    ]
    principal_first = replace(RULES.loans, order=(Purse.PRINCIPAL, Purse.INTEREST, Purse.FINE))
    late = replace(RUNNING, moves=(replace(RUNNING.moves[0], day=date(2025, 3, 5)),))
    facts = day_facts(rulebook=replace(RULES, loans=principal_first), loans={late.id: late})
    (transfer,) = moved(Repaid(late.id, 30_000), facts=facts)
    assert transfer.kind is Kind.PRINCIPAL


def test_nothing_is_repaid_beyond_what_is_owed() -> None:
    assert refusal_of(Repaid(RUNNING.id, 2_120_001)) == MoreThanOwed(
        number=RUNNING.number, given=2_120_001, most=2_120_000
    )
    assert refusal_of(Repaid(LoanId(9), 1_000)) == LoanUnknown(loan=LoanId(9))
    whole = [Repaid(RUNNING.id, 2_120_000), Repaid(RUNNING.id, 1)]
    assert refusal_of(*whole) == LoanNotRunning(number=RUNNING.number, stage=LoanStage.REPAID)


def test_the_parts_agreed_at_the_table_are_written_as_they_are() -> None:
    line = RepaidAs(RUNNING.id, interest=100_000, principal=300_000)
    assert [(t.kind, t.kip) for t in moved(line)] == [
        (Kind.INTEREST, 100_000),
        (Kind.PRINCIPAL, 300_000),
    ]


def test_no_part_is_above_what_is_owed_of_it() -> None:
    assert refusal_of(RepaidAs(RUNNING.id, interest=120_001)) == PartAboveDue(
        loan=RUNNING.number, part=Purse.INTEREST, owed=120_000, given=120_001
    )
    assert refusal_of(RepaidAs(RUNNING.id, fine=1)) == PartAboveDue(
        loan=RUNNING.number, part=Purse.FINE, owed=0, given=1
    )
    assert refusal_of(RepaidAs(RUNNING.id, principal=5, interest=-1)) == AmountOutOfRange(
        given=-1, most=120_000
    )
    assert refusal_of(RepaidAs(AGREED.id, interest=1)) == LoanNotRunning(
        number=AGREED.number, stage=LoanStage.APPROVED
    )
    assert refusal_of(RepaidAs(LoanId(9), interest=1)) == LoanUnknown(loan=LoanId(9))


def test_what_a_later_day_has_paid_is_not_paid_again() -> None:
    """The whole loan came back on the 20th; the slip of the 5th is found afterwards."""
    whole = owed_on(RUNNING, day=TODAY)
    later = (
        LoanMove(TODAY, MoveKind.INTEREST, whole.interest),
        LoanMove(TODAY, MoveKind.PRINCIPAL, whole.principal),
    )
    facts = day_facts(loans={RUNNING.id: replace(RUNNING, moves=(*RUNNING.moves, *later))})
    assert refusal_of(RepaidAs(RUNNING.id, interest=1_000), facts=facts) == PartAboveDue(
        loan=RUNNING.number, part=Purse.INTEREST, owed=0, given=1_000
    )


def test_a_late_fine_has_its_own_account() -> None:
    late = replace(RUNNING, moves=(replace(RUNNING.moves[0], day=date(2025, 3, 5)),))
    facts = day_facts(loans={late.id: late})
    assert one(RepaidAs(late.id, fine=5_000), facts=facts)[:3] == (
        Kind.LATE_FINE,
        CASH,
        LATE_FINES,
    )


def test_a_dividend_is_taken_as_far_as_it_is_owed() -> None:
    take = DividendTaken(KHAM.id, 30_000, DividendWay.CASH)
    assert refusal_of(take, take, facts=owing()) == DividendShort(owed=20_000, given=30_000)
    assert refusal_of(take) == DividendShort(owed=0, given=30_000)
    saved: list[Line] = [
        DividendTaken(KHAM.id, 50_000, DividendWay.SAVINGS),
        Withdrawal(KHAM.id, 550_000),
    ]
    anytime = with_saving(owing(), withdrawal=WithdrawalRule.ANY_TIME)
    assert moved(*saved, facts=anytime)


def test_a_dividend_pays_her_own_loan_like_any_repayment() -> None:
    lines: list[Line] = [
        Repaid(RUNNING.id, 100_000),
        DividendTaken(KHAM.id, 50_000, DividendWay.OFFSET, RUNNING.id),
    ]
    _, interest, principal = moved(*lines, facts=owing())
    assert (interest.kind, interest.debit, interest.kip) == (
        Kind.INTEREST,
        DIVIDENDS_PAYABLE,
        20_000,
    )
    assert (principal.kind, principal.credit, principal.kip) == (Kind.PRINCIPAL, LOANS, 30_000)
    other = DividendTaken(PHET.id, 5_000, DividendWay.OFFSET, RUNNING.id)
    assert refusal_of(other, facts=owing()) == LoanOfAnother(RUNNING.number, PHET.told)
    none = DividendTaken(KHAM.id, 5_000, DividendWay.OFFSET)
    assert refusal_of(none, facts=owing()) == LoanUnknown(loan=None)
