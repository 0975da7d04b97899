"""The papers of a loan, from the application to the confirmation that it is repaid."""

from collections.abc import Callable
from datetime import date

from ledger.actions.paper_texts import keep_signed_text
from ledger.book.book import Book
from ledger.rules.loan_papers import NobodyOverdue, agreed_to, check_paper, renewals
from ledger.rules.loan_values import Loan, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.meeting_day import next_meeting_day
from ledger.rules.paper_texts import LoanText
from ledger.rules.permits import Act
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import LoanId
from ledger.statements.loan_papers import SIGNED, LoanPaper, with_meeting
from reports.loan_paper import print_loan_papers
from translations import Words
from translations.naming import word
from translations.paper_words import standard_text
from ui.papers.paper import Paper, Read, Shelf, Written
from ui.papers.questions import Question, Says, day, loan
from ui.papers.wish import Wish


def code_of(which: LoanText) -> str:
    """The code under which a paper of a loan is asked for: "loan-contract"."""
    return f"loan-{which.value}"


def text_of(code: str) -> LoanText | None:
    """The text that a paper or its blank form has, by the paper's code; nothing for others."""
    name = code.removeprefix("form-").removeprefix("loan-")
    return LoanText(name) if code.endswith(f"loan-{name}") and name in set(LoanText) else None


def papers_now(loan: Loan, today: date) -> tuple[LoanText, ...]:
    """The papers that can be made of a loan as it stands today."""
    return tuple(which for which in LoanText if _made_now(which, loan, today))


def _made_now(which: LoanText, loan: Loan, today: date) -> bool:
    try:
        check_paper(which, loan, today)
    except Refusal:
        return False
    return True


def _one(which: LoanText) -> Read:
    def read(book: Book, wish: Wish, today: date) -> tuple[LoanPaper, ...]:
        return (book.loan_paper(which, wish.loan or LoanId(0), wish.day or today, today),)

    return read


def _reminders(book: Book, wish: Wish, today: date) -> tuple[LoanPaper, ...]:
    """The reminder of one loan, or of every loan of which something is overdue."""
    asked_for = wish.day or today
    if wish.loan is not None:
        loans: tuple[LoanId, ...] = (wish.loan,)
    else:
        loans = tuple(row.row.loan.id for row in book.arrears(asked_for).overdue())
    if not loans:
        raise NobodyOverdue(day=asked_for)
    letters = (book.loan_paper(LoanText.REMINDER, one, asked_for, today) for one in loans)
    meeting = _meeting_after(book, asked_for)
    return tuple(with_meeting(letter, meeting) for letter in letters)


def _meeting_after(book: Book, day: date) -> date:
    """The meeting to which money can be brought that is asked for on a day."""
    running = book.open_sheet()
    if running is not None and running.day >= day:
        return running.day
    return next_meeting_day(book.rulebook(day).deposit_day, day, last=day, begin=day)


def _signed(given: tuple[LoanPaper, ...], words: Words, _: range) -> Written:
    """The text of what is printed to be signed is remembered: a reprint says the same."""
    (paper,) = given
    text = paper.lender.texts.get(words.language) or standard_text(words, paper.which)
    return lambda book, actor: keep_signed_text(
        book, actor, paper=paper, language=words.language, text=text
    )


def _at(stage: LoanStage) -> Callable[[Loan, date], bool]:
    return lambda one, today: loan_state(one, today).stage is stage


def _overdue(one: Loan, today: date) -> bool:
    return loan_state(one, today).overdue > 0


def _paper(
    which: LoanText, hint: Says, asks: tuple[Question, ...], *, read: Read | None = None
) -> Paper:
    def title(words: Words) -> str:
        return word(words, "loan_paper", which)

    return Paper(
        code=code_of(which),
        shelf=Shelf.LOANS,
        title=title,
        hint=hint,
        short=title,
        asks=asks,
        read=read or _one(which),
        draw=print_loan_papers,
        picture="edit",
        printed=_signed if which in SIGNED else None,
        may=Act.PRINT_CONTRACT if which in SIGNED else None,
    )


PAPERS: tuple[Paper, ...] = (
    _paper(
        LoanText.APPLICATION,
        lambda words: words.say("What a member asks for, with room for the committee's decision."),
        (loan(),),
    ),
    _paper(
        LoanText.CONTRACT,
        lambda words: words.say("What was agreed, with every due day, and places to sign."),
        (loan(lambda one, _: agreed_to(one)), day(lambda words: words.say("Day of the contract"))),
    ),
    _paper(
        LoanText.GUARANTEE,
        lambda words: words.say("A letter for each guarantor of a loan."),
        (
            loan(lambda one, _: agreed_to(one) and bool(one.request.guarantors)),
            day(lambda words: words.say("Day of the contract")),
        ),
    ),
    _paper(
        LoanText.ADDENDUM,
        lambda words: words.say("The old due days and the new ones, with places to sign."),
        (
            loan(lambda one, today: bool(renewals(one, today))),
            day(lambda words: words.say("Set anew up to this day")),
        ),
    ),
    _paper(
        LoanText.REMINDER,
        lambda words: words.say("What is overdue of a loan, or a letter to each who is late."),
        (loan(_overdue, whole=lambda words: words.say("Everybody who is late")), day()),
        read=_reminders,
    ),
    _paper(
        LoanText.SETTLEMENT,
        lambda words: words.say("What ends a loan on a day, and what it is made of."),
        (loan(_at(LoanStage.PAID_OUT)), day()),
    ),
    _paper(
        LoanText.DISCHARGE,
        lambda words: words.say("The group confirms that nothing is owed on a loan any more."),
        (loan(_at(LoanStage.REPAID)),),
    ),
)
