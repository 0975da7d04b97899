"""A disk that is really full: the short form, without a small disk of its own."""

import os

from tests.endure import full

SEED = 20260414


def test_what_a_full_disk_refuses_is_told_and_costs_nothing() -> None:
    result = full.run(2, SEED, mounting=False)
    if os.name != "posix":
        # Windows cannot say of a process how large its files may become.
        assert result.figures == {"limit": "this system knows of none"}
        return
    assert result.good, "\n".join(result.lines())
    assert result.figures["limit: saved"] != 0
    assert any(name.startswith("limit: no day") for name in result.figures)
