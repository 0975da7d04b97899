"""The papers of a year: how the profit was shared, what the report adds, and each member's own."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ledger.book import parts
from ledger.book.papers import Papers, as_it_would_be
from ledger.book.plain import number_of
from ledger.book.reading_entries import KINDS
from ledger.book.reading_welfare import claims_where, other_benefits
from ledger.book.reading_year import saving_moves
from ledger.rules.accounts import CASH
from ledger.rules.days import FiscalYear, month_of
from ledger.rules.member_life import away_of
from ledger.rules.people import MemberId
from ledger.rules.transfers import Kind, LoanId
from ledger.statements.annual import AnnualStatement
from ledger.statements.arrears import arrears_of
from ledger.statements.welfare import benefits_by_member

if TYPE_CHECKING:
    from ledger.statements.certificate import Certificate
    from ledger.statements.member_year import MemberYear
    from ledger.statements.proof import Proof
    from ledger.statements.trail import TrailPaper
    from ledger.statements.year_set import CashRow, YearFigures, YearText

_CASH = (
    "SELECT t.kind, sum(CASE WHEN t.debit = ? THEN t.kip ELSE 0 END),"
    " sum(CASE WHEN t.credit = ? THEN t.kip ELSE 0 END)"
    " FROM entry AS e CROSS JOIN transfer AS t ON t.entry = e.number"
    " WHERE e.day BETWEEN ? AND ? AND (t.debit = ? OR t.credit = ?) GROUP BY t.kind"
)
_LENT = (
    "SELECT t.loan, sum(CASE WHEN e.reverses IS NULL THEN t.kip ELSE -t.kip END)"
    " FROM entry AS e CROSS JOIN transfer AS t ON t.entry = e.number"
    f" WHERE e.day BETWEEN ? AND ? AND t.kind = '{Kind.PAY_OUT.value}' GROUP BY t.loan"
)


def texts_key(year: int) -> str:
    """The draft under which the report in words of a year is kept."""
    return f"year_texts_{year}"


class YearPapers(Papers):
    """The part of the reading door that answers with the papers of a year."""

    def proof(self, year: int, today: date) -> Proof:
        """Every step from the income to each dividend, of a closed year or as it would be today."""
        facts = self.year_facts(year, today)
        closed = self.closed_year(year)
        return parts.proof.proof_of(
            facts,
            as_it_would_be(facts) if closed is None else closed.plan,
            group=self.group,
            printed=today,
            proposed=closed is None,
            moves=saving_moves(self.shelf, facts.year, facts.rulebook),
        )

    def year_report(self, year: int, today: date) -> AnnualStatement:
        """The annual statement with everything that the whole report says beside it."""
        statement = self.annual(year, today)
        span = statement.year
        until = min(span.last, today)
        rows = self.loan_rows(until, open_only=False)
        more = parts.year_set.YearSet(
            cash=parts.year_set.cash_summary_of(
                self.balances(span.first - timedelta(days=1)).get(CASH, 0), self._cash_rows(span)
            ),
            purposes=parts.year_set.purposes_of(rows, self._lent(span)),
            ages=arrears_of(rows, until).sums,
            years=self._years(statement, until),
            texts=self.year_texts(year),
        )
        watched = parts.trail_papers.watched_in_year(self.shelf, span, self.officers())
        return replace(statement, more=more, watched=watched)

    def trail_of_year(self, year: int, today: date) -> TrailPaper:
        """Who did what, from the closing of the year before to the year's own."""
        return parts.trail_papers.trail_of_year(
            self.shelf,
            self.year(year),
            group=self.group,
            officers=self.officers(),
            printed=today,
        )

    def year_texts(self, year: int) -> dict[YearText, str]:
        """The report in words, as far as it is written; kept in pencil."""
        plain = json.loads(self.draft(texts_key(year)) or "{}")
        return {text: plain[text.value] for text in parts.year_set.YearText if text.value in plain}

    def member_year(self, member: MemberId, year: int, today: date) -> MemberYear:
        """One member's statement of a year. Raises KeyError for nobody's id."""
        span = self.year(year)
        book = self.passbook(member, span.first, min(span.last, today))
        return parts.member_year.member_year_of(book, self.proof(year, today))

    def certificate(self, member: MemberId, day: date) -> Certificate:
        """What a member has done with the group since the books began, up to a day."""
        book = self.passbook(member, self.books_begin or day, day)
        benefits = benefits_by_member(claims_where(self.shelf), other_benefits(self.shelf))
        return parts.certificate.certificate_of(
            book,
            met={month_of(s.day) for s in self.sheets() if s.signed and not s.void},
            away=away_of(self.life_of(member)).get(member, ()),
            loans=[loan for loan in self.loans() if loan.request.member == member],
            claims=len(self._claims_paid(member, day)),
            welfare=benefits.get(member, 0),
        )

    def _claims_paid(self, member: MemberId, day: date) -> list[date]:
        hers = claims_where(self.shelf, "c.member = ?", (member,))
        return [claim.paid for claim in hers if claim.paid is not None and claim.paid <= day]

    def _cash_rows(self, year: FiscalYear) -> list[CashRow]:
        bounds = (number_of(year.first), number_of(year.last))
        rows = self.shelf.rows(_CASH, (CASH, CASH, *bounds, CASH, CASH))
        return [
            parts.year_set.CashRow(KINDS[kind], received, paid) for kind, received, paid in rows
        ]

    def _lent(self, year: FiscalYear) -> dict[LoanId, int]:
        bounds = (number_of(year.first), number_of(year.last))
        return {LoanId(loan): kip for loan, kip in self.shelf.rows(_LENT, bounds)}

    def _years(self, statement: AnnualStatement, until: date) -> tuple[YearFigures, ...]:
        """The year of the statement behind the closed ones before it, the oldest first."""
        before = [
            closed.plan
            for closed in self.closed_years()
            if closed.year.number < statement.year.number
        ]
        found = [
            parts.year_set.year_figures_of(plan, self.balances(plan.year.last))
            for plan in before[1 - parts.year_set.YEARS :]
        ]
        return (*found, parts.year_set.year_figures_of(statement.plan, self.balances(until)))
