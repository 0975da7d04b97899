"""The grid of one meeting: members down, what is due across, and the cash that should be there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.rules.accounts import CASH
from ledger.rules.contributions import due_with, open_loans
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month
from ledger.rules.kip import Kip
from ledger.rules.lines import (
    CashDiffers,
    Deposit,
    DividendTaken,
    DividendWay,
    FeePaid,
    FromBank,
    FundGift,
    FundSpent,
    Line,
    LoanPaidOut,
    PayablePaid,
    Received,
    Repaid,
    RepaidAs,
    SeedMoney,
    Spent,
    ToBank,
    WelfarePaid,
    Withdrawal,
)
from ledger.rules.lines_findings import FindingPaidIn, FindingPaidOut, LaterFinding
from ledger.rules.lines_funds import Borrowed, GroupLent, GroupPaid, LenderPaid
from ledger.rules.lines_loans import GuarantorPaid, LoanRecovered
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.lines_saving import VoluntaryDeposit, VoluntaryWithdrawal
from ledger.rules.lines_welfare import ClaimPaid
from ledger.rules.loan_moves import paid_out_of, principal_owed
from ledger.rules.loan_parts import is_first_part
from ledger.rules.loan_values import Loan
from ledger.rules.meeting_values import Attendance, Column, Due, Sheet
from ledger.rules.people import Member, MemberId, Status
from ledger.rules.saving_months import most_in_month, spread_savings
from ledger.rules.transfers import Entry, Kind, LoanId, Transfer


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One member at the table: what is due and what was typed (nothing typed: no value), in kip.

    `most` is what the rules let her save for the month, where they set a limit. `months` says how
    the savings that were typed are spread over months, the day's own being none; it is empty where
    all of them are for that one.
    """

    member: Member
    attendance: Attendance | None
    due: Due
    typed: tuple[tuple[Column, Kip], ...]
    savings: Kip
    loans: Kip
    voluntary: Kip = 0
    most: Kip | None = None
    months: tuple[tuple[Month | None, Kip], ...] = ()

    def paid(self, column: Column) -> Kip | None:
        """What was typed in one column, in kip; nothing where the cell is still empty."""
        return dict(self.typed).get(column)

    @property
    def paid_in_all(self) -> Kip:
        """Everything that was typed in her row, in kip."""
        return sum(kip for _, kip in self.typed)


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """The whole grid with its totals, in kip.

    `expected` is the cash that the box must hold: what was there before, all that came in, less
    all that went out. `counted` is nothing until the box has been counted again.
    """

    sheet: Sheet
    rows: tuple[SheetRow, ...]
    totals: tuple[tuple[Column, Kip], ...]
    cash_before: Kip
    received: Kip
    paid_out: Kip
    expected: Kip
    counted: Kip | None

    @property
    def difference(self) -> Kip | None:
        """Counted less expected, in kip; nothing until the box has been counted."""
        return None if self.counted is None else self.counted - self.expected

    @property
    def opening_difference(self) -> Kip | None:
        """The first count less what the book had before, in kip; nothing until it was counted."""
        opening = self.sheet.opening
        return None if opening is None else opening.total - self.cash_before


def sheet_of(sheet: Sheet, facts: DayFacts, *, posted: Sequence[Entry] = ()) -> MeetingSheet:
    """The whole grid of a sheet from the book as it stands.

    While it is in pencil, the cash is what the pencil would make of it, whether or not the rules
    would let it be signed. Once it is ink, `posted` are the entries that it became.
    """
    if sheet.signed:
        received, paid_out = _moved(t for t in _transfers(posted) if t.kind not in _DIFFERENCES)
        all_in, all_out = _moved(_transfers(posted))
        before = facts.cash - all_in + all_out
    else:
        received, paid_out = _pencilled(sheet, facts.loans)
        before = facts.cash
    return MeetingSheet(
        sheet=sheet,
        rows=_rows(sheet, facts),
        totals=tuple((column, _total(sheet, column)) for column in Column),
        cash_before=before,
        received=received,
        paid_out=paid_out,
        expected=before + received - paid_out,
        counted=None if sheet.closing is None else sheet.closing.total,
    )


def _months(
    facts: DayFacts, member: Member, typed: Iterable[tuple[Column, Kip]]
) -> tuple[tuple[Month | None, Kip], ...]:
    parts = spread_savings(facts, member, dict(typed).get(Column.SAVINGS, 0))
    return parts if any(month for month, _ in parts) else ()


def _rows(sheet: Sheet, facts: DayFacts) -> tuple[SheetRow, ...]:
    typed: dict[MemberId, list[tuple[Column, Kip]]] = {}
    for cell in sheet.cells:
        typed.setdefault(cell.member, []).append((cell.column, cell.kip))
    loans = open_loans(facts.loans.values())
    attendance = dict(sheet.attendance)
    return tuple(
        SheetRow(
            member=member,
            attendance=attendance.get(member.id),
            due=due_with(facts, member, loans.get(member.id, ())),
            typed=tuple(typed.get(member.id, ())),
            savings=facts.savings.get(member.id, 0),
            loans=sum(principal_owed(loan.moves) for loan in loans.get(member.id, ())),
            voluntary=facts.voluntary.get(member.id, 0),
            most=most_in_month(facts.rulebook, member),
            months=() if sheet.signed else _months(facts, member, typed.get(member.id, ())),
        )
        for member in facts.members.values()
        if _at_table(member, sheet) or member.id in typed or member.id in loans
    )


_DIFFERENCES = frozenset({Kind.CASH_OVER, Kind.CASH_SHORT})
_COMES_IN = (
    Deposit,
    VoluntaryDeposit,
    WelfarePaid,
    FeePaid,
    Repaid,
    GuarantorPaid,
    LoanRecovered,
    Received,
    FromBank,
    FundGift,
    SeedMoney,
    Borrowed,
    GroupPaid,
    FindingPaidIn,
)
_GOES_OUT = (
    Withdrawal,
    VoluntaryWithdrawal,
    Spent,
    ToBank,
    FundSpent,
    PayablePaid,
    ClaimPaid,
    LenderPaid,
    GroupLent,
    SettlementPaid,
    FindingPaidOut,
)


def cash_of(line: Line, loans: Mapping[LoanId, Loan]) -> tuple[Kip, Kip]:
    """What a line brings into the cash box and what it takes out of it, in kip.

    `loans` are the loans that are not finished; a pay-out is all that is left of what was
    decided, where the line does not say how much.
    """
    match line:
        case RepaidAs():
            return line.fine + line.interest + line.principal, 0
        case LoanPaidOut():
            return _pay_out(loans.get(line.loan), line.kip)
        case CashDiffers():
            return max(line.kip, 0), max(-line.kip, 0)
        case LaterFinding():
            moved = 0 if _past_the_box(line) or (line.fund and line.member) else line.kip
            return moved * line.more, moved * (not line.more)
        case DividendTaken():
            return 0, line.kip if line.way is DividendWay.CASH else 0
        case _:
            kip = 0 if _past_the_box(line) else line.kip
            return kip * isinstance(line, _COMES_IN), kip * isinstance(line, _GOES_OUT)


def _past_the_box(line: Line) -> bool:
    """Whether the money goes straight into a bank, or straight out of it."""
    carried = isinstance(line, ToBank | FromBank)
    return not carried and getattr(line, "bank", None) is not None


def _pay_out(loan: Loan | None, kip: Kip | None) -> tuple[Kip, Kip]:
    if loan is None or loan.decision is None:
        return 0, 0
    fee = loan.request.product.fee if is_first_part(loan) else 0
    return fee, loan.decision.kip - paid_out_of(loan.moves) if kip is None else kip


def _pencilled(sheet: Sheet, loans: Mapping[LoanId, Loan]) -> tuple[Kip, Kip]:
    lines = [cash_of(pencil.line, loans) for pencil in sheet.lines]
    grid = sum(cell.kip for cell in sheet.cells)
    return grid + sum(come for come, _ in lines), sum(go for _, go in lines)


def _transfers(entries: Iterable[Entry]) -> Iterable[Transfer]:
    return (transfer for entry in entries for transfer in entry.transfers)


def _moved(transfers: Iterable[Transfer]) -> tuple[Kip, Kip]:
    come = go = 0
    for transfer in transfers:
        come += (transfer.debit == CASH) * transfer.kip
        go += (transfer.credit == CASH) * transfer.kip
    return come, go


def _at_table(member: Member, sheet: Sheet) -> bool:
    """Whether she has a row of her own accord; on a signed sheet nobody who joined after it."""
    if sheet.signed and member.joined > sheet.day:
        return False
    return member.status in {Status.ACTIVE, Status.ON_LEAVE}


def _total(sheet: Sheet, column: Column) -> Kip:
    return sum(cell.kip for cell in sheet.cells if cell.column is column)
