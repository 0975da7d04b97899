"""Treasurer edits amounts with an SQLite browser: the short form."""

from tests.endure import attacks

SEED = 20260414


def test_whatever_is_changed_with_an_sqlite_browser_is_refused_or_named() -> None:
    result = attacks.run(60, SEED)
    assert result.good, "\n".join(result.lines())
    assert result.figures["as it is: refused"] != 0
    assert result.figures["guards taken off: named"] != 0
