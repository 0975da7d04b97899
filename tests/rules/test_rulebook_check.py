"""Rules that cannot be carried out are refused when they are entered, with the facts."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from ledger.rules.accounts import CASH, Named, loans_of, named_account
from ledger.rules.allocation_check import (
    AccountUnknown,
    RuleDoubled,
    RuleMissing,
)
from ledger.rules.days import FIRST_DAY, LAST_DAY
from ledger.rules.kip import WHOLE
from ledger.rules.refusals import DayOutsideBooks, NameMissing, Refusal
from ledger.rules.rulebook import (
    AllocationLine,
    Ceiling,
    CeilingKind,
    DeathLoan,
    Destination,
    FundRules,
    InterestMethod,
    LineKind,
    LoanProduct,
    LoanRules,
    NamedAccount,
    PeopleRules,
    Purpose,
    Purse,
    Rulebook,
    SavingMode,
    SavingRules,
    VoluntaryRules,
    WelfareRules,
)
from ledger.rules.rulebook_check import (
    AccountMisplaced,
    ProductUnknown,
    RuleOutOfRange,
    WelfareNotLent,
    check_rulebook,
)
from ledger.rules.welfare_rules import Benefit
from tests.rules.years import ACCOUNTS, RESERVE, line, percent, rulebook, rules

PRODUCT = LoanProduct(key="ordinary", name="ເງິນກູ້ທົ່ວໄປ", rate=300)
UNKNOWN = named_account(Named.FUND, 99)
PURPOSE = Purpose(code="rice", name="ເຮັດນາ", product="ordinary")
GOOD = replace(
    rulebook(rules(percent(Destination.DIVIDEND, 10_000))),
    loans=LoanRules(products=(PRODUCT,), purposes=(PURPOSE,)),
)


def refusal(book: Rulebook) -> Refusal:
    with pytest.raises(Refusal) as refused:
        check_rulebook(book)
    return refused.value


def sharing(*lines: AllocationLine, **more: Any) -> Rulebook:
    return replace(GOOD, profit=rules(*lines, **more))


def lending(**changes: Any) -> Rulebook:
    return replace(GOOD, loans=LoanRules(products=(replace(PRODUCT, **changes),)))


def test_the_welfare_fund_is_lent_only_by_its_rule() -> None:
    product = replace(PRODUCT, fund=RESERVE)
    lent = replace(GOOD, welfare=WelfareRules(fund=RESERVE), loans=LoanRules(products=(product,)))
    assert isinstance(refusal(lent), WelfareNotLent)
    check_rulebook(replace(lent, loans=replace(lent.loans, lend_welfare=True)))


# --- ranges -------------------------------------------------------------------------------

IN_SHARES = {"mode": SavingMode.SHARES, "share_value": 50}
OUT_OF_RANGE: list[tuple[Rulebook, str]] = [
    (replace(GOOD, fiscal_year_end=0), "fiscal_year_end"),
    (replace(GOOD, fiscal_year_end=13), "fiscal_year_end"),
    (replace(GOOD, deposit_day=32), "deposit_day"),
    (replace(GOOD, closing_signatures=0), "closing_signatures"),
    (replace(GOOD, receipt_signatures=0), "receipt_signatures"),
    (replace(GOOD, voucher_signatures=7), "voucher_signatures"),
    (replace(GOOD, denominations=(0, 500)), "denominations[0]"),
    (replace(GOOD, denominations=(500, 500)), "denominations[1]"),
    (replace(GOOD, denominations=(1_000, 500)), "denominations[1]"),
    (replace(GOOD, saving=SavingRules(minimum=-1)), "saving.minimum"),
    (replace(GOOD, saving=SavingRules(minimum=10, maximum=9)), "saving.maximum"),
    (replace(GOOD, saving=SavingRules(maximum=0)), "saving.maximum"),
    (replace(GOOD, saving=SavingRules(mode=SavingMode.SHARES)), "saving.share_value"),
    (replace(GOOD, saving=SavingRules(share_value=-1)), "saving.share_value"),
    (replace(GOOD, saving=SavingRules(shares_min=0)), "saving.shares_min"),
    (replace(GOOD, saving=SavingRules(shares_min=5, shares_max=4)), "saving.shares_max"),
    (replace(GOOD, saving=SavingRules(missed_fine=-1)), "saving.missed_fine"),
    (replace(GOOD, saving=SavingRules(entry_fee=1_000_001)), "saving.entry_fee"),
    (replace(GOOD, saving=SavingRules(passbook_fee=-1)), "saving.passbook_fee"),
    (replace(GOOD, saving=SavingRules(balance_kept=-1)), "saving.balance_kept"),
    (replace(GOOD, saving=SavingRules(interest=201)), "saving.interest"),
    (replace(GOOD, welfare=WelfareRules(contribution=-1)), "welfare.contribution"),
    (replace(GOOD, welfare=WelfareRules(waiting_days=366)), "welfare.waiting_days"),
    (replace(GOOD, welfare=WelfareRules(year_begins=13)), "welfare.year_begins"),
    (replace(GOOD, loans=LoanRules(approvals=0)), "loans.approvals"),
    (replace(GOOD, loans=LoanRules(cash_kept=-1)), "loans.cash_kept"),
    (lending(rate=1_001), "loans.products[0].rate"),
    (lending(rate=10_001, method=InterestMethod.SEASON), "loans.products[0].rate"),
    (lending(months=37), "loans.products[0].months"),
    (lending(season_end=(13, 1)), "loans.products[0].season_end[0]"),
    (lending(season_end=(2, 30)), "loans.products[0].season_end[1]"),
    (
        lending(ceiling=Ceiling(CeilingKind.SAVINGS_TIMES, times=49)),
        "loans.products[0].ceiling.times",
    ),
    (
        lending(ceiling=Ceiling(CeilingKind.SAVINGS_TIMES, months_earlier=37)),
        "loans.products[0].ceiling.months_earlier",
    ),
    (lending(ceiling=Ceiling(CeilingKind.ABSOLUTE)), "loans.products[0].ceiling.kip"),
    (lending(ceiling=Ceiling(CeilingKind.STEPS)), "loans.products[0].ceiling.steps"),
    (
        lending(ceiling=Ceiling(CeilingKind.STEPS, steps=(500_000, 0))),
        "loans.products[0].ceiling.steps[1]",
    ),
    (lending(waiting_months=25), "loans.products[0].waiting_months"),
    (lending(guarantors=6), "loans.products[0].guarantors"),
    (lending(guarantees_max=0), "loans.products[0].guarantees_max"),
    (lending(at_once=0), "loans.products[0].at_once"),
    (lending(fee=-1), "loans.products[0].fee"),
    (lending(late_points=-1), "loans.products[0].late_points"),
    (lending(late_kip=-1), "loans.products[0].late_kip"),
    (lending(grace_days=31), "loans.products[0].grace_days"),
    (replace(GOOD, loans=LoanRules(reschedules=100)), "loans.reschedules"),
    (replace(GOOD, funds=FundRules(decision_from=-1)), "funds.decision_from"),
    (replace(GOOD, voluntary=VoluntaryRules(maximum=0)), "voluntary.maximum"),
    (sharing(cut_off_day=32), "profit.cut_off_day"),
    (sharing(unit=0), "profit.unit"),
    (sharing(percent(Destination.FUND, -1)), "profit.lines[0].amount"),
    (sharing(line(LineKind.FIXED, Destination.FUND, -1)), "profit.lines[0].amount"),
    (sharing(line(LineKind.REFUND_RATE, Destination.REFUND, 3_001)), "profit.lines[0].amount"),
    (sharing(line(LineKind.DIVIDEND_RATE, Destination.DIVIDEND, -1)), "profit.lines[0].amount"),
]


@pytest.mark.parametrize(("book", "place"), OUT_OF_RANGE, ids=[p for _, p in OUT_OF_RANGE])
def test_a_figure_out_of_its_range_is_refused_with_the_range(book: Rulebook, place: str) -> None:
    found = refusal(book)
    assert isinstance(found, RuleOutOfRange)
    assert found.place == place
    assert not found.least <= found.given <= found.most


def test_an_account_of_loans_is_called_by_the_fund_that_lends() -> None:
    book = GOOD
    lent = loans_of(RESERVE)
    assert book.named(lent) is None
    assert book.naming(lent) == book.named(RESERVE) == book.naming(RESERVE)


def test_the_ends_of_the_ranges_are_allowed() -> None:
    check_rulebook(
        replace(
            lending(
                rate=1_000,
                months=36,
                season_end=(2, 29),
                ceiling=Ceiling(CeilingKind.STEPS, steps=(500_000, 3_000_000)),
                waiting_months=24,
                guarantors=5,
                grace_days=30,
            ),
            fiscal_year_end=1,
            deposit_day=31,
            denominations=(1,),
            saving=SavingRules(minimum=5, maximum=5, interest=200, **IN_SHARES),  # type: ignore[arg-type]
        )
    )
    check_rulebook(lending(ceiling=Ceiling(CeilingKind.ABSOLUTE, kip=1), rate=0, months=1))
    check_rulebook(lending(ceiling=Ceiling(CeilingKind.SAVINGS_TIMES, times=3_000)))


def test_the_first_day_lies_in_our_times() -> None:
    for day in (FIRST_DAY, LAST_DAY):
        check_rulebook(replace(GOOD, valid_from=day))
    for day in (FIRST_DAY - timedelta(days=1), LAST_DAY + timedelta(days=1)):
        assert refusal(replace(GOOD, valid_from=day)) == DayOutsideBooks(day, FIRST_DAY, LAST_DAY)


# --- names, keys and places ---------------------------------------------------------------


def test_an_account_of_the_groups_own_has_one_of_its_numbers() -> None:
    book = replace(GOOD, accounts=(*ACCOUNTS, NamedAccount(CASH, "ເງິນສົດ")))
    assert refusal(book) == AccountMisplaced(place="accounts[4]", account=CASH)


@pytest.mark.parametrize(
    ("again", "key"),
    [
        (NamedAccount(RESERVE, "ອີກອັນໜຶ່ງ"), str(RESERVE)),
        (NamedAccount(UNKNOWN, "ອີກອັນໜຶ່ງ", "reserve"), "reserve"),
    ],
)
def test_no_two_accounts_share_a_number_or_a_key(again: NamedAccount, key: str) -> None:
    book = replace(GOOD, accounts=(*ACCOUNTS, again))
    assert refusal(book) == RuleDoubled("accounts", key)


def test_no_two_products_and_no_two_purposes_share_a_key() -> None:
    products = replace(GOOD, loans=replace(GOOD.loans, products=(PRODUCT, PRODUCT)))
    assert refusal(products) == RuleDoubled("loans.products", "ordinary")
    purposes = replace(GOOD, loans=replace(GOOD.loans, purposes=(PURPOSE, PURPOSE)))
    assert refusal(purposes) == RuleDoubled("loans.purposes", "rice")


@pytest.mark.parametrize(
    ("book", "what"),
    [
        (replace(GOOD, accounts=(*ACCOUNTS, NamedAccount(UNKNOWN, " "))), "accounts[4]"),
        (lending(name=""), "loans.products[0]"),
        (lending(key=""), "loans.products[0]"),
        (
            replace(GOOD, loans=replace(GOOD.loans, purposes=(replace(PURPOSE, name=""),))),
            "loans.purposes[0]",
        ),
        (
            replace(GOOD, loans=replace(GOOD.loans, purposes=(replace(PURPOSE, code=""),))),
            "loans.purposes[0]",
        ),
        (sharing(replace(percent(Destination.FUND, WHOLE), name="")), "profit.lines[0]"),
    ],
)
def test_everything_has_a_name(book: Rulebook, what: str) -> None:
    assert refusal(book) == NameMissing(what=what)


def test_a_key_of_the_catalogue_is_a_name() -> None:
    named = replace(PURPOSE, name="", key="agriculture")
    check_rulebook(replace(GOOD, loans=replace(GOOD.loans, purposes=(named,))))
    check_rulebook(sharing(replace(percent(Destination.FUND, WHOLE), name="", key="reserve")))


def test_a_purpose_points_to_a_loan_that_the_group_gives() -> None:
    lost = replace(PURPOSE, product="gold")
    book = replace(GOOD, loans=replace(GOOD.loans, purposes=(lost,)))
    assert refusal(book) == ProductUnknown(purpose="ເຮັດນາ", product="gold")


def test_a_repayment_pays_fine_interest_and_principal_each_in_its_turn() -> None:
    short = replace(GOOD, loans=LoanRules(order=(Purse.INTEREST, Purse.PRINCIPAL)))
    assert refusal(short) == RuleMissing("loans.order")
    double = replace(GOOD, loans=LoanRules(order=(Purse.FINE, Purse.FINE, Purse.INTEREST)))
    assert refusal(double) == RuleDoubled("loans.order", "fine")


def test_a_welfare_contribution_needs_a_fund_that_the_group_has() -> None:
    homeless = replace(GOOD, welfare=WelfareRules(contribution=1_000))
    assert refusal(homeless) == RuleMissing("welfare.fund")
    lost = replace(GOOD, welfare=WelfareRules(contribution=1_000, fund=UNKNOWN))
    assert refusal(lost) == AccountUnknown("welfare.fund", UNKNOWN, Named.FUND)
    check_rulebook(replace(GOOD, welfare=WelfareRules(contribution=1_000, fund=RESERVE)))


@pytest.mark.parametrize("row", [Benefit("birth", " "), Benefit("", "ເກີດລູກ")])
def test_a_row_of_the_table_has_its_code_and_a_name(row: Benefit) -> None:
    table = WelfareRules(fund=RESERVE, benefits=(Benefit("fire", "ໄຟໄໝ້"), row))
    assert refusal(replace(GOOD, welfare=table)) == NameMissing(what="welfare.benefits[1]")


def test_a_fund_that_bears_the_loans_of_the_dead_is_named() -> None:
    borne = replace(GOOD, people=PeopleRules(death_loan=DeathLoan.FUND))
    assert refusal(borne) == RuleMissing("loans.write_off_fund")
    check_rulebook(replace(borne, loans=replace(GOOD.loans, write_off_fund=RESERVE)))


def test_a_group_counts_some_notes_and_has_some_officers() -> None:
    assert refusal(replace(GOOD, denominations=())) == RuleMissing("denominations")
    assert refusal(replace(GOOD, roles=())) == RuleMissing("roles")
