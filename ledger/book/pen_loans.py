"""The part of the pen that writes what is decided about a loan after its request."""

from ledger.book.change import Topic
from ledger.book.pen_lending import LendingPen
from ledger.book.plain import number_of, text_of
from ledger.book.posting import mark_finished
from ledger.book.reading_loans import kind_of
from ledger.book.schema import LoanEventRow
from ledger.rules.loan_events import LoanEvent
from ledger.rules.transfers import LoanId


class LoansPen(LendingPen):
    """Writes the events of loans."""

    def write_loan_event(self, loan: LoanId, event: LoanEvent) -> None:
        """Write one event of a loan, after the entry that goes with it, if there is one."""
        (last,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM loan_act")
        self.stroke.write(
            LoanEventRow(
                id=last + 1,
                loan=loan,
                kind=kind_of(event),
                day=number_of(event.day),
                decision=event.decision,
                facts=text_of(event),
                event=self.stroke.event,
            )
        )
        # A waiver can end a loan on which only interest or a fine was left.
        mark_finished(self.shelf, (loan,))
        self.loans.add(loan)
        self._touch(Topic.LOANS)

    def said_of_loans(self) -> None:
        """Say that the act itself, by its facts in the trail, changes what papers of loans say."""
        self._touch(Topic.LOANS)
