"""Who may do what."""

import pytest

from ledger.rules.people import SET_UP, Actor, OfficerId, Role
from ledger.rules.permits import Act, NobodySignedIn, NotPermitted, check_permit, may, second_person


def person(role: Role) -> Actor:
    return Actor(OfficerId(1), "ມະນີ ໄຊຍະສານ", role)


@pytest.mark.parametrize("act", Act)
def test_president_and_accountant_do_everything_and_an_adviser_nothing(act: Act) -> None:
    check_permit(person(Role.PRESIDENT), act)
    check_permit(person(Role.ACCOUNTANT), act)
    assert not may(Role.ADVISER, act)


HER_OWN = {Act.SET_PIN, Act.DROP_PIN, Act.RESET_PIN}
"""Whoever signs anything may have a PIN."""


def test_the_auditor_signs_the_closing_and_touches_nothing_else() -> None:
    assert {act for act in Act if may(Role.AUDITOR, act)} == {Act.CLOSE_YEAR, *HER_OWN}


def test_who_may_not_is_named_with_role_and_act() -> None:
    with pytest.raises(NotPermitted) as refused:
        check_permit(person(Role.SECRETARY), Act.SIGN_SHEET)
    assert refused.value == NotPermitted(
        name="ມະນີ ໄຊຍະສານ", role=Role.SECRETARY, act=Act.SIGN_SHEET
    )


def test_the_treasurer_keeps_the_table_but_not_the_rules() -> None:
    assert may(Role.TREASURER, Act.SIGN_SHEET)
    assert may(Role.TREASURER, Act.REVERSE_ENTRY)
    assert not may(Role.TREASURER, Act.ADOPT_RULES)


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
    assert {act for act in Act if may(Role.MEMBER, act)} == decides | {Act.CLOSE_YEAR, *HER_OWN}


def test_whoever_sets_the_book_up_may_begin_it() -> None:
    check_permit(SET_UP, Act.START_BOOKS)


def test_what_undoes_locks_or_gives_up_takes_two() -> None:
    two = {act for act in Act if second_person(act)}
    assert two >= {Act.CLOSE_YEAR, Act.REOPEN_SHEET, Act.REOPEN_MONTH, Act.WRITE_OFF_LOAN}
    assert not two & {Act.PENCIL, Act.RECORD_DAY, Act.WRITE_DECISION}


def test_without_a_name_only_the_books_can_be_begun() -> None:
    check_permit(SET_UP, Act.START_BOOKS)
    with pytest.raises(NobodySignedIn) as refused:
        check_permit(SET_UP, Act.RECORD_DAY)
    assert refused.value.act is Act.RECORD_DAY
