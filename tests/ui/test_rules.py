"""The editor of the rules: every figure can be set, and what is impossible is said at its field."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from ledger.rules.accounts import Named, named_account
from ledger.rules.kip import KIP_MAX
from ledger.rules.people import Role
from ledger.rules.rulebook import (
    CeilingKind,
    Destination,
    LineKind,
    LoanProduct,
    MissedMonth,
    Purse,
    Rulebook,
    SavingMode,
)
from ledger.rules.rulebook_check import check_rulebook
from ledger.rules.welfare_rules import Benefit
from tests.ui.hands import click, click_cell, heard, keep, press, type_line
from tests.villages import BANK, RESERVE, RULES, WELFARE
from translations import LANGUAGES, MoneyFormat, open_words
from ui.screens.rules import edits
from ui.screens.rules.controls import SeasonControl
from ui.screens.rules.editor import RulebookEditor
from ui.screens.rules.listing import ADDED, RuleList
from ui.screens.rules.places import look, nearest, put
from ui.screens.rules.rule import Kind
from ui.screens.rules.section import SECTIONS
from ui.screens.rules.templates import empty_rules, templates
from ui.screens.rules.typed import AmountsEdit, TimesEdit
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.value_edit import ValueEdit

LAO = open_words("lo")


def editor_of(qtbot: QtBot, rulebook: Rulebook = RULES, language: str = "lo") -> RulebookEditor:
    editor = RulebookEditor(open_words(language))
    editor.resize(1100, 560)
    editor.show_rulebook(rulebook)
    keep(qtbot, editor)
    return editor


def field(editor: RulebookEditor, place: str) -> Field:
    """The field of a place, wherever it is in the editor."""
    page = editor.page(place)
    return next(form.places()[place] for _, form in page.forms() if place in form.places())


def line(editor: RulebookEditor, place: str) -> ValueEdit[object]:
    found = field(editor, place).editor
    assert isinstance(found, ValueEdit)
    return found


def choose(editor: RulebookEditor, place: str, value: object) -> None:
    """Go through a box of choices with the arrow keys until the value stands there."""
    box = field(editor, place).editor
    assert isinstance(box, ChoiceBox)
    box.setFocus()
    press(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.value() == value:
            return
        press(box, Qt.Key.Key_Down)
    assert box.value() == value


def list_at(editor: RulebookEditor, listing: str) -> RuleList:
    found = editor.page(listing).list
    assert found is not None
    return found


# --- places ---------------------------------------------------------------------------------


@given(kip=st.integers(min_value=0, max_value=KIP_MAX), index=st.integers(0, 1))
def test_what_is_put_at_a_place_is_found_there_and_nowhere_else(kip: int, index: int) -> None:
    place = f"loans.products[{index}].fee"
    changed = put(RULES, place, kip)
    assert look(changed, place) == kip
    assert put(changed, place, look(RULES, place)) == RULES


def test_a_problem_finds_the_closest_field() -> None:
    fields = ("saving.minimum", "denominations", "loans.products[1].ceiling.steps")
    assert nearest("denominations[3]", fields) == "denominations"
    assert nearest("loans.products[1].ceiling.steps[0]", fields) == fields[2]
    assert nearest("loans.products[0].ceiling.steps[0]", fields) is None


def test_every_field_stands_at_a_place_of_the_rules() -> None:
    things: dict[str, object] = {
        "loans.products": RULES.loans.products[0],
        "loans.purposes": RULES.loans.purposes[0],
    }
    things |= {"profit.lines": RULES.profit.lines[0], "accounts": RULES.accounts[0]}
    things |= {"welfare.benefits": Benefit("birth", "birth")}
    for section in SECTIONS:
        for rule in section.rules:
            look(RULES, rule.place)
        for rule in section.rows:
            look(things[section.listing], rule.place)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_explained_with_its_unit(language: str) -> None:
    words = open_words(language)
    for rule in chain.from_iterable((*s.rules, *s.rows) for s in SECTIONS):
        said = words.say(rule.help, unit=words.unit)
        assert said.endswith((".", "0", "6", "5", "1")) or language == "th"
        if rule.kind in {Kind.KIP, Kind.AMOUNTS}:
            assert words.unit in said


# --- showing --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(templates()))
def test_looking_through_a_set_of_rules_changes_nothing(qtbot: QtBot, name: str) -> None:
    rules = templates()[name]
    check_rulebook(rules)
    editor = editor_of(qtbot, rules)
    changes = heard(editor.changed)
    for number, section in enumerate(SECTIONS):
        editor.sections.setCurrentRow(number)
        if section.listing:
            for row in range(len(look(rules, section.listing))):
                list_at(editor, section.listing).stand_on(row)
    assert editor.is_right()
    assert editor.rulebook() == rules
    assert changes == []


def test_the_same_rules_in_another_language(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    editor.page("accounts")
    before = editor.sections.item(6).text()
    editor.speak(open_words("th"))
    assert editor.sections.item(6).text() != before
    rows = list_at(editor, "accounts").rows
    assert rows.model().index(0, 0).data() == "กองทุนสวัสดิการ"
    assert editor.rulebook() == RULES


def test_the_cursor_in_a_field_explains_it(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, language="en")
    line(editor, "saving.entry_fee").setFocus()
    assert editor.help_text() == "In kip, once, when a member joins; 0 for none."


def test_rules_can_be_read_without_being_changed(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    editor.allow(False)
    assert not line(editor, "saving.minimum").isEnabled()
    lines = list_at(editor, "profit.lines")
    assert not lines.add.isVisible()
    lines.rows.setFocus()
    press(lines.rows, Qt.Key.Key_Delete, Qt.Key.Key_Insert)
    assert editor.rulebook() == RULES


# --- setting --------------------------------------------------------------------------------


def test_an_amount_in_lao_figures(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    changes = heard(editor.changed)
    type_line(line(editor, "saving.minimum"), "໒໐.໐໐໐")
    assert editor.rulebook().saving.minimum == 20_000
    assert len(changes) == 1


def test_saving_in_shares_asks_for_shares(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    choose(editor, "saving.mode", SavingMode.SHARES)
    places = next(form.places() for _, form in editor.page("saving.mode").forms())
    assert "saving.share_value" in places
    assert "saving.minimum" not in places
    type_line(line(editor, "saving.share_value"), "50 000")
    type_line(line(editor, "saving.shares_max"), "20")
    saving = editor.rulebook().saving
    assert (saving.mode, saving.share_value, saving.shares_max) == (SavingMode.SHARES, 50_000, 20)


def test_no_limit_is_an_empty_line(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    type_line(line(editor, "saving.maximum"), "200000")
    line(editor, "saving.maximum").selectAll()
    assert editor.rulebook().saving.maximum == 200_000
    press(line(editor, "saving.maximum"), Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert editor.rulebook().saving.maximum is None


def test_yes_or_no_by_the_space_bar(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    box = field(editor, "welfare.everybody").editor
    assert isinstance(box, QCheckBox)
    press(box, Qt.Key.Key_Space)
    assert editor.rulebook().welfare.everybody


def test_the_limit_of_a_rice_loan_is_ten_times_the_savings(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    at = "loans.products[0].ceiling"
    choose(editor, f"{at}.kind", CeilingKind.SAVINGS_TIMES)
    type_line(line(editor, f"{at}.times"), "10")
    assert line(editor, f"{at}.times").text() == "10\u00a0×"
    assert editor.rulebook().loans.products[0].ceiling.times == 1_000


def test_limits_that_rise_with_each_loan(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    at = "loans.products[0].ceiling"
    choose(editor, f"{at}.kind", CeilingKind.STEPS)
    type_line(line(editor, f"{at}.steps"), "1.000.000 2,000,000; 5000000")
    assert editor.rulebook().loans.products[0].ceiling.steps == (1_000_000, 2_000_000, 5_000_000)


def test_a_loan_that_is_due_at_the_end_of_the_season(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    place = "loans.products[0].season_end"
    whole = field(editor, place).editor
    month, day = whole.findChild(ChoiceBox), whole.findChild(ValueEdit)
    assert isinstance(month, ChoiceBox)
    assert day is not None
    assert day.isHidden()
    month.setFocus()
    press(month, Qt.Key.Key_Down)
    assert editor.rulebook().loans.products[0].season_end == (1, 31)
    type_line(day, "15")
    assert editor.rulebook().loans.products[0].season_end == (1, 15)
    press(month, Qt.Key.Key_Up)
    assert editor.rulebook().loans.products[0].season_end is None


def test_a_season_has_a_day_that_can_be_read(qtbot: QtBot) -> None:
    control = SeasonControl(LAO)
    control.show((2, 15), RULES, LAO)
    keep(qtbot, control.widget)
    day = control.widget.findChild(ValueEdit)
    assert day is not None
    day.setText("x")
    assert not control.is_right()


def test_the_order_of_a_repayment(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    wanted = (Purse.PRINCIPAL, Purse.INTEREST, Purse.FINE)
    choose(editor, "loans.order", wanted)
    assert editor.rulebook().loans.order == wanted


def test_the_year_the_notes_and_the_offices(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    choose(editor, "fiscal_year_end", 9)
    type_line(line(editor, "denominations"), "1000 5000 50.000")
    offices = field(editor, "roles").editor.findChildren(QCheckBox)
    press(offices[list(Role).index(Role.ADVISER)], Qt.Key.Key_Space)
    rules = editor.rulebook()
    assert rules.fiscal_year_end == 9
    assert rules.denominations == (1_000, 5_000, 50_000)
    assert Role.ADVISER in rules.roles


def test_the_wheel_does_not_change_a_rule(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    box = field(editor, "saving.missed").editor
    wheel = QWheelEvent(
        QPoint(5, 5).toPointF(),
        QPoint(5, 5).toPointF(),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert editor.rulebook().saving.missed is MissedMonth.ALLOWED


def test_amounts_of_a_book_in_baht_and_satang(qtbot: QtBot) -> None:
    edit = AmountsEdit(open_words("th", MoneyFormat(decimals=2, currency="THB")))
    keep(qtbot, edit)
    type_line(edit, "0.25 1 20")
    assert edit.value() == (25, 100, 2_000)
    times = TimesEdit(LAO)
    keep(qtbot, times)
    type_line(times, "2,5 ×")
    assert times.value() == 250


# --- lists ----------------------------------------------------------------------------------


def test_an_account_is_added_named_and_numbered(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    accounts = list_at(editor, "accounts")
    accounts.add.menu().actions()[ADDED.index(Named.FUND)].trigger()
    name = QApplication.focusWidget()
    assert isinstance(name, ValueEdit)
    type_line(name, "ກອງທຶນວັດ")
    third = named_account(Named.FUND, 3)
    added = editor.rulebook().named(third)
    assert added is not None
    assert (added.name, added.key) == ("ກອງທຶນວັດ", "")


def test_a_usual_name_that_is_changed_is_the_groups_own(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    accounts = list_at(editor, "accounts")
    click_cell(accounts.rows, accounts.rows.model().index(1, 0))
    click_cell(accounts.rows, accounts.rows.model().index(0, 0))
    type_line(line(editor, "accounts[0].name"), "ກອງທຶນຊ່ວຍເຫຼືອ")
    named = editor.rulebook().named(WELFARE)
    assert named is not None
    assert (named.name, named.key) == ("ກອງທຶນຊ່ວຍເຫຼືອ", "")


def test_a_kind_of_loan_with_a_usual_name_keeps_its_purposes(qtbot: QtBot) -> None:
    rules = templates()["a01_pakhon"]
    editor = editor_of(qtbot, rules)
    list_at(editor, "loans.products")
    type_line(line(editor, "loans.products[0].name"), "ເງິນກູ້ເຮັດນາປີ")
    product = editor.rulebook().loans.products[0]
    assert product.name == "ເງິນກູ້ເຮັດນາປີ"
    served = [p.product for p in editor.rulebook().loans.purposes]
    assert served.count(product.key) == 3
    assert editor.is_right()
    type_line(line(editor, "loans.products[0].name"), "ເງິນກູ້ນາແຊງ")
    assert editor.rulebook().loans.products[0].key == product.key


def test_parts_of_the_profit_are_added_moved_and_removed_by_keys(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    lines = list_at(editor, "profit.lines")
    lines.rows.setFocus()
    press(lines.rows, Qt.Key.Key_Insert)
    name = QApplication.focusWidget()
    assert isinstance(name, ValueEdit)
    type_line(name, "ກຳມະການ")
    choose(editor, "profit.lines[2].to", Destination.COMMITTEE)
    type_line(line(editor, "profit.lines[2].amount"), "5")
    press(lines.up, Qt.Key.Key_Space)
    kinds = [(part.name, part.amount) for part in editor.rulebook().profit.lines]
    assert kinds == [("ປັນຜົນ", 7_000), ("ກຳມະການ", 500), ("ສະສົມ", 0)]
    assert lines.place() == "profit.lines[1]"
    click(lines.down)
    lines.rows.setFocus()
    press(lines.rows, Qt.Key.Key_Delete)
    assert editor.rulebook().profit.lines == RULES.profit.lines


def test_the_first_row_cannot_go_higher() -> None:
    assert edits.move(RULES, "profit.lines[0]", -1) == RULES
    assert edits.move(RULES, "profit.lines[1]", 1) == RULES
    with pytest.raises(ValueError, match="no place in a list"):
        edits.remove(RULES, "profit.unit")


def test_purposes_and_kinds_of_loan_begin_empty(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, empty_rules(RULES.valid_from))
    products = list_at(editor, "loans.products")
    assert products.place() == ""
    assert not products.drop.isEnabled()
    press(products.add, Qt.Key.Key_Return)
    purposes = list_at(editor, "loans.purposes")
    press(purposes.add, Qt.Key.Key_Return)
    loans = editor.rulebook().loans
    assert loans.products == (LoanProduct("loan_1", "ໃໝ່", rate=0),) or loans.products[0].name
    assert loans.purposes[0].product == loans.products[0].key


def test_a_hundredth_fund_is_one_too_many() -> None:
    rules = RULES
    for _ in range(120):
        rules = edits.add_account(rules, Named.FUND, "ກອງທຶນ")
    funds = [a for a in rules.accounts if 3001 <= a.account <= 3099]
    assert len(funds) == 99


# --- what is impossible ---------------------------------------------------------------------

PERCENTS = ("70", "15", "10", "30", "23")


def village_fund(editor: RulebookEditor, percents: tuple[str, ...]) -> None:
    """Type the parts of the published village fund, as its calculator had them."""
    for row, percent in enumerate(percents):
        list_at(editor, "profit.lines").stand_on(row)
        type_line(line(editor, f"profit.lines[{row}].amount"), percent)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "148%, which is 48% too much"), ("lo", "148%, ເກີນ 48%")]
)
def test_148_percent_of_a_profit_cannot_be_shared(qtbot: QtBot, language: str, said: str) -> None:
    editor = editor_of(qtbot, templates()["a13_village_fund"], language)
    total = editor.page("profit.lines").total
    assert total is not None
    assert "100%" in total.text()
    village_fund(editor, PERCENTS)
    assert said in total.text()
    assert not editor.is_right()
    assert said in editor.problem_text()
    village_fund(editor, ("70", "15", "10", "3", "2"))
    assert editor.problem_text() == ""
    assert editor.is_right()
    assert "100%" in total.text()


def test_what_is_still_missing_is_said_too(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, templates()["a13_village_fund"], "en")
    village_fund(editor, ("60.5",))
    total = editor.page("profit.lines").total
    assert total is not None
    assert "90.5%, which leaves 9.5% missing" in total.text()


def test_a_fixed_part_needs_one_that_takes_the_rest(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, templates()["a13_village_fund"], "en")
    list_at(editor, "profit.lines").stand_on(1)
    choose(editor, "profit.lines[1].kind", LineKind.FIXED)
    assert not editor.is_right()
    assert field(editor, "profit.lines[1].kind").problem_text()
    choose(editor, "profit.lines[1].kind", LineKind.REST)
    assert editor.is_right()


def test_only_one_part_takes_the_rest(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, templates()["a13_village_fund"], "en")
    for row in (1, 2):
        list_at(editor, "profit.lines").stand_on(row)
        choose(editor, f"profit.lines[{row}].kind", LineKind.REST)
    total = editor.page("profit.lines").total
    assert total is not None
    assert "Only one part can take the rest." in total.text()


def test_no_parts_at_all_are_no_mistake(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, empty_rules(RULES.valid_from), "en")
    total = editor.page("profit.lines").total
    assert total is not None
    assert "No parts" in total.text()
    assert editor.is_right()


def test_eleven_percent_a_month_is_refused_at_its_field(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, language="en")
    list_at(editor, "loans.products").stand_on(1)
    place = "loans.products[1].rate"
    type_line(line(editor, place), "11")
    editor.page("saving.mode")
    assert not editor.is_right()
    assert SECTIONS[editor.sections.currentRow()].holds("loans.products")
    assert "10%" in field(editor, place).problem_text()
    assert QApplication.focusWidget() is line(editor, place)
    type_line(line(editor, place), "3")
    assert field(editor, place).problem_text() == ""
    assert editor.is_right()


def test_letters_for_an_amount_hold_the_rules_back(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    minimum = line(editor, "saving.minimum")
    type_line(minimum, "ສິບພັນ")
    editor.page("welfare.fund")
    assert not editor.is_right()
    assert QApplication.focusWidget() is minimum
    assert editor.rulebook() == RULES


def test_what_is_half_typed_does_not_go_over_to_the_next_row(qtbot: QtBot) -> None:
    same_rate = tuple(replace(p, rate=300) for p in RULES.loans.products)
    editor = editor_of(qtbot, replace(RULES, loans=replace(RULES.loans, products=same_rate)))
    products = list_at(editor, "loans.products")
    line(editor, "loans.products[0].rate").setText("x")
    line(editor, "loans.products[0].rate").setModified(True)
    products.stand_on(1)
    assert line(editor, "loans.products[1].rate").text() == "3%"


def test_a_fund_that_is_still_used_is_missed_at_its_field(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, language="en")
    accounts = list_at(editor, "accounts")
    row = [a.account for a in RULES.accounts].index(RESERVE)
    accounts.stand_on(row)
    click(accounts.drop)
    assert not editor.is_right()
    assert field(editor, "profit.lines[1].account").problem_text()
    assert editor.rulebook().named(BANK) is not None


def test_a_purpose_whose_loan_is_gone(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, language="en")
    products = list_at(editor, "loans.products")
    products.stand_on(0)
    click(products.drop)
    assert not editor.is_right()
    assert field(editor, "loans.purposes[0].product").problem_text()


def test_an_empty_name_is_said_at_the_name(qtbot: QtBot) -> None:
    nameless = put(RULES, "accounts[2].name", "")
    editor = editor_of(qtbot, nameless, "en")
    assert not editor.is_right()
    assert editor.problem_text()
