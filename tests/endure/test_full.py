"""A disk that is really full: the short form, without a small disk of its own."""

import os
import sys

import pytest

from tests.endure import full
from tests.endure.__main__ import main

SEED = 20260414


def test_what_a_full_disk_refuses_is_told_and_costs_nothing() -> None:
    result = full.run(2, SEED, mounting=False)
    if os.name != "posix":
        # Windows cannot say of a process how large its files may become.
        assert result.not_here
        return
    assert result.good, "\n".join(result.lines())
    assert result.figures["limit: saved"] != 0
    assert any(name.startswith("limit: no day") for name in result.figures)


def test_where_there_is_no_such_limit_it_says_so_and_is_neither_good_nor_bad(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(full, "find_spec", lambda _: None)
    result = full.run(2, SEED)
    assert not result.good
    last = result.lines()[-1]
    assert last == "   not tried here: this system has no limit of how large a file may become"
    monkeypatch.setattr(sys, "argv", ["endure", "full"])
    assert main() == 0
