"""PINs at the desk: asked for, wrong, set, forgotten, and the sheet that locks the window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ledger.actions.pins import give_out_codes, new_codes, set_pin
from ledger.rules.people import SET_UP, Actor, Role
from ledger.rules.permits import Act
from tests.ui.hands import click, heard, keep, press, type_letters
from tests.villages import OFFICERS, actor
from ui.desk import Desk
from ui.screens.pins.asking import PinDialog, PinQuestion
from ui.screens.pins.codes import CodesDialog
from ui.screens.pins.forgotten import ForgottenDialog
from ui.screens.places import PLACES
from ui.screens.second_person import SecondPerson
from ui.screens.settings.screen import SettingsScreen
from ui.screens.sign_in import SignInScreen
from ui.window import Window

PIN, OTHER = "739152", "842613"


def in_dialog(kind: type[QDialog], hands: Callable[[QDialog], None]) -> None:
    """Work in a small window as soon as it stands open."""

    def look() -> None:
        for found in QApplication.topLevelWidgets():
            if isinstance(found, kind) and found.isVisible():
                hands(found)
                return
        QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


@pytest.fixture
def me() -> Actor:
    return actor()


@pytest.fixture
def window(qtbot: QtBot, village: Desk, me: Actor) -> Iterator[Window]:
    """The accountant has a PIN and sits at the desk, in Lao."""
    village.speak("lo")
    assert village.do(lambda book, who: set_pin(book, who, old="", new=PIN))
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    keep(qtbot, window)
    yield window
    window.lock.timer.stop()


def tile_of(page: SignInScreen, name: str) -> QWidget:
    return next(tile for tile in page.tiles if name in tile.text())


def test_a_tile_asks_for_the_pin_and_a_wrong_one_stays_outside(
    window: Window, village: Desk, me: Actor
) -> None:
    village.sign_in(SET_UP)
    window.go("sign_in")
    page = window.page()
    assert isinstance(page, SignInScreen)
    seen: list[str] = []

    def try_twice(dialog: QDialog) -> None:
        assert isinstance(dialog, PinDialog)
        line = dialog.question.line
        type_letters(line, "111111")
        press(line, Qt.Key.Key_Return)
        seen.append(dialog.question.field.problem_text())
        assert line.text() == ""
        type_letters(line, "໗໓໙໑໕໒")
        click(dialog.question.enter)

    in_dialog(PinDialog, try_twice)
    click(tile_of(page, me.name))
    assert me.name in seen[0]
    assert village.actor == me
    assert window.place() == "home"


def test_going_back_lets_nobody_in(window: Window, village: Desk, me: Actor) -> None:
    village.sign_in(SET_UP)
    window.go("sign_in")
    page = window.page()
    assert isinstance(page, SignInScreen)
    in_dialog(PinDialog, lambda dialog: click(dialog.back))  # type: ignore[attr-defined]
    click(tile_of(page, me.name))
    assert village.actor == SET_UP
    # Whoever has no PIN is let in by her name alone.
    click(tile_of(page, OFFICERS[0].name))
    assert village.actor.name == OFFICERS[0].name


def test_after_several_wrong_ones_the_line_is_closed_for_a_while(
    qtbot: QtBot, window: Window, village: Desk, me: Actor
) -> None:
    question = PinQuestion(village, me)
    keep(qtbot, question)
    for _ in range(3):
        type_letters(question.line, "000001")
        press(question.line, Qt.Key.Key_Return)
    assert question.line.isReadOnly()
    forgot = heard(question.forgotten)
    focused = QApplication.focusWidget()
    assert focused is question.line, "an impatient Enter must not land on the next button"
    press(focused, Qt.Key.Key_Return)
    assert forgot == []
    assert "5" in question.field.problem_text()
    # Opened anew it waits again: the tries are counted in the book.
    again = PinQuestion(village, me)
    keep(qtbot, again)
    assert again.line.isReadOnly()
    again._wait = 0
    again._count_down()
    assert not again.line.isReadOnly()
    assert again.field.problem_text() == ""


def test_the_second_person_proves_who_she_is(qtbot: QtBot, window: Window, village: Desk) -> None:
    president = actor(Role.PRESIDENT)
    assert village.do(lambda book, _: set_pin(book, president, old="", new=OTHER))
    ask = SecondPerson(village, Act.CLOSE_YEAR, what="…")
    keep(qtbot, ask)
    in_dialog(PinDialog, lambda dialog: click(dialog.back))  # type: ignore[attr-defined]
    click(ask.tiles[president.name])
    assert ask.second is None

    def right(dialog: QDialog) -> None:
        assert isinstance(dialog, PinDialog)
        type_letters(dialog.question.line, OTHER)
        press(dialog.question.line, Qt.Key.Key_Return)

    in_dialog(PinDialog, right)
    click(ask.tiles[president.name])
    assert ask.second == president


def test_a_pin_is_set_changed_and_left_out_in_the_settings(window: Window, village: Desk) -> None:
    window.go("settings")
    page = window.page()
    assert isinstance(page, SettingsScreen)
    part = page.pin
    page.show_part(part)
    type_letters(part.pin.new, "111111")
    click(part.keep)
    assert part.pin.new_field.problem_text() != ""
    part.pin.clear()
    type_letters(part.pin.new, OTHER)
    type_letters(part.pin.again, PIN)
    click(part.keep)
    assert part.pin.again_field.problem_text() != ""
    type_letters(part.pin.again, OTHER)
    click(part.keep)
    assert part.old_field.problem_text() != "", "the PIN until now is missing"
    type_letters(part.old, PIN)
    click(part.keep)
    assert not part.holds_typing()
    assert village.let_in(village.actor, OTHER) is None
    type_letters(part.old, OTHER)
    click(part.drop)
    assert not village.has_pin(village.actor)
    assert not part.drop.isVisible()


def test_sealed_codes_are_given_out_by_two_and_shown_once(window: Window, village: Desk) -> None:
    window.go("settings")
    page = window.page()
    assert isinstance(page, SettingsScreen)
    page.show_part(page.pin)
    shown: list[str] = []

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, SecondPerson)
        in_dialog(CodesDialog, put_away)
        click(dialog.tiles[OFFICERS[0].name])

    def put_away(dialog: QDialog) -> None:
        assert isinstance(dialog, CodesDialog)
        pages = dialog.pages()
        assert pages is not None
        assert len(pages) == 1
        shown.extend(dialog._codes)
        click(dialog.done_with)

    in_dialog(SecondPerson, agree)
    click(page.pin.codes)
    assert len(set(shown)) == 3
    assert len(village.book.sealed_codes()) == 3


def test_a_forgotten_pin_is_set_anew_with_two_envelopes(
    qtbot: QtBot, window: Window, village: Desk, me: Actor
) -> None:
    codes, president = new_codes(), actor(Role.PRESIDENT)
    assert village.do(lambda book, who: give_out_codes(book, who, second=president, codes=codes))
    dialog = ForgottenDialog(village, me)
    keep(qtbot, dialog)
    type_letters(dialog.first, codes[1].lower())
    type_letters(dialog.second, codes[1])
    type_letters(dialog.pin.new, OTHER)
    type_letters(dialog.pin.again, OTHER)
    press(dialog.pin.again, Qt.Key.Key_Return)
    press(dialog.set_anew, Qt.Key.Key_Return)
    assert "1" in dialog.fields[1].problem_text()
    dialog.second.clear()
    type_letters(dialog.second, codes[2])
    in_dialog(CodesDialog, lambda found: click(found.done_with))  # type: ignore[attr-defined]
    click(dialog.set_anew)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert village.let_in(me, OTHER) is None
    assert village.let_in(me, PIN) is not None


def test_a_first_try_that_went_wrong_does_not_stay_behind_on_the_page(
    window: Window, village: Desk, me: Actor
) -> None:
    codes, president = new_codes(), actor(Role.PRESIDENT)
    assert village.do(lambda book, who: give_out_codes(book, who, second=president, codes=codes))
    window.go("settings")
    page = window.page()
    assert isinstance(page, SettingsScreen)
    dialog = ForgottenDialog(village, me, page)

    def first_wrong_then_right(_: QDialog) -> None:
        for line in (dialog.pin.new, dialog.pin.again):
            type_letters(line, OTHER)
        type_letters(dialog.first, codes[0])
        click(dialog.set_anew)
        assert page.banner.text() == dialog.fields[1].problem_text() != ""
        type_letters(dialog.second, codes[2])
        in_dialog(CodesDialog, lambda found: click(found.done_with))  # type: ignore[attr-defined]
        click(dialog.set_anew)

    in_dialog(ForgottenDialog, first_wrong_then_right)
    assert dialog.exec()
    assert page.banner.text() == ""


def test_the_locked_desk_keeps_what_was_typed(window: Window, village: Desk) -> None:
    window.go("search")
    page = window.page()
    assert page is not None
    page.setFocus()
    line = QApplication.focusWidget()
    assert line is not None
    type_letters(line, "ຄຳ")
    press(window, Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier)
    sheet = window.lock.sheet
    assert sheet is not None
    assert sheet.isVisible()
    assert not page.isEnabled()
    assert sheet.size() == window.size()
    type_letters(sheet.question.line, PIN)
    press(sheet.question.line, Qt.Key.Key_Return)
    assert window.lock.sheet is None
    assert page.isEnabled()
    assert "ຄຳ" in line.property("text")


def test_nothing_is_locked_for_whoever_has_no_pin(window: Window, village: Desk) -> None:
    village.sign_in(actor(Role.PRESIDENT))
    window.lock.now()
    assert window.lock.sheet is None
    assert window.lock.timer.isActive()


def test_five_minutes_without_a_touch_lock_the_desk(window: Window) -> None:
    assert window.lock.timer.interval() == 300_000
    window.lock.timer.timeout.emit()
    assert window.lock.sheet is not None
