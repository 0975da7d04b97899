"""What a paper of a loan says is what the rules reckon for its day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from ledger.rules.loan_events import Contract, PlannedPart, Rescheduled
from ledger.rules.loan_papers import NothingOverdue
from ledger.rules.loan_values import Loan
from ledger.rules.loans import loan_state
from ledger.rules.paper_texts import LoanText
from ledger.rules.people import OfficerId, Role
from ledger.rules.rulebook import Purpose
from ledger.statements.loan_papers import (
    Lender,
    LoanPaper,
    addendum_number,
    contract_day,
    loan_paper_of,
    purpose_of,
    signers_of,
)
from ledger.statements.loan_renewal import renewal_of
from tests.rules.loan_makers import days, loans, member
from tests.villages import AGREED, DAY, GROUP, MEMBERS, OFFICERS, RULES, RUNNING, TODAY

LENDER = Lender(GROUP, OFFICERS, RULES, {})
PEOPLE = {one.id: one for one in MEMBERS}
LATER = date(2027, 2, 1)


def paper(which: LoanText, one: Loan = RUNNING, day: date = DAY) -> LoanPaper:
    return loan_paper_of(
        which, one, LENDER, members=PEOPLE, savings=500_000, day=day, printed=TODAY
    )


def test_the_contract_says_what_was_agreed_whenever_it_is_printed() -> None:
    """Printed again a year later, after new due days: the same days and amounts."""
    first = paper(LoanText.CONTRACT)
    assert first.day == date(2026, 1, 5)
    assert [(row.due, row.principal, row.interest) for row in first.rows] == [
        (date(2027, 1, 5), 2_000_000, 480_000)
    ]
    anew = Rescheduled(date(2026, 6, 5), "9", (PlannedPart(date(2028, 1, 5), 2_000_000),))
    again = paper(LoanText.CONTRACT, replace(RUNNING, events=(anew,)), LATER)
    assert (again.day, again.rows, again.agreed) == (first.day, first.rows, 2_000_000)
    assert again.last_due == date(2027, 1, 5)
    running = paper(LoanText.SETTLEMENT, replace(RUNNING, events=(anew,)), LATER)
    assert running.last_due == date(2028, 1, 5)


def test_a_contract_before_the_money_is_as_if_it_were_handed_over_that_day() -> None:
    made = paper(LoanText.CONTRACT, AGREED, date(2026, 4, 10))
    assert made.day == date(2026, 4, 10)
    assert made.rows[0].due == date(2026, 5, 10)
    assert sum(row.principal for row in made.rows) == 500_000
    signed = Contract(date(2026, 4, 8), "C-2", ("ກ",), ("ຂ",))
    known = paper(LoanText.CONTRACT, replace(AGREED, events=(signed,)), date(2026, 4, 10))
    assert (known.day, known.contract) == (date(2026, 4, 8), signed)
    assert contract_day(AGREED, DAY) == DAY


def test_an_application_says_what_was_asked_for() -> None:
    asked = paper(LoanText.APPLICATION, replace(AGREED, decision=None))
    assert (asked.agreed, asked.savings, asked.guarantors) == (500_000, 500_000, ())
    assert asked.purpose.name == "ຄ້າຂາຍ"
    assert asked.last_due == date(2027, 2, 1)
    assert asked.repaid_on is None
    assert AGREED.decision is not None
    less = replace(AGREED, decision=replace(AGREED.decision, kip=300_000))
    again = paper(LoanText.APPLICATION, less, LATER)
    assert (again.agreed, again.day, again.rows) == (500_000, date(2026, 4, 1), asked.rows)
    assert paper(LoanText.CONTRACT, less).agreed == 300_000


def test_a_reminder_asks_for_what_is_overdue_with_its_fine() -> None:
    late = paper(LoanText.REMINDER, day=LATER)
    assert late.days_late == 27
    assert [row.kip - row.paid for row in late.late] == [late.state.overdue]
    assert late.to_pay == late.state.overdue + 5_000
    assert late.last_due == date(2027, 1, 5)
    with pytest.raises(NothingOverdue):
        paper(LoanText.REMINDER)


def test_a_settlement_asks_for_all_that_is_left() -> None:
    end = paper(LoanText.SETTLEMENT)
    assert end.to_pay == end.state.settlement == 2_120_000
    assert (end.days_late, end.late) == (0, ())
    assert end.repaid_on == date(2026, 1, 5)


@given(loans(), days)
def test_what_is_late_row_by_row_is_what_is_asked_for(one: Loan, day: date) -> None:
    """The list of a reminder adds up to the sum under it, whatever was paid before."""
    people = {one.request.member: member(1, "ນ້ອຍ")}
    try:
        late = loan_paper_of(
            LoanText.REMINDER, one, LENDER, members=people, savings=0, day=day, printed=day
        )
    except NothingOverdue:
        assert loan_state(one, day).overdue == 0
        return
    assert late.to_pay == late.state.overdue + late.state.fine_due
    assert late.late
    assert sum(row.kip - row.paid for row in late.late) == late.state.overdue


def test_who_signs_for_the_group_is_in_office() -> None:
    former = replace(OFFICERS[0], id=OfficerId(9), until=date(2026, 1, 1))
    found = signers_of((*OFFICERS, former), DAY)
    assert [one.role for one in found] == [Role.PRESIDENT, Role.ACCOUNTANT, Role.TREASURER]


def test_a_purpose_that_the_rules_have_no_more_keeps_its_name() -> None:
    assert purpose_of("boat", RULES.loans.purposes) == Purpose("boat", "boat", "")


ANEW = Rescheduled(
    date(2026, 6, 5),
    "9/2026",
    (PlannedPart(date(2027, 6, 5), 800_000), PlannedPart(date(2028, 1, 5), 1_200_000)),
)
AGAIN = Rescheduled(date(2026, 8, 5), "12/2026", (PlannedPart(date(2029, 1, 5), 2_000_000),))


def test_an_addendum_has_the_old_days_and_the_new_ones() -> None:
    one = replace(RUNNING, events=(ANEW,))
    made = paper(LoanText.ADDENDUM, one, LATER)
    renewal = made.renewal
    assert renewal is not None
    assert (made.day, renewal.number, renewal.left) == (ANEW.day, 1, 2_000_000)
    assert [(row.due, row.principal) for row in renewal.before] == [(date(2027, 1, 5), 2_000_000)]
    assert [(row.due, row.principal) for row in made.rows] == [
        (part.due, part.kip) for part in ANEW.plan
    ]
    assert made.last_due == date(2028, 1, 5)
    assert made.decided == ("9/2026", ANEW.day)
    assert paper(LoanText.CONTRACT, one).decided == ("1/2026", date(2026, 1, 1))
    assert paper(LoanText.APPLICATION, replace(AGREED, decision=None)).decided is None


def test_each_addendum_says_what_it_said_whatever_was_decided_since() -> None:
    """The first one again, after the days were set anew a second time."""
    first = paper(LoanText.ADDENDUM, replace(RUNNING, events=(ANEW,)), ANEW.day)
    both = replace(RUNNING, events=(ANEW, AGAIN))
    again = paper(LoanText.ADDENDUM, both, date(2026, 8, 4))
    assert (again.renewal, again.rows, again.day) == (first.renewal, first.rows, first.day)
    second = paper(LoanText.ADDENDUM, both, LATER)
    assert second.renewal is not None
    assert (second.renewal.number, second.renewal.before) == (2, first.rows)
    assert sum(row.principal for row in second.rows) == second.renewal.left


@given(loans())
def test_the_new_days_pay_back_what_is_left(one: Loan) -> None:
    """Of any loan with new due days, both lists have the same principal at their end."""
    for event in one.events:
        if not isinstance(event, Rescheduled):
            continue
        renewal = renewal_of(one, event.day)
        if renewal is None or not renewal.left:
            continue
        assert sum(row.principal for row in renewal.rows) == renewal.left


def test_each_addendum_has_its_number_and_other_papers_have_none() -> None:
    both = replace(RUNNING, events=(ANEW, AGAIN))
    for day, number in ((ANEW.day, 1), (LATER, 2)):
        assert paper(LoanText.ADDENDUM, both, day).addendum == number
        assert addendum_number(LoanText.ADDENDUM, both, day) == number
    assert paper(LoanText.CONTRACT, both).addendum == 0
    assert addendum_number(LoanText.CONTRACT, both, LATER) == 0
    assert renewal_of(RUNNING, LATER) is None
