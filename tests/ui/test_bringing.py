"""A group's own tables: columns are guessed, every cell is read or named, all or nothing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ledger.rules.accounts import SAVINGS
from ledger.rules.days import Month
from ledger.rules.people import Sex
from tests.ui.conftest import NOW
from tests.ui.test_bringing_files import spreadsheet
from tests.walks.commands import Commands
from translations import Words
from ui.bringing.columns import guess, month_of_head
from ui.bringing.fields import Field, Kind
from ui.bringing.people import cell_name, read_people
from ui.bringing.refusals import ColumnsMissing
from ui.bringing.tables import Line, Table
from ui.commands import opening
from ui.desk import Desk

BEGIN = date(2026, 1, 5)
LIST: list[list[Any]] = [
    ["ກຸ່ມທ້ອນເງິນ ບ້ານນາ", "", "", "", "", ""],
    ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ເພດ", "ເຮືອນເລກທີ", "ວັນທີເຂົ້າ", "ເງິນທ້ອນ"],
    ["໐໐໑", "ນາງ ຄຳ", "ຍ", "12", "05/01/2568", "໕໐.໐໐໐"],
    ["002", "ທ້າວ ບຸນ", "ຊ", "12", "2025-02-05", "30,000 ກີບ"],
    ["", "ນາງ ນ້ອຍ", "", "7", "", "-"],
    ["", "ລວມ", "", "", "", "80,000"],
]


def table(*rows: list[str]) -> Table:
    return Table("x", tuple(Line(n, tuple(row)) for n, row in enumerate(rows, start=1)))


class TestGuess:
    def test_headings_are_found_below_the_name_of_the_group(self) -> None:
        found = guess(table(*LIST))
        assert (found.head, found.kind) == (2, Kind.MEMBERS)
        assert list(found.fields.values()) == [
            Field.NUMBER,
            Field.NAME,
            Field.SEX,
            Field.HOUSEHOLD,
            Field.JOINED,
            Field.SAVINGS,
        ]

    @pytest.mark.parametrize(
        "heads",
        [
            ["No.", "Full name", "Phone", "Balance"],
            ["ลำดับ", "ชื่อ-สกุล", "เบอร์โทร", "เงินออม"],
            ["number", "name", "phone", "savings"],
        ],
    )
    def test_in_three_languages(self, heads: list[str]) -> None:
        assert list(guess(table(heads)).fields.values()) == [
            Field.NUMBER,
            Field.NAME,
            Field.PHONE,
            Field.SAVINGS,
        ]

    def test_a_table_without_headings_is_not_guessed(self) -> None:
        found = guess(table(["001", "ນາງ ຄຳ"], ["002", "ທ້າວ ບຸນ"]))
        assert (found.head, dict(found.fields)) == (0, {})

    @pytest.mark.parametrize(
        ("head", "month"),
        [
            ("01/2025", Month(2025, 1)),
            ("2025-12", Month(2025, 12)),
            ("໐໓/໒໐໒໕", Month(2025, 3)),
            ("มีนาคม 2568", Month(2025, 3)),
            ("ເດືອນ ກຸມພາ 2025", Month(2025, 2)),
            ("2025-04-01", Month(2025, 4)),
            ("ມັງກອນ", None),
            ("13/2025", None),
            ("ຊື່", None),
        ],
    )
    def test_months_are_known_by_their_headings(self, head: str, month: Month | None) -> None:
        assert month_of_head(head) == month


def test_a_cell_has_the_name_that_a_spreadsheet_gives_it() -> None:
    assert [cell_name(c, 7) for c in (0, 2, 25, 26, 51, 52, 701, 702)] == [
        *("A7", "C7", "Z7", "AA7", "AZ7", "BA7", "ZZ7", "AAA7"),
    ]


class TestPeople:
    def test_every_row_becomes_a_member(self, words: Words) -> None:
        found = read_people(table(*LIST), guess(table(*LIST)), words, begin=BEGIN, next_number=9)
        assert found.problems == ()
        kham, bun, noy = found.persons
        assert (kham.member.number, kham.member.sex, kham.savings) == ("໐໐໑", Sex.FEMALE, 50_000)
        assert kham.member.joined == date(2025, 1, 5)
        assert (bun.member.household, bun.member.sex, bun.savings) == ("12", Sex.MALE, 30_000)
        # Without a number, a day or an amount: the next number, the first day, nothing saved.
        assert (noy.member.number, noy.member.joined, noy.savings) == ("009", BEGIN, 0)

    def test_every_cell_that_cannot_be_read_is_named(self, words: Words) -> None:
        rows = [
            LIST[1],
            ["001", "ນາງ ຄຳ", "ໝາ", "12", "31/02/2025", "1.5"],
            ["002", "", "", "", "05/01/68", "abc"],
            ["003", "ນາງ ດີ", "", "", "", "-500"],
        ]
        found = read_people(table(*rows), guess(table(*rows)), words, begin=BEGIN)
        assert [problem.cell for problem in found.problems] == [
            *("E2", "C2", "F2", "E3", "B3", "F3", "F4"),
        ]
        assert found.persons == ()
        assert all(problem.sentence for problem in found.problems)

    def test_without_a_column_of_names_nothing_is_read(self, words: Words) -> None:
        rows = table(["phone", "household"], ["020", "7"])
        with pytest.raises(ColumnsMissing):
            read_people(rows, guess(rows), words, begin=BEGIN)


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Commands:
    """The command line at the hour of the village's desk."""
    monkeypatch.setattr(opening, "now", lambda: NOW)
    return Commands(capsys)


TODAY = ("--today", "2026-04-20")
MONTHS: list[list[Any]] = [
    ["ເລກທີ", "ຊື່", "01/2026", "02/2026", "ມີນາ 2569"],
    ["1", "", 20_000, "໑໐.໐໐໐", ""],
    ["", "ນ້ອຍ ແສງມະນີ", "15,000", "-", 30_000],
]


class TestCommand:
    def test_months_come_in_whole(self, commands: Commands, village: Desk, tmp_path: Path) -> None:
        book, before = village.book.path, village.book.balances()[SAVINGS]
        village.close()
        file = spreadsheet(tmp_path / "2026.xlsx", MONTHS)
        tried = commands.run("bring", book, file, "--trial", *TODAY)
        assert "4 entries" in tried
        said = commands.run("bring", book, file, *TODAY)
        assert said.strip().replace("\xa0", " ") == (
            "3 days with 4 entries came in, 75,000 kip altogether."
        )
        rows = commands.figures(book, "trial-balance", *TODAY)
        saved = next(row["credit"] for row in rows if row["account"] == SAVINGS)
        assert saved == before + 75_000
        assert commands.run("check", book)

    def test_the_cell_of_a_refused_deposit_is_named(
        self, commands: Commands, village: Desk, tmp_path: Path
    ) -> None:
        book = village.book.path
        village.close()
        before = book.read_bytes()
        rows = [*MONTHS, ["3", "", "", 500, ""]]
        status, _, err = commands.try_to(
            "bring", book, spreadsheet(tmp_path / "x.xlsx", rows), *TODAY
        )
        assert status == 1
        assert "D4" in err
        assert book.read_bytes() == before

    def test_somebody_unknown_and_somebody_twice(
        self, commands: Commands, village: Desk, tmp_path: Path
    ) -> None:
        book = village.book.path
        village.close()
        rows = [*MONTHS, ["", "ບໍ່ມີ ຄົນນີ້", 10_000, "", ""]]
        status, _, err = commands.try_to(
            "bring", book, spreadsheet(tmp_path / "x.xlsx", rows), *TODAY
        )
        assert status == 1
        assert "A4" in err
        assert "not in the register" in err

    def test_a_number_is_hers_whatever_its_figures_and_zeros_unless_two_have_it(
        self, commands: Commands, village: Desk, tmp_path: Path
    ) -> None:
        book = village.book.path
        village.close()
        head = ["ເລກທີ", "ຊື່", "01/2026"]
        new = spreadsheet(tmp_path / "new.xlsx", [head[:2], ["3", "ໃໝ່"]])
        commands.run("bring", book, new, *TODAY)
        lao = spreadsheet(tmp_path / "a.xlsx", [head, ["໑", "", 20_000], ["003", "", 30_000]])
        commands.run("bring", book, lao, *TODAY)
        members = commands.figures(book, "members", *TODAY)
        saved = {row["number"]: row["savings"] for row in members}
        assert (saved["001"], saved["003"], saved["3"]) == (520_000, 530_000, 0)
        doubtful = spreadsheet(tmp_path / "b.xlsx", [head, ["03", "", 20_000]])
        status, _, err = commands.try_to("bring", book, doubtful, *TODAY)
        assert (status, "A2" in err) == (1, True)

    def test_members_come_in_and_a_wrong_sheet_is_named(
        self, commands: Commands, village: Desk, tmp_path: Path
    ) -> None:
        book = village.book.path
        village.close()
        rows = [["ເລກທີ", "ຊື່", "ເພດ"], ["101", "ໃໝ່ ໜຶ່ງ", "ຍ"], ["102", "ໃໝ່ ສອງ", "ຊ"]]
        file = spreadsheet(tmp_path / "new.xlsx", rows, title="ໃໝ່")
        assert "2 members can be taken" in commands.run("bring", book, file, "--trial", *TODAY)
        assert "2 members came in" in commands.run("bring", book, file, "--sheet", "ໃໝ່", *TODAY)
        status, _, err = commands.try_to("bring", book, file, "--sheet", "old", *TODAY)
        assert (status, "“old”" in err, "ໃໝ່" in err) == (1, True, True)
        status, _, err = commands.try_to("bring", book, file, *TODAY)
        assert (status, "written already" in err) == (1, True)
        other = spreadsheet(tmp_path / "other.xlsx", rows[:2])
        status, _, err = commands.try_to("bring", book, other, *TODAY)
        assert (status, "101" in err) == (1, True)

    def test_savings_so_far_are_for_the_beginning(
        self, commands: Commands, village: Desk, tmp_path: Path
    ) -> None:
        book = village.book.path
        village.close()
        file = spreadsheet(tmp_path / "new.xlsx", [["ເລກທີ", "ຊື່", "ເງິນທ້ອນ"], ["9", "ມາ", 5_000]])
        status, _, err = commands.try_to("bring", book, file, *TODAY)
        assert status == 1
        assert "when the books begin" in err


def test_a_new_group_takes_its_members_from_a_spreadsheet(
    commands: Commands, tmp_path: Path
) -> None:
    file, book = spreadsheet(tmp_path / "list.xlsx", LIST), tmp_path / "new.book"
    new = ("new", book, "--rules", "a03_seventy_percent", "--name", "x", "--begin", "2026-01-05")
    officers = ("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ")
    commands.run(*new, *officers, "--members", file, "--cash", "80,000")
    rows = commands.figures(book, "members", "--today", "2026-02-01")
    assert [row["savings"] for row in rows] == [50_000, 30_000, 0]
    bad = spreadsheet(tmp_path / "bad.xlsx", [LIST[1], ["1", "ນາງ ຄຳ", "ໝາ"]])
    again = tmp_path / "again.book"
    status, _, err = commands.try_to("new", again, *new[2:], *officers, "--members", bad)
    assert (status, "C2" in err, again.exists()) == (1, True, False)
