"""Starting: with one command, on a bare machine, a second time, without a screen or letters."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import start
from translations import LANGUAGES, open_words
from ui.display import NoScreen, sentence, why_no_screen

ROOT = Path(__file__).resolve().parents[2]


def run_python(program: str, place: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a Python of its own, with a machine's settings in a folder of their own."""
    # Whoever measures coverage would load a database of its own before the program does.
    screens = {"DISPLAY", "WAYLAND_DISPLAY"}
    keep = {
        name: value
        for name, value in os.environ.items()
        if name not in screens and not name.startswith("COVERAGE_PROCESS")
    }
    own = {"XDG_CONFIG_HOME": str(place), "XDG_DATA_HOME": str(place), "HOME": str(place)}
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**keep, **own, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


FIRST_PAINT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.app
import ui.window
seen = []
paint = ui.window.Window.paintEvent
def painted(self, event):
    if not seen:
        seen.extend(sys.modules)
        QTimer.singleShot(0, watch)
    paint(self, event)
def watch():
    if all(getattr(window, "_desk", None) is None for window in QApplication.topLevelWidgets()):
        QTimer.singleShot(20, watch)
    else:
        QApplication.quit()
ui.window.Window.paintEvent = painted
status = ui.app.run()
heavy = ("sqlalchemy", "reportlab", "babel", "icu4py", "numpy", "pyqtgraph", "uharfbuzz",
         "sqlite3", "logging.handlers", "ledger.book.book", "PySide6.QtNetwork", "PySide6.QtSvg")
print(status, [name for name in heavy if name in seen], "ledger.book.book" in sys.modules)
"""

MISSING_LETTERS = """
import ui.look
ui.look._FILES = ("fonts/Nowhere.ttf",)
import ui.app
print(ui.app.run(language="en"))
"""


class TestTheWindow:
    def test_nothing_heavy_is_loaded_before_the_first_paint(self, tmp_path: Path) -> None:
        done = run_python(FIRST_PAINT, tmp_path, QT_QPA_PLATFORM="offscreen")
        assert done.stdout == "0 [] True\n", done.stderr

    def test_without_its_letters_it_says_so_and_ends(self, tmp_path: Path) -> None:
        done = run_python(MISSING_LETTERS, tmp_path, QT_QPA_PLATFORM="offscreen")
        assert done.stdout == "1\n"
        assert "Nowhere.ttf" in done.stderr
        assert "Traceback" not in done.stderr

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="every desktop has a screen")
    def test_without_a_screen_it_names_the_other_way(self, tmp_path: Path) -> None:
        program = "import sys, ui.app; sys.exit(ui.app.run(language='en'))"
        done = run_python(program, tmp_path, QT_QPA_PLATFORM="")
        assert done.returncode == 1
        assert "no screen" in done.stderr
        assert "start.py --help" in done.stderr
        assert "Traceback" not in done.stderr


class TestScreens:
    @pytest.mark.parametrize("platform", ["win32", "darwin"])
    def test_other_systems_have_one(self, platform: str) -> None:
        assert why_no_screen({}, platform) is None

    def test_a_window_that_nobody_sees_needs_none(self) -> None:
        assert why_no_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None

    def test_nothing_is_there(self) -> None:
        assert why_no_screen({}, "linux") == (NoScreen.NO_DISPLAY, "")

    @pytest.mark.parametrize(
        "environment",
        [
            {"DISPLAY": ":4711"},
            {"DISPLAY": "nonsense"},
            {"DISPLAY": "localhost:4711.0"},
            {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"},
            {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"},
        ],
    )
    @pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets here")
    def test_a_screen_that_does_not_answer_is_named(self, environment: dict[str, str]) -> None:
        found = why_no_screen(environment, "linux")
        assert found is not None
        why, detail = found
        assert why is NoScreen.NOT_ANSWERING
        assert detail in environment.values()

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for Linux libraries")
    def test_a_screen_that_answers_may_lack_a_library_and_nothing_else(
        self, tmp_path: Path
    ) -> None:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(tmp_path / "wl"))
            listener.listen()
            found = why_no_screen(
                {"WAYLAND_DISPLAY": "wl", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux"
            )
        assert found is None or found[0] is NoScreen.LIBRARY

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("why", NoScreen)
    def test_each_has_its_sentence(self, why: NoScreen, language: str) -> None:
        assert "start.py --help" in sentence(open_words(language), why, ":0")


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the program's lists in which nothing is installed, and no command is run."""
    monkeypatch.setattr(start, "HERE", tmp_path)
    monkeypatch.setattr(start, "PLACE", tmp_path / ".venv")
    (tmp_path / "requirements.txt").write_text("part==1\n", encoding="ascii")
    words = tmp_path / "translations" / "lo" / "LC_MESSAGES"
    words.mkdir(parents=True)
    (words / "app.po").write_text("", encoding="utf-8")
    return tmp_path


class Commands:
    """Takes the place of every command, writes it down, and answers."""

    def __init__(self, status: int = 0, said: str = "") -> None:
        self.run: list[list[str]] = []
        self.status = status
        self.said = said

    def __call__(self, command: list[str], *_: Any) -> subprocess.CompletedProcess[str]:
        self.run.append(command)
        if "venv" in command:
            start.python().parent.mkdir(parents=True)
            start.python().write_text("", encoding="ascii")
        if "compile" in command:
            for file in (start.HERE / "translations").glob("*/LC_MESSAGES/*.po"):
                file.with_suffix(".mo").write_bytes(b"")
        status = 0 if "venv" in command else self.status
        return subprocess.CompletedProcess(command, status, self.said)


@pytest.mark.usefixtures("elsewhere")
class TestPreparing:
    def prepare(self, monkeypatch: pytest.MonkeyPatch, commands: Commands) -> Commands:
        monkeypatch.setattr(start, "run_quietly", commands)
        start.prepare("requirements.txt")
        return commands

    def test_the_first_time_everything_is_installed_by_its_hash(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        commands = self.prepare(monkeypatch, Commands())
        kinds = [c[2] for c in commands.run]
        assert kinds == ["venv", "pip", "translations"]
        assert "--require-hashes" in commands.run[1]

    def test_the_second_time_nothing_is_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.prepare(monkeypatch, Commands())
        assert self.prepare(monkeypatch, Commands()).run == []

    def test_another_list_is_installed_into_the_same_place(
        self, monkeypatch: pytest.MonkeyPatch, elsewhere: Path
    ) -> None:
        self.prepare(monkeypatch, Commands())
        (elsewhere / "requirements.txt").write_text("part==2\n", encoding="ascii")
        monkeypatch.setattr(subprocess, "call", lambda *_: 0)
        assert [c[2] for c in self.prepare(monkeypatch, Commands()).run] == ["pip"]

    def test_newer_words_are_compiled(
        self, monkeypatch: pytest.MonkeyPatch, elsewhere: Path
    ) -> None:
        self.prepare(monkeypatch, Commands())
        words = elsewhere / "translations" / "lo" / "LC_MESSAGES" / "app.po"
        os.utime(words, (2_000_000_000, 2_000_000_000))
        assert [c[2] for c in self.prepare(monkeypatch, Commands()).run] == ["translations"]

    @pytest.mark.parametrize(
        ("said", "told"),
        [
            ("Temporary failure in name resolution", "internet is needed once"),
            ("ERROR: No matching distribution found for part", "internet is needed once"),
            ("OSError: [Errno 28] No space left on device", "not enough room"),
            ("hashes do not match", "could not be installed"),
        ],
    )
    def test_a_failure_is_said_in_two_languages_and_tried_again(
        self, monkeypatch: pytest.MonkeyPatch, said: str, told: str
    ) -> None:
        with pytest.raises(start.Stop) as stop:
            self.prepare(monkeypatch, Commands(1, said))
        assert told in str(stop.value)
        assert any("\u0e80" <= letter <= "\u0eff" for letter in str(stop.value))
        monkeypatch.setattr(subprocess, "call", lambda *_: 0)
        assert len(self.prepare(monkeypatch, Commands()).run) == 2

    def test_a_full_disk_is_found_before_it_is_full(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(start, "ROOM_NEEDED", 10**12)
        commands = Commands()
        with pytest.raises(start.Stop, match="not enough room"):
            self.prepare(monkeypatch, commands)
        assert commands.run == []

    def test_a_python_without_its_part_names_the_command(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "ensurepip", None)
        monkeypatch.setattr(start, "add_packages", lambda _: False)
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        with pytest.raises(start.Stop, match=r"sudo apt-get install .* python3\.\d+-venv"):
            start.make_place()


class TestTheSystem:
    def test_an_old_python_is_named(self) -> None:
        with pytest.raises(start.Stop, match=r"Python 3\.9\.2"):
            start.check_python((3, 9, 2))
        start.check_python((3, 11, 0))

    def test_missing_parts_are_named_with_the_one_command(
        self, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (elsewhere / ".venv").mkdir()
        monkeypatch.setattr(start, "loads", lambda library: library != "libEGL.so.1")
        monkeypatch.setattr(start, "add_packages", lambda _: False)
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(sys, "platform", "linux")
        with pytest.raises(start.Stop, match=r"sudo apt-get install .* libegl1"):
            start.prepare_system(required=True)
        start.prepare_system(required=False)

    def test_what_was_found_is_not_looked_for_again(
        self, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (elsewhere / ".venv").mkdir()
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(start, "loads", lambda _: True)
        start.prepare_system(required=True)
        monkeypatch.setattr(start, "loads", lambda _: pytest.fail("looked again"))
        start.prepare_system(required=True)

    def test_another_system_gets_the_names(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(shutil, "which", lambda _: None)
        assert "libegl1" in str(start.missing_sentence(["libegl1"]))
        assert "apt-get" not in str(start.missing_sentence(["libegl1"]))

    def test_the_first_failing_gate_ends_the_checks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        run: list[list[str]] = []

        def call(command: list[str], **_: object) -> int:
            run.append(command)
            return 3 if "mypy" in command else 0

        monkeypatch.setattr(start, "prepare", lambda _: None)
        monkeypatch.setattr(start, "prepare_system", lambda **_: None)
        monkeypatch.setattr(subprocess, "call", call)
        assert start.test([]) == 3
        assert [command[2] for command in run] == ["ruff", "ruff", "mypy"]
