"""Sheets opened again, sheets put away and closed months, attacked with plain SQL."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.days import Month
from ledger.rules.meeting_values import SheetKind
from ledger.rules.months import MonthState
from ledger.rules.people import Actor
from ledger.rules.transfers import MeetingId, counter_entry
from tests.book.attack import NEXT
from tests.book.books import BOUN, KHAM, ONE, TWO, deposit, entry, hold_meeting, new_book, post, raw

JANUARY, FEBRUARY = date(2025, 1, 5), date(2025, 2, 5)
NEXT_ENTRY = "(SELECT max(number) + 1 FROM entry)"
SEAL = "(SELECT hash FROM entry ORDER BY number DESC LIMIT 1)"


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """January is closed, February on hold; the sheets 1 to 3: reopened, put away, signed."""
    path = tmp_path_factory.mktemp("corrections") / "village.book"
    book = new_book(path)
    first = hold_meeting(book, JANUARY, deposit(ONE, 5_000), deposit(TWO, 6_000))
    mirrors = [
        counter_entry(posted, day=JANUARY, reason="x") for posted in book.entries_of_sheet(first)
    ]
    with writing(book, KHAM, "reopen_sheet", second=BOUN, reason="x") as pen:
        pen.post(mirrors)
        fresh = pen.open_sheet(JANUARY, SheetKind.MEETING)
        pen.void_reopened(first, followed_by=fresh, reason="x")
    with writing(book, KHAM, "put_away_sheet", reason="x") as pen:
        pen.sign(fresh, signed_by=("ນາງ ຄຳ",))
        pen.void_empty(fresh, reason="x")
    hold_meeting(book, FEBRUARY, deposit(ONE, 7_000))
    for state, month in ((MonthState.ON_HOLD, 2), (MonthState.CLOSED, 1)):
        with writing(book, KHAM, "hold_month") as pen:
            pen.set_month(Month(2025, month), state, reason="")
    assert book.check() == ()
    book.close()
    return path


@pytest.fixture
def attacker(village: Path) -> Iterator[sqlite3.Connection]:
    connection = raw(village)
    connection.execute("BEGIN")
    yield connection
    connection.execute("ROLLBACK")
    connection.close()


@pytest.mark.parametrize("table", ["sheet_reopened", "sheet_away", "month_state"])
@pytest.mark.parametrize("way", ["OR REPLACE", "OR IGNORE", "OR ABORT"])
def test_they_are_ink(attacker: sqlite3.Connection, table: str, way: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: is ink"):
        attacker.execute(f"UPDATE {way} {table} SET reason = 'y'")
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: is ink"):
        attacker.execute(f"DELETE FROM {table}")
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: "):
        attacker.execute(f"INSERT {way} INTO {table} SELECT * FROM {table} LIMIT 1")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("3, 4, 'x', 1", "this event is sealed"),
        (f"1, 4, 'x', {NEXT}", "already reopened"),
        (f"3, 2, 'x', {NEXT}", "already reopened"),
        (f"NULL, 4, 'x', {NEXT}", "not signed"),
        (f"2, 4, 'x', {NEXT}", "not signed"),
        (f"9, 10, 'x', {NEXT}", "not signed"),
        (f"3, 4, 'x', {NEXT}", "an entry of it is not taken back"),
    ],
)
@pytest.mark.parametrize("way", ["OR REPLACE", "OR IGNORE"])
def test_only_the_last_sheet_is_reopened_with_all_of_its_entries(
    attacker: sqlite3.Connection, row: str, why: str, way: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(f"INSERT {way} INTO sheet_reopened SELECT {row}")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("3, 'x', 1", "this event is sealed"),
        (f"2, 'x', {NEXT}", "already put away"),
        (f"NULL, 'x', {NEXT}", "not signed by the same act"),
        (f"3, 'x', {NEXT}", "not signed by the same act"),
    ],
)
def test_only_a_sheet_that_is_signed_just_now_is_put_away(
    attacker: sqlite3.Connection, row: str, why: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(f"INSERT OR REPLACE INTO sheet_away SELECT {row}")


def test_a_sheet_with_money_is_not_put_away(attacker: sqlite3.Connection) -> None:
    attacker.execute(f"INSERT INTO sheet SELECT 4, 'meeting', 4, 20250306, {NEXT}")
    attacker.execute("INSERT INTO cell VALUES (4, 1, 'savings', 5, 1, 'x')")
    attacker.execute(
        f"INSERT INTO sheet_signed SELECT 4, '[\"x\"]', NULL, NULL, zeroblob(32), {NEXT}"
    )
    with pytest.raises(sqlite3.IntegrityError, match="money stands on it"):
        attacker.execute(f"INSERT INTO sheet_away SELECT 4, 'x', {NEXT}")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("3, 202503, 'on_hold', '', 1", "this event is sealed"),
        (f"7, 202503, 'on_hold', '', {NEXT}", "not the next id"),
        (f"3, 202501, 'open', 'x', {NEXT}", "the month is closed"),
        (f"3, 202412, 'on_hold', '', {NEXT}", "the month is closed"),
        (f"3, 202502, 'on_hold', '', {NEXT}", "on hold already"),
        (f"3, 202503, 'closed', '', {NEXT}", "not on hold"),
        (f"3, 202503, 'open', 'x', {NEXT}", "not on hold"),
        (f"3, 202502, 'open', ' ', {NEXT}", "CHECK"),
        (f"3, 202513, 'on_hold', '', {NEXT}", "CHECK"),
        (f"3, 202502, 'loose', '', {NEXT}", "CHECK"),
    ],
)
def test_months_only_go_forward(attacker: sqlite3.Connection, row: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(f"INSERT OR REPLACE INTO month_state SELECT {row}")


def test_a_month_is_not_closed_over_a_sheet_in_pencil(attacker: sqlite3.Connection) -> None:
    attacker.execute(f"INSERT INTO sheet SELECT 4, 'meeting', 4, 20250227, {NEXT}")
    with pytest.raises(sqlite3.IntegrityError, match="lies in pencil"):
        attacker.execute(f"INSERT INTO month_state SELECT 3, 202502, 'closed', '', {NEXT}")


def put_entry(attacker: sqlite3.Connection, day: int, *, kind: str = "deposit") -> None:
    attacker.execute(
        f"INSERT INTO transfer SELECT {NEXT_ENTRY}, 0, '{kind}', 1000, 2000, 5, 1, NULL"
    )
    attacker.execute(
        f"INSERT INTO entry SELECT {NEXT_ENTRY}, {day}, NULL, '', NULL, NULL, {NEXT}, {SEAL},"
        " zeroblob(32)"
    )


def put_event(attacker: sqlite3.Connection, *, second: str = "NULL", facts: str = "{}") -> None:
    attacker.execute(
        f"INSERT INTO event SELECT {NEXT}, '', 1, 'x', 'accountant', {second}, '', 'x', ?,"
        " (SELECT hash FROM event ORDER BY seq DESC LIMIT 1), zeroblob(32)",
        (facts,),
    )


def test_a_closed_month_takes_no_entry(attacker: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="the month is closed"):
        put_entry(attacker, 20250131)
    with pytest.raises(sqlite3.IntegrityError, match="the month is closed"):
        attacker.execute(f"INSERT INTO sheet SELECT 4, 'meeting', 4, 20250131, {NEXT}")


def test_an_entry_that_calls_itself_a_closing_needs_the_closing(
    attacker: sqlite3.Connection,
) -> None:
    put_entry(attacker, 20250131, kind="closing")
    with pytest.raises(sqlite3.IntegrityError, match="the month is closed"):
        put_event(attacker, second="2", facts='{"reason":"x"}')


@pytest.mark.parametrize(
    ("second", "facts"),
    [
        ("NULL", '{"reason":"x"}'),
        ("1", '{"reason":"x"}'),
        ("2", "{}"),
        ("2", '{"reason":""}'),
    ],
)
def test_a_month_on_hold_takes_two_and_a_reason(
    attacker: sqlite3.Connection, second: str, facts: str
) -> None:
    put_entry(attacker, 20250210)
    with pytest.raises(sqlite3.IntegrityError, match="it takes two and a reason"):
        put_event(attacker, second=second, facts=facts)
    put_event(attacker, second="2", facts='{"reason":"x"}')


@pytest.mark.parametrize("second", ["NULL", "1"])
def test_a_month_is_opened_again_by_two(attacker: sqlite3.Connection, second: str) -> None:
    attacker.execute(f"INSERT INTO month_state SELECT 3, 202502, 'open', 'x', {NEXT}")
    with pytest.raises(sqlite3.IntegrityError, match="takes two persons"):
        put_event(attacker, second=second)
    put_event(attacker, second="2")
    # From then on one person may write in it again.
    put_entry(attacker, 20250210)
    put_event(attacker)


def reopen_raw(
    book: Book,
    *,
    second: Actor | None = BOUN,
    day: date = JANUARY,
    kind: SheetKind = SheetKind.MEETING,
    mirrored_on: date = JANUARY,
) -> None:
    """Sheet 1 opened again with the pen alone, as if no rule had been asked."""
    first = MeetingId(1)
    (posted,) = book.entries_of_sheet(first)
    with writing(book, KHAM, "reopen_sheet", second=second, reason="x") as pen:
        pen.post([counter_entry(posted, day=mirrored_on, reason="x")])
        pen.void_reopened(first, followed_by=pen.open_sheet(day, kind), reason="x")


@pytest.fixture
def met(tmp_path: Path) -> Iterator[Book]:
    """A book in which one meeting was held."""
    book = new_book(tmp_path / "one.book")
    hold_meeting(book, JANUARY, deposit(ONE, 5_000))
    yield book
    assert not book.sheet(MeetingId(1)).void
    assert book.check() == ()
    book.close()


@pytest.mark.parametrize("second", [None, KHAM])
def test_a_sheet_is_reopened_by_two(met: Book, second: Actor | None) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="takes two persons"):
        reopen_raw(met, second=second)


def test_nothing_later_may_stand_on_a_sheet(met: Book) -> None:
    post(met, entry(FEBRUARY, deposit(TWO, 1_000)))
    with pytest.raises(sqlite3.IntegrityError, match="something later stands on it"):
        reopen_raw(met)


def test_a_later_sheet_is_in_the_way(met: Book) -> None:
    with writing(met, KHAM, "open_sheet") as pen:
        pen.open_sheet(FEBRUARY, SheetKind.DAY_SHEET)
    with pytest.raises(sqlite3.IntegrityError, match="something later stands on it"):
        reopen_raw(met)


@pytest.mark.parametrize(
    ("day", "kind"), [(FEBRUARY, SheetKind.MEETING), (JANUARY, SheetKind.DAY_SHEET)]
)
def test_the_sheet_that_follows_is_of_the_same_day(met: Book, day: date, kind: SheetKind) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="not a new one of its day"):
        reopen_raw(met, day=day, kind=kind)


def test_a_mirror_of_another_day_is_none(met: Book) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="an entry of it is not taken back"):
        reopen_raw(met, mirrored_on=FEBRUARY)
