"""The check finds what somebody changed who knew how to take the guards off and put them back."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from shutil import copyfile

import pytest

from ledger.book import checking_seals, opening
from ledger.book.book import Book
from ledger.book.trouble import BookTrouble
from ledger.statements.findings import Fault, Finding
from tests.book.books import lived_in, noon, raw, strip_guards


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("check") / "village.book"
    lived_in(path).close()
    return path


def findings(village: Path, path: Path, work: Sequence[str]) -> tuple[Finding, ...]:
    copyfile(village, path)
    strip_guards(path, work)
    book = Book.open(path, clock=noon)
    found = book.check()
    book.close()
    return found


def test_a_sound_book_has_nothing_to_find(village: Path, path: Path) -> None:
    assert findings(village, path, []) == ()


LAST = "(SELECT max(number) FROM entry)"


@pytest.mark.parametrize(
    ("work", "faults"),
    [
        ("UPDATE transfer SET kip = kip + 1 WHERE entry = 1", {Fault.ENTRY_SEAL, Fault.MONTH_TOTAL,
                                                               Fault.YEAR_OPENING}),
        ("UPDATE transfer SET kind = 'welfare' WHERE entry = 1", {Fault.ENTRY_SEAL}),
        ("UPDATE transfer SET kind = kind || char(0) WHERE entry = 1", {Fault.ENTRY_SEAL}),
        ("UPDATE transfer SET member = 2 WHERE entry = 1", {Fault.ENTRY_SEAL, Fault.YEAR_OPENING}),
        ("UPDATE entry SET note = 'x' WHERE number = 2", {Fault.ENTRY_SEAL}),
        ("UPDATE entry SET day = 20250206 WHERE number = 3", {Fault.ENTRY_SEAL}),
        ("UPDATE entry SET month = 202412 WHERE number = 3", {Fault.ENTRY_SEAL}),
        ("UPDATE entry SET hash = zeroblob(32) WHERE number = 2",
         {Fault.ENTRY_SEAL, Fault.ENTRY_ORDER, Fault.EVENT_SEAL}),
        (f"DELETE FROM transfer WHERE entry = {LAST}", {Fault.ENTRY_SEAL, Fault.MONTH_TOTAL}),
        (f"DELETE FROM entry WHERE number = {LAST}",
         {Fault.REFERENCE, Fault.UNSEALED, Fault.EVENT_SEAL, Fault.MONTH_TOTAL}),
        ("DELETE FROM entry WHERE number = 3",
         {Fault.REFERENCE, Fault.UNSEALED, Fault.ENTRY_ORDER, Fault.EVENT_SEAL,
          Fault.MONTH_TOTAL}),
        ("UPDATE month_total SET debit = debit + 1 WHERE account = 1000 AND month = 202501",
         {Fault.MONTH_TOTAL, Fault.TRIAL_BALANCE}),
        ("INSERT INTO month_total VALUES (3001, 202501, 5, 5)", {Fault.MONTH_TOTAL}),
        ("UPDATE loan_total SET debit = debit + 1", {Fault.LOAN_TOTAL}),
        ("UPDATE loan_total SET finished = 1", {Fault.LOAN_TOTAL}),
        ("UPDATE year_opening SET savings = savings + 1 WHERE member = 1", {Fault.YEAR_OPENING}),
        ("DELETE FROM year_opening WHERE member = 1", {Fault.YEAR_OPENING}),
        ("INSERT INTO year_opening VALUES (2027, 1, 30000, 0, 0)", {Fault.YEAR_OPENING}),
        ("UPDATE closed_year SET last = 20251230", {Fault.EVENT_SEAL}),
        ("UPDATE closed_year SET last = 20260131", {Fault.EVENT_SEAL, Fault.CLOSED_YEAR,
                                                    Fault.YEAR_OPENING}),
        ("UPDATE sheet_signed SET last = 1", {Fault.SHEET_ENTRIES, Fault.EVENT_SEAL}),
        ("UPDATE sheet_signed SET signed_by = '[\"x\"]'", {Fault.EVENT_SEAL}),
        ("UPDATE cell SET kip = 1 WHERE sheet = 1 AND member = 1", {Fault.SHEET_PENCIL}),
        ("UPDATE attendance SET attendance = 'present' WHERE sheet = 1", {Fault.SHEET_PENCIL}),
        ("UPDATE cash_count SET reason = 'x'", {Fault.SHEET_PENCIL}),
        ("DELETE FROM pencil_line WHERE sheet = 1", {Fault.SHEET_PENCIL}),
        ("UPDATE member_version SET name = 'ນາງ ອື່ນ' WHERE member = 1", {Fault.EVENT_SEAL}),
        ("UPDATE group_version SET books_begin = 20250102 WHERE version = 2", {Fault.EVENT_SEAL}),
        ("UPDATE rulebook SET resolution = '9'", {Fault.EVENT_SEAL}),
        ("UPDATE officer_version SET role = 'president'", {Fault.EVENT_SEAL}),
        ("UPDATE loan SET kip = kip + 1", {Fault.EVENT_SEAL}),
        ("UPDATE loan_decision SET approvers = '[]'", {Fault.EVENT_SEAL}),
        ("UPDATE sheet SET day = 20250104 WHERE id = 1", {Fault.EVENT_SEAL}),
        ("DELETE FROM rulebook", {Fault.EVENT_SEAL}),
        ("UPDATE event SET name = 'ນາງ ອື່ນ' WHERE seq = 2", {Fault.EVENT_SEAL}),
        ("UPDATE event SET at = '2020-01-01' WHERE seq = 2", {Fault.EVENT_SEAL}),
        ("UPDATE event SET facts = '{\"a\":1}' WHERE seq = 2", {Fault.EVENT_SEAL}),
        ("UPDATE event SET hash = zeroblob(32) WHERE seq = 2",
         {Fault.EVENT_SEAL, Fault.EVENT_ORDER}),
        ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
         {Fault.REFERENCE, Fault.EVENT_ORDER}),
        ("INSERT INTO member VALUES (50, 1)", {Fault.EVENT_SEAL}),
        ("INSERT INTO rulebook VALUES (9, 20250101, 'x', '{}', 99)",
         {Fault.REFERENCE, Fault.EVENT_ORDER}),
        ("UPDATE transfer SET loan = 9 WHERE entry = 3",
         {Fault.REFERENCE, Fault.ENTRY_SEAL, Fault.LOAN_TOTAL}),
    ],
)  # fmt: skip
def test_every_change_is_found(village: Path, path: Path, work: str, faults: set[Fault]) -> None:
    assert {found.fault for found in findings(village, path, [work])} == faults


def test_one_changed_amount_names_its_entry_and_no_other(village: Path, path: Path) -> None:
    work = "UPDATE transfer SET kip = kip + 1, kind = 'fee' WHERE entry = 1"
    found = findings(village, path, [work])
    assert [f.place for f in found if f.fault is Fault.ENTRY_SEAL] == [(1,)]
    months = [f for f in found if f.fault is Fault.MONTH_TOTAL]
    assert months == [
        Finding(Fault.MONTH_TOTAL, (1000, 202501), "50001, 0", "50000, 0", off_by=1),
        Finding(Fault.MONTH_TOTAL, (2000, 202501), "0, 50001", "0, 50000", off_by=1),
    ]


def test_the_shape_is_looked_at_as_well(path: Path) -> None:
    """Somebody who changes the guards while the book is open meets the check instead."""
    book = lived_in(path)
    book.shelf.rows("DROP TRIGGER transfer_no_update")
    assert [found.fault for found in book.check()] == [Fault.SHAPE]
    book.close()


def test_lines_that_come_in_another_order_are_no_finding(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite promises no order of what it strings together; a sound book stays sound."""
    backwards = "(SELECT * FROM transfer ORDER BY entry, line DESC)"
    texts = checking_seals._TEXTS.replace("FROM transfer", f"FROM {backwards}")
    book = lived_in(path)
    right, turned = book.shelf.rows(checking_seals._TEXTS), book.shelf.rows(texts)
    assert right != turned
    monkeypatch.setattr(checking_seals, "_TEXTS", texts)
    assert book.check() == ()
    book.close()


def test_amounts_without_an_entry_are_found(village: Path, path: Path) -> None:
    work = "INSERT INTO transfer VALUES ({}, 0, 'deposit', 1000, 2000, 5, 1, NULL)"
    found = findings(village, path, [work.format(0), work.format(98), work.format(99)])
    places = {f.place for f in found if f.fault is Fault.UNSEALED}
    assert places == {(0,), (98,), (99,)}


def test_an_index_that_leads_astray_is_found(village: Path, path: Path) -> None:
    """Two indexes with their pages exchanged: every row is right, every question goes wrong."""
    connection = raw(village)
    roots = "SELECT name, rootpage FROM sqlite_schema WHERE name IN ('entry_day', 'entry_event')"
    (one, first), (two, second) = connection.execute(roots).fetchall()
    connection.close()
    work = [
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET rootpage = {first + second} - rootpage"
        f" WHERE name IN ('{one}', '{two}')",
    ]
    assert Fault.FILE in {f.fault for f in findings(village, path, work)}


def everything(path: Path) -> object:
    """All that the book holds; nothing where it cannot be opened, or is found to be wrong."""
    try:
        book = Book.open(path, clock=noon)
    except BookTrouble:
        return None
    try:
        if book.check():
            return None
        tables = book.shelf.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
        return [book.shelf.rows(f"SELECT * FROM {table}") for (table,) in tables]
    except BookTrouble:
        return None
    finally:
        book.close()


def test_no_flipped_bit_is_silent(
    village: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An old disk: what still opens and passes the check holds what it held before."""
    monkeypatch.setattr(opening, "LOCK_WAIT", 0)
    sound = everything(village)
    assert sound is not None
    content = village.read_bytes()
    chance = Random(20260414)
    noticed = 0
    for _ in range(200):
        flipped = bytearray(content)
        flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        found = everything(path)
        assert found is None or found == sound
        noticed += found is None
    # Most of a small file is empty room; the control is that some flips hit what matters.
    assert noticed > 20


@pytest.mark.parametrize("part", [1, 3, 5])
def test_a_file_that_was_cut_is_not_silent(village: Path, path: Path, part: int) -> None:
    content = village.read_bytes()
    path.write_bytes(content[: len(content) * part // 6])
    assert everything(path) is None
