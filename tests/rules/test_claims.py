"""Claims to the welfare fund, by the table that was written down in Trat."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.claim_checks import (
    ClaimDaysMisfit,
    ClaimDecidedAlready,
    ClaimDecisionTooEarly,
    ClaimDoubled,
    ClaimUnitsMissing,
    ConfirmationsMissing,
    ConfirmerTwice,
    ConfirmerUnknown,
    EvidenceMissing,
    NothingLeftToClaim,
    check_claim,
    check_claim_decision,
)
from ledger.rules.claims import ClaimStage, ReckonStep, units_between
from ledger.rules.days import Month
from ledger.rules.pensions import pensions_due
from ledger.rules.people import Status
from ledger.rules.reckoning import BelowLadder, BirthDayMissing, TooYoung, reckon
from ledger.rules.refusals import MemberNotActive, NameMissing
from ledger.rules.welfare_dues import BenefitTooEarly, NotInWelfare, WelfareNotKept
from ledger.rules.welfare_rules import Benefit, BenefitStep, BenefitUnit, LadderBy, WelfareRules
from tests.rules.welfare_makers import (
    APPROVED,
    BAHT,
    DAO,
    DAY,
    NAMES,
    REFUSED,
    SAP_ANAN,
    TRAT,
    asked,
    claim_of,
    facts_of,
)
from tests.villages import OFFICERS

JULY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("unit", "age", "pension"),
    [
        (BenefitUnit.MONTH, 1, True),
        (BenefitUnit.MONTH, 0, False),
        (BenefitUnit.YEAR, 60, False),
        (BenefitUnit.EVENT, 0, False),
    ],
)
def test_a_pension_is_paid_by_the_month_to_the_old(
    unit: BenefitUnit, age: int, *, pension: bool
) -> None:
    assert Benefit("any", "ໃດກໍໄດ້", unit=unit, age_least=age).is_pension is pension


class TestTrat:
    """Domain §8.1, A6: 1 baht a day, 180 days, birth 500, nights 100 up to 20, 2,000 a year."""

    def test_a_birth_is_500_baht_for_the_child(self) -> None:
        reckoning = check_claim(asked("birth", JULY), facts_of())
        assert reckoning.kip == 500 * BAHT

    def test_seven_nights_are_700_baht(self) -> None:
        reckoning = check_claim(asked("hospital", JULY, date(2026, 7, 8)), facts_of())
        assert [(r.step, r.units, r.kip, r.used, r.total) for r in reckoning.rows] == [
            (ReckonStep.UNITS, 7, 100 * BAHT, 0, 700 * BAHT),
            (ReckonStep.YEAR_MOST, 0, 2_000 * BAHT, 0, 700 * BAHT),
        ]

    def test_of_25_nights_twenty_are_counted(self) -> None:
        reckoning = check_claim(asked("hospital", JULY, date(2026, 7, 26)), facts_of())
        assert reckoning.rows[0].step is ReckonStep.UNITS_MOST
        assert reckoning.kip == 2_000 * BAHT

    def test_a_second_stay_gets_what_the_year_has_left(self) -> None:
        before = claim_of(1, asked("hospital", date(2026, 2, 1), date(2026, 2, 16)), 1_500 * BAHT)
        request = asked("hospital", JULY, date(2026, 7, 11))
        reckoning = check_claim(request, facts_of(before))
        assert (reckoning.kip, reckoning.rows[-1].used) == (500 * BAHT, 1_500 * BAHT)

    def test_a_year_that_is_used_up_gives_nothing_more(self) -> None:
        before = claim_of(1, asked("hospital", date(2026, 2, 1), date(2026, 2, 21)), 2_000 * BAHT)
        with pytest.raises(NothingLeftToClaim) as refused:
            check_claim(asked("hospital", JULY, date(2026, 7, 3)), facts_of(before))
        assert (refused.value.limit, refused.value.used) == (2_000 * BAHT, 2_000 * BAHT)

    def test_the_last_kip_of_a_limit_can_be_claimed(self) -> None:
        stay = asked("hospital", date(2026, 2, 1), date(2026, 2, 21))
        before = claim_of(1, stay, 2_000 * BAHT - 1)
        assert check_claim(asked("hospital", JULY, date(2026, 7, 3)), facts_of(before)).kip == 1

    def test_what_was_refused_or_lies_in_another_year_uses_nothing(self) -> None:
        stay = asked("hospital", date(2026, 2, 1), date(2026, 2, 21))
        last_year = replace(stay, first=date(2025, 12, 1), last=date(2025, 12, 21))
        claims = (
            claim_of(1, stay, 2_000 * BAHT, decision=REFUSED),
            claim_of(2, last_year, 2_000 * BAHT),
            claim_of(3, asked("birth", date(2026, 2, 1)), 500 * BAHT),
        )
        request = asked("hospital", JULY, date(2026, 7, 3))
        assert check_claim(request, facts_of(*claims)).kip == 200 * BAHT

    @pytest.mark.parametrize(
        ("years", "baht"),
        [(15, 300), (19, 300), (20, 400), (25, 500), (30, 600), (35, 700), (40, 800), (45, 900)],
    )
    def test_the_pension_goes_up_with_the_years_of_saving(self, years: int, baht: int) -> None:
        member = replace(DAO, joined=date(2026 - years, 7, 1))
        assert check_claim(asked("old_age", JULY), facts_of(member=member)).kip == baht * BAHT

    def test_the_pension_begins_at_sixty_and_after_fifteen_years(self) -> None:
        young = replace(DAO, born=date(1966, 7, 2))
        with pytest.raises(TooYoung) as refused:
            check_claim(asked("old_age", JULY), facts_of(member=young))
        assert (refused.value.years, refused.value.least) == (59, 60)
        check_claim(asked("old_age", JULY), facts_of(member=replace(DAO, born=date(1966, 7, 1))))
        new = replace(DAO, joined=date(2011, 7, 2))
        with pytest.raises(BelowLadder) as below:
            check_claim(asked("old_age", JULY), facts_of(member=new))
        assert (below.value.years, below.value.least) == (14, 15)
        with pytest.raises(BirthDayMissing):
            check_claim(asked("old_age", JULY), facts_of(member=replace(DAO, born=None)))

    def test_benefits_begin_on_the_hundred_and_eighty_first_day(self) -> None:
        first = JULY - timedelta(days=180)
        check_claim(asked("birth", JULY), facts_of(member=replace(DAO, joined=first)))
        late = replace(DAO, joined=first + timedelta(days=1))
        with pytest.raises(BenefitTooEarly) as refused:
            check_claim(asked("birth", JULY), facts_of(member=late))
        assert refused.value.first == JULY + timedelta(days=1)


def test_sap_anan_asks_for_a_whole_year_of_membership() -> None:
    member = replace(DAO, welfare_since=date(2025, 9, 30))
    request = asked("fire", date(2026, 9, 30), rulebook=SAP_ANAN, day=date(2026, 9, 30))
    assert check_claim(request, facts_of(member=member, rulebook=SAP_ANAN)).kip == 2_000 * BAHT
    early = replace(request, first=date(2026, 9, 29))
    with pytest.raises(BenefitTooEarly):
        check_claim(early, facts_of(member=member, rulebook=SAP_ANAN))


def test_sap_anan_pays_the_heirs_by_years_in_the_fund() -> None:
    dead = replace(DAO, welfare_since=date(2022, 1, 1), status=Status.DIED)
    request = asked("death", JULY, rulebook=SAP_ANAN)
    assert check_claim(request, facts_of(member=dead, rulebook=SAP_ANAN)).kip == 5_000 * BAHT
    with pytest.raises(MemberNotActive):
        check_claim(
            asked("fire", JULY, rulebook=SAP_ANAN), facts_of(member=dead, rulebook=SAP_ANAN)
        )


class TestWhatIsRefused:
    def test_days_that_do_not_fit(self) -> None:
        for first, last in ((JULY, date(2026, 6, 30)), (JULY, DAY + timedelta(days=1))):
            request = replace(asked("hospital", JULY), first=first, last=last, units=1)
            with pytest.raises(ClaimDaysMisfit):
                check_claim(request, facts_of())

    def test_no_night_at_all(self) -> None:
        with pytest.raises(ClaimUnitsMissing):
            check_claim(asked("hospital", JULY), facts_of())

    def test_no_evidence(self) -> None:
        with pytest.raises(EvidenceMissing):
            check_claim(asked("birth", JULY, evidence=" "), facts_of())

    def test_no_fund_and_nobody_of_it(self) -> None:
        none = replace(TRAT, welfare=WelfareRules())
        with pytest.raises(WelfareNotKept):
            check_claim(asked("birth", JULY), facts_of(rulebook=none))
        gone = replace(DAO, welfare_until=date(2026, 6, 30))
        with pytest.raises(NotInWelfare):
            check_claim(asked("birth", JULY), facts_of(member=gone))

    def test_one_event_twice(self) -> None:
        before = claim_of(1, asked("birth", JULY), 500 * BAHT)
        with pytest.raises(ClaimDoubled) as refused:
            check_claim(asked("birth", JULY), facts_of(before))
        assert refused.value.number == "W2026-001"

    def test_who_comes_back_to_hospital_on_the_same_day_slept_each_night_once(self) -> None:
        before = claim_of(1, asked("hospital", JULY, date(2026, 7, 4)), 300 * BAHT)
        check_claim(asked("hospital", date(2026, 7, 4), date(2026, 7, 6)), facts_of(before))
        check_claim(asked("hospital", date(2026, 6, 28), JULY), facts_of(before))
        with pytest.raises(ClaimDoubled):
            check_claim(asked("hospital", date(2026, 7, 3), date(2026, 7, 6)), facts_of(before))


class TestDecisions:
    CLAIM = claim_of(1, asked("birth", JULY), 500 * BAHT)

    def test_three_officers_confirm(self) -> None:
        check_claim_decision(APPROVED, self.CLAIM, OFFICERS)
        two = replace(APPROVED, confirmers=(*NAMES[:2], " "))
        with pytest.raises(ConfirmationsMissing) as refused:
            check_claim_decision(two, self.CLAIM, OFFICERS)
        assert (refused.value.given, refused.value.wanted) == (2, 3)

    def test_each_of_them_once_and_in_office(self) -> None:
        twice = replace(APPROVED, confirmers=(NAMES[0], NAMES[0], NAMES[1]))
        with pytest.raises(ConfirmerTwice):
            check_claim_decision(twice, self.CLAIM, OFFICERS)
        stranger = replace(APPROVED, confirmers=(*NAMES[:2], "ໃຜບໍ່ຮູ້"))
        with pytest.raises(ConfirmerUnknown):
            check_claim_decision(stranger, self.CLAIM, OFFICERS)

    def test_a_number_a_day_and_for_a_refusal_the_reason(self) -> None:
        check_claim_decision(REFUSED, self.CLAIM, OFFICERS)
        for wrong, what in (
            (replace(APPROVED, number=" "), "decision"),
            (replace(REFUSED, reason=""), "reason"),
        ):
            with pytest.raises(NameMissing) as refused:
                check_claim_decision(wrong, self.CLAIM, OFFICERS)
            assert refused.value.what == what
        early = replace(APPROVED, day=DAY - timedelta(days=1))
        with pytest.raises(ClaimDecisionTooEarly):
            check_claim_decision(early, self.CLAIM, OFFICERS)

    def test_once(self) -> None:
        with pytest.raises(ClaimDecidedAlready):
            check_claim_decision(APPROVED, replace(self.CLAIM, decision=REFUSED), OFFICERS)

    def test_the_stage_follows(self) -> None:
        stages = [
            self.CLAIM,
            replace(self.CLAIM, decision=REFUSED),
            replace(self.CLAIM, decision=APPROVED),
            replace(self.CLAIM, decision=APPROVED, paid=DAY),
        ]
        assert [claim.stage for claim in stages] == [
            ClaimStage.ASKED,
            ClaimStage.REFUSED,
            ClaimStage.APPROVED,
            ClaimStage.PAID,
        ]


@pytest.mark.parametrize(
    ("unit", "last", "units"),
    [
        (BenefitUnit.EVENT, 8, 1),
        (BenefitUnit.DAY, 8, 8),
        (BenefitUnit.NIGHT, 8, 7),
        (BenefitUnit.WEEK, 14, 2),
        (BenefitUnit.WEEK, 13, 1),
        (BenefitUnit.MONTH, 31, 1),
        (BenefitUnit.YEAR, 31, 1),
    ],
)
def test_units_between_the_first_of_july_and_another_day(
    unit: BenefitUnit, last: int, units: int
) -> None:
    assert units_between(unit, JULY, date(2026, 7, last)) == units


def test_a_limit_for_each_event_and_ladders_by_age_and_years_in_the_fund() -> None:
    steps = (BenefitStep(0, 100), BenefitStep(60, 300))
    benefit = Benefit("ill", "ill", unit=BenefitUnit.DAY, event_most=500, ladder=LadderBy.AGE)
    benefit = replace(benefit, steps=steps)
    rules = replace(TRAT, welfare=replace(TRAT.welfare, benefits=(benefit,)))
    request = asked("ill", JULY, date(2026, 7, 3), rulebook=rules)
    reckoning = check_claim(request, facts_of(rulebook=rules))
    assert [(r.step, r.total) for r in reckoning.rows] == [
        (ReckonStep.UNITS, 900),
        (ReckonStep.EVENT_MOST, 500),
    ]
    young = replace(DAO, born=date(2000, 1, 1))
    assert check_claim(request, facts_of(member=young, rulebook=rules)).kip == 300


@pytest.mark.parametrize(
    ("by", "kip"), [(LadderBy.WELFARE_YEARS, 100), (LadderBy.SAVING_YEARS, 500)]
)
def test_the_years_in_the_fund_are_not_those_of_saving(by: LadderBy, kip: int) -> None:
    steps = (BenefitStep(0, 100), BenefitStep(10, 500))
    benefit = Benefit("fire", "fire", ladder=by, steps=steps)
    rules = replace(TRAT, welfare=replace(TRAT.welfare, benefits=(benefit,)))
    member = replace(DAO, joined=date(2010, 1, 5), welfare_since=date(2020, 1, 5))
    request = asked("fire", JULY, rulebook=rules)
    assert check_claim(request, facts_of(member=member, rulebook=rules)).kip == kip


KIP = st.integers(0, 10_000_000)


@given(st.integers(1, 400), KIP, KIP, st.tuples(st.integers(0, 400), KIP, KIP))
def test_no_limit_is_ever_passed_and_the_last_line_says_the_sum(
    units: int, rate: int, used: int, limits: tuple[int, int, int]
) -> None:
    most, event, year = limits
    benefit = Benefit("x", "x", units_most=most, event_most=event, year_most=year)
    reckoning = reckon(benefit, units=units, rate=rate, used=used)
    assert 0 <= reckoning.kip <= units * rate
    assert reckoning.rows[-1].total == reckoning.kip
    assert not most or reckoning.kip <= most * rate
    assert not event or reckoning.kip <= event
    assert not year or reckoning.kip + used <= max(year, used)


def test_the_pensions_of_a_month_are_those_of_the_old_who_have_not_had_them() -> None:
    old = replace(DAO, id=DAO.id, number="1")
    members = (
        old,
        replace(DAO, id=type(DAO.id)(2), born=date(1980, 1, 1)),
        replace(DAO, id=type(DAO.id)(3), born=None),
        replace(DAO, id=type(DAO.id)(4), status=Status.ON_LEAVE),
        replace(DAO, id=type(DAO.id)(5), joined=date(2020, 1, 1)),
    )
    month = Month(2026, 7)
    due = pensions_due(TRAT, members, {}, month=month, day=DAY)
    assert [(request.member, reckoning.kip) for request, reckoning in due] == [(1, 600 * BAHT)]
    had = {old.id: (claim_of(1, due[0][0], 600 * BAHT),)}
    assert pensions_due(TRAT, members, had, month=month, day=DAY) == ()
    assert len(pensions_due(TRAT, members, had, month=Month(2026, 8), day=DAY)) == 1


def test_a_limit_that_is_just_reached_takes_nothing_away() -> None:
    benefit = Benefit("x", "x", units_most=5, event_most=500, year_most=500)
    reached = reckon(benefit, units=5, rate=100, used=0)
    assert [(row.step, row.total) for row in reached.rows] == [
        (ReckonStep.UNITS, 500),
        (ReckonStep.YEAR_MOST, 500),
    ]
    above = reckon(benefit, units=6, rate=101, used=499)
    assert [(row.step, row.total) for row in above.rows] == [
        (ReckonStep.UNITS_MOST, 505),
        (ReckonStep.UNITS, 505),
        (ReckonStep.EVENT_MOST, 500),
        (ReckonStep.YEAR_MOST, 1),
    ]
