"""Each fault has its tests, and each test that is named for one is there."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.endure.faults import FAULTS, OPEN

ROOT = Path(__file__).parent.parent.parent


@cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse(ROOT.joinpath(file).read_text(encoding="utf-8"))
    return frozenset(n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_has_tests_and_they_exist(fault: str) -> None:
    assert FAULTS[fault]
    for named in FAULTS[fault]:
        file, _, test = named.partition("::")
        assert test in names_in(file), named


def test_what_is_open_is_not_among_what_is_tested() -> None:
    assert not FAULTS.keys() & OPEN.keys()
    assert all(OPEN.values())
