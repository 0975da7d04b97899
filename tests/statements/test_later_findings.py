"""The annual statement's list of what was found out later about closed years."""

from dataclasses import replace
from datetime import date

from ledger.rules.accounts import CASH, CLAIMS_ON_MEMBERS, OWED_TO_MEMBERS, Account
from ledger.rules.days import Month
from ledger.rules.people import MemberId
from ledger.rules.transfers import Entry, EntryNumber, Kind, PostedEntry, Transfer
from ledger.statements.later_findings import later_findings_of
from ledger.statements.passbook import passbook_of
from tests.villages import DAY, GROUP, KHAM, RESERVE, RULES


def posted(
    number: int,
    kind: Kind,
    debit: Account,
    credit: Account,
    *,
    member: MemberId | None = None,
    reverses: int | None = None,
) -> PostedEntry:
    entry = Entry(
        DAY,
        (Transfer(kind, debit, credit, 7_000, member),),
        note="ໃບບິນ",
        month=Month(2025, 6),
        reverses=None if reverses is None else EntryNumber(reverses),
    )
    return PostedEntry(EntryNumber(number), entry, "")


OWES, OWED = Kind.FOUND_OWED_BY_HER, Kind.FOUND_OWED_TO_HER
FOUND = (
    posted(1, Kind.LATER_FINDING, RESERVE, CASH),
    posted(2, Kind.LATER_FINDING, CASH, RESERVE),
    posted(3, OWES, CLAIMS_ON_MEMBERS, CASH, member=KHAM.id),
    posted(4, OWED, CASH, OWED_TO_MEMBERS, member=KHAM.id),
    posted(5, OWED, RESERVE, OWED_TO_MEMBERS, member=KHAM.id),
    posted(6, OWES, CLAIMS_ON_MEMBERS, RESERVE, member=KHAM.id),
)


def test_each_says_which_year_and_against_whom() -> None:
    rows = later_findings_of(
        FOUND, members={KHAM.id: KHAM}, decisions={EntryNumber(1): "9/2026"}, last_month=6
    )
    assert [row.more for row in rows] == [False, True, False, True, False, True]
    assert [row.fund for row in rows] == [RESERVE, RESERVE, None, None, RESERVE, RESERVE]
    assert [row.member for row in rows] == [None, None, *[KHAM] * 4]
    assert {row.year for row in rows} == {2025}
    assert [row.decision for row in rows[:2]] == ["9/2026", ""]
    assert (rows[0].kip, rows[0].day, rows[0].note) == (7_000, DAY, "ໃບບິນ")


def test_what_was_taken_back_and_what_was_paid_is_left_out() -> None:
    back = posted(7, Kind.LATER_FINDING, CASH, RESERVE, reverses=1)
    paid = posted(8, Kind.FINDING_SETTLED, CASH, CLAIMS_ON_MEMBERS, member=KHAM.id)
    rows = later_findings_of((FOUND[0], back, paid), members={}, decisions={}, last_month=12)
    assert rows == ()


def test_without_a_month_it_is_about_the_year_of_its_day() -> None:
    bare = replace(FOUND[0], entry=replace(FOUND[0].entry, month=None))
    (row,) = later_findings_of((bare,), members={}, decisions={}, last_month=12)
    assert row.year == DAY.year


def test_on_her_passbook_it_leaves_savings_and_debt_as_they_are() -> None:
    paid_in = posted(8, Kind.FINDING_SETTLED, CASH, CLAIMS_ON_MEMBERS, member=KHAM.id)
    paid_out = posted(9, Kind.FINDING_SETTLED, OWED_TO_MEMBERS, CASH, member=KHAM.id)
    book = passbook_of(
        (*FOUND, paid_in, paid_out),
        group=GROUP,
        rulebook=RULES,
        member=KHAM,
        first=date(2026, 1, 1),
        last=date(2026, 12, 31),
        savings_before=500_000,
    )
    sides = [(line.paid_in, line.paid_out) for line in book.lines]
    assert sides == [(0, 7_000), (7_000, 0), (7_000, 0), (0, 7_000), (7_000, 0), (0, 7_000)]
    assert {(line.savings, line.loans) for line in book.lines} == {(500_000, 0)}
