"""Every choice that the ledger knows has its word in every language."""

from enum import StrEnum

import pytest

from ledger.rules import (
    accounts,
    claims,
    decisions,
    fund_rules,
    kip,
    lines,
    loan_values,
    meeting_values,
    member_life,
    months,
    opening_debts,
    paper_texts,
    people,
    permits,
    rulebook,
    welfare_rules,
)
from ledger.rules.accounts import FIXED_ACCOUNTS
from ledger.rules.transfers import Kind
from ledger.statements import arrears, saving_months, year_set
from translations import LANGUAGES, open_words
from translations.naming import account_word, key_word, word
from translations.naming_tables import CHOICES, KEYS

TOPICS: dict[str, type[StrEnum]] = {
    "kind": Kind,
    "role": people.Role,
    "role_short": people.Role,
    "act": permits.Act,
    "sex": people.Sex,
    "status": people.Status,
    "column": meeting_values.Column,
    "attendance": meeting_values.Attendance,
    "sheet_kind": meeting_values.SheetKind,
    "loan_stage": loan_values.LoanStage,
    "fee": lines.Fee,
    "dividend_way": lines.DividendWay,
    "family": accounts.Family,
    "named": accounts.Named,
    "rounding": kip.Rounding,
    "age": arrears.Age,
    "year_text": year_set.YearText,
    "loan_paper": paper_texts.LoanText,
    "slot": paper_texts.Slot,
    "saving_mode": rulebook.SavingMode,
    "missed_month": rulebook.MissedMonth,
    "withdrawal_rule": rulebook.WithdrawalRule,
    "month_state": saving_months.MonthState,
    "notice_unit": rulebook.NoticeUnit,
    "savings_product": rulebook.SavingsProduct,
    "interest_basis": rulebook.InterestBasis,
    "interest_period": rulebook.InterestPeriod,
    "interest_method": rulebook.InterestMethod,
    "month_count": rulebook.MonthCount,
    "schedule_kind": rulebook.ScheduleKind,
    "ceiling_kind": rulebook.CeilingKind,
    "purse": rulebook.Purse,
    "late_fine": rulebook.LateFine,
    "line_kind": rulebook.LineKind,
    "base": rulebook.Base,
    "destination": rulebook.Destination,
    "pool_split": rulebook.PoolSplit,
    "dividend_basis": rulebook.DividendBasis,
    "dividend_from": rulebook.DividendBasis,
    "dividend_payment": rulebook.DividendPayment,
    "loss_rule": rulebook.LossRule,
    "subject": decisions.Subject,
    "contribution_unit": welfare_rules.ContributionUnit,
    "benefit_unit": welfare_rules.BenefitUnit,
    "benefit_units": welfare_rules.BenefitUnit,
    "ladder_by": welfare_rules.LadderBy,
    "benefit_to": welfare_rules.BenefitTo,
    "claim_stage": claims.ClaimStage,
    "exit_dividend": rulebook.ExitDividend,
    "death_loan": rulebook.DeathLoan,
    "life": member_life.LifeKind,
    "month_firmness": months.MonthState,
    "level": fund_rules.Level,
    "owing": opening_debts.Owing,
}


def test_topics_and_values_are_those_of_the_ledger() -> None:
    assert {t: set(v) for t, v in CHOICES.items()} == {
        t: {member.value for member in values} for t, values in TOPICS.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_value_has_a_word_of_its_own_within_its_topic(language: str) -> None:
    words = open_words(language)
    for topic, values in CHOICES.items():
        said = [word(words, topic, value) for value in values]
        assert len(set(said)) == len(said), topic


@pytest.mark.parametrize("language", LANGUAGES)
def test_fixed_accounts_have_words_that_differ(language: str) -> None:
    words = open_words(language)
    names = [account_word(words, account) for account in FIXED_ACCOUNTS]
    assert len(set(names)) == len(names)


def test_the_groups_own_accounts() -> None:
    thai = open_words("th")
    assert account_word(thai, 3001, "ກອງທຶນສະຫວັດດີການ", "welfare") == "กองทุนสวัสดิการ"
    assert account_word(thai, 3002, "ກອງທຶນວັດ") == "ກອງທຶນວັດ"
    assert account_word(open_words("en"), 1003) == "Bank 3"
    assert account_word(open_words("en"), 1202) == "Loans lent from fund 2"
    assert account_word(open_words("en"), 1202, "ກອງທຶນວັດ") == "Lent from: ກອງທຶນວັດ"
    assert account_word(thai, 1201, "ກອງທຶນ", "welfare") == "เงินกู้จาก: กองทุนสวัสดิการ"
    with pytest.raises(ValueError, match="9000"):
        account_word(thai, 9000)


def test_a_key_nobody_knows_is_printed_as_the_group_wrote_it() -> None:
    words = open_words("lo")
    assert key_word(words, "", "ກອງທຶນວັດ") == "ກອງທຶນວັດ"
    assert key_word(words, "temple") == "temple"
    assert all(key_word(words, key) != key for key in KEYS)


def test_a_word_nobody_knows_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        word(open_words("lo"), "role", "king")
