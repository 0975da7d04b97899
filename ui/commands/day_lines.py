"""Turns the rows of one day into what the committee would have said: members, loans and money."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from ledger.actions.record import DayRecord, next_loan, next_member
from ledger.book.book import Book
from ledger.rules.accounts import Account
from ledger.rules.committee import serving
from ledger.rules.days import Month
from ledger.rules.lines import (
    BankInterest,
    Deposit,
    DividendTaken,
    DividendWay,
    Fee,
    FeePaid,
    FromBank,
    FundSpent,
    Line,
    LoanPaidOut,
    Repaid,
    SavingsInterest,
    ToBank,
    WelfarePaid,
    Withdrawal,
)
from ledger.rules.lines_loans import GuarantorPaid, LoanRecovered
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.lines_saving import VoluntaryDeposit, VoluntaryWithdrawal
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.people import Member, MemberId, Sex
from ledger.rules.permits import Act
from ledger.rules.rulebook import Rulebook
from ledger.rules.set_up import MemberNumberTaken
from ledger.rules.transfers import LoanId
from translations import MoneyFormat
from translations.reading import Unreadable, read_kip
from ui.commands.day_file import Row
from ui.commands.day_lines_findings import FINDING_READERS
from ui.commands.day_lines_funds import FUND_READERS
from ui.commands.day_lines_welfare import claim_paid
from ui.commands.finding import account_named, loan_named, member_numbered
from ui.commands.refusals import CellUnreadable, FileRowRefused, NobodyOfThatName


@dataclass
class DayReader:
    """Reads the rows of one day against the book as it stands on its morning."""

    book: Book
    rulebook: Rulebook
    money: MoneyFormat
    members: dict[str, Member] = field(default_factory=dict)
    new_members: list[Member] = field(default_factory=list)
    new_loans: list[tuple[LoanRequest, LoanDecision]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    admitted: dict[MemberId, str] = field(default_factory=dict)

    def read(self, day: date, rows: tuple[Row, ...]) -> DayRecord:
        """The record of the day; CellUnreadable names the row and column that cannot be read."""
        self.members = {m.number: m for m in self.book.members()}
        for row in rows:
            reader = _READERS.get(row["what"].lower())
            if reader is None:
                raise CellUnreadable(row=row.number, column="what", found=row["what"])
            line = reader(self, row)
            if line is not None:
                self.lines.append(line)
                self.rows.append(row)
        return DayRecord(
            day=day,
            lines=tuple(self.lines),
            members=tuple(self.new_members),
            loans=tuple(self.new_loans),
            admitted=self.admitted,
        )

    # --- cells ---------------------------------------------------------------------------

    def kip(self, row: Row, column: str = "amount") -> int:
        """The amount in a column of the row, in the smallest unit, above zero."""
        try:
            amount = read_kip(row[column], self.money)
        except Unreadable:
            raise CellUnreadable(row=row.number, column=column, found=row[column]) from None
        if amount <= 0:
            raise CellUnreadable(row=row.number, column=column, found=row[column])
        return amount

    def number(self, row: Row, column: str, default: int = 0) -> int:
        """The whole number in a column of the row; the default when it is empty."""
        text = row[column]
        if text and not (text.isascii() and text.isdigit() and len(text) < 5):
            raise CellUnreadable(row=row.number, column=column, found=text)
        return int(text or default)

    def member(self, row: Row) -> MemberId:
        """The member whose number the row gives."""
        return self.member_of(row, "member", row["member"])

    def member_of(self, row: Row, column: str, number: str) -> MemberId:
        """The member of a number that stands in a column of the row."""
        found = member_numbered(self.members.values(), number)
        if found is None and number:
            raise FileRowRefused(row=row.number, why=NobodyOfThatName(found=number))
        if found is None:
            raise CellUnreadable(row=row.number, column=column, found=number)
        return found.id

    def account(self, row: Row, column: str = "account") -> Account:
        """The account that the row names, in a column, by key, name or number."""
        found = account_named(self.rulebook, row[column])
        if found is None:
            raise CellUnreadable(row=row.number, column=column, found=row[column])
        return found

    def month(self, row: Row) -> Month | None:
        """The month the money is for, written 2026-04; nothing when the cell is empty."""
        if not row["month"]:
            return None
        try:
            year, _, number = row["month"].partition("-")
            return Month(date(int(year), int(number), 1).year, int(number))
        except ValueError:
            raise CellUnreadable(row=row.number, column="month", found=row["month"]) from None

    def loan(self, row: Row) -> LoanId:
        """The loan of that number, or the member's only running one."""
        member = self.member(row) if row["member"] else None
        found = loan_named(self.book, row["loan"], member)
        if found is None:
            raise CellUnreadable(row=row.number, column="loan", found=row["loan"] or row["member"])
        return found.id

    # --- people and loans ----------------------------------------------------------------

    def add_member(self, row: Row) -> None:
        """A new member; welfare_since is set where the note says "welfare"."""
        for column in ("member", "name"):
            if not row[column]:
                raise CellUnreadable(row=row.number, column=column, found="")
        if row["member"] in self.members:
            raise FileRowRefused(row=row.number, why=MemberNumberTaken(number=row["member"]))
        sex = row["sex"].lower()
        new = Member(
            id=MemberId(next_member(self.book) + len(self.new_members)),
            number=row["member"],
            name=row["name"],
            joined=row.day,
            sex=Sex(sex) if sex in set(Sex) else Sex.UNSAID,
            household=row["household"],
            welfare_since=row.day if row["note"] == "welfare" else None,
            promise=self.kip(row, "promise") if row["promise"] else 0,
            shares=self.number(row, "shares"),
            birth_year=self.number(row, "born") or None,
            pupil=row["note"] == "pupil",
            guardian=row["guardian"],
        )
        if row["decision"]:
            self.admitted[new.id] = row["decision"]
        self.members[new.number] = new
        self.new_members.append(new)

    def lend(self, row: Row) -> Line:
        """A loan asked for, decided and paid out on one day."""
        product = self.rulebook.product(row["product"])
        if product is None:
            raise CellUnreadable(row=row.number, column="product", found=row["product"])
        guarantors = tuple(
            self.member_of(row, "guarantors", number)
            for number in row["guarantors"].replace(";", " ").split()
        )
        kip = self.kip(row)
        request = LoanRequest(
            member=self.member(row),
            day=row.day,
            kip=kip,
            purpose=row["purpose"],
            product=product,
            months=self.number(row, "months", product.months),
            guarantors=guarantors,
            note=row["note"],
        )
        approvers = tuple(
            o.name
            for o in serving(self.book.officers(), row.day)
            if self.book.permits.may(o.role, Act.DECIDE_LOAN)
        )
        decision = LoanDecision(
            day=row.day, number=row["decision"], approved=True, kip=kip, approvers=approvers
        )
        self.new_loans.append((request, decision))
        return LoanPaidOut(LoanId(next_loan(self.book) + len(self.new_loans) - 1))


_Reader = Callable[[DayReader, Row], Line | None]


def _dividend(way: DividendWay) -> _Reader:
    def read(r: DayReader, row: Row) -> Line:
        loan = r.loan(row) if way is DividendWay.OFFSET else None
        return DividendTaken(r.member(row), r.kip(row), way, loan)

    return read


def _fee(fee: Fee) -> _Reader:
    return lambda r, row: FeePaid(r.member(row), fee, r.kip(row))


_READERS: dict[str, _Reader] = {
    **FUND_READERS,
    **FINDING_READERS,
    "member": DayReader.add_member,
    "loan": DayReader.lend,
    "deposit": lambda r, row: Deposit(r.member(row), r.kip(row), r.month(row)),
    "withdrawal": lambda r, row: Withdrawal(r.member(row), r.kip(row)),
    "voluntary_deposit": lambda r, row: VoluntaryDeposit(r.member(row), r.kip(row)),
    "voluntary_withdrawal": lambda r, row: VoluntaryWithdrawal(r.member(row), r.kip(row)),
    "welfare": lambda r, row: WelfarePaid(r.member(row), r.kip(row)),
    "entry_fee": _fee(Fee.ENTRY),
    "passbook_fee": _fee(Fee.PASSBOOK),
    "missed_fine": _fee(Fee.MISSED),
    "repayment": lambda r, row: Repaid(r.loan(row), r.kip(row)),
    "loan_part": lambda r, row: LoanPaidOut(r.loan(row), r.kip(row) if row["amount"] else None),
    "guarantor_repayment": lambda r, row: GuarantorPaid(
        r.loan(row), r.kip(row), r.member_of(row, "guarantors", row["guarantors"])
    ),
    "loan_recovered": lambda r, row: LoanRecovered(r.loan(row), r.kip(row), row["note"]),
    "savings_interest": lambda r, row: SavingsInterest(r.member(row), r.kip(row)),
    "to_bank": lambda r, row: ToBank(r.account(row), r.kip(row)),
    "from_bank": lambda r, row: FromBank(r.account(row), r.kip(row)),
    "bank_interest": lambda r, row: BankInterest(r.account(row), r.kip(row)),
    "benefit": lambda r, row: FundSpent(r.account(row), r.kip(row), row["note"], r.member(row)),
    "dividend_cash": _dividend(DividendWay.CASH),
    "dividend_savings": _dividend(DividendWay.SAVINGS),
    "dividend_offset": _dividend(DividendWay.OFFSET),
    "claim_paid": lambda r, row: claim_paid(r.book, row),
    "settlement_paid": lambda r, row: SettlementPaid(r.member(row), r.kip(row), row["name"]),
}
