"""Every command does one thing, or says one sentence and leaves everything as it was."""

import hashlib
import json
from pathlib import Path

import pytest

from ledger.rules.refusals import FactUnreadable
from tests.walks.commands import Commands, write_days
from ui.commands.books import read_rules

OFFICERS = ("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ")
NEW = ("new", "{folder}/n.book", "--rules", "a03_seventy_percent", "--name", "x")
JOINED = [
    {"day": "2026-01-05", "what": "member", "member": 1, "name": "ຄຳ ສີວິໄລ", "note": "welfare"},
    {"day": "2026-01-05", "what": "member", "member": 2, "name": "ບົວ ແກ້ວມະນີ"},
]


def saves(member: object, amount: object, day: str = "2026-01-05") -> dict[str, object]:
    return {"day": day, "what": "deposit", "member": member, "amount": amount}


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
    return file


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def record(commands: Commands, book: Path, *rows: dict[str, object]) -> tuple[int, str, str]:
    days = write_days(book.with_name("days.csv"), rows)
    return commands.try_to("record", book, days, "--today", "2026-03-05")


def test_a_day_is_told_of_when_it_is_written(commands: Commands, book: Path) -> None:
    status, out, err = record(
        commands,
        book,
        *JOINED,
        saves(1, "20,000"),
        saves(2, "໓໐.໐໐໐"),
        saves(1, 15000, "2026-02-05"),
    )
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "2026-01-05: 2 entries, last number 2",
        "2026-02-05: 1 entries, last number 3",
    ]
    members = commands.figures(book, "members", "--day", "2026-03-05")
    assert [(row["number"], row["savings"]) for row in members] == [("1", 35_000), ("2", 30_000)]


def test_a_file_that_is_recorded_twice_is_written_once(commands: Commands, book: Path) -> None:
    days = (*JOINED, saves(1, "20,000"), saves(1, 15000, "2026-02-05"))
    record(commands, book, *days[:-1])
    status, out, err = record(commands, book, *days)
    assert (status, err) == (0, "")
    known, written = out.splitlines()
    assert known.startswith("2026-01-05: these rows are in the book already, as number ")
    assert written == "2026-02-05: 1 entries, last number 2"
    before = digest(book)
    status, out, err = record(commands, book, *days)
    assert (status, err, out.count("not written again")) == (0, "", 2)
    assert digest(book) == before


def test_the_same_rows_of_another_form_are_written_too(commands: Commands, book: Path) -> None:
    record(commands, book, *JOINED)
    days = write_days(book.with_name("days.csv"), [saves(1, "20,000", "2026-02-05")])
    last = ("--today", "2026-03-05", "--form")
    for form, entries in (("7", 1), ("8", 2), ("7", 2)):
        commands.run("record", book, days, *last, form)
        member = commands.figures(book, "member", "--member", "1")
        assert len(member) == entries


def test_an_act_of_one_form_is_done_once(commands: Commands, book: Path) -> None:
    record(commands, book, *JOINED)
    ask = ("do", book, "ask_to_join", "name=ແກ້ວ", "day=2026-02-05", "--today", "2026-02-05")
    commands.run(*ask, "--form", "7")
    status, out, err = commands.try_to(*ask, "--form", "7")
    assert (status, out) == (1, "")
    assert "not written a second time" in err
    commands.run(*ask, "--form", "8")
    commands.run(*ask)


def test_a_day_with_one_wrong_row_is_not_written_and_the_days_before_it_stay(
    commands: Commands, book: Path
) -> None:
    wrong = {"day": "2026-02-05", "what": "withdrawal", "member": 2, "amount": 99_000_000}
    status, out, err = record(
        commands, book, *JOINED, saves(1, 20_000), saves(1, 15_000, "2026-02-05"), wrong
    )
    assert status == 1
    assert out.splitlines() == ["2026-01-05: 1 entries, last number 1"]
    assert err.startswith("Row 6: ")
    assert commands.figures(book, "trial-balance")[0]["debit"] == 20_000


def test_a_spreadsheet_that_took_the_noughts_away_is_understood(
    commands: Commands, book: Path
) -> None:
    joined = [{**row, "member": f"00{row['member']}"} for row in JOINED]
    status, out, err = record(commands, book, *joined, saves(1, 20_000), saves("002", 30_000))
    assert (status, out.splitlines(), err) == (0, ["2026-01-05: 2 entries, last number 2"], "")
    assert len(commands.figures(book, "member", "--member", "2")) == 1


def test_a_number_that_could_be_two_members_is_nobody_s(commands: Commands, book: Path) -> None:
    joined = [{**row, "member": number} for row, number in zip(JOINED, ("07", "007"), strict=True)]
    status, _, err = record(commands, book, *joined, saves(7, 20_000))
    assert (status, err) == (1, "Row 4: There is nobody called “7” in this book.\n")


def test_years_of_the_other_era(commands: Commands, book: Path) -> None:
    status, _, said = commands.try_to("--years", "buddhist", "close", book, 2026, "--plan")
    assert (status, "2569" in said) == (1, True)
    status, _, said = commands.try_to("--language", "th", "--years", "common", "close", book, 2026)
    assert (status, "2026" in said) == (1, True)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (saves(1, "12.50"), "Row 4, column “amount”: “12.50”"),
        (saves(1, "-5"), "Row 4, column “amount”: “-5”"),
        (saves(1, 0), "Row 4, column “amount”: “0”"),
        (saves(9, 5_000), "Row 4: There is nobody called “9” in this book."),
        ({**saves(1, 5_000), "what": "gift"}, "Row 4, column “what”: “gift”"),
        ({**saves(1, 5_000), "month": "2026-13"}, "Row 4, column “month”: “2026-13”"),
        ({**saves(1, 5_000), "day": "2026-02-31"}, "Row 4, column “day”: “2026-02-31”"),
        ({**saves(1, 5_000), "day": "2025-12-31"}, "Row 4: 31/12/2025 lies before"),
        ({**saves(1, 5_000), "what": "expense", "account": "gold"}, "column “account”: “gold”"),
        ({**saves(1, 5_000), "what": "repayment"}, "Row 4, column “loan”: “1”"),
        ({**saves(1, 5_000), "what": "loan", "product": "x"}, "Row 4, column “product”: “x”"),
        ({**JOINED[0], "sex": "x", "name": ""}, "Row 4, column “name”: “”"),
        (dict(JOINED[0]), "Row 4: "),
    ],
)
def test_a_row_that_cannot_be_understood_is_named_and_nothing_is_written(
    commands: Commands, book: Path, row: dict[str, object], said: str
) -> None:
    before = digest(book)
    status, out, err = record(commands, book, *JOINED, row)
    assert (status, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1
    assert digest(book) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "does not name the columns"),
        (b"day,what,colour\n", "column “colour”"),
        ("day,what\n2026-01-05,ຝາກ".encode("utf-16"), "UTF-8"),
        (b'day,what\n"2026-01-05,deposit', "CSV"),
    ],
)
def test_a_file_that_is_no_day_file_is_refused(
    commands: Commands, book: Path, content: bytes, said: str
) -> None:
    days = book.with_name("days.csv")
    days.write_bytes(content)
    status, _, err = commands.try_to("record", book, days, "--today", "2026-03-05")
    assert status == 1
    assert said in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("figures", "{book}", "moon"), "There are no figures called “moon”"),
        (("figures", "{book}", "member", "--member", "77"), "nobody called “77”"),
        (("figures", "{book}", "group", "--day", "31/02/2026"), "cannot be understood"),
        (("record", "{book}", "{folder}/none.csv"), "There is no file none.csv"),
        (("print", "{book}", "passbook", "--out", "{folder}/x.pdf"), "Say --member"),
        (
            ("print", "{book}", "none", "--out", "{folder}/x.pdf"),
            "passbook, passbooks, ",
        ),
        (
            ("print", "{book}", "annual", "--option", "loud", "--out", "{folder}/x.pdf"),
            "“loud” cannot be understood behind --option",
        ),
        (("close", "{book}", "2026", "--today", "2026-05-01"), "2026"),
        (("close", "{book}", "2026", "--signed-by", "ນາງ ໃດ", "--today", "2027-01-01"), "ນາງ ໃດ"),
        (("check", "{folder}/none.book"), "There is no book at"),
        (("new", "{book}", "--rules", "a03_seventy_percent", "--name", "x", *OFFICERS), "already"),
        (("new", "{folder}/n.book", "--rules", "none", "--name", "x", *OFFICERS), "no file none"),
        (NEW, "officers"),
        ((*NEW, *OFFICERS, "--cash", "500"), "500"),
        ((*NEW, "--officer", "king:ນາງ ດາວ"), "king:ນາງ ດາວ"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    commands: Commands, book: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    before = digest(book)
    status, out, err = commands.try_to(*(w.format(book=book, folder=tmp_path) for w in words))
    assert (status, out) == (1, "")
    assert said in err
    assert "Traceback" not in err
    assert "Something went wrong" not in err
    assert digest(book) == before
    assert not (tmp_path / "n.book").exists()
    assert not (tmp_path / "x.pdf").exists()


def test_figures_come_as_json_and_as_a_table_no_spreadsheet_runs(
    commands: Commands, book: Path
) -> None:
    evil = {**JOINED[1], "name": "=HYPERLINK(1)"}
    record(commands, book, JOINED[0], evil, saves(1, 20_000))
    table = commands.run("figures", book, "members", "--format", "csv", "--day", "2026-03-05")
    assert table.startswith("\ufeffnumber,name,")
    assert "\r\n2,'=HYPERLINK(1)," in table
    rows = json.loads(commands.run("figures", book, "group", "--day", "2026-03-05"))
    assert rows[0]["savings"] == 20_000


@pytest.mark.parametrize(
    "name",
    ["group", "trial-balance", "members", "loans", "funds", "profit", "entries"],
)
def test_every_figure_can_be_asked_of_a_young_book(
    commands: Commands, book: Path, name: str
) -> None:
    cost = {"day": "2026-01-05", "what": "expense", "account": "general_costs", "amount": 5_000}
    record(commands, book, *JOINED, saves(1, 20_000), cost)
    assert isinstance(commands.figures(book, name, "--today", "2026-03-05"), list)


def test_papers_are_printed_whole(commands: Commands, book: Path, tmp_path: Path) -> None:
    record(commands, book, *JOINED, saves(1, 20_000), saves(2, 10_000))
    for paper in (("passbook", "--member", "1"), ("passbooks",), ("annual",)):
        out = tmp_path / f"{paper[0]}.pdf"
        commands.run("print", book, *paper, "--out", out, "--today", "2026-03-05")
        assert out.read_bytes().startswith(b"%PDF-")
        assert out.read_bytes().rstrip().endswith(b"%%EOF")


def test_the_plan_of_a_year_is_looked_at_without_writing(commands: Commands, book: Path) -> None:
    income = {"day": "2026-01-05", "what": "income", "account": "other_income", "amount": 90_000}
    record(commands, book, *JOINED, saves(1, 20_000), income)
    before = digest(book)
    plan = json.loads(commands.run("close", book, 2026, "--plan", "--today", "2027-01-01"))
    assert plan["profit"] == 90_000
    assert digest(book) == before


def test_lao_is_spoken_when_asked_for(commands: Commands, tmp_path: Path) -> None:
    status, _, err = commands.try_to("--language", "lo", "check", tmp_path / "none.book")
    assert status == 1
    assert any("\u0e80" <= letter <= "\u0eff" for letter in err)


def test_rules_with_a_number_that_nobody_can_read_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text('{"valid_from": ' + "9" * 5_000 + "}", encoding="utf-8")
    with pytest.raises(FactUnreadable):
        read_rules(str(file))
