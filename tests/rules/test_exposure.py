"""What one person stands for, and the circles of those who stand for each other."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.exposure import (
    at_stake,
    circles,
    circles_with,
    exposure_of,
    guarantees_of,
)
from ledger.rules.loan_values import Loan, LoanRequest
from ledger.rules.people import MemberId
from ledger.rules.transfers import LoanId
from tests.rules.loan_makers import JAN_5, RICE, after, loan, repaid, request

A, B, C, D, E = (MemberId(number) for number in range(1, 6))


def asked(borrower: MemberId, *guarantors: MemberId, kip: int = 500_000) -> LoanRequest:
    return replace(request(RICE, kip), member=borrower, guarantors=guarantors)


def test_what_is_owed_is_at_stake_and_before_that_what_was_agreed_or_asked_for() -> None:
    out = loan(RICE, 1_000_000, repaid(after(JAN_5, 9), 400_000))
    assert at_stake(out) == 600_000
    agreed = replace(out, moves=(), request=replace(out.request, kip=1_500_000))
    assert at_stake(agreed) == 1_000_000
    assert at_stake(replace(agreed, decision=None)) == 1_500_000


def test_everything_a_person_answers_for() -> None:
    hers = Loan(LoanId(1), "1", asked(A, B))
    another = Loan(LoanId(2), "2", asked(B, A, C, kip=300_000))
    third = Loan(LoanId(3), "3", asked(C, A, kip=200_000))
    found = exposure_of(A, [hers, another, third], {A: 90_000})
    assert (found.stands_for, found.own) == ((another, third), (hers,))
    assert (found.guaranteed, found.owes, found.savings) == (500_000, 500_000, 90_000)
    nobody = exposure_of(E, [hers, another, third], {})
    assert (nobody.guaranteed, nobody.owes, nobody.savings) == (0, 0, 0)


def test_two_who_stand_for_each_other() -> None:
    stands = guarantees_of([asked(A, B), asked(B, A), asked(C, A)])
    assert circles(stands) == ((A, B),)


def test_a_longer_circle_is_found_once_and_the_smaller_ones_first() -> None:
    stands = guarantees_of([asked(B, A), asked(C, B), asked(A, C), asked(D, E), asked(E, D)])
    assert circles(stands) == ((D, E), (A, B, C))


def test_nobody_is_in_a_circle_with_herself_or_in_a_chain() -> None:
    assert circles(guarantees_of([asked(A, A), asked(B, A), asked(C, B)])) == ()


def test_the_circle_that_a_request_would_close() -> None:
    stands = guarantees_of([asked(B, A), asked(C, B)])
    assert circles_with(asked(A, C), stands) == ((C, A, B),)
    assert circles_with(asked(A, B, C), stands) == ((B, A), (C, A, B))
    assert circles_with(asked(A, D, A), stands) == ()
    assert circles_with(asked(D, C), stands) == ()


edges = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=40)


@given(edges)
def test_every_circle_is_one_and_everybody_in_one_is_found(pairs: list[tuple[int, int]]) -> None:
    stands = guarantees_of([asked(MemberId(b), MemberId(g)) for g, b in pairs])
    found = circles(stands)
    for circle in found:
        assert len(set(circle)) == len(circle) > 1
        for guarantor, borrower in pairwise((*circle, circle[0])):
            assert borrower in stands[guarantor]
    reach = {m: set(stands.get(MemberId(m), ())) for m in range(1, 13)}
    for middle in range(1, 13):
        for member, reached in reach.items():
            if middle in reached:
                reach[member] = reached | reach[middle]
    inside = {m for m, reached in reach.items() if m in reached}
    assert {m for circle in found for m in circle} == inside


@given(edges, st.integers(1, 12), st.lists(st.integers(1, 12), max_size=3))
def test_a_request_closes_a_circle_where_there_is_one_with_it(
    pairs: list[tuple[int, int]], borrower: int, guarantors: list[int]
) -> None:
    before = [asked(MemberId(b), MemberId(g)) for g, b in pairs]
    new = asked(MemberId(borrower), *map(MemberId, guarantors))
    stands = guarantees_of([*before, new])
    for circle in circles_with(new, guarantees_of(before)):
        assert circle[0] in new.guarantors
        assert circle[1] == new.member
        for guarantor, other in pairwise((*circle, circle[0])):
            assert other in stands[guarantor]
