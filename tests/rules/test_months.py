"""Months that are open, on hold or closed: what each takes, and which step follows which."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.accounts import CASH, SAVINGS, YEAR_RESULT
from ledger.rules.days import Month
from ledger.rules.months import (
    MonthClosed,
    MonthNotOnHold,
    MonthNotOver,
    MonthOnHold,
    MonthState,
    MonthStates,
    MonthUnsigned,
    check_step,
    check_writing,
)
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.transfers import Entry, Kind, Transfer
from tests.villages import KHAM

MARCH, APRIL, MAY = Month(2026, 3), Month(2026, 4), Month(2026, 5)
STATES = MonthStates(closed=MARCH, held=APRIL)
TODAY = date(2026, 6, 10)


def entry(month: Month, kind: Kind = Kind.DEPOSIT) -> Entry:
    credit = SAVINGS if kind is Kind.DEPOSIT else YEAR_RESULT
    member = KHAM.id if kind is Kind.DEPOSIT else None
    return Entry(month.first, (Transfer(kind, CASH, credit, 1_000, member=member),))


def test_a_month_is_as_firm_as_the_last_step_says() -> None:
    assert [STATES.of(month) for month in (Month(2026, 1), MARCH, APRIL, MAY)] == [
        MonthState.CLOSED,
        MonthState.CLOSED,
        MonthState.ON_HOLD,
        MonthState.OPEN,
    ]
    assert MonthStates().of(MARCH) is MonthState.OPEN


class TestWriting:
    def test_open_months_take_everything(self) -> None:
        check_writing([entry(MAY)], STATES, two=False, reason="")
        check_writing([entry(MARCH)], MonthStates(), two=False, reason="")

    def test_on_hold_it_takes_two_and_a_reason(self) -> None:
        check_writing([entry(APRIL)], STATES, two=True, reason="found late")
        for two, reason in ((False, "found late"), (True, " ")):
            with pytest.raises(MonthOnHold):
                check_writing([entry(APRIL)], STATES, two=two, reason=reason)

    def test_closed_it_takes_only_the_closing_of_its_year(self) -> None:
        check_writing([entry(MARCH, Kind.CLOSING)], STATES, two=False, reason="")
        with pytest.raises(MonthClosed):
            check_writing([entry(MAY), entry(MARCH)], STATES, two=True, reason="found late")
        closing, deposit = entry(MARCH, Kind.CLOSING), entry(MARCH)
        both = replace(closing, transfers=closing.transfers + deposit.transfers)
        with pytest.raises(MonthClosed):
            check_writing([both], STATES, two=True, reason="found late")


class TestSteps:
    def step(self, month: Month, to: MonthState, *, reason: str = "", **facts: date) -> None:
        today, unsigned = facts.get("today", TODAY), facts.get("unsigned")
        check_step(month, to, STATES, today=today, unsigned=unsigned, reason=reason)

    def test_forward_and_one_back(self) -> None:
        self.step(MAY, MonthState.ON_HOLD)
        self.step(APRIL, MonthState.CLOSED)
        self.step(APRIL, MonthState.OPEN, reason="a receipt was found")
        # A sheet of a later month does not keep this one open.
        self.step(MAY, MonthState.ON_HOLD, unsigned=date(2026, 6, 5))

    @pytest.mark.parametrize(
        ("month", "to", "why"),
        [
            (MARCH, MonthState.OPEN, MonthClosed(month=MARCH)),
            (APRIL, MonthState.ON_HOLD, MonthOnHold(month=APRIL)),
            (MAY, MonthState.CLOSED, MonthNotOnHold(month=MAY)),
            (MAY, MonthState.OPEN, MonthNotOnHold(month=MAY)),
            (APRIL, MonthState.OPEN, NameMissing(what="reason")),
        ],
    )
    def test_no_other_step(self, month: Month, to: MonthState, why: Refusal) -> None:
        with pytest.raises(type(why)) as refused:
            self.step(month, to)
        assert refused.value == why

    def test_not_before_its_end_and_not_over_a_sheet_in_pencil(self) -> None:
        with pytest.raises(MonthNotOver):
            self.step(MAY, MonthState.ON_HOLD, today=date(2026, 5, 31))
        for day in (date(2026, 5, 5), date(2026, 5, 31)):
            with pytest.raises(MonthUnsigned) as refused:
                self.step(MAY, MonthState.ON_HOLD, unsigned=day)
            assert refused.value == MonthUnsigned(month=MAY, day=day)
