"""Every guard of the book's file is taken away in turn: the short form, and the harness itself."""

import sqlite3
from contextlib import closing

import pytest

from ledger.book import opening
from tests.endure import guards
from tests.endure.guards import Guard, guards_of, without
from tests.endure.guards_doubled import DOUBLED, doubled

STEPS = opening.upgrades()
GUARDS = guards_of(STEPS)


def test_a_guard_that_is_gone_is_noticed_by_an_attack() -> None:
    result = guards.run(2, 20260414)
    assert result.good, "\n".join(result.lines())


def test_every_guard_is_found_once_and_of_every_kind() -> None:
    assert len({guard.name for guard in GUARDS}) == len(GUARDS)
    words = {
        "refusal": "RAISE(",
        "CHECK": "CHECK (",
        "REFERENCES": "REFERENCES",
        "STRICT": "STRICT",
    }
    for kind, word in words.items():
        in_text = sum(
            line.count(word) for sql in STEPS for line in sql.split("\n") if "--" not in line
        )
        assert sum(guard.kind == kind for guard in GUARDS) == in_text, kind
    assert {guard.kind for guard in GUARDS} == {*words, "UNIQUE", "NOT NULL"}


def test_without_any_guard_a_book_is_made_and_its_opening_would_notice() -> None:
    whole = opening.expected_fingerprint(STEPS)
    for guard in GUARDS[::40]:
        with closing(sqlite3.connect(":memory:")) as raw:
            for step in without(STEPS, guard):
                raw.executescript(step)
            assert opening.fingerprint(raw) != whole, guard.name


@pytest.mark.parametrize("name", DOUBLED)
def test_what_is_explained_is_a_guard(name: str) -> None:
    (guard,) = (guard for guard in GUARDS if guard.name == name)
    assert doubled(guard.table, guard.kind, guard.name, STEPS[guard.step])


def test_keys_of_a_table_are_known() -> None:
    def why(guard: Guard) -> str:
        return doubled(guard.table, guard.kind, guard.name, STEPS[guard.step])

    empty = {guard.name for guard in GUARDS if guard.kind == "NOT NULL" and why(guard)}
    assert {"cell.sheet: NOT NULL", "act_once.key: NOT NULL"} < empty
    assert "cell.kip: NOT NULL" not in empty
