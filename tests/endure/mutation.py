"""Would the tests of the rules notice? One thing in one rule is changed, and they must not pass.

A changed copy of one function's code takes the place of the real one, in a copy of a process that
has loaded rules and tests already (a system without `fork` cannot run this section). Every test
that runs the function is tried: those that name its module come first, and the first one that fails
ends it. What passes them all is a survivor: nothing that anybody could see has changed, which is
explained, or a test is missing.
"""

import os
from collections import Counter
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings

from tests.endure.changes import Mutant, changes_in, code_named, function_named, mutant_of
from tests.endure.hearing import first_to_fail
from tests.endure.reach import RULES, Reach, forget, reach_of
from tests.endure.report import Patience, Result
from tests.endure.survivors import EXPLAINED

ROOT = Path(__file__).parent.parent.parent
SCORE = 95
"""So many of a hundred changes must be noticed."""
SECONDS = 120
"""A changed rule that reckons longer than this does not come to an end: that is noticed too."""
AT_ONCE = os.cpu_count() or 1
"""So many changes are tried side by side."""


def run(runs: int, seed: int) -> Result:
    """So many changes, chosen at random among all of them."""
    result = Result("mutation", seed)
    every = [(file, n) for file in sorted(RULES.glob("*.py")) for n in range(changes_in(file))]
    places = every if runs >= len(every) else Random(seed).sample(every, runs)
    mutants = [mutant_of(*place) for place in places]
    control = _unchanged(mutants[0])
    loop = _Loop([control, *mutants])
    settings.register_profile("mutants", deadline=None, max_examples=30, database=None)
    # What is loaded here already says so as a warning, and warnings are errors.
    quiet = ["-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    status = pytest.main([*quiet, str(ROOT / "tests" / "rules")], [loop])
    assert status == pytest.ExitCode.OK, status
    chosen = [m for m in mutants if m in loop.outcomes]
    survived = [m for m in chosen if loop.outcomes[m] == "survived"]
    explained = [m for m in survived if m.name in EXPLAINED]
    seen = Counter(loop.outcomes[m] for m in chosen)
    result.figures = {"changes": len(chosen), "of": len(every), **dict(sorted(seen.items()))}
    noticed = 100 * (len(chosen) - len(survived)) / max(1, len(chosen) - len(explained))
    result.figures["score, in hundredths of a percent"] = round(100 * noticed)
    for number, mutant in enumerate(survived):
        why = EXPLAINED.get(mutant.name, "NOT EXPLAINED")
        result.figures[f"survivor {number + 1}"] = f"{mutant.name} (line {mutant.line}): {why}"
    if noticed < SCORE:
        result.misses.append(f"only {noticed:.1f} of a hundred were noticed")
    result.misses += [f"survived: {m.name} (line {m.line})" for m in survived if m not in explained]
    result.controls["code that is as it was"] = int(loop.outcomes[control] == "survived")
    return result


def _unchanged(mutant: Mutant) -> Mutant:
    """A change that changes nothing: tests that fail with it would fail with anything."""
    source = (RULES / f"{mutant.module}.py").read_text(encoding="utf-8")
    code = code_named(compile(source, mutant.module, "exec"), mutant.function)
    assert code is not None
    return Mutant(mutant.module, mutant.function, 0, "as it was", "as it was", code)


class _Loop:
    """Tries each change with the tests that reach it, each time in a copy of the process."""

    def __init__(self, mutants: list[Mutant]) -> None:
        self.mutants = mutants
        self.outcomes: dict[Mutant, str] = {}
        self.running: dict[int, Mutant] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        settings.load_profile("mutants")
        reach = reach_of(session)
        for mutant in Patience.during(self.mutants):
            if len(self.running) == AT_ONCE:
                self._end_one()
            self._begin(session, mutant, _tests_for(session, mutant, reach))
        while self.running:
            self._end_one()
        return True

    def _begin(self, session: pytest.Session, mutant: Mutant, items: list[pytest.Item]) -> None:
        child = os.fork()
        if child == 0:
            limit = import_module("resource")
            limit.setrlimit(limit.RLIMIT_CPU, (SECONDS, SECONDS))
            os._exit(_try(session, mutant, items))
        self.running[child] = mutant

    def _end_one(self) -> None:
        child, status = os.wait()
        mutant = self.running.pop(child)
        if os.WIFSIGNALED(status):
            self.outcomes[mutant] = "noticed: it did not come to an end"
        else:
            self.outcomes[mutant] = {0: "survived", 1: "noticed"}[os.WEXITSTATUS(status)]


def _tests_for(session: pytest.Session, mutant: Mutant, reach: Reach) -> list[pytest.Item]:
    """The tests that run the function, the nearest and quickest first."""
    items = [session.items[n] for n in reach.tests_of((mutant.module, mutant.function))]
    return sorted(items, key=lambda item: _farness(item, mutant.module))


def _try(session: pytest.Session, mutant: Mutant, items: list[pytest.Item]) -> int:
    """In the copy: 1 as soon as a test fails, 0 where none does."""
    function = function_named(import_module(f"ledger.rules.{mutant.module}"), mutant.function)
    if function is None:
        return 0
    function.__code__ = mutant.code
    forget()
    return int(first_to_fail(session, items) != "")


def _farness(item: pytest.Item, module: str) -> int:
    """The tests of the module itself first, then those that name it, then the others."""
    if item.path.stem == f"test_{module}":
        return 0
    return 1 if f"ledger.rules.{module}" in _text(item.path) else 2


_TEXTS: dict[Path, str] = {}


def _text(path: Path) -> str:
    if path not in _TEXTS:
        _TEXTS[path] = path.read_text(encoding="utf-8")
    return _TEXTS[path]
