"""The lines in which amounts, days, percentages and names are typed, by keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.gallery import TODAY
from tests.ui.hands import click, heard, on_page, press, type_letters
from translations import MoneyFormat, Words, open_words
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import CountEdit, KipEdit, NameEdit, PercentEdit
from ui.widgets.spoken import speak_all


class TestTypingAnAmount:
    @pytest.mark.parametrize("typed", ["1250000", "1,250,000", "1.250.000", "໑.໒໕໐.໐໐໐", "๑๒๕๐๐๐๐"])
    def test_figures_of_three_scripts_are_one_amount(
        self, qtbot: QtBot, words: Words, typed: str
    ) -> None:
        edit = KipEdit(words)
        on_page(qtbot, edit)
        committed = heard(edit.committed)
        edit.insert(typed)
        press(edit, Qt.Key.Key_Return)
        assert (edit.text(), edit.value(), committed) == ("1,250,000", 1_250_000, [1_250_000])

    def test_a_sum_is_added_up(self, qtbot: QtBot, words: Words) -> None:
        edit = KipEdit(words)
        on_page(qtbot, edit)
        type_letters(edit, "20,000+5000")
        press(edit, Qt.Key.Key_Return)
        assert edit.value() == 25_000

    def test_filling_it_from_the_book_tells_nobody(self, qtbot: QtBot, words: Words) -> None:
        edit = KipEdit(words)
        on_page(qtbot, edit)
        committed = heard(edit.committed)
        edit.show_value(20_000)
        edit.show_value(None)
        assert (committed, edit.text()) == ([], "")

    def test_leaving_without_typing_tells_nobody(self, qtbot: QtBot, words: Words) -> None:
        edit, other = KipEdit(words), KipEdit(words)
        on_page(qtbot, edit, other)
        edit.show_value(20_000)
        committed = heard(edit.committed)
        edit.setFocus()
        press(edit, Qt.Key.Key_Tab)
        assert other.hasFocus()
        assert committed == []

    def test_leaving_commits_once(self, qtbot: QtBot, words: Words) -> None:
        edit, other = KipEdit(words), KipEdit(words)
        on_page(qtbot, edit, other)
        committed = heard(edit.committed)
        edit.setFocus()
        type_letters(edit, "5000")
        press(edit, Qt.Key.Key_Return)
        press(edit, Qt.Key.Key_Tab)
        assert committed == [5_000]

    def test_typing_replaces_what_stands_there(self, qtbot: QtBot, words: Words) -> None:
        edit, other = KipEdit(words), KipEdit(words)
        on_page(qtbot, other, edit)
        edit.show_value(20_000)
        other.setFocus()
        press(other, Qt.Key.Key_Tab)
        type_letters(edit, "7000")
        press(edit, Qt.Key.Key_Return)
        assert edit.value() == 7_000

    def test_escape_puts_back_what_was_there(self, qtbot: QtBot, words: Words) -> None:
        edit = KipEdit(words)
        on_page(qtbot, edit)
        edit.show_value(20_000)
        committed = heard(edit.committed)
        edit.selectAll()
        type_letters(edit, "99")
        press(edit, Qt.Key.Key_Escape)
        press(edit, Qt.Key.Key_Return)
        assert (edit.text(), edit.value(), committed) == ("20,000", 20_000, [])

    def test_emptied_it_is_no_amount(self, qtbot: QtBot, words: Words) -> None:
        edit = KipEdit(words)
        on_page(qtbot, edit)
        edit.show_value(20_000)
        committed = heard(edit.committed)
        edit.clear()
        press(edit, Qt.Key.Key_Return)
        assert (edit.value(), committed) == (None, [None])

    def test_where_it_must_be_filled_an_empty_line_is_wrong(
        self, qtbot: QtBot, words: Words
    ) -> None:
        edit = KipEdit(words, empty=False)
        on_page(qtbot, edit)
        assert not edit.is_right()
        assert edit.accessibleDescription() == "Nothing was typed."

    @pytest.mark.parametrize("typed", ["12.50", "abc", "1,25", "-5000"])
    def test_what_cannot_be_read_is_said_below_and_changes_nothing(
        self, qtbot: QtBot, words: Words, typed: str
    ) -> None:
        edit = KipEdit(words)
        field = Field(words, edit)
        on_page(qtbot, field)
        edit.show_value(20_000)
        committed = heard(edit.committed)
        edit.selectAll()
        type_letters(edit, typed)
        press(edit, Qt.Key.Key_Return)
        assert typed in field.problem_text()
        assert edit.property("wrong") is True
        assert (edit.value(), committed, edit.text()) == (20_000, [], typed)
        edit.selectAll()
        type_letters(edit, "5000")
        press(edit, Qt.Key.Key_Return)
        assert (field.problem_text(), committed) == ("", [5_000])

    def test_two_readings_are_offered_as_buttons(self, qtbot: QtBot) -> None:
        words = open_words("en", MoneyFormat(decimals=2, currency="THB"))
        edit = KipEdit(words)
        field = Field(words, edit)
        on_page(qtbot, field)
        committed = heard(edit.committed)
        type_letters(edit, "1.250")
        press(edit, Qt.Key.Key_Return)
        offered = [b for b in field.findChildren(QPushButton) if b.isVisible()]
        assert [b.text() for b in offered] == ["1,250.00\u00a0baht", "1.25\u00a0baht"]
        click(offered[0])
        assert (edit.value(), committed, field.problem_text()) == (125_000, [125_000], "")

    def test_a_large_amount_is_spelt_out_while_it_is_typed(
        self, qtbot: QtBot, words: Words
    ) -> None:
        edit = KipEdit(words)
        hints = heard(edit.hinted)
        on_page(qtbot, edit)
        type_letters(edit, "999999")
        assert set(hints) == {""}
        type_letters(edit, "9")
        assert hints[-1] == words.in_words(9_999_999)

    def test_another_language_keeps_the_value(self, qtbot: QtBot, words: Words) -> None:
        edit = KipEdit(words)
        page = on_page(qtbot, edit)
        edit.show_value(20_000)
        committed = heard(edit.committed)
        speak_all(page, open_words("lo", MoneyFormat(points=True)))
        assert (edit.text(), edit.value(), committed) == ("20.000", 20_000, [])


class TestTypingADay:
    def edit(self, qtbot: QtBot, words: Words) -> DayEdit:
        edit = DayEdit(words, lambda: TODAY)
        on_page(qtbot, edit)
        return edit

    @pytest.mark.parametrize("typed", ["14/04/2026", "14/4/2569", "2026-04-14", "໑໔/໐໔/໒໐໒໖"])
    def test_days_are_read_in_every_era(self, qtbot: QtBot, words: Words, typed: str) -> None:
        edit = self.edit(qtbot, words)
        edit.insert(typed)
        press(edit, Qt.Key.Key_Return)
        assert (edit.value(), edit.text()) == (date(2026, 4, 14), "14/04/2026")

    def test_thai_shows_buddhist_years(self, qtbot: QtBot) -> None:
        edit = self.edit(qtbot, open_words("th"))
        edit.show_value(TODAY)
        assert edit.text() == "05/04/2569"

    @pytest.mark.parametrize(
        ("keys", "day"), [("+", 6), ("-", 4), ("+++", 8), ("--+", 4), ("t", 5), ("=", 6)]
    )
    def test_keys_step_through_the_days(
        self, qtbot: QtBot, words: Words, keys: str, day: int
    ) -> None:
        edit = self.edit(qtbot, words)
        edit.show_value(TODAY)
        committed = heard(edit.committed)
        type_letters(edit, keys)
        assert committed == []
        press(edit, Qt.Key.Key_Return)
        assert edit.value() == date(2026, 4, day)
        assert committed == ([] if day == 5 else [date(2026, 4, day)])

    def test_t_is_today_in_an_empty_line(self, qtbot: QtBot, words: Words) -> None:
        edit = self.edit(qtbot, words)
        type_letters(edit, "t")
        assert edit.text() == "05/04/2026"

    def test_a_typed_day_may_hold_dashes(self, qtbot: QtBot, words: Words) -> None:
        edit = self.edit(qtbot, words)
        type_letters(edit, "2026-05-17")
        press(edit, Qt.Key.Key_Return)
        assert edit.value() == date(2026, 5, 17)

    def test_the_weekday_stands_beside(self, qtbot: QtBot, words: Words) -> None:
        edit = DayEdit(words, lambda: TODAY)
        field = Field(words, edit)
        on_page(qtbot, field)
        edit.show_value(TODAY)
        assert "Sunday" in [label.text() for label in field.findChildren(QLabel)][1]


class TestOtherLines:
    def test_a_percentage_is_basis_points(self, qtbot: QtBot, words: Words) -> None:
        edit = PercentEdit(words)
        on_page(qtbot, edit)
        type_letters(edit, "2,5")
        press(edit, Qt.Key.Key_Return)
        assert (edit.value(), edit.text()) == (250, "2.5%")

    def test_a_count_is_whole(self, qtbot: QtBot, words: Words) -> None:
        edit = CountEdit(words)
        on_page(qtbot, edit)
        edit.insert("๑๒")
        press(edit, Qt.Key.Key_Return)
        assert (edit.value(), edit.text()) == (12, "12")
        edit.setText("-3")
        assert not edit.is_right()

    def test_a_name_is_stored_in_one_spelling(self, qtbot: QtBot, words: Words) -> None:
        edit = NameEdit(words, empty=False)
        on_page(qtbot, edit)
        edit.insert("  ນໍ້າ\u200b ")
        press(edit, Qt.Key.Key_Return)
        assert edit.value() == "ນ້ຳ"
        edit.setText("   ")
        assert not edit.is_right()


class TestForms:
    def test_tab_walks_the_fields_and_the_cursor_goes_to_the_first_wrong_one(
        self, qtbot: QtBot, words: Words
    ) -> None:
        form = Form()
        edits = [KipEdit(words, empty=False) for _ in range(3)]
        fields = [Field(words, edit) for edit in edits]
        for field in fields:
            form.add(field)
        on_page(qtbot, form)
        edits[0].setFocus()
        type_letters(edits[0], "5")
        press(edits[0], Qt.Key.Key_Tab)
        assert edits[1].hasFocus()
        edits[2].setFocus()
        assert not form.is_right()
        assert edits[1].hasFocus()
        assert form.wrong() == fields[1:]

    def test_a_label_names_its_line_for_keys_and_readers(self, qtbot: QtBot, words: Words) -> None:
        edit = KipEdit(words)
        field = Field(words, edit)
        qtbot.addWidget(field)
        field.name("Amount", "What is paid")
        assert edit.accessibleName() == "Amount"
        assert field.findChildren(QLabel)[0].buddy() is edit

    def test_a_refusal_can_be_shown_at_its_field(self, qtbot: QtBot, words: Words) -> None:
        field = Field(words, KipEdit(words))
        on_page(qtbot, field)
        field.problem("The smallest deposit is 5,000.")
        assert field.problem_text() == "The smallest deposit is 5,000."
        field.problem("")
        assert field.problem_text() == ""
