"""What the practice group decides of its loans, done to a small group's book."""

from datetime import date
from pathlib import Path

from ledger.book.book import Book
from ledger.rules.decisions import Subject
from ledger.rules.loan_papers import renewals
from ledger.rules.loans import loan_state
from tests.papers.groups import SET_ANEW, TODAY, group_book
from ui.practice_minutes import minute, set_new_days
from ui.practice_people import SettableClock, practice_facts


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


def test_decisions_are_counted_from_one_in_each_year(tmp_path: Path) -> None:
    facts, clock = practice_facts(), SettableClock(TODAY)
    book = Book.open(group_book("long", tmp_path).file, clock=clock)
    numbers, first = [], "12/2026"
    for day in (TODAY, TODAY, date(2027, 1, 5), date(2027, 1, 6)):
        clock.day = day
        said = {"name": "ຄຳ", "loan": "2026-001"}
        numbers.append(minute(book, facts, day, Subject.OTHER, number=first, **said))
        first = ""
    book.close()
    assert numbers == ["12/2026", "13/2026", "1/2027", "2/2027"]
