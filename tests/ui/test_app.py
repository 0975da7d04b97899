"""The program as a whole: one window, the last book, a second start, and our own mistakes."""

import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, qDebug, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

import ui.app
from ledger.actions.record import record_day
from ledger.book.trouble import DiskFull
from ledger.rules.lines import Deposit
from tests.ui.asked import press_button, when_asked
from tests.ui.conftest import NOW
from tests.ui.hands import heard, press
from tests.villages import DAY, KHAM, TODAY, actor
from translations import open_words
from ui.app import Program, _end_second
from ui.crash import CrashHook
from ui.desk import Desk
from ui.fault import Fault
from ui.help_file import NAME
from ui.logbook import Logbook
from ui.one_window import OneWindow
from ui.qt_messages import QtMessages
from ui.settings import Settings


@pytest.fixture
def program(qtbot: QtBot, dressed: QApplication, settings: Settings) -> Iterator[Program]:
    one = OneWindow(settings.folder)
    assert one.take()
    program = Program(dressed, settings, one, clock=lambda: NOW)
    qtbot.addWidget(program.window)
    # The tests' own ear for what Qt complains of is given back afterwards.
    complaints = qInstallMessageHandler(None)
    qInstallMessageHandler(complaints)
    hook, in_thread = sys.excepthook, threading.excepthook
    yield program
    qInstallMessageHandler(complaints)
    sys.excepthook, threading.excepthook = hook, in_thread
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

    def test_where_the_first_hangs_a_small_window_says_so(
        self, settings: Settings, dressed: QApplication, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It holds the folder and hears nothing: its loop does not turn any more."""
        first = OneWindow(settings.folder)
        assert first.take()
        words = open_words("lo")
        met = when_asked(QMessageBox, press_button(words.say("Understood")))
        assert _end_second(dressed, settings, words, OneWindow(settings.folder), None) == 1
        first.release()
        (box,) = met
        sentence = words.say("The program is open already, but its window does not answer.")
        assert box.text().replace("\u200b", "") == sentence
        assert box.informativeText()
        assert sentence in capsys.readouterr().err

    def test_when_the_first_ends_another_may_begin(self, tmp_path: Path) -> None:
        first, second = OneWindow(tmp_path), OneWindow(tmp_path)
        assert first.take()
        assert not second.take()
        first.release()
        assert second.take()
        second.release()


class TestWhatQtComplainsOf:
    def test_its_kind_and_its_part_are_written_down_and_no_text(self, log: Logbook) -> None:
        heard = QtMessages(log)
        heard.install()
        try:
            qWarning(f"QPixmap::scaled: {SECRET}")
            qWarning(SECRET)
            qDebug("QObject::of: nothing")
        finally:
            heard.leave()
        text = written(log)
        assert "kind=QtWarningMsg" in text
        assert "of=QPixmap::scaled times=1" in text
        assert text.count("\n") == 2
        for piece in SECRET.split():
            assert piece not in text.split(" qt ")[-1]

    def test_one_that_comes_again_and_again_does_not_fill_the_log(self, log: Logbook) -> None:
        heard = QtMessages(log)
        heard.install()
        try:
            for _ in range(1_000):
                qWarning("QPainter::begin: Paint device returned engine == 0")
        finally:
            heard.leave()
        times = [line.rsplit("times=", 1)[1] for line in written(log).splitlines()]
        assert times == ["1", "10", "100", "1000"]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Logbook]:
    book = Logbook(tmp_path / "ບ້ານ" / "log", lambda: NOW)
    yield book
    book.close()


def written(log: Logbook) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in log.files())


SECRET = "ນາງ ຄຳ ສີວິໄລ 1,250,000 PIN 482913"


class TestMistakes:
    @pytest.fixture
    def ended(self) -> list[str]:
        return []

    @pytest.fixture
    def hook(self, village: Desk, log: Logbook, ended: list[str]) -> CrashHook:
        return CrashHook(village, log, lambda: ended.append("ended"))

    def test_ours_are_said_with_what_is_safe_and_the_program_closes(
        self, hook: CrashHook, village: Desk, ended: list[str]
    ) -> None:
        met = when_asked(Fault, lambda dialog: press(dialog.end, Qt.Key.Key_Return))
        hook(KeyError, KeyError(SECRET), None)
        (dialog,) = met
        paper = village.book.paper_code()
        assert dialog.safe.text() == (
            "Everything that was saved is in the book: it goes up to act "
            f"{paper.act} and entry {paper.entry}."
        )
        assert ended == ["ended"]

    def test_the_help_file_says_where_and_never_who_or_how_much(
        self, hook: CrashHook, log: Logbook, village: Desk, tmp_path: Path
    ) -> None:
        def mistaken(name: str) -> None:
            amounts = {name: 1_250_000}
            amounts[name + SECRET] += 1

        def give(dialog: Fault) -> None:
            dialog.ask_folder = lambda: tmp_path  # type: ignore[method-assign]
            press(dialog.give, Qt.Key.Key_Return)
            assert dialog.banner.text().startswith("The help file lies in")
            press(dialog.end, Qt.Key.Key_Return)

        when_asked(Fault, give)
        try:
            mistaken(village.book.members()[0].name)
        except KeyError as mistake:
            hook(KeyError, mistake, mistake.__traceback__)
        with zipfile.ZipFile(tmp_path / NAME) as packed:
            parts = {name: packed.read(name).decode() for name in packed.namelist()}
        assert set(parts) == {"program.log", "versions.txt", "check.txt"}
        assert "KeyError" in parts["program.log"]
        assert "test_app.py" in parts["program.log"]
        assert " mistaken" in parts["program.log"]
        assert village.book.mark in parts["check.txt"]
        whole = "".join(parts.values())
        names = [member.name for member in village.book.members()]
        names += [officer.name for officer in village.book.officers()]
        names += [village.book.group.name, village.book.group.village]
        for secret in (*names, *SECRET.split(), "1250000", "2,500,000", "2500000"):
            assert secret not in whole, secret

    def test_a_stick_that_cannot_be_written_is_said(
        self, hook: CrashHook, tmp_path: Path, ended: list[str]
    ) -> None:
        def give(dialog: Fault) -> None:
            dialog.ask_folder = lambda: tmp_path / "gone"  # type: ignore[method-assign]
            press(dialog.give, Qt.Key.Key_Return)
            assert dialog.banner.text().startswith("The stick cannot be written")
            press(dialog.end, Qt.Key.Key_Return)

        when_asked(Fault, give)
        hook(KeyError, KeyError("kip"), None)
        assert ended == ["ended"]

    @pytest.mark.parametrize(
        ("mistake", "said"),
        [(DiskFull("village.book"), "disk is full"), (MemoryError(), "no memory left")],
    )
    def test_a_trouble_of_the_machine_is_said_and_the_work_goes_on(
        self,
        hook: CrashHook,
        log: Logbook,
        mistake: Exception,
        said: str,
    ) -> None:
        met = when_asked(QMessageBox, lambda box: box.buttons()[0].click())
        hook(type(mistake), mistake, None)
        assert said in met[0].text().replace("\u200b", "")
        assert "mistake" not in written(log)

    def test_a_mistake_while_telling_is_told_once(
        self, hook: CrashHook, log: Logbook, ended: list[str]
    ) -> None:
        def again(dialog: Fault) -> None:
            hook(ValueError, ValueError("while painting"), None)
            press(dialog.end, Qt.Key.Key_Return)

        met = when_asked(Fault, again)
        hook(KeyError, KeyError("kip"), None)
        assert (len(met), ended) == (1, ["ended"])
        assert written(log).count("mistake kind=KeyError") == 1
        assert written(log).count("mistake kind=ValueError") == 1

    def test_a_mistake_in_another_thread_is_written_down(
        self, hook: CrashHook, log: Logbook, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        monkeypatch.setattr(threading, "excepthook", threading.excepthook)
        hook.install()
        thread = threading.Thread(target=lambda: next(iter(())))
        thread.start()
        thread.join()
        assert "mistake kind=StopIteration" in written(log)


class TestTheLog:
    def test_each_line_has_a_number_a_time_and_its_zone(self, log: Logbook) -> None:
        log.note("act", number=7, kind="sign_sheet")
        log.note("act", number=8, kind="record_day")
        assert written(log).splitlines() == [
            "000001 2026-04-20T02:30:00+00:00 +0700 act number=7 kind=sign_sheet",
            "000002 2026-04-20T02:30:00+00:00 +0700 act number=8 kind=record_day",
        ]

    @pytest.mark.parametrize("text", [SECRET, "ນາງ", "Dao Keo", "1 250 000", "x" * 81, ""])
    def test_what_somebody_typed_never_comes_in(self, log: Logbook, text: str) -> None:
        log.note("no", kind=text)
        assert written(log).endswith("no kind=?\n")

    def test_five_files_are_kept_and_no_more(
        self, log: Logbook, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (handler,) = log._logger.handlers
        assert isinstance(handler, RotatingFileHandler)
        assert (handler.maxBytes, handler.backupCount) == (1_000_000, 4)
        monkeypatch.setattr(handler, "maxBytes", 400)
        for number in range(200):
            log.note("act", number=number)
        assert len(log.files()) == 5
        assert sum(file.stat().st_size for file in log.files()) <= 5 * 400

    def test_a_disk_that_is_full_brings_up_no_second_mistake(self, tmp_path: Path) -> None:
        (tmp_path / "log").write_bytes(b"a file where the folder should be")
        log = Logbook(tmp_path / "log", lambda: NOW)
        log.note("act", number=1)
        log.close()
        assert log.files() == []

    def test_the_code_s_own_words_are_kept_and_a_cause_is_followed(self, log: Logbook) -> None:
        try:
            try:
                _ = [].kip  # type: ignore[attr-defined]
            except AttributeError as inner:
                raise ValueError(SECRET) from inner
        except ValueError as mistake:
            log.note_mistake(mistake)
        text = written(log)
        assert "AttributeError: 'list' object has no attribute 'kip'" in text
        assert "after:" in text
        assert SECRET not in text

    def test_a_whole_session_leaves_acts_and_no_names(
        self, qtbot: QtBot, program: Program, book_file: Path
    ) -> None:
        started(qtbot, program, book_file)
        desk = program.desk
        assert desk is not None
        desk.sign_in(actor())
        lines = (Deposit(KHAM.id, 1_250_000),)
        assert desk.do(lambda book, who: record_day(book, who, day=DAY, lines=lines, today=TODAY))
        assert not desk.do(
            lambda book, who: record_day(
                book, who, day=DAY, lines=(Deposit(KHAM.id, -7_654_321),), today=TODAY
            )
        )
        text = written(program.log)
        assert "opened" in text
        assert "kind=record_day" in text
        assert "no kind=LineRefused" in text
        for secret in (KHAM.name, desk.book.group.name, "1250000", "7654321", "7,654,321"):
            assert secret not in text

    def test_a_crash_of_the_machine_leaves_its_trace(self, tmp_path: Path) -> None:
        program = (
            "import faulthandler, sys\n"
            "from pathlib import Path\n"
            "from ui.hard_crash import watch_hard_crashes\n"
            "watch_hard_crashes(Path(sys.argv[1]))\n"
            "faulthandler._sigabrt()\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)], check=False, capture_output=True
        )
        assert done.returncode != 0
        assert "File" in (tmp_path / "crash.txt").read_text(encoding="utf-8")


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
