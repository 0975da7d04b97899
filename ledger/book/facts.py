"""What the rules must know before they decide: of a day, of a borrower, of a year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ledger.book.change import Topic
from ledger.book.plain import day_of
from ledger.book.reading_facts import Known, read_day_facts, read_lending_facts
from ledger.book.reading_loans import loans_where
from ledger.book.reading_year import read_year_facts
from ledger.book.records_funds import FundRecords
from ledger.book.records_people import PeopleRecords
from ledger.rules.closing_values import YearFacts
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import FiscalYear, fiscal_year, month_of, numbered_year
from ledger.rules.lending import LendingFacts
from ledger.rules.loan_values import LoanRequest
from ledger.rules.member_life import away_of, rejoined_of
from ledger.rules.people import Member, MemberId
from ledger.rules.people_rules import ExitDividend
from ledger.rules.rule_change import RuleChange, compare_rules
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import LoanId


class Facts(FundRecords, PeopleRecords):
    """The part of the reading door that the acts ask before they check anything."""

    def day_facts(self, day: date, today: date) -> DayFacts:
        """What the rules must know before money of `day` is written."""
        return self._keep(
            Topic.ENTRIES,
            ("day", day, today),
            lambda: replace(
                read_day_facts(self.shelf, self._known(day), day, today),
                settlements=self.settlements_owed(),
            ),
        )

    def lending_facts(
        self,
        request: LoanRequest,
        *,
        new_members: Sequence[Member] = (),
        without: LoanId | None = None,
    ) -> LendingFacts:
        """What the rules must know of a borrower; `new_members` are about to be written with it.

        `without` is a loan whose own guarantees are not to be counted.
        """
        known = self._known(request.day)
        others = tuple(loan for loan in known.open_loans if loan.id != without)
        known = known._replace(open_loans=others)
        members = {**known.members, **{member.id: member for member in new_members}}
        hers = loans_where(self.shelf, "l.member = ?", (request.member,))
        return read_lending_facts(self.shelf, known._replace(members=members), request, hers)

    def year_facts(self, number: int, today: date) -> YearFacts:
        """What closing the year `number` is reckoned from, as it stood before its closing."""
        year = self.year(number)
        closed = self.closed_year(number)
        # Who had a part in a closed year stays so, whatever became of her since.
        there = None if closed is None else {share.member for share in closed.plan.shares}
        return read_year_facts(
            self.shelf,
            year,
            today=today,
            rulebook=self.rulebook(year.last),
            members=[m for m in self.members() if there is None or m.id in there],
            officers=self.officers(),
            earlier_open=self._earlier_open(number),
            settled=self._settled(year),
        )

    def rule_change(self, rulebook: Rulebook, today: date) -> RuleChange:
        """What a rulebook that is not adopted yet would change, by the year of today so far."""
        last_month = self.rulebook(today).fiscal_year_end
        number = fiscal_year(today, last_month=last_month).number
        old = self.year_facts(number, today)
        new = self.year_under(rulebook, number, today)
        return compare_rules(old, new, self.loans(open_only=True))

    def year_under(self, rulebook: Rulebook, number: int, today: date) -> YearFacts:
        """The facts of a year under rules that are not adopted, or only tried out."""
        known = self.year_facts(number, today)
        return read_year_facts(
            self.shelf,
            known.year,
            today=today,
            rulebook=rulebook,
            members=self.members(),
            officers=self.officers(),
            earlier_open=known.earlier_open,
            settled=self._settled(known.year),
        )

    def _settled(self, year: FiscalYear) -> frozenset[MemberId]:
        """Who went in a year and, by the rules of that day, has no part in its closing.

        Also who came back in the same year: what she was paid, or gave up, is for all of it.
        """
        return frozenset(
            event.member
            for event in self.settled_between(year.first, year.last)
            if self.rulebook(event.day).people.exit_dividend is not ExitDividend.AT_CLOSE
        )

    def year(self, number: int) -> FiscalYear:
        """The group's year `number` by the rules of its time."""
        last_month = self.rulebook(date(number, 12, 31)).fiscal_year_end
        return numbered_year(number, last_month=last_month, books_begin=self.books_begin)

    def _known(self, day: date) -> Known:
        rows = self.shelf.rows("SELECT year, last FROM closed_year")
        closed = {year: day_of(last) for year, last in rows}
        return Known(
            rulebook=self.rulebook(day),
            books_begin=self.books_begin,
            closed_until=max(closed.values(), default=None),
            members=self._members(),
            open_loans=self.loans(open_only=True),
            rulebooks=self.rulebooks,
            closed=frozenset(a.account for a in self.rulebooks[-1].accounts if a.closed),
            borrowings=self.borrowings(),
            closed_years={year: month_of(last) for year, last in closed.items()},
            away=away_of(self.life()),
            rejoined=rejoined_of(self.life()),
        )

    def _earlier_open(self, number: int) -> int | None:
        if self.books_begin is None:
            return None
        end = self.rulebook(self.books_begin).fiscal_year_end
        first = fiscal_year(self.books_begin, last_month=end).number
        closed = {year for (year,) in self.shelf.rows("SELECT year FROM closed_year")}
        return next((year for year in range(first, number) if year not in closed), None)
