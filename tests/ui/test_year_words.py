"""The year's report in words, typed on its page and by command."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ledger.rules.year_texts import TEXT_MAX
from ledger.statements.year_set import YearText
from tests.ui.hands import click, heard, keep, type_letters
from tests.walks.commands import Commands
from translations import LANGUAGES
from translations.naming import word
from ui.desk import Desk
from ui.screens.year_end.words import YearWordsScreen

GOOD, LESSON = YearText.STRENGTHS, YearText.LESSONS


@pytest.fixture
def page(qtbot: QtBot, village: Desk) -> YearWordsScreen:
    page = YearWordsScreen(village)
    page.resize(1160, 620)
    keep(qtbot, page)
    return page


def _year(page: YearWordsScreen) -> int:
    year = page.years.value()
    assert isinstance(year, int)
    return year


def test_a_part_is_kept_when_its_box_is_left(page: YearWordsScreen) -> None:
    page.boxes[GOOD].setFocus()
    type_letters(page.boxes[GOOD], "good year")
    assert page.book.year_texts(_year(page)) == {}
    page.boxes[LESSON].setFocus()
    assert page.book.year_texts(_year(page)) == {GOOD: "good year"}


def test_leaving_the_page_keeps_what_is_typed(page: YearWordsScreen) -> None:
    page.boxes[LESSON].setFocus()
    type_letters(page.boxes[LESSON], "save")
    assert page.may_leave()
    assert page.book.year_texts(_year(page)) == {LESSON: "save"}


def test_what_is_too_long_stays_in_its_box_and_says_so(page: YearWordsScreen) -> None:
    page.boxes[GOOD].setPlainText("g" * (TEXT_MAX + 1))
    assert not page.may_leave()
    assert str(TEXT_MAX + 1) in page.banner.text().replace(",", "")
    assert page.book.year_texts(_year(page)) == {}
    assert len(page.boxes[GOOD].value()) == TEXT_MAX + 1


def test_back_leads_to_the_year(page: YearWordsScreen) -> None:
    gone = heard(page.go)
    click(page.back)
    assert gone[-1] == ("year_end", _year(page))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_part_is_named_in_every_language(page: YearWordsScreen, language: str) -> None:
    page.desk.speak(language)
    for part, box in page.boxes.items():
        assert box.accessibleName() == word(page.words, "year_text", part)
    assert page.minimumSizeHint().height() <= 630
    assert not page.print_report.isEnabled()
    assert page.isVisible()


def test_by_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    commands = Commands(capsys)
    book = tmp_path / "a.book"
    commands.run(
        *("new", book, "--rules", "a03_seventy_percent", "--name", "ກຸ່ມ", "--begin", "2026-01-05"),
        *("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ"),
    )
    said = commands.run("year-words", book, "2026", "--text", "results=ໄດ້ເຮືອນໃໝ່")
    assert "ໄດ້ເຮືອນໃໝ່" in said
    assert "ໄດ້ເຮືອນໃໝ່" in commands.run("year-words", book, "2026")
    status, _, no = commands.try_to("year-words", book, "2026", "--text", "jokes=x")
    assert status == 1
    assert "jokes" in no
