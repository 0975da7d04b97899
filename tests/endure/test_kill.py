"""Process killed at any instant: the short form of the first section."""

from collections import Counter

import pytest

from tests.endure import kill, posting
from tests.endure.kill import Death, ground, one
from tests.endure.scenes import SCENES
from tests.life.__main__ import memory

SEED = 20260414


def test_killed_at_any_moment_nothing_told_is_lost_and_everything_is_sound() -> None:
    result = kill.run(2 * len(SCENES), SEED, memory())
    assert result.good, "\n".join(result.lines())
    assert result.figures["told as saved"] != 0


def test_killed_in_the_midst_of_posting_nothing_told_is_lost() -> None:
    result = posting.run(4, SEED)
    assert result.good, "\n".join(result.lines())
    assert result.figures["kills while posting"] != 0


def test_kills_that_leave_nothing_to_be_rolled_back_are_not_good_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The harness itself: a disk that nobody waits for proves too little."""
    monkeypatch.setattr(posting, "ENOUGH", 2)
    monkeypatch.setattr(posting, "HOT_LEAST", 101)
    monkeypatch.setattr(posting, "SPOILT", {})
    (miss,) = posting.run(2, SEED, memory()).misses
    assert "kills left a hot journal" in miss


@pytest.mark.parametrize("scene", ["restore", "upgrade"])
def test_killed_in_the_midst_of_what_is_rare_the_book_is_the_old_or_the_new(scene: str) -> None:
    result = kill.every_call(scene, SEED, step=61, folder=memory())
    assert result.misses == []
    assert result.figures[f"kills of {scene}"] != 0


def test_a_scene_that_is_let_alone_is_told_to_its_end() -> None:
    """The harness itself: nothing dies, and every scene says what it saved."""
    with ground(memory()) as place:
        for scene in SCENES:
            machine, told = kill.do_killed(place, scene, SEED, Death())
            assert told, scene
            assert not kill.hot(machine)


def test_what_was_told_and_is_not_there_is_said() -> None:
    """The harness itself: an act that nobody wrote is missed."""
    with ground(memory()) as place:
        place.machine("record")
        place.before["record"].add("act 99 0000")
        (miss,) = one(place, "record", SEED, Death(40), seen=Counter())
        assert "act 99" in miss
