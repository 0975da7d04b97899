"""Finds every sentence in the program's code, so that none is missing from the catalogue."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOMS = ("ledger", "reports", "translations", "ui")
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Found:
    """One sentence in the code: where it stands, its plural and its context if it has them."""

    file: str
    line: int
    text: str
    plural: str = ""
    context: str = ""


class NotLiteral(Exception):  # noqa: N818 -- names what was found
    """A sentence was put together before it was looked up, so no translator can ever see it."""


def _texts(call: ast.Call, count: int) -> list[str] | None:
    """The first arguments when all are literal texts; nothing when none is a text at all."""
    given = call.args[:count]
    if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in given):
        raise NotLiteral(f"line {call.lineno}: a sentence must be one literal text")
    texts = [a.value for a in given if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    return texts if len(texts) == count else None


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _sentence(call: ast.Call, file: str) -> Found | None:
    match _name(call):
        case "say" | "N_":
            texts = _texts(call, 1)
            return Found(file, call.lineno, texts[0]) if texts else None
        case "say_many":
            texts = _texts(call, 2)
            return Found(file, call.lineno, texts[0], plural=texts[1]) if texts else None
        case "context":
            texts = _texts(call, 2)
            return Found(file, call.lineno, texts[1], context=texts[0]) if texts else None
        case _:
            return None


def sentences_in(source: str, file: str) -> Iterator[Found]:
    """Every sentence of one file's code. NotLiteral where one is put together on the spot."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            found = _sentence(node, file)
            if found is not None:
                yield found


def sentences(root: Path = ROOT) -> list[Found]:
    """Every sentence of the program, in the order of files and lines."""
    found: list[Found] = []
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            found += sentences_in(path.read_text(encoding="utf-8"), name)
    return sorted(found, key=lambda f: (f.file, f.line, f.context, f.text))
