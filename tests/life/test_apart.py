"""The hand ledger stands apart: none of its pages imports anything of the program."""

import ast
from pathlib import Path

import pytest

PAGES = sorted([*Path(__file__).parent.glob("hand*.py"), Path(__file__).parent / "almanac.py"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_it_knows_nothing_of_the_program(page: Path) -> None:
    known: set[str] = set()
    for node in ast.walk(ast.parse(page.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            known |= {name.name for name in node.names}
        if isinstance(node, ast.ImportFrom):
            known.add(node.module or "")
    own = {name for name in known if name.startswith("tests.life")}
    assert known - own <= {
        *("calendar", "collections", "collections.abc", "copy", "dataclasses", "datetime"),
        *("fractions", "itertools", "math", "typing"),
    }
    assert all(name.rpartition(".")[2].startswith(("hand", "almanac", "life")) for name in own)
