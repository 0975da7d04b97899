"""February had no meeting and March has two, in Lao: whose month the money is, and when it came."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.rulebook import adopt_rulebook
from ledger.rules.accounts import SAVINGS
from ledger.rules.days import LAST_DAY, Month
from ledger.rules.people import Member
from ledger.rules.rulebook import MissedMonth
from ledger.rules.transfers import Kind
from ledger.statements.meeting_progress import Step
from ledger.statements.saving_months import MonthState, saving_months
from tests.ui.hands import press, type_letters, type_line
from tests.villages import DALA, KHAM, NOY, RULES, actor, two
from tests.walks.commands import Commands, write_days
from tests.walks.test_loan import sign
from tests.walks.village import Days, Hands, a_desk, at_the_line
from ui.desk import Desk
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.pay_page import PayPage
from ui.screens.meeting.screen import MeetingScreen
from ui.screens.members.member import MemberScreen

Key = Qt.Key
JANUARY, FEBRUARY, MARCH = (Month(2026, number) for number in (1, 2, 3))
FIRST, SECOND, THIRD = date(2026, 1, 10), date(2026, 3, 5), date(2026, 3, 19)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, days: Days) -> Iterator[Desk]:
    yield from a_desk(tmp_path, qapp, days, RULES)


class Table:
    """A meeting that has begun: its grid, and its page for other payments."""

    def __init__(self, hands: Hands, desk: Desk, days: Days, day: date) -> None:
        days.go_to(day)
        self.desk, self.day, self.hands = desk, day, hands
        hands.window.go("meeting")
        self.screen = hands.page(MeetingScreen)
        type_line(self.screen.sheets.day, desk.words.day(day))
        press(self.screen.primary, Key.Key_Return)
        assert desk.book.open_sheet() is not None

    def grid(self) -> CollectPage:
        self.screen.go_to(Step.COLLECT)
        page = self.screen.pages[Step.COLLECT]
        assert isinstance(page, CollectPage)
        return page

    def saves(self, member: Member, kip: str) -> None:
        """Type what she saves into her row."""
        page = self.grid()
        page.view.jump_to(member.id)
        type_letters(page.view, kip[0])
        editor = QApplication.focusWidget()
        assert editor is not None
        type_letters(editor, kip[1:])
        press(editor, Key.Key_Return)

    def saves_for(self, member: Member, month: Month, kip: str) -> PayPage:
        """Savings for another month, on the page beside the grid."""
        self.screen.go_to(Step.PAY)
        page = self.screen.pages[Step.PAY]
        assert isinstance(page, PayPage)
        form = page.form
        form.choose("deposit")
        self.hands.find(form.member, member.number)
        form.papers.month.setFocus()
        press(form.papers.month, Key.Key_Home)
        while form.papers.month.value() != month:
            press(form.papers.month, Key.Key_Down)
        type_line(form.kip, kip)
        press(form.write, Key.Key_Return)
        return page

    def due(self, member: Member) -> int:
        rows = self.grid().model.rows()
        return next(row.due.savings for row in rows if row.member.id == member.id)

    def sign(self) -> None:
        sign(self.desk, self.day)


def came(desk: Desk, member: Member) -> list[tuple[date, Month | None, int]]:
    """When her savings came, for which other month, and how much they were (kip)."""
    lines = desk.book.passbook(member.id, FIRST, LAST_DAY).lines
    return [(line.day, line.month, line.paid_in) for line in lines if line.kind is Kind.DEPOSIT]


def states(desk: Desk, member: Member) -> list[MonthState]:
    """How January, February and March stand for her."""
    today = desk.today()
    facts = desk.book.day_facts(today, today)
    return [m.state for m in saving_months(facts, member, (JANUARY, FEBRUARY, MARCH))]


def test_the_money_of_a_month_without_a_meeting(qtbot: QtBot, desk: Desk, days: Days) -> None:
    hands, book = Hands(qtbot, desk), desk.book
    before = book.balances()[SAVINGS]
    january = Table(hands, desk, days, FIRST)
    for member in (KHAM, NOY, DALA):
        january.saves(member, "10000")
    january.sign()

    # The rain kept everybody at home in February: nobody is to blame for it.
    march = Table(hands, desk, days, SECOND)
    assert states(desk, KHAM) == [MonthState.PAID, MonthState.NO_MEETING, MonthState.OPEN]
    for member in (KHAM, NOY):
        march.saves(member, "10000")
    page = march.saves_for(KHAM, FEBRUARY, "10000")
    (line,) = page.model.rows()
    assert "ກຸມພາ" in f"{line.what} {line.about}"
    march.sign()

    # Two weeks later they sit together again: who saved for March owes nothing more for it.
    again = Table(hands, desk, days, THIRD)
    assert [again.due(member) for member in (KHAM, NOY, DALA)] == [0, 0, 10_000]
    again.saves(DALA, "10000")
    again.saves_for(NOY, FEBRUARY, "10000")
    again.sign()

    # The money lies where it came, and counts for the month it was for.
    assert [sheet.day for sheet in book.sheets()] == [FIRST, SECOND, THIRD]
    assert came(desk, KHAM) == [
        (FIRST, None, 10_000),
        (SECOND, None, 10_000),
        (SECOND, FEBRUARY, 10_000),
    ]
    assert came(desk, NOY)[1:] == [(SECOND, None, 10_000), (THIRD, FEBRUARY, 10_000)]
    for member in (KHAM, NOY):
        assert states(desk, member) == [MonthState.PAID] * 3
    # Dala brought nothing for February, and no meeting was held in which she could have.
    assert states(desk, DALA) == [MonthState.PAID, MonthState.NO_MEETING, MonthState.PAID]
    assert book.balances()[SAVINGS] == before + 8 * 10_000
    on = {day: book.trial_balance(day).credit for day in (FIRST, date(2026, 2, 28), SECOND)}
    assert on[FIRST] == on[date(2026, 2, 28)] == on[SECOND] - 30_000

    hands.window.go("member", NOY.id)
    passbook = hands.page(MemberScreen).model
    day, what = (passbook.index(passbook.rowCount() - 1, column).data() for column in (1, 2))
    assert (day, what.split(" ")[-2:]) == ("19/03/2026", ["ກຸມພາ", "2026"])
    assert book.check() == ()


def test_rules_that_carry_the_month_over_spread_the_money_alone(
    qtbot: QtBot, desk: Desk, days: Days
) -> None:
    saving = replace(RULES.saving, missed=MissedMonth.CARRIED)
    rules = replace(RULES, saving=saving, valid_from=date(2026, 1, 2), resolution="2/2026")
    adopt_rulebook(desk.book, two(actor()), rulebook=rules)
    hands = Hands(qtbot, desk)
    for day in (FIRST, SECOND):
        table = Table(hands, desk, days, day)
        if day == SECOND:
            assert table.due(KHAM) == 20_000  # February and March.
        table.saves(KHAM, str(table.due(KHAM)))
        table.sign()
    again = Table(hands, desk, days, THIRD)
    assert (again.due(KHAM), again.due(NOY)) == (0, 30_000)
    again.saves(NOY, "20000")
    again.sign()
    assert came(desk, KHAM)[1:] == [(SECOND, FEBRUARY, 10_000), (SECOND, None, 10_000)]
    assert states(desk, NOY) == [MonthState.PAID, MonthState.PAID, MonthState.OPEN]
    assert desk.book.check() == ()


def test_by_command(
    desk: Desk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    days: Days,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    days.go_to(THIRD)
    file, commands, today = at_the_line(desk, monkeypatch), Commands(capsys), ("--today", THIRD)
    rows = (
        {"day": FIRST, "what": "deposit", "member": "001", "amount": 10_000},
        {"day": SECOND, "what": "deposit", "member": "001", "amount": 10_000},
        {"day": THIRD, "what": "deposit", "member": "001", "amount": 10_000, "month": "2026-02"},
    )
    commands.run("record", file, write_days(tmp_path / "days.csv", rows), *today)
    months = commands.figures(file, "saving-months", "--member", "001", *today)
    assert [(m["state"], m["saved"]) for m in months[:4]] == [
        ("paid", 10_000),
        ("paid", 10_000),
        ("paid", 10_000),
        ("to_come", 0),
    ]
    # A month to come is not saved for where the rules let nobody save ahead.
    ahead = ({**rows[2], "month": "2026-04"},)
    status, _, said = commands.try_to(
        "record", file, write_days(tmp_path / "ahead.csv", ahead), *today
    )
    assert status == 1
    assert "2026" in said
    commands.run("check", file)
