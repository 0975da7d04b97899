"""The people of a group over some months, by the command line: joined, on leave, gone, back."""

import csv
from pathlib import Path

import pytest

from tests.ui.test_commands import OFFICERS
from tests.walks.commands import Commands

DAYS = """day,what,member,name,household,decision,amount,born,guardian,note
2026-01-05,member,1,ຄຳ ສີວິໄລ,12,1/2026,,,,
2026-01-05,member,2,ຄຳ ສີວິໄລ,31,1/2026,,,,
2026-01-05,member,3,ນ້ອຍ ແສງມະນີ,12,1/2026,,2015,ຄຳ ສີວິໄລ,pupil
2026-01-05,deposit,1,,,,100000,,,
2026-01-05,deposit,2,,,,100001,,,
2026-01-05,deposit,3,,,,10000,,,
"""
AT = ("--today", "2026-06-05")


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
    days = tmp_path / "days.csv"
    days.write_text(DAYS, encoding="utf-8")
    commands.run("record", file, days, *AT)
    return file


def test_joining_with_a_decision(commands: Commands, book: Path) -> None:
    rows = commands.figures(book, "life", *AT)
    assert [(row["number"], row["what"], row["decision"]) for row in rows] == [
        (number, "admitted", "1/2026") for number in "123"
    ]
    ask = ("do", book, "ask_to_join", "name=ແສງ", "household=7", "sex=male", "day=2026-03-01")
    commands.run(*ask, *AT)
    commands.run(*ask, "born=1990", *AT)
    yes = ("candidate=1", "decision=2/2026", "number=4", "day=2026-03-05")
    commands.run("do", book, "take_in", *yes, *AT)
    no = ("candidate=2", "decision=2/2026", "reason=ບໍ່ຢູ່ບ້ານ", "day=2026-03-05")
    commands.run("do", book, "turn_down", *no, *AT)
    said = [row["approved"] for row in commands.figures(book, "candidates", *AT)]
    assert said == [True, False]
    status, _, err = commands.try_to("do", book, "turn_down", *no, *AT)
    assert (status, "2/2026" in err) == (1, True)


def test_households(commands: Commands, book: Path) -> None:
    commands.run("do", book, "move_household", "members=2 3", "household=40", *AT)
    rows = commands.figures(book, "households", *AT)
    assert [(row["household"], row["members"], row["savings"]) for row in rows] == [
        ("12", 1, 100_000),
        ("40", 2, 110_001),
    ]
    group = commands.figures(book, "group", *AT)[0]
    assert (group["members"], group["households"]) == (3, 2)


def test_leave_and_back(commands: Commands, book: Path) -> None:
    commands.run(
        *("do", book, "leave", "member=1", "first=2026-02-01", "last=2026-05-31"),
        *("decision=3/2026", *AT),
    )
    commands.run("do", book, "back", "member=1", "day=2026-04-01", *AT)
    rows = commands.figures(book, "life", "--member", "1", *AT)
    assert [(row["what"], row["until"]) for row in rows[1:]] == [
        ("leave", "2026-05-31"),
        ("back", ""),
    ]


def test_notice_settlement_and_coming_back(commands: Commands, book: Path) -> None:
    commands.run("do", book, "resign", "member=2", "day=2026-02-01", "note=ຍ້າຍ", *AT)
    shown = commands.figures(book, "settlement", "--member", "2", "--day", "2026-03-05", *AT)
    assert {row["what"]: row["kip"] for row in shown}["to_pay"] == 100_001
    day = ("member=2", "day=2026-03-05", "decision=4/2026")
    commands.run("do", book, "settle", *day, "pay_now=no", *AT)
    later = book.with_name("later.csv")
    with later.open("w", encoding="utf-8", newline="") as text:
        rows = csv.writer(text)
        rows.writerow(["day", "what", "member", "amount", "name"])
        rows.writerow(["2026-04-05", "settlement_paid", "2", "100001", "ຄຳ"])
    commands.run("record", book, later, *AT)
    last = commands.figures(book, "member", "--member", "2", *AT)[-1]
    assert (last["kind"], last["paid_out"], last["note"]) == ("settlement_paid", 100_001, "ຄຳ")
    commands.run("do", book, "rejoin", "member=2", "day=2026-05-05", "decision=5/2026", *AT)
    states = {row["number"]: row["status"] for row in commands.figures(book, "members", *AT)}
    assert states["2"] == "active"
    status, _, err = commands.try_to("do", book, "rejoin", *day[:2], "decision=6", *AT)
    # Number 1 has the same name: the household says who is meant.
    assert (status, "2 ຄຳ ສີວິໄລ (31)" in err) == (1, True)


def test_who_gave_notice_stays_after_all(commands: Commands, book: Path) -> None:
    notice = ("do", book, "resign", "member=2", "day=2026-02-01", *AT)
    commands.run(*notice)
    status, _, err = commands.try_to(*notice)
    assert (status, "2 ຄຳ ສີວິໄລ (31)" in err) == (1, True)
    commands.run("do", book, "back", "member=2", "day=2026-02-20", *AT)
    kinds = [row["what"] for row in commands.figures(book, "life", "--member", "2", *AT)]
    assert kinds[1:] == ["notice", "back"]
    commands.run(*notice)


def test_death_and_the_family_by_percent(commands: Commands, book: Path) -> None:
    commands.run("do", book, "beneficiaries", "member=2", "people=ວຽງ:ລູກ:60%; ແສງ:ຜົວ:40%", *AT)
    commands.run("do", book, "death", "member=2", "day=2026-03-01", "note=ພະຍາດ", *AT)
    commands.run("do", book, "settle", "member=2", "day=2026-03-05", "decision=6/2026", *AT)
    paid = commands.figures(book, "member", "--member", "2", *AT)[-2:]
    # 60 % and 40 % of 100,001: the odd kip goes to the first.
    assert [(row["note"], row["paid_out"]) for row in paid] == [("ວຽງ", 60_001), ("ແສງ", 40_000)]
    assert commands.run("check", book)


def test_the_committee_hands_over(commands: Commands, book: Path) -> None:
    before = commands.figures(book, "committee", *AT)
    first = before[0]["name"]
    commands.run(
        *("do", book, "hand_over", f"goes={first}", "comes=president:ນາງ ໃໝ່"),
        *(f"handed_by={first}", "taken_by=ນາງ ໃໝ່", "decision=7/2026", *AT),
    )
    after = [row["name"] for row in commands.figures(book, "committee", *AT)]
    assert (first in after, "ນາງ ໃໝ່" in after) == (False, True)
    assert commands.figures(book, "hand-over", *AT)[0]["cash"] == 210_001


@pytest.mark.parametrize(
    "words",
    [
        ("ask_to_join", "name=x", "sex=bird"),
        ("beneficiaries", "member=1", "people=x:y:z"),
        ("hand_over", "goes=nobody", "decision=1", "handed_by=a", "taken_by=b"),
        ("hand_over", "comes=king:x", "decision=1", "handed_by=a", "taken_by=b"),
    ],
)
def test_what_cannot_be_read_is_said(
    commands: Commands, book: Path, words: tuple[str, ...]
) -> None:
    before = book.read_bytes()
    status, out, err = commands.try_to("do", book, *words, *AT)
    assert (status, out) == (1, "")
    assert "cannot be understood" in err
    assert book.read_bytes() == before
