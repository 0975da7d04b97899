"""File truncated, bits flipped: the short form of the section of damaged files."""

from random import Random

import pytest

from tests.endure import flips
from tests.endure.flips import DAMAGES

SEED = 20260414


def test_no_damage_is_silent_and_a_check_that_only_asks_sqlite_lets_some_through() -> None:
    result = flips.run(200, SEED)
    assert result.good, "\n".join(result.lines())
    assert any(what.endswith("and mended") for what in result.figures)


@pytest.mark.parametrize("name", DAMAGES)
def test_each_kind_of_damage_changes_a_file(name: str) -> None:
    """The harness itself."""
    whole = bytes(range(1, 256)) * 100
    chance = Random(SEED)
    _, damage = DAMAGES[name]
    assert any(flips.damaged(whole, damage, chance) != whole for _ in range(20))
