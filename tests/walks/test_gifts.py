"""Money is given to the group, in Lao on the meeting's page: seed money, and a gift to a fund."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.rules.accounts import CASH, SEED_MONEY
from ledger.statements.meeting_progress import Step
from reports.annual import print_annual
from tests.reports.pdfs import text_of
from tests.ui.hands import press, type_line
from tests.villages import BANK, RULES, WELFARE
from tests.walks.commands import Commands, write_days
from tests.walks.test_funds import plain
from tests.walks.test_loan import sign
from tests.walks.village import Days, Hands, a_desk, at_the_line
from ui.desk import Desk
from ui.screens.meeting.pay_page import PayPage
from ui.screens.meeting.screen import MeetingScreen

Key = Qt.Key
TODAY = date(2026, 3, 5)
TEMPLE, UNION = "ວັດ ບ້ານທົ່ງງາມ", "ສະຫະພັນແມ່ຍິງ ເມືອງ"


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    days = Days()
    days.go_to(TODAY)
    yield from a_desk(tmp_path, qapp, days, RULES)


def pay_page(hands: Hands) -> PayPage:
    """The meeting of today is opened by Enter; then its page for all other money."""
    hands.window.go("meeting")
    meeting = hands.page(MeetingScreen)
    type_line(meeting.sheets.day, "5/3/2026")
    press(meeting.primary, Key.Key_Return)
    meeting.go_to(Step.PAY)
    page = meeting.pages[Step.PAY]
    assert isinstance(page, PayPage)
    return page


def test_gifts_at_a_meeting(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    hands, book = Hands(qtbot, desk), desk.book
    before = book.balances()
    page = pay_page(hands)
    form = page.form

    # The union gives capital through the bank, the temple cash into the welfare fund.
    form.choose("seed_money")
    form.papers.bank.show_value(BANK)
    type_line(form.kip, "໕.໐໐໐.໐໐໐")
    type_line(form.papers.giver, UNION)
    type_line(form.note, "ທຶນເລີ່ມຕົ້ນ")
    press(form.write, Key.Key_Return)
    form.choose("fund_gift")
    form.account.show_value(WELFARE)
    form.papers.bank.show_value(CASH)
    type_line(form.kip, "300,000")
    type_line(form.papers.giver, TEMPLE)
    press(form.write, Key.Key_Return)
    seed, gift = page.model.rows()
    assert (seed.received, gift.received) == (
        0,
        300_000,
    )  # What went to the bank is not in the box.
    assert UNION in seed.about
    assert TEMPLE in gift.about
    # The count of the box expects the temple's cash and not what lies in the bank.
    sheet = book.open_sheet()
    assert sheet is not None
    assert book.meeting_sheet(sheet.id).expected == before[CASH] + 300_000
    assert book.balances() == before  # In pencil still.
    sign(desk, TODAY)
    after = book.balances()
    moved = {a: kip - before.get(a, 0) for a, kip in after.items() if kip != before.get(a, 0)}
    assert moved == {CASH: 300_000, BANK: 5_000_000, WELFARE: 300_000, SEED_MONEY: 5_000_000}
    print_annual(book.annual(2026, TODAY), desk.words, tmp_path / "annual.pdf")
    printed = plain(text_of(tmp_path / "annual.pdf"))
    for told in (UNION, TEMPLE, "5,000,000", "300,000"):
        assert told in printed
    assert book.check() == ()


def test_a_gift_without_an_amount_is_not_written(qtbot: QtBot, desk: Desk) -> None:
    page = pay_page(Hands(qtbot, desk))
    page.form.choose("fund_gift")
    type_line(page.form.papers.giver, TEMPLE)
    press(page.form.write, Key.Key_Return)
    assert page.form.fields["kip"].problem_text()
    assert page.model.rows() == ()
    assert page.form.papers.giver.value() == TEMPLE


def test_by_command(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.book.balances()
    file, commands, today = at_the_line(desk, monkeypatch), Commands(capsys), ("--today", TODAY)
    rows: tuple[dict[str, object], ...] = (
        {"day": TODAY, "what": "seed_money", "amount": "5,000,000", "giver": UNION},
        {"day": TODAY, "what": "fund_gift", "account": "welfare", "amount": 300_000},
    )
    commands.run("record", file, write_days(tmp_path / "days.csv", rows), *today)
    trial = {row["account"]: row for row in commands.figures(file, "trial-balance", *today)}
    assert trial[int(CASH)]["debit"] == before[CASH] + 5_300_000
    assert trial[int(SEED_MONEY)]["credit"] == 5_000_000
    assert trial[int(WELFARE)]["credit"] == 300_000
    commands.run("check", file)
