"""What each column of the book's file refuses, whoever writes it, and what each row must refer to.

Here the triggers are taken off: a value has to be refused by the column itself, as it has to be in
a book that was put together anew. The rows are made up; with every value right each one is taken.
"""

import sqlite3
from collections.abc import Iterator, Mapping

import pytest

from ledger.book.opening import empty_in_memory

GOOD: Mapping[str, object] = {
    "day": 20250105,
    "valid_from": 20250105,
    "joined": 20250105,
    "first": 20250101,
    "last": 20251231,
    "ready": 20250205,
    "month": 202501,
    "facts": "{}",
    "plan": "{}",
    "product": "{}",
    "terms": "{}",
    "person": "{}",
    "benefit": "{}",
    "reckoning": "[]",
    "beneficiaries": "[]",
    "guarantors": "[]",
    "approvers": "[]",
    "confirmers": "[]",
    "present": "[]",
    "named": "[]",
    "notes": "[]",
    "line": "[]",
    "signed_by": '["x"]',
    "seq": 1,
    "version": 1,
    "bank": 1001,
    "statement": 1,
}
"""Values that many tables have in common; what is not named here is 1, "x" or 32 bytes."""

OF_TABLE: Mapping[str, Mapping[str, object]] = {
    "group_version": {"books_begin": 20250101},
    "officer_version": {"since": 20250101, "until": 20251231},
    "member_version": {"welfare_since": 20250101},
    "sheet_signed": {"first": 1, "last": 1},
    "entry": {"number": 2, "reverses": 1},
    "transfer": {"line": 0, "debit": 1000, "credit": 2000},
    "closed_year": {"year": 2025},
    "month_total": {"account": 1000},
    "year_opening": {"year": 2026},
    "cash_count": {"moment": "closing"},
    "decision": {"id": 2, "corrects": 1},
    "sheet_reopened": {"next": 2},
    "month_state": {"state": "closed"},
    "savings_interest": {"first": 202501, "last": 202502},
    "member_person": {"birth_year": 1980},
    "member_life": {"kind": "settled", "until": 20251231, "settlement": "{}"},
    "hand_over": {"taken_by": "y"},
    "loan_before": {"kind": "ahead", "until": 20250205},
    "welfare_card": {"until": 20251231, "born": 19800101},
    "borrowing": {"account": 2201},
    "group_loan": {"account": 1301},
    "booklet": {"width": 100, "height": 150, "pages": 40},
    "pin": {"hash": "$argon2id$x"},
    "sealed_code": {"hash": "$argon2id$x"},
    "act_once": {"key": "a key of a form"},
    "pencil_once": {"key": "a key of a form"},
}

NO_DAY = (19891231, 21000101, 20250231)
NO_MONTH = (198912, 210001, 202500, 202513)
NO_KIP = (0, -1, 10_000_000_000_000)
NO_REST = (-1, 10_000_000_000_000)
NO_SEAL = (b"", bytes(31), bytes(33))
EMPTY, LESS, ZERO, NO_FLAG = ("",), (-1,), (0,), (2, -1)
NO_OBJECT, NO_LIST = ("", "[]"), ("", "{}")

BAD: Mapping[str, Mapping[str, tuple[object, ...]]] = {
    "event": {"act": EMPTY, "facts": NO_OBJECT, "prev": NO_SEAL, "hash": NO_SEAL},
    "group_version": {"books_begin": NO_DAY, "facts": NO_OBJECT},
    "rulebook": {"valid_from": NO_DAY, "facts": NO_OBJECT},
    "officer_version": {
        **{"officer": ZERO, "name": EMPTY, "weight": LESS},
        **{"since": NO_DAY, "until": NO_DAY},
    },
    "member": {"id": ZERO},
    "member_version": {
        **{"number": EMPTY, "name": EMPTY, "joined": NO_DAY, "status": EMPTY},
        **{"welfare_since": NO_DAY, "promise": NO_REST, "shares": LESS},
        **{"fee_free": NO_FLAG, "beneficiaries": NO_LIST},
    },
    "loan": {
        **{"id": ZERO, "number": EMPTY, "day": NO_DAY, "kip": NO_KIP, "product": NO_OBJECT},
        **{"months": (-1, 1201), "guarantors": NO_LIST},
    },
    "loan_decision": {"day": NO_DAY, "approved": NO_FLAG, "kip": NO_REST, "approvers": NO_LIST},
    "sheet": {"id": ZERO, "number": ZERO, "day": NO_DAY},
    "sheet_signed": {"signed_by": ("", "[]"), "last": ZERO, "pencil": NO_SEAL},
    "entry": {
        **{"day": NO_DAY, "month": NO_MONTH, "reverses": (2, 3), "prev": NO_SEAL},
        **{"hash": NO_SEAL},
    },
    "transfer": {
        **{"line": (-1, 10_000), "kind": EMPTY, "debit": (999, 6000)},
        **{"credit": (999, 6000, 1000), "kip": NO_KIP},
    },
    "closed_year": {
        **{"year": (1989, 2100), "first": (19891231, 20250231), "last": (20250101, *NO_DAY)},
        **{"signed_by": NO_LIST, "plan": NO_OBJECT},
    },
    "month_total": {"account": (999, 6000), "month": NO_MONTH, "debit": LESS, "credit": LESS},
    "loan_total": {"debit": LESS, "credit": LESS, "finished": NO_FLAG},
    "year_opening": {"year": (1990, 2101)},
    "cell": {"col": EMPTY, "kip": NO_REST},
    "pencil_line": {"number": ZERO, "line": NO_LIST},
    "cash_count": {"moment": ("", "noon"), "notes": NO_LIST},
    "draft": {"key": EMPTY},
    "decision": {
        **{"number": ("", " 1", "1 "), "day": NO_DAY, "subject": EMPTY, "text": EMPTY},
        **{"present": NO_LIST, "votes_for": (-1, None), "votes_against": (-1, None)},
        **{"corrects": (2, 3)},
    },
    "entry_decision": {"number": EMPTY},
    "sheet_reopened": {"next": (1, 0), "reason": ("", " ")},
    "sheet_away": {"reason": ("", " ")},
    "month_state": {"month": NO_MONTH, "state": ("", "x")},
    "withdrawal_notice": {
        **{"id": ZERO, "product": EMPTY, "kip": NO_KIP, "day": (19891231, 20250231)},
        **{"ready": (20250104, 20250231)},
    },
    "notice_taken_back": {"kip": NO_KIP, "day": NO_DAY, "reason": ("", " ")},
    "savings_interest": {
        **{"id": ZERO, "first": (198912, 202500), "last": (202412, 210001, 202513)},
        **{"plan": NO_OBJECT},
    },
    "member_person": {"birth_year": (1879, 2100), "pupil": NO_FLAG},
    "member_life": {
        **{"id": ZERO, "kind": ("", "died"), "day": NO_DAY, "until": NO_DAY},
        **{"settlement": ("", None)},
    },
    "candidate": {"id": ZERO, "day": NO_DAY, "person": NO_OBJECT, "lives_here": NO_FLAG},
    "admission": {"day": NO_DAY, "decision": EMPTY, "approved": (2, 0), "member": (None,)},
    "hand_over": {
        **{"id": ZERO, "day": NO_DAY, "decision": EMPTY, "handed_by": ("", "y")},
        **{"taken_by": ("", "x"), "facts": NO_OBJECT},
    },
    "loan_act": {"kind": EMPTY, "day": NO_DAY, "facts": NO_OBJECT},
    "loan_before": {
        **{"kind": ("", "x"), "day": (19891231, 20250231), "reason": ("", " x", "x ")},
        **{"until": (20250104, 21000101, 20250231), "named": NO_LIST},
    },
    "welfare_card": {"until": NO_DAY, "born": (18891231, 21000101, 19800231)},
    "claim": {
        **{"id": ZERO, "number": EMPTY, "day": NO_DAY, "benefit": NO_OBJECT, "units": ZERO},
        **{"first": (19891231, 20250231), "last": (20241231, 21000101, 20250231)},
        **{"kip": NO_KIP, "reckoning": NO_LIST},
    },
    "claim_decision": {"day": NO_DAY, "number": EMPTY, "approved": NO_FLAG, "confirmers": NO_LIST},
    "welfare_count": {"kip": NO_REST},
    "borrowing": {
        **{"account": (2200, 2300), "lender": EMPTY, "day": NO_DAY, "kip": NO_KIP},
        **{"terms": NO_OBJECT, "decision": EMPTY},
    },
    "bank_statement": {"id": ZERO, "bank": (1000, 1100), "day": NO_DAY, "kip": NO_REST},
    "bank_tick": {"bank": (1000, 1100)},
    "booklet": {
        **{"number": ZERO, "copy": LESS, "width": (94, 211), "height": (119, 298)},
        **{"pages": (1, 97), "two_kinds": NO_FLAG, "lines_before": LESS},
    },
    "booklet_print": {
        **{"page": ZERO, "first_row": ZERO, "last_row": ZERO, "first_line": ZERO},
        **{"last_line": LESS},
    },
    "pin": {"officer": ZERO, "version": ZERO, "hash": ("1234", "$argon2i$x")},
    "sealed_code": {"issue": ZERO, "slot": (0, 4), "hash": ("", "1234", "$argon2i$x")},
    "group_loan": {
        **{"account": (1300, 1400), "borrower": EMPTY, "day": NO_DAY, "kip": NO_KIP},
        **{"terms": NO_OBJECT, "decision": EMPTY},
    },
    "slip_print": {"copy": LESS},
    "act_once": {"key": ("x" * 7, "x" * 65)},
    "pencil_once": {"key": ("x" * 7, "x" * 65)},
}

TOGETHER: tuple[tuple[str, dict[str, object]], ...] = (
    ("month_state", {"state": "open", "reason": " "}),
    ("member_life", {"kind": "", "settlement": None}),
    ("admission", {"approved": 0, "member": None, "reason": ""}),
    ("entry_proof", {"partner": "", "receipt": ""}),
    ("bank_statement", {"difference": 5, "reason": ""}),
)
"""Values that are each right and do not go together."""

REFERS: Mapping[str, str] = {
    **dict.fromkeys(("group_version", "rulebook", "member", "sheet", "closed_year"), "event"),
    **dict.fromkeys(("month_state", "candidate", "hand_over", "borrowing"), "event"),
    **dict.fromkeys(("bank_statement", "pin", "sealed_code", "group_loan", "act_once"), "event"),
    **dict.fromkeys(("officer_version", "member_version", "loan", "member_person"), "member event"),
    **dict.fromkeys(("withdrawal_notice", "member_life", "claim", "booklet"), "member event"),
    "welfare_card": "member event",
    **dict.fromkeys(("loan_decision", "loan_act", "loan_before"), "loan event"),
    "sheet_signed": "sheet entry entry event",
    "entry": "sheet entry event",
    "transfer": "entry member loan",
    "loan_total": "loan",
    "year_opening": "member",
    **dict.fromkeys(("attendance", "cell"), "sheet member"),
    **dict.fromkeys(("pencil_line", "cash_count", "welfare_count"), "sheet"),
    "decision": "sheet decision event",
    **dict.fromkeys(("entry_decision", "savings_interest", "entry_proof"), "entry event"),
    "slip_print": "entry event",
    "sheet_reopened": "sheet sheet event",
    "sheet_away": "sheet event",
    "notice_taken_back": "withdrawal_notice event",
    "admission": "candidate member event",
    "claim_decision": "claim event",
    "claim_paid": "claim entry event",
    "bank_tick": "entry bank_statement event",
    "booklet_print": "booklet entry event",
    **dict.fromkeys(("event", "month_total", "draft", "pencil_once"), ""),
}
"""The rows that a row of each table needs, as often as it names one."""

ONCE: tuple[tuple[str, dict[str, object]], ...] = (
    ("loan", {"id": 2}),
    ("sheet", {"id": 2}),
    ("entry", {"number": 3}),
    ("decision", {"id": 3, "corrects": None}),
    ("decision", {"id": 3, "number": "y"}),
    ("sheet_reopened", {"sheet": 0}),
    ("claim", {"id": 2}),
    ("act_once", {"key": "another key of a form"}),
)
"""A second row that shares with the first what only one may have."""


@pytest.fixture(scope="module")
def bare() -> Iterator[sqlite3.Connection]:
    """A book in memory without a row and without a trigger."""
    shelf = empty_in_memory()
    for (name,) in shelf.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        shelf.rows(f"DROP TRIGGER {name}")
    yield shelf.raw
    shelf.close()


@pytest.fixture
def file(bare: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    bare.execute("BEGIN")
    yield bare
    bare.execute("ROLLBACK")


@pytest.fixture
def begun() -> Iterator[sqlite3.Connection]:
    """A book in memory with every guard, and one act in it."""
    shelf = empty_in_memory()
    put(shelf.raw, "event", {"prev": bytes(32)})
    yield shelf.raw
    shelf.close()


def put(file: sqlite3.Connection, table: str, changed: Mapping[str, object]) -> None:
    """Insert the good row of a table, with some values changed."""
    kinds = {name: kind for _, name, kind, *_ in file.execute(f"PRAGMA table_info({table})")}
    others: dict[str, object] = {"INTEGER": 1, "TEXT": "x", "BLOB": bytes(32)}
    own = OF_TABLE.get(table, {})
    row = {name: own.get(name, GOOD.get(name, others[kind])) for name, kind in kinds.items()}
    # A table may have a column of a name that is of another kind elsewhere.
    row = {
        n: v if isinstance(v, type(others[kinds[n]])) else others[kinds[n]] for n, v in row.items()
    }
    row |= changed
    marks = ", ".join("?" * len(row))
    file.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))


@pytest.mark.parametrize("table", REFERS)
def test_a_right_row_is_taken_and_misses_what_it_refers_to(
    file: sqlite3.Connection, table: str
) -> None:
    put(file, table, {})
    missed = [parent for _, _, parent, _ in file.execute(f"PRAGMA foreign_key_check({table})")]
    assert sorted(missed) == sorted(REFERS[table].split())


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [(t, c, v) for t, columns in BAD.items() for c, values in columns.items() for v in values],
)
def test_no_wrong_value_is_taken(
    file: sqlite3.Connection, table: str, column: str, value: object
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        put(file, table, {column: value})


@pytest.mark.parametrize(("table", "values"), TOGETHER)
def test_no_values_are_taken_that_do_not_go_together(
    file: sqlite3.Connection, table: str, values: dict[str, object]
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        put(file, table, values)


@pytest.mark.parametrize(("table", "other"), ONCE)
def test_what_only_one_may_have_is_not_given_twice(
    file: sqlite3.Connection, table: str, other: dict[str, object]
) -> None:
    put(file, table, {})
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        put(file, table, other)


ALONE = {"entry": {"sheet": None, "reverses": None}}
"""What has guards of its own that could speak first is left out."""


@pytest.mark.parametrize("table", [t for t, others in REFERS.items() if "event" in others.split()])
def test_nothing_is_added_to_an_act_that_is_sealed(begun: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: this event is sealed"):
        put(begun, table, {"event": 1, **ALONE.get(table, {})})


def test_every_table_is_looked_at(file: sqlite3.Connection) -> None:
    tables = file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    assert {name for (name,) in tables if not name.startswith("sqlite_")} == set(REFERS)
