"""A group that owes money, and has lent some to the next village, begins its book: typed in Lao."""

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ledger.book.book import Book
from ledger.rules.accounts import Named, named_account
from ledger.rules.loan_rules import ScheduleKind
from ledger.rules.rulebook import Level
from tests.ui.hands import click, type_line
from tests.ui.test_rules import choose, line, list_at
from tests.walks import pakhon
from tests.walks.commands import Commands
from tests.walks.test_first_run import choose_in_cell, paste, start_program, type_cell
from ui import settings as machine
from ui.screens.first_run.cash_page import CashPage
from ui.screens.first_run.debts import METHOD, SCHEDULE, WAY
from ui.screens.first_run.debts_page import DebtsPage
from ui.screens.first_run.rules_page import RulesPage
from ui.screens.first_run.screen import FirstRunScreen
from ui.screens.first_run.steps import STEPS
from ui.screens.rules.listing import ADDED

DISTRICT, SOUTH = named_account(Named.LENDER, 1), named_account(Named.LENDER, 2)
NEXT_VILLAGE = named_account(Named.BANK, 2)
LENT, OUT = 2_000_000, 400_000


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FirstRunScreen:
    """The fund of Pakhon, everything typed, standing at its rules."""
    monkeypatch.setattr(machine, "books_folder", lambda: tmp_path / "books")
    screen = start_program(qtbot, tmp_path)
    page = STEPS.index("rules")
    screen.desk.speak("lo")
    screen.enter(replace(pakhon.pakhon_draft(), page=page, reached=len(STEPS) - 1))
    return screen


def test_a_group_with_debts_and_a_loan_to_the_next_village_begins(screen: FirstRunScreen) -> None:
    _add_neighbour(screen)
    _go_to(screen, "debts")
    page = screen.steps.page()
    assert isinstance(page, DebtsPage)
    type_cell(page, 0, 0, "ກອງທຶນເມືອງ")
    click(screen.forward)
    assert screen.steps.page() is page  # A lender alone is no debt.
    paste(page, 0, 1, "໓.໐໐໐.໐໐໐\t0,5%")
    choose_in_cell(page, 0, METHOD, "outstanding")
    choose_in_cell(page, 0, SCHEDULE, "bullet")
    paste(page, 0, 5, "15/6/2569\t130\t7/2025")
    assert "120" in page.grid.problem_text()
    type_cell(page, 0, 6, "12")
    paste(page, 1, 0, "ກຸ່ມບ້ານໃຕ້\t500,000\t1\toutstanding\tprincipal_parts\t31/10/2026\t5\t2/2026")
    assert page.grid.problem_text() == ""
    assert "3,500,000" in page.below.text()
    # The next village has borrowed too: it has a schedule of its own, as the district fund has.
    paste(page, 2, 0, "ກຸ່ມບ້ານໜອງ\t400,000\t1\toutstanding\tbullet\t31/10/2026\t6\t3/2026")
    choose_in_cell(page, 2, WAY, "lent")
    assert "3,500,000" in page.below.text()
    assert "ໃຫ້ກຸ່ມອື່ນກູ້: 400,000" in page.below.text().replace("\u00a0", " ")
    click(screen.forward)
    _count_cash(screen)
    figures = [pair for card in screen.steps.check.figures() for pair in card]
    assert ("ກູ້ຈາກ ກອງທຶນເມືອງ, 0.5% ຕໍ່ເດືອນ", "3,000,000\u00a0ກີບ") in figures
    assert ("ກຸ່ມບ້ານເໜືອ", "2,000,000\u00a0ກີບ") in figures
    assert ("ໃຫ້ ກຸ່ມບ້ານໜອງ ກູ້, 1% ຕໍ່ເດືອນ", "400,000\u00a0ກີບ") in figures
    click(screen.forward)
    _in_the_book(screen.desk.book)
    screen.desk.close()


def _go_to(screen: FirstRunScreen, name: str) -> None:
    """Walk with the button at the bottom until a page is seen."""
    for _ in STEPS:
        if STEPS[screen.steps.draft.page] == name:
            return
        click(screen.forward)
    raise AssertionError(name)


def _add_neighbour(screen: FirstRunScreen) -> None:
    """An account for what was lent to the next village, on the page of the rules."""
    page = screen.steps.page()
    assert isinstance(page, RulesPage)
    type_line(page.resolution, "7/2026")
    editor = page.editor
    accounts = list_at(editor, "accounts")
    accounts.add.menu().actions()[ADDED.index(Named.BANK)].trigger()
    place = accounts.place()
    type_line(line(editor, f"{place}.name"), "ກຸ່ມບ້ານເໜືອ")
    choose(editor, f"{place}.level", Level.GROUP)
    named = editor.rulebook().named(NEXT_VILLAGE)
    assert named is not None
    assert (named.name, named.level) == ("ກຸ່ມບ້ານເໜືອ", Level.GROUP)


def _count_cash(screen: FirstRunScreen) -> None:
    page = screen.steps.page()
    assert isinstance(page, CashPage)
    assert page.difference() == OUT - 3_500_000
    type_line(page.line(NEXT_VILLAGE), str(LENT))
    assert page.difference() == LENT + OUT - 3_500_000
    type_line(page.counter.line(100_000), "161")
    assert page.difference() == 0
    click(screen.forward)


def _in_the_book(book: Book) -> None:
    held = book.balances()
    assert [held[a] for a in (DISTRICT, SOUTH, NEXT_VILLAGE)] == [3_000_000, 500_000, LENT]
    first, second = book.borrowing_rows(pakhon.BEGIN)
    assert first.next_due is not None
    assert (first.next_due.due, first.next_due.interest) == (date(2027, 6, 15), 180_000)
    assert second.borrowing.terms.schedule is ScheduleKind.PRINCIPAL_PARTS
    assert second.next_due is not None
    assert second.next_due.principal == 100_000
    (lent,) = book.group_loan_rows(pakhon.BEGIN)
    assert lent.next_due is not None
    assert (lent.state.principal, lent.next_due.interest) == (OUT, 24_000)
    assert book.check() == ()


def test_the_same_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands, file = Commands(capsys), tmp_path / "g.book"
    rules = json.loads(Path("resources/rules/a03_seventy_percent.json").read_text("utf-8"))
    neighbour = {"account": 1099, "name": "ກຸ່ມບ້ານເໜືອ", "level": "group", "rate": 600}
    rules["accounts"].append(neighbour)
    (tmp_path / "rules.json").write_text(json.dumps(rules), "utf-8")
    _write(tmp_path / "members.csv", [("number", "name", "savings"), ("1", "ຄຳ", "900,000")])
    product, purpose = rules["loans"]["products"][0]["key"], rules["loans"]["purposes"][0]["code"]
    heads = ("member", "product", "purpose", "amount", "months")
    _write(tmp_path / "loans.csv", [heads, ("1", product, purpose, "400000", "4")])
    debts = [
        ("lender", "amount", "rate", "schedule", "since", "months", "decision", "way"),
        ("ກອງທຶນເມືອງ", "3.000.000", "0.5", "bullet", "2025-06-15", "12", "7/2025", "owed"),
        ("ກຸ່ມບ້ານໜອງ", "400.000", "1", "bullet", "2025-12-31", "6", "3/2025", "lent"),
    ]
    _write(tmp_path / "debts.csv", debts)
    new = (
        *("new", file, "--rules", tmp_path / "rules.json", "--name", "ກຸ່ມ"),
        *("--begin", "2026-01-05", "--members", tmp_path / "members.csv"),
        *("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ"),
        *("--loans", tmp_path / "loans.csv", "--borrowings", tmp_path / "debts.csv"),
        *("--opening", "ກຸ່ມບ້ານເໜືອ=2,000,000"),
    )
    status, _, said = commands.try_to(*new, "--cash", "1,100,001")
    assert (status, file.exists()) == (1, False)
    assert "1,100,000" in said
    commands.run(*new, "--cash", "1,100,000")
    (row,) = commands.figures(file, "borrowings", "--day", "2026-01-05")
    assert (row["principal"], row["next_due"]) == (3_000_000, "2026-06-15")
    (due,) = commands.figures(file, "borrowing-schedules", "--day", "2026-01-05")
    assert (due["due"], due["principal"], due["interest"]) == ("2026-06-15", 3_000_000, 180_000)
    (lent,) = commands.figures(file, "group-loans", "--day", "2026-01-05")
    assert (lent["group"], lent["principal"]) == ("ກຸ່ມບ້ານໜອງ", 400_000)
    (loan,) = commands.figures(file, "loans", "--day", "2026-01-05")
    assert loan["principal"] == 400_000
    (bank,) = (r for r in commands.figures(file, "bank") if r["account"] == 1099)
    assert (bank["level"], bank["balance"]) == ("group", 2_000_000)
    commands.run("check", file)


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        ("--loans", ("9", "trade", "", "5", "1"), "9"),
        ("--loans", ("1", "trade", "", "0", "1"), "amount"),
        ("--borrowings", ("ກອງທຶນ", "5", "x", "", "", "1", "1"), "rate"),
        ("--borrowings", ("ກອງທຶນ", "5", "1", "", "", "1", "1", "x"), "way"),
        ("--borrowings", ("ກອງທຶນ", "5", "1", "soon", "", "1", "1"), "schedule"),
        ("--borrowings", ("ກອງທຶນ", "5", "1", "", "", "1", ""), "decision"),
        ("--borrowings", ("ກອງທຶນ", "5", "1", "", "2026-03-01", "1", "1"), "31/12/2025"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    row: tuple[str, ...],
    said: str,
) -> None:
    heads = {
        "--loans": ("member", "product", "purpose", "amount", "months"),
        "--borrowings": (
            "lender",
            "amount",
            "rate",
            "schedule",
            "since",
            "months",
            "decision",
            "way",
        ),
    }
    commands, file = Commands(capsys), tmp_path / "g.book"
    _write(tmp_path / "rows.csv", [heads[name], row])
    _write(tmp_path / "members.csv", [("number", "name"), ("1", "ຄຳ")])
    status, _, sentence = commands.try_to(
        *("new", file, "--rules", "a03_seventy_percent", "--name", "ກຸ່ມ"),
        *("--begin", "2026-01-05", "--members", tmp_path / "members.csv"),
        *("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ"),
        *(name, tmp_path / "rows.csv"),
    )
    assert status == 1
    assert said in sentence
    assert not file.exists()


def _write(file: Path, rows: Sequence[tuple[str, ...]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows(rows)
