"""Who may join by the rules, and what the meeting's decision needs."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ledger.rules.admission import (
    Admission,
    AlreadyDecided,
    ApprovalMissing,
    Asked,
    Candidate,
    CandidateId,
    GuardianMissing,
    NotOfTheVillage,
    TooYoung,
    check_admission,
    check_approved,
    check_candidate,
    check_joins,
)
from ledger.rules.refusals import NameMissing
from ledger.rules.register import BeneficiariesTooMany, check_member
from ledger.rules.rulebook import PeopleRules
from tests.villages import DAY, KEO, RULES, SOMPHONE

ASKED = Asked(Candidate(CandidateId(1), DAY, KEO))
YES = Admission(CandidateId(1), DAY, "5/2026", approved=True, member=KEO.id)


def test_who_is_not_of_the_village() -> None:
    rules = PeopleRules(village_only=True)
    check_joins(rules, KEO, day=DAY)
    check_joins(PeopleRules(), KEO, day=DAY, lives_here=False)
    with pytest.raises(NotOfTheVillage):
        check_joins(rules, KEO, day=DAY, lives_here=False)


def test_an_age_counts_where_the_year_of_birth_is_known() -> None:
    rules = PeopleRules(age_min=18)
    check_joins(rules, KEO, day=DAY)
    check_joins(rules, replace(KEO, birth_year=2008), day=DAY)
    check_joins(rules, replace(KEO, birth_year=2016, born=date(2000, 5, 1)), day=DAY)
    with pytest.raises(TooYoung) as refused:
        check_joins(rules, replace(KEO, birth_year=2009), day=DAY)
    assert (refused.value.age, refused.value.least) == (17, 18)


def test_somebody_answers_for_a_child() -> None:
    for child in (replace(KEO, birth_year=2016), replace(KEO, pupil=True)):
        with pytest.raises(GuardianMissing):
            check_joins(PeopleRules(), child, day=DAY)
        check_joins(PeopleRules(), replace(child, guardian="ນາງ ດາລາ"), day=DAY)
    # In the year of her fifteenth birthday she answers for herself.
    check_joins(PeopleRules(), replace(KEO, birth_year=DAY.year - 15), day=DAY)
    with pytest.raises(GuardianMissing):
        check_joins(PeopleRules(), replace(KEO, birth_year=DAY.year - 14), day=DAY)
    check_joins(PeopleRules(age_min=18), replace(KEO, birth_year=DAY.year - 18), day=DAY)


def test_a_meeting_decides_where_the_rules_say_so() -> None:
    check_approved(PeopleRules(), KEO, "")
    check_approved(PeopleRules(approval=True), KEO, "5/2026")
    with pytest.raises(ApprovalMissing):
        check_approved(PeopleRules(approval=True), KEO, " ")


def test_a_candidate_has_a_name_and_may_join() -> None:
    check_candidate(PeopleRules(), ASKED.candidate)
    with pytest.raises(NameMissing):
        check_candidate(PeopleRules(), replace(ASKED.candidate, person=replace(KEO, name=" ")))


@pytest.mark.parametrize(
    ("asked", "change", "why"),
    [
        (replace(ASKED, admission=YES), {}, AlreadyDecided),
        (ASKED, {"decision": ""}, NameMissing),
        (ASKED, {"approved": False}, NameMissing),
    ],
)
def test_what_a_decision_needs(asked: Asked, change: dict[str, Any], why: type[Exception]) -> None:
    with pytest.raises(why):
        check_admission(asked, replace(YES, **change))


def test_a_decision_that_is_whole() -> None:
    check_admission(ASKED, YES)
    check_admission(ASKED, replace(YES, approved=False, reason="lives elsewhere"))


def test_a07_has_three_beneficiaries_at_most() -> None:
    heir = SOMPHONE.beneficiaries[0]
    four = replace(SOMPHONE, beneficiaries=(replace(heir, part=2_500),) * 4)
    rules = replace(RULES, people=PeopleRules(beneficiaries_max=3))
    check_member(four, others=(), rulebook=RULES)
    as_many = replace(RULES, people=PeopleRules(beneficiaries_max=4))
    check_member(four, others=(), rulebook=as_many)
    with pytest.raises(BeneficiariesTooMany):
        check_member(four, others=(), rulebook=rules)
