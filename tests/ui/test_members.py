"""The register by keys and clicks: found, sorted, entered, changed, and an entry taken back."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.members import add_members
from ledger.actions.record import record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.rules.lines import Deposit, Fee, FeePaid, Spent
from ledger.rules.people import Beneficiary, Member, MemberId, Status
from ledger.rules.rulebook import SavingMode
from tests.ui.asked import when_asked
from tests.ui.hands import click, click_cell, heard, keep, press, type_letters, type_line
from tests.villages import COSTS, DALA, DAY, KHAM, NOY, RULES, SOMPHONE, TODAY, two
from translations import LANGUAGES
from translations.words import Words
from ui.desk import Desk
from ui.models.members import Order, Standing, next_number, register, shown_names
from ui.screens.members.form import MemberForm
from ui.screens.members.list import MembersScreen
from ui.screens.members.member import MemberScreen
from ui.screens.members.take_back import TakeBack
from ui.screens.places import PLACES
from ui.widgets.banner import Tone
from ui.window import Window

Key = Qt.Key
BACK = "ກັບຄືນ"
PHONES = replace(DALA, phone="020 5550 0005")
TWINS = (
    Member(MemberId(0), "021", "ໜູພອນ ຫຼວງລາດ", date(2026, 2, 5), household="90"),
    Member(MemberId(0), "022", "ຫນູພອນ ຫລວງລາດ", date(2026, 2, 5), household="91"),
)


@pytest.fixture
def window(qtbot: QtBot, village: Desk) -> Window:
    """The whole window, in Lao, with two of one name in the register."""
    assert village.do(lambda book, actor: add_members(book, actor, members=TWINS))
    village.speak("lo")
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    # A window with unsaved typing asks before it closes, and nobody is there to answer.
    qtbot.addWidget(window, before_close_func=give_up)
    keep(qtbot, window)
    window.go("members")
    return window


def give_up(window: Window) -> None:
    """Leave whatever form is still open without saving."""
    for form in window.findChildren(MemberForm):
        click(form.give_up)


@pytest.fixture
def page(window: Window) -> MembersScreen:
    return cast(MembersScreen, window.page())


def names(page: MembersScreen) -> list[str]:
    return [row.member.number for row in page.finder.rows()]


class TestFinding:
    def test_the_list_begins_with_who_is_here_by_number(self, page: MembersScreen) -> None:
        assert names(page) == ["001", "002", "003", "004", "005", "006", "021", "022"]
        assert page.count.text() == "ສະມາຊິກ 8 ຄົນ · 7 ຄົວເຮືອນ"

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("ຫນູພອນ", ["021", "022"]),
            ("ໜູພອນຫຼວງ", ["021", "022"]),
            ("໐໒໑", ["021"]),
            ("ຫລາ ຄຳ", ["001"]),
            ("020555", ["005"]),
            ("๐๒๐ ๕๕๕๐", ["005"]),
            ("90", ["021"]),
        ],
    )
    def test_any_spelling_of_name_number_house_and_phone_is_found(
        self, page: MembersScreen, typed: str, found: list[str]
    ) -> None:
        type_letters(page.finder.search, typed)
        assert names(page) == found

    def test_two_of_one_name_show_where_they_live(self, page: MembersScreen) -> None:
        shown = {row.member.number: row.shown for row in page.finder.rows()}
        assert shown["021"] == "ໜູພອນ ຫຼວງລາດ (90)"
        assert shown["022"] == "ຫນູພອນ ຫລວງລາດ (91)"
        assert shown["001"] == "ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ"

    def test_nobody_found_offers_the_nearest_names(self, page: MembersScreen) -> None:
        type_letters(page.finder.search, "ສົມພອງ")
        assert names(page) == []
        offered = page.finder.near.itemAt(1)
        assert offered is not None
        button = offered.widget()
        assert button is not None
        click(button)
        assert names(page) == ["004"]

    def test_escape_shows_everybody_again(self, page: MembersScreen) -> None:
        type_letters(page.finder.search, "ດາລາ")
        assert names(page) == ["005"]
        press(page.finder.search, Key.Key_Escape)
        assert len(names(page)) == 8

    def test_who_left_is_shown_when_asked_for(self, page: MembersScreen) -> None:
        box = page.finder.standing
        box.setFocus()
        press(box, Key.Key_Down)
        box.activated.emit(box.currentIndex())
        assert names(page) == ["007"]


class TestSorting:
    def test_a_click_on_a_head_sorts_and_a_second_turns_it_round(self, page: MembersScreen) -> None:
        header = page.finder.table.horizontalHeader()

        def click_head(column: int) -> None:
            x = header.sectionViewportPosition(column) + 8
            click(header.viewport(), QPoint(x, header.height() // 2))

        click_head(1)
        # ແກ້ວ stands under ກ, ສ before ດ, and ໜ among ຫ, near the end.
        assert names(page) == ["006", "001", "004", "005", "003", "002", "021", "022"]
        assert page.finder.order.value() is Order.NAME
        click_head(1)
        assert names(page)[0] == "022"
        click_head(2)
        # 7, 8, 12, 12, 31 … by size, and not by their first figure.
        assert [row.member.household for row in page.finder.rows()][:4] == ["7", "8", "12", "12"]

    def test_the_order_can_be_chosen_by_keys(self, page: MembersScreen) -> None:
        box = page.finder.order
        box.setFocus()
        press(box, Key.Key_Down)
        box.activated.emit(box.currentIndex())
        assert names(page)[0] == "006"

    def test_the_model_holds_to_its_contract(self, page: MembersScreen, qtmodeltester: Any) -> None:
        qtmodeltester.check(page.finder.model)


class TestEntering:
    def test_a_member_is_entered_by_keys(self, window: Window, page: MembersScreen) -> None:
        click(page.add)
        form = page.form
        assert form.number.text() == "023"
        assert window.focusWidget() is form.name
        assert page.add.isHidden() or not page.add.isVisible()
        type_letters(form.name, "ວັນເພັງ ໄຊຍະວົງ")
        press(form.name, Key.Key_Tab)
        type_line(form.household, "55")
        type_line(form.phone, "020 5599 1234")
        type_line(form.joined, "5/4/2026")
        press(form.save, Key.Key_Return)
        assert form.isHidden()
        new = page.book.member(MemberId(10))
        assert (new.number, new.name) == ("023", "ວັນເພັງ ໄຊຍະວົງ")
        assert (new.household, new.phone) == ("55", "020 5599 1234")
        assert (new.joined, new.status) == (date(2026, 4, 5), Status.ACTIVE)
        chosen = page.finder.chosen()
        assert chosen is not None
        assert chosen.member == new
        assert "023 · ວັນເພັງ" in page.banner.text()

    def test_a_missing_name_is_said_in_its_place(self, page: MembersScreen) -> None:
        click(page.add)
        type_letters(page.form.phone, "020 1")
        click(page.form.save)
        assert page.form.fields["name"].problem_text()
        assert page.form.isVisible()
        assert page.form.phone.text() == "020 1"
        assert len(page.book.members()) == 9

    def test_a_number_taken_is_said_in_its_place(self, window: Window, page: MembersScreen) -> None:
        click(page.add)
        type_letters(page.form.name, "ໃໝ່")
        type_line(page.form.number, "001")
        click(page.form.save)
        assert "001" in page.form.fields["number"].problem_text()
        assert window.focusWidget() is page.form.number
        page.form.number.selectAll()
        press(page.form.number, Key.Key_Delete)
        click(page.form.save)
        assert "001" not in page.form.fields["number"].problem_text()
        assert page.form.fields["number"].problem_text()
        assert page.form.name.text() == "ໃໝ່"

    def test_a_day_that_is_none_holds_the_form(self, page: MembersScreen) -> None:
        click(page.add)
        type_letters(page.form.name, "ໃໝ່")
        type_line(page.form.joined, "31/2/2026")
        click(page.form.save)
        assert page.form.isVisible()
        assert len(page.book.members()) == 9

    def test_facts_are_changed_and_others_stay(self, window: Window) -> None:
        window.go("members", SOMPHONE.id)
        page = cast(MembersScreen, window.page())
        form = page.form
        assert window.focusWidget() is form.name
        chosen = page.finder.chosen()
        assert chosen is not None
        assert chosen.member.id == SOMPHONE.id
        type_line(form.unit, "ໜ່ວຍ 2")
        type_line(form.born, "2530")
        press(form.pupil, Key.Key_Space)
        type_line(form.guardian, "ວຽງ")
        click(form.save)
        assert page.book.member(SOMPHONE.id) == replace(
            SOMPHONE, village_unit="ໜ່ວຍ 2", birth_year=1987, pupil=True, guardian="ວຽງ"
        )

    def test_a_year_of_birth_has_four_figures(self, window: Window) -> None:
        window.go("members", SOMPHONE.id)
        form = cast(MembersScreen, window.page()).form
        type_line(form.born, "87")
        click(form.save)
        assert "1985" in form.fields["born"].problem_text()
        assert window.focusWidget() is form.born

    def test_what_is_not_saved_is_not_lost_unasked(
        self, window: Window, page: MembersScreen
    ) -> None:
        click(page.add)
        type_letters(page.form.name, "ໃໝ່")
        asked = when_asked(QMessageBox, lambda box: press(box, Key.Key_Escape))
        assert not window.go("loans")
        assert len(asked) == 1
        assert page.form.name.text() == "ໃໝ່"
        asked = when_asked(QMessageBox, lambda box: box.buttons()[0].click())
        assert window.go("loans")
        assert page.form.isHidden()

    def test_giving_up_writes_nothing(self, page: MembersScreen) -> None:
        click(page.add)
        type_letters(page.form.name, "ໃໝ່")
        click(page.form.give_up)
        assert page.form.isHidden()
        assert len(page.book.members()) == 9


class TestBeneficiaries:
    def test_parts_must_make_the_whole(self, window: Window, page: MembersScreen) -> None:
        window.go("members", KHAM.id)
        people = page.form.people
        press(people.add, Key.Key_Return)
        type_letters(people.lines[0].name, "ຈັນ ທອງສະຫວັນ")
        type_line(people.lines[0].relation, "ລູກ")
        type_line(people.lines[0].part, "60")
        assert people.total.text() == "ລວມ 60% ແຕ່ຕ້ອງເປັນ 100%"
        assert people.total.tone() is Tone.BAD
        click(page.form.save)
        assert people.problem_text()
        assert page.form.isVisible()
        press(people.add, Key.Key_Return)
        # A new line is given what is missing.
        assert people.lines[1].part.text() == "40%"
        type_letters(people.lines[1].name, "ສີ")
        press(people.lines[1].name, Key.Key_Tab)
        assert (people.total.text(), people.total.tone()) == ("ລວມ 100%", Tone.GOOD)
        click(page.form.save)
        assert page.book.member(KHAM.id).beneficiaries == (
            Beneficiary("ຈັນ ທອງສະຫວັນ", 6_000, "ລູກ"),
            Beneficiary("ສີ", 4_000),
        )

    def test_a_line_is_taken_away(self, window: Window, page: MembersScreen) -> None:
        window.go("members", SOMPHONE.id)
        click(page.form.people.lines[0].away)
        click(page.form.save)
        assert page.book.member(SOMPHONE.id).beneficiaries == ()

    def test_a_part_that_cannot_be_read_holds_the_form(
        self, window: Window, page: MembersScreen
    ) -> None:
        window.go("members", SOMPHONE.id)
        type_line(page.form.people.lines[0].part, "ຄົບ")
        assert page.form.people.problem_text()
        click(page.form.save)
        assert page.form.isVisible()


class TestSavingByRule:
    @pytest.mark.parametrize(
        ("mode", "shown"),
        [
            (SavingMode.FREE, ()),
            (SavingMode.PROMISE, ("promise",)),
            (SavingMode.SHARES, ("shares",)),
        ],
    )
    def test_the_form_asks_for_what_the_rules_ask(
        self, window: Window, page: MembersScreen, mode: SavingMode, shown: tuple[str, ...]
    ) -> None:
        rules = replace(
            RULES,
            valid_from=date(2026, 4, 6),
            saving=replace(RULES.saving, mode=mode, share_value=10_000, shares_max=5),
        )
        assert page.desk.do(lambda book, actor: adopt_rulebook(book, two(actor), rulebook=rules))
        window.go("members", KHAM.id)
        seen = [key for key in ("promise", "shares") if page.form.fields[key].isVisibleTo(page)]
        assert tuple(seen) == shown

    def test_shares_beyond_the_rules_are_refused_in_place(
        self, window: Window, page: MembersScreen
    ) -> None:
        shares = replace(RULES.saving, mode=SavingMode.SHARES, share_value=10_000, shares_max=5)
        rules = replace(RULES, valid_from=date(2026, 4, 6), saving=shares)
        assert page.desk.do(lambda book, actor: adopt_rulebook(book, two(actor), rulebook=rules))
        window.go("members", KHAM.id)
        type_line(page.form.joined, "10/4/2026")
        type_line(page.form.shares, "6")
        click(page.form.save)
        assert page.form.fields["shares"].problem_text()
        type_line(page.form.shares, "5")
        click(page.form.save)
        assert page.book.member(KHAM.id).shares == 5


@pytest.fixture
def hers(window: Window) -> MemberScreen:
    """Kham's page, after a deposit and a fee on one day."""
    lines = (Deposit(KHAM.id, 20_000), FeePaid(KHAM.id, Fee.PASSBOOK, 8_000))
    desk = cast(MembersScreen, window.page()).desk
    assert desk.do(lambda book, actor: record_day(book, actor, day=DAY, lines=lines, today=TODAY))
    window.go("member", KHAM.id)
    return cast(MemberScreen, window.page())


def cells(page: MemberScreen, row: int) -> list[str]:
    model = page.model
    return [model.index(row, column).data() for column in range(model.columnCount())]


class TestHerPage:
    def test_the_passbook_stands_there_line_by_line(self, hers: MemberScreen) -> None:
        assert hers.title.text() == "001 · ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ · ຄົວເຮືອນ\u00a012"
        assert [row.savings for row in hers.model.rows()] == [500_000, 520_000, 520_000]
        assert cells(hers, 1)[1:] == ["05/04/2026", "ຝາກເງິນທ້ອນ", "20,000", "", "520,000", "0"]
        assert "520,000" in hers.side.money.text()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_heading_is_wider_than_the_cards_beside_the_passbook(
        self, hers: MemberScreen, dressed: QApplication, language: str
    ) -> None:
        del dressed
        hers.desk.speak(language)
        side = hers.side
        for card in (side.money, side.months, side.loans, side.guarantees, side.claims):
            assert card.heading.sizeHint().width() < side.minimumWidth() - 40, card.heading.text()

    def test_a_double_click_in_the_list_opens_it(self, window: Window, page: MembersScreen) -> None:
        table = page.finder.table
        opened = heard(page.go)
        table.setFocus()
        click_cell(table, page.finder.model.index(2, 1))
        press(table, Key.Key_Return)
        assert opened == [("member", NOY.id)]
        assert window.place() == "member"

    def test_enter_in_the_search_opens_the_one_found(
        self, window: Window, page: MembersScreen
    ) -> None:
        type_letters(page.finder.search, "ດາລາ")
        press(page.finder.search, Key.Key_Return)
        assert window.place() == "member"

    def test_an_empty_passbook_teaches(self, window: Window) -> None:
        window.go("member", MemberId(6))
        empty = cast(MemberScreen, window.page())
        assert empty.pages.currentWidget() is empty.nothing

    def test_buttons_lead_on(self, window: Window, hers: MemberScreen) -> None:
        asked = heard(hers.go)
        click(hers.change_facts)
        window.go("member", KHAM.id)
        click(hers.ask_loan)
        window.go("member", KHAM.id)
        click(hers.print)
        assert asked == [(name, KHAM.id) for name in ("members", "loan_request", "papers")]


class TestTakingBack:
    def open_dialog(self, page: MemberScreen) -> TakeBack:
        click(page.take_back)
        return page.findChildren(TakeBack)[-1]

    def test_it_shows_what_will_be_written_and_what_changes(self, hers: MemberScreen) -> None:
        dialog = self.open_dialog(hers)
        shown = [row.line for row in dialog.model.rows()]
        assert [(line.paid_in, line.paid_out) for line in shown if line] == [
            (0, 20_000),
            (0, 8_000),
        ]
        assert "520,000" in dialog.effect.text()
        assert "500,000" in dialog.effect.text()
        assert "28,000" in dialog.effect.text()
        assert "20 ເມສາ 2026" in dialog.why.text()

    def test_without_a_reason_nothing_is_written(self, hers: MemberScreen) -> None:
        dialog = self.open_dialog(hers)
        click(dialog.act)
        assert dialog.isVisible()
        assert dialog.field.problem_text()
        assert hers.book.savings()[KHAM.id] == 520_000
        click(dialog.back)
        assert not dialog.isVisible()

    def test_with_a_reason_the_counter_entry_stands_at_the_end(self, hers: MemberScreen) -> None:
        number = hers.model.rows()[-1].line
        assert number is not None
        dialog = self.open_dialog(hers)
        type_letters(dialog.reason, "ຂຽນຜິດຄົນ")
        press(dialog.reason, Key.Key_Return)
        assert hers.book.savings()[KHAM.id] == 520_000
        press(dialog.act, Key.Key_Return)
        assert not dialog.isVisible()
        assert hers.book.savings()[KHAM.id] == 500_000
        assert cells(hers, 3)[2].endswith("– ຂຽນຜິດຄົນ")
        assert "ຍ້ອນກັບ" in cells(hers, 3)[2]
        assert "ຖືກຍ້ອນກັບ" in cells(hers, 1)[2]
        assert hers.banner.text()
        # Neither it nor its counter-entry can be taken back once more.
        for row in (1, 3):
            hers.table.select_row(row)
            assert not hers.take_back.isEnabled()

    def test_what_cannot_be_taken_back_is_said(self, hers: MemberScreen) -> None:
        hers.table.select_row(0)
        click(hers.take_back)
        assert hers.banner.property("banner") == Tone.BAD.value
        assert hers.findChildren(TakeBack) == []

    def test_a_refusal_stays_in_the_dialog_with_the_reason(self, hers: MemberScreen) -> None:
        dialog = self.open_dialog(hers)
        type_letters(dialog.reason, "ຂຽນຜິດ")
        spent = Spent(COSTS, 2_510_000)
        assert hers.desk.do(
            lambda book, actor: record_day(book, actor, day=TODAY, lines=(spent,), today=TODAY)
        )
        click(dialog.act)
        assert dialog.isVisible()
        assert dialog.banner.text()
        assert dialog.reason.text() == "ຂຽນຜິດ"
        click(dialog.back)


class TestTheRegister:
    def test_next_number_follows_the_highest(self) -> None:
        assert next_number(()) == "001"
        assert next_number((KHAM, DALA, replace(KHAM, number="ກ-9"))) == "006"

    def test_thousands_are_found_at_once(self) -> None:
        many = [
            replace(m, id=MemberId(k * 10 + j), number=f"{k:04d}{j}")
            for k in range(400)
            for j, m in enumerate((KHAM, DALA, NOY, SOMPHONE))
        ]
        found = register(many, {}, {}).find(
            "ດາລາ", standing=Standing.HERE, order=Order.NUMBER, downwards=True
        )
        assert len(found) == 400
        assert found[0].member.number == "03991"

    def test_twins_without_household_show_their_number(self) -> None:
        bare = [replace(m, household="", village_unit="", name="ສີ", title="") for m in (KHAM, NOY)]
        assert list(shown_names(bare).values()) == ["ສີ (001)", "ສີ (003)"]


def test_another_language_is_spoken_at_once(page: MembersScreen, words: Words) -> None:
    page.desk.speak("en")
    assert page.title.text() == words.say("Members")
    assert page.finder.search.placeholderText().startswith("Search")
    assert all(isinstance(line, QLineEdit) for line in (page.form.name, page.form.number))
