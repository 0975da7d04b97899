"""The long lives, for a moment: they agree, a life can be lived again, and a spoilt one is seen."""

import pytest

from tests.life.machines import OF_ONE_GROUP, live, parts_of
from tests.life.spoilt import SPOILT


def test_a_life_is_the_same_each_time_it_is_lived() -> None:
    once, again = (live(range(7, 8), 25) for _ in range(2))
    assert once.different == []
    assert (once.done, once.refused, once.compared) == (again.done, again.refused, again.compared)
    assert once.steps == 25


@pytest.mark.parametrize(
    "name", ["one kip lost in one of 37 entries", "an older file when it is opened again"]
)
def test_a_spoilt_program_is_noticed(name: str) -> None:
    assert live(range(1, 1 + OF_ONE_GROUP), 60, SPOILT[name]).different


def test_parts_of_a_run_add_up_to_it() -> None:
    whole = [number for part in parts_of(15, 60) for number in part]
    assert whole == list(range(15, 75))
    assert [len(part) for part in parts_of(15, 60)] == [6, 20, 20, 14]
