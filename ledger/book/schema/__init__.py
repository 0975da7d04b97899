"""The shapes of the book's rows, one class for each table; a test holds them against the SQL.

No rule, no method and no relationship stands here. A row is filled in when something is written,
and its columns are named when something is read; no row is ever handed out of this room. Each
upgrade that adds tables has a file of rows of its own.
"""

from ledger.book.schema.base import Ink, Row
from ledger.book.schema.decisions import (
    AwayRow,
    EntryDecisionRow,
    MinutesRow,
    MonthStateRow,
    ReopenedRow,
)
from ledger.book.schema.first import (
    AttendanceRow,
    CashCountRow,
    CellRow,
    ClosedYearRow,
    DecisionRow,
    DraftRow,
    EntryRow,
    EventRow,
    GroupRow,
    LoanRow,
    LoanTotalRow,
    MemberRow,
    MemberVersionRow,
    MonthTotalRow,
    OfficerRow,
    PencilLineRow,
    RulebookRow,
    SheetRow,
    SignedRow,
    TransferRow,
    YearOpeningRow,
)
from ledger.book.schema.loans import LoanEventRow
from ledger.book.schema.saving import NoticeRow, SavingsInterestRow
from ledger.book.schema.welfare import (
    ClaimDecisionRow,
    ClaimPaidRow,
    ClaimRow,
    WelfareCardRow,
    WelfareCountRow,
)

__all__ = [
    "INK",
    "AttendanceRow",
    "AwayRow",
    "CashCountRow",
    "CellRow",
    "ClaimDecisionRow",
    "ClaimPaidRow",
    "ClaimRow",
    "ClosedYearRow",
    "DecisionRow",
    "DraftRow",
    "EntryDecisionRow",
    "EntryRow",
    "EventRow",
    "GroupRow",
    "Ink",
    "LoanEventRow",
    "LoanRow",
    "LoanTotalRow",
    "MemberRow",
    "MemberVersionRow",
    "MinutesRow",
    "MonthStateRow",
    "MonthTotalRow",
    "NoticeRow",
    "OfficerRow",
    "PencilLineRow",
    "ReopenedRow",
    "Row",
    "RulebookRow",
    "SavingsInterestRow",
    "SheetRow",
    "SignedRow",
    "TransferRow",
    "WelfareCardRow",
    "WelfareCountRow",
    "YearOpeningRow",
]

INK: tuple[type[Ink], ...] = (
    GroupRow,
    RulebookRow,
    OfficerRow,
    MemberRow,
    MemberVersionRow,
    LoanRow,
    DecisionRow,
    SheetRow,
    SignedRow,
    ClosedYearRow,
    MinutesRow,
    EntryDecisionRow,
    ReopenedRow,
    AwayRow,
    MonthStateRow,
    NoticeRow,
    SavingsInterestRow,
    LoanEventRow,
    WelfareCardRow,
    ClaimRow,
    ClaimDecisionRow,
    ClaimPaidRow,
)
"""The tables whose rows an event's seal covers whole; entries go in by their own seals."""
