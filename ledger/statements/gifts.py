"""What was given to the group in a year: by whom, for what, into which fund, in cash or bank."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import Account
from ledger.rules.kip import Kip
from ledger.rules.transfers import EntryNumber, Kind, PostedEntry

_GIFTS = frozenset({Kind.FUND_GIFT, Kind.SEED_MONEY})


@dataclass(frozen=True, slots=True)
class GiftRow:
    """One gift or grant, in kip; `place` is the cash box or the bank where it came in."""

    number: EntryNumber
    day: date
    fund: Account
    giver: str
    purpose: str
    kip: Kip
    place: Account


def gifts_of(entries: Iterable[PostedEntry]) -> tuple[GiftRow, ...]:
    """The gifts among the entries, in the book's order; what was taken back is left out."""
    posted = list(entries)
    back = {one.entry.reverses for one in posted if one.entry.reverses is not None}
    return tuple(
        GiftRow(
            number=one.number,
            day=one.entry.day,
            fund=t.credit,
            giver=one.entry.proof.partner,
            purpose=one.entry.note,
            kip=t.kip,
            place=t.debit,
        )
        for one in posted
        if one.number not in back and one.entry.reverses is None
        for t in one.entry.transfers
        if t.kind in _GIFTS
    )
