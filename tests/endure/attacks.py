"""Somebody with an SQLite browser: every column of every table changed, every row deleted.

First as the file is, where the guards must refuse it; then with the guards taken off, where the
check must name it. What may be changed unseen is pencil, and is listed here with its reason.
The attacks on each guard one by one are in tests/book; these are all that can be thought of by
counting. What only paper can tell (the newest entries deleted, the chain made anew) is there too.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from ledger.book import checking
from ledger.book.book import Book
from ledger.book.trouble import BookTrouble
from tests.closings import NOON
from tests.endure.report import Patience, Result
from tests.life.__main__ import memory
from tests.life.committee import found_group

PENCIL: Mapping[str, str] = {
    "draft": "half-typed forms: they are nobody's figures yet",
    "pin_try": "how often a PIN was wrong: it is counted before anybody is known",
}
"""What is not sealed, and why; sheets that are not signed are pencil as well."""


@dataclass(frozen=True)
class Attack:
    """One statement against one row, with its values."""

    table: str
    what: str
    sql: str
    values: tuple[object, ...]


def run(runs: int, seed: int) -> Result:
    """Every attack, or so many of them chosen at random, with the guards and without."""
    result, seen = Result("attacks", seed), Counter[str]()
    with TemporaryDirectory(dir=memory()) as made:
        path = _village(Path(made).resolve(), seed, years=min(1, runs // 1_000))
        content = path.read_bytes()
        every = list(_attacks(path, Random(seed)))
        chosen = Random(seed).sample(every, min(runs, len(every)))
        for attack in Patience.during(chosen):
            for guarded in (True, False):
                verdict = _verdict(path, attack, guarded=guarded)
                path.write_bytes(content)
                seen[f"{'as it is' if guarded else 'guards taken off'}: {verdict}"] += 1
                if verdict == "SILENT" and attack.table not in PENCIL:
                    result.misses.append(f"{attack.table}: {attack.what}: guarded {guarded}")
        with patch.object(checking, "check_entries"), patch.object(checking, "check_events"):
            unsealed = [_verdict(path, a, guarded=False, content=content) for a in chosen[:60]]
        result.controls["a check without the chains"] = unsealed.count("SILENT")
    tables = len({attack.table for attack in every})
    result.figures = {"attacks": sum(seen.values()), "tables": tables, **dict(sorted(seen.items()))}
    return result


def _village(folder: Path, seed: int, *, years: int) -> Path:
    """A group of a dozen to whom nearly everything has happened, after so many closed years."""
    committee = found_group(folder, members=12, seed=seed)
    for _ in range(years):
        committee.year(20)
    committee.month(40)
    path = committee.book.path
    assert committee.book.check() == ()
    committee.book.close()
    return path


def _attacks(path: Path, chance: Random) -> Iterator[Attack]:
    with closing(sqlite3.connect(path)) as raw:
        names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        for (table,) in raw.execute(names).fetchall():
            answer = raw.execute(f"SELECT * FROM {table}")
            columns, rows = [column[0] for column in answer.description], answer.fetchall()
            if rows:
                yield from _on_a_row(table, columns, chance.choice(rows))


def _on_a_row(table: str, columns: Sequence[str], row: Sequence[object]) -> Iterator[Attack]:
    here = " AND ".join(f"{column} IS ?" for column in columns)
    for column, value in zip(columns, row, strict=True):
        for way in ("", "OR REPLACE ", "OR IGNORE "):
            sql = f"UPDATE {way}{table} SET {column} = ? WHERE {here}"
            yield Attack(table, f"UPDATE {way}{column}", sql, (_other(value), *row))
    yield Attack(table, "DELETE", f"DELETE FROM {table} WHERE {here}", tuple(row))
    marks = ", ".join("?" * len(columns))
    for place, name in enumerate(columns):
        changed = (*row[:place], _other(row[place]), *row[place + 1 :])
        sql = f"INSERT OR REPLACE INTO {table} VALUES ({marks})"
        yield Attack(table, f"INSERT OR REPLACE {name}", sql, changed)


def _other(value: object) -> object:
    if isinstance(value, int):
        return value + 1
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1, *value[1:]])
    return 1 if value is None else f"{value}0"


def _verdict(path: Path, attack: Attack, *, guarded: bool, content: bytes = b"") -> str:
    """What comes of an attack: refused, without effect, named, or nothing that anybody sees."""
    if content:
        path.write_bytes(content)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        ask = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        kept = [] if guarded else raw.execute(ask).fetchall()
        for name, _ in kept:
            raw.execute(f"DROP TRIGGER {name}")
        if not guarded:
            raw.execute("PRAGMA ignore_check_constraints = ON")
        try:
            before = _rows(raw, attack.table)
            raw.execute(attack.sql, attack.values)
            # A row may have been replaced by one that says the same.
            changed = _rows(raw, attack.table) != before
        except sqlite3.IntegrityError:
            return "refused"
        for _, sql in kept:
            raw.execute(sql)
    if not changed:
        return "without effect"
    return "named" if _named(path) else "SILENT"


def _rows(raw: sqlite3.Connection, table: str) -> Counter[tuple[object, ...]]:
    return Counter(raw.execute(f"SELECT * FROM {table}").fetchall())


def _named(path: Path) -> bool:
    try:
        with closing(Book.open(path, clock=lambda: NOON)) as book:
            return bool(book.check())
    except BookTrouble:
        return True
