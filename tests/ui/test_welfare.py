"""The welfare fund by keys and clicks: its heap in the count, leaving it, its table of benefits."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.rules.claims import Reckoning, ReckonRow, ReckonStep
from ledger.rules.lines import Deposit, FundGift, Spent
from ledger.rules.welfare_rules import BenefitStep, BenefitUnit, LadderBy
from ledger.statements.meeting_progress import Step
from tests.actions.welfare_makers import NIGHTS, with_table
from tests.ui.conftest import NOW
from tests.ui.hands import click, keep, press, type_line
from tests.villages import COSTS, KHAM, NOY, OFFICERS, RULES, WELFARE, actor
from tests.walks.commands import Commands
from translations import open_words
from translations.naming import key_word
from ui.desk import Desk
from ui.models.claims import reckoning_lines
from ui.screens.meeting.count_page import CountPage
from ui.screens.meeting.screen import MeetingScreen
from ui.screens.meeting.sign_page import SignPage
from ui.screens.rules.editor import RulebookEditor
from ui.screens.rules.listing import RuleList
from ui.screens.welfare.leaving import LeavingWelfare
from ui.screens.welfare.screen import WelfareScreen
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.value_edit import ValueEdit

Key = Qt.Key


@pytest.fixture(autouse=True)
def _hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line at the hour of the village's desk."""
    monkeypatch.setattr("ui.commands.opening.now", lambda: NOW)


@pytest.fixture
def fund(village: Desk) -> Desk:
    """The village in Lao, with its table of benefits and 300,000 kip in the fund."""
    with_table(village.book)
    village.speak("lo")
    return village


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# --- leaving ---------------------------------------------------------------------------------


@pytest.fixture
def page(fund: Desk, qtbot: QtBot) -> WelfareScreen:
    page = WelfareScreen(fund)
    page.resize(1200, 690)
    keep(qtbot, page)
    page.retranslate()
    page.refresh()
    page.tabs.setCurrentIndex(1)
    return page


def leaving(page: WelfareScreen, number: str) -> LeavingWelfare:
    """The dialog for the member of that number, chosen with the arrow keys."""
    page.members.setFocus()
    press(page.members, Key.Key_Home)
    rows = page.members_model.rows()
    for _ in range(next(n for n, row in enumerate(rows) if row.member.number == number)):
        press(page.members, Key.Key_Down)
    click(page.leave)
    return page.findChildren(LeavingWelfare)[-1]


def test_she_leaves_the_fund_with_a_day_and_a_reason(page: WelfareScreen, fund: Desk) -> None:
    dialog = leaving(page, "001")
    click(dialog.act)
    assert fund.book.member(KHAM.id).welfare_until is None, "a reason is asked for"
    assert dialog.isVisible()
    assert dialog.banner.text()
    type_line(dialog.day, "1/1/2023")
    type_line(dialog.reason, "ຍ້າຍບ້ານ")
    click(dialog.act)
    assert dialog.isVisible(), "that was before she came into it"
    type_line(dialog.day, "31/3/2026")
    click(dialog.act)
    assert not dialog.isVisible()
    assert fund.book.member(KHAM.id).welfare_until == date(2026, 3, 31)
    assert fund.book.check() == ()


def test_going_back_leaves_her_in_the_fund(page: WelfareScreen, fund: Desk) -> None:
    dialog = leaving(page, "003")
    type_line(dialog.reason, "ຍ້າຍບ້ານ")
    click(dialog.back)
    assert not dialog.isVisible()
    assert fund.book.member(NOY.id).welfare_until is None


# --- the heap --------------------------------------------------------------------------------


@pytest.fixture
def meeting(fund: Desk, qtbot: QtBot) -> MeetingScreen:
    screen = MeetingScreen(fund)
    screen.resize(1200, 690)
    keep(qtbot, screen)
    press(screen.primary, Key.Key_Return)
    return screen


def count(meeting: MeetingScreen) -> CountPage:
    """The closing count: 2,800,000 kip in notes, as the book says."""
    meeting.go_to(Step.COUNT)
    page = meeting.pages[Step.COUNT]
    assert isinstance(page, CountPage)
    line = page.notes.line(100_000)
    line.setFocus()
    type_line(line, "28")
    return page


def sign(meeting: MeetingScreen) -> SignPage:
    meeting.go_to(Step.SIGN)
    page = meeting.pages[Step.SIGN]
    assert isinstance(page, SignPage)
    page.second.show_value(OFFICERS[0])
    click(meeting.primary)
    return page


def test_the_funds_heap_is_counted_by_itself(meeting: MeetingScreen) -> None:
    page = count(meeting)
    assert page.welfare_field.isVisible()
    assert "300,000" not in page.welfare_field.problem_text(), "it is counted, not copied"
    said = sign(meeting).problem_text()
    assert "ກອງທຶນສະຫວັດດີການ" in said
    page = count(meeting)
    type_line(page.welfare, "300.000")
    assert page.welfare_field.problem_text() == ""
    assert not page.reason_field.isVisible()
    sign(meeting)
    assert meeting.book.open_sheet() is None
    assert meeting.book.check() == ()


def test_a_heap_that_differs_wants_its_reason(meeting: MeetingScreen) -> None:
    page = count(meeting)
    type_line(page.welfare, "290,000")
    said = plain(page.welfare_field.problem_text())
    assert said == "ຕາມປຶ້ມ 300,000 ກີບ ເປັນຂອງກອງທຶນສະຫວັດດີການ."
    assert page.reason_field.isVisible()
    assert "290,000" in sign(meeting).problem_text()
    assert meeting.book.open_sheet() is not None
    page = count(meeting)
    type_line(page.reason, "ປະປົນກັນໃນຫີບເງິນ")
    sign(meeting)
    assert meeting.book.open_sheet() is None


def test_no_heap_where_the_money_lies_together(village: Desk, qtbot: QtBot) -> None:
    with_table(village.book, apart=False)
    screen = MeetingScreen(village)
    keep(qtbot, screen)
    press(screen.primary, Key.Key_Return)
    page = count(screen)
    assert not page.welfare_field.isVisible()


# --- the table of benefits -------------------------------------------------------------------


class Table:
    """Somebody before the table of benefits in the editor of the rules."""

    def __init__(self, qtbot: QtBot, language: str = "lo") -> None:
        self.editor = RulebookEditor(open_words(language))
        self.editor.resize(1100, 560)
        self.editor.show_rulebook(RULES)
        keep(qtbot, self.editor)
        self.page = self.editor.page("welfare.benefits")
        found = self.page.findChild(RuleList)
        assert found is not None
        self.list = found

    def field(self, name: str) -> Field:
        place = f"welfare.benefits[0].{name}"
        return self.list.form.places()[place]

    def line(self, name: str) -> ValueEdit[object]:
        editor = self.field(name).editor
        assert isinstance(editor, ValueEdit)
        return editor

    def choose(self, name: str, value: object) -> None:
        box = self.field(name).editor
        assert isinstance(box, ChoiceBox)
        box.setFocus()
        press(box, Key.Key_Home)
        while box.value() != value:
            press(box, Key.Key_Down)


def test_a_benefit_is_added_filled_in_and_removed(qtbot: QtBot) -> None:
    table = Table(qtbot)
    click(table.list.add)
    type_line(table.line("name"), "ນອນໂຮງໝໍ")
    table.choose("unit", BenefitUnit.NIGHT)
    type_line(table.line("kip"), "໑໐.໐໐໐")
    type_line(table.line("units_most"), "10")
    type_line(table.line("year_most"), "100,000")
    type_line(table.line("confirmations"), "2")
    (benefit,) = table.editor.rulebook().welfare.benefits
    assert (benefit.name, benefit.unit, benefit.kip) == ("ນອນໂຮງໝໍ", BenefitUnit.NIGHT, 10_000)
    assert (benefit.units_most, benefit.year_most, benefit.confirmations) == (10, 100_000, 2)
    click(table.list.drop)
    assert table.editor.rulebook().welfare.benefits == ()


def test_a_ladder_of_years_takes_the_place_of_the_amount(qtbot: QtBot) -> None:
    table = Table(qtbot)
    click(table.list.add)
    assert table.field("kip").isVisible()
    assert "welfare.benefits[0].steps" not in table.list.form.places()
    table.choose("ladder", LadderBy.SAVING_YEARS)
    assert "welfare.benefits[0].kip" not in table.list.form.places()
    type_line(table.line("steps"), "15: 300; ໒໐: 400")
    steps = table.editor.rulebook().welfare.benefits[0].steps
    assert steps == (BenefitStep(15, 300), BenefitStep(20, 400))
    type_line(table.line("steps"), "15")
    assert table.field("steps").problem_text()
    assert table.editor.rulebook().welfare.benefits[0].steps == steps


# --- without a window ------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["", "lo", "th", "en"])
def test_a_claim_is_asked_for_by_the_benefits_name(
    fund: Desk, book_file: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    wanted = key_word(open_words(language), "birth") if language else "birth"
    fund.close()
    commands = Commands(capsys)
    today = ("--today", "2026-04-20")
    commands.run(
        *("do", book_file, "ask_claim", "member=001", f"benefit={wanted.upper()}"),
        *("first=1/4/2026", "evidence=ໃບເກີດ", "day=5/4/2026", *today),
    )
    (claim,) = commands.figures(book_file, "claims", *today)
    assert (claim["benefit"], claim["kip"]) == ("birth", 50_000)
    status, _, said = commands.try_to(
        *("do", book_file, "ask_claim", "member=001", "benefit=ແຕ່ງດອງ", "first=1/4/2026", *today)
    )
    assert (status, "ແຕ່ງດອງ" in said) == (1, True)


def test_money_that_is_the_funds_is_not_given_back_to_anybody(
    fund: Desk, book_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A deposit that was spent since cannot be given back out of the welfare fund's heap."""
    day, today = date(2026, 4, 5), fund.today()
    gift = record_day(fund.book, actor(), day=day, lines=[FundGift(WELFARE, 9_000)], today=today)
    saved = record_day(fund.book, actor(), day=day, lines=[Deposit(NOY.id, 50_000)], today=today)
    spent = [Spent(COSTS, 2_500_001)]
    record_day(fund.book, actor(), day=day, lines=spent, today=today)
    fund.close()
    commands = Commands(capsys)
    back = ("do", book_file, "take_back", "reason=ຜິດ")
    later = ("--today", "2026-04-20")
    status, _, said = commands.try_to(*back, f"entry={saved.entries[0]}", *later)
    assert status == 1
    assert "the rest is the welfare fund's" in said
    # Its own gift goes back out of its own heap.
    commands.run(*back, f"entry={gift.entries[0]}", *later)
    commands.run("check", book_file)


def test_amounts_of_a_refusal_are_the_groups_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands(capsys)
    file = tmp_path / "trat.book"
    begin = ("new", file, "--rules", "a06_trat_welfare", "--name", "ເມດຕາທຳ")
    rest = ("--begin", "2026-01-05", "--currency", "THB", "--decimals", "2")
    officers = ("--officer", "president:ດາວ", "--officer", "accountant:ບົວ")
    # The book is not there yet, and its currency is known all the same.
    status, _, said = commands.try_to(
        *begin, *rest, *officers, "--opening", "welfare=3,000.50", "--cash", "2,000.00"
    )
    assert status == 1
    assert "3,000.50" in plain(said)
    commands.run(*begin, *rest, *officers, "--opening", "welfare=3,000.50", "--cash", "3,000.50")
    gone = tmp_path / "days.csv"
    gone.write_text(
        "day,what,amount,account,note\n2026-02-05,fund_spent,4000.25,welfare,x\n", encoding="utf-8"
    )
    status, _, said = commands.try_to("record", file, gone, "--today", "2026-02-05")
    assert status == 1
    assert "0.00 baht was spent; 4,000.25 baht more" in plain(said)


@pytest.mark.parametrize(("units", "said"), [(1, "1 night ×"), (3, "3 nights ×")])
def test_one_night_and_several_are_said_as_people_say_them(units: int, said: str) -> None:
    row = ReckonRow(ReckonStep.UNITS, 10_000 * units, units=units, kip=10_000)
    reckoning = Reckoning((row,), row.total)
    (line,) = reckoning_lines(open_words("en"), NIGHTS, reckoning)
    assert line.startswith(said)
