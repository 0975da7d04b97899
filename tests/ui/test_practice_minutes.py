"""What the practice group decides of its loans, done to a small group's book."""

from pathlib import Path

from ledger.rules.decisions import Subject
from ledger.rules.loan_papers import renewals
from ledger.rules.loans import loan_state
from tests.papers.groups import SET_ANEW, TODAY, group_book
from ui.practice_minutes import set_new_days
from ui.practice_people import practice_facts


def test_the_newest_loan_in_parts_gets_new_due_days_by_a_decision(tmp_path: Path) -> None:
    """So that the addendum can be looked at filled in, in the practice group."""
    with group_book("long", tmp_path).opened() as book:
        (loan,) = [one for one in book.loans() if renewals(one, SET_ANEW)]
        set_new_days(book, practice_facts(), TODAY)
        first, second = renewals(book.loan(loan.id), TODAY)
        decision = book.decisions()[-1]
        assert first.day == SET_ANEW
        assert (second.day, second.decision) == (TODAY, decision.number)
        assert (decision.subject, decision.text.endswith(loan.number)) == (Subject.OTHER, True)
        assert sum(part.kip for part in second.plan) == loan_state(loan, TODAY).principal
        assert len(second.plan) == 12
