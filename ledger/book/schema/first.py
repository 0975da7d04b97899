"""The rows of the book's first shape, one class for each table."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink, Row


class EventRow(Row):
    """Who did what, in order."""

    __tablename__ = "event"
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    officer: Mapped[int]
    name: Mapped[str]
    role: Mapped[str]
    second: Mapped[int | None]
    second_name: Mapped[str]
    act: Mapped[str]
    facts: Mapped[str]
    prev: Mapped[bytes]
    hash: Mapped[bytes]


class GroupRow(Ink):
    """The group's own facts, a version for each change."""

    __tablename__ = "group_version"
    version: Mapped[int] = mapped_column(primary_key=True)
    books_begin: Mapped[int | None]
    facts: Mapped[str]
    event: Mapped[int]


class RulebookRow(Ink):
    """A rulebook as it was adopted, whole."""

    __tablename__ = "rulebook"
    id: Mapped[int] = mapped_column(primary_key=True)
    valid_from: Mapped[int]
    resolution: Mapped[str]
    facts: Mapped[str]
    event: Mapped[int]


class OfficerRow(Ink):
    """One of the committee, a version for each change."""

    __tablename__ = "officer_version"
    officer: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    member: Mapped[int | None]
    weight: Mapped[int]
    since: Mapped[int | None]
    until: Mapped[int | None]
    event: Mapped[int]


class MemberRow(Ink):
    """That there is a member of this id."""

    __tablename__ = "member"
    id: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[int]


class MemberVersionRow(Ink):
    """All facts of a member, a version for each change."""

    __tablename__ = "member_version"
    member: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    name: Mapped[str]
    joined: Mapped[int]
    title: Mapped[str]
    sex: Mapped[str]
    household: Mapped[str]
    village_unit: Mapped[str]
    phone: Mapped[str]
    status: Mapped[str]
    welfare_since: Mapped[int | None]
    promise: Mapped[int]
    shares: Mapped[int]
    fee_free: Mapped[int]
    beneficiaries: Mapped[str]
    event: Mapped[int]


class LoanRow(Ink):
    """A loan as it was asked for."""

    __tablename__ = "loan"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    member: Mapped[int]
    day: Mapped[int]
    kip: Mapped[int]
    purpose: Mapped[str]
    product: Mapped[str]
    months: Mapped[int]
    guarantors: Mapped[str]
    note: Mapped[str]
    event: Mapped[int]


class DecisionRow(Ink):
    """What the committee decided on a loan."""

    __tablename__ = "loan_decision"
    loan: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[int]
    number: Mapped[str]
    approved: Mapped[int]
    kip: Mapped[int]
    approvers: Mapped[str]
    reason: Mapped[str]
    event: Mapped[int]


class SheetRow(Ink):
    """A meeting or day sheet that was opened."""

    __tablename__ = "sheet"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    number: Mapped[int]
    day: Mapped[int]
    event: Mapped[int]


class SignedRow(Ink):
    """That a sheet was signed: by whom, its entries, and the seal of its pencil."""

    __tablename__ = "sheet_signed"
    sheet: Mapped[int] = mapped_column(primary_key=True)
    signed_by: Mapped[str]
    first: Mapped[int | None]
    last: Mapped[int | None]
    pencil: Mapped[bytes]
    event: Mapped[int]


class EntryRow(Row):
    """An entry; its seal covers its transfers and the entry before it."""

    __tablename__ = "entry"
    number: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[int]
    month: Mapped[int | None]
    note: Mapped[str]
    sheet: Mapped[int | None]
    reverses: Mapped[int | None]
    event: Mapped[int]
    prev: Mapped[bytes]
    hash: Mapped[bytes]


class TransferRow(Row):
    """One amount from one account to another."""

    __tablename__ = "transfer"
    entry: Mapped[int] = mapped_column(primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    debit: Mapped[int]
    credit: Mapped[int]
    kip: Mapped[int]
    member: Mapped[int | None]
    loan: Mapped[int | None]


class ClosedYearRow(Ink):
    """A year that was closed, with the plan that was carried out."""

    __tablename__ = "closed_year"
    year: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[int]
    last: Mapped[int]
    signed_by: Mapped[str]
    plan: Mapped[str]
    event: Mapped[int]


class MonthTotalRow(Row):
    """What one month moved on one account."""

    __tablename__ = "month_total"
    account: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[int] = mapped_column(primary_key=True)
    debit: Mapped[int]
    credit: Mapped[int]


class LoanTotalRow(Row):
    """What was paid out and paid back on one loan, and whether nothing is owed any more."""

    __tablename__ = "loan_total"
    loan: Mapped[int] = mapped_column(primary_key=True)
    debit: Mapped[int]
    credit: Mapped[int]
    finished: Mapped[int]


class YearOpeningRow(Row):
    """What a member had, and was owed as dividend, when a year began."""

    __tablename__ = "year_opening"
    year: Mapped[int] = mapped_column(primary_key=True)
    member: Mapped[int] = mapped_column(primary_key=True)
    savings: Mapped[int]
    dividend: Mapped[int]
    voluntary: Mapped[int]


class AttendanceRow(Row):
    """Whether a member was there, in pencil."""

    __tablename__ = "attendance"
    sheet: Mapped[int] = mapped_column(primary_key=True)
    member: Mapped[int] = mapped_column(primary_key=True)
    attendance: Mapped[str]
    officer: Mapped[int]
    name: Mapped[str]


class CellRow(Row):
    """One cell of the grid, in pencil."""

    __tablename__ = "cell"
    sheet: Mapped[int] = mapped_column(primary_key=True)
    member: Mapped[int] = mapped_column(primary_key=True)
    col: Mapped[str] = mapped_column(primary_key=True)
    kip: Mapped[int]
    officer: Mapped[int]
    name: Mapped[str]


class PencilLineRow(Row):
    """One line outside the grid, in pencil."""

    __tablename__ = "pencil_line"
    sheet: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    line: Mapped[str]
    officer: Mapped[int]
    name: Mapped[str]


class CashCountRow(Row):
    """A count of the box, in pencil."""

    __tablename__ = "cash_count"
    sheet: Mapped[int] = mapped_column(primary_key=True)
    moment: Mapped[str] = mapped_column(primary_key=True)
    notes: Mapped[str]
    reason: Mapped[str]
    officer: Mapped[int]
    name: Mapped[str]


class DraftRow(Row):
    """Half-filled pages."""

    __tablename__ = "draft"
    key: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    officer: Mapped[int]
    name: Mapped[str]
