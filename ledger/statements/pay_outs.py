"""The pay-out list: everybody who is handed money, how much, and a place for signature or thumb."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.people import Member, Officer
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.transfers import Entry, EntryNumber
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
    the fee of a loan, is `kept` back and not handed over. `taken_back` names a counter-entry.
    """

    lines: tuple[SlipLine, ...]
    kip: Kip
    kept: Kip = 0
    number: EntryNumber | None = None
    member: Member | None = None
    party: str = ""
    note: str = ""
    taken_back: Tied | None = None

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
        return tuple(row for row in self.rows if row.taken_back is None)

    @property
    def handed(self) -> Kip:
        """What all are handed together, in kip."""
        return sum(row.handed for row in self.counted)


def pay_out_rows(
    entries: Iterable[tuple[EntryNumber | None, Entry]],
    facts: SlipFacts,
    back: Mapping[EntryNumber, Tied],
) -> tuple[PayOutRow, ...]:
    """A row for each entry that pays anything out; `back` are those that were taken back."""
    rows = []
    for number, entry in entries:
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
                taken_back=None if number is None else back.get(number),
            )
        )
    return tuple(rows)


def paying_officers(facts: SlipFacts) -> tuple[Officer, ...]:
    """Who signs a list for the group: as many as sign a voucher beside the one who is paid."""
    return tuple(signers(facts.officers)[: facts.rulebook.voucher_signatures - 1])
