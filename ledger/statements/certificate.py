"""A member's years in the group on one page, to be handed over at the annual meeting."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from ledger.rules.days import Month, day_before, month_of, months_completed
from ledger.rules.kip import Kip, divide
from ledger.rules.loan_values import Loan, LoanStage, MoveKind
from ledger.rules.loans import loan_state
from ledger.rules.member_life import Away, away_in
from ledger.rules.people import Member
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.transfers import Kind
from ledger.statements.passbook import Passbook

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a member has done with the group up to a day.

    `years` are whole years since she joined. `months` are those in which she could save since the
    books began, `saved` those for which she did, and `unbroken` the longest run of them. Savings
    and `welfare`, what the welfare fund gave her in `claims` payments, are kip.
    """

    group: Group
    rulebook: Rulebook
    day: date
    member: Member
    since: date
    years: int
    begin: date
    months: int
    saved: int
    unbroken: int
    savings: Kip
    loans_repaid: int
    loans_on_time: int
    claims: int
    welfare: Kip

    @property
    def never_missed(self) -> bool:
        """Whether she saved in every month in which she could."""
        return 0 < self.months == self.saved


def certificate_of(
    book: Passbook,
    *,
    met: Collection[Month],
    away: Iterable[Away],
    loans: Iterable[Loan],
    claims: int,
    welfare: Kip,
) -> Certificate:
    """The certificate from her passbook since the books began.

    `met` are the months in which the group met, `away` when she was on leave. A month counts from
    the one after she joined up to the one that still runs; those two as well where she saved in
    them. `claims` were paid to her, `welfare` kip in all.
    """
    marks = _marks(book, met, tuple(away))
    repaid = [loan for loan in loans if _is_repaid(loan, book.last)]
    return Certificate(
        group=book.group,
        rulebook=book.rulebook,
        day=book.last,
        member=book.member,
        since=book.member.joined,
        years=divide(months_completed(book.member.joined, book.last), 1, _YEAR),
        begin=max(book.first, book.member.joined),
        months=len(marks),
        saved=sum(marks),
        unbroken=_longest(marks),
        savings=_savings(book),
        loans_repaid=len(repaid),
        loans_on_time=sum(_on_time(loan) for loan in repaid),
        claims=claims,
        welfare=welfare,
    )


def _marks(book: Passbook, met: Collection[Month], away: tuple[Away, ...]) -> list[bool]:
    """Of each month in which she could save, whether she did; the oldest first."""
    saved = _saved(book)
    meets = book.rulebook.deposit_day
    return [
        month in saved
        for month in sorted(met)
        if month in saved or (_counts(month, book) and not away_in(month, away, deposit_day=meets))
    ]


def _savings(book: Passbook) -> Kip:
    """What she has in both kinds of savings, in kip."""
    if not book.lines:
        return book.savings_before + book.voluntary_before
    return book.lines[-1].savings + book.lines[-1].voluntary


def _counts(month: Month, book: Passbook) -> bool:
    """Whether she is asked to have saved: after she joined, and not in a month that still runs."""
    since = max(month_of(book.first), month_of(book.member.joined).plus(1))
    return since <= month < month_of(book.last)


def _saved(book: Passbook) -> frozenset[Month]:
    """The months for which she saved something that was not taken back."""
    sums: dict[Month, Kip] = {}
    for line in book.lines:
        if line.kind is Kind.DEPOSIT:
            month = line.month or month_of(line.day)
            sums[month] = sums.get(month, 0) + line.paid_in - line.paid_out
    return frozenset(month for month, kip in sums.items() if kip > 0)


def _longest(marks: Iterable[bool]) -> int:
    longest = run = 0
    for mark in marks:
        run = run + 1 if mark else 0
        longest = max(longest, run)
    return longest


def _is_repaid(loan: Loan, day: date) -> bool:
    state = loan_state(loan, day)
    return state.stage is LoanStage.REPAID and not state.written_off


def _on_time(loan: Loan) -> bool:
    """Whether nothing was overdue on the eve of any of its movements."""
    paid = [move for move in loan.moves if move.kind is not MoveKind.PAY_OUT]
    return not any(loan_state(loan, day_before(move.day)).overdue for move in paid)
