"""Whatever date and number format the system is set to, every figure and every day is the same."""

import locale
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale
from pytestqt.qtbot import QtBot

from tests.ui.hands import on_page, type_line
from tests.walks.commands import Commands, write_days
from translations import LANGUAGES, MoneyFormat, open_words
from translations.reading import Unreadable, read_day, read_kip
from ui.widgets.day_edit import DayEdit
from ui.widgets.kip_edit import KipEdit

# A comma for the decimals; years of the Buddhist era; figures and a week of their own; an I that is
# not the capital of i.
LOCALES = ("de_DE", "th_TH", "ar_EG", "fa_IR", "lo_LA", "tr_TR")
DAY = date(2026, 4, 5)
TYPED = ("1,234,567", "1.234.567", "1 234 567", "1234567", "໑.໒໓໔.໕໖໗", "๑,๒๓๔,๕๖๗", "1,5", "١٢٣")
DAYS = ("2026-04-05", "5/4/2026", "5/4/2569", "05.04.2026", "4/5/26", "31/2/2026")


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The systems' own formats, made where the machine has the means to make them."""
    folder = tmp_path_factory.mktemp("locales")
    maker = shutil.which("localedef")
    for name in LOCALES if maker else ():
        made = folder / f"{name}.UTF-8"
        # It ends with 1 where it warns of something, and has made it all the same.
        subprocess.run(
            [str(maker), "-c", "-i", name, "-f", "UTF-8", str(made)],
            capture_output=True,
            check=False,
        )
    return folder


@pytest.fixture(params=LOCALES)
def system(
    request: pytest.FixtureRequest, places: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The whole program under the format of another country, as the system hands it over."""
    name: str = request.param
    before, qt_before = locale.setlocale(locale.LC_ALL), QLocale()
    monkeypatch.setenv("LOCPATH", str(places))
    for variable in ("LC_ALL", "LANG", "LC_NUMERIC", "LC_TIME"):
        monkeypatch.setenv(variable, f"{name}.UTF-8")
    if (places / f"{name}.UTF-8").exists():
        locale.setlocale(locale.LC_ALL, f"{name}.UTF-8")
    QLocale.setDefault(QLocale(name))
    yield name
    locale.setlocale(locale.LC_ALL, before)
    QLocale.setDefault(qt_before)


def said() -> list[str]:
    """Amounts, numbers and days as every language says them."""
    told = []
    for language in LANGUAGES:
        for points in (False, True):
            for buddhist in (False, True):
                words = open_words(language, MoneyFormat(points=points), buddhist=buddhist)
                told += [words.money(1_234_567), words.kip(-50_000), words.in_words(1_234_567)]
                told += [words.number(12_345), words.day(DAY), words.long_day(DAY)]
                told += [words.year(2026), f"{DAY:%d.%m.%Y}"]
    return told


def understood() -> list[str]:
    """What is made of amounts and days as people type them."""
    made: list[str] = []
    for read, texts in ((read_kip, TYPED), (read_day, DAYS)):
        for text in texts:
            try:
                made.append(str(read(text)))
            except Unreadable as no:
                made.append(type(no).__name__)
    return made


SAID, UNDERSTOOD = said(), understood()
"""What is said and understood before the system's format is changed."""


def test_the_format_is_really_another_one(system: str) -> None:
    """The control: who asks the system is told something else in most countries."""
    plain, theirs = QLocale("en_US"), QLocale()
    assert theirs.name() == system
    day, number = plain.toString(QDate(DAY.year, DAY.month, DAY.day)), plain.toString(1234567.5)
    assert (theirs.toString(QDate(DAY.year, DAY.month, DAY.day)), theirs.toString(1234567.5)) != (
        day,
        number,
    )
    if "LOCPATH" in os.environ and Path(os.environ["LOCPATH"], f"{system}.UTF-8").exists():
        assert f"{DAY:%x}" != "04/05/26"


@pytest.mark.usefixtures("system")
def test_figures_and_days_are_said_and_understood_the_same() -> None:
    assert said() == SAID
    assert understood() == UNDERSTOOD


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_is_read_and_shown_the_same(qtbot: QtBot, language: str) -> None:
    words = open_words(language, MoneyFormat(), buddhist=False)
    kip, day = KipEdit(words), DayEdit(words, lambda: DAY)
    on_page(qtbot, kip, day)
    type_line(kip, "1.234.567")
    type_line(day, "5/4/2026")
    assert (kip.value(), kip.text()) == (1_234_567, "1,234,567")
    assert (day.value(), day.text()) == (DAY, words.day(DAY))


def handed_over(commands: Commands, book: Path) -> list[bytes]:
    """What is told and printed of a book."""
    paper, today = book.with_suffix(".pdf"), ("--today", "2026-03-05")
    figures = [
        commands.run("figures", book, name, "--format", "csv")
        for name in ("trial-balance", "members", "funds")
    ]
    commands.run("print", book, "passbook", "--member", "1", "--out", paper, *today)
    return [*(text.encode() for text in figures), paper.read_bytes()]


def test_a_book_s_figures_and_papers_are_the_same_to_the_byte(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], system: str
) -> None:
    commands, book = Commands(capsys), tmp_path / f"{system}.book"
    commands.run(
        *("new", book, "--rules", "a03_seventy_percent", "--name", "ກຸ່ມບ້ານນາ"),
        *("--begin", "2026-01-05", "--officer", "president:ດາວ", "--officer", "accountant:ບົວ"),
    )
    joins = {"day": "2026-01-05", "what": "member", "member": 1, "name": "ຄຳ", "note": "welfare"}
    saves = {"day": "2026-01-05", "what": "deposit", "member": 1, "amount": "1.234.000"}
    days = write_days(tmp_path / "days.csv", [joins, saves])
    commands.run("record", book, days, "--today", "2026-03-05")
    here = handed_over(commands, book)
    locale.setlocale(locale.LC_ALL, "C")
    QLocale.setDefault(QLocale("en_US"))
    assert here == handed_over(commands, book)
    assert b"1234000" in here[0]
