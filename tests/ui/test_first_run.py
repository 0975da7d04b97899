"""The first pages: every one can be left, pasted into, put right, and nothing typed is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ledger.rules.days import Month
from ledger.rules.people import Role, Sex
from ledger.rules.rulebook import SavingMode
from ledger.rules.set_up import OpeningDiffers
from tests.ui.asked import when_asked
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.ui.test_bringing import LIST
from tests.ui.test_bringing_files import spreadsheet
from tests.walks.pakhon import BEGIN, MEMBERS, pakhon_draft
from translations import LANGUAGES, MoneyFormat, open_words
from ui import settings as machine
from ui.bringing.meaning import choice_of, says_yes, sex_of
from ui.desk import Desk
from ui.practice import FIRST, LAST
from ui.screens.entry_grid import CellChoice, cells_of
from ui.screens.first_run import people_pages, practice
from ui.screens.first_run.cash_page import CashPage
from ui.screens.first_run.draft import Draft, DraftFile
from ui.screens.first_run.group_page import GroupPage
from ui.screens.first_run.people import loans_of, members_of, next_number, officers_of
from ui.screens.first_run.people_pages import CommitteePage, GridPage
from ui.screens.first_run.rules_page import RulesPage
from ui.screens.first_run.screen import FirstRunScreen
from ui.screens.first_run.steps import STEPS
from ui.screens.first_run.whole import set_up_of
from ui.settings import Settings

LAO = open_words("lo")
LAST_STEP = len(STEPS) - 1


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this machine's books."""
    folder = tmp_path / "books"
    monkeypatch.setattr(machine, "books_folder", lambda: folder)
    return folder


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, books: Path) -> FirstRunScreen:
    """The first page on a machine that is new."""
    screen = FirstRunScreen(desk)
    screen.resize(1200, 690)
    keep(qtbot, screen)
    return screen


def at_step(screen: FirstRunScreen, name: str, draft: Draft | None = None) -> Any:
    """The page of a step of the half-entered fund of Pakhon; the caller knows its class."""
    taken = draft or pakhon_draft()
    number = STEPS.index(name)
    screen.enter(replace(taken, page=number, reached=max(number, taken.reached)))
    page = screen.steps.page()
    assert screen.steps.pages[name] is page
    return page


def paste(page: GridPage, row: int, column: int, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.grid.view.setFocus()
    page.grid.view.setCurrentIndex(page.grid.model.index(row, column))
    press(page.grid.view, Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)


# --- language, and where to begin -----------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_chosen_in_its_own_script(screen: FirstRunScreen, language: str) -> None:
    press(screen.language.buttons[language], Qt.Key.Key_Return)
    assert screen.words.language == language
    assert screen.desk.settings.language == language
    assert screen.choice.isVisible()
    assert screen.choice.buttons["resume"].isHidden()


def test_a_machine_that_knows_its_language_is_not_asked_again(
    qtbot: QtBot, desk: Desk, books: Path
) -> None:
    desk.settings.language = "th"
    screen = FirstRunScreen(desk)
    keep(qtbot, screen)
    assert screen.choice.isVisible()
    click(screen.speak_other)
    assert screen.language.isVisible()


def test_a_file_that_is_no_book_is_refused_with_a_sentence(
    screen: FirstRunScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("ບໍ່ແມ່ນປຶ້ມບັນຊີ " * 200, encoding="utf-8")
    monkeypatch.setattr(screen, "ask_file", lambda: letter)
    begun = heard(screen.begin)
    screen.see(screen.choice)
    click(screen.choice.buttons["open"])
    assert "letter.txt" in screen.banner.text()
    assert begun == []
    assert screen.desk.is_empty


def test_a_book_that_is_there_is_opened(
    screen: FirstRunScreen, book_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "ask_file", lambda: book_file)
    begun = heard(screen.begin)
    screen.see(screen.choice)
    click(screen.choice.buttons["open"])
    assert len(begun) == 1
    assert screen.desk.settings.last_book == book_file


def test_no_file_chosen_is_no_harm(screen: FirstRunScreen) -> None:
    met = when_asked(QFileDialog, lambda dialog: dialog.reject())
    assert screen.ask_file() is None
    assert len(met) == 1


# --- practice -------------------------------------------------------------------------------


def made_quickly(folder: Path, progress: Callable[[Month], None]) -> Path:
    """Stands in for three years of meetings: tells its months, and leaves a file."""
    month = FIRST
    while month <= LAST:
        progress(month)
        month = month.plus(1)
    (folder / "practice.book").write_bytes(b"practice")
    return folder / "practice.book"


def test_the_practice_group_is_made_beside_the_window(
    qtbot: QtBot,
    screen: FirstRunScreen,
    books: Path,
    book_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def made(folder: Path, progress: Callable[[Month], None]) -> Path:
        made_quickly(folder, progress)
        (folder / "practice.book").write_bytes(book_file.read_bytes())
        return folder / "practice.book"

    monkeypatch.setattr(practice, "make_practice_group", made)
    screen.see(screen.choice)
    with qtbot.waitSignal(screen.begin, timeout=20_000):
        click(screen.choice.buttons["practice"])
        assert not screen.choice.buttons["new"].isEnabled()
        assert screen.choice.progress.isVisible()
    assert screen.desk.book.path == practice.practice_file(books)
    assert [file.name for file in books.iterdir()] == ["practice"]
    screen.desk.close()
    # The second time it is there already.
    with qtbot.waitSignal(screen.begin, timeout=20_000):
        click(screen.choice.buttons["practice"])


def test_making_the_practice_group_can_be_stopped(
    qtbot: QtBot, screen: FirstRunScreen, books: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(folder: Path, progress: Callable[[Month], None]) -> Path:
        while True:
            progress(FIRST)

    monkeypatch.setattr(practice, "make_practice_group", endless)
    screen.see(screen.choice)
    click(screen.choice.buttons["practice"])
    click(screen.choice.cancel)
    qtbot.waitUntil(screen.choice.buttons["new"].isEnabled, timeout=20_000)
    assert list(books.iterdir()) == []
    assert screen.banner.text() == ""


def test_a_disk_without_room_is_said(
    qtbot: QtBot, screen: FirstRunScreen, books: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, progress: Callable[[Month], None]) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(practice, "make_practice_group", full)
    screen.see(screen.choice)
    click(screen.choice.buttons["practice"])
    qtbot.waitUntil(lambda: bool(screen.banner.text()), timeout=20_000)
    assert screen.choice.buttons["practice"].isEnabled()


# --- the draft ------------------------------------------------------------------------------


def test_what_was_typed_is_there_again(tmp_path: Path) -> None:
    file = DraftFile(tmp_path / "deep" / "draft.json")
    assert file.load() is None
    file.keep(pakhon_draft())
    assert file.load() == pakhon_draft()
    file.drop()
    file.drop()
    assert file.load() is None


@pytest.mark.parametrize("text", ["", "{", '{"page": "x"}', "[" * 5_000, '{"unknown": 1}'])
def test_a_draft_that_cannot_be_read_is_as_if_there_were_none(tmp_path: Path, text: str) -> None:
    place = tmp_path / "draft.json"
    place.write_text(text, encoding="utf-8")
    assert DraftFile(place).load() is None


def test_a_half_typed_group_can_be_left_and_taken_up(screen: FirstRunScreen) -> None:
    screen.see(screen.choice)
    click(screen.choice.buttons["new"])
    page = screen.steps.page()
    assert isinstance(page, GroupPage)
    type_line(page.facts["name"], "ກຸ່ມບ້ານດອນ")
    click(screen.leave)
    assert "ກຸ່ມບ້ານດອນ" in screen.choice.explanation("resume")
    click(screen.choice.buttons["resume"])
    assert page.facts["name"].value() == "ກຸ່ມບ້ານດອນ"


def test_a_new_group_begins_on_empty_pages(screen: FirstRunScreen) -> None:
    at_step(screen, "check")
    click(screen.leave)
    click(screen.choice.buttons["new"])
    assert screen.steps.draft.group.name == ""
    assert screen.steps.draft.page == 0


def test_a_new_group_is_entered_at_an_empty_desk(screen: FirstRunScreen, book_file: Path) -> None:
    """Whoever tried another book first must not type baht where kip are read."""
    screen.desk.open(book_file)
    opened = heard(screen.desk.opened)
    screen.see(screen.choice)
    click(screen.choice.buttons["new"])
    assert screen.desk.is_empty
    assert screen.desk.settings.last_book is None
    assert len(opened) == 1
    page = screen.steps.page()
    assert isinstance(page, GroupPage)
    page.currency.setFocus()
    press(page.currency, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert screen.words.money_format.decimals == 2


def test_a_disk_that_cannot_keep_the_draft_is_said(
    screen: FirstRunScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: DraftFile, draft: Draft) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(DraftFile, "keep", fail)
    at_step(screen, "group")
    page = screen.steps.page()
    assert isinstance(page, GroupPage)
    type_line(page.facts["zone"], "ເຂດ 3")
    assert "Read-only file system" in screen.banner.text()


def test_pages_not_reached_yet_cannot_be_jumped_to(screen: FirstRunScreen) -> None:
    at_step(screen, "committee")
    items = [screen.steps.list.item(n).flags() for n in range(len(STEPS))]
    open_ones = [bool(flags & Qt.ItemFlag.ItemIsEnabled) for flags in items]
    assert open_ones == [True] * 3 + [False] * 6
    screen.steps.list.setFocus()
    press(screen.steps.list, Qt.Key.Key_Up)
    assert screen.steps.draft.page == 1
    click(screen.back)
    assert screen.steps.draft.page == 0


def test_the_pages_speak_another_language_at_once(screen: FirstRunScreen) -> None:
    page = at_step(screen, "members")
    screen.desk.speak("th")
    assert screen.title.text() == "สมาชิก"
    assert page.grid.model.headerData(1, Qt.Orientation.Horizontal) == "ชื่อ"
    assert len(page.grid.model.rows()) == len(MEMBERS)


# --- the group and its rules ----------------------------------------------------------------


def test_a_day_outside_all_books_is_refused(screen: FirstRunScreen) -> None:
    at_step(screen, "group")
    page = screen.steps.page()
    assert isinstance(page, GroupPage)
    type_line(page.begin, "1/1/1890")
    click(screen.forward)
    assert screen.steps.page() is page
    type_line(page.begin, "1/1/2027")
    click(screen.forward)
    assert screen.steps.draft.begin == date(2027, 1, 1)


def test_baht_with_satang_are_written_with_satang(screen: FirstRunScreen) -> None:
    at_step(screen, "group")
    page = screen.steps.page()
    assert isinstance(page, GroupPage)
    page.currency.setFocus()
    press(page.currency, Qt.Key.Key_Down, Qt.Key.Key_Down)
    page.marks.setFocus()
    press(page.marks, Qt.Key.Key_Down)
    assert screen.words.money_format == MoneyFormat(points=True, decimals=2, currency="THB")


def test_rules_begin_from_a_set_or_from_nothing(screen: FirstRunScreen) -> None:
    draft = replace(pakhon_draft(), rulebook=None, template=None)
    at_step(screen, "rules", draft)
    page = screen.steps.page()
    assert isinstance(page, RulesPage)
    assert page.source_text()
    press(page.list, Qt.Key.Key_End)
    click(screen.forward)
    assert screen.steps.page() is page  # The empty rules are shown before one goes on.
    assert page.editor.rulebook().accounts == ()
    assert page.editor.rulebook().valid_from == BEGIN
    click(page.other)
    press(page.list, Qt.Key.Key_Home)
    press(page.list, Qt.Key.Key_Return)
    assert screen.steps.draft.template == "a00_start"
    click(screen.forward)
    assert STEPS[screen.steps.draft.page] == "committee"


def test_the_last_month_of_the_year_is_one_and_the_same_on_both_pages(
    screen: FirstRunScreen,
) -> None:
    at_step(screen, "rules", replace(pakhon_draft(), year_end=9))
    page = screen.steps.page()
    assert isinstance(page, RulesPage)
    assert page.editor.rulebook().fiscal_year_end == 9


# --- people ---------------------------------------------------------------------------------


def test_an_officer_who_is_a_member_is_that_member() -> None:
    members = members_of(pakhon_draft().members, LAO, pakhon_draft().rulebook, BEGIN)  # type: ignore[arg-type]
    officers = officers_of((("president", members[4].name), ("ນາຍບັນຊີ", "ນາງ ໃໝ່")), members)
    assert [officer.member for officer in officers] == [members[4].id, None]
    assert officers[1].role is Role.ACCOUNTANT


def test_a_committee_that_cannot_sign_is_refused(screen: FirstRunScreen) -> None:
    page = at_step(screen, "committee", replace(pakhon_draft(), officers=(("president", "ນາງ"),)))
    assert isinstance(page, CommitteePage)
    click(screen.forward)
    assert screen.steps.page() is page
    paste(page, 1, 0, "นักเดินเรือ\tນາງ ສອງ")
    assert "2" in page.grid.problem_text()
    click(screen.forward)
    assert screen.steps.page() is page
    paste(page, 1, 0, "เหรัญญิก\tນາງ ສອງ")
    click(screen.forward)
    assert STEPS[screen.steps.draft.page] == "members"


def test_no_committee_at_all(screen: FirstRunScreen) -> None:
    page = at_step(screen, "committee")
    for _ in range(4):
        page.grid.view.setCurrentIndex(page.grid.model.index(0, 0))
        click(page.grid.drop)
    click(screen.forward)
    assert screen.steps.page() is page


def test_names_typed_one_under_another_get_numbers(screen: FirstRunScreen) -> None:
    page = at_step(screen, "members", replace(pakhon_draft(), members=()))
    view = page.grid.view
    view.setFocus()
    view.setCurrentIndex(page.grid.model.index(0, 1))
    for name in ("ນາງ ໜຶ່ງ", "ນາງ ສອງ"):
        type_letters(view, name[0])
        editor = QApplication.focusWidget()
        assert editor is not None
        type_letters(editor, name[1:])
        press(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
    rows = page.grid.model.rows()
    assert [row[:2] for row in rows] == [("001", "ນາງ ໜຶ່ງ"), ("002", "ນາງ ສອງ")]


def test_a_number_given_twice_is_said_at_the_second(screen: FirstRunScreen) -> None:
    page = at_step(screen, "members", replace(pakhon_draft(), members=()))
    paste(page, 0, 0, "001,ນາງ ໜຶ່ງ,ຍິງ\n001,ນາງ ສອງ,ແມວ")
    problems = [(p.row, p.column) for p in page.grid.model.problems()]
    assert problems == [(1, 0), (1, 2)]
    assert page.grid.model.rows()[1][2] == "ແມວ"  # Nothing that was pasted is lost.
    click(screen.forward)
    assert page.grid.view.currentIndex().row() == 1


def test_delete_empties_a_cell_and_enter_opens_it(screen: FirstRunScreen) -> None:
    page = at_step(screen, "members")
    view = page.grid.view
    view.setFocus()
    view.setCurrentIndex(page.grid.model.index(0, 3))
    press(view, Qt.Key.Key_Delete)
    assert page.grid.model.rows()[0][3] == ""
    press(view, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert editor is not view
    assert editor is not None
    press(editor, Qt.Key.Key_Escape)


def test_a_choice_that_is_not_made_changes_nothing(qtbot: QtBot, screen: FirstRunScreen) -> None:
    page = at_step(screen, "members")
    before = page.grid.model.rows()
    page.grid.view.setFocus()
    page.grid.view.setCurrentIndex(page.grid.model.index(0, 2))
    press(page.grid.view, Qt.Key.Key_F2)
    QApplication.processEvents()
    box = page.grid.view.findChild(CellChoice)
    assert box is not None
    press(box.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.grid.view.findChild(CellChoice) is None)
    assert page.grid.model.rows() == before


def test_shares_and_welfare_are_asked_for_where_the_rules_do(screen: FirstRunScreen) -> None:
    rules = pakhon_draft().rulebook
    assert rules is not None
    rules = replace(
        rules,
        saving=replace(rules.saving, mode=SavingMode.SHARES, share_value=50_000),
        welfare=replace(rules.welfare, contribution=1_000),
    )
    page = at_step(screen, "members", replace(pakhon_draft(), rulebook=rules, members=()))
    shown = [n for n in range(10) if not page.grid.view.isColumnHidden(n)]
    assert shown == [0, 1, 2, 3, 4, 5, 6, 8, 9]
    paste(page, 0, 0, "001\tນາງ ໜຶ່ງ\tF\t\t\t\t2024-03-05\t4\tແມ່ນ")
    (member,) = members_of(page.grid.model.rows(), LAO, rules, BEGIN)
    assert (member.shares, member.welfare_since, member.sex) == (4, member.joined, Sex.FEMALE)


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("ຍິງ", Sex.FEMALE),
        ("หญิง", Sex.FEMALE),
        ("Man", Sex.MALE),
        ("M", Sex.MALE),
        ("", Sex.UNSAID),
        ("?", None),
    ],
)
def test_woman_or_man_in_three_languages(text: str, sex: Sex | None) -> None:
    assert sex_of(text) is sex


def test_words_of_any_language_are_understood() -> None:
    assert choice_of("เหรัญญิก", "role", list(Role)) == "treasurer"
    assert choice_of("captain", "role", list(Role)) is None
    assert says_yes("ใช่")
    assert not says_yes("")
    assert next_number(()) == "001"
    assert next_number((("0098", "a"), ("x", "b"))) == "0099"


@pytest.mark.parametrize(
    ("text", "columns", "cells"),
    [
        ("a\tb\nc\td\n", 5, [["a", "b"], ["c", "d"]]),
        ("a;b,c", 2, [["a", "b,c"]]),
        ('a,"b, c"', 2, [["a", "b, c"]]),
        ("10,000\n20,000", 1, [["10,000"], ["20,000"]]),
        ("a\r\nb", 1, [["a"], ["b"]]),
    ],
)
def test_pasted_text_becomes_cells(text: str, columns: int, cells: list[list[str]]) -> None:
    assert cells_of(text, columns) == cells


# --- money ----------------------------------------------------------------------------------


def test_savings_that_cannot_be_read_are_said_and_kept(screen: FirstRunScreen) -> None:
    page = at_step(screen, "savings")
    paste(page, 0, 2, "250.000\n-5000\nສິບ")
    problems = page.grid.model.problems()
    assert [p.row for p in problems] == [1, 2]
    click(screen.forward)
    assert screen.steps.page() is page
    assert screen.steps.draft.savings[1] == ("002", "-5000")


def test_a_loan_of_nobody_or_of_nothing_is_refused(screen: FirstRunScreen) -> None:
    screen.desk.speak("lo")
    page = at_step(screen, "loans", replace(pakhon_draft(), loans=()))
    paste(page, 0, 0, "999\tເງິນກູ້ເຮືອ\tກະສິກຳ\t0\t40")
    assert [p.column for p in page.grid.model.problems()] == [0, 2, 4, 5]
    click(screen.forward)
    assert screen.steps.page() is page


def test_names_of_loans_are_understood_when_they_are_pasted(screen: FirstRunScreen) -> None:
    screen.desk.speak("lo")
    page = at_step(screen, "loans", replace(pakhon_draft(), loans=()))
    paste(page, 0, 0, "003\tເງິນກູ້ສຸກເສີນ\tເຈັບປ່ວຍ\t1.500.000\t3")
    assert page.grid.model.problems() == ()
    click(screen.forward)
    assert screen.steps.draft.loans == (("003", "emergency_loan", "illness", "1.500.000", "3"),)
    set_up = set_up_of(screen.steps.draft, screen.words)
    assert loans_of(screen.steps.draft.loans, set_up.members, screen.words) == set_up.loans


def test_more_lent_than_saved_is_seen(screen: FirstRunScreen) -> None:
    draft = replace(pakhon_draft(), savings=(), accounts=())
    at_step(screen, "cash", draft)
    page = screen.steps.page()
    assert isinstance(page, CashPage)
    assert page.difference() == 21_000_000 + 1_900_000
    click(screen.forward)
    assert screen.steps.page() is page


def test_amounts_on_the_cash_page_must_be_readable(screen: FirstRunScreen) -> None:
    at_step(screen, "cash")
    page = screen.steps.page()
    assert isinstance(page, CashPage)
    bank = page.line(pakhon_draft().accounts[1][0])
    type_line(bank, "ສິບລ້ານ")
    click(screen.forward)
    assert screen.steps.page() is page
    assert QApplication.focusWidget() is bank


def test_too_much_cash_is_said_with_its_difference(screen: FirstRunScreen) -> None:
    at_step(screen, "cash")
    page = screen.steps.page()
    assert isinstance(page, CashPage)
    type_line(page.counter.line(500), "3")
    assert page.difference() == 1_500
    assert "1,500" in page.said.text()


def test_an_earlier_page_that_is_not_right_is_said(screen: FirstRunScreen) -> None:
    wrong = (("003", "season", "agriculture", "x", "3"),)
    at_step(screen, "cash", replace(pakhon_draft(), loans=wrong))
    page = screen.steps.page()
    assert isinstance(page, CashPage)
    assert page.difference() is None
    click(screen.forward)
    assert screen.steps.page() is page


# --- the last page --------------------------------------------------------------------------


def test_the_check_page_leads_to_what_is_wrong(screen: FirstRunScreen) -> None:
    at_step(screen, "check", replace(pakhon_draft(), notes=((100_000, 1),)))
    assert screen.steps.check.banner.text()
    click(screen.forward)
    assert screen.desk.is_empty
    screen.steps.check.say_no(OpeningDiffers(expected=1, counted=2))
    screen.steps.check.banner.take_focus()
    way = QApplication.focusWidget()
    assert way is not None
    press(way, Qt.Key.Key_Return)
    assert STEPS[screen.steps.draft.page] == "cash"


def test_books_are_not_started_over_an_unreadable_row(screen: FirstRunScreen) -> None:
    broken = (("001", "ນາງ", "ຍິງ", "", "", "", "31/31/2020", "", "", ""),)
    at_step(screen, "check", replace(pakhon_draft(), members=broken))
    click(screen.forward)
    assert screen.desk.is_empty
    assert screen.steps.check.banner.text()
    assert screen.steps.check.figures() == ()


def test_two_groups_of_one_name_have_two_files(screen: FirstRunScreen, books: Path) -> None:
    books.mkdir()
    (books / "ກຸ່ມ A B.book").write_bytes(b"")
    named = replace(pakhon_draft(), group=replace(pakhon_draft().group, name="ກຸ່ມ A/B"))
    at_step(screen, "check", named)
    click(screen.forward)
    assert screen.desk.book.path.name == "ກຸ່ມ A B 2.book"
    assert screen.desk.book.group.name == "ກຸ່ມ A/B"


def test_a_disk_that_refuses_the_book_keeps_the_draft(
    screen: FirstRunScreen, books: Path, settings: Settings
) -> None:
    books.parent.mkdir(exist_ok=True)
    books.write_bytes(b"a file where the folder should be")
    at_step(screen, "check")
    screen.steps.kept.emit(screen.steps.draft)
    click(screen.forward)
    assert screen.desk.is_empty
    assert screen.banner.text()
    assert DraftFile(settings.folder / "new_group.json").load() is not None


def test_members_and_savings_come_from_a_spreadsheet(
    screen: FirstRunScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at_step(screen, "members", replace(pakhon_draft(), members=()))
    file = spreadsheet(tmp_path / "list.xlsx", LIST)
    monkeypatch.setattr(people_pages, "ask_file", lambda *_: file)
    click(page.from_file)
    assert [row[1] for row in page.grid.model.rows()] == ["ນາງ ຄຳ", "ທ້າວ ບຸນ", "ນາງ ນ້ອຍ"]
    draft = page.taken(Draft())
    assert draft.savings == (("໐໐໑", "໕໐.໐໐໐"), ("002", "30,000 ກີບ"))
    broken = tmp_path / "x.xls"
    broken.write_bytes(b"x")
    monkeypatch.setattr(people_pages, "ask_file", lambda *_: broken)
    click(page.from_file)
    assert "x.xls" in page.below.text()
    assert len(page.grid.model.rows()) == 3
