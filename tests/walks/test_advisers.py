"""An adviser in Lao: entered, at the desk to look and not to write, and her part of the profit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.group import set_officers
from ledger.book.book import Book
from ledger.rules.accounts import ADVISERS_PAYABLE, COMMITTEE_PAYABLE
from ledger.rules.committee import advisers_of, committee_of
from ledger.rules.people import Officer, OfficerId, Role
from ledger.rules.rulebook import AllocationLine, Destination, LineKind
from ledger.rules.transfers import LoanId
from tests.closings import KEEPER, LINES, PROFIT, YEAR_RULES, a_year
from tests.ui.asked import when_asked
from tests.ui.hands import click, let_go, press, type_line
from tests.villages import DALA, OFFICERS, RESERVE, RULES, two
from tests.walks.commands import Commands, write_days
from tests.walks.test_first_run import paste
from tests.walks.test_year_end import Office
from tests.walks.village import Days, Hands, a_desk, at_the_line
from ui.desk import Desk
from ui.screens.books.screen import BooksScreen
from ui.screens.funds.screen import FundsScreen
from ui.screens.meeting.screen import MeetingScreen
from ui.screens.members.list import MembersScreen
from ui.screens.members.member import MemberScreen
from ui.screens.second_person import SecondPerson
from ui.screens.settings.screen import SettingsScreen
from ui.screens.sign_in import SignInScreen
from ui.screens.year_end.step_bar import Step

NAME = "ນາງ ພອນສີ ສະຫະພັນ"
ADVISER = Officer(OfficerId(5), NAME, Role.ADVISER)
TODAY = date(2026, 3, 5)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    days = Days()
    days.go_to(TODAY)
    yield from a_desk(tmp_path, qapp, days, RULES)


def enter(hands: Hands, desk: Desk) -> None:
    """She is typed into the list of the committee, as an adviser, and it is saved."""
    hands.window.go("settings", "members")
    settings = hands.page(SettingsScreen)
    settings.show_part(settings.committee)
    part = settings.committee
    row = len(OFFICERS)
    paste(part, row, 1, f"ທີ່ປຶກສາ\t{NAME}")
    when_asked(SecondPerson, lambda second: click(next(iter(second.tiles.values()))))
    click(part.write)
    (adviser,) = advisers_of(desk.book.officers(), TODAY)
    assert adviser.name == NAME
    assert len(committee_of(desk.book.officers(), TODAY)) == len(OFFICERS)


def sit_down(hands: Hands) -> None:
    """She chooses her own name before the window; under it stands what she may."""
    hands.window.go("sign_in")
    tiles = hands.page(SignInScreen).tiles
    hers = next(tile for tile in tiles if NAME in tile.text())
    assert "ເບິ່ງ" in hers.text()
    assert [t for t in tiles if "ເບິ່ງ" in t.text()] != tiles
    click(hers)


def test_she_looks_at_everything_and_writes_nothing(qtbot: QtBot, desk: Desk) -> None:
    hands = Hands(qtbot, desk)
    enter(hands, desk)
    sit_down(hands)
    assert desk.actor.role is Role.ADVISER
    no = f"{NAME} (ທີ່ປຶກສາ) ບໍ່ມີສິດເຮັດສິ່ງນີ້. ໃຫ້ກຳມະການຄົນອື່ນເຂົ້າສູ່ລະບົບ."

    # Her pages open before her, with the same figures as before anybody.
    hands.window.go("member", DALA.id)
    assert desk.words.money(500_000) in hands.page(MemberScreen).side.money.text()
    hands.window.go("books")
    assert hands.page(BooksScreen).isVisible()

    # Whatever she tries is refused where she tried it, and what she typed is still there.
    before, done = desk.book.balances(), desk.book.history(999)
    hands.window.go("meeting")
    meeting = hands.page(MeetingScreen)
    press(meeting.primary, Qt.Key.Key_Return)
    assert desk.last_sentence == no
    assert desk.book.open_sheet() is None
    hands.window.go("members")
    members = hands.page(MembersScreen)
    click(members.add)
    type_line(members.form.name, "ໃໝ່ ສອງ")
    click(members.form.save)
    assert members.banner.text() == no
    assert members.form.name.value() == "ໃໝ່ ສອງ"
    click(members.form.give_up)
    hands.window.go("settings", "members")
    assert not hands.page(SettingsScreen).committee.write.isEnabled()
    hands.window.go("funds", RESERVE)
    funds = hands.page(FundsScreen)
    funds.form.choose("fund_gift")
    type_line(funds.form.kip, "50000")
    click(funds.write)
    assert funds.form.problem_text() == no
    funds.form.clear()
    assert (desk.book.balances(), desk.book.history(999)) == (before, done)
    assert desk.book.check() == ()


def test_she_does_not_count_where_the_committee_signs(qtbot: QtBot, desk: Desk) -> None:
    hands = Hands(qtbot, desk)
    enter(hands, desk)
    part = hands.page(SettingsScreen).committee
    for row in range(1, len(OFFICERS)):
        paste(part, row, 4, "4/3/2026")
    click(part.write)
    # The president and an adviser are left: that is one who signs, and two have to.
    assert "2" in desk.last_sentence
    assert committee_of(desk.book.officers(), TODAY) == OFFICERS
    part.show_book()


def test_by_command(
    desk: Desk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_officers(desk.book, two(KEEPER), officers=(*OFFICERS, ADVISER))
    file, commands, today = at_the_line(desk, monkeypatch), Commands(capsys), ("--today", TODAY)
    assert NAME in [row["name"] for row in commands.figures(file, "committee", *today)]
    before = file.read_bytes()
    gift: dict[str, object] = {"day": TODAY, "what": "fund_gift", "account": "reserve"}
    days = write_days(tmp_path / "days.csv", [{**gift, "amount": 50_000, "giver": "ວັດ"}])
    for words in (
        ("record", file, days),
        ("do", file, "save_for", "member=005", "month=2026-02", "amount=10000"),
    ):
        status, _, said = commands.try_to(*words, "--by", NAME, *today)
        assert (status, NAME in said) == (1, True)
    assert file.read_bytes() == before
    # A loan of the day's file is agreed to by those who may agree, and she is not one of them.
    loan: dict[str, object] = {"day": TODAY, "what": "loan", "member": "001", "amount": 100_000}
    facts = {"product": "trade", "purpose": "trade", "decision": "4/2026"}
    commands.run("record", file, write_days(tmp_path / "loan.csv", [{**loan, **facts}]), *today)
    book = Book.open(file, clock=desk.clock)
    decision = book.loan(LoanId(1)).decision
    book.close()
    assert decision is not None
    assert decision.approvers == tuple(o.name for o in OFFICERS[:3])  # Nor is the auditor.
    commands.run("check", file)


# --- her part of the profit --------------------------------------------------------------------

POOL = AllocationLine("ທີ່ປຶກສາ", LineKind.PERCENT, Destination.ADVISERS, 200, key="advisers")


@pytest.mark.parametrize("agreed", [False, True], ids=["not in the rules", "in the rules"])
def test_her_part_of_the_profit_is_what_the_rules_say(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, *, agreed: bool
) -> None:
    lines = (*LINES[:-1], POOL) if agreed else LINES
    rules = replace(YEAR_RULES, profit=replace(PROFIT, lines=lines))
    book = a_year(tmp_path / "village.book", rulebook=rules)
    set_officers(book, two(KEEPER), officers=(*OFFICERS, ADVISER))
    book.close()
    office = Office(qtbot, tmp_path / "village.book", tmp_path)
    page = office.year_end()
    page.bar.button(Step.ENTRIES).click()
    # 15 % and 2 % of 323,000, in whole thousands: the rest goes to the reserve.
    parts = dict(page.entries.persons.rows())
    hers = {NAME: "6,000"} if agreed else {}
    assert parts == {officer.name: "12,000" for officer in OFFICERS} | hers
    office.close_the_year()
    balances = office.desk.book.balances()
    assert balances[COMMITTEE_PAYABLE] == 48_000
    assert balances.get(ADVISERS_PAYABLE, 0) == (6_000 if agreed else 0)
    assert office.desk.book.check() == ()
    office.close()
    let_go()
