"""The changes that can be made in a rule: one comparison, one number, one refusal at a time."""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from inspect import unwrap
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

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
