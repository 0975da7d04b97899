"""The print shop: every paper is declared whole, asked for in place, and found by its name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.ui.test_dividends import closed_desk
from translations import LANGUAGES, open_words
from ui.desk import Desk
from ui.papers.paper import SHELVES, Paper
from ui.papers.questions import Ask, choice, day, entry, loan, offered, sheet, tick, year
from ui.papers.shop import all_papers, file_name, paper_of
from ui.papers.wish import Wish
from ui.screens.papers.answers import Answers
from ui.screens.papers.paper_list import PaperList
from ui.settings import Settings


@pytest.fixture
def desk(tmp_path: Path, settings: Settings) -> Iterator[Desk]:
    desk = closed_desk(tmp_path / "village.book", settings)
    yield desk
    desk.close()


@pytest.mark.parametrize("paper", all_papers(), ids=lambda paper: paper.code)
def test_a_paper_says_what_it_is_and_what_it_asks(paper: Paper) -> None:
    assert paper.shelf in SHELVES
    for language in LANGUAGES:
        words = open_words(language)
        said = (paper.title(words), paper.hint(words), paper.short(words))
        assert all(said)
        assert said[1].endswith("." if language != "th" else said[1][-1])
        assert all(q.title(words) and q.missing(words) for q in paper.asks)
    names = [question.code for question in paper.asks]
    assert len(set(names)) == len(names)


def test_every_paper_has_a_code_of_its_own() -> None:
    codes = [paper.code for paper in all_papers()]
    assert len(set(codes)) == len(codes)
    assert all(paper_of(code).code == code for code in codes)


def test_a_paper_of_a_meeting_waits_for_the_first_one(answers: Answers) -> None:
    answers.ask(_ASKS[2:3])
    assert answers.missing() == open_words("lo").say(
        "There is no meeting yet for which this paper is made."
    )


def test_every_paper_stands_under_the_heading_of_its_shelf(qtbot: QtBot) -> None:
    papers = PaperList(open_words("en"))
    keep(qtbot, papers)
    papers.speak(open_words("en"))
    rows = [papers.list.item(row).text() for row in range(papers.list.count())]
    assert set(papers.codes()) == {paper.code for paper in all_papers()}
    assert rows.index("Passbooks") < rows.index("One passbook") < rows.index("All passbooks")
    assert rows.index("Year") < rows.index("Annual report")


def test_a_paper_is_found_by_a_part_of_its_name(qtbot: QtBot) -> None:
    papers = PaperList(open_words("lo"))
    keep(qtbot, papers)
    papers.speak(open_words("lo"))
    papers.search.setFocus()
    type_letters(papers.search, papers.item("annual").text()[:8])
    assert "annual" in papers.codes()
    assert "passbooks" not in papers.codes()
    chosen = heard(papers.chosen)
    press(papers.search, Qt.Key.Key_Down)
    press(papers.list, Qt.Key.Key_Down)
    assert chosen[-1] in papers.codes()
    papers.search.setFocus()
    press(papers.search, Qt.Key.Key_Escape)
    assert "passbooks" in papers.codes()


# --- questions ----------------------------------------------------------------------------

_ASKS = (
    entry(),
    day(),
    sheet(),
    year(lambda _, __: (2026, 2025), whole=lambda words: words.say("All years")),
    tick("without-loans", lambda words: words.say("Loans")),
    choice(
        "size", lambda words: words.say("Year"), (("a5", lambda _: "A5"), ("a6", lambda _: "A6"))
    ),
)


@pytest.fixture
def answers(qtbot: QtBot, desk: Desk) -> Answers:
    answers = Answers(desk.words, desk.today)
    answers.read(desk.book)
    answers.ask(_ASKS)
    answers.resize(360, 600)
    keep(qtbot, answers)
    return answers


def _wish(answers: Answers) -> Wish:
    return Wish("x", **answers.given())


def test_what_is_asked_is_what_is_shown(answers: Answers) -> None:
    shown = {ask for ask, field in answers.fields.items() if field.isVisible()}
    assert shown == {Ask.ENTRY, Ask.DAY, Ask.SHEET, Ask.YEAR}
    answers.ask(_ASKS[:1])
    assert {ask for ask, field in answers.fields.items() if field.isVisible()} == {Ask.ENTRY}
    assert answers.options.chosen() == ()


def test_a_paper_waits_for_an_entry_that_is_there(answers: Answers) -> None:
    answers.ask(_ASKS[:1])
    assert "ເລກທີ" in answers.missing()
    answers.entry.setFocus()
    type_line(answers.entry, "999999")
    assert answers.missing()
    assert answers.fields[Ask.ENTRY].problem_text()
    type_line(answers.entry, "1")
    assert not answers.missing()
    assert not answers.fields[Ask.ENTRY].problem_text()
    assert _wish(answers).entry == 1


def test_options_are_ticked_and_chosen(answers: Answers) -> None:
    changed = heard(answers.changed)
    box: QCheckBox = answers.options.ticks["without-loans"]
    click(box, QPoint(8, box.height() // 2))
    size = answers.options.boxes["size"]
    size.setFocus()
    press(size, Qt.Key.Key_Down)
    wish = _wish(answers)
    assert wish.ticked("without-loans")
    assert wish.chosen("size") == "a6"
    assert len(changed) == 2


def test_a_wish_answers_what_it_knows_and_says_nothing(answers: Answers) -> None:
    changed = heard(answers.changed)
    answers.show_wish(Wish("x", year=2025, options=(("without-loans", ""), ("size", "a6"))))
    wish = _wish(answers)
    assert (wish.year, wish.ticked("without-loans"), wish.chosen("size")) == (2025, True, "a6")
    answers.show_wish(Wish("x"))
    assert _wish(answers).year is None
    assert not _wish(answers).ticked("without-loans")
    assert changed == []


def test_loans_and_meetings_are_offered_the_newest_first(desk: Desk) -> None:
    book, today, words = desk.book, desk.today(), desk.words
    loans = [one for one, _ in offered(loan(), book, today, words)]
    assert loans == sorted((one.id for one in book.loans()), reverse=True)
    days = [book.sheet(one).day for one, _ in offered(sheet(), book, today, words)]
    assert days == sorted(days, reverse=True)
    assert offered(loan(lambda _, __: False), book, today, words) == []


def test_a_file_is_named_after_what_it_shows(desk: Desk) -> None:
    words = open_words("en")
    member = desk.book.members()[0]
    wish = Wish("passbook", member=member.id, year=2026)
    assert file_name(desk.book, wish, words) == f"passbook {member.number} 2026.pdf"
