"""Would the tests of the rules notice? One thing in one rule is changed, and they must not pass.

A changed copy of one function's code takes the place of the real one, in a copy of a process that
has loaded rules and tests already (a system without `fork` cannot run this section). The tests that
name its module come first, and the first one that fails ends it. What passes everything is a
survivor: nothing that anybody could see has changed, which is explained, or a test is missing.
"""

import ast
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from inspect import unwrap
from pathlib import Path
from random import Random
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
from hypothesis import settings

from tests.endure.report import Patience, Result
from tests.endure.survivors import EXPLAINED

ROOT = Path(__file__).parent.parent.parent
RULES = ROOT / "ledger" / "rules"
SCORE = 95
"""So many of a hundred changes must be noticed."""
SECONDS = 120
"""A changed rule that reckons longer than this does not come to an end: that is noticed too."""

_COMPARED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_RECKONED: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_ALL = 1_000_000
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One change: where it is, what it was, and what it became."""

    module: str
    function: str
    line: int
    was: str
    now: str
    code: CodeType

    @property
    def name(self) -> str:
        """How a survivor is called where it is explained."""
        return f"{self.module}.{self.function}: {self.was} -> {self.now}"


def changes_in(file: Path) -> int:
    """How many changes can be made in the functions of one file."""
    change = _Change(_ALL)
    change.visit(ast.parse(file.read_text(encoding="utf-8")))
    return _ALL - change.left


def mutant_of(file: Path, number: int) -> Mutant:
    """One of the changes, counted from 0."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    change = _Change(number)
    change.visit(tree)
    assert change.done is not None
    line, was, now, function = change.done
    code = code_named(compile(ast.fix_missing_locations(tree), str(file), "exec"), function)
    assert code is not None, function
    return Mutant(file.stem, function, line, was, now, code)


def code_named(code: CodeType, name: str) -> CodeType | None:
    """The code of a function in a module's code, by its qualified name."""
    for part in name.split("."):
        inner = (c for c in code.co_consts if isinstance(c, CodeType) and c.co_name == part)
        found = next(inner, None)
        if found is None:
            return None
        code = found
    return code


def function_named(module: ModuleType, name: str) -> FunctionType | None:
    """The function itself, under whatever was put around it."""
    value: Any = module
    for part in name.split("."):
        value = vars(value).get(part)
    if isinstance(value, property):
        value = value.fget
    if isinstance(value, classmethod | staticmethod):
        value = value.__func__
    value = None if value is None else unwrap(value)
    return value if isinstance(value, FunctionType) else None


class _Change(ast.NodeVisitor):
    """Makes the change of one number in a tree; `done` says which."""

    def __init__(self, number: int) -> None:
        self.left = number
        self.names: list[str] = []
        self.inside = 0
        self.done: tuple[int, str, str, str] | None = None

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._named(node, node.body)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if self.inside:
            # A function within a function is part of the outer one's code.
            self._all(node.body)
            return
        self.inside += 1
        self._named(node, node.body)
        self.inside -= 1

    def _named(self, node: ast.ClassDef | ast.FunctionDef, body: list[ast.stmt]) -> None:
        self.names.append(node.name)
        self._all(body)
        self.names.pop()

    def _all(self, body: list[ast.stmt]) -> None:
        for node in body:
            self.visit(node)

    def visit(self, node: ast.AST) -> None:
        if self.done is not None:
            return
        if self.inside:
            for change in _changes(node):
                if self.left == 0:
                    was = ast.unparse(node)
                    change()
                    self.done = (getattr(node, "lineno", 0), was, ast.unparse(node), self._name())
                    return
                self.left -= 1
        super().visit(node)

    def _name(self) -> str:
        return ".".join(self.names)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)


def _changes(node: ast.AST) -> Iterator[Callable[[], None]]:
    """The ways in which one node can be changed."""
    match node:
        case ast.Compare():
            yield from _comparisons(node)
        case ast.BinOp() | ast.AugAssign() if type(node.op) in _RECKONED:
            yield lambda: setattr(node, "op", _RECKONED[type(node.op)]())
        case ast.BoolOp():
            yield lambda: setattr(node, "op", ast.And() if type(node.op) is ast.Or else ast.Or())
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield lambda: _turn(node)
        case ast.Constant():
            yield from _constants(node)
        case _:
            yield from _changes_of_ways(node)


def _changes_of_ways(node: ast.AST) -> Iterator[Callable[[], None]]:
    """The other way of a choice, the other of two functions, and a refusal that is left out."""
    match node:
        case ast.Call(func=ast.Name(id=called) as name) if called in _CALLED:
            yield lambda: setattr(name, "id", _CALLED[called])
        case ast.IfExp():
            yield lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))
        case ast.Raise():
            yield lambda: setattr(node, "__class__", ast.Pass)


def _comparisons(node: ast.Compare) -> Iterator[Callable[[], None]]:
    for place, operator in enumerate(node.ops):
        other = _COMPARED[type(operator)]()
        yield partial(node.ops.__setitem__, place, other)


def _constants(node: ast.Constant) -> Iterator[Callable[[], None]]:
    if isinstance(node.value, bool):
        value = not node.value
        yield lambda: setattr(node, "value", value)
    elif isinstance(node.value, int):
        more = node.value + 1
        yield lambda: setattr(node, "value", more)


def _turn(node: ast.UnaryOp) -> None:
    """Take a minus or a `not` away."""
    if isinstance(node.op, ast.USub):
        node.op = ast.UAdd()
    else:
        node.operand = ast.UnaryOp(ast.Not(), node.operand)


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
    """Runs the tests of one collection anew for each change, each time in a copy of the process."""

    def __init__(self, mutants: list[Mutant]) -> None:
        self.mutants = mutants
        self.outcomes: dict[Mutant, str] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        settings.load_profile("mutants")
        for mutant in Patience.during(self.mutants):
            self.outcomes[mutant] = self._outcome(session, mutant)
        return True

    def _outcome(self, session: pytest.Session, mutant: Mutant) -> str:
        child = os.fork()
        if child == 0:
            limit = import_module("resource")
            limit.setrlimit(limit.RLIMIT_CPU, (SECONDS, SECONDS))
            os._exit(_try(session, mutant))
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return "noticed: it did not come to an end"
        return {0: "survived", 1: "noticed"}[os.WEXITSTATUS(status)]


def _try(session: pytest.Session, mutant: Mutant) -> int:
    """In the copy: 1 as soon as a test fails, 0 where none does."""
    function = function_named(import_module(f"ledger.rules.{mutant.module}"), mutant.function)
    if function is None:
        return 0
    function.__code__ = mutant.code
    failed: list[str] = []

    class _Hear:
        @staticmethod
        def pytest_runtest_logreport(report: pytest.TestReport) -> None:
            if report.failed:
                failed.append(report.nodeid)

    reporter = session.config.pluginmanager.getplugin("terminalreporter")
    session.config.pluginmanager.unregister(reporter)
    session.config.pluginmanager.register(_Hear())
    for item in sorted(session.items, key=lambda item: _farness(item, mutant.module)):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if failed:
            return 1
    return 0


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
