"""A difference of a closed year, in the book: written, settled, taken back, and told."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ledger.actions.counter import reverse_entry
from ledger.actions.record import LineRefused, record_day
from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.rules.accounts import CASH, CLAIMS_ON_MEMBERS, OWED_TO_MEMBERS
from ledger.rules.closing import plan_close
from ledger.rules.lines import FundGift, Line
from ledger.rules.lines_findings import FindingPaidIn, FindingPaidOut, LaterFinding
from ledger.rules.posting_findings import FindingOpen, YearNotClosed
from ledger.rules.taking_back import WouldGoBelowZero
from ledger.rules.transfers import EntryNumber
from tests.closings import AFTER, HEAD, KEEPER, YEAR, a_year
from tests.villages import KHAM, RESERVE, SOMPHONE


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """The village after its year was closed."""
    book = a_year(tmp_path / "village.book")
    plan = plan_close(book.year_facts(YEAR, AFTER))
    close_year(book, HEAD, plan=plan, signers=(KEEPER,), today=AFTER)
    yield book
    book.close()


def write(book: Book, *lines: Line) -> tuple[EntryNumber, ...]:
    return record_day(book, KEEPER, day=AFTER, lines=lines, today=AFTER).entries


def test_a_claim_is_booked_paid_and_told(book: Book) -> None:
    closed = book.closed_years()
    sheet = book.annual(YEAR, AFTER)
    write(book, LaterFinding(YEAR, 7_000, False, "9/2027", member=KHAM.id, note="ຂາດ"))
    facts = book.day_facts(AFTER, AFTER)
    assert facts.findings == {(CLAIMS_ON_MEMBERS, KHAM.id): 7_000}
    write(book, FindingPaidIn(KHAM.id, 7_000))
    assert book.day_facts(AFTER, AFTER).findings == {}
    (row,) = book.later_findings(book.year(YEAR + 1))
    assert (row.year, row.kip, row.more, row.decision) == (YEAR, 7_000, False, "9/2027")
    assert row.member is not None
    assert row.member.id == KHAM.id
    assert book.annual(YEAR + 1, AFTER).later == (row,)
    # The closed year is what it was, and so is its statement.
    assert book.closed_years() == closed
    assert book.annual(YEAR, AFTER) == sheet
    assert [m.number for m in book.minutes().missing if m.number == "9/2027"] == ["9/2027"]
    assert book.check() == ()


def test_a_fund_bears_it_and_the_fund_row_adds_up(book: Book) -> None:
    write(book, FundGift(RESERVE, 50_000))
    held = book.balances()[RESERVE]
    write(book, LaterFinding(YEAR, 8_000, False, "9/2027", fund=RESERVE, member=KHAM.id))
    write(book, LaterFinding(YEAR, 3_000, True, "9/2027", fund=RESERVE))
    write(book, FindingPaidOut(KHAM.id, 5_000))
    assert book.balances()[RESERVE] == held - 5_000
    assert book.balances()[OWED_TO_MEMBERS] == 3_000
    row = next(r for r in book.annual(YEAR + 1, AFTER).funds if r.account == RESERVE)
    assert (row.received, row.spent) == (53_000, 8_000)
    assert row.opening + row.received + row.allocated - row.spent == row.closing
    assert book.check() == ()


def test_it_is_taken_back_while_nothing_was_paid_of_it(book: Book) -> None:
    before = book.balances()
    (number,) = write(book, LaterFinding(YEAR, 7_000, False, "9/2027", member=KHAM.id))
    (paid,) = write(book, FindingPaidIn(KHAM.id, 1_000))
    with pytest.raises(WouldGoBelowZero):
        reverse_entry(book, KEEPER, number=number, reason="ຜິດ", today=AFTER)
    for one in (paid, number):
        reverse_entry(book, KEEPER, number=one, reason="ຜິດ", today=AFTER)
    now = {account: kip for account, kip in book.balances().items() if kip}
    assert now == {account: kip for account, kip in before.items() if kip}
    assert book.later_findings(book.year(YEAR + 1)) == ()
    assert book.check() == ()


def test_an_open_year_has_no_later_findings(book: Book) -> None:
    cash = book.balances()[CASH]
    with pytest.raises(LineRefused) as refused:
        write(book, LaterFinding(YEAR + 1, 7_000, False, "9/2027", fund=RESERVE))
    assert refused.value.why == YearNotClosed(year=YEAR + 1)
    assert book.balances()[CASH] == cash
    # As it stood before the closing, there was no closed year to speak of.
    past = book.as_of(date(YEAR, 12, 1))
    try:
        assert past.day_facts(date(YEAR, 12, 1), date(YEAR, 12, 1)).closed_years == {}
    finally:
        past.close()


def test_nobody_goes_before_it_is_paid(book: Book) -> None:
    write(book, LaterFinding(YEAR, 7_000, False, "9/2027", member=SOMPHONE.id))
    with pytest.raises(FindingOpen) as refused:
        book.settlement(SOMPHONE.id, AFTER, AFTER)
    assert refused.value == FindingOpen(member=SOMPHONE.told, kip=7_000)
    write(book, FindingPaidIn(SOMPHONE.id, 7_000))
    assert book.settlement(SOMPHONE.id, AFTER, AFTER).savings
