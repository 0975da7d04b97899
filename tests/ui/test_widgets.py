"""The parts of a screen, used as people use them: by keys and clicks."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ledger.rules.people import Member, MemberId
from tests.ui.gallery import MEMBERS
from tests.ui.hands import click, heard, on_page, press, type_letters
from translations import Words, open_words
from translations.breaks import with_zwsp
from ui.look import dress
from ui.models.rows import Column, RowsModel
from ui.widgets.asking import confirm_box
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, Look
from ui.widgets.empty_state import EmptyState
from ui.widgets.kip_edit import KipEdit
from ui.widgets.member_picker import MemberPicker, member_line
from ui.widgets.table_view import BrokenText, TableView


class TestPickingAMember:
    def picker(self, qtbot: QtBot, words: Words) -> MemberPicker:
        picker = MemberPicker(words)
        picker.set_members(MEMBERS)
        on_page(qtbot, picker)
        picker.setFocus()
        return picker

    @pytest.mark.parametrize(
        ("typed", "found"),
        [("004", 4), ("4", 4), ("ປີ້ງ", 4), ("ປິງ", None), ("ນໍ້າຊື້", 4), ("ຫນູພອນ", 5), ("ຄຳ", 1)],
    )
    def test_she_is_found_however_her_name_is_spelt(
        self, qtbot: QtBot, words: Words, typed: str, found: int | None
    ) -> None:
        picker = self.picker(qtbot, words)
        found_ids = picker.matches(typed)
        assert found_ids == ([MemberId(found)] if found else [])

    def test_a_household_is_found_by_its_number_and_shown_with_its_word(
        self, qtbot: QtBot, words: Words
    ) -> None:
        picker = MemberPicker(words)
        homes = zip(MEMBERS, ("11", "12", "13", "16", "17"), strict=True)
        picker.set_members([replace(member, household=home) for member, home in homes])
        on_page(qtbot, picker)
        picker.setFocus()
        type_letters(picker, "16")
        press(picker._popup, Qt.Key.Key_Return)
        home = words.say("Household {name}", name="16").replace(" ", "\u00a0")
        assert picker.text().endswith(f" · {home}")
        # The word itself stands in every line and finds nobody.
        assert picker.matches(words.say("Household")) == []
        other = open_words("lo" if words.language != "lo" else "en")
        picker.speak(other)
        assert other.say("Household {name}", name="16").replace(" ", "\u00a0") in picker.text()

    def test_her_number_and_enter_pick_her(self, qtbot: QtBot, words: Words) -> None:
        picker = self.picker(qtbot, words)
        picked = heard(picker.picked)
        type_letters(picker, "002")
        press(picker._popup, Qt.Key.Key_Down)
        press(picker._popup, Qt.Key.Key_Return)
        assert picked == [MemberId(2)]
        assert picker.text() == member_line(words, MEMBERS[1])

    def test_enter_alone_takes_the_only_one_who_fits(self, qtbot: QtBot, words: Words) -> None:
        picker = self.picker(qtbot, words)
        picked = heard(picker.picked)
        type_letters(picker, "002")
        assert picker._popup.isVisible()
        press(picker._popup, Qt.Key.Key_Return)
        assert picked == [MemberId(2)]
        assert not picker._popup.isVisible()

    def test_enter_in_the_open_list_takes_the_one_on_whom_one_stands(
        self, qtbot: QtBot, words: Words
    ) -> None:
        picker = self.picker(qtbot, words)
        picked = heard(picker.picked)
        press(picker, Qt.Key.Key_Down)
        for _ in range(3):
            press(picker._popup, Qt.Key.Key_Down)
        press(picker._popup, Qt.Key.Key_Enter)
        assert picked == [MEMBERS[2].id]
        assert picker.text() == member_line(words, MEMBERS[2])

    def test_leaving_the_line_with_tab_takes_whom_it_names(
        self, qtbot: QtBot, words: Words
    ) -> None:
        picker = self.picker(qtbot, words)
        picked = heard(picker.picked)
        type_letters(picker, "002")
        press(picker._popup, Qt.Key.Key_Tab)
        assert picked == [MemberId(2)]

    def test_two_of_one_name_are_told_apart_by_their_line(self, qtbot: QtBot, words: Words) -> None:
        picker = self.picker(qtbot, words)
        picked = heard(picker.picked)
        type_letters(picker, "ນ້ອຍ")
        press(picker._popup, Qt.Key.Key_Escape)
        press(picker, Qt.Key.Key_Return)
        assert picked == []
        assert "Several" in picker.accessibleDescription()

    def test_nobody_fits_is_said(self, qtbot: QtBot, words: Words) -> None:
        picker = self.picker(qtbot, words)
        troubles = heard(picker.troubled)
        type_letters(picker, "xyz")
        press(picker, Qt.Key.Key_Return)
        assert "xyz" in troubles[-1][0]
        assert picker.member() is None

    def test_escape_puts_back_who_was_there(self, qtbot: QtBot, words: Words) -> None:
        picker = self.picker(qtbot, words)
        picker.show_member(MemberId(3))
        picker.setText("zz")
        press(picker, Qt.Key.Key_Escape)
        assert (picker.member(), picker.text()) == (MemberId(3), member_line(words, MEMBERS[2]))

    def test_emptied_it_is_nobody(self, qtbot: QtBot, words: Words) -> None:
        picker = self.picker(qtbot, words)
        picker.show_member(MemberId(3))
        picked = heard(picker.picked)
        picker.clear()
        press(picker, Qt.Key.Key_Return)
        assert (picker.member(), picked) == (None, [None])


@pytest.mark.parametrize(
    ("household", "title"),
    [
        ("06", "004 · ປີ້ງ ນ້ຳຊື້ຫຼຸ່ມ · ຄົວເຮືອນ\u00a006"),
        ("ບ້ານເທິງ", "004 · ປີ້ງ ນ້ຳຊື້ຫຼຸ່ມ · ບ້ານເທິງ"),
        ("", "004 · ປີ້ງ ນ້ຳຊື້ຫຼຸ່ມ"),
    ],
)
def test_a_line_says_that_a_number_is_a_household(household: str, title: str) -> None:
    member = replace(MEMBERS[3], household=household)
    assert member_line(open_words("lo"), member) == title


class TestTables:
    def table(self, qtbot: QtBot) -> tuple[TableView, RowsModel[Member]]:
        model: RowsModel[Member] = RowsModel(
            (
                Column("Number", lambda m: m.number),
                Column("Name", lambda m: m.name),
                Column("Kip", lambda m: str(m.id), figures=True),
            )
        )
        table = TableView()
        table.setModel(model)
        table.stretch((1,))
        on_page(qtbot, table)
        model.show(MEMBERS)
        return table, model

    def test_the_model_keeps_qts_rules(self, qtbot: QtBot, qtmodeltester: Any) -> None:
        _, model = self.table(qtbot)
        qtmodeltester.check(model)

    def test_enter_opens_the_row_on_which_one_stands(self, qtbot: QtBot) -> None:
        table, model = self.table(qtbot)
        opened = heard(table.opened)
        table.setFocus()
        table.select_row(1)
        press(table, Qt.Key.Key_Down)
        press(table, Qt.Key.Key_Return)
        press(table, Qt.Key.Key_End)
        press(table, Qt.Key.Key_F2)
        press(table, Qt.Key.Key_Home)
        press(table, Qt.Key.Key_Enter)
        assert [model.row(index).number for index in opened] == ["003", "005", "001"]

    def test_tab_leaves_the_table(self, qtbot: QtBot, words: Words) -> None:
        table, _ = self.table(qtbot)
        edit = KipEdit(words)
        on_page(qtbot, table, edit)
        table.setFocus()
        press(table, Qt.Key.Key_Tab)
        assert edit.hasFocus()

    def test_names_are_not_cut_to_make_a_table_fit(self, qtbot: QtBot) -> None:
        table, _ = self.table(qtbot)
        header = table.horizontalHeader()
        table.window().resize(900, 300)
        qtbot.waitUntil(lambda: header.length() == table.viewport().width())
        wide = header.sectionSize(1)
        table.setMaximumWidth(120)
        qtbot.waitUntil(lambda: table.viewport().width() < 130)
        assert header.sectionSize(1) < wide
        assert header.sectionSize(1) >= table.sizeHintForColumn(1)
        assert header.length() > table.viewport().width()

    def test_what_goes_on_under_itself_is_cut_nowhere(self, qtbot: QtBot) -> None:
        table, model = self.table(qtbot)
        table.wrap()
        table.window().resize(900, 300)
        qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())
        # Lao has no spaces between its words, so the marks to break at are put in.
        long = replace(MEMBERS[0], name="ຊຳລະທັງໝົດເມື່ອຄົບກຳນົດພ້ອມດອກເບ້ຍ")
        model.show([long])
        one_line = table.rowHeight(0)
        table.setMaximumWidth(260)
        qtbot.waitUntil(lambda: table.rowHeight(0) > one_line * 1.5)
        option = QStyleOptionViewItem()
        cells = table.itemDelegate()
        assert isinstance(cells, BrokenText)
        cells.initStyleOption(option, model.index(0, 1))
        assert option.text == with_zwsp(long.name) != long.name
        assert model.index(0, 1).data() == long.name, "what is copied has no such marks"

    def test_what_fits_its_column_stays_one_line(self, qtbot: QtBot, dressed: QApplication) -> None:
        table, model = self.table(qtbot)
        table.wrap()
        table.window().resize(900, 300)
        model.show([MEMBERS[0], replace(MEMBERS[0], number="20,000 – 30,000 kip")])
        qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())
        qtbot.wait(50)
        assert table.rowHeight(1) == table.rowHeight(0)

    def test_a_table_may_ask_for_the_room_of_all_its_columns(self, qtbot: QtBot) -> None:
        table, model = self.table(qtbot)
        table.be_whole()
        table.window().resize(60, 300)
        least = table.minimumWidth()
        qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
        model.show([replace(MEMBERS[0], number="9" * 80)])
        assert least < table.minimumWidth() <= table.fontMetrics().averageCharWidth() * 50

    def test_rows_grow_with_the_letters(self, qtbot: QtBot, dressed: QApplication) -> None:
        table, _ = self.table(qtbot)
        small = table.rowHeight(0)
        dress(dressed, 160)
        qtbot.waitUntil(lambda: table.rowHeight(0) > small * 1.4)
        assert table.rowHeight(0) >= table.fontMetrics().lineSpacing() * 1.3


class TestMessages:
    def test_a_banner_stands_until_it_is_closed(self, qtbot: QtBot, words: Words) -> None:
        banner = Banner(words)
        on_page(qtbot, banner)
        assert not banner.isVisible()
        banner.say("The box is short.", Tone.BAD)
        assert (banner.isVisible(), banner.text()) == (True, "The box is short.")
        press(banner, Qt.Key.Key_Escape)
        assert (banner.isVisible(), banner.text()) == (False, "")

    def test_its_button_acts_once_and_it_goes(self, qtbot: QtBot, words: Words) -> None:
        banner = Banner(words)
        on_page(qtbot, banner)
        done: list[int] = []
        banner.say("Written.", Tone.GOOD, act="Take back", do=lambda: done.append(1))
        button = next(b for b in banner.findChildren(QPushButton) if b.text() == "Take back")
        click(button)
        assert (done, banner.isVisible()) == ([1], False)

    def test_it_goes_by_itself_after_its_seconds(self, qtbot: QtBot, words: Words) -> None:
        banner = Banner(words)
        on_page(qtbot, banner)
        banner.say("Written.", Tone.GOOD, seconds=1)
        qtbot.waitUntil(lambda: not banner.isVisible(), timeout=3000)

    def test_an_empty_page_offers_what_fills_it(self, qtbot: QtBot) -> None:
        empty = EmptyState("loans")
        on_page(qtbot, empty)
        empty.say("No loans yet.")
        button = empty.findChildren(QPushButton)[0]
        assert not button.isVisible()
        empty.say("No loans yet.", "Lend")
        pressed = heard(empty.pressed)
        empty.pressed.connect(lambda: pressed.append("again"))
        click(button)
        assert "again" in pressed

    @pytest.mark.parametrize("danger", [False, True])
    def test_a_question_names_its_act_and_dangerous_ones_stand_on_the_way_back(
        self, qtbot: QtBot, words: Words, danger: bool
    ) -> None:
        box = confirm_box(
            None, words, title="Close", sentence="Close?", do="Close the year", danger=danger
        )
        qtbot.addWidget(box)
        texts = {b.text() for b in box.buttons()}
        assert texts == {"Close the year", words.say("Go back")}
        expected = words.say("Go back") if danger else "Close the year"
        assert box.defaultButton().text() == expected
        act = next(b for b in box.buttons() if b.text() == "Close the year")
        assert box.buttonRole(act) is QMessageBox.ButtonRole.AcceptRole

    def test_enter_presses_a_button(self, qtbot: QtBot) -> None:
        button = Button(Look.PRIMARY)
        on_page(qtbot, button)
        pressed: list[bool] = []
        button.clicked.connect(lambda: pressed.append(True))
        press(button, Qt.Key.Key_Return)
        button.setEnabled(False)
        press(button, Qt.Key.Key_Return)
        assert pressed == [True]
