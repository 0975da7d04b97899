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


RICH = [
    {"day": DAY, "what": "member", "member": n, "name": f"ຄຳ {n}", "household": f"ເຮືອນ {n % 2}"}
    for n in range(1, 7)
]
SAVED = [{"day": DAY, "what": "deposit", "member": n, "amount": 500_000} for n in range(1, 7)]
LATER = "2026-06-05"


@pytest.fixture
def lending(commands: Commands, tmp_path: Path) -> Path:
    """Six members with half a million each, under the first rules of all."""
    file = tmp_path / "lending.book"
    commands.run("new", file, *NEW, *OFFICERS)
    rows: list[dict[str, object]] = [*RICH, *SAVED]
    commands.run("record", file, write_days(tmp_path / "rich.csv", rows))
    return file


def do(commands: Commands, book: Path, act: str, *facts: str, by: str = "accountant") -> None:
    commands.run("do", book, act, f"day={LATER}", *facts, "--by", by, "--today", LATER)


def ask(commands: Commands, book: Path, member: int, amount: int, guarantors: str) -> None:
    """A request that the committee approves."""
    do(
        commands,
        book,
        "request_loan",
        *(f"member={member}", f"amount={amount}", "product=ordinary", "purpose=trade"),
        f"guarantors={guarantors}",
    )


def agree(commands: Commands, book: Path, member: int) -> None:
    do(
        commands,
        book,
        "decide_loan",
        *(f"member={member}", "decision=1/2026", "approvers=ນາງ ດາວ; ນາງ ບົວ"),
    )


def test_from_the_request_to_the_arrears(commands: Commands, lending: Path) -> None:
    day = ("--day", LATER, "--today", LATER)
    ask(commands, lending, 1, 1_000_000, "2 3")
    ask(commands, lending, 2, 1_000_000, "1 3")
    (circle,) = commands.figures(lending, "circles", *day)
    assert circle["members"] == "1 2"
    hers = commands.figures(lending, "exposure", "--member", "3", *day)
    assert (hers[0]["stands_for"], hers[0]["guaranteed"]) == (2, 2_000_000)
    assert len(commands.figures(lending, "exposure", *day)) == 3
    do(commands, lending, "put_off_loan", "member=2", "reason=ລໍ", "decision=1/2026")
    do(commands, lending, "change_guarantors", "member=2", "guarantors=4 5", "reason=ຍ້າຍ")
    assert commands.figures(lending, "circles", *day) == []
    first, second = commands.figures(lending, "waiting", *day)
    assert (first["member"], first["reaches"], second["place"]) == ("1", True, 2)
    do(commands, lending, "take_ahead", "member=2", "reason=ລູກເຈັບ")
    first, second = commands.figures(lending, "waiting", *day)
    assert (first["member"], first["ahead"]) == ("2", True)
    (house,) = commands.figures(lending, "household", "--member", "1", *day)
    assert (house["members"], house["loans"], house["light"]) == ("1 3 5", 1, "look")
    assert house["reasons"]
    assert commands.figures(lending, "arrears", *day) == []
    sums = commands.figures(lending, "arrears-sums", *day)
    assert [row["loans"] for row in sums] == [0, 0, 0, 0, 0]


def test_a_loan_that_is_late_stands_among_the_arrears(commands: Commands, lending: Path) -> None:
    lent: list[dict[str, object]] = [
        {
            "day": LATER,
            "what": "loan",
            "member": 1,
            "amount": 300_000,
            "product": "ordinary",
            "purpose": "trade",
            "decision": "1/2026",
            "months": 1,
            "guarantors": "2 3",
        }
    ]
    days = write_days(lending.with_name("lent.csv"), lent)
    commands.run("record", lending, days, "--today", LATER)
    (row,) = commands.figures(lending, "arrears", "--day", "2026-08-05", "--today", "2026-08-05")
    assert (row["member"], row["household"], row["age"], row["days"]) == (
        "1",
        "ເຮືອນ 1",
        "quarter",
        31,
    )
    assert row["guarantors"] == "2 ຄຳ 2; 3 ຄຳ 3"


def test_a_household_is_named_by_a_member(commands: Commands, lending: Path) -> None:
    status, _, err = commands.try_to("figures", lending, "household", "--member", "99")
    assert status == 1
    assert "99" in err
