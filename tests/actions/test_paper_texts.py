"""The group's own texts: kept in the trail, the newest counts, and the standard one comes back."""

from datetime import date
from pathlib import Path

import pytest

from ledger.actions.loan_life import write_event
from ledger.actions.loan_money import hand_over
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.paper_texts import (
    keep_signed_text,
    pencil_paper_text,
    standard_paper_text,
    write_paper_text,
)
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.loan_events import Contract, Rescheduled
from ledger.rules.loan_plans import plan_by_months
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.loans import loan_state
from ledger.rules.paper_texts import NEEDED, TEXT_MAX, LoanText, PaperTextTooLong, SlotsMissing
from ledger.rules.people import Member, Role
from ledger.rules.permits import NotPermitted
from ledger.rules.transfers import LoanId
from tests.villages import DALA, OFFICERS, SOMPHONE, TRADE, actor

LETTER, CONTRACT = LoanText.REMINDER, LoanText.CONTRACT
APRIL = date(2026, 4, 10)
OURS = "{borrower}, {loan}: ຍັງຄ້າງ {overdue}. ໃຫ້ນຳມາ {to_pay}."
OTHER = "{borrower}, {loan}: {overdue}, {to_pay}. ຂໍຂອບໃຈ."


def write(book: Book, text: str, language: str = "lo") -> None:
    change = write_paper_text(book, actor(), paper=LETTER, language=language, text=text)
    assert change.topics == {Topic.LOANS, Topic.DRAFT}


def test_the_newest_text_counts_in_its_language(book: Book) -> None:
    assert book.loan_texts() == {}
    write(book, OURS)
    write(book, OTHER, "th")
    assert book.loan_texts() == {LETTER: {"lo": OURS, "th": OTHER}}
    write(book, OTHER)
    assert book.loan_texts()[LETTER]["lo"] == OTHER
    standard_paper_text(book, actor(), paper=LETTER, language="lo")
    assert book.loan_texts() == {LETTER: {"th": OTHER}}


def test_every_change_stands_in_the_trail(book: Book) -> None:
    write(book, OURS)
    standard_paper_text(book, actor(), paper=LETTER, language="lo")
    back, written = book.history(2)
    assert written.facts == {"paper": "reminder", "language": "lo", "text": OURS}
    assert back.facts == {"paper": "reminder", "language": "lo"}
    assert written.name == actor().name
    assert book.check() == ()


def test_a_text_that_is_refused_changes_nothing(book: Book) -> None:
    write(book, OURS)
    acts = len(book.history())
    with pytest.raises(SlotsMissing):
        write(book, "{borrower}")
    with pytest.raises(NotPermitted):
        write_paper_text(book, actor(Role.TREASURER), paper=LETTER, language="lo", text=OTHER)
    with pytest.raises(NotPermitted):
        standard_paper_text(book, actor(Role.AUDITOR), paper=LETTER, language="lo")
    assert book.loan_texts() == {LETTER: {"lo": OURS}}
    assert len(book.history()) == acts


def test_the_text_is_there_again_when_the_book_is_opened(book: Book) -> None:
    write(book, OURS)
    book.close()
    again = Book.open(book.path, clock=book.clock)
    assert again.loan_texts() == {LETTER: {"lo": OURS}}
    past = again.as_of(date(2026, 4, 20))
    assert past.loan_texts() == {LETTER: {"lo": OURS}}
    past.close()
    again.close()


def test_a_text_that_was_changed_in_the_file_is_found(book: Book, tmp_path: Path) -> None:
    """The seal of the act covers the text word for word."""
    write(book, OURS)
    book.close()
    file = tmp_path / "village.book"
    content = file.read_bytes()
    assert "ຍັງຄ້າງ".encode() in content
    file.write_bytes(content.replace("ຍັງຄ້າງ".encode(), "ບໍ່ຄ້າງ".encode()))
    forged = Book.open(file, clock=book.clock)
    assert forged.check() != ()
    forged.close()


def test_a_text_is_kept_in_pencil_until_it_is_used(book: Book) -> None:
    acts = len(book.history())
    pencil_paper_text(book, actor(), paper=LETTER, language="lo", text="{borrower")
    assert book.paper_text_draft(LETTER, "lo") == "{borrower"
    assert book.paper_text_draft(LETTER, "th") is None
    assert len(book.history()) == acts
    write(book, OURS)
    assert book.paper_text_draft(LETTER, "lo") is None
    pencil_paper_text(book, actor(), paper=LETTER, language="lo", text=OTHER)
    standard_paper_text(book, actor(), paper=LETTER, language="lo")
    assert book.paper_text_draft(LETTER, "lo") is None
    with pytest.raises(PaperTextTooLong):
        pencil_paper_text(book, actor(), paper=LETTER, language="lo", text="ກ" * (TEXT_MAX + 1))


def test_a_contract_that_was_signed_keeps_its_text(book: Book) -> None:
    """The group writes another text later: the old contract is printed again as it was signed."""
    first, second = (
        "\n".join(f"{{{slot}}}" for slot in NEEDED[CONTRACT]) + f"\n{end}" for end in "ກຂ"
    )
    write_paper_text(book, actor(), paper=CONTRACT, language="lo", text=first)
    loans = [_agreed(book, member) for member in (DALA, SOMPHONE)]
    signed = Contract(APRIL, "C-1", (DALA.name,))
    write_event(book, actor(), loan=loans[0], event=signed, today=APRIL)
    write_paper_text(book, actor(), paper=CONTRACT, language="lo", text=second)
    texts = [book.loan_paper(CONTRACT, loan, APRIL, APRIL).lender.texts["lo"] for loan in loans]
    assert texts == [first, second]
    standard_paper_text(book, actor(), paper=CONTRACT, language="lo")
    assert book.loan_paper(CONTRACT, loans[0], APRIL, APRIL).lender.texts == {"lo": first}
    assert book.loan_paper(CONTRACT, loans[1], APRIL, APRIL).lender.texts == {}
    application = book.loan_paper(LoanText.APPLICATION, loans[0], APRIL, APRIL)
    assert (application.lender.texts, application.savings) == ({}, 500_000)


NEWER = "\n".join(f"{{{slot}}}" for slot in NEEDED[CONTRACT])


def _printed(book: Book, loan: LoanId, *, which: LoanText = CONTRACT, day: date = APRIL) -> str:
    """Print a paper in Lao with the text it has, or with the standard one of this version."""
    paper = book.loan_paper(which, loan, day, day)
    text = paper.lender.texts.get("lo") or "the standard text of this version"
    keep_signed_text(book, actor(), paper=paper, language="lo", text=text)
    return text


def test_a_contract_printed_with_the_standard_text_keeps_it(book: Book) -> None:
    """Whatever a later version of the program, or the group, says in its place."""
    loan = _agreed(book, DALA)
    standard = _printed(book, loan)
    assert book.history(1)[0].facts["text"] == standard
    acts = len(book.history())
    _printed(book, loan)
    assert len(book.history()) == acts
    # Not signed yet: the text may still be changed, and what is signed is printed again.
    assert book.loan_paper(CONTRACT, loan, APRIL, APRIL).lender.texts == {}
    write_paper_text(book, actor(), paper=CONTRACT, language="lo", text=NEWER)
    assert _printed(book, loan) == NEWER
    standard_paper_text(book, actor(), paper=CONTRACT, language="lo")
    assert _printed(book, loan) == standard
    hand_over(book, actor(), loan=loan, today=APRIL)
    write_paper_text(book, actor(), paper=CONTRACT, language="lo", text=NEWER)
    assert book.loan_paper(CONTRACT, loan, APRIL, APRIL).lender.texts == {"lo": standard}
    other = book.loan_paper(CONTRACT, _agreed(book, SOMPHONE), APRIL, APRIL)
    assert other.lender.texts == {"lo": NEWER}
    assert book.check() == ()


def test_what_was_signed_and_never_printed_is_kept_from_its_first_print_on(book: Book) -> None:
    loan = _agreed(book, DALA)
    hand_over(book, actor(), loan=loan, today=APRIL)
    write_paper_text(book, actor(), paper=CONTRACT, language="lo", text=NEWER)
    standard = _printed(book, loan)
    assert standard != NEWER
    assert book.loan_paper(CONTRACT, loan, APRIL, APRIL).lender.texts == {"lo": standard}


def test_an_addendum_keeps_the_text_of_its_first_print(book: Book) -> None:
    loan = _agreed(book, DALA)
    hand_over(book, actor(), loan=loan, today=APRIL)
    left = loan_state(book.loan(loan), APRIL).principal
    for number in (1, 2):
        plan = plan_by_months(left, first=date(2026, 6, 5), months=2 + number)
        event = Rescheduled(APRIL, f"{number}/2026", plan)
        write_event(book, actor(), loan=loan, event=event, today=APRIL)
        text = _printed(book, loan, which=LoanText.ADDENDUM)
        own = "\n".join(f"{{{slot}}}" for slot in NEEDED[LoanText.ADDENDUM]) + f"\n{number}"
        write_paper_text(book, actor(), paper=LoanText.ADDENDUM, language="lo", text=own)
        paper = book.loan_paper(LoanText.ADDENDUM, loan, APRIL, APRIL)
        assert (paper.addendum, paper.lender.texts) == (number, {"lo": text})


def test_the_auditor_prints_nothing_to_be_signed(book: Book) -> None:
    paper = book.loan_paper(CONTRACT, _agreed(book, DALA), APRIL, APRIL)
    with pytest.raises(NotPermitted):
        keep_signed_text(book, actor(Role.AUDITOR), paper=paper, language="lo", text="x")


def _agreed(book: Book, member: Member) -> LoanId:
    request = LoanRequest(member.id, APRIL, 500_000, "trade", TRADE, TRADE.months)
    (loan,) = request_loan(book, actor(), request=request).loans
    decision = LoanDecision(APRIL, "7", True, 500_000, (OFFICERS[0].name, OFFICERS[1].name))
    decide_loan(book, actor(), loan=loan, decision=decision)
    return loan
