"""A PIN that was typed everywhere lies nowhere: no log, help file, draft, setting, book, clipboard.

The PINs here occur in nothing else. They are typed rightly and wrongly wherever the window asks for
one, copied where that can be tried, and left in the line while the program makes a mistake.
"""

import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ledger.actions.pins import set_pin
from ledger.book.keeping import Keeping
from ledger.rules.people import SET_UP, Role
from ledger.rules.permits import Act
from tests.ui.asked import when_asked
from tests.ui.conftest import NOW
from tests.ui.hands import click, keep, press, type_letters
from tests.ui.test_pins import in_dialog, tile_of
from tests.villages import OFFICERS, actor
from ui.crash import CrashHook
from ui.desk import Desk
from ui.fault import Fault
from ui.help_file import NAME
from ui.logbook import Logbook
from ui.screens.pins.asking import PinDialog
from ui.screens.places import PLACES
from ui.screens.second_person import SecondPerson
from ui.screens.settings.screen import SettingsScreen
from ui.screens.sign_in import SignInScreen
from ui.window import Window

PIN, OTHER, WRONG = "7391524086", "8426137095", "6058219473"
CANARIES = (PIN, OTHER, WRONG)
LAO = str.maketrans("0123456789", "໐໑໒໓໔໕໖໗໘໙")


def traces(content: bytes) -> list[str]:
    """The PINs that stand in a content, in any figures and as texts are written to files."""
    ways = [(pin, text) for pin in CANARIES for text in (pin, pin.translate(LAO), pin[::-1])]
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    return [pin for pin, text in ways if any(text.encode(code) in content for code in codes)]


def found_in(folder: Path) -> list[str]:
    """Every file below a folder in which one of them lies; archives are looked into."""
    hits = []
    for file in sorted(f for f in folder.rglob("*") if f.is_file()):
        content = file.read_bytes()
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                content = b"".join(packed.read(name) for name in packed.namelist())
        hits += [f"{file.name}: {pin}" for pin in traces(content)]
    return hits


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Logbook]:
    book = Logbook(tmp_path / "log", lambda: NOW)
    yield book
    book.close()


@pytest.fixture
def window(qtbot: QtBot, village: Desk, tmp_path: Path) -> Iterator[Window]:
    village.book.keep_in(Keeping(tmp_path / "own"))
    assert village.do(lambda book, who: set_pin(book, who, old="", new=PIN))
    assert village.do(lambda book, _: set_pin(book, actor(Role.PRESIDENT), old="", new=OTHER))
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    keep(qtbot, window)
    yield window
    window.lock.timer.stop()


def try_copying(line: QLineEdit) -> None:
    """Whatever a hand could do to take the text along."""
    line.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        press(line, key, held=Qt.KeyboardModifier.ControlModifier)
    line.copy()
    line.cut()


def in_at_the_tile(window: Window, village: Desk) -> None:
    """At the tile of her name: a wrong one, one that she tries to copy, and the right one."""
    village.sign_in(SET_UP)
    window.go("sign_in")
    page = window.page()
    assert isinstance(page, SignInScreen)

    def hands(dialog: object) -> None:
        assert isinstance(dialog, PinDialog)
        line = dialog.question.line
        type_letters(line, WRONG)
        try_copying(line)
        press(line, Qt.Key.Key_Return)
        type_letters(line, PIN.translate(LAO))
        click(dialog.question.enter)

    in_dialog(PinDialog, hands)
    click(tile_of(page, actor().name))
    assert village.actor == actor()


def at_the_locked_desk(window: Window, village: Desk) -> None:
    window.lock.now()
    sheet = window.lock.sheet
    assert sheet is not None
    type_letters(sheet.question.line, PIN)
    press(sheet.question.line, Qt.Key.Key_Return)
    assert window.lock.sheet is None


def by_the_second_person(window: Window, village: Desk) -> None:
    ask = SecondPerson(village, Act.CLOSE_YEAR, what="…")

    def hands(dialog: object) -> None:
        assert isinstance(dialog, PinDialog)
        type_letters(dialog.question.line, OTHER)
        press(dialog.question.line, Qt.Key.Key_Return)

    in_dialog(PinDialog, hands)
    click(ask.tiles[OFFICERS[0].name])
    assert ask.second == actor(Role.PRESIDENT)


def changed_in_the_settings(window: Window, village: Desk) -> None:
    """Refused once, changed, and typed again but left standing there."""
    window.go("settings")
    page = window.page()
    assert isinstance(page, SettingsScreen)
    page.show_part(page.pin)
    for old, new, again in ((WRONG, OTHER, OTHER), (PIN, OTHER, WRONG), (PIN, OTHER, OTHER)):
        for line, text in (
            (page.pin.old, old),
            (page.pin.pin.new, new),
            (page.pin.pin.again, again),
        ):
            line.clear()
            type_letters(line, text)
            try_copying(line)
            type_letters(line, "" if line.text() else text)
        click(page.pin.keep)
    assert village.let_in(village.actor, OTHER) is None
    type_letters(page.pin.pin.new, WRONG)


def a_mistake(village: Desk, log: Logbook, tmp_path: Path) -> None:
    """While the line still holds it the program errs over that text; the help file is given."""

    def give(dialog: Fault) -> None:
        dialog.ask_folder = lambda: tmp_path / "stick"  # type: ignore[method-assign]
        press(dialog.give, Qt.Key.Key_Return)
        press(dialog.end, Qt.Key.Key_Return)

    (tmp_path / "stick").mkdir()
    when_asked(Fault, give)
    try:
        int(WRONG + PIN + "x")
    except ValueError as mistake:
        CrashHook(village, log, lambda: None)(ValueError, mistake, mistake.__traceback__)
    assert (tmp_path / "stick" / NAME).exists()


def test_a_pin_that_was_typed_everywhere_lies_nowhere(
    window: Window,
    village: Desk,
    log: Logbook,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    QGuiApplication.clipboard().clear()
    ways: tuple[Callable[[Window, Desk], None], ...] = (
        *(in_at_the_tile, at_the_locked_desk, by_the_second_person),
        changed_in_the_settings,
    )
    for way in ways:
        way(window, village)
        assert traces(QGuiApplication.clipboard().text().encode()) == [], way.__name__
    said = capfd.readouterr()
    assert traces((said.out + said.err).encode()) == []
    # What Python says of a mistake goes to a terminal as it is; what is kept of it does not.
    a_mistake(village, log, tmp_path)
    page = window.page()
    assert isinstance(page, SettingsScreen)
    page.pin.pin.clear()
    window.close()
    village.close()
    assert traces("\n".join(sys.argv).encode()) == []
    assert len([f for f in tmp_path.rglob("*") if f.is_file()]) > 5
    assert found_in(tmp_path) == []


def test_a_trace_would_be_found(tmp_path: Path) -> None:
    """The control: in a file, in Lao figures, in an archive, and as other systems write texts."""
    (tmp_path / "a.log").write_text(f"PIN {PIN}", encoding="utf-8")
    (tmp_path / "b.ini").write_text(OTHER.translate(LAO), encoding="utf-8")
    (tmp_path / "c.txt").write_text(WRONG, encoding="utf-16")
    with zipfile.ZipFile(tmp_path / "d.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("program.log", PIN * 50)
    hits = [f"a.log: {PIN}", f"b.ini: {OTHER}", f"c.txt: {WRONG}", f"d.zip: {PIN}"]
    assert found_in(tmp_path) == hits
