"""The rules of the house that imports cannot say, read out of the code itself."""

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import ledger.actions
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.people import Actor

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ledger", "reports", "resources", "translations", "ui")
LINES_MAX = 300
FUNCTION_MAX = 40


def code(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


ALL = [*code(*ROOMS), ROOT / "main.py", ROOT / "start.py"]


@pytest.mark.parametrize("file", ALL, ids=name_of)
def test_files_and_functions_can_be_seen_at_once(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LINES_MAX
    long = {
        f.name: f.end_lineno - f.lineno + 1
        for f in functions(tree(file))
        if f.end_lineno is not None and f.end_lineno - f.lineno >= FUNCTION_MAX
    }
    assert long == {}


@pytest.mark.parametrize("file", ALL, ids=name_of)
def test_every_file_says_what_it_is_for(file: Path) -> None:
    assert ast.get_docstring(tree(file))


@pytest.mark.parametrize("file", code("ledger"), ids=name_of)
def test_the_ledger_counts_in_whole_numbers_and_knows_no_today(file: Path) -> None:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"a float in line {node.lineno}"
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            # The name of a file may be joined to its folder with a slash; no number has one.
            joined = node.right if isinstance(node, ast.BinOp) else node.value
            name = joined.value if isinstance(joined, ast.Constant) else None
            assert isinstance(name, str), f"a division in line {node.lineno}"
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).rpartition(".")[2]
            assert called not in {"today", "now", "utcnow", "time", "float"}, (
                f"{called} in line {node.lineno}"
            )


@pytest.mark.parametrize("file", code("ledger/rules", "ledger/statements"), ids=name_of)
def test_money_is_divided_in_one_place(file: Path) -> None:
    if file.name in {"kip.py", "days.py", "accounts.py"}:
        return
    for node in ast.walk(tree(file)):
        whole = isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv)
        assert not whole, f"line {getattr(node, 'lineno', 0)}"


def actions() -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for info in pkgutil.iter_modules(ledger.actions.__path__):
        module = importlib.import_module(f"ledger.actions.{info.name}")
        for name, value in vars(module).items():
            own = getattr(value, "__module__", "") == module.__name__
            if inspect.isfunction(value) and own and not name.startswith("_"):
                found.append((f"{info.name}.{name}", value))
    return found


@pytest.mark.parametrize(("name", "action"), actions(), ids=[name for name, _ in actions()])
def test_every_action_is_done_by_somebody_and_says_what_it_touched(
    name: str, action: object
) -> None:
    assert callable(action)
    hints = inspect.get_annotations(action, eval_str=True)
    if Book not in hints.values() or hints.get("return") is not Change:
        # What an action asks beforehand is no action: it has no pen and changes nothing.
        assert "writing(" not in inspect.getsource(action), name
        return
    signature = inspect.signature(action)
    first, second, *others = signature.parameters.values()
    assert (first.name, second.name) == ("book", "actor")
    assert (hints["book"], hints["actor"]) == (Book, Actor)
    assert all(p.kind is inspect.Parameter.KEYWORD_ONLY for p in others)


# A folder of somebody's machine, and any address at all in a list of what is to be installed.
_MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/|[A-Z]:\\\\")
_ADDRESS = re.compile(r"[a-z]://|^\s*--(?!hash=)", re.IGNORECASE)
_LISTS = {"requirements.txt", "requirements-test.txt", "pyproject.toml", "start.py", "run"}
_TEXT = {".py", ".toml", ".txt", ".md", ".qss", ".json", ".po", ".pot", ".csv", ".svg", ".sql", ""}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    if listed.returncode:
        # Unpacked from an archive: whatever lies there, but for what was installed.
        files = [file for file in ROOT.rglob("*") if file.relative_to(ROOT).parts[0][0] != "."]
    return [file for file in files if file.suffix in _TEXT and file.is_file()]


def test_no_file_names_a_machine_or_where_parts_are_fetched() -> None:
    guilty = [
        f"{name_of(file)}:{number}"
        for file in tracked()
        if file != Path(__file__)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if _MACHINE.search(line) or (file.name in _LISTS and _ADDRESS.search(line))
    ]
    assert guilty == []


def test_setting_a_text_many_times_is_safe() -> None:
    """One release of Qt for Python lost a reference to None in each call, and then aborted."""
    program = (
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([])\n"
        "label = QLabel()\n"
        "for number in range(20_000):\n"
        "    label.setText(str(number))\n"
        "print(label.text())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stdout) == (0, "19999\n"), done.stderr


def test_only_sentences_that_can_be_found_are_said() -> None:
    """A sentence that is put together before it is looked up can never be translated."""
    for file in code(*ROOMS):
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".say"):
                given = node.args[0] if node.args else None
                assert not isinstance(given, ast.JoinedStr | ast.BinOp), (
                    f"{name_of(file)}:{node.lineno}"
                )
