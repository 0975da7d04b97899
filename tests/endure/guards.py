"""Would an attack notice? Every guard of the book is taken away in turn, and one must get through.

A guard is a refusal in a trigger, a CHECK, a UNIQUE, a reference, a NOT NULL or a STRICT of the
frozen SQL. Without it books are made and opened as before, in a copy of a process that has loaded
the attacks (a system without `fork` cannot run this section), and one attack must fail. In the
program itself every one of them is noticed at opening as well: the shape of the file is another.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import settings

from ledger.book import opening
from tests.book.books import lived_in
from tests.endure.guards_doubled import DOUBLED, doubled
from tests.endure.hearing import first_to_fail
from tests.endure.report import Patience, Result
from tests.life.__main__ import memory

BOOK = Path(__file__).parent.parent / "book"
NOTHING = "nothing"
FROZEN = "test_the_upgrades_are_frozen"
"""Notices every change of the shape, and so says nothing of the attacks."""
_SMALL = {
    "UNIQUE": re.compile(r" UNIQUE(?= )|,\n +UNIQUE \([^)]*\)|(?<=CREATE) UNIQUE(?= INDEX)"),
    "REFERENCES": re.compile(
        r"(,\n +FOREIGN KEY \([^)]*\))? REFERENCES \w+ \([^)]*\)( DEFERRABLE INITIALLY DEFERRED)?"
    ),
    "NOT NULL": re.compile(r"(?<! IS) NOT NULL"),
    "STRICT": re.compile(r" STRICT(?=;)| STRICT,(?= WITHOUT)"),
}


@dataclass(frozen=True)
class Guard:
    """One guard: in which step and where in its text; `place` says of what in the table it is."""

    step: int
    start: int
    end: int
    kind: str
    table: str
    place: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.place}: {self.text}"


def guards_of(steps: tuple[str, ...]) -> list[Guard]:
    """Every guard of every step, in its order."""
    return [guard for number, sql in enumerate(steps) for guard in _in_step(number, sql)]


def without(steps: tuple[str, ...], guard: Guard) -> tuple[str, ...]:
    """The steps of the shape with one guard taken away."""
    sql = steps[guard.step]
    # A trigger must do something.
    instead = "SELECT 1;" if guard.kind == "refusal" else ""
    changed = sql[: guard.start] + instead + sql[guard.end :]
    return (*steps[: guard.step], changed, *steps[guard.step + 1 :])


def run(runs: int, seed: int) -> Result:
    """Every guard, or so many of them chosen at random."""
    result, steps = Result("guards", seed), opening.upgrades()
    every = guards_of(steps)
    chosen = every if runs >= len(every) else Random(seed).sample(every, runs)
    seen: Counter[str] = Counter()
    whole = opening.expected_fingerprint(steps)
    nothing = [Guard(0, 0, 0, NOTHING, table, table, "") for table in {g.table for g in chosen}]
    outcomes = _outcomes(steps, [*nothing, *chosen])
    whole_books = [outcomes.pop(guard, "not asked") for guard in nothing]
    for guard, by in outcomes.items():
        if opening.expected_fingerprint(without(steps, guard)) != whole:
            seen["noticed at the opening of a file"] += 1
        if by:
            seen[f"{guard.kind}: noticed by an attack"] += 1
        elif why := doubled(guard.table, guard.kind, guard.name, steps[guard.step]):
            seen[f"{guard.kind}: {why}"] += 1
        else:
            result.misses.append(f"no attack notices: {guard.name}")
    result.figures = {"guards": len(outcomes), "of": len(every), **dict(sorted(seen.items()))}
    # Attacks that fail with every guard in its place would notice anything.
    result.controls["tables whose attacks pass with nothing taken away"] = whole_books.count("")
    result.misses += [f"with every guard in its place: {by}" for by in whole_books if by]
    stale = DOUBLED.keys() - {guard.name for guard in every}
    result.misses += [f"explained, and there is no such guard: {name}" for name in stale]
    return result


def _in_step(number: int, sql: str) -> Iterator[Guard]:
    for start, end in _refusals(sql):
        (said,) = re.findall(r"'([^']*)'", sql[start:end].split("\n", maxsplit=1)[0])
        trigger, table = re.findall(r"CREATE TRIGGER (\w+) [^;]*? ON (\w+)", sql[:start])[-1]
        yield Guard(number, start, end, "refusal", table, trigger, said)
    # What is said in a trigger is no guard of a column.
    tables = re.sub(r"CREATE TRIGGER.*?\nEND;", lambda m: "·" * len(m[0]), sql, flags=re.S)
    tables = re.sub(r"--[^\n]*", lambda m: "·" * len(m[0]), tables)
    for found in re.finditer(r"(,\n +)?CHECK \(", tables):
        end = _closed(tables, found.end())
        where = _column(tables, found.start())
        yield Guard(
            number, found.start(), end, "CHECK", *where, tables[found.start() : end].strip(" ,\n")
        )
    for kind, pattern in _SMALL.items():
        for found in pattern.finditer(tables):
            if not _in_check(tables, found.start()):
                where = _column(tables, found.start())
                text = found[0].strip(" ,\n")
                yield Guard(number, found.start(), found.end(), kind, *where, text)


def _refusals(sql: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"SELECT RAISE\(ABORT", sql):
        yield found.start(), sql.index(";", found.start()) + 1


def _closed(text: str, at: int) -> int:
    """Behind the bracket that closes the one that was opened just before."""
    depth = 1
    while depth:
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return at


def _in_check(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at)
    begun = text.rfind("CHECK (", line, at)
    return begun >= 0 and _closed(text, begun + len("CHECK (")) > at


def _column(text: str, at: int) -> tuple[str, str]:
    """The table in which a guard stands, and that with its column where it is of one."""
    table: str = re.findall(r"(?:TABLE|INDEX \w+ ON) (\w+)", text[: text.index(";", at)])[-1]
    line = text[text.rfind("\n", 0, at) + 1 : at].split()
    return table, f"{table}.{line[0]}" if line and line[0].islower() else table


def _outcomes(steps: tuple[str, ...], guards: list[Guard]) -> dict[Guard, str]:
    """Which attack notices that a guard is gone; an empty word where none does."""
    loop = _Loop(steps, guards)
    files = [str(BOOK / "test_schema.py"), *map(str, sorted(BOOK.glob("test_guards*.py")))]
    settings.register_profile("guards", deadline=None, database=None)
    quiet = ["-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    with TemporaryDirectory(dir=memory()) as scratch:
        status = pytest.main([*quiet, "--basetemp", f"{scratch}/t", *files], [loop])
    assert status == pytest.ExitCode.OK, status
    return loop.outcomes


class _Loop:
    """Runs the attacks of one collection for each guard, each time in a copy of the process."""

    def __init__(self, steps: tuple[str, ...], guards: list[Guard]) -> None:
        self.steps = steps
        self.guards = guards
        self.outcomes: dict[Guard, str] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        settings.load_profile("guards")
        with TemporaryDirectory(dir=memory()) as warm:
            # What is loaded when it is first needed is loaded here, and not in every copy.
            lived_in(Path(warm) / "village.book").close()
        for guard in Patience.during(self.guards):
            here, there = os.pipe()
            child = os.fork()
            if child == 0:
                os.write(there, _first_to_fail(session, self.steps, guard).encode())
                os._exit(0)
            os.close(there)
            with os.fdopen(here, encoding="utf-8") as told:
                self.outcomes[guard] = told.read()
            os.waitpid(child, 0)
        return True


def _first_to_fail(session: pytest.Session, steps: tuple[str, ...], guard: Guard) -> str:
    """In the copy: the attack that notices, or nothing."""
    with patch.object(opening, "upgrades", lambda: without(steps, guard)):
        # What comes next is told, so that the attacks of one file share its village.
        return first_to_fail(session, _attacks_on(session, guard), sharing=True)


def _attacks_on(session: pytest.Session, guard: Guard) -> list[pytest.Item]:
    """The tests that know the table, the nearest first."""
    items = [item for item in session.items if not item.name.startswith(FROZEN)]
    near = [item for item in items if _of(item, guard.table)]
    return sorted(near, key=lambda item: _farness(item, guard))


def _of(item: pytest.Item, table: str) -> bool:
    """Whether a test may say something of a table."""
    if item.path.stem == "test_schema":
        return "[" not in item.name or item.name.endswith(f"[{table}]")
    return re.search(rf"\b{table}\b", _text(item.path)) is not None


def _farness(item: pytest.Item, guard: Guard) -> int:
    """The shape first where it says what a column holds; then the attacks that name the guard."""
    if item.path.stem == "test_schema":
        return 0 if guard.kind in {"NOT NULL", "STRICT"} else 3
    named = re.search(rf"\b{guard.table}\b", item.name) is not None
    return 2 - named - (named and guard.text.partition(": ")[2] in item.name)


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
