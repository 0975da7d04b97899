"""What a screen shows and a paper prints: each statement finished, from the book as it stands."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from ledger.book.change import Topic
from ledger.book.papers_funds import FundPapers
from ledger.book.plain import number_of
from ledger.book.reading_entries import entries_touching, entries_where
from ledger.book.reading_loans import OPEN, TOUCHED_AFTER, loans_where
from ledger.book.reading_papers import Before, befores, fund_spending, movements
from ledger.book.reading_welfare import claims_where, other_benefits
from ledger.book.records_saving import SavingRecords
from ledger.book.sums import member_sums, net_by_month, on_own_side
from ledger.rules.accounts import CASH, Account
from ledger.rules.closing import preview_close
from ledger.rules.closing_values import ClosingPlan, YearFacts
from ledger.rules.days import FiscalYear, Month, fiscal_year, month_of
from ledger.rules.exit_values import Settlement
from ledger.rules.people import Member, MemberId, Status
from ledger.rules.people_rules import ExitDividend
from ledger.rules.profit_rules import NOTHING_SHARED
from ledger.rules.refusals import Refusal
from ledger.rules.settlement import dividend_so_far, settlement_of
from ledger.rules.transfers import MeetingId
from ledger.statements.annual import AnnualStatement, FundRow, annual_of
from ledger.statements.funds import funds_of, set_apart
from ledger.statements.hand_over import HandOver, hand_over_of, with_open_matters
from ledger.statements.households import HouseholdRow, households_with
from ledger.statements.lists import (
    CashBookRow,
    Figures,
    LoanRow,
    MemberBalance,
    TrialBalance,
    cash_book_of,
    figures_of,
    loan_rows_of,
    members_balances_of,
    principal_by_member,
    trial_balance_of,
)
from ledger.statements.meeting_sheet import MeetingSheet, sheet_of
from ledger.statements.months import MonthFigures, months_of
from ledger.statements.passbook import Movement, Passbook, passbook_with
from ledger.statements.welfare import WelfareReport, report_of


class Papers(FundPapers, SavingRecords):
    """The part of the reading door that answers with whole statements."""

    def passbook(self, member: MemberId, first: date, last: date) -> Passbook:
        """One member's passbook between two days. Raises KeyError for nobody's id."""
        her = self.member(member)
        moved = movements(self.shelf, first, last, member=member).get(member, ())
        before = befores(self.shelf, first, member=member).get(member, Before())
        return self._passbook(her, first, last, moved=moved, before=before)

    def passbooks(self, first: date, last: date) -> tuple[Passbook, ...]:
        """The passbooks of all who are members, or moved any money, between two days."""
        moved = movements(self.shelf, first, last)
        before = befores(self.shelf, first)
        return tuple(
            self._passbook(
                member,
                first,
                last,
                moved=moved.get(member.id, ()),
                before=before.get(member.id, Before()),
            )
            for member in self.members()
            if member.id in moved or (_here(member) and member.joined <= last)
        )

    def trial_balance(self, day: date) -> TrialBalance:
        """Every account at the end of a day."""
        return trial_balance_of(day, self.balances(day))

    def members_balances(self, day: date) -> tuple[MemberBalance, ...]:
        """Each member's savings, debt and unclaimed dividend at the end of a day."""
        sums = member_sums(self.shelf, day)
        return members_balances_of(
            self.members(),
            savings={member: had.savings for member, had in sums.items()},
            loans=principal_by_member(self.loan_rows(day)),
            dividends={member: had.dividend for member, had in sums.items()},
            voluntary={member: had.voluntary for member, had in sums.items()},
        )

    def loan_rows(self, day: date, *, open_only: bool = True) -> tuple[LoanRow, ...]:
        """The loans asked for by a day and where each stands at its end.

        Without those that were refused or finished by now, unless `open_only` is unset; one that
        moved after that day is among them, finished or not.
        """
        where = "l.day <= :day"
        if open_only:
            where += f" AND ({OPEN} OR l.id IN ({TOUCHED_AFTER}))"
        return self._keep(
            Topic.ENTRIES,
            ("loan rows", day, open_only),
            lambda: loan_rows_of(
                loans_where(self.shelf, where, {"day": number_of(day)}),
                {member.id: member for member in self.members()},
                day,
            ),
        )

    def cash_book(
        self, first: date, last: date, *, account: Account = CASH
    ) -> tuple[CashBookRow, ...]:
        """The entries that touched the cash box, a bank or a fund, between two days."""
        before = self.balances(first - timedelta(days=1)).get(account, 0)
        members = {member.id: member for member in self.members()}
        entries = entries_touching(self.shelf, (account,), first, last)
        return cash_book_of(entries, members, before=before, account=account)

    def fund_rows(self, year: FiscalYear) -> tuple[FundRow, ...]:
        """Every fund, bank and debt of the group through one of its years."""
        accounts = set_apart(self.rulebook(year.last), self.balances())
        return funds_of(
            entries_touching(self.shelf, accounts, year.first, year.last),
            accounts=accounts,
            opening=self.balances(year.first - timedelta(days=1)),
        )

    def months(self, last: Month, count: int) -> tuple[MonthFigures, ...]:
        """The `count` months up to `last`, from the first month of the books on."""
        begin = month_of(self.books_begin or last.first)
        first = max(last.plus(1 - count), begin)
        months = [first.plus(k) for k in range(last - first + 1)]
        return months_of(
            months,
            {m: on_own_side(net) for m, net in net_by_month(self.shelf, first, last).items()},
            before=self.balances(first.first - timedelta(days=1)),
            closings=[closed.plan for closed in self.closed_years()],
        )

    def households(self, day: date) -> tuple[HouseholdRow, ...]:
        """Every household with what its members have and owe at the end of a day."""
        return households_with(
            self.members(),
            savings=self.savings(day),
            owed=principal_by_member(self.loan_rows(day)),
            everybody_in_welfare=self.rulebook(day).welfare.everybody,
        )

    def hand_over(self, day: date) -> HandOver:
        """What one committee would hand over to the next at the end of a day."""
        sheet = hand_over_of(
            day,
            self.balances(day),
            self.loan_rows(day),
            unsigned=tuple(s.day for s in self.sheets() if not s.signed),
            candidates=sum(1 for asked in self.asked() if asked.admission is None),
        )
        return with_open_matters(
            sheet,
            claims=claims_where(self.shelf),
            notices=[notice for hers in self.notices().values() for notice in hers],
            months=self.month_states(),
            # A group that keeps no minutes here has none that are missing.
            missing=[m.number for m in self.minutes().missing] if self.decisions() else (),
        )

    def settlement(self, member: MemberId, day: date, today: date) -> Settlement:
        """What a member and the group would settle on a day; Refusal where she cannot go yet."""
        last_month = self.rulebook(day).fiscal_year_end
        year = fiscal_year(day, last_month=last_month, books_begin=self.books_begin)
        facts = self.day_facts(day, today)
        earned = 0
        if facts.rulebook.people.exit_dividend is ExitDividend.PRO_RATA:
            earned = dividend_so_far(self.year_facts(year.number, day), member, day)
        return settlement_of(facts, member, self.life_of(member), dividend_now=earned)

    def figures(self, day: date) -> Figures:
        """What the home page shows of a day."""
        rulebook = self.rulebook(day)
        year = fiscal_year(day, last_month=rulebook.fiscal_year_end, books_begin=self.books_begin)
        return figures_of(
            day,
            members=self.members(),
            balances=self.balances(day),
            loans=self.loan_rows(day),
            year_opening=self.balances(year.first - timedelta(days=1)),
        )

    def annual(self, year: int, today: date) -> AnnualStatement:
        """The annual statement: of a closed year as it was closed, else as it would be today."""
        facts = self.year_facts(year, today)
        closed = self.closed_year(year)
        plan = as_it_would_be(facts) if closed is None else closed.plan
        statement = annual_of(
            facts,
            plan,
            group=self.group,
            printed=today,
            proposed=closed is None,
            spent=fund_spending(self.shelf, facts.year),
            gifts=self.gift_rows(facts.year),
            network=self.network_rows(facts.year, plan.entries if closed is None else ()),
            banks=self.bank_rows(min(facts.year.last, today)),
            borrowings=self.borrowing_rows(min(facts.year.last, today)),
        )
        return replace(
            statement,
            welfare=self._welfare(facts.year, today),
            lent=self.fund_loan_rows(facts.year),
            group_loans=self.group_loan_rows(min(facts.year.last, today)),
            later=self.later_findings(facts.year),
        )

    def _welfare(self, year: FiscalYear, today: date) -> WelfareReport:
        """What the welfare fund paid for up to today, or to the end of the year."""
        until = min(year.last, today)
        claims, others = claims_where(self.shelf), other_benefits(self.shelf)
        return report_of(claims, others, year=year, until=until)

    def meeting_sheet(self, sheet: MeetingId) -> MeetingSheet:
        """The whole grid of a sheet with its totals. Raises KeyError for no sheet's id."""
        whole = self.sheet(sheet)
        posted = entries_where(self.shelf, "e.sheet = ?", (sheet,)) if whole.signed else ()
        facts = self.day_facts(whole.day, whole.day)
        return sheet_of(whole, facts, posted=tuple(one.entry for one in posted))

    def _passbook(
        self, member: Member, first: date, last: date, *, moved: Iterable[Movement], before: Before
    ) -> Passbook:
        return passbook_with(
            moved,
            group=self.group,
            rulebook=self.rulebook(last),
            member=member,
            first=first,
            last=last,
            savings_before=before.savings,
            loans_before=before.loans,
            voluntary_before=before.voluntary,
        )


def _here(member: Member) -> bool:
    return member.status in {Status.ACTIVE, Status.ON_LEAVE}


def as_it_would_be(facts: YearFacts) -> ClosingPlan:
    """The plan as of today; a year that cannot be shared out so is shown with nothing shared."""
    try:
        return preview_close(facts, facts.rulebook.profit)
    except Refusal:
        return preview_close(facts, NOTHING_SHARED)
