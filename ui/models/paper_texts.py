"""What the page of the papers' texts shows: the paper as it will be, filled in from a loan."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ledger.book.book import Book
from ledger.rules.paper_texts import LoanText
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import LoanId
from ledger.statements.loan_papers import LoanPaper
from reports.form_set import FormFacts, forms_content
from reports.loan_forms import loan_form
from reports.loan_paper import loan_papers_content
from translations import Words

_TRIED = 100


def sample_of(book: Book, which: LoanText, today: date) -> LoanPaper | None:
    """The paper of the newest loan that has such a one; nothing where no loan has."""
    for loan in _loans(book, which, today):
        try:
            return book.loan_paper(which, loan, today, today)
        except Refusal:
            continue
    return None


def _loans(book: Book, which: LoanText, today: date) -> Iterator[LoanId]:
    if which is LoanText.REMINDER:
        yield from (row.row.loan.id for row in book.arrears(today).overdue())
    else:
        yield from (loan.id for loan in reversed(book.loans()[-_TRIED:]))


def paper_content(
    book: Book, which: LoanText, text: str, sample: LoanPaper | None, words: Words
) -> bytes:
    """The paper with this text as a PDF file: of the sample, or blank where there is none.

    Raises PrinterTrouble.
    """
    if sample is None:
        facts = FormFacts(book.group, texts={which: {words.language: text}})
        return forms_content([loan_form(which)], facts, words)
    lender = replace(sample.lender, texts={words.language: text})
    return loan_papers_content([replace(sample, lender=lender)], words)
