"""Who may do what, by what is usual and by what a group has agreed on."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.group_permits import (
    CHOICES,
    EDITABLE,
    FIXED,
    NeverAlone,
    Permit,
    PermitFixed,
    Permits,
    RoleNever,
    TooFewMay,
    check_permits,
    permit_of,
    usual,
)
from ledger.rules.people import SET_UP, Actor, MemberId, OfficerId, Role
from ledger.rules.permits import NEVER_ALONE, Act, NobodySignedIn, NotPermitted, usual_roles
from tests.villages import OFFICERS, TODAY

USUAL = Permits()


def person(role: Role) -> Actor:
    return Actor(OfficerId(1), "ມະນີ ໄຊຍະສານ", role)


@pytest.mark.parametrize("act", Act)
def test_president_and_accountant_do_everything_and_an_adviser_nothing(act: Act) -> None:
    USUAL.check(person(Role.PRESIDENT), act)
    USUAL.check(person(Role.ACCOUNTANT), act)
    assert not USUAL.may(Role.ADVISER, act)


HER_OWN = {Act.SET_PIN, Act.DROP_PIN, Act.RESET_PIN}
"""Whoever signs anything may have a PIN."""


def test_the_auditor_signs_the_closing_and_touches_nothing_else() -> None:
    assert {act for act in Act if USUAL.may(Role.AUDITOR, act)} == {Act.CLOSE_YEAR, *HER_OWN}


def test_who_may_not_is_named_with_role_and_act() -> None:
    with pytest.raises(NotPermitted) as refused:
        USUAL.check(person(Role.SECRETARY), Act.SIGN_SHEET)
    assert refused.value == NotPermitted(
        name="ມະນີ ໄຊຍະສານ", role=Role.SECRETARY, act=Act.SIGN_SHEET
    )


def test_the_treasurer_keeps_the_table_but_not_the_rules() -> None:
    assert USUAL.may(Role.TREASURER, Act.SIGN_SHEET)
    assert USUAL.may(Role.TREASURER, Act.REVERSE_ENTRY)
    assert not USUAL.may(Role.TREASURER, Act.ADOPT_RULES)


def test_a_committee_member_decides_and_signs_and_does_not_write() -> None:
    decides = {
        Act.DECIDE_LOAN,
        Act.RESCHEDULE_LOAN,
        Act.PAUSE_INTEREST,
        Act.WAIVE_LOAN,
        Act.WRITE_OFF_LOAN,
        Act.PASS_LOAN_ON,
        Act.DECIDE_CLAIM,
        Act.DECIDE_MEMBER,
    }
    does = {act for act in Act if USUAL.may(Role.MEMBER, act)}
    # What she signs she may print; that it was printed is written down, and nothing else.
    assert does == decides | {Act.CLOSE_YEAR, Act.PRINT_CONTRACT, *HER_OWN}


def test_whoever_sets_the_book_up_may_begin_it() -> None:
    USUAL.check(SET_UP, Act.START_BOOKS)


def test_what_undoes_locks_gives_up_or_changes_the_rules_takes_two() -> None:
    two = {act for act in Act if USUAL.two(act)}
    assert two == NEVER_ALONE
    assert two >= {
        *(Act.CLOSE_YEAR, Act.REOPEN_SHEET, Act.REOPEN_MONTH, Act.WRITE_OFF_LOAN),
        *(Act.RESTORE, Act.ADOPT_RULES, Act.CHANGE_PERMITS),
    }


def test_without_a_name_only_the_books_can_be_begun() -> None:
    with pytest.raises(NobodySignedIn) as refused:
        USUAL.check(SET_UP, Act.RECORD_DAY)
    assert refused.value.act is Act.RECORD_DAY


SECRETARY_SIGNS = permit_of(Act.SIGN_SHEET, (Role.SECRETARY, Role.PRESIDENT), two=True)


class TestWhatAGroupAgreesOn:
    def test_another_office_does_an_act_and_it_takes_two(self) -> None:
        agreed = USUAL.changed(SECRETARY_SIGNS)
        agreed.check(person(Role.SECRETARY), Act.SIGN_SHEET)
        assert agreed.two(Act.SIGN_SHEET)
        with pytest.raises(NotPermitted):
            agreed.check(person(Role.TREASURER), Act.SIGN_SHEET)
        assert agreed.of(Act.RECORD_DAY) == usual(Act.RECORD_DAY)

    def test_what_is_usual_again_leaves_nothing_behind(self) -> None:
        agreed = USUAL.changed(SECRETARY_SIGNS)
        assert agreed.changed(usual(Act.SIGN_SHEET)) == USUAL

    def test_a_later_agreement_replaces_the_older_one(self) -> None:
        later = replace(SECRETARY_SIGNS, two=False)
        assert USUAL.changed(SECRETARY_SIGNS).changed(later).own == (later,)

    def test_a_committee_of_four_is_enough(self) -> None:
        check(permit_of(Act.RECORD_DAY, (Role.ACCOUNTANT, Role.TREASURER), two=True))

    @given(st.lists(st.sampled_from(EDITABLE), max_size=6))
    def test_the_order_of_agreeing_does_not_matter(self, acts: list[Act]) -> None:
        one = other = USUAL
        for act in acts:
            one = one.changed(permit_of(act, (Role.PRESIDENT,), two=True))
        for act in reversed(acts):
            other = other.changed(permit_of(act, (Role.PRESIDENT,), two=True))
        assert one == other


def check(permit: Permit) -> None:
    check_permits(Permits((permit,)), OFFICERS, TODAY)


class TestWhatNoGroupAgreesOn:
    @pytest.mark.parametrize("act", sorted(NEVER_ALONE - FIXED))
    def test_nobody_is_alone_with_it(self, act: Act) -> None:
        with pytest.raises(NeverAlone):
            check(permit_of(act, usual_roles(act), two=False))
        assert Permits((permit_of(act, (Role.PRESIDENT,), two=False),)).two(act)

    @pytest.mark.parametrize("act", sorted(FIXED))
    def test_some_acts_are_the_same_everywhere(self, act: Act) -> None:
        with pytest.raises(PermitFixed):
            check(permit_of(act, (Role.PRESIDENT,), two=True))
        assert act not in EDITABLE

    def test_an_adviser_never_and_the_auditor_only_signs(self) -> None:
        for role in (Role.ADVISER, Role.AUDITOR):
            with pytest.raises(RoleNever):
                check(permit_of(Act.RECORD_DAY, (Role.PRESIDENT, role), two=False))
        check(permit_of(Act.CLOSE_YEAR, (Role.PRESIDENT, Role.AUDITOR), two=True))
        assert Role.ADVISER not in CHOICES

    @pytest.mark.parametrize(
        ("roles", "two", "given", "needed"),
        [
            ((), False, 0, 1),
            ((Role.SECRETARY,), False, 0, 1),
            ((Role.PRESIDENT,), True, 1, 2),
        ],
    )
    def test_somebody_in_office_must_be_able_to(
        self, roles: tuple[Role, ...], two: bool, given: int, needed: int
    ) -> None:
        with pytest.raises(TooFewMay) as refused:
            check(permit_of(Act.RECORD_DAY, roles, two=two))
        assert (refused.value.given, refused.value.needed) == (given, needed)

    def test_one_woman_with_two_offices_is_one(self) -> None:
        same = tuple(replace(officer, member=MemberId(3)) for officer in OFFICERS[:2])
        permit = permit_of(Act.RECORD_DAY, (Role.PRESIDENT, Role.ACCOUNTANT), two=True)
        with pytest.raises(TooFewMay):
            check_permits(Permits((permit,)), same, TODAY)

    def test_the_number_of_an_office_is_not_that_of_a_member(self) -> None:
        one, two = OFFICERS[:2]
        assert (one.id, one.member) == (OfficerId(1), None)
        both = (one, replace(two, member=MemberId(1)))
        permit = permit_of(Act.RECORD_DAY, (Role.PRESIDENT, Role.ACCOUNTANT), two=True)
        check_permits(Permits((permit,)), both, TODAY)

    def test_whoever_has_left_does_not_count(self) -> None:
        gone = tuple(replace(officer, until=date(2026, 1, 5)) for officer in OFFICERS)
        with pytest.raises(TooFewMay):
            check_permits(Permits((SECRETARY_SIGNS,)), gone, TODAY)
