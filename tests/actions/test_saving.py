"""Two kinds of savings in one book, notice of a withdrawal, interest credited and taken back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ledger.actions.counter import reverse_entry
from ledger.actions.loan_money import hand_over
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.meeting import open_sheet
from ledger.actions.months import close_month, hold_month, reopen_month
from ledger.actions.record import LineRefused, record_day
from ledger.actions.saving import (
    credit_interest,
    give_notice,
    save_for,
    take_back_interest,
    take_back_notice,
)
from ledger.actions.set_up import start_books
from ledger.actions.two_persons import SecondPersonMissing
from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.rules.accounts import SAVINGS, SAVINGS_INTEREST, VOLUNTARY_SAVINGS
from ledger.rules.closing import InterestNotCredited, plan_close
from ledger.rules.contributions import VoluntaryNotKept
from ledger.rules.days import Month
from ledger.rules.lending import LoanOverCeiling
from ledger.rules.lines import Deposit, Received, SavingsInterest, SeedMoney
from ledger.rules.lines_saving import VoluntaryDeposit, VoluntaryWithdrawal
from ledger.rules.loan_rules import Ceiling, CeilingKind
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import CashCount, SheetKind
from ledger.rules.months import InterestBeforeClosing, MonthOnHold
from ledger.rules.people import SET_UP, Actor, Role
from ledger.rules.permits import NotPermitted
from ledger.rules.posting_saving import DepositMonthOutOfRange
from ledger.rules.refusals import NameMissing
from ledger.rules.rulebook import (
    InterestPeriod,
    Purpose,
    Rulebook,
    VoluntaryRules,
    WithdrawalRule,
)
from ledger.rules.saving_notices import (
    NoticeAboveSavings,
    NoticeMissing,
    NoticeNotAsked,
    NoticeUsedUp,
)
from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.savings_interest import (
    InterestNotDue,
    InterestOutdated,
    InterestPlan,
    LaterInterestStands,
    Span,
    plan_interest,
)
from ledger.rules.set_up import SetUp, check_set_up
from tests.actions.conftest import NOON
from tests.villages import BEGIN, GROUP, KHAM, MEMBERS, NOY, OFFICERS, RENT, RULES, TRADE

WRITER = Actor(id=OFFICERS[0].id, name=OFFICERS[0].name, role=Role.ACCOUNTANT)
OTHER = Actor(id=OFFICERS[1].id, name=OFFICERS[1].name, role=Role.PRESIDENT)
OWN, SHARE = SavingsProduct.VOLUNTARY, SavingsProduct.COMPULSORY
JANUARY, FEBRUARY = Month(2026, 1), Month(2026, 2)
TODAY = date(2026, 4, 20)
TRADE_ONLY = (Purpose("trade", "ຄ້າຂາຍ", "trade"),)
NEW_YEAR = date(2027, 1, 4)


def agreed(**saving: Any) -> Rulebook:
    voluntary = VoluntaryRules(kept=True, interest=50, withdrawal=WithdrawalRule.NOTICE)
    return replace(RULES, saving=replace(RULES.saving, **saving), voluntary=voluntary)


def set_up(rulebook: Rulebook) -> SetUp:
    """The credit union's member beside the village: shares 980,000, savings 3,540,000 kip."""
    return SetUp(
        group=replace(GROUP, books_begin=None),
        begin=BEGIN,
        rulebook=rulebook,
        officers=OFFICERS,
        members=MEMBERS,
        savings=((NOY.id, 980_000), (KHAM.id, 20_000)),
        voluntary=((NOY.id, 3_540_000), (KHAM.id, 0)),
        count=CashCount(((20_000, 227),)),
    )


def begun(path: Path, rulebook: Rulebook) -> Book:
    book = Book.create(path, group=GROUP, rulebook=rulebook, clock=lambda: NOON)
    start_books(book, SET_UP, set_up=set_up(rulebook))
    return book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = begun(tmp_path / "two.book", agreed(interest_period=InterestPeriod.MONTH))
    yield opened
    opened.close()


def plan_of(book: Book, month: Month) -> InterestPlan:
    return plan_interest(book.interest_facts(Span(month, month)))


def test_both_kinds_stand_side_by_side_from_the_first_day(book: Book) -> None:
    assert book.savings() == {NOY.id: 980_000, KHAM.id: 20_000}
    assert book.voluntary() == {NOY.id: 3_540_000}
    balances = book.balances()
    assert (balances[SAVINGS], balances[VOLUNTARY_SAVINGS]) == (1_000_000, 3_540_000)
    passbook = book.passbook(NOY.id, date.min, TODAY)
    last = passbook.lines[-1]
    assert (last.savings, last.voluntary) == (980_000, 3_540_000)
    assert passbook.two_products
    row = next(row for row in book.members_balances(TODAY) if row.member == NOY)
    assert (row.savings, row.voluntary) == (980_000, 3_540_000)
    assert book.figures(TODAY).voluntary == 3_540_000


def test_a_group_without_voluntary_savings_begins_with_none() -> None:
    with pytest.raises(VoluntaryNotKept):
        check_set_up(set_up(RULES))


def test_notice_is_written_and_the_withdrawal_uses_it_up(book: Book) -> None:
    def notice(kip: int) -> None:
        give_notice(
            book, WRITER, member=NOY.id, product=OWN, kip=kip, day=date(2026, 2, 5), today=TODAY
        )

    notice(500_000)
    with pytest.raises(NoticeAboveSavings):
        notice(3_040_001)
    (given,) = book.notices()[NOY.id]
    assert (given.kip, given.ready, given.left) == (500_000, date(2026, 3, 5), 500_000)
    early = VoluntaryWithdrawal(NOY.id, 1)
    with pytest.raises(LineRefused) as refused:
        record_day(book, WRITER, day=date(2026, 3, 4), lines=[early], today=TODAY)
    assert isinstance(refused.value.why, NoticeMissing)
    part = VoluntaryWithdrawal(NOY.id, 200_000)
    record_day(book, WRITER, day=date(2026, 3, 5), lines=[part], today=TODAY)
    assert book.notices()[NOY.id][0].left == 300_000
    taken = record_day(
        book,
        WRITER,
        day=date(2026, 3, 6),
        lines=[VoluntaryWithdrawal(NOY.id, 300_000)],
        today=TODAY,
    )
    assert book.notices()[NOY.id][0].left == 0
    # A withdrawal that is taken back was none: its notice stands again.
    reverse_entry(book, WRITER, number=taken.entries[0], reason="wrong", today=TODAY)
    assert book.notices()[NOY.id][0].left == 300_000
    assert book.check() == ()


def test_notice_is_refused_where_none_is_asked(book: Book) -> None:
    with pytest.raises(NoticeNotAsked):
        give_notice(book, WRITER, member=NOY.id, product=SHARE, kip=1, day=TODAY, today=TODAY)
    auditor = replace(WRITER, role=Role.AUDITOR)
    with pytest.raises(NotPermitted):
        give_notice(book, auditor, member=NOY.id, product=OWN, kip=1, day=TODAY, today=TODAY)


def test_interest_is_credited_once_and_taken_back_whole(book: Book) -> None:
    due = book.interest_due(TODAY)
    assert [span.first for span in due] == [JANUARY, FEBRUARY, Month(2026, 3)]
    plan = plan_of(book, JANUARY)
    assert plan.kip == 17_700
    change = credit_interest(book, WRITER, plan=plan, today=TODAY)
    assert book.voluntary() == {NOY.id: 3_557_700}
    assert book.balances()[SAVINGS_INTEREST] == 17_700
    with pytest.raises(InterestNotDue):
        credit_interest(book, WRITER, plan=plan, today=TODAY)
    # Interest on interest: February stands on January.
    credit_interest(book, WRITER, plan=plan_of(book, FEBRUARY), today=TODAY)
    january, february = book.interest_posted()
    assert (january.entry, february.kip) == (change.entries[0], 17_788)
    acts: tuple[Callable[[], object], ...] = (
        lambda: take_back_interest(book, WRITER, posted=january, reason="x", today=TODAY),
        lambda: reverse_entry(book, WRITER, number=change.entries[0], reason="x", today=TODAY),
    )
    for act in acts:
        with pytest.raises(LaterInterestStands):
            act()
    take_back_interest(book, WRITER, posted=february, reason="rate", today=TODAY)
    assert [posted.span.first for posted in book.interest_posted()] == [JANUARY]
    assert book.interest_due(TODAY)[0].first == FEBRUARY
    credit_interest(book, WRITER, plan=plan_of(book, FEBRUARY), today=TODAY)
    assert book.check() == ()


def test_interest_that_was_taken_back_earns_nothing_when_it_is_reckoned_anew(book: Book) -> None:
    shown = plan_of(book, JANUARY)
    credit_interest(book, WRITER, plan=shown, today=TODAY)
    (posted,) = book.interest_posted()
    take_back_interest(book, WRITER, posted=posted, reason="x", today=TODAY)
    assert plan_of(book, JANUARY) == shown


def test_no_month_is_closed_before_its_interest_is_credited(book: Book) -> None:
    hold_month(book, WRITER, month=FEBRUARY, today=TODAY)
    with pytest.raises(InterestBeforeClosing):
        close_month(book, WRITER, month=FEBRUARY, today=TODAY)
    reopen_month(book, WRITER, month=JANUARY, second=OTHER, reason="x", today=TODAY)
    for month in (JANUARY, FEBRUARY):
        credit_interest(book, WRITER, plan=plan_of(book, month), today=TODAY)
    hold_month(book, WRITER, month=FEBRUARY, today=TODAY)
    close_month(book, WRITER, month=FEBRUARY, today=TODAY)
    assert book.month_states().closed == FEBRUARY
    assert [span.first for span in book.interest_due(TODAY)] == [Month(2026, 3)]


def test_interest_that_was_shown_is_what_is_written(book: Book) -> None:
    plan = plan_of(book, JANUARY)
    line = VoluntaryDeposit(KHAM.id, 50_000)
    record_day(book, WRITER, day=date(2026, 1, 10), lines=[line], today=TODAY)
    with pytest.raises(InterestOutdated):
        credit_interest(book, WRITER, plan=plan, today=TODAY)
    assert book.interest_posted() == ()


def test_interest_by_hand_is_not_paid_twice(tmp_path: Path) -> None:
    book = begun(tmp_path / "pakhon.book", agreed(interest=50))
    hand = SavingsInterest(NOY.id, 10_000)
    record_day(book, WRITER, day=date(2026, 6, 5), lines=[hand], today=NEW_YEAR)
    (year,) = book.interest_due(NEW_YEAR)
    plan = plan_interest(book.interest_facts(year))
    noy = next(row for row in plan.rows if row.member == NOY and row.product is SHARE)
    # 980,000 for five months and 990,000 for seven at 0.5 %, less what she has got already.
    assert (noy.earned, noy.credited, noy.kip) == (59_150, 10_000, 49_150)
    credit_interest(book, WRITER, plan=plan, today=NEW_YEAR)
    assert book.interest_due(NEW_YEAR) == ()
    book.close()


def test_nothing_earned_is_written_down_too(tmp_path: Path) -> None:
    rulebook = replace(agreed(interest=1), voluntary=VoluntaryRules())
    plain = replace(set_up(rulebook), savings=(), voluntary=(), count=CashCount())
    book = Book.create(tmp_path / "new.book", group=GROUP, rulebook=rulebook, clock=lambda: NOON)
    start_books(book, SET_UP, set_up=plain)
    (year,) = book.interest_due(NEW_YEAR)
    plan = plan_interest(book.interest_facts(year))
    assert credit_interest(book, WRITER, plan=plan, today=NEW_YEAR).entries == ()
    (posted,) = book.interest_posted()
    assert (posted.entry, posted.kip) == (None, 0)
    with pytest.raises(InterestNotDue):
        take_back_interest(book, WRITER, posted=posted, reason="x", today=NEW_YEAR)
    assert book.interest_due(NEW_YEAR) == ()
    book.close()


def test_the_next_year_begins_with_both_kinds(tmp_path: Path) -> None:
    """Pakhon: interest on savings is a cost of the year, before there is any profit."""
    voluntary = VoluntaryRules(kept=True, interest=50, dividend=True)
    book = begun(tmp_path / "year.book", replace(agreed(interest=50), voluntary=voluntary))
    record_day(book, WRITER, day=date(2026, 5, 5), lines=[Deposit(NOY.id, 20_000)], today=NEW_YEAR)
    (year,) = book.interest_due(NEW_YEAR)
    interest = plan_interest(book.interest_facts(year))
    credit_interest(book, WRITER, plan=interest, today=NEW_YEAR)
    earned = Received(RENT, 3_000_000 + interest.kip)
    record_day(book, WRITER, day=date(2026, 12, 5), lines=[earned], today=NEW_YEAR)
    facts = book.year_facts(2026, NEW_YEAR)
    noy = next(found for found in facts.members if found.member == NOY)
    assert noy.months[0].opening == 4_520_000
    plan = plan_close(facts)
    assert plan.expenses[SAVINGS_INTEREST] == interest.kip
    assert plan.profit == 3_000_000
    close_year(book, WRITER, plan=plan, signers=(OTHER,), today=NEW_YEAR)
    rows = book.shelf.rows("SELECT savings, voluntary FROM year_opening ORDER BY member")
    assert rows == [(20_000 + 1_200, 0), (1_000_000 + 59_600, 3_540_000 + 212_400)]
    assert book.voluntary() == {NOY.id: 3_752_400}
    assert book.check() == ()
    book.close()


def test_a_year_is_not_closed_while_its_interest_would_be_lost(book: Book) -> None:
    """Twelve months are due to the one who has voluntary savings; then none any more."""
    record_day(book, WRITER, day=TODAY, lines=[Received(RENT, 5_000_000)], today=NEW_YEAR)
    with pytest.raises(InterestNotCredited) as refused:
        plan_close(book.year_facts(2026, NEW_YEAR))
    said = refused.value
    assert (said.year, said.first, said.last) == (2026, JANUARY, Month(2026, 12))
    # Twelve times half a percent of 3,540,000, reckoned on what stands there today.
    assert (said.members, said.kip) == (1, 12 * 17_700)
    while spans := book.interest_due(NEW_YEAR):
        plan = plan_interest(book.interest_facts(spans[0]))
        credit_interest(book, WRITER, plan=plan, today=NEW_YEAR)
    plan_close(book.year_facts(2026, NEW_YEAR))
    # What is taken back is due again.
    posted = book.interest_posted()[-1]
    take_back_interest(book, WRITER, posted=posted, reason="x", today=NEW_YEAR)
    with pytest.raises(InterestNotCredited) as refused:
        plan_close(book.year_facts(2026, NEW_YEAR))
    assert (refused.value.first, refused.value.last) == (Month(2026, 12), Month(2026, 12))


def test_interest_that_can_be_written_no_more_does_not_keep_a_year_open(book: Book) -> None:
    while spans := book.interest_due(NEW_YEAR):
        plan = plan_interest(book.interest_facts(spans[0]))
        credit_interest(book, WRITER, plan=plan, today=NEW_YEAR)
    december = Month(2026, 12)
    hold_month(book, WRITER, month=december, today=NEW_YEAR)
    close_month(book, WRITER, month=december, today=NEW_YEAR)
    posted = book.interest_posted()[-1]
    take_back_interest(book, WRITER, posted=posted, reason="x", today=NEW_YEAR)
    assert [span.first for span in book.interest_due(NEW_YEAR)] == [december]
    assert book.year_facts(2026, NEW_YEAR).interest_due is None


def test_interest_of_a_month_on_hold_takes_two_and_a_reason(book: Book) -> None:
    plan = plan_of(book, JANUARY)
    hold_month(book, WRITER, month=JANUARY, today=TODAY)
    before = book.history(1)
    for second, reason in ((None, "ຊ້າ"), (OTHER, " ")):
        with pytest.raises(MonthOnHold):
            credit_interest(book, WRITER, plan=plan, today=TODAY, second=second, reason=reason)
    with pytest.raises(SecondPersonMissing):
        credit_interest(book, WRITER, plan=plan, today=TODAY, second=WRITER, reason="ຊ້າ")
    assert book.history(1) == before
    credit_interest(book, WRITER, plan=plan, today=TODAY, second=OTHER, reason=" ຊ້າ ")
    (act,) = book.history(1)
    assert (act.second, act.facts["reason"]) == (OTHER.name, "ຊ້າ")
    assert book.voluntary() == {NOY.id: 3_557_700}
    assert book.check() == ()


def test_months_without_a_meeting_are_known(book: Book) -> None:
    record_day(book, WRITER, day=date(2026, 1, 5), lines=[Deposit(NOY.id, 10_000)], today=TODAY)
    march = [Deposit(NOY.id, 10_000, month=FEBRUARY), Deposit(NOY.id, 10_000)]
    record_day(book, WRITER, day=date(2026, 3, 5), lines=march, today=TODAY)
    facts = book.day_facts(date(2026, 4, 5), TODAY)
    assert {m for m in facts.unmet if m.year == 2026} == {FEBRUARY}
    assert facts.saved[NOY.id] == dict.fromkeys((JANUARY, FEBRUARY, Month(2026, 3)), 10_000)


def test_a_notice_is_taken_back_with_its_reason(book: Book) -> None:
    give_notice(
        book, WRITER, member=NOY.id, product=OWN, kip=500, day=date(2026, 2, 5), today=TODAY
    )
    (given,) = book.notices()[NOY.id]
    with pytest.raises(NameMissing):
        take_back_notice(book, WRITER, notice=given, reason=" ", today=TODAY)
    part = VoluntaryWithdrawal(NOY.id, 200)
    record_day(book, WRITER, day=date(2026, 3, 5), lines=[part], today=TODAY)
    # What was shown may be older than what stands: only what is left now is taken back.
    take_back_notice(book, WRITER, notice=given, reason="the harvest came", today=TODAY)
    (back,) = book.notices()[NOY.id]
    assert (back.used, back.taken_back, back.left) == (200, 300, 0)
    with pytest.raises(LineRefused) as refused:
        record_day(book, WRITER, day=TODAY, lines=[VoluntaryWithdrawal(NOY.id, 1)], today=TODAY)
    assert refused.value.why == NoticeMissing(allowed=0, given=1, from_day=None)
    with pytest.raises(NoticeUsedUp):
        take_back_notice(book, WRITER, notice=back, reason="again", today=TODAY)
    auditor = replace(WRITER, role=Role.AUDITOR)
    with pytest.raises(NotPermitted):
        take_back_notice(book, auditor, notice=back, reason="again", today=TODAY)
    earlier = book.as_of(date(2026, 3, 1))
    assert earlier.notices()[NOY.id][0].left == 500
    earlier.close()
    assert book.check() == ()


def test_savings_are_taken_for_a_month_at_once_or_onto_the_sheet(book: Book) -> None:
    save_for(book, WRITER, member=KHAM.id, kip=10_000, month=FEBRUARY, today=TODAY)
    save_for(book, WRITER, member=KHAM.id, kip=10_000, month=Month(2026, 4), today=TODAY)
    saved = book.day_facts(TODAY, TODAY).saved[KHAM.id]
    assert (saved[FEBRUARY], saved[Month(2026, 4)]) == (10_000, 10_000)
    with pytest.raises(DepositMonthOutOfRange):
        save_for(book, WRITER, member=KHAM.id, kip=10_000, month=Month(2026, 5), today=TODAY)
    open_sheet(book, WRITER, kind=SheetKind.DAY_SHEET, day=TODAY, opening=None, today=TODAY)
    save_for(book, WRITER, member=KHAM.id, kip=10_000, month=JANUARY, today=TODAY)
    sheet = book.open_sheet()
    assert sheet is not None
    assert [pencil.line for pencil in sheet.lines] == [Deposit(KHAM.id, 10_000, JANUARY)]


def test_the_credit_unions_member_borrows_by_both_kinds_of_her_savings(tmp_path: Path) -> None:
    """Banna: shares 980,000 and savings 3,540,000 side by side, with a loan of 5,000,000 kip."""
    ceiling = Ceiling(CeilingKind.SAVINGS_TIMES, times=200)
    product = replace(TRADE, ceiling=ceiling)
    loans = replace(RULES.loans, products=(product,), purposes=TRADE_ONLY)
    request = LoanRequest(NOY.id, date(2026, 3, 5), 5_000_000, "trade", product, 10)
    shares_only = replace(agreed(), loans=loans)
    alone = begun(tmp_path / "shares.book", shares_only)
    with pytest.raises(LoanOverCeiling) as refused:
        request_loan(alone, WRITER, request=request)
    assert (refused.value.most, refused.value.savings) == (1_960_000, 980_000)
    alone.close()

    both = replace(shares_only, voluntary=replace(shares_only.voluntary, ceiling=True))
    book = begun(tmp_path / "both.book", both)
    record_day(book, WRITER, day=date(2026, 3, 5), lines=[SeedMoney(1_000_000)], today=TODAY)
    request_loan(book, WRITER, request=request)
    (asked,) = book.loans()
    names = (OFFICERS[0].name, OFFICERS[1].name)
    decided = LoanDecision(date(2026, 3, 5), "3/2026", True, 5_000_000, names)
    decide_loan(book, WRITER, loan=asked.id, decision=decided)
    hand_over(book, WRITER, loan=asked.id, today=date(2026, 3, 6))
    passbook = book.passbook(NOY.id, date.min, TODAY)
    last = passbook.lines[-1]
    assert (last.savings, last.voluntary, last.loans) == (980_000, 3_540_000, 5_000_000)
    with pytest.raises(LoanOverCeiling) as refused:
        request_loan(book, WRITER, request=replace(request, kip=9_040_001))
    assert (refused.value.most, refused.value.savings) == (9_040_000, 4_520_000)
    assert book.check() == ()
    book.close()
