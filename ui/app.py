"""The program as a whole: one window, its letters and words, the book that was open last.

The bare window is painted first. Then it is furnished, and only then is the book's room loaded,
with everything that it brings: a database costs more time than a window.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.hard_crash import watch_hard_crashes
from ui.one_window import OneWindow
from ui.settings import Settings
from ui.window import Window

if TYPE_CHECKING:
    from translations import Words
    from ui.desk import Desk
    from ui.logbook import Logbook
    from ui.look import FontMissing
    from ui.qt_messages import QtMessages
    from ui.qt_words import QtWords

Clock = Callable[[], datetime]

_FAULT = 70
"""The exit status after a mistake of ours."""


def now() -> datetime:
    """The time of this machine, with its zone."""
    return datetime.now().astimezone()


def run(book: Path | None = None, *, language: str | None = None) -> int:
    """Open the window and stay until it is closed; the exit status of the program."""
    settings = Settings()
    if sys.platform.startswith("linux"):
        from ui import display

        trouble = display.why_no_screen(os.environ)
        if trouble is not None:
            return _end(display.sentence(_words(settings, language), *trouble))
    QCoreApplication.setApplicationName("Thon Ngoen")
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    one = OneWindow(settings.folder)
    if not one.take():
        return _end_second(app, settings, _words(settings, language), one, book)
    program = Program(app, settings, one)
    watch_hard_crashes(settings.folder / "log")
    program.start(book, language)
    try:
        return app.exec()
    finally:
        program.close()


class Program(QObject):
    """Holds what lives as long as the window: the frame, the desk, the words of Qt."""

    def __init__(
        self, app: QApplication, settings: Settings, one: OneWindow, *, clock: Clock = now
    ) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._one = one
        self._clock = clock
        self._book: Path | None = None
        self._language: str | None = None
        self._qt_words: QtWords | None = None
        self.window = Window()
        self.desk: Desk | None = None
        self._heard: QtMessages | None = None

    @cached_property
    def log(self) -> Logbook:
        """What the program did; it is loaded when there is something to write down."""
        from ui.logbook import Logbook

        return Logbook(self._settings.folder / "log", self._clock)

    def start(self, book: Path | None = None, language: str | None = None) -> None:
        """Paint the bare frame; the rest follows when it has been seen."""
        self._book, self._language = book, language
        self.window.restoreGeometry(self._settings.window)
        # Another turn of the loop: what was painted must reach the screen first.
        self.window.painted.connect(lambda: QTimer.singleShot(0, self._furnish))
        self.window.show()

    def close(self) -> None:
        """Close the book and let another window be opened."""
        if self.desk is not None:
            from ui.keeper import keeper_of

            keeper_of(self.desk).finish()
            self.desk.close()
        self._one.release()
        if self._heard is not None:
            self._heard.leave()
        self.log.note("ended")
        self.log.close()

    def _furnish(self) -> None:
        """Load letters and words and put them up; the program ends where letters are missing."""
        from PySide6.QtGui import QIcon

        from resources import path
        from ui.look import FontMissing, dress, load_fonts

        words = _words(self._settings, self._language)
        try:
            load_fonts()
        except FontMissing as missing:
            self._app.exit(_end(_font_sentence(words, missing)))
            return
        dress(self._app, self._settings.text_size)
        self._app.setWindowIcon(QIcon(str(path("icons/funds.svg"))))
        self._translate_qt(words)
        self.window.furnish(words)
        QTimer.singleShot(0, lambda: self._set_to_work(words))

    def _set_to_work(self, words: Words) -> None:
        """Load the book's room and the pages, open the book, and go to the first page."""
        from ui.crash import CrashHook
        from ui.desk import Desk
        from ui.keeper import keeper_of
        from ui.look import dress
        from ui.qt_messages import QtMessages
        from ui.screens.places import PLACES

        desk = Desk(words, clock=self._clock, settings=self._settings, parent=self)
        self.desk = desk
        self._write_down(desk)
        self._heard = QtMessages(self.log)
        self._heard.install()
        CrashHook(desk, self.log, lambda: self._app.exit(_FAULT)).install()
        desk.language_changed.connect(lambda: self._translate_qt(desk.words))
        desk.text_sized.connect(lambda percent: dress(self._app, percent))
        keeper_of(desk).watch()
        self.window.attach(desk, PLACES)
        self._one.called.connect(self._called)
        self._one.listen()
        wanted = self._book or self._settings.last_book
        opened = wanted is None or desk.open(wanted)
        self.window.begin("" if opened else desk.last_sentence)

    def _write_down(self, desk: Desk) -> None:
        """Note every act and every no by its kind: without names and without amounts."""

        def opened() -> None:
            if not desk.is_empty:
                self.log.note("opened", book=desk.book.mark, act=desk.book.paper_code().act)

        def acted() -> None:
            (last,) = desk.book.history(1)
            self.log.note("act", number=last.number, kind=last.act)

        desk.opened.connect(opened)
        desk.changed.connect(lambda _: acted())
        desk.refused.connect(lambda _: self.log.note("no", kind=type(desk.last_trouble).__name__))

    def _called(self, book: str) -> None:
        """A second start wants this window, perhaps with another book."""
        self.window.raise_()
        self.window.activateWindow()
        page = self.window.page()
        free = page is None or page.may_leave()
        if book and free and self.desk is not None and self.desk.open(Path(book)):
            self.window.begin()

    def _translate_qt(self, words: Words) -> None:
        from ui.qt_words import QtWords

        if self._qt_words is not None:
            QCoreApplication.removeTranslator(self._qt_words)
        self._qt_words = QtWords(words, self)
        QCoreApplication.installTranslator(self._qt_words)


def _words(settings: Settings, language: str | None) -> Words:
    """The words that were asked for, or chosen on this machine; Lao until somebody chooses."""
    from translations import LANGUAGES, open_words

    wanted = language or settings.language
    language = wanted if wanted in LANGUAGES else LANGUAGES[0]
    return open_words(language, buddhist=settings.buddhist)


def _font_sentence(words: Words, missing: FontMissing) -> str:
    return words.say(
        "The typeface {file} is missing. Install the program again.",
        file=missing.name,
    )


def _end(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


def _end_second(
    app: QApplication, settings: Settings, words: Words, one: OneWindow, book: Path | None
) -> int:
    """Raise the first window and end; say so in a small one where it does not answer."""
    if one.call("" if book is None else str(book.resolve())):
        return 0
    from ui.second_start import say_it_hangs

    said = words.say("The program is open already, but its window does not answer.")
    say_it_hangs(app, words, said, settings.text_size)
    return _end(said)
