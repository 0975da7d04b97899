"""What is found later about a closed year, in the Lao window and by command."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.year_end import close_year
from ledger.rules.accounts import CASH, CLAIMS_ON_MEMBERS, OWED_TO_MEMBERS
from ledger.rules.closing import plan_close
from ledger.rules.people import MemberId
from ledger.rules.transfers import Kind
from tests.closings import AFTER, HEAD, KEEPER, NOON, YEAR, a_year
from tests.ui.hands import click, keep, let_go, press, type_letters, type_line
from tests.villages import DALA, KHAM, RESERVE
from tests.walks.commands import Commands, write_days
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.screens.funds.form import FundForm
from ui.screens.funds.screen import FundsScreen
from ui.screens.places import PLACES
from ui.settings import Settings
from ui.window import Window


def closed_book(file: Path) -> None:
    """The village after its year was closed."""
    book = a_year(file)
    plan = plan_close(book.year_facts(YEAR, AFTER))
    close_year(book, HEAD, plan=plan, signers=(KEEPER,), today=AFTER)
    book.close()


@pytest.fixture(autouse=True)
def _hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line at the hour of the book."""
    monkeypatch.setattr("ui.commands.opening.now", lambda: NOON)


@pytest.fixture
def funds(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[FundsScreen]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    closed_book(tmp_path / "village.book")
    desk = Desk(open_words("lo"), clock=lambda: NOON, settings=Settings(tmp_path / "m.ini"))
    window = Window()
    window.furnish(desk.words)
    window.attach(desk, PLACES)
    assert desk.open(tmp_path / "village.book")
    desk.sign_in(KEEPER)
    window.resize(1366, 768)
    keep(qtbot, window)
    window.go("funds")
    yield cast(FundsScreen, window.page())
    let_go()
    desk.close()


def pick(form: FundForm, number: str) -> MemberId | None:
    """Type a number, let the list go, and take her with Enter."""
    form.member.setFocus()
    type_letters(form.member, number)
    press(form.member._popup, Qt.Key.Key_Escape)
    press(form.member, Qt.Key.Key_Return)
    return form.member.member()


def test_what_the_box_lacked_is_owed_by_her_and_paid(funds: FundsScreen) -> None:
    form, book = funds.form, funds.book
    cash = book.balances()[CASH]
    form.choose("found_owed_by_her")
    assert form.kind.currentText() == "ພົບພາຍຫຼັງຂອງປີທີ່ປິດແລ້ວ: ສະມາຊິກຕິດໜີ້ກຸ່ມ"
    assert pick(form, "001") == KHAM.id
    form.account.show_value(CASH)
    assert form.papers.year.value() == YEAR
    assert form.papers.year.currentText() == funds.words.year(YEAR)
    type_line(form.kip, "7000")
    type_letters(form.note, "ໃບຮັບເງິນຂາດ")
    click(funds.write)
    assert "ມະຕິ" in form.problem_text(), "never without a decision"
    type_letters(form.papers.decision, "9/2027")
    click(funds.write)
    assert form.problem_text() == ""
    assert book.balances()[CASH] == cash - 7_000
    assert book.balances()[CLAIMS_ON_MEMBERS] == 7_000
    (row,) = book.later_findings(book.year(YEAR + 1))
    assert (row.year, row.decision, row.note) == (YEAR, "9/2027", "ໃບຮັບເງິນຂາດ")

    form.choose("finding_paid_in")
    assert pick(form, "001") == KHAM.id
    assert form.kip.value() == 7_000
    click(funds.write)
    assert book.balances()[CASH] == cash
    lines = book.passbook(KHAM.id, AFTER, AFTER).lines
    kinds = [(line.kind, line.paid_in, line.paid_out) for line in lines]
    assert kinds == [
        (Kind.FOUND_OWED_BY_HER, 0, 7_000),
        (Kind.FINDING_SETTLED, 7_000, 0),
    ]
    # What nobody owes any more is not offered again.
    offered = [form.kind.itemText(place) for place in range(form.kind.count())]
    assert "ພົບພາຍຫຼັງຂອງປີທີ່ປິດແລ້ວ: ສະມາຊິກຕິດໜີ້ກຸ່ມ" in offered
    assert "ສະມາຊິກຈ່າຍສິ່ງທີ່ພົບພາຍຫຼັງ" not in offered


def test_a_fund_owes_it_to_her(funds: FundsScreen) -> None:
    form, book = funds.form, funds.book
    held = book.balances()[RESERVE]
    form.choose("found_owed_to_her")
    assert pick(form, "005") == DALA.id
    form.account.show_value(RESERVE)
    type_line(form.kip, "2000")
    type_letters(form.papers.decision, "9/2027")
    click(funds.write)
    assert form.problem_text() == ""
    assert book.balances()[RESERVE] == held - 2_000
    assert book.balances()[OWED_TO_MEMBERS] == 2_000
    assert book.check() == ()


def test_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run, file = Commands(capsys), tmp_path / "village.book"
    closed_book(file)
    day = AFTER.isoformat()
    found: dict[str, object] = {"day": day, "year": YEAR, "decision": "9/2027", "amount": "7000"}
    rows: list[dict[str, object]] = [
        {**found, "what": "finding_more", "account": "reserve", "note": "ໃບບິນສອງເທື່ອ"},
        {**found, "what": "finding_less", "member": "001"},
        {"day": day, "what": "finding_paid_in", "member": "001", "amount": "3000"},
        {**found, "what": "finding_less", "member": "005", "account": "reserve"},
        {"day": day, "what": "finding_paid_out", "member": "005", "amount": "7000"},
    ]
    run.run("record", file, write_days(tmp_path / "days.csv", rows), "--today", day)
    told = run.figures(file, "later-findings", "--year", YEAR + 1, "--format", "json")
    assert [(r["fund"] != "", r["member"], r["more"], r["less"]) for r in told] == [
        (True, "", 7_000, 0),
        (False, "001", 0, 7_000),
        (True, "005", 0, 7_000),
    ]
    assert {row["decision"] for row in told} == {"9/2027"}
    missing = run.figures(file, "missing-decisions", "--format", "json")
    assert "9/2027" in {row["number"] for row in missing}
    pdf = tmp_path / "2027.pdf"
    run.run("print", file, "annual", "--year", YEAR + 1, "--out", pdf, "--today", day)
    assert pdf.stat().st_size > 0

    wrong = [{**found, "year": YEAR + 1, "what": "finding_more", "account": "reserve"}]
    file_of_wrong = write_days(tmp_path / "wrong.csv", wrong)
    status, _, err = run.try_to("record", file, file_of_wrong, "--today", day)
    assert status != 0
    assert str(YEAR + 1) in err
    assert run.run("check", file)
