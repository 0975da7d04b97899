"""The books: the cash book, every entry, both sides of a day, the trail, and the check."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.members import change_member
from ledger.actions.record import record_day
from ledger.rules.accounts import CASH
from ledger.rules.lines import Deposit, FundGift, FundSpent, Line, Spent, ToBank
from ledger.rules.people import Role
from ledger.rules.permits import Act
from ledger.rules.transfers import EntryNumber
from ledger.statements.findings import Fault, Finding
from reports.trail_words import _SENTENCES
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.villages import BANK, COSTS, DAY, KHAM, NOY, TODAY, WELFARE, actor
from ui.desk import Desk
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.books.take_back import TakeEntryBack

DOWN, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.fixture
def page(qtbot: QtBot, village: Desk) -> BooksScreen:
    village.speak("lo")
    write(village, Deposit(KHAM.id, 20_000), Deposit(NOY.id, 30_000))
    write(village, Spent(COSTS, 5_000, "ປຶ້ມ"), ToBank(BANK, 100_000), day=TODAY)
    page = BooksScreen(village)
    keep(qtbot, page)
    return page


def write(desk: Desk, *lines: Line, day: date = DAY) -> None:
    assert desk.do(lambda book, who: record_day(book, who, day=day, lines=lines, today=TODAY))


def last(page: BooksScreen) -> EntryNumber:
    return page.book.entries(DAY, TODAY)[-1].number


class TestCashBook:
    def test_what_came_and_went_adds_up(self, page: BooksScreen) -> None:
        balances = [line.balance for line in page.cash.model.rows()]
        assert balances[-4:] == [2_520_000, 2_550_000, 2_545_000, 2_445_000]
        assert page.cash.sums.figures()[-1][1] == page.words.money(2_445_000)

    def test_days_are_chosen(self, page: BooksScreen) -> None:
        type_line(page.cash.days.first, "20/04/2026")
        brought, *lines = page.cash.model.rows()
        assert (brought.row, brought.balance) == (None, 2_550_000)
        assert [line.row.paid for line in lines if line.row] == [5_000, 100_000]
        type_line(page.cash.days.last, "01/01/2026")
        assert page.cash.days.problem_text()
        type_line(page.cash.days.last, "31/12/2026")
        assert page.cash.days.problem_text() == ""

    def test_a_bank_has_its_own(self, page: BooksScreen) -> None:
        page.show_item(At(Leaf.CASH, account=BANK))
        page.look_again()
        assert [line.balance for line in page.cash.model.rows()] == [0, 100_000]
        page.show_item(At(Leaf.CASH, account=CASH))
        page.look_again()
        assert page.cash.account.value() == CASH

    def test_enter_opens_the_whole_entry(self, page: BooksScreen) -> None:
        press(page.cash.table, ENTER)
        assert page.tabs.currentWidget() is page.entries
        chosen = page.entries.chosen()
        assert chosen is not None
        assert chosen.posted.number == last(page)


class TestEntries:
    @pytest.fixture(autouse=True)
    def _turn(self, page: BooksScreen) -> None:
        page.turn_to(Leaf.ENTRIES)

    def found(self, page: BooksScreen, text: str) -> list[int]:
        page.entries.search.clear()
        type_letters(page.entries.search, text)
        return [row.posted.number for row in page.entries.model.rows()]

    def test_the_newest_come_first(self, page: BooksScreen) -> None:
        numbers = [row.posted.number for row in page.entries.model.rows()]
        assert numbers == sorted(numbers, reverse=True)
        assert page.entries.chosen() == page.entries.model.row(0)

    @pytest.mark.parametrize(
        ("text", "back"), [("ຄຳຫຼ້າ 20,000", 3), ("30000", 2), ("ປຶ້ມ", 1), ("003 30,000", 2)]
    )
    def test_found_by_name_amount_or_note(self, page: BooksScreen, text: str, back: int) -> None:
        assert self.found(page, text) == [last(page) - back]

    def test_found_by_number_also_outside_the_days(self, page: BooksScreen) -> None:
        number = last(page)
        assert self.found(page, str(number)) == [number]
        type_line(page.entries.days.first, "20/04/2026")
        assert self.found(page, "1") == []
        click(page.entries.nothing._button)
        chosen = page.entries.chosen()
        assert chosen is not None
        assert chosen.posted.number == 1

    def test_what_is_nowhere_is_looked_for_in_the_whole_book(self, page: BooksScreen) -> None:
        type_line(page.entries.days.first, "20/04/2026")
        assert self.found(page, "ຄຳຫຼ້າ") == []
        click(page.entries.nothing._button)
        assert len(page.entries.model.rows()) == 2

    def test_an_entry_lies_open_with_who_wrote_it(self, page: BooksScreen) -> None:
        press(page.entries.search, DOWN)
        press(page.entries.table, DOWN)
        card = page.entries.card
        assert [t.kip for t in card.model.rows()] == [5_000]
        assert actor().name in card.text()

    def test_her_passbook_is_one_key_away(self, page: BooksScreen) -> None:
        assert not page.entries.see_member.isEnabled()
        wanted = heard(page.go)
        self.found(page, "30000")
        press(page.entries.see_member, ENTER)
        assert wanted == [("member", NOY.id)]


class TestTakingBack:
    @pytest.fixture(autouse=True)
    def _turn(self, page: BooksScreen) -> None:
        page.turn_to(Leaf.ENTRIES)

    def dialog(self, page: BooksScreen) -> TakeEntryBack:
        press(page.entries.take_back, ENTER)
        return cast(TakeEntryBack, QApplication.activeModalWidget())

    def test_a_reason_is_asked_for_and_the_two_are_tied(self, page: BooksScreen) -> None:
        press(page.entries.table, DOWN)
        wrong = last(page) - 1
        dialog = self.dialog(page)
        assert [t.kip for t in dialog.model.rows()] == [5_000]
        assert "5,000" in dialog.effect.text()
        press(dialog.act, ENTER)
        assert dialog.field.problem_text()
        type_letters(dialog.reason, "ຂຽນຜິດ")
        press(dialog.reason, ENTER)
        press(dialog.act, ENTER)
        assert dialog.isHidden()
        back = page.book.counter_of(EntryNumber(wrong))
        assert back is not None
        counter = page.book.entry(back).entry
        assert (counter.day, counter.note, counter.reverses) == (TODAY, "ຂຽນຜິດ", wrong)
        assert str(wrong) in page.banner.text()
        chosen = page.entries.chosen()
        assert chosen is not None
        assert chosen.posted.number == back
        assert not page.entries.take_back.isEnabled()
        click(page.entries.card.tied)
        chosen = page.entries.chosen()
        assert chosen is not None
        assert (chosen.posted.number, chosen.taken_back) == (wrong, back)
        assert not page.entries.take_back.isEnabled()

    def test_what_would_go_below_nothing_is_refused_before_it_is_asked(
        self, page: BooksScreen
    ) -> None:
        write(page.desk, FundGift(WELFARE, 9_000), day=TODAY)
        gift = last(page)
        write(page.desk, FundSpent(WELFARE, 9_000), day=TODAY)
        page.entries.stand_on(gift)
        press(page.entries.take_back, ENTER)
        assert QApplication.activeModalWidget() is None
        assert page.banner.text()
        assert not page.book.is_taken_back(gift)

    def test_whoever_may_not_cannot_begin(self, page: BooksScreen) -> None:
        assert page.entries.take_back.isEnabled()
        page.desk.sign_in(actor(Role.AUDITOR))
        assert not page.entries.take_back.isEnabled()


class TestTrialBalance:
    def test_both_sides_are_the_same_on_every_day(self, page: BooksScreen) -> None:
        page.turn_to(Leaf.TRIAL)
        debit, credit = (page.trial.sums.texts()[column] for column in (3, 4))
        assert debit == credit == "2,550,000"
        type_line(page.trial.day, "01/01/2026")
        assert page.trial.sums.texts()[3] == "2,500,000"
        assert len(page.trial.model.rows()) == 2


class TestHistory:
    @pytest.fixture(autouse=True)
    def _turn(self, page: BooksScreen) -> None:
        page.turn_to(Leaf.HISTORY)

    def said(self, page: BooksScreen) -> list[str]:
        model = page.history.model
        return [str(model.index(row, 2).data()) for row in range(model.rowCount())]

    def test_one_plain_sentence_for_each_act(self, page: BooksScreen) -> None:
        words = page.words
        assert self.said(page)[0] == words.say(
            "Money of {day} was written in the book.", day=words.day(TODAY)
        )
        assert self.said(page)[-1] == words.say("The file of this book was made.")
        assert actor().name in str(page.history.model.index(0, 3).data())

    def test_it_says_whom(self, page: BooksScreen) -> None:
        new = page.book.member(KHAM.id)
        assert page.desk.do(lambda book, who: change_member(book, who, member=new))
        assert f"{KHAM.number} {KHAM.name}" in self.said(page)[0]

    def test_it_is_searched_while_one_types(self, page: BooksScreen) -> None:
        type_letters(page.history.search, "05/04 xyz")
        assert page.history.model.rows() == ()
        assert "xyz" in page.history.nothing.text()
        press(page.history.search, Qt.Key.Key_Escape)
        assert len(page.history.model.rows()) == len(page.book.history())
        type_letters(page.history.search, "05/04/2026")
        assert len(page.history.model.rows()) == 1


class TestCheck:
    @pytest.fixture(autouse=True)
    def _turn(self, page: BooksScreen) -> None:
        page.turn_to(Leaf.CHECK)

    def test_a_sound_book_is_said_to_be_sound(self, page: BooksScreen) -> None:
        assert page.check.sentences() == []
        press(page.check.start, ENTER)
        sound = page.words.say("The book is sound. Every sum and every seal is right.")
        assert page.check.sentences() == [sound]

    def test_what_was_found_is_said_in_its_place(
        self, page: BooksScreen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = (Finding(Fault.ENTRY_SEAL, (7,)), Finding(Fault.TRIAL_BALANCE, (), off_by=2_000))
        monkeypatch.setattr(page.book, "check", lambda: found)
        click(page.check.start)
        verdict, first, second = page.check.sentences()
        assert verdict == page.words.say_many("{n} thing is wrong", "{n} things are wrong", 2)
        assert "7" in first
        assert "2,000" in second
        page.desk.speak("en")
        assert page.check.sentences() == []

    def test_what_is_known_to_be_wrong_stands_there_without_another_check(
        self, page: BooksScreen
    ) -> None:
        page.turn_to(Leaf.CASH)
        page.book.found = (Finding(Fault.ENTRY_SEAL, (7,)),)
        page.turn_to(Leaf.CHECK)
        assert "7" in page.check.sentences()[1]
        assert page.check.rescue.isVisible()


def test_each_leaf_brings_its_own_buttons(page: BooksScreen) -> None:
    assert page.cash.see_entry.isVisible()
    assert not page.check.start.isVisible()
    page.turn_to(Leaf.CHECK)
    assert page.check.start.isVisible()
    assert not page.cash.see_entry.isVisible()


def test_looking_writes_nothing(page: BooksScreen) -> None:
    before = page.book.history()
    for leaf in Leaf:
        page.turn_to(leaf)
    page.desk.speak("th")
    page.look_again()
    assert page.book.history() == before


def test_every_act_has_its_sentence() -> None:
    assert set(_SENTENCES) == {"create_book", *Act}
