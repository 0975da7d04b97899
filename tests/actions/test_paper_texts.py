"""The group's own texts: kept in the trail, the newest counts, and the standard one comes back."""

from datetime import date
from pathlib import Path

import pytest

from ledger.actions.paper_texts import (
    pencil_paper_text,
    standard_paper_text,
    write_paper_text,
)
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.paper_texts import TEXT_MAX, LoanText, PaperTextTooLong, SlotsMissing
from ledger.rules.people import Role
from ledger.rules.permits import NotPermitted
from tests.villages import actor

LETTER = LoanText.REMINDER
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
