"""The people of a group in its window, in Lao, by keys and clicks: joined, on leave, gone, back."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.members import change_member
from ledger.rules.committee import committee_of
from ledger.rules.member_life import LifeKind
from ledger.rules.people import Beneficiary, MemberId, Role, Status
from tests.ui.asked import when_asked
from tests.ui.hands import click, keep, press, type_line
from tests.villages import DALA, NOY, OFFICERS, SOMPHONE, TODAY
from ui.desk import Desk
from ui.screens.members.candidates import CandidatesScreen
from ui.screens.members.households import HouseholdsScreen
from ui.screens.members.life import LifeScreen
from ui.screens.members.list import MembersScreen
from ui.screens.members.member import MemberScreen
from ui.screens.places import PLACES
from ui.screens.screen import Screen
from ui.screens.settings.hand_over import HandOverScreen
from ui.screens.settings.screen import SettingsScreen
from ui.widgets.choice import ChoiceBox
from ui.window import Window

Page = TypeVar("Page", bound=Screen)
Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, village: Desk) -> Window:
    village.speak("lo")
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    qtbot.addWidget(window)
    keep(qtbot, window)
    return window


def at(window: Window, page: type[Page]) -> Page:
    shown = window.page()
    assert isinstance(shown, page)
    return shown


def life_of(window: Window, member: MemberId) -> LifeScreen:
    window.go("member", member)
    click(at(window, MemberScreen).membership)
    return at(window, LifeScreen)


def choose(box: ChoiceBox, value: object) -> None:
    """Choose a value with the arrow keys, from the open list."""
    box.setFocus()
    place = box.values().index(value)
    box.showPopup()
    view = box.view()
    view.setCurrentIndex(box.model().index(place, 0))
    press(view, Key.Key_Return)
    assert box.value() == value


def test_on_leave_and_back(window: Window, village: Desk) -> None:
    page = life_of(window, DALA.id)
    assert page.form.kind.value() is LifeKind.LEAVE
    assert not page.model.rows()
    type_line(page.form.day, "1/4/2026")
    type_line(page.form.until, "30/6/2026")
    type_line(page.form.decision, "4/2026")
    click(page.write)
    assert village.book.member(DALA.id).status is Status.ON_LEAVE
    assert page.model.rows()[0].until == date(2026, 6, 30)
    assert "ພັກໄວ້" in page.title.text()
    assert page.form.kind.value() is LifeKind.BACK
    click(page.write)
    assert village.book.member(DALA.id).status is Status.ACTIVE


def test_a_leave_without_its_decision_is_refused_in_place(window: Window, village: Desk) -> None:
    page = life_of(window, DALA.id)
    click(page.write)
    assert page.banner.isVisible()
    assert village.book.life() == ()


def test_she_leaves_after_the_sheet_was_shown_and_comes_back(window: Window, village: Desk) -> None:
    page = life_of(window, DALA.id)
    choose(page.form.kind, LifeKind.SETTLED)
    assert village.words.money(500_000) in page.form.sheet.text()
    type_line(page.form.decision, "7/2026")
    asked = when_asked(QMessageBox, lambda box: press(box, Key.Key_Escape))
    click(page.write)
    assert len(asked) == 1
    assert village.book.member(DALA.id).status is Status.ACTIVE
    when_asked(QMessageBox, lambda box: box.buttons()[0].click())
    click(page.write)
    assert village.book.member(DALA.id).status is Status.LEFT
    assert village.book.savings().get(DALA.id, 0) == 0
    assert page.form.kind.value() is LifeKind.REJOINED
    type_line(page.form.decision, "8/2026")
    click(page.write)
    assert village.book.member(DALA.id).status is Status.ACTIVE
    assert [row.kind for row in page.model.rows()] == [LifeKind.SETTLED, LifeKind.REJOINED]


def test_a_death_and_the_family(window: Window, village: Desk) -> None:
    page = life_of(window, NOY.id)
    choose(page.form.kind, LifeKind.DIED)
    type_line(page.form.note, "ພະຍາດ")
    click(page.write)
    assert village.book.member(NOY.id).status is Status.DIED
    # Nobody is written down who is to be paid.
    assert page.form.keeps.text()
    assert not page.write.isEnabled()
    heirs = (Beneficiary("ວຽງ", 3_333), Beneficiary("ແສງ", 6_667))
    her = replace(village.book.member(NOY.id), beneficiaries=heirs)
    assert village.do(lambda book, actor: change_member(book, actor, member=her))
    assert "ວຽງ" in page.form.sheet.text()
    type_line(page.form.decision, "9/2026")
    when_asked(QMessageBox, lambda box: box.buttons()[0].click())
    click(page.write)
    notes = [line.note for line in village.book.passbook(NOY.id, date.min, TODAY).lines]
    assert notes[-2:] == ["ວຽງ", "ແສງ"]
    assert page.write.isHidden()


def test_a_notice(window: Window, village: Desk) -> None:
    page = life_of(window, SOMPHONE.id)
    choose(page.form.kind, LifeKind.NOTICE)
    type_line(page.form.note, "ຍ້າຍບ້ານ")
    click(page.write)
    (event,) = village.book.life_of(SOMPHONE.id)
    assert (event.kind, event.note) == (LifeKind.NOTICE, "ຍ້າຍບ້ານ")


def test_asked_taken_in_and_turned_down(window: Window, village: Desk) -> None:
    window.go("members")
    click(at(window, MembersScreen).candidates)
    page = at(window, CandidatesScreen)
    assert page.tabs.currentIndex() == 1
    for name, born in (("ແສງ ວົງຄຳ", "1990"), ("ຈັນ ພົມມະ", "")):
        type_line(page.person, name)
        type_line(page.born, born)
        click(page.write)
    assert len(page.model.rows()) == 2
    type_line(page.person, "ນ້ອຍ")
    type_line(page.born, "90")
    click(page.write)
    assert page.asking.fields["born"].problem_text()
    page.tabs.setCurrentIndex(0)
    page.table.select_row(0)
    type_line(page.decision, "5/2026")
    click(page.refuse)
    assert len(village.book.members()) == 7
    type_line(page.reason, "ບໍ່ຢູ່ບ້ານ")
    click(page.refuse)
    page.table.select_row(0)
    click(page.write)
    assert [m.name for m in village.book.members()[7:]] == ["ແສງ ວົງຄຳ"]
    assert [a.admission.approved for a in village.book.asked() if a.admission] == [True, False]
    assert not page.write.isEnabled()


def test_a_member_moves(window: Window, village: Desk) -> None:
    window.go("members")
    click(at(window, MembersScreen).homes)
    page = at(window, HouseholdsScreen)
    assert [row.name for row in page.model.rows()][:2] == ["7", "8"]
    click(page.move_her)
    assert page.fields[0].problem_text()
    type_line(page.member, "003")
    type_line(page.household, "12")
    click(page.move_her)
    assert village.book.member(NOY.id).household == "12"
    assert "7" not in [row.name for row in page.model.rows()]


def test_an_election(window: Window, village: Desk) -> None:
    window.go("settings")
    settings = at(window, SettingsScreen)
    settings.show_part(settings.committee)
    click(settings.committee.elect)
    page = at(window, HandOverScreen)
    assert page.goes.count() == 4
    page.goes.item(0).setCheckState(Qt.CheckState.Checked)
    click(page.add)
    assert page.fields["name"].problem_text()
    choose(page.role, Role.PRESIDENT)
    type_line(page.name, DALA.name)
    click(page.add)
    choose(page.handed, OFFICERS[0].name)
    choose(page.taken, DALA.name)
    type_line(page.decision, "10/2026")
    click(page.write)
    after = committee_of(village.book.officers(), TODAY)
    assert [(o.name, o.member) for o in after if o.role is Role.PRESIDENT] == [(DALA.name, DALA.id)]
    assert len(village.book.hand_overs()) == 1
    # Somebody who was typed by mistake goes from the list again.
    choose(page.role, Role.MEMBER)
    type_line(page.name, "ຜິດ")
    click(page.add)
    page.comes.setCurrentRow(0)
    click(page.drop)
    assert page.comes.count() == 0
