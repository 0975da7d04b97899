"""A clock that is wrong, another country: the short form of the section of clocks."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.endure.abroad import Clock
from tests.endure.clocks import CLOCKS, RIGHT, SPOILT, Case, Told, told_here, unlike
from ui import app


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return told_here(RIGHT[0], tmp_path_factory.mktemp("right"))


def test_a_clock_that_is_set_to_and_fro_in_another_country_changes_nothing(
    right: Told, tmp_path: Path
) -> None:
    told = told_here(Case("changed again and again", "th_TH"), tmp_path)
    assert unlike(told, right) == []
    assert sum(name.startswith("paper ") for name in right) == 2 * 4


@pytest.mark.parametrize(
    ("name", "seen_in", "unseen_in"),
    [
        ("amounts as the country writes them", "paper annual lo", "table event"),
        ("seals over the machine's hour", "table event", "table entry"),
    ],
)
def test_a_program_that_asks_the_machine_is_noticed(
    right: Told, tmp_path: Path, name: str, seen_in: str, unseen_in: str
) -> None:
    spoilt, case = SPOILT[name]
    changed = unlike(told_here(case, tmp_path, spoilt), right)
    assert seen_in in changed
    assert unseen_in not in changed


def test_whoever_reads_the_clock_is_lied_to() -> None:
    """The harness itself."""
    before = datetime.now().astimezone()
    with Clock(CLOCKS["three years back"]).lying() as reading:
        assert reading >= 2
        assert before - app.now() > timedelta(days=1_000)
    assert app.now() >= before
