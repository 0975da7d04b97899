"""Receipts and vouchers: one paper for every entry with which money changed hands.

The number of a receipt is the number of its entry in the book. The book gives these numbers
itself, one after the other and without a gap, and never takes one away; the member has the same
number in her passbook, the signed sheet and the search know it, and whoever holds the paper finds
the entry by it. A row of numbers of its own would have to be kept beside it, and two papers could
then bear one number. What others write on the receipts that they give the group is another thing:
it is always called the number on their receipt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.accounts import CASH, Account, Named, named_kind
from ledger.rules.days import Month, month_of
from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId, Officer, Role
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.transfers import Entry, EntryNumber, Kind, LoanId, PostedEntry, Transfer


@dataclass
class NoMoneyMoved(Refusal):
    """No money changed hands with that entry: there is no receipt of it."""

    number: EntryNumber


@dataclass
class NoReceipts(Refusal):
    """No money changed hands on the whole day or its sheet: there is no receipt to print."""

    day: date


class SlipKind(StrEnum):
    """Money that came in, money that went out, or an entry that takes another back."""

    RECEIPT = "receipt"
    VOUCHER = "voucher"
    CORRECTION = "correction"


class SignsAs(StrEnum):
    """Why somebody signs."""

    RECEIVED = "received"
    PAID = "paid"
    AGREED = "agreed"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class Place:
    """A place to sign; without a name it is left to the pen. `role` is an officer's."""

    signs: SignsAs
    name: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One line, in kip; below zero where it goes the other way than the paper as a whole.

    `account` says what nobody's money was for, `loan` is the number of the loan.
    """

    kind: Kind
    kip: Kip
    account: Account | None = None
    loan: str = ""


@dataclass(frozen=True, slots=True)
class Tied:
    """Another entry that this one takes back, or that takes it back, and its day."""

    number: EntryNumber
    day: date


@dataclass(frozen=True, slots=True)
class Slip:
    """One receipt, voucher or correction, ready to be printed; `kip` is what changed hands.

    `party` is who gave or took the money, as far as the book knows; `member` whose money it is.
    `month` is the month the money is for, where that is asked. `copy` is 0 for the first print,
    the original.
    """

    group: Group
    rulebook: Rulebook
    number: EntryNumber
    day: date
    kind: SlipKind
    lines: tuple[SlipLine, ...]
    kip: Kip
    places: tuple[Place, ...]
    printed: date
    member: Member | None = None
    party: str = ""
    month: Month | None = None
    note: str = ""
    their_receipt: str = ""
    decisions: tuple[str, ...] = ()
    taken_back: Tied | None = None
    takes_back: Tied | None = None
    copy: int = 0


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """What the papers of a day say beside their entries; `loans` are the loans' numbers."""

    group: Group
    rulebook: Rulebook
    members: Mapping[MemberId, Member]
    loans: Mapping[LoanId, str]
    officers: Sequence[Officer]
    printed: date


_WITHOUT_HANDS = frozenset(
    {Kind.OPENING, Kind.CASH_OVER, Kind.CASH_SHORT, Kind.BANK_INTEREST, Kind.BANK_FEE}
)
"""What the count, the bank's own book or the first day tells: nobody stands across the table."""
_OF_A_MONTH = frozenset({Kind.DEPOSIT, Kind.VOLUNTARY_DEPOSIT, Kind.WELFARE, Kind.MISSED_FINE})
_REPAID = frozenset({Kind.PRINCIPAL, Kind.INTEREST, Kind.LATE_FINE})
_SIGNERS = (
    Role.TREASURER,
    Role.PRESIDENT,
    Role.ACCOUNTANT,
    Role.VICE_PRESIDENT,
    Role.SECRETARY,
    Role.MEMBER,
)
"""Who signs for the group: whoever holds the box, then the others of the committee."""


def moved_by_hand(transfer: Transfer) -> Kip:
    """What a transfer brought into box or bank (kip); below zero what it took out.

    Zero where nobody handed anything over, as between the box and the bank.
    """
    if transfer.kind in _WITHOUT_HANDS:
        return 0
    return transfer.kip * (_is_money(transfer.debit) - _is_money(transfer.credit))


def _is_money(account: Account) -> bool:
    return account == CASH or named_kind(account) is Named.BANK


def kind_of(entry: Entry) -> SlipKind | None:
    """Which paper an entry has; none where no money changed hands."""
    moves = [moved_by_hand(transfer) for transfer in entry.transfers]
    if not any(moves):
        return None
    if entry.reverses is not None:
        return SlipKind.CORRECTION
    return SlipKind.RECEIPT if sum(moves) >= 0 else SlipKind.VOUCHER


def member_of(entry: Entry) -> MemberId | None:
    """Whose entry it is, where it is one member's."""
    found = {transfer.member for transfer in entry.transfers}
    return found.pop() if len(found) == 1 else None


def party_of(entry: Entry, member: Member | None) -> str:
    """Who gave or took the money; "" where the book does not know it.

    A settlement names who took it. On a loan somebody else may have paid, who is then noted. What
    stands beside a counter-entry is its reason.
    """
    kinds, told = {transfer.kind for transfer in entry.transfers}, entry.note
    if entry.reverses is not None:
        told = ""
    if Kind.SETTLEMENT_PAID in kinds:
        return told
    if told and kinds <= _REPAID:
        return ""
    return entry.proof.partner if member is None else f"{member.title} {member.name}".strip()


def slip_of(
    posted: PostedEntry,
    facts: SlipFacts,
    *,
    decisions: tuple[str, ...] = (),
    taken_back: Tied | None = None,
    takes_back: Tied | None = None,
    copy: int = 0,
) -> Slip:
    """The paper of an entry. Raises NoMoneyMoved where it has none."""
    entry = posted.entry
    kind = kind_of(entry)
    if kind is None:
        raise NoMoneyMoved(number=posted.number)
    whose = member_of(entry)
    member = None if whose is None else facts.members[whose]
    party = party_of(entry, member)
    net = sum(moved_by_hand(transfer) for transfer in entry.transfers)
    return Slip(
        group=facts.group,
        rulebook=facts.rulebook,
        number=posted.number,
        day=entry.day,
        kind=kind,
        lines=hand_lines(entry, facts.loans, -1 if net < 0 else 1),
        kip=abs(net),
        places=_places(kind, facts, party, whose),
        printed=facts.printed,
        member=member,
        party=party,
        month=_month(entry),
        # The one who took a settlement is named once.
        note="" if party == entry.note else entry.note,
        their_receipt=entry.proof.receipt,
        decisions=decisions,
        taken_back=taken_back,
        takes_back=takes_back,
        copy=copy,
    )


def hand_lines(entry: Entry, loans: Mapping[LoanId, str], sign: int) -> tuple[SlipLine, ...]:
    """What changed hands, each kind and loan once, in the order of the entry (kip).

    What came in is above zero with a `sign` of 1, what went out with one of -1.
    """
    found: dict[tuple[Kind, Account | None, str], Kip] = {}
    for transfer in entry.transfers:
        kip = sign * moved_by_hand(transfer)
        if kip:
            other = transfer.credit if _is_money(transfer.debit) else transfer.debit
            account = other if transfer.member is None else None
            loan = "" if transfer.loan is None else loans[transfer.loan]
            key = (transfer.kind, account, loan)
            found[key] = found.get(key, 0) + kip
    return tuple(SlipLine(kind, kip, account, loan) for (kind, account, loan), kip in found.items())


def signers(officers: Sequence[Officer], party: MemberId | None = None) -> tuple[Officer, ...]:
    """Who may sign for the group, whoever holds the box first.

    An officer who is herself the `party` stands on the other side of the table.
    """
    there = [one for role in _SIGNERS for one in officers if one.role is role]
    return tuple(one for one in there if party is None or one.member != party)


def _month(entry: Entry) -> Month | None:
    """The month the money is for, where it is for one."""
    if any(transfer.kind in _OF_A_MONTH for transfer in entry.transfers):
        return entry.month or month_of(entry.day)
    return entry.month


def _places(
    kind: SlipKind, facts: SlipFacts, party: str, whose: MemberId | None
) -> tuple[Place, ...]:
    """Who signs, as many as the rules ask; nobody signs for both sides."""
    group = signers(facts.officers, whose)
    holder = (group[0].name, group[0].role) if group else ("", Role.TREASURER)
    rules = facts.rulebook
    match kind:
        case SlipKind.RECEIPT:
            wanted = rules.receipt_signatures
            first = [Place(SignsAs.RECEIVED, *holder), Place(SignsAs.PAID, party)]
        case SlipKind.VOUCHER:
            wanted = rules.voucher_signatures
            first = [Place(SignsAs.RECEIVED, party), Place(SignsAs.PAID, *holder)]
        case _:
            wanted = rules.voucher_signatures
            first = [Place(SignsAs.AGREED, party), Place(SignsAs.AGREED, *holder)]
    witnesses = [Place(SignsAs.WITNESS, o.name, o.role) for o in group[1:]]
    left = wanted - len(first) - len(witnesses)
    return (*first, *witnesses, *([Place(SignsAs.WITNESS)] * left))[:wanted]
