"""Money is divided so that every kip is somewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.kip import KIP_MAX, Rounding, Shares, divide, share_of, share_out

KIPS = st.integers(min_value=0, max_value=KIP_MAX)
STEPS = st.sampled_from([1, 100, 500, 1_000])


def test_down_goes_to_the_step_below() -> None:
    assert divide(1_000, 2, 3) == 666
    assert divide(1_000, 2, 3, step=500) == 500
    assert divide(-1, 1, 2) == -1


def test_nearest_takes_the_half_up() -> None:
    assert divide(5, 1, 2, rounding=Rounding.NEAREST) == 3
    assert divide(1_249, 1, 1, step=500, rounding=Rounding.NEAREST) == 1_000
    assert divide(1_250, 1, 1, step=500, rounding=Rounding.NEAREST) == 1_500


@pytest.mark.parametrize(("denominator", "step"), [(0, 1), (-3, 1), (1, 0), (1, -500)])
def test_nothing_is_divided_by_nothing(denominator: int, step: int) -> None:
    with pytest.raises(ValueError, match="above zero"):
        divide(1_000, 1, denominator, step=step)


def test_basis_points_are_hundredths_of_a_percent() -> None:
    assert share_of(1_000_000, 7_000) == 700_000
    assert share_of(999, 50) == 4
    assert share_of(999, 50, rounding=Rounding.NEAREST) == 5


def test_seventy_percent_among_three_leaves_an_odd_kip() -> None:
    assert share_out(700_000, [1, 1, 1]) == Shares(parts=(233_333,) * 3, odd=1)


def test_nobody_with_any_weight_leaves_the_whole_pool() -> None:
    assert share_out(5_000, [0, 0]) == Shares(parts=(0, 0), odd=5_000)
    assert share_out(5_000, []) == Shares(parts=(), odd=5_000)


def test_a_weight_below_zero_takes_no_part() -> None:
    with pytest.raises(ValueError, match="below zero"):
        share_out(5_000, [3, -1])


def test_nearest_may_hand_out_more_than_the_pool() -> None:
    assert share_out(2_000, [1, 1, 1], step=1_000, rounding=Rounding.NEAREST).odd == -1_000


@given(KIPS, st.lists(st.integers(0, 10**12), max_size=30), STEPS, st.sampled_from(Rounding))
def test_every_kip_of_a_pool_is_somewhere(
    pool: int, weights: list[int], step: int, rounding: Rounding
) -> None:
    shares = share_out(pool, weights, step=step, rounding=rounding)
    assert sum(shares.parts) + shares.odd == pool
    assert all(part % step == 0 for part in shares.parts)


@given(KIPS, st.lists(st.integers(1, 10**9), min_size=1, max_size=30), STEPS)
def test_rounding_down_never_hands_out_too_much_and_keeps_little(
    pool: int, weights: list[int], step: int
) -> None:
    shares = share_out(pool, weights, step=step)
    assert 0 <= shares.odd < len(weights) * step


@given(KIPS, st.integers(1, 10**6), st.integers(1, 10**6), STEPS)
def test_nearest_is_never_further_off_than_half_a_step(
    kip: int, numerator: int, denominator: int, step: int
) -> None:
    found = divide(kip, numerator, denominator, step=step, rounding=Rounding.NEAREST)
    assert 2 * abs(found * denominator - kip * numerator) <= step * denominator
