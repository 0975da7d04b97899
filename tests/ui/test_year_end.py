"""The closing of a year: what hinders it, what it shares out, what can be tried, who confirms."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.meeting import open_sheet
from ledger.actions.record import record_day
from ledger.book.book import Book
from ledger.rules.lines import Received, Spent
from ledger.rules.meeting_values import CashCount, SheetKind
from ledger.rules.rulebook import AllocationLine, Destination, LineKind
from tests.closings import (
    AFTER,
    CASHIER,
    HEAD,
    KEEPER,
    LINES,
    NOON,
    PROFIT,
    YEAR,
    YEAR_RULES,
    a_year,
)
from tests.ui.asked import press_button, when_asked
from tests.ui.hands import click, heard, keep, press, type_line
from tests.villages import COSTS, RENT, RESERVE
from translations import LANGUAGES, open_words
from translations.reading import read_kip
from ui.desk import Desk
from ui.papers.wish import Wish
from ui.screens.year_end.screen import YearEndScreen
from ui.screens.year_end.step_bar import STEPS, Step
from ui.screens.year_end.tries import TriesDialog
from ui.settings import Settings
from ui.widgets.banner import Tone


class Clock:
    """The day on the wall, to be set by a test."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def set(self, day: date) -> None:
        self.now = datetime(day.year, day.month, day.day, 12, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def year_desk(tmp_path: Path, settings: Settings, clock: Clock) -> Iterator[Desk]:
    """The desk in January with last year's book, its accountant signed in; it speaks Lao."""
    desk = _desk(tmp_path / "village.book", settings, clock)
    yield desk
    desk.close()


def _desk(file: Path, settings: Settings, clock: Clock, **rules: Any) -> Desk:
    a_year(file, rulebook=replace(YEAR_RULES, **rules)).close()
    desk = Desk(open_words("lo"), clock=clock, settings=settings)
    assert desk.open(file)
    desk.sign_in(KEEPER)
    return desk


@pytest.fixture
def screen(qtbot: QtBot, year_desk: Desk) -> YearEndScreen:
    return _shown(qtbot, year_desk)


def _shown(qtbot: QtBot, desk: Desk) -> YearEndScreen:
    screen = YearEndScreen(desk)
    screen.resize(1200, 640)
    keep(qtbot, screen)
    return screen


def _pick(screen: YearEndScreen, place: int, name: str) -> None:
    """Choose a name in one of the lines, by keys."""
    box = screen.confirm.pickers[place]
    wanted = next(n for n in range(box.count()) if box.itemText(n).startswith(name))
    box.setFocus()
    for _ in range(box.count()):
        press(box, Qt.Key.Key_Up)
    if box.currentIndex() < 0:
        press(box, Qt.Key.Key_Down)
    for _ in range(wanted - box.currentIndex()):
        press(box, Qt.Key.Key_Down)
    assert box.currentIndex() == wanted


def _try(screen: YearEndScreen, *percents: str) -> None:
    """Type percentages into the lines one after another."""
    screen.bar.button(Step.SHARES).click()
    for row, text in zip(screen.sharing.lines, percents, strict=True):
        row.percent.setFocus()
        type_line(row.percent, text)


def _text(screen: YearEndScreen, msgid: str, **facts: object) -> str:
    return screen.words.say(msgid, **facts)


# --- what must be finished first ----------------------------------------------------------


def test_a_year_that_is_whole_can_be_closed(screen: YearEndScreen) -> None:
    assert screen.years.value() == YEAR
    view = screen.view()
    assert view is not None
    assert view.hindrances == ()
    assert screen.ready.links == []
    assert len(screen.ready.said()) == 4


def test_enter_walks_through_all_steps(screen: YearEndScreen) -> None:
    walked = [screen.step()]
    for _ in STEPS[1:]:
        screen.forward.setFocus()
        press(screen.forward, Qt.Key.Key_Return)
        walked.append(screen.step())
    assert tuple(walked) == STEPS
    assert screen.forward.isHidden()
    screen.back.setFocus()
    press(screen.back, Qt.Key.Key_Return)
    assert screen.step() is Step.ENTRIES


def test_an_unsigned_meeting_is_linked(screen: YearEndScreen, year_desk: Desk) -> None:
    day = date(2026, 11, 5)
    assert year_desk.do(
        lambda book, actor: open_sheet(
            book, actor, day=day, kind=SheetKind.MEETING, opening=CashCount(()), today=AFTER
        )
    )
    gone = heard(screen.go)
    assert any(screen.words.long_day(day) in said for said in screen.ready.said())
    (link,) = screen.ready.links
    link.setFocus()
    press(link, Qt.Key.Key_Return)
    ((place, sheet),) = gone
    assert (place, sheet.day) == ("meeting", day)
    screen.bar.button(Step.CONFIRM).click()
    _pick(screen, 1, HEAD.name)
    assert not screen.close_it.isEnabled()
    assert screen.confirm.hindered.text()


def test_a_running_year_can_be_looked_at_and_not_closed(
    screen: YearEndScreen, clock: Clock
) -> None:
    clock.set(date(2026, 10, 20))
    screen.look_again()
    assert any("31/12/2026" in said for said in screen.ready.said())
    screen.bar.button(Step.PROFIT).click()
    assert screen.profit.income.rows()
    screen.bar.button(Step.CONFIRM).click()
    assert not screen.close_it.isEnabled()


def test_an_earlier_open_year_is_linked(screen: YearEndScreen) -> None:
    screen.show_item(YEAR + 1)
    assert screen.years.value() == YEAR + 1
    (link,) = screen.ready.links
    click(link)
    assert screen.years.value() == YEAR


def test_each_step_says_what_it_lacks_while_an_earlier_year_is_open(
    screen: YearEndScreen,
) -> None:
    screen.show_item(YEAR + 1)
    # The first step names the year with the way there; it is not said twice.
    assert screen.earlier.isHidden()
    for step in (Step.PROFIT, Step.SHARES, Step.DIVIDENDS, Step.ENTRIES, Step.CONFIRM):
        click(screen.bar.button(step))
        assert not screen.earlier.isHidden()
        assert screen.words.year(YEAR) in screen.earlier.text()
        assert screen.earlier.tone() is Tone.WARN
    screen.show_item(YEAR)
    click(screen.bar.button(Step.PROFIT))
    assert screen.earlier.isHidden()


# --- the plan -----------------------------------------------------------------------------


def test_income_costs_and_profit_have_names(screen: YearEndScreen) -> None:
    words, view = screen.words, screen.view()
    assert view is not None
    assert view.plan is not None
    shown = dict(screen.profit.income.rows())
    assert shown[words.say("Loan interest")] == words.kip(240_000)
    assert screen.profit.costs.rows()[-1] == (words.say("Together"), words.kip(17_000))
    assert words.money(view.plan.profit) in screen.profit.profit.text()


def test_the_list_of_dividends_adds_up(screen: YearEndScreen) -> None:
    view, words = screen.view(), screen.words
    assert view is not None
    assert view.plan is not None
    model = screen.dividends.model
    assert [row.dividend for row in model.rows()] == [
        s.dividend for s in view.plan.shares if s.member in view.names
    ]
    last = model.columnCount() - 1
    paid = sum(share.dividend for share in view.plan.shares)
    assert screen.dividends.sums.texts()[last] == words.kip(paid)
    assert words.money(view.plan.odd) in screen.dividends.rest.text()


def test_what_is_written_is_said_in_plain_words(screen: YearEndScreen) -> None:
    view, words = screen.view(), screen.words
    assert view is not None
    assert view.plan is not None
    amounts = [amount for _, amount in screen.entries.written.rows()]
    lines = [words.kip(s.reached) for s in view.plan.lines if s.line.to is not Destination.DIVIDEND]
    assert amounts == [
        words.kip(340_000),
        words.kip(17_000),
        *lines,
        words.kip(view.totals.total),
        words.kip(view.plan.odd),
    ]
    assert len(screen.entries.persons.rows()) == 4


def test_looking_at_everything_writes_nothing(screen: YearEndScreen, year_desk: Desk) -> None:
    before = year_desk.book.history()
    for step in STEPS:
        screen.bar.button(step).click()
    _try(screen, "60", "20", "10", "5", "5")
    screen.look_again()
    assert year_desk.book.history() == before


# --- other percentages --------------------------------------------------------------------


def test_a_hundred_and_forty_eight_percent_cannot_be_closed(screen: YearEndScreen) -> None:
    _try(screen, "70", "15", "10", "30", "23")
    assert "148%" in screen.sharing.total.text()
    assert "48%" in screen.sharing.total.text()
    assert screen.sharing.warning.isVisible()
    # The warning names the part as the list beside it does.
    assert f"“{screen.sharing.lines[3].name.text()}”" in screen.sharing.warning.text()
    assert not screen.forward.isEnabled()
    # What each line asks for is still shown, though there is not so much.
    assert screen.sharing.lines[0].kip.text() == screen.words.kip(226_100)
    screen.bar.button(Step.CONFIRM).click()
    _pick(screen, 1, HEAD.name)
    assert screen.confirm.is_right()
    assert not screen.close_it.isEnabled()
    assert screen.confirm.hindered.text()


def test_other_percentages_are_only_tried_even_when_they_are_whole(screen: YearEndScreen) -> None:
    _try(screen, "60", "25", "10", "3", "2")
    assert "100%" in screen.sharing.total.text()
    assert YEAR_RULES.resolution in screen.sharing.warning.text()
    assert not screen.forward.isEnabled()
    rows = screen.sharing.samples.model.rows()
    assert rows
    assert all(row.tried is not None and row.tried < row.by_rules for row in rows)


def test_back_to_the_rules(screen: YearEndScreen) -> None:
    _try(screen, "60", "25", "10", "3", "2")
    screen.sharing.back_to_rules.setFocus()
    press(screen.sharing.back_to_rules, Qt.Key.Key_Return)
    assert [row.points() for row in screen.sharing.lines] == [line.amount for line in LINES]
    assert screen.sharing.warning.isHidden() or not screen.sharing.warning.isVisible()
    assert screen.forward.isEnabled()
    assert screen.sharing.samples.model.columnCount() == 3


def test_tries_stand_side_by_side_and_one_is_taken(screen: YearEndScreen, year_desk: Desk) -> None:
    before = year_desk.book.history()
    sharing = screen.sharing
    assert not sharing.compare.isVisible()
    _try(screen, "60", "25", "10", "3", "2")
    click(sharing.keep_try)
    assert not sharing.keep_try.isEnabled(), "the same try is kept once"
    _try(screen, "70", "15", "10", "30", "23")
    click(sharing.keep_try)
    assert sharing.compare.text() == "ທຽບການລອງ (2)"
    seen: list[list[str]] = []
    wrong: list[str] = []

    def look(dialog: TriesDialog) -> None:
        model = dialog.model
        for row in range(model.rowCount()):
            seen.append([str(model.index(row, c).data()) for c in range(model.columnCount())])
        wrong.append(dialog.wrong.text())
        click(dialog.take[0])

    when_asked(TriesDialog, look)
    click(sharing.compare)
    assert "ລອງທີ 2" in wrong[0], "what cannot be shared says why"
    assert "96,900" in wrong[0]
    first, together, average = seen[0], seen[-2], seen[-1]
    assert [text.split(" · ")[0] for text in first[1:]] == ["70%", "60%", "70%"]
    assert together[0] == "ສະມາຊິກທຸກຄົນລວມກັນ"
    assert together[3] == average[3] == "–"
    by_rules, tried = (read_kip(text) for text in average[1:3])
    assert 0 < tried < by_rules
    examples = [row for row in seen if row[0].startswith("ໄດ້ຮັບ")]
    assert examples
    assert all(read_kip(row[2]) < read_kip(row[1]) for row in examples)
    assert [row.points() for row in sharing.lines] == [6_000, 2_500, 1_000, 300, 200]
    assert sharing.is_tried()
    assert not screen.forward.isEnabled(), "the year is closed by the rules only"
    assert year_desk.book.history() == before


def test_at_most_three_tries_are_kept(screen: YearEndScreen) -> None:
    for first in ("66", "67", "68", "69"):
        _try(screen, first, "15", "10", "3", "2")
        click(screen.sharing.keep_try)
    assert [points[0] for points in screen.sharing.tries()] == [6_700, 6_800, 6_900]


def test_new_rules_are_adopted_elsewhere(screen: YearEndScreen) -> None:
    gone = heard(screen.go)
    _try(screen, "60", "25", "10", "3", "2")
    click(screen.sharing.adopt)
    assert gone == [("settings", "rules")]


def test_a_slider_is_pulled_by_keys(screen: YearEndScreen) -> None:
    screen.bar.button(Step.SHARES).click()
    row = screen.sharing.lines[0]
    row.slider.setFocus()
    press(row.slider, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert row.points() == 6_800
    assert row.percent.text() == screen.words.percent(6_800)
    assert "98%" in screen.sharing.total.text()


def test_an_unreadable_percentage_is_said_and_nothing_changes(screen: YearEndScreen) -> None:
    screen.bar.button(Step.SHARES).click()
    row = screen.sharing.lines[0]
    row.percent.setFocus()
    type_line(row.percent, "ຫຼາຍ")
    assert row.percent.accessibleDescription()
    assert not screen.sharing.is_tried()


def test_what_is_tried_stays_while_the_book_goes_on(screen: YearEndScreen, year_desk: Desk) -> None:
    _try(screen, "60", "25", "10", "3", "2")
    lines = [Received(RENT, 50_000, "ຕັ່ງ")]
    day = date(2026, 12, 30)
    assert year_desk.do(
        lambda book, actor: record_day(book, actor, day=day, lines=lines, today=AFTER)
    )
    assert [row.points() for row in screen.sharing.lines] == [6_000, 2_500, 1_000, 300, 200]


def test_lines_without_a_percentage_stand_as_they_are(
    qtbot: QtBot, tmp_path: Path, settings: Settings, clock: Clock
) -> None:
    lines = (
        AllocationLine("ຄ່າປຶ້ມ", LineKind.FIXED, Destination.FUND, 23_000, account=RESERVE),
        AllocationLine("ສະສົມ", LineKind.REST, Destination.FUND, account=RESERVE, key="reserve"),
    )
    profit = replace(PROFIT, lines=lines)
    desk = _desk(tmp_path / "other.book", settings, clock, profit=profit)
    screen = _shown(qtbot, desk)
    screen.bar.button(Step.SHARES).click()
    fixed, rest = screen.sharing.lines
    assert fixed.size.text() == screen.words.money(23_000)
    assert [fixed.kip.text(), rest.kip.text()] == [screen.words.kip(k) for k in (23_000, 300_000)]
    assert not fixed.percent.isVisible()
    desk.close()


# --- two confirm --------------------------------------------------------------------------


def test_who_is_signed_in_is_suggested_and_must_not_sign_twice(screen: YearEndScreen) -> None:
    screen.bar.button(Step.CONFIRM).click()
    assert [o.name for o in screen.confirm.chosen()] == [KEEPER.name]
    assert not screen.close_it.isEnabled()
    _pick(screen, 1, KEEPER.name)
    assert screen.confirm.problem.isVisible()
    assert not screen.close_it.isEnabled()
    _pick(screen, 1, HEAD.name)
    assert not screen.confirm.problem.isVisible()
    assert screen.close_it.isEnabled()


def test_closing_can_be_thought_over(screen: YearEndScreen, year_desk: Desk) -> None:
    screen.bar.button(Step.CONFIRM).click()
    _pick(screen, 1, HEAD.name)
    asked = when_asked(QMessageBox, press_button(_text(screen, "Go back")))
    click(screen.close_it)
    assert asked
    assert year_desk.book.closed_years() == ()


def _close(screen: YearEndScreen) -> None:
    screen.bar.button(Step.CONFIRM).click()
    _pick(screen, 1, HEAD.name)
    text = _text(screen, "Close the year {year}", year=screen.words.year(YEAR))
    when_asked(QMessageBox, press_button(text))
    screen.close_it.setFocus()
    press(screen.close_it, Qt.Key.Key_Return)


def test_two_close_the_year(screen: YearEndScreen, year_desk: Desk) -> None:
    before = screen.view()
    assert before is not None
    _close(screen)
    (closed,) = year_desk.book.closed_years()
    assert closed.plan == before.plan
    assert closed.signed_by == (KEEPER.name, HEAD.name)
    assert screen.result.isVisible()
    assert HEAD.name in screen.result.signed.text()
    assert screen.close_it.isHidden()
    assert screen.banner.text()
    assert not any(row.percent.isEnabled() for row in screen.sharing.lines)
    assert [c for _, c in screen.entries.written.rows()] == [
        c for _, c in screen.result.written.rows()
    ]


def test_the_links_of_a_closed_year(screen: YearEndScreen) -> None:
    _close(screen)
    gone = heard(screen.go)
    click(screen.result.statement)
    click(screen.pay_out)
    assert gone == [("papers", Wish("annual", year=YEAR)), ("dividends", None)]
    click(screen.result.next_year)
    assert screen.years.value() == YEAR + 1
    assert screen.step() is Step.READY


def test_something_written_meanwhile_stops_the_closing(
    screen: YearEndScreen, year_desk: Desk
) -> None:
    """A second window cannot be, but the plan on the page is older than the book all the same."""
    screen.bar.button(Step.CONFIRM).click()
    _pick(screen, 1, HEAD.name)
    day = date(2026, 12, 30)
    lines = [Received(RENT, 50_000, "ຕັ່ງ")]
    record_day(year_desk.book, CASHIER, day=day, lines=lines, today=AFTER)
    text = _text(screen, "Close the year {year}", year=screen.words.year(YEAR))
    when_asked(QMessageBox, press_button(text))
    click(screen.close_it)
    assert year_desk.book.closed_years() == ()
    assert year_desk.last_sentence
    assert screen.banner.text() == year_desk.last_sentence


def test_three_sign_where_the_rules_want_three(
    qtbot: QtBot, tmp_path: Path, settings: Settings, clock: Clock
) -> None:
    desk = _desk(tmp_path / "three.book", settings, clock, closing_signatures=3)
    screen = _shown(qtbot, desk)
    screen.bar.button(Step.CONFIRM).click()
    assert len(screen.confirm.pickers) == 3
    _pick(screen, 1, HEAD.name)
    assert not screen.close_it.isEnabled()
    _pick(screen, 2, CASHIER.name)
    assert screen.close_it.isEnabled()
    desk.close()


def test_the_proposal_is_printed_before(screen: YearEndScreen) -> None:
    gone = heard(screen.go)
    click(screen.print_proposed)
    assert gone == [("papers", Wish("proposed", year=YEAR))]


def test_a_loss_is_told_and_shares_nothing(
    screen: YearEndScreen, year_desk: Desk, tmp_path: Path
) -> None:
    lines = [Spent(COSTS, 400_000, "ໄພ")]
    day = date(2026, 12, 30)
    year_desk.do(lambda book, actor: record_day(book, actor, day=day, lines=lines, today=AFTER))
    view = screen.view()
    assert view is not None
    # The reserve holds nothing yet, so that it cannot bear the loss.
    assert view.plan is None
    assert len(screen.ready.links) == 1
    for step in STEPS:
        screen.bar.button(step).click()
    assert not screen.close_it.isEnabled()
    assert screen.print_proposed.isHidden()


# --- the page -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_fits_the_smallest_laptop(
    screen: YearEndScreen, year_desk: Desk, language: str
) -> None:
    year_desk.speak(language)
    QApplication.processEvents()
    least = screen.minimumSizeHint()
    assert least.width() <= 1340 - 180
    assert least.height() <= 690 - 60


def test_the_language_can_change_on_every_step(screen: YearEndScreen, year_desk: Desk) -> None:
    screen.bar.button(Step.SHARES).click()
    year_desk.speak("en")
    assert screen.title.text() == "Closing the year"
    assert screen.bar.button(Step.PROFIT).text().endswith("Profit")
    assert "Together: 100%" in screen.sharing.total.text()
    assert screen.step() is Step.SHARES


def test_the_book_is_asked_again_after_any_act(screen: YearEndScreen, year_desk: Desk) -> None:
    book: Book = year_desk.book
    lines = [Received(RENT, 1_000_000, "ຕັ່ງ")]
    assert year_desk.do(
        lambda _, actor: record_day(book, actor, day=date(2026, 12, 30), lines=lines, today=AFTER)
    )
    assert screen.words.money(1_323_000) in screen.profit.profit.text()
