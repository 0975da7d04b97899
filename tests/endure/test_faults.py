"""Each fault has its tests, and each test that is named for one is there."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.endure.faults import FAULTS

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


TABLE = {"the machine and its disk": 11, "people and their habits": 17, "attacks": 12}
"""So many faults of each kind the program was designed against."""


def test_the_whole_table_is_covered() -> None:
    assert len(FAULTS) == sum(TABLE.values())
