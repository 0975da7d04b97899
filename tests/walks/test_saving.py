"""Saving in Lao: two kinds, months made up and paid ahead, a cap, notice, and interest."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.months import hold_month
from ledger.rules.accounts import SAVINGS_INTEREST
from ledger.rules.days import Month
from ledger.rules.lines import Deposit
from ledger.rules.meeting_values import Column, SheetKind
from ledger.rules.saving_rules import SavingsProduct
from ledger.statements.meeting_progress import Step
from tests.saving_book import NOW, TODAY, WRITER, make_book
from tests.ui.asked import when_asked
from tests.ui.hands import click, keep, let_go, press, type_letters, type_line
from tests.villages import DALA, KHAM, NOY, OFFICERS
from tests.walks.commands import Commands, write_days
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.models.closing import Hinders
from ui.screens.home.screen import HomeScreen
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.pay_page import PayPage
from ui.screens.meeting.screen import MeetingScreen
from ui.screens.members.list import MembersScreen
from ui.screens.members.member import MemberScreen
from ui.screens.places import PLACES
from ui.screens.reasoned import Reasoned
from ui.screens.saving.interest import SavingsInterestScreen
from ui.screens.saving.month import MonthDialog
from ui.screens.saving.notice import NoticeDialog
from ui.screens.saving.notice_back import NoticeBack
from ui.screens.screen import Screen
from ui.screens.second_person import SecondPerson
from ui.screens.taking_back import TakingBack
from ui.screens.year_end.screen import YearEndScreen
from ui.settings import Settings
from ui.widgets.pointing import FIGURE_ROLE
from ui.window import Window


@pytest.fixture(autouse=True)
def _hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line at the hour of the book."""
    monkeypatch.setattr("ui.commands.opening.now", lambda: NOW)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    make_book(tmp_path / "two.book")
    desk = Desk(open_words("lo"), clock=lambda: NOW, settings=Settings(tmp_path / "m.ini"))
    window = Window()
    window.furnish(desk.words)
    window.attach(desk, PLACES)
    assert desk.open(tmp_path / "two.book")
    desk.sign_in(WRITER)
    window.resize(1366, 768)
    keep(qtbot, window)
    yield window
    let_go()
    desk.close()


def page_of(window: Window) -> Screen:
    page = window.page()
    assert page is not None
    return page


def plain(text: str) -> str:
    """The text with ordinary blanks between figures and units."""
    return text.replace("\u00a0", " ")


def test_the_grid_takes_both_kinds_and_spreads_the_months(window: Window) -> None:
    window.go("meeting")
    meeting = cast(MeetingScreen, window.page())
    meeting.work.open(TODAY, SheetKind.MEETING)
    meeting.go_to(Step.COLLECT)
    page = cast(CollectPage, meeting.pages[Step.COLLECT])
    columns = [page.model.column_at(n) for n in range(page.model.columnCount())]
    assert Column.VOLUNTARY in columns
    last = page.model.columnCount() - 1
    assert page.view.columnViewportPosition(last) + page.view.columnWidth(last) <= 1366

    meeting.work.pencil(KHAM.id, Column.VOLUNTARY, 25_000)
    # Thirty thousand is April's cap; the rest makes up February, which Dala missed, and March.
    meeting.work.pencil(DALA.id, Column.SAVINGS, 50_000)
    row = next(row for row in page.model.rows() if row.member == DALA)
    assert dict(row.months) == {Month(2026, 2): 10_000, Month(2026, 3): 10_000, None: 30_000}
    cell = page.model.index(page.model.row_of(DALA.id), page.model.section_of(Column.SAVINGS))
    told = plain(page.model.data(cell, Qt.ItemDataRole.ToolTipRole))
    assert "ບໍ່ເກີນ 30,000 ກີບ ຕໍ່ໜຶ່ງເດືອນ" in told
    assert "10,000 ກີບ ສຳລັບ ກຸມພາ 2026" in told
    # Noy has saved for February and March: ten thousand more go to May, and no further.
    meeting.work.pencil(NOY.id, Column.SAVINGS, 40_000)
    noy = next(row for row in page.model.rows() if row.member == NOY)
    assert dict(noy.months) == {None: 30_000, Month(2026, 5): 10_000}
    meeting.work.pencil(NOY.id, Column.SAVINGS, 50_000)
    assert "ຕາມລະບຽບການວັນທີ 01/04/2026" in page.view.problem_text()
    noy = next(row for row in page.model.rows() if row.member == NOY)
    assert noy.paid(Column.SAVINGS) == 40_000


def test_her_page_shows_both_balances_her_months_and_a_notice(window: Window) -> None:
    window.go("member", NOY.id)
    page = cast(MemberScreen, window.page())
    money = plain(page.side.money.text())
    assert "3,540,000 ກີບ" in money
    assert "500,000 ກີບ" in money
    assert plain(page.side.months.said()[1]) == "ກຸມພາ 2026: ຈ່າຍແລ້ວ, 10,000 ກີບ ຈາກ 10,000 ກີບ"
    click(page.give_notice)
    dialog = page.findChild(NoticeDialog)
    assert dialog is not None
    click(dialog.act)
    assert dialog.amount.problem_text() == "ພິມຈຳນວນທີ່ຈະຖອນ."
    type_line(dialog.kip, "3,040,001")
    click(dialog.act)
    assert "500,000" in dialog.banner.text()
    type_line(dialog.kip, "40,000")
    click(dialog.act)
    assert [n.kip for n in page.book.notices()[NOY.id]] == [500_000, 40_000]
    window.go("member", DALA.id)
    assert page.side.months.said()[1].startswith("ກຸມພາ 2026: ບໍ່ມີການປະຊຸມ")
    assert page.side.months.said()[2].startswith("ມີນາ 2026: ຂາດ")


def test_a_notice_is_taken_back_on_her_page(window: Window) -> None:
    window.go("member", NOY.id)
    page = cast(MemberScreen, window.page())
    click(page.side.notice_back)
    dialog = page.findChild(NoticeBack)
    assert dialog is not None
    assert plain(dialog.notice.currentText()).startswith("ເງິນຝາກຕາມສະໝັກໃຈ · 500,000 ກີບ")
    click(dialog.act)
    assert dialog.why.problem_text() == "ຂຽນເຫດຜົນທີ່ຍົກເລີກການແຈ້ງ."
    assert page.book.notices()[NOY.id][0].left == 500_000
    type_line(dialog.reason, "ເກັບກ່ຽວໄດ້ດີ")
    click(dialog.act)
    assert page.book.notices()[NOY.id][0].left == 0
    assert page.banner.text() == "ຍົກເລີກການແຈ້ງແລ້ວ."
    assert page.side.notice_back.isHidden()
    assert page.book.check() == ()


def test_she_makes_up_a_month_and_pays_ahead_on_her_page(window: Window) -> None:
    window.go("member", DALA.id)
    page = cast(MemberScreen, window.page())
    click(page.side.months.save)
    dialog = page.findChild(MonthDialog)
    assert dialog is not None
    months = [plain(dialog.month.itemText(n)) for n in range(dialog.month.count())]
    assert months[1:4] == [
        "ກຸມພາ 2026 · ບໍ່ມີການປະຊຸມ",
        "ມີນາ 2026 · ຂາດ",
        "ເມສາ 2026 · ຍັງບໍ່ທັນຈ່າຍ",
    ]
    assert dialog.month.currentIndex() == 3
    click(dialog.act)
    assert dialog.amount.problem_text() == "ໃສ່ຈຳນວນເງິນ."
    press(dialog.month, Qt.Key.Key_Up)
    type_line(dialog.kip, "໑໐.໐໐໐")
    click(dialog.act)
    assert page.side.months.said()[2].startswith("ມີນາ 2026: ຈ່າຍແລ້ວ")
    window.go("member", NOY.id)
    click(page.side.months.save)
    dialog = page.findChildren(MonthDialog)[-1]
    press(dialog.month, Qt.Key.Key_End)
    type_line(dialog.kip, "30,001")
    click(dialog.act)
    assert "30,000" in dialog.banner.text()
    type_line(dialog.kip, "30,000")
    click(dialog.act)
    assert "30,000" in page.side.months.said()[4]
    assert page.book.check() == ()


def test_another_month_is_written_on_the_meetings_sheet(window: Window) -> None:
    window.go("meeting")
    meeting = cast(MeetingScreen, window.page())
    meeting.work.open(TODAY, SheetKind.MEETING)
    meeting.go_to(Step.COLLECT)
    collect = cast(CollectPage, meeting.pages[Step.COLLECT])
    assert plain(collect.cap.text()) == "ເງິນທ້ອນ: ບໍ່ເກີນ 30,000 ກີບ ຕໍ່ໜຶ່ງເດືອນ"
    meeting.go_to(Step.PAY)
    page = cast(PayPage, meeting.pages[Step.PAY])
    page.form.choose("deposit")
    page.form.member.setFocus()
    type_letters(page.form.member, "005")
    press(page.form.member._popup, Qt.Key.Key_Escape)
    press(page.form.member, Qt.Key.Key_Return)
    month = page.form.papers.month
    assert month.currentText().startswith("ເມສາ 2026")
    press(month, Qt.Key.Key_Up, Qt.Key.Key_Up)
    type_line(page.form.kip, "10,000")
    click(page.form.write)
    (row,) = page.model.rows()
    assert (row.what, row.received) == ("ຝາກເງິນທ້ອນ", 10_000)
    assert row.about.endswith("ກຸມພາ 2026")
    sheet = page.acts.desk.book.open_sheet()
    assert sheet is not None
    assert sheet.lines[0].line == Deposit(DALA.id, 10_000, Month(2026, 2))
    # The next one begins with the month of the day again, without anybody's months.
    assert month.value() is None
    meeting.go_to(Step.COLLECT)


def test_the_lists_show_both_kinds(window: Window) -> None:
    window.go("home")
    home = cast(HomeScreen, window.page())
    assert plain(home.savings.figure()) == "4,670,000 ກີບ"
    assert home.savings.below() == "1,080,000 + 3,590,000"
    assert home.savings.toolTip() == "ເງິນທ້ອນ 1,080,000 ແລະ ຕາມສະໝັກໃຈ 3,590,000"
    both = home.savings.property("figure")
    assert page_of(window).book.why(both).kip == 4_670_000
    window.go("members")
    page = cast(MembersScreen, window.page())
    table = page.finder.table
    assert not table.isColumnHidden(5)
    row = next(n for n, r in enumerate(page.finder.rows()) if r.member == NOY)
    index = page.finder.model.index(row, 5)
    assert index.data() == "3,540,000"
    figure = index.data(FIGURE_ROLE)
    assert page.book.why(figure).kip == 3_540_000


def test_interest_is_a_task_is_credited_and_taken_back(window: Window) -> None:
    window.go("home")
    home = cast(HomeScreen, window.page())
    tasks = [button.text() for button in home.tasks.buttons]
    assert "ເບິ່ງດອກເບ້ຍ" in tasks
    click(home.tasks.buttons[tasks.index("ເບິ່ງດອກເບ້ຍ")])
    page = cast(SavingsInterestScreen, window.page())
    assert isinstance(page, SavingsInterestScreen)
    assert page.credit.text() == "ໃຫ້ດອກເບ້ຍ ມັງກອນ 2026"
    assert plain(page.facts.figures()[1][1]) == "17,700 ກີບ"
    asked = [page.model.index(0, n).data(FIGURE_ROLE) for n in range(page.model.columnCount())]
    (behind,) = {figure for figure in asked if figure is not None}
    # January begins with what stood there on the first day, and nothing has moved since.
    assert page.book.why(behind).kip == 3_540_000
    click(page.credit)
    assert page.book.balances()[SAVINGS_INTEREST] == 17_700
    assert page.credit.text() == "ໃຫ້ດອກເບ້ຍ ກຸມພາ 2026"
    posted = next(t for t in page._shown if t.posted is not None)
    page.times.show_value(posted)
    page.times.chosen.emit(posted)
    assert page.credit.isHidden()
    click(page.take_back)
    dialog = page.findChild(TakingBack)
    assert dialog is not None
    type_line(dialog.reason, "ອັດຕາຜິດ")
    click(dialog.act)
    assert page.book.interest_posted() == ()
    assert page.book.balances()[SAVINGS_INTEREST] == 0
    assert page.book.check() == ()


def test_interest_in_a_month_on_hold_is_credited_by_two(window: Window) -> None:
    window.go("savings_interest")
    page = cast(SavingsInterestScreen, window.page())
    hold_month(page.book, WRITER, month=Month(2026, 1), today=TODAY)
    page.refresh()
    met = when_asked(Reasoned, lambda dialog: dialog.reject())
    click(page.credit)
    assert met
    assert page.book.interest_posted() == ()

    def agree(dialog: Reasoned) -> None:
        when_asked(SecondPerson, lambda second: click(next(iter(second.tiles.values()))))
        type_line(dialog.reason, "ມາຊ້າ")
        press(dialog.act, Qt.Key.Key_Return)

    when_asked(Reasoned, agree)
    click(page.credit)
    assert page.book.balances()[SAVINGS_INTEREST] == 17_700
    (act,) = page.book.history(1)
    assert (bool(act.second), act.facts["reason"]) == (True, "ມາຊ້າ")


def test_a_year_that_is_over_waits_for_its_interest(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go("home")
    desk = page_of(window).desk
    monkeypatch.setattr(desk, "today", lambda: date(2027, 1, 4))
    window.go("year_end")
    page = cast(YearEndScreen, window.page())
    view = page.view()
    assert view is not None
    assert Hinders.INTEREST in {hindrance.kind for hindrance in view.hindrances}
    said = plain(page.ready.said()[-1])
    assert "ມັງກອນ 2026 ຫາ ທັນວາ 2026" in said
    assert view.facts.interest_due is not None
    assert f"{view.facts.interest_due.kip:,} ກີບ" in said
    click(page.ready.links[-1])
    assert isinstance(window.page(), SavingsInterestScreen)


def test_the_years_end_says_that_interest_is_missing(window: Window) -> None:
    window.go("year_end")
    page = cast(YearEndScreen, window.page())
    assert page.ready.said()[-1].startswith("ຍັງບໍ່ທັນໃຫ້ດອກເບ້ຍເງິນທ້ອນ")
    click(page.ready.links[-1])
    assert isinstance(window.page(), SavingsInterestScreen)


# --- the same without a window -----------------------------------------------------------------


def test_by_commands_interest_comes_before_the_year_and_on_hold_by_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands(capsys)
    file = tmp_path / "two.book"
    make_book(file)
    late = ("--today", "2027-01-04")
    status, out, err = commands.try_to("close", file, "2026", "--plan", *late)
    assert (status, out) == (1, "")
    assert "Interest on savings for January 2026 to December 2026" in plain(err)
    hands = ("--by", OFFICERS[0].name, *late)
    commands.run("do", file, "hold_month", "month=2026-01", *hands)
    credit = ("do", file, "credit_interest", "month=2026-01")
    status, _, err = commands.try_to(*credit, *hands)
    assert (status, "on hold" in err) == (1, True)
    commands.run(*credit, "reason=ມາຊ້າ", "--second", OFFICERS[1].name, *hands)
    status, _, err = commands.try_to("close", file, "2026", "--plan", *late)
    assert (status, "for February 2026 to December 2026" in plain(err)) == (1, True)


def test_the_same_by_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = Commands(capsys)
    file = tmp_path / "two.book"
    make_book(file)
    today = ("--today", TODAY.isoformat())
    said = commands.run("do", file, "credit_interest", "month=2026-01", *today)
    assert "1 entries" in said
    status, _, err = commands.try_to("do", file, "credit_interest", "month=2026-01", *today)
    assert status != 0
    assert "no interest" in err
    rows = commands.figures(file, "savings-interest", *today)
    january = [row for row in rows if row["first"] == "2026-01"]
    assert [(r["credited"], r["product"], r["kip"]) for r in january] == [
        ("yes", "voluntary", 17_700),
        ("yes", "odd", 0),
    ]
    commands.run("do", file, "take_back_interest", "month=2026-01", "reason=ອັດຕາຜິດ", *today)
    commands.run(
        *("do", file, "give_notice", "member=003", "amount=໔໐.໐໐໐", "day=2026-03-06", *today)
    )
    notices = commands.figures(file, "notices", *today)
    assert [(n["kip"], n["ready"]) for n in notices] == [
        (500_000, "2026-04-05"),
        (40_000, "2026-04-06"),
    ]
    day = {"day": "2026-04-05", "member": "003"}
    commands.run(
        *("do", file, "take_back_notice", "member=003", "day=2026-03-06", "reason=ບໍ່ຕ້ອງການ", *today)
    )
    notices = commands.figures(file, "notices", *today)
    assert [(n["left"], n["taken_back"]) for n in notices] == [(500_000, 0), (0, 40_000)]
    status, _, err = commands.try_to(
        *("do", file, "take_back_notice", "member=003", "day=2026-03-07", "reason=x", *today)
    )
    assert (status, "2026-03-07" in err) == (1, True)
    commands.run("do", file, "save_for", "member=005", "month=2026-02", "amount=10000", *today)
    months = commands.figures(file, "saving-months", "--member", "005", *today)
    assert months[1]["state"] == "paid"
    days = write_days(
        tmp_path / "days.csv",
        [
            {**day, "what": "deposit", "amount": "10000", "month": "2026-05"},
            {**day, "what": "voluntary_deposit", "amount": "5000"},
            {**day, "what": "voluntary_withdrawal", "amount": "500000"},
        ],
    )
    commands.run("record", file, days, *today)
    (noy,) = [r for r in commands.figures(file, "members", *today) if r["number"] == "003"]
    assert (noy["savings"], noy["voluntary"]) == (1_020_000, 3_045_000)
    months = commands.figures(file, "saving-months", "--member", "003", *today)
    assert [m["state"] for m in months[:6]] == ["paid", "paid", "paid", "open", "ahead", "to_come"]
    assert commands.figures(file, "notices", *today)[0]["left"] == 0
    assert notices[0]["product"] == SavingsProduct.VOLUNTARY.value
