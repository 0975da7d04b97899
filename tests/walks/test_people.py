"""A membership in Lao through the window: asked to join, on leave, going, settled, back again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from ledger.rules.committee import committee_of
from ledger.rules.member_life import LifeKind
from ledger.rules.people import MemberId, Role, Status
from ledger.rules.rulebook import ExitDividend, PeopleRules
from tests.ui.asked import when_asked
from tests.ui.hands import click, press, type_line
from tests.villages import DALA, OFFICERS, RULES
from tests.walks.village import Days, Hands, a_desk
from ui.desk import Desk
from ui.models.home_tasks import Unfinished
from ui.screens.home.screen import HomeScreen
from ui.screens.members.candidates import CandidatesScreen
from ui.screens.members.households import HouseholdsScreen
from ui.screens.members.life import LifeScreen
from ui.screens.members.list import MembersScreen
from ui.screens.members.member import MemberScreen
from ui.screens.settings.hand_over import HandOverScreen
from ui.screens.sign_in import SignInScreen

Key = Qt.Key
PEOPLE = PeopleRules(approval=True, notice_months=1, exit_dividend=ExitDividend.NONE)
RULEBOOK = replace(RULES, people=PEOPLE)
SAENG = MemberId(8)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, days: Days) -> Iterator[Desk]:
    yield from a_desk(tmp_path, qapp, days, RULEBOOK)


def task(hands: Hands, kind: Unfinished) -> None:
    """Press the button of one task on the first page."""
    hands.window.go("home")
    page = hands.page(HomeScreen)
    page.look_again()
    view = page.view()
    assert view is not None
    kinds = [one.kind for one in view.tasks]
    click(page.tasks.buttons[kinds.index(kind)])


def choose(page: LifeScreen, kind: LifeKind) -> None:
    """Go through the list with the arrow key until what has happened stands there."""
    for _ in page.form.kind.values():
        if page.form.kind.value() is kind:
            break
        press(page.form.kind, Key.Key_Down)
    page.form.kind.activated.emit(page.form.kind.currentIndex())
    assert page.form.kind.value() is kind


def test_from_asking_to_coming_back(qtbot: QtBot, desk: Desk, days: Days) -> None:
    hands, book = Hands(qtbot, desk), desk.book

    # Saeng asks in January. It stands on the first page until the meeting has decided.
    hands.window.go("members")
    click(hands.page(MembersScreen).candidates)
    asking = hands.page(CandidatesScreen)
    type_line(asking.person, "ແສງ ວົງຄຳ")
    type_line(asking.household, "12")
    click(asking.write)
    task(hands, Unfinished.CANDIDATES)
    asking = hands.page(CandidatesScreen)
    asking.tabs.setCurrentIndex(0)
    asking.table.select_row(0)
    type_line(asking.decision, "5/2026")
    click(asking.write)
    assert book.member(SAENG).name == "ແສງ ວົງຄຳ"
    assert book.life_of(SAENG)[0].decision == "5/2026"

    # She moves in with the house of number 7.
    before = book.figures(desk.today()).households
    hands.window.go("households")
    homes = hands.page(HouseholdsScreen)
    type_line(homes.member, book.member(SAENG).number)
    type_line(homes.household, "7")
    click(homes.move_her)
    assert book.figures(desk.today()).households == before
    assert book.member(SAENG).household == "7"

    # Dala works in the town until the end of February. In March the first page asks for her.
    hands.window.go("member", DALA.id)
    click(hands.page(MemberScreen).membership)
    life = hands.page(LifeScreen)
    choose(life, LifeKind.LEAVE)
    type_line(life.form.until, "28/2/2026")
    type_line(life.form.decision, "6/2026")
    click(life.write)
    assert book.member(DALA.id).status is Status.ON_LEAVE
    days.go_to(date(2026, 3, 10))
    task(hands, Unfinished.LEAVE_OVER)
    life = hands.page(LifeScreen)
    assert life.form.kind.value() is LifeKind.BACK
    click(life.write)
    assert book.member(DALA.id).status is Status.ACTIVE

    # She will leave for good: by the rules a month later, and then it is a task.
    choose(life, LifeKind.NOTICE)
    type_line(life.form.note, "ຍ້າຍໄປຢູ່ເມືອງ")
    click(life.write)
    days.go_to(date(2026, 4, 10))
    task(hands, Unfinished.GOING)
    life = hands.page(LifeScreen)
    assert life.form.kind.value() is LifeKind.SETTLED
    sheet = life.form.sheet.text()
    assert desk.words.money(500_000) in sheet
    assert "ບໍ່ໄດ້ຮັບ" in sheet
    type_line(life.form.decision, "7/2026")
    when_asked(QMessageBox, lambda box: box.buttons()[0].click())
    click(life.write)
    assert book.member(DALA.id).status is Status.LEFT
    assert DALA.id not in book.savings()

    # In May she is back in the village, and joins again under her old number.
    days.go_to(date(2026, 5, 10))
    life.look_again()
    assert life.form.kind.value() is LifeKind.REJOINED
    type_line(life.form.decision, "8/2026")
    click(life.write)
    assert book.member(DALA.id).status is Status.ACTIVE
    assert [event.kind for event in book.life_of(DALA.id)] == [
        LifeKind.LEAVE,
        LifeKind.BACK,
        LifeKind.NOTICE,
        LifeKind.SETTLED,
        LifeKind.REJOINED,
    ]
    assert book.check() == ()


def test_a_new_committee_takes_over_and_its_head_signs_in(
    qtbot: QtBot, desk: Desk, days: Days
) -> None:
    hands, book = Hands(qtbot, desk), desk.book
    days.go_to(date(2026, 4, 10))
    hands.window.go("hand_over")
    page = hands.page(HandOverScreen)
    head = next(one for one in OFFICERS if one.role is Role.PRESIDENT)
    for row in range(page.goes.count()):
        if head.name in page.goes.item(row).text():
            page.goes.item(row).setCheckState(Qt.CheckState.Checked)
    page.role.show_value(Role.PRESIDENT)
    type_line(page.name, DALA.name)
    click(page.add)
    page.handed.show_value(head.name)
    page.taken.show_value(DALA.name)
    type_line(page.decision, "10/2026")
    click(page.write)
    assert len(book.hand_overs()) == 1
    assert book.history(1)[0].facts["decision"] == "10/2026"
    now = committee_of(book.officers(), desk.today())
    assert [one.name for one in now if one.role is Role.PRESIDENT] == [DALA.name]
    # Whoever held the office before is no longer asked who is at the desk.
    hands.window.go("sign_in")
    names = [tile.text() for tile in hands.page(SignInScreen).tiles]
    assert any(DALA.name in name for name in names)
    assert not any(head.name in name for name in names)
    assert book.check() == ()
