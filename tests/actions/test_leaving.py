"""Memberships begin, pause, end and begin again; a refusal writes nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ledger.actions.leaving import (
    end_leave,
    give_leave,
    record_death,
    rejoin,
    resign,
    settle,
)
from ledger.actions.meeting import open_sheet
from ledger.actions.members import change_member
from ledger.actions.record import DayRecord, next_loan, record, record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.rules.accounts import EXIT_DIVIDENDS, SETTLEMENTS_PAYABLE
from ledger.rules.closing import plan_close
from ledger.rules.leaving import NotGone
from ledger.rules.lines import Deposit, FeePaid, LoanPaidOut, Received
from ledger.rules.lines import Fee as FeeKind
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import CashCount, SheetKind
from ledger.rules.member_life import LifeKind
from ledger.rules.people import Beneficiary, Role, Status
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import DayOutsideBooks, NameMissing
from ledger.rules.rulebook import ExitDividend, PeopleRules, Rulebook
from ledger.rules.settlement import SettlementChanged, SheetOnTable
from tests.villages import (
    DALA,
    DAY,
    KHAM,
    OFFICERS,
    PHET,
    RENT,
    RULES,
    SOMPHONE,
    TODAY,
    TRADE,
    actor,
    two,
)

KEEPER = actor()
SOON = date(2026, 1, 2)
NOTES = CashCount(((10_000, 251),))
BY: dict[str, Any] = {"decision": "7/2026", "today": TODAY}


def rules(**people: Any) -> Rulebook:
    return replace(RULES, people=PeopleRules(**people), resolution="2/2026", valid_from=SOON)


def go(book: Book, member: Any = DALA, *, pay_now: bool = True, day: date = DAY) -> None:
    shown = book.settlement(member.id, day, TODAY)
    settle(book, KEEPER, shown=shown, pay_now=pay_now, **BY)


class TestLeave:
    def test_from_to_and_back(self, book: Book) -> None:
        give_leave(book, KEEPER, member=DALA.id, first=DAY, last=date(2026, 6, 30), **BY)
        assert book.member(DALA.id).status is Status.ON_LEAVE
        assert book.day_facts(DAY, TODAY).away[DALA.id][0].last == date(2026, 6, 30)
        end_leave(book, KEEPER, member=DALA.id, day=date(2026, 4, 15), today=TODAY)
        assert book.member(DALA.id).status is Status.ACTIVE
        assert book.day_facts(DAY, TODAY).away[DALA.id][0].last == date(2026, 4, 14)
        kinds = [event.kind for event in book.life_of(DALA.id)]
        assert kinds == [LifeKind.LEAVE, LifeKind.BACK]
        assert [row.act for row in book.history(2)] == ["end_leave", "give_leave"]
        assert book.check() == ()

    def test_one_that_begins_later_leaves_her_status_until_then(self, book: Book) -> None:
        for first, last in ((date(2026, 5, 1), None), (date(2026, 2, 1), date(2026, 2, 20))):
            give_leave(book, KEEPER, member=DALA.id, first=first, last=last, **BY)
            assert book.member(DALA.id).status is Status.ACTIVE

    def test_a_day_to_come_is_refused(self, book: Book) -> None:
        late = date(2026, 4, 21)
        for act in (resign, record_death):
            with pytest.raises(DayOutsideBooks):
                act(book, KEEPER, member=DALA.id, day=late, note="", today=TODAY)
        assert book.life() == ()


class TestSettlement:
    def test_one_act_pays_everything_and_she_has_left(self, book: Book) -> None:
        go(book)
        assert book.member(DALA.id).status is Status.LEFT
        assert book.savings().get(DALA.id, 0) == 0
        assert book.figures(TODAY).cash == 2_000_000
        (event,) = book.life_of(DALA.id)
        assert (event.kind, event.decision) == (LifeKind.SETTLED, "7/2026")
        assert event.settlement is not None
        assert event.settlement.savings == 500_000
        assert book.settlements_owed() == {}
        lines = book.passbook(DALA.id, date(2026, 1, 1), TODAY).lines
        assert [(line.kind.value, line.paid_out, line.savings) for line in lines[-2:]] == [
            ("settled_savings", 500_000, 0),
            ("settlement_paid", 500_000, 0),
        ]
        assert book.check() == ()

    def test_paid_later_from_the_box(self, book: Book) -> None:
        go(book, pay_now=False)
        assert book.settlements_owed() == {DALA.id: 500_000}
        assert book.balances()[SETTLEMENTS_PAYABLE] == 500_000
        paid = SettlementPaid(DALA.id, 500_000, "ດາລາ")
        record_day(book, KEEPER, day=DAY, lines=(paid,), today=TODAY)
        assert book.settlements_owed() == {}

    def test_the_dividend_of_the_year_by_its_basis(self, book: Book) -> None:
        adopt_rulebook(book, two(KEEPER), rulebook=rules(exit_dividend=ExitDividend.PRO_RATA))
        rent = Received(RENT, 1_000_000)
        record_day(book, KEEPER, day=date(2026, 2, 5), lines=(rent,), today=TODAY)
        # Five of them have 500,000 each: a fifth of 70 % of a million.
        shown = book.settlement(DALA.id, DAY, TODAY)
        assert shown.dividend_now == 140_000
        settle(book, KEEPER, shown=shown, pay_now=True, **BY)
        assert book.balances()[EXIT_DIVIDENDS] == 140_000
        facts = book.year_facts(2026, date(2027, 1, 5))
        assert [m.settled for m in facts.members if m.member.id == DALA.id] == [True]
        kinds = [line.kind.value for line in book.passbook(DALA.id, DAY, TODAY).lines]
        assert kinds == ["settled_savings", "exit_dividend", "settlement_paid"]

    def test_a_year_that_is_not_closed_yet_is_not_paid_in_the_next(self, book: Book) -> None:
        """What last year earned is shared at its closing, and not a second time when one goes."""
        adopt_rulebook(book, two(KEEPER), rulebook=rules(exit_dividend=ExitDividend.PRO_RATA))
        earned = ((date(2026, 2, 5), 1_000_000), (date(2027, 1, 5), 100_000))
        for day, kip in earned:
            record_day(book, KEEPER, day=day, lines=(Received(RENT, kip),), today=day)
        late = date(2027, 1, 9)
        shown = book.settlement(DALA.id, late, late)
        assert shown.dividend_now == 14_000
        before = plan_close(book.year_facts(2026, late))
        hers = {share.member: share.dividend for share in before.shares}
        assert hers[DALA.id] == 140_000

    @pytest.mark.parametrize("way", ExitDividend)
    def test_who_goes_and_comes_back_in_one_year(self, book: Book, way: ExitDividend) -> None:
        """What she was paid or gave up is for the whole year, and the close agrees to the kip."""
        adopt_rulebook(book, two(KEEPER), rulebook=rules(exit_dividend=way))
        earned = Received(RENT, 1_000_000)
        record_day(book, KEEPER, day=date(2026, 2, 5), lines=(earned,), today=TODAY)
        go(book)
        again = date(2026, 4, 10)
        rejoin(book, KEEPER, member=DALA.id, day=again, decision="9", today=TODAY)
        saved = Deposit(DALA.id, 300_000)
        record_day(book, KEEPER, day=again, lines=(saved,), today=TODAY)
        late = date(2027, 1, 5)
        plan = plan_close(book.year_facts(2026, late))
        paid = 140_000 if way is ExitDividend.PRO_RATA else 0
        assert plan.profit == 1_000_000 - paid
        hers = [share for share in plan.shares if share.member == DALA.id and share.dividend]
        assert bool(hers) is (way is ExitDividend.AT_CLOSE)
        assert sum(line.reached for line in plan.lines) + plan.odd == plan.profit
        close_year(book, actor(), plan=plan, signers=(actor(Role.PRESIDENT),), today=late)
        assert book.savings()[DALA.id] == 300_000
        assert sum(book.dividends_owed().values()) == sum(s.dividend for s in plan.shares)
        assert book.check() == ()

    def test_the_rule_of_the_day_on_which_she_went_counts(self, book: Book) -> None:
        """Rules that change later neither pay a part twice nor take one away."""
        go(book)
        later = replace(rules(exit_dividend=ExitDividend.NONE), valid_from=date(2026, 4, 6))
        adopt_rulebook(book, two(KEEPER), rulebook=later)
        facts = book.year_facts(2026, date(2027, 1, 5))
        assert not any(m.settled for m in facts.members)

    def test_a_loan_that_is_not_late_yet_costs_her_nothing_of_it(self, book: Book) -> None:
        pro_rata = rules(exit_dividend=ExitDividend.PRO_RATA)
        strict = replace(pro_rata, profit=replace(pro_rata.profit, exclude_defaulters=True))
        adopt_rulebook(book, two(KEEPER), rulebook=strict)
        record_day(book, KEEPER, day=DAY, lines=(Received(RENT, 1_000_000),), today=TODAY)
        asked = LoanRequest(DALA.id, DAY, 100_000, "trade", TRADE, 10)
        names = (OFFICERS[0].name, OFFICERS[1].name)
        agreed = LoanDecision(DAY, "6/2026", approved=True, kip=100_000, approvers=names)
        lent = DayRecord(DAY, (LoanPaidOut(next_loan(book)),), loans=((asked, agreed),))
        record(book, KEEPER, record=lent, today=TODAY)
        assert book.settlement(DALA.id, DAY, TODAY).dividend_now == 140_000

    def test_rules_of_later_in_the_year_do_not_take_her_part_away(self, book: Book) -> None:
        adopt_rulebook(book, two(KEEPER), rulebook=rules(exit_dividend=ExitDividend.PRO_RATA))
        later = replace(rules(exit_dividend=ExitDividend.NONE), valid_from=date(2026, 6, 1))
        adopt_rulebook(book, two(KEEPER), rulebook=later)
        record_day(book, KEEPER, day=DAY, lines=(Received(RENT, 1_000_000),), today=TODAY)
        assert book.settlement(DALA.id, DAY, TODAY).dividend_now == 140_000

    def test_at_the_close_she_keeps_her_part(self, book: Book) -> None:
        go(book)
        facts = book.year_facts(2026, date(2027, 1, 5))
        assert not any(m.settled for m in facts.members)

    def test_what_is_refused_writes_nothing(self, book: Book) -> None:
        shown = book.settlement(DALA.id, DAY, TODAY)
        with pytest.raises(NameMissing):
            settle(book, KEEPER, shown=shown, decision=" ", pay_now=True, today=TODAY)
        with pytest.raises(NotPermitted):
            settle(book, actor(Role.AUDITOR), shown=shown, pay_now=True, **BY)
        saved = Deposit(DALA.id, 10_000)
        record_day(book, KEEPER, day=DAY, lines=(saved,), today=TODAY)
        with pytest.raises(SettlementChanged):
            settle(book, KEEPER, shown=shown, pay_now=True, **BY)
        open_sheet(book, KEEPER, kind=SheetKind.DAY_SHEET, day=DAY, opening=NOTES, today=TODAY)
        with pytest.raises(SheetOnTable):
            settle(book, KEEPER, shown=shown, pay_now=True, **BY)
        assert book.member(DALA.id).status is Status.ACTIVE
        assert book.life() == ()


class TestDeath:
    def test_the_family_is_paid_by_percent(self, book: Book) -> None:
        heirs = (Beneficiary("ວຽງ", 3_333), Beneficiary("ແສງ", 6_667))
        change_member(book, KEEPER, member=replace(SOMPHONE, beneficiaries=heirs))
        record_death(book, KEEPER, member=SOMPHONE.id, day=DAY, note="", today=TODAY)
        assert book.member(SOMPHONE.id).status is Status.DIED
        go(book, SOMPHONE)
        assert book.member(SOMPHONE.id).status is Status.DIED
        paid = book.passbook(SOMPHONE.id, DAY, TODAY).lines[-2:]
        assert [(line.note, line.paid_out) for line in paid] == [
            ("ວຽງ", 166_650),
            ("ແສງ", 333_350),
        ]
        assert book.check() == ()


class TestComingBack:
    def test_old_number_history_and_the_fee_again(self, book: Book) -> None:
        adopt_rulebook(book, two(KEEPER), rulebook=rules(notice_months=0))
        go(book, KHAM, day=date(2026, 2, 10))
        rejoin(book, KEEPER, member=KHAM.id, day=DAY, **BY)
        her = book.member(KHAM.id)
        assert (her.status, her.number, her.welfare_since) == (Status.ACTIVE, "001", None)
        facts = book.day_facts(DAY, TODAY)
        assert facts.rejoined == {KHAM.id: DAY}
        fee = FeePaid(KHAM.id, FeeKind.ENTRY, 10_000)
        record_day(book, KEEPER, day=DAY, lines=(fee,), today=TODAY)
        assert FeeKind.ENTRY in book.day_facts(DAY, TODAY).fees_paid[KHAM.id]
        assert len(book.passbook(KHAM.id, date(2026, 1, 1), TODAY).lines) == 3
        # And she may go once more.
        go(book, KHAM)
        assert book.member(KHAM.id).status is Status.LEFT

    def test_an_entry_fee_of_old_does_not_count_again(self, book: Book) -> None:
        fee = FeePaid(KHAM.id, FeeKind.ENTRY, 10_000)
        record_day(book, KEEPER, day=date(2026, 1, 5), lines=(fee,), today=TODAY)
        go(book, KHAM, day=date(2026, 2, 10))
        rejoin(book, KEEPER, member=KHAM.id, day=DAY, **BY)
        assert FeeKind.ENTRY not in book.day_facts(DAY, TODAY).fees_paid[KHAM.id]
        adopt_rulebook(book, two(KEEPER), rulebook=replace(rules(fee_again=False), valid_from=DAY))
        assert FeeKind.ENTRY in book.day_facts(DAY, TODAY).fees_paid[KHAM.id]

    def test_who_is_in_every_fund_is_in_it_from_the_new_first_day(self, book: Book) -> None:
        welfare = replace(RULES.welfare, everybody=True)
        adopt_rulebook(book, two(KEEPER), rulebook=replace(rules(), welfare=welfare))
        go(book)
        rejoin(book, KEEPER, member=DALA.id, day=DAY, **BY)
        assert book.member(DALA.id).welfare_since == DAY

    def test_who_was_only_marked_as_gone_is_settled_with_first(self, book: Book) -> None:
        with pytest.raises(NotGone):
            rejoin(book, KEEPER, member=PHET.id, day=DAY, **BY)


def test_a_notice_is_written_down(book: Book) -> None:
    adopt_rulebook(book, two(KEEPER), rulebook=rules(notice_months=2))
    resign(book, KEEPER, member=DALA.id, day=DAY, note="ຍ້າຍບ້ານ", today=TODAY)
    (event,) = book.life_of(DALA.id)
    assert (event.until, event.note) == (date(2026, 6, 5), "ຍ້າຍບ້ານ")
