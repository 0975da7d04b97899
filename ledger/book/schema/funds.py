"""The rows of funds, banks, network and lenders, one class for each table."""

from sqlalchemy.orm import Mapped, mapped_column

from ledger.book.schema.base import Ink


class EntryProofRow(Ink):
    """The papers behind an entry."""

    __tablename__ = "entry_proof"
    entry: Mapped[int] = mapped_column(primary_key=True)
    partner: Mapped[str]
    receipt: Mapped[str]
    event: Mapped[int]


class BorrowingRow(Ink):
    """What the group agreed to borrow, by the account of the debt."""

    __tablename__ = "borrowing"
    account: Mapped[int] = mapped_column(primary_key=True)
    lender: Mapped[str]
    day: Mapped[int]
    kip: Mapped[int]
    terms: Mapped[str]
    decision: Mapped[str]
    event: Mapped[int]


class GroupLoanRow(Ink):
    """What the group agreed to lend to another village's group, by the account of the loan."""

    __tablename__ = "group_loan"
    account: Mapped[int] = mapped_column(primary_key=True)
    borrower: Mapped[str]
    day: Mapped[int]
    kip: Mapped[int]
    terms: Mapped[str]
    decision: Mapped[str]
    event: Mapped[int]


class BankStatementRow(Ink):
    """What a bank's own book showed at the end of a day."""

    __tablename__ = "bank_statement"
    id: Mapped[int] = mapped_column(primary_key=True)
    bank: Mapped[int]
    day: Mapped[int]
    kip: Mapped[int]
    difference: Mapped[int]
    reason: Mapped[str]
    event: Mapped[int]


class BankTickRow(Ink):
    """That an entry stood in a bank's book."""

    __tablename__ = "bank_tick"
    bank: Mapped[int] = mapped_column(primary_key=True)
    entry: Mapped[int] = mapped_column(primary_key=True)
    statement: Mapped[int]
    event: Mapped[int]
