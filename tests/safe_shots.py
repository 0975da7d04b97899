"""Keeping the book safe, in pictures."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from ledger.actions.record import record_day
from ledger.book.files import LOCKED
from ledger.book.shelf import Shelf
from ledger.book.trouble import DiskFailed, DiskFull, PasswordWrong
from ledger.rules.clock import ClockDoubt, Way
from ledger.rules.lines import Deposit
from ledger.rules.paper_code import paper_code_of
from tests.book.books import strip_guards
from tests.meeting_shots import ready_to_sign
from ui.fault import Fault
from ui.keeper import Keeper, keeper_of
from ui.logbook import Logbook
from ui.screens.first_run.screen import FirstRunScreen
from ui.screens.home.screen import HomeScreen
from ui.screens.safe.compare import CompareScreen
from ui.screens.safe.copies import CopiesScreen
from ui.screens.safe.rescue import RescueScreen
from ui.screens.safe.shut import ShutQuestion
from ui.screens.safe.stick_password import AskPassword, RecoverySheet, SetPassword
from ui.screens.safe.which_day import DayQuestion
from ui.screens.screen import Screen
from ui.sticks import FOLDER

Prepare = Callable[[Screen], object]


def _compared(page: Screen, code: str) -> None:
    assert isinstance(page, CompareScreen)
    page.code.setText(code)
    page.compare.click()


def fits(page: Screen) -> None:
    """A passbook printed some acts ago fits."""
    seal = page.book.history(40)[-1].seal
    _compared(page, paper_code_of(bytes.fromhex(seal)))


def foreign(page: Screen) -> None:
    """The code is not in this book."""
    _compared(page, paper_code_of(b"x" * 32))


def misread(page: Screen) -> None:
    """One letter was misread."""
    _compared(page, "1000-0000-0000-0000-0000-0")


def copied(page: Screen) -> None:
    """Copies on the machine and on two sticks, and a look inside the older one."""
    assert isinstance(page, CopiesScreen)
    keeper = page.keeper
    folder = page.desk.settings.folder
    roots = [folder / "E", folder / "F"]
    for root in roots:
        root.mkdir(exist_ok=True)
    keeper.volumes = lambda: roots
    keeper.copy()
    _settle(keeper)
    keeper.name(roots[0], "ແຟລດ ນາງ ດາວ")
    _settle(keeper)
    keeper.name(roots[1], "ແຟລດ ປະທານ")
    _settle(keeper)
    while keeper.rehearser.due():
        keeper.rehearser.start()
        keeper.rehearser.finish()
    page.refresh()
    page.look_inside.click()


def lost(page: Screen) -> None:
    """A look inside an older copy: what would be lost against today, line by line."""
    assert isinstance(page, CopiesScreen)
    page.keeper.copy()
    _settle(page.keeper)
    members = page.book.members()
    for member in members[:6]:
        lines = (Deposit(member.id, 20_000),)
        today = page.today()
        page.desk.do(partial(record_day, day=today, lines=lines, today=today))
    page.refresh()
    page.copies.select_row(page.copy_model.rowCount() - 1)
    page.look_inside.click()


def bad_copy(page: Screen) -> None:
    """A copy that was cut short was rehearsed."""
    assert isinstance(page, CopiesScreen)
    page.keeper.copy()
    _settle(page.keeper)
    page.refresh()
    row = page.chosen()
    assert row is not None
    row.file.write_bytes(row.file.read_bytes()[:9_000])
    places = page.desk.keeping.places(page.book.mark)
    places.put(replace(page.place(), rehearsed=None))
    page.keeper.rehearser.start()
    page.keeper.rehearser.finish()
    page.refresh()


def password(page: Screen) -> None:
    """A password for a stick."""
    assert isinstance(page, CopiesScreen)
    SetPassword(page.desk, locked=True, parent=page).open()


def sheet(page: Screen) -> None:
    """The code of the recovery sheet."""
    RecoverySheet(page.desk, "7K3M-9QZT-04XB-5RGH-2W6N", "ແຟລດ ນາງ ດາວ", page).open()


def _refused(typed: str) -> object:
    raise PasswordWrong(typed)


def asked(page: Screen) -> None:
    """A wrong password was typed."""
    dialog = AskPassword(page.desk, lambda _: _refused("E:/Thon Ngoen/0a1b.book.locked"), page)
    dialog.line.setText("x")
    dialog.do.click()
    dialog.open()


def _settle(keeper: Keeper) -> None:
    while keeper.busy is not None or keeper.rehearser.busy:
        keeper.finish()


def _checked(keeper: Keeper) -> None:
    """Wait for the check beside the window, which begins when a book is opened."""
    while not keeper.findings:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def home_bad(page: Screen) -> None:
    """The first page when a copy that was cut short has been rehearsed."""
    assert isinstance(page, HomeScreen)
    keeper = page.safe.keeper
    keeper.copy()
    _settle(keeper)
    folder = page.desk.keeping.copies(page.book.mark)
    file = max(folder.iterdir())
    file.write_bytes(file.read_bytes()[:9_000])
    keeper.rehearser.start()
    keeper.rehearser.finish()
    page.draw()


def home_safe(page: Screen) -> None:
    """The first page with its copies."""
    assert isinstance(page, HomeScreen)
    page.safe.keeper.copy()
    _settle(page.safe.keeper)
    page.draw()


def _asked_day(page: Screen, year: int) -> None:
    last = page.today()
    clock = last.replace(year=year)
    way = Way.AHEAD if clock > last else Way.BEHIND
    DayQuestion(page.desk, ClockDoubt(way, clock, last), page).show()


def day_behind(page: Screen) -> None:
    """The clock was set back by years."""
    _asked_day(page, 2022)


def day_ahead(page: Screen) -> None:
    """The clock is years ahead."""
    _asked_day(page, 2036)


def damaged(page: Screen) -> None:
    """The first page after a book could not be opened."""
    assert isinstance(page, FirstRunScreen)
    desk = page.desk
    file = desk.book.path
    desk.settings.language = desk.words.language
    desk.close()
    content = file.read_bytes()
    file.write_bytes(content[:8_192] + bytes(len(content) - 8_192))
    desk.opened.emit()
    desk.open(file)
    page.see(page.choice)


def rescued(page: Screen) -> None:
    """What can be saved of a damaged book."""
    assert isinstance(page, RescueScreen)
    keeper = keeper_of(page.desk)
    keeper.copy()
    _settle(keeper)
    file = page.desk.book.path
    page.desk.close()
    page.desk.opened.emit()
    content = file.read_bytes()
    file.write_bytes(content[:90_000] + bytes(len(content) - 90_000))
    page.show_item(file)
    while page.save.isEnabled() is False:
        QApplication.processEvents()


def shut(page: Screen) -> None:
    """The disk did not answer, and the book was shut."""
    desk = page.desk
    desk.say_no(DiskFailed(str(desk.book.path)))
    ShutQuestion(desk, page).show()


def fault(page: Screen) -> None:
    """The window after a mistake of ours."""
    log = Logbook(page.desk.settings.folder / "log", page.desk.clock)
    log.note("started")
    Fault(page.desk, log, page).show()
    log.close()


def locked_copy(page: Screen) -> None:
    """The first page of a new machine, on which a copy with a password was opened."""
    assert isinstance(page, FirstRunScreen)
    desk = page.desk
    desk.settings.language = desk.words.language
    copy = desk.settings.folder / "0a1b-000412-001290.book.locked"
    copy.write_bytes(LOCKED + bytes(4_000))
    desk.close()
    desk.opened.emit()
    desk.open(copy)
    page.see(page.choice)


def tampered(page: Screen) -> None:
    """An amount was changed with another program while the book was closed."""
    assert isinstance(page, HomeScreen)
    desk, file = page.desk, page.book.path
    actor = desk.actor
    desk.close()
    strip_guards(file, ["UPDATE transfer SET kip = kip + 1 WHERE entry = 7 AND line = 0"])
    desk.open(file)
    desk.sign_in(actor)
    page.safe.keeper.check()
    _checked(page.safe.keeper)
    page.draw()


def stick_out(page: Screen) -> None:
    """The stick was pulled out while a copy was being written on it."""
    assert isinstance(page, CopiesScreen)
    root = page.desk.settings.folder / "E"
    root.mkdir(exist_ok=True)
    page.keeper.volumes = lambda: [root]
    page.keeper.name(root, "ແຟລດ ນາງ ດາວ")
    _settle(page.keeper)
    members = page.book.members()
    today, lines = page.today(), (Deposit(members[0].id, 20_000),)
    page.desk.do(partial(record_day, day=today, lines=lines, today=today))
    copies = root / FOLDER
    shutil.rmtree(copies)
    copies.write_bytes(b"")
    page.keeper.copy()
    _settle(page.keeper)
    page.refresh()
    page.places.select_row(1)


def disk_full(page: Screen) -> None:
    """The disk was full when the sheet was to be signed."""
    screen = ready_to_sign(page)

    def full(shelf: Shelf) -> None:
        raise DiskFull(str(shelf.path))

    with patch.object(Shelf, "commit", full):
        screen.primary.click()


SAFE_SHOTS: tuple[tuple[str, str, Prepare], ...] = (
    ("compare_fits", "compare", fits),
    ("compare_foreign", "compare", foreign),
    ("compare_misread", "compare", misread),
    ("copies", "copies", copied),
    ("copies_lost", "copies", lost),
    ("copies_bad", "copies", bad_copy),
    ("home_safe_bad", "home", home_bad),
    ("copies_password", "copies", password),
    ("copies_sheet", "copies", sheet),
    ("copies_asked", "copies", asked),
    ("home_safe", "home", home_safe),
    ("day_behind", "home", day_behind),
    ("day_ahead", "home", day_ahead),
    ("fault", "home", fault),
    ("shut", "home", shut),
    ("rescue", "rescue", rescued),
    ("home_tampered", "home", tampered),
    ("copies_stick_out", "copies", stick_out),
    ("meeting_disk_full", "meeting", disk_full),
    ("welcome_damaged", "welcome", damaged),
    # The last one: it leaves no book on the desk.
    ("welcome_locked", "welcome", locked_copy),
)
"""Every picture with its page."""
