"""The program as a whole: letters, one window, the book that was open last, and its pages.

The window is painted first. Only then is the book's room loaded, with everything that it brings:
reading a database costs more time than a window.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from resources import path
from translations import LANGUAGES, Words, open_words
from ui import display
from ui.look import FontMissing, dress, load_fonts
from ui.one_window import OneWindow
from ui.qt_words import QtWords
from ui.settings import Settings
from ui.window import Window

if TYPE_CHECKING:
    from ui.desk import Desk

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time of this machine, with its zone."""
    return datetime.now().astimezone()


def run(book: Path | None = None, *, language: str | None = None) -> int:
    """Open the window and stay until it is closed; the exit status of the program."""
    settings = Settings()
    words = open_words(language or _language(settings))
    trouble = display.why_no_screen(os.environ)
    if trouble is not None:
        return _end(display.sentence(words, *trouble))
    app = _application()
    try:
        load_fonts()
    except FontMissing as missing:
        return _end(
            words.say(
                "The letters of the program are missing: {file}. Install the program again.",
                file=path(missing.name),
            )
        )
    dress(app, settings.text_size)
    one = OneWindow(settings.folder)
    if not one.take():
        return _end_second(words, one, book)
    program = Program(app, words, settings, one)
    program.start(book)
    try:
        return app.exec()
    finally:
        program.close()


class Program(QObject):
    """Holds what lives as long as the window: the frame, the desk, the words of Qt."""

    def __init__(
        self,
        app: QApplication,
        words: Words,
        settings: Settings,
        one: OneWindow,
        *,
        clock: Clock = now,
    ) -> None:
        super().__init__()
        self._app = app
        self._words = words
        self._settings = settings
        self._one = one
        self._clock = clock
        self._book: Path | None = None
        self._qt_words: QtWords | None = None
        self._translate_qt(words)
        self.window = Window(words)
        self.desk: Desk | None = None

    def start(self, book: Path | None) -> None:
        """Paint the frame; the rest follows when it has been seen."""
        self._book = book
        self.window.restoreGeometry(self._settings.window)
        # Another turn of the loop: what was painted must reach the screen first.
        self.window.painted.connect(lambda: QTimer.singleShot(0, self._furnish))
        self.window.show()

    def close(self) -> None:
        """Close the book and let another window be opened."""
        if self.desk is not None:
            self.desk.close()
        self._one.release()

    def _furnish(self) -> None:
        """Load the book's room and the pages, open the book, and go to the first page."""
        from ui.crash import CrashHook
        from ui.desk import Desk
        from ui.screens.places import PLACES

        desk = Desk(self._words, clock=self._clock, settings=self._settings, parent=self)
        self.desk = desk
        CrashHook(lambda: desk.words, self._settings.folder / "mistakes.log", self._clock).install()
        desk.language_changed.connect(lambda: self._translate_qt(desk.words))
        desk.text_sized.connect(lambda percent: dress(self._app, percent))
        self.window.attach(desk, PLACES)
        self._one.called.connect(self._called)
        self._one.listen()
        self._open_first(desk)

    def _open_first(self, desk: Desk) -> None:
        """The named book, else the one that was open last, else the welcome page."""
        wanted = self._book or self._settings.last_book
        opened = wanted is None or desk.open(wanted)
        self.window.begin("" if opened else desk.last_sentence)

    def _called(self, book: str) -> None:
        """A second start wants this window, perhaps with another book."""
        self.window.raise_()
        self.window.activateWindow()
        page = self.window.page()
        free = page is None or page.may_leave()
        if book and free and self.desk is not None and self.desk.open(Path(book)):
            self.window.begin()

    def _translate_qt(self, words: Words) -> None:
        if self._qt_words is not None:
            QCoreApplication.removeTranslator(self._qt_words)
        self._qt_words = QtWords(words, self)
        QCoreApplication.installTranslator(self._qt_words)


def _application() -> QApplication:
    QCoreApplication.setApplicationName("Thon Ngoen")
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(path("icons/funds.svg"))))
    return app


def _language(settings: Settings) -> str:
    """The language that was chosen on this machine; Lao until somebody chooses."""
    return settings.language if settings.language in LANGUAGES else LANGUAGES[0]


def _end(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


def _end_second(words: Words, one: OneWindow, book: Path | None) -> int:
    """Raise the first window and end; say so where it does not answer."""
    if one.call("" if book is None else str(book.resolve())):
        return 0
    return _end(words.say("The program is open already, but its window does not answer."))
