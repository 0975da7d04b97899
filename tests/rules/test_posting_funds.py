"""Money between funds, network, bank and lenders: what each line writes, and what is refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ledger.rules.accounts import (
    BANK_FEES,
    BORROWING_INTEREST,
    CASH,
    NETWORK_DUES,
    SEED_MONEY,
    loans_of,
)
from ledger.rules.borrowing import (
    Borrowing,
    BorrowingNotRunning,
    BorrowingReceived,
    MoreThanBorrowed,
    with_move,
)
from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import FundLentOut
from ledger.rules.fund_rules import FundRules
from ledger.rules.funds import AccountClosed
from ledger.rules.lines import (
    FundGift,
    FundSpent,
    PayablePaid,
    Received,
    SeedMoney,
    Spent,
    ToBank,
)
from ledger.rules.lines_funds import BankFee, Borrowed, FundMoved, LenderPaid, NetworkDue
from ledger.rules.loan_rules import LoanProduct
from ledger.rules.posting import entries_of
from ledger.rules.posting_funds import (
    AccountNotOurs,
    BankShort,
    FundShort,
    NotAsAgreed,
    SameFund,
)
from ledger.rules.posting_group import DecisionNeeded, PayableShort
from ledger.rules.refusals import DayOutsideBooks, NameMissing
from ledger.rules.rulebook import NamedAccount
from ledger.rules.transfers import Kind, Proof
from tests.rules.posting_makers import moved, one, refusal_of
from tests.villages import (
    BANK,
    COSTS,
    DAY,
    LENDER,
    NETWORK,
    RENT,
    RESERVE,
    RULES,
    WELFARE,
    day_facts,
)

TERMS = LoanProduct(key="lender", name="ກອງທຶນເມືອງ", rate=100, months=10)
AGREED = Borrowing(LENDER, "ກອງທຶນເມືອງ", date(2026, 1, 5), 1_000_000, TERMS, "2/2026")


def facts_with(**changed: Any) -> DayFacts:
    """The village with a bank account, a lender, and money everywhere."""
    accounts = (*RULES.accounts, NamedAccount(LENDER, "ກອງທຶນເມືອງ"))
    facts = day_facts(rulebook=replace(RULES, accounts=accounts), borrowings={LENDER: AGREED})
    balances = {**facts.balances, BANK: 500_000, WELFARE: 300_000, RESERVE: 80_000, NETWORK: 9_000}
    return replace(facts, **{"balances": balances, **changed})


class TestFunds:
    def test_money_becomes_another_funds_and_no_cash_moves(self) -> None:
        line = FundMoved(WELFARE, RESERVE, 100_000, "4/2026", "ຊື້ສັງກະສີ")
        (entry,) = entries_of([line], facts_with())
        (t,) = entry.transfers
        assert (t.kind, t.debit, t.credit, t.kip) == (Kind.FUND_MOVED, WELFARE, RESERVE, 100_000)
        assert entry.note == "ຊື້ສັງກະສີ"
        assert entry.decisions == ("4/2026",)

    def test_never_without_a_decision_nor_into_itself(self) -> None:
        facts = facts_with()
        assert refusal_of(FundMoved(WELFARE, RESERVE, 1, " "), facts=facts) == NameMissing(
            what="decision"
        )
        same = FundMoved(WELFARE, WELFARE, 1, "4/2026")
        assert refusal_of(same, facts=facts) == SameFund(fund=WELFARE)
        lost = FundMoved(WELFARE, BANK, 1, "4/2026")
        assert isinstance(refusal_of(lost, facts=facts), AccountNotOurs)

    def test_never_more_than_is_free_on_this_and_every_later_day(self) -> None:
        facts = facts_with(fund_slack={WELFARE: 260_000})
        line = FundMoved(WELFARE, RESERVE, 40_001, "4/2026")
        assert refusal_of(line, facts=facts) == FundShort(WELFARE, 40_000, 40_001)
        empty = replace(facts, balances={})
        assert refusal_of(FundSpent(WELFARE, 1), facts=empty) == FundShort(WELFARE, 0, 1)
        twice = FundMoved(WELFARE, RESERVE, 25_000, "4/2026")
        assert refusal_of(twice, twice, facts=facts) == FundShort(WELFARE, 15_000, 25_000)
        back = FundMoved(RESERVE, WELFARE, 10_000, "4/2026")
        assert len(moved(twice, back, twice, facts=facts)) == 3

    def test_what_is_lent_out_is_not_spent(self) -> None:
        facts = facts_with()
        lent = replace(facts, balances={**facts.balances, loans_of(WELFARE): 250_000})
        assert refusal_of(FundSpent(WELFARE, 50_001), facts=lent) == FundLentOut(
            WELFARE, 300_000, 250_000, 50_001
        )
        assert refusal_of(FundSpent(WELFARE, 300_001), facts=lent) == FundShort(
            WELFARE, 300_000, 300_001
        )

    def test_from_the_amount_of_the_rules_on_a_decision_is_needed(self) -> None:
        facts = facts_with()
        rules = replace(facts.rulebook, funds=FundRules(decision_from=20_000))
        strict = replace(facts, rulebook=rules)
        assert one(FundSpent(WELFARE, 19_999), facts=strict)[0] is Kind.FUND_SPENT
        assert refusal_of(FundSpent(WELFARE, 20_000), facts=strict) == DecisionNeeded(
            given=20_000, least=20_000
        )
        assert one(FundSpent(WELFARE, 20_000, decision="5/2026"), facts=strict)[0]

    @pytest.mark.parametrize(
        "line",
        [
            FundGift(WELFARE, 5),
            FundSpent(WELFARE, 5),
            FundMoved(RESERVE, WELFARE, 5, "4/2026"),
            FundMoved(WELFARE, RESERVE, 5, "4/2026"),
        ],
        ids=repr,
    )
    def test_a_closed_fund_takes_and_gives_nothing(self, line: FundGift) -> None:
        facts = facts_with(closed=frozenset({WELFARE}))
        assert refusal_of(line, facts=facts) == AccountClosed(account=WELFARE)

    def test_a_gift_says_who_gave_it(self) -> None:
        (entry,) = entries_of([FundGift(WELFARE, 5, "ຢາ", "ວັດ")], facts_with())
        assert (entry.note, entry.proof) == ("ຢາ", Proof(partner="ວັດ"))


class TestStraightThroughTheBank:
    def test_money_goes_out_of_the_bank(self) -> None:
        facts = facts_with()
        for line in (
            Spent(COSTS, 5, bank=BANK),
            FundSpent(WELFARE, 5, bank=BANK),
            PayablePaid(NETWORK, 5, "", "77", BANK),
        ):
            assert one(line, facts=facts)[2] == BANK

    def test_money_comes_into_the_bank(self) -> None:
        facts = facts_with()
        for line in (
            Received(RENT, 5, bank=BANK),
            FundGift(WELFARE, 5, bank=BANK),
            SeedMoney(5, bank=BANK),
        ):
            assert one(line, facts=facts)[1] == BANK
        assert one(SeedMoney(5), facts=facts)[1:3] == (CASH, SEED_MONEY)

    def test_no_further_than_the_bank_holds(self) -> None:
        facts = facts_with(lows={BANK: 1_000})
        assert refusal_of(Spent(COSTS, 1_001, bank=BANK), facts=facts) == BankShort(
            BANK, 1_000, 1_001
        )
        assert len(moved(ToBank(BANK, 1), Spent(COSTS, 1_001, bank=BANK), facts=facts)) == 2

    def test_only_one_of_the_groups_own(self) -> None:
        refused = refusal_of(Spent(COSTS, 5, bank=WELFARE), facts=facts_with())
        assert isinstance(refused, AccountNotOurs)

    def test_a_fee_of_the_bank_is_a_cost(self) -> None:
        assert one(BankFee(BANK, 5), facts=facts_with())[:3] == (Kind.BANK_FEE, BANK_FEES, BANK)
        assert refusal_of(BankFee(BANK, 500_001), facts=facts_with()) == BankShort(
            BANK, 500_000, 500_001
        )


class TestTheNetwork:
    def test_a_monthly_contribution_is_owed_before_it_is_paid(self) -> None:
        due, paid = moved(
            NetworkDue(NETWORK, 10_000), PayablePaid(NETWORK, 19_000), facts=facts_with()
        )
        assert (due.kind, due.debit, due.credit) == (Kind.NETWORK_DUE, NETWORK_DUES, NETWORK)
        assert (paid.debit, paid.credit) == (NETWORK, CASH)

    def test_never_more_than_is_owed_on_any_day(self) -> None:
        facts = facts_with(lows={NETWORK: 2_000})
        assert refusal_of(PayablePaid(NETWORK, 2_001), facts=facts) == PayableShort(
            NETWORK, 2_000, 2_001
        )

    def test_the_receipt_stays_with_the_payment(self) -> None:
        (entry,) = entries_of([PayablePaid(NETWORK, 5, "ງວດ 1", "77")], facts_with())
        assert entry.proof == Proof(receipt="77")


class TestLenders:
    def test_the_money_comes_whole_and_once(self) -> None:
        facts = facts_with()
        assert one(Borrowed(LENDER, 1_000_000), facts=facts)[:3] == (Kind.BORROWED, CASH, LENDER)
        assert one(Borrowed(LENDER, 1_000_000, BANK), facts=facts)[1] == BANK
        twice = Borrowed(LENDER, 1_000_000)
        assert refusal_of(twice, twice, facts=facts) == BorrowingReceived(lender=LENDER)
        assert refusal_of(Borrowed(LENDER, 5), facts=facts) == NotAsAgreed(LENDER, 5, 1_000_000)

    def test_not_before_it_was_agreed(self) -> None:
        early = facts_with(day=date(2026, 1, 4))
        assert isinstance(refusal_of(Borrowed(LENDER, 1_000_000), facts=early), DayOutsideBooks)
        unknown = facts_with(borrowings={})
        assert isinstance(refusal_of(Borrowed(LENDER, 5), facts=unknown), AccountNotOurs)

    def test_a_payment_is_interest_first_and_then_principal(self) -> None:
        came = replace(AGREED, day=DAY)
        later = DAY.replace(month=DAY.month + 2)
        (receipt,) = entries_of(
            [Borrowed(LENDER, 1_000_000)], facts_with(borrowings={LENDER: came})
        )
        owed = replace(
            facts_with(day=later, last_day=later),
            borrowings={LENDER: with_move(came, receipt.transfers[0], day=DAY)},
        )
        cost, interest, principal = moved(LenderPaid(LENDER, 120_000, "9"), facts=owed)
        assert (cost.debit, cost.credit, cost.kip) == (BORROWING_INTEREST, LENDER, 20_000)
        assert (interest.debit, interest.credit, interest.kip) == (LENDER, CASH, 20_000)
        assert (principal.kind, principal.kip) == (Kind.LENDER_PRINCIPAL, 100_000)
        whole = LenderPaid(LENDER, 1_020_000)
        assert len(moved(whole, facts=replace(owed, cash_low=2_000_000))) == 3
        assert refusal_of(LenderPaid(LENDER, 1_020_001), facts=owed) == MoreThanBorrowed(
            LENDER, 1_020_001, 1_020_000
        )
        rich = replace(owed, cash_low=2_000_000)
        assert refusal_of(whole, LenderPaid(LENDER, 1), facts=rich) == BorrowingNotRunning(LENDER)

    def test_nothing_is_paid_before_the_money_came(self) -> None:
        assert refusal_of(LenderPaid(LENDER, 5), facts=facts_with()) == BorrowingNotRunning(LENDER)
