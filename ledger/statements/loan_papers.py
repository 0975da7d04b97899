"""What the papers of a loan say: whose it is, what was agreed, and where it stands on a day.

The words between the figures are the group's own or the standard ones; a paper has them for every
language in which the group has written some.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.loan_events import Contract
from ledger.rules.loan_history import run_of
from ledger.rules.loan_papers import check_paper, renewals
from ledger.rules.loan_values import Loan, LoanState
from ledger.rules.loans import loan_state
from ledger.rules.paper_texts import LoanText
from ledger.rules.people import Member, MemberId, Officer, Role
from ledger.rules.rulebook import Group, Purpose, Rulebook
from ledger.statements.loan_renewal import Renewal, renewal_of
from ledger.statements.loan_schedule import DueRow, DueState, agreed_rows, due_rows
from ledger.statements.loan_story import contract_of

_SIGN = frozenset({Role.PRESIDENT, Role.ACCOUNTANT, Role.TREASURER})
SIGNED = frozenset({LoanText.CONTRACT, LoanText.GUARANTEE, LoanText.ADDENDUM})
"""What was signed stays as it was: its day and, where that was written down, its text."""
WITH_SAVINGS = frozenset({LoanText.APPLICATION})
"""The papers that say what the borrower has saved."""
_RUNNING = frozenset({LoanText.REMINDER, LoanText.SETTLEMENT})


@dataclass(frozen=True, slots=True)
class Lender:
    """What a paper says of the group: its name, who serves, its rules, and its own texts.

    `texts` are by the language of the paper.
    """

    group: Group
    officers: tuple[Officer, ...]
    rulebook: Rulebook
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LoanPaper:
    """One paper of a loan for a day; amounts in kip.

    `agreed` is what was decided; in an application, and before that, what was asked for. `rows`
    are the due days as they were agreed on with the contract, `late` those late on the day. Of an
    addendum `renewal` is what it is about, and `rows` are the new days. Of a reminder `meeting` is
    the next one, and `due_by_then` what falls due until then beside what it asks for.
    """

    which: LoanText
    lender: Lender
    day: date
    printed: date
    loan: Loan
    borrower: Member
    guarantors: tuple[Member, ...]
    purpose: Purpose
    savings: Kip
    agreed: Kip
    rows: tuple[DueRow, ...]
    late: tuple[DueRow, ...]
    state: LoanState
    contract: Contract | None
    renewal: Renewal | None = None
    meeting: date | None = None
    due_by_then: Kip = 0

    @property
    def decided(self) -> tuple[str, date] | None:
        """The decision on which the paper rests, and its day: on the loan, or on its new days."""
        if self.renewal is not None:
            return self.renewal.event.decision, self.renewal.event.day
        decision = self.loan.decision
        return None if decision is None else (decision.number, decision.day)

    @property
    def addendum(self) -> int:
        """Which addendum of the loan this is; 0 for every other paper."""
        return 0 if self.renewal is None else self.renewal.number

    @property
    def days_late(self) -> int:
        """For how many days something has been overdue."""
        since = self.state.overdue_since
        return 0 if since is None else (self.day - since).days

    @property
    def to_pay(self) -> Kip:
        """What a reminder asks for: what is overdue, and the fine; else all that ends the loan."""
        if self.which is LoanText.REMINDER:
            return self.state.overdue + self.state.fine_due
        return self.state.settlement

    @property
    def last_due(self) -> date | None:
        """The last due day: as the contract has it, or as it stands where the loan runs."""
        if self.which in _RUNNING and self.state.last_due is not None:
            return self.state.last_due
        return max((row.due for row in self.rows), default=None)

    @property
    def repaid_on(self) -> date | None:
        """The day of the last payment."""
        return max((move.day for move in self.loan.moves), default=None)


def loan_paper_of(
    which: LoanText,
    loan: Loan,
    lender: Lender,
    *,
    members: Mapping[MemberId, Member],
    savings: Kip,
    day: date,
    printed: date,
) -> LoanPaper:
    """A paper of a loan; `savings` (kip) are the borrower's. Raises as `check_paper` does."""
    made_for = paper_day(which, loan, day)
    state = check_paper(which, loan, made_for)
    request, decision = loan.request, loan.decision
    agreed = request.kip
    if which is not LoanText.APPLICATION and decision is not None and decision.approved:
        agreed = decision.kip
    renewal = renewal_of(loan, made_for) if which is LoanText.ADDENDUM else None
    # What was agreed on, whatever was paid or set anew since.
    rows = renewal.rows if renewal else agreed_rows(request, agreed, _handed_over(loan, made_for))
    return LoanPaper(
        which=which,
        lender=lender,
        day=made_for,
        printed=printed,
        loan=loan,
        borrower=members[request.member],
        guarantors=tuple(members[one] for one in request.guarantors),
        purpose=purpose_of(request.purpose, lender.rulebook.loans.purposes),
        savings=savings,
        agreed=agreed,
        rows=rows,
        late=tuple(row for row in due_rows(loan, made_for) if row.state is DueState.LATE),
        state=state,
        contract=contract_of(loan),
        renewal=renewal,
    )


def with_meeting(paper: LoanPaper, day: date) -> LoanPaper:
    """The paper with the day of the next meeting, and what will be asked for there beside it."""
    then = loan_state(paper.loan, day)
    asked = then.principal_due + then.interest_asked + then.fine_due
    return replace(paper, meeting=day, due_by_then=max(0, asked - paper.to_pay))


def paper_day(which: LoanText, loan: Loan, day: date) -> date:
    """The day for which a paper is made: that of what was signed or asked for, else the one given.

    So these say the same whenever they are printed.
    """
    if which is LoanText.ADDENDUM:
        return max((event.day for event in renewals(loan, day)), default=day)
    if which is LoanText.APPLICATION:
        return loan.request.day
    return contract_day(loan, day) if which in SIGNED else day


def addendum_number(which: LoanText, loan: Loan, day: date) -> int:
    """Which addendum of the loan a paper for a day is; 0 for every other paper."""
    return len(renewals(loan, day)) if which is LoanText.ADDENDUM else 0


def contract_day(loan: Loan, day: date) -> date:
    """The day of the contract: as written down, else that of the pay-out, else the day given."""
    contract = contract_of(loan)
    if contract is not None:
        return contract.day
    return _handed_over(loan, day)


def purpose_of(code: str, purposes: Iterable[Purpose]) -> Purpose:
    """The purpose of that code; one that the group has no more is called by its code."""
    return next((one for one in purposes if one.code == code), Purpose(code, code, ""))


def signers_of(officers: Iterable[Officer], day: date) -> tuple[Officer, ...]:
    """Who signs for the group on a day: the president, the accountant and the treasurer."""
    return tuple(one for one in officers if one.role in _SIGN and one.serves(day))


def _handed_over(loan: Loan, day: date) -> date:
    """The day on which the first of the money was handed over; the day given before that."""
    run = run_of(loan.moves, date.max, loan.events)
    return day if run is None else run.start
