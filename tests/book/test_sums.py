"""Everything that the book adds up in SQL, against the same sum over all transfers in Python."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.accounts import (
    CASH,
    DIVIDENDS_PAYABLE,
    FIXED_ACCOUNTS,
    SAVINGS,
    Account,
)
from ledger.rules.days import Month, month_of
from ledger.rules.lines import Fee
from ledger.rules.people import MemberId
from ledger.rules.transfers import Entry, EntryNumber, Kind, Transfer, counter_entry
from ledger.statements.lists import trial_balance_of
from ledger.statements.passbook import passbook_of
from tests.book import pure
from tests.book.books import BEGIN, GROUP, KHAM, RULES, new_book

MEMBERS = [MemberId(n) for n in (1, 2, 3)]
ACCOUNTS = [*FIXED_ACCOUNTS, Account(3001), Account(1001)]
DAYS = st.dates(date(2024, 12, 1), date(2026, 2, 28))
KIP = st.integers(1, 10**13 - 1) | st.integers(1, 5_000)
OF_MEMBER = [
    (Kind.DEPOSIT, CASH, SAVINGS),
    (Kind.WITHDRAWAL, SAVINGS, CASH),
    (Kind.WELFARE, CASH, Account(3001)),
    (Kind.MISSED_FINE, CASH, Account(4002)),
    (Kind.ENTRY_FEE, CASH, Account(4003)),
    (Kind.PASSBOOK_FEE, CASH, Account(4004)),
    (Kind.INTEREST, CASH, Account(4000)),
    (Kind.DIVIDEND, Account(3902), DIVIDENDS_PAYABLE),
    (Kind.DIVIDEND_SAVED, DIVIDENDS_PAYABLE, SAVINGS),
]


@st.composite
def transfers(draw: st.DrawFn) -> Transfer:
    if draw(st.booleans()):
        kind, debit, credit = draw(st.sampled_from(OF_MEMBER))
        return Transfer(kind, debit, credit, draw(KIP), member=draw(st.sampled_from(MEMBERS)))
    debit, credit = draw(st.lists(st.sampled_from(ACCOUNTS), min_size=2, max_size=2, unique=True))
    return Transfer(draw(st.sampled_from(Kind)), debit, credit, draw(KIP))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    month = draw(st.none() | st.builds(Month, st.integers(2024, 2025), st.integers(1, 12)))
    lines = draw(st.lists(transfers(), min_size=1, max_size=4))
    return Entry(day=draw(DAYS), transfers=tuple(lines), month=month, note=draw(st.text("ກa|\n")))


@pytest.fixture(scope="module")
def shelf() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(folder)


_COUNT = count()


def filled(shelf: Path, batches: list[list[Entry]], back: list[int]) -> Book:
    """A book with these entries, written in several acts, some of them taken back afterwards."""
    book = new_book(shelf / f"{next(_COUNT)}.book")
    for batch in batches:
        with writing(book, KHAM, "record_day") as pen:
            pen.post(batch)
    number = sum(map(len, batches))
    for place in dict.fromkeys(n % number + 1 for n in back) if number else ():
        posted = book.entry(EntryNumber(place))
        day = posted.entry.day + timedelta(days=place * 7 % 60)
        with writing(book, KHAM, "reverse_entry") as pen:
            pen.post([counter_entry(posted, day=day, reason="ຜິດ")])
    return book


BOOKS = {
    "batches": st.lists(st.lists(entries(), max_size=6), max_size=4),
    "back": st.lists(st.integers(0, 100), max_size=3),
}
SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SLOW
@given(**BOOKS, day=DAYS)
def test_sums_are_those_of_all_transfers(
    shelf: Path, batches: list[list[Entry]], back: list[int], day: date
) -> None:
    book = filled(shelf, batches, back)
    all_of_them = book.entries(date.min, date.max)
    assert [p.number for p in all_of_them] == list(range(1, len(all_of_them) + 1))
    assert [p.entry for p in all_of_them][: sum(map(len, batches))] == [
        one for batch in batches for one in batch
    ]
    assert book.balances() == pure.balances_on(all_of_them, date.max)
    for one in (day, Month(day.year, day.month).last, BEGIN - timedelta(days=1)):
        expected = pure.balances_on(all_of_them, one)
        found = book.balances(one)
        assert {a: kip for a, kip in found.items() if kip} == {
            a: kip for a, kip in expected.items() if kip
        }
        assert book.trial_balance(one) == trial_balance_of(one, expected)
        assert book.savings(one) == pure.savings(all_of_them, one)
    assert book.savings() == pure.savings(all_of_them)
    assert book.dividends_owed() == pure.dividends(all_of_them)
    assert book.check() == ()
    book.close()


@SLOW
@given(**BOOKS, day=DAYS)
def test_the_facts_of_a_day_are_those_of_all_transfers(
    shelf: Path, batches: list[list[Entry]], back: list[int], day: date
) -> None:
    book = filled(shelf, batches, back)
    all_of_them = list(book.entries(date.min, date.max))
    facts = book.day_facts(day, date(2026, 2, 28))
    assert facts.balances == pure.balances_on(all_of_them, date.max)
    assert facts.cash_low == pure.cash_low(all_of_them, day)
    assert facts.cash == pure.balances_on(all_of_them, day).get(CASH, 0)
    assert facts.savings == pure.savings(all_of_them)
    assert facts.dividends == pure.dividends(all_of_them)
    first = month_of(day).plus(-11)
    for kind, found in (
        (Kind.DEPOSIT, facts.saved),
        (Kind.WELFARE, facts.welfare_paid),
        (Kind.MISSED_FINE, facts.missed_paid),
    ):
        expected = pure.saved_by_month(all_of_them, kind)
        assert {(w, m): kip for w, hers in found.items() for m, kip in hers.items()} == {
            (w, m): kip for w, hers in expected.items() for m, kip in hers.items() if m >= first
        }
    fees = {Fee.ENTRY: Kind.ENTRY_FEE, Fee.PASSBOOK: Kind.PASSBOOK_FEE}
    for member in MEMBERS:
        paid = {
            fee
            for fee, kind in fees.items()
            if sum(
                1 if p.entry.reverses is None else -1
                for p in all_of_them
                for t in p.entry.transfers
                if t.kind is kind and t.member == member
            )
            > 0
        }
        assert facts.fees_paid.get(member, frozenset()) == paid
    book.close()


@SLOW
@given(**BOOKS, cut_off=st.integers(0, 31))
def test_the_facts_of_a_year_are_those_of_all_transfers(
    shelf: Path, batches: list[list[Entry]], back: list[int], cut_off: int
) -> None:
    book = filled(shelf, batches, back)
    rules = RULES.__class__(
        valid_from=RULES.valid_from,
        resolution="2",
        profit=RULES.profit.__class__(cut_off_day=cut_off),
    )
    with writing(book, KHAM, "adopt_rules") as pen:
        pen.adopt(rules)
    all_of_them = list(book.entries(date.min, date.max))
    facts = book.year_facts(2025, date(2026, 2, 1))
    year = facts.year
    assert (year.first, year.last) == (date(2025, 1, 1), date(2025, 12, 31))
    assert facts.balances == pure.balances_on(all_of_them, year.last)
    assert facts.opening_balances == pure.balances_on(all_of_them, date(2024, 12, 31))
    assert [m.member.id for m in facts.members] == MEMBERS
    for hers in facts.members:
        who = hers.member.id
        assert hers.months == pure.months(all_of_them, who, year, cut_off=cut_off)
        assert hers.interest_paid == pure.interest_paid(all_of_them, who, year)
        assert hers.overdue == 0
    her = facts.members[0]
    assert her.day_sum == pure.day_sum(all_of_them, her.member.id, year)
    book.close()


@SLOW
@given(**BOOKS, first=DAYS, last=DAYS)
def test_passbooks_are_those_of_all_entries(
    shelf: Path, batches: list[list[Entry]], back: list[int], first: date, last: date
) -> None:
    book = filled(shelf, batches, back)
    all_of_them = book.entries(date.min, date.max)
    for member, found in zip(book.members(), book.passbooks(first, last), strict=True):
        expected = passbook_of(
            all_of_them,
            group=book.group,
            rulebook=RULES,
            member=member,
            first=first,
            last=last,
            savings_before=pure.savings(all_of_them, first - timedelta(days=1)).get(member.id, 0),
        )
        assert found == expected
        assert book.passbook(member.id, first, last) == expected
    assert book.group.name == GROUP.name
    book.close()
