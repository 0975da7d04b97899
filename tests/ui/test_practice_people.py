"""Who lives in the practice village: what is invented of them does not contradict itself."""

from datetime import date

from ui.practice_people import BEGIN, joining, practice_facts


def test_whoever_brought_savings_from_the_old_book_had_joined_before() -> None:
    """Her passbook begins with what she had: the cover must not say that she joined later."""
    set_up = practice_facts().set_up
    brought = {member for member, kip in set_up.savings if kip}
    assert brought == {member.id for member in set_up.members}
    assert set_up.group.founded is not None
    for member in set_up.members:
        assert set_up.group.founded < member.joined < BEGIN, member.number
        assert member.welfare_since is None or member.joined <= member.welfare_since


def test_nobody_is_in_the_welfare_fund_before_she_joins_the_group() -> None:
    day = date(2024, 6, 5)
    newcomers = [joining(one, day) for one in practice_facts().newcomers]
    assert {one.joined for one in newcomers} == {day}
    assert {one.welfare_since for one in newcomers} == {None, day}
