"""Twenty thousand acts in one process: the short form."""

from dataclasses import replace

from tests.endure import growth
from tests.endure.growth import WARM, Held, Round

SEED = 20260414


def test_work_that_is_done_again_and_again_leaves_nothing_behind() -> None:
    result = growth.run(1, SEED)
    assert result.good, "\n".join(result.lines())


def test_each_kind_of_growth_is_said() -> None:
    """The harness itself."""
    round_ = Round(100, 1_000, 0.0, Held(1_000, 1_000, 10))
    grown = Round(100, 2_000, 0.0, Held(2_000, 2_000, 11))
    assert growth.grown([round_] * (WARM + 2)) == []
    assert len(growth.grown([*[round_] * (WARM + 1), grown])) == 4
    assert (
        growth.grown([*[round_] * (WARM + 1), replace(grown, steps=1_000, held=round_.held)]) == []
    )
