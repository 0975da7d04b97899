"""PINs in pictures: asked for, set, forgotten, the three codes, and the locked desk."""

from collections.abc import Callable

from ledger.actions.pins import new_codes, set_pin
from ledger.rules.people import Actor
from ui.desk import Desk
from ui.screens.pins.asking import PinDialog
from ui.screens.pins.codes import CodesDialog
from ui.screens.pins.forgotten import ForgottenDialog
from ui.screens.screen import Screen
from ui.screens.settings.screen import SettingsScreen
from ui.window import Window

Prepare = Callable[[Screen], object]
_PIN = "739152"


def _with_pin(desk: Desk) -> Actor:
    """Whoever is at the desk has a PIN from now on."""
    if not desk.has_pin(desk.actor):
        desk.do(lambda book, who: set_pin(book, who, old="", new=_PIN))
    return desk.actor


def part(page: Screen) -> None:
    """The page on which a PIN is set."""
    assert isinstance(page, SettingsScreen)
    _with_pin(page.desk)
    page.show_part(page.pin)
    page.pin.pin.new.setText("111111")
    page.pin.keep.click()


def asked(page: Screen) -> None:
    """A wrong PIN was typed."""
    dialog = PinDialog(page.desk, _with_pin(page.desk), page)
    dialog.question.line.setText("000001")
    dialog.question.try_it()
    dialog.open()


def forgotten(page: Screen) -> None:
    """Two envelopes are asked for."""
    ForgottenDialog(page.desk, _with_pin(page.desk), page).open()


def codes(page: Screen) -> None:
    """Three new codes."""
    CodesDialog(page.desk, new_codes(), page).open()


def locked(page: Screen) -> None:
    """The sheet over the whole window."""
    _with_pin(page.desk)
    window = page.window()
    assert isinstance(window, Window)
    window.lock.now()


PIN_SHOTS: tuple[tuple[str, Prepare], ...] = (
    ("pin_settings", part),
    ("pin_asked", asked),
    ("pin_forgotten", forgotten),
    ("pin_codes", codes),
    ("pin_locked", locked),
)
