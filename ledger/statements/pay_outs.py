"""The pay-out list: everybody who is handed money, how much, and a place for signature or thumb."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import CASH
from ledger.rules.kip import Kip
from ledger.rules.people import Member, Officer
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.transfers import Entry, EntryNumber, Kind
from ledger.statements.slips import (
    SlipFacts,
    SlipLine,
    Tied,
    hand_lines,
    member_of,
    party_of,
    signers,
)


@dataclass(frozen=True, slots=True)
class PayOutRow:
    """One who is handed money: what for, and in kip how much of it is paid and kept back.

    `number` is the entry's and comes when the sheet is signed. What she pays at the same time, as
    the fee of a loan, is `kept` back and not handed over. `taken_back` names a counter-entry. What
    went from the box `to_bank` was handed to nobody: it has a number, and is in no sum.
    """

    lines: tuple[SlipLine, ...]
    kip: Kip
    kept: Kip = 0
    number: EntryNumber | None = None
    member: Member | None = None
    party: str = ""
    note: str = ""
    taken_back: Tied | None = None
    to_bank: bool = False

    @property
    def handed(self) -> Kip:
        """What she is handed, in kip."""
        return self.kip - self.kept


@dataclass(frozen=True, slots=True)
class PayOutPaper:
    """The list of a meeting or a day sheet.

    `pencil`: the sheet is not signed yet, so that no row has a number. `signs` are the officers
    who pay out and who watch. What was taken back stands on the list and is not in its sums.
    """

    group: Group
    rulebook: Rulebook
    day: date
    rows: tuple[PayOutRow, ...]
    signs: tuple[Officer, ...]
    printed: date
    pencil: bool = False

    @property
    def counted(self) -> tuple[PayOutRow, ...]:
        """The rows that count."""
        return tuple(row for row in self.people if row.taken_back is None)

    @property
    def people(self) -> tuple[PayOutRow, ...]:
        """The rows of those who are handed money."""
        return tuple(row for row in self.rows if not row.to_bank)

    @property
    def carried(self) -> tuple[PayOutRow, ...]:
        """What went from the box to the bank."""
        return tuple(row for row in self.rows if row.to_bank)

    @property
    def handed(self) -> Kip:
        """What all are handed together, in kip."""
        return sum(row.handed for row in self.counted)


def pay_out_rows(
    entries: Iterable[tuple[EntryNumber | None, Entry]],
    facts: SlipFacts,
    back: Mapping[EntryNumber, Tied],
) -> tuple[PayOutRow, ...]:
    """A row for each entry that takes money out; `back` are those that were taken back."""
    rows = []
    for number, entry in entries:
        tied = None if number is None else back.get(number)
        carried = _to_bank(entry)
        if carried:
            told = (SlipLine(Kind.BANK_IN, carried),)
            rows.append(PayOutRow(told, carried, number=number, taken_back=tied, to_bank=True))
            continue
        lines = hand_lines(entry, facts.loans, -1)
        paid = sum(line.kip for line in lines if line.kip > 0)
        if not paid:
            continue
        came = -sum(line.kip for line in lines if line.kip < 0)
        whose = member_of(entry)
        member = None if whose is None else facts.members[whose]
        party = party_of(entry, member)
        rows.append(
            PayOutRow(
                lines=tuple(line for line in lines if line.kip > 0),
                kip=paid,
                kept=min(came, paid),
                number=number,
                member=member,
                party=party,
                note="" if entry.note == party else entry.note,
                taken_back=tied,
            )
        )
    return tuple(rows)


def _to_bank(entry: Entry) -> Kip:
    """What an entry takes from the box to the bank, in kip."""
    return sum(
        one.kip for one in entry.transfers if one.kind is Kind.BANK_IN and one.credit == CASH
    )


def paying_officers(facts: SlipFacts) -> tuple[Officer, ...]:
    """Who signs a list for the group: as many as sign a voucher beside the one who is paid."""
    return tuple(signers(facts.officers)[: facts.rulebook.voucher_signatures - 1])
