"""The program as a whole: one window, the last book, a second start, and our own mistakes."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui.crash
from ledger.book.trouble import DiskFull
from tests.ui.conftest import NOW
from tests.ui.hands import heard
from translations import Words
from ui.app import Program
from ui.crash import CrashHook
from ui.one_window import OneWindow
from ui.settings import Settings


@pytest.fixture
def program(qtbot: QtBot, dressed: QApplication, settings: Settings) -> Iterator[Program]:
    one = OneWindow(settings.folder)
    assert one.take()
    program = Program(dressed, settings, one, clock=lambda: NOW)
    qtbot.addWidget(program.window)
    hook = sys.excepthook
    yield program
    sys.excepthook = hook
    if program._qt_words is not None:
        QCoreApplication.removeTranslator(program._qt_words)
    program.close()


def started(qtbot: QtBot, program: Program, book: Path | None = None) -> Program:
    program.start(book, "en")
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    return program


class TestTheBook:
    def test_the_named_book_is_opened_and_remembered(
        self, qtbot: QtBot, program: Program, book_file: Path, settings: Settings
    ) -> None:
        started(qtbot, program, book_file)
        assert program.desk is not None
        assert program.desk.book.path == book_file
        assert settings.last_book == book_file
        assert program.window.top.group.text() == program.desk.book.group.name

    def test_the_last_book_is_opened_by_itself(
        self, qtbot: QtBot, program: Program, book_file: Path, settings: Settings
    ) -> None:
        settings.last_book = book_file
        started(qtbot, program)
        assert program.desk is not None
        assert not program.desk.is_empty

    def test_a_book_that_is_gone_is_said_on_the_first_page(
        self, qtbot: QtBot, program: Program, tmp_path: Path
    ) -> None:
        started(qtbot, program, tmp_path / "gone.book")
        page = program.window.page()
        assert page is not None
        assert "gone.book" in page.banner.text()

    def test_the_size_of_the_text_changes_everything(
        self, qtbot: QtBot, program: Program, dressed: QApplication
    ) -> None:
        started(qtbot, program)
        assert program.desk is not None
        program.desk.size_text(150)
        assert dressed.font().pointSizeF() == 18


class TestASecondStart:
    def test_it_is_told_apart_and_calls_the_first(
        self, qtbot: QtBot, program: Program, settings: Settings
    ) -> None:
        started(qtbot, program)
        second = OneWindow(settings.folder)
        assert not second.take()
        called = heard(program._one.called)
        assert second.call("")
        qtbot.waitUntil(lambda: called == [""])

    def test_it_hands_its_book_over(
        self, qtbot: QtBot, program: Program, settings: Settings, book_file: Path
    ) -> None:
        started(qtbot, program)
        desk = program.desk
        assert desk is not None
        assert OneWindow(settings.folder).call(str(book_file))
        qtbot.waitUntil(lambda: not desk.is_empty)
        assert desk.book.path == book_file

    def test_a_window_that_is_gone_does_not_answer(self, tmp_path: Path) -> None:
        assert not OneWindow(tmp_path / "nobody").call("")

    def test_when_the_first_ends_another_may_begin(self, tmp_path: Path) -> None:
        first, second = OneWindow(tmp_path), OneWindow(tmp_path)
        assert first.take()
        assert not second.take()
        first.release()
        assert second.take()
        second.release()


class TestMistakes:
    def hook(
        self, words: Words, log: Path, monkeypatch: pytest.MonkeyPatch
    ) -> tuple[CrashHook, list[str]]:
        told: list[str] = []
        monkeypatch.setattr(
            ui.crash, "tell", lambda *_, sentence, detail="", **__: told.append(sentence + detail)
        )
        return CrashHook(lambda: words, log, lambda: NOW), told

    def test_ours_are_written_down_and_said_without_python(
        self, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        log = tmp_path / "folder" / "mistakes.log"
        hook, told = self.hook(words, log, monkeypatch)
        mistake = KeyError("kip")
        hook(KeyError, mistake, None)
        assert "KeyError" in log.read_text(encoding="utf-8")
        assert NOW.date().isoformat() in log.read_text(encoding="utf-8")
        assert len(told) == 1
        assert "KeyError" not in told[0]
        assert str(log) in told[0]

    def test_a_trouble_of_the_machine_is_said_and_not_written(
        self, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        log = tmp_path / "mistakes.log"
        hook, told = self.hook(words, log, monkeypatch)
        hook(DiskFull, DiskFull("village.book"), None)
        assert "disk is full" in told[0]
        assert not log.exists()

    def test_a_mistake_while_telling_is_told_once(
        self, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        log = tmp_path / "mistakes.log"
        hook, _ = self.hook(words, log, monkeypatch)
        told: list[int] = []

        def again(*_: object, **__: object) -> None:
            told.append(1)
            hook(KeyError, KeyError("while painting"), None)

        monkeypatch.setattr(ui.crash, "tell", again)
        hook(KeyError, KeyError("kip"), None)
        assert told == [1]
        assert log.read_text(encoding="utf-8").count("KeyError") == 2

    def test_the_log_begins_anew_when_it_is_long(
        self, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        log = tmp_path / "mistakes.log"
        log.write_text("x" * 600_000, encoding="utf-8")
        hook, _ = self.hook(words, log, monkeypatch)
        hook(KeyError, KeyError("kip"), None)
        assert log.stat().st_size < 10_000


class TestSettings:
    def test_they_are_kept(self, settings: Settings, tmp_path: Path) -> None:
        settings.language = "lo"
        settings.text_size = 130
        settings.last_book = tmp_path / "ບ້ານ, ນາ.book"
        settings.printer = "Front room, left"
        settings.set_nudge("passbook", -5, 12)
        again = Settings(settings._file)
        assert (again.language, again.text_size) == ("lo", 130)
        assert again.last_book == tmp_path / "ບ້ານ, ນາ.book"
        assert again.printer == "Front room, left"
        assert again.nudge("passbook") == (-5, 12)

    def test_nonsense_is_as_if_it_were_not_there(self, settings: Settings) -> None:
        settings._put("text_size", "huge")
        settings._put("nudge/passbook", "a,b")
        assert (settings.text_size, settings.nudge("passbook")) == (100, (0, 0))
        settings._put("text_size", "900")
        assert settings.text_size == 160
        assert (settings.last_book, settings.language) == (None, "")


def test_the_clock_knows_its_zone() -> None:
    assert isinstance(ui.app.now(), datetime)
    assert ui.app.now().tzinfo is not None
