"""The group's own accounts: what is free in them, and how they begin, change and end."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.accounts import Named, loans_of, named_account
from ledger.rules.allocation_check import AccountUnknown
from ledger.rules.funds import (
    AccountClosed,
    AccountNotEmpty,
    FundTied,
    NameTaken,
    TooManyAccounts,
    check_ending,
    low_of,
    next_account,
    rules_with,
)
from ledger.rules.refusals import NameMissing
from ledger.rules.rulebook import NamedAccount
from tests.villages import BANK, BEGIN, DAY, NETWORK, RESERVE, RULES, WELFARE, day_facts

STUDY = NamedAccount(named_account(Named.FUND, 3), "ທັດສະນະສຶກສາ")
JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


class TestTheLowest:
    def test_what_a_fund_has_lent_out_is_not_free(self) -> None:
        lent = {**day_facts().balances, WELFARE: 300_000, loans_of(WELFARE): 120_000}
        assert low_of(day_facts(balances=lent), WELFARE) == 180_000

    def test_a_later_day_that_is_written_already_counts(self) -> None:
        facts = day_facts(balances={BANK: 900, NETWORK: 700}, lows={NETWORK: 200})
        assert low_of(facts, NETWORK) == 200
        assert low_of(facts, BANK) == 900
        assert low_of(facts, RESERVE) == 0
        assert low_of(day_facts(balances={}), BANK) == 0


class TestBeginning:
    def test_the_rules_go_on_with_the_new_account_in_them(self) -> None:
        (rules,) = rules_with((RULES,), STUDY, day=JUNE, decision=" 4/2026 ")
        assert rules == replace(
            RULES, valid_from=JUNE, resolution="4/2026", accounts=(*RULES.accounts, STUDY)
        )

    def test_rules_that_are_agreed_for_later_days_get_it_too(self) -> None:
        later = replace(RULES, valid_from=JULY, resolution="3/2026", deposit_day=7)
        first, second = rules_with((RULES, later), STUDY, day=JUNE, decision="4/2026")
        assert (first.valid_from, first.resolution, first.deposit_day) == (JUNE, "4/2026", 5)
        assert (second.valid_from, second.resolution, second.deposit_day) == (JULY, "3/2026", 7)
        assert second.named(STUDY.account) == STUDY

    def test_rules_of_the_same_day_are_written_anew_once(self) -> None:
        same = replace(RULES, valid_from=JUNE, resolution="3/2026", deposit_day=7)
        (rules,) = rules_with((RULES, same), STUDY, day=JUNE, decision="4/2026")
        assert (rules.valid_from, rules.resolution, rules.deposit_day) == (JUNE, "4/2026", 7)

    def test_a_name_changes_in_its_place(self) -> None:
        renamed = NamedAccount(WELFARE, "ກອງທຶນຊ່ວຍເຫຼືອ")
        (rules,) = rules_with((RULES,), renamed, day=JUNE, decision="4/2026")
        assert rules.accounts == (renamed, *RULES.accounts[1:])

    def test_numbers_are_never_used_twice(self) -> None:
        assert next_account(Named.FUND, {WELFARE, RESERVE}) == 3003
        assert next_account(Named.FUND, {RESERVE}) == WELFARE
        assert (
            next_account(Named.BANK, {named_account(Named.BANK, n) for n in range(1, 99)}) == 1099
        )
        taken = {named_account(Named.BANK, n) for n in range(1, 100)}
        with pytest.raises(TooManyAccounts) as refused:
            next_account(Named.BANK, taken)
        assert refused.value == TooManyAccounts(kind=Named.BANK, most=99)

    def test_a_name_and_a_decision_are_needed(self) -> None:
        with pytest.raises(NameMissing) as refused:
            rules_with((RULES,), STUDY, day=JUNE, decision=" ")
        assert refused.value.what == "decision"
        with pytest.raises(NameMissing) as refused:
            rules_with((RULES,), replace(STUDY, name=" "), day=JUNE, decision="4/2026")
        assert refused.value.what == "account"

    def test_two_open_accounts_have_two_names(self) -> None:
        twin = replace(STUDY, name=RULES.accounts[1].name)
        with pytest.raises(NameTaken):
            rules_with((RULES,), twin, day=JUNE, decision="4/2026")
        closed = replace(RULES.accounts[1], closed=BEGIN)
        bare = replace(RULES, profit=replace(RULES.profit, lines=(), remainder_fund=None))
        without = replace(
            bare,
            profit=replace(bare.profit, loss_fund=None),
            accounts=(RULES.accounts[0], closed, *RULES.accounts[2:]),
        )
        (rules,) = rules_with((without,), twin, day=JUNE, decision="4/2026")
        assert rules.named(twin.account) == twin


class TestEnding:
    def test_a_fund_ends_with_its_rest(self) -> None:
        assert check_ending(day_facts(balances={WELFARE: 300_000}), WELFARE) == 300_000
        assert check_ending(day_facts(balances={}), RESERVE) == 0

    def test_what_is_lent_out_comes_back_first(self) -> None:
        balances = {WELFARE: 300_000, loans_of(WELFARE): 1}
        with pytest.raises(FundTied) as refused:
            check_ending(day_facts(balances=balances), WELFARE)
        assert refused.value == FundTied(fund=WELFARE, balance=300_000, free=299_999)

    def test_a_bank_or_a_debt_ends_at_zero(self) -> None:
        with pytest.raises(AccountNotEmpty) as refused:
            check_ending(day_facts(balances={BANK: 5}), BANK)
        assert refused.value == AccountNotEmpty(account=BANK, kip=5)
        assert check_ending(day_facts(balances={}), NETWORK) == 0

    def test_it_ends_once(self) -> None:
        with pytest.raises(AccountClosed):
            check_ending(day_facts(closed=frozenset({WELFARE})), WELFARE)

    def test_not_while_the_rules_still_need_it(self) -> None:
        closed = replace(RULES.accounts[1], closed=DAY)
        with pytest.raises(AccountUnknown) as refused:
            rules_with((RULES,), closed, day=DAY, decision="4/2026")
        assert refused.value.account == RESERVE
