"""Acts without a window: done whole, or one sentence and nothing is written."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ledger.actions.meeting import open_sheet
from ledger.book.book import Book
from ledger.rules.meeting_values import SheetKind
from ledger.rules.people import Actor, Role
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


BY = ("--by", "ນາງ ດາວ", "--second", "ນາງ ບົວ", *LATER)


def test_a_decision_is_written_and_corrected(commands: Commands, book: Path) -> None:
    commands.run(
        *("do", book, "write_decision", "number=7/2026", "day=2026-03-05", "about=fund"),
        *("text=ຊື້ປຶ້ມ", "present=ນາງ ດາວ; ນາງ ບົວ", "for=12", "against=1", *BY),
    )
    commands.run("do", book, "write_decision", "text=ຊື້ປຶ້ມ 20", "corrects=7/2026", *BY)
    new, old = commands.figures(book, "minutes")
    assert (new["number"], new["corrects"], old["corrected_by"]) == ("8/2026", "7/2026", "8/2026")
    assert (old["present"], old["for"], old["against"]) == ("ນາງ ດາວ; ນາງ ບົວ", 12, 1)
    assert commands.figures(book, "missing-decisions") == []
    status, _, err = commands.try_to("do", book, "write_decision", "text=x", "about=rain", *BY)
    assert (status, "about" in err) == (1, True)


def test_months_are_held_closed_and_written_by_two(commands: Commands, book: Path) -> None:
    commands.run("do", book, "hold_month", "month=2026-03", *BY)
    days = write_days(book.with_name("late.csv"), [{**saves(1, 20_000), "day": "2026-03-09"}])
    status, _, err = commands.try_to("record", book, days, *LATER)
    assert (status, "on hold" in err) == (1, True)
    commands.run("record", book, days, "--reason", "ລືມ", *BY)
    commands.run("do", book, "reopen_month", "month=2026-03", "reason=ລືມ", *BY)
    commands.run("do", book, "hold_month", "month=2026-03", *BY)
    commands.run("do", book, "close_month", "month=2026-02", *BY)
    states = [row["state"] for row in commands.figures(book, "month-states", *LATER)]
    assert states == ["closed", "closed", "on_hold", "open"]
    status, _, err = commands.try_to("do", book, "close_month", "month=2026-02", *BY)
    assert (status, "is closed" in err) == (1, True)


def test_a_sheet_that_is_not_there_is_not_opened_again(commands: Commands, book: Path) -> None:
    assert commands.figures(book, "sheets") == []
    for act in ("reopen_sheet", "put_away_sheet"):
        status, _, err = commands.try_to("do", book, act, "sheet=1", "reason=x", *BY)
        assert (status, "sheet" in err) == (1, True)


def test_new_rules_are_compared_and_adopted(commands: Commands, book: Path) -> None:
    rules, on = ("--rules", "a01_pakhon"), ("--day", "2026-05-01", *LATER)
    rows = commands.figures(book, "rule-change", *rules, *on)
    assert {row["what"] for row in rows} >= {"total"}
    status, _, err = commands.try_to("figures", book, "rule-change", *LATER)
    assert (status, "--rules" in err) == (1, True)


def test_rules_are_adopted_by_two(commands: Commands, book: Path) -> None:
    facts = ("do", book, "adopt_rules", "rules=a01_pakhon", "day=2026-05-01", "decision=4/2026")
    status, _, err = commands.try_to(*facts, "--by", "ນາງ ດາວ", *LATER)
    assert (status, err) == (
        1,
        "This takes two officers who are in office. A second one has to confirm it.\n",
    )
    commands.run(*facts, *BY)


def test_a_group_agrees_on_who_may_do_what(commands: Commands, book: Path) -> None:
    facts = ("do", book, "change_permits", "what=record_day", "two=yes", "decision=5/2026")
    status, _, err = commands.try_to(*facts, "may=boss", *BY)
    assert (status, "may" in err) == (1, True)
    status, _, err = commands.try_to(*facts, "may=adviser,president", *BY)
    assert (status, "Choose another office" in err) == (1, True)
    commands.run(*facts, "may=president,accountant", *BY)
    (row,) = [row for row in commands.figures(book, "permits") if not row["usual"]]
    assert row == {
        "act": "record_day",
        "may": "president,accountant",
        "two": True,
        "usual": False,
    }
    days = write_days(book.with_name("more.csv"), [saves(1, 10_000)])
    status, _, err = commands.try_to("record", book, days, *LATER)
    assert (status, "This takes two officers" in err) == (1, True)
    commands.run("record", book, days, *BY)
    status, _, err = commands.try_to("do", book, "change_permits", "what=pencil", facts[5], *BY)
    assert (status, "the same in every group" in err) == (1, True)
    status, _, err = commands.try_to("do", book, "change_permits", "what=fly", facts[5], *BY)
    assert (status, "what" in err) == (1, True)


def test_a_meeting_on_paper_is_filled_in(commands: Commands, book: Path, tmp_path: Path) -> None:
    out = tmp_path / "tonight.pdf"
    commands.run("print", book, "collection", "--day", "2026-04-05", "--out", out, *LATER)
    opened = Book.open(book, clock=lambda: datetime(2026, 4, 5, 9, tzinfo=UTC))
    (printed,) = opened.printed_collections()
    keeper = next(officer for officer in opened.officers())
    code, due = printed.code, sum(row.due_in_all for row in printed.rows)
    facts = ("do", book, "fill_as_printed", f"sheet={code}", "except=1 absent")
    opened.close()
    assert "Open the meeting of 05/04/2026 first" in commands.try_to(*facts, *LATER)[2]
    opened = Book.open(book, clock=lambda: datetime(2026, 4, 5, 9, tzinfo=UTC))
    actor = Actor(keeper.id, keeper.name, Role.ACCOUNTANT)
    day = date(2026, 4, 5)
    open_sheet(opened, actor, day=day, kind=SheetKind.MEETING, opening=None, today=day)
    opened.close()
    (row,) = commands.figures(book, "printed-sheets")
    assert (row["sheet"], row["due"], row["day"]) == (code, due, "2026-04-05")
    for wrong in ("except=1", "except=1 savings", "except=1 rice=5", "except=77 absent"):
        assert commands.try_to(*facts[:-1], wrong, *LATER)[2]
    commands.run(*facts[:-1], "except=row:1 absent; member:2 savings=30,000", *LATER)
    opened = Book.open(book, clock=lambda: datetime(2026, 4, 5, 9, tzinfo=UTC))
    sheet = opened.open_sheet()
    assert sheet is not None
    gone = printed.rows[0].due_in_all + printed.rows[1].due[0]
    assert sum(cell.kip for cell in sheet.cells) == due - gone + 30_000
    opened.close()


def test_the_forms_need_no_book(commands: Commands, tmp_path: Path) -> None:
    out = tmp_path / "forms.pdf"
    assert str(out) in commands.run("forms", "--out", out)
    assert out.read_bytes().startswith(b"%PDF")
