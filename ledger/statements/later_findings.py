"""What was found out in a year about years that were closed before: one row for each finding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.days import fiscal_year, month_of
from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId
from ledger.rules.transfers import EntryNumber, Kind, PostedEntry

FINDING_KINDS = (Kind.LATER_FINDING, Kind.FOUND_OWED_BY_HER, Kind.FOUND_OWED_TO_HER)


@dataclass(frozen=True, slots=True)
class LaterFindingRow:
    """One finding, in kip: above zero where the group has `more` than the book of `year` said.

    Booked against the fund or the member, or between both.
    """

    number: EntryNumber
    day: date
    year: int
    kip: Kip
    more: bool
    fund: Account | None
    member: Member | None
    note: str
    decision: str


def later_findings_of(
    entries: Iterable[PostedEntry],
    *,
    members: Mapping[MemberId, Member],
    decisions: Mapping[EntryNumber, str],
    last_month: int,
) -> tuple[LaterFindingRow, ...]:
    """The findings among the entries, in the book's order; what was taken back is left out.

    `last_month` is the month with which the group's years end, `decisions` on which each rests.
    """
    posted = list(entries)
    back = {one.entry.reverses for one in posted}
    return tuple(
        _row(one, members, decisions.get(one.number, ""), last_month)
        for one in posted
        if one.number not in back
        and one.entry.reverses is None
        and one.entry.transfers[0].kind in FINDING_KINDS
    )


def _row(
    posted: PostedEntry, members: Mapping[MemberId, Member], decision: str, last_month: int
) -> LaterFindingRow:
    entry = posted.entry
    (transfer,) = entry.transfers
    sides = (transfer.debit, transfer.credit)
    fund = next((account for account in sides if named_kind(account) is Named.FUND), None)
    owed_to_her = transfer.kind is Kind.FOUND_OWED_TO_HER
    month = entry.month or month_of(entry.day)
    return LaterFindingRow(
        number=posted.number,
        day=entry.day,
        year=fiscal_year(month.first, last_month=last_month).number,
        kip=transfer.kip,
        more=owed_to_her if fund is None else transfer.credit == fund,
        fund=fund,
        member=None if transfer.member is None else members[transfer.member],
        note=entry.note,
        decision=decision,
    )
