"""What watches over lending and over the box, asked for on the command line."""

from pathlib import Path

import pytest

from tests.walks.commands import Commands, write_days

NEW = ("--rules", "a03_seventy_percent", "--name", "ກຸ່ມບ້ານນາ", "--begin", "2026-01-05")
OFFICERS = ("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ")
DAY = "2026-01-05"


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def book(commands: Commands, tmp_path: Path) -> Path:
    file = tmp_path / "group.book"
    commands.run("new", file, *NEW, *OFFICERS)
    rows: list[dict[str, object]] = [
        {"day": DAY, "what": "member", "member": n, "name": f"ຄຳ {n}", "note": "welfare"}
        for n in (1, 2, 3)
    ]
    paid: list[dict[str, object]] = [
        {"day": DAY, "what": "deposit", "member": n, "amount": kip}
        for n, kip in ((1, 52_000), (2, 20_000), (3, 35_000))
    ]
    commands.run("record", file, write_days(tmp_path / "days.csv", [*rows, *paid]))
    return file


def difference(commands: Commands, book: Path, counted: str) -> list[dict[str, object]]:
    return commands.figures(book, "difference", "--day", DAY, "--counted", counted)


def test_entries_that_may_make_the_difference(commands: Commands, book: Path) -> None:
    assert difference(commands, book, "107,000") == []
    (first, *_) = difference(commands, book, "72,000")
    assert (first["clue"], first["member"], first["entry"]) == ("written", "3", 3)
    assert "35,000" in str(first["sentence"])
    (first, *_) = difference(commands, book, "໘໐.໐໐໐")
    assert (first["clue"], first["kip"], first["meant"]) == ("digits", 52_000, 25_000)


def test_what_cannot_be_read_is_named(commands: Commands, book: Path) -> None:
    for counted in ((), ("--counted", "many")):
        status, out, err = commands.try_to("figures", book, "difference", *counted)
        assert (status, out) == (1, "")
        assert "--counted" in err
