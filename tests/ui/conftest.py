"""What the tests of the window stand on: the bundled letters and the words of three languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.ui.hands import let_go
from translations import Words, open_words
from ui.look import dress, load_fonts
from ui.settings import Settings


@pytest.fixture(scope="session")
def _letters(qapp: QApplication) -> QApplication:
    qapp.setStyle("Fusion")
    QLocale.setDefault(QLocale("en_US"))
    load_fonts()
    return qapp


@pytest.fixture(autouse=True)
def dressed(_letters: QApplication) -> QApplication:
    """The program's own look at the usual size, whatever the test before has chosen."""
    dress(_letters)
    return _letters


@pytest.fixture(autouse=True)
def _pages() -> Iterator[None]:
    yield
    let_go()


@pytest.fixture
def words() -> Words:
    """English, so that a test can be read."""
    return open_words("en")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a machine that has never started the program."""
    return Settings(tmp_path / "machine" / "settings.ini")
