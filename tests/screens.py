"""Draws every page of the window in three languages: python -m tests.screens FOLDER [NAME …].

Each page of the window is drawn over the practice group at 1366 x 768 and lies in the folder as
NAME.lo.png, NAME.th.png and NAME.en.png, to be looked at; words that have less room than they need
are named. A new page adds one line to SHOTS. The
practice group is kept in the folder for the next time; delete `practice.book` to have it made anew.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ledger.rules.people import Actor, Role
from tests.booklet_shots import BOOKLET_SHOTS
from tests.books_shots import (
    ACCOUNT_SHOTS,
    BANK_SHOTS,
    BOOKS_SHOTS,
    BORROWING_SHOTS,
    FUND_SHOTS,
    FUNDS_SHOTS,
    HOME_SHOTS,
)
from tests.bringing_shots import BRINGING_SHOTS
from tests.closing_shots import DIVIDENDS_SHOTS, PAPERS_SHOTS, YEAR_END_SHOTS
from tests.cut import cut_choices, cut_parts, hidden_columns
from tests.first_run_shots import FIRST_RUN_SHOTS, SETTINGS_SHOTS
from tests.loan_shots import (
    HOUSEHOLD_SHOTS,
    LOAN_SHOTS,
    LOANS_SHOTS,
    MEMBER_SHOTS,
    MEMBERS_SHOTS,
    PAPER_TEXTS_SHOTS,
    REQUEST_SHOTS,
    WAITING_SHOTS,
)
from tests.meeting_shots import MEETING_SHOTS
from tests.money_shots import MONEY_SHOTS
from tests.network_shots import NETWORK_SHEET_SHOTS, NETWORK_SHOTS
from tests.people_shots import CANDIDATES_SHOTS, HAND_OVER_SHOTS, LIFE_SHOTS
from tests.pin_shots import PIN_SHOTS
from tests.safe_shots import SAFE_SHOTS
from tests.ui.gallery import Gallery
from translations import LANGUAGES, open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.practice import LAST, make_practice_group
from ui.qt_words import QtWords
from ui.screens.places import PLACES
from ui.settings import Settings
from ui.window import Window

if TYPE_CHECKING:
    from ui.screens.screen import Screen

SIZE = (1366, 768)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: a place of the window, with what it shows there and what is done to it first.

    `item` is found from the desk (a member's id); `prepare` may open a tab or type something.
    Shots of one `series` at one place are drawn one after another over the same copy of the
    practice group, each going on from where the one before it stopped; a shot that names no
    series begins anew and leaves nothing behind.
    """

    name: str
    place: str
    item: Callable[[Desk], object] | None = None
    prepare: Callable[[Screen], object] | None = None
    series: str = ""

    @property
    def copy(self) -> tuple[str, str]:
        """Which copy of the practice group it is drawn over."""
        return self.place, self.series or self.name


SHOTS: tuple[Shot, ...] = (
    tuple(
        Shot(name, place, prepare=prepare, series=place)
        for place, shots in (
            ("meeting", MEETING_SHOTS),
            ("welcome", FIRST_RUN_SHOTS),
            ("settings", SETTINGS_SHOTS),
            ("year_end", YEAR_END_SHOTS),
            ("dividends", DIVIDENDS_SHOTS),
            ("papers", PAPERS_SHOTS),
            ("paper_texts", PAPER_TEXTS_SHOTS),
            ("network_sheet", NETWORK_SHEET_SHOTS),
            ("network", NETWORK_SHOTS),
            ("home", HOME_SHOTS),
            ("funds", FUNDS_SHOTS),
            ("fund", FUND_SHOTS),
            ("account", ACCOUNT_SHOTS),
            ("bank", BANK_SHOTS),
            ("borrowing", BORROWING_SHOTS),
            ("books", BOOKS_SHOTS),
            ("bring_in", BRINGING_SHOTS),
            ("members", MEMBERS_SHOTS),
            ("member", MEMBER_SHOTS),
            ("member_life", LIFE_SHOTS),
            ("candidates", CANDIDATES_SHOTS),
            ("hand_over", HAND_OVER_SHOTS),
            ("loans", LOANS_SHOTS),
            ("loan", LOAN_SHOTS),
            ("loan_request", REQUEST_SHOTS),
            ("household", HOUSEHOLD_SHOTS),
            ("waiting", WAITING_SHOTS),
            ("booklets", BOOKLET_SHOTS),
        )
        for name, prepare in shots
    )
    + tuple(
        Shot(name, place, prepare=prepare) for name, place, prepare in (*MONEY_SHOTS, *SAFE_SHOTS)
    )
    + tuple(Shot(name, "settings", prepare=prepare, series="pins") for name, prepare in PIN_SHOTS)
)
"""Every page of the window; see also the parts of a screen, drawn as `parts`."""


def draw(folder: Path, names: list[str]) -> list[Path]:
    """Draw the shots of these names (all, when none is named); the files that were written.

    What a named shot goes on from is drawn before it, and lies in the folder too.
    """
    folder.mkdir(parents=True, exist_ok=True)
    app = _application()
    written = [] if names and "parts" not in names else _parts(app, folder)
    wanted = {shot.name for shot in _shots() if not names or shot.name in names}
    if not wanted:
        return written
    kept = folder / "practice.book"
    if not kept.exists():
        make_practice_group(folder)
    copies = {shot.copy for shot in _shots() if shot.name in wanted}
    shots = [shot for shot in _shots() if shot.copy in copies]
    for language in LANGUAGES:
        qt_words = QtWords(open_words(language))
        app.installTranslator(qt_words)
        for _, series in groupby(shots, key=lambda shot: shot.copy):
            drawn = _series(app, folder, [*series], language)
            written += [file for name, file in drawn.items() if name in wanted]
        app.removeTranslator(qt_words)
    return written


def _shots() -> tuple[Shot, ...]:
    """The listed shots, and one of every page that has none."""
    drawn = {shot.place for shot in SHOTS}
    return SHOTS + tuple(Shot(p.name, p.name) for p in PLACES if p.name not in drawn)


def _application() -> QApplication:
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    load_fonts()
    dress(app)
    return app


def _parts(app: QApplication, folder: Path) -> list[Path]:
    return [
        _save(app, Gallery(open_words(language)), folder / f"parts.{language}.png")
        for language in LANGUAGES
    ]


def _series(app: QApplication, folder: Path, shots: list[Shot], language: str) -> dict[str, Path]:
    """The pictures of one series, over a fresh copy of the practice group: what one writes there
    for its pictures is not there for the others.
    """
    clock = datetime(LAST.year, LAST.number, 20).astimezone()
    with TemporaryDirectory() as place:
        book = Path(shutil.copy(folder / "practice.book", place))
        settings = Settings(book.with_name("machine.ini"))
        desk = Desk(open_words(language), clock=lambda: clock, settings=settings)
        window = Window()
        window.furnish(desk.words)
        window.attach(desk, PLACES)
        desk.open(book)
        keeper = next(o for o in desk.book.officers() if o.role is Role.ACCOUNTANT)
        desk.sign_in(Actor(keeper.id, keeper.name, keeper.role))
        desk.speak(language)
        try:
            return {shot.name: _page(app, window, desk, shot, folder) for shot in shots}
        finally:
            # Nothing may be painted any more when the book is gone.
            window.hide()
            window.deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            desk.close()


def _page(app: QApplication, window: Window, desk: Desk, shot: Shot, folder: Path) -> Path:
    window.resize(*SIZE)
    window.show()
    desk.come_back()
    window.go(shot.place, shot.item(desk) if shot.item else None)
    page = window.page()
    if shot.prepare and page is not None:
        shot.prepare(page)
    dialogs = [w for w in app.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    shown = dialogs[0] if dialogs else window
    file = _save(app, shown, folder / f"{shot.name}.{desk.words.language}.png")
    for words in (*cut_parts(shown), *cut_choices(shown), *hidden_columns(shown)):
        sys.stderr.write(f"cut off in {file.name}: {words}\n")
    for dialog in dialogs:
        dialog.close()
    return file


def _save(app: QApplication, page: QWidget, file: Path) -> Path:
    if not page.isVisible():
        page.resize(*SIZE)
        page.show()
    for _ in range(3):
        app.processEvents()
    page.grab().save(str(file))
    return file


def main(arguments: list[str]) -> int:
    """Draw into the folder that is named first."""
    if not arguments:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    for file in draw(Path(arguments[0]), arguments[1:]):
        sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
