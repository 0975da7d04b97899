"""Which way money takes that moves now: onto the open sheet in pencil, or into the book at once."""

from dataclasses import dataclass
from datetime import date

from ledger.actions.loan_money import loan_now
from ledger.actions.money_now import money_day
from ledger.book.book import Book
from ledger.rules.loan_values import Loan, LoanState
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import LoanId
from translations import Words


@dataclass(frozen=True, slots=True)
class LoanNow:
    """A loan as its page shows it.

    `loan` is what is written in ink, `pencilled` the same with what stands on the open sheet; the
    two differ only while something of it is in pencil. `state` is of `pencilled` on `day`, the
    day that money moved now carries.
    """

    loan: Loan
    pencilled: Loan
    sheet: Sheet | None
    day: date
    state: LoanState

    @property
    def in_pencil(self) -> bool:
        """Whether something of the loan stands on the open sheet."""
        return self.loan.moves != self.pencilled.moves


def read_loan(book: Book, loan: LoanId, today: date) -> LoanNow:
    """Read a loan with what is in pencil. KeyError where there is none of that id."""
    found = book.loan(loan)
    try:
        pencilled = loan_now(book, loan, today)
    except Refusal:
        # Another line of the sheet is refused; its own page says so.
        pencilled = found
    day = money_day(book, today)
    return LoanNow(found, pencilled, book.open_sheet(), day, loan_state(pencilled, day))


def way_text(words: Words, now: LoanNow) -> str:
    """Where the money goes that is taken or handed out now."""
    if now.sheet is None:
        return words.say(
            "No meeting is open. It is written into the book at once, dated {day}.",
            day=words.long_day(now.day),
        )
    if now.sheet.kind is SheetKind.MEETING:
        return words.say(
            "The meeting of {day} is open. It goes onto its sheet in pencil and counts when the "
            "meeting is signed.",
            day=words.long_day(now.day),
        )
    return words.say(
        "The day sheet of {day} is open. It goes onto it in pencil and counts when the sheet is "
        "signed.",
        day=words.long_day(now.day),
    )
