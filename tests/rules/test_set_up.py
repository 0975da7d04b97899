"""A book begins whole or not at all."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import LOANS, OPENING, SEED_MONEY, Named, loans_of, named_account
from ledger.rules.balances import balances
from ledger.rules.contributions import VoluntaryNotKept
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import Member, MemberId, Officer, OfficerId, Role
from ledger.rules.refusals import NameMissing
from ledger.rules.rulebook import (
    Group,
    LoanProduct,
    LoanRules,
    NamedAccount,
    Rulebook,
    VoluntaryRules,
)
from ledger.rules.set_up import (
    CommitteeTooSmall,
    MemberNumberTaken,
    OpeningDiffers,
    OpeningLoan,
    OpeningLoanUnknown,
    SetUp,
    check_set_up,
    expected_cash,
    opening_day,
    opening_entries,
    opening_request,
)
from ledger.rules.transfers import LoanId

BEGIN = date(2026, 3, 5)
BANK = named_account(Named.BANK, 1)
WELFARE = named_account(Named.FUND, 1)
RULES = Rulebook(
    valid_from=BEGIN,
    resolution="1/2026",
    accounts=(NamedAccount(BANK, "ທະນາຄານ"), NamedAccount(WELFARE, "ສະຫວັດດີການ", "welfare")),
    loans=LoanRules(products=(LoanProduct(key="rice", name="ເຂົ້າ", rate=300),)),
)
KHAM = Member(id=MemberId(1), number="1", name="ຄຳ ສີວິໄລ", joined=BEGIN)
BUA = Member(id=MemberId(2), number="2", name="ບົວ ແກ້ວມະນີ", joined=BEGIN)
OFFICERS = (
    Officer(OfficerId(1), "ດາວ", Role.PRESIDENT),
    Officer(OfficerId(2), "ມາລີ", Role.ACCOUNTANT),
)
WHOLE = SetUp(
    group=Group(name="ກຸ່ມບ້ານນາ"),
    begin=BEGIN,
    rulebook=RULES,
    officers=OFFICERS,
    members=(KHAM, BUA),
    savings=((KHAM.id, 500_000), (BUA.id, 0)),
    loans=(OpeningLoan(BUA.id, "rice", "agriculture", 200_000, 6),),
    accounts=((BANK, 100_000), (WELFARE, 50_000), (SEED_MONEY, 0)),
    count=CashCount(((50_000, 5),)),
)


def test_the_cash_that_must_be_there_is_what_was_saved_less_what_was_lent_and_banked() -> None:
    assert expected_cash(WHOLE) == 500_000 + 50_000 - 200_000 - 100_000
    check_set_up(WHOLE)


def test_a_count_that_differs_by_one_kip_is_refused_with_both_figures() -> None:
    wrong = replace(WHOLE, count=CashCount(((50_000, 5), (1, 1))))
    with pytest.raises(OpeningDiffers) as refused:
        check_set_up(wrong)
    assert (refused.value.expected, refused.value.counted) == (250_000, 250_001)


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (replace(WHOLE, group=Group(name=" ")), NameMissing),
        (replace(WHOLE, officers=OFFICERS[:1]), CommitteeTooSmall),
        (replace(WHOLE, members=(KHAM, replace(BUA, name=""))), NameMissing),
        (replace(WHOLE, members=(KHAM, replace(BUA, number=" "))), NameMissing),
        (replace(WHOLE, members=(KHAM, replace(BUA, number="1"))), MemberNumberTaken),
        (replace(WHOLE, loans=(OpeningLoan(BUA.id, "gold", "", 1, 1),)), OpeningLoanUnknown),
        (replace(WHOLE, loans=(OpeningLoan(MemberId(9), "rice", "", 1, 1),)), OpeningLoanUnknown),
    ],
)
def test_a_beginning_that_is_not_whole_is_refused(wrong: SetUp, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_set_up(wrong)


def test_voluntary_savings_are_brought_in_only_where_they_are_kept() -> None:
    rich = replace(WHOLE, voluntary=((KHAM.id, 0), (BUA.id, 50_000)))
    rich = replace(rich, count=CashCount(((50_000, 6),)))
    with pytest.raises(VoluntaryNotKept):
        check_set_up(rich)
    kept = replace(RULES, voluntary=VoluntaryRules(kept=True))
    check_set_up(replace(rich, rulebook=kept))
    check_set_up(replace(WHOLE, voluntary=((KHAM.id, 0),)))


def test_the_opening_balances_stand_on_the_eve_of_the_first_month() -> None:
    assert opening_day(WHOLE) == date(2026, 2, 28)


def test_a_running_loan_goes_on_by_the_rules_of_its_product() -> None:
    request, decision = opening_request(WHOLE, WHOLE.loans[0])
    assert (request.kip, request.months, request.product.rate) == (200_000, 6, 300)
    assert decision.approved
    assert decision.approvers == ("ດາວ", "ມາລີ")
    with pytest.raises(OpeningLoanUnknown):
        opening_request(WHOLE, OpeningLoan(BUA.id, "gold", "", 1, 1))


def test_a_running_loan_stands_with_the_fund_it_was_lent_from() -> None:
    hers = replace(RULES.loans.products[0], fund=WELFARE)
    loans = replace(RULES.loans, products=(hers,))
    lent = replace(WHOLE, rulebook=replace(RULES, loans=loans))
    for set_up, account in ((WHOLE, LOANS), (lent, loans_of(WELFARE))):
        entries = opening_entries(set_up, (LoanId(1),))
        assert balances(t for e in entries for t in e.transfers)[account] == 200_000


def test_every_running_loan_has_its_number() -> None:
    for numbers in ((), (LoanId(1), LoanId(2))):
        with pytest.raises(ValueError, match="zip"):
            opening_entries(WHOLE, numbers)


def test_a_new_group_with_nothing_in_the_box_has_nothing_to_write() -> None:
    empty = replace(WHOLE, savings=(), loans=(), accounts=(), count=CashCount())
    check_set_up(empty)
    assert opening_entries(empty, ()) == ()


@given(
    saved=st.lists(st.integers(0, 10_000_000), min_size=2, max_size=2),
    lent=st.integers(1, 1_000_000),
    banked=st.integers(0, 1_000_000),
    fund=st.integers(0, 1_000_000),
)
def test_the_opening_account_is_empty_again_whatever_the_balances_are(
    saved: list[int], lent: int, banked: int, fund: int
) -> None:
    set_up = replace(
        WHOLE,
        savings=((KHAM.id, saved[0]), (BUA.id, saved[1] + 2_000_000)),
        loans=(OpeningLoan(BUA.id, "rice", "agriculture", lent, 6),),
        accounts=((BANK, banked), (WELFARE, fund)),
    )
    set_up = replace(set_up, count=CashCount(((1, expected_cash(set_up)),)))
    check_set_up(set_up)
    entries = opening_entries(set_up, (LoanId(1),))
    assert balances(t for e in entries for t in e.transfers).get(OPENING, 0) == 0
