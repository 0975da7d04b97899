"""Does the bank's book show what ours shows? Line by line is ticked, and the rest explained.

A line that the bank's book does not show yet is on the way: cash carried to the bank on the last
day, for example. Book and bank agree when the bank's balance is exactly what the ticked lines make.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import Account
from ledger.rules.kip import KIP_MAX, Kip
from ledger.rules.refusals import AmountOutOfRange, DayOutsideBooks, Refusal
from ledger.rules.transfers import EntryNumber, Kind


@dataclass
class BankDiffers(Refusal):
    """The bank's book shows `difference` kip more (or less) than the ticked lines; say why."""

    bank: Account
    difference: Kip


@dataclass
class NotOnTheWay(Refusal):
    """An entry that is to be ticked is none of the bank's open lines up to that day."""

    number: int


@dataclass(frozen=True, slots=True)
class BankLine:
    """One entry as it moves a bank's balance, in kip; `kind` says what it was."""

    number: EntryNumber
    day: date
    kind: Kind
    kip: Kip
    note: str = ""


@dataclass(frozen=True, slots=True)
class BankStatement:
    """What a bank's book showed at the end of a day (kip), and how far it was from the ticks."""

    id: int
    bank: Account
    day: date
    kip: Kip
    difference: Kip
    reason: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the ticked lines made exactly the bank's balance."""
        return self.difference == 0


@dataclass(frozen=True, slots=True)
class OpenLines:
    """A bank before its book is compared: `ticked` (kip) are the lines already seen there.

    `lines` are those that no earlier comparison has ticked, `newest` is the last comparison.
    """

    bank: Account
    ticked: Kip
    lines: tuple[BankLine, ...]
    newest: BankStatement | None = None


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A comparison before it is written, in kip: `book` is our balance at the end of the day.

    `difference` is the bank's balance less all ticked lines; `on_the_way` are the lines left.
    """

    bank: Account
    day: date
    kip: Kip
    book: Kip
    difference: Kip
    ticked: tuple[EntryNumber, ...]
    on_the_way: tuple[BankLine, ...]

    @property
    def waiting(self) -> Kip:
        """What the lines on the way come to."""
        return sum(line.kip for line in self.on_the_way)


def reconcile(
    before: OpenLines, *, day: date, kip: Kip, ticks: Collection[EntryNumber]
) -> Reconciliation:
    """Compare a bank's balance of `kip` at the end of a day with the lines that are ticked.

    Raises AmountOutOfRange, DayOutsideBooks for a day before the last comparison, and NotOnTheWay
    for a tick on an entry that is not open on that day.
    """
    if not 0 <= kip <= KIP_MAX:
        raise AmountOutOfRange(given=kip, most=KIP_MAX)
    if before.newest is not None and day < before.newest.day:
        raise DayOutsideBooks(day=day, first=before.newest.day, last=day)
    open_now = {line.number: line for line in before.lines if line.day <= day}
    for number in ticks:
        if number not in open_now:
            raise NotOnTheWay(number=number)
    ticked = tuple(sorted(set(ticks)))
    seen = before.ticked + sum(open_now[number].kip for number in ticked)
    left = tuple(line for number, line in open_now.items() if number not in set(ticked))
    return Reconciliation(
        bank=before.bank,
        day=day,
        kip=kip,
        book=before.ticked + sum(line.kip for line in open_now.values()),
        difference=kip - seen,
        ticked=ticked,
        on_the_way=left,
    )


def check_reconciliation(found: Reconciliation, *, reason: str) -> None:
    """Refuse a difference that nobody has explained."""
    if found.difference and not reason.strip():
        raise BankDiffers(bank=found.bank, difference=found.difference)
