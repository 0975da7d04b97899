"""Leave, notice, death and coming back: what is expected of a member, and what is refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ledger.rules import leaving
from ledger.rules.contributions import due_of
from ledger.rules.days import Month
from ledger.rules.leaving import (
    AlreadyOnLeave,
    DayBeforeJoined,
    LeaveBackwards,
    NotGone,
    NoticeGiven,
    NotOnLeave,
)
from ledger.rules.lines import Fee
from ledger.rules.member_life import (
    Away,
    LifeEvent,
    LifeKind,
    away_in,
    away_of,
    rejoined_of,
    since_last,
)
from ledger.rules.missed_months import carried_months, missed_fines
from ledger.rules.people import Status
from ledger.rules.refusals import MemberNotActive, NameMissing, Refusal
from ledger.rules.rulebook import MissedMonth, PeopleRules, Rulebook
from tests.villages import APRIL, DAY, FEBRUARY, KHAM, MARCH, NOY, PHET, RULES, day_facts

MAY_1 = date(2026, 5, 1)
LEAVE = LifeEvent(KHAM.id, LifeKind.LEAVE, date(2026, 2, 1), until=date(2026, 3, 31))
SETTLED = LifeEvent(PHET.id, LifeKind.SETTLED, date(2026, 2, 10))


def rules(missed: MissedMonth = MissedMonth.FINED, **people: Any) -> Rulebook:
    saving = replace(RULES.saving, missed=missed, missed_fine=2_000)
    return replace(RULES, saving=saving, people=PeopleRules(**people))


class TestDaysAway:
    def test_a_leave_lasts_until_its_last_day_or_until_she_is_back(self) -> None:
        back = LifeEvent(KHAM.id, LifeKind.BACK, date(2026, 3, 1))
        assert away_of([LEAVE]) == {KHAM.id: (Away(LEAVE.day, LEAVE.until),)}
        assert away_of([LEAVE, back]) == {KHAM.id: (Away(LEAVE.day, date(2026, 2, 28)),)}
        endless = replace(LEAVE, until=None)
        assert away_of([endless, back]) == {KHAM.id: (Away(LEAVE.day, date(2026, 2, 28)),)}
        # Who comes back after the last day has been back since then.
        late = replace(back, day=date(2026, 4, 20))
        assert away_of([LEAVE, late]) == {KHAM.id: (Away(LEAVE.day, LEAVE.until),)}

    def test_the_first_and_the_last_day_are_days_away(self) -> None:
        away = Away(date(2026, 2, 1), date(2026, 3, 31))
        days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 3, 31), date(2026, 4, 1)]
        assert [away.holds(day) for day in days] == [False, True, True, False]
        assert Away(DAY).holds(DAY)

    def test_who_went_is_away_until_she_joins_again(self) -> None:
        again = LifeEvent(PHET.id, LifeKind.REJOINED, date(2026, 4, 1), decision="7")
        assert away_of([SETTLED]) == {PHET.id: (Away(SETTLED.day),)}
        assert away_of([SETTLED, again]) == {PHET.id: (Away(SETTLED.day, date(2026, 3, 31)),)}
        assert rejoined_of([SETTLED, again]) == {PHET.id: date(2026, 4, 1)}
        assert since_last([SETTLED], LifeKind.SETTLED) == SETTLED
        assert since_last([SETTLED, again], LifeKind.SETTLED) is None
        assert since_last([LEAVE], LifeKind.NOTICE) is None
        notice = LifeEvent(KHAM.id, LifeKind.NOTICE, DAY)
        assert away_of([notice]) == {}

    def test_the_meeting_day_of_a_month_decides(self) -> None:
        spans = (Away(date(2026, 2, 6), date(2026, 3, 5)),)
        assert not away_in(FEBRUARY, spans, deposit_day=5)
        assert away_in(MARCH, spans, deposit_day=5)
        assert away_in(FEBRUARY, spans, deposit_day=31)
        assert not away_in(APRIL, (), deposit_day=5)


class TestNothingIsMissedOnLeave:
    def facts(self, missed: MissedMonth, *events: LifeEvent, **member: Any) -> Any:
        her = replace(KHAM, **member)
        return replace(
            day_facts(),
            rulebook=rules(missed),
            members={her.id: her},
            away=away_of(events),
            saved={},
            missed_paid={},
        )

    def test_no_fine_for_the_months_of_her_leave(self) -> None:
        facts = self.facts(MissedMonth.FINED)
        # January is before the first meeting the book has seen; February and March were missed.
        every = missed_fines(facts, facts.members[KHAM.id])
        on_leave = self.facts(MissedMonth.FINED, LEAVE)
        assert every - missed_fines(on_leave, on_leave.members[KHAM.id]) == 2 * 2_000

    def test_what_she_paid_then_still_pays_older_fines(self) -> None:
        facts = self.facts(MissedMonth.FINED, LEAVE)
        owed = missed_fines(facts, KHAM)
        assert owed == 2_000
        paid = replace(facts, missed_paid={KHAM.id: {MARCH: 2_000}})
        assert missed_fines(paid, KHAM) == 0

    def test_no_month_is_carried(self) -> None:
        facts = self.facts(MissedMonth.CARRIED, LEAVE)
        assert FEBRUARY not in dict(carried_months(facts, KHAM))
        assert FEBRUARY in dict(carried_months(self.facts(MissedMonth.CARRIED), KHAM))

    def test_nothing_is_due_while_she_is_away_and_all_of_it_afterwards(self) -> None:
        here = due_of(self.facts(MissedMonth.ALLOWED, LEAVE), KHAM)
        assert here.savings == 10_000
        longer = replace(LEAVE, until=date(2026, 4, 30))
        away = due_of(self.facts(MissedMonth.ALLOWED, longer, status=Status.ON_LEAVE), KHAM)
        assert (away.savings, away.welfare, away.fine) == (0, 0, 0)
        # Her leave is over, though nobody has written down yet that she is back.
        facts = self.facts(MissedMonth.ALLOWED, LEAVE, status=Status.ON_LEAVE)
        assert due_of(facts, facts.members[KHAM.id]).savings == 10_000
        # A leave of which the days are not known lasts until the register says otherwise.
        facts = self.facts(MissedMonth.ALLOWED, status=Status.ON_LEAVE)
        assert due_of(facts, facts.members[KHAM.id]).savings == 0


class TestFees:
    def test_who_comes_back_pays_the_entry_fee_by_the_rules(self) -> None:
        for again, fee in ((True, 10_000), (False, 0)):
            facts = replace(
                day_facts(),
                rulebook=rules(fee_again=again),
                rejoined={KHAM.id: DAY},
                fees_paid={},
            )
            assert due_of(facts, KHAM).fee == fee

    def test_a_pupil_pays_none_where_the_rules_say_so(self) -> None:
        pupil = replace(KHAM, joined=DAY, pupil=True)
        facts = replace(day_facts(), fees_paid={})
        assert due_of(facts, pupil).fee == 18_000
        assert due_of(replace(facts, rulebook=rules(pupils_free=True)), pupil).fee == 0
        assert Fee.ENTRY not in facts.fees_paid.get(pupil.id, ())


class TestLeave:
    def ask(self, **change: Any) -> LifeEvent:
        given: dict[str, Any] = {
            "first": MAY_1,
            "last": date(2026, 7, 31),
            "decision": "4/2026",
            "events": (),
        }
        given |= change
        return leaving.leave(
            given.pop("member", KHAM), given.pop("first"), given.pop("last"), **given
        )

    def test_from_to_and_by_which_decision(self) -> None:
        until = date(2026, 7, 31)
        assert self.ask() == LifeEvent(
            KHAM.id, LifeKind.LEAVE, MAY_1, until=until, decision="4/2026"
        )
        assert self.ask(last=None).until is None

    @pytest.mark.parametrize(
        ("change", "why"),
        [
            ({"decision": " "}, NameMissing(what="decision")),
            ({"last": DAY}, LeaveBackwards(first=MAY_1, last=DAY)),
            ({"member": PHET}, MemberNotActive(member=PHET.told, status=Status.LEFT)),
            (
                {"first": date(2023, 1, 1)},
                DayBeforeJoined(member=KHAM.told, joined=KHAM.joined, day=date(2023, 1, 1)),
            ),
            (
                {"events": (LEAVE,), "first": date(2026, 3, 31), "last": None},
                AlreadyOnLeave(member=KHAM.told, first=LEAVE.day),
            ),
            (
                {"events": (replace(LEAVE, until=None),)},
                AlreadyOnLeave(member=KHAM.told, first=LEAVE.day),
            ),
        ],
    )
    def test_what_is_refused(self, change: dict[str, Any], why: Refusal) -> None:
        with pytest.raises(type(why)) as refused:
            self.ask(**change)
        assert refused.value == why

    def test_a_leave_of_one_day_from_the_day_she_joined(self) -> None:
        first = KHAM.joined
        assert self.ask(first=first, last=first).until == first

    def test_two_leaves_have_no_day_in_common(self) -> None:
        before = {"first": date(2026, 1, 6), "last": LEAVE.day}
        with pytest.raises(AlreadyOnLeave):
            self.ask(events=(LEAVE,), **before)
        eve = {**before, "last": date(2026, 1, 31)}
        assert self.ask(events=(LEAVE,), **eve).until == date(2026, 1, 31)

    def test_two_leaves_after_each_other(self) -> None:
        assert self.ask(events=(LEAVE,)).day == MAY_1
        early = {"first": date(2026, 1, 6), "last": date(2026, 1, 20)}
        assert self.ask(events=(LEAVE,), **early).day == early["first"]


class TestBackNoticeDeathAndAgain:
    def test_back_only_from_a_leave(self) -> None:
        inside = date(2026, 3, 2)
        assert leaving.back(KHAM, inside, events=(LEAVE,)).kind is LifeKind.BACK
        away = replace(KHAM, status=Status.ON_LEAVE)
        assert leaving.back(away, DAY, events=()).day == DAY
        with pytest.raises(NotOnLeave):
            leaving.back(KHAM, DAY, events=(LEAVE,))

    def test_who_has_given_notice_may_stay_after_all(self) -> None:
        said = leaving.notice(KHAM, DAY, note="", rulebook=rules(), events=())
        stays = leaving.back(KHAM, MAY_1, events=(said,))
        assert stays.kind is LifeKind.BACK
        assert away_of([said, stays]) == {}
        again = leaving.notice(KHAM, MAY_1, note="", rulebook=rules(), events=(said, stays))
        assert again.kind is LifeKind.NOTICE
        with pytest.raises(NotOnLeave):
            leaving.back(KHAM, MAY_1, events=(said, stays))

    def test_notice_says_from_when_on_she_may_go(self) -> None:
        book = rules(notice_months=3)
        said = leaving.notice(KHAM, DAY, note="moves away", rulebook=book, events=())
        assert (said.until, said.note) == (date(2026, 7, 5), "moves away")
        with pytest.raises(NoticeGiven) as refused:
            leaving.notice(KHAM, DAY, note="", rulebook=book, events=(said,))
        assert refused.value == NoticeGiven(member=KHAM.told, first=date(2026, 7, 5))

    def test_death_once(self) -> None:
        assert leaving.died(NOY, DAY, note="").kind is LifeKind.DIED
        with pytest.raises(MemberNotActive):
            leaving.died(replace(NOY, status=Status.DIED), DAY, note="")

    def test_only_who_was_settled_with_joins_again(self) -> None:
        again = leaving.rejoined(PHET, DAY, decision="9", events=iter((SETTLED,)))
        assert (again.kind, again.decision) == (LifeKind.REJOINED, "9")
        same_day = leaving.rejoined(PHET, SETTLED.day, decision="9", events=(SETTLED,))
        assert same_day.day == SETTLED.day
        with pytest.raises(NotGone):
            leaving.rejoined(KHAM, DAY, decision="9", events=())
        with pytest.raises(NotGone):
            leaving.rejoined(PHET, DAY, decision="9", events=())
        with pytest.raises(DayBeforeJoined):
            leaving.rejoined(PHET, date(2026, 2, 9), decision="9", events=(SETTLED,))
        with pytest.raises(NameMissing):
            leaving.rejoined(PHET, DAY, decision="", events=(SETTLED,))


class TestWhatIsToBeWritten:
    """The register follows acts, not the calendar; these are the acts that a day asks for."""

    def test_a_leave_whose_last_day_is_past(self) -> None:
        away = replace(KHAM, status=Status.ON_LEAVE)
        life = {KHAM.id: (LEAVE,)}
        last = date(2026, 3, 31)
        assert leaving.leaves_over((away, NOY), life, last) == ()
        assert leaving.leaves_over((away, NOY), life, date(2026, 4, 1)) == (away,)
        # Who is back, or on a leave without an end, or of whose leave no days are known.
        assert leaving.leaves_over((KHAM,), life, MAY_1) == ()
        endless = {KHAM.id: (LEAVE, replace(LEAVE, day=DAY, until=None))}
        assert leaving.leaves_over((away,), endless, MAY_1) == ()
        assert leaving.leaves_over((away,), {}, MAY_1) == ()

    def test_a_notice_whose_day_has_come(self) -> None:
        said = leaving.notice(KHAM, DAY, note="", rulebook=rules(notice_months=1), events=())
        life = {KHAM.id: [said]}
        assert leaving.about_to_go((KHAM, NOY), life, date(2026, 5, 4)) == ()
        assert leaving.about_to_go((KHAM, NOY), life, date(2026, 5, 5)) == (KHAM,)
        gone = replace(KHAM, status=Status.LEFT)
        assert leaving.about_to_go((gone,), life, date(2026, 5, 5)) == ()
        life[KHAM.id].append(leaving.back(KHAM, MAY_1, events=(said,)))
        assert leaving.about_to_go((KHAM,), life, date(2026, 5, 5)) == ()


def test_months_are_counted_by_the_group_s_meeting_day() -> None:
    assert Month(2026, 4).first.replace(day=RULES.deposit_day) == DAY
