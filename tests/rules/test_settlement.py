"""Settlements: every kip between a member and the group has its place, whoever is paid."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import (
    CASH,
    DIVIDENDS_PAYABLE,
    EXIT_DIVIDENDS,
    LOANS,
    SAVINGS,
    SETTLEMENTS_PAYABLE,
)
from ledger.rules.closing import plan_close
from ledger.rules.day_facts import DayFacts
from ledger.rules.exit_values import Payee, Settlement
from ledger.rules.kip import WHOLE
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.loans import owed_on
from ledger.rules.member_life import LifeEvent, LifeKind
from ledger.rules.people import Beneficiary, Member, MemberId, Status
from ledger.rules.posting import entries_of
from ledger.rules.posting_people import SettlementShort
from ledger.rules.refusals import CashShort, DayOutsideBooks, NameMissing, Refusal
from ledger.rules.rulebook import (
    DeathLoan,
    Destination,
    DividendBasis,
    ExitDividend,
    LineKind,
    PeopleRules,
)
from ledger.rules.settlement import (
    AlreadySettled,
    BeneficiariesMissing,
    DebtsFirst,
    NoticeMissing,
    NoticeRunning,
    SettlementToCollect,
    StillGuarantor,
    dividend_so_far,
    settlement_entries,
    settlement_of,
    stands_for,
)
from ledger.rules.transfers import Entry, Kind, LoanId
from tests.rules import years
from tests.rules.years import percent, rulebook, rules, saver
from tests.villages import DALA, DAY, KHAM, RULES, day_facts
from tests.villages import RUNNING as LOAN

HEIRS = (Beneficiary("ວຽງ", 3_333), Beneficiary("ແສງ", 3_333), Beneficiary("ຈັນ", 3_334))
BORROWER = LOAN.request.member
OWED = owed_on(LOAN, day=DAY)


def facts(**people: Any) -> DayFacts:
    """The village with the borrower's savings at 500,000 and nobody else's loan."""
    book = replace(RULES, people=PeopleRules(**people))
    return replace(
        day_facts(),
        rulebook=book,
        loans={LOAN.id: LOAN},
        savings={BORROWER: 500_000, DALA.id: 300_000},
        dividends={DALA.id: 12_000},
        cash_low=10_000_000,
    )


def dead(given_facts: DayFacts, heirs: tuple[Beneficiary, ...] = HEIRS) -> DayFacts:
    """The borrower has died."""
    her = replace(given_facts.members[BORROWER], status=Status.DIED, beneficiaries=heirs)
    return replace(given_facts, members={**given_facts.members, BORROWER: her})


def with_member(given_facts: DayFacts, member: Member) -> DayFacts:
    return replace(given_facts, members={**given_facts.members, member.id: member})


def net(entries: tuple[Entry, ...], account: int) -> int:
    moves = [t for entry in entries for t in entry.transfers]
    return sum(t.kip * ((t.credit == account) - (t.debit == account)) for t in moves)


class TestLeaving:
    def test_savings_and_old_dividend_are_paid_to_her(self) -> None:
        made = settlement_of(facts(), DALA.id, ())
        assert (made.has, made.set_off, made.to_pay) == (312_000, 0, 312_000)
        assert made.payees == (Payee(DALA.name, 312_000),)
        whole, paid = settlement_entries(made, facts(), pay_now=True, note="7/2026")
        assert (whole.note, paid.note) == ("7/2026", DALA.name)
        assert [t.kind for t in whole.transfers] == [Kind.SETTLED_SAVINGS, Kind.SETTLED_DIVIDEND]
        assert net((whole, paid), CASH) == 312_000
        assert net((whole, paid), SETTLEMENTS_PAYABLE) == 0

    def test_paid_later_it_is_a_debt_of_the_group(self) -> None:
        made = settlement_of(facts(), DALA.id, ())
        entries = settlement_entries(made, facts(), pay_now=False)
        assert net(entries, SETTLEMENTS_PAYABLE) == 312_000
        assert net(entries, CASH) == 0
        later = replace(facts(), settlements={DALA.id: 312_000})
        one = SettlementPaid(DALA.id, 200_000, "ດາລາ")
        two = SettlementPaid(DALA.id, 112_000, "ຜົວ")
        first, second = entries_of((one, two), later)
        assert (first.note, second.note) == ("ດາລາ", "ຜົວ")
        with pytest.raises(SettlementShort) as refused:
            entries_of((one, replace(two, kip=112_001)), later)
        assert refused.value == SettlementShort(owed=112_000, given=112_001)
        with pytest.raises(SettlementShort) as refused:
            entries_of((replace(one, member=KHAM.id),), later)
        assert refused.value == SettlementShort(owed=0, given=200_000)
        with pytest.raises(NameMissing):
            entries_of((replace(one, name=" "),), later)

    def test_her_loans_are_paid_whole_and_the_rest_is_brought(self) -> None:
        given_facts = facts()
        made = settlement_of(given_facts, BORROWER, ())
        (off,) = made.loans
        assert (off.split, off.rest) == (OWED, 0)
        assert made.to_collect == max(0, OWED.kip - 500_000)
        assert made.to_pay == max(0, 500_000 - OWED.kip)
        poor = replace(given_facts, savings={BORROWER: 1_000})
        made = settlement_of(poor, BORROWER, ())
        assert made.to_collect == OWED.kip - 1_000
        assert made.payees == ()
        with pytest.raises(SettlementToCollect) as refused:
            settlement_entries(made, poor, pay_now=False)
        assert refused.value.kip == OWED.kip - 1_000
        entries = settlement_entries(made, poor, pay_now=True)
        assert net(entries, CASH) == -(OWED.kip - 1_000)
        assert net(entries, LOANS) == OWED.principal

    def test_who_has_nothing_goes_without_an_entry(self) -> None:
        given_facts = replace(facts(), savings={}, dividends={})
        made = settlement_of(given_facts, DALA.id, ())
        assert settlement_entries(made, given_facts, pay_now=True) == ()

    def test_the_box_and_the_books_are_looked_at(self) -> None:
        made = settlement_of(facts(), DALA.id, ())
        with pytest.raises(CashShort):
            settlement_entries(made, replace(facts(), cash_low=1_000), pay_now=True)
        closed = replace(facts(), first_day=date(2026, 5, 1))
        with pytest.raises(DayOutsideBooks):
            settlement_entries(made, closed, pay_now=True)


class TestWhatKeepsHer:
    @pytest.mark.parametrize(
        ("people", "events", "why"),
        [
            ({"notice_months": 3}, (), NoticeMissing(member=DALA.told, months=3)),
            (
                {"notice_months": 3},
                (LifeEvent(DALA.id, LifeKind.NOTICE, DAY, until=date(2026, 7, 5)),),
                NoticeRunning(member=DALA.told, first=date(2026, 7, 5)),
            ),
            (
                {},
                (LifeEvent(DALA.id, LifeKind.SETTLED, DAY),),
                AlreadySettled(member=DALA.told, day=DAY),
            ),
        ],
    )
    def test_notice_and_an_earlier_settlement(
        self, people: dict[str, Any], events: tuple[LifeEvent, ...], why: Refusal
    ) -> None:
        with pytest.raises(type(why)) as refused:
            settlement_of(facts(**people), DALA.id, events)
        assert refused.value == why

    def test_the_notice_has_run_or_has_no_day(self) -> None:
        for until in (DAY, None):
            notice = LifeEvent(DALA.id, LifeKind.NOTICE, DAY, until=until)
            assert settlement_of(facts(notice_months=3), DALA.id, (notice,)).to_pay == 312_000
        left = with_member(facts(notice_months=3), replace(DALA, status=Status.LEFT))
        assert settlement_of(left, DALA.id, ()).to_pay == 312_000

    def test_a_guarantor_stays_until_somebody_else_stands(self) -> None:
        request = replace(LOAN.request, guarantors=(DALA.id,))
        given_facts = replace(facts(), loans={LOAN.id: replace(LOAN, request=request)})
        assert len(stands_for(given_facts.loans.values(), DALA.id, DAY)) == 1
        with pytest.raises(StillGuarantor) as refused:
            settlement_of(given_facts, DALA.id, ())
        assert refused.value == StillGuarantor(member=DALA.told, loans=(LOAN.number,))
        free = replace(given_facts, rulebook=facts(guarantor_may_leave=True).rulebook)
        assert settlement_of(free, DALA.id, ()).to_pay == 312_000

    def test_debts_first_where_nothing_is_set_off(self) -> None:
        with pytest.raises(DebtsFirst) as refused:
            settlement_of(facts(offset=False), BORROWER, ())
        assert refused.value.owed == OWED.kip
        assert settlement_of(facts(offset=False), DALA.id, ()).to_pay == 312_000


class TestDeath:
    def test_the_odd_kip_goes_to_the_first_and_is_named(self) -> None:
        given_facts = replace(dead(facts()), loans={}, savings={BORROWER: 100_001})
        made = settlement_of(given_facts, BORROWER, ())
        assert [p.kip for p in made.payees] == [33_331, 33_330, 33_340]
        assert [p.odd for p in made.payees] == [1, 0, 0]
        entries = settlement_entries(made, given_facts, pay_now=True)
        assert [e.note for e in entries[1:]] == ["ວຽງ", "ແສງ", "ຈັນ"]

    def test_a_loan_is_set_off_as_far_as_it_reaches(self) -> None:
        given_facts = replace(dead(facts()), savings={BORROWER: 1_000})
        made = settlement_of(given_facts, BORROWER, ())
        (off,) = made.loans
        assert (off.split.kip, off.rest) == (1_000, OWED.kip - 1_000)
        assert (made.to_pay, made.to_collect, made.payees) == (0, 0, ())
        two = {n: replace(LOAN, id=n, number=f"2026-{n:03d}") for n in (LoanId(1), LoanId(2))}
        both = settlement_of(replace(given_facts, loans=two), BORROWER, ())
        assert [off.split.kip for off in both.loans] == [1_000, 0], "of two it is the older one's"
        nothing = settlement_of(replace(given_facts, savings={}), BORROWER, ())
        assert (nothing.set_off, nothing.loans[0].rest) == (0, OWED.kip)

    @pytest.mark.parametrize("way", [DeathLoan.GUARANTORS, DeathLoan.FUND])
    def test_or_left_to_guarantors_and_fund(self, way: DeathLoan) -> None:
        made = settlement_of(dead(facts(death_loan=way)), BORROWER, ())
        assert (made.set_off, made.to_pay) == (0, 500_000)
        assert made.loans[0].rest == OWED.kip

    def test_nobody_to_be_paid(self) -> None:
        with pytest.raises(BeneficiariesMissing):
            settlement_of(dead(facts(), ()), BORROWER, ())

    def test_a_loan_on_which_nothing_is_owed_is_not_spoken_of(self) -> None:
        before = date(2026, 1, 1)
        early = replace(facts(), day=before)
        assert settlement_of(early, BORROWER, ()).loans == ()


@given(
    savings=st.integers(0, 5_000_000),
    dividend=st.integers(0, 500_000),
    now=st.integers(0, 500_000),
    ways=st.tuples(st.booleans(), st.booleans()),
    parts=st.lists(st.integers(1, 3_000), min_size=1, max_size=3),
)
def test_every_kip_is_accounted_for(
    savings: int, dividend: int, now: int, ways: tuple[bool, bool], parts: list[int]
) -> None:
    died, pay_now = ways
    heirs = (*(Beneficiary("x", p) for p in parts), Beneficiary("y", WHOLE - sum(parts)))
    given_facts = replace(facts(), savings={BORROWER: savings}, dividends={BORROWER: dividend})
    given_facts = dead(given_facts, heirs) if died else given_facts
    made = settlement_of(given_facts, BORROWER, (), dividend_now=now)
    assert made.has + made.to_collect == made.set_off + made.to_pay
    assert sum(p.kip for p in made.payees) == made.to_pay
    assert min((p.kip for p in made.payees), default=0) >= 0
    if made.to_collect and not pay_now:
        return
    entries = settlement_entries(made, given_facts, pay_now=pay_now)
    assert net(entries, SAVINGS) == -savings
    assert net(entries, DIVIDENDS_PAYABLE) == -dividend
    assert net(entries, EXIT_DIVIDENDS) == -now
    assert net(entries, SETTLEMENTS_PAYABLE) == (0 if pay_now else made.to_pay)
    assert net(entries, CASH) == (made.to_pay if pay_now else 0) - made.to_collect


class TestDividendOfTheYear:
    def year(self, way: ExitDividend) -> Any:
        lines = (percent(Destination.DIVIDEND, 7_000), percent(Destination.FUND, 3_000))
        book = replace(rulebook(rules(*lines)), people=PeopleRules(exit_dividend=way))
        members = (saver(1, 100_000), saver(2, 300_000))
        return years.facts(book, earned=1_000_000, members=members)

    def test_on_the_last_day_it_is_what_the_closing_gives(self) -> None:
        year = self.year(ExitDividend.PRO_RATA)
        plan = plan_close(year)
        for share in plan.shares:
            earned = dividend_so_far(year, share.member, year.year.last)
            assert earned == share.dividend + share.refund
        assert sum(s.dividend for s in plan.shares) > 0

    def test_a_year_without_profit_pays_nothing(self) -> None:
        year = replace(self.year(ExitDividend.PRO_RATA), balances={})
        assert dividend_so_far(year, year.members[0].member.id, year.year.last) == 0

    def test_a_profit_that_does_not_carry_the_lines_pays_nothing(self) -> None:
        year = self.year(ExitDividend.PRO_RATA)
        fixed = years.line(LineKind.FIXED, Destination.FUND, 5_000_000)
        book = replace(year.rulebook, profit=rules(fixed))
        poor = replace(year, rulebook=book)
        assert dividend_so_far(poor, year.members[0].member.id, year.year.last) == 0

    def test_dividend_and_refund_are_both_hers(self) -> None:
        lines = (percent(Destination.DIVIDEND, 6_000), percent(Destination.REFUND, 4_000))
        her = saver(1, 1_000, interest_paid=50)
        year = years.facts(rules(*lines), earned=1_000, members=(her,))
        assert dividend_so_far(year, her.member.id, year.year.last) == 1_000

    def test_months_after_the_day_weigh_nothing(self) -> None:
        year = self.year(ExitDividend.PRO_RATA)
        one, two = year.members
        early = year.year.months[5].last
        late = replace(two, months=tuple(m._replace(opening=0, deposits=0) for m in two.months))
        alone = replace(year, members=(one, replace(late, day_sum=0)))
        whole = dividend_so_far(alone, one.member.id, early)
        assert whole == dividend_so_far(year, one.member.id, early) + dividend_so_far(
            year, two.member.id, early
        )

    def test_month_by_month_the_months_to_come_weigh_nothing(self) -> None:
        """A thousand all the year, and a thousand of somebody else's from June on."""
        lines = rules(percent(Destination.DIVIDEND, 10_000), basis=DividendBasis.MONTH_END)
        first = saver(1, 1_000)
        june = [
            m._replace(opening=0, deposits=1_000 * (k == 5)) for k, m in enumerate(first.months)
        ]
        months = (*june[:6], *first.months[6:])
        second = replace(first, member=years.member(2), months=months)
        year = years.facts(lines, earned=7, members=(first, second))
        day = date(2025, 6, 1)
        assert [dividend_so_far(year, MemberId(n), day) for n in (1, 2)] == [6, 1]

    def test_day_by_day_the_days_to_come_weigh_nothing(self) -> None:
        """A thousand all the year, and for one of them a thousand more from the 1st of December."""
        lines = rules(percent(Destination.DIVIDEND, 10_000), basis=DividendBasis.DAILY)
        steady = saver(1, 1_000)
        *before, december = steady.months
        more = replace(
            steady,
            member=years.member(2),
            months=(*before, december._replace(deposits=1_000)),
            day_sum=334 * 1_000 + 31 * 2_000,
        )
        day = date(2025, 12, 11)
        year = years.facts(lines, earned=345 + 356, members=(steady, more))
        assert [dividend_so_far(year, MemberId(n), day) for n in (1, 2)] == [345, 356]

    def test_who_was_settled_with_has_no_part_in_the_closing(self) -> None:
        year = self.year(ExitDividend.PRO_RATA)
        one, two = year.members
        plan = plan_close(replace(year, members=(replace(one, settled=True), two)))
        assert [s.dividend > 0 for s in plan.shares] == [False, True]

    def test_a_member_without_months(self) -> None:
        year = self.year(ExitDividend.PRO_RATA)
        bare = replace(year.members[0], months=(), day_sum=0)
        cut = replace(year, members=(bare, year.members[1]))
        assert dividend_so_far(cut, bare.member.id, year.year.last) == 0


def test_a_settlement_knows_what_it_comes_to() -> None:
    made = Settlement(KHAM.id, DAY, 5, voluntary=4, dividend=3, dividend_now=2)
    assert (made.has, made.to_pay, made.to_collect) == (14, 14, 0)
