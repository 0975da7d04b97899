"""The settings: the group, its committee and its rules are written; this machine only remembers."""

import zipfile
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.group import change_group
from ledger.actions.permits import change_permits
from ledger.actions.record import record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.rules.group_permits import CHOICES, permit_of
from ledger.rules.lines import Deposit
from ledger.rules.people import Actor, Role
from ledger.rules.permits import Act
from ledger.rules.rulebook import Rulebook
from reports.trail_words import act_sentence
from tests.ui.asked import press_button, when_asked
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.villages import BEGIN, DAY, KHAM, OFFICERS, RULES, TODAY, actor, two
from ui.desk import Desk
from ui.help_file import NAME
from ui.models.permits import TWO
from ui.screens.second_person import SecondPerson
from ui.screens.settings.screen import SettingsScreen
from ui.widgets.value_edit import ValueEdit


@pytest.fixture
def screen(qtbot: QtBot, village: Desk) -> SettingsScreen:
    """The settings of the village's book, in Lao."""
    village.speak("lo")
    screen = SettingsScreen(village)
    screen.resize(1200, 690)
    keep(qtbot, screen)
    return screen


def type_cell(screen: SettingsScreen, row: int, column: int, text: str) -> None:
    view = screen.committee.grid.view
    view.setFocus()
    view.setCurrentIndex(screen.committee.grid.model.index(row, column))
    type_letters(view, text[0])
    editor = QApplication.focusWidget()
    assert editor is not None
    type_letters(editor, text[1:])
    press(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def paste(screen: SettingsScreen, row: int, column: int, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    screen.committee.grid.view.setCurrentIndex(screen.committee.grid.model.index(row, column))
    click(screen.committee.grid.paste)


def rule(screen: SettingsScreen, place: str) -> ValueEdit[object]:
    page = screen.rules.editor.page(place)
    found = next(f.places()[place] for _, f in page.forms() if place in f.places()).editor
    assert isinstance(found, ValueEdit)
    return found


# --- the group ------------------------------------------------------------------------------


def test_looking_at_the_settings_writes_nothing(screen: SettingsScreen) -> None:
    before = screen.book.history(limit=50)
    for number in range(4):
        screen.list.setCurrentRow(number)
        QApplication.processEvents()
    assert screen.book.history(limit=50) == before
    assert screen.may_leave()


def test_new_facts_of_the_group_are_saved(screen: SettingsScreen) -> None:
    type_line(screen.group.facts["zone"], "ເຂດ 4")
    click(screen.group.write)
    assert screen.book.group.zone == "ເຂດ 4"
    assert screen.banner.text()
    assert screen.may_leave()


def test_a_group_without_a_name_is_not_saved(screen: SettingsScreen) -> None:
    name = screen.group.facts["name"]
    name.setFocus()
    press(name, Qt.Key.Key_Delete)
    click(screen.group.write)
    assert screen.book.group.name
    assert screen.banner.text() == ""


def test_large_numbers_with_points_from_now_on(screen: SettingsScreen) -> None:
    screen.group.marks.setFocus()
    press(screen.group.marks, Qt.Key.Key_Down)
    click(screen.group.write)
    assert screen.words.kip(1_250_000) == "1.250.000"
    assert rule(screen, "saving.minimum").text() == "10.000"


def test_another_act_on_the_group_is_seen(screen: SettingsScreen) -> None:
    group = replace(screen.book.group, district="ປາກເຊ")
    screen.desk.do(lambda book, who: change_group(book, who, group=group))
    assert screen.group.facts["district"].text() == "ປາກເຊ"


def test_the_treasurer_sees_and_does_not_change(qtbot: QtBot, village: Desk) -> None:
    village.sign_in(actor(Role.TREASURER))
    screen = SettingsScreen(village)
    keep(qtbot, screen)
    for button in (screen.group.write, screen.committee.write, screen.rules.new):
        assert not button.isEnabled()


# --- the committee --------------------------------------------------------------------------


def test_a_new_officer_follows_one_who_leaves(screen: SettingsScreen) -> None:
    screen.show_part(screen.committee)
    type_cell(screen, 2, 4, "30/4/2026")
    paste(screen, 4, 1, "ຜູ້ຖືເງິນ\tນາງ ພອນ ໄຊຍະ\t1/5/2569")
    click(screen.committee.write)
    assert screen.book.officers() == OFFICERS, "nobody agreed"
    assert screen.banner.text()
    assert screen.committee.holds_typing()
    asked: list[Act] = []

    def president(act: Act) -> Actor:
        asked.append(act)
        return actor(Role.PRESIDENT)

    screen.desk.second_person = president
    click(screen.committee.write)
    assert asked == [Act.SET_OFFICERS]
    *kept, new = screen.book.officers()
    assert kept == [*OFFICERS[:2], replace(OFFICERS[2], until=date(2026, 4, 30)), OFFICERS[3]]
    assert (new.role, new.name, new.since) == (Role.TREASURER, "ນາງ ພອນ ໄຊຍະ", date(2026, 5, 1))
    assert screen.may_leave()


def test_an_officer_without_an_office_is_refused_in_place(screen: SettingsScreen) -> None:
    screen.show_part(screen.committee)
    paste(screen, 4, 2, "ນາງ ພອນ")
    click(screen.committee.write)
    assert screen.committee.grid.problem_text()
    assert screen.book.officers() == OFFICERS


def test_too_few_officers_are_refused_with_a_sentence(screen: SettingsScreen) -> None:
    screen.show_part(screen.committee)
    for row in range(3):
        type_cell(screen, row, 4, "30/4/2026")
    click(screen.committee.write)
    assert screen.banner.text()
    assert screen.book.officers() == OFFICERS
    assert screen.committee.holds_typing()  # What was typed is still there to be put right.


# --- the rules ------------------------------------------------------------------------------


def adopt(screen: SettingsScreen, day: str, number: str, minimum: str) -> None:
    screen.show_part(screen.rules)
    click(screen.rules.new)
    type_line(screen.rules.resolution, number)
    type_line(screen.rules.valid_from, day)
    type_line(rule(screen, "saving.minimum"), minimum)
    press_adopt(screen)


def press_adopt(screen: SettingsScreen) -> None:
    """Adopt the rules; the first other officer agrees, if she is asked."""
    when_asked(SecondPerson, lambda dialog: click(next(iter(dialog.tiles.values()))))
    click(screen.rules.adopt)


def test_new_rules_are_adopted_and_the_older_ones_stay_readable(screen: SettingsScreen) -> None:
    adopt(screen, "1/5/2026", "7/2026", "20.000")
    new = screen.book.rulebooks[-1]
    assert (new.valid_from, new.resolution) == (date(2026, 5, 1), "7/2026")
    assert new.saving.minimum == 20_000
    assert not screen.rules.holds_typing()
    assert rule(screen, "saving.minimum").text() == "20,000"
    sets = screen.rules.sets
    sets.setFocus()
    press(sets, Qt.Key.Key_Down)
    assert sets.value() == BEGIN
    assert rule(screen, "saving.minimum").text() == "10,000"
    assert not rule(screen, "saving.minimum").isEnabled()


def test_rules_that_begin_too_early_are_refused_and_not_lost(screen: SettingsScreen) -> None:
    adopt(screen, "1/1/2026", "7/2026", "20000")
    assert screen.banner.text()
    assert screen.book.rulebooks == (RULES,)
    assert screen.rules.editor.rulebook().saving.minimum == 20_000
    type_line(screen.rules.valid_from, "2/1/2026")
    press_adopt(screen)
    assert len(screen.book.rulebooks) == 2


def test_rules_without_a_resolution_or_with_a_slip_stay_where_they_are(
    screen: SettingsScreen,
) -> None:
    screen.show_part(screen.rules)
    click(screen.rules.new)
    click(screen.rules.adopt)
    assert QApplication.focusWidget() is screen.rules.resolution
    type_line(screen.rules.resolution, "8/2026")
    type_line(rule(screen, "saving.passbook_fee"), "5000000")
    click(screen.rules.adopt)
    assert screen.rules.editor.problem_text()
    assert screen.book.rulebooks == (RULES,)


def test_the_language_may_change_while_rules_are_entered(screen: SettingsScreen) -> None:
    screen.show_part(screen.rules)
    click(screen.rules.new)
    type_line(rule(screen, "saving.minimum"), "15000")
    screen.desk.speak("th")
    assert screen.rules.editor.rulebook().saving.minimum == 15_000
    assert screen.rules.adopt.text() == "รับรองระเบียบนี้"


@pytest.mark.parametrize(("answer", "left"), [("ຍົກເລີກລະບຽບການໃໝ່", False), ("ກັບຄືນ", True)])
def test_new_rules_are_given_up_after_a_question(
    screen: SettingsScreen, answer: str, left: bool
) -> None:
    screen.show_part(screen.rules)
    click(screen.rules.new)
    met = when_asked(QMessageBox, press_button(answer))
    click(screen.rules.give_up)
    assert len(met) == 1
    assert screen.rules.holds_typing() is left


@pytest.mark.parametrize("answer", ["ອອກໂດຍບໍ່ບັນທຶກ", "ກັບຄືນ"])
def test_leaving_with_something_typed_is_asked_about(screen: SettingsScreen, answer: str) -> None:
    type_line(screen.group.facts["zone"], "ເຂດ 4")
    met = when_asked(QMessageBox, press_button(answer))
    assert screen.may_leave() is (answer != "ກັບຄືນ")
    assert len(met) == 1
    assert screen.book.group.zone == ""


# --- this machine ---------------------------------------------------------------------------


def test_the_language_changes_at_once(screen: SettingsScreen) -> None:
    screen.show_part(screen.machine)
    press(screen.machine.languages["th"], Qt.Key.Key_Space)
    assert screen.words.language == "th"
    assert screen.title.text() == "การตั้งค่า"
    assert screen.machine.languages["th"].isChecked()
    assert screen.desk.settings.language == "th"


def test_years_are_written_in_the_other_era_in_every_language(screen: SettingsScreen) -> None:
    screen.show_part(screen.machine)
    assert screen.machine.years[False].text() == "2026"
    assert screen.machine.years[screen.words.buddhist].isChecked()
    press(screen.machine.years[True], Qt.Key.Key_Space)
    assert screen.words.day(date(2026, 4, 14)) == "14/04/2569"
    press(screen.machine.languages["th"], Qt.Key.Key_Space)
    assert screen.words.buddhist
    press(screen.machine.years[False], Qt.Key.Key_Space)
    assert screen.words.day(date(2026, 4, 14)) == "14/04/2026"
    assert screen.desk.settings.buddhist is False


def test_the_text_grows_at_once(screen: SettingsScreen) -> None:
    sized = heard(screen.desk.text_sized)
    screen.show_part(screen.machine)
    press(screen.machine.sizes[160], Qt.Key.Key_Space)
    assert sized == [160]
    assert screen.desk.settings.text_size == 160


def test_where_the_book_lies(screen: SettingsScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    screen.show_part(screen.machine)
    assert screen.machine.place.text() == str(screen.book.path)
    click(screen.machine.folder)
    assert shown == [screen.book.path.parent.as_posix()]
    gone = heard(screen.go)
    click(screen.machine.other)
    assert gone == [("welcome", None)]


def test_the_rules_in_force_today_are_shown_first(qtbot: QtBot, village: Desk) -> None:
    later: Rulebook = replace(RULES, valid_from=date(2027, 1, 1), resolution="9/2026")
    assert village.do(lambda book, who: adopt_rulebook(book, two(who), rulebook=later))
    screen = SettingsScreen(village)
    keep(qtbot, screen)
    assert screen.rules.sets.value() == BEGIN


# --- who may do what --------------------------------------------------------------------------


def tick(screen: SettingsScreen, act: Act, column: int) -> None:
    """Stand on a box and press the space bar."""
    model, table = screen.permits.model, screen.permits.table
    row = [permit.act for permit in model.rows()].index(act)
    table.setFocus()
    table.setCurrentIndex(model.index(row, column))
    press(table, Qt.Key.Key_Space)


class TestWhoMayDoWhat:
    def test_boxes_change_only_after_the_button_was_pressed(self, screen: SettingsScreen) -> None:
        screen.show_part(screen.permits)
        tick(screen, Act.RECORD_DAY, TWO)
        assert screen.permits.changed() == ()
        press(screen.permits.change, Qt.Key.Key_Space)
        assert not screen.permits.write.isEnabled()
        tick(screen, Act.RECORD_DAY, TWO)
        (changed,) = screen.permits.changed()
        assert (changed.act, changed.two) == (Act.RECORD_DAY, True)
        assert screen.permits.holds_typing()
        press(screen.permits.give_up, Qt.Key.Key_Space)
        assert screen.permits.changed() == ()

    def test_what_is_the_same_in_every_group_stays(self, screen: SettingsScreen) -> None:
        screen.show_part(screen.permits)
        press(screen.permits.change, Qt.Key.Key_Space)
        tick(screen, Act.CLOSE_YEAR, TWO)
        tick(screen, Act.RECORD_DAY, CHOICES.index(Role.AUDITOR) + 1)
        assert screen.permits.changed() == ()

    def test_two_officers_write_it_under_a_decision(self, screen: SettingsScreen) -> None:
        screen.desk.speak("en")
        screen.show_part(screen.permits)
        press(screen.permits.change, Qt.Key.Key_Space)
        tick(screen, Act.RECORD_DAY, TWO)
        tick(screen, Act.RECORD_DAY, CHOICES.index(Role.TREASURER) + 1)
        click(screen.permits.write)
        assert not screen.book.permits.own
        type_line(screen.permits.decision, "7/2026")
        when_asked(SecondPerson, lambda dialog: click(next(iter(dialog.tiles.values()))))
        click(screen.permits.write)
        (own,) = screen.book.permits.own
        assert (own.act, own.two, Role.TREASURER in own.roles) == (Act.RECORD_DAY, True, False)
        row = screen.book.history(1)[0]
        assert act_sentence(screen.words, row) == (
            "Who may do what was changed by decision 7/2026: "
            "Write money of a day without a meeting."
        )
        assert not screen.permits.holds_typing()

    def test_too_few_are_refused_in_place(self, screen: SettingsScreen) -> None:
        screen.desk.speak("en")
        screen.show_part(screen.permits)
        press(screen.permits.change, Qt.Key.Key_Space)
        for role in (Role.PRESIDENT, Role.ACCOUNTANT, Role.TREASURER):
            tick(screen, Act.RECORD_DAY, CHOICES.index(role) + 1)
        type_line(screen.permits.decision, "7/2026")
        when_asked(SecondPerson, lambda dialog: click(next(iter(dialog.tiles.values()))))
        click(screen.permits.write)
        assert screen.banner.text().startswith("0 of those who are in office could do this")
        assert screen.permits.holds_typing()

    def test_an_act_that_takes_two_now_asks_for_the_second(self, village: Desk) -> None:
        permit = permit_of(Act.RECORD_DAY, (Role.PRESIDENT, Role.ACCOUNTANT), two=True)
        assert village.do(
            partial(
                change_permits,
                permits=(permit,),
                decision="7/2026",
                second=actor(Role.PRESIDENT),
                today=TODAY,
            )
        )
        act = partial(record_day, day=DAY, lines=(Deposit(KHAM.id, 10_000),), today=TODAY)
        assert not village.do(act)
        assert village.last_sentence.startswith("This takes two officers")
        asked: list[Act] = []

        def second(act: Act) -> Actor:
            asked.append(act)
            return actor(Role.PRESIDENT)

        village.second_person = second
        assert village.do(act)
        assert asked == [Act.RECORD_DAY]
        assert village.book.history(1)[0].second == actor(Role.PRESIDENT).name


def test_a_help_file_is_written_when_it_is_asked_for(
    screen: SettingsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.show_part(screen.machine)
    monkeypatch.setattr(screen.machine, "ask_folder", lambda: tmp_path)
    click(screen.machine.help)
    assert str(tmp_path) in screen.banner.text()
    with zipfile.ZipFile(tmp_path / NAME) as packed:
        assert {"versions.txt", "check.txt"} <= {*packed.namelist()}
        told = "".join(packed.read(name).decode() for name in packed.namelist())
    assert f"mark {screen.book.mark}" in told
    for officer in screen.book.officers():
        assert officer.name not in told


def test_a_help_file_that_cannot_be_written_is_said(
    screen: SettingsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "a file where the stick was"
    stick.touch()
    monkeypatch.setattr(screen.machine, "ask_folder", lambda: stick)
    met = when_asked(QMessageBox, press_button(screen.words.say("Understood")))
    click(screen.machine.help)
    assert len(met) == 1
    assert screen.banner.text() == ""
