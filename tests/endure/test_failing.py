"""Disk full, I/O error: the short form."""

from pathlib import Path

import pytest

from tests.endure import failing
from tests.endure.disk import Call
from tests.endure.files import watched

SEED = 20260414


def test_a_call_that_fails_once_or_for_ever_has_a_sentence_and_costs_nothing() -> None:
    result = failing.run(25, SEED)
    assert result.good, "\n".join(result.lines())


def test_everything_that_reaches_the_disk_is_seen(tmp_path: Path) -> None:
    """The harness itself: the program's own calls, one of each kind."""
    calls: list[Call] = []
    with watched(tmp_path, calls.append):
        tmp_path.joinpath("folder").mkdir()
        tmp_path.joinpath("a").write_text("one", encoding="utf-8")
        tmp_path.joinpath("a").read_bytes()
        tmp_path.joinpath("a").unlink()
        tmp_path.parent.joinpath("elsewhere").write_bytes(b"not of ours")
    assert [call.kind for call in calls] == ["folder", "open", "write", "read", "delete"]


def test_a_refused_call_is_an_error_of_the_system(tmp_path: Path) -> None:
    with watched(tmp_path, lambda _: "ENOSPC"), pytest.raises(OSError, match="No space") as full:
        tmp_path.joinpath("a").write_bytes(b"one")
    assert full.value.errno == 28
