"""Which papers can be made of which loan, and what is said where one cannot."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.loan_events import PlannedPart, Rescheduled
from ledger.rules.loan_papers import (
    LoanNotRepaid,
    NobodyStandsForLoan,
    NoLoanAgreed,
    NoNewDays,
    NothingLeftOfLoan,
    NothingOverdue,
    agreed_to,
    check_paper,
    renewals,
)
from ledger.rules.loan_values import LoanDecision, LoanStage
from ledger.rules.paper_texts import LoanText
from tests.rules.loan_makers import RICE, interest, loan, repaid
from tests.villages import AGREED, RUNNING

APRIL = date(2026, 4, 5)
OPEN = replace(AGREED, decision=None)
REFUSED = replace(AGREED, decision=LoanDecision(date(2026, 4, 2), "2", False, 0, reason="ບໍ່ພໍ"))


def test_an_application_is_made_of_every_loan() -> None:
    for one in (OPEN, REFUSED, AGREED, RUNNING):
        assert check_paper(LoanText.APPLICATION, one, APRIL).day == APRIL


@pytest.mark.parametrize("which", [LoanText.CONTRACT, LoanText.GUARANTEE])
def test_what_is_signed_was_agreed_to(which: LoanText) -> None:
    for one in (OPEN, REFUSED):
        assert not agreed_to(one)
        with pytest.raises(NoLoanAgreed):
            check_paper(which, one, APRIL)
    assert check_paper(which, RUNNING, APRIL).stage is LoanStage.PAID_OUT


def test_nobody_signs_a_letter_for_a_loan_without_guarantors() -> None:
    assert check_paper(LoanText.CONTRACT, AGREED, APRIL).stage is LoanStage.APPROVED
    with pytest.raises(NobodyStandsForLoan):
        check_paper(LoanText.GUARANTEE, AGREED, APRIL)


def test_only_what_is_overdue_is_reminded_of() -> None:
    with pytest.raises(NothingOverdue) as no:
        check_paper(LoanText.REMINDER, RUNNING, date(2027, 1, 5))
    assert no.value.day == date(2027, 1, 5)
    assert check_paper(LoanText.REMINDER, RUNNING, date(2027, 1, 6)).overdue > 2_000_000


def test_a_loan_ends_once() -> None:
    back = loan(RICE, 100, repaid(date(2026, 2, 5), 100), interest(date(2026, 2, 5), 3))
    assert check_paper(LoanText.DISCHARGE, back, APRIL).settlement == 0
    with pytest.raises(NothingLeftOfLoan):
        check_paper(LoanText.SETTLEMENT, back, APRIL)
    with pytest.raises(NothingLeftOfLoan):
        check_paper(LoanText.SETTLEMENT, AGREED, APRIL)
    with pytest.raises(LoanNotRepaid) as no:
        check_paper(LoanText.DISCHARGE, RUNNING, APRIL)
    assert no.value.kip == check_paper(LoanText.SETTLEMENT, RUNNING, APRIL).settlement


def test_only_new_due_days_have_an_addendum() -> None:
    anew = Rescheduled(date(2026, 3, 5), "9", (PlannedPart(date(2028, 1, 5), 2_000_000),))
    again = replace(anew, day=date(2026, 4, 5), decision="11")
    one = replace(RUNNING, events=(anew, again))
    with pytest.raises(NoNewDays) as no:
        check_paper(LoanText.ADDENDUM, one, date(2026, 3, 4))
    assert (no.value.number, no.value.day) == (RUNNING.number, date(2026, 3, 4))
    assert check_paper(LoanText.ADDENDUM, one, date(2026, 3, 5)).principal == 2_000_000
    assert renewals(one, date(2026, 4, 4)) == (anew,)
    assert renewals(one, APRIL) == (anew, again)
    with pytest.raises(NoNewDays):
        check_paper(LoanText.ADDENDUM, RUNNING, APRIL)
