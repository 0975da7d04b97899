"""The texts of loan papers: the group writes its own, and what was signed keeps the text it had."""

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.lending_papers import paper_text_key
from ledger.book.writing import writing
from ledger.rules.paper_texts import LoanText, check_length, check_paper_text
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.statements.loan_papers import LoanPaper


def write_paper_text(
    book: Book, actor: Actor, *, paper: LoanText, language: str, text: str
) -> Change:
    """Give a paper in one language the group's own text; an older one stays in the trail.

    Raises the refusals of `ledger.rules.paper_texts`.
    """
    permit(book, actor, Act.WRITE_PAPER_TEXT)
    check_paper_text(paper, text)
    facts = {"paper": paper, "language": language, "text": text}
    with writing(book, actor, Act.WRITE_PAPER_TEXT, second=None, **facts) as pen:
        pen.said_of_loans()
        pen.draft(paper_text_key(paper, language), None)
    return pen.change


def standard_paper_text(book: Book, actor: Actor, *, paper: LoanText, language: str) -> Change:
    """Give a paper in one language the standard text again; the group's stays in the trail.

    Raises what the permits raise.
    """
    permit(book, actor, Act.STANDARD_PAPER_TEXT)
    facts = {"paper": paper, "language": language}
    with writing(book, actor, Act.STANDARD_PAPER_TEXT, second=None, **facts) as pen:
        pen.said_of_loans()
        pen.draft(paper_text_key(paper, language), None)
    return pen.change


def pencil_paper_text(
    book: Book, actor: Actor, *, paper: LoanText, language: str, text: str | None
) -> Change:
    """Keep a text in pencil while it is typed, whole or not; nothing rubs it out.

    Raises PaperTextTooLong, and what the permits raise.
    """
    permit(book, actor, Act.PENCIL)
    check_length(text or "")
    with writing(book, actor, Act.PENCIL) as pen:
        pen.draft(paper_text_key(paper, language), text)
    return pen.change


def keep_signed_text(
    book: Book, actor: Actor, *, paper: LoanPaper, language: str, text: str
) -> Change:
    """Remember with what text a paper was printed to be signed, so that a reprint has the same.

    Where it was printed with this very text before, nothing is written. Raises what the permits
    raise.
    """
    permit(book, actor, Act.PRINT_CONTRACT)
    if book.printed_text(paper, language) == text:
        return Change()
    facts = {
        "number": paper.loan.number,
        "loan": paper.loan.id,
        "paper": paper.which,
        "addendum": paper.addendum,
        "language": language,
        "text": text,
    }
    with writing(book, actor, Act.PRINT_CONTRACT, second=None, **facts) as pen:
        pen.said_of_loans()
    return pen.change
