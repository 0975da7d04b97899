from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import KIP_MAX
from ledger.rules.lending import (
    GuarantorForHerself,
    GuarantorNotActive,
    GuarantorOverSavings,
    GuarantorOverstretched,
    GuarantorTwice,
    LendingFacts,
    LoanKindUnknown,
    LoanOverCeiling,
    MonthsOutOfRange,
    PurposeUnknown,
    SavingsHistory,
    TermsNotOfRules,
    TooFewGuarantors,
    TooManyLoans,
    WaitingTime,
    ceiling_of,
    check_decision,
    check_pay_out,
    check_request,
)
from ledger.rules.loan_decisions import (
    ApprovalsMissing,
    ApproverTwice,
    DecisionTooEarly,
    LoanDecidedAlready,
    LoanNotApproved,
    LoanPaidOutAlready,
    MoreThanAsked,
)
from ledger.rules.loan_values import Loan, LoanDecision, LoanMove, LoanRequest, LoanStage, MoveKind
from ledger.rules.people import Member, MemberId, Status
from ledger.rules.refusals import (
    AmountOutOfRange,
    CashShort,
    MemberNotActive,
    MemberUnknown,
    NameMissing,
    Refusal,
)
from ledger.rules.rulebook import (
    Ceiling,
    CeilingKind,
    LoanProduct,
    LoanRules,
    Purpose,
    Rulebook,
    rulebook_of,
)
from ledger.rules.transfers import LoanId
from tests.rules.loan_makers import JAN_5, NOY, RICE, after, loan, member, repaid, request

TRADE = LoanProduct(
    key="trade",
    name="ຄ້າຂາຍ",
    rate=250,
    ceiling=Ceiling(kind=CeilingKind.SAVINGS_TIMES, times=300, months_earlier=3),
    waiting_months=3,
    guarantors=2,
    guarantees_max=2,
)
ILLNESS = LoanProduct(key="illness", name="ເຈັບເປັນ", rate=0, months=6, loan_class="emergency")
RULES = Rulebook(
    valid_from=date(2020, 1, 1),
    resolution="1",
    loans=LoanRules(
        products=(TRADE, ILLNESS),
        purposes=(
            Purpose(code="trade", name="ຄ້າຂາຍ", product="trade"),
            Purpose(code="illness", name="ເຈັບເປັນ", product="illness"),
        ),
        approvals=2,
        cash_kept=300_000,
    ),
)
NAMES = {1: "ນາງ ນ້ອຍ", 2: "ນາງ ຄໍາ", 3: "ທ້າວ ບຸນ", 4: "ນາງ ໄໝ"}
MEMBERS: Mapping[MemberId, Member] = {
    MemberId(number): member(number, name) for number, name in NAMES.items()
}
KHAM, BOUN, MAI = (MEMBERS[MemberId(number)] for number in (2, 3, 4))
FACTS = LendingFacts(
    day=JAN_5,
    rulebook=RULES,
    members=MEMBERS,
    since=date(2025, 1, 5),
    savings=SavingsHistory(now=900_000, earlier=500_000, lowest=400_000),
)
ASKED = replace(request(TRADE, 1_500_000), purpose="trade", guarantors=(KHAM.id, BOUN.id))
DECISION = LoanDecision(
    day=JAN_5, number="3/2026", approved=True, kip=1_500_000, approvers=("ບຸນມີ", "ຄໍາຫຼ້າ")
)
REQUESTED = Loan(id=LoanId(1), number="2026-001", request=ASKED)


def refusal(asked: LoanRequest, facts: LendingFacts = FACTS) -> Refusal:
    with pytest.raises(Refusal) as refused:
        check_request(asked, facts)
    return refused.value


def with_member(changed: Member) -> LendingFacts:
    return replace(FACTS, members={**MEMBERS, changed.id: changed})


# --- the ceiling ----------------------------------------------------------------------------


def test_a_rice_loan_of_pakhon_is_ten_times_the_savings_of_an_earlier_day() -> None:
    rice = replace(
        RICE, ceiling=Ceiling(kind=CeilingKind.SAVINGS_TIMES, times=1_000, months_earlier=4)
    )
    savings = SavingsHistory(now=90_000, earlier=60_000, lowest=40_000)
    assert ceiling_of(rice, savings=savings, loans_before=0) == 600_000


@pytest.mark.parametrize(
    ("ceiling", "most"),
    [
        (Ceiling(), None),
        (Ceiling(kind=CeilingKind.SAVINGS_TIMES, times=50), 450_000),
        (Ceiling(kind=CeilingKind.SAVINGS_TIMES, times=150, months_earlier=3), 750_000),
        (
            Ceiling(kind=CeilingKind.SAVINGS_TIMES, months_earlier=3, lowest_of_months=True),
            1_200_000,
        ),
        (Ceiling(kind=CeilingKind.ABSOLUTE, kip=2_000_000), 2_000_000),
        (Ceiling(kind=CeilingKind.STEPS), 0),
    ],
)
def test_each_kind_of_ceiling(ceiling: Ceiling, most: int | None) -> None:
    product = replace(TRADE, ceiling=ceiling)
    assert ceiling_of(product, savings=FACTS.savings, loans_before=0) == most


@pytest.mark.parametrize(
    ("before", "most"), [(0, 500_000), (1, 3_000_000), (2, 3_000_000), (9, 3_000_000)]
)
def test_the_first_loan_of_a_village_credit_scheme_is_small(before: int, most: int) -> None:
    steps = Ceiling(kind=CeilingKind.STEPS, steps=(500_000, 3_000_000))
    product = replace(TRADE, ceiling=steps)
    assert ceiling_of(product, savings=SavingsHistory(), loans_before=before) == most


# --- the request ----------------------------------------------------------------------------


def test_a_request_within_the_rules_is_taken_in_silence() -> None:
    check_request(ASKED, FACTS)


def test_one_kip_over_the_ceiling_is_refused_with_what_it_was_reckoned_on() -> None:
    assert refusal(replace(ASKED, kip=1_500_001)) == LoanOverCeiling(
        given=1_500_001,
        most=1_500_000,
        ceiling=TRADE.ceiling,
        savings=500_000,
        loan_number=1,
    )


@pytest.mark.parametrize("kip", [0, -1, 10_000_000_000_000])
def test_an_amount_that_no_loan_can_have(kip: int) -> None:
    assert isinstance(refusal(replace(ASKED, kip=kip)), AmountOutOfRange)


def test_from_one_kip_to_the_largest_amount() -> None:
    free = replace(TRADE, ceiling=Ceiling())
    facts = replace(FACTS, rulebook=replace(RULES, loans=replace(RULES.loans, products=(free,))))
    for kip in (1, KIP_MAX):
        check_request(replace(ASKED, product=free, kip=kip), facts)


def test_somebody_not_in_the_register_cannot_borrow() -> None:
    stranger = replace(ASKED, member=MemberId(99))
    assert refusal(stranger) == MemberUnknown(member=MemberId(99))


@pytest.mark.parametrize("status", [Status.ON_LEAVE, Status.LEFT, Status.DIED])
def test_only_an_active_member_borrows(status: Status) -> None:
    gone = replace(MEMBERS[NOY], status=status)
    assert refusal(ASKED, with_member(gone)) == MemberNotActive(member=gone.told, status=status)


def test_a_kind_of_loan_that_the_group_does_not_give() -> None:
    other = replace(ASKED, product=replace(TRADE, key="cattle", name="ງົວ"))
    assert refusal(other) == LoanKindUnknown(product="ງົວ")


def test_ratanak_samaki_lends_at_the_new_rate_from_its_day_on() -> None:
    """The rate fell from 3 % to 2.5 %: a new request at 3 % is refused, also an hour later."""
    old = replace(TRADE, rate=300)
    rulebooks = (
        replace(RULES, loans=replace(RULES.loans, products=(old, ILLNESS))),
        replace(RULES, valid_from=date(2026, 1, 1)),
    )
    before = replace(FACTS, rulebook=rulebook_of(rulebooks, date(2025, 12, 31)))
    since = replace(FACTS, rulebook=rulebook_of(rulebooks, JAN_5))
    check_request(replace(ASKED, product=old), before)
    check_request(ASKED, since)
    assert refusal(replace(ASKED, product=old), since) == TermsNotOfRules(product=TRADE.name)


def test_the_purpose_is_one_of_the_groups_list() -> None:
    assert refusal(replace(ASKED, purpose="")) == PurposeUnknown(purpose="")
    free = replace(FACTS, rulebook=replace(RULES, loans=replace(RULES.loans, purposes=())))
    check_request(replace(ASKED, purpose="whatever"), free)


@pytest.mark.parametrize("months", [0, 13])
def test_a_loan_runs_a_month_at_least_and_no_longer_than_the_rules_say(months: int) -> None:
    assert refusal(replace(ASKED, months=months)) == MonthsOutOfRange(given=months, most=12)
    for allowed in (1, 12):
        check_request(replace(ASKED, months=allowed), FACTS)


def test_a_loan_until_the_harvest_has_no_months() -> None:
    harvest = replace(TRADE, season_end=(1, 31))
    rules = replace(RULES, loans=replace(RULES.loans, products=(harvest,)))
    check_request(replace(ASKED, product=harvest, months=0), replace(FACTS, rulebook=rules))


def test_she_saves_three_months_before_she_borrows() -> None:
    new = replace(FACTS, since=date(2025, 10, 6))
    assert refusal(ASKED, new) == WaitingTime(months=3, until=date(2026, 1, 6))
    check_request(ASKED, replace(new, day=date(2026, 1, 6)))


def test_one_loan_at_a_time_and_one_more_for_an_illness() -> None:
    trade = loan(TRADE, 1_000_000)
    second = replace(FACTS, loans=(trade,))
    assert refusal(ASKED, second) == TooManyLoans(loan_class="ordinary", running=1, most=1)
    ill = replace(ASKED, product=ILLNESS, purpose="illness", months=6, guarantors=())
    check_request(ill, second)


def test_a_request_that_waits_counts_and_what_is_over_does_not() -> None:
    waiting = replace(loan(TRADE, 1_000_000), decision=None, moves=())
    assert isinstance(refusal(ASKED, replace(FACTS, loans=(waiting,))), TooManyLoans)
    over = loan(TRADE, 1_000_000, repaid(JAN_5, 1_000_000))
    no = replace(waiting, decision=replace(DECISION, approved=False))
    check_request(ASKED, replace(FACTS, loans=(over, no)))


# --- who stands for her ---------------------------------------------------------------------


def test_too_few_stand_for_her() -> None:
    assert refusal(replace(ASKED, guarantors=(KHAM.id,))) == TooFewGuarantors(given=1, wanted=2)


def test_nobody_stands_for_herself_or_twice() -> None:
    herself = replace(ASKED, guarantors=(KHAM.id, NOY))
    assert refusal(herself) == GuarantorForHerself(member=MEMBERS[NOY].told)
    twice = replace(ASKED, guarantors=(KHAM.id, KHAM.id))
    assert refusal(twice) == GuarantorTwice(member=KHAM.told)


def test_who_stands_for_nobody_yet_answers_with_what_she_has_saved() -> None:
    once = replace(TRADE, guarantees_max=1, guarantee_times=300)
    facts = replace(FACTS, rulebook=replace(RULES, loans=replace(RULES.loans, products=(once,))))
    asked = replace(ASKED, product=once, kip=300)
    check_request(asked, replace(facts, saved={KHAM.id: 100, BOUN.id: 100}))
    refused = refusal(asked, replace(facts, saved={KHAM.id: 100}))
    assert refused == GuarantorOverSavings(member=BOUN.told, given=300, most=0, savings=0)


def test_who_stands_for_two_already_cannot_stand_for_a_third() -> None:
    one = replace(FACTS, guarantees={KHAM.id: 1, BOUN.id: 1, MAI.id: 2})
    check_request(ASKED, one)
    asked = replace(ASKED, guarantors=(KHAM.id, MAI.id))
    assert refusal(asked, one) == GuarantorOverstretched(member=MAI.told, running=2, most=2)


def test_who_has_left_stands_for_nobody() -> None:
    left = replace(BOUN, status=Status.LEFT)
    assert refusal(ASKED, with_member(left)) == GuarantorNotActive(
        member=BOUN.told, status=Status.LEFT
    )
    stranger = replace(ASKED, guarantors=(KHAM.id, MemberId(99)))
    assert refusal(stranger) == MemberUnknown(member=MemberId(99))


# --- the committee --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "decision",
    [
        DECISION,
        replace(DECISION, kip=1, approvers=("ບຸນມີ", "ຄໍາຫຼ້າ", "ຈັນທາ")),
        replace(DECISION, against=("ຈັນທາ",)),
        LoanDecision(day=JAN_5, number="3/2026", approved=False, kip=0, reason="ເງິນບໍ່ພໍ"),
    ],
)
def test_decisions_that_the_rules_take(decision: LoanDecision) -> None:
    check_decision(decision, REQUESTED, RULES)


@pytest.mark.parametrize(
    ("decision", "refused"),
    [
        (replace(DECISION, number=" "), NameMissing(what="decision")),
        (
            replace(DECISION, day=after(JAN_5, -1)),
            DecisionTooEarly(decided=after(JAN_5, -1), requested=JAN_5),
        ),
        (replace(DECISION, kip=0), AmountOutOfRange(given=0, most=1_500_000)),
        (replace(DECISION, kip=1_500_001), MoreThanAsked(given=1_500_001, asked=1_500_000)),
        (replace(DECISION, approvers=("ບຸນມີ", "")), ApprovalsMissing(given=1, wanted=2)),
        (replace(DECISION, approvers=("ບຸນມີ", " ບຸນມີ")), ApproverTwice(name="ບຸນມີ")),
        (replace(DECISION, against=("ບຸນມີ",)), ApproverTwice(name="ບຸນມີ")),
        (replace(DECISION, approved=False, reason=" "), NameMissing(what="reason")),
    ],
)
def test_decisions_that_the_rules_do_not_take(decision: LoanDecision, refused: Refusal) -> None:
    with pytest.raises(Refusal) as raised:
        check_decision(decision, REQUESTED, RULES)
    assert raised.value == refused


def test_the_committee_decides_once() -> None:
    with pytest.raises(LoanDecidedAlready):
        check_decision(DECISION, replace(REQUESTED, decision=DECISION), RULES)


# --- the pay-out ----------------------------------------------------------------------------


def day_facts(day: date, cash_low: int) -> DayFacts:
    return DayFacts(
        day=day,
        rulebook=RULES,
        first_day=date(2026, 1, 1),
        last_day=date(2026, 12, 31),
        books_begin=date(2025, 1, 1),
        balances={},
        cash_low=cash_low,
        members=MEMBERS,
        savings={},
    )


def test_an_approved_loan_is_handed_over_when_enough_stays_in_the_box() -> None:
    approved = replace(REQUESTED, decision=DECISION)
    check_pay_out(approved, day_facts(JAN_5, 1_800_000))
    with pytest.raises(CashShort) as refused:
        check_pay_out(approved, day_facts(JAN_5, 1_799_999))
    assert refused.value == CashShort(day=JAN_5, cash=1_799_999, wanted=1_500_000, kept=300_000)


@pytest.mark.parametrize(
    ("decision", "day", "stage"),
    [
        (None, JAN_5, LoanStage.REQUESTED),
        (replace(DECISION, approved=False), JAN_5, LoanStage.REFUSED),
        (DECISION, after(JAN_5, -1), LoanStage.REQUESTED),
    ],
)
def test_nothing_is_handed_over_before_it_is_approved(
    decision: LoanDecision | None, day: date, stage: LoanStage
) -> None:
    with pytest.raises(LoanNotApproved) as refused:
        check_pay_out(replace(REQUESTED, decision=decision), day_facts(day, 9_000_000))
    assert refused.value == LoanNotApproved(number="2026-001", stage=stage)


def test_a_loan_is_handed_over_once_but_again_after_it_was_taken_back() -> None:
    out = LoanMove(after(JAN_5, 1), MoveKind.PAY_OUT, 1_500_000)
    paid = replace(REQUESTED, decision=DECISION, moves=(out,))
    with pytest.raises(LoanPaidOutAlready):
        check_pay_out(paid, day_facts(JAN_5, 9_000_000))
    back = replace(paid, moves=(out, replace(out, kip=-1_500_000)))
    check_pay_out(back, day_facts(after(JAN_5, 2), 9_000_000))
