"""Under each decision stands what rests on it; a number that nobody wrote down is missing."""

from datetime import date

from ledger.rules.decisions import Decision, Subject
from ledger.statements.minutes import MissingDecision, Rest, RestKind, minutes_of

DAY = date(2026, 4, 5)
FIRST = Decision("1/2026", DAY, Subject.FUND, "ຊື້ປຶ້ມ")
SECOND = Decision("2/2026", DAY, Subject.FUND, "ຊື້ປຶ້ມ 20 ຫົວ", corrects="1/2026")
LOAN = Rest("12/2026", RestKind.LOAN, "2026-001", day=DAY)
ENTRY = Rest("2/2026", RestKind.ENTRY, "7", day=DAY)


def test_what_rests_on_a_decision_stands_under_it() -> None:
    book = minutes_of((FIRST, SECOND), (LOAN, ENTRY))
    newest, oldest = book.lines
    assert (newest.decision, newest.rests, newest.corrected_by) == (SECOND, (ENTRY,), "")
    assert (oldest.decision, oldest.rests, oldest.corrected_by) == (FIRST, (), "2/2026")
    assert book.missing == (MissingDecision("12/2026", (LOAN,)),)


def test_nothing_decided_and_nothing_named() -> None:
    book = minutes_of((), ())
    assert (book.lines, book.missing) == ((), ())
