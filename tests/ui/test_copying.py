"""The commands about copies: made, listed, looked into, put back, and a damaged book mended."""

from datetime import timedelta
from pathlib import Path

import pytest

import ui.commands.opening
from tests.walks.commands import Commands, write_days

OFFICERS = ("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ")
BOTH = ("--by", "ນາງ ດາວ", "--second", "accountant", "--today", "2026-03-05")


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def book(commands: Commands, tmp_path: Path) -> Path:
    file = tmp_path / "group.book"
    commands.run(
        *("new", file, "--rules", "a03_seventy_percent", "--name", "ກຸ່ມບ້ານນາ"),
        *("--begin", "2026-01-05", *OFFICERS),
    )
    joined = {"day": "2026-01-05", "what": "member", "member": 1, "name": "ຄຳ ສີວິໄລ"}
    record(commands, file, joined, saves("2026-01-05", 20_000))
    return file


@pytest.fixture
def copy(commands: Commands, book: Path, tmp_path: Path) -> Path:
    """A copy on a stick; another deposit was written after it."""
    commands.run("backup", book, "--to", tmp_path / "stick")
    record(commands, book, saves("2026-02-05", 15_000))
    (file,) = (tmp_path / "stick").iterdir()
    return file


def saves(day: str, amount: int) -> dict[str, object]:
    return {"day": day, "what": "deposit", "member": 1, "amount": amount}


def record(commands: Commands, book: Path, *rows: dict[str, object]) -> None:
    commands.run("record", book, write_days(book.with_name("d.csv"), rows), "--today", "2026-03-05")


def saved(commands: Commands, book: Path) -> object:
    return commands.figures(book, "members", "--day", "2026-03-05")[0]["savings"]


def test_a_copy_is_made_on_the_machine_and_on_the_stick(
    commands: Commands, book: Path, tmp_path: Path
) -> None:
    lines = commands.run("backup", book, "--to", tmp_path / "stick").splitlines()
    here, there = Path(lines[0]), Path(lines[1])
    assert here.read_bytes()[100:] == there.read_bytes()[100:]
    assert (there.parent, here.name) == (tmp_path / "stick", there.name)
    assert lines[-2].endswith(
        "1 members, savings 20,000\u00a0kip, lent out 0\u00a0kip, cash 20,000\u00a0kip."
    )
    assert lines[-1] == "It was opened and worked out anew: everything is right."


def test_a_stick_that_cannot_be_written_is_said(
    commands: Commands, book: Path, tmp_path: Path
) -> None:
    (tmp_path / "stick").write_bytes(b"")
    status, out, err = commands.try_to("backup", book, "--to", tmp_path / "stick")
    assert status == 1
    assert len(out.splitlines()) == 1
    assert err.startswith("No copy was made at")


def test_copies_are_listed_the_newest_first(commands: Commands, book: Path, copy: Path) -> None:
    commands.run("backup", book)
    rows = [
        line.split("\t")
        for line in commands.run("copies", book, "--at", copy.parent).split("\n")
        if line
    ]
    assert [row[1:3] for row in rows] == [
        ["2", "2026-02-05"],
        ["1", "2026-01-05"],
        ["1", "2026-01-05"],
    ]
    assert rows[-1][3] == str(copy)


def test_what_would_be_lost_stands_line_by_line(commands: Commands, book: Path, copy: Path) -> None:
    lines = commands.run("look", copy, "--against", book).splitlines()
    assert lines[-3] == "With this copy 1 acts with 1 entries would be lost:"
    assert lines[-2] == "2 · 05/02/2026 · 15,000\u00a0kip · 1 ຄຳ ສີວິໄລ"
    assert lines[-1].replace("\u00a0", " ") == (
        "Today's book: 1 members, savings 35,000 kip, lent out 0 kip, cash 35,000 kip."
    )
    commands.run("restore", book, copy, *BOTH)
    lines = commands.run("look", copy, "--against", book).splitlines()
    assert lines[-3] == "With this copy 1 acts with 0 entries would be lost:"
    assert lines[-2].endswith("The book was restored from a copy of act 3; act 4 was the newest.")


def test_a_damaged_copy_is_named_and_the_status_is_one(
    commands: Commands, book: Path, copy: Path
) -> None:
    copy.write_bytes(copy.read_bytes()[:9_000])
    status, _, err = commands.try_to("look", copy)
    assert status == 1
    assert "is damaged" in err


def test_a_copy_is_put_back_by_two(commands: Commands, book: Path, copy: Path) -> None:
    assert saved(commands, book) == 35_000
    status, _, err = commands.try_to("restore", book, copy, *BOTH[:2], "--today", "2026-03-05")
    assert (status, saved(commands, book)) == (1, 35_000)
    assert err
    status, _, err = commands.try_to("restore", book, copy, "--by", "ນາງ ໃດ")
    assert "ນາງ ໃດ" in err
    out = commands.run("restore", book, copy, *BOTH)
    assert out.splitlines()[0].startswith("The book was put back from the copy of act")
    assert out.splitlines()[1].startswith("Missing: acts")
    assert saved(commands, book) == 20_000
    record(commands, book, saves("2026-02-05", 11_000))
    assert saved(commands, book) == 31_000


def test_an_older_file_put_back_by_hand_is_refused_until_two_agree(
    commands: Commands, book: Path, copy: Path
) -> None:
    book.write_bytes(copy.read_bytes())
    status, _, err = commands.try_to("check", book)
    assert status == 1
    assert err.startswith("This is an older file of the book: it ends with act")
    days = write_days(book.with_name("d.csv"), [saves("2026-02-05", 11_000)])
    status, _, err = commands.try_to("record", book, days, "--today", "2026-03-05")
    assert status == 1
    assert err.startswith("Nothing was written: this file is not the one that was here before.")
    commands.run("do", book, "go_on_with_older", "reason=ທົດລອງ", *BOTH)
    commands.run("record", book, days, "--today", "2026-03-05")
    assert saved(commands, book) == 31_000
    assert commands.run("check", book).startswith("The book is whole.")


def test_the_newest_copies_are_rehearsed(commands: Commands, book: Path, copy: Path) -> None:
    commands.run("backup", book)
    out = commands.run("rehearse", book, "--at", copy.parent, "--today", "2026-03-05")
    here, there = out.splitlines()
    assert here == "This machine: Rehearsed on 05/03/2026: good."
    assert there == f"{copy.parent}: Rehearsed on 05/03/2026: good."
    copy.write_bytes(copy.read_bytes()[:9_000])
    status, out, _ = commands.try_to("rehearse", book, "--at", copy.parent, "--by", "president")
    assert status == 1
    assert "the newest copy cannot be opened. Make copies now" in out
    assert commands.run("check", book).startswith("The book is whole.")


def test_a_damaged_book_is_mended_to_the_last_act(
    commands: Commands, book: Path, copy: Path
) -> None:
    book.write_bytes(book.read_bytes()[:6_000])
    assert commands.try_to("check", book)[0] == 1
    out = commands.run("rescue", book, *BOTH)
    assert out.splitlines()[1].endswith("1 from the mirror log.")
    assert saved(commands, book) == 35_000


def test_without_a_copy_nothing_is_mended(commands: Commands, book: Path, tmp_path: Path) -> None:
    book.write_bytes(b"")
    status, _, err = commands.try_to("rescue", book, "--at", tmp_path, *BOTH)
    assert status == 1
    assert book.read_bytes() == b""
    assert err


def test_under_a_clock_that_cannot_be_right_nothing_is_written_until_somebody_says_so(
    commands: Commands, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = ui.commands.opening.now() + timedelta(days=4_000)
    monkeypatch.setattr(ui.commands.opening, "now", lambda: later)
    day = later.date().isoformat()
    saved_before = saved(commands, book)
    file = write_days(book.with_name("d.csv"), [saves("2026-02-05", 15_000)])
    status, out, err = commands.try_to("record", book, file, "--today", "2026-03-05")
    assert (status, out) == (1, "")
    assert err.startswith("Nothing was written: by the clock of this machine it is")
    assert f"Where the day is right: do BOOK confirm_day clock={day}" in err
    assert saved(commands, book) == saved_before
    assert commands.try_to("do", book, "confirm_day", "clock=2001-01-01")[0] == 1
    commands.run("do", book, "confirm_day", f"clock={day}")
    commands.run("record", book, file, "--today", "2026-03-05")
    assert saved(commands, book) != saved_before
