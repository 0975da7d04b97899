"""The lines of one day become entries: each line is checked against the rules, in its order.

Whatever a line does is known to the next one. A refusal refuses all of them: nothing is written.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ledger.rules import (
    posting_findings,
    posting_funds,
    posting_group,
    posting_loans,
    posting_members,
    posting_people,
    posting_saving,
    posting_welfare,
)
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month, month_of
from ledger.rules.lines import (
    BankInterest,
    CashDiffers,
    Deposit,
    DividendTaken,
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
    SavingsInterest,
    SeedMoney,
    Spent,
    ToBank,
    WelfarePaid,
    Withdrawal,
)
from ledger.rules.lines_findings import FindingPaidIn, FindingPaidOut, LaterFinding
from ledger.rules.lines_funds import (
    BankFee,
    Borrowed,
    FundMoved,
    GroupLent,
    GroupPaid,
    LenderPaid,
    NetworkDue,
)
from ledger.rules.lines_loans import GuarantorPaid, LoanRecovered
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.lines_saving import VoluntaryDeposit, VoluntaryWithdrawal
from ledger.rules.lines_welfare import ClaimPaid
from ledger.rules.people import MemberId
from ledger.rules.refusals import DayOutsideBooks
from ledger.rules.tally import Tally
from ledger.rules.transfers import NO_PROOF, Entry, MeetingId, Proof, Transfer

# Each function takes a line of its own class, which no one type can say of the whole table.
POSTINGS: Mapping[type, Callable[[Any, DayFacts], tuple[Transfer, ...]]] = {
    Deposit: posting_saving.deposit,
    Withdrawal: posting_saving.withdrawal,
    VoluntaryDeposit: posting_saving.voluntary_deposit,
    VoluntaryWithdrawal: posting_saving.voluntary_withdrawal,
    WelfarePaid: posting_members.welfare,
    FeePaid: posting_members.fee,
    SavingsInterest: posting_saving.savings_interest,
    LoanPaidOut: posting_loans.pay_out,
    Repaid: posting_loans.repaid,
    RepaidAs: posting_loans.repaid_as,
    GuarantorPaid: posting_loans.guarantor_paid,
    LoanRecovered: posting_loans.recovered,
    DividendTaken: posting_loans.dividend,
    Spent: posting_group.spent,
    Received: posting_group.received,
    ToBank: posting_group.to_bank,
    FromBank: posting_group.from_bank,
    BankInterest: posting_group.bank_interest,
    FundSpent: posting_group.fund_spent,
    FundGift: posting_group.fund_gift,
    SeedMoney: posting_group.seed_money,
    PayablePaid: posting_group.payable_paid,
    CashDiffers: posting_group.cash_differs,
    ClaimPaid: posting_welfare.claim_paid,
    FundMoved: posting_funds.fund_moved,
    BankFee: posting_funds.bank_fee,
    NetworkDue: posting_funds.network_due,
    Borrowed: posting_funds.borrowed,
    LenderPaid: posting_funds.lender_paid,
    GroupLent: posting_funds.group_lent,
    GroupPaid: posting_funds.group_paid,
    SettlementPaid: posting_people.settlement_paid,
    LaterFinding: posting_findings.later_finding,
    FindingPaidIn: posting_findings.finding_paid_in,
    FindingPaidOut: posting_findings.finding_paid_out,
}
"""For each kind of line, the function that checks it and says what is to be written."""


@dataclass(slots=True)
class _Turn:
    """One member's turn at the table, or one act of the group, while its lines are gathered."""

    member: MemberId | None
    month: Month | None
    proof: Proof
    transfers: list[Transfer] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)


def entries_of(
    lines: Sequence[Line], facts: DayFacts, *, meeting: MeetingId | None = None
) -> tuple[Entry, ...]:
    """The entries that the lines of a day make, one for each turn of a member.

    Lines of one member that follow each other stand in one entry, unless they are for different
    months; what is nobody's has an entry for each line. Raises DayOutsideBooks, or the refusal of
    the first line that the rules do not allow.
    """
    check_day(facts)
    this = month_of(facts.day)
    tally = Tally(facts)
    turns: list[_Turn] = []
    for line in lines:
        transfers = POSTINGS[type(line)](line, tally.facts)
        month = _other_month(line, this, facts)
        for transfer in transfers:
            tally.take(transfer, month=month or this)
        # Each of a family who is paid has a line of her own, with her name.
        alone = isinstance(line, SettlementPaid)
        turn = _turn(turns, None if alone else transfers[0].member, month, proof_of(line))
        turn.transfers += transfers
        turn.notes += _notes(line, facts)
        turn.decisions += decisions_of([line])
    return tuple(
        Entry(
            day=facts.day,
            transfers=tuple(turn.transfers),
            note="; ".join(turn.notes),
            month=turn.month,
            meeting=meeting,
            decisions=tuple(dict.fromkeys(turn.decisions)),
            proof=turn.proof,
        )
        for turn in turns
    )


def check_day(facts: DayFacts) -> None:
    """Refuse a day that lies outside the books as they may be written now."""
    if not facts.first_day <= facts.day <= facts.last_day:
        raise DayOutsideBooks(day=facts.day, first=facts.first_day, last=facts.last_day)


def decisions_of(lines: Sequence[Line]) -> list[str]:
    """The numbers of the decisions on which lines rest: what any of them names as `decision`."""
    named = (getattr(line, "decision", "").strip() for line in lines)
    return list(dict.fromkeys(number for number in named if number))


def _turn(turns: list[_Turn], member: MemberId | None, month: Month | None, proof: Proof) -> _Turn:
    last = turns[-1] if turns else None
    same = last is not None and (last.member, last.month, last.proof) == (member, month, proof)
    if not same or member is None:
        turns.append(_Turn(member=member, month=month, proof=proof))
    return turns[-1]


def _other_month(line: Line, this: Month, facts: DayFacts) -> Month | None:
    """The month a line is for, where it is not `this` one, that of the day."""
    month = line.month if isinstance(line, Deposit) else None
    if isinstance(line, LaterFinding):
        # It is about the whole of a closed year, which is known by its last month.
        month = facts.closed_years[line.year]
    return None if month == this else month


_NO_PAPER = frozenset({Deposit, WelfarePaid, Repaid, RepaidAs, FeePaid, LoanPaidOut})


def proof_of(line: Line) -> Proof:
    """The papers that a line names beside a decision: who gave, and the receipt."""
    if type(line) in _NO_PAPER:
        # A meeting is hundreds of these.
        return NO_PROOF
    named = (getattr(line, name, "").strip() for name in ("giver", "receipt"))
    return Proof(*named)


def _notes(line: Line, facts: DayFacts) -> list[str]:
    match line:
        case GuarantorPaid():
            person = facts.members[line.guarantor]
            note = f"{person.number} {person.name}"
        case CashDiffers():
            note = line.reason
        case SettlementPaid():
            note = line.name
        case Spent() | Received() | FundSpent() | FundGift() | SeedMoney() | PayablePaid():
            note = line.note
        case LoanRecovered() | FundMoved() | BankFee() | NetworkDue() | LaterFinding():
            note = line.note
        case _:
            note = ""
    return [note.strip()] if note.strip() else []
