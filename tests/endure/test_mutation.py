"""The harness that changes the rules: what it changes, and that a change takes its place."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from ledger.rules import allocation
from ledger.rules.days import month_of
from tests.endure import mutation
from tests.endure.changes import changes_in, function_named, mutant_of
from tests.endure.reach import RULES, Reach, forget, rule_of
from tests.endure.survivors import EXPLAINED
from tests.villages import DAY

RULE = '''
"""A rule with everything in it."""

def _not_for(kip: int) -> bool:
    return kip > 5

class Rule:
    @property
    def kip(self) -> int:
        """Two and three."""
        return 2 * 3

def fine(days: int, late: bool) -> int:
    if days < 0:
        raise ValueError(days)
    whole = min(days, 10) if late and not days == 3 else -1
    return whole + 7
'''
CHANGED = [
    "kip > 5 -> kip >= 5",
    "5 -> 6",
    "2 * 3 -> 2 + 3",
    "2 -> 3",
    "3 -> 4",
    "days < 0 -> days <= 0",
    "0 -> 1",
    "raise ValueError(days) -> pass",
    "late and (not days == 3) -> late or not days == 3",
    "not days == 3 -> not not days == 3",
    "days == 3 -> days != 3",
    "min(days, 10) -> max(days, 10)",
    "10 -> 11",
    "-1 -> +1",
    "1 -> 2",
    "whole + 7 -> whole - 7",
    "7 -> 8",
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "rule.py"
    made.write_text(RULE, encoding="utf-8")
    return made


def loaded(file: Path) -> ModuleType:
    spec = spec_from_file_location("rule", file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_kind_of_change_is_made(file: Path) -> None:
    made = [mutant_of(file, number) for number in range(changes_in(file))]
    done = [f"{m.was} -> {m.now}" for m in made]
    assert set(CHANGED) <= set(done)
    # What is chosen between is turned round as well; its words are long.
    assert len(done) == len(CHANGED) + 2


def test_no_rule_remembers_what_it_found_before_the_change() -> None:
    month_of(DAY)
    forget()
    assert month_of.cache_info().currsize == 0


def test_a_change_takes_the_place_of_the_rule(file: Path) -> None:
    module = loaded(file)
    assert (module.fine(4, late=True), module.Rule().kip) == (11, 6)
    for number in range(changes_in(file)):
        mutant = mutant_of(file, number)
        function = function_named(module, mutant.function)
        assert function is not None
        right = function.__code__
        function.__code__ = mutant.code
        if mutant.now == "whole - 7":
            assert module.fine(4, late=True) == -3
        if mutant.now == "2 + 3":
            assert module.Rule().kip == 5
        function.__code__ = right


def test_the_rules_can_be_changed_in_thousands_of_places() -> None:
    assert sum(changes_in(file) for file in RULES.glob("*.py")) > 2_000


def test_every_survivor_is_explained_and_names_a_rule() -> None:
    assert all(EXPLAINED.values())
    modules = {file.stem for file in RULES.glob("*.py")}
    assert {name.partition(".")[0] for name in EXPLAINED} <= modules
    assert mutation.SCORE == 95


def test_a_change_is_tried_with_the_tests_that_run_it_the_quick_ones_first() -> None:
    rules = {1: {("days", "add_months")}, 2: {("kip", "split")}, 3: {("days", "add_months")}}
    reach = Reach({n: frozenset(rule) for n, rule in rules.items()}, {1: 9.0, 2: 1.0, 3: 2.0})
    assert reach.tests_of(("days", "add_months")) == [3, 1]
    assert reach.tests_of(("days", "nobody runs this")) == []


def test_what_runs_within_a_rule_is_the_rule() -> None:
    outer = function_named(allocation, "allocate")
    assert outer is not None
    within = [c for c in outer.__code__.co_consts if isinstance(c, CodeType)]
    assert within
    assert {rule_of(code) for code in [outer.__code__, *within]} == {("allocation", "allocate")}
    assert rule_of(test_what_runs_within_a_rule_is_the_rule.__code__) is None
