"""A loan is given up or taken over: what is written, out of which fund, and when it may not be."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ledger.rules.accounts import (
    CASH,
    LATE_FINES,
    LOAN_INTEREST,
    LOANS,
    LOANS_PASSING,
    LOANS_RECOVERED,
    LOANS_WRITTEN_OFF,
    Account,
    Named,
    fund_of_loans,
    is_loans,
    loans_of,
    named_account,
)
from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import FundLentOut
from ledger.rules.lines import LoanPaidOut, Repaid
from ledger.rules.lines_loans import GuarantorPaid, LoanRecovered
from ledger.rules.loan_decisions import LoanNotApproved
from ledger.rules.loan_events import Contract, PassedOn, Rescheduled, TakenOver, WrittenOff
from ledger.rules.loan_losses import pass_on, write_off
from ledger.rules.loan_parts import ContractMissing, PartTooLate
from ledger.rules.loan_plans import plan_by_months
from ledger.rules.loan_values import Loan, LoanDecision, LoanMove, LoanStage, MoveKind
from ledger.rules.loans import LoanNotRunning, loan_state, owed_on
from ledger.rules.people import MemberId
from ledger.rules.posting import entries_of
from ledger.rules.posting_loans import LoanUnknown, MoreThanLost, NotItsGuarantor, NotWrittenOff
from ledger.rules.refusals import AmountOutOfRange, DayOutsideBooks, MemberNotActive, NameMissing
from ledger.rules.transfers import Kind, LoanId
from tests.rules.posting_makers import moved, one, refusal_of
from tests.villages import (
    AGREED,
    BOUNMY,
    DALA,
    DAY,
    KHAM,
    NOY,
    PHET,
    RESERVE,
    RUNNING,
    TODAY,
    WELFARE,
    day_facts,
)

EMERGENCY = replace(
    AGREED, request=replace(AGREED.request, product=replace(AGREED.request.product, fund=RESERVE))
)


def with_rules(facts: DayFacts, **loans: Any) -> DayFacts:
    rules = facts.rulebook
    return replace(facts, rulebook=replace(rules, loans=replace(rules.loans, **loans)))


def with_loan(loan: Loan, **changes: Any) -> DayFacts:
    return day_facts(loans={loan.id: loan}, **changes)


def moving(loan: Loan, *moves: LoanMove) -> Loan:
    return replace(loan, moves=(*loan.moves, *moves))


def lost(loan: Loan, kip: int = 2_000_000) -> Loan:
    return moving(loan, LoanMove(DAY, MoveKind.WRITTEN_OFF, kip))


class TestAccounts:
    def test_each_fund_has_a_place_for_its_loans(self) -> None:
        assert loans_of(None) == LOANS
        assert loans_of(RESERVE) == 1202
        assert fund_of_loans(Account(1202)) == RESERVE
        assert is_loans(Account(1202))
        assert not is_loans(CASH)

    @pytest.mark.parametrize("account", [CASH, named_account(Named.BANK, 1), Account(4000)])
    def test_only_a_fund_has_one(self, account: Account) -> None:
        with pytest.raises(ValueError, match=str(account)):
            loans_of(account)

    @pytest.mark.parametrize("number", [0, 100])
    def test_a_group_has_99_of_a_kind(self, number: int) -> None:
        with pytest.raises(ValueError, match=str(number)):
            named_account(Named.FUND, number)


class TestGivenUp:
    def test_a_cost_of_the_year_where_the_rules_name_no_fund(self) -> None:
        gone = write_off(RUNNING, day_facts(), decision=" 8 ")
        assert gone.event == WrittenOff(DAY, "8", 2_000_000)
        (t,) = gone.entry.transfers
        assert (t.kind, t.debit, t.credit) == (Kind.WRITTEN_OFF, LOANS_WRITTEN_OFF, LOANS)
        assert gone.entry.decisions == ("8",)

    def test_out_of_the_fund_as_far_as_it_has_free_money(self) -> None:
        facts = with_rules(day_facts(), write_off_fund=RESERVE)
        with pytest.raises(FundLentOut) as refused:
            write_off(RUNNING, facts, decision="8")
        assert (refused.value.balance, refused.value.given) == (200_000, 2_000_000)
        rich = replace(facts, balances={**facts.balances, RESERVE: 2_000_000})
        (t,) = write_off(RUNNING, rich, decision="8").entry.transfers
        assert t.debit == RESERVE

    def test_a_loan_of_a_fund_is_that_funds_own_loss(self) -> None:
        """Its money stands in the fund and is lent out of it: both go down together."""
        running = moving(EMERGENCY, LoanMove(DAY, MoveKind.PAY_OUT, 200_000))
        facts = with_rules(with_loan(running), write_off_fund=WELFARE)
        balances = {**facts.balances, loans_of(RESERVE): 200_000}
        facts = replace(facts, balances=balances)
        (t,) = write_off(running, facts, decision="8").entry.transfers
        assert (t.debit, t.credit, t.kip) == (RESERVE, loans_of(RESERVE), 200_000)

    def test_only_a_running_loan_with_a_number_and_a_day(self) -> None:
        with pytest.raises(NameMissing):
            write_off(RUNNING, day_facts(), decision=" ")
        with pytest.raises(DayOutsideBooks):
            write_off(RUNNING, day_facts(date(2027, 1, 1)), decision="8")
        for loan in (AGREED, lost(RUNNING)):
            with pytest.raises(LoanNotRunning):
                write_off(loan, day_facts(), decision="8")

    def test_where_only_interest_is_left_there_is_nothing_to_write_off(self) -> None:
        bare = moving(RUNNING, LoanMove(DAY, MoveKind.PRINCIPAL, 2_000_000))
        assert loan_state(bare, DAY).stage is LoanStage.PAID_OUT
        with pytest.raises(LoanNotRunning):
            write_off(bare, day_facts(), decision="8")

    def test_the_last_kip_can_be_written_off(self) -> None:
        last = moving(RUNNING, LoanMove(DAY, MoveKind.PRINCIPAL, 1_999_999))
        assert write_off(last, day_facts(), decision="8").event.kip == 1

    def test_a_later_repayment_is_not_written_off_as_well(self) -> None:
        later = moving(RUNNING, LoanMove(TODAY, MoveKind.PRINCIPAL, 500_000))
        assert write_off(later, day_facts(), decision="8").event.kip == 1_500_000


class TestRecovered:
    def test_an_income_or_the_funds(self) -> None:
        facts = with_loan(lost(RUNNING))
        line = LoanRecovered(RUNNING.id, 70_000, "ຈາກລູກຊາຍ")
        assert one(line, facts=facts)[:3] == (Kind.RECOVERED, CASH, LOANS_RECOVERED)
        assert entries_of([line], facts)[0].note == "ຈາກລູກຊາຍ"
        facts = with_rules(facts, write_off_fund=RESERVE)
        assert one(line, facts=facts)[2] == RESERVE

    def test_never_more_than_was_lost_whatever_the_day(self) -> None:
        back = moving(lost(RUNNING), LoanMove(TODAY, MoveKind.RECOVERED, 1_900_000))
        facts = with_loan(back)
        refused = refusal_of(LoanRecovered(RUNNING.id, 100_001), facts=facts)
        assert refused == MoreThanLost(number="2026-001", given=100_001, most=100_000)
        assert moved(LoanRecovered(RUNNING.id, 100_000), facts=facts)[0].kip == 100_000

    def test_what_was_not_given_up_cannot_come_back(self) -> None:
        assert refusal_of(LoanRecovered(RUNNING.id, 5)) == NotWrittenOff(number="2026-001")
        last = with_loan(lost(RUNNING, 1))
        assert moved(LoanRecovered(RUNNING.id, 1), facts=last)[0].kip == 1
        assert isinstance(refusal_of(LoanRecovered(RUNNING.id, 0)), AmountOutOfRange)


class TestGuarantors:
    def test_one_pays_as_the_borrower_would_and_is_named(self) -> None:
        facts = day_facts()
        line = GuarantorPaid(RUNNING.id, 500_000, NOY.id)
        assert moved(line) == moved(Repaid(RUNNING.id, 500_000))
        assert entries_of([line], facts)[0].note == f"{NOY.number} {NOY.name}"

    def test_nobody_else_pays_for_her(self) -> None:
        refused = refusal_of(GuarantorPaid(RUNNING.id, 5, DALA.id))
        assert refused == NotItsGuarantor(loan="2026-001", member=DALA.told)

    def test_one_takes_over_all_that_is_owed(self) -> None:
        facts = day_facts()
        owed = owed_on(RUNNING, day=DAY)
        done = pass_on(
            RUNNING, facts, guarantor=NOY.id, decision="9", new=(LoanId(3), "2026-003"), months=6
        )
        hers = done.new
        assert done.old_event == PassedOn(DAY, "9", LoanId(3))
        assert hers.events == (TakenOver(DAY, "9", RUNNING.id, owed.interest, owed.fine),)
        assert hers.request.guarantors == (BOUNMY.id,)
        assert hers.decision == LoanDecision(DAY, "9", approved=True, kip=owed.principal)
        assert (hers.request.kip, hers.request.months) == (owed.principal, 6)
        places = [(t.debit, t.credit, t.member) for t in done.entry.transfers]
        assert places == [(LOANS_PASSING, LOANS, KHAM.id), (LOANS, LOANS_PASSING, NOY.id)]

    @pytest.mark.parametrize("months", [1, 120])
    def test_it_runs_from_a_month_to_ten_years(self, months: int) -> None:
        done = pass_on(
            RUNNING,
            day_facts(),
            guarantor=NOY.id,
            decision="9",
            new=(LoanId(3), "2026-003"),
            months=months,
        )
        assert done.new.request.months == months

    @pytest.mark.parametrize(
        ("guarantor", "months", "decision", "refusal"),
        [
            (DALA.id, 6, "9", NotItsGuarantor),
            (PHET.id, 6, "9", MemberNotActive),
            (NOY.id, 0, "9", AmountOutOfRange),
            (NOY.id, 121, "9", AmountOutOfRange),
            (NOY.id, 6, "", NameMissing),
        ],
    )
    def test_only_a_guarantor_who_is_a_member(
        self, guarantor: MemberId, months: int, decision: str, refusal: type[Exception]
    ) -> None:
        asked = replace(RUNNING.request, guarantors=(NOY.id, PHET.id))
        with pytest.raises(refusal):
            pass_on(
                replace(RUNNING, request=asked),
                day_facts(),
                guarantor=guarantor,
                decision=decision,
                new=(LoanId(3), "2026-003"),
                months=months,
            )


class TestParts:
    CONTRACT = Contract(DAY, "7", ("ນາງ ດາລາ",))

    def test_no_money_before_the_paper_of_that_day(self) -> None:
        facts = with_rules(with_loan(AGREED), contract=True)
        assert refusal_of(LoanPaidOut(AGREED.id), facts=facts) == ContractMissing("2026-002")
        signed = replace(AGREED, events=(self.CONTRACT,))
        facts = replace(facts, loans={AGREED.id: signed})
        assert moved(LoanPaidOut(AGREED.id), facts=facts)[0].kip == 500_000
        early = replace(facts, day=date(2026, 4, 4))
        assert isinstance(refusal_of(LoanPaidOut(AGREED.id), facts=early), ContractMissing)

    def test_a_further_part_up_to_what_was_approved(self) -> None:
        begun = moving(AGREED, LoanMove(date(2026, 4, 3), MoveKind.PAY_OUT, 200_000))
        facts = with_loan(begun)
        assert [t.kip for t in moved(LoanPaidOut(AGREED.id, 100_000), facts=facts)] == [100_000]
        assert [t.kip for t in moved(LoanPaidOut(AGREED.id), facts=facts)] == [300_000]
        for kip in (0, 300_001):
            refused = refusal_of(LoanPaidOut(AGREED.id, kip), facts=facts)
            assert refused == AmountOutOfRange(given=kip, most=300_000)

    def test_none_for_a_loan_that_is_over_or_whose_days_were_set_anew(self) -> None:
        begun = moving(AGREED, LoanMove(date(2026, 4, 3), MoveKind.PAY_OUT, 200_000))
        over = lost(begun, 200_000)
        refused = refusal_of(LoanPaidOut(AGREED.id, 5), facts=with_loan(over))
        assert refused == LoanNotRunning(number="2026-002", stage=LoanStage.WRITTEN_OFF)
        plan = plan_by_months(200_000, first=TODAY, months=2)
        anew = replace(begun, events=(self.CONTRACT, Rescheduled(DAY, "9", plan)))
        assert refusal_of(LoanPaidOut(AGREED.id, 5), facts=with_loan(anew)) == PartTooLate(
            number="2026-002", day=DAY
        )
        before = Rescheduled(date(2026, 4, 4), "8", plan)
        twice = replace(anew, events=(*anew.events, before))
        assert refusal_of(LoanPaidOut(AGREED.id, 5), facts=with_loan(twice)) == PartTooLate(
            number="2026-002", day=DAY
        )
        assert moved(
            LoanPaidOut(AGREED.id, 5), facts=with_loan(anew, **{"day": TODAY})
        )  # The day after the new days were set there may be a further part.

    def test_what_ended_by_repayment_is_known_no_more(self) -> None:
        """The rest of what was approved lapses with it: the book hands over running loans only."""
        facts = day_facts(loans={})
        assert refusal_of(LoanPaidOut(AGREED.id), facts=facts) == LoanUnknown(loan=AGREED.id)

    def test_a_refusal_by_the_committee_is_no_approval(self) -> None:
        assert AGREED.decision is not None
        no = replace(AGREED, decision=replace(AGREED.decision, approved=False, kip=0))
        assert refusal_of(LoanPaidOut(AGREED.id), facts=with_loan(no)) == LoanNotApproved(
            number="2026-002", stage=LoanStage.REFUSED
        )


class TestOfAFund:
    def test_all_of_it_moves_between_the_fund_and_the_box(self) -> None:
        facts = with_loan(EMERGENCY)
        out = moved(LoanPaidOut(EMERGENCY.id, 200_000), facts=facts)
        assert [(t.debit, t.credit) for t in out] == [
            (loans_of(RESERVE), CASH),
            (CASH, RESERVE),
        ]
        assert isinstance(refusal_of(LoanPaidOut(EMERGENCY.id), facts=facts), FundLentOut)
        running = moving(EMERGENCY, LoanMove(date(2026, 4, 2), MoveKind.PAY_OUT, 200_000))
        paid = moved(Repaid(EMERGENCY.id, 100_000), facts=with_loan(running))
        assert {t.credit for t in paid} == {RESERVE, loans_of(RESERVE)}
        assert not {LOAN_INTEREST, LATE_FINES} & {t.credit for t in paid}
