"""The first page: figures, what comes next, what is still to be done, and two charts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.actions.admissions import ask_to_join
from ledger.actions.booklets import new_booklet
from ledger.actions.funds import agree_borrowing
from ledger.actions.group import set_officers
from ledger.actions.leaving import end_leave, give_leave, resign
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.meeting import open_sheet
from ledger.actions.record import record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.actions.welfare import ask_claim, decide_claim, pay_claim
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.accounts import CASH
from ledger.rules.admission import NOBODY
from ledger.rules.booklets import A6_BOOKLET
from ledger.rules.lines import Deposit, FundGift, Line, LoanPaidOut, Received, Spent, ToBank
from ledger.rules.lines_funds import Borrowed
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import SheetKind
from ledger.rules.people import Actor, Member
from ledger.rules.people_rules import PeopleRules
from ledger.rules.transfers import LoanId
from tests.actions.welfare_makers import AGREED, HEAD, KEEPER, request, with_table
from tests.ui.hands import click, heard, keep, press
from tests.villages import (
    BANK,
    COSTS,
    DALA,
    DAY,
    KHAM,
    LENDER,
    OFFICERS,
    RENT,
    RICE,
    RULES,
    TODAY,
    TRADE,
    WELFARE,
    two,
)
from ui.desk import Desk
from ui.models.home_tasks import Unfinished
from ui.models.loans import Pile
from ui.screens.books.at import At, Leaf
from ui.screens.home.screen import HomeScreen
from ui.widgets.charts import Chart, Scale, scale_of


@pytest.fixture
def page(qtbot: QtBot, village: Desk) -> HomeScreen:
    village.speak("lo")
    page = HomeScreen(village)
    keep(qtbot, page)
    return page


def write(page: HomeScreen, *lines: Line, day: date = DAY) -> None:
    assert page.desk.do(
        lambda book, actor: record_day(book, actor, day=day, lines=lines, today=TODAY)
    )


def lend(page: HomeScreen, *, approve: bool) -> LoanId:
    request = LoanRequest(DALA.id, DAY, 500_000, "trade", TRADE, 10)
    names = (OFFICERS[0].name, OFFICERS[1].name)
    decision = LoanDecision(DAY, "5/2026", True, 500_000, names)
    assert page.desk.do(lambda book, actor: request_loan(book, actor, request=request))
    loan = page.book.loans()[-1].id
    if approve:
        assert page.desk.do(
            lambda book, actor: decide_loan(book, actor, loan=loan, decision=decision)
        )
    return loan


def kinds(page: HomeScreen) -> list[Unfinished]:
    view = page.view()
    return [task.kind for task in view.tasks] if view else []


class TestFigures:
    def test_before_the_books_begin_the_page_stands_without_charts(
        self, page: HomeScreen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(page, "today", lambda: date(2022, 4, 21))
        page.refresh()
        page.draw()
        assert page.cash.figure() == "0\u00a0ກີບ"

    def test_they_follow_what_is_written(self, page: HomeScreen) -> None:
        assert page.cash.figure() == "2,500,000\u00a0ກີບ"
        assert page.savings.figure() == "2,500,000\u00a0ກີບ"
        assert page.savings.below() == page.words.say_many("{n} member", "{n} members", 6)
        write(
            page,
            ToBank(BANK, 400_000),
            FundGift(WELFARE, 70_000),
            Received(RENT, 30_000),
            Spent(COSTS, 10_000),
        )
        assert page.cash.figure() == "2,190,000\u00a0ກີບ"
        assert page.banks.figure() == "400,000\u00a0ກີບ"
        assert page.funds.figure() == "70,000\u00a0ກີບ"
        assert page.profit.figure() == "20,000\u00a0ກີບ"
        assert page.profit.below() == page.words.say(
            "in {income} · out {costs}", income="30,000", costs="10,000"
        )
        assert page.profit.toolTip() == page.words.say(
            "in {income} · out {costs}", income="30,000", costs="10,000"
        )

    def test_what_is_overdue_stands_out(self, page: HomeScreen) -> None:
        loan = lend(page, approve=True)
        write(page, LoanPaidOut(loan))
        assert page.loans.below() == page.words.say_many("{n} loan", "{n} loans", 1)
        assert not page.loans.is_worry()
        page.desk.clock = lambda: _noon(date(2026, 8, 1))
        page.look_again()
        assert page.loans.is_worry()
        # The sign is drawn, and the words begin with a word.
        assert "!" not in page.loans.below()
        assert kinds(page) == [Unfinished.OVERDUE]

    @pytest.mark.parametrize(
        ("tile", "place", "item"),
        [
            ("cash", "books", At(Leaf.CASH, account=CASH)),
            ("banks", "funds", None),
            ("savings", "members", None),
            ("loans", "loans", None),
            ("funds", "funds", None),
            ("profit", "year_end", None),
        ],
    )
    @pytest.mark.parametrize("way", [click, lambda tile: press(tile, Qt.Key.Key_Return)])
    def test_each_opens_its_page(
        self,
        page: HomeScreen,
        tile: str,
        place: str,
        item: object,
        way: Callable[..., None],
    ) -> None:
        wanted = heard(page.go)
        way(getattr(page, tile))
        assert wanted == [(place, item)]


class TestNext:
    def test_a_meeting_that_is_due_says_since_when(self, page: HomeScreen) -> None:
        assert "5 ເມສາ 2026" in page._next_day.text()
        assert "15" in page._next_more.text()

    def test_an_open_sheet_is_gone_on_with(self, page: HomeScreen) -> None:
        assert page.desk.do(_open_sheet)
        assert kinds(page) == [Unfinished.SHEET]
        wanted = heard(page.go)
        press(page.meeting, Qt.Key.Key_Return)
        click(page.tasks.buttons[0])
        assert wanted == [("meeting", None)] * 2


class TestTasks:
    def test_nothing_to_do_is_said(self, page: HomeScreen) -> None:
        assert page.tasks.said() == [page.words.say("Nothing is left undone.")]

    def test_before_the_first_meeting_there_are_first_steps(self, page: HomeScreen) -> None:
        page.desk.clock = partial(_noon, date(2026, 1, 20))
        page.look_again()
        assert kinds(page) == [Unfinished.FIRST_PAPERS, Unfinished.FIRST_BOOKLETS]
        wanted = heard(page.go)
        for button in page.tasks.buttons:
            press(button, Qt.Key.Key_Space)
        assert wanted == [("papers", None), ("booklets", None)]
        new_booklet(page.book, KEEPER, member=KHAM.id, size=A6_BOOKLET)
        page.look_again()
        assert kinds(page) == [Unfinished.FIRST_PAPERS]

    def test_loans_wait_to_be_decided_and_then_to_be_handed_over(self, page: HomeScreen) -> None:
        wanted = heard(page.go)
        lend(page, approve=False)
        assert kinds(page) == [Unfinished.ASKED]
        click(page.tasks.buttons[0])
        request = page.book.loans()[-1]
        names = (OFFICERS[0].name, OFFICERS[1].name)
        decision = LoanDecision(DAY, "5/2026", True, 500_000, names)
        page.desk.do(
            lambda book, actor: decide_loan(book, actor, loan=request.id, decision=decision)
        )
        assert kinds(page) == [Unfinished.WAITING]
        assert "500,000" in page.tasks.said()[0]
        click(page.tasks.buttons[0])
        assert wanted == [("loans", Pile.ASKED), ("loans", Pile.WAITING)]

    def test_who_has_asked_to_join_waits_for_the_meeting(self, page: HomeScreen) -> None:
        for name in ("ແສງ", "ຈັນ", "ວັນດີ", "ພອນ"):
            person = Member(NOBODY, "", name, DAY)
            assert page.desk.do(partial(ask_to_join, person=person, day=DAY))
        wanted = heard(page.go)
        assert kinds(page) == [Unfinished.CANDIDATES]
        assert "ແສງ, ຈັນ, ວັນດີ …" in page.tasks.said()[0]
        click(page.tasks.buttons[0])
        assert wanted == [("candidates", None)]

    def test_a_leave_that_is_over_and_a_notice_whose_day_has_come(self, page: HomeScreen) -> None:
        def away(book: Book, who: Actor) -> Change:
            first, last = DAY, date(2026, 4, 30)
            return give_leave(
                book, who, member=KHAM.id, first=first, last=last, decision="4", today=TODAY
            )

        def goes(book: Book, who: Actor) -> Change:
            return resign(book, who, member=DALA.id, day=DAY, note="", today=TODAY)

        assert page.desk.do(away)
        assert kinds(page) == []
        assert page.desk.do(goes)
        page.desk.clock = lambda: _noon(date(2026, 5, 1))
        page.look_again()
        assert kinds(page) == [Unfinished.LEAVE_OVER, Unfinished.GOING]
        assert KHAM.name in page.tasks.said()[0]
        wanted = heard(page.go)
        for button in page.tasks.buttons:
            press(button, Qt.Key.Key_Space)
        assert wanted == [("member_life", KHAM.id), ("member_life", DALA.id)]

        def back(book: Book, who: Actor) -> Change:
            day = date(2026, 5, 1)
            end_leave(book, who, member=KHAM.id, day=day, today=day)
            return end_leave(book, who, member=DALA.id, day=day, today=day)

        assert page.desk.do(back)
        assert kinds(page) == []

    def test_a_term_of_office_that_is_over(self, page: HomeScreen) -> None:
        people = PeopleRules(term_years=3)
        rules = replace(RULES, people=people, resolution="2/2026", valid_from=TODAY)
        since = tuple(replace(o, since=date(2023, 4, 21)) for o in OFFICERS)
        assert page.desk.do(lambda book, who: adopt_rulebook(book, two(who), rulebook=rules))
        assert page.desk.do(lambda book, who: set_officers(book, two(who), officers=since))
        assert Unfinished.TERMS not in kinds(page)
        page.desk.clock = lambda: _noon(date(2026, 4, 21))
        page.look_again()
        assert Unfinished.TERMS in kinds(page)
        wanted = heard(page.go)
        click(page.tasks.buttons[kinds(page).index(Unfinished.TERMS)])
        assert wanted == [("hand_over", None)]

    def test_a_claim_waits_until_it_is_paid(self, page: HomeScreen) -> None:
        with_table(page.book)
        ask_claim(page.book, KEEPER, request=request())
        page.look_again()
        assert kinds(page) == [Unfinished.CLAIMS]
        assert "50,000" in page.tasks.said()[0]
        wanted = heard(page.go)
        click(page.tasks.buttons[0])
        assert wanted == [("welfare", None)]
        claim = page.book.claims()[-1].id
        decide_claim(page.book, HEAD, claim=claim, decision=AGREED)
        page.look_again()
        assert kinds(page) == [Unfinished.CLAIMS]
        pay_claim(page.book, KEEPER, claim=claim, today=TODAY)
        page.look_again()
        assert Unfinished.CLAIMS not in kinds(page)

    def test_what_a_lender_is_to_get_within_a_month_or_had_to_get(self, page: HomeScreen) -> None:
        terms = replace(RICE, key="lender", rate=100, months=3, guarantors=0)
        agree_borrowing(
            page.book,
            KEEPER,
            lender="ກອງທຶນເມືອງ",
            kip=600_000,
            terms=terms,
            day=DAY,
            decision="2/2026",
            today=TODAY,
        )
        write(page, Borrowed(LENDER, 600_000))
        assert Unfinished.LENDER not in kinds(page)
        # All of it is due on the 5th of July; in June it is on the list, in August it is late.
        for today in (date(2026, 6, 10), date(2026, 8, 1)):
            page.desk.clock = partial(_noon, today)
            page.look_again()
            (task,) = (t for t in page.view().tasks if t.kind is Unfinished.LENDER)  # type: ignore[union-attr]
            assert (task.kip, task.day) == (618_000, date(2026, 7, 5))
            said = page.tasks.said()[kinds(page).index(Unfinished.LENDER)]
            assert "ກອງທຶນເມືອງ" in said
            assert "618,000" in said
        wanted = heard(page.go)
        click(page.tasks.buttons[kinds(page).index(Unfinished.LENDER)])
        assert wanted == [("funds", None)]

    def test_a_year_that_is_over_can_be_closed(self, page: HomeScreen) -> None:
        page.desk.clock = lambda: _noon(date(2027, 1, 3))
        page.look_again()
        assert kinds(page) == [Unfinished.YEAR]
        wanted = heard(page.go)
        press(page.tasks.buttons[0], Qt.Key.Key_Space)
        assert wanted == [("year_end", 2026)]


class TestCharts:
    def test_they_are_drawn_when_the_page_has_been_seen(self, qtbot: QtBot, village: Desk) -> None:
        page = HomeScreen(village)
        page.look_again()
        assert not page.growth.is_drawn()
        keep(qtbot, page)
        qtbot.waitUntil(page.growth.is_drawn, timeout=30_000)
        assert page.income.is_drawn()

    def test_the_same_stands_there_in_words(self, page: HomeScreen) -> None:
        write(page, Deposit(KHAM.id, 20_000), Received(RENT, 30_000))
        saved, _ = page.growth.series()
        assert saved.values == (2_500_000, 2_500_000, 2_500_000, 2_520_000)
        assert "2,520,000" in page.growth.accessibleName()
        assert page.growth.toolTip().splitlines()[-1].startswith("04/2026: ")
        assert "30,000" in page.income.toolTip().splitlines()[-1]

    def test_a_drawn_chart_follows_the_book_and_the_language(self, page: HomeScreen) -> None:
        page.draw()
        write(page, Received(RENT, 30_000))
        page.desk.speak("th")
        assert page.income.series()[0].values[-1] == 30_000
        assert _heading(page.income) == page.words.say("Income and costs by month")


@pytest.mark.parametrize(
    ("most", "one", "scale"),
    [
        (0, 1, Scale(1, 1, 1)),
        (3, 1, Scale(1, 3, 1)),
        (9, 1, Scale(5, 2, 1)),
        (7_500, 1, Scale(2_000, 4, 1_000)),
        (1_900_000, 1, Scale(500_000, 4, 1_000)),
        (136_000_000, 1, Scale(50_000_000, 3, 1_000_000)),
        (136_000_000, 100, Scale(50_000_000, 3, 100_000)),
    ],
)
def test_the_marks_are_round(most: int, one: int, scale: Scale) -> None:
    assert scale_of(most, one=one) == scale
    assert scale.marks[0] == (0, 0)
    assert scale.marks[-1][0] >= most


def _heading(chart: Chart) -> str:
    return chart._heading.text()


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12)).astimezone()


def _open_sheet(book: Book, actor: Actor) -> Change:
    return open_sheet(book, actor, day=TODAY, kind=SheetKind.MEETING, opening=None, today=TODAY)
