"""The welfare fund from leaving it to the last pension: each act written whole or not at all."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.actions.counter import reverse_entry
from ledger.actions.meeting import count_cash, count_welfare, open_sheet, sign_sheet
from ledger.actions.members import change_member
from ledger.actions.record import LineRefused, record_day
from ledger.actions.welfare import (
    ask_claim,
    decide_claim,
    leave_welfare,
    pay_claim,
    pay_pensions,
    write_birth_day,
)
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.accounts import CASH
from ledger.rules.claim_checks import ClaimDoubled, ConfirmationsMissing
from ledger.rules.claims import ClaimDecision, ClaimStage
from ledger.rules.days import Month, fiscal_year
from ledger.rules.kip import KIP_MAX
from ledger.rules.lines import FundSpent, Spent
from ledger.rules.meeting_values import CashCount, SheetKind
from ledger.rules.people import Role
from ledger.rules.permits import NotPermitted
from ledger.rules.posting_funds import FundShort
from ledger.rules.posting_welfare import ClaimUnknown
from ledger.rules.refusals import AmountOutOfRange, NameMissing
from ledger.rules.transfers import Kind
from ledger.rules.welfare_cash import (
    WelfareCashApart,
    WelfareCountDiffers,
    WelfareNotCounted,
    free_cash,
)
from ledger.rules.welfare_dues import NotInWelfare, in_welfare
from ledger.rules.welfare_spending import ClaimNeeded, WelfareCostsAboveLimit
from ledger.statements.welfare import Cover
from tests.actions.welfare_makers import (
    AGREED,
    APRIL,
    HEAD,
    KEEPER,
    NAMES,
    NIGHTS,
    approved,
    request,
    with_table,
)
from tests.villages import BOUNMY, COSTS, DALA, KHAM, TODAY, WELFARE, actor


class TestLeaving:
    def test_her_last_day_is_written_and_her_money_stays(self, book: Book) -> None:
        before = book.balances()
        change = leave_welfare(book, KEEPER, member=KHAM.id, day=APRIL, reason="moved", today=TODAY)
        assert change.topics == {Topic.MEMBERS}
        assert change.members == {KHAM.id}
        member = book.member(KHAM.id)
        assert member.welfare_until == APRIL
        assert in_welfare(book.rulebook(APRIL), member, APRIL)
        assert not in_welfare(book.rulebook(APRIL), member, date(2026, 4, 6))
        assert book.balances() == before
        assert book.check() == ()

    def test_who_comes_back_begins_anew(self, book: Book) -> None:
        leave_welfare(book, KEEPER, member=KHAM.id, day=APRIL, reason="moved", today=TODAY)
        again = replace(book.member(KHAM.id), welfare_since=date(2026, 4, 10))
        change_member(book, KEEPER, member=again)
        assert in_welfare(book.rulebook(TODAY), book.member(KHAM.id), TODAY)

    def test_refused_without_a_reason_or_for_one_outside(self, book: Book) -> None:
        before = book.history()
        with pytest.raises(NameMissing):
            leave_welfare(book, KEEPER, member=KHAM.id, day=APRIL, reason=" ", today=TODAY)
        with pytest.raises(NotInWelfare):
            leave_welfare(book, KEEPER, member=DALA.id, day=APRIL, reason="x", today=TODAY)
        auditor = actor(Role.AUDITOR)
        with pytest.raises(NotPermitted):
            leave_welfare(book, auditor, member=KHAM.id, day=APRIL, reason="x", today=TODAY)
        assert book.history() == before


class TestAClaim:
    def test_asked_approved_and_paid(self, book: Book) -> None:
        with_table(book)
        claim = approved(book)
        assert book.claim(claim).stage is ClaimStage.APPROVED
        change = pay_claim(book, KEEPER, claim=claim, today=APRIL)
        (entry,) = [book.entry(number) for number in change.entries]
        assert [(t.kind, t.debit, t.credit, t.kip) for t in entry.entry.transfers] == [
            (Kind.BENEFIT, WELFARE, CASH, 50_000)
        ]
        paid = book.claim(claim)
        assert (paid.number, paid.stage, paid.paid) == ("W2026-001", ClaimStage.PAID, APRIL)
        assert paid.request == request()
        assert book.passbook(KHAM.id, APRIL, APRIL).lines[0].kind is Kind.BENEFIT
        assert book.check() == ()

    def test_once(self, book: Book) -> None:
        with_table(book)
        claim = approved(book)
        pay_claim(book, KEEPER, claim=claim, today=APRIL)
        with pytest.raises(ClaimUnknown):
            pay_claim(book, KEEPER, claim=claim, today=APRIL)
        with pytest.raises(ClaimDoubled):
            ask_claim(book, KEEPER, request=request())

    def test_taken_back_it_waits_again(self, book: Book) -> None:
        with_table(book)
        claim = approved(book)
        (number,) = pay_claim(book, KEEPER, claim=claim, today=APRIL).entries
        reverse_entry(book, HEAD, number=number, reason="wrong day", today=TODAY)
        assert book.claim(claim).stage is ClaimStage.APPROVED
        pay_claim(book, KEEPER, claim=claim, today=TODAY)
        assert book.claim(claim).paid == TODAY
        assert book.check() == ()

    def test_refused_with_its_reason_it_is_never_paid(self, book: Book) -> None:
        with_table(book)
        ask_claim(book, KEEPER, request=request())
        claim = book.claims()[0].id
        no = ClaimDecision(APRIL, "5/2026", False, reason="not her child")
        decide_claim(book, HEAD, claim=claim, decision=no)
        with pytest.raises(ClaimUnknown):
            pay_claim(book, KEEPER, claim=claim, today=APRIL)
        assert book.claim(claim).decision == no
        with pytest.raises(KeyError):
            book.claim(type(claim)(9))

    def test_one_confirmation_is_too_little(self, book: Book) -> None:
        with_table(book)
        ask_claim(book, KEEPER, request=request())
        before = book.history()
        one = replace(AGREED, confirmers=NAMES[:1])
        with pytest.raises(ConfirmationsMissing):
            decide_claim(book, HEAD, claim=book.claims()[0].id, decision=one)
        assert book.history() == before

    def test_the_fund_is_never_overdrawn(self, book: Book) -> None:
        with_table(book)
        claim = approved(book)
        with_costs = (FundSpent(WELFARE, 60_000),)
        record_day(book, KEEPER, day=APRIL, lines=with_costs, today=TODAY)
        gifts = book.balances()[WELFARE]
        assert gifts == 240_000
        pay_claim(book, KEEPER, claim=claim, today=APRIL)
        poor = request(NIGHTS, first=date(2026, 3, 1), last=date(2026, 3, 11), units=10)
        ask_claim(book, KEEPER, request=poor)
        assert book.claims()[-1].kip == 100_000
        line = FundSpent(WELFARE, 200_000)
        with pytest.raises(LineRefused) as refused:
            record_day(book, KEEPER, day=APRIL, lines=(line,), today=TODAY)
        assert isinstance(refused.value.why, WelfareCostsAboveLimit)

    def test_beside_the_table_nobody_is_paid(self, book: Book) -> None:
        with_table(book)
        line = FundSpent(WELFARE, 1_000, member=KHAM.id)
        with pytest.raises(LineRefused) as refused:
            record_day(book, KEEPER, day=APRIL, lines=(line,), today=TODAY)
        assert isinstance(refused.value.why, ClaimNeeded)


class TestAtAMeeting:
    def test_the_claim_stands_in_pencil_and_both_heaps_are_counted(self, book: Book) -> None:
        with_table(book)
        claim = approved(book)
        open_sheet(book, KEEPER, day=APRIL, kind=SheetKind.MEETING, opening=None, today=TODAY)
        running = book.open_sheet()
        assert running is not None
        pay_claim(book, KEEPER, claim=claim, today=APRIL)
        assert book.claim(claim).stage is ClaimStage.APPROVED
        count = CashCount(((50_000, 55),))
        count_cash(book, KEEPER, sheet=running.id, when="closing", count=count)
        names = (KEEPER.name,)

        def sign() -> None:
            sign_sheet(book, KEEPER, sheet=running.id, signers=names, today=TODAY)

        with pytest.raises(WelfareNotCounted):
            sign()
        for wrong in (-1, KIP_MAX + 1):
            with pytest.raises(AmountOutOfRange):
                count_welfare(book, KEEPER, sheet=running.id, kip=wrong)
        count_welfare(book, KEEPER, sheet=running.id, kip=249_000)
        with pytest.raises(WelfareCountDiffers) as refused:
            sign()
        assert (refused.value.counted, refused.value.expected) == (249_000, 250_000)
        count_welfare(book, KEEPER, sheet=running.id, kip=250_000)
        sign()
        assert book.claim(claim).stage is ClaimStage.PAID
        assert book.sheet(running.id).welfare_counted == 250_000
        assert book.check() == ()

    def test_a_fund_that_is_short_says_so_in_pencil(self, book: Book) -> None:
        with_table(book, costs_most=10_000)
        claim = approved(book)
        record_day(book, KEEPER, day=APRIL, lines=(FundSpent(WELFARE, 299_000),), today=TODAY)
        with pytest.raises(FundShort):
            pay_claim(book, KEEPER, claim=claim, today=APRIL)


class TestApart:
    def test_the_group_s_costs_stop_before_the_fund_s_money(self, book: Book) -> None:
        with_table(book)
        assert free_cash(book.day_facts(APRIL, TODAY)) == 2_500_000
        line = Spent(COSTS, 2_500_001)
        with pytest.raises(LineRefused) as refused:
            record_day(book, KEEPER, day=APRIL, lines=(line,), today=TODAY)
        assert isinstance(refused.value.why, WelfareCashApart)

    def test_later_days_count_too(self, book: Book) -> None:
        with_table(book)
        later = (Spent(COSTS, 400_000), FundSpent(WELFARE, 60_000))
        record_day(book, KEEPER, day=date(2026, 4, 10), lines=later, today=TODAY)
        facts = book.day_facts(APRIL, TODAY)
        assert (free_cash(facts), facts.cash) == (2_100_000, 2_800_000)


class TestPensions:
    MONTH = Month(2026, 4)

    def test_all_who_are_due_are_paid_in_one_go(self, book: Book) -> None:
        with_table(book)
        assert book.pensions(self.MONTH, APRIL) == ()
        write_birth_day(book, KEEPER, member=KHAM.id, born=date(1950, 1, 1))
        assert book.member(KHAM.id).born == date(1950, 1, 1)
        ((asked, reckoning),) = book.pensions(self.MONTH, APRIL)
        assert (asked.member, reckoning.kip) == (KHAM.id, 20_000)
        self._pay(book)
        (claim,) = book.claims()
        assert (claim.stage, claim.number) == (ClaimStage.PAID, "W2026-001")
        assert book.pensions(self.MONTH, APRIL) == ()
        assert book.balances()[WELFARE] == 280_000
        assert book.check() == ()

    def test_on_the_table_they_stand_in_pencil(self, book: Book) -> None:
        with_table(book)
        write_birth_day(book, KEEPER, member=KHAM.id, born=date(1950, 1, 1))
        open_sheet(book, KEEPER, day=APRIL, kind=SheetKind.MEETING, opening=None, today=TODAY)
        self._pay(book)
        running = book.open_sheet()
        assert running is not None
        assert [pencil.line.kip for pencil in running.lines] == [20_000]  # type: ignore[union-attr]
        assert book.claims()[0].stage is ClaimStage.APPROVED

    def test_nobody_and_an_empty_fund_write_nothing(self, book: Book) -> None:
        with_table(book, costs_most=10_000)
        with pytest.raises(NameMissing):
            self._pay(book)
        write_birth_day(book, KEEPER, member=KHAM.id, born=date(1950, 1, 1))
        record_day(book, KEEPER, day=APRIL, lines=(FundSpent(WELFARE, 299_000),), today=TODAY)
        before = book.history()
        with pytest.raises(FundShort):
            self._pay(book)
        assert (book.history(), book.claims()) == (before, ())

    def _pay(self, book: Book) -> None:
        pay_pensions(
            book,
            KEEPER,
            month=self.MONTH,
            members=frozenset({KHAM.id, BOUNMY.id}),
            decision=AGREED,
            today=APRIL,
        )


class TestWhatIsShown:
    def test_members_report_and_coverage(self, book: Book) -> None:
        assert book.welfare_coverage(APRIL) is None
        with_table(book)
        pay_claim(book, KEEPER, claim=approved(book), today=APRIL)
        kham = book.welfare_members(APRIL)[0]
        assert (kham.member.id, kham.due, kham.benefits) == (KHAM.id, 1_000, 50_000)
        assert kham.first == date(2024, 7, 3)
        report = book.welfare_report(fiscal_year(APRIL, last_month=12), TODAY)
        assert [(r.persons, r.kip, r.persons_ever, r.kip_ever) for r in report.rows] == [
            (1, 50_000, 1, 50_000)
        ]
        assert (report.kip, report.kip_ever) == (50_000, 50_000)
        annual = book.annual(2026, TODAY)
        assert annual.welfare == report
        coverage = book.welfare_coverage(APRIL)
        assert coverage is not None
        assert (coverage.fund, coverage.one_member, coverage.members) == (250_000, 150_000, 2)
        assert coverage.cover is Cover.PART

    def test_what_was_paid_before_there_was_a_table_is_a_row_of_its_own(self, book: Book) -> None:
        with_table(book, benefits=())
        line = FundSpent(WELFARE, 70_000, member=KHAM.id)
        record_day(book, KEEPER, day=APRIL, lines=(line,), today=TODAY)
        (row,) = book.welfare_report(fiscal_year(APRIL, last_month=12), TODAY).rows
        assert (row.benefit, row.persons, row.kip) == (None, 1, 70_000)
        assert book.benefits_paid() == {KHAM.id: 70_000}
