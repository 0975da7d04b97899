"""Acts without a window: done whole, or one sentence and nothing is written."""

from pathlib import Path

import pytest

from tests.ui.test_commands import JOINED, OFFICERS, saves
from tests.walks.commands import Commands, write_days

LATER = ("--today", "2026-04-05")


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
    days = write_days(file.with_name("days.csv"), [*JOINED, saves(1, 50_000), saves(2, 20_000)])
    commands.run("record", file, days, *LATER)
    return file


def test_an_entry_is_taken_back(commands: Commands, book: Path) -> None:
    said = commands.run(
        *("do", book, "take_back", "entry=2", "reason=ພິມຜິດ", "--by", "ນາງ ບົວ", *LATER)
    )
    assert said.startswith("take_back: written as number")
    assert "1 entries" in said
    (row,) = commands.figures(book, "member", "--member", "2")[-1:]
    assert row["savings"] == 0


def test_a_loan_is_asked_for_and_decided(commands: Commands, book: Path) -> None:
    commands.run(
        *("do", book, "request_loan", "member=1", "amount=໑໐໐.໐໐໐", "product=emergency_loan"),
        *("purpose=illness", "day=2026-04-01", *LATER),
    )
    commands.run(
        *("do", book, "decide_loan", "member=1", "decision=3/2026", "amount=90,000"),
        *("approvers=ນາງ ດາວ; ນາງ ບົວ", "day=2026-04-02", *LATER),
    )
    (loan,) = commands.figures(book, "loans")
    assert (loan["member"], loan["stage"]) == ("1", "approved")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("fly",), "no act called “fly”"),
        (("take_back",), "entry=…"),
        (("take_back", "entry=two", "reason=x"), "“two” cannot be understood behind entry"),
        (("take_back", "entry=2", "why=x"), "takes no “why”"),
        (("take_back", "entry"), "“entry” cannot be understood"),
        (("take_back", "entry=2", "entry=1", "reason=x"), "“entry=1” cannot be understood"),
        (("take_back", "entry=2", "reason=x", "--by", "ນາງ ຜີ"), "nobody called “ນາງ ຜີ”"),
        (("request_loan", "member=9", "amount=1", "product=emergency_loan"), "“9” cannot"),
        (("request_loan", "member=1", "amount=1", "product=gold"), "“gold” cannot"),
        (("decide_loan", "member=1", "decision=1"), "cannot be understood behind member"),
        (("decide_loan", "loan=2026-001", "decision=1"), "“2026-001” cannot"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    commands: Commands, book: Path, words: tuple[str, ...], said: str
) -> None:
    before = book.read_bytes()
    status, out, err = commands.try_to("do", book, *words, *LATER)
    assert (status, out) == (1, "")
    assert said in err
    assert book.read_bytes() == before
