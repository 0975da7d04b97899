"""The pen's part for what happens to a loan between its request and its pay-out."""

from ledger.book.change import Topic
from ledger.book.pen_base import PenBase
from ledger.book.plain import encode, number_of, number_or_none
from ledger.book.schema.lending import LoanBeforeRow
from ledger.rules.before_pay_out import BeforePayOut
from ledger.rules.loan_values import LoanDecision
from ledger.rules.transfers import LoanId


class LendingPen(PenBase):
    """Writes who was put off, who was taken ahead, and who stands for a loan now."""

    def before_pay_out(self, act: BeforePayOut) -> None:
        """Write one such act, with its reason."""
        self.stroke.write(
            LoanBeforeRow(
                id=self._next_before(),
                loan=act.loan,
                kind=act.kind.value,
                day=number_of(act.day),
                decision=act.decision,
                reason=act.reason,
                until=number_or_none(act.until),
                named=encode(act.guarantors),
                event=self.stroke.event,
            )
        )
        self.loans.add(act.loan)
        self._touch(Topic.LOANS)

    def _were_against(self, loan: LoanId, decision: LoanDecision) -> None:
        """Write who did not agree to the decision on a loan, where somebody did not."""
        if decision.against:
            self.stroke.write(
                LoanBeforeRow(
                    id=self._next_before(),
                    loan=loan,
                    kind="against",
                    day=number_of(decision.day),
                    decision=decision.number,
                    reason="",
                    until=None,
                    named=encode(decision.against),
                    event=self.stroke.event,
                )
            )

    def _next_before(self) -> int:
        (last,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM loan_before")
        number: int = last + 1
        return number
