"""What the committee looks at before it lends, the papers of a loan, and why the box is off."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ledger.book import parts
from ledger.book.change import Topic
from ledger.book.papers import Papers
from ledger.book.plain import day_of, day_or_none
from ledger.book.reading_facts import read_ahead
from ledger.rules.accounts import CASH
from ledger.rules.before_pay_out import Before, BeforePayOut
from ledger.rules.differences import Suspect
from ledger.rules.exposure import Exposure, Guarantees, exposure_of, guarantees_of
from ledger.rules.kip import Kip
from ledger.rules.people import MemberId
from ledger.rules.transfers import LoanId, MeetingId
from ledger.rules.waiting_list import WaitingList, waiting_list
from ledger.statements.arrears import Arrears, arrears_of
from ledger.statements.difference import entry_suspects, sheet_suspects
from ledger.statements.household import HouseholdLoad, household_load

if TYPE_CHECKING:
    from ledger.rules.loan_values import Loan
    from ledger.rules.paper_texts import LoanText
    from ledger.statements.loan_papers import LoanPaper

_BEFORE = (
    "SELECT loan, kind, day, reason, decision, until, named FROM loan_before"
    " WHERE loan = ? AND kind <> 'against' ORDER BY id"
)


def paper_text_key(which: LoanText, language: str) -> str:
    """The draft under which a text is kept while it is typed."""
    return f"paper_text:{which.value}:{language}"


class LendingPapers(Papers):
    """The part of the reading door that watches over lending and over the box."""

    def waiting_list(self, day: date) -> WaitingList:
        """Who waits for her loan on a day, in order, and whom the cash of that day serves."""
        return self._keep(
            Topic.ENTRIES,
            ("waiting", day),
            lambda: waiting_list(
                self.loans(open_only=True),
                self.rulebook(day).loans,
                day=day,
                cash=self.day_facts(day, day).cash_low,
                ahead=read_ahead(self.shelf),
            ),
        )

    def before_pay_out(self, loan: LoanId) -> tuple[BeforePayOut, ...]:
        """What was done to a loan before its money was handed over, in the book's order."""
        return tuple(
            BeforePayOut(
                loan=LoanId(of),
                kind=Before(kind),
                day=day_of(day),
                reason=reason,
                decision=decision,
                until=day_or_none(until),
                guarantors=tuple(MemberId(member) for member in json.loads(named)),
            )
            for of, kind, day, reason, decision, until, named in self.shelf.rows(_BEFORE, (loan,))
        )

    def exposure(self, member: MemberId) -> Exposure:
        """What one person answers for by the loans that are not finished."""
        return exposure_of(member, self.loans(open_only=True), self.savings())

    def guarantees(self, *, without: LoanId | None = None) -> Guarantees:
        """Who stands for whom by the loans that are not finished, but for one of them."""
        return guarantees_of(
            loan.request for loan in self.loans(open_only=True) if loan.id != without
        )

    def arrears(self, day: date) -> Arrears:
        """The running loans by the age of what is overdue at the end of a day."""
        return arrears_of(self.loan_rows(day), day)

    def household(self, member: MemberId, day: date) -> HouseholdLoad:
        """The load of a member's household at the end of a day. KeyError for nobody's id."""
        return self._keep(
            Topic.ENTRIES,
            ("household", member, day),
            lambda: household_load(
                self.member(member),
                self.members(),
                self.loan_rows(day, open_only=False),
                self.savings(day),
                day,
            ),
        )

    def loan_texts(self) -> Mapping[LoanText, Mapping[str, str]]:
        """The group's own texts of the papers of a loan, each by the language it is written in."""
        return self._keep(
            Topic.LOANS, "texts", lambda: parts.reading_texts.read_loan_texts(self.shelf)
        )

    def paper_text_draft(self, which: LoanText, language: str) -> str | None:
        """A text that was typed for a paper and is not used yet: pencil."""
        return self.draft(paper_text_key(which, language))

    def loan_paper(self, which: LoanText, loan: LoanId, day: date, today: date) -> LoanPaper:
        """A paper of a loan for a day; KeyError for no loan's id.

        Raises the refusals of `ledger.rules.loan_papers`.
        """
        found = self.loan(loan)
        lender = parts.loan_papers.Lender(
            group=self.group,
            officers=self.officers(),
            rulebook=self.rulebook(found.request.day),
            texts=self._texts_of(which, found, day),
        )
        saved = self.savings(found.request.day) if which in parts.loan_papers.WITH_SAVINGS else {}
        return parts.loan_papers.loan_paper_of(
            which,
            found,
            lender,
            members=self.members_now(),
            savings=saved.get(found.request.member, 0),
            day=day,
            printed=today,
        )

    def printed_text(self, paper: LoanPaper, language: str) -> str | None:
        """The text with which a paper was last printed to be signed; nothing where it never was."""
        return parts.reading_texts.read_printed_text(
            self.shelf,
            paper.loan.id,
            paper.which,
            addendum=paper.addendum,
            language=language,
        )

    def _texts_of(self, which: LoanText, loan: Loan, day: date) -> Mapping[str, str]:
        """The group's texts of a paper: of one that was signed, as they were then."""
        if which not in parts.loan_papers.SIGNED:
            return self.loan_texts().get(which, {})
        number = parts.loan_papers.addendum_number(which, loan, day)
        return parts.reading_texts.read_signed_texts(self.shelf, loan.id, which, addendum=number)

    def suspects(self, sheet: MeetingId, *, counted: Kip | None = None) -> tuple[Suspect, ...]:
        """Where to look when the closing count of a sheet in pencil is off.

        `counted` (kip) takes the place of the count on the sheet.
        """
        grid = self.meeting_sheet(sheet)
        facts = self.day_facts(grid.sheet.day, grid.sheet.day)
        notes = facts.rulebook.denominations
        return sheet_suspects(grid, facts.loans, notes, counted=counted)

    def day_suspects(self, day: date, *, counted: Kip) -> tuple[Suspect, ...]:
        """Where to look when the box holds `counted` kip at the end of a day that is ink."""
        difference = counted - self.balances(day).get(CASH, 0)
        return entry_suspects(difference, self.entries(day, day), self.rulebook(day).denominations)
