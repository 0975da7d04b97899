"""F1 on loans of a fund, and on loans that were lost or repaid: lists, page and funds."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ledger.actions.loan_life import write_off_loan
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.rulebook import adopt_rulebook
from ledger.rules.accounts import Account, loans_of
from ledger.rules.lines import FundGift, LoanPaidOut, Repaid
from ledger.rules.lines_loans import LoanRecovered
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.loans import loan_state
from ledger.rules.people import MemberId, Role
from ledger.rules.rulebook import LoanProduct
from ledger.rules.transfers import LoanId
from ledger.statements.figure import Asked
from tests.ui.hands import click, keep
from tests.ui.test_why import AGREED, EARLY, added_up, figures, lend, shown, write
from tests.villages import (
    BOUNMY,
    DALA,
    DAY,
    KHAM,
    NOY,
    RESERVE,
    RICE,
    RULES,
    SOMPHONE,
    TODAY,
    actor,
    two,
)
from ui.desk import Desk
from ui.models.loans import Pile
from ui.screens.books.at import At, Leaf
from ui.screens.loans.list import LoansScreen
from ui.screens.places import PLACES
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, village: Desk) -> Window:
    village.speak("lo")
    lend(village)
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    keep(qtbot, window)
    return window


@pytest.mark.parametrize("pile", [Pile.LOST, Pile.FINISHED, Pile.RUNNING])
@pytest.mark.parametrize("fund", [None, RESERVE])
def test_loans_of_a_fund_and_loans_that_were_lost(
    window: Window, village: Desk, pile: Pile, fund: Account | None
) -> None:
    """One is given up and 20,000 of it come back, one is repaid, and one runs."""
    product = replace(RICE, key="other", rate=100, guarantors=0, late_kip=0, fund=fund)
    lend_more(village, product, DALA.id, SOMPHONE.id, NOY.id)
    lost, repaid, runs = (LoanId(n) for n in (2, 3, 4))
    write(village, EARLY, FundGift(RESERVE, 900_000), *map(LoanPaidOut, (lost, repaid, runs)))
    owed = loan_state(village.book.loan(repaid), DAY).settlement
    write(village, DAY, Repaid(repaid, owed), Repaid(runs, 30_000))
    give_up(village, lost)
    write(village, TODAY, LoanRecovered(lost, 20_000))
    window.go("loans")
    page = window.page()
    assert isinstance(page, LoansScreen)
    click(page.piles[pile])
    asked = 0
    for figure, text in figures(page):
        why = village.book.why(figure)
        assert shown(village, text) in {why.kip, None}, (figure, text)
        assert added_up(why)
        assert why.moved or not why.kip
        asked += 1
    assert asked >= 2
    for loan in (lost, repaid, runs):
        window.go("loan", loan)
        told = list(figures(page_of(window)))
        assert all(shown(village, text) == village.book.why(one).kip for one, text in told)
        assert told
    window.go("funds")
    lent = loans_of(RESERVE)
    whys = {
        village.book.why(one).kip for one, _ in figures(page_of(window)) if lent in one.accounts
    }
    assert whys == (set() if fund is None else {village.book.balances()[lent]})


def test_loans_that_wait_and_a_circle(window: Window, village: Desk) -> None:
    """Two stand for each other, and one of the two loans is not handed over yet."""
    product = replace(RICE, key="other", rate=100, guarantors=0)
    lend_more(village, product, NOY.id)
    write(village, EARLY, LoanPaidOut(LoanId(1)))
    request = LoanRequest(BOUNMY.id, DAY, 300_000, "agriculture", product, 12, (KHAM.id,))
    assert village.do(partial(request_loan, request=request))
    for place, wanted in (
        ("waiting", [200_000, 300_000, 500_000]),
        ("circles", [1_200_000]),
    ):
        window.go(place)
        told = list(dict.fromkeys(figures(page_of(window))))
        assert [village.book.why(one).kip for one, _ in told] == wanted
        assert [shown(village, text) for _, text in told] == wanted


def test_what_a_moneylender_would_have_taken(window: Window, village: Desk) -> None:
    rules = replace(
        RULES,
        valid_from=date(2026, 1, 2),
        resolution="2/2026",
        loans=replace(RULES.loans, moneylender=1_000),
    )
    assert village.do(lambda book, who: adopt_rulebook(book, two(who), rulebook=rules))
    write(village, EARLY, LoanPaidOut(LoanId(1)))
    window.go("books", At(Leaf.EARNINGS))
    all_told = dict.fromkeys(figures(page_of(window)))
    told = [(f, text) for f, text in all_told if f.member == KHAM.id]
    assert [one.asked for one, _ in told] == [Asked.HERS, Asked.LENDER, Asked.SPARED]
    assert [shown(village, text) for _, text in told] == [village.book.why(f).kip for f, _ in told]


def page_of(window: Window) -> QWidget:
    page = window.page()
    assert page is not None
    return page


def lend_more(desk: Desk, product: LoanProduct, *members: MemberId) -> None:
    """A loan of 200,000 of a new kind for each."""
    rules = replace(
        RULES,
        valid_from=date(2026, 1, 2),
        resolution="2/2026",
        loans=replace(RULES.loans, products=(*RULES.loans.products, product)),
    )
    assert desk.do(lambda book, who: adopt_rulebook(book, two(who), rulebook=rules))
    for number, member in enumerate(members, 2):
        request = LoanRequest(member, EARLY, 200_000, "agriculture", product, 12)
        decision = LoanDecision(EARLY, f"{number}/2026", True, 200_000, AGREED)
        assert desk.do(partial(request_loan, request=request))
        assert desk.do(partial(decide_loan, loan=LoanId(number), decision=decision))


def give_up(desk: Desk, loan: LoanId) -> None:
    second = actor(Role.PRESIDENT)
    assert desk.do(
        lambda book, who: write_off_loan(
            book, who, second=second, loan=loan, decision="9", day=DAY, today=TODAY
        )
    )
