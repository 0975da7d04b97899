"""The hand-over sheet: what one committee gives the next, with all that is not finished."""

from datetime import date

from ledger.rules.accounts import CASH, DIVIDENDS_PAYABLE, SETTLEMENTS_PAYABLE
from ledger.rules.days import Month
from ledger.rules.months import MonthStates
from ledger.rules.people import MemberId
from ledger.rules.saving_notices import Notice, NoticeId
from ledger.rules.saving_rules import SavingsProduct
from ledger.statements.hand_over import HandOver, hand_over_of, with_open_matters
from ledger.statements.lists import loan_rows_of
from tests.rules.loan_makers import RICE, loan, member, request
from tests.rules.welfare_makers import APPROVED, REFUSED, asked, claim_of
from tests.villages import BANK

DAY = date(2026, 6, 5)
NOY = member(1, "ນາງ ນ້ອຍ")
ASKED = asked("birth", date(2026, 8, 1))


def test_money_loans_and_papers_of_the_day() -> None:
    late, wanted = loan(RICE, 300_000, months=1), loan(RICE, 200_000, months=1)
    wanted = type(wanted)(wanted.id, wanted.number, request(RICE, 200_000))
    rows = loan_rows_of((late, wanted), {NOY.id: NOY}, DAY)
    bank = BANK
    balances = {CASH: 50_000, bank: 70_000, DIVIDENDS_PAYABLE: 3_000, SETTLEMENTS_PAYABLE: 4_000}
    sheet = hand_over_of(DAY, balances, rows, unsigned=(DAY,), candidates=2)
    assert sheet == HandOver(
        day=DAY,
        cash=50_000,
        banks=((bank, 70_000),),
        loans=1,
        owed=300_000,
        overdue=1,
        waiting=1,
        unsigned=(DAY,),
        dividends=3_000,
        settlements=4_000,
        candidates=2,
    )


def test_what_is_promised_said_or_begun() -> None:
    claims = (
        claim_of(1, ASKED, 100),
        claim_of(2, ASKED, 100, decision=APPROVED),
        claim_of(3, ASKED, 100, decision=APPROVED, paid=DAY),
        claim_of(4, ASKED, 100, decision=REFUSED),
    )
    said = Notice(
        NoticeId(1), MemberId(1), SavingsProduct.VOLUNTARY, 90_000, day=DAY, ready=DAY, used=20_000
    )
    april, may = Month(2026, 4), Month(2026, 5)
    sheet = with_open_matters(
        HandOver(DAY, cash=0),
        claims=claims,
        notices=(said,),
        months=MonthStates(closed=april, held=may),
        missing=("3/2026",),
    )
    assert (sheet.claims, sheet.notices, sheet.held) == (2, 70_000, date(2026, 5, 1))
    assert sheet.missing == ("3/2026",)


def test_what_was_on_hold_and_is_closed_since_is_finished() -> None:
    april = Month(2026, 4)
    for months in (MonthStates(), MonthStates(closed=april, held=april)):
        sheet = with_open_matters(
            HandOver(DAY, cash=0), claims=(), notices=(), months=months, missing=()
        )
        assert sheet == HandOver(DAY, cash=0)
