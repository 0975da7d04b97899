"""The welfare fund's money: claims paid, costs kept small, and its part of the box left alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, SAVINGS, loans_of
from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import FundLentOut
from ledger.rules.lines import (
    Deposit,
    FundGift,
    FundSpent,
    Line,
    LoanPaidOut,
    Repaid,
    Spent,
    ToBank,
    WelfarePaid,
    Withdrawal,
)
from ledger.rules.lines_welfare import ClaimPaid
from ledger.rules.loan_values import LoanMove, MoveKind
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.rules.posting import entries_of
from ledger.rules.posting_funds import FundShort
from ledger.rules.posting_welfare import (
    ClaimNotApproved,
    ClaimPaidAlready,
    ClaimPaidOtherwise,
    ClaimUnknown,
)
from ledger.rules.refusals import CashShort, Refusal
from ledger.rules.rulebook import WithdrawalRule
from ledger.rules.taking_back import check_counter
from ledger.rules.transfers import Entry, EntryNumber, Kind, MeetingId, Transfer
from ledger.rules.welfare_cash import (
    WelfareCashApart,
    WelfareCountDiffers,
    WelfareNotCounted,
    balances_with,
    check_apart,
    check_welfare_count,
    free_cash,
    welfare_cash,
)
from ledger.rules.welfare_dues import WelfareNotKept
from ledger.rules.welfare_facts import WelfareFacts
from ledger.rules.welfare_rules import Benefit, WelfareRules
from ledger.rules.welfare_spending import ClaimNeeded, WelfareCostsAboveLimit
from tests.rules.posting_makers import moved, one, refusal_of
from tests.rules.welfare_makers import APPROVED, REFUSED, asked, claim_of
from tests.villages import AGREED, BANK, COSTS, DAY, KHAM, RICE, RULES, WELFARE, day_facts

CLAIM = claim_of(
    1, asked("birth", DAY, day=DAY, member=KHAM.id), 50_000, decision=replace(APPROVED, day=DAY)
)


def facts_with(*claims: Any, **rules: Any) -> DayFacts:
    """The village with some claims decided, under other rules for welfare."""
    welfare = replace(RULES.welfare, **rules)
    facts = day_facts(rulebook=replace(RULES, welfare=welfare))
    return replace(facts, welfare=WelfareFacts(claims={c.id: c for c in claims}))


class TestClaims:
    PAID = ClaimPaid(CLAIM.id, 50_000)

    def test_the_money_goes_from_the_fund_to_her_and_names_the_claim(self) -> None:
        (transfer,) = moved(self.PAID, facts=facts_with(CLAIM))
        assert (transfer.kind, transfer.debit, transfer.credit) == (Kind.BENEFIT, WELFARE, CASH)
        assert (transfer.member, transfer.claim, transfer.kip) == (KHAM.id, CLAIM.id, 50_000)

    def test_once_even_on_one_day(self) -> None:
        refused = refusal_of(self.PAID, self.PAID, facts=facts_with(CLAIM))
        assert refused == ClaimPaidAlready(number=CLAIM.number)

    def test_only_what_was_approved_by_then(self) -> None:
        assert isinstance(refusal_of(self.PAID, facts=facts_with()), ClaimUnknown)
        later = replace(CLAIM, decision=replace(APPROVED, day=DAY + timedelta(days=1)))
        for claim in (later, replace(CLAIM, decision=REFUSED), replace(CLAIM, decision=None)):
            refused = refusal_of(self.PAID, facts=facts_with(claim))
            assert refused == ClaimNotApproved(number=CLAIM.number)

    def test_whole_and_never_more_than_the_fund_holds(self) -> None:
        refused = refusal_of(ClaimPaid(CLAIM.id, 1), facts=facts_with(CLAIM))
        assert refused == ClaimPaidOtherwise(number=CLAIM.number, kip=50_000, given=1)
        facts = facts_with(CLAIM)
        poor = replace(facts, balances={**facts.balances, WELFARE: 49_999})
        assert refusal_of(self.PAID, facts=poor) == FundShort(WELFARE, 49_999, 50_000)
        last = replace(facts, balances={**facts.balances, WELFARE: 50_000})
        assert moved(self.PAID, facts=last)[0].kip == 50_000
        empty = replace(facts, balances={CASH: 50_000})
        assert refusal_of(self.PAID, facts=empty) == FundShort(WELFARE, 0, 50_000)

    def test_without_a_fund_there_is_nothing_to_pay_from(self) -> None:
        facts = facts_with(CLAIM)
        none = replace(facts, rulebook=replace(RULES, welfare=WelfareRules()))
        assert refusal_of(self.PAID, facts=none) == WelfareNotKept()

    def test_where_there_is_a_table_nobody_is_paid_beside_it(self) -> None:
        line = FundSpent(WELFARE, 5_000, member=KHAM.id)
        assert one(line, facts=facts_with())[0] is Kind.BENEFIT
        table = facts_with(benefits=(Benefit("birth", "birth"),))
        assert refusal_of(line, facts=table) == ClaimNeeded(member=KHAM.told)


class TestCosts:
    def test_a_fifth_of_the_fund_may_go_into_its_own_costs(self) -> None:
        facts = facts_with(costs_most=2_000)
        assert len(moved(FundSpent(WELFARE, 40_000), FundSpent(WELFARE, 20_000), facts=facts)) == 2
        refused = refusal_of(FundSpent(WELFARE, 40_000), FundSpent(WELFARE, 20_001), facts=facts)
        assert refused == WelfareCostsAboveLimit(limit=60_000, spent=40_000, given=20_001)

    def test_what_was_spent_before_in_the_year_counts(self) -> None:
        facts = facts_with(costs_most=2_000)
        facts = replace(facts, welfare=WelfareFacts(costs={WELFARE: 70_000}))
        refused = refusal_of(FundSpent(WELFARE, 4_001), facts=facts)
        assert refused == WelfareCostsAboveLimit(limit=74_000, spent=70_000, given=4_001)
        moved(FundSpent(WELFARE, 4_000), facts=facts)

    def test_a_fund_that_has_spent_nothing_yet_or_all_that_it_had(self) -> None:
        facts = facts_with(costs_most=2_000)
        moved(FundSpent(WELFARE, 60_000), facts=facts)
        spent = WelfareFacts(costs={WELFARE: 59_999})
        empty = replace(facts, balances={CASH: 100_000}, welfare=spent)
        refused = refusal_of(FundSpent(WELFARE, 1), facts=empty)
        assert refused == WelfareCostsAboveLimit(limit=11_999, spent=59_999, given=1)


def apart(*, cash: int, fund: int, bank: int | None = None) -> DayFacts:
    """The village with the welfare fund's money lying apart in the box."""
    rules = replace(RULES.welfare, apart=True, bank=None if bank is None else BANK)
    facts = day_facts(rulebook=replace(RULES, welfare=rules), cash_low=cash)
    balances = {**facts.balances, CASH: cash, WELFARE: fund, BANK: bank or 0}
    free = cash - welfare_cash(rules, balances)
    return replace(facts, balances=balances, welfare=WelfareFacts(free_low=free))


class TestApart:
    def test_its_part_of_the_box(self) -> None:
        facts = apart(cash=1_000_000, fund=300_000, bank=100_000)
        assert welfare_cash(facts.rulebook.welfare, facts.balances) == 200_000
        assert free_cash(facts) == 800_000
        assert welfare_cash(RULES.welfare, facts.balances) == 0
        banked = apart(cash=1_000_000, fund=300_000, bank=300_001)
        assert welfare_cash(banked.rulebook.welfare, banked.balances) == 0
        unopened = {**banked.balances}
        del unopened[BANK]
        assert welfare_cash(banked.rulebook.welfare, unopened) == 300_000
        assert welfare_cash(WelfareRules(apart=True), facts.balances) == 0, "without a fund"
        assert free_cash(day_facts()) == 1_500_000

    def test_costs_loans_and_withdrawals_cannot_eat_it(self) -> None:
        facts = apart(cash=400_000, fund=300_000)
        moved(Spent(COSTS, 100_000), facts=facts)
        for line in (Spent(COSTS, 100_001), LoanPaidOut(AGREED.id), ToBank(BANK, 100_001)):
            poor = facts if not isinstance(line, LoanPaidOut) else apart(cash=700_000, fund=300_000)
            assert isinstance(refusal_of(line, facts=poor), WelfareCashApart)
        refused = refusal_of(Spent(COSTS, 60_000), Spent(COSTS, 60_000), facts=facts)
        assert refused == WelfareCashApart(day=DAY, free=40_000, wanted=60_000)

    def test_a_contribution_does_not_make_the_group_richer(self) -> None:
        facts = apart(cash=400_000, fund=300_000)
        refused = refusal_of(WelfarePaid(KHAM.id, 1_000), Spent(COSTS, 100_001), facts=facts)
        assert isinstance(refused, WelfareCashApart)
        moved(Deposit(KHAM.id, 20_000), Spent(COSTS, 120_000), facts=facts)

    def test_the_fund_spends_its_own_and_carries_it_to_its_bank(self) -> None:
        facts = apart(cash=300_000, fund=300_000, bank=0)
        moved(FundSpent(WELFARE, 100_000), ToBank(BANK, 200_000), facts=facts)
        refused = refusal_of(ToBank(BANK, 300_000), Spent(COSTS, 1), facts=facts)
        assert not isinstance(refused, WelfareCashApart)

    def test_what_is_taken_back_cannot_eat_it_either(self) -> None:
        facts = apart(cash=400_000, fund=300_000)
        check_apart(facts, moved(Spent(COSTS, 100_000), facts=facts))
        loan = Transfer(Kind.DEPOSIT, SAVINGS, CASH, 100_001, member=KHAM.id)
        with pytest.raises(WelfareCashApart) as refused:
            check_apart(facts, (loan,))
        assert vars(refused.value) == {"day": DAY, "free": 100_000, "wanted": 100_001}
        # Its own gift that goes back, and what brings cash in, leave the group's part as it is.
        check_apart(facts, (Transfer(Kind.FUND_GIFT, WELFARE, CASH, 250_000),))
        check_apart(facts, (Transfer(Kind.FUND_SPENT, CASH, WELFARE, 250_000),))
        poor = apart(cash=100_000, fund=300_000)
        check_apart(poor, (Transfer(Kind.FUND_GIFT, WELFARE, CASH, 50_000),))
        check_apart(day_facts(), (loan,))
        entry = Entry(day=DAY, transfers=(loan,), reverses=EntryNumber(1))
        with pytest.raises(WelfareCashApart):
            check_counter(entry, facts)

    def test_the_last_kip_of_the_groups_own(self) -> None:
        facts = apart(cash=300_000, fund=300_000)
        kip = Transfer(Kind.DEPOSIT, SAVINGS, CASH, 1, member=KHAM.id)
        with pytest.raises(WelfareCashApart) as refused:
            check_apart(facts, (kip,))
        assert vars(refused.value) == {"day": DAY, "free": 0, "wanted": 1}
        moved(FundSpent(WELFARE, 300_000), facts=facts)
        assert refusal_of(Spent(COSTS, 1), facts=facts) == WelfareCashApart(DAY, 0, 1)
        short = apart(cash=100_000, fund=300_000)
        assert refusal_of(Spent(COSTS, 1), facts=short) == WelfareCashApart(DAY, 0, 1)
        with pytest.raises(WelfareCashApart) as refused:
            check_apart(short, (kip,))
        assert refused.value.free == 0

    def test_what_moves_no_cash_is_left_alone(self) -> None:
        given = Transfer(Kind.ALLOCATION, SAVINGS, WELFARE, 400_000)
        check_apart(apart(cash=400_000, fund=300_000), (given,))

    def test_an_empty_fund_and_one_whose_money_is_all_in_its_bank(self) -> None:
        empty = apart(cash=400_000, fund=0)
        moved(WelfarePaid(KHAM.id, 1_000), Spent(COSTS, 400_000), facts=empty)
        refused = refusal_of(WelfarePaid(KHAM.id, 1_000), Spent(COSTS, 400_001), facts=empty)
        assert isinstance(refused, WelfareCashApart)
        unopened = apart(cash=400_000, fund=0, bank=0)
        balances = {account: kip for account, kip in unopened.balances.items() if account != BANK}
        refused = refusal_of(
            WelfarePaid(KHAM.id, 1_000),
            Spent(COSTS, 400_001),
            facts=replace(unopened, balances=balances),
        )
        assert isinstance(refused, WelfareCashApart)
        banked = apart(cash=400_000, fund=100_000, bank=150_000)
        moved(WelfarePaid(KHAM.id, 30_000), Spent(COSTS, 430_000), facts=banked)

    def test_a_box_that_is_short_already_still_pays_the_fund_s_own(self) -> None:
        """The profit gave the fund more than lay in the box."""
        facts = apart(cash=100_000, fund=300_000)
        moved(FundSpent(WELFARE, 50_000), facts=facts)
        assert isinstance(refusal_of(Spent(COSTS, 1), facts=facts), WelfareCashApart)


LENT = loans_of(WELFARE)
HERS = replace(
    AGREED, request=replace(AGREED.request, product=replace(RICE, fund=WELFARE, guarantors=0))
)


def lending(*, cash: int, fund: int, lent: int) -> DayFacts:
    """The fund lies apart, and by its rule part of it is lent to Somphone, who may get more."""
    facts = apart(cash=cash, fund=fund)
    balances = {**facts.balances, LENT: lent}
    loan = replace(HERS, moves=(LoanMove(date(2026, 4, 3), MoveKind.PAY_OUT, lent),))
    free = cash - welfare_cash(facts.rulebook.welfare, balances)
    welfare = WelfareFacts(free_low=free)
    return replace(facts, balances=balances, welfare=welfare, loans={loan.id: loan})


class TestLent:
    """What is lent from the fund is not in the box, and the heap that is counted is the rest."""

    def test_the_heap_is_what_is_not_lent(self) -> None:
        facts = lending(cash=700_000, fund=300_000, lent=120_000)
        assert welfare_cash(facts.rulebook.welfare, facts.balances) == 180_000
        assert free_cash(facts) == 520_000

    def test_what_is_lent_and_repaid_leaves_the_group_s_own_alone(self) -> None:
        facts = lending(cash=400_000, fund=300_000, lent=120_000)
        for line in (LoanPaidOut(HERS.id, 180_000), Repaid(HERS.id, 50_000)):
            moved(line, Spent(COSTS, 220_000), facts=facts)
            refused = refusal_of(line, Spent(COSTS, 220_001), facts=facts)
            assert isinstance(refused, WelfareCashApart | CashShort)

    def test_it_lends_no_more_than_lies_in_its_heap(self) -> None:
        facts = lending(cash=700_000, fund=300_000, lent=120_000)
        refused = refusal_of(LoanPaidOut(HERS.id, 180_001), facts=facts)
        assert refused == FundLentOut(fund=WELFARE, balance=300_000, lent=120_000, given=180_001)
        assert isinstance(refusal_of(FundSpent(WELFARE, 180_001), facts=facts), Refusal)
        empty = day_facts(balances={CASH: 700_000}, loans={HERS.id: HERS})
        refused = refusal_of(LoanPaidOut(HERS.id), facts=empty)
        assert refused == FundLentOut(fund=WELFARE, balance=0, lent=0, given=500_000)

    @pytest.mark.parametrize("line", [LoanPaidOut(HERS.id, 80_000), Repaid(HERS.id, 50_000)])
    def test_the_count_of_the_heap_agrees_after_it(self, line: Line) -> None:
        facts = lending(cash=700_000, fund=300_000, lent=120_000)
        entries = entries_of([line], facts)
        after = welfare_cash(facts.rulebook.welfare, balances_with(facts, entries))
        assert after == (100_000 if isinstance(line, LoanPaidOut) else 230_000)
        sheet = Sheet(MeetingId(1), 1, DAY, SheetKind.MEETING, welfare_counted=after)
        check_welfare_count(sheet, facts, entries)
        with pytest.raises(WelfareNotCounted):
            check_welfare_count(replace(sheet, welfare_counted=None), facts, entries)
        wrong = replace(sheet, welfare_counted=180_000)
        with pytest.raises(WelfareCountDiffers) as refused:
            check_welfare_count(wrong, facts, entries)
        assert (refused.value.counted, refused.value.expected) == (180_000, after)
        check_welfare_count(replace(wrong, difference_reason="ທອນຜິດ"), facts, entries)

    def test_nothing_is_counted_where_it_does_not_lie_apart(self) -> None:
        sheet = Sheet(MeetingId(1), 1, DAY, SheetKind.MEETING)
        check_welfare_count(sheet, day_facts(), ())


@given(
    st.lists(
        st.tuples(st.sampled_from(["cost", "gift", "deposit", "benefit"]), st.integers(1, 90_000)),
        max_size=12,
    )
)
def test_whatever_happens_the_fund_s_money_is_in_the_box(acts: list[tuple[str, int]]) -> None:
    facts = apart(cash=400_000, fund=300_000)
    makers: dict[str, Callable[[int], Line]] = {
        "cost": lambda kip: Spent(COSTS, kip),
        "gift": lambda kip: FundGift(WELFARE, kip),
        "deposit": lambda kip: Deposit(KHAM.id, kip + 10_000),
        "benefit": lambda kip: FundSpent(WELFARE, kip),
    }
    lines: list[Line] = []
    cash, fund = 400_000, 300_000
    for name, kip in acts:
        lines.append(makers[name](kip))
        try:
            transfers = moved(*lines, facts=facts)
        except Refusal:
            lines.pop()
            continue
        last = transfers[-1]
        cash += last.kip * (last.debit == CASH) - last.kip * (last.credit == CASH)
        fund += last.kip * (last.credit == WELFARE) - last.kip * (last.debit == WELFARE)
        assert cash >= fund >= 0


def test_an_agreed_withdrawal_waits_for_the_group_s_own_money() -> None:
    facts = apart(cash=320_000, fund=300_000)
    saving = replace(facts.rulebook.saving, withdrawal=WithdrawalRule.ANY_TIME)
    facts = replace(facts, rulebook=replace(facts.rulebook, saving=saving))
    refused = refusal_of(Withdrawal(KHAM.id, 20_001), facts=facts)
    assert refused == WelfareCashApart(day=date(2026, 4, 5), free=20_000, wanted=20_001)
