"""The texts of a loan's papers by keys and clicks, and by command; figures stay the book's own."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.loan_life import write_event
from ledger.rules.loan_events import Rescheduled
from ledger.rules.loan_plans import plan_by_months
from ledger.rules.loans import loan_state
from ledger.rules.paper_texts import SLOTS, TEXT_MAX, LoanText, Slot
from ledger.rules.people import Role
from reports.trail_words import act_sentence
from tests.ui.asked import press_button, when_asked
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.ui.test_loans import asked, finished, page_of, running, window  # noqa: F401 -- fixture
from tests.villages import BOUNMY, KHAM, TODAY, actor
from tests.walks.commands import Commands
from translations import LANGUAGES, open_words
from translations.paper_words import shown_text, standard_text
from ui.desk import Desk
from ui.papers.loan_papers import code_of, text_of
from ui.papers.shop import paper_of
from ui.papers.wish import Wish
from ui.screens.loans.arrears import ArrearsScreen
from ui.screens.paper_texts.screen import PaperTextsScreen
from ui.screens.papers.screen import PapersScreen
from ui.window import Window

LETTER, CONTRACT = LoanText.REMINDER, LoanText.CONTRACT
OURS = "{borrower}, {number of the loan}: {what is overdue}, {what is to pay}. Thank you."


@pytest.fixture
def page(qtbot: QtBot, village: Desk) -> PaperTextsScreen:
    page = PaperTextsScreen(village)
    page.resize(1200, 690)
    page.show_item(LETTER)
    keep(qtbot, page)
    return page


def end(page: PaperTextsScreen) -> None:
    """The cursor stands behind the text."""
    page.text.setFocus()
    page.text.moveCursor(QTextCursor.MoveOperation.End)


def wait(qtbot: QtBot, page: PaperTextsScreen) -> None:
    """Until what was typed is looked through."""
    qtbot.waitUntil(lambda: not page._soon.isActive())


def type_text(qtbot: QtBot, page: PaperTextsScreen, text: str) -> None:
    """Type over all that stands there."""
    page.text.setFocus()
    page.text.selectAll()
    type_letters(page.text, text)
    wait(qtbot, page)


def own(page: PaperTextsScreen, language: str = "en") -> str | None:
    return page.book.loan_texts().get(LETTER, {}).get(language)


def test_the_standard_text_is_there_to_begin_with(page: PaperTextsScreen) -> None:
    words = page.words
    assert page.text.toPlainText() == shown_text(words, standard_text(words, LETTER))
    assert page.text.value() == standard_text(words, LETTER)
    assert not page.keep.isEnabled()
    assert not page.standard.isEnabled()
    assert page.parts.problem.isHidden()
    # No loan is late in this village: the paper is seen blank.
    assert page.parts.seen.text() == "This is how it looks without a loan"
    assert page.parts.view.count() == 1


def test_a_text_of_ones_own_is_used_from_the_press_of_the_button(
    qtbot: QtBot, page: PaperTextsScreen
) -> None:
    type_text(qtbot, page, OURS)
    assert own(page) is None
    assert page.parts.state.text() == "Changed, and not used yet. It is kept in pencil."
    click(page.keep)
    assert own(page) == "{borrower}, {loan}: {overdue}, {to_pay}. Thank you."
    assert page.text.toPlainText() == OURS
    assert not page.keep.isEnabled()
    assert "✓" in page.parts.papers.currentItem().text()
    act = page.book.history(1)[0]
    assert act_sentence(page.words, act) == "The text of a paper was changed: Reminder (English)."


def test_an_amount_that_is_typed_is_refused_in_its_place(
    qtbot: QtBot, page: PaperTextsScreen
) -> None:
    end(page)
    type_letters(page.text, " Bring 500,000 kip.")
    wait(qtbot, page)
    assert "“500,000”" in page.parts.problem.text()
    assert page.parts.problem.isVisible()
    assert not page.keep.isEnabled()
    assert "500,000" in page.text.toPlainText()
    for _ in range(len(" Bring 500,000 kip.")):
        press(page.text, Qt.Key.Key_Backspace)
    wait(qtbot, page)
    assert page.parts.problem.isHidden()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{borrower} {what is to pay}", "number of the loan, what is overdue"),
        (f"{OURS} {{amount}} {{list of the due days}}", "no place “schedule”"),
        (f"{OURS} {{amuont}}", "no place “amuont”"),
        (f"{OURS} {{", "A brace stands alone"),
        (f"{OURS} {{list of what is overdue}}", "a line of its own"),
    ],
)
def test_what_is_wrong_is_said_under_the_text(
    qtbot: QtBot, page: PaperTextsScreen, text: str, said: str
) -> None:
    type_text(qtbot, page, text)
    assert said in page.parts.problem.text()
    assert not page.keep.isEnabled()
    assert own(page) is None


def test_a_place_is_put_in_by_its_button_where_the_cursor_stands(
    qtbot: QtBot, page: PaperTextsScreen
) -> None:
    page.text.setFocus()
    page.text.moveCursor(QTextCursor.MoveOperation.Start)
    click(page.parts.places.buttons[Slot.DAY])
    assert page.text.toPlainText().startswith("{day of the paper}To {borrower}")
    assert page.text.hasFocus()
    type_letters(page.text, ". ")
    wait(qtbot, page)
    assert page.text.toPlainText().startswith("{day of the paper}. To {borrower}")
    assert page.parts.places.buttons[Slot.DAY].text() == "✓ day of the paper"


def test_a_list_gets_a_line_of_its_own(qtbot: QtBot, page: PaperTextsScreen) -> None:
    type_text(qtbot, page, OURS)
    page.text.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(len(" Thank you.")):
        press(page.text, Qt.Key.Key_Left)
    click(page.parts.places.buttons[Slot.DUE_LIST])
    wait(qtbot, page)
    assert page.text.toPlainText().split("\n")[1:] == ["{list of what is overdue}", " Thank you."]
    assert page.parts.problem.isHidden()
    press(page.text, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert page.text.toPlainText() == OURS


def test_only_the_places_of_the_paper_are_offered(page: PaperTextsScreen) -> None:
    shown = {slot for slot, button in page.parts.places.buttons.items() if not button.isHidden()}
    assert shown == set(SLOTS[LETTER])


def test_what_is_typed_is_kept_in_pencil_and_found_again(
    qtbot: QtBot, page: PaperTextsScreen, village: Desk
) -> None:
    """As after a power cut: another page of the same book has what was typed, not used yet."""
    end(page)
    type_letters(page.text, " Thank you")
    assert page.may_leave()
    assert village.book.paper_text_draft(LETTER, "en") == page.text.value()
    again = PaperTextsScreen(village)
    again.show_item(LETTER)
    keep(qtbot, again)
    assert again.text.toPlainText().endswith("Thank you")
    assert again.keep.isEnabled()
    assert own(again) is None
    click(again.standard)
    assert again.text.value() == standard_text(village.words, LETTER)
    assert village.book.paper_text_draft(LETTER, "en") is None


def test_the_standard_text_comes_back_after_a_question(
    qtbot: QtBot, page: PaperTextsScreen
) -> None:
    type_text(qtbot, page, OURS)
    click(page.keep)
    when_asked(QMessageBox, press_button("Go back"))
    click(page.standard)
    assert own(page) is not None
    when_asked(QMessageBox, press_button("Use the standard text"))
    click(page.standard)
    assert own(page) is None
    assert page.text.value() == standard_text(page.words, LETTER)
    said = act_sentence(page.words, page.book.history(1)[0])
    assert said == "A paper has its standard text again: Reminder (English)."


def test_each_language_has_its_own_text(qtbot: QtBot, page: PaperTextsScreen) -> None:
    end(page)
    type_letters(page.text, " Bye.")
    page.parts.language.setFocus()
    press(page.parts.language, Qt.Key.Key_Up)
    assert page.parts.language.value() == "th"
    thai = open_words("th")
    assert page.text.toPlainText() == shown_text(thai, standard_text(thai, LETTER))
    press(page.parts.language, Qt.Key.Key_Down)
    wait(qtbot, page)
    assert page.text.toPlainText().endswith(" Bye.")


def test_another_paper_is_turned_to(qtbot: QtBot, page: PaperTextsScreen) -> None:
    end(page)
    type_letters(page.text, " Bye.")
    page.parts.papers.setFocus()
    press(page.parts.papers, Qt.Key.Key_Up)
    assert page.text.value() == standard_text(page.words, LoanText.ADDENDUM)
    press(page.parts.papers, Qt.Key.Key_Down)
    assert page.text.toPlainText().endswith(" Bye.")
    wait(qtbot, page)


def test_who_may_not_change_it_may_read_it(qtbot: QtBot, village: Desk) -> None:
    village.sign_in(actor(Role.TREASURER))
    page = PaperTextsScreen(village)
    keep(qtbot, page)
    assert page.text.isReadOnly()
    assert "The president or the accountant may change it." in page.parts.state.text()
    assert not page.parts.places.isEnabled()
    assert page.parts.view.count() >= 1


def test_the_past_is_only_read(qtbot: QtBot, page: PaperTextsScreen, village: Desk) -> None:
    type_text(qtbot, page, OURS)
    assert village.look_back(village.today())
    assert page.text.isReadOnly()
    assert not page.keep.isEnabled()
    assert not page.standard.isEnabled()
    assert page.may_leave()


def test_a_text_that_is_too_long_is_not_kept_in_pencil(
    qtbot: QtBot, page: PaperTextsScreen
) -> None:
    page.text.setPlainText(f"{OURS} {'x' * TEXT_MAX}")
    wait(qtbot, page)
    assert f"{TEXT_MAX:,}" in page.parts.problem.text()
    assert page.book.paper_text_draft(LETTER, "en") is None


def test_the_paper_is_seen_with_a_loan_that_is_late(
    qtbot: QtBot, page: PaperTextsScreen, village: Desk
) -> None:
    loan = running(village)
    number = village.book.loan(loan).number
    assert page.parts.seen.text() == f"This is how it looks with loan {number}"
    type_text(qtbot, page, OURS)
    press(page.text, Qt.Key.Key_Return)
    click(page.parts.places.buttons[Slot.DUE_LIST])
    wait(qtbot, page)
    assert page.text.value().endswith("\n{due_list}")
    assert page.parts.problem.isHidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_room_in_every_language(page: PaperTextsScreen, language: str) -> None:
    page.desk.speak(language)
    assert page.minimumSizeHint().height() <= 690
    assert page.minimumSizeHint().width() <= 1180


# --- the ways to it --------------------------------------------------------------------------


def test_the_papers_page_leads_to_the_text_of_a_paper(qtbot: QtBot, village: Desk) -> None:
    papers = PapersScreen(village)
    papers.show_item(Wish("passbook", member=KHAM.id))
    keep(qtbot, papers)
    assert not papers.change_text.isVisible()
    went = heard(papers.go)
    for code in (code_of(CONTRACT), "form-loan-contract"):
        papers.show_item(Wish(code))
        papers.look_again()
        click(papers.change_text)
        assert went[-1] == ("paper_texts", CONTRACT)
    qtbot.waitUntil(lambda: not papers.is_working())
    assert text_of("form-collection") is None
    assert text_of("contract") is None


def test_the_page_of_a_loan_prints_what_can_be_made_of_it(window: Window, village: Desk) -> None:  # noqa: F811
    loans = {
        asked(village, KHAM): {LoanText.APPLICATION},
        running(village): {LoanText.APPLICATION, CONTRACT, LETTER, LoanText.SETTLEMENT},
        finished(village, BOUNMY): {LoanText.APPLICATION, CONTRACT, LoanText.DISCHARGE},
    }
    for loan, wanted in loans.items():
        page = page_of(window, loan)
        there = {which for which, action in page.papers.papers.items() if action.isVisible()}
        assert there == wanted
    went = heard(page.go)
    page.papers.papers[CONTRACT].trigger()
    assert went == [("papers", Wish("loan-contract", loan=loan))]


def test_a_settlement_is_printed_of_the_day_that_is_looked_at(
    window: Window,  # noqa: F811
    village: Desk,
) -> None:
    loan = running(village)
    page = page_of(window, loan)
    type_line(page.settlement.day, "2026-06-30")
    page.papers.papers[LoanText.SETTLEMENT].trigger()
    papers = window.page()
    assert isinstance(papers, PapersScreen)
    assert papers.choices.wish() == Wish("loan-settlement", loan=loan, day=date(2026, 6, 30))


def test_the_arrears_print_a_reminder_for_everybody(window: Window, village: Desk) -> None:  # noqa: F811
    window.go("arrears")
    page = window.page()
    assert isinstance(page, ArrearsScreen)
    assert not page.remind.isEnabled()
    running(village)
    assert page.remind.isEnabled()
    went = heard(page.go)
    click(page.remind)
    assert went == [("papers", Wish("loan-reminder"))]
    papers = window.page()
    assert isinstance(papers, PapersScreen)
    assert papers.choices.wish() == Wish("loan-reminder")


# --- by command ------------------------------------------------------------------------------


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def new_book(commands: Commands, tmp_path: Path) -> Path:
    """A book that was begun on this machine, by its clock."""
    file = tmp_path / "new.book"
    commands.run(
        *("new", file, "--rules", "a03_seventy_percent", "--name", "ກຸ່ມ", "--begin", "2026-01-05"),
        *("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ"),
    )
    return file


def test_by_command(commands: Commands, new_book: Path) -> None:
    english = ("--language", "en", "paper-text", new_book, "reminder")
    standard = commands.run(*english)
    assert standard.startswith("To {borrower}, member {borrower's number}")
    text = new_book.with_name("ours.txt")
    text.write_text(f"\ufeff{OURS}\r\n", encoding="utf-8")
    assert commands.run(*english, "--file", text) == f"{OURS}\n"
    assert commands.run(*english) == f"{OURS}\n"
    assert commands.run("--language", "lo", "paper-text", new_book, "reminder").startswith("ເຖິງ")
    assert commands.run(*english, "--standard") == standard
    past = (*english, "--as-of", "2026-01-01")
    assert commands.run(*past) == standard
    status, _, err = commands.try_to(*past, "--file", text)
    assert (status, "01/01/2026" in err) == (1, True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{borrower}", "must stand in the text"),
        (b"{borrower} 5,000,000 kip", "typed by hand"),
        (b"\xff\xfe", "UTF-8"),
        (b"x" * 100_000, "6,000"),
        (None, "There is no file"),
    ],
)
def test_a_file_that_is_no_text_is_refused(
    commands: Commands, new_book: Path, content: bytes | None, said: str
) -> None:
    file = new_book.with_name("ours.txt")
    if content is not None:
        file.write_bytes(content)
    command = ("--language", "en", "paper-text", new_book, "reminder", "--file", file)
    status, out, err = commands.try_to(*command)
    assert (status, out) == (1, "")
    assert said in err


def test_a_paper_that_there_is_not_is_refused(commands: Commands, new_book: Path) -> None:
    status, _, err = commands.try_to("--language", "en", "paper-text", new_book, "poem")
    assert status == 1
    assert "poem" in err
    assert "reminder" in err


def test_a_loan_with_new_due_days_has_its_addendum(window: Window, village: Desk) -> None:  # noqa: F811
    loan = running(village)
    left = loan_state(village.book.loan(loan), TODAY).principal
    event = Rescheduled(TODAY, "9/2026", plan_by_months(left, first=date(2026, 6, 5), months=4))
    assert village.do(
        lambda book, actor: write_event(book, actor, loan=loan, event=event, today=TODAY)
    )
    page = page_of(window, loan)
    assert page.papers.papers[LoanText.ADDENDUM].isVisible()
    made = village.book.loan_paper(LoanText.ADDENDUM, loan, TODAY, TODAY)
    assert [row.principal for row in made.rows] == [part.kip for part in event.plan]


def test_a_contract_that_was_printed_keeps_the_text_of_its_language(village: Desk) -> None:
    loan = running(village)
    paper, lao = paper_of(code_of(CONTRACT)), open_words("lo")
    value = paper.read(village.book, Wish(paper.code, loan=loan), TODAY)
    assert paper.printed is not None
    assert village.do(paper.printed(value, lao, range(1)))
    kept = village.book.loan_paper(CONTRACT, loan, TODAY, TODAY)
    assert kept.lender.texts == {"lo": standard_text(lao, CONTRACT)}
    said = act_sentence(open_words("en"), village.book.history(1)[0])
    number = village.book.loan(loan).number
    assert said == f"Loan contract of loan {number} was printed to be signed (ລາວ)."
